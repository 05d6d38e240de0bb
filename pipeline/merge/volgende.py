"""The base of the next run: the new version, but as it was where a change was not put in."""

from __future__ import annotations

from lxml.etree import _Element

from pipeline.merge.blokken import Blok, Cel
from pipeline.merge.overnemen import Overnemer
from pipeline.merge.reeks import Reeks
from pipeline.merge.wml import PPR, kind, maak, ouder, verwijder, zet_in_volgorde


class VolgendeBasis:
    """Undoes changes in the tree of the new version, so that the next run finds them again."""

    def __init__(self, overnemer: Overnemer, delen: tuple[str, str]) -> None:
        self.overnemer = overnemer
        """Brings elements of the base into the new version."""
        self._delen = delen

    def vervang(self, nieuw: Blok | Cel, oud: Blok | Cel) -> None:
        """Put a block or cell of the base in the place of its new version."""
        kopie = self.overnemer.neem_over(oud.element, *self._delen)
        sectie = kind(nieuw.element, "pPr", "sectPr")
        if sectie is not None:  # a section keeps its end, with its headers
            _met_sectie(kopie, sectie)
        ouder(nieuw.element).replace(nieuw.element, kopie)
        nieuw.element = kopie  # what comes back beside it must find it

    def haal_weg(self, nieuw: _Element) -> None:
        """Take out a block that the base did not have; the end of a section stays."""
        if kind(nieuw, "pPr", "sectPr") is None:
            verwijder(nieuw)
            return
        for deel in [deel for deel in nieuw if deel.tag != PPR]:
            nieuw.remove(deel)

    def zet_terug(self, reeks: Reeks, i: int) -> None:
        """Put a block of the base back, behind the block that it followed."""
        kopie = self.overnemer.neem_over(reeks.oud[i].element, *self._delen)
        buur = reeks.vorige_in_nieuw(i)
        if buur is not None:
            buur.addnext(kopie)
        else:
            er_nog = [blok.element for blok in reeks.nieuw if blok.element.getparent() is not None]
            if er_nog:
                er_nog[0].addprevious(kopie)
        reeks.terug[i] = kopie


def _met_sectie(alinea: _Element, sectie: _Element) -> None:
    """Have a paragraph end a section."""
    eigenschappen = kind(alinea, "pPr")
    if eigenschappen is None:
        eigenschappen = maak("pPr")
        alinea.insert(0, eigenschappen)
    zet_in_volgorde(eigenschappen, sectie)
