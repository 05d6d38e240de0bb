"""What is remembered of earlier merges: what was put in, and what waits for staff to decide."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from pipeline.merge.blokken import Blok
from pipeline.merge.koppelen import koppel_bewerkt
from pipeline.merge.opmerkingen import Opmerkingen
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
    def van_json(cls, tekst: str) -> Stand:
        """Read what was kept; a damaged text counts as nothing."""
        try:
            inhoud = json.loads(tekst)
            return cls(*([Wijziging(**regel) for regel in inhoud[naam]] for naam in ("verwerkt", "open")))
        except (ValueError, KeyError, TypeError):
            return cls()

    def volgende(self, wijzigingen: list[Wijziging]) -> Stand:
        """Return what is to be remembered after a merge with this outcome."""
        nu = [wijziging for wijziging in wijzigingen if wijziging.uitkomst == "verwerkt"]
        sleutels = {wijziging.sleutel for wijziging in nu}
        eerder = [wijziging for wijziging in self.verwerkt if wijziging.sleutel not in sleutels]
        open_ = [wijziging for wijziging in wijzigingen if wijziging.uitkomst in ("botsing", "ongeplaatst")]
        return Stand([*eerder, *nu], open_)


def afgehandeld(stand: Stand, opmerkingen: Opmerkingen) -> set[tuple[str, str, str]]:
    """Return the changes that staff settled in Word: they took away the comment, or marked it as done."""
    nog_open = opmerkingen.onbeslist()
    return {w.inhoud for w in stand.open if w.opmerking and w.opmerking not in nog_open}


def nog_open(stand: Stand, opmerkingen: Opmerkingen, nu: list[Wijziging]) -> list[Wijziging]:
    """Return the changes of form that still wait: each is told as long as its comment is there.

    The base has moved on past them, so a merge does not find them again.
    """
    open_, gezien = opmerkingen.onbeslist(), {(w.wat, w.plek) for w in nu}
    return [
        w for w in stand.open if w.wat == "opmaak" and w.opmerking in open_ and (w.wat, w.plek) not in gezien
    ]


def geweigerd(stand: Stand, basis: list[Blok], nieuw: list[Blok], bewerkt: list[Blok]) -> list[Wijziging]:
    """Return the changes that were put in, that staff turned back, and that the data still have."""
    paren = koppel_bewerkt(basis, bewerkt)
    over = {blok.tekst for j, blok in enumerate(bewerkt) if j not in set(paren.values())}
    plekken = _plekken(basis, bewerkt, paren)
    in_nieuw = {blok.tekst for blok in _alle(nieuw)}
    uit = []
    for wijziging in stand.verwerkt:
        if wijziging.was == wijziging.wordt:
            continue  # another form of the same words
        oud, hier = plekken.get(wijziging.sleutel, ("", None))
        if wijziging.wat == "gewijzigd":
            was, wordt = (tekst.rpartition("\t")[2] for tekst in (wijziging.was, wijziging.wordt))
            terug = oud == wordt and hier == was
        elif wijziging.wat == "nieuw":
            terug = oud == wijziging.wordt and hier is None and wijziging.wordt in in_nieuw
        else:
            terug = wijziging.wat == "vervallen" and wijziging.was in over and wijziging.was not in in_nieuw
        if terug:
            uit.append(wijziging)
    return uit


def _plekken(
    basis: list[Blok], bewerkt: list[Blok], paren: dict[int, int]
) -> dict[str, tuple[str, str | None]]:
    """Return for each key the text of its block in the base and in the edited file, cells included."""
    uit: dict[str, tuple[str, str | None]] = {}
    for i, blok in enumerate(basis):
        ander = bewerkt[paren[i]] if i in paren else None
        if blok.rijen:
            rijen = ander.rijen if ander is not None else []
            uit |= _plekken(blok.rijen, rijen, koppel_bewerkt(blok.rijen, rijen))
            continue
        uit[blok.sleutel] = (blok.tekst, None if ander is None else ander.tekst)
        for nummer, cel in enumerate(blok.cellen):
            hier = None if ander is None or nummer >= len(ander.cellen) else ander.cellen[nummer].tekst
            uit[f"{blok.sleutel}.{nummer}"] = (cel.tekst, hier)
    return uit


def _alle(blokken: list[Blok]) -> list[Blok]:
    return [*blokken, *(rij for blok in blokken for rij in blok.rijen)]
