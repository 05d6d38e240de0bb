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

_ONTBREEKT = re.compile(r"[xX.*–—-]|[-\u2212]?\d[\d., ]{0,20}%?\s?\*{1,2}")
"""The official signs; a provisional figure ('6.230*') is one too: nothing is computed with it."""
_GETAL = re.compile(
    r"(?P<min>[-\u2212]?)\s?(?P<munt>€|EUR)?\s?(?P<cijfers>\d[\d., ]{0,20})\s?(?P<procent>%|procent)?"
)
_DUIZENDTALLEN = re.compile(r"[1-9]\d{0,2}([. ]\d{3})+(,\d+)?|\d+(,\d+)?")
_PUNT_ALS_KOMMA = re.compile(r"\d+\.\d+")
_GETOOND = re.compile(r"(?P<voor>\D*)(?P<cijfers>\d+(?:\.\d{3})*(?:,\d+)?)(?P<na>.*)")
"""A number as Excel shows it, with the words and signs of its format around it."""
_GETYPT_PROCENT = "0.00%"
"""The format that Excel gives to '13,1%' typed in a cell of the format General."""
_MIN = re.compile(r"[-\u2212(]")
_LABEL_AANDEEL = re.compile(r"%|percentage|\bprocent\b|aandeel")
_LABEL_VERDELING = re.compile(
    r"\b(?:jongeren|kinderen|jeugd|jongvolwassenen|volwassenen|ouderen|senioren|inwoners|leeftijd\w*)?\s?"
    r"\(?\d{1,3}\s*(?:[-–]\s*\d{1,3}(?:\s*jaar)?\b|\+|jaar (?:en|of) ouder)"
    r"|(een|twee|meer)persoons|gezin|huurwoning|koopwoning"
)
"""Labels of what is nearly always a share: age groups, household types and tenure."""
_LABEL_GETAL = re.compile(
    r"^aantal|gemiddeld|\bgem\.|cijfer\b|score|schaal|index|\bper\b|ratio|verhouding"
    r"|€|\beuro\b|\beur\b|prijs|waarde\b|inkomen\b|bedrag|kosten|\bkm\b|kilometer|\bmeter|\bm[²2³3]\b|afstand"
    r"|oppervlakte|dichtheid|\bminuten\b|\buren\b|\bdagen\b|\bkwh\b|graden|\bjaartal\b|bouwjaar"
)
"""Labels of what is no share, whatever else is in them: averages, marks, ratios, amounts and measures."""


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
    def getoond(self) -> str:
        """The figure as it is printed."""
        return " ".join(self.cel.tekst.split())

    @property
    def gelezen(self) -> str:
        """The figure as it was understood, in the house style; of a number, as it is printed."""
        if not isinstance(self.cel.waarde, str):
            return self.getoond
        if self.soort == "aandeel":
            return f"{self.waarde:f}%".replace(".", ",")
        return gedrukt(float(self.waarde), "General", huisstijl=True) or self.getoond

    @property
    def letterlijk(self) -> bool:
        """Whether what is printed is how it was understood; plain digits, without a dot, are as clear."""
        kaal = re.sub(r"^(-?)(?:€|EUR) ?", r"\1", self.getoond.replace("\u2212", "-"))
        return kaal in (self.gelezen, self.gelezen.replace(".", ""))

    @property
    def getypt(self) -> str:
        """The number in the cell, where its format shows less of it."""
        waarde = self.cel.waarde
        return (gedrukt(waarde, "General") if isinstance(waarde, int | float) else None) or self.getoond

    @property
    def decimalen(self) -> int:
        """How many decimals the cell shows."""
        return len(self._decimalen())

    def met_nullen(self, aantal: int) -> bool:
        """Whether a percentage has only zeros beyond this number of decimals, which Excel adds in typing."""
        return self.cel.notatie == _GETYPT_PROCENT and not self._decimalen()[aantal:].strip("0")

    def _decimalen(self) -> str:
        komma = re.search(r",(\d+)", self.cel.tekst)
        return komma[1] if komma else ""


