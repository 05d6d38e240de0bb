"""Reads a Word file for the account: its paragraphs and rows in order, each with its level and its form."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from pipeline.account.rich import Rich, Span, plain, tidy

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "\u2011"}
_NO_HEADING = 9


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as a reader sees it."""

    rich: Rich
    level: int | None
    """1 for a chapter, 2 for a part of it; None for what is no heading."""
    listing: str
    """The kind of list that it is an item of ('bullet', 'decimal', 'upperLetter'); empty for none."""
    pictures: tuple[str, ...]
    """The alternative text of each picture in it."""

    @property
    def text(self) -> str:
        return plain(self.rich)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the paragraphs of each of its cells."""

    cells: tuple[tuple[Paragraph, ...], ...]
    table: int
    """Which table of the document, counted from 0."""


Block = Paragraph | Row


@dataclass(frozen=True)
class WordFile:
    """All of a Word file that the account looks at."""

    body: list[Block]
    headers: list[Paragraph]
    """The paragraphs of headers and footers."""
    properties: dict[str, str]
    """The document's properties by their local name ('creator', 'subject')."""


def read_word(content: bytes) -> WordFile:
    """Read a Word file that this program made, or its template."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()

        def part(name: str) -> _Element | None:
            return etree.fromstring(package.read(name), _PARSER) if name in names else None

        forms = _Forms(part("word/styles.xml"), part("word/numbering.xml"))
        document = part("word/document.xml")
        body = None if document is None else document.find(f"{W}body")
        reader = _Reader(forms, _targets(part("word/_rels/document.xml.rels")))
        blocks = [] if body is None else list(reader.blocks(body))
        headers = [
            paragraph
            for name in sorted(names)
            if name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
            for paragraph in _paragraphs(part(name), _Reader(forms, {}))
        ]
        core = part("docProps/core.xml")
        properties = {} if core is None else {etree.QName(item).localname: item.text or "" for item in core}
        return WordFile(blocks, headers, properties)


def _paragraphs(root: _Element | None, reader: _Reader) -> Iterator[Paragraph]:
    for block in [] if root is None else reader.blocks(root):
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from (paragraph for cell in block.cells for paragraph in cell)


def _targets(rels: _Element | None) -> dict[str, str]:
    return {} if rels is None else {str(rel.get("Id")): str(rel.get("Target")) for rel in rels}


class _Forms:
    """What styles and lists say of paragraphs and runs."""

    def __init__(self, styles: _Element | None, numbering: _Element | None) -> None:
        self._styles = {s.get(f"{W}styleId"): s for s in ([] if styles is None else styles.iter(f"{W}style"))}
        self._lists: dict[tuple[str, str], str] = {}
        self._seen: dict[tuple[str, str], str | None] = {}
        if numbering is None:
            return
        formats = {
            (abstract.get(f"{W}abstractNumId"), level.get(f"{W}ilvl")): _value(level, "numFmt") or ""
            for abstract in numbering.iter(f"{W}abstractNum")
            for level in abstract.iter(f"{W}lvl")
        }
        for number in numbering.iter(f"{W}num"):
            abstract_id = _value(number, "abstractNumId")
            self._lists |= {
                (str(number.get(f"{W}numId")), str(level)): kind
                for (owner, level), kind in formats.items()
                if owner == abstract_id
            }

    def of_style(self, style: str, path: str) -> str | None:
        """Return the value at a path in a style, or in the nearest style that it is based on."""
        key = (style, path)
        if key not in self._seen:
            self._seen[key] = None  # a circle of styles ends here
            element = self._styles.get(style)
            if element is not None:
                own = _value(element, path)
                self._seen[key] = (
                    self.of_style(_value(element, "basedOn") or "", path) if own is None else own
                )
        return self._seen[key]

    def name(self, style: str) -> str:
        element = self._styles.get(style)
        return "" if element is None else (_value(element, "name") or "").lower()

    def level(self, properties: _Element | None, style: str) -> int | None:
        own = None if properties is None else _value(properties, "outlineLvl")
        number = int(own or self.of_style(style, f"pPr/{W}outlineLvl") or _NO_HEADING)
        return None if number >= _NO_HEADING else number + 1

    def listing(self, properties: _Element | None, style: str) -> str:
        found = {}
        for name in ("numId", "ilvl"):
            own = None if properties is None else _value(properties, f"numPr/{W}{name}")
            found[name] = self.of_style(style, f"pPr/{W}numPr/{W}{name}") if own is None else own
        return self._lists.get((found["numId"] or "", found["ilvl"] or "0"), "")


class _Reader:
    """Reads the blocks of one part; counts its tables."""

    def __init__(self, forms: _Forms, targets: dict[str, str]) -> None:
        self._forms = forms
        self._targets = targets
        self._tables = 0

    def blocks(self, parent: _Element) -> Iterator[Block]:
        for element in parent:
            if element.tag == f"{W}p":
                if not self._in_contents(element):
                    yield self.paragraph(element)
            elif element.tag == f"{W}tbl":
                number = self._tables
                self._tables += 1
                for row in element.iter(f"{W}tr"):
                    yield Row(tuple(self._cell(cell) for cell in row.iter(f"{W}tc")), number)
            elif element.tag in (f"{W}sdt", f"{W}sdtContent"):
                yield from self.blocks(element)

    def _cell(self, cell: _Element) -> tuple[Paragraph, ...]:
        return tuple(self.paragraph(paragraph) for paragraph in cell.iter(f"{W}p"))

    def _in_contents(self, paragraph: _Element) -> bool:
        """Whether it is a line of the contents table, which repeats the headings."""
        name = self._forms.name(_value(paragraph, f"pPr/{W}pStyle") or "")
        return name.startswith("toc ") and name != "toc heading"

    def paragraph(self, element: _Element) -> Paragraph:
        properties = element.find(f"{W}pPr")
        style = "" if properties is None else _value(properties, "pStyle") or ""
        walk = _Walk(self._forms, self._targets)
        walk.into(element, "")
        return Paragraph(
            tidy(walk.spans),
            self._forms.level(properties, style),
            self._forms.listing(properties, style),
            tuple(str(picture.get("descr") or "") for picture in element.iter(_DRAWING)),
        )


@dataclass
class _Walk:
    """The runs of one paragraph; the number that a page reference prints is no text of anybody."""

    forms: _Forms
    targets: dict[str, str]
    spans: list[Span] = field(default_factory=list)
    _fields: list[str] = field(default_factory=list)
    """The instruction of each field that is open here."""

    def into(self, parent: _Element, target: str) -> None:
        for element in parent:
            if element.tag == f"{W}r":
                self._run(element, target)
            elif element.tag == f"{W}hyperlink":
                anchor, link = element.get(f"{W}anchor"), element.get(f"{_R}id")
                self.into(element, f"#{anchor}" if anchor else self.targets.get(str(link), ""))
            elif element.tag in (f"{W}smartTag", f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}fldSimple"):
                self.into(element, target)

    def _run(self, run: _Element, target: str) -> None:
        text = ""
        for element in run:
            if element.tag == f"{W}fldChar":
                self._field(str(element.get(f"{W}fldCharType")))
            elif element.tag == f"{W}instrText":
                self._fields[-1:] = [(self._fields[-1] if self._fields else "") + (element.text or "")]
            elif any("PAGEREF" in instruction for instruction in self._fields):
                continue
            elif element.tag == f"{W}t":
                words = element.text or ""
                text += words if element.get(_SPACE) == "preserve" else words.strip()
            else:
                text += _SIGNS.get(str(element.tag), "")
        if text:
            properties = run.find(f"{W}rPr")
            self.spans.append(
                Span(
                    text,
                    self._on(properties, "b"),
                    self._on(properties, "i"),
                    self._raised(properties),
                    target,
                )
            )

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _on(self, properties: _Element | None, name: str) -> bool:
        if properties is None:
            return False
        own = properties.find(f"{W}{name}")
        if own is not None:
            return own.get(f"{W}val") not in ("0", "false", "off")
        style = self.forms.of_style(_value(properties, "rStyle") or "", f"rPr/{W}{name}")
        return style is not None and style not in ("0", "false", "off")

    def _raised(self, properties: _Element | None) -> str:
        if properties is None:
            return ""
        own = _value(properties, "vertAlign")
        style = _value(properties, "rStyle") or ""
        found = own if own is not None else self.forms.of_style(style, f"rPr/{W}vertAlign")
        return found if found in ("superscript", "subscript") else ""


def _value(element: _Element, path: str) -> str | None:
    """Return the value of an element below this one; empty where it is there without one."""
    found = element.find(f"{W}{path}")
    return None if found is None else found.get(f"{W}val") or ""
