"""Widths of the tables with figures, whose number of columns differs per wijk."""

from __future__ import annotations

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml, styles
from pipeline.document.styles import Stijlen

# All sizes are in twentieths of a point, the unit of Word.
CELMARGE = 230
"""Room left and right of the text in a cell, together."""
LETTERMAAT, LETTERMAAT_KLEIN = 115, 95
"""Width of an average letter in a column head: Calibri bold of 10 and of 8 points."""
MIN_NAMEN = 2300
"""Least width of the first column, which holds the names of the rows."""
KLEIN = " klein"
"""How the name of a style ends that is the small form of another."""


def verdeel_breedtes(body: _Element, stijlen: Stijlen) -> None:
    """Give every table with figures widths by what its columns hold.

    No word is broken: every column is at least as wide as its longest word.  What is left goes to
    the columns whose text does not yet fit on one line, and then to all evenly.  Where a table
    does not fit its page, the section is turned to landscape; where it still does not fit, the
    table gets the small styles.
    """
    for tabel in body.iter(qn("w:tbl")):
        if not _heeft_stijl(tabel, stijlen.id(styles.TABELCIJFER)):
            continue
        sectie = _sectie(tabel, body)
        nodig, graag = _kolombreedtes(tabel, LETTERMAAT)
        if sum(nodig) > _tekstbreedte(sectie):
            _keer(sectie)
        if sum(nodig) > _tekstbreedte(sectie):
            _verklein(tabel, stijlen)
            nodig, graag = _kolombreedtes(tabel, LETTERMAAT_KLEIN)
        _zet_breedtes(tabel, _passend(nodig, graag, _tekstbreedte(sectie)))


def _kolombreedtes(tabel: _Element, lettermaat: int) -> tuple[list[int], list[int]]:
    """Return per column what its longest word needs, and what its texts would like.

    A head may take more lines; what stands below it is read across, and wants one.
    """
    woorden: list[int] = []
    teksten: list[int] = []
    for rij in ooxml.find_all(tabel, "w:tr"):
        cellen = ooxml.find_all(rij, "w:tc")
        is_kop = ooxml.find(rij, "w:trPr/w:tblHeader") is not None
        if any(_span(cel) > 1 for cel in cellen):
            continue
        woorden += [0] * (len(cellen) - len(woorden))
        teksten += [0] * (len(cellen) - len(teksten))
        for nummer, cel in enumerate(cellen):
            tekst = " ".join(t.text or "" for t in cel.iter(qn("w:t")))
            teksten[nummer] = max(teksten[nummer], 0 if is_kop else len(tekst))
            woorden[nummer] = max(woorden[nummer], *(len(woord) for woord in tekst.split() or [""]))
    nodig = [lengte * lettermaat + CELMARGE for lengte in woorden]
    graag = [lengte * lettermaat + CELMARGE for lengte in teksten]
    nodig[0] = max(nodig[0], MIN_NAMEN)
    return nodig, [max(paar) for paar in zip(nodig, graag, strict=True)]


def _passend(nodig: list[int], graag: list[int], beschikbaar: int) -> list[int]:
    """Fill the width of the page exactly, between what the columns need and what they would like.

    When not all can have what they need, the widest give way.
    """
    if sum(nodig) > beschikbaar:
        breedtes = [0] * len(nodig)
        for gedaan, plek in enumerate(sorted(range(len(nodig)), key=nodig.__getitem__)):
            breedtes[plek] = min(nodig[plek], (beschikbaar - sum(breedtes)) // (len(nodig) - gedaan))
        return breedtes
    over = beschikbaar - sum(nodig)
    tekort = sum(graag) - sum(nodig)
    deel = min(1.0, over / tekort) if tekort else 0.0
    breedtes = [minst + int((meest - minst) * deel) for minst, meest in zip(nodig, graag, strict=True)]
    rest, over = divmod(beschikbaar - sum(breedtes), len(breedtes))
    return [breedtes[0] + rest + over, *(breedte + rest for breedte in breedtes[1:])]


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


def _verklein(tabel: _Element, stijlen: Stijlen) -> None:
    """Give every paragraph of a table the small form of its style, where the template has one."""
    for stijl in tabel.iter(qn("w:pStyle")):
        klein = stijlen.vind(stijlen.naam(ooxml.get(stijl)) + KLEIN)
        if klein is not None:
            stijl.set(qn("w:val"), klein)


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
