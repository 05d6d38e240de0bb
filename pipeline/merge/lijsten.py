"""Finds which numbered list of one version is which of another: each begins at 1 by itself."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.merge.blokken import Blok
from pipeline.merge.koppelen import Paren
from pipeline.merge.wml import waarde


def herken_lijsten(
    oud: list[Blok], nieuw: list[Blok], bewerkt: list[Blok], paren: Paren, naar_bewerkt: dict[int, int]
) -> tuple[dict[str, str], dict[str, str]]:
    """Give the blocks of three versions the name of their list in the base, or one of their own.

    `paren` and `naar_bewerkt` tell which block of the base is which in the other two.
    Returns by the number of a list in the base its number in the new version and in the edited file.
    """
    in_nieuw = _paren((oud[i], nieuw[j]) for i, j in paren)
    in_bewerkt = _paren((oud[i], bewerkt[k]) for i, k in naar_bewerkt.items())
    for blok in oud:
        blok.lijst = _nummer(blok)
    for blokken, lijsten, soort in ((nieuw, in_nieuw, "nieuw"), (bewerkt, in_bewerkt, "eigen")):
        namen = {ander: van for van, ander in lijsten.items()}
        for blok in blokken:
            nummer = _nummer(blok)
            blok.lijst = namen.get(nummer, f"{soort} {nummer}") if nummer else ""
    return in_nieuw, in_bewerkt


def _paren(blokken: Iterable[tuple[Blok, Blok]]) -> dict[str, str]:
    """Pair lists by the first block that they share: a list that was cut in two keeps its first part."""
    uit: dict[str, str] = {}
    gebruikt: set[str] = set()
    for a, b in blokken:
        van, naar = _nummer(a), _nummer(b)
        if van and naar and naar not in gebruikt and van not in uit:
            uit[van] = naar
            gebruikt.add(naar)
    return uit


def _nummer(blok: Blok) -> str:
    """Return the number of the list that a paragraph itself names; its style may name another."""
    return waarde(blok.element, "pPr", "numPr", "numId")
