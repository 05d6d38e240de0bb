"""Reads a number format of Excel: its sections, and which of them shows a number or a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, cached_property
from typing import Literal, cast

Kind = Literal[
    "literal",
    "pad",
    "fill",
    "digit",
    "point",
    "comma",
    "percent",
    "slash",
    "exponent",
    "general",
    "text",
    "date",
    "elapsed",
    "meridiem",
    "subsecond",
]
LONGEST = 255
"""Characters of a format; Excel takes no more."""

SYSTEM_DATE, SYSTEM_TIME = "system-date", "system-time"
"""Languages that stand for the long date and the time of the computer, whatever else the format says."""

_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"? | \\(?P<escaped>.) | _(?P<pad>.) | \*(?P<fill>.) | \[(?P<bracket>[^\]]*)\]
    | (?P<exponent>E[+-]) | (?P<general>General) | (?P<meridiem>AM/PM|A/P) | (?P<date>y+|m+|d+|h+|s+)
    | (?P<digit>[0\#?]) | (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<slash>/) | (?P<text>@)
    | (?P<end>;) | (?P<literal>[^a-z"\\*\[_])
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d*)?)")
_CURRENCY = re.compile(r"\$([^-]*)(?:-(.*))?")
_ELAPSED = re.compile("h+|m+|s+", re.IGNORECASE)
_COLOUR = re.compile(r"black|blue|cyan|green|magenta|red|white|yellow|color ?\d{1,2}", re.IGNORECASE)
_SYSTEM = {"f800": SYSTEM_DATE, "f400": SYSTEM_TIME, "x-sysdate": SYSTEM_DATE, "x-systime": SYSTEM_TIME}


class FormatError(ValueError):
    """A number format that this program cannot read."""


@dataclass(frozen=True, slots=True)
class Token:
    """One element of a section, and the characters it stands for."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Condition:
    """When a section applies, such as `[>=1000]`."""

    sign: str
    limit: Decimal

    def holds(self, number: Decimal) -> bool:
        order = (number > self.limit) - (number < self.limit)
        return (
            order in {"<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (0, 1), "=": (0,), "<>": (-1, 1)}[self.sign]
        )

    @property
    def negative_only(self) -> bool:
        """Whether no number of zero or more meets it."""
        return (self.sign == "<" and self.limit <= 0) or (self.sign in ("<=", "=") and self.limit < 0)


@dataclass(frozen=True)
class Section:
    """One section of a format."""

    tokens: tuple[Token, ...]
    condition: Condition | None = None
    language: str = ""
    """The code of its language as Windows has it, in hexadecimal, or its name; empty: of the computer."""

    def has(self, *kinds: Kind) -> bool:
        return any(token.kind in kinds for token in self.tokens)

    @cached_property
    def is_date(self) -> bool:
        return self.has("date", "elapsed", "meridiem") or self.language in (SYSTEM_DATE, SYSTEM_TIME)

    @cached_property
    def is_fraction(self) -> bool:
        return not self.is_date and self.has("slash") and self.has("digit")

    @cached_property
    def is_plain(self) -> bool:
        """Whether it has no places for digits: it is General, or only text."""
        return not self.has("digit")


@dataclass(frozen=True, slots=True)
class Rule:
    """A section with the numbers that it is for."""

    section: Section
    condition: Condition | None
    magnitude: bool
    """Whether it is for negative numbers, and so shows no minus sign of its own."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A format that was read."""

    rules: tuple[Rule, ...]
    """In the order in which they are tried."""
    text: Section | None
    """The section for text; without one, text is shown as it is."""

    def rule(self, number: Decimal) -> Rule | None:
        """Return what applies to a number; Excel shows ##### when nothing does."""
        return next((rule for rule in self.rules if not rule.condition or rule.condition.holds(number)), None)


GENERAL = Section((Token("general", ""),))


@cache
def read_format(code: str) -> NumberFormat:
    """Read a format, once. Raises FormatError for one that is not understood."""
    if len(code) > LONGEST:
        raise FormatError(code)
    sections = [_section(tokens) for tokens in _split(code)]
    text = None
    if len(sections) == 4 or (sections[-1].has("text") and not sections[-1].has("digit", "general")):
        text = sections.pop()
    if len(sections) > 3 or any(section.has("text") for section in sections):
        raise FormatError(code)
    return NumberFormat(tuple(_rules(sections)), text)


def _split(code: str) -> list[list[re.Match[str]]]:
    """Return the tokens of each section."""
    sections: list[list[re.Match[str]]] = [[]]
    place = 0
    while place < len(code):
        match = _TOKEN.match(code, place)
        if match is None:
            raise FormatError(code)
        place = match.end()
        if match.lastgroup == "end":
            sections.append([])
        else:
            sections[-1].append(match)
    return sections


def _section(matches: list[re.Match[str]]) -> Section:
    section = Section(())
    tokens: list[Token] = []
    for match in matches:
        kind, text = str(match.lastgroup), match[str(match.lastgroup)]
        if kind in ("quoted", "escaped"):
            tokens.append(Token("literal", text))
        elif kind != "bracket":
            tokens.append(Token(cast("Kind", kind), text))  # the groups have the names of the kinds
        elif found := _CONDITION.fullmatch(text):
            section = replace(section, condition=Condition(found[1], Decimal(found[2])))
        elif found := _CURRENCY.fullmatch(text):
            tokens.append(Token("literal", found[1]))
            section = replace(section, language=_language(found[2]) or section.language)
        elif _ELAPSED.fullmatch(text):
            tokens.append(Token("elapsed", text.lower()))
        elif not _COLOUR.fullmatch(text):
            raise FormatError(text)
    section = replace(section, tokens=tuple(tokens))
    return replace(section, tokens=tuple(_date_tokens(tokens))) if section.is_date else section


def _language(code: str | None) -> str:
    """Return the language that a currency or `[$-413]` names; `[$€-2]` names none."""
    code = (code or "").lower().partition(",")[0]
    if code in _SYSTEM:
        return _SYSTEM[code]
    if re.fullmatch("[0-9a-f]{1,8}", code):
        number = int(code, 16) & 0xFFFF
        return f"{number:x}" if number > 0xFF else ""
    return code


def _date_tokens(tokens: list[Token]) -> Iterator[Token]:
    """Tell minutes from months, and fractions of a second from digits; the rest of the signs is text."""
    parts = [token for token in tokens if token.kind in ("date", "elapsed")]
    minutes = {
        id(token)
        for before, token, after in zip([None, *parts], parts, [*parts[1:], None], strict=False)
        if token.text.lower() in ("m", "mm")
        and token.kind == "date"
        and ((before and before.text[0] in "hH") or (after and after.text[0] in "sS"))
    }
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        if token.kind == "date":
            text = token.text.lower()
            yield replace(token, text=text.replace("m", "n") if id(token) in minutes else text)
        elif token.kind == "digit":
            if token.text != "0" or before is None or before.kind not in ("point", "digit"):
                raise FormatError(token.text)
            yield Token("subsecond", token.text)
        elif token.kind in ("general", "exponent"):
            raise FormatError(token.text)
        elif token.kind in _IN_DATES or (token.kind == "point" and after and after.kind == "digit"):
            yield token
        elif token.kind != "text":
            yield Token("literal", token.text)


_IN_DATES = ("literal", "pad", "fill", "slash", "elapsed", "meridiem")


def _rules(sections: list[Section]) -> Iterator[Rule]:
    """Give the sections with the conditions that are stated or implied, as Excel was seen to do it."""
    zero = Decimal(0)
    if not sections:
        yield Rule(GENERAL, None, magnitude=False)
        return
    if any(section.condition for section in sections[2:]):
        raise FormatError
    stated = [section.condition for section in sections[:2]]
    one = stated[0]
    if len(sections) == 1:
        yield Rule(sections[0], one, magnitude=one is not None and one.negative_only)
        if one is not None:
            yield Rule(GENERAL, None, magnitude=one.sign != "=" and one.limit <= 0)
        return
    two = stated[1]
    if len(sections) == 2 and two is None:
        first = one or Condition(">=", zero)
        yield Rule(sections[0], first, magnitude=first.negative_only)
        yield Rule(sections[1], None, magnitude=first.sign != "=" and first.limit <= 0)
        return
    first, second = one or Condition(">", zero), two or Condition("<", zero)
    yield Rule(sections[0], first, magnitude=first.negative_only)
    yield Rule(sections[1], second, magnitude=second.negative_only)
    for section in sections[2:]:
        yield Rule(section, None, magnitude=False)
