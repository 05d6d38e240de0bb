"""What every form of the list of findings shares: groups by sheet, counts in words, colours, clean text."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from pipeline.bevinding import Bevinding, Ernst, Plaats, WordPlaats, gesorteerd

ERNSTEN: tuple[Ernst, ...] = ("fout", "waarschuwing", "tip")
"""From grave to light."""
GEEN = "Geen bevindingen."


class Kleur(NamedTuple):
    """A calm fill and the ink on it (hexadecimal); their contrast is at least 4.5 to 1."""

    vulling: str
    inkt: str


KLEUREN: dict[Ernst, Kleur] = {
    "fout": Kleur("FBE3E6", "8F0A1F"),
    "waarschuwing": Kleur("FFF1C7", "5C4400"),
    "tip": Kleur("E8EEF5", "12355B"),
}
"""Never the only thing that tells how grave a finding is: the word stands with it."""

_MEERVOUD: dict[Ernst, str] = {"fout": "fouten", "waarschuwing": "waarschuwingen", "tip": "tips"}
_ONZICHTBAAR = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
"""Characters that steer a terminal, turn text around, or cannot stand in HTML or in Excel."""


def per_blad(bevindingen: list[Bevinding]) -> list[tuple[Plaats | WordPlaats, list[Bevinding]]]:
    """Group the findings by file and sheet (of a Word file: by heading), each group in its own order."""
    groepen = groupby(gesorteerd(bevindingen), key=lambda b: _deel(b.plaats))
    return [(blad, list(groep)) for blad, groep in groepen]


def _deel(plaats: Plaats | WordPlaats) -> Plaats | WordPlaats:
    return type(plaats)(plaats.bestand, plaats.blad)


def zelfde(groep: list[Bevinding]) -> list[tuple[Bevinding, str]]:
    """Put together the findings of one sheet that say the same; return each with all of its places."""
    samen: dict[tuple[str, ...], list[Bevinding]] = {}
    for bevinding in groep:
        sleutel = (bevinding.code, bevinding.wat, bevinding.verwacht, bevinding.doe)
        samen.setdefault(sleutel, []).append(bevinding)
    return [(bevindingen[0], plekken(bevindingen)) for bevindingen in samen.values()]


def plekken(bevindingen: list[Bevinding]) -> str:
    """Return all places of some findings of one sheet."""
    namen = list(dict.fromkeys(plek(bevinding.plaats) for bevinding in bevindingen))
    if len(namen) == 1:
        return namen[0]
    if all(isinstance(bevinding.plaats, WordPlaats) for bevinding in bevindingen):
        return "; ".join(namen)
    return f"cel {bereiken([bevinding.plaats.cel for bevinding in bevindingen])}"


def telling(bevindingen: list[Bevinding]) -> str:
    """Count the findings in words: '2 fouten, 5 waarschuwingen, 1 tip'."""
    delen = []
    for ernst in ERNSTEN:
        aantal = sum(bevinding.ernst == ernst for bevinding in bevindingen)
        if aantal:
            delen.append(f"{aantal} {ernst if aantal == 1 else _MEERVOUD[ernst]}")
    return ", ".join(delen) or GEEN


def plek(plaats: Plaats | WordPlaats) -> str:
    """Return where on its sheet, or below its heading, a finding stands."""
    if isinstance(plaats, WordPlaats):
        return f"bij '{plaats.tekst}'" if plaats.tekst else "hele deel" if plaats.kop else "hele bestand"
    if plaats.cel:
        return f"cel {plaats.cel}"
    return "hele blad" if plaats.blad else "hele bestand"


def bereiken(cellen: list[str], hooguit: int = 0) -> str:
    """Name cells as a person would: 'B7, C9:C12'; the cells stand in the order of the sheet.

    With `hooguit`, of more parts than that only the first, with the number of cells.
    """
    per_kolom: dict[str, list[int]] = {}
    overig = []
    for cel in cellen:
        match = re.fullmatch(r"([A-Z]+)(\d+)", cel)
        if match is None:
            overig.append(cel)
        else:
            per_kolom.setdefault(match[1], []).append(int(match[2]))
    delen = []
    for kolom, rijen in per_kolom.items():
        # Rows that follow each other differ as much from their number in the list.
        for _, groep in groupby(enumerate(sorted(rijen)), key=lambda paar: paar[1] - paar[0]):
            reeks = [rij for _, rij in groep]
            begin, eind = f"{kolom}{reeks[0]}", f"{kolom}{reeks[-1]}"
            delen.append(begin if begin == eind else f"{begin}:{eind}")
    delen = overig + delen
    if hooguit and len(delen) > hooguit:
        return f"{', '.join(delen[:hooguit])} ... ({len(cellen)} cellen)"
    return ", ".join(delen)


def zichtbaar(tekst: str) -> str:
    """Return text of people with one kind of line break and without characters that nobody can see."""
    return _ONZICHTBAAR.sub("�", tekst.replace("\r\n", "\n").replace("\r", "\n"))
