"""Finds, reads and makes elements of Word's XML by their usual prefixed names ('w:pPr/w:pStyle')."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cache

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree
from lxml.etree import _Element

from pipeline.package import keur_stuk

_TEKENS = {
    qn("w:tab"): " ",
    qn("w:br"): " ",
    qn("w:cr"): " ",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
"""The elements in a run that stand for one character."""
_TEKST = {qn("w:t"), *_TEKENS}
_GETAL = re.compile(r"-?[0-9]{1,18}")
"""What is read as a number; longer is none that Word knows, and Python refuses very long ones."""


_naam = cache(qn)


def find(element: _Element, pad: str) -> _Element | None:
    """Return the first element at a path below this one."""
    return element.find(_pad(pad))


def find_all(element: _Element, pad: str) -> list[_Element]:
    """Return all elements at a path below this one."""
    return element.findall(_pad(pad))


def require(element: _Element, pad: str) -> _Element:
    """Return the first element at a path; its absence is a fault of the program, not of the user."""
    gevonden = find(element, pad)
    if gevonden is None:
        raise LookupError(f"{pad} ontbreekt in {element.tag}")
    return gevonden


def get(element: _Element, naam: str = "w:val") -> str:
    """Return an attribute as text; empty when it is not there."""
    return str(element.get(_naam(naam)) or "")


def value(element: _Element, pad: str) -> str | None:
    """Return the `w:val` of the element at a path, or None without that element."""
    gevonden = find(element, pad)
    return None if gevonden is None else get(gevonden)


def number(tekst: str | None, anders: int = 0) -> int:
    """Return an attribute as a whole number; `anders` for what is no number, as in a damaged file."""
    return int(tekst) if tekst and _GETAL.fullmatch(tekst) else anders


def read_part(xml: bytes) -> _Element:
    """Parse a part of any Word file; comments and instructions are left out, as they are no elements.

    Raises Geweigerd for a document type, with which a small file can fill the memory, and XMLSyntaxError.
    """
    keur_stuk(xml, "")
    return etree.fromstring(
        xml,
        etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        ),
    )


def make(naam: str, **kenmerken: str) -> _Element:
    """Make an element; the attributes are those of the w namespace."""
    element: _Element = OxmlElement(naam, {qn(f"w:{k}"): v for k, v in kenmerken.items()})
    return element


def parse(xml: str) -> _Element:
    """Make an element of XML in which its first tag declares no namespaces."""
    kop, rest = xml.split(">", maxsplit=1)
    sluit = "/" if kop.endswith("/") else ""
    element: _Element = parse_xml(f"{kop.removesuffix('/')} {nsdecls('w', 'r')}{sluit}>{rest}")
    return element


def text(element: _Element) -> str:
    """Return the text of all runs below an element; a tab or a line break counts as a space."""
    return "".join(map(text_of_run, element.iter(qn("w:r"))))


def text_of_run(run: _Element) -> str:
    """Return the text of one run; a tab or a line break counts as a space."""
    return "".join(_TEKENS.get(deel.tag, deel.text or "") for deel in run if deel.tag in _TEKST)


def by_tag(properties: _Element | None) -> dict[str, _Element]:
    """Return copies of the properties that an element holds, by their tag."""
    return {} if properties is None else {str(one.tag): deepcopy(one) for one in properties}


def style_id(alinea: _Element) -> str:
    """Return the id of the style of a paragraph; empty for the default style."""
    return value(alinea, "w:pPr/w:pStyle") or ""


def is_on(element: _Element | None) -> bool:
    """Whether a switch (`w:b`, `w:tblHeader`) is on: it is there, and does not say that it is off."""
    return element is not None and get(element) not in ("0", "false", "off", "none")


@cache
def _pad(pad: str) -> str:
    return "/".join(qn(deel) for deel in pad.split("/"))
