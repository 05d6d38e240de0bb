"""What a Word file holds, read from its parts: the same flat sequence of items as is expected."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from tests.getrouw.alinea import Alinea, kale_naam, lees_alinea
from tests.getrouw.items import (
    AFBEELDING,
    ALINEA,
    BIJSCHRIFT,
    CEL_ALINEA,
    CEL_OPSOMMING,
    COLOFONREGEL,
    FASE,
    GENUMMERD,
    INHOUDSREGEL,
    KOP,
    LEGE_ALINEA,
    LEGE_CEL,
    LETTERS,
    MET_EIGEN_VETHEID,
    OMSLAG,
    OPSOMMING,
    TABELGROEP,
    TABELKOP,
    Cel,
    Item,
    met_pad,
)
from tests.getrouw.nummering import OPSOMTEKEN, Label, Nummering
from tests.getrouw.stijlen import Element, Stijlen, W, vind, waarde

_VORM_BIJ_STIJL = {
    "Title": OMSLAG,
    "Subtitle": OMSLAG,
    "Omslag slogan": OMSLAG,
    "Omslag uitgave": OMSLAG,
    "Normal": ALINEA,
    "Body Text": ALINEA,
    "Tekst na tabel": ALINEA,
    "caption": BIJSCHRIFT,
    "Colofonkop": COLOFONREGEL,
    "Colofonregel": COLOFONREGEL,
    "toc 1": INHOUDSREGEL,
    "toc 2": INHOUDSREGEL,
}
_KOPJE = "Colofonkop"
"""Published as a line in bold; ours is a heading as well, for who goes from heading to heading."""
_INGEBOUWDE_KOPPEN = ("heading 1", "heading 2")


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading, and the level at which a contents table collects it (0: it does not)."""

    tekst: str
    inhoudsniveau: int


@dataclass(frozen=True, slots=True)
class Inhoudsregel:
    """A line of the contents table, with the bookmark that it leads to."""

    niveau: int
    tekst: str
    bladzijde: str
    bladwijzer: str


@dataclass(slots=True)
class Document:
    """A Word file, read."""

    items: tuple[Item, ...] = ()
    koppen: list[Kop] = field(default_factory=list)
    inhoudsopgave: list[Inhoudsregel] = field(default_factory=list)
    bladwijzers: dict[str, str] = field(default_factory=dict)
    """Each bookmark with the heading that it stands in or under."""
    doelen: list[str] = field(default_factory=list)
    """The bookmarks to which links and page references point."""
    sectie_alineas: int = 0
    """Paragraphs that hold nothing but the end of a section."""

    def bladzijde(self, begin: str) -> str:
        """Return the page that the contents table gives for the heading that begins so."""
        return next((regel.bladzijde for regel in self.inhoudsopgave if regel.tekst.startswith(begin)), "?")


def lees_document(pad: Path) -> Document:
    """Read a Word file."""
    with zipfile.ZipFile(pad) as pakket:
        delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
    return _Lezer(delen).lees()


def lees_xml(inhoud: bytes) -> Element:
    """Read a part of a Word file."""
    return etree.fromstring(inhoud, etree.XMLParser(resolve_entities=False))


