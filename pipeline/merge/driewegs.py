"""Three-way merge of one paragraph: what changed in the data against what staff changed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.sequences import opcodes

Woord = tuple[str, str]
"""A word (or space, sign, thing) and its form."""
_EINDE = (".", "!", "?", ":", ";")
_KORT = 3
"""Equal words between two changes, below which they are shown as one."""


@dataclass(frozen=True, slots=True)
class Wissel:
    """Words from `van` up to `tot` that give way to `erbij`."""

    van: int
    tot: int
    erbij: tuple[Woord, ...]
    vorm: str = ""
    """The form that the words had, or those before it."""


class Botsing(Exception):
    """Both sides changed the same."""


def verschillen(oud: list[Woord], nieuw: list[Woord]) -> list[Wissel]:
    """Return what must change in one text to get another; small equal parts in between go along."""
    if oud == nieuw:
        return []
    codes = opcodes(oud, nieuw)
    uit: list[list[int]] = []
    for soort, i1, i2, j1, j2 in codes:
        if soort == "equal":
            continue
        if uit and _los(oud[uit[-1][1] : i1]):
            uit[-1][1], uit[-1][3] = i2, j2
        else:
            uit.append([i1, i2, j1, j2])
    return [Wissel(i1, i2, tuple(nieuw[j1:j2])) for i1, i2, j1, j2 in uit]


def voeg(basis: list[Woord], nieuw: list[Woord], bewerkt: list[Woord], *, heel: bool) -> list[Wissel]:
    """Return what must change in the edited text to bring in the difference from base to new.

    Only words count for what staff changed; what they changed in form alone is no change of text.
    With `heel` the text is one whole (a cell), in which both sides may not change a thing.  Raises
    Botsing when both changed the same sentence, or places that touch.
    """
    vragen = verschillen(basis, nieuw)
    teksten = [tekst for tekst, _ in basis], [tekst for tekst, _ in bewerkt]
    codes = opcodes(*teksten)
    eigen = [code for code in codes if code[0] != "equal"]
    if eigen and heel and vragen:
        raise Botsing
    if _raken(_zinnen(basis), vragen, eigen):
        raise Botsing
    uit = []
    for vraag in vragen:
        begin, einde = _plek(codes, vraag.van, vraag.tot)
        if [vorm for _, vorm in bewerkt[begin:einde]] != [vorm for _, vorm in basis[vraag.van : vraag.tot]]:
            # The words are the same but not their form: only a change of words leaves that form be.
            oud = tuple(tekst for tekst, _ in basis[vraag.van : vraag.tot])
            if oud == tuple(tekst for tekst, _ in vraag.erbij):
                raise Botsing
        plek = vraag.van if vraag.van < vraag.tot else max(vraag.van - 1, 0)
        uit.append(Wissel(begin, einde, vraag.erbij, basis[plek][1] if plek < len(basis) else ""))
    return uit


def _raken(zinnen: list[int], vragen: list[Wissel], eigen: list[tuple[str, int, int, int, int]]) -> bool:
    """Whether what the data change and what staff changed touch, or are in one sentence."""
    van_staf = set().union(*(_geraakt(zinnen, i1, i2) for _, i1, i2, _, _ in eigen))
    begin, einde = [i1 for _, i1, _, _, _ in eigen], [i2 for _, _, i2, _, _ in eigen]
    return any(
        # Both lists go up: what ends before this change begins lies before what begins behind its end.
        bisect_left(einde, vraag.van) < bisect_right(begin, vraag.tot)
        or not van_staf.isdisjoint(_geraakt(zinnen, vraag.van, vraag.tot))
        for vraag in vragen
    )


def _plek(codes: Sequence[tuple[str, int, int, int, int]], van: int, tot: int) -> tuple[int, int]:
    """Return where a range of the base stands in the edited text; it lies in one equal part."""
    nummer = bisect_right(codes, van, key=lambda code: code[1]) - 1
    for soort, i1, i2, j1, _ in codes[max(0, nummer - 2) : nummer + 1]:
        if soort == "equal" and i1 <= van and tot <= i2:
            return j1 + van - i1, j1 + tot - i1
    if not codes:
        return 0, 0
    raise Botsing


def _los(tussen: list[Woord]) -> bool:
    return len(tussen) < _KORT and not any(tekst.isalnum() and len(tekst) > _KORT for tekst, _ in tussen)


def _zinnen(basis: list[Woord]) -> list[int]:
    """Return for each word to which sentence it belongs; a space after a sentence belongs to none."""
    uit = []
    zin = 0
    for nummer, (tekst, _) in enumerate(basis):
        grens = nummer > 0 and basis[nummer - 1][0] in _EINDE and tekst.isspace()
        zin += grens
        uit.append(-1 if grens else zin)
    return uit


def _geraakt(zinnen: list[int], van: int, tot: int) -> set[int]:
    """Return the sentences that a change is in; what stands between two sentences is in none."""
    if van < tot:
        return set(zinnen[van:tot]) - {-1}
    links = zinnen[van - 1] if van > 0 else -1
    rechts = zinnen[van] if van < len(zinnen) else -1
    return {links} - {-1} if links == rechts else set()
