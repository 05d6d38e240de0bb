"""Mends the XML of a workbook where its reader would stop or lose signs, before it is loaded."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

_RAW = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xed[\xa0-\xbf][\x80-\xbf]|\xef\xbf[\xbe\xbf]")
"""Signs that XML cannot hold: control signs, halves of a sign, and codes that are no sign."""
_NUMBERED = re.compile(rb"&#(?:x(?P<hex>[0-9A-Fa-f]{1,6})|(?P<number>\d{1,7}));")
_ESCAPE = b"x005F_"
"""The end of Excel's escape of an escape; openpyxl takes it out of the text wherever it stands."""
_IN_CELL = re.compile(rb"<(?:\w+:)?is[\s>].*?</(?:\w+:)?is>", re.DOTALL)
_STRINGS = re.compile(r"xl/sharedStrings\.xml", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_FIXED = ("[Content_Types].xml", "_rels/.rels", "xl/styles.xml", "docProps/custom.xml")
"""Parts that openpyxl looks for by a name of its own."""
_RELATIONS = re.compile(r"\.rels$", re.IGNORECASE)
_TARGET = re.compile(rb"""<(?:\w+:)?Relationship\s(?![^<>]*External)[^<>]*?Target\s*=\s*["']([^"'<>]+)""")
_BEGIN = 200
"""Bytes in which a part names its encoding."""


def real_names(package: zipfile.ZipFile) -> dict[str, str]:
    """Return the parts that stand in a package under another spelling of their name, with the right one.

    The rules for packages let capitals make no difference; openpyxl looks for the very name.
    """
    names = package.namelist()
    spelled = {_plain(name): name for name in names}
    wanted = [
        *_FIXED,
        *(target for name in names if _RELATIONS.search(name) for target in _targets(package, name)),
    ]
    for name in wanted:
        folder, _, own = name.rpartition("/")
        spelled_so = {_plain(right): right for right in (name, f"{folder}/_rels/{own}.rels".lstrip("/"))}
        for plain, right in spelled_so.items():
            if plain in spelled:
                spelled[plain] = right
    return {name: right for name in names if (right := spelled[_plain(name)]) != name}


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _targets(package: zipfile.ZipFile, name: str) -> Iterator[str]:
    """Give the parts that a part of relations leads to, as it spells them."""
    folder = posixpath.dirname(posixpath.dirname(name.replace("\\", "/").lstrip("/")))
    for target in _TARGET.findall(package.read(name)):
        yield posixpath.normpath(posixpath.join("/", folder, target.decode("utf-8", "replace"))).lstrip("/")


def needs_mending(piece: bytes) -> bool:
    """Whether a piece of a part holds what `mend` mends."""
    numbered = (_is_impossible(_code(match)) for match in _NUMBERED.finditer(piece))
    return _ESCAPE in piece or _RAW.search(piece) is not None or any(numbered)


def mend(package: io.BytesIO) -> io.BytesIO:
    """Return a copy of a workbook with its parts under their real names.

    In it a sign that XML cannot hold stands as Excel writes it.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(package) as source, zipfile.ZipFile(out, "w") as target:
        renamed = real_names(source)
        for spelled in source.namelist():
            name, part = renamed.get(spelled, spelled), source.read(spelled)
            head = part[:_BEGIN].lower()
            if part.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and _is_utf8(head):
                part = _RAW.sub(lambda match: _written(_decoded(match[0])), part)
                part = _NUMBERED.sub(_numbered, part)
                if _STRINGS.fullmatch(name):
                    part = _doubled(part)
                elif _SHEET.fullmatch(name):
                    part = _IN_CELL.sub(lambda match: _doubled(match[0]), part)
            target.writestr(name, part)
    out.seek(0)
    return out


def _is_utf8(head: bytes) -> bool:
    return b"encoding" not in head or b"utf-8" in head or b"utf8" in head


def _doubled(part: bytes) -> bytes:
    """Write an escape so that it is there again once openpyxl has taken its part out."""
    return part.replace(_ESCAPE, _ESCAPE[:-1] + _ESCAPE + b"_")


def _numbered(match: re.Match[bytes]) -> bytes:
    code = _code(match)
    return _written(code) if _is_impossible(code) else match[0]


def _code(match: re.Match[bytes]) -> int:
    return int(match["hex"], 16) if match["hex"] else int(match["number"])


def _is_impossible(code: int) -> bool:
    control = code < 0x20 and code not in (9, 10, 13)
    return control or 0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF) or code > 0x10FFFF


def _decoded(raw: bytes) -> int:
    return ord(raw.decode("utf-8", "surrogatepass"))


def _written(code: int) -> bytes:
    return b"_x%04X_" % min(code, 0xFFFF)
