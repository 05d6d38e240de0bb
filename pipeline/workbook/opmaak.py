"""How the cells of our workbooks look: fonts, colours, number formats and text with bold and italic."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import cast

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Color, Font, PatternFill, Side
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.markup import Run, Runs, VertAlign
from pipeline.workbook.cel import Cel
from pipeline.workbook.characters import encode
from pipeline.workbook.kolommen import Kolom, Soort

LETTER, PUNTEN = "Calibri", 11
DONKERBLAUW, MIDDENBLAUW, LICHTBLAUW, GEEL, TEKST = "12355B", "1F6FA8", "E8EEF5", "F2B705", "1A1A1A"
WIT, LIJN, GRIJS = "FFFFFF", "C9D3DE", "5A6472"

NOTATIES: dict[Soort, str] = {
    "tekst": "@",
    "opmaak": "@",
    "getal": "0",
    "jaar": "0",
    "datum": "dd-mm-yyyy",
    "cijfer": "General",
}
"""The number format of an empty cell. Text is '@': Excel then takes '- punt' and '=x' as typed."""

_CIJFERS: tuple[Soort, ...] = ("getal", "jaar", "datum", "cijfer")
_REGELHOOGTE, _ROND = 15.0, 3.0
"""The height of a line of text, and the room that a row has besides, in points."""
_LETTERS_PER_CIJFER = 1.08
"""How many letters of running text fit in the width of a figure, in which Excel counts columns."""
_HOOGSTE = 409.0
"""Excel's limit for the height of a row, in points."""

_ONDERLIJN = Border(bottom=Side(style="thin", color=LIJN))
_TITEL = Font(name=LETTER, size=18, bold=True, color=DONKERBLAUW)
_TABELKOP = Font(name=LETTER, size=PUNTEN, bold=True, color=WIT)
_LINK = Font(name=LETTER, size=PUNTEN, underline="single", color=MIDDENBLAUW)


class _Rijhoogte(RowDimension):
    """The height of a row as Excel itself saves one that it fitted: it still grows with the text."""

    @property
    def customHeight(self) -> bool:  # noqa: N802 - the name is openpyxl's
        return False


def cel(blad: Worksheet, rij: int, kolom: int) -> Cell:
    """Return a cell to write in; our sheets have no merged cells."""
    return cast("Cell", blad.cell(rij, kolom))


def lettertype(vet: bool = False, cursief: bool = False, vert_align: VertAlign = "") -> Font:
    """Return the font of ordinary text."""
    return Font(name=LETTER, size=PUNTEN, bold=vet, italic=cursief, color=TEKST, vertAlign=vert_align or None)


def uitlijning(soort: Soort, verticaal: str = "top") -> Alignment:
    """Return the alignment of a value: text wrapped, figures on the right, with air between columns."""
    if soort in _CIJFERS:
        return Alignment(horizontal="right", vertical=verticaal, indent=1)
    return Alignment(horizontal="left", vertical=verticaal, wrap_text=True, indent=1)


def schrijf_titel(blad: Worksheet, titel: str, uitleg: Iterable[str]) -> None:
    """Write the title in row 1 and the lines of the explanation below it, over the cells beside them."""
    blad["A1"].value, blad["A1"].font = titel, _TITEL
    blad["A1"].alignment = Alignment(vertical="center")
    blad.row_dimensions[1].height = 30
    for rij, regel in enumerate(uitleg, start=2):
        schrijf_tekst(cel(blad, rij, 1), regel)
        cel(blad, rij, 1).alignment = Alignment(vertical="top")


def schrijf_tabelkop(cel: Cell, tekst: str, soort: Soort = "tekst") -> None:
    """Write a header of a table, aligned as the values below it."""
    cel.value, cel.font = tekst, _TABELKOP
    cel.fill = PatternFill("solid", start_color=DONKERBLAUW)
    cel.alignment = uitlijning(soort, verticaal="center")
    cel.number_format = "@"


def schrijf_link(cel: Cell, tekst: str, bladnaam: str, plek: str = "A1") -> None:
    """Write a link to a cell of another sheet of the workbook."""
    location = f"{quote_sheetname(bladnaam)}!{plek}"
    cel.hyperlink = Hyperlink(ref=cel.coordinate, location=location, display=tekst)
    cel.value, cel.font, cel.border = tekst, _LINK, _ONDERLIJN
    cel.alignment = uitlijning("tekst")


