"""Finds what staff turned back in Word of what earlier merges put in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.merge.blokken import Blok
from pipeline.merge.koppelen import altijd_in_de_reeks, koppel_bewerkt
from pipeline.merge.stand import Stand
from pipeline.merge.tekst import woorden
from pipeline.merge.wml import INS, TR, kind, van_ons
from pipeline.sequences import opcodes
from pipeline.wijziging import Wijziging


def geweigerd(stand: Stand, basis: list[Blok], nieuw: list[Blok], bewerkt: list[Blok]) -> list[Wijziging]:
    """Return the changes that were put in, that staff turned back, and that the data still have."""
    if not stand.verwerkt:
        return []
    zicht = _Zicht()
    zicht.vergelijk(basis, bewerkt)
    in_nieuw = {blok.tekst for blok in [*nieuw, *(rij for blok in nieuw for rij in blok.rijen)]}
    return [wijziging for wijziging in stand.verwerkt if _is_terug(wijziging, zicht, in_nieuw)]


@dataclass(frozen=True, slots=True)
class _Plek:
    """A block or cell of the base, and what became of it in the edited file."""

    oud: str
    hier: str | None
    """Its text in the edited file; None when it is not there."""
    zelfde_vorm: bool = True
    op_volgorde: bool = True
    """False when it stands elsewhere among the others, and is not an insertion that is still open."""


@dataclass
class _Zicht:
    """The edited file as seen from the base."""

    plekken: dict[str, _Plek] = field(default_factory=dict)
    """By the key of a block, that of a row with the number of a cell, and 'tabel' with that of a table."""
    over: set[str] = field(default_factory=set)
    """Texts of blocks that the base does not have."""

    def vergelijk(self, basis: list[Blok], bewerkt: list[Blok]) -> None:
        """Look at a series of blocks, and at the rows of its tables."""
        paren = koppel_bewerkt(basis, bewerkt)
        self.over |= {blok.tekst for j, blok in enumerate(bewerkt) if j not in set(paren.values())}
        vast = altijd_in_de_reeks(paren)
        for i, blok in enumerate(basis):
            ander = bewerkt[paren[i]] if i in paren else None
            hier = None if ander is None else ander.tekst
            if blok.rijen:
                self.plekken[f"tabel {blok.sleutel}"] = _Plek(blok.tekst, hier)
                self.vergelijk(blok.rijen, [] if ander is None else ander.rijen)
                continue
            vorm = ander is None or _zelfde_vorm([blok], [ander])
            op_volgorde = ander is None or i in vast or _is_onbeslist(ander)
            self.plekken[blok.sleutel] = _Plek(blok.tekst, hier, vorm, op_volgorde)
            for nummer, cel in enumerate(blok.cellen):
                cel_hier = None if ander is None or nummer >= len(ander.cellen) else ander.cellen[nummer]
                self.plekken[f"{blok.sleutel}.{nummer}"] = (
                    _Plek(cel.tekst, None)
                    if cel_hier is None
                    else _Plek(cel.tekst, cel_hier.tekst, _zelfde_vorm(cel.alineas, cel_hier.alineas))
                )


def _is_onbeslist(blok: Blok) -> bool:
    """Whether a block still is an insertion of the program, which staff neither accepted nor rejected."""
    if blok.soort == TR:
        return van_ons(kind(blok.element, "trPr", "ins"))
    return any(van_ons(om) for stuk in blok.inhoud.stukken[:1] for om in stuk.runs[0].iterancestors(INS))


def _is_terug(wijziging: Wijziging, zicht: _Zicht, in_nieuw: set[str]) -> bool:
    sleutel = f"tabel {wijziging.sleutel}" if wijziging.wat == "kolommen" else wijziging.sleutel
    plek = zicht.plekken.get(sleutel, _Plek("", None))
    was, wordt = wijziging.was, wijziging.wordt
    if wijziging.wat == "gewijzigd":
        was, wordt = (tekst.rpartition("\t")[2] for tekst in (was, wordt))
        if was == wordt:
            return plek.oud == plek.hier == wordt and not plek.zelfde_vorm
        return plek.oud == wordt and _is_deels_terug(was, wordt, plek.hier)
    if wijziging.wat == "kolommen":
        return plek.oud == wordt and plek.hier == was
    if wijziging.wat == "nieuw":
        if not plek.oud:
            plek = zicht.plekken.get(f"tabel {wijziging.sleutel}", plek)
        return plek.oud == wordt and plek.hier is None and wordt in in_nieuw
    if wijziging.wat == "verplaatst":
        return plek.oud == plek.hier == wordt and not plek.op_volgorde
    return wijziging.wat == "vervallen" and was in zicht.over and was not in in_nieuw


def _is_deels_terug(was: str, wordt: str, hier: str | None) -> bool:
    """Whether one of the changes from a text to another is undone in the text as it is here."""
    if hier is None or hier == was:
        return hier == was
    delen = [re.findall(r"\w+|\W", tekst) for tekst in (wordt, was, hier)]
    return bool(_wissels(delen[0], delen[1]) & _wissels(delen[0], delen[2]))


def _wissels(a: list[str], b: list[str]) -> set[tuple[int, int, tuple[str, ...]]]:
    """Return which words of one text give way to which words of another."""
    return {(i1, i2, tuple(b[j1:j2])) for soort, i1, i2, j1, j2 in opcodes(a, b) if soort != "equal"}


def _zelfde_vorm(a: list[Blok], b: list[Blok]) -> bool:
    return len(a) == len(b) and all(
        x.stijl == y.stijl and woorden(x.inhoud.stukken) == woorden(y.inhoud.stukken)
        for x, y in zip(a, b, strict=True)
    )
