"""Opens a workbook safely: the only module that loads an Excel file."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles.numbers import BUILTIN_FORMATS_MAX_SIZE
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.bevinding import Bevinding, Plaats
from pipeline.names import clean, same
from pipeline.workbook.cell_links import put_links_of_formulas, restore_empty_cells
from pipeline.workbook.raw_values import load_raw
from pipeline.workbook.threads import restore_threads
from pipeline.workbook.veilig import maak_veilig

MAX_RIJEN_LOS, MAX_KOLOMMEN_LOS = 1000, 50
"""What is read of a single sheet that is opened by itself: a table of figures is far smaller."""
MAX_TEKENS = 32_767
"""Characters of a cell in Excel; a file that holds more was not made by it."""
BEGIN = 200
"""Characters that are kept of a longer text."""

T = TypeVar("T")


def open_werkmap(pad: Path, bevindingen: list[Bevinding], *, formules: bool = False) -> Workbook | None:
    """Open a workbook with the results of its formulas and the form of its text.

    A formula of which the file holds no result stays a formula; with `formules` all of them do, so that
    the workbook can be saved elsewhere.  Returns None, with a finding, when the file is absent, damaged,
    too large or no workbook.
    """
    pakket = maak_veilig(pad, bevindingen)
    if pakket is None:
        return None
    inhoud = pakket.inhoud
    werkmap = _probeer(lambda: load_raw(inhoud, data_only=not formules, keep_links=formules, rich_text=True))
    to_look_at = pakket.formules_zonder_uitkomst or pakket.links_by_formula
    if werkmap is not None and to_look_at and not formules:
        met_formules = _probeer(lambda: load_raw(inhoud, keep_links=False))
        if met_formules is not None:
            _zet_formules_terug(werkmap, met_formules)
            put_links_of_formulas(werkmap, met_formules)
    if werkmap is None or not werkmap.worksheets:
        bevindingen.append(
            Bevinding("bestand-onleesbaar", Plaats(pad.name), aanvulling="de inhoud is beschadigd")
        )
        return None
    _herstel_opmaak(werkmap)
    restore_empty_cells(werkmap)
    restore_threads(werkmap, inhoud)
    _kort_teksten(werkmap, pad.name, bevindingen)
    return werkmap


def open_blad(pad: Path, naam: str) -> Worksheet | None:
    """Open one sheet of a workbook, its values alone; None when there is no such sheet to read.

    Much faster than opening the workbook, for its other sheets are passed over.
    """
    pakket = maak_veilig(pad, [])
    return None if pakket is None else _probeer(lambda: _lees_los(pakket.inhoud, naam))


def _probeer(lees: Callable[[], T]) -> T | None:
    """Return what openpyxl reads; None for a damaged file, of which it surfaces whatever breaks."""
    with warnings.catch_warnings():
        # openpyxl warns about parts it does not keep; the original is never written.
        warnings.simplefilter("ignore")
        try:
            return lees()
        except Exception:  # noqa: BLE001 - openpyxl has no error of its own for a damaged file
            return None


def _lees_los(inhoud: io.BytesIO, naam: str) -> Worksheet:
    with closing(load_raw(inhoud, read_only=True, data_only=True, keep_links=False)) as bron:
        uit = Workbook().worksheets[0]
        uit.title = naam
        cast("Workbook", uit.parent).epoch = bron.epoch
        blad = next(blad for blad in bron.worksheets if same(blad.title, naam))
        for rij in blad.iter_rows(max_row=MAX_RIJEN_LOS, max_col=MAX_KOLOMMEN_LOS):
            for cel in rij:
                if cel.value is not None:
                    kopie = uit.cell(cel.row, cel.column, cel.value)
                    kopie.number_format = cel.number_format
        return uit


def _herstel_opmaak(werkmap: Workbook) -> None:
    """Give a cell the usual form where its own is not in the file: openpyxl finds out only when asked."""
    lijsten = cast("Any", werkmap)
    aantallen = {
        "numFmtId": BUILTIN_FORMATS_MAX_SIZE + len(lijsten._number_formats),
        "fontId": len(lijsten._fonts),
        "fillId": len(lijsten._fills),
        "borderId": len(lijsten._borders),
        "alignmentId": len(lijsten._alignments),
        "protectionId": len(lijsten._protections),
    }
    kapot = {
        naam
        for stijl in lijsten._cell_styles
        for naam, aantal in aantallen.items()
        if getattr(stijl, naam) >= aantal
    }
    for naam in kapot:
        for blad in lijsten.worksheets:
            for cel in blad._cells.values():
                if cel.has_style and getattr(cel._style, naam) >= aantallen[naam]:
                    setattr(cel._style, naam, 0)


def _kort_teksten(werkmap: Workbook, bestand: str, bevindingen: list[Bevinding]) -> None:
    """Keep only the begin of a text that no cell of Excel can hold."""
    for blad in werkmap.worksheets:
        for cel in blad._cells.values():
            if isinstance(cel.value, str | list) and len(tekst := str(cel.value)) > MAX_TEKENS:
                cel.value, cel.data_type = f"{tekst[:BEGIN]} ...", "s"
                plaats = Plaats(bestand, blad.title, cel.coordinate)
                bevindingen.append(Bevinding("tekst-te-lang", plaats))


def _zet_formules_terug(werkmap: Workbook, met_formules: Workbook) -> None:
    """Put back each formula without a stored result; without it, its cell would look empty."""
    for blad in met_formules.worksheets:
        for cel in gevulde_cellen(blad):
            doel = werkmap[blad.title].cell(cel.row, cel.column)
            # A result that is an empty text is stored as such: type 'str'.
            if cel.data_type == "f" and doel.value is None and doel.data_type == "n":
                doel.value, doel.data_type = str(getattr(cel.value, "text", cel.value)), "f"


def gevulde_cellen(blad: Worksheet) -> list[Cell]:
    """Return the cells of a sheet that hold something to see, by row and column.

    openpyxl itself gives only whole rectangles: one stray cell far away would make that enormous.
    """
    cellen = (cel for _, cel in sorted(blad._cells.items()))
    return [cel for cel in cellen if cel.value is not None and clean(str(cel.value))]
