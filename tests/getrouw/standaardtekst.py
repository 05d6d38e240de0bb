"""Reads the frozen standard text: the lines of a part of the plan, each with its form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.getrouw.items import (
    ALINEA,
    CEL_ALINEA,
    FASE,
    KOP,
    LEGE_CEL,
    OPSOMMING,
    TABELKOP,
    Cel,
)

BRONNEN = Path(__file__).parent / "bronnen"

_DEEL = re.compile(r"<!-- (.*?) -->\n(.*?)(?=<!--|\Z)", re.DOTALL)
_KEUZE = re.compile(r"\{\{(?P<onze>[^{}|]*)\|(?P<anders>[^{}]*)\}\}")
_GAT = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of the standard text: its form and its text in Markdown."""

    vorm: str
    md: str
    niveau: int = 0
    cel: Cel | None = None


def regels(deel: str, waarden: Mapping[str, str], plan: str = "") -> tuple[Regel, ...]:
    """Return a part of the standard text: as `plan` published it, or else in the better reading."""

    def keuze(match: re.Match[str]) -> str:
        anders = dict(stuk.split(": ") for stuk in match["anders"].split("|"))
        return anders.get(plan, match["onze"])

    tekst = _KEUZE.sub(keuze, _delen()[deel])
    tekst = _GAT.sub(lambda match: waarden[match[1]], tekst)
    return tuple(_ontleed(deel, tekst))


@cache
def _delen() -> dict[str, str]:
    tekst = (BRONNEN / "standaardtekst.md").read_text(encoding="utf-8")
    return {match[1]: match[2] for match in _DEEL.finditer(tekst)}


def _ontleed(deel: str, tekst: str) -> Iterator[Regel]:
    rij = 0
    for regel in filter(None, tekst.split("\n")):
        rij = rij + 1 if regel.startswith("|") else 0
        if rij:
            for kolom, inhoud in enumerate(regel.strip("|").split("|"), start=1):
                vorm = TABELKOP if rij == 1 else CEL_ALINEA if inhoud.strip() else LEGE_CEL
                for alinea in inhoud.strip().split(" / "):
                    yield Regel(vorm, alinea, cel=Cel(deel, rij, kolom))
        elif match := re.match(r"(#+) ", regel):
            yield Regel(KOP, regel[match.end() :], niveau=len(match[1]))
        elif regel.startswith("- "):
            yield Regel(OPSOMMING, regel[2:])
        else:
            yield Regel(FASE if re.match(r"Fase \d: ", regel) else ALINEA, regel)
