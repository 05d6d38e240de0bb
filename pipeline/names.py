"""Compares names as people see them: what cannot be seen, kinds of spaces and capitals make no difference."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

_LOOKS_THE_SAME = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\u00b4`\u2032", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u2033", '"')
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
)
"""Quotes and dashes that Word and Excel put in by themselves, with what was typed."""
_UNSEEN = {
    *map(chr, (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0)),
    *map(chr, range(0xFE00, 0xFE10)),  # variation selectors
}
"""Signs without a shape that Unicode counts among letters and marks."""
_BLANK = "\u2800"
"""A sign without a shape that is as wide as a letter."""

_SPACES = {
    "\u00a0": "een harde spatie",
    "\u202f": "een smalle harde spatie",
    "\t": "een tab",
    "\n": "een nieuwe regel",
    "\r": "een nieuwe regel",
    " ": "een spatie",
}
_LETTERS = {
    "l": "de kleine letter l",
    "I": "de hoofdletter i",
    "1": "het cijfer 1",
    "O": "de hoofdletter o",
    "o": "de kleine letter o",
    "0": "het cijfer 0",
}
"""Signs that are easily taken for one another."""
_SCRIPTS = {"CYRILLIC": "Russische", "GREEK": "Griekse", "ARMENIAN": "Armeense"}


def clean(text: str) -> str:
    """Return a name as it looks: composed letters, nothing unseen, one plain space between words."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFC", text) if not _is_unseen(sign))
        text = text.replace(_BLANK, " ")
    return " ".join(text.split())


def key(text: str) -> str:
    """Return what is the same for all ways of typing one name."""
    return unicodedata.normalize("NFC", clean(text).casefold()).translate(_LOOKS_THE_SAME)


def same(one: str, other: str) -> bool:
    """Whether two names are one to a reader."""
    return key(one) == key(other)


def choose(text: str, choices: Iterable[str]) -> str | None:
    """Return the choice that somebody typed, as it is written in the list; None for no choice."""
    typed = key(text)
    return next((choice for choice in choices if key(choice) == typed), None)


def difference(typed: str, meant: str) -> str:
    """Say in words where a typed name first differs from another; empty where nothing differs.

    What cannot be seen is named, as it is what people look for in vain.
    """
    typed, meant = (unicodedata.normalize("NFC", text.strip(" ")) for text in (typed, meant))
    steps = SequenceMatcher(None, typed, meant, autojunk=False).get_opcodes()
    step = next((step for step in steps if step[0] != "equal"), None)
    if step is None:
        return ""
    _, begin, end, begin_meant, end_meant = step
    extra, missing = typed[begin:end], meant[begin_meant:end_meant]
    where = f"na '{clean(typed[:begin])}'" if clean(typed[:begin]) else "aan het begin"
    if not extra:
        return f"{_described(missing)} ontbreekt {where}"
    if not missing:
        return f"{_described(extra)} te veel {where}"
    return f"{_described(extra)} in plaats van {_described(missing)} {where}"


def _is_unseen(sign: str) -> bool:
    if sign in _UNSEEN:
        return True
    return unicodedata.category(sign) in ("Cf", "Cc") and not sign.isspace()


def _described(text: str) -> str:
    """Name one sign, or quote several."""
    seen = "".join(sign for sign in text if not _is_unseen(sign))
    if len(text) > 1 and clean(text):
        return f"'{clean(text)}'"
    sign = text[0]
    if not seen:
        return f"een onzichtbaar teken ({_code(sign)})"
    if sign.isspace():
        return _SPACES.get(sign, f"een bijzondere spatie ({_code(sign)})")
    if sign in _LETTERS:
        return _LETTERS[sign]
    script = _SCRIPTS.get(unicodedata.name(sign, "").partition(" ")[0])
    if script:
        return f"de {script} letter '{sign}'"
    return f"'{sign}'"


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"
