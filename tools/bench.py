"""Measures the speed of the pipeline beside the bare tools, in one run, as ratios of medians."""

from __future__ import annotations

import dataclasses
import json
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

import docx
from markupsafe import Markup

from pipeline.check import lees
from pipeline.document.context import maak_context
from pipeline.document.styles import Stijlen
from pipeline.document.wordml import Schrijver
from pipeline.pdf.soffice import vind_soffice
from pipeline.project import Project
from pipeline.publish import ADMINISTRATIE
from pipeline.workbook.bladen import WijkBladen, lees_wijk
from pipeline.workbook.write import schrijf_wijk

WORTEL = Path(__file__).parent.parent
WIJK = "vbl"
RONDEN = 7
"""Measurements of each, alternating with what they are compared with; the median counts."""
KEER = 10
"""How many times as many activities and texts the large workbook has."""
VEEL = 2000
"""Activities of a workbook that is far larger than any plan, to measure how checking grows."""

EXCEL_NAAR_WORD = """
import sys
from pathlib import Path
from pipeline.check import lees, maak_word
from pipeline.project import Project
project = Project(Path(sys.argv[1]))
Path(sys.argv[3]).write_bytes(maak_word(project, lees(project, sys.argv[2])).als_bytes())
"""
ACCOUNT = """
import sys, time
from pathlib import Path
from pipeline.check import lees, maak_word, verantwoord
from pipeline.project import Project
project = Project(Path(sys.argv[1]))
gelezen = lees(project, sys.argv[2])
word = maak_word(project, gelezen).als_bytes()
begin = time.perf_counter()
verantwoord(project, gelezen, word)
print(time.perf_counter() - begin)
"""
"""The account alone, in a process of its own, which says how long it took."""
SAMENVOEGEN = """
import sys
from pathlib import Path
from pipeline.check import lees, maak_word
from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import voeg_samen
from pipeline.project import Project
project = Project(Path(sys.argv[1]))
nieuw = maak_word(project, lees(project, sys.argv[2])).als_bytes()
basis = bewerkt = Path(sys.argv[3]).read_bytes()
samen = voeg_samen(basis, nieuw, bewerkt)
docx = samen.als_bytes()
assert samen.wijzigingen and not bewijs(basis, nieuw, bewerkt, docx, samen.wijzigingen)
"""
COMPARING = """
import sys, time
from pathlib import Path
import docx
from pipeline.document.headings import vind_koppen
from pipeline.document.passages import passages
from pipeline.document.styles import Stijlen
from pipeline.pdf.bibliotheek import open_pdf
from pipeline.pdf.boom import Boom
from pipeline.pdf.drawn import drawn
from pipeline.pdf.outline import bladwijzers
from pipeline.pdf.plek import Wijzer
from pipeline.pdf.reading import read_aloud
from pipeline.pdf.wording import compare
word = Path(sys.argv[1])
pdf = word.with_suffix(".pdf")
document = docx.Document(str(word))
styles = Stijlen(document.styles.element)
headings = vind_koppen(document.element.body, document.part.numbering_part.element, styles)
boom = Boom(open_pdf(pdf))
pointer = Wijzer(boom, bladwijzers(boom.document), word.name)
begin = time.perf_counter()
said = list(passages(document, headings))
assert not list(compare(said, list(read_aloud(boom)), drawn(pdf.read_bytes()), pointer, word.name))
print(time.perf_counter() - begin)
"""
CONTROLE = """
import sys
from pathlib import Path
from pipeline.check import lees
from pipeline.project import Project
lees(Project(Path(sys.argv[1])), sys.argv[2])
"""
KALE_OPENPYXL = """
import sys
from openpyxl import load_workbook
load_workbook(sys.argv[1])
"""
KALE_DOCXTPL = """
import pickle, sys
from docxtpl import DocxTemplate
sjabloon = DocxTemplate(sys.argv[1])
with open(sys.argv[2], "rb") as bestand:
    context = pickle.load(bestand)
sjabloon.render(context, autoescape=True)
sjabloon.save(sys.argv[3])
"""


def main() -> None:
    """Measure and print; fails only when something cannot be run."""
    with tempfile.TemporaryDirectory(prefix="wijkplan-bench-") as naam:
        werk = Path(naam)
        for bron in ("inputs", "templates"):
            shutil.copytree(WORTEL / bron, werk / bron)
        project = Project(werk)
        print(f"{WIJK}, medianen van {RONDEN} metingen, elk als heel proces\n")
        excel_naar_word(project)
        plan_met_pdf(project)
        comparing(project)
        samenvoeging(project)
        groei(project)
        controle(project)
        groei_van_de_controle(project)


