"""Whatever stands in a workbook, reading and checking it ends in findings, never in a traceback or a hang."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.check import controleer_wijk, lees, maak_word
from pipeline.errors import WijkplanFout
from pipeline.project import Project
from tests.conftest import WORTEL
from tests.opdracht import WIJK, klein_project
from tests.workbook import mutaties
from tests.workbook.mutaties import Trek

SECONDEN = 20
"""Of the processor, for one workbook; they take some hundredths."""
VOORBEELDEN, VOORBEELDEN_DUURPROEF = 70, 2500
"""Workbooks for each of the four ways."""
MANIEREN = (mutaties.bytes_, mutaties.delen, mutaties.xml, mutaties.cellen)

Manier = Callable[[Trek, bytes], bytes]
manieren = pytest.mark.parametrize("manier", MANIEREN, ids=lambda manier: manier.__name__.strip("_"))
zo_veel = settings(
    max_examples=VOORBEELDEN,
    deadline=None,  # the clock of `binnen_de_tijd` counts, and that also ends what hangs
    database=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)


class Hangt(BaseException):
    """Reading takes too long; no Exception, so that nothing takes it for a damaged file."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return klein_project(tmp_path_factory.mktemp("fuzz"))


@cache
def bron(naam: str, map_pad: Path) -> bytes:
    """Return a sound workbook: a small one, one of the published plans, or gemeente.xlsx."""
    if naam == "gemeente":
        return (WORTEL / "inputs" / "gemeente.xlsx").read_bytes()
    if naam in ("vbl", "nieuwland"):
        return (WORTEL / "inputs" / naam / f"{naam}.xlsx").read_bytes()
    return Project(map_pad).werkmap(WIJK).read_bytes()


@contextmanager
def binnen_de_tijd() -> Iterator[None]:
    def te_lang(_nummer: int, _plek: FrameType | None) -> None:
        raise Hangt

    vorige = signal.signal(signal.SIGPROF, te_lang)
    signal.setitimer(signal.ITIMER_PROF, SECONDEN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, vorige)


def probeer(
    project: Project, manier: Manier, bronnen: tuple[str, ...], trek: Trek, doe: Callable[[], object]
) -> None:
    naam = trek(st.sampled_from(bronnen))
    doel = project.gemeente if naam == "gemeente" else project.werkmap(WIJK)
    goed = bron("gemeente", project.map), bron(WIJK, project.map)
    doel.write_bytes(manier(trek, bron(naam, project.map)))
    try:
        with binnen_de_tijd(), suppress(WijkplanFout):
            doe()
    finally:
        project.gemeente.write_bytes(goed[0])
        project.werkmap(WIJK).write_bytes(goed[1])


@manieren
def test_a_spoilt_workbook_is_read_without_a_traceback(manier: Manier, project: Project) -> None:
    @zo_veel
    @given(st.data())
    def proef(gegevens: st.DataObject) -> None:
        bronnen = (WIJK, WIJK, "gemeente")
        probeer(project, manier, bronnen, gegevens.draw, lambda: maak_word(project, lees(project, WIJK)))

    bron(WIJK, project.map)
    proef()


@pytest.mark.soak
@manieren
def test_ten_thousand_spoilt_workbooks_are_checked_without_a_traceback(
    manier: Manier, project: Project
) -> None:
    @settings(zo_veel, max_examples=VOORBEELDEN_DUURPROEF, derandomize=False)
    @given(st.data())
    def proef(gegevens: st.DataObject) -> None:
        bronnen = (*[WIJK] * 6, "gemeente", "gemeente", "vbl", "nieuwland")
        probeer(project, manier, bronnen, gegevens.draw, lambda: controleer_wijk(project, WIJK))

    bron(WIJK, project.map)
    proef()
