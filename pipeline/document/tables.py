"""Widths of the tables with figures, whose number of columns differs per wijk."""

from __future__ import annotations

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml, styles
from pipeline.document.styles import Stijlen

# All sizes are in twentieths of a point, the unit of Word.
CELMARGE = 230
"""Room left and right of the text in a cell, together."""
LETTERMAAT = {styles.TABELKOP: 115, styles.TABELKOP_KLEIN: 95}
"""Width of an average letter in a column head: Calibri bold of 10 and of 8 points."""
MIN_NAMEN, MAX_NAMEN = 2300, 4600
"""Bounds of the first column, which holds the names of the rows."""


def verdeel_breedtes(body: _Element, stijlen: Stijlen) -> None:
    """Give every table with figures widths by what its columns hold.

    Every column is as wide as its longest word, and the names of the rows get the room that is
    left.  Where a table does not fit its page, the section is turned to landscape; where it still
    does not fit, the table gets the small styles.
    """
    for tabel in body.iter(qn("w:tbl")):
        if not _heeft_stijl(tabel, stijlen.id(styles.TABELCIJFER)):
            continue
        sectie = _sectie(tabel, body)
        breedtes = _kolombreedtes(tabel, LETTERMAAT[styles.TABELKOP])
        if sum(breedtes) > _tekstbreedte(sectie):
            _keer(sectie)
        if sum(breedtes) > _tekstbreedte(sectie):
            _vervang_stijl(tabel, stijlen.id(styles.TABELKOP), stijlen.id(styles.TABELKOP_KLEIN))
            _vervang_stijl(tabel, stijlen.id(styles.TABELCIJFER), stijlen.id(styles.TABELCIJFER_KLEIN))
            breedtes = _kolombreedtes(tabel, LETTERMAAT[styles.TABELKOP_KLEIN])
        _zet_breedtes(tabel, _passend(breedtes, _tekstbreedte(sectie)))


def _kolombreedtes(tabel: _Element, lettermaat: int) -> list[int]:
    """Return what each column needs: room for its longest word, the first at least its minimum."""
    woorden: list[int] = []
    for rij in ooxml.find_all(tabel, "w:tr"):
        cellen = ooxml.find_all(rij, "w:tc")
        if any(_span(cel) > 1 for cel in cellen):
            continue
        woorden += [0] * (len(cellen) - len(woorden))
        for nummer, cel in enumerate(cellen):
            tekst = " ".join(t.text or "" for t in cel.iter(qn("w:t")))
            woorden[nummer] = max(woorden[nummer], *(len(woord) for woord in tekst.split() or [""]))
    breedtes = [lengte * lettermaat + CELMARGE for lengte in woorden]
    breedtes[0] = max(breedtes[0], MIN_NAMEN)
    return breedtes


def _passend(breedtes: list[int], beschikbaar: int) -> list[int]:
    """Divide the room that is left: first to the names of the rows, then evenly over the rest."""
    over = beschikbaar - sum(breedtes)
    if over < 0:
        return [breedte * beschikbaar // sum(breedtes) for breedte in breedtes]
    namen = min(over, MAX_NAMEN - breedtes[0]) if breedtes[0] < MAX_NAMEN else 0
    extra = (over - namen) // max(1, len(breedtes) - 1)
    rest = [breedte + extra for breedte in breedtes[1:]]
    return [beschikbaar - sum(rest), *rest]


def _zet_breedtes(tabel: _Element, breedtes: list[int]) -> None:
    grid = ooxml.require(tabel, "w:tblGrid")
    grid[:] = [ooxml.make("w:gridCol", w=str(breedte)) for breedte in breedtes]
    tabelmaat = ooxml.find(tabel, "w:tblPr/w:tblW")
    if tabelmaat is not None:
        _zet_maat(tabelmaat, sum(breedtes))
    for rij in ooxml.find_all(tabel, "w:tr"):
        begin = 0
        for cel in ooxml.find_all(rij, "w:tc"):
            span = _span(cel)
            _zet_maat(_celmaat(cel), sum(breedtes[begin : begin + span]))
            begin += span


def _celmaat(cel: _Element) -> _Element:
    """Return the width element of a cell, made where the template left it out."""
    eigenschappen = ooxml.find(cel, "w:tcPr")
    if eigenschappen is None:
        eigenschappen = ooxml.make("w:tcPr")
        cel.insert(0, eigenschappen)
    maat = ooxml.find(eigenschappen, "w:tcW")
    if maat is None:
        maat = ooxml.make("w:tcW")
        eigenschappen.insert(1 if ooxml.find(eigenschappen, "w:cnfStyle") is not None else 0, maat)
    return maat


def _zet_maat(maat: _Element, breedte: int) -> None:
    maat.set(qn("w:w"), str(breedte))
    maat.set(qn("w:type"), "dxa")


def _span(cel: _Element) -> int:
    return int(ooxml.value(cel, "w:tcPr/w:gridSpan") or 1)


def _heeft_stijl(tabel: _Element, stijl_id: str) -> bool:
    return any(ooxml.get(stijl) == stijl_id for stijl in tabel.iter(qn("w:pStyle")))


def _vervang_stijl(tabel: _Element, oud: str, nieuw: str) -> None:
    for stijl in tabel.iter(qn("w:pStyle")):
        if ooxml.get(stijl) == oud:
            stijl.set(qn("w:val"), nieuw)


def _sectie(tabel: _Element, body: _Element) -> _Element:
    """Return the properties of the section that holds the table: they stand at the end of it."""
    for volgende in tabel.itersiblings():
        sectie = ooxml.find(volgende, "w:pPr/w:sectPr")
        if sectie is not None:
            return sectie
    return ooxml.require(body, "w:sectPr")


def _tekstbreedte(sectie: _Element) -> int:
    marges = ooxml.require(sectie, "w:pgMar")
    breedte = int(ooxml.get(ooxml.require(sectie, "w:pgSz"), "w:w"))
    return breedte - int(ooxml.get(marges, "w:left")) - int(ooxml.get(marges, "w:right"))


def _keer(sectie: _Element) -> None:
    """Turn a section from portrait to landscape; one that lies already stays."""
    maat = ooxml.require(sectie, "w:pgSz")
    breedte, hoogte = ooxml.get(maat, "w:w"), ooxml.get(maat, "w:h")
    if int(breedte) < int(hoogte):
        maat.set(qn("w:w"), hoogte)
        maat.set(qn("w:h"), breedte)
        maat.set(qn("w:orient"), "landscape")
