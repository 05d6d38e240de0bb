"""A Word file as blocks: paragraphs, tables, rows and cells, each with its keys and its text."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element

from pipeline.document.styles import Stijlen
from pipeline.merge.pakket import Pakket
from pipeline.merge.tekst import Alineatekst, Lezer
from pipeline.merge.wml import (
    BOEKBEGIN,
    OMHULSELS,
    RPR,
    SECTPR,
    SLEUTEL,
    TBL,
    TC,
    TR,
    P,
    c14n,
    kind,
    merkteken,
    w,
    waarde,
)

_SLEUTEL = re.compile(rf"{SLEUTEL}[0-9a-f]{{12}}(?:_\d+)?")
"""A key as it was given; a copy that LibreOffice made ('..._Copy_1') is none."""
_KOPSTIJL = re.compile(r"heading \d|kop .*|title", re.IGNORECASE)
_KOPNIVEAU = re.compile(r"(?:heading|kop) (\d)", re.IGNORECASE)
_NIET_VERGELEKEN = (RPR, SECTPR, w("pPrChange"), w("numPr"), w("keepNext"))
"""Left out of the properties of a paragraph: its mark, its section, and what follows from its place."""


@dataclass(slots=True, eq=False)
class Blok:
    """A paragraph, a table or a row."""

    element: _Element
    kop: str
    """The nearest heading above it, to tell people where it is."""
    sleutels: tuple[str, ...] = ()
    inhoud: Alineatekst = field(default_factory=Alineatekst)
    stijl: str = ""
    """Name of the style of a paragraph, in small letters."""
    eigenschappen: dict[str, bytes] = field(default_factory=dict)
    """The other properties of a paragraph, by tag."""
    lijst: str = ""
    """Which numbered list a paragraph is in, by one name in all versions; empty without its own."""
    sectie: int = 0
    """In which section of the document it stands."""
    rijen: list[Blok] = field(default_factory=list)
    cellen: list[Cel] = field(default_factory=list)
    tekst: str = ""
    _geteld: Counter[str] | None = field(default=None, init=False)

    @property
    def woorden(self) -> Counter[str]:
        """The words of its text, counted once."""
        if self._geteld is None:
            self._geteld = Counter(re.findall(r"\w+", self.tekst))
        return self._geteld

    @property
    def soort(self) -> str:
        return str(self.element.tag)

    @property
    def niveau(self) -> int:
        """How high a heading is, 1 for a chapter; 0 for what is none."""
        return _niveau(self.stijl)

    @property
    def sleutel(self) -> str:
        """The key of the block itself; without one that of its first row."""
        return self.sleutels[0] if self.sleutels else ""


@dataclass(slots=True, eq=False)
class Cel:
    """A cell of a row with its paragraphs, of which there is always one at least."""

    element: _Element
    alineas: list[Blok]
    los: bool
    """False for a cell with more than paragraphs (a table in it), which is read and left alone."""

    @property
    def tekst(self) -> str:
        return "\n".join(alinea.tekst for alinea in self.alineas)


class Blokkenlezer:
    """Reads the blocks of one part of a Word file.

    In a part without keys (a header) `sleutel` begins the key that a paragraph gets by its text.
    """

    def __init__(self, pakket: Pakket, deel: str, sleutel: str = "") -> None:
        stijldeel = pakket.deel("styles")
        self.stijlen = Stijlen(pakket.boom(stijldeel) if stijldeel else etree.Element(w("styles")))
        self.lezer = Lezer(pakket, deel, self.stijlen)
        self._sleutel = sleutel
        self._kop = ""
        self._sectie = 0

    def lees(self, container: _Element) -> list[Blok]:
        """Return the blocks that show something, in their order; the contents table is left out."""
        inhoud = inhoudsopgave(container)
        blokken = []
        for element in _kinderen(container, (P, TBL)):
            if element in inhoud:
                continue
            if element.tag == TBL:
                blok = self._tabel(element)
                if blok.rijen:
                    blokken.append(blok)
                continue
            blok = self.alinea(element)
            if blok.inhoud.stukken and not verdwenen(element, blok):
                blokken.append(blok)
            if kind(element, "pPr", "sectPr") is not None:
                self._sectie += 1
        return blokken

    def alinea(self, element: _Element) -> Blok:
        """Return one paragraph."""
        inhoud = self.lezer.lees(element)
        stijl = self.stijlen.naam(waarde(element, "pPr", "pStyle")).lower()
        blok = Blok(element, self._kop, _sleutels(element), inhoud, stijl, sectie=self._sectie)
        blok.tekst = inhoud.tekst
        if self._sleutel and blok.tekst.strip():
            afdruk = hashlib.sha256(blok.tekst.encode()).hexdigest()[:12]
            blok.sleutels = (f"{self._sleutel} {afdruk}",)
        eigenschappen = kind(element, "pPr")
        for eigenschap in eigenschappen if eigenschappen is not None else ():
            if eigenschap.tag not in (*_NIET_VERGELEKEN, w("pStyle")):
                blok.eigenschappen[str(eigenschap.tag)] = c14n(eigenschap)
        if _KOPSTIJL.fullmatch(stijl) and blok.tekst.strip():
            self._kop = blok.kop = blok.tekst.strip()
        return blok

    def _tabel(self, element: _Element) -> Blok:
        rijen = [self._rij(rij) for rij in _kinderen(element, (TR,)) if kind(rij, "trPr", "del") is None]
        sleutels = tuple(sleutel for rij in rijen for sleutel in rij.sleutels)
        tabel = Blok(element, self._kop, sleutels, rijen=rijen, sectie=self._sectie)
        tabel.tekst = "\n".join(rij.tekst for rij in rijen)
        return tabel

    def _rij(self, element: _Element) -> Blok:
        cellen = []
        for cel in _kinderen(element, (TC,)):
            blokken = _kinderen(cel, (P, TBL))
            alineas = [self.alinea(alinea) for alinea in _alineas(cel)]
            zichtbaar = [blok for blok in alineas if not verdwenen(blok.element, blok)]
            los = len(zichtbaar) > 0 and all(blok.tag == P for blok in blokken)
            cellen.append(Cel(cel, zichtbaar or alineas, los))
        rij = Blok(element, self._kop, cellen=cellen, sectie=self._sectie)
        rij.sleutels = tuple(s for cel in cellen[:1] for alinea in cel.alineas for s in alinea.sleutels)
        rij.tekst = "\t".join(cel.tekst for cel in cellen)
        return rij


@lru_cache(maxsize=1024)
def _niveau(stijl: str) -> int:
    kop = _KOPNIVEAU.match(stijl)
    return int(kop[1]) if kop else 0


def inhoudsopgave(container: _Element) -> set[_Element]:
    """Return the paragraphs of the contents table, which is the program's own."""
    regels: set[_Element] = set()
    diepte = 0
    for alinea in container.iter(P):
        velden = list(alinea.iter(w("instrText"), w("fldChar")))
        begint = not diepte and any(re.search(r"\bTOC\b", t.text or "") for t in velden)
        if not diepte and not begint:
            continue
        regels.add(alinea)
        for teken in velden:
            soort = teken.get(w("fldCharType"))
            diepte += (soort == "begin") - (soort == "end")
        diepte = max(diepte, 0)
    return regels


def verdwenen(element: _Element, blok: Blok) -> bool:
    """Whether a paragraph is marked as deleted with all that is in it."""
    return not blok.inhoud.stukken and (
        merkteken(element, "del") is not None or merkteken(element, "moveFrom") is not None
    )


def _kinderen(container: _Element, tags: tuple[str, ...]) -> list[_Element]:
    """Return the blocks below an element, also those that stand in a content control."""
    uit = []
    for element in container:
        if element.tag in tags:
            uit.append(element)
        elif element.tag in OMHULSELS:
            uit += _kinderen(element, tags)
    return uit


def _alineas(cel: _Element) -> Iterator[_Element]:
    """Yield the paragraphs of a cell, with those of the tables in it."""
    for blok in _kinderen(cel, (P, TBL)):
        if blok.tag == P:
            yield blok
        for rij in _kinderen(blok, (TR,)) if blok.tag == TBL else ():
            for binnen in _kinderen(rij, (TC,)):
                yield from _alineas(binnen)


def _sleutels(alinea: _Element) -> tuple[str, ...]:
    namen: Iterator[str] = (begin.get(w("name"), "") for begin in alinea.iter(BOEKBEGIN))
    return tuple(naam for naam in namen if _SLEUTEL.fullmatch(naam))
