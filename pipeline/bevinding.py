"""A bevinding: one thing that a check found in the input, with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from pipeline.messages import BEVINDINGEN

LANGSTE = 200
"""Characters that a finding quotes of what stands in a cell."""

Ernst = Literal["fout", "waarschuwing", "tip"]


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where a value stands: file name, sheet name and cell ('B7'); sheet and cell may be empty."""

    bestand: str
    blad: str = ""
    cel: str = ""
    volgorde: int = field(default=0, compare=False)
    """Which sheet of its workbook this is, from 1; 0 where that is not known."""

    def van_blad(self) -> Plaats:
        """Return the sheet as a whole."""
        return Plaats(self.bestand, self.blad, volgorde=self.volgorde)

    def sorteersleutel(self) -> tuple[str, str, int, int]:
        """Sort by file, sheet, row and column, so that Z100 comes before AA100."""
        match = re.fullmatch(r"([A-Z]+)(\d+)", self.cel)
        if match is None:
            return (self.bestand, self.blad, 0, 0)
        kolom = 0
        for letter in match[1]:
            kolom = kolom * 26 + ord(letter) - ord("A") + 1
        return (self.bestand, self.blad, int(match[2]), kolom)

    def __str__(self) -> str:
        delen = [self.bestand]
        if self.blad:
            delen.append(f"blad {self.blad}")
        if self.cel:
            delen.append(f"cel {self.cel}")
        return ", ".join(delen)


@dataclass(frozen=True, slots=True)
class WordPlaats:
    """Where something stands in a Word file or its PDF: below which heading, and at which words."""

    bestand: str
    kop: str = ""
    """The nearest heading above it, as a reader sees it; empty for what is not in the text."""
    tekst: str = ""
    """The begin of its own text, or what it is ('tabel 3'); empty for the whole part."""
    volgorde: int = 0
    """Its rank in the order of the document, for sorting."""

    @property
    def blad(self) -> str:
        return self.kop

    @property
    def cel(self) -> str:
        return self.tekst

    def sorteersleutel(self) -> tuple[str, str, int, int]:
        """Sort by file, and in it by the order of the document."""
        return (self.bestand, "", self.volgorde, 0)

    def __str__(self) -> str:
        delen = [self.bestand]
        if self.kop:
            delen.append(f"onder '{self.kop}'")
        if self.tekst:
            delen.append(f"bij '{self.tekst}'")
        return ", ".join(delen)


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One finding: a code from the table of messages, its place and what stands there."""

    code: str
    plaats: Plaats | WordPlaats
    staat_er: str = ""
    aanvulling: str = ""
    """What only this case knows (the names there are, a near miss); fills `{aanvulling}`."""

    @property
    def ernst(self) -> Ernst:
        return BEVINDINGEN[self.code].ernst

    @property
    def stopt(self) -> bool:
        """Whether no document can be made at all."""
        return BEVINDINGEN[self.code].stopt

    @property
    def left_out(self) -> bool:
        """Whether it says that something typed is not in the plan, or not as it was typed."""
        return BEVINDINGEN[self.code].left_out != ""

    @property
    def wat(self) -> str:
        return self._vul(BEVINDINGEN[self.code].wat)

    @property
    def verwacht(self) -> str:
        return self._vul(BEVINDINGEN[self.code].verwacht)

    @property
    def doe(self) -> str:
        return self._vul(BEVINDINGEN[self.code].doe)

    def _vul(self, sjabloon: str) -> str:
        kort = self.staat_er if len(self.staat_er) <= LANGSTE else f"{self.staat_er[:LANGSTE]} ..."
        gaten = {"{staat_er}": kort, "{aanvulling}": self.aanvulling}
        return re.sub("|".join(map(re.escape, gaten)), lambda gat: gaten[gat[0]], sjabloon)


def gesorteerd(bevindingen: list[Bevinding]) -> list[Bevinding]:
    """Return the findings by file, sheet as they stand in the workbook, row and column."""
    bladen: dict[tuple[str, str], int] = {}
    for bevinding in bevindingen:
        plaats = bevinding.plaats
        if isinstance(plaats, Plaats):
            blad = (plaats.bestand, plaats.blad)
            bladen[blad] = max(bladen.get(blad, 0), plaats.volgorde)

    def sleutel(bevinding: Bevinding) -> tuple[object, ...]:
        plaats = bevinding.plaats
        volgorde = bladen[plaats.bestand, plaats.blad] if isinstance(plaats, Plaats) else 0
        return plaats.bestand, volgorde, plaats.sorteersleutel(), bevinding.code, bevinding.staat_er

    return sorted(bevindingen, key=sleutel)
