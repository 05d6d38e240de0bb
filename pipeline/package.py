"""An Office file is a zip of parts: looked at before it is loaded, and written the same each time."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Literal

CONTENT_TYPES = "[Content_Types].xml"
"""The part that says of which kind every part is."""
VAST_TIJDSTIP = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip can hold, given to every part."""

MAX_BESTAND = 50 * 1024**2
"""Bytes of a file; a plan or its workbook is less than one megabyte, without photographs."""
MAX_UITGEPAKT = 200 * 1024**2
"""Bytes of a file when unpacked."""
MAX_VERHOUDING = 200
"""How many times as large a large part may become; real parts reach some tens."""
MAX_DELEN = 2000
MAX_DEEL = 16 * 1024**2
"""Bytes of a part that is loaded as a whole."""

KAPOT = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    KeyError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)
"""What a damaged zip gives."""

_ENCRYPTED = 0x1
"""The bit of an entry of a zip that says that it has a password."""
_OLE, _VERSLEUTELD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "EncryptedPackage".encode("utf-16-le")
_BEGIN_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_CODERING = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([^"']*)""")
_CODERINGEN = (b"utf-8", b"utf8", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")
"""The encodings in which a tag is seen without decoding; Office and LibreOffice write UTF-8."""


class Geweigerd(Exception):
    """A file that is not to be loaded: of which kind its fault is, and what was found."""

    def __init__(
        self,
        soort: Literal[
            "ontbreekt", "groot", "versleuteld", "oud", "leeg", "geen-pakket", "vreemd", "onveilig"
        ],
        gevonden: str = "",
    ) -> None:
        super().__init__(soort, gevonden)
        self.soort = soort
        self.gevonden = gevonden


def lees_pakket(pad: Path) -> bytes:
    """Return the bytes of a file that begins as a zip; read once, so that what is judged is what is loaded.

    Raises Geweigerd for what is absent, too large, encrypted, of an old kind or no zip, and OSError.
    """
    if not pad.is_file():
        raise Geweigerd("ontbreekt", str(pad))
    if pad.stat().st_size > MAX_BESTAND:
        raise te_groot(pad.stat().st_size)
    inhoud = pad.read_bytes()
    if inhoud.startswith(_OLE):
        raise Geweigerd("versleuteld" if _VERSLEUTELD in inhoud else "oud")
    if not inhoud.startswith(b"PK"):
        raise Geweigerd("geen-pakket" if inhoud else "leeg")
    return inhoud


def keur_maten(pakket: zipfile.ZipFile, wordt_heel_geladen: Callable[[str], bool]) -> None:
    """Raise Geweigerd for a zip that would become too large, or that is packed in an unknown way."""
    delen = pakket.infolist()
    if len(delen) > MAX_DELEN or sum(deel.file_size for deel in delen) > MAX_UITGEPAKT:
        raise te_groot(sum(deel.file_size for deel in delen))
    if len({deel.filename for deel in delen}) < len(delen):
        raise Geweigerd("vreemd", "een onderdeel staat er twee keer in")
    for deel in delen:
        if deel.flag_bits & _ENCRYPTED:
            raise Geweigerd("versleuteld")
        bom = deel.file_size > MAX_DEEL and deel.file_size > MAX_VERHOUDING * deel.compress_size
        if bom or (wordt_heel_geladen(deel.filename) and deel.file_size > MAX_DEEL):
            raise te_groot(deel.file_size)
        if deel.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Geweigerd("vreemd", "vreemd ingepakt")


def is_xml(begin: bytes) -> bool:
    """Whether a part that begins so is XML.  Raises Geweigerd when its tags cannot be seen in the bytes."""
    codering = _CODERING.search(begin)
    if begin.startswith(_UTF_16) or (codering and codering[1].lower() not in _CODERINGEN):
        raise Geweigerd("vreemd", "vreemde tekens")
    return _BEGIN_XML.match(begin) is not None


def keur_stuk(stuk: bytes, naam: str) -> None:
    """Raise Geweigerd for a DOCTYPE, which Office never writes and by which a small file fills any memory."""
    if b"<!DOCTYPE" in stuk:
        raise Geweigerd("onveilig", naam)


def te_groot(aantal: int) -> Geweigerd:
    """Return the refusal of so many bytes."""
    return Geweigerd("groot", f"{getal(aantal // 1024**2)} MB")


def getal(aantal: int) -> str:
    """Return a number with points: '25.000'."""
    return f"{aantal:,}".replace(",", ".")


def zonder_tijd(pakket: bytes, vervangen: dict[str, bytes] | None = None) -> bytes:
    """Return the same package without time stamps, with some parts replaced (by their names)."""
    with zipfile.ZipFile(io.BytesIO(pakket)) as bron:
        delen = {deel.filename: bron.read(deel) for deel in bron.infolist()}
    vervangbaar = {naam: inhoud for naam, inhoud in (vervangen or {}).items() if naam in delen}
    return write_package(delen | vervangbaar)


def write_package(parts: dict[str, bytes]) -> bytes:
    """Return a package of these parts; the same parts in the same order always give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        # Word wants the content types first.
        for name in sorted(parts, key=lambda name: name != CONTENT_TYPES):
            head = zipfile.ZipInfo(name, VAST_TIJDSTIP)
            head.compress_type = zipfile.ZIP_DEFLATED
            # Else the zip tells on which system it was made.
            head.create_system = 0
            package.writestr(head, parts[name])
    return out.getvalue()
