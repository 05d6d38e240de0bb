"""The steps of one plan, from workbook to published files."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from pipeline.bevinding import Bevinding, Plaats
from pipeline.build.plan import bouw_wijkplan
from pipeline.document.finish import WordPlan, finish
from pipeline.document.render import render
from pipeline.document.wordml import bladwijzer
from pipeline.errors import InvoerFout
from pipeline.model import Wijkplan
from pipeline.pdf.soffice import LibreOffice, Omzetfout, vind_soffice
from pipeline.project import Project
from pipeline.publish import eigen_map, lees_administratie, publiceer
from pipeline.workbook.bladen import lees_gemeente, lees_wijk

MAX_OMZETTINGEN = 4
"""Conversions after which page numbers that still move are a fault of the document."""

GEEN_LIBREOFFICE = (
    "LibreOffice staat niet op deze computer.\n"
    "Installeer LibreOffice (gratis, van libreoffice.org) en geef de opdracht opnieuw."
)
Meld = Callable[[str], None]


@dataclass(frozen=True)
class Resultaat:
    """What a run made and what it put aside."""

    gemaakt: list[Path]
    opzij: list[Path]
    geen_pdf: str
    """Why there is no PDF and how to get it; empty when there is one."""


def maak_plan(project: Project, wijk: str, meld: Meld) -> Resultaat:
    """Make the Word file and the PDF of one wijk; `meld` is told of every step.

    Without LibreOffice the Word file is made all the same, and the result says so.  Raises a
    WijkplanFout for all that a user can mend; the files of the last run then stay as they were.
    """
    project.controleer_wijk(wijk)
    uitvoer = project.uitvoer(wijk)
    with eigen_map(uitvoer) as werk, ExitStack() as stapel:
        programma = vind_soffice()
        libreoffice = stapel.enter_context(LibreOffice(programma)) if programma else None
        meld("Werkmap lezen")
        plan, verwijzingen = lees_plan(project, wijk)
        meld("Word-bestand maken")
        word = maak_word(project, plan, verwijzingen)
        word_pad, pdf_pad = werk / f"wijkplan-{wijk}.docx", werk / f"wijkplan-{wijk}.pdf"
        paginas = lees_administratie(uitvoer).paginas
        geen_pdf = GEEN_LIBREOFFICE
        if libreoffice is not None:
            meld("PDF maken en paginanummers invullen")
            try:
                paginas = maak_pdf(word, word_pad, pdf_pad, paginas, libreoffice)
                geen_pdf = ""
            except Omzetfout as fout:
                geen_pdf = f"{fout}\nGeef de opdracht opnieuw."
        if geen_pdf:
            word.zet_paginas({})
            word_pad.write_bytes(word.als_bytes())
        meld("Bestanden klaarzetten")
        namen = [word_pad.name] if geen_pdf else [word_pad.name, pdf_pad.name]
        vervallen = [pdf_pad.name] if geen_pdf else []
        opzij = publiceer(werk, namen, vervallen, paginas, uitvoer)
    return Resultaat([uitvoer / naam for naam in namen], opzij, geen_pdf)


def lees_plan(project: Project, wijk: str) -> tuple[Wijkplan, list[tuple[str, Plaats]]]:
    """Read and build a plan, with the references in it. Raises InvoerFout with all findings."""
    bevindingen: list[Bevinding] = []
    bladen = lees_wijk(project.werkmap(wijk), bevindingen)
    gemeente = lees_gemeente(project.gemeente, bevindingen)
    gebouwd = bouw_wijkplan(wijk, bladen, gemeente, project.afbeeldingen(wijk), bevindingen)
    if bevindingen or gebouwd is None:
        raise InvoerFout(bevindingen)
    return gebouwd


def maak_word(project: Project, plan: Wijkplan, verwijzingen: list[tuple[str, Plaats]]) -> WordPlan:
    """Render and finish the Word file. Raises InvoerFout for a reference without a target."""
    word = finish(render(project.sjabloon, plan), plan)
    onbekend = [
        Bevinding("verwijzing-onbekend", plaats, doel, ", ".join(_doelen(word)))
        for doel, plaats in verwijzingen
        if bladwijzer(doel) not in word.bladwijzers
    ]
    if onbekend:
        raise InvoerFout(onbekend)
    return word


def maak_pdf(
    word: WordPlan, word_pad: Path, pdf_pad: Path, paginas: dict[str, int], libreoffice: LibreOffice
) -> dict[str, int]:
    """Write the Word file and its PDF with the right page numbers; return them by bookmark.

    Page numbers are known only when the PDF is there, so a first run converts twice.  When the
    numbers of the last run still hold, once is enough.  Raises Omzetfout when there is no PDF.
    """
    # Reading a PDF needs a library that a run without LibreOffice does not.
    from pipeline.pdf.outline import koppen_met_pagina

    for _ in range(MAX_OMZETTINGEN):
        word.zet_paginas(paginas)
        word_pad.write_bytes(word.als_bytes())
        libreoffice.maak_pdf(word_pad, pdf_pad)
        gevonden = word.paginas(koppen_met_pagina(pdf_pad))
        if gevonden == paginas:
            return paginas
        paginas = gevonden
    raise Omzetfout("De paginanummers van de inhoudsopgave bleven verschuiven.")


def _doelen(word: WordPlan) -> list[str]:
    """Return the places to which a person can refer, as they are typed."""
    return sorted("#" + naam.replace("_", "-") for naam in word.bladwijzers if not naam.startswith("_"))
