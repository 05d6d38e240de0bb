"""Looks of a cell that its writer chose and that do not come in the plan: colours, underlining."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

UNDERLINED, COLOURED, FILLED, SIZED = (
    "onderstreepte tekst",
    "gekleurde letters",
    "cellen met een kleur",
    "woorden in een ander lettertype of een andere grootte",
)
_LINK_THEMES, _LINK_COLOURS = (10, 11), ("0563C1", "0000FF", "0000EE", "954F72", "1155CC")
"""The colours in which programs show a link."""
_DARK = 0x40
"""The lightest that each of red, green and blue is in a colour that looks black."""
_AUTOMATIC = (0, 8, 64, 65, 81)
"""Black and 'automatic' among the numbered colours; 1, 9 and 65 are white or that of the window."""
_WHITE = (1, 9, 64, 65)


def lost_looks(cell: Cell) -> Iterator[str]:
    """Give in Dutch what is to be seen in a cell and will not be in the plan."""
    fonts = list(_fonts(cell))
    if not cell.hyperlink:
        shown = [font for font in fonts if not _looks_like_link(font)]
        if any(font.u and font.u != "none" for font in shown):
            yield UNDERLINED
        if any(_is_coloured(font.color) for font in shown):
            yield COLOURED
    if _is_filled(cell.fill):
        yield FILLED
    whole = cell.font
    names = (font.rFont if isinstance(font, InlineFont) else font.name for font in fonts)
    if len({(name or whole.name, font.sz or whole.sz) for name, font in zip(names, fonts, strict=True)}) > 1:
        yield SIZED


def _fonts(cell: Cell) -> Iterator[Any]:
    """Give the font of every part of the text; what has none of its own has that of the cell."""
    for part in cell.value if isinstance(cell.value, CellRichText) else [cell.value]:
        text = part.text if isinstance(part, TextBlock) else str(part)
        if text.strip():
            yield part.font if isinstance(part, TextBlock) else cell.font


def _looks_like_link(font: Any) -> bool:
    colour = font.color
    if colour is None:
        return False
    if colour.type == "theme":
        return colour.theme in _LINK_THEMES
    return colour.type == "rgb" and str(colour.rgb)[-6:].upper() in _LINK_COLOURS


def _is_coloured(colour: Any) -> bool:
    """Whether letters have another colour than that of ordinary text."""
    if colour is None:
        return False
    if colour.type == "theme":
        return bool(colour.theme != 1 or colour.tint)
    if colour.type == "indexed":
        return colour.indexed not in _AUTOMATIC
    return colour.type == "rgb" and any(part > _DARK for part in _rgb(colour))


def _is_filled(fill: Any) -> bool:
    """Whether a cell has a colour; white is none."""
    if fill.fill_type in (None, "none", "gray125"):
        return False
    colour = fill.fgColor
    if colour is None:
        return False
    if colour.type == "theme":
        return bool(colour.theme != 0 or colour.tint)
    if colour.type == "indexed":
        return colour.indexed not in _WHITE
    return colour.type == "rgb" and min(_rgb(colour)) < 0xFF


def _rgb(colour: Any) -> tuple[int, int, int]:
    code = str(colour.rgb)[-6:]
    try:
        return int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16)
    except ValueError:
        return 0, 0, 0