def schrijf_tekst(cel: Cell, tekst: str, *, vet: bool = False, lijn: bool = False) -> None:
    """Write words of our own; as a cell of a table they have a line below them."""
    schrijf_runs(cel, (Run(tekst, vet=vet),))
    cel.number_format, cel.alignment = "@", uitlijning("tekst")
    if lijn:
        cel.border = _ONDERLIJN


def schrijf_waarde(cel: Cell, bron: Cel | None, soort: Soort) -> None:
    """Write a value that a person filled in, or the form of an empty cell."""
    cel.font, cel.border, cel.alignment = lettertype(), _ONDERLIJN, uitlijning(soort)
    cel.number_format = NOTATIES[soort]
    if bron is None or bron.waarde is None:
        return
    if bron.notatie != "General":
        cel.number_format = bron.notatie
    if isinstance(bron.waarde, str):
        schrijf_runs(cel, bron.runs)
    else:
        cel.value = bron.waarde


def schrijf_runs(cel: Cell, runs: Runs) -> None:
    """Write text with its bold, italic and raised signs; it stays text, whatever sign it begins with."""
    vormen = {(run.vet, run.cursief, run.vert_align) for run in runs}
    if len(vormen) > 1:
        cel.value = CellRichText(*[_deel(run) for run in runs])
    else:
        cel.value = encode("".join(run.tekst for run in runs))
        cel.font = lettertype(*next(iter(vormen), (False, False, "")))
    cel.data_type = "s"
    if "".join(run.tekst for run in runs).startswith(("=", "+", "-", "@", "'")):
        cel.quotePrefix = True


def schrijf_voorbeeld(cel: Cell, tekst: str, soort: Soort) -> None:
    """Write an example, in grey and italic: it is not of the table."""
    schrijf_tekst(cel, tekst)
    cel.font = Font(name=LETTER, size=PUNTEN, italic=True, color=GRIJS)
    cel.alignment = uitlijning(soort)


def stel_kolom_in(blad: Worksheet, letter: str, kolom: Kolom) -> None:
    """Give a column its width, and its empty cells their form."""
    breed = blad.column_dimensions[letter]
    breed.width, breed.font = kolom.breedte, lettertype()
    breed.alignment, breed.number_format = uitlijning(kolom.soort), NOTATIES[kolom.soort]


def stel_pagina_in(blad: Worksheet, tabkleur: str) -> None:
    """Give a sheet the colour of its tab, and let it print on the width of a page."""
    blad.sheet_properties.tabColor = tabkleur
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    blad.page_setup.orientation, blad.page_setup.paperSize = "landscape", Worksheet.PAPERSIZE_A4
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    blad.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.5)


def schat_hoogte(blad: Worksheet, rij: int, teksten: Iterable[tuple[str, int]]) -> None:
    """Give a row the height of its texts, each with the width of its column.

    Neither Excel nor LibreOffice fits every row by itself when it opens a file (LibreOffice none, Excel
    not those with text that is bold in part); both do when somebody changes the row.
    """
    regels = max(_aantal_regels(tekst, breedte) for tekst, breedte in teksten)
    hoogte = min(regels * _REGELHOOGTE + _ROND, _HOOGSTE)
    blad.row_dimensions[rij] = _Rijhoogte(blad, index=rij, ht=hoogte)


def _aantal_regels(tekst: str, breedte: int) -> int:
    letters = int((breedte - 1) * _LETTERS_PER_CIJFER)  # the indent takes one
    return sum(max(len(textwrap.wrap(regel, letters)), 1) for regel in tekst.split("\n"))


def _deel(run: Run) -> str | TextBlock:
    if not run.vet and not run.cursief and not run.vert_align:
        return encode(run.tekst)
    letter = InlineFont(
        rFont=LETTER,
        sz=PUNTEN,
        color=Color(TEKST),
        b=run.vet or None,
        i=run.cursief or None,
        vertAlign=run.vert_align or None,
    )
    return TextBlock(letter, encode(run.tekst))
