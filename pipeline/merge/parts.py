"""Finds the parts of a plan that the data moved: a heading with all below it goes whole, or stays."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.merge.blokken import Blok
from pipeline.merge.driewegs import Botsing
from pipeline.merge.koppelen import Paren
from pipeline.merge.reeks import Reeks, verplaatsingen


@dataclass(frozen=True)
class Part:
    """A part that has another place in the data."""

    old: tuple[int, ...]
    """The blocks of the base that go with it, its heading first."""
    new: tuple[int, ...]
    """The blocks of the new version that come with it, its heading first."""
    until: int
    """The block of the base before which it ends."""


def pairs_within_parts(old: list[Blok], new: list[Blok], pairs: Paren) -> Paren:
    """Return the pairs without those of a block in a part that moved with one outside it.

    Each kernaanpak has the same headings: what fills the place of one of them is not that one.
    """
    for i, j in _moved_headings(old, new, verplaatsingen(old, new, pairs)):
        here, there = range(i, _section_end(old, i)), range(j, _section_end(new, j))
        pairs = [(x, y) for x, y in pairs if (x in here) == (y in there)]
    return pairs


def moves(series: Reeks) -> dict[int, int]:
    """Return which blocks went away at one place and came at another; equal texts go by their part."""
    moved = verplaatsingen(series.oud, series.nieuw, series.paren)
    come = set(series.in_nieuw.values()) | set(moved.values())
    for i, j in _moved_headings(series.oud, series.nieuw, moved):
        free = [y for y in range(j, _section_end(series.nieuw, j)) if y not in come]
        for x in range(i, _section_end(series.oud, i)):
            block = series.oud[x]
            equal = (
                y
                for y in free
                if (series.nieuw[y].soort, series.nieuw[y].tekst) == (block.soort, block.tekst)
            )
            y = None if x in series.in_nieuw or x in moved else next(equal, None)
            if y is not None:
                moved[x] = y
                free.remove(y)
    return moved


def _moved_headings(old: list[Blok], new: list[Blok], moved: dict[int, int]) -> list[tuple[int, int]]:
    """Return the headings that moved and do not stand below another one that did."""
    found: list[tuple[int, int]] = []
    until = 0
    for i, j in sorted(moved.items()):
        if i >= until and old[i].niveau and old[i].niveau == new[j].niveau:
            found.append((i, j))
            until = _section_end(old, i)
    return found


def staying_parts(series: Reeks, moved: dict[int, int]) -> list[Part]:
    """Return the parts that cannot move whole; their blocks are taken out of what goes away.

    Staff changed something in such a part or at the place where it belongs.
    """
    parts = moved_parts(series, moved)
    staying: list[Part] = []
    while stuck := [part for part in parts if part not in staying and not _may_move(series, part, staying)]:
        staying += stuck
        for part in stuck:  # what stays may be in the way of another part
            series.weg -= {series.naar_bewerkt.get(x, -1) for x in part.old}
    return _joined(staying)


def _share(a: Part, b: Part) -> bool:
    return bool(set(a.old) & set(b.old) or set(a.new) & set(b.new))


def _joined(parts: list[Part]) -> list[Part]:
    """Return the parts with those as one that share a block."""
    joined: list[Part] = []
    for part in parts:
        whole = part
        for other in [other for other in joined if _share(other, part)]:
            joined.remove(other)
            old, new = dict.fromkeys(other.old + whole.old), dict.fromkeys(other.new + whole.new)
            whole = Part(tuple(old), tuple(new), other.until)
        joined.append(whole)
    return joined


def moved_parts(series: Reeks, moved: dict[int, int]) -> list[Part]:
    """Return the parts of which the heading moved and of which staff left something.

    A text that two parts exchanged, such as one with the number of the part, goes with both.
    """
    came = {y: x for x, y in moved.items()}
    paired = set(series.in_nieuw.values())
    parts: list[Part] = []
    until = 0
    for i, block in enumerate(series.oud):
        if i < until or not block.niveau or i in series.in_nieuw:
            continue
        end = _section_end(series.oud, i)
        j = moved[i] if i in moved else _renamed(series, moved, i, end)
        if j is None:
            continue
        until, to = end, _section_end(series.nieuw, j)
        old = {x for x in range(i, until) if x not in series.in_nieuw}
        new = {y for y in range(j, to) if y not in paired}
        old |= {came[y] for y in new if y in came}
        new |= {moved[x] for x in old if x in moved}
        if len(old) + len(new) > 2 and any(x in series.naar_bewerkt for x in old):
            parts.append(Part((i, *sorted(old - {i})), (j, *sorted(new - {j})), until))
    return parts


def _renamed(series: Reeks, moved: dict[int, int], heading: int, end: int) -> int | None:
    """Return the new heading below which most of a part moved whose heading got another text."""
    level = series.oud[heading].niveau
    above = [_heading_above(series.nieuw, moved[x], level) for x in range(heading + 1, end) if x in moved]
    found = max(set(above), key=above.count, default=-1)
    own = sum(x not in series.in_nieuw for x in range(heading + 1, end))
    if 2 * above.count(found) <= own:  # a part that gave way to another with some of the same lines
        return None
    known = found in series.in_nieuw.values() or found in moved.values()
    return None if found < 0 or known or series.nieuw[found].niveau != level else found


def _heading_above(blocks: list[Blok], below: int, level: int) -> int:
    return next((y for y in range(below - 1, -1, -1) if 0 < blocks[y].niveau <= level), -1)


def names_of_sections(blocks: list[Blok], paired: set[int]) -> dict[int, str]:
    """Return for the blocks that go or come with their heading the key of that heading."""
    names: dict[int, str] = {}
    for i, block in enumerate(blocks):
        if block.niveau and i not in paired and i not in names:
            names |= {x: block.sleutel for x in range(i, _section_end(blocks, i)) if x not in paired}
    return names


def _section_end(blocks: list[Blok], heading: int) -> int:
    """Return before which block the part below a heading ends."""
    level = blocks[heading].niveau
    later = range(heading + 1, len(blocks))
    return next((x for x in later if 0 < blocks[x].niveau <= level), len(blocks))


def _may_move(series: Reeks, part: Part, staying: list[Part]) -> bool:
    """Whether staff left the whole part as it was, and the place where it belongs."""
    if any(_share(part, other) for other in staying):
        return False
    places = [series.naar_bewerkt.get(x) for x in part.old]
    gone = [x for x, k in zip(part.old, places, strict=True) if k is None]
    if places[0] is None or any(series.gastheer(x) is not None for x in gone):
        return False
    if any(k is not None and k not in series.weg for k in places):
        return False
    return _is_whole(series, part, places[0]) and _has_place(series, part)


def _is_whole(series: Reeks, part: Part, heading: int) -> bool:
    """Whether below the edited heading stands what stood there, in its order, and nothing else."""
    end = _section_end(series.bewerkt, heading)
    here = [series.van_bewerkt.get(k, -1) for k in range(heading, end)]
    inside = range(part.old[0], part.until)
    out = [x for x in inside if x in series.naar_bewerkt and x not in here]
    return all(x in inside for x in here) and here == sorted(here) and not out


def _has_place(series: Reeks, part: Part) -> bool:
    """Whether each stretch of the part has a place among what staff have."""
    seen: set[int] = set()
    for y in part.new:
        after = next((i for i, j in series.paren if j > y), len(series.oud)) - 1
        if after not in seen:
            seen.add(after)
            try:
                series.plek(series.nieuw[y], after)
            except Botsing:
                return False
    return True