def excel_naar_word(project: Project) -> None:
    """Excel to Word against docxtpl alone, with the same template and the same context."""
    context = project.map / "context.pickle"
    context.write_bytes(pickle.dumps(_context(project)))
    doel = str(project.map / "uit.docx")
    ons, kaal = _om_en_om(
        lambda: _python(EXCEL_NAAR_WORD, str(project.map), WIJK, doel),
        lambda: _python(KALE_DOCXTPL, str(project.sjabloon), str(context), doel),
    )
    _toon("Excel naar Word", ons, "docxtpl alleen", kaal, 4)


def plan_met_pdf(project: Project) -> None:
    """The whole command against a cold LibreOffice that converts the same Word file once."""
    programma = vind_soffice()
    if programma is None:
        print("Zonder LibreOffice is de PDF niet te meten.")
        return
    word = project.uitvoer(WIJK) / f"wijkplan-{WIJK}.docx"
    bewaard = project.map / "bewaard.docx"
    _plan(project)
    shutil.copy(word, bewaard)
    administratie = project.uitvoer(WIJK) / ADMINISTRATIE

    def nog_een_keer() -> None:
        inhoud = json.loads(administratie.read_text(encoding="utf-8"))
        administratie.write_text(json.dumps(inhoud | {"herkomst": {}}), encoding="utf-8")
        _plan(project)

    def eerste_keer() -> None:
        shutil.rmtree(project.uitvoer(WIJK))
        _plan(project)

    def kaal() -> None:
        profiel = project.map / "profiel"
        shutil.rmtree(profiel, ignore_errors=True)
        optie = f"-env:UserInstallation={profiel.as_uri()}"
        opdracht = [str(programma), optie, "--headless", "--convert-to", "pdf", "--outdir", str(project.map)]
        subprocess.run([*opdracht, str(bewaard)], check=True, capture_output=True)

    account(project, nog_een_keer)
    eerst, koud = _om_en_om(eerste_keer, kaal)
    _toon("plan met PDF, eerste keer", eerst, "kale koude soffice", koud, 2.3)
    weer, koud = _om_en_om(nog_een_keer, kaal)
    _toon("plan met PDF, nog een keer", weer, "kale koude soffice", koud, 1.5)
    niets, kaal_python = _om_en_om(lambda: _plan(project), lambda: _python("import docxtpl, openpyxl"))
    _toon("plan waarvan niets is veranderd", niets, "import van docxtpl en openpyxl", kaal_python, 2)


def comparing(project: Project) -> None:
    """Holding the words of a PDF against its Word file and its pages, beside a whole plan with PDF."""
    if vind_soffice() is None:
        return
    _plan(project)
    word = project.uitvoer(WIJK) / f"wijkplan-{WIJK}.docx"
    kept = project.map / "vergeleken.docx"
    shutil.copy(word, kept)
    shutil.copy(word.with_suffix(".pdf"), kept.with_suffix(".pdf"))
    seconds: list[float] = []

    def compare() -> None:
        told = subprocess.run(
            [sys.executable, "-c", COMPARING, str(kept)], check=True, capture_output=True, text=True
        )
        seconds.append(float(told.stdout))

    def afresh() -> None:
        shutil.rmtree(project.uitvoer(WIJK))
        _plan(project)

    _, plan = _om_en_om(compare, afresh)
    _toon("woorden van de PDF vergelijken", statistics.median(seconds), "plan met PDF", plan, 0.1)


def account(project: Project, plan: Callable[[], None]) -> None:
    """The account of every cell, as a part of a plan with PDF."""
    opdracht = [sys.executable, "-c", ACCOUNT, str(project.map), WIJK]
    accounts: list[float] = []
    plannen: list[float] = []
    for _ in range(RONDEN):
        proces = subprocess.run(opdracht, check=True, capture_output=True, text=True)
        accounts.append(float(proces.stdout))
        begin = time.perf_counter()
        plan()
        plannen.append(time.perf_counter() - begin)
    _toon(
        "account van alle cellen",
        statistics.median(accounts),
        "plan met PDF",
        statistics.median(plannen),
        0.1,
    )


