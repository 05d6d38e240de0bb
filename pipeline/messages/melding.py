"""How a finding is put into words."""

from __future__ import annotations

from typing import Literal, NamedTuple

LeftOut = Literal["", "cell", "words", "form", "row", "column", "rest", "sheet"]
"""The cell, some of its words, its form alone, its row, its column, all beside the table from there on, or
the sheet."""


class Melding(NamedTuple):
    """A finding in words; `{staat_er}` and `{aanvulling}` are filled in per case."""

    ernst: Literal["fout", "waarschuwing", "tip"]
    wat: str
    verwacht: str
    doe: str
    stopt: bool = False
    """Whether no document can be made at all; anything else leaves an open place in a concept."""
    left_out: LeftOut = ""
    """What of its place it says is not in the plan or not as typed; the account misses nothing else."""
