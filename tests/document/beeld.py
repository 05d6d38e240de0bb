"""Pictures of any size in a few bytes, as PNG and as JPEG."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path


def png(breedte: int, hoogte: int) -> bytes:
    """Return a picture in one bit per pixel, at 96 pixels to an inch."""
    rij = b"\0" + b"\xaa" * ((breedte + 7) // 8)
    delen = [
        (b"IHDR", struct.pack(">IIBBBBB", breedte, hoogte, 1, 0, 0, 0, 0)),
        (b"pHYs", struct.pack(">IIB", 3780, 3780, 1)),
        (b"IDAT", zlib.compress(rij * hoogte)),
        (b"IEND", b""),
    ]
    stukken = (
        struct.pack(">I", len(inhoud)) + soort + inhoud + struct.pack(">I", zlib.crc32(soort + inhoud))
        for soort, inhoud in delen
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(stukken)


def jpeg(breedte: int, hoogte: int) -> bytes:
    """Return an even grey picture at 96 pixels to an inch: of every block only that nothing changes."""
    blokken = ((breedte + 7) // 8) * ((hoogte + 7) // 8)
    bits = "00" * blokken
    bits += "1" * (-len(bits) % 8)
    een_code = bytes([1, *[0] * 15, 0])
    delen = [
        (0xE0, b"JFIF\0\x01\x01\x01" + struct.pack(">HHBB", 96, 96, 0, 0)),
        (0xDB, b"\0" + b"\x01" * 64),
        (0xC0, struct.pack(">BHHB", 8, hoogte, breedte, 1) + b"\x01\x11\0"),
        (0xC4, b"\x00" + een_code),
        (0xC4, b"\x10" + een_code),
        (0xDA, b"\x01\x01\0\0\x3f\0"),
    ]
    kop = b"".join(b"\xff" + bytes([soort]) + struct.pack(">H", len(d) + 2) + d for soort, d in delen)
    inhoud = bytes(int(bits[plek : plek + 8], 2) for plek in range(0, len(bits), 8))
    return b"\xff\xd8" + kop + inhoud + b"\xff\xd9"


def schrijf(pad: Path, breedte: int = 40, hoogte: int = 30) -> Path:
    """Write a picture of the kind that the name of the file tells."""
    maak = png if pad.suffix.lower() == ".png" else jpeg
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(maak(breedte, hoogte))
    return pad
