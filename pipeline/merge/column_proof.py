"""Proves that no text of the data came under the head of another column: reads heads by itself."""

from __future__ import annotations

import copy
from collections import defaultdict
from dataclasses import dataclass

from lxml.etree import _Element

from pipeline.document.accepted import neem_aan
from pipeline.merge.pakket import Pakket
from pipeline.merge.wml import ERBIJ, TBL, TC, TR, WEG, P, T, maak, van_ons, w

_PUT_IN = "wijkplan-nieuw"
"""Marks the cells that this merge changed, in a copy."""


@dataclass(frozen=True)
class _Cell:
    """A cell below the head of a column and beside the head of a row."""

    row: str
    head: str
    text: str
    number: int
    """Of which column, from the left."""
    width: int
    """How many columns its table has."""
    put_in: bool
    head_put_in: bool

    @property
    def place(self) -> tuple[str, str, str]:
        return self.row, self.head, self.text


def misplaced(base: Pakket, new: Pakket, edited: Pakket, merged: Pakket) -> list[str]:
    """Return the texts that a merge put under a head that is not theirs in the data.

    Where staff gave a row or a column a head of its own, the one that it had counts: that of the same
    place in base and new, when no other column of that table has it.
    """
    known = {e.get(w("id")) for e in edited.body.iter(*ERBIJ, *WEG) if van_ons(e)}
    was, wanted, here = (_cells(pakket.body, set()) for pakket in (base, new, edited))
    right = {cell.place for cell in wanted}
    before = {cell.place for cell in here}
    data = _Data(was, wanted, here)
    return [
        f"een tekst staat onder een andere kolomkop: {cell.row:.40} / {cell.head:.40} / {cell.text:.40}"
        for cell in _cells(merged.body, known)
        if (cell.put_in or cell.head_put_in)
        and cell.place not in right
        and (cell.head_put_in or cell.place not in before)
        and not data.allows(cell)
    ]


class _Data:
    """What the data have where staff gave rows and columns other heads."""

    def __init__(self, was: list[_Cell], wanted: list[_Cell], here: list[_Cell]) -> None:
        self._heads = {cell.head for cell in (*was, *wanted)}
        self._rows = {cell.row for cell in (*was, *wanted)}
        self._rows_here = {cell.row for cell in here}
        at = [{(cell.number, cell.width, cell.head) for cell in cells} for cells in (was, wanted)]
        self._fixed = at[0] & at[1]
        self._by_text: dict[str, list[_Cell]] = defaultdict(list)
        for cell in wanted:
            self._by_text[cell.text].append(cell)

    def allows(self, cell: _Cell) -> bool:
        """Whether the data have this text where this cell was before staff gave it other heads."""
        others = self._by_text.get(cell.text, [])
        return any(self._is_row(cell, other) and self._is_head(cell, other) for other in others)

    def _is_row(self, cell: _Cell, other: _Cell) -> bool:
        renamed = cell.row not in self._rows and other.row not in self._rows_here
        return cell.row == other.row or renamed

    def _is_head(self, cell: _Cell, other: _Cell) -> bool:
        if cell.head == other.head:
            return True
        same_place = (other.number, other.width) == (cell.number, cell.width)
        fixed = (other.number, other.width, other.head) in self._fixed
        return cell.head not in self._heads and same_place and fixed


def _cells(body: _Element, known: set[str | None]) -> list[_Cell]:
    """Return the cells of all tables that have a head, as they are when all is accepted."""
    cells = []
    for table in body.iter(TBL):
        if next(table.iterancestors(TBL), None) is None:
            cells += _cells_of(_accepted(table, known))
    return cells


def _accepted(table: _Element, known: set[str | None]) -> _Element:
    """Return a table with all changes accepted; what is not known yet leaves a mark on its cells."""
    if next(table.iter(*ERBIJ, *WEG), None) is None:
        return table
    table = copy.deepcopy(table)
    for change in table.iter(*ERBIJ, *WEG):
        if van_ons(change) and change.get(w("id")) not in known:
            row = next(change.iterancestors(TR))
            cell = next(change.iterancestors(TC), None)
            for changed in [cell] if cell is not None else row.iter(TC):
                changed.set(_PUT_IN, "1")
    neem_aan(maak("body", [table]))
    return table


def _cells_of(table: _Element) -> list[_Cell]:
    rows = [[cell for cell in row.iter(TC) if next(cell.iterancestors(TR)) is row] for row in table.iter(TR)]
    if not rows:
        return []
    heads = rows[0]
    names = [_text(cell) for cell in heads]
    cells = []
    for row in rows[1:]:
        if len(row) != len(heads) or len(row) < 2:
            continue
        name = _text(row[0])
        for number in range(1, len(row)):
            text = _text(row[number])
            if text:
                marks = row[number].get(_PUT_IN) is not None, heads[number].get(_PUT_IN) is not None
                cells.append(_Cell(name, names[number], text, number, len(heads), *marks))
    return cells


def _text(cell: _Element) -> str:
    """Return what a cell says, however its spaces and lines are written."""
    texts = ("".join(t.text or "" for t in p.iter(T)) for p in cell.iter(P))
    return " ".join(" ".join(texts).casefold().split())
