"""Makes a copy of an edited Word file ready for the PDF: accepted, and its contents table anew."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml
from pipeline.document.accepted import aanvaard
from pipeline.document.contents import lees_inhoudsopgave, vernieuw
from pipeline.document.finish import WordPlan
from pipeline.document.headings import lees_koppen, markeer, nummer_bladwijzers
from pipeline.document.styles import Stijlen

BLADWIJZER = "_Kop"
"""How the bookmarks begin that the copy gets; those that Word or the pipeline made stay as they are."""


class BewerktWord(WordPlan):
    """A Word file in which anything can stand, so of which the PDF may have more bookmarks than headings."""

    def paginas(self, gevonden: list[tuple[str, int]]) -> dict[str, int]:
        """Return the page of every bookmark.

        LibreOffice makes bookmarks of headings in text boxes too, and of headings of spaces: those that
        are not the next heading are passed over.  Raises SjabloonFout when a heading is missing.
        """
        nog = [_kern(kop.volledig) for kop in reversed(self.koppen)]
        eigen = []
        for titel, pagina in gevonden:
            if nog and _kern(titel) == nog[-1]:
                nog.pop()
                eigen.append((titel, pagina))
        return super().paginas(gevonden if nog else eigen)


@dataclass(frozen=True)
class BewerktPlan:
    """A copy of an edited file, ready but for its page numbers, and what its contents table said before."""

    word: WordPlan
    oude_regels: list[tuple[str, str]]
    """The words and the page number of every line, as saved."""

    def verschoven(self) -> list[tuple[str, str, str]]:
        """Return the headings whose page number was another than it is now, with both numbers."""
        inhoud = lees_inhoudsopgave(self.word.document.element.body)
        oud = {_kern(woorden): pagina for woorden, pagina in self.oude_regels}
        nu = [] if inhoud is None else inhoud.regels
        return [
            (woorden, oud[_kern(woorden)], pagina)
            for woorden, pagina in nu
            if oud.get(_kern(woorden), pagina) not in ("", pagina)
        ]


def maak_klaar(document: Document) -> BewerktPlan:
    """Accept all changes in this copy and write its contents table anew from its headings."""
    aanvaard(document)
    body: _Element = document.element.body
    stijlen = Stijlen(document.styles.element)
    koppen = [
        kop for kop in lees_koppen(body, nummering(document), stijlen, BLADWIJZER) if _komt_in_pdf(kop.alinea)
    ]
    inhoud = lees_inhoudsopgave(body)
    oude_regels = [] if inhoud is None else inhoud.regels
    for kop in koppen:
        markeer(kop.alinea, kop.bladwijzer)
    if inhoud is not None:
        _haal_uit_omhulsel(inhoud.alineas[0])
        vernieuw(inhoud, koppen, stijlen)
    bladwijzers = nummer_bladwijzers(body)
    return BewerktPlan(BewerktWord(document, koppen, frozenset(bladwijzers), ()), oude_regels)


def _haal_uit_omhulsel(alinea: _Element) -> None:
    """Take away the content controls around a contents table: in most, LibreOffice sees no table."""
    for omhulsel in list(alinea.iterancestors(qn("w:sdt"))):
        inhoud = ooxml.require(omhulsel, "w:sdtContent")
        ouder = next(omhulsel.iterancestors())
        plek = ouder.index(omhulsel)
        ouder[plek : plek + 1] = list(inhoud)


def nummering(document: Document) -> _Element:
    """Return the numbering of a document; an empty one for a document that has none."""
    for relatie in document.part.rels.values():
        if relatie.reltype.endswith("/numbering") and not relatie.is_external:
            element: _Element = relatie.target_part.element
            return element
    return ooxml.make("w:numbering")


def _komt_in_pdf(alinea: _Element) -> bool:
    """Whether LibreOffice makes a bookmark of a heading: of words that are not hidden, in the text itself."""
    zichtbaar = (run for run in alinea.iter(qn("w:r")) if ooxml.find(run, "w:rPr/w:vanish") is None)
    return (
        any(ooxml.text_of_run(run).strip() for run in zichtbaar)
        and next(alinea.iterancestors(qn("w:txbxContent")), None) is None
    )


def _kern(woorden: str) -> str:
    return "".join(filter(str.isalnum, woorden)).lower()
