"""The headings of a document: level, label, text and the bookmarks by which all else refers to them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml
from pipeline.document.numbering import Labels
from pipeline.document.styles import Stijlen

GEEN_KOP = 9
"""Outline level of Word for text that is no heading (levels are counted from 0)."""
BLADWIJZER = "_Toc"
"""How the bookmarks begin by which a contents table finds its headings, as those of Word do."""
_INGEBOUWD = re.compile(r"heading ([1-9])", re.IGNORECASE)


@dataclass(frozen=True)
class Kop:
    """One heading, in the order of the document."""

    alinea: _Element
    niveau: int
    """1 for a chapter, 2 for a paragraph of it, and so on."""
    label: str
    """Its number as printed: '1.2', 'Bijlage 1:'; may be empty."""
    tekst: str
    ingebouwd: int
    """Level of the built-in heading style, by which a contents table collects it; 0 for another style."""
    bladwijzer: str

    @property
    def bladwijzers(self) -> list[str]:
        """The bookmarks in the heading: of the contents table, of references and of the template."""
        return [ooxml.get(begin, "w:name") for begin in self.alinea.iter(qn("w:bookmarkStart"))]

    @property
    def volledig(self) -> str:
        """Label and text, as the reader sees them."""
        return f"{self.label} {self.tekst}".strip()


def vind_koppen(body: _Element, numbering: _Element, stijlen: Stijlen) -> list[Kop]:
    """Return the headings in their order and give each its bookmarks."""
    koppen = lees_koppen(body, numbering, stijlen)
    for kop in koppen:
        markeer(kop.alinea, kop.bladwijzer)
        if kop.label:
            markeer(kop.alinea, anker(kop))
    return koppen


def lees_koppen(
    body: _Element, numbering: _Element, stijlen: Stijlen, voorvoegsel: str = BLADWIJZER
) -> list[Kop]:
    """Return the headings in their order; the names of their bookmarks begin with `voorvoegsel`."""
    labels = Labels(numbering, stijlen)
    koppen: list[Kop] = []
    for alinea in body.iter(qn("w:p")):
        stijl_id = ooxml.style_id(alinea) or stijlen.standaard
        label = labels.label(alinea)
        eigen = ooxml.value(alinea, "w:pPr/w:outlineLvl")
        niveau = ooxml.number(eigen or stijlen.eigenschap(stijl_id, "w:pPr/w:outlineLvl"), GEEN_KOP)
        if niveau >= GEEN_KOP:
            continue
        ingebouwd = _INGEBOUWD.fullmatch(stijlen.naam(stijl_id))
        bladwijzer = f"{voorvoegsel}{len(koppen) + 1:08d}"
        tekst = ooxml.text(alinea).strip()
        koppen.append(
            Kop(alinea, niveau + 1, label, tekst, int(ingebouwd[1]) if ingebouwd else 0, bladwijzer)
        )
    return koppen


def in_box(paragraph: _Element) -> bool:
    """Tell whether a paragraph stands in a text box or a frame, which LibreOffice reads at another place."""
    return (
        next(paragraph.iterancestors(qn("w:txbxContent")), None) is not None
        or ooxml.find(paragraph, "w:pPr/w:framePr") is not None
    )


def anker(kop: Kop) -> str:
    """Return the bookmark by which people refer to a numbered heading.

    'Bijlage 1:' is bijlage_1; '4' is hoofdstuk_4 (or punt_4 below a chapter); '1.2' is paragraaf_1_2.
    """
    kern = re.sub(r"[^0-9A-Za-z]+", "_", kop.label).strip("_").lower()
    if kern[:1].isdigit():
        if "_" in kern:
            return f"paragraaf_{kern}"
        return f"hoofdstuk_{kern}" if kop.niveau == 1 else f"punt_{kern}"
    return kern


def markeer(alinea: _Element, naam: str) -> None:
    """Put a bookmark around the content of a paragraph; its id follows when all are there."""
    eigenschappen = ooxml.find(alinea, "w:pPr")
    alinea.insert(0 if eigenschappen is None else 1, ooxml.make("w:bookmarkStart", id="0", name=naam))
    alinea.append(ooxml.make("w:bookmarkEnd", id="0"))


def nummer_bladwijzers(body: _Element) -> set[str]:
    """Give every bookmark an id of its own and return their names.

    A start is paired with the first end after it that had the same id, which holds for bookmarks
    in one paragraph, as templates and the pipeline make them.  Of the copies that a loop of the
    template made of a bookmark, only the first stays: a name may stand in a document once.
    """
    open_bij_oud: dict[str, list[str]] = {}
    namen: set[str] = set()
    for element in list(body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        wachtend = open_bij_oud.setdefault(ooxml.get(element, "w:id"), [])
        if element.tag == qn("w:bookmarkStart"):
            naam = ooxml.get(element, "w:name")
            nieuw = "" if naam in namen else str(len(namen) + 1)
            namen.add(naam)
            wachtend.append(nieuw)
        else:
            nieuw = wachtend.pop() if wachtend else ""
        if nieuw:
            element.set(qn("w:id"), nieuw)
        else:
            next(element.iterancestors()).remove(element)
    return namen
