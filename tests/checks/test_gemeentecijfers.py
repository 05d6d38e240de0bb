"""Rules on the figures of the gemeente: within one table, and between the workbooks of the wijken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.checks import gemeentecijfers
from tests.checks.wijkgegevens import (
    Gevonden,
    Tabelrij,
    Waarde,
    gepubliceerde,
    gevonden,
    indicator,
    invoer,
    procent,
)

DUBBEL, VERSCHILT = "gemeentecijfer-dubbel", "gemeentecijfer-verschilt"


def _rij(
    naam: str, gemeente: Waarde, *, groep: str = "Leeftijd", jaar: int = 2025, bron: str = "BRP"
) -> Tabelrij:
    """Return a row in which only the gemeente has a figure."""
    return indicator(naam, "x", "x", gemeente, groep=groep, jaar=jaar, bron=bron)


def test_two_indicators_of_a_group_with_the_same_figure_for_the_gemeente_are_a_finding() -> None:
    te_zien = invoer(
        _rij("Jongeren (0-11 jaar)", procent(20.8)),
        _rij("Jongeren (12-17 jaar)", procent(20.8)),
        _rij("Ouderen (65+)", procent(16.4)),
    )
    assert gevonden(te_zien, gemeentecijfers.REGELS) == [(DUBBEL, "E6", "20,8%", "Jongeren (0-11 jaar)")]


@pytest.mark.parametrize(
    "regels",
    [
        (_rij("Aantal inwoners Noord", 161857), _rij("Aantal inwoners De Meent", 161857)),
        (_rij("Jongeren", procent(20.8)), _rij("Huurders", procent(20.8), groep="Wonen")),
        (_rij("Jongeren", procent(21, 0)), _rij("Ouderen", procent(21, 0))),
        (_rij("Mannen", procent(50)), _rij("Vrouwen", procent(50))),
        (_rij("Jongeren", "x"), _rij("Ouderen", "x")),
        (_rij("Jongeren", 0), _rij("Ouderen", 0)),
    ],
)
def test_figures_of_the_gemeente_that_may_be_the_same_give_no_finding(
    regels: tuple[Tabelrij, Tabelrij],
) -> None:
    assert gevonden(invoer(*regels), gemeentecijfers.REGELS) == []


def test_a_figure_of_the_gemeente_differs_from_that_in_another_workbook() -> None:
    te_zien = invoer(
        _rij("Aantal inwoners Noord", 161857),
        _rij("Ouderen (65+)", procent(16.4)),
        andere={
            "oost": [_rij("Aantal inwoners De Meent", 163758), _rij("Ouderen (65+ jaar)", procent(16.4))],
            "west": [_rij("Aantal inwoners", 161857), _rij("ouderen 65+", procent(17.4), groep="")],
        },
    )
    assert gevonden(te_zien, gemeentecijfers.REGELS) == [
        (VERSCHILT, "E5", "161.857", "163.758 (oost.xlsx, blad Wijkgegevens, cel E5)"),
        (VERSCHILT, "E6", "16,4%", "17,4% (west.xlsx, blad Wijkgegevens, cel E6)"),
    ]


@pytest.mark.parametrize(
    "ander",
    [
        _rij("Ouderen", procent(17.4), jaar=2024),
        _rij("Ouderen", procent(17.4), bron="CBS"),
        _rij("Jongeren", procent(17.4)),
        _rij("Ouderen", procent(16, 0)),
        _rij("Ouderen", procent(16.44)),
        _rij("Ouderen", "x"),
    ],
)
def test_another_year_source_or_rounding_is_no_difference(ander: Tabelrij) -> None:
    te_zien = invoer(_rij("Ouderen", procent(16.4)), andere={"oost": [ander]})
    assert gevonden(te_zien, gemeentecijfers.REGELS) == []


def test_counts_are_randomly_rounded() -> None:
    te_zien = invoer(_rij("Woningen", 70230), andere={"oost": [_rij("Woningen", 70240)]})
    assert gevonden(te_zien, gemeentecijfers.REGELS) == []
    verder = invoer(_rij("Woningen", 70230), andere={"oost": [_rij("Woningen", 70241)]})
    assert [bevinding[0] for bevinding in gevonden(verder, gemeentecijfers.REGELS)] == [VERSCHILT]


def test_without_the_name_of_the_gemeente_its_column_is_unknown() -> None:
    te_zien = invoer(_rij("Jongeren", procent(20.8)), _rij("Ouderen", procent(20.8)))
    assert len(gevonden(te_zien, gemeentecijfers.REGELS)) == 1
    onbekend = replace(te_zien, gemeente=replace(te_zien.gemeente, gemeente=None))
    assert gevonden(onbekend, gemeentecijfers.REGELS) == []


@pytest.mark.parametrize(
    ("wijk", "andere", "verwacht"),
    [
        # The published table has 20,8% for both age groups; in 2025 they are 13,1% and 7,4%.
        ("nieuwland", "vbl", [(DUBBEL, "D8", "20,8%", "Jongeren (0-11 jaar)")]),
        ("vbl", "nieuwland", []),
    ],
)
def test_in_the_published_plans_only_what_is_really_odd_is_found(
    wijk: str, andere: str, verwacht: list[Gevonden]
) -> None:
    assert gevonden(gepubliceerde(wijk, andere), gemeentecijfers.REGELS) == verwacht
