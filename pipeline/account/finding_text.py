"""Finds the places of the document to which a tag of the template leads, and compares what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from pipeline.account.cells import same
from pipeline.account.expecting import ANYTHING, SPACE, Expectation, Option, Scope
from pipeline.account.rich import Rich, Span, plain, same_target
from pipeline.account.template import Pattern, Spot
from pipeline.account.word import Block, Paragraph, Row, WordFile

_MARKS = {ANYTHING: ".*", SPACE: r"\s*"}
_MARK = re.compile(f"([{ANYTHING}{SPACE}])")
_LISTS = {"bullet": "bullet", "decimal": "number", "lowerLetter": "letter", "upperLetter": "letter"}


@dataclass
class Sections:
    """The parts of a document by their headings."""

    word: WordFile
    _headings: list[tuple[int, int, str]] = field(init=False)
    """Where each heading stands, its level, and its text as it is compared."""
    _found: dict[tuple[str, ...], list[Block]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._headings = [
            (place, block.level, same(block.text))
            for place, block in enumerate(self.word.body)
            if isinstance(block, Paragraph) and block.level is not None
        ]

    def blocks(self, path: Sequence[Pattern], scope: Scope) -> list[Block]:
        """Return what stands below the headings of a path."""
        wanted = tuple(same_words(pattern, scope) for pattern in path)
        if wanted not in self._found:
            places: set[int] = set()
            for begin, end in self._ranges(wanted):
                places.update(range(begin, end))
            self._found[wanted] = [self.word.body[place] for place in sorted(places)]
        return self._found[wanted]

    def _ranges(self, wanted: tuple[str, ...]) -> list[tuple[int, int]]:
        ranges = [(0, len(self.word.body))]
        for text in wanted:
            inner: list[tuple[int, int]] = []
            for begin, end in ranges:
                inner += [
                    (place + 1, self._end(number, end))
                    for number, (place, _, heading) in enumerate(self._headings)
                    if begin <= place < end and fits(text, heading)
                ]
            ranges = inner
        return ranges

    def _end(self, number: int, end: int) -> int:
        level = self._headings[number][1]
        return next((p for p, other, _ in self._headings[number + 1 :] if other <= level), end)


def same_words(pattern: Pattern, scope: Scope) -> str:
    """Return the words of a heading as they are compared; what is not known may be anything."""
    return "".join(part if part in _MARKS else same(part) for part in _MARK.split(words(pattern, scope)))


def words(pattern: Pattern, scope: Scope) -> str:
    """Return the text of a paragraph of the template with its tags filled in, with or without space."""
    parts = list(pattern.parts)
    parts[1::2] = [f"{SPACE}{scope.get(name, ANYTHING)}{SPACE}" for name in parts[1::2]]
    return "".join(parts).strip()


def fits(wanted: str, found: str) -> bool:
    """Compare a text in which some words may be anything."""
    if wanted.strip(SPACE) == found:
        return True
    return _MARK.search(wanted) is not None and _expression(wanted).fullmatch(found) is not None


@cache
def _expression(wanted: str) -> re.Pattern[str]:
    parts = (_MARKS.get(part, re.escape(part)) for part in _MARK.split(wanted))
    return re.compile("".join(parts), re.DOTALL)


def is_kind(paragraph: Paragraph, kind: str, spot: Spot) -> bool:
    """Tell whether a paragraph is of a kind: an item of a list, a heading, or neither."""
    if kind == "any":
        return spot.level is None or paragraph.level == spot.level
    if kind == "heading":
        return paragraph.level is not None
    return paragraph.level is None and _LISTS.get(paragraph.listing, "plain") == kind


def has_words(paragraph: Paragraph, expected: Expectation, spot: Spot) -> bool:
    """Tell whether a paragraph has the words, whatever their form."""
    return any(_has_words(paragraph, option, expected, spot) for option in expected.wanted.options)


def has_all(paragraph: Paragraph, expected: Expectation, spot: Spot) -> bool:
    """Tell whether a paragraph has the words in their form and in the right kind of paragraph."""
    bare = spot.pattern.bare or spot.in_table
    return any(
        is_kind(paragraph, option[1], spot)
        and _has_words(paragraph, option, expected, spot)
        and (not expected.wanted.formed or _has_form(paragraph.rich, option[0], bare=bare))
        for option in expected.wanted.options
    )


def _has_words(paragraph: Paragraph, option: Option, expected: Expectation, spot: Spot) -> bool:
    text = plain(option[0])
    if spot.pattern.bare or spot.in_table:
        return fits(text, paragraph.text)
    return fits(words(spot.pattern, {expected.tag: text, **expected.scope}), paragraph.text)


def _has_form(found: Rich, wanted: Rich, *, bare: bool) -> bool:
    if not bare:
        return any(_same_spans(found[n : n + len(wanted)], wanted) for n in range(len(found)))
    return _same_spans(found, wanted)


def _same_spans(found: Rich, wanted: Rich) -> bool:
    return len(found) == len(wanted) and all(map(_same_span, found, wanted))


def _same_span(found: Span, wanted: Span) -> bool:
    if (found.text, found.bold, found.italic, found.raised) != (
        wanted.text,
        wanted.bold,
        wanted.italic,
        wanted.raised,
    ):
        return False
    return bool(found.target) == bool(wanted.target) and (
        not wanted.target or same_target(wanted.target, found.target)
    )


def paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    """Return what is no row of a table."""
    return [block for block in blocks if isinstance(block, Paragraph)]


def rows(blocks: Sequence[Block]) -> list[Row]:
    """Return the rows of the tables."""
    return [block for block in blocks if isinstance(block, Row)]


def links(blocks: Sequence[Block]) -> Iterator[str]:
    """Give the address of every link."""
    for paragraph in paragraphs(blocks):
        yield from (span.target for span in paragraph.rich if span.target)
