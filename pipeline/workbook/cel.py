"""A cell that was read: its value, its text with form, and its place."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pipeline.bevinding import Plaats
from pipeline.markup import Runs
from pipeline.names import clean, key

Waarde = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | None


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell of a workbook, as saved; knows its place until it has been checked."""

    waarde: Waarde
    runs: Runs
    """The text as it is printed, with bold and italic; for a number, written in Dutch."""
    notatie: str
    """Number format of Excel, such as '0.0%'."""
    plaats: Plaats

    @property
    def tekst(self) -> str:
        """The printed text, without form; empty for an empty cell."""
        return "".join(run.tekst for run in self.runs)

    @property
    def leeg(self) -> bool:
        """Whether there is nothing in the cell that anyone can see."""
        return not clean(self.tekst)

    @property
    def key(self) -> str:
        """What is the same for all ways of typing the name in this cell."""
        return key(self.tekst)
