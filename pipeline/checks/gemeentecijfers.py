"""Rules on the figures of the whole gemeente, which every wijk takes from the same sources."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from pipeline.bevinding import Bevinding
from pipeline.build.reference_year import reference_year
from pipeline.build.waarden import namen
from pipeline.checks.getallen import Cijfer, Cijferrij, lees_cijfers, per_groep
from pipeline.checks.invoer import Invoer, Regel
from pipeline.names import key
from pipeline.workbook.cel import Cel

AFGEROND = 10
"""How far two counts of the same from 1000 on may be apart: they are randomly rounded."""


def zelfde_gemeentecijfer(invoer: Invoer) -> Iterator[Bevinding]:
    """Two indicators of one group have different figures for the gemeente.

    Left out are the same indicator for two wijken ('Aantal inwoners Calveen'), whole percentages
    (50%) and 0: those are easily the same.
    """
    wijken = _wijknamen(invoer)
    for rijen in per_groep(invoer.wijk.wijkgegevens).values():
        gezien: dict[tuple[str, Decimal], Cijferrij] = {}
        for rij in rijen:
            cijfer = _gemeentecijfer(invoer, rij)
            if cijfer is None or not cijfer.waarde:
                continue
            if cijfer.soort == "aandeel" and cijfer.waarde == int(cijfer.waarde):
                continue
            eerder = gezien.setdefault((cijfer.soort, cijfer.waarde), rij)
            if _kern(eerder, wijken) != _kern(rij, wijken):
                label = eerder.rij.indicator.tekst.strip()
                yield Bevinding("gemeentecijfer-dubbel", cijfer.cel.plaats, cijfer.gelezen, label)


def gemeentecijfers_van_andere_wijken(invoer: Invoer) -> Iterator[Bevinding]:
    """For the same indicator, year and source each wijk has the same figure for the gemeente."""
    wijken = _wijknamen(invoer)
    elders: dict[tuple[str, str, str], dict[str, list[Cijfer]]] = defaultdict(lambda: defaultdict(list))
    for wijk, rijen in invoer.andere.items():
        for rij in rijen:
            cijfer = _gemeentecijfer(invoer, rij)
            if cijfer is not None:
                elders[_sleutel(rij, wijken)][wijk].append(cijfer)
    for rij in lees_cijfers(invoer.wijk.wijkgegevens):
        cijfer, sleutel = _gemeentecijfer(invoer, rij), _sleutel(rij, wijken)
        if cijfer is None or not all(sleutel):
            continue
        anders = [
            f"{cijfers[0].gelezen} ({cijfers[0].cel.plaats})"
            for cijfers in elders.get(sleutel, {}).values()
            if not any(_gelijk(cijfer, ander) for ander in cijfers)
        ]
        if anders:
            plaats = cijfer.cel.plaats
            yield Bevinding("gemeentecijfer-verschilt", plaats, cijfer.gelezen, "; ".join(anders))


def _gemeentecijfer(invoer: Invoer, rij: Cijferrij) -> Cijfer | None:
    """Return the known figure in the column of the gemeente, whose header is its name."""
    if invoer.gemeente.gemeente is None:
        return None
    naam = _zonder_gemeente(invoer.gemeente.gemeente.naam.tekst)
    cijfers = (cijfer for kop, cijfer in rij.cijfers.items() if _zonder_gemeente(kop) == naam)
    return next((cijfer for cijfer in cijfers if cijfer.bekend), None)


def _zonder_gemeente(naam: str) -> str:
    return key(naam).removeprefix("gemeente ")


def _wijknamen(invoer: Invoer) -> re.Pattern[str]:
    """Return what finds every known name of a wijk, the longest first."""
    cellen: Iterable[Cel] = (rij.wijken for rij in invoer.gemeente.wijkcombinaties)
    wijken = {key(naam) for cel in cellen for naam in namen(cel)}
    wijken |= {key(naam) for naam in invoer.plan.wijken}
    wijken |= {key(kop) for rij in invoer.wijk.wijkgegevens[:1] for kop in rij.vrij}
    wijken |= {key(kop) for rijen in invoer.andere.values() for rij in rijen[:1] for kop in rij.cijfers}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(wijken, key=len, reverse=True)))})\b")


def _kern(rij: Cijferrij, wijken: re.Pattern[str]) -> str:
    """Return the name of an indicator without what differs per workbook: wijk, 'jaar', punctuation."""
    return re.sub(r"\bjaar\b|[^\w+]|_", "", wijken.sub("", rij.label))


def _sleutel(rij: Cijferrij, wijken: re.Pattern[str]) -> tuple[str, str, str]:
    bron = re.sub(r"\W", "", rij.rij.bron.key)
    jaar = reference_year(rij.rij.jaar)
    return _kern(rij, wijken), jaar.text if jaar else "", bron


def _gelijk(een: Cijfer, ander: Cijfer) -> bool:
    """Tell whether two figures can be the same, one of them rounded further than the other."""
    stap = Decimal(1).scaleb(-min(een.decimalen, ander.decimalen))
    if een.soort == "getal" and min(een.waarde, ander.waarde) >= 1000:
        stap = Decimal(2 * AFGEROND)
    return een.soort == ander.soort and abs(een.waarde - ander.waarde) * 2 <= stap


REGELS: tuple[Regel, ...] = (zelfde_gemeentecijfer, gemeentecijfers_van_andere_wijken)
