"""Numbers as a Dutch Excel shows them, by the number format of their cell: 6230, 13,1%, € 2.500."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from pipeline.workbook.digits import FILL, held, show_number
from pipeline.workbook.number_format import FormatError, NumberFormat, Rule, read_format
from pipeline.workbook.serial_date import show_date

_EURO, _EURO_CENT = '"€" #,##0;"€" -#,##0', '"€" #,##0.00;"€" -#,##0.00'
_DUTCH = {
    "": "General",
    "mm-dd-yy": "d/m/yyyy",
    "m/d/yy h:mm": "d/m/yyyy h:mm",
    "mmss.0": "mm:ss.0",
    '"$"#,##0_);("$"#,##0)': _EURO,
    '"$"#,##0_);[Red]("$"#,##0)': _EURO,
    '"$"#,##0.00_);("$"#,##0.00)': _EURO_CENT,
    '"$"#,##0.00_);[Red]("$"#,##0.00)': _EURO_CENT,
    "#,##0_);(#,##0)": "#,##0;-#,##0",
    "#,##0_);[Red](#,##0)": "#,##0;-#,##0",
    "#,##0.00_);(#,##0.00)": "#,##0.00;-#,##0.00",
    "#,##0.00_);[Red](#,##0.00)": "#,##0.00;-#,##0.00",
    '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)': '#,##0;-#,##0;"-";@',
    '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)': '#,##0.00;-#,##0.00;"-";@',
    '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)': '"€" #,##0;"€" -#,##0;"€ -";@',
    '_("$"* #,##0.00_)_("$"* \\(#,##0.00\\)_("$"* "-"??_)_(@_)': '"€" #,##0.00;"€" -#,##0.00;"€ -";@',
}
"""What a Dutch Excel makes of the built-in formats that follow the language of the computer.

A workbook names them by number only; openpyxl gives them as Excel shows them in America.
"""

_YEAR_LABEL = re.compile(r"(?i)^(?!aantal\b)(?:.*\s)?(?:(?!voor|na|half)\w+jaar|jaartal|jaar van \w+)\b")


def gedrukt(getal: float, notatie: str, *, system_1904: bool = False, huisstijl: bool = False) -> str | None:
    """Return a number as Excel shows it, without the spaces that only align it in its cell.

    With `huisstijl` the format General has a dot for the thousands, as a figure in a table has.
    Empty for a number that its format hides; None for one that Excel cannot show in it (#####), and for
    a format that is not understood.
    """
    waarde = _decimal(getal)
    indeling = _read(notatie)
    if waarde is None or indeling is None:
        return None
    try:
        getoond = _show(indeling, waarde, system_1904=system_1904, huisstijl=huisstijl)
    except (FormatError, InvalidOperation):  # the second: a number beyond all measure, such as 0%%%...
        return None
    return None if getoond is None else _tidy(getoond)


def getoonde_tekst(tekst: str, notatie: str) -> str:
    """Return a text as Excel shows it: a format may add words to it, or hide it."""
    indeling = _read(notatie)
    if indeling is None or indeling.text is None:
        return tekst
    delen = [
        tekst if token.kind == "text" else token.text if token.kind == "literal" else " "
        for token in indeling.text.tokens
        if token.kind in ("text", "literal", "pad")
    ]
    return "".join(delen)


def is_datum(getal: float, notatie: str) -> bool:
    """Whether Excel shows this number as a date or a time."""
    waarde, indeling = _decimal(getal), _read(notatie)
    regel = indeling.rule(waarde) if indeling and waarde is not None else None
    return regel is not None and regel.section.is_date


def is_year_label(label: str) -> bool:
    """Whether the figures of an indicator are years, which have no dot: 'Gemiddeld bouwjaar'."""
    return _YEAR_LABEL.search(label) is not None


def _decimal(getal: float) -> Decimal | None:
    waarde = held(getal)
    return waarde if waarde.is_finite() else None


@lru_cache(maxsize=500)
def _read(notatie: str) -> NumberFormat | None:
    try:
        return read_format(_DUTCH.get(notatie, notatie))
    except FormatError:
        return None


def _show(indeling: NumberFormat, getal: Decimal, *, system_1904: bool, huisstijl: bool) -> str | None:
    """Show a number; one that its section rounds to nothing goes round again, without its minus sign."""
    regel = indeling.rule(getal)
    if regel is None:
        return None
    if regel.section.is_date:
        return show_date(regel.section, getal, system_1904=system_1904, signed=not regel.magnitude)
    tekst, verdwenen = show_number(regel.section, getal, grouped=huisstijl)
    if getal >= 0 or regel.magnitude:
        return tekst
    return _show_vanished(indeling, abs(getal), huisstijl=huisstijl) if verdwenen else f"-{tekst}"


def _show_vanished(indeling: NumberFormat, getal: Decimal, *, huisstijl: bool) -> str | None:
    regel: Rule | None = indeling.rule(getal)
    return None if regel is None else show_number(regel.section, getal, grouped=huisstijl)[0]


def _tidy(tekst: str) -> str:
    """Leave one space where Excel fills up the cell, and none behind a sign."""
    return re.sub(f"[ {FILL}]+", " ", re.sub(f"(?<=[-+(]){FILL}", "", tekst)).strip(" ")
