"""Signs from fonts of symbols (Wingdings, Symbol) as the signs that they show, which can be read aloud.

Word writes such a sign by its place in the font.  What it means follows from the font alone, so a program
that reads aloud says nothing; Unicode has signs of its own for most of them.
"""

from __future__ import annotations

from copy import deepcopy

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml

SYMBOL_FONT = "OpenSymbol"
"""A font with signs, which comes with LibreOffice."""
_FONT_PLACES = range(0xF000, 0xF100)
"""Where Word puts the places of a font of symbols among the signs that have no meaning of their own."""
_WINGDINGS = {
    "4A": "\u263a", "4C": "\u2639", "4E": "\u2620", "51": "\u2708", "52": "\u263c", "54": "\u2744",
    "6C": "\u25cf", "6D": "\u274d", "6E": "\u25a0", "6F": "\u25a1", "71": "\u2751", "72": "\u2752",
    "74": "\u29eb", "75": "\u25c6", "76": "\u2756", "77": "\u25c6", "9E": "\u00b7", "9F": "\u2022",
    "A1": "\u25cb", "A7": "\u25aa", "A8": "\u25fb", "AB": "\u2605", "D8": "\u27a2", "E0": "\u2192",
    "DF": "\u2190", "E1": "\u2191", "E2": "\u2193", "E8": "\u2794", "EF": "\u21e6", "F0": "\u21e8",
    "F1": "\u21e7", "F2": "\u21e9", "FB": "\u2718", "FC": "\u2714", "FD": "\u2612", "FE": "\u2611",
    "28": "\u260e", "2A": "\u2709", "22": "\u2702", "21": "\u270f", "46": "\u261e", "45": "\u261c",
    "47": "\u261d", "48": "\u261f",
}  # fmt: skip
_SYMBOL = {
    "B7": "\u2022", "AE": "\u2192", "AC": "\u2190", "AD": "\u2191", "AF": "\u2193", "AB": "\u2194",
    "DE": "\u21d2", "DC": "\u21d0", "DB": "\u21d4", "A3": "\u2264", "B3": "\u2265", "B9": "\u2260",
    "BB": "\u2248", "B1": "\u00b1", "B4": "\u00d7", "B8": "\u00f7", "A5": "\u221e", "D6": "\u221a",
    "E5": "\u2211", "B0": "\u00b0", "A2": "\u2032", "B2": "\u2033", "61": "\u03b1", "62": "\u03b2",
    "67": "\u03b3", "64": "\u03b4", "44": "\u0394", "65": "\u03b5", "6C": "\u03bb", "6D": "\u03bc",
    "70": "\u03c0", "73": "\u03c3", "53": "\u03a3", "57": "\u03a9", "77": "\u03c9", "66": "\u03c6",
    "71": "\u03b8", "D2": "\u00ae", "D3": "\u00a9", "D4": "\u2122", "E0": "\u25ca", "A8": "\u2666",
    "A7": "\u2663", "A9": "\u2665", "AA": "\u2660",
}  # fmt: skip
_MEANING = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}


def meaning(font: str, place: int) -> str | None:
    """Return the sign that stands at a place in a font of symbols; None where that is not known."""
    return _MEANING.get(font.strip().lower(), {}).get(f"{place & 0xFF:02X}")


def symbols(part: _Element) -> list[tuple[_Element, str, int]]:
    """Return every sign that was inserted from a font of symbols, with its font and its place in it."""
    found = []
    for sign in part.iter(qn("w:sym")):
        place = ooxml.get(sign, "w:char")
        found.append((sign, ooxml.get(sign, "w:font"), int(place, 16) if _is_place(place) else 0))
    return found


def write_as_text(part: _Element) -> None:
    """Put the sign itself in the place of each from a font of symbols, where it is known."""
    for sign, font, place in symbols(part):
        words = meaning(font, place)
        if words is not None:
            run = next(sign.iterancestors(qn("w:r")))
            _put(run, sign, words)
    for text in part.iter(qn("w:t")):
        text.text = readable(text)


def readable(text: _Element) -> str:
    """Return a text with the signs themselves in the place of what was typed in a font of symbols."""
    words = text.text or ""
    if not any(ord(letter) in _FONT_PLACES for letter in words):
        return words
    font = _font(text)
    return "".join(
        (meaning(font, ord(letter)) or letter) if ord(letter) in _FONT_PLACES else letter for letter in words
    )


def _put(run: _Element, sign: _Element, words: str) -> None:
    """Write a sign in a run of its own, in a font that has it.

    A letter from another font within a run is drawn after all others of it, so it would be read last.
    """
    properties = ooxml.find(run, "w:rPr")
    content = [piece for piece in run if piece is not properties]
    place = content.index(sign)
    parts = [content[:place], [sign], content[place + 1 :]]
    for pieces in parts:
        if not pieces:
            continue
        new = ooxml.make("w:r")
        if properties is not None:
            new.append(deepcopy(properties))
        if pieces == [sign]:
            _set_font(new)
            text = ooxml.make("w:t")
            text.text = words
            new.append(text)
        else:
            new.extend(pieces)
        run.addprevious(new)
    next(run.iterancestors()).remove(run)


def _set_font(run: _Element) -> None:
    properties = ooxml.find(run, "w:rPr")
    if properties is None:
        properties = ooxml.make("w:rPr")
        run.append(properties)
    for old in ooxml.find_all(properties, "w:rFonts"):
        properties.remove(old)
    properties.append(
        ooxml.make("w:rFonts", **dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), SYMBOL_FONT))
    )


def _font(text: _Element) -> str:
    fonts = ooxml.find(next(text.iterancestors(qn("w:r")), text), "w:rPr/w:rFonts")
    return "" if fonts is None else ooxml.get(fonts, "w:ascii") or ooxml.get(fonts, "w:hAnsi")


def _is_place(place: str) -> bool:
    return 0 < len(place) <= 4 and all(letter in "0123456789abcdefABCDEF" for letter in place)
