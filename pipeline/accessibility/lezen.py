"""Reads a Word file for the questions: its paragraphs with their places, headings, tables and looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.accessibility.opmaak import Letters, Opmaak
from pipeline.bevinding import WordPlaats
from pipeline.document import ooxml
from pipeline.document.contents import Inhoudsopgave, lees_inhoudsopgave
from pipeline.document.edited import nummering
from pipeline.document.headings import Kop, lees_koppen
from pipeline.document.styles import Stijlen

BEGIN = 50
"""Characters of a text by which a person finds its place."""
_TEKENS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}
_BEELD = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
_WISKUNDE = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"


@dataclass(frozen=True)
class Alinea:
    """One paragraph of the text, as the questions look at it."""

    element: _Element
    tekst: str
    """With tabs and line breaks as they are, and nothing of the text boxes in it."""
    stijl: str
    """The name of its style, in small letters."""
    kop: Kop | None
    """Itself, when it is a heading."""
    in_tabel: bool
    in_inhoud: bool
    """Whether it is a line of the contents table."""
    in_lijst: bool
    """Whether it is an item of a real list."""

    @property
    def is_leeg(self) -> bool:
        """Whether there is nothing in it to see or hear."""
        return not self.tekst.strip() and next(self.element.iter(*_BEELD, _WISKUNDE), None) is None


class WordBestand:
    """A Word file that was read: whole, with every tracked change accepted."""

    def __init__(self, naam: str, document: Document) -> None:
        self.naam = naam
        self.document = document
        self.body: _Element = document.element.body
        self.stijlen = Stijlen(document.styles.element)
        self.koppen = lees_koppen(self.body, nummering(document), self.stijlen)
        self.opmaak = Opmaak(document, self.stijlen)
        self.inhoud: Inhoudsopgave | None = lees_inhoudsopgave(self.body)
        self.tabellen = list(self.body.iter(qn("w:tbl")))
        self.alineas: list[Alinea] = []
        self._plaatsen: dict[_Element, WordPlaats] = {}
        self._runs: dict[_Element, list[tuple[_Element, str, Letters]]] = {}
        self._lees()

    def _lees(self) -> None:
        koppen = {kop.alinea: kop for kop in self.koppen}
        inhoud = set() if self.inhoud is None else set(self.inhoud.alineas)
        boven = ""
        for volgorde, element in enumerate(self.body.iter(qn("w:p")), start=1):
            tekst = alineatekst(element)
            kop = koppen.get(element)
            plaats = WordPlaats(self.naam, boven, begin(tekst), volgorde)
            if kop is not None and kop.tekst:
                boven = kop.volledig
                plaats = WordPlaats(self.naam, boven, begin(tekst), volgorde)
            self._plaatsen[element] = plaats
            self.alineas.append(
                Alinea(
                    element,
                    tekst,
                    self.stijlen.naam(ooxml.style_id(element) or self.stijlen.standaard).lower(),
                    kop,
                    next(element.iterancestors(qn("w:tbl")), None) is not None,
                    element in inhoud,
                    self._in_lijst(element),
                )
            )

    def plaats(self, element: _Element, woorden: str = "") -> WordPlaats:
        """Return where something stands; `woorden` say what it is when it has no text of its own."""
        alinea = element if element.tag == qn("w:p") else next(element.iterancestors(qn("w:p")), None)
        if element.tag == qn("w:tbl") or alinea is None:
            alinea = next(element.iter(qn("w:p")), None)
        plaats = (
            self._plaatsen.get(alinea, WordPlaats(self.naam)) if alinea is not None else WordPlaats(self.naam)
        )
        return WordPlaats(self.naam, plaats.kop, woorden or plaats.tekst, plaats.volgorde)

    @property
    def geheel(self) -> WordPlaats:
        """The place of what holds for the whole file."""
        return WordPlaats(self.naam)

    def runs(self, alinea: Alinea) -> list[tuple[_Element, str, Letters]]:
        """Return every visible run of a paragraph that has text, with its text and how it looks."""
        if alinea.element not in self._runs:
            self._runs[alinea.element] = list(self._lees_runs(alinea))
        return self._runs[alinea.element]

    def _lees_runs(self, alinea: Alinea) -> Iterator[tuple[_Element, str, Letters]]:
        for run in eigen_runs(alinea.element):
            tekst = runtekst(run)
            if tekst.strip():
                letters = self.opmaak.letters(run, alinea.element)
                if not letters.verborgen:
                    yield run, tekst, letters

    def _in_lijst(self, alinea: _Element) -> bool:
        nummering = self.opmaak.van_alinea(alinea, "w:numPr")
        nummer = None if nummering is None else ooxml.value(nummering, "w:numId")
        return nummer not in (None, "0")


def eigen_runs(alinea: _Element) -> Iterator[_Element]:
    """Give the runs of a paragraph, not those of the text boxes in it."""
    for run in alinea.iter(qn("w:r")):
        if next(run.iterancestors(qn("w:p"))) is alinea:
            yield run


def runtekst(run: _Element) -> str:
    """Return the text of a run, with its tabs and line breaks."""
    return "".join(
        _TEKENS.get(deel.tag, "") if deel.tag != qn("w:t") else deel.text or ""
        for deel in run
        if ooxml.get(deel, "w:type") != "page"
    )


def alineatekst(alinea: _Element) -> str:
    """Return the text of a paragraph, with its tabs and line breaks."""
    return "".join(map(runtekst, eigen_runs(alinea)))


def begin(tekst: str) -> str:
    """Return the begin of a text, by which a person finds it."""
    kort = " ".join(tekst.split())
    return kort if len(kort) <= BEGIN else f"{kort[:BEGIN].rstrip()} ..."
