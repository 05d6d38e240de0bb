"""Looks at the tags of the template before they are filled in: docxtpl says nothing of some mistakes."""

from __future__ import annotations

import re

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml
from pipeline.errors import SjabloonFout

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ALLEEN = {
    "p": ("w:p", "alinea"),
    "tr": ("w:tr", "rij van de tabel"),
    "tc": ("w:tc", "cel van de tabel"),
}
"""The tags that take the place of the whole element they stand in, by their first letters."""
_VERVANGT = re.compile(r"\{[{%#](p|tr|tc)\s")


def controleer_tags(deel: _Element, sjabloon: str) -> None:
    """Check the tags in a part (its body, a header) of the template with this file name.

    Raises SjabloonFout for text beside a tag that takes the place of its whole paragraph, row or
    cell (docxtpl would drop that text), and for a brace that belongs to no tag (it would be
    printed).
    """
    for alinea in deel.iter(qn("w:p")):
        tekst = ooxml.text(alinea)
        for tag in _TAG.findall(tekst):
            _controleer_plek(alinea, tag, sjabloon)
        rest = _TAG.sub("", tekst)
        if "{" in rest or "}" in rest:
            raise SjabloonFout(
                f"Het sjabloon {sjabloon} heeft een onderdeel dat niet klopt: een accolade in de alinea "
                f"'{tekst.strip()}'.\n"
                "Een tag begint met {{ of {% en eindigt met }} of %}."
            )


def _controleer_plek(alinea: _Element, tag: str, sjabloon: str) -> None:
    match = _VERVANGT.match(tag)
    if match is None:
        return
    naam, woorden = _ALLEEN[match[1]]
    element = alinea if naam == "w:p" else next(alinea.iterancestors(qn(naam)), alinea)
    tekst = ooxml.text(element).strip()
    if tekst != tag:
        raise SjabloonFout(
            f"Het sjabloon {sjabloon} heeft tekst naast {tag}, en die zou verdwijnen: {tekst}\n"
            f"Zet deze tag alleen in een eigen {woorden}."
        )
