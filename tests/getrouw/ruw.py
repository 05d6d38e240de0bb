"""The items of a published plan, their text still in Markdown, and the frozen JSON that they come from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.getrouw.items import Cel
from tests.getrouw.standaardtekst import BRONNEN

PLANNEN = ("nieuwland", "vbl")

EIGEN, TITEL, KOPTEKST, TEKST, KOPREGEL = "eigen", "titel", "kop", "tekst", "kopregel"
"""Whose text it is: the wijk's own, the title of a kernaanpak, or a standard heading, text or header row."""


class Tekst(str):
    """A text that knows its place in the JSON: 'annexes[0].clusters[1].title'."""

    __slots__ = ("plek",)

    plek: str

    def __new__(cls, tekst: str, plek: str) -> Tekst:
        """Make a text with its place."""
        zelf = super().__new__(cls, tekst)
        zelf.plek = plek
        return zelf


@dataclass(frozen=True, slots=True)
class Ruw:
    """An item in its published form."""

    vorm: str
    md: str
    aard: str = EIGEN
    niveau: int = 0
    cel: Cel | None = None
    bron: tuple[str, ...] = ()
    """The places in the JSON that its text comes from."""


def ruw(vorm: str, *delen: str, aard: str = EIGEN, niveau: int = 0, cel: Cel | None = None) -> Ruw:
    """Make an item of pieces of text, of which those from the JSON know where they stood."""
    bron = tuple(deel.plek for deel in delen if isinstance(deel, Tekst))
    return Ruw(vorm, "".join(delen), aard, niveau, cel, bron)


def lees(plan: str) -> Any:
    """Read the JSON of a plan, in which every text knows its place."""
    return _merk(json.loads((BRONNEN / f"{plan}.json").read_text(encoding="utf-8")), "")


def teksten(waarde: Any) -> Iterator[Tekst]:
    """Give every text in (a part of) the JSON."""
    if isinstance(waarde, Tekst):
        yield waarde
    elif isinstance(waarde, dict | list):
        for deel in waarde.values() if isinstance(waarde, dict) else waarde:
            yield from teksten(deel)


def _merk(waarde: Any, plek: str) -> Any:
    if isinstance(waarde, str):
        return Tekst(waarde, plek)
    if isinstance(waarde, dict):
        return {naam: _merk(deel, f"{plek}.{naam}".lstrip(".")) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_merk(deel, f"{plek}[{nummer}]") for nummer, deel in enumerate(waarde)]
    return waarde
