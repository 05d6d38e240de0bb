"""The ranking: by score with its ties, or in the given order, and what another plan takes up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.build.ranking import TOP
from pipeline.model import Factor, Rangorde
from pipeline.workbook.sheets import FactorRij
from tests.build.invoer import bouw, goed, rijen


def rangorde(map_wijk: Path, *factoren: dict[str, Any]) -> Rangorde:
    return goed(bouw(map_wijk, factoren=rijen(FactorRij, *factoren))).rangorde


def gescoord(map_wijk: Path, *scores: int) -> tuple[Factor, ...]:
    """Rank factors with these scores; their names are their row numbers."""
    return rangorde(map_wijk, *({"factor": f"f{nummer}", "score": s} for nummer, s in enumerate(scores))).top


def test_factoren_stand_in_the_order_of_their_scores(map_wijk: Path) -> None:
    assert gescoord(map_wijk, 3, 12, 7) == (
        Factor("f1", 1, gedeeld=False),
        Factor("f2", 2, gedeeld=False),
        Factor("f0", 3, gedeeld=False),
    )


def test_factoren_with_the_same_score_share_a_place_in_the_order_of_the_sheet(map_wijk: Path) -> None:
    assert gescoord(map_wijk, 5, 9, 5, 9, 1) == (
        Factor("f1", 1, gedeeld=True),
        Factor("f3", 1, gedeeld=True),
        Factor("f0", 3, gedeeld=True),
        Factor("f2", 3, gedeeld=True),
        Factor("f4", 5, gedeeld=False),
    )


def test_only_the_first_fifteen_scores_are_the_top(map_wijk: Path) -> None:
    top = gescoord(map_wijk, *range(40, 20, -1))
    assert [factor.naam for factor in top] == [f"f{nummer}" for nummer in range(15)]
    assert [factor.plaats for factor in top] == list(range(1, 16))
    assert TOP == 15


def test_a_tie_at_place_fifteen_keeps_all_who_share_it(map_wijk: Path) -> None:
    top = gescoord(map_wijk, *range(40, 26, -1), 8, 8, 8, 7)
    assert [(factor.naam, factor.plaats, factor.gedeeld) for factor in top[13:]] == [
        ("f13", 14, False),
        ("f14", 15, True),
        ("f15", 15, True),
        ("f16", 15, True),
    ]


def test_a_tie_that_passes_place_fifteen_is_kept_whole(map_wijk: Path) -> None:
    top = gescoord(map_wijk, *range(40, 27, -1), 8, 8, 8, 7)
    assert len(top) == 16
    assert [factor.plaats for factor in top[12:]] == [13, 14, 14, 14]


def test_a_score_of_nought_counts_and_an_empty_one_does_not(map_wijk: Path) -> None:
    top = rangorde(map_wijk, {"factor": "Rust"}, {"factor": "Geluk", "score": 0}).top
    assert top == (Factor("Geluk", 1, gedeeld=False),)


def test_without_scores_the_given_order_counts(map_wijk: Path) -> None:
    volgorde = {"Rust": 3, "Geluk": 1, "Stress": "2"}
    top = rangorde(
        map_wijk, {"factor": "Wonen"}, *({"factor": f, "volgorde": v} for f, v in volgorde.items())
    ).top
    assert top == (
        Factor("Geluk", 1, gedeeld=False),
        Factor("Stress", 2, gedeeld=False),
        Factor("Rust", 3, gedeeld=False),
    )


@pytest.mark.parametrize("kolom", ["score", "volgorde"])
def test_a_factor_that_another_plan_takes_up_is_named_ranked_or_not(kolom: str, map_wijk: Path) -> None:
    uitkomst = rangorde(
        map_wijk,
        {"factor": "Woning", kolom: 1, "elders": "Wijkplan Leefbaarheid"},
        {"factor": "Buurt", "elders": "een ander plan"},
        {"factor": "Rust", kolom: 2},
    )
    assert {factor.naam for factor in uitkomst.top} == {"Woning", "Rust"}
    assert uitkomst.elders == ("Woning", "Buurt")


def test_the_name_of_a_factor_stays_as_it_is_written(map_wijk: Path) -> None:
    assert rangorde(map_wijk, {"factor": "sociaal-Economische  factoren.", "score": 1}).top[0].naam == (
        "sociaal-Economische  factoren."
    )


def test_many_who_share_a_place_all_keep_the_order_of_the_sheet(map_wijk: Path) -> None:
    top = gescoord(map_wijk, *([4, 9] * 14))
    volgorde = [*range(1, 28, 2), *range(0, 28, 2)]
    assert [factor.naam for factor in top] == [f"f{nummer}" for nummer in volgorde]
    assert {factor.plaats for factor in top} == {1, 15}
