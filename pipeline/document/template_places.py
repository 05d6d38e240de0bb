"""Tells where something stands in a template, in words by which a person finds it in Word."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from pipeline.bevinding import WordPlaats
from pipeline.document import ooxml

_LONGEST = 60
"""Characters of a text by which a person finds its place."""
_LABELS = {
    "header": "koptekst",
    "footer": "voettekst",
    "footnotes": "voetnoot",
    "endnotes": "eindnoot",
}
_HEADINGS = ("heading", "kop", "titel", "title", "toc heading")
"""How the names of styles begin that make a paragraph a heading in the eyes of who looks for a place."""


@dataclass(frozen=True)
class TemplatePart:
    """A part of a template in which text stands: the body, a header or footer, the notes."""

    label: str
    """What a person calls it; empty for the body."""
    element: _Element
    part: Part

    def write_back(self) -> None:
        """Put the element back into a part that python-docx keeps as bytes."""
        if not isinstance(self.part, XmlPart):
            self.part._blob = etree.tostring(
                self.element, encoding="UTF-8", xml_declaration=True, standalone=True
            )


def text_parts(document: Document) -> list[TemplatePart]:
    """Return the body first, then the headers, footers and notes that belong to it."""
    parts = [TemplatePart("", document.element, document.part)]
    for relation in document.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind in _LABELS and not relation.is_external:
            part = relation.target_part
            element = part.element if isinstance(part, XmlPart) else ooxml.read_part(part.blob)
            parts.append(TemplatePart(_LABELS[kind], element, part))
    return parts


class Places:
    """The places of one template: below which heading, in which cell, at which words."""

    def __init__(self, name: str, parts: list[TemplatePart], style_names: dict[str, str]) -> None:
        self.name = name
        self._above: dict[_Element, tuple[int, str, str]] = {}
        self._tables: dict[_Element, int] = {}
        for number, part in enumerate(parts):
            heading = ""
            for rank, element in enumerate(part.element.iter(qn("w:p"), qn("w:tbl")), start=1):
                if element.tag == qn("w:tbl"):
                    self._tables[element] = 1 + len(self._tables)
                    continue
                text = " ".join(ooxml.text(element).split())
                style = style_names.get(ooxml.style_id(element), "").lower()
                if style.startswith(_HEADINGS) and text and not part.label:
                    heading = text
                self._above[element] = (number * 1_000_000 + rank, heading, part.label)

    @property
    def whole(self) -> WordPlaats:
        """The place of what holds for the whole file."""
        return WordPlaats(self.name)

    def of(self, element: _Element, words: str = "") -> WordPlaats:
        """Return the place of an element; `words` say what it is, else its own text does."""
        paragraph = element if element.tag == qn("w:p") else None
        paragraph = paragraph if paragraph is not None else next(element.iterancestors(qn("w:p")), None)
        paragraph = paragraph if paragraph is not None else next(element.iter(qn("w:p")), None)
        if paragraph is None:
            return WordPlaats(self.name, "", words)
        rank, heading, label = self._above.get(paragraph, (0, "", ""))
        said = shortened(words or ooxml.text(paragraph))
        where = ", ".join(filter(None, (label, self._cell(paragraph))))
        return WordPlaats(self.name, heading, ": ".join(filter(None, (where, said))), rank)

    def _cell(self, paragraph: _Element) -> str:
        cell = next(paragraph.iterancestors(qn("w:tc")), None)
        row = None if cell is None else next(cell.iterancestors(qn("w:tr")), None)
        table = None if row is None else next(row.iterancestors(qn("w:tbl")), None)
        if cell is None or row is None or table is None:
            return ""
        rows, cells = list(table.iter(qn("w:tr"))), list(row.iter(qn("w:tc")))
        numbers = (self._tables.get(table, 0), rows.index(row) + 1, cells.index(cell) + 1)
        return "tabel {}, rij {}, cel {}".format(*numbers)


def shortened(text: str) -> str:
    """Return the begin of a text, by which a person finds it."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST].rstrip()} ..."
