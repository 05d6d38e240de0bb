"""Notes for each block of the edited file under which keys it is found in the next run."""

from __future__ import annotations

from lxml.etree import _Element

from pipeline.merge.blokken import Blok
from pipeline.merge.koppelen import koppel_bewerkt
from pipeline.merge.wml import TBL, rijen


class Sleutelboek:
    """The keys of the blocks, rows of tables included."""

    def __init__(self) -> None:
        self.per_element: dict[_Element, list[str]] = {}
        """For each paragraph and row in the edited file the keys of the blocks that are in it."""

    def ken(self, bewerkt: Blok | None, nieuw: Blok) -> None:
        """Note that a block of the new version is this one."""
        if bewerkt is not None and nieuw.soort != TBL:
            self.per_element.setdefault(bewerkt.element, []).extend(nieuw.sleutels)

    def ken_oud(self, bewerkt: Blok | None, oud: Blok) -> None:
        """Note the keys that a block had: what was not put in is looked for under these in the next run."""
        if bewerkt is None or oud.soort != TBL:
            self.ken(bewerkt, oud)
            return
        for i, k in koppel_bewerkt(oud.rijen, bewerkt.rijen).items():
            self.ken(bewerkt.rijen[k], oud.rijen[i])

    def ken_rijen(self, oud: Blok, nieuw: Blok, tabel: Blok) -> None:
        """Note the keys of the rows of a table that did not change."""
        van_boven = list(reversed(tabel.rijen))
        met_sleutel = {sleutel: rij for rij in van_boven for sleutel in rij.sleutels}
        met_tekst = {rij.tekst: rij for rij in van_boven}
        for was, rij in zip(oud.rijen, nieuw.rijen, strict=True):
            gevonden = (met_sleutel[sleutel] for sleutel in was.sleutels if sleutel in met_sleutel)
            self.ken(next(gevonden, None) or met_tekst.get(was.tekst), rij)

    def ken_nieuw(self, element: _Element, nieuw: Blok) -> None:
        """Note the keys of a block that was put in."""
        if nieuw.soort != TBL:
            self.per_element[element] = list(nieuw.sleutels)
            return
        for rij, blok in zip(rijen(element), nieuw.rijen, strict=True):
            self.per_element[rij] = list(blok.sleutels)

    def vergeet(self, bewerkt: Blok) -> None:
        """Forget a block that goes."""
        self.per_element.pop(bewerkt.element, None)
