"""Understands the figures of the sheet Wijkgegevens: shares, numbers, and the signs for no figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from pipeline.workbook.cel import Cel
from pipeline.workbook.numbers import gedrukt
from pipeline.workbook.sheets import WijkgegevenRij

Soort = Literal["aandeel", "getal", "geen", "onbegrepen"]
"""A share in percents, any other number, a sign for no figure (or an empty cell), and all else."""

GROOTST = 10**12
"""A number from here on is no figure; far below what a Decimal can round."""

_ONTBREEKT = re.compile(r"[xX.*–—-]|[-\u2212]?\d[\d., ]{0,20}%?\s?\*")
"""The official signs; a provisional figure ('6.230*') is one too: nothing is computed with it."""
_GETAL = re.compile(r"(?P<min>[-\u2212]?)\s?(?P<cijfers>\d[\d., ]{0,20})\s?(?P<procent>%|procent)?")
_DUIZENDTALLEN = re.compile(r"[1-9]\d{0,2}([. ]\d{3})+(,\d+)?|\d+(,\d+)?")
_PUNT_ALS_KOMMA = re.compile(r"\d+\.\d+")
_LABEL_AANDEEL = re.compile(r"%|percentage|aandeel")
_LABEL_VERDELING = re.compile(r"\d\s*[-–+]|(een|twee|meer)persoons|gezin|huurwoning|koopwoning")
"""Labels of what is nearly always a share: age groups, household types and tenure."""


class Cijfer(NamedTuple):
    """One figure as it was understood."""

    cel: Cel
    soort: Soort
    waarde: Decimal = Decimal(0)
    """A share in percents: 13.1 for 13,1%. Nothing for what is no figure."""
    omgezet: bool = False
    """Whether a share was typed without a percent sign, as 13.1 or as 0.131."""

    @property
    def bekend(self) -> bool:
        return self.soort in ("aandeel", "getal")

    @property
    def gelezen(self) -> str:
        """The figure as it was understood, in the house style."""
        kaal = f"{self.waarde:f}".replace(".", ",")
        return f"{kaal}%" if self.soort == "aandeel" else gedrukt(float(self.waarde), "General") or kaal

    @property
    def decimalen(self) -> int:
        """How many decimals the cell shows."""
        komma = re.search(r",(\d+)", self.cel.tekst)
        return len(komma[1]) if komma else 0


@dataclass(frozen=True)
class Cijferrij:
    """One indicator with its figures by column."""

    rij: WijkgegevenRij
    groep: str
    """The heading under which the row stands in the plan, in lower case; that of a row above it if empty."""
    aandeel: bool
    """Whether the figures should be percentages."""
    cijfers: dict[str, Cijfer]

    @property
    def label(self) -> str:
        return " ".join(self.rij.indicator.tekst.casefold().split())

    @property
    def inwoners(self) -> bool:
        """Whether the figures are numbers of inhabitants."""
        genoemd = re.match(r"(aantal )?inwoners\b(?!.* per )|inwonertal\b", self.label)
        return genoemd is not None and not self.aandeel

    def bekend(self) -> list[Cijfer]:
        """Return the figures that are known and of the kind of this row."""
        soort = "aandeel" if self.aandeel else "getal"
        return [cijfer for cijfer in self.cijfers.values() if cijfer.soort == soort]


def lees_cijfers(rijen: list[WijkgegevenRij]) -> Iterator[Cijferrij]:
    """Read the figures of a table; what a number without a percent sign is shows from its row."""
    groep = ""
    for rij in rijen:
        groep = " ".join(rij.groep.tekst.casefold().split()) or groep
        aandeel = _is_aandeel(rij)
        yield Cijferrij(
            rij, groep, aandeel, {kop: lees_cijfer(cel, aandeel=aandeel) for kop, cel in rij.vrij.items()}
        )


def per_groep(rijen: list[WijkgegevenRij]) -> dict[str, list[Cijferrij]]:
    """Return the rows of a table by the heading under which they stand."""
    groepen: dict[str, list[Cijferrij]] = {}
    for rij in lees_cijfers(rijen):
        groepen.setdefault(rij.groep, []).append(rij)
    return groepen


def lees_cijfer(cel: Cel, *, aandeel: bool) -> Cijfer:
    """Read one figure. In a row of shares a number below 1 is a fraction: 0.131 is 13,1%."""
    tekst = " ".join(cel.tekst.split())
    if cel.leeg or _ONTBREEKT.fullmatch(tekst):
        return Cijfer(cel, "geen")
    getypt = _getal(cel, tekst, aandeel=aandeel)
    if getypt is None or abs(getypt.waarde) >= GROOTST:
        return Cijfer(cel, "onbegrepen")
    waarde, procent = getypt
    if procent:
        return Cijfer(cel, "aandeel", waarde)
    if aandeel and abs(waarde) <= 100:
        return Cijfer(cel, "aandeel", waarde.scaleb(2) if abs(waarde) < 1 else waarde, omgezet=True)
    return Cijfer(cel, "getal", waarde)


class _Getal(NamedTuple):
    waarde: Decimal
    procent: bool


def _getal(cel: Cel, tekst: str, *, aandeel: bool) -> _Getal | None:
    """Return the number in a cell, and whether a percent sign stands by it."""
    waarde = cel.waarde
    if isinstance(waarde, str):
        return _uit_tekst(tekst, aandeel=aandeel)
    if isinstance(waarde, bool) or not isinstance(waarde, int | float) or not abs(waarde) < GROOTST:
        return None  # not a number (NaN) is not below it either
    procent = "%" in cel.notatie
    # Ten decimals: what a computer adds behind them (0.30000000000000004) nobody typed.
    getal = Decimal(str(round(waarde, 10)))
    return _Getal(getal.scaleb(2) if procent else getal, procent)


def _uit_tekst(tekst: str, *, aandeel: bool) -> _Getal | None:
    """Read a typed number: in Dutch, or with a dot as the comma where that cannot be thousands."""
    match = _GETAL.fullmatch(tekst)
    if match is None:
        return None
    cijfers, procent = match["cijfers"].strip(), bool(match["procent"])
    if _PUNT_ALS_KOMMA.fullmatch(cijfers) and (aandeel or procent or not _DUIZENDTALLEN.fullmatch(cijfers)):
        kaal = cijfers
    elif _DUIZENDTALLEN.fullmatch(cijfers):
        kaal = re.sub(r"[. ]", "", cijfers).replace(",", ".")
    else:
        return None
    return _Getal(Decimal(("-" if match["min"] else "") + kaal), procent)


def _is_aandeel(rij: WijkgegevenRij) -> bool:
    """Tell whether a row should hold percentages: by its name, else by most of its figures."""
    label = rij.indicator.tekst.casefold().strip()
    if _LABEL_AANDEEL.search(label):
        return True
    if label.startswith("aantal"):
        return False
    cijfers = [cijfer for cel in rij.vrij.values() if (cijfer := lees_cijfer(cel, aandeel=False)).bekend]
    aandelen = [cijfer for cijfer in cijfers if cijfer.soort == "aandeel"]
    kan = all(cijfer.waarde <= 100 for cijfer in cijfers if cijfer.soort == "getal")
    if kan and _LABEL_VERDELING.search(label):
        return True
    return bool(aandelen) and len(aandelen) * 2 >= len(cijfers)