class _Lezer:
    def __init__(self, delen: dict[str, bytes]) -> None:
        self._body = lees_xml(delen["word/document.xml"])[0]
        self._stijlen = Stijlen(lees_xml(delen["word/styles.xml"]))
        self._nummering = Nummering(lees_xml(delen["word/numbering.xml"]), self._stijlen)
        relaties = lees_xml(delen["word/_rels/document.xml.rels"])
        self._adressen = {str(relatie.get("Id")): str(relatie.get("Target")) for relatie in relaties}
        self._tabellen = 0
        self._bladwijzers: list[str] = []
        """Bookmarks that wait for the paragraph that they stand before."""
        self._document = Document()

    def lees(self) -> Document:
        document = self._document
        items = list(self._inhoud(self._body, None))
        document.items = met_pad([self._met_doelen(item) for item in items])
        return document

    def _inhoud(self, ouder: Element, cel: Cel | None) -> Iterator[Item]:
        """Give the items of the body, of a table cell or of a content control."""
        for element in ouder:
            soort = kale_naam(element)
            if soort == "p":
                yield from self._alinea(element, cel)
            elif soort == "tbl":
                yield from self._tabel(element)
            elif soort == "sdt":
                yield from self._inhoud(element[-1], cel)
            elif soort == "bookmarkStart":
                self._bladwijzers.append(str(waarde(element, "name")))

    def _tabel(self, tabel: Element) -> Iterator[Item]:
        self._tabellen += 1
        naam = str(self._tabellen)
        breedte = len(tabel.findall(f"{W}tblGrid/{W}gridCol"))
        for nummer, rij in enumerate(tabel.findall(W + "tr"), start=1):
            kopregel = vind(rij, "trPr/tblHeader") is not None
            kolom = 1
            for tc in rij.findall(W + "tc"):
                spanwijdte = int(waarde(vind(tc, "tcPr/gridSpan")) or 1)
                items = self._inhoud(tc, Cel(naam, nummer, kolom))
                if kopregel:
                    yield from (replace(item, vorm=TABELKOP, opmaak=()) for item in items)
                elif spanwijdte == breedte > 1:
                    yield from (replace(item, vorm=TABELGROEP, opmaak=()) for item in items)
                else:
                    yield from items
                kolom += spanwijdte

    def _alinea(self, xml: Element, cel: Cel | None) -> Iterator[Item]:
        document = self._document
        alinea = lees_alinea(xml, self._stijlen)
        label = self._nummering.label(xml)
        leeg = not alinea.tekst and not alinea.afbeeldingen
        if leeg and cel is None and vind(xml, "pPr/sectPr") is not None:
            document.sectie_alineas += 1
            return
        item = self._item(alinea, label, cel)
        if self._niveau(alinea.stijl):
            stijl = self._stijlen.naam(alinea.stijl)
            niveau = _INGEBOUWDE_KOPPEN.index(stijl) + 1 if stijl in _INGEBOUWDE_KOPPEN else 0
            document.koppen.append(Kop(item.tekst, niveau))
        self._noteer(alinea)
        if item.vorm == INHOUDSREGEL:
            tekst, _, bladzijde = item.tekst.rpartition("\t")
            document.inhoudsopgave.append(
                Inhoudsregel(item.niveau, tekst, bladzijde, alinea.links[0].doel[1:] if alinea.links else "")
            )
            item = replace(item, tekst=tekst, links=())
        if alinea.tekst or leeg:
            yield item
        for alt_tekst in alinea.afbeeldingen:
            yield Item(AFBEELDING, alt_tekst, cel=cel)

    def _item(self, alinea: Alinea, label: Label | None, cel: Cel | None) -> Item:
        stijl = self._stijlen.naam(alinea.stijl)
        niveau = self._niveau(alinea.stijl)
        if niveau and stijl != _KOPJE:
            vorm = KOP
        elif cel is not None:
            vorm = CEL_OPSOMMING if label else CEL_ALINEA if alinea.tekst else LEGE_CEL
        elif not alinea.tekst:
            vorm = LEGE_ALINEA
        else:
            vorm = _vorm_van_lijst(label) if label else _VORM_BIJ_STIJL.get(stijl, f"stijl {stijl}")
        if vorm == INHOUDSREGEL:
            niveau = int(stijl[-1])
        # The white space between a number and its text is a tab or a space; here it is one space.
        voor = f"{label.tekst} " if label and label.soort != OPSOMTEKEN else ""
        opmaak = () if vorm in MET_EIGEN_VETHEID else alinea.opmaak
        item = Item(
            vorm, voor + alinea.tekst, 0 if stijl == _KOPJE else niveau, opmaak, tuple(alinea.links), cel
        )
        return _schuif(item, len(voor))

    def _niveau(self, stijl: str) -> int:
        """Return the level of a heading: 1 for a chapter; 0 for text."""
        niveau = waarde(self._stijlen.eigenschap(stijl, "pPr/outlineLvl"))
        return 0 if niveau in {None, "9"} else int(str(niveau)) + 1

    def _noteer(self, alinea: Alinea) -> None:
        """Note the bookmarks of a paragraph, with the heading above them, and what it points to."""
        document = self._document
        kop = document.koppen[-1].tekst if document.koppen else ""
        for naam in (*self._bladwijzers, *alinea.bladwijzers):
            document.bladwijzers[naam] = kop
        self._bladwijzers = []
        document.doelen += [link.doel.removeprefix("#") for link in alinea.links if link.doel.startswith("#")]
        document.doelen += [veld.split()[1] for veld in alinea.velden if veld.split()[:1] == ["PAGEREF"]]

    def _met_doelen(self, item: Item) -> Item:
        """Replace the bookmark of each link by the heading that it leads to."""
        links = []
        for link in item.links:
            if link.doel.startswith("#"):
                doel = self._document.bladwijzers.get(link.doel[1:], f"onbekende bladwijzer {link.doel[1:]}")
            else:
                doel = self._adressen[link.doel]
            links.append(replace(link, doel=doel))
        return replace(item, links=tuple(links))


def _schuif(item: Item, stap: int) -> Item:
    """Let bold, italic and links begin after the number of the paragraph."""
    opmaak = (replace(deel, begin=deel.begin + stap, eind=deel.eind + stap) for deel in item.opmaak)
    links = (replace(link, begin=link.begin + stap, eind=link.eind + stap) for link in item.links)
    return replace(item, opmaak=tuple(opmaak), links=tuple(links))


def _vorm_van_lijst(label: Label) -> str:
    if label.soort == OPSOMTEKEN:
        return OPSOMMING
    if label.soort == "upperLetter":
        return LETTERS
    return FASE if label.tekst.startswith("Fase ") else GENUMMERD
