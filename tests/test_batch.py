"""Many plans at once: none stops another, any executor will do, and nothing of it stays behind."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline import batch
from pipeline.batch import maak_plannen
from pipeline.pdf.soffice import LibreOffice, _buis
from pipeline.project import Project
from pipeline.publish import eigen_map
from pipeline.resultaat import Uitslag
from pipeline.workers import maak_alle, werkers
from tests.conftest import WORTEL
from tests.opdracht import klein_project, nep_libreoffice, opdracht, wijkplan, zonder_libreoffice
from tests.pdf import programma
from tests.workbook.voorbeeld import bederf

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these tests look at the processes of Unix")


@pytest.fixture
def drie(tmp_path: Path) -> Project:
    return klein_project(tmp_path / "project", "a", "b", "c")


def stil(_: str) -> None:
    """Hear nothing."""


def per_wijk(uitslagen: Iterator[Uitslag]) -> dict[str, str]:
    return {uitslag.wijk: uitslag.uitkomst for uitslag in uitslagen}


def gemaakt(project: Project) -> list[str]:
    return sorted(pad.name for pad in (project.map / "outputs").rglob("wijkplan-*"))


# Each by itself


def test_all_that_can_go_wrong_with_one_wijk_leaves_the_others_alone(tmp_path: Path) -> None:
    project = klein_project(tmp_path, "bezet", "goed", "kapot", "stuk", "weer-goed")
    project.werkmap("kapot").write_bytes(b"geen Excel")
    bederf(project.werkmap("stuk"), lambda werkmap: werkmap.remove(werkmap["Clusters"]))
    with eigen_map(project.uitvoer("bezet")):
        proces = wijkplan(project.map, "plannen")
    assert proces.returncode == 4
    assert gemaakt(project) == [
        f"wijkplan-{wijk}.{soort}" for wijk in ("goed", "weer-goed") for soort in ("docx", "pdf")
    ]
    # What is too wide for the terminal goes on below it, indented.
    tabel = [regel for regel in proces.stdout.split("\n\n")[1].splitlines() if regel[0] != " "]
    assert [regel.split()[:2] for regel in tabel] == [
        ["Wijk", "Plan"],
        ["bezet", "mislukt"],
        ["goed", "gemaakt"],
        ["kapot", "mislukt"],
        ["stuk", "mislukt"],
        ["weer-goed", "gemaakt"],
    ]
    assert "Er is al een opdracht bezig met de wijk bezet." in " ".join(proces.stdout.split())
    assert proces.stdout.endswith("\n2 van de 5 plannen staan klaar.\n")
    assert "stuk.xlsx, blad Clusters: 1 fout" in proces.stderr
    assert proces.stderr.endswith("Niet gemaakt: bezet, kapot, stuk.\n")
    assert "Traceback" not in proces.stderr


def test_a_bug_at_one_wijk_is_told_with_its_traceback(drie: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.check.render", None)
    with ThreadPoolExecutor(1) as executor:
        uitslagen = list(maak_plannen(drie, ["a"], executor))
    assert [(u.uitkomst, u.code) for u in uitslagen] == [("mislukt", 70)]
    assert uitslagen[0].fout.startswith("Traceback")


def _sterft_bij_b(map_project: Path, wijk: str) -> Uitslag:
    if wijk == "b":
        os.kill(os.getpid(), signal.SIGKILL)
    return ECHT(map_project, wijk)


ECHT = batch.maak_wijk


def test_a_worker_that_dies_costs_its_own_wijk_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = klein_project(tmp_path, "a", "b", "c", "d")
    monkeypatch.setattr(batch, "maak_wijk", _sterft_bij_b)
    uitslagen = {uitslag.wijk: uitslag for uitslag in maak_alle(project, project.wijken(), stil)}
    assert per_wijk(iter(uitslagen.values())) == {
        "a": "gemaakt",
        "b": "afgebroken",
        "c": "gemaakt",
        "d": "gemaakt",
    }
    assert uitslagen["b"].fout.startswith("Het programma stopte onverwacht bij deze wijk.")
    assert uitslagen["b"].code == 70


def test_a_libreoffice_that_crashes_still_gives_all_word_files(drie: Project, tmp_path: Path) -> None:
    proces = wijkplan(drie.map, "plannen", env=nep_libreoffice(tmp_path / "bin"))
    assert proces.returncode == 0
    assert gemaakt(drie) == ["wijkplan-a.docx", "wijkplan-b.docx", "wijkplan-c.docx"]
    assert proces.stdout.count("zonder PDF") == 6
    assert proces.stdout.count("LibreOffice stopte voordat de PDF klaar was.") == 1
    assert programma.levend(tmp_path / "bin" / "logboek") == []


# Unchanged


def test_only_what_changed_is_made_again(drie: Project) -> None:
    assert set(per_wijk(maak_alle(drie, drie.wijken(), stil)).values()) == {"gemaakt"}
    bederf(drie.werkmap("b"), lambda werkmap: werkmap["Plan"].cell(20, 9).__setattr__("value", "x"))
    begonnen: list[str] = []
    uitkomsten = per_wijk(maak_alle(drie, drie.wijken(), begonnen.append))
    assert uitkomsten == {"a": "overgeslagen", "b": "gemaakt", "c": "overgeslagen"}
    assert begonnen == ["b"]


# Any executor


def test_a_worker_keeps_its_libreoffice_for_the_next_plan(
    drie: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    gestart: list[object] = []
    echt = LibreOffice

    def start(pad: Path) -> object:
        gestart.append(echt(pad))
        return gestart[-1]

    monkeypatch.setattr(batch, "LibreOffice", start)
    with ThreadPoolExecutor(1, initializer=batch._EIGEN.__dict__.clear) as executor:
        assert set(per_wijk(maak_plannen(drie, drie.wijken(), executor)).values()) == {"gemaakt"}
    assert len(gestart) == 1
    for libreoffice in gestart:
        libreoffice.sluit()  # type: ignore[attr-defined]


@pytest.mark.filterwarnings("ignore")
def test_a_local_dask_cluster_makes_them_in_one_line(drie: Project) -> None:
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, worker_dashboard_address=None
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        executor: Executor = client.get_executor()
        assert set(per_wijk(maak_plannen(drie, drie.wijken(), executor)).values()) == {"gemaakt"}
    assert len(gemaakt(drie)) == 6


def test_no_more_are_handed_out_than_asked(drie: Project) -> None:
    begonnen: list[str] = []
    with werkers(1) as executor:
        stroom = maak_plannen(drie, drie.wijken(), executor, 1, begonnen.append)
        next(stroom)
        assert begonnen == ["a"]


# What is shown


def test_to_a_pipe_go_plain_lines(drie: Project) -> None:
    proces = zonder_libreoffice(drie.map, "plannen")
    assert all(teken.isprintable() or teken == "\n" for teken in proces.stdout)
    regels = proces.stdout.splitlines()
    assert sorted(regel.split(":")[0] for regel in regels[:3]) == ["a", "b", "c"]


def test_on_a_terminal_the_wijken_in_work_are_drawn(drie: Project) -> None:
    meester, slaaf = pty.openpty()
    env = os.environ | {"PYTHONPATH": str(WORTEL), "TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(opdracht("plannen"), cwd=drie.map, env=env, stdout=slaaf) as proces:
        os.close(slaaf)
        gezien = b""
        while True:
            try:
                stuk = os.read(meester, 65536)
            except OSError:  # the other side is closed
                break
            if not stuk:
                break
            gezien += stuk
    os.close(meester)
    assert proces.returncode == 0
    tekst = gezien.decode()
    assert "\x1b[" in tekst
    assert "  a " in tekst
    assert "0/3" in tekst
    assert "3 van de 3 plannen staan klaar." in tekst


# Broken off: nothing stays


def _processen(map_tijdelijk: Path) -> list[str]:
    """Return the processes that work for a run: they have its folder for temporary files, or a part of it."""
    uit = []
    for pad in Path("/proc").glob("[0-9]*/environ"):
        try:
            inhoud = pad.read_bytes()
            naam = (pad.parent / "cmdline").read_text(encoding="utf-8").replace("\0", " ")
            stand = (pad.parent / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except OSError:
            continue
        if f"TMPDIR={map_tijdelijk}".encode() in inhoud and stand != "Z":
            uit.append(naam)
    return uit


@pytest.fixture
def tijdelijk() -> Iterator[Path]:
    """A folder for temporary files with a short name, as they mostly are."""
    with tempfile.TemporaryDirectory(dir="/tmp") as naam:
        yield Path(naam)


def test_a_long_name_of_the_folder_for_temporary_files_is_no_matter(drie: Project, tmp_path: Path) -> None:
    tijdelijk = tmp_path / ("lang" * 25)
    tijdelijk.mkdir()
    proces = zonder_libreoffice(drie.map, "plannen", TMPDIR=str(tijdelijk))
    assert (proces.returncode, proces.stderr) == (0, "")
    assert list(tijdelijk.iterdir()) == []


@pytest.mark.parametrize("signaal", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
@pytest.mark.parametrize("wanneer", ["libreoffice", "werk"])
def test_a_batch_that_is_ended_leaves_nothing(
    signaal: signal.Signals, wanneer: str, tijdelijk: Path, drie: Project
) -> None:
    """At once when it starts LibreOffice, or when it is at work; by a signal to the master alone."""
    env = os.environ | {"TMPDIR": str(tijdelijk), "PYTHONPATH": str(WORTEL)}
    buis = subprocess.PIPE
    with subprocess.Popen(
        opdracht("plannen"), cwd=drie.map, env=env, stdout=buis, stderr=buis, encoding="utf-8"
    ) as proces:
        patroon = "wijkplan-lo-*" if wanneer == "libreoffice" else "wijkplan-lo-*/taken/taak-1"
        _wacht(lambda: bool(list(tijdelijk.glob(patroon))) or proces.poll() is not None)
        assert proces.poll() is None, proces.communicate()
        assert _processen(tijdelijk)
        buizen = [_buis(pad.resolve() / "profiel") for pad in tijdelijk.glob("wijkplan-lo-*")]
        proces.send_signal(signaal)
        uitvoer, fouten = proces.communicate(timeout=30)
    _wacht(lambda: not _processen(tijdelijk))
    _wacht(lambda: not list(tijdelijk.iterdir()))
    if signaal != signal.SIGKILL:
        assert proces.returncode == 130
        assert fouten.strip() == "Afgebroken. Wat nog niet klaar was, is niet veranderd in outputs."
    assert "Traceback" not in fouten + uitvoer
    namen = {pad.name for pad in (drie.map / "outputs").glob("*/*")}
    assert ".werk" not in namen
    assert not [pad for pad in buizen if pad.exists()]


def _wacht(klaar: object, seconden: float = 30) -> None:
    einde = time.monotonic() + seconden
    while not klaar():  # type: ignore[operator]
        assert time.monotonic() < einde
        time.sleep(0.02)
