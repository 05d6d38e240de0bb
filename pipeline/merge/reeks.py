"""A series of blocks in three versions, and where in the edited one a change belongs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

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

    def plek(self, nieuw: Blok, na: int) -> tuple[Blok, str]:
        """Return beside which edited block a new one comes, and on which side of it.

        `na` is the block of the base that it follows.  Raises Botsing when staff changed something there.
        """
        if nieuw.soort == TR and _breedte(self.oud) != _breedte(self.bewerkt):
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
        m = self.naar_bewerkt.get(na + 1)
        if m is None and na + 1 < len(self.oud):
            raise Botsing
        tot = len(self.bewerkt) if m is None else m
        rechts = None if m is None else self.bewerkt[m]
        van = self.naar_bewerkt.get(na, -1)
        if van in self.weg and van + 1 == tot:
            return range(van, tot), rechts
        i = self._laatste_die_blijft(na)
        k = self.naar_bewerkt.get(i, -1)
        if (k < 0 <= i) or k >= tot or any(x not in self.weg for x in range(k + 1, tot)):
            raise Botsing
        return range(max(k, 0), tot), rechts

    def _is_aangesloten(self, k: int) -> bool:
        """Whether nothing can come behind an edited block: it ends its section, or it joins the next."""
        element = self.bewerkt[k].element
        # What goes away in this run has no text left to join with.
        weg = any(merkteken(element, naam) is not None for naam in ("del", "moveFrom"))
        return (weg and k not in self.weg) or kind(element, "pPr", "sectPr") is not None

    def _laatste_die_blijft(self, na: int) -> int:
        """Return the block of the base, up to this one, that the next run still has; -1 for none."""
        for i in range(na, -1, -1):
            k = self.naar_bewerkt.get(i)
            gaat = i not in self.in_nieuw and (k in self.weg if k is not None else self.gastheer(i) is None)
            if not gaat:
                return i
        return -1

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
        einde = len(self.bewerkt) if hoog else 0
        if self._maakt_plaats(i):
            einde = self.naar_bewerkt.get(self._volgende_in_beide(i), einde)
        uit: list[tuple[Blok | None, Blok]] = []
        for m in range(k + 1, einde):
            if 0 < self.bewerkt[m].niveau <= hoog:
                break
            x = self.van_bewerkt.get(m)
            if x not in self.in_nieuw:
                uit.append((None if x is None else self.oud[x], self.bewerkt[m]))
        return uit

    def _maakt_plaats(self, i: int) -> bool:
        """Whether a heading of the base gives way to another one, as high or higher."""
        hier = self._vorige_in_beide(i), self._volgende_in_beide(i)
        begin = self.in_nieuw.get(hier[0], -1) + 1
        tot = self.in_nieuw.get(hier[1], len(self.nieuw))
        return any(0 < blok.niveau <= self.oud[i].niveau for blok in self.nieuw[begin:tot])

    def _vorige_in_beide(self, i: int) -> int:
        return next((x for x in range(i - 1, -1, -1) if x in self.in_nieuw), -1)

    def _volgende_in_beide(self, i: int) -> int:
        return next((x for x in range(i + 1, len(self.oud)) if x in self.in_nieuw), len(self.oud))

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
        oud = self.oud[i]
        eigen = {k: self.oud[x] for x, k in self.naar_bewerkt.items()}
        for k, blok in enumerate(self.bewerkt):
            if self.naar_bewerkt.get(i) == k or blok.soort != oud.soort:
                continue
            met_sleutel = bool(set(blok.sleutels) & set(oud.sleutels)) and oud.soort != TBL
            # A block that had these words of itself did not take them in.
            erbij = k in eigen and oud.tekst in blok.tekst and oud.tekst not in eigen[k].tekst
            if met_sleutel or (len(oud.tekst) > _LANG and erbij):
                return blok
        return None

    def buur(self, i: int) -> Blok | None:
        """Return the nearest edited block that stays before a place in the base, or else after it."""
        for plek in [*range(min(i, len(self.oud)) - 1, -1, -1), *range(i, len(self.oud))]:
            k = self.naar_bewerkt.get(plek)
            if k is not None and k not in self.weg:
                return self.bewerkt[k]
        return None

    def staat_er_al(self, nieuw: Blok) -> bool:
        """Whether staff put the same block in themselves."""
        bezet = set(self.naar_bewerkt.values())
        return len(nieuw.tekst) > _LANG and any(
            blok.tekst == nieuw.tekst and blok.soort == nieuw.soort
            for k, blok in enumerate(self.bewerkt)
            if k not in bezet
        )

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
    weg = [i for i in range(len(oud)) if i not in {i for i, _ in paren}]
    erbij = [j for j in range(len(nieuw)) if j not in {j for _, j in paren}]
    uit = {}
    aantal_weg = Counter(oud[i].tekst for i in weg)
    aantal_erbij = Counter(nieuw[j].tekst for j in erbij)
    for i in weg:
        for j in erbij:
            tekst = oud[i].tekst
            zelfde_blok = tekst == nieuw[j].tekst and aantal_weg[tekst] == aantal_erbij[tekst] == 1
            if zelfde_blok and oud[i].soort == nieuw[j].soort:
                uit[i] = j
    return uit


def _breedte(rijen: list[Blok]) -> int:
    """Return how many cells the rows of a table have."""
    return max((len(rij.cellen) for rij in rijen), default=0)


def is_laatste(element: _Element) -> bool:
    """Whether an element is the last before the end of the document, a header or a cell."""
    volgende = element.getnext()
    return volgende is None or volgende.tag == w("sectPr")
