"""Marks the open places of a concept, so that nobody overlooks them."""

from __future__ import annotations

import copy
import re

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml, styles
from pipeline.document.styles import Stijlen
from pipeline.model import OPEN

_OPEN_PLEK = re.compile(rf"({re.escape(OPEN)}(?:: .+? - blad \w+)?)")
"""The words of an open place, as `model.open_plek` writes them."""


def markeer_open_plekken(deel: _Element, stijlen: Stijlen) -> list[str]:
    """Give every open place in a part of the document (its body, a header) a style; return their words."""
    stijl = stijlen.id(styles.NOG_INVULLEN)
    gevonden = [tekst for tekst in deel.iter(qn("w:t")) if OPEN in (tekst.text or "")]
    woorden = [plek for tekst in gevonden for plek in _OPEN_PLEK.findall(tekst.text or "")]
    for tekst in gevonden:
        _markeer(tekst, stijl)
    return woorden


def vind_open_plekken(element: _Element) -> list[str]:
    """Return the words of every open place in the text of an element."""
    return _OPEN_PLEK.findall(ooxml.text(element)) if OPEN in ooxml.text(element) else []


def _markeer(tekst: _Element, stijl: str) -> None:
    """Split the run around the words, for a style is that of a whole run."""
    run = next(tekst.iterancestors(qn("w:r")))
    delen = [deel for deel in _OPEN_PLEK.split(tekst.text or "") if deel]
    for deel in delen[:-1]:
        ervoor = copy.deepcopy(run)
        _zet(ervoor, deel, stijl)
        run.addprevious(ervoor)
    _zet(run, delen[-1], stijl)


def _zet(run: _Element, deel: str, stijl: str) -> None:
    tekst = ooxml.require(run, "w:t")
    tekst.text = deel
    tekst.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    if not _OPEN_PLEK.fullmatch(deel):
        return
    eigenschappen = ooxml.find(run, "w:rPr")
    if eigenschappen is None:
        eigenschappen = ooxml.make("w:rPr")
        run.insert(0, eigenschappen)
    for oud in ooxml.find_all(eigenschappen, "w:rStyle"):
        eigenschappen.remove(oud)
    eigenschappen.insert(0, ooxml.make("w:rStyle", val=stijl))
