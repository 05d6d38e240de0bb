"""Measures a batch of 60 plans beside bare LibreOffice, and whether a long one ends as it began."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from pipeline.batch import maak_plannen
from pipeline.pdf.soffice import vind_soffice
from pipeline.project import Project
from pipeline.publish import ADMINISTRATIE
from pipeline.workers import cores, werkers

WORTEL = Path(__file__).parent.parent
AANTAL = 60
"""Plans of a batch: as many copies, half and half, of the two real workbooks."""
RONDEN = 2
"""Measurements of each, alternating with what they are compared with; the median counts."""
LAND = 3400
"""About as many wijken as the country has."""
DOEL_EERST, DOEL_WEER = 0.45, 0.70
"""Of the throughput of bare LibreOffice: when all is made for the first time, and when pages still hold."""
LANG = 1000
"""Plans of a long batch."""
AFWIJKING = 0.10
"""How much more time and memory a plan may take at the end of a long batch than at its start."""


def main() -> None:
    """Measure and print; with `lang` and perhaps a number, a long batch."""
    with tempfile.TemporaryDirectory(prefix="wijkplan-bench-") as naam:
        project = maak_project(Path(naam))
        if sys.argv[1:2] == ["lang"]:
            lange_batch(project, int(sys.argv[2]) if len(sys.argv) > 2 else LANG)
        else:
            batch(project)


def maak_project(map_pad: Path) -> Project:
    """Make a project of synthetic wijken: copies of the real workbooks under other names."""
    project = Project(map_pad)
    shutil.copytree(WORTEL / "templates", project.map / "templates")
    echte = sorted((WORTEL / "inputs").glob("*/*.xlsx"))
    for nummer in range(AANTAL):
        werkmap = project.werkmap(f"wijk-{nummer:02}")
        werkmap.parent.mkdir(parents=True)
        shutil.copy(echte[nummer % len(echte)], werkmap)
    shutil.copy(WORTEL / "inputs" / "gemeente.xlsx", project.gemeente)
    return project


def batch(project: Project) -> None:
    """`wijkplan plannen` against bare LibreOffice that converts the same Word files, both on all cores."""
    tijden: dict[str, list[float]] = {"eerst": [], "weer": [], "kaal": []}
    toppen: list[float] = []
    for _ in range(RONDEN):
        shutil.rmtree(project.map / "outputs", ignore_errors=True)
        for soort in ("eerst", "weer"):
            vergeet_herkomst(project)
            begin = time.perf_counter()
            toppen.append(_plannen(project))
            tijden[soort].append(time.perf_counter() - begin)
            begin = time.perf_counter()
            _kaal(project)
            tijden["kaal"].append(time.perf_counter() - begin)
    eerst, weer, kaal = (statistics.median(tijden[soort]) for soort in ("eerst", "weer", "kaal"))
    print(f"{AANTAL} plannen op {cores()} kernen, medianen van {RONDEN} metingen\n")
    _toon("eerste keer", eerst, kaal, DOEL_EERST)
    _toon("nog een keer", weer, kaal, DOEL_WEER)
    print(f"geheugen van alle processen samen: hooguit {max(toppen):.0f} MB")
    minuten = LAND * weer / AANTAL / 60
    print(f"{AANTAL / weer * 60:.0f} plannen per minuut; {LAND} plannen: {minuten:.0f} minuten")


def lange_batch(project: Project, aantal: int) -> None:
    """The same wijken again and again in one pool: time and memory at the end against those at the start."""
    wijken = project.wijken()
    rondes: list[tuple[float, float]] = []
    with werkers(cores()) as executor:
        for _ in range(max(aantal // AANTAL, 4) + 1):
            vergeet_herkomst(project)
            begin = time.perf_counter()
            uitslagen = list(maak_plannen(project, wijken, executor, cores()))
            rondes.append(((time.perf_counter() - begin) / len(wijken), _geheugen(psutil.Process())))
            if any(uitslag.uitkomst != "gemaakt" for uitslag in uitslagen):
                raise RuntimeError(f"niet alles is gemaakt: {uitslagen}")
            tijd, geheugen = rondes[-1]
            print(f"{len(rondes) * AANTAL} plannen: {tijd:.2f} s per plan, {geheugen:.0f} MB", flush=True)
    rondes = rondes[1:]  # in the first all is still to be loaded, and made for the first time
    deel = max(len(rondes) // 4, 1)
    begin_, eind = rondes[:deel], rondes[-deel:]
    for naam, kolom in (("tijd per plan", 0), ("geheugen", 1)):
        eerst, laatst = (statistics.median(r[kolom] for r in groep) for groep in (begin_, eind))
        verhouding = laatst / eerst
        oordeel = "gehaald" if verhouding <= 1 + AFWIJKING else "NIET gehaald"
        print(f"{naam}: aan het eind {verhouding:.2f} keer het begin (doel: {1 + AFWIJKING:.1f}; {oordeel})")


def vergeet_herkomst(project: Project) -> None:
    """Make every plan be made again, with the page numbers of the last run."""
    for pad in project.map.glob(f"outputs/*/{ADMINISTRATIE}"):
        inhoud = json.loads(pad.read_text(encoding="utf-8"))
        pad.write_text(json.dumps(inhoud | {"herkomst": {}}), encoding="utf-8")


def _plannen(project: Project) -> float:
    """Run `wijkplan plannen`; return the most memory that its processes had together, in MB."""
    opdracht = [sys.executable, "-m", "pipeline", "plannen"]
    env = {**psutil.Process().environ(), "PYTHONPATH": str(WORTEL)}
    with (
        subprocess.Popen(opdracht, cwd=project.map, env=env, stdout=subprocess.DEVNULL) as proces,
        _gevolgd(proces.pid) as toppen,
    ):
        _slaag(proces)
    return max(toppen)


def _slaag(proces: subprocess.Popen[bytes]) -> None:
    if proces.wait():
        raise subprocess.CalledProcessError(proces.returncode, proces.args)


@contextmanager
def _gevolgd(pid: int) -> Iterator[list[float]]:
    klaar, toppen = threading.Event(), [0.0]

    def volg() -> None:
        while not klaar.wait(1):
            toppen.append(_geheugen(psutil.Process(pid)))

    draad = threading.Thread(target=volg)
    draad.start()
    try:
        yield toppen
    finally:
        klaar.set()
        draad.join()


def _geheugen(proces: psutil.Process) -> float:
    """Return the memory of a process and all that it started, in MB; what they share counts once."""
    totaal = 0
    for deel in (proces, *proces.children(recursive=True)):
        try:
            totaal += deel.memory_full_info().pss
        except psutil.Error:
            continue  # it has just ended
    return totaal / 1e6


def _kaal(project: Project) -> None:
    """Convert all Word files with one bare LibreOffice per core, each in one call."""
    bestanden = sorted(map(str, project.map.glob("outputs/*/*.docx")))
    processen = []
    for nummer in range(cores()):
        optie = f"-env:UserInstallation={(project.map / f'profiel-{nummer}').as_uri()}"
        opdracht = [str(vind_soffice()), optie, "--headless", "--convert-to", "pdf", "--outdir"]
        deel = bestanden[nummer :: cores()]
        doel = str(project.map / f"kaal-{nummer}")
        stil = subprocess.DEVNULL
        processen.append(subprocess.Popen([*opdracht, doel, *deel], stdout=stil, stderr=stil))
    for proces in processen:
        _slaag(proces)


def _toon(naam: str, ons: float, kaal: float, doel: float) -> None:
    verhouding = kaal / ons
    oordeel = "gehaald" if verhouding >= doel else "NIET gehaald"
    print(
        f"{naam}: {ons:.1f} s; kale LibreOffice: {kaal:.1f} s; {verhouding:.0%} van zijn snelheid "
        f"(doel: minstens {doel:.0%}; {oordeel})"
    )


if __name__ == "__main__":
    main()
