"""The unified forms: where a document may differ from what was published, read from one short list."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tests.getrouw.items import AFBEELDING, ALINEA, BIJSCHRIFT, KOP, OMSLAG
from tests.getrouw.markdown import kale_tekst
from tests.getrouw.ruw import KOPREGEL, KOPTEKST, TEKST, TITEL, Ruw

LIJST = Path(__file__).with_name("eenvormig.toml")

AARD_BIJ_SOORT = {
    "titel van een kernaanpak": TITEL,
    "vaste kop": KOPTEKST,
    "standaardtekst": TEKST,
    "paginaverwijzing": TEKST,
    "kopregel van een tabel": KOPREGEL,
}
"""What may be unified; the text of a wijk itself may not."""
VORMEN_BIJ_TOEVOEGING = {
    "vaste kop": {KOP},
    "standaardtekst": {ALINEA},
    "eigen toevoeging": {OMSLAG, AFBEELDING, BIJSCHRIFT},
}
"""What a document may have that its published plan had not."""


@dataclass(frozen=True, slots=True)
class Eenvorm:
    """One line of the list. A newline in `onze` begins a new paragraph."""

    soort: str
    plan: str
    gepubliceerd: str
    onze: str
    waarom: str
    keer: int = 1
    geheel: bool = False
    """Whether the published form is the whole text, rather than a part of it."""
    onder: str = ""
    """How a heading begins under which this holds; empty: everywhere."""
    na: str = ""
    """For what we add: how the item begins that it follows."""
    vorm: str = ""
    niveau: int = 0

    def __post_init__(self) -> None:
        """Refuse what the list may not hold."""
        toevoeging = not self.gepubliceerd
        toegestaan = (
            self.vorm in VORMEN_BIJ_TOEVOEGING.get(self.soort, set())
            if toevoeging
            else self.soort in AARD_BIJ_SOORT and not (self.vorm or self.na or self.niveau)
        )
        if not toegestaan or not (self.onze and self.waarom and self.keer) or toevoeging != bool(self.na):
            raise ValueError(f"Dit mag niet in de lijst van eenvormige vormen: {self}")


@dataclass(frozen=True, slots=True)
class Toegepast:
    """The items in our forms, and how often each line of the list was used."""

    items: list[Ruw]
    keren: Counter[Eenvorm]


@cache
def lijst() -> tuple[Eenvorm, ...]:
    """Read the list."""
    return tuple(Eenvorm(**regel) for regel in tomllib.loads(LIJST.read_text(encoding="utf-8"))["vorm"])


def voor_plan(plan: str) -> list[Eenvorm]:
    """Return the lines that hold for a plan."""
    return [eenvorm for eenvorm in lijst() if eenvorm.plan in {plan, "beide"}]


def pas_toe(plan: str, items: Sequence[Ruw]) -> Toegepast:
    """Put our forms in the place of the published ones."""
    vormen = voor_plan(plan)
    keren: Counter[Eenvorm] = Counter()
    uit: list[Ruw] = []
    for item, koppen in _met_koppen(items):
        passend = [vorm for vorm in vormen if vorm.gepubliceerd and _past(vorm, item, koppen)]
        uit += _vervang(item, passend, keren)
    for vorm in vormen:
        if not vorm.gepubliceerd:
            uit = _voeg_toe(uit, vorm, keren)
    return Toegepast(uit, keren)


def _met_koppen(items: Sequence[Ruw]) -> Iterator[tuple[Ruw, list[str]]]:
    """Give every item with the headings that it stands under."""
    koppen: list[Ruw] = []
    for item in items:
        if item.vorm == KOP:
            koppen = [kop for kop in koppen if kop.niveau < item.niveau]
        yield item, [kale_tekst(kop.md) for kop in koppen]
        if item.vorm == KOP:
            koppen.append(item)


def _onder(vorm: Eenvorm, koppen: Sequence[str]) -> bool:
    return not vorm.onder or any(kop.startswith(vorm.onder) for kop in koppen)


def _past(vorm: Eenvorm, item: Ruw, koppen: Sequence[str]) -> bool:
    gevonden = item.md == vorm.gepubliceerd if vorm.geheel else vorm.gepubliceerd in item.md
    return gevonden and item.aard == AARD_BIJ_SOORT[vorm.soort] and _onder(vorm, koppen)


def _vervang(item: Ruw, vormen: Sequence[Eenvorm], keren: Counter[Eenvorm]) -> Iterator[Ruw]:
    """Replace all published forms at once, so that none can meet what another put in."""
    stukken = [item.md]
    for vorm in vormen:
        nieuw: list[str] = []
        for plek, stuk in enumerate(stukken):
            if plek % 2:
                nieuw.append(stuk)
                continue
            delen = stuk.split(vorm.gepubliceerd)
            keren[vorm] += len(delen) - 1
            for deel in delen[:-1]:
                nieuw += [deel, vorm.onze]
            nieuw.append(delen[-1])
        stukken = nieuw
    eerste, *rest = "".join(stukken).split("\n")
    yield replace(item, md=eerste)
    for alinea in rest:
        yield replace(item, md=alinea, vorm=ALINEA, niveau=0)


def _voeg_toe(items: Sequence[Ruw], vorm: Eenvorm, keren: Counter[Eenvorm]) -> list[Ruw]:
    uit: list[Ruw] = []
    for item, koppen in _met_koppen(items):
        uit.append(item)
        if kale_tekst(item.md).startswith(vorm.na) and _onder(vorm, koppen):
            uit.append(Ruw(vorm.vorm, vorm.onze, niveau=vorm.niveau))
            keren[vorm] += 1
    return uit
