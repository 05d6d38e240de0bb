"""Questions about tables: does every cell belong to a header, and is the grid one that can be read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.accessibility.lezen import WordBestand
from pipeline.accessibility.opmaak import cellen, rijen
from pipeline.bevinding import Bevinding, WordPlaats
from pipeline.document import ooxml

_INHOUD = (qn("w:drawing"), qn("w:pict"), qn("w:object"))


def koprijen(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether the first row is marked as header row, with words in each of its cells."""
    for tabel, plaats in _tabellen(bestand):
        koppen = list(takewhile(_is_koprij, rijen(tabel)))
        if not koppen and not _is_vormgeving(tabel):
            yield Bevinding("word-tabel-koprij", plaats)
        leeg = (
            [nummer for nummer, cel in enumerate(cellen(koppen[0]), start=1) if _is_leeg(cel)]
            if koppen
            else []
        )
        if leeg:
            yield Bevinding("word-tabel-kop-leeg", plaats, ", ".join(map(str, leeg)))


def samengevoegd(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether every cell has a row and a column to itself; a row that is one cell names a group."""
    for tabel, plaats in _tabellen(bestand):
        alle = list(rijen(tabel))
        breedte = max((_breedte(rij) for rij in alle), default=0)
        if any(_vervolg(cel) for rij in alle for cel in cellen(rij)):
            yield Bevinding("word-tabel-hoogte", plaats)
        if any(_span(cel) > 1 for rij in alle if not _is_groep(rij, breedte) for cel in cellen(rij)):
            yield Bevinding("word-tabel-breedte", plaats)
        elif any(_breedte(rij) != breedte for rij in alle):
            yield Bevinding("word-tabel-ongelijk", plaats)


def eenvoudig(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether tables are for data: not for the looks, not inside one another, without empty rows."""
    for tabel, plaats in _tabellen(bestand):
        if _is_vormgeving(tabel) and not any(map(_is_koprij, rijen(tabel))):
            yield Bevinding("word-tabel-opmaak", plaats)
        if next(tabel.iterancestors(qn("w:tbl")), None) is not None:
            yield Bevinding("word-tabel-genest", plaats)
        leeg = [nummer for nummer, rij in enumerate(rijen(tabel), start=1) if all(map(_is_leeg, cellen(rij)))]
        if leeg:
            yield Bevinding("word-tabel-lege-rij", plaats, ", ".join(map(str, leeg)))


def _tabellen(bestand: WordBestand) -> Iterator[tuple[_Element, WordPlaats]]:
    for nummer, tabel in enumerate(bestand.tabellen, start=1):
        yield tabel, bestand.plaats(tabel, f"tabel {nummer}")


def _is_koprij(rij: _Element) -> bool:
    return ooxml.is_on(ooxml.find(rij, "w:trPr/w:tblHeader"))


def _is_vormgeving(tabel: _Element) -> bool:
    """Whether a table has only one row or one column: what stands in it needs no table."""
    alle = list(rijen(tabel))
    return len(alle) == 1 or max((_breedte(rij) for rij in alle), default=0) <= 1


def _is_groep(rij: _Element, breedte: int) -> bool:
    """Whether a row is one cell over the whole width, below the header: it names the rows that follow."""
    eigen = list(cellen(rij))
    return len(eigen) == 1 and _span(eigen[0]) == breedte and not _is_koprij(rij)


def _breedte(rij: _Element) -> int:
    """Return how many columns of the grid a row takes, those that it leaves out at its ends not counted."""
    return sum(map(_span, cellen(rij)))


def _span(cel: _Element) -> int:
    return max(1, ooxml.number(ooxml.value(cel, "w:tcPr/w:gridSpan"), 1))


def _vervolg(cel: _Element) -> bool:
    """Whether a cell is joined to the one above it (or, in old files, to the one before it)."""
    merken = (ooxml.find(cel, "w:tcPr/w:vMerge"), ooxml.find(cel, "w:tcPr/w:hMerge"))
    return any(merk is not None and ooxml.get(merk) != "restart" for merk in merken)


def _is_leeg(cel: _Element) -> bool:
    return not ooxml.text(cel).strip() and next(cel.iter(*_INHOUD), None) is None