@dataclass(frozen=True)
class Cijferrij:
    """One indicator with its figures by column."""

    rij: WijkgegevenRij
    groep: str
    """The heading under which the row stands in the plan, in lower case; that of a row above it if empty."""
    aandeel: bool
    """Whether the figures should be percentages."""
    zeker: bool
    """Whether that shows from its name, its figures or the rows around it, and is no mere guess."""
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


def als_procent(waarde: Decimal) -> str:
    """Return a share, in percents, as it is printed."""
    return f"{waarde.normalize():f}%".replace(".", ",")


def lees_cijfers(rijen: list[WijkgegevenRij]) -> Iterator[Cijferrij]:
    """Read the figures of a table; what a number without a percent sign is shows from its row."""
    groep = ""
    groepen = []
    for rij in rijen:
        groep = " ".join(rij.groep.tekst.casefold().split()) or groep
        groepen.append(groep)
    met_procent = {groep for groep, rij in zip(groepen, rijen, strict=True) if groep and _in_procenten(rij)}
    for groep, rij in zip(groepen, rijen, strict=True):
        aandeel = _is_aandeel(rij)
        cijfers = {kop: lees_cijfer(cel, aandeel=aandeel) for kop, cel in rij.vrij.items()}
        zeker = aandeel and _is_zeker(rij, cijfers, in_procenten=groep in met_procent)
        yield Cijferrij(rij, groep, aandeel, zeker, cijfers)


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
    """Return the number in a cell, and whether a percent sign stands by it, as it is printed."""
    waarde = cel.waarde
    if isinstance(waarde, str):
        return _uit_tekst(tekst, aandeel=aandeel)
    if isinstance(waarde, bool) or not isinstance(waarde, int | float) or not abs(waarde) < GROOTST:
        return None  # not a number (NaN) is not below it either
    match = _GETOOND.fullmatch(tekst)
    if match is None:
        return None
    cijfers = Decimal(match["cijfers"].replace(".", "").replace(",", "."))
    getal = -cijfers if waarde < 0 and _MIN.search(match["voor"]) else cijfers
    return _Getal(getal, "%" in match["na"] or "%" in match["voor"])


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
    if label.startswith("aantal"):
        return False
    if _LABEL_AANDEEL.search(label) or _in_procenten(rij):
        return True
    if _LABEL_GETAL.search(label) or not _LABEL_VERDELING.search(label):
        return False
    cijfers = _bekende(rij)
    return all(cijfer.waarde <= 100 for cijfer in cijfers if cijfer.soort == "getal")


def _in_procenten(rij: WijkgegevenRij) -> bool:
    """Whether at least half of the figures of a row have a percent sign."""
    cijfers = _bekende(rij)
    aandelen = [cijfer for cijfer in cijfers if cijfer.soort == "aandeel"]
    return bool(aandelen) and len(aandelen) * 2 >= len(cijfers)


def _bekende(rij: WijkgegevenRij) -> list[Cijfer]:
    return [cijfer for cel in rij.vrij.values() if (cijfer := lees_cijfer(cel, aandeel=False)).bekend]


def noemt_procenten(label: str) -> bool:
    """Whether the name of an indicator says that its figures are percentages, so that they may do without."""
    return re.search(r"%|percentage|\bprocent\b", label.casefold()) is not None


def _is_zeker(rij: WijkgegevenRij, cijfers: dict[str, Cijfer], *, in_procenten: bool) -> bool:
    """Whether a row surely holds percentages that should have their sign."""
    aandelen = [cijfer for cijfer in cijfers.values() if cijfer.soort == "aandeel"]
    if any(not cijfer.omgezet for cijfer in aandelen):
        return True
    breuken = [cijfer for cijfer in aandelen if cijfer.waarde != _kaal(cijfer)]
    label = rij.indicator.tekst.casefold()
    if noemt_procenten(label):
        return len(breuken) == len(aandelen)
    return bool(breuken) or in_procenten or _LABEL_AANDEEL.search(label) is not None


def _kaal(cijfer: Cijfer) -> Decimal:
    """Return the number of a share as it is printed, without reading a fraction as a percentage."""
    getypt = _getal(cijfer.cel, cijfer.getoond, aandeel=True)
    return getypt.waarde if getypt else cijfer.waarde
