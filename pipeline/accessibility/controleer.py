"""Asks every question of one Word file, whoever made it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from docx.document import Document

from pipeline.accessibility.gegevens import eigenschappen
from pipeline.accessibility.lezen import WordBestand
from pipeline.accessibility.revisies import open_revisies
from pipeline.accessibility.vragen import REVISIES, VRAGEN
from pipeline.bevinding import Bevinding, WordPlaats, gesorteerd
from pipeline.document.accepted import aanvaard
from pipeline.document.openen import open_word, sloten

MAX_PER_CODE = 25
"""Places that are told of one code; of what comes after that only the number."""


@dataclass(frozen=True)
class Antwoord:
    """What a question gave: its words, its criterion of WCAG, and its findings (none: it is in order)."""

    vraag: str
    criterium: str
    bevindingen: list[Bevinding]


@dataclass(frozen=True)
class Nagekeken:
    """All that was found in one Word file."""

    bevindingen: list[Bevinding]
    """In the order of the text."""
    antwoorden: list[Antwoord]
    """To every question; none for a file that cannot be read."""
    titel: str
    datum: datetime.datetime | None
    """When it was last changed, as the file itself says."""

    def without(self, codes: frozenset[str]) -> list[Bevinding]:
        """Return the findings without those of some codes, and without how many more of these there are."""
        left_out = {
            bevinding
            for antwoord in self.antwoorden
            if any(bevinding.code in codes for bevinding in antwoord.bevindingen)
            for bevinding in antwoord.bevindingen
            if bevinding.code in (*codes, "word-meer")
        }
        return [bevinding for bevinding in self.bevindingen if bevinding not in left_out]

    @property
    def leesbaar(self) -> bool:
        return bool(self.antwoorden)

    @property
    def onverwerkt(self) -> bool:
        """Whether tracked changes or comments are open in it."""
        return any(bevinding.code in ("word-wijziging", "word-opmerking") for bevinding in self.bevindingen)


def controleer_word(pad: Path) -> list[Bevinding]:
    """Return all findings on a Word file, in the order of its text; one for a file that cannot be read.

    A document with open changes is looked at as if they were accepted; the changes are findings
    themselves.  Raises OSError when the file cannot be read at all.
    """
    return kijk_na(pad).bevindingen


def kijk_na(pad: Path) -> Nagekeken:
    """Ask every question of a Word file.  Raises OSError as `controleer_word` does."""
    bevindingen = staat_open(pad)
    document = open_word(pad, bevindingen)
    if document is None:
        return Nagekeken(bevindingen, [], "", None)
    antwoorden = list(_vraag_alles(document, pad.name))
    alles = gesorteerd(bevindingen + [b for antwoord in antwoorden for b in antwoord.bevindingen])
    gevonden = eigenschappen(document)
    if gevonden is None:
        return Nagekeken(alles, antwoorden, "", None)
    return Nagekeken(alles, antwoorden, gevonden.title, gevonden.modified)


def staat_open(pad: Path) -> list[Bevinding]:
    """Return a finding when another program has the file open: only what was saved last is read."""
    return [Bevinding("word-open", WordPlaats(pad.name), aanvulling=slot.name) for slot in sloten(pad)[:1]]


def _vraag_alles(document: Document, naam: str) -> Iterator[Antwoord]:
    yield Antwoord(REVISIES.tekst, REVISIES.criterium, _begrensd(open_revisies(document, naam)))
    aanvaard(document)
    bestand = WordBestand(naam, document)
    for vraag in VRAGEN:
        yield Antwoord(vraag.tekst, vraag.criterium, _begrensd(vraag.antwoord(bestand)))


def _begrensd(bevindingen: Iterable[Bevinding]) -> list[Bevinding]:
    """Return the first findings of every code, and for the rest how many there are."""
    aantal: Counter[str] = Counter()
    uit: list[Bevinding] = []
    laatste: dict[str, Bevinding] = {}
    for bevinding in bevindingen:
        aantal[bevinding.code] += 1
        laatste[bevinding.code] = bevinding
        if aantal[bevinding.code] <= MAX_PER_CODE:
            uit.append(bevinding)
    for code, hoe_vaak in aantal.items():
        if hoe_vaak > MAX_PER_CODE:
            uit.append(
                Bevinding(
                    "word-meer",
                    laatste[code].plaats,
                    str(hoe_vaak - MAX_PER_CODE),
                    laatste[code].wat.rstrip("."),
                )
            )
    return uit
