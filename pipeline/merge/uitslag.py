"""The outcome of merging one part: its changes, and which block has which key in the next run."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from pipeline.wijziging import Wijziging


@dataclass
class Uitslag:
    """What was done to the blocks of one part."""

    wijzigingen: list[Wijziging]
    sleutels: dict[_Element, list[str]]
    """For each block in the edited file the keys of the blocks of the new version that are in it."""
    afgehandeld: list[Wijziging]
    """Changes that staff settled in Word: not told again."""
    titels: set[str]
    """The headings of all three versions."""
