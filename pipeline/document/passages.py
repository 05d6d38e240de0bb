"""The words of a Word file in the order in which they are read: what its PDF must say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import equations, ooxml
from pipeline.document.fields import vind_velden
from pipeline.document.headings import Kop
from pipeline.document.prepare import note_parts
from pipeline.document.styles import Stijlen

GENERATED = "\ufffc"
"""Stands in a passage for what a program fills in: a number, a reference, a sign of a font of symbols."""
_AS_SAVED = ("TOC", "HYPERLINK", "INDEX", "FORMTEXT", "QUOTE", "ADDIN", "CITATION", "BIBLIOGRAPHY")
"""Fields whose result is printed as it stands in the file."""
_SECOND_FORM = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTE_MARKS = (qn("w:footnoteReference"), qn("w:endnoteReference"))
_SIGNS = {
    qn("w:tab"): " ",
    qn("w:ptab"): " ",
    qn("w:br"): " ",
    qn("w:cr"): " ",
    qn("w:noBreakHyphen"): "-",
    qn("w:sym"): GENERATED,
    qn("w:pgNum"): GENERATED,
    **dict.fromkeys(_NOTE_MARKS, GENERATED),
}
_ON = ("", "1", "true", "on")
_BOXES = (qn("w:txbxContent"),)


class Passage(NamedTuple):
    """One paragraph with words, as a reader meets it."""

    text: str
    """Its words; `GENERATED` stands for each piece that is filled in by a program."""
    label: str = ""
    """The number that is printed before a heading."""
    numbered: bool = False
    """Whether a bullet or a number of a list may stand before it."""
    loose: bool = False
    """Whether it may be read at another place: a note, or a text box."""
    heading: str = ""
    """The nearest heading above it."""
    order: int = 0
    """Its rank among the paragraphs of the text."""


def passages(document: Document, headings: list[Kop]) -> Iterator[Passage]:
    """Give every paragraph of the text that has words, and after those the notes."""
    body: _Element = document.element.body
    styles = Stijlen(document.styles.element)
    by_paragraph = {heading.alinea: heading for heading in headings}
    reader = _Reader(body, styles)
    above = ""
    for order, paragraph in enumerate(body.iter(qn("w:p")), start=1):
        if next(paragraph.iterancestors(_SECOND_FORM), None) is not None:
            continue
        heading = by_paragraph.get(paragraph)
        words = reader.text(paragraph)
        above = heading.volledig if heading is not None and heading.tekst else above
        if words.strip():
            label = "" if heading is None else heading.label
            box = next(paragraph.iterancestors(*_BOXES), None) is not None or _is_framed(paragraph)
            yield Passage(words, label, reader.is_numbered(paragraph), box, above, order)
    for part in note_parts(document):
        notes = ooxml.read_part(part.blob)
        own = _Reader(notes, styles)
        for paragraph in notes.iter(qn("w:p")):
            words = own.text(paragraph)
            if words.strip() and _is_note(paragraph):
                yield Passage(words, "", True, True, "", order)


class _Reader:
    """Reads the text of paragraphs as it is printed: without what is hidden or an instruction."""

    def __init__(self, part: _Element, styles: Stijlen) -> None:
        self._styles = styles
        self._generated: set[_Element] = set()
        for field in vind_velden(part):
            if field.woorden and field.woorden[0].upper() not in _AS_SAVED:
                self._generated.update(field.resultaat)

    def text(self, paragraph: _Element) -> str:
        """Return the words of a paragraph, not those of a text box in it."""
        hidden = self._styles.eigenschap(ooxml.style_id(paragraph), "w:rPr/w:vanish") in _ON
        return "" if hidden else "".join(self._pieces(paragraph))

    def _pieces(self, paragraph: _Element) -> Iterator[str]:
        last: str = ""
        for element in paragraph.iter(qn("w:r"), f"{equations.M}oMath"):
            if next(element.iterancestors(qn("w:p"))) is not paragraph:
                continue
            if element.tag != qn("w:r"):
                yield equations.as_text(element)
            elif not self._is_hidden(element):
                for piece in self._signs(element):
                    if piece != GENERATED or last != GENERATED:
                        yield piece
                    last = piece

    def _signs(self, run: _Element) -> Iterable[str]:
        for sign in run:
            if sign.tag == qn("w:t"):
                yield GENERATED if sign in self._generated else sign.text or ""
            elif sign.tag in _SIGNS:
                yield _SIGNS[sign.tag]

    def _is_hidden(self, run: _Element) -> bool:
        own = ooxml.find(run, "w:rPr/w:vanish")
        if own is not None:
            return ooxml.is_on(own)
        style = ooxml.value(run, "w:rPr/w:rStyle")
        return style is not None and self._styles.eigenschap(style, "w:rPr/w:vanish") in _ON

    def is_numbered(self, paragraph: _Element) -> bool:
        number = ooxml.value(paragraph, "w:pPr/w:numPr/w:numId")
        if number is None:
            style = ooxml.style_id(paragraph) or self._styles.standaard
            number = self._styles.eigenschap(style, "w:pPr/w:numPr/w:numId")
        return number not in (None, "0")


def _is_note(paragraph: _Element) -> bool:
    """Tell a note from the line that parts notes from the text."""
    note = next(paragraph.iterancestors(qn("w:footnote"), qn("w:endnote")), None)
    return note is not None and not ooxml.get(note, "w:type")


def _is_framed(paragraph: _Element) -> bool:
    return ooxml.find(paragraph, "w:pPr/w:framePr") is not None
