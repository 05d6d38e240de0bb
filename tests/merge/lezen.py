"""Reads a Word file, apart from the code that is judged: with the program's changes or without."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WIJKPLAN = "Wijkplan"
_TOC = re.compile(r"\bTOC\b")
_KOP = re.compile(r"(?:heading|kop) (\d)")


@dataclass
class Regel:
    """One paragraph as a person reads it."""

    tekst: str = ""
    stijl: str = ""
    vet: str = ""
    """The letters in bold."""
    beelden: int = 0
    pad: tuple[str, ...] = ()
    """The headings above it, the highest first, and itself when it is one."""
    rij: str = ""
    """Text of the first cell of its row; empty outside tables."""
    cel: int = 0
    hoofd: str = ""
    """Text of the head of its column; empty in a row that has other cells than the head."""
    extra: list[str] = field(default_factory=list)


def delen(docx: bytes, begin: str = "") -> dict[str, bytes]:
    """Return the parts of a Word file, or those whose name begins so."""
    with zipfile.ZipFile(BytesIO(docx)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist() if naam.startswith(begin)}


@lru_cache(maxsize=12)
def regels(docx: bytes, *, verwerp: bool = False) -> list[Regel]:
    """Return the paragraphs with text or pictures, with all changes accepted.

    With `verwerp` those of the program are rejected and those of others accepted.
    """
    inhoud = delen(docx, "word/styles.xml") | delen(docx, "word/document.xml")
    stijlen = {
        str(s.get(W + "styleId")): str(s.find(W + "name").get(W + "val")).lower()  # type: ignore[union-attr]
        for s in etree.fromstring(inhoud["word/styles.xml"]).iter(W + "style")
        if s.find(W + "name") is not None
    }
    body = etree.fromstring(inhoud["word/document.xml"]).find(W + "body")
    assert body is not None
    uit: list[Regel] = []
    koppen: dict[int, str] = {}
    open_regel, toc = None, 0
    for alinea in body.iter(W + "p"):
        velden = list(alinea.iter(W + "instrText", W + "fldChar"))
        was_toc = toc or any(_TOC.search(v.text or "") for v in velden)
        if was_toc:
            for teken in velden:
                soort = teken.get(W + "fldCharType")
                toc += (soort == "begin") - (soort == "end")
            continue
        if any(_weg(rij.find(f"{W}trPr"), verwerp) for rij in alinea.iterancestors(W + "tr")):
            continue
        regel = open_regel or Regel()
        _lees(alinea, regel, verwerp)
        regel.stijl = stijlen.get(_waarde(alinea, "pPr/pStyle", verwerp=verwerp), "")
        rij = next(alinea.iterancestors(W + "tr"), None)
        if rij is not None:
            eerste = rij.find(W + "tc")
            hier = Regel()
            for deel in eerste.iter(W + "p") if eerste is not None else ():
                _lees(deel, hier, verwerp)
            regel.rij = hier.tekst.strip()
            cel = next(alinea.iterancestors(W + "tc"))
            regel.cel = list(rij.iter(W + "tc")).index(cel)
            regel.hoofd = _head(rij, regel.cel, verwerp)
        if _weg(alinea.find(f"{W}pPr/{W}rPr"), verwerp):
            open_regel = regel
            continue
        open_regel = None
        niveau = _KOP.match(regel.stijl)
        if niveau and regel.tekst.strip():
            koppen = {n: kop for n, kop in koppen.items() if n < int(niveau[1])}
            koppen[int(niveau[1])] = regel.tekst.strip()
        regel.pad = tuple(koppen.values())
        if regel.tekst.strip() or regel.beelden:
            uit.append(regel)
    return uit


def _head(row: _Element, number: int, verwerp: bool) -> str:
    """Return the head above a cell: the text in the first row of the table that is not gone."""
    table = next(row.iterancestors(W + "tbl"))
    head = next(r for r in table.iter(W + "tr") if not _weg(r.find(f"{W}trPr"), verwerp))
    cells = head.findall(W + "tc")
    if head is row or len(cells) != len(row.findall(W + "tc")):
        return ""
    text = Regel()
    for p in cells[number].iter(W + "p"):
        _lees(p, text, verwerp)
    return text.tekst.strip()


def teksten(docx: bytes, *, verwerp: bool = False) -> list[str]:
    return [regel.tekst for regel in regels(docx, verwerp=verwerp)]


def koptekst(docx: bytes) -> str:
    """Return the accepted text of all headers and footers."""
    uit = []
    for naam, xml in delen(docx, "word/").items():
        if re.fullmatch(r"word/(header|footer)\d*\.xml", naam):
            for alinea in etree.fromstring(xml).iter(W + "p"):
                regel = Regel()
                _lees(alinea, regel, verwerp=False)
                uit.append(regel.tekst)
    return "\n".join(uit)


def opmerkingen(docx: bytes) -> list[tuple[str, str]]:
    """Return author and text of every comment."""
    xml = next((x for naam, x in delen(docx, "word/c").items() if naam.endswith("/comments.xml")), None)
    if xml is None:
        return []
    return [
        (str(o.get(W + "author")), "".join(t.text or "" for t in o.iter(W + "t")))
        for o in etree.fromstring(xml).iter(W + "comment")
    ]


def uitleg(docx: bytes) -> list[str]:
    """Return the descriptions of the pictures."""
    boom = etree.fromstring(delen(docx)["word/document.xml"])
    return [str(ding.get("descr")) for ding in boom.iter("{*}docPr") if ding.get("descr")]


def _waarde(alinea: _Element, pad: str, *, verwerp: bool) -> str:
    wissel = alinea.find(f"{W}pPr/{W}pPrChange")
    basis = alinea
    if verwerp and wissel is not None and wissel.get(W + "author") == WIJKPLAN:
        basis = wissel
    element = basis.find("/".join(W + deel for deel in pad.split("/")))
    return "" if element is None else str(element.get(W + "val"))


def _van_ons(element: _Element) -> bool:
    return element.get(W + "author") == WIJKPLAN


def _weg(houder: _Element | None, verwerp: bool) -> bool:
    """Whether a row or the end of a paragraph is gone."""
    for merk in houder if houder is not None else ():
        if merk.tag == W + "del" and not (verwerp and _van_ons(merk)):
            return True
        if merk.tag == W + "ins" and verwerp and _van_ons(merk):
            return True
    return False


def _lees(alinea: _Element, regel: Regel, verwerp: bool) -> None:
    diepte = 0
    for element in _zichtbaar(alinea, verwerp):
        if element.tag == W + "fldChar":
            soort = element.get(W + "fldCharType")
            diepte += (soort == "begin") - (soort == "end")
        elif element.tag == W + "drawing":
            regel.beelden += 1
        elif diepte <= 0 and element.tag in (W + "t", W + "delText", W + "tab", W + "br"):
            tekst = {W + "tab": "\t", W + "br": "\n"}.get(str(element.tag), element.text or "")
            regel.tekst += tekst
            run = next(element.iterancestors(W + "r"))
            if run.find(f"{W}rPr/{W}b") is not None:
                regel.vet += tekst


def _zichtbaar(alinea: _Element, verwerp: bool) -> Iterator[_Element]:
    for element in alinea.iter(
        W + "t", W + "delText", W + "tab", W + "br", W + "fldChar", W + "drawing", W + "footnoteReference"
    ):
        if next(element.iterancestors(W + "p")) is not alinea or element.getparent().tag == W + "tabs":  # type: ignore[union-attr]
            continue
        revisies = list(element.iterancestors(W + "ins", W + "del", W + "moveFrom", W + "moveTo"))
        zichtbaar = True
        for revisie in revisies:
            weg = revisie.tag in (W + "del", W + "moveFrom")
            omgekeerd = verwerp and _van_ons(revisie)
            zichtbaar &= weg == omgekeerd
        if zichtbaar:
            yield element
