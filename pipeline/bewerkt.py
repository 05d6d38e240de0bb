"""What is done with a Word file as people left it: look at it, and make the PDF of it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from pipeline.accessibility.controleer import Nagekeken, kijk_na, staat_open
from pipeline.accessibility.verslag import PAGINA, schrijf_verslag
from pipeline.assemble import GEEN_LIBREOFFICE, Meld, maak_pdf
from pipeline.bevinding import Bevinding, WordPlaats
from pipeline.check import lees
from pipeline.document.edited import BewerktPlan, maak_klaar
from pipeline.document.openen import open_word
from pipeline.errors import GebruikFout, InvoerFout, OmgevingFout
from pipeline.pdf.produce import pdf_names, published
from pipeline.pdf.soffice import LibreOffice, vind_soffice
from pipeline.project import Project
from pipeline.publish import eigen_map, publiceer
from pipeline.resultaat import Resultaat

NIET_LEESBAAR = "Van dit Word-bestand kan geen PDF worden gemaakt."
NIET_VERWERKT = (
    "De PDF kan nog niet definitief worden. "
    "In het Word-bestand staan nog wijzigingen, opmerkingen of open plekken."
)
NOG_OPEN = ("word-wijziging", "word-opmerking", "word-open-plek")
"""The findings that keep a PDF from being definitief."""
LOS = "toegankelijkheid"
"""The folder in outputs/ for the reports on files that are not of a wijk."""
MEEST = 3
"""Lines of the contents table that a finding quotes."""


def controleer_bestand(project: Project, bestand: Path) -> tuple[list[Bevinding], list[Path]]:
    """Look at any Word file and write the report; return the findings and the files made.

    The report on a file of a wijk stands beside it in outputs/; any other in a folder of its own there, as
    nothing is written where people keep their files.  Raises GebruikFout for a file that is not there, and
    as `publiceer` does.
    """
    if not bestand.is_file():
        raise GebruikFout(
            f"Het bestand {bestand} is er niet.\n"
            "Geef de naam van een Word-bestand, met de map erbij. "
            "Bijvoorbeeld: outputs/nieuwland/wijkplan-nieuwland.docx"
        )
    try:
        nagekeken = kijk_na(bestand)
    except OSError as fout:
        raise OmgevingFout(f"Het bestand {bestand} is niet te lezen ({fout.strerror}).") from fout
    van_wijk = bestand.resolve().parent.parent == project.map.resolve() / "outputs"
    uitvoer = project.uitvoer(bestand.resolve().parent.name if van_wijk else LOS)
    naam = PAGINA if van_wijk else f"{bestand.stem}.html"
    with eigen_map(uitvoer) as werk:
        schrijf_verslag(werk / naam, bestand, nagekeken, nagekeken.bevindingen)
        publiceer(werk, [naam], uitvoer)
    return nagekeken.bevindingen, [uitvoer / naam]


def maak_pdf_van_word(
    project: Project, wijk: str, meld: Meld, *, definitief: bool | None = None
) -> Resultaat:
    """Make the PDF of the Word file in outputs/ as it now stands; that file is not changed.

    All is done on a copy: its changes are accepted, its contents table is made anew.  `definitief` overrules
    the status in the workbook; a PDF that is definitief is refused while changes, comments or places to
    fill in are open.  Raises a WijkplanFout for all that a user can mend; the last files then stay.
    """
    project.controleer_wijk(wijk)
    uitvoer = project.uitvoer(wijk)
    word = uitvoer / f"wijkplan-{wijk}.docx"
    if not word.is_file():
        raise GebruikFout(
            f"Er is nog geen Word-bestand van {wijk}. Verwacht is {word.name} in de map outputs, {wijk}.\n"
            f"Maak het plan eerst: make plan WIJK={wijk}"
        )
    if definitief is None:
        definitief = lees(project, wijk).plan.definitief
    programma = vind_soffice()
    if programma is None:
        raise OmgevingFout(GEEN_LIBREOFFICE)
    with eigen_map(uitvoer) as werk, LibreOffice(programma) as libreoffice:
        meld("Word-bestand lezen en nakijken")
        kopie = werk / word.name
        shutil.copyfile(word, kopie)
        nagekeken = kijk_na(kopie)
        bevindingen = staat_open(word) + nagekeken.bevindingen
        plan = _klaar(kopie, nagekeken, bevindingen, definitief=definitief)
        meld("PDF maken en paginanummers bijwerken")
        pdf, klaar = werk / f"{word.stem}.pdf", werk / "klaar" / word.name
        klaar.parent.mkdir()
        _, afgekeurd = maak_pdf(plan.word, klaar, pdf, {}, libreoffice)
        bevindingen += _verschoven(plan, word.name)
        schrijf_verslag(werk / PAGINA, kopie, nagekeken, bevindingen + afgekeurd)
        meld("Bestanden klaarzetten")
        # A PDF that is rejected is not put over the last one that was good.
        namen = [*published(pdf, afgekeurd, definitief=definitief), PAGINA]
        vervallen = [] if afgekeurd else [naam for naam in pdf_names(pdf) if naam not in namen]
        opzij = publiceer(werk, namen, uitvoer, vervallen=vervallen)
    return Resultaat([uitvoer / naam for naam in namen], opzij, "", definitief, bevindingen, afgekeurd)


def _klaar(
    kopie: Path, nagekeken: Nagekeken, bevindingen: list[Bevinding], *, definitief: bool
) -> BewerktPlan:
    """Return the copy with its changes accepted; raise InvoerFout when there can be no PDF of it."""
    document = open_word(kopie, []) if nagekeken.leesbaar else None
    if document is None:
        raise InvoerFout(bevindingen, NIET_LEESBAAR)
    nog_open = [bevinding for bevinding in bevindingen if bevinding.code in NOG_OPEN]
    if definitief and nog_open:
        raise InvoerFout(nog_open, NIET_VERWERKT)
    return maak_klaar(document)


def _verschoven(plan: BewerktPlan, naam: str) -> list[Bevinding]:
    """Return a finding when the contents table of the Word file has other page numbers than the PDF."""
    verschoven = plan.verschoven()
    if not verschoven:
        return []
    regels = [f"{_kort(kop)}: {oud}, in de PDF {nieuw}" for kop, oud, nieuw in verschoven[:MEEST]]
    meer = [f"en nog {len(verschoven) - MEEST}"] if len(verschoven) > MEEST else []
    plaats = WordPlaats(naam, tekst="inhoudsopgave")
    return [Bevinding("word-inhoud-paginas", plaats, "; ".join(regels + meer))]


def _kort(kop: str) -> str:
    """Return the begin of a heading, cut at a word."""
    return kop if len(kop) <= 40 else re.sub(r"\s+\S*$", "", kop[:40]) + " ..."