def samenvoeging(project: Project) -> None:
    """Making the Word file and merging it, proof included, against making it alone."""
    bladen = lees_wijk(project.werkmap(WIJK), [])
    ander = _ander_project(
        project,
        "samenvoeging",
        dataclasses.replace(
            bladen,
            wijkgegevens=[*bladen.wijkgegevens[:5], *bladen.wijkgegevens[8:]],
            activiteiten=[*bladen.activiteiten[3:], *bladen.activiteiten[:3]],
            organisaties=bladen.organisaties[2:],
        ),
    )
    basis, doel = str(project.map / "basis.docx"), str(project.map / "uit.docx")
    _python(EXCEL_NAAR_WORD, str(project.map), WIJK, basis)
    samen, alleen = _om_en_om(
        lambda: _python(SAMENVOEGEN, str(ander.map), WIJK, basis),
        lambda: _python(EXCEL_NAAR_WORD, str(ander.map), WIJK, doel),
    )
    _toon("Excel naar Word met samenvoegen", samen, "zonder samenvoegen", alleen, 2)


def groei(project: Project) -> None:
    """The same plan with ten times the activities and texts: linear is at most ten times as long."""
    bladen = lees_wijk(project.werkmap(WIJK), [])
    groot = _ander_project(
        project,
        "groot",
        dataclasses.replace(bladen, activiteiten=bladen.activiteiten * KEER, teksten=bladen.teksten * KEER),
    )
    doel = str(project.map / "uit.docx")
    veel, gewoon = _om_en_om(
        lambda: _python(EXCEL_NAAR_WORD, str(groot.map), WIJK, doel),
        lambda: _python(EXCEL_NAAR_WORD, str(project.map), WIJK, doel),
    )
    _toon(f"Excel naar Word, {KEER} keer de inhoud", veel, "gewoon plan", gewoon, KEER)


def controle(project: Project) -> None:
    """Reading and checking a workbook against openpyxl that only reads it."""
    ons, kaal = _om_en_om(
        lambda: _python(CONTROLE, str(project.map), WIJK),
        lambda: _python(KALE_OPENPYXL, str(project.werkmap(WIJK))),
    )
    _toon("controle", ons, "openpyxl alleen", kaal, 3)


def groei_van_de_controle(project: Project) -> None:
    """Checking a plan of many activities and of ten times as many: linear is at most ten times as long."""
    bladen = lees_wijk(project.werkmap(WIJK), [])
    gewoon, groot = (
        _ander_project(
            project,
            f"{aantal} activiteiten",
            dataclasses.replace(bladen, activiteiten=list(islice(cycle(bladen.activiteiten), aantal))),
        )
        for aantal in (VEEL, KEER * VEEL)
    )
    veel, weinig = _om_en_om(
        lambda: _python(CONTROLE, str(groot.map), WIJK),
        lambda: _python(CONTROLE, str(gewoon.map), WIJK),
    )
    _toon(f"controle van {KEER * VEEL} activiteiten", veel, f"van {VEEL}", weinig, KEER)


def _ander_project(project: Project, naam: str, bladen: WijkBladen) -> Project:
    """Make a project beside this one, with the same gemeente and another workbook of the wijk."""
    ander = Project(project.map / naam)
    shutil.copytree(project.map / "templates", ander.map / "templates")
    ander.werkmap(WIJK).parent.mkdir(parents=True)
    shutil.copy(project.gemeente, ander.gemeente)
    schrijf_wijk(ander.werkmap(WIJK), bladen)
    return ander


def _context(project: Project) -> dict[str, object]:
    plan = lees(project, WIJK).plan
    stijlen = Stijlen(docx.Document(str(project.sjabloon)).styles.element)
    return maak_context(plan, Schrijver(stijlen, lambda _: "rId1"), lambda _: Markup())


def _plan(project: Project) -> None:
    opdracht = [sys.executable, "-m", "pipeline", "plan", WIJK]
    subprocess.run(opdracht, check=True, cwd=project.map, capture_output=True)


def _python(programma: str, *argumenten: str) -> None:
    subprocess.run([sys.executable, "-c", programma, *argumenten], check=True)


def _om_en_om(ons: Callable[[], None], ander: Callable[[], None]) -> tuple[float, float]:
    """Measure two things in turn, so that both meet the same machine; return their medians."""
    tijden: tuple[list[float], list[float]] = ([], [])
    for _ in range(RONDEN):
        for lijst, doe in zip(tijden, (ons, ander), strict=True):
            begin = time.perf_counter()
            doe()
            lijst.append(time.perf_counter() - begin)
    return statistics.median(tijden[0]), statistics.median(tijden[1])


def _toon(naam: str, ons: float, naam_ander: str, ander: float, doel: float) -> None:
    verhouding = ons / ander
    oordeel = "gehaald" if verhouding <= doel else "NIET gehaald"
    print(
        f"{naam}: {ons:.2f} s; {naam_ander}: {ander:.2f} s; "
        f"{verhouding:.2f} keer (doel: hooguit {doel:g}; {oordeel})"
    )


if __name__ == "__main__":
    main()
