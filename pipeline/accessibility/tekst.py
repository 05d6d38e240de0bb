"""Questions about the text: real lists and white space instead of typed ones, no capitals, no notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.accessibility.lezen import Alinea, WordBestand
from pipeline.bevinding import Bevinding
from pipeline.document import ooxml

_TEKEN = re.compile(r"\s*[•▪●◦‣∙·o*]\s+\S|\s*[•▪●◦‣∙]\S")
"""A bullet that is typed; nothing else begins so."""
_STREEPJE = re.compile(r"\s*[-–—]\s+\S")
_NUMMER = re.compile(r"\s*(\d{1,2}|[a-zA-Z])[.)]\s+\S")
"""These two can also be an aside or a number: only more of them together are a list."""
_SPATIES = re.compile(r"\S?(?: |\u00a0){3,}\S")
_TABS = re.compile(r"\t[ \u00a0]*\t")
_MIN_HOOFDLETTERS = 20
_MIN_WOORD = 6
"""Letters from which a word in capitals is no abbreviation."""


def lijsten(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether lists are lists, and not typed signs in front of lines."""
    for (_, lijst), groep in groupby(bestand.alineas, key=lambda a: (_ouder(a), _begint_als_punt(a.tekst))):
        if not lijst:
            continue
        alineas = [a for a in groep if not (a.in_inhoud or a.in_lijst or a.kop)]
        regels = [regel for alinea in alineas for regel in alinea.tekst.split("\n")]
        getypt = any(map(_TEKEN.match, regels))
        samen = any(sum(bool(vorm.match(regel)) for regel in regels) > 1 for vorm in (_STREEPJE, _NUMMER))
        if getypt or samen:
            yield Bevinding("word-lijst-getypt", bestand.plaats(alineas[0].element))


def wit(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether white space is made with styles, and not with empty paragraphs, spaces or tabs."""
    los: list[Alinea] = []
    for (leeg, _), groep in groupby(bestand.alineas, key=lambda alinea: (_is_wit(alinea), _ouder(alinea))):
        alineas = list(groep)
        if leeg and len(alineas) > 1:
            plaats = bestand.plaats(alineas[0].element, "lege alinea's")
            yield Bevinding("word-lege-alineas", plaats, str(len(alineas)))
        elif leeg and not _moet(alineas[0].element):
            los += alineas
    if los:
        yield Bevinding("word-lege-alinea", bestand.plaats(los[0].element, "lege alinea"), str(len(los)))
    for alinea in bestand.alineas:
        if alinea.in_inhoud:
            continue
        if _SPATIES.search(alinea.tekst):
            yield Bevinding("word-spaties", bestand.plaats(alinea.element))
        if _TABS.search(alinea.tekst):
            yield Bevinding("word-tabs", bestand.plaats(alinea.element))


def hoofdletters(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether no sentence is typed in capitals."""
    for alinea in bestand.alineas:
        letters = [teken for teken in alinea.tekst if teken.isalpha()]
        lang = any(len(woord) >= _MIN_WOORD for woord in re.findall(r"[^\W\d_]+", alinea.tekst))
        if (
            len(letters) >= _MIN_HOOFDLETTERS
            and lang
            and all(map(str.isupper, letters))
            and not alinea.in_inhoud
        ):
            yield Bevinding("word-hoofdletters", bestand.plaats(alinea.element))


def voetnoten(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether nothing has to be looked up at the foot of the page."""
    for noot in bestand.body.iter(qn("w:footnoteReference"), qn("w:endnoteReference")):
        yield Bevinding("word-voetnoot", bestand.plaats(noot))


def _begint_als_punt(tekst: str) -> bool:
    """Whether a line of this text begins as an item of a list."""
    return any(vorm.match(regel) for regel in tekst.split("\n") for vorm in (_TEKEN, _STREEPJE, _NUMMER))


def _ouder(alinea: Alinea) -> _Element | None:
    return next(alinea.element.iterancestors(), None)


def _is_wit(alinea: Alinea) -> bool:
    """Whether a paragraph is there for its white space: empty, and no break of a page or a section."""
    einde = any(
        element.tag == qn("w:sectPr") or ooxml.get(element, "w:type") in ("page", "column")
        for element in alinea.element.iter(qn("w:br"), qn("w:sectPr"))
    )
    return alinea.is_leeg and not einde and alinea.kop is None and not alinea.in_inhoud


def _moet(alinea: _Element) -> bool:
    """Whether an empty paragraph must be there: alone in a cell, beside a table, or at the end."""
    ervoor, erna = alinea.getprevious(), alinea.getnext()
    naast_tabel = any(buur is not None and buur.tag == qn("w:tbl") for buur in (ervoor, erna))
    alleen = len(ooxml.find_all(next(alinea.iterancestors()), "w:p")) == 1
    return naast_tabel or alleen or erna is None or erna.tag == qn("w:sectPr")
