"""The pictures, drawings and charts of a Word file: their words, and whether they are decoration."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docx.oxml.ns import qn
from lxml.etree import _Element

_MARK = "wijkplan-versiering-"
"""How the words begin by which decoration is known again in the PDF, whatever its place there."""
_SECOND_FORM = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_VML_SHAPES = tuple(
    f"{{urn:schemas-microsoft-com:vml}}{name}"
    for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "group")
)
_VML_LINE = "{urn:schemas-microsoft-com:office:office}hr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


class Picture(NamedTuple):
    """One drawing in the text, as its Word file has it."""

    alternative: str
    """The words for who cannot see it; may be empty."""
    decorative: bool
    """Whether nobody has to hear of it: it is marked so, a line, or no more than the frame of a text box."""


def pictures(body: _Element) -> list[Picture]:
    """Return every drawing in the text, of the forms that Word shows, in its order."""
    return [picture for _, _, picture in _drawings(body)]


def mark_decoration(body: _Element) -> None:
    """Give all decoration words by which it is known again; they are taken out of the PDF."""
    for number, (holder, attribute, picture) in enumerate(list(_drawings(body)), start=1):
        if picture.decorative and not picture.alternative:
            holder.set(attribute, f"{_MARK}{number}")


def _drawings(body: _Element) -> Iterator[tuple[_Element, str, Picture]]:
    """Give the element and the attribute that hold the words of every drawing, and what it is."""
    for drawing in body.iter(qn("w:drawing"), qn("w:pict"), qn("w:object")):
        if next(drawing.iterancestors(_SECOND_FORM), None) is not None:
            continue
        box = next(drawing.iter(qn("w:txbxContent")), None) is not None
        if drawing.tag == qn("w:drawing"):
            for own in drawing.iterchildren("{*}inline", "{*}anchor"):
                properties = own.find("{*}docPr")
                if properties is not None:
                    words = (properties.get("descr") or properties.get("title") or "").strip()
                    decorative = any(mark.get("val") in ("1", "true") for mark in own.iter(_DECORATIVE))
                    yield properties, "descr", _picture(words, box=box, decorative=decorative)
            continue
        shapes = list(drawing.iterdescendants(*_VML_SHAPES))
        if shapes:
            words = " ".join(filter(None, (shape.get("alt") for shape in shapes))).strip()
            line = any(shape.get(_VML_LINE) is not None for shape in shapes)
            yield shapes[0], "alt", _picture(words, box=box, decorative=line)


def _picture(words: str, *, box: bool, decorative: bool) -> Picture:
    return Picture(words, decorative or (box and not words) or words.startswith(_MARK))
