"""Which codes of an embedded font have no letter: on the page stands an empty box, or nothing."""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import Any

_MAC_TABLE = 0
"""The form of a table of codes with a byte for each, which LibreOffice writes for TrueType."""


def codes_without_letter(font: Any) -> frozenset[int]:
    """Return the codes of a font that lead to its letter 0, which stands for what is not there, or a copy.

    Knows simple TrueType fonts, as LibreOffice embeds them; of another kind it says nothing.
    """
    descriptor = font.get("/FontDescriptor")
    if font.get("/Subtype") != "/TrueType" or descriptor is None or "/FontFile2" not in descriptor:
        return frozenset()
    try:
        program = descriptor.FontFile2.read_bytes()
        tables = _tables(program)
        letters = _letters(program, tables)
        missing = (
            {number for number, drawing in enumerate(letters) if drawing == letters[0]} if letters[0] else {0}
        )
        return frozenset(code for code, letter in _codes(program, tables[b"cmap"][0]) if letter in missing)
    except (struct.error, IndexError, KeyError):
        return frozenset()


def _tables(program: bytes) -> dict[bytes, tuple[int, int]]:
    """Return place and length of every table of a font, by its name."""
    (count,) = struct.unpack_from(">H", program, 4)
    entries = (struct.unpack_from(">4sIII", program, 12 + 16 * number) for number in range(count))
    return {tag: (offset, length) for tag, _, offset, length in entries}


def _letters(program: bytes, tables: dict[bytes, tuple[int, int]]) -> list[bytes]:
    """Return the drawing of every letter of a font."""
    (long,) = struct.unpack_from(">h", program, tables[b"head"][0] + 50)
    place, length = tables[b"loca"]
    size, unit = ("I", 1) if long else ("H", 2)
    ends = struct.unpack_from(f">{length // struct.calcsize(size)}{size}", program, place)
    drawings = tables[b"glyf"][0]
    return [program[drawings + b * unit : drawings + e * unit] for b, e in pairwise(ends)]


def _codes(program: bytes, cmap: int) -> list[tuple[int, int]]:
    """Return every code with the number of its letter."""
    (count,) = struct.unpack_from(">H", program, cmap + 2)
    for number in range(count):
        _, _, offset = struct.unpack_from(">HHI", program, cmap + 4 + 8 * number)
        (form,) = struct.unpack_from(">H", program, cmap + offset)
        if form == _MAC_TABLE:
            return list(enumerate(program[cmap + offset + 6 : cmap + offset + 262]))
    return []
