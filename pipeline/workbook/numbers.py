"""Figures as Excel shows them, written in Dutch: 6.230, 13,1%, 14%."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache

from babel.numbers import format_decimal, format_percent

_NOTATIE = re.compile(r"(?P<geheel>[#0,]*[#0])(?:\.(?P<decimalen>0+))?(?P<procent>%?)")
"""The number formats that are understood: '0', '#,##0', '0.0', '0.0%' and their like."""
_OPSMUK = re.compile(r"\\ |_.|\* |\[\$-[^\]]*\]|\[[A-Za-z]+\d*\]")
"""What only decorates in an Excel format: spaces, fill, locale and colour; no sign such as a euro's."""


MAX_CIJFERS = 400
"""Digits that the largest number of Excel has, with its decimals: 10 to the power 308."""


@cache
def gedrukt(getal: int | float, notatie: str) -> str | None:
    """Write a number in Dutch, as Excel shows it in this number format; None for another format.

    'General' shows the number as it was typed, with a dot for the thousands (huisstijl).  Halves
    are rounded away from zero, as Excel does when it shows a number.
    """
    waarde = Decimal(str(getal))
    if not waarde.is_finite():
        return None
    if notatie in ("General", "@", ""):
        with localcontext(prec=MAX_CIJFERS):
            return str(format_decimal(waarde, format="#,##0.###############", locale="nl_NL"))
    positief = _OPSMUK.sub("", notatie.partition(";")[0]).strip()
    match = _NOTATIE.fullmatch(positief)
    if match is None:
        return None
    decimalen = len(match["decimalen"] or "")
    patroon = "#,##0" + ("." + "0" * decimalen if decimalen else "")
    procent = bool(match["procent"])
    stap = Decimal(1).scaleb(-decimalen - (2 if procent else 0))
    with localcontext(prec=MAX_CIJFERS):
        afgerond = waarde.quantize(stap, rounding=ROUND_HALF_UP)
        if procent:
            return str(format_percent(afgerond, format=patroon + "%", locale="nl_NL"))
        return str(format_decimal(afgerond, format=patroon, locale="nl_NL"))
