"""Opens a workbook safely: the only module that loads an Excel file."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from pipeline.bevinding import Bevinding, Plaats

MAX_UITGEPAKT = 200 * 1024 * 1024
"""Bytes that a workbook may hold when unpacked; a plan's workbook holds about one megabyte."""


def open_werkmap(pad: Path) -> Workbook | Bevinding:
    """Open a workbook with the results of its formulas and the form of its text.

    Returns a finding instead when the file is absent, damaged, too large or no workbook.
    """
    plaats = Plaats(pad.name)
    if not pad.is_file():
        return Bevinding("bestand-ontbreekt", plaats, aanvulling=str(pad))
    try:
        with zipfile.ZipFile(pad) as pakket:
            uitgepakt = sum(deel.file_size for deel in pakket.infolist())
        if uitgepakt > MAX_UITGEPAKT:
            return Bevinding("bestand-te-groot", plaats, aanvulling=f"{uitgepakt // 1024**2} MB")
        with warnings.catch_warnings():
            # openpyxl warns about parts it does not keep; this program never saves what it read.
            warnings.simplefilter("ignore", UserWarning)
            return load_workbook(pad, data_only=True, rich_text=True)
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
