"""Gives every paragraph and table row a hidden bookmark, by which it is known again after editing."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml
from pipeline.document.headings import Kop

SLEUTEL = "_wp"
"""How the name of a key begins; the underscore makes Word hide it."""
_LENGTE = 12


def geef_sleutels(body: _Element, koppen: list[Kop]) -> None:
    """Put a key in each paragraph with text and in the first cell of each row; ids follow later.

    A key says what a block is: the headings above it, its kind and its text (of a row its first
    cell), so that it is the same in each plan in which the block is the same.  Equal blocks are
    counted.  Bookmarks of Word have at most 40 characters.
    """
    kop_bij_alinea = {kop.alinea: kop for kop in koppen}
    pad: list[tuple[int, str]] = []
    aantal: Counter[str] = Counter()
    for blok, plek in _blokken(body):
        kop = kop_bij_alinea.get(blok)
        if kop is not None:
            pad = [deel for deel in pad if deel[0] < kop.niveau]
        wat = [blok.tag, ooxml.style_id(plek), ooxml.text(plek), *(tekst for _, tekst in pad)]
        if blok.tag == qn("w:tr"):
            eerste = ooxml.find(blok, "w:tc")
            wat[2] = "" if eerste is None else ooxml.text(eerste)
        if kop is not None:
            pad.append((kop.niveau, kop.tekst))
        naam = SLEUTEL + hashlib.sha256("\n".join(map(str, wat)).encode()).hexdigest()[:_LENGTE]
        aantal[naam] += 1
        _markeer(plek, naam if aantal[naam] == 1 else f"{naam}_{aantal[naam]}")


def _blokken(body: _Element) -> Iterator[tuple[_Element, _Element]]:
    """Yield each block with the paragraph that is to hold its key."""
    for element in body:
        if element.tag == qn("w:p") and ooxml.text(element).strip():
            yield element, element
        for rij in ooxml.find_all(element, "w:tr"):
            alinea = ooxml.find(rij, "w:tc/w:p")
            if alinea is not None:
                yield rij, alinea


def _markeer(alinea: _Element, naam: str) -> None:
    begin = ooxml.make("w:bookmarkStart", id="0", name=naam)
    eigenschappen = ooxml.find(alinea, "w:pPr")
    if eigenschappen is None:
        alinea.insert(0, begin)
    else:
        eigenschappen.addnext(begin)
    alinea.append(ooxml.make("w:bookmarkEnd", id="0"))
