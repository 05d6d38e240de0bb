"""What the account expects of the document: texts in places, each by the cells that it proves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pipeline.account.cells import SheetCells, Typed
from pipeline.account.rich import (
    Rich,
    Span,
    is_pasted,
    lines,
    pasted,
    tidy,
    with_links,
    without_bullet,
    without_escape,
)
from pipeline.account.vocabulary import Kind, Shape
from pipeline.bevinding import Plaats

ANYTHING = "\0"
"""Stands in an expected text for words that no cell decides."""

Scope = Mapping[str, str]
"""What the tags of headings print: so is known below which headings a text stands."""
Option = tuple[Rich, Kind]


@dataclass(frozen=True)
class Wanted:
    """One paragraph that must stand somewhere; any of the options will do."""

    cells: tuple[Typed, ...]
    options: tuple[Option, ...]
    formed: bool = True
    """Whether its form is to be that of the cell."""


@dataclass(frozen=True)
class Expectation:
    """A paragraph where a tag stands, below the headings of a scope."""

    tag: str
    scope: Scope
    wanted: Wanted


@dataclass(frozen=True)
class WantedRow:
    """A row of a table; None for a cell in which nothing was typed, so that anything may stand in it."""

    tag: str
    scope: Scope
    cells: tuple[tuple[Wanted, ...] | None, ...]


@dataclass
class Plan:
    """All that is expected, and which cells need no text in the document."""

    paragraphs: list[Expectation] = field(default_factory=list)
    rows: list[WantedRow] = field(default_factory=list)
    pictures: list[Expectation] = field(default_factory=list)
    targets: list[Expectation] = field(default_factory=list)
    properties: list[tuple[str, Typed]] = field(default_factory=list)
    conditions: list[tuple[str, Scope, Typed]] = field(default_factory=list)
    formless: list[Typed] = field(default_factory=list)
    """Cells with words in a form of their own, where the document has none."""
    used: list[Typed] = field(default_factory=list)
    placeless: list[Typed] = field(default_factory=list)
    """Cells for which there is no place in the document, and that nobody uses."""


@dataclass(frozen=True)
class Book:
    """The sheets of both workbooks while their expectations are drawn up."""

    sheets: Mapping[str, SheetCells]
    left_out: Callable[[Plaats], bool]
    """Whether a finding says of a cell that it is not in the document, or not as it was typed."""
    scope: Scope
    """What the tags print that stand for one field."""

    def open_cells(self, row: Mapping[str, Typed]) -> dict[str, Typed]:
        """Return the cells of a row of which nothing is told."""
        return {name: cell for name, cell in row.items() if not self.left_out(cell.place)}

    def setting(self, sheet: str, name: str) -> Typed | None:
        """Return a field of an upright sheet."""
        cells = self.sheets.get(sheet)
        return cells.rows[0].get(name) if cells and cells.rows else None


def text_wanted(cell: Typed, shape: Shape, *, formed: bool, kind: Kind = "plain") -> list[Wanted]:
    """Return the paragraphs that a cell makes."""
    if shape == "names":
        parts = [part.strip() for part in cell.text.replace(";", "\n").split("\n")]
        return [Wanted((cell,), (((Span(part),), "bullet"),), formed=False) for part in parts if part]
    if shape == "text":
        forms = {(span.bold, span.italic, span.raised) for span in cell.rich if span.text.strip()}
        mixed = len(forms) > 1 or any(span.raised or span.target for span in cell.rich)
        return [Wanted((cell,), ((tidy(cell.rich), "any"),), formed=mixed)]
    rich = with_links(cell.rich)
    if shape == "lines":
        return [Wanted((cell,), line_options(line), formed=formed) for line in lines(rich)]
    if kind in ("plain", "bullet", "any") and is_pasted(rich):
        return [Wanted((cell,), _part_options(part, kind), formed=formed) for part in pasted(rich)]
    return [Wanted((cell,), ((tidy(rich), kind),), formed=formed)]


def _part_options(part: Rich, kind: Kind) -> tuple[Option, ...]:
    item = without_bullet(part)
    return ((part, kind),) if item is None else ((tidy(item), "bullet"), (part, kind))


def line_options(line: Rich) -> tuple[Option, ...]:
    """Return how a line of a cell may be printed: with a bullet for its sign, or as it is."""
    escaped = without_escape(line)
    if escaped is not None:
        return ((tidy(escaped), "plain"),)
    bullet = without_bullet(line)
    return ((line, "plain"),) if bullet is None else ((tidy(bullet), "bullet"), (line, "plain"))


def find_row(sheet: SheetCells, column: str, value: Typed | None) -> dict[str, Typed] | None:
    """Return the first row with the same value in a column, written the same if there is one."""
    if value is None:
        return None
    number = value.number()
    rows = [row for row in sheet.rows if column in row]
    if number is not None:
        return next((row for row in rows if row[column].number() == number), None)
    exact = [row for row in rows if row[column].text == value.text]
    alike = [row for row in rows if row[column].key == value.key]
    return next(iter(exact or alike), None)
