"""What is remembered of earlier merges: what was put in, and what waits for staff to decide."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from pipeline.wijziging import Wijziging


@dataclass(frozen=True)
class Stand:
    """What earlier merges did, as it is kept beside each version."""

    verwerkt: list[Wijziging] = field(default_factory=list)
    """Put in, and still so in the data: staff may have rejected it since."""
    open: list[Wijziging] = field(default_factory=list)
    """Not put in, for staff to settle."""

    def als_json(self) -> str:
        """Return the text to keep."""
        lijsten = {"verwerkt": self.verwerkt, "open": self.open}
        inhoud = {naam: [wijziging.als_dict() for wijziging in lijst] for naam, lijst in lijsten.items()}
        return json.dumps(inhoud, ensure_ascii=False, indent=1, sort_keys=True)

    @classmethod
    def van_json(cls, tekst: bytes) -> Stand:
        """Read what was kept; a damaged text counts as nothing."""
        try:
            inhoud = json.loads(tekst)
            return cls(*([_wijziging(regel) for regel in inhoud[naam]] for naam in ("verwerkt", "open")))
        except (ValueError, KeyError, TypeError):
            return cls()

    def volgende(self, wijzigingen: list[Wijziging]) -> Stand:
        """Return what is to be remembered after a merge with this outcome."""
        nu = [wijziging for wijziging in wijzigingen if wijziging.uitkomst == "verwerkt"]
        sleutels = {wijziging.sleutel for wijziging in nu}
        eerder = [wijziging for wijziging in self.verwerkt if wijziging.sleutel not in sleutels]
        open_ = [wijziging for wijziging in wijzigingen if wijziging.uitkomst in ("botsing", "ongeplaatst")]
        return Stand([*eerder, *nu], open_)


def _wijziging(regel: dict[str, Any]) -> Wijziging:
    """Return a change that was kept; raises TypeError for one with other fields, or with what is no text."""
    wijziging = Wijziging(**regel)
    if not all(isinstance(waarde, str) for waarde in wijziging.als_dict().values()):
        raise TypeError
    return wijziging


def nog_open(stand: Stand, onbeslist: set[str], nu: list[Wijziging]) -> list[Wijziging]:
    """Return the changes of form that still wait: each is told as long as its comment is there.

    The base has moved on past them, so a merge does not find them again.
    """
    wachten = onbeslist - {wijziging.opmerking for wijziging in nu}
    return [w for w in stand.open if w.wat == "opmaak" and w.opmerking in wachten]
