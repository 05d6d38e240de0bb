"""Loads a workbook with dates as the numbers that Excel keeps, so that they can be shown as Excel does."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.reader.excel import ExcelReader


class _RawReader(ExcelReader):
    """Reads dates as numbers; openpyxl makes an error of some, and 28 of Excel's 29 February 1900."""

    def read_worksheets(self) -> None:
        for name in ("_date_formats", "_timedelta_formats"):
            setattr(self.wb, name, set())
        super().read_worksheets()


def load_raw(
    content: io.BytesIO,
    *,
    read_only: bool = False,
    data_only: bool = False,
    keep_links: bool = True,
    rich_text: bool = False,
) -> Workbook:
    """Load a workbook as `openpyxl.load_workbook` does, with its options, but dates stay numbers."""
    reader = _RawReader(content, read_only, False, data_only, keep_links, rich_text)
    reader.read()
    workbook: Workbook = reader.wb
    return workbook
