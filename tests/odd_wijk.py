"""Fills in the workbook of a new wijk of an odd shape, as a person in Excel would."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.project import Project
from pipeline.start import begin_wijk
from tests import odd_texts as texts
from tests.conftest import WORTEL
from tests.odd_figures import INDICATORS
from tests.odd_pictures import write_pictures

WIJK = "hazenveld"
REGRETTED: dict[tuple[str, str], tuple[texts.Value, texts.Value]] = {
    ("Wijkgegevens", "C24"): ("5-10%", 0.08),
    ("Wijkgegevens", "D24"): ("nog opvragen", "x"),
    ("Activiteiten", "F40"): ("Feest! \U0001f469\u200d\U0001f467 en \U0001f389", "Feest!"),
    ("Activiteiten", "E41"): ("Bestaand", "Voortzetten"),
    ("Teksten", "E8"): ("Wat valt op? \u0627\u0644\u0639", "Wat valt op?"),
    ("Afbeeldingen", "A8"): ("folder.heic", texts.PICTURE_ROWS[1][0]),
}
"""What was typed first in some cells, and what stands there when the messages have been followed."""


def start(folder: Path) -> Project:
    """Make a project with the template and gemeente.xlsx of the gemeente, and a workbook to fill in."""
    shutil.copytree(WORTEL / "templates", folder / "templates")
    (folder / "inputs").mkdir()
    shutil.copy(WORTEL / "inputs" / "gemeente.xlsx", folder / "inputs")
    project = Project(folder)
    begin_wijk(project, WIJK, texts.NAME, texts.WIJKEN)
    return project


def fill(project: Project) -> None:
    """Fill in every sheet, but for the status, with some things that cannot be printed so."""
    write_pictures(project.afbeeldingen(WIJK))
    book = load_workbook(project.werkmap(WIJK), rich_text=True)
    _fill_plan(book["Plan"])
    _fill_figures(book["Wijkgegevens"])
    _write(book["Factoren"], [(place, name) for place, name in enumerate(texts.FACTOREN, 1)])
    _write(book["Kernaanpakken"], texts.KERNAANPAKKEN)
    _write(book["Clusters"], texts.CLUSTERS)
    _write(book["Activiteiten"], texts.activities())
    _write(book["Teksten"], texts.prose())
    _write(book["Organisaties"], [(name,) for name in texts.ORGANISATIES])
    _write(book["Afbeeldingen"], texts.PICTURE_ROWS)
    for (sheet, cell), (spoilt, _) in REGRETTED.items():
        book[sheet][cell].value = spoilt
    book.save(project.werkmap(WIJK))


def mend(project: Project) -> None:
    """Do what the messages on the cells ask for."""
    book = load_workbook(project.werkmap(WIJK), rich_text=True)
    for (sheet, cell), (_, good) in REGRETTED.items():
        book[sheet][cell].value = good
    book.save(project.werkmap(WIJK))


def _fill_plan(sheet: Worksheet) -> None:
    for part, value, _ in sheet.iter_rows(min_row=4):
        if part.value == "Datum":
            value.value = date(2026, 11, 21)
        elif part.value in texts.PLAN:
            value.value = texts.PLAN[str(part.value)]


def _fill_figures(sheet: Worksheet) -> None:
    rows = [(row.group, row.name, *row.values, row.year, row.source) for row in INDICATORS]
    first = _write(sheet, rows)
    for place, row in enumerate(INDICATORS):
        for cell in sheet[first + place][2:10]:
            cell.number_format = row.number_format


def _write(sheet: Worksheet, rows: Iterable[Sequence[texts.Value]]) -> int:
    """Type rows over those of the table, which grows with them; return the first row of the sheet."""
    (table,) = sheet.tables.values()
    head = int(sheet[table.ref][0][0].row)
    last = head
    for last, row in enumerate(rows, head + 1):
        for column, value in enumerate(row, 1):
            sheet.cell(last, column).value = value
    _grow(table, last)
    return head + 1


def _grow(table: Table, last: int) -> None:
    begin, end = table.ref.split(":")
    table.ref = f"{begin}:{end.rstrip('0123456789')}{last}"
    if table.autoFilter is not None:
        table.autoFilter.ref = table.ref
