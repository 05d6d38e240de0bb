"""The characters of a cell: as Excel saves them, and those that a Word file can hold."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How Excel saves a sign that XML cannot hold: '_x000B_'; what a person types in that form has an escape
of its own before it: '_x005F_x000B_'."""
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LINE_BREAK = re.compile("[\x0b\x0c\u2028\u2029]")
"""What stands for a new line or page in Word, PowerPoint and web pages."""
_IMPOSSIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
"""What XML, and so Word, cannot hold, or what is no character at all: nobody sees it, no font has it."""


def decode(text: str) -> str:
    """Return a text as it was typed, with one kind of line break; Excel on Windows and the Mac differ."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def encode(text: str) -> str:
    """Return a text as Excel saves it: what looks like one of its codes is not read as one."""
    return _LIKE_ESCAPE.sub("_x005F_", text)


def possible(text: str) -> tuple[str, list[str]]:
    """Return a text as Word can hold it, and in Dutch which signs are gone or have become a line break."""
    text = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    told = [f"{_code(sign)}, nu een nieuwe regel" for sign in _LINE_BREAK.findall(text)]
    told += [_code(sign) for sign in _IMPOSSIBLE.findall(text)]
    return _IMPOSSIBLE.sub("", _LINE_BREAK.sub("\n", text)), list(dict.fromkeys(told))


def _code(sign: str) -> str:
    return f"code {ord(sign):04X}"
