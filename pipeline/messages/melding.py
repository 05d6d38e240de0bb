"""How a finding is put into words."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Melding(NamedTuple):
    """A finding in words; `{staat_er}` and `{aanvulling}` are filled in per case."""

    ernst: Literal["fout", "waarschuwing", "tip"]
    wat: str
    verwacht: str
    doe: str
    stopt: bool = False
    """Whether no document can be made at all; anything else leaves an open place in a concept."""
