"""The list of findings, and the to-do list of a concept, as plain text for the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from pipeline.bevinding import Bevinding, Ernst
from pipeline.report.lijst import ERNSTEN, bereiken, per_blad, plek, plekken, telling, zelfde, zichtbaar

BREEDTE = 100
"""Characters on a line, unless the terminal has fewer."""
_SMALSTE = 40
"""Narrower would leave too little room beside the indents."""
_INSPRONG = "    "
_MEESTE = 8
"""Cells, or rows of cells, that one line of the to-do list names."""
_BETEKENIS: dict[Ernst, str] = {
    "fout": " - verbeter deze eerst",
    "waarschuwing": " - waarschijnlijk een vergissing, kijk dit na",
    "tip": " - het bekijken waard",
}


def als_tekst(bevindingen: list[Bevinding], breedte: int = BREEDTE) -> str:
    """Return all findings by file and sheet, in the order of their cells, with the counts at the end.

    What is expected of several cells in the same words is said once, with what stands in each.
    """
    regels: list[str] = []
    for blad, groep in per_blad(bevindingen):
        regels += [*_regel("", f"{blad}: {telling(groep)}", breedte), ""]
        per_soort: dict[tuple[str, str, str], list[Bevinding]] = {}
        for bevinding in groep:
            per_soort.setdefault((bevinding.code, bevinding.verwacht, bevinding.doe), []).append(bevinding)
        for soort in per_soort.values():
            regels += _soort(soort, breedte)
    return "\n".join([*regels, telling(bevindingen)])


def _soort(soort: list[Bevinding], breedte: int) -> Iterator[str]:
    """Give one kind of remark about some cells of a sheet."""
    eerste, per_tekst = soort[0], zelfde(soort)
    yield from _regel("  ", f"{eerste.ernst}, {plekken(soort)} ({eerste.code})", breedte)
    for bevinding, waar in per_tekst:
        yield from _regel(
            _INSPRONG, bevinding.wat if len(per_tekst) == 1 else f"{waar}: {bevinding.wat}", breedte
        )
    yield from _regel(f"{_INSPRONG}Verwacht: ", eerste.verwacht, breedte)
    yield from _regel(f"{_INSPRONG}Doe dit:  ", eerste.doe, breedte)
    yield ""


def als_takenlijst(bevindingen: list[Bevinding], breedte: int = BREEDTE) -> str:
    """Return what is to be done, the gravest first, per sheet, once for all the cells that ask the same."""
    regels: list[str] = []
    for ernst in ERNSTEN:
        even_ernstig = [bevinding for bevinding in bevindingen if bevinding.ernst == ernst]
        if even_ernstig:
            regels += _regel("", f"{telling(even_ernstig)}{_BETEKENIS[ernst]}", breedte)
        for blad, groep in per_blad(even_ernstig):
            taken: dict[str, dict[str, None]] = {}
            for bevinding in groep:
                taken.setdefault(bevinding.doe, {})[bevinding.plaats.cel or plek(bevinding.plaats)] = None
            regels += _regel("  ", str(blad), breedte)
            for doe, cellen in taken.items():
                regels += _regel("  - ", f"{bereiken(list(cellen), _MEESTE)}: {doe}", breedte)
        if even_ernstig:
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
