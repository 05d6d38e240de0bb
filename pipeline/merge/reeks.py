"""A series of blocks in three versions, and where in the edited one a change belongs."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from lxml.etree import _Element

from pipeline.merge.blokken import Blok
from pipeline.merge.driewegs import Botsing
from pipeline.merge.koppelen import Paren
from pipeline.merge.wml import TBL, TR, P, kind, merkteken, w

LINKS, RECHTS = "links", "rechts"
"""The sides of a place: behind the block before it, or before the block behind it."""
_LANG = 20
"""Characters from which a text that stands elsewhere cannot stand there by chance."""


@dataclass
class Reeks:
    """A series of blocks in three versions."""

    oud: list[Blok]
    nieuw: list[Blok]
    bewerkt: list[Blok]
    paren: Paren
    """Which block of the base is which of the new version."""
    naar_bewerkt: dict[int, int]
    """Which block of the base is which in the edited file."""
    weg: set[int] = field(default_factory=set)
    """Which blocks of the edited file go away, or to another place, in this run."""
    terug: dict[int, _Element] = field(default_factory=dict)
    """Blocks of the base that were put back in the new version."""
    cursor: dict[tuple[int, str], _Element] = field(default_factory=dict)
    """What was put in last at each place."""

    def __post_init__(self) -> None:
        self.in_nieuw = dict(self.paren)
        self.van_bewerkt = {k: i for i, k in self.naar_bewerkt.items()}
        self._gepaard = [i for i, _ in self.paren]
        self._ertussen: dict[int, tuple[range, Blok | None] | None] = {}
        self._blijvers: dict[int, int] = {}
        self._gastheren: dict[int, Blok | None] = {}
        self._buren: dict[int, Blok | None] = {}

    def plek(self, nieuw: Blok, na: int) -> tuple[Blok, str]:
        """Return beside which edited block a new one comes, and on which side of it.

        `na` is the block of the base that it follows.  Raises Botsing when staff changed something there.
        """
        if nieuw.soort == TR and not self._even_breed:
            raise Botsing
        deel = self._volgend_deel(nieuw, na)
        if deel is not None:
            return deel, RECHTS
        links, rechts = self._naast(na)
        for k in reversed(links):
            if self._sectie(k, na) == nieuw.sectie and not self._is_aangesloten(k):
                return self.bewerkt[k], LINKS
            if self._sectie(k, na) == nieuw.sectie and k in self.weg:  # the end of a section stays
                return self.bewerkt[k], RECHTS
        in_sectie = rechts is not None and (not links or nieuw.sectie == self.oud[na + 1].sectie)
        if rechts is None or not in_sectie or any(self._sectie(k, na) == nieuw.sectie for k in links):
            raise Botsing
        return rechts, RECHTS

    def _naast(self, na: int) -> tuple[range, Blok | None]:
        """Return the edited blocks behind which, and the one before which, what follows a block belongs.

        What goes away in this run stands between nothing.  Raises Botsing when something else does.
        """
        if na not in self._ertussen:
            self._ertussen[na] = self._zoek_naast(na)
        gevonden = self._ertussen[na]
        if gevonden is None:
            raise Botsing
        return gevonden

    def _zoek_naast(self, na: int) -> tuple[range, Blok | None] | None:
        m = self.naar_bewerkt.get(na + 1)
        if m is None and na + 1 < len(self.oud):
            return None
        tot = len(self.bewerkt) if m is None else m
        rechts = None if m is None else self.bewerkt[m]
        van = self.naar_bewerkt.get(na, -1)
        if van in self.weg and van + 1 == tot:
            return range(van, tot), rechts
        i = self._laatste_die_blijft(na)
        k = self.naar_bewerkt.get(i, -1)
        if (k < 0 <= i) or k >= tot or any(x not in self.weg for x in range(k + 1, tot)):
            return None
        return range(max(k, 0), tot), rechts

    def _is_aangesloten(self, k: int) -> bool:
        """Whether nothing can come behind an edited block: it ends its section, or it joins the next."""
        element = self.bewerkt[k].element
        # What goes away in this run has no text left to join with.
        weg = any(merkteken(element, naam) is not None for naam in ("del", "moveFrom"))
        return (weg and k not in self.weg) or kind(element, "pPr", "sectPr") is not None

    def _laatste_die_blijft(self, na: int) -> int:
        """Return the block of the base, up to this one, that the next run still has; -1 for none."""
        i = na
        while i >= 0 and i not in self._blijvers and self._gaat(i):
            i -= 1
        self._blijvers[na] = self._blijvers.get(i, i)
        return self._blijvers[na]

    def _gaat(self, i: int) -> bool:
        """Whether the next run has a block of the base no more."""
        if i in self.in_nieuw:
            return False
        k = self.naar_bewerkt.get(i)
        return k in self.weg if k is not None else self.gastheer(i) is None

    def _sectie(self, k: int, anders: int) -> int:
        """Return the section of the base in which an edited block stood."""
        return self.oud[self.van_bewerkt.get(k, anders)].sectie

    def _volgend_deel(self, nieuw: Blok, na: int) -> Blok | None:
        """Return the edited heading before which a new part of the plan belongs, whatever staff put there.

        What stands before a heading belongs to the part above it; so a part that begins with a
        heading as high comes between the two.  None when it is not so.
        """
        m = self.naar_bewerkt.get(na + 1)
        if m is None:
            return None
        volgende, rechts = self.oud[na + 1], self.bewerkt[m]
        begint = nieuw.niveau > 0 and 0 < volgende.niveau <= nieuw.niveau
        if not begint and (na, RECHTS) not in self.cursor:
            return None
        past = nieuw.sectie == volgende.sectie and rechts.niveau == volgende.niveau
        return rechts if past and self._deel_ervoor_is_heel(na, m) else None

    def _deel_ervoor_is_heel(self, na: int, m: int) -> bool:
        """Whether the headings before an edited block are those before it in the base."""
        boven = self._laatste_die_blijft(na)
        while boven >= 0 and not self.oud[boven].niveau:
            boven = self._laatste_die_blijft(boven - 1)
        begin = self.naar_bewerkt.get(boven, len(self.bewerkt))
        koppen = [k for k in range(begin, m) if self.bewerkt[k].niveau and k not in self.weg]
        return koppen == [begin]

    def eronder(self, i: int, k: int) -> list[tuple[Blok | None, Blok]]:
        """Return what stands below an edited heading, with its base; without what stays in the data.

        Below a heading that gives way to another one as high stands what comes before that.
        """
        hoog = self.bewerkt[k].niveau
        if not hoog:
            return []
        plek = bisect_left(self._gepaard, i)
        begin = self.paren[plek - 1][1] + 1 if plek else 0
        volgende, tot = self.paren[plek] if plek < len(self.paren) else (len(self.oud), len(self.nieuw))
        einde = len(self.bewerkt)
        if any(0 < blok.niveau <= self.oud[i].niveau for blok in self.nieuw[begin:tot]):
            einde = self.naar_bewerkt.get(volgende, einde)
        uit: list[tuple[Blok | None, Blok]] = []
        for m in range(k + 1, einde):
            if 0 < self.bewerkt[m].niveau <= hoog:
                break
            x = self.van_bewerkt.get(m)
            if x not in self.in_nieuw:
                uit.append((None if x is None else self.oud[x], self.bewerkt[m]))
        return uit

    def er_nog(self, blok: Blok, kant: str) -> tuple[_Element, str]:
        """Return beside which element something comes; a block that went at once gives way to the one before.

        Raises Botsing when nothing is left to go by.
        """
        if blok.element.getparent() is not None:
            return blok.element, kant
        k = self.bewerkt.index(blok)
        voor = [b.element for b in self.bewerkt[:k] if b.element.getparent() is not None]
        na = [b.element for b in self.bewerkt[k:] if b.element.getparent() is not None]
        if not voor and not na:
            raise Botsing
        return (voor[-1], LINKS) if voor else (na[0], RECHTS)

    def laatste(self, blok: Blok) -> bool:
        """Whether a paragraph is the last of its container, whose end cannot be deleted."""
        return blok.soort == P and is_laatste(blok.element)

    def gastheer(self, i: int) -> Blok | None:
        """Return the edited block that took in the text of a block of the base."""
        if i not in self._gastheren:
            self._gastheren[i] = self._zoek_gastheer(i)
        return self._gastheren[i]

    def _zoek_gastheer(self, i: int) -> Blok | None:
        oud, hier = self.oud[i], self.naar_bewerkt.get(i)
        plekken = {k for sleutel in oud.sleutels for k in self._met_sleutel.get(sleutel, ())}
        gevonden = {k for k in plekken if oud.soort != TBL and self.bewerkt[k].soort == oud.soort}
        if len(oud.tekst) > _LANG:
            gevonden |= {
                k
                for k, eigen in self._aangevuld
                # A block that had these words of itself did not take them in.
                if self.bewerkt[k].soort == oud.soort
                and oud.tekst in self.bewerkt[k].tekst
                and oud.tekst not in eigen
            }
        return min(((k, self.bewerkt[k]) for k in gevonden - {hier}), default=(0, None))[1]

    @cached_property
    def _even_breed(self) -> bool:
        return _breedte(self.oud) == _breedte(self.bewerkt)

    @cached_property
    def _met_sleutel(self) -> dict[str, list[int]]:
        uit: dict[str, list[int]] = {}
        for k, blok in enumerate(self.bewerkt):
            for sleutel in blok.sleutels:
                uit.setdefault(sleutel, []).append(k)
        return uit

    @cached_property
    def _aangevuld(self) -> list[tuple[int, str]]:
        """The edited blocks that read otherwise than their base, with the text of that."""
        paren = ((k, self.oud[x].tekst) for x, k in self.naar_bewerkt.items())
        return [(k, tekst) for k, tekst in paren if self.bewerkt[k].tekst != tekst]

    def buur(self, i: int) -> Blok | None:
        """Return the nearest edited block that stays before a place in the base, or else after it."""
        if i not in self._buren:
            self._buren[i] = self._zoek_buur(i)
        return self._buren[i]

    def _zoek_buur(self, i: int) -> Blok | None:
        for plek in chain(range(min(i, len(self.oud)) - 1, -1, -1), range(i, len(self.oud))):
            k = self.naar_bewerkt.get(plek)
            if k is not None and k not in self.weg:
                return self.bewerkt[k]
        return None

    def staat_er_al(self, nieuw: Blok) -> bool:
        """Whether staff put the same block in themselves."""
        return len(nieuw.tekst) > _LANG and (nieuw.soort, nieuw.tekst) in self._van_staf

    @cached_property
    def _van_staf(self) -> set[tuple[str, str]]:
        """What stands in the edited file and not in the base."""
        vrij = (blok for k, blok in enumerate(self.bewerkt) if k not in self.van_bewerkt)
        return {(blok.soort, blok.tekst) for blok in vrij}

    def vorige_in_nieuw(self, i: int) -> _Element | None:
        """Return the element of the new version behind which a block of the base belongs."""
        for x in range(i - 1, -1, -1):
            if x in self.terug:
                return self.terug[x]
            if x in self.in_nieuw:
                return self.nieuw[self.in_nieuw[x]].element
        return None


def verplaatsingen(oud: list[Blok], nieuw: list[Blok], paren: Paren) -> dict[int, int]:
    """Return which blocks went away at one place and came at another."""
    blijft, bleef = {i for i, _ in paren}, {j for _, j in paren}
    weg = [(blok.soort, blok.tekst, i) for i, blok in enumerate(oud) if i not in blijft]
    erbij = [(blok.soort, blok.tekst, j) for j, blok in enumerate(nieuw) if j not in bleef]
    aantal_weg, aantal_erbij = (Counter(tekst for _, tekst, _ in lijst) for lijst in (weg, erbij))
    waarheen = {(soort, tekst): j for soort, tekst, j in erbij if aantal_erbij[tekst] == 1}
    return {
        i: waarheen[soort, tekst]
        for soort, tekst, i in weg
        if aantal_weg[tekst] == 1 and (soort, tekst) in waarheen
    }


def _breedte(rijen: list[Blok]) -> int:
    """Return how many cells the rows of a table have."""
    return max((len(rij.cellen) for rij in rijen), default=0)


def is_laatste(element: _Element) -> bool:
    """Whether an element is the last before the end of the document, a header or a cell."""
    volgende = element.getnext()
    return volgende is None or volgende.tag == w("sectPr")
