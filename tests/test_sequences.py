"""Comparing two sequences: right for any two, and in a time that grows with their length."""

from __future__ import annotations

import random
import time

import pytest

from pipeline import sequences
from pipeline.sequences import matching_blocks, opcodes


def changed(numbers: list[int], chance: random.Random, times: int, most: int) -> list[int]:
    out = list(numbers)
    for _ in range(times):
        if out and chance.random() < 0.5:
            del out[chance.randrange(len(out))]
        else:
            out.insert(chance.randint(0, len(out)), chance.randrange(most))
    return out


@pytest.mark.parametrize("small", [0, 5, 50, 10_000])
def test_the_steps_make_one_of_the_other(small: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequences, "SMALL", small)
    chance = random.Random(small)  # noqa: S311 - the same each time
    for _ in range(500):
        most = chance.choice([2, 5, 30])
        a = [chance.randrange(most) for _ in range(chance.randint(0, 60))]
        b = changed(a, chance, chance.randint(0, 30), most)
        made: list[int] = []
        i = j = 0
        for kind, i0, i1, j0, j1 in opcodes(a, b):
            assert (i0, j0) == (i, j)
            assert (kind == "equal") == (a[i0:i1] == b[j0:j1])
            made += b[j0:j1]
            i, j = i1, j1
        assert (made, i, j) == (b, len(a), len(b))


def test_changes_far_apart_in_a_long_text_are_found_each_by_itself() -> None:
    chance = random.Random(1)  # noqa: S311 - the same each time
    a = [chance.randrange(30) for _ in range(40_000)]
    b = list(a)
    for place in range(1000, 40_000, 3000):
        b[place] = 99
    begin = time.process_time()
    steps = [step for step in opcodes(a, b) if step[0] != "equal"]
    assert steps == [("replace", place, place + 1, place, place + 1) for place in range(1000, 40_000, 3000)]
    assert time.process_time() - begin < 5


def test_long_texts_with_nothing_in_common_take_no_time() -> None:
    chance = random.Random(2)  # noqa: S311 - the same each time
    a, b = ([chance.randrange(3) for _ in range(20_000)] for _ in range(2))
    begin = time.process_time()
    assert sum(size for _, _, size in matching_blocks(a, b)) <= 20_000
    assert time.process_time() - begin < 5
