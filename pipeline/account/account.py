"""Draws up the account of one document: each cell that holds something is printed, used or told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pipeline.account.cells import SheetCells, Typed, read_other, read_sheet, same
from pipeline.account.expecting import Book, Plan
from pipeline.account.landing import draw_up, scope_of_fields
from pipeline.account.proving import State, prove
from pipeline.account.telling import Told, what_is_told
from pipeline.account.template import read_template
from pipeline.account.vocabulary import Declaration
from pipeline.account.word import read_word
from pipeline.bevinding import Bevinding, Plaats

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class Account:
    """How many cells there are of each kind, and which are none of the three."""

    printed: int
    used: int
    told: tuple[Plaats, ...]
    lost: tuple[Bevinding, ...]
    """A finding per cell that is neither printed, used nor told: a fault of this program."""

    @property
    def total(self) -> int:
        return self.printed + self.used + len(self.told) + len(self.lost)

    def line(self) -> str:
        """Return the account in one line."""
        parts = [f"{_many(self.printed)} in het plan", f"{_many(self.used)} gebruikt"]
        parts.append(f"{_many(len(self.told))} gemeld")
        if self.lost:
            parts.append(f"{_many(len(self.lost))} NIET in het plan en niet gemeld")
        return f"{_many(self.total)} cellen: {', '.join(parts)}"


@dataclass(frozen=True)
class Books:
    """The two opened workbooks, each with the name of its file."""

    own: tuple[str, Workbook]
    common: tuple[str, Workbook]


@dataclass(frozen=True)
class Made:
    """A Word file and the template that it was made from, as it was once all that could be was mended."""

    template: bytes
    word: bytes


def draw_up_account(
    declaration: Declaration,
    books: Books,
    made: Made,
    findings: Sequence[Bevinding],
    overruled: Mapping[tuple[str, str], str],
) -> Account:
    """Account for every cell of the workbooks in a Word file that was made of them.

    `overruled` has the fields that an option of the command took the place of, by sheet and name.
    """
    told = what_is_told(findings)
    sheets = {cells.sheet.name: cells for cells in _sheets(declaration, books)}
    book = Book(sheets, told.unread, {})
    book = replace(book, scope=scope_of_fields(book, overruled, declaration.open_place))
    plan = Plan()
    draw_up(book, plan)
    plan.leave_out(told.covers)
    proof = prove(plan, read_template(made.template), read_word(made.word))
    states = dict(proof.states)
    for place, name in ((cell.place, (cell.place.blad, cell.column)) for cell in proof.cells.values()):
        if name in overruled:
            states[place] = State.PRINTED
    used = {cell.place for cell in plan.used} | {
        cell.place for cells in sheets.values() for cell in cells.labels
    }
    lost = {cell.place for cell in plan.placeless}
    return _count(sheets, states, used, lost, told)


def _sheets(declaration: Declaration, books: Books) -> Iterator[SheetCells]:
    for (file, workbook), sheets in ((books.own, declaration.sheets), (books.common, declaration.common)):
        for sheet in sheets:
            source = _named(workbook, sheet.name)
            if source is not None:
                yield read_sheet(source, file, sheet, declaration.example)
    file, workbook = books.own
    known = [_named(workbook, name) for name in declaration.passed_over]
    known += [_named(workbook, sheet.name) for sheet in declaration.sheets]
    for source in workbook.worksheets:
        if source not in known:
            yield read_other(source, file)


def _named(workbook: Workbook, name: str) -> Worksheet | None:
    """Return the sheet of a name, written the same if there is one."""
    alike = [sheet for sheet in workbook.worksheets if same(sheet.title) == same(name)]
    return next((sheet for sheet in alike if sheet.title == name), next(iter(alike), None))


def _count(
    sheets: Mapping[str, SheetCells],
    states: Mapping[Plaats, State],
    used: set[Plaats],
    placeless: set[Plaats],
    told: Told,
) -> Account:
    printed, used_count = 0, 0
    named: list[Plaats] = []
    lost: list[Bevinding] = []
    for cell, beside in _all_cells(sheets.values()):
        place = cell.place
        state = states.get(place)
        if told.covers_beside(place) if beside else told.covers(place):
            named.append(place)
        elif state is State.PRINTED and place not in placeless:
            printed += 1
        elif state is State.FORM and place not in placeless:
            if place in told.forms:
                named.append(place)
            else:
                lost.append(Bevinding("cel-anders-in-plan", place, cell.text))
        elif state is None and place in used and place not in placeless:
            used_count += 1
        else:
            lost.append(Bevinding("cel-niet-in-plan", place, cell.text))
    return Account(printed, used_count, tuple(named), tuple(lost))


def _all_cells(sheets: Iterable[SheetCells]) -> Iterator[tuple[Typed, bool]]:
    """Give every cell, and whether it stands beside its table."""
    for cells in sheets:
        for cell in (*cells.labels, *cells.headers):
            yield cell, False
        for row in cells.rows:
            for cell in row.values():
                yield cell, False
        for cell in cells.loose:
            yield cell, True


def _many(number: int) -> str:
    return f"{number:,}".replace(",", ".")
