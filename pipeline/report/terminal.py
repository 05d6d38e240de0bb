"""The list of findings, and the to-do list of a concept, as plain text for the terminal."""

from __future__ import annotations

import textwrap

from pipeline.bevinding import Bevinding
from pipeline.report.lijst import bereiken, per_blad, plek, telling, zelfde, zichtbaar

BREEDTE = 100
"""Characters on a line, unless the terminal has fewer."""
_SMALSTE = 40
"""Narrower would leave too little room beside the indents."""
_INSPRONG = "    "


def als_tekst(bevindingen: list[Bevinding], breedte: int = BREEDTE) -> str:
    """Return all findings by file and sheet, in the order of their cells, with the counts at the end.

    What is said of several cells in the same words is said once.
    """
    regels: list[str] = []
    for blad, groep in per_blad(bevindingen):
        regels += [*_regel("", f"{blad}: {telling(groep)}", breedte), ""]
        for bevinding, plekken in zelfde(groep):
            regels += _regel("  ", f"{bevinding.ernst}, {plekken} ({bevinding.code})", breedte)
            regels += _regel(_INSPRONG, bevinding.wat, breedte)
            regels += _regel(f"{_INSPRONG}Verwacht: ", bevinding.verwacht, breedte)
            regels += [*_regel(f"{_INSPRONG}Doe dit:  ", bevinding.doe, breedte), ""]
    return "\n".join([*regels, telling(bevindingen)])


def als_takenlijst(bevindingen: list[Bevinding], breedte: int = BREEDTE) -> str:
    """Return per sheet what is to be done, once for all the cells that ask the same."""
    regels: list[str] = []
    for blad, groep in per_blad(bevindingen):
        taken: dict[str, dict[str, None]] = {}
        for bevinding in groep:
            taken.setdefault(bevinding.doe, {})[bevinding.plaats.cel or plek(bevinding.plaats)] = None
        regels += _regel("", str(blad), breedte)
        for doe, plekken in taken.items():
            regels += _regel("  - ", f"{bereiken(list(plekken))}: {doe}", breedte)
        regels.append("")
    return "\n".join(regels[:-1]) or "Er is niets meer te doen."


def _regel(begin: str, tekst: str, breedte: int) -> list[str]:
    """Wrap a text; its further lines stand below its first word."""
    return textwrap.wrap(
        zichtbaar(tekst),
        max(breedte, _SMALSTE),
        initial_indent=begin,
        subsequent_indent=" " * len(begin),
        break_on_hyphens=False,
    )
