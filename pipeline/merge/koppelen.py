"""Finds for each block of one version the same block in another: by key and text, then by likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from pipeline.merge.blokken import Blok
from pipeline.merge.rows import may_be_one, row_head
from pipeline.merge.wml import P, kind
from pipeline.sequences import increasing

LIJKT = 0.5
"""Share of their words that two blocks must have in common to be versions of one another."""
ZELFDE = 0.8
"""The same for blocks of which one text stands elsewhere in the other version too."""
KLOPT = 0.3
"""The same for blocks that have one key."""
MAX_PAREN = 250_000
"""Pairs of blocks that are weighed in one series; beyond that only equal ones are paired."""

Paren = list[tuple[int, int]]


def gelijkenis(a: Blok, b: Blok) -> float:
    """Return how alike two blocks are, from 0 to 1, by the words they share."""
    if a.soort != b.soort:
        return 0.0
    if a.tekst == b.tekst:
        return 1.0
    links, rechts = (a.woorden, b.woorden) if len(a.woorden) <= len(b.woorden) else (b.woorden, a.woorden)
    gedeeld = sum(min(aantal, rechts[woord]) for woord, aantal in links.items() if woord in rechts)
    samen = 2 * gedeeld / ((links.total() + rechts.total()) or 1)
    eerste = a.cellen and b.cellen and a.cellen[0].tekst.strip() == b.cellen[0].tekst.strip() != ""
    return max(samen, 0.8) if eerste else samen


def koppel_versies(oud: list[Blok], nieuw: list[Blok]) -> Paren:
    """Pair the blocks of two generated versions, in order: a block that moved is not paired."""
    kandidaten = dict(_uniek(oud, nieuw, _tekst))
    op_sleutel = _uniek(oud, nieuw, lambda blok: blok.sleutel or None)
    bezet = set(kandidaten.values())
    for i, j in op_sleutel:
        if i not in kandidaten and j not in bezet and oud[i].soort == nieuw[j].soort:
            kandidaten[i] = j
    einden = [[n for n, blok in enumerate(blokken) if _eindigt_sectie(blok)] for blokken in (oud, nieuw)]
    if len(einden[0]) == len(einden[1]):  # the end of a section cannot go or come
        kandidaten = {i: j for i, j in kandidaten.items() if j not in einden[1]}
        kandidaten |= dict(zip(*einden, strict=True))
    paren = _vul(oud, nieuw, increasing(sorted(kandidaten.items())), een_op_een=True)
    return _zonder_verhuisde(oud, nieuw, paren)


def _eindigt_sectie(blok: Blok) -> bool:
    return blok.soort == P and kind(blok.element, "pPr", "sectPr") is not None


def _zonder_verhuisde(oud: list[Blok], nieuw: list[Blok], paren: Paren) -> Paren:
    """Take apart two blocks that are not much alike, where one of them stands elsewhere in the other version.

    Names that are sorted are no changes of one name into another.
    """
    gelijk = {(i, j) for i, j in paren if oud[i].tekst == nieuw[j].tekst}
    zelf, ander = {i for i, _ in gelijk}, {j for _, j in gelijk}
    kwamen = {(blok.soort, blok.tekst) for j, blok in enumerate(nieuw) if j not in ander}
    gingen = {(blok.soort, blok.tekst) for i, blok in enumerate(oud) if i not in zelf}
    verhuisd = kwamen & gingen
    return [
        (i, j)
        for i, j in paren
        if gelijkenis(oud[i], nieuw[j]) >= ZELFDE
        or ((oud[i].soort, oud[i].tekst) not in verhuisd and (nieuw[j].soort, nieuw[j].tekst) not in verhuisd)
    ]


def koppel_bewerkt(basis: list[Blok], bewerkt: list[Blok]) -> dict[int, int]:
    """Pair the blocks of the base with those of the edited file, also blocks that were moved.

    A key is a hint: a block of which the text is another is not the block of that key.
    """
    plek = {sleutel: j for j, blok in reversed(list(enumerate(bewerkt))) for sleutel in blok.sleutels}
    paren: dict[int, int] = {}
    bezet: set[int] = set()
    # A key with the text that belongs to it is certain; one with another text may have stayed behind.
    for nodig in (1.0, KLOPT):
        for i, blok in enumerate(basis):
            doelen = [plek[sleutel] for sleutel in blok.sleutels if sleutel in plek]
            j = Counter(doelen).most_common(1)[0][0] if doelen else -1
            if j < 0 or i in paren or j in bezet or not may_be_one(blok, bewerkt[j]):
                continue
            if gelijkenis(blok, bewerkt[j]) >= nodig:
                paren[i] = j
                bezet.add(j)
        # A row goes by its head before it goes by a key: staff may have typed rows over one another.
        for kenmerk in (_tekst, row_head):
            over_i = [i for i in range(len(basis)) if i not in paren]
            over_j = [j for j in range(len(bewerkt)) if j not in bezet]
            links, rechts = [basis[i] for i in over_i], [bewerkt[j] for j in over_j]
            for i, j in _uniek(links, rechts, kenmerk):
                paren[over_i[i]] = over_j[j]
                bezet.add(over_j[j])
    vast = increasing(sorted(paren.items()))
    for i, j in _vul(basis, bewerkt, vast):
        if i not in paren and j not in bezet:
            paren[i] = j
            bezet.add(j)
    return paren


def _uniek(a: Sequence[Blok], b: Sequence[Blok], sleutel: Callable[[Blok], Hashable | None]) -> Paren:
    """Pair what occurs once on both sides."""
    links, rechts = [sleutel(blok) for blok in a], [sleutel(blok) for blok in b]
    aantal_links, aantal_rechts = Counter(links), Counter(rechts)
    plek = {waarde: j for j, waarde in enumerate(rechts)}
    return [
        (i, plek[waarde])
        for i, waarde in enumerate(links)
        if waarde is not None and aantal_links[waarde] == aantal_rechts[waarde] == 1
    ]


def _tekst(blok: Blok) -> Hashable:
    return blok.soort, blok.tekst


def altijd_in_de_reeks(paren: dict[int, int]) -> set[int]:
    """Return the blocks that are in every longest series of pairs that go up on both sides.

    All others stand elsewhere, or it is not known which of two does.
    """
    volgorde = sorted(paren)
    tot = _lengtes([paren[i] for i in volgorde])
    vanaf = _lengtes([-paren[i] for i in reversed(volgorde)])[::-1]
    langste = max(tot, default=0)
    in_een = [(t, i) for i, t, v in zip(volgorde, tot, vanaf, strict=True) if t + v - 1 == langste]
    aantal = Counter(t for t, _ in in_een)
    return {i for t, i in in_een if aantal[t] == 1}


def _lengtes(reeks: list[int]) -> list[int]:
    """Return for each number how long the longest series is that goes up and ends at it."""
    staarten: list[int] = []
    uit = []
    for waarde in reeks:
        plek = bisect_left(staarten, waarde)
        staarten[plek : plek + 1] = [waarde]
        uit.append(plek + 1)
    return uit


def _vul(a: list[Blok], b: list[Blok], vast: Paren, *, een_op_een: bool = False) -> Paren:
    """Pair what lies between pairs that are certain, by the best likeness in order.

    With `een_op_een` a paragraph that gave way to another in the same style is paired with it.
    """
    uit: Paren = []
    i0 = j0 = 0
    over = MAX_PAREN
    for i, j in [*vast, (len(a), len(b))]:
        aantal = (i - i0) * (j - j0)
        te_veel = aantal > over
        over -= 0 if te_veel else aantal
        gevonden = _beste(a[i0:i], b[j0:j], een_op_een, alleen_gelijk=te_veel)
        uit += [(i0 + x, j0 + y) for x, y in gevonden]
        if i < len(a) and j < len(b):
            uit.append((i, j))
        i0, j0 = i + 1, j + 1
    return uit


def _beste(a: list[Blok], b: list[Blok], een_op_een: bool, *, alleen_gelijk: bool) -> Paren:
    if not a or not b:
        return []
    if een_op_een and len(a) == len(b) == 1 and a[0].soort == b[0].soort == P and a[0].stijl == b[0].stijl:
        return [(0, 0)]
    if alleen_gelijk:
        return increasing(_uniek(a, b, _tekst))
    score = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    lijkt = [[_lijkt(x, y) for y in b] for x in a]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            samen = lijkt[i][j] + score[i + 1][j + 1] if lijkt[i][j] else 0.0
            score[i][j] = max(samen, score[i + 1][j], score[i][j + 1])
    uit: Paren = []
    i = j = 0
    while i < len(a) and j < len(b):
        if lijkt[i][j] and score[i][j] == lijkt[i][j] + score[i + 1][j + 1]:
            uit.append((i, j))
            i, j = i + 1, j + 1
        elif score[i][j] == score[i + 1][j]:
            i += 1
        else:
            j += 1
    return uit


def _lijkt(a: Blok, b: Blok) -> float:
    mate = gelijkenis(a, b) if may_be_one(a, b) else 0.0
    if not mate:
        return 0.0
    if a.sleutel and a.sleutel == b.sleutel and a.soort == b.soort:
        return 0.5 + mate / 2
    return mate if mate >= LIJKT else 0.0
