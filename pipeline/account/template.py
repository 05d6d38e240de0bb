"""Reads the template for the account: below which headings the tags stand, and between which words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.account.word import Paragraph, Row, WordFile, read_word

_CONTROL = re.compile(
    r"\{%\w* *(?:for +(?P<one>\w+) +in +(?P<all>[\w.]+)"
    r"|(?P<word>if|else|endif|endfor)(?: +(?P<name>[\w.]+))?) *%\}"
)
_TAG = re.compile(r"\{\{\w? *([\w.]+) *\}\}")
_ANY_TAG = re.compile(r"\{%.*?%\}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A paragraph of the template: its own words and the names of its tags, in turn."""

    parts: tuple[str, ...]
    """Words, name, words, name ... words."""

    @property
    def names(self) -> tuple[str, ...]:
        return self.parts[1::2]

    @property
    def bare(self) -> bool:
        """Whether it is one tag and nothing else."""
        return len(self.parts) == 3 and not self.parts[0].strip() and not self.parts[2].strip()


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the template where a tag stands."""

    pattern: Pattern
    path: tuple[Pattern, ...]
    """The headings above it, from the chapter down."""
    level: int | None
    """The level of its own paragraph, when that is a heading."""
    conditions: tuple[str, ...]
    """What must hold for it to be printed; '!' before what must not."""
    in_header: bool = False
    in_table: bool = False


@dataclass(frozen=True)
class Template:
    """Every spot by the name of its tag, in which loops are followed: 'kernaanpakken.titel'."""

    spots: dict[str, list[Spot]]
    conditional: dict[str, list[Spot]]
    """The standard text that a condition asks for."""


@lru_cache(maxsize=4)
def read_template(content: bytes) -> Template:
    """Return the tags of a template; the same content is read once."""
    return _Walker().walk(read_word(content))


class _Walker:
    """Goes through the template in its order, and keeps the loops, conditions and headings that are open."""

    def __init__(self) -> None:
        self._loops: list[tuple[str, str]] = []
        self._conditions: list[str] = []
        self._headings: list[tuple[int, Pattern]] = []
        self._template = Template({}, {})

    def walk(self, word: WordFile) -> Template:
        for block in word.body:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._row(block)
        for header in word.headers:
            self._note(self._pattern(header.text), None, in_header=True)
        return self._template

    def _row(self, row: Row) -> None:
        for cell in row.cells:
            for paragraph in cell:
                self._paragraph(paragraph, in_table=True)

    def _paragraph(self, paragraph: Paragraph, *, in_table: bool = False) -> None:
        for control in _CONTROL.finditer(paragraph.text):
            self._control(control)
        pattern = self._pattern(_ANY_TAG.sub("", paragraph.text))
        level = None if in_table else paragraph.level
        if level is not None:
            self._headings = [heading for heading in self._headings if heading[0] < level]
        spot = self._note(pattern, level, in_table=in_table)
        if level is not None:
            self._headings.append((level, pattern))
        elif not pattern.names and pattern.parts[0].strip() and len(self._conditions) == 1:
            self._template.conditional.setdefault(self._conditions[0], []).append(spot)

    def _control(self, control: re.Match[str]) -> None:
        word = control["word"]
        if control["one"]:
            self._loops.append((control["one"], self._full(control["all"])))
        elif word == "if":
            self._conditions.append(self._full(control["name"] or ""))
        elif word == "else" and self._conditions:
            self._conditions[-1] = "!" + self._conditions[-1]
        elif word == "endif" and self._conditions:
            self._conditions.pop()
        elif word == "endfor" and self._loops:
            self._loops.pop()

    def _full(self, name: str) -> str:
        """Return a name with its loop in it: 'thema.titel' is 'themas.titel'."""
        first, dot, rest = name.partition(".")
        for one, whole in reversed(self._loops):
            if one == first:
                return whole + dot + rest
        return name

    def _pattern(self, text: str) -> Pattern:
        parts = _TAG.split(text)
        parts[1::2] = [self._full(name) for name in parts[1::2]]
        return Pattern(tuple(parts))

    def _note(
        self, pattern: Pattern, level: int | None, *, in_header: bool = False, in_table: bool = False
    ) -> Spot:
        path = () if in_header else tuple(heading for _, heading in self._headings)
        spot = Spot(pattern, path, level, tuple(self._conditions), in_header, in_table)
        for name in dict.fromkeys(pattern.names):
            self._template.spots.setdefault(name, []).append(spot)
        return spot
