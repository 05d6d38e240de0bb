"""Opens a workbook safely: the only module that loads an Excel file."""

from __future__ import annotations

import re
import warnings
import zipfile
from pathlib import Path
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.bevinding import Bevinding, Plaats

MAX_UITGEPAKT = 200 * 1024 * 1024
"""Bytes that a workbook may hold when unpacked; a plan's workbook holds about one megabyte."""
_FORMULE = re.compile(rb"<(\w+:)?f[\s/>]")
"""A formula in the XML of a sheet."""


def open_werkmap(pad: Path) -> Workbook | Bevinding:
    """Open a workbook with the results of its formulas and the form of its text.

    A formula of which the file holds no result stays a formula.  Returns a finding instead when the
    file is absent, damaged, too large or no workbook.
    """
    plaats = Plaats(pad.name)
    if not pad.is_file():
        return Bevinding("bestand-ontbreekt", plaats, aanvulling=str(pad))
    try:
        with zipfile.ZipFile(pad) as pakket:
            uitgepakt = sum(deel.file_size for deel in pakket.infolist())
            if uitgepakt > MAX_UITGEPAKT:
                return Bevinding("bestand-te-groot", plaats, aanvulling=f"{uitgepakt // 1024**2} MB")
            bladen = [naam for naam in pakket.namelist() if naam.startswith("xl/worksheets/")]
            met_formules = any(_FORMULE.search(pakket.read(blad)) for blad in bladen)
        with warnings.catch_warnings():
            # openpyxl warns about parts it does not keep; this program never saves what it read.
            warnings.simplefilter("ignore", UserWarning)
            werkmap = load_workbook(pad, data_only=True, rich_text=True)
            if met_formules:
                _zet_formules_terug(werkmap, load_workbook(pad))
            return werkmap
    except PermissionError as fout:
        return Bevinding("bestand-onleesbaar", plaats, aanvulling=f"geen toegang: {fout.strerror}")
    except (
        zipfile.BadZipFile,
        InvalidFileException,
        ParseError,
        OSError,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        SyntaxError,
    ) as fout:
        # openpyxl has no error of its own for a damaged file: whatever breaks in it surfaces as is.
        return Bevinding("bestand-onleesbaar", plaats, aanvulling=type(fout).__name__)


def _zet_formules_terug(werkmap: Workbook, met_formules: Workbook) -> None:
    """Put back each formula without a stored result; without it, its cell would look empty."""
    for blad in met_formules.worksheets:
        for cel in gevulde_cellen(blad):
            doel = werkmap[blad.title].cell(cel.row, cel.column)
            # A result that is an empty text is stored as such: type 'str'.
            if cel.data_type == "f" and doel.value is None and doel.data_type == "n":
                doel.value, doel.data_type = str(getattr(cel.value, "text", cel.value)), "f"


def gevulde_cellen(blad: Worksheet) -> list[Cell]:
    """Return the cells of a sheet that hold more than spaces, by row and column.

    openpyxl itself gives only whole rectangles: one stray cell far away would make that enormous.
    """
    cellen = (cel for _, cel in sorted(blad._cells.items()))
    return [cel for cel in cellen if cel.value is not None and str(cel.value).strip()]
