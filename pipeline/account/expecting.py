"""What the account expects of the document: texts in places, each by the cells that it proves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

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
from pipeline.account.vocabulary import Kind, Parent, Rows, Shape
from pipeline.bevinding import Plaats

ANYTHING = "\0"
"""Stands in an expected text for words that no cell decides."""
SPACE = "\1"
"""Stands in an expected text where there may be space or none."""

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

    def leave_out(self, told: Callable[[Plaats], bool]) -> None:
        """Expect nothing of cells of which is told that they are printed otherwise."""

        def kept(wanted: Wanted) -> bool:
            other = [cell for cell in wanted.cells if not told(cell.place)]
            if len(other) < len(wanted.cells):
                self.used += other
            return len(other) == len(wanted.cells)

        self.paragraphs = [item for item in self.paragraphs if kept(item.wanted)]
        self.rows = [
            replace(
                row, cells=tuple(tuple(filter(kept, cell)) or None if cell else None for cell in row.cells)
            )
            for row in self.rows
        ]


@dataclass(frozen=True)
class Book:
    """The sheets of both workbooks while their expectations are drawn up."""

    sheets: Mapping[str, SheetCells]
    unread: Callable[[Plaats], bool]
    """Whether a finding says of a cell that nothing is done with it."""
    scope: Scope
    """What the tags print that stand for one field."""
    _numbers: dict[str, dict[int, dict[str, Typed]]] = field(default_factory=dict)

    def open_cells(self, row: Mapping[str, Typed]) -> dict[str, Typed]:
        """Return the cells of a row that decide something or are printed."""
        return {name: cell for name, cell in row.items() if not self.unread(cell.place)}

    def numbered(self, sheet: str) -> dict[int, dict[str, Typed]]:
        """Return the rows of a sheet by their number; what has none of its own is counted on."""
        if sheet not in self._numbers:
            self._numbers[sheet] = self._numbered(sheet)
        return self._numbers[sheet]

    def _numbered(self, sheet: str) -> dict[int, dict[str, Typed]]:
        cells = self.sheets.get(sheet)
        if cells is None or not isinstance(cells.sheet.layout, Rows):
            return {}
        column = cells.sheet.layout.numbered
        first: dict[int, dict[str, Typed]] = {}
        rest = []
        for row in map(self.open_cells, cells.rows):
            number = row[column].number() if column in row else None
            if number is None or number in first:
                rest += [row] if row else []
            else:
                first[number] = row
        ordered = dict(sorted(first.items()))
        return ordered | dict(enumerate(rest, max(ordered, default=0) + 1))

    def owner(self, parent: Parent, row: Mapping[str, Typed]) -> tuple[int, dict[str, Typed]] | None:
        """Return the row that a row belongs to, with its number."""
        cell = row.get(parent.column)
        number = cell.number() if cell else None
        found = self.numbered(parent.sheet).get(number) if number is not None else None
        return None if number is None or found is None else (number, found)

    def scope_of(self, sheet: str, row: Mapping[str, Typed]) -> dict[str, str]:
        """Return what the headings of a row print."""
        layout = self.sheets[sheet].sheet.layout
        tags = layout.scope if isinstance(layout, Rows) else {}
        return {tag: row[column].text if column in row else ANYTHING for tag, column in tags.items()}

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
        mixed = len(forms) > 1 or any(span.target for span in cell.rich)
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


def find_row(rows: list[dict[str, Typed]], column: str, value: Typed) -> dict[str, Typed] | None:
    """Return the first row with the same name in a column, written the same if there is one."""
    rows = [row for row in rows if column in row]
    exact = [row for row in rows if row[column].text == value.text]
    alike = [row for row in rows if row[column].key == value.key]
    return next(iter(exact or alike), None)
