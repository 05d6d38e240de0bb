"""What a user wants done with a Word file that staff edited."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Aanpak:
    """What is to be done with a Word file that staff edited."""

    bewerkt: Path | None = None
    """The edited file; None for the one in outputs/."""
    opnieuw: bool = False
    """Start afresh: the edited file goes to the archive."""
    markeren: bool = True
    """Put changes in as tracked changes."""


GEWOON = Aanpak()
