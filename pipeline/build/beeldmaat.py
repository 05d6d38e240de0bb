"""Reads how many pixels a picture has, from the first bytes of its file."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_MATEN = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The segments of a JPEG that hold its size."""


def beeldpunten(pad: Path) -> int | None:
    """Return the number of pixels of a PNG or JPEG; None when the file does not tell."""
    try:
        with pad.open("rb") as bestand:
            begin = bestand.read(24)
            if begin.startswith(_PNG):
                breedte, hoogte = struct.unpack(">II", begin[16:24])
                return int(breedte * hoogte)
            return _jpeg(bestand) if begin.startswith(_JPEG) else None
    except (OSError, struct.error):
        return None


def _jpeg(bestand: BinaryIO) -> int | None:
    """Step from segment to segment until the one with the size."""
    bestand.seek(len(_JPEG))
    while True:
        merk, soort, lengte = struct.unpack(">BBH", bestand.read(4))
        if merk != 0xFF or lengte < 2:
            return None
        if soort in _MATEN:
            hoogte, breedte = struct.unpack(">xHH", bestand.read(5))
            return int(breedte * hoogte)
        bestand.seek(lengte - 2, 1)
