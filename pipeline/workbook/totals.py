"""Finds the row of totals below a table: a sum is no row of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.cell.cell import Cell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.names import clean, key
from pipeline.workbook.bladlezer import Bladlezer

_TOTALS = {
    *("totaal", "totalen", "eindtotaal", "subtotaal", "som", "aantal", "gemiddelde"),
    *("total", "totals", "grand total", "sum", "count", "average"),
}
"""What Excel and people write beside a sum."""


def find_totals(reader: Bladlezer, header_row: int) -> set[int]:
    """Return the rows of totals, each told once; nothing of them is in the plan.

    They are those that Excel made of its tables, and a last row whose only words are 'Totaal'.  Text
    that somebody typed in such a row is a finding of its own.
    """
    below = [cell for cell in reader.gevuld if cell.row > header_row]
    found = set(_of_tables(reader.blad, header_row))
    rest = [cell for cell in below if cell.row not in found]
    if rest and _words(rest, rest[-1].row) and not _other_words(rest, rest[-1].row):
        found.add(rest[-1].row)
    for row in sorted(found):
        cells = [cell for cell in below if cell.row == row]
        other = _other_words(below, row)
        if other:
            place = reader.plaats(row, other[0].column)
            reader.meld("tekst-in-totaalrij", place, clean(str(other[0].value)))
        elif cells:
            place = reader.plaats(row, cells[0].column)
            reader.meld("totaalrij", place, clean(str(cells[0].value)), str(row))
    return found


def _of_tables(sheet: Worksheet, header_row: int) -> Iterator[int]:
    for table in sheet.tables.values():
        try:
            _, top, _, bottom = range_boundaries(str(table.ref))
        except ValueError:  # a file that no program of offices wrote
            continue
        if table.totalsRowCount and top and bottom and top <= header_row < bottom:
            yield bottom


def _words(cells: list[Cell], row: int) -> list[Cell]:
    """Return the cells of a row that hold words."""
    return [
        cell
        for cell in cells
        if cell.row == row and (isinstance(cell.value, bool) or not isinstance(cell.value, int | float))
    ]


def _other_words(cells: list[Cell], row: int) -> list[Cell]:
    """Return the cells of a row that hold other words than 'Totaal' and its like."""
    return [cell for cell in _words(cells, row) if key(str(cell.value)).rstrip(": ") not in _TOTALS]
