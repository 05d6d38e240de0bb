"""What two texts or lists have in common, in a time that grows with their length, not with its cube."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

SMALL = 10_000
"""Pairs of items up to which difflib compares: what it finds reads best."""
_ROW = 16
"""Items in a row that mark a place for certain when both have them once; then four, then one."""
_DEEP = 40
"""How often a stretch is divided further."""

Opcode = tuple[str, int, int, int, int]


def opcodes(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Opcode]:
    """Return how to make `b` of `a`, in the form of difflib.

    Long stretches without anything to hold on to are given as one replacement.
    """
    out: list[Opcode] = []
    i = j = 0
    for x, y, size in [*matching_blocks(a, b), (len(a), len(b), 0)]:
        if i < x and j < y:
            out.append(("replace", i, x, j, y))
        elif i < x:
            out.append(("delete", i, x, j, y))
        elif j < y:
            out.append(("insert", i, x, j, y))
        if size:
            out.append(("equal", x, x + size, y, y + size))
        i, j = x + size, y + size
    return out


def matching_blocks(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """Return the stretches that both have, in order, as (place in a, place in b, length)."""
    out: list[tuple[int, int, int]] = []
    for x, y, size in _Comparison(a, b).blocks():
        if out and out[-1][0] + out[-1][2] == x and out[-1][1] + out[-1][2] == y:
            out[-1] = (out[-1][0], out[-1][1], out[-1][2] + size)
        elif size:
            out.append((x, y, size))
    return out


class _Comparison:
    """Two sequences, with a number for each row of items by which rows are compared."""

    def __init__(self, a: Sequence[Hashable], b: Sequence[Hashable]) -> None:
        self._a, self._b = a, b
        self._rows: dict[int, tuple[list[int], list[int]]] = {}

    def blocks(self) -> Iterator[tuple[int, int, int]]:
        """Yield the stretches that both have, in order."""
        todo = [(0, len(self._a), 0, len(self._b), 0)]
        while todo:
            i0, i1, j0, j1, deep = todo.pop()
            begin, end = self._ends(i0, i1, j0, j1)
            if begin:
                yield i0, j0, begin
            i0, i1, j0, j1 = i0 + begin, i1 - end, j0 + begin, j1 - end
            if end:
                todo.append((i1, i1 + end, j1, j1 + end, deep))
            if i0 == i1 or j0 == j1:
                continue
            if (i1 - i0) * (j1 - j0) <= SMALL:
                matcher = SequenceMatcher(None, self._a[i0:i1], self._b[j0:j1], autojunk=False)
                yield from ((i0 + m.a, j0 + m.b, m.size) for m in matcher.get_matching_blocks())
            elif deep < _DEEP:
                todo += reversed(self._divide(i0, i1, j0, j1, deep + 1))

    def _ends(self, i0: int, i1: int, j0: int, j1: int) -> tuple[int, int]:
        """Return how many items are the same at the begin and at the end of two stretches."""
        a, b, most = self._a, self._b, min(i1 - i0, j1 - j0)
        begin = next((n for n in range(most) if a[i0 + n] != b[j0 + n]), most)
        rest = most - begin
        return begin, next((n for n in range(rest) if a[i1 - 1 - n] != b[j1 - 1 - n]), rest)

    def _divide(self, i0: int, i1: int, j0: int, j1: int, deep: int) -> list[tuple[int, int, int, int, int]]:
        """Return two stretches in parts, cut where a row of items stands that each of them has once."""
        row = _ROW
        while row:
            left, right = (
                _once(numbers[begin : max(begin, end - row + 1)], begin)
                for numbers, begin, end in zip(self._numbers(row), (i0, j0), (i1, j1), strict=True)
            )
            pairs = increasing(sorted((i, right[n]) for n, i in left.items() if n in right))
            if pairs:
                edges = [(i0, j0), *pairs, (i1, j1)]
                return [
                    (*(edges[n][0], edges[n + 1][0], edges[n][1], edges[n + 1][1]), deep)
                    for n in range(len(edges) - 1)
                ]
            row //= 4
        return []

    def _numbers(self, row: int) -> tuple[list[int], list[int]]:
        """Return for each place the number of the row of items that begins there; equal rows have one."""
        if row not in self._rows:
            known: dict[Hashable, int] = {}
            keys: list[Sequence[Hashable]] = [self._a, self._b]
            if row > 1:
                half = row // 2
                keys = [list(zip(n, n[half:], strict=False)) for n in self._numbers(half)]
            first, second = ([known.setdefault(key, len(known)) for key in side] for side in keys)
            self._rows[row] = first, second
        return self._rows[row]


def _once(numbers: list[int], begin: int) -> dict[int, int]:
    """Return what occurs once, with its place."""
    count = Counter(numbers)
    return {n: begin + place for place, n in enumerate(numbers) if count[n] == 1}


def increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest series of these pairs, sorted by the first, of which the second goes up too."""
    tails: list[int] = []
    places: list[int] = []
    previous: list[int] = []
    for number, (_, j) in enumerate(pairs):
        place = bisect_left(tails, j)
        previous.append(places[place - 1] if place else -1)
        tails[place : place + 1] = [j]
        places[place : place + 1] = [number]
    out = []
    number = places[-1] if places else -1
    while number >= 0:
        out.append(pairs[number])
        number = previous[number]
    return out[::-1]
