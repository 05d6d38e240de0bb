"""What the pages of a PDF show of each piece of its text, by a library that draws them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.pdf.bibliotheek import pdfium
from pipeline.pdf.reading import Mark

_INVISIBLE = (3, 7)
"""Ways of drawing text by which nothing is seen: not at all, and as an edge for other drawings."""
_LEAST_CONTRAST = 1.1
"""Contrast between text and what is behind it below which nobody sees it."""
_MARGIN = 1.0
"""Points by which the frames of what is drawn may differ."""
_LARGE = 4.0
"""Points of width and height from which a drawing can hide a letter or stand behind it."""
_OPAQUE = 250
_WHITE = (255, 255, 255)

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Colour = tuple[int, int, int]


class Drawn(NamedTuple):
    """What a page shows of one piece of marked content."""

    text: str
    left: float
    top: float
    hidden: bool
    """Whether some of it cannot be seen: not drawn, off the page, covered, or in the colour behind it."""


class _Area(NamedTuple):
    box: Box
    colour: Colour | None
    """None for a picture, of which the colours are not known."""


def drawn(pdf: bytes) -> dict[Mark, Drawn]:
    """Return what the pages show of every piece of marked content that has text."""
    shown: dict[Mark, Drawn] = {}
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    try:
        for number in range(pdfium.FPDF_GetPageCount(document)):
            page = pdfium.FPDF_LoadPage(document, number)
            letters = pdfium.FPDFText_LoadPage(page)
            for mark, piece in _pieces(page, letters):
                place = (number, mark)
                shown[place] = _joined(shown[place], piece) if place in shown else piece
            pdfium.FPDFText_ClosePage(letters)
            pdfium.FPDF_ClosePage(page)
    finally:
        pdfium.FPDF_CloseDocument(document)
    return shown


def _pieces(page: Any, letters: Any) -> Iterator[tuple[int, Drawn]]:
    objects = [pdfium.FPDFPage_GetObject(page, n) for n in range(pdfium.FPDFPage_CountObjects(page))]
    kinds = [pdfium.FPDFPageObj_GetType(one) for one in objects]
    areas = [
        None if kind == pdfium.FPDF_PAGEOBJ_TEXT else _area(one, kind)
        for one, kind in zip(objects, kinds, strict=True)
    ]
    frames = [(place, area) for place, area in enumerate(areas) if area is not None]
    paper = (0.0, 0.0, pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page))
    for place, (one, kind) in enumerate(zip(objects, kinds, strict=True)):
        mark = pdfium.FPDFPageObj_GetMarkedContentID(one)
        if kind != pdfium.FPDF_PAGEOBJ_TEXT or mark < 0:
            continue
        words = _text(one, letters)
        box = _box(one)
        hidden = bool(words.strip()) and _is_hidden(one, box, paper, place, frames)
        yield mark, Drawn(words, box[0], box[3], hidden)


def _text(one: Any, letters: Any) -> str:
    length = pdfium.FPDFTextObj_GetText(one, letters, None, 0)
    buffer = (ctypes.c_ushort * length)()
    pdfium.FPDFTextObj_GetText(one, letters, buffer, length)
    return bytes(buffer).decode("utf-16-le", errors="replace").rstrip("\0")


def _box(one: Any) -> Box:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(one, *map(ctypes.byref, sides))
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def _colour(one: Any) -> tuple[Colour, int]:
    values = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(one, *map(ctypes.byref, values))
    red, green, blue, alpha = (value.value for value in values)
    return (red, green, blue), alpha


def _area(one: Any, kind: int) -> _Area | None:
    """Return what a drawing covers; None for one that covers nothing."""
    colour: Colour | None = None
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        mode, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(one, ctypes.byref(mode), ctypes.byref(stroke))
        if mode.value == pdfium.FPDF_FILLMODE_NONE:
            return None
        colour, alpha = _colour(one)
        if alpha < _OPAQUE:
            return None
    box = _box(one)
    large = box[2] - box[0] >= _LARGE and box[3] - box[1] >= _LARGE
    return _Area(box, colour) if large else None


def _is_hidden(one: Any, box: Box, paper: Box, place: int, frames: list[tuple[int, _Area]]) -> bool:
    if pdfium.FPDFTextObj_GetTextRenderMode(one) in _INVISIBLE or not _overlaps(box, paper):
        return True
    colour, alpha = _colour(one)
    if not alpha:
        return True
    behind: Colour | None = _WHITE
    for number, area in frames:
        if _lies_in(box, area.box):
            if number > place:
                return True
            behind = area.colour
    return behind is not None and _contrast(colour, behind) < _LEAST_CONTRAST


def _overlaps(box: Box, paper: Box) -> bool:
    return box[0] < paper[2] and box[2] > paper[0] and box[1] < paper[3] and box[3] > paper[1]


def _lies_in(box: Box, area: Box) -> bool:
    """Tell whether a text stands within an area: the middle of its height, from its begin to its end."""
    middle = (box[1] + box[3]) / 2
    return area[0] - _MARGIN <= box[0] and box[2] <= area[2] + _MARGIN and area[1] <= middle <= area[3]


def _contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours (WCAG 2.1, 'contrast ratio')."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _joined(one: Drawn, other: Drawn) -> Drawn:
    return Drawn(
        one.text + other.text, min(one.left, other.left), max(one.top, other.top), one.hidden or other.hidden
    )
