"""Reads the year or the period that a figure is of: 2025, 2023/2024, 2024 kw 3, peildatum 1-1-2025."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from pipeline.workbook.cel import Cel

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SCHOOL_YEAR = re.compile(r"(?<![\d/–-])(?:(?:19|20)\d\d|'?\d\d)\s?[/–-]\s?'?(\d\d)(?![\d/–-])")
"""A year and the next in two digits: '23/'24, 2023/24, 23-24."""
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_WORDS = re.compile(
    rf"(?i)\b(?:{_MONTHS}|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec|schooljaar|schooljaren|cursusjaar|seizoen"
    r"|peildatum|peiljaar|peiling|stand|per|op|begin|medio|midden|eind|einde|kw|kwartaal|halfjaar|semester"
    r"|jaar|jaren|t/m|tm|tot|en|met|van|vanaf|gemiddeld|gemiddelde|gem|voorlopig|[1-4]e|i{1,3}|iv)\b"
    r"|\b(?:q|k|kw|h)(?=[1-4]\b)"
)
"""What may stand beside a year."""
_SIGNS = re.compile(r"[\d\s/–\-.,'’*()&:]*")
LONGEST = 60
FIRST = 1950
"""A date before it is a year that Excel took for a day: 2025 is 17 July 1905."""


class ReferenceYear(NamedTuple):
    """When figures were measured: as it is printed, and the last year in it."""

    text: str
    last: int


def reference_year(cel: Cel) -> ReferenceYear | None:
    """Return the year or the period in a cell, as typed; None for anything else, or for an empty cell."""
    value, text = cel.waarde, " ".join(cel.tekst.split())
    if isinstance(value, datetime.date):
        return ReferenceYear(text, value.year) if value.year >= FIRST else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        text = str(int(value)) if value == int(value) else ""
        return ReferenceYear(text, int(text)) if _YEAR.fullmatch(text) else None
    if not isinstance(value, str) or len(text) > LONGEST:
        return None
    if not _SIGNS.fullmatch(_WORDS.sub("", text)):
        return None
    years = [int(found) for found in _YEAR.findall(text)]
    for found in _SCHOOL_YEAR.finditer(text):
        if not (years and "-" in found[0] and int(found[1]) <= 12):  # 2024-10 is a month
            years.append(2000 + int(found[1]))
    return ReferenceYear(text, years[-1]) if years and years == sorted(years) else None
