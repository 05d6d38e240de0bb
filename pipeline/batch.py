"""Makes many plans at once: each in a worker process that keeps a LibreOffice for the plans after it."""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from multiprocessing.util import Finalize
from pathlib import Path

from pipeline.errors import AFGEKEURD, EXIT_BUG, AfgekeurdFout, InvoerFout, WijkplanFout
from pipeline.ongewijzigd import ongewijzigd
from pipeline.pdf.soffice import LibreOffice, vind_soffice
from pipeline.project import Project
from pipeline.resultaat import Resultaat, Uitslag

AFGEBROKEN = "Het programma stopte onverwacht bij deze wijk. Misschien is er te weinig geheugen."


def maak_plannen(
    project: Project,
    wijken: Sequence[str],
    executor: Executor,
    tegelijk: int | None = None,
    begint: Callable[[str], None] = lambda _: None,
) -> Iterator[Uitslag]:
    """Make the plans of the wijken in any executor, and give what came of each as soon as it is known.

    At most `tegelijk` are handed out at a time (all, without it); `begint` is told of each.  What has
    not changed is passed over here, so that no worker is troubled with it.  When a
    process of the executor dies, the wijken that were in work are 'afgebroken', and those not yet
    handed out are not given at all: the executor takes no more work.
    """
    rest = iter(wijken)
    bezig: dict[Future[Uitslag], str] = {}
    try:
        while True:
            while tegelijk is None or len(bezig) < tegelijk:
                wijk = next(rest, None)
                if wijk is None:
                    break
                if (resultaat := _ongewijzigd(project, wijk)) is not None:
                    yield Uitslag(wijk, "overgeslagen", resultaat, bevindingen=resultaat.bevindingen)
                    continue
                begint(wijk)
                try:
                    bezig[executor.submit(maak_wijk, project.map, wijk)] = wijk
                except BrokenExecutor:
                    rest = iter(())
                    yield Uitslag(wijk, "afgebroken", fout=AFGEBROKEN, code=EXIT_BUG)
            if not bezig:
                return
            for klaar in wait(bezig, return_when=FIRST_COMPLETED).done:
                wijk = bezig.pop(klaar)
                try:
                    uitslag = klaar.result()
                except BrokenExecutor:
                    rest = iter(())
                    uitslag = Uitslag(wijk, "afgebroken", fout=AFGEBROKEN, code=EXIT_BUG)
                except Exception:  # noqa: BLE001 - of a cluster: it has errors of its own for a worker that died
                    uitslag = Uitslag(wijk, "mislukt", fout=traceback.format_exc(), code=EXIT_BUG)
                yield uitslag
    finally:
        for future in bezig:
            future.cancel()


def maak_wijk(map_project: Path, wijk: str) -> Uitslag:
    """Make the plan of one wijk in a worker; every error becomes part of what it returns."""
    # Heavy, and of no use to the master.
    from pipeline.assemble import maak_plan

    begin = time.monotonic()
    try:
        resultaat = maak_plan(Project(map_project), wijk, lambda _: None, leen=_leen)
        bevindingen = resultaat.bevindingen + resultaat.afgekeurd
        uitslag = Uitslag(wijk, "gemaakt", resultaat, bevindingen=bevindingen)
        if resultaat.refused:
            code = AfgekeurdFout.exit_code
            uitslag = Uitslag(wijk, "mislukt", resultaat, AFGEKEURD, code, resultaat.afgekeurd)
    except WijkplanFout as fout:
        bevindingen = fout.bevindingen if isinstance(fout, InvoerFout) else []
        uitslag = Uitslag(wijk, "mislukt", None, str(fout), fout.exit_code, bevindingen)
    except Exception:  # noqa: BLE001 - whatever was not foreseen is a bug of this wijk; the others go on
        uitslag = Uitslag(wijk, "mislukt", None, traceback.format_exc(), EXIT_BUG)
    return replace(uitslag, duur=time.monotonic() - begin)


def _ongewijzigd(project: Project, wijk: str) -> Resultaat | None:
    try:
        return ongewijzigd(project, wijk, None)
    except WijkplanFout:
        return None  # making it tells what is the matter


class _Eigen(threading.local):
    """What a worker keeps for its next plan; a thread of its own has its own."""

    libreoffice: LibreOffice | None = None


_EIGEN = _Eigen()


def _leen() -> AbstractContextManager[LibreOffice | None]:
    """Return the LibreOffice of this worker, which is started for its first plan and ends with it."""
    if _EIGEN.libreoffice is None:
        programma = vind_soffice()
        if programma is not None:
            _EIGEN.libreoffice = LibreOffice(programma)
            Finalize(None, _EIGEN.libreoffice.sluit, exitpriority=0)
    return nullcontext(_EIGEN.libreoffice)
