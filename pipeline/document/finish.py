"""Finishes a rendered document: what a template cannot do by itself."""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass
from itertools import zip_longest

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document.contents import (
    paginavelden,
    targets_of_lines,
    vul_inhoudsopgave,
    zet_paginas,
)
from pipeline.document.context import periode
from pipeline.document.headings import Kop, nummer_bladwijzers, vind_koppen
from pipeline.document.keys import geef_sleutels
from pipeline.document.numbering import begin_lijsten_opnieuw
from pipeline.document.open_places import markeer_open_plekken
from pipeline.document.opgave import Opgave, maak_opgave
from pipeline.document.references import maak_los
from pipeline.document.styles import Stijlen
from pipeline.document.tables import verdeel_breedtes
from pipeline.document.version import zet_versie
from pipeline.errors import SjabloonFout
from pipeline.model import Wijkplan
from pipeline.package import zonder_tijd

EERSTE_JAAR = 1980
"""Stands for the year in the properties of a plan without a period: nothing reads the clock."""
MAX_EIGENSCHAP = 255
"""Characters that a document property may have."""


@dataclass(frozen=True)
class WordPlan:
    """A finished plan in Word, of which only the page numbers are still to be filled in."""

    document: Document
    koppen: list[Kop]
    bladwijzers: frozenset[str]
    """Names of all bookmarks, to which references can point."""
    open_plekken: tuple[str, ...]
    """The words of every open place, once each."""
    versie: str = ""
    """What tells this version from others, as its properties have it."""

    @property
    def overige_doelen(self) -> set[str]:
        """The bookmarks that a page number refers to and that stand in no heading, as of a caption."""
        in_koppen = {naam for kop in self.koppen for naam in kop.bladwijzers}
        return {naam for _, naam in paginavelden(self.document.element.body)} - in_koppen

    @property
    def targets_of_lines(self) -> list[str]:
        """The bookmark of each line of a contents table or a list of figures, in order."""
        return targets_of_lines(self.document.element.body)

    def zet_paginas(self, paginas: dict[str, int]) -> None:
        """Fill in the page numbers, by bookmark; a page that is not known gets a dash."""
        zet_paginas(self.document.element.body, paginas)

    def paginas(self, gevonden: list[tuple[str, int]]) -> dict[str, int]:
        """Return the page of every bookmark, from the titles and pages of the PDF's own bookmarks.

        Raises SjabloonFout when the PDF has other headings than the Word file.
        """
        titels = [kop.volledig for kop in self.koppen]
        in_pdf = [titel for titel, _ in gevonden]
        if list(map(_kern, titels)) != list(map(_kern, in_pdf)):
            raise SjabloonFout(_verschil(titels, in_pdf))
        return {
            naam: pagina
            for kop, (_, pagina) in zip(self.koppen, gevonden, strict=True)
            for naam in kop.bladwijzers
        }

    def opgave(self, bestand: str) -> Opgave:
        """Return what the PDF of this Word file, by its name, must have."""
        return maak_opgave(bestand, self.document, self.koppen)

    def als_bytes(self) -> bytes:
        """Return the Word file; the same plan always gives the same bytes."""
        stroom = io.BytesIO()
        self.document.save(stroom)
        return zonder_tijd(stroom.getvalue())


def finish(document: Document, plan: Wijkplan) -> WordPlan:
    """Number the lists anew, set widths, bookmarks, contents table and properties.

    Raises SjabloonFout when the template has no usable contents table.
    """
    body: _Element = document.element.body
    numbering: _Element = document.part.numbering_part.element
    stijlen = Stijlen(document.styles.element)
    begin_lijsten_opnieuw(body, numbering, stijlen)
    verdeel_breedtes(body, stijlen)
    koppen = vind_koppen(body, numbering, stijlen)
    geef_sleutels(body, koppen)
    vul_inhoudsopgave(body, koppen, stijlen)
    bladwijzers = nummer_bladwijzers(body)
    maak_los(body, bladwijzers)
    open_plekken = [plek for deel in _delen(document) for plek in markeer_open_plekken(deel, stijlen)]
    _nummer_tekeningen(document)
    _zet_eigenschappen(document, plan)
    plekken = tuple(dict.fromkeys(open_plekken))
    return WordPlan(document, koppen, frozenset(bladwijzers), plekken, zet_versie(document))


def _kern(titel: str) -> str:
    """Return letters and digits: LibreOffice leaves some other signs out of its bookmarks."""
    return "".join(filter(str.isalnum, titel))


def _verschil(word: list[str], pdf: list[str]) -> str:
    paren = zip_longest(word, pdf, fillvalue="(niets)")
    in_word, in_pdf = next((a, b) for a, b in paren if _kern(a) != _kern(b))
    return (
        "De koppen van de PDF zijn niet die van het Word-bestand: "
        f"in Word staat '{in_word}', in de PDF '{in_pdf}'. "
        "Kijk in Word of die kop een gewone kopstijl heeft."
    )


def _delen(document: Document) -> list[_Element]:
    """Return the XML of every part: the body, headers and footers, and those without text."""
    return [deel.element for deel in document.part.package.iter_parts() if isinstance(deel, XmlPart)]


def _nummer_tekeningen(document: Document) -> None:
    """Give every picture an id of its own, in headers too: a loop of the template may have copied one."""
    tekeningen = (tekening for deel in _delen(document) for tekening in deel.iter(qn("wp:docPr")))
    for nummer, eigenschappen in enumerate(tekeningen, start=1):
        eigenschappen.set("id", str(nummer))


def _zet_eigenschappen(document: Document, plan: Wijkplan) -> None:
    """Set the document properties, without names of persons and without the clock."""
    dag = plan.datum or datetime.date(plan.periode[0] if plan.periode else EERSTE_JAAR, 1, 1)
    moment = datetime.datetime.combine(dag, datetime.time())
    eigenschappen = document.core_properties
    titel = f"Wijkplan Sociaal {periode(plan)} {plan.naam}"
    eigenschappen.title = titel[:MAX_EIGENSCHAP]
    eigenschappen.subject = f"Wijkplan Sociaal voor {', '.join(plan.wijken)}"[:MAX_EIGENSCHAP]
    eigenschappen.author = plan.gemeente.naam[:MAX_EIGENSCHAP]
    eigenschappen.last_modified_by = plan.gemeente.naam[:MAX_EIGENSCHAP]
    eigenschappen.language = "nl-NL"
    eigenschappen.keywords = ""
    eigenschappen.comments = ""
    eigenschappen.revision = 1
    eigenschappen.created = moment
    eigenschappen.modified = moment
