"""Reads a PDF by its structure: passage by passage, what is heard of it and what the page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from pipeline.pdf.boom import Boom, Onderdeel, inhoud, is_onderdeel, kinderen

_INLINE = frozenset(
    ("Span", "Link", "Quote", "Code", "Em", "Strong", "Sub", "Reference", "BibEntry", "Annot", "NonStruct")
)
"""Types of elements that are part of the passage in which they stand."""
_BESIDE = frozenset(("Note", "Div"))
"""Types of what stands at another place of the page than the text around it: notes and boxes."""
_DRAWN_ONLY = frozenset(("Figure", "Formula"))
"""Types of which the words for who listens are beside what is drawn."""

Mark = tuple[int, int]
"""A piece of marked content: its page, from 0, and its number there."""


@dataclass
class Spoken:
    """One passage of a PDF: a paragraph, a heading, a caption."""

    element: Onderdeel
    kind: str
    heard: list[str] = field(default_factory=list)
    """What a program reads aloud, piece by piece."""
    drawn: list[str] = field(default_factory=list)
    """What the letters on the page stand for, piece by piece."""
    marks: list[Mark] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """The signs for which the page has no letter."""
    disordered: bool = False
    """Whether letters of another font are drawn after the others of their line."""
    row: int = 0
    """Which row of a table it stands in, counted through all tables; 0 outside them."""
    loose: bool = False
    """Whether it stands beside the text: a note, or a box."""


def read_aloud(boom: Boom) -> Iterator[Spoken]:
    """Give every passage that has words, in the order of the structure."""
    for passage in _below(boom, boom.wortel, _Where(count())):
        if "".join(passage.heard).strip() or "".join(passage.drawn).strip():
            yield passage


def is_in_line(boom: Boom, element: Onderdeel) -> bool:
    """Tell whether an element is part of the passage in which it stands."""
    return boom.soort(element) in _INLINE


@dataclass(frozen=True)
class _Where:
    """Where an element stands: in which row of a table, or beside the text."""

    rows: Iterator[int]
    row: int = 0
    loose: bool = False

    def inside(self, kind: str) -> _Where:
        if kind == "TR":
            # The rows of a table in a cell belong to the row that the cell is in.
            return self if self.row else replace(self, row=next(self.rows) + 1)
        return replace(self, loose=True) if kind in _BESIDE else self


def _below(boom: Boom, element: Onderdeel, where: _Where) -> Iterator[Spoken]:
    """Give the passage that an element is, if it holds words itself, and those below it."""
    passage = Spoken(element, boom.soort(element), row=where.row, loose=where.loose)
    later: list[Onderdeel] = []
    _collect(boom, element, passage, later, said=False)
    if passage.marks:
        yield passage
    for child in later:
        kind = boom.soort(child)
        if kind in _DRAWN_ONLY:
            captions = [part for part in boom.alle(child) if boom.soort(part) == "Caption"]
            for caption in captions:
                yield from _below(boom, caption, where)
        else:
            yield from _below(boom, child, where.inside(kind))


def _collect(boom: Boom, element: Onderdeel, passage: Spoken, later: list[Onderdeel], *, said: bool) -> None:
    """Add the words of an element, and of the elements within its line, to a passage."""
    instead = None if said else element.get("/ActualText", element.get("/Alt"))
    if instead is not None:
        passage.heard.append(str(instead))
        said = True
    for child in kinderen(element):
        if not is_onderdeel(child):
            _add_piece(boom, element, child, passage, said=said)
        elif is_in_line(boom, child):
            _collect(boom, child, passage, later, said=said)
        elif boom.soort(child) != "Lbl":
            later.append(child)


def _add_piece(boom: Boom, element: Onderdeel, child: Any, passage: Spoken, *, said: bool) -> None:
    place = inhoud(element, child)
    if place is None or place[0] is None or place[0].objgen not in boom.bladzijden:
        return
    heard, drawn, missing = boom.spoken(*place)
    passage.marks.append((boom.bladzijden[place[0].objgen], place[1]))
    passage.drawn.append(drawn)
    passage.missing += missing
    passage.disordered = passage.disordered or boom.borrows_letters(*place)
    if not said:
        passage.heard.append(heard)
