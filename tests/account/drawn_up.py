"""The account of a workbook without the rest of a run, and a workbook in which all kinds of text stand."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from pipeline.bevinding import Bevinding
from pipeline.check import Gelezen, lees, maak_word, verantwoord
from pipeline.project import Project
from tests.conftest import WORTEL
from tests.document.beeld import schrijf

LOST = ("cel-niet-in-plan", "cel-anders-in-plan")
BOLD, ITALIC = InlineFont(b=True), InlineFont(i=True)
TEXTS: tuple[tuple[str, int | None, str, str, object], ...] = (
    (
        "2 Samenvatting cijfers",
        None,
        "",
        "alinea",
        "Zie [de wijk](https://amersfoort.nl/wijk?a=1&b=2) < 5 > 3.",
    ),
    (
        "2 Samenvatting cijfers",
        None,
        "",
        "alinea",
        CellRichText("Gewoon, ", TextBlock(BOLD, "vet"), " en ", TextBlock(ITALIC, "cursief"), "."),
    ),
    ("2 Thema", None, "Nieuw thema", "tussenkop", "Een kleine kop"),
    ("2 Thema", None, "Nieuw thema", "opsomming", "Eerste punt"),
    ("2 Thema", None, "", "opsomming", "Tweede punt"),
    ("3 Wat houdt de kernaanpak in", 1, "", "genummerd", "Stap een"),
    ("3 Wat houdt de kernaanpak in", 1, "", "letters", "Letter a"),
    ("3 Wat we doen", 2, "", "alinea", "Twee\nregels, en [kernaanpak 1](#kernaanpak-1)."),
)
"""Rows for the sheet Teksten: part, kernaanpak, heading, kind and text."""


def sheet_rows(workbook: Workbook, name: str) -> tuple[Any, int, dict[str, int]]:
    """Return a sheet, the row of its headers, and the column of each header."""
    sheet = workbook[name]
    for row in range(1, 11):
        headers = {str(cell.value): cell.column for cell in sheet[row] if cell.value is not None}
        if len(headers) > 1 or "Organisatie" in headers:
            return sheet, row, headers
    raise AssertionError(name)


def add_row(workbook: Workbook, name: str, **values: object) -> int:
    """Add a row below a table; names are headers in which '_' stands for a space. Return its number."""
    sheet, header_row, headers = sheet_rows(workbook, name)
    last = max(
        row for row, _ in sheet._cells if any(sheet.cell(row, c).value is not None for c in headers.values())
    )
    row: int = max(last, header_row) + 1
    for header, value in values.items():
        cell = sheet.cell(row, headers[header.replace("_", " ")])
        cell.value = value
        if isinstance(value, str) and value.startswith(("=", "-")):
            cell.data_type = "s"
    return row


def enrich(workbook: Workbook) -> None:
    """Add to a sound workbook what the published plans lack: links, lists, a picture, a group, a version."""
    for part, number, heading, kind, text in TEXTS:
        values = {
            "Onderdeel": part,
            "Kernaanpak": number,
            "Kop": heading or None,
            "Soort": kind,
            "Tekst": text,
        }
        add_row(workbook, "Teksten", **values)
    add_row(
        workbook,
        "Afbeeldingen",
        Bestand="foto.png",
        Plaats="Thema's",
        Alternatieve_tekst="Een plein met bomen",
        Bijschrift=CellRichText("Het ", TextBlock(BOLD, "plein")),
    )
    sheet, _, _ = sheet_rows(workbook, "Plan")
    for row in sheet.iter_rows():
        if row[0].value in ("Versie", "Zin over de volgorde", "Link naar het wijkprofiel"):
            row[1].value = {"Versie": "1.2", "Zin over de volgorde": "De volgorde zegt niets."}.get(
                row[0].value, "https://amersfoort.incijfers.nl/wijk"
            )


def rich_project(folder: Path, wijk: str = "nieuwland") -> Project:
    """Make a project with one published plan and more in it."""
    for name in ("templates", f"inputs/{wijk}"):
        shutil.copytree(WORTEL / name, folder / name)
    shutil.copy(WORTEL / "inputs" / "gemeente.xlsx", folder / "inputs")
    project = Project(folder)
    schrijf(project.afbeeldingen(wijk) / "foto.png")
    workbook = load_workbook(project.werkmap(wijk), rich_text=True)
    enrich(workbook)
    workbook.save(project.werkmap(wijk))
    return project


def account_of(project: Project, wijk: str) -> tuple[str, list[Bevinding], Gelezen]:
    """Return the account in one line, and the findings on cells that are lost."""
    read = lees(project, wijk)
    line = verantwoord(project, read, maak_word(project, read).als_bytes())
    return line, [finding for finding in read.bevindingen if finding.code in LOST], read
