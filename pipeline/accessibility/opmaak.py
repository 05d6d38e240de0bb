"""How text looks in the end: its own formatting over that of its styles, its table and the document.

The order is that of ECMA-376, part 1, 17.7.2: what stands on the run itself, its character style, the
style of the paragraph, that of the table, and what holds for the whole document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.accessibility.kleur import MARKEERSTIFT, WIT, Kleur, Palet
from pipeline.document import ooxml
from pipeline.document.styles import Stijlen

STANDAARD_MAAT = 20
"""Half points of text of which nothing gives a size."""
_KANTEN = (("firstRow", 0x0020), ("lastRow", 0x0040), ("firstColumn", 0x0080), ("lastColumn", 0x0100))
_GEEN_BANDEN = (("noHBand", 0x0200), ("noVBand", 0x0400))

Eigenschappen = dict[str, _Element]
"""Properties by their tag."""


@dataclass(frozen=True)
class Letters:
    """How the text of a run looks."""

    kleur: Kleur | None
    """None when the program chooses it, so that it can be read."""
    achtergrond: Kleur
    maat: int
    """In half points."""
    vet: bool
    verborgen: bool
    onderstreept: bool
    beweegt: bool
    klein_gezet: bool
    """Above or below the line, as in m²."""
    taal: str


class Opmaak:
    """Finds the formatting of the runs and paragraphs of one document."""

    def __init__(self, document: Document, stijlen: Stijlen) -> None:
        self._palet = Palet(document)
        self._stijlen = stijlen
        wortel = document.styles.element
        self._standaard = _per_tag(ooxml.find(wortel, "w:docDefaults/w:rPrDefault/w:rPr"))
        self._standaard_alinea = _per_tag(ooxml.find(wortel, "w:docDefaults/w:pPrDefault/w:pPr"))
        self._cellen: dict[_Element, tuple[tuple[str, tuple[str, ...]], Kleur | None]] = {}
        self._van_stijlen: dict[tuple[object, ...], Eigenschappen] = {}
        self._van_alineastijl: dict[tuple[str, str], _Element | None] = {}
        self._pagina = self._paginakleur(document)
        for tabel in document.element.body.iter(qn("w:tbl")):
            self._lees_tabel(tabel)

    def letters(self, run: _Element, alinea: _Element) -> Letters:
        """Return how the text of a run looks."""
        eigen = _per_tag(ooxml.find(run, "w:rPr"))
        stijl = eigen.get(qn("w:rStyle"))
        cel = next(alinea.iterancestors(qn("w:tc")), None)
        alles = self._geerfd(alinea, cel, "" if stijl is None else ooxml.get(stijl)) | eigen

        def staat_aan(naam: str) -> bool:
            return ooxml.is_on(alles.get(qn(f"w:{naam}")))

        maat = alles.get(qn("w:sz"))
        taal = alles.get(qn("w:lang"))
        stand = alles.get(qn("w:vertAlign"))
        return Letters(
            kleur=self._palet.kleur(alles.get(qn("w:color"))),
            achtergrond=self._achtergrond(alles, alinea, cel),
            maat=STANDAARD_MAAT if maat is None else ooxml.number(ooxml.get(maat), STANDAARD_MAAT),
            vet=staat_aan("b"),
            verborgen=staat_aan("vanish"),
            onderstreept=staat_aan("u"),
            beweegt=staat_aan("effect"),
            klein_gezet=stand is not None and ooxml.get(stand) != "baseline",
            taal="" if taal is None else ooxml.get(taal),
        )

    def van_alinea(self, alinea: _Element, naam: str) -> _Element | None:
        """Return a property of a paragraph: its own, that of its style, or that of the document."""
        eigen = ooxml.find(alinea, f"w:pPr/{naam}")
        if eigen is not None:
            return eigen
        sleutel = self._stijl_id(alinea), naam
        if sleutel not in self._van_alineastijl:
            paden = (ooxml.find(stijl, f"w:pPr/{naam}") for stijl in self._stijlen.keten(sleutel[0]))
            gevonden = next((element for element in paden if element is not None), None)
            anders = self._standaard_alinea.get(qn(naam))
            self._van_alineastijl[sleutel] = anders if gevonden is None else gevonden
        return self._van_alineastijl[sleutel]

    @property
    def taal(self) -> str:
        """The language of the document: of its default style, or else of its defaults."""
        alles = self._stijl_eigenschappen((self._stijlen.standaard,)) | {}
        taal = alles.get(qn("w:lang"), self._standaard.get(qn("w:lang")))
        return "" if taal is None else ooxml.get(taal)

    def _stijl_id(self, alinea: _Element) -> str:
        return ooxml.style_id(alinea) or self._stijlen.standaard

    def _geerfd(self, alinea: _Element, cel: _Element | None, tekenstijl: str) -> Eigenschappen:
        """Return what a run has from its styles, its table and the document, by tag."""
        tabel = ("", ()) if cel is None or cel not in self._cellen else self._cellen[cel][0]
        sleutel = (self._stijl_id(alinea), tekenstijl, tabel)
        if sleutel not in self._van_stijlen:
            tabelstijl, delen = tabel
            uit = dict(self._standaard)
            for keten in reversed(self._stijlen.keten(tabelstijl)):
                uit |= _per_tag(ooxml.find(keten, "w:rPr"))
            for deel in self._tabeldelen(tabelstijl, delen):
                uit |= _per_tag(ooxml.find(deel, "w:rPr"))
            self._van_stijlen[sleutel] = uit | self._stijl_eigenschappen((self._stijl_id(alinea), tekenstijl))
        return self._van_stijlen[sleutel]

    def _stijl_eigenschappen(self, stijl_ids: tuple[str, ...]) -> Eigenschappen:
        uit: Eigenschappen = {}
        for stijl_id in stijl_ids:
            for stijl in reversed(self._stijlen.keten(stijl_id)):
                uit |= _per_tag(ooxml.find(stijl, "w:rPr"))
        return uit

    def _achtergrond(self, alles: Eigenschappen, alinea: _Element, cel: _Element | None) -> Kleur:
        stift = alles.get(qn("w:highlight"))
        if stift is not None and ooxml.get(stift) in MARKEERSTIFT:
            return MARKEERSTIFT[ooxml.get(stift)]
        van_cellen = [self._cellen[c][1] for c in alinea.iterancestors(qn("w:tc")) if c in self._cellen]
        kandidaten = (
            self._palet.vulling(alles.get(qn("w:shd"))),
            self._palet.vulling(self.van_alinea(alinea, "w:shd")),
            *(van_cellen if cel is not None else ()),
        )
        return next((kleur for kleur in kandidaten if kleur is not None), self._pagina)

    def _paginakleur(self, document: Document) -> Kleur:
        """Return the colour of the page, which is shown only when the settings say so."""
        if not ooxml.is_on(ooxml.find(document.settings.element, "w:displayBackgroundShape")):
            return WIT
        return self._palet.kleur(ooxml.find(document.element, "w:background"), "w:color") or WIT

    def _lees_tabel(self, tabel: _Element) -> None:
        """Note of every cell which parts of the table style it has, and the colour behind it."""
        stijl = ooxml.value(tabel, "w:tblPr/w:tblStyle") or ""
        aan = _aan(ooxml.find(tabel, "w:tblPr/w:tblLook"))
        alle_rijen = list(rijen(tabel))
        for nummer, rij in enumerate(alle_rijen):
            alle_cellen = list(cellen(rij))
            kop = "firstRow" in aan and (nummer == 0 or ooxml.is_on(ooxml.find(rij, "w:trPr/w:tblHeader")))
            for plek, cel in enumerate(alle_cellen):
                delen = []
                band = nummer - ("firstRow" in aan)
                if "noVBand" not in aan:
                    delen.append("band1Vert" if (plek - ("firstColumn" in aan)) % 2 == 0 else "band2Vert")
                if "noHBand" not in aan and not kop:
                    delen.append("band1Horz" if band % 2 == 0 else "band2Horz")
                if "firstColumn" in aan and plek == 0:
                    delen.append("firstCol")
                if "lastColumn" in aan and plek == len(alle_cellen) - 1:
                    delen.append("lastCol")
                if kop:
                    delen.append("firstRow")
                elif "lastRow" in aan and nummer == len(alle_rijen) - 1:
                    delen.append("lastRow")
                self._cellen[cel] = (stijl, tuple(delen)), self._celkleur(cel, stijl, tuple(delen), tabel)

    def _celkleur(self, cel: _Element, stijl: str, delen: tuple[str, ...], tabel: _Element) -> Kleur | None:
        eigen = self._palet.vulling(ooxml.find(cel, "w:tcPr/w:shd"))
        if eigen is not None:
            return eigen
        uit = self._palet.vulling(ooxml.find(tabel, "w:tblPr/w:shd"))
        for schakel in reversed(self._stijlen.keten(stijl)):
            for pad in ("w:tblPr/w:shd", "w:tcPr/w:shd"):
                uit = self._palet.vulling(ooxml.find(schakel, pad)) or uit
        for deel in self._tabeldelen(stijl, delen):
            uit = self._palet.vulling(ooxml.find(deel, "w:tcPr/w:shd")) or uit
        return uit

    def _tabeldelen(self, stijl: str, delen: tuple[str, ...]) -> Iterator[_Element]:
        """Give the parts of a table style that hold for a cell, the strongest last."""
        for deel in delen:
            for schakel in reversed(self._stijlen.keten(stijl)):
                for opmaak in ooxml.find_all(schakel, "w:tblStylePr"):
                    if ooxml.get(opmaak, "w:type") == deel:
                        yield opmaak


def rijen(tabel: _Element) -> Iterator[_Element]:
    """Give the rows of a table, not those of a table inside it."""
    return _kinderen(tabel, qn("w:tr"))


def cellen(rij: _Element) -> Iterator[_Element]:
    """Give the cells of a row."""
    return _kinderen(rij, qn("w:tc"))


def _kinderen(element: _Element, tag: str) -> Iterator[_Element]:
    """Give the children with a tag, also where a content control stands around them."""
    for kind in element:
        if kind.tag == tag:
            yield kind
        elif kind.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from _kinderen(kind, tag)


def _aan(keuze: _Element | None) -> set[str]:
    """Return which parts of its style a table shows, from attributes or from the older bit mask."""
    if keuze is None:
        return set()
    masker = ooxml.get(keuze)
    bits = int(masker, 16) if masker and all(teken in "0123456789abcdefABCDEF" for teken in masker) else 0
    uit = set()
    for naam, bit in (*_KANTEN, *_GEEN_BANDEN):
        eigen = ooxml.get(keuze, f"w:{naam}")
        if eigen in ("1", "true", "on") or (not eigen and bits & bit):
            uit.add(naam)
    return uit


def _per_tag(eigenschappen: _Element | None) -> Eigenschappen:
    return {} if eigenschappen is None else {str(deel.tag): deel for deel in eigenschappen}
