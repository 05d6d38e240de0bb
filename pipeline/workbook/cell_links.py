"""Links that cells have in another way than they seem: by a formula, or left behind in an empty cell."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.workbook.formulas import link_address, makes_link


def put_links_of_formulas(workbook: Workbook, with_formulas: Workbook) -> None:
    """Give a cell the link that its formula makes; one without an address where that cannot be known."""
    for sheet in with_formulas.worksheets:
        results = workbook[sheet.title]
        for place, source in sheet._cells.items():
            formula = str(getattr(source.value, "text", source.value))
            cell = results._cells.get(place)
            if source.data_type == "f" and isinstance(cell, Cell) and makes_link(formula):
                address = link_address(formula, partial(_shown, workbook, results))
                # Not by its property: that writes the address into a cell without a text.
                cast("Any", cell)._hyperlink = _link(cell.coordinate, address, formula)


def _link(coordinate: str, address: str, formula: str) -> Hyperlink:
    target, _, location = address.partition("#")
    return Hyperlink(ref=coordinate, target=target or None, location=location or None, display=formula)


def _shown(workbook: Workbook, here: Worksheet, name: str, coordinate: str) -> str | None:
    """Return the text of a cell; None for one that is not there or holds no text and no whole number."""
    if name and name not in workbook.sheetnames:
        return None
    value = (workbook[name] if name else here)[coordinate].value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def restore_empty_cells(workbook: Workbook) -> None:
    """Empty the cells again into which openpyxl wrote the address of the link that was left on them."""
    for sheet in workbook.worksheets:
        for cell in sheet._cells.values():
            link = getattr(cell, "hyperlink", None)
            # The very same object, and not a text that somebody typed.
            if link is not None and cell.value is (link.target or link.location):
                cell.value = None
