"""Rules on parts of a whole, ages and years: wrong tables beside their findings, and both plans."""

from __future__ import annotations

import pytest

from pipeline.checks import sommen
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

HUISHOUDENS = ("Eenpersoonshuishoudens", "Tweepersoonshuishoudens", "Gezinnen", "Eenoudergezinnen")
EIGENDOM = ("Corporatie huurwoning", "Particuliere huurwoning", "Koopwoning")


def _kolom(namen: tuple[str, ...], *waarden: Waarde, groep: str) -> list[Tabelrij]:
    """Return rows in which only the first column has figures."""
    return [
        indicator(naam, procent(waarde) if isinstance(waarde, float | int) else waarde, "x", "-", groep=groep)
        for naam, waarde in zip(namen, waarden, strict=True)
    ]


def _gevonden(regels: list[Tabelrij]) -> list[Gevonden]:
    return gevonden(invoer(*regels), sommen.REGELS)


@pytest.mark.parametrize(
    ("namen", "groep", "waarden", "som"),
    [
        (HUISHOUDENS, "Samenstelling huishoudens", (45.6, 24.8, 22.7, 15.6), "108,7%"),
        (HUISHOUDENS, "", (45.6, 24.8, 12.7, 6.3), "89,4%"),
        (("Alleenstaand", "Zonder kinderen", "Huishoudens met kinderen"), "Huishoudens", (40, 30, 20), "90%"),
        (EIGENDOM, "Eigendom woning", (23.7, 18.1, 51.1), "92,9%"),
        (EIGENDOM, "Eigendom woning", ("x", 50.0, 60.0), "110%"),
        (("Huur", "Koop"), "Woningen", (50.0, 60.0), "110%"),
        ((*EIGENDOM, "Overig"), "Eigendom woning", (23.7, 18.1, 58.1, 7.0), "106,9%"),
    ],
)
def test_parts_that_are_no_whole_are_a_finding_per_wijk(
    namen: tuple[str, ...], groep: str, waarden: tuple[Waarde, ...], som: str
) -> None:
    assert _gevonden(_kolom(namen, *waarden, groep=groep)) == [("som-wijkt-af", "C5", som, " + ".join(namen))]


@pytest.mark.parametrize(
    ("namen", "groep", "waarden"),
    [
        (HUISHOUDENS, "Samenstelling huishoudens", (45.6, 24.8, 22.7, 6.3)),
        (HUISHOUDENS, "Samenstelling huishoudens", (45.6, 24.8, 22.7, 3.9)),
        (HUISHOUDENS, "Samenstelling huishoudens", (45.6, 24.8, 22.7, 9.9)),
        (HUISHOUDENS, "Samenstelling huishoudens", (45.6, 24.8, "x", 6.3)),
        (HUISHOUDENS, "Huishoudens met schulden", (5.6, 4.8, 2.7, 6.3)),
        (HUISHOUDENS[:3], "Samenstelling huishoudens", (45.6, 24.8, 12.7)),
        (
            ("Eenpersoons", "Zonder kinderen", "Gezinnen", "Waarvan eenoudergezinnen"),
            "Huishoudens",
            (40.0, 30.0, 30.0, 10.0),
        ),
        (EIGENDOM, "Eigendom woning", ("-", 11.9, 85.0)),
        (("Sociale huur", "Particuliere huur", "Koop"), "Eigendom", (30.0, 10.0, 60.0)),
    ],
)
def test_rounding_missing_figures_and_incomplete_sets_give_no_finding(
    namen: tuple[str, ...], groep: str, waarden: tuple[Waarde, ...]
) -> None:
    assert _gevonden(_kolom(namen, *waarden, groep=groep)) == []


def test_numbers_of_households_are_not_added_up() -> None:
    regels = [indicator(naam, 1200, 800, 30000, groep="Huishoudens") for naam in HUISHOUDENS]
    assert _gevonden(regels) == []


@pytest.mark.parametrize(
    ("namen", "groep", "waarden", "som"),
    [
        (
            ("Jongeren (0-11 jaar)", "Jongeren (12-17 jaar)", "Ouderen (65+)"),
            "Leeftijd",
            (40, 40, 30),
            "110%",
        ),
        (("0 t/m 17 jaar", "12-17 jaar", "65 jaar en ouder", "75+"), "", (50, 20, 60, 10), "110%"),
    ],
)
def test_ages_that_are_together_more_than_everyone_are_a_finding(
    namen: tuple[str, ...], groep: str, waarden: tuple[Waarde, ...], som: str
) -> None:
    assert _gevonden(_kolom(namen, *waarden, groep=groep)) == [("leeftijden-onmogelijk", "C5", som, "")]


@pytest.mark.parametrize(
    ("namen", "groep", "waarden"),
    [
        (("0-17 jaar", "12-17 jaar", "18-64 jaar", "65+"), "Leeftijd", (20, 10, 60, 22)),
        (("0-11 jaar", "12-17 jaar", "65+"), "Met overgewicht", (40, 40, 30)),
        (("Overgewicht 0-11 jaar", "Roken 12-17 jaar", "Eenzaam 65+"), "", (40, 40, 30)),
    ],
)
def test_ages_that_overlap_or_are_part_of_something_else_are_not_added_up(
    namen: tuple[str, ...], groep: str, waarden: tuple[Waarde, ...]
) -> None:
    assert _gevonden(_kolom(namen, *waarden, groep=groep)) == []


def test_years_that_differ_are_one_finding_for_the_table() -> None:
    jaren = (2025, 2024, 2025, "2023", 2025, "", "later")
    regels = [indicator(f"Iets {plek}", 1, 2, 3, jaar=jaar) for plek, jaar in enumerate(jaren)]
    assert _gevonden(regels) == [
        ("jaren-verschillen", "F6", "", "2025 (3 keer), 2024 (1 keer), 2023 (1 keer)")
    ]


@pytest.mark.parametrize(
    ("wijk", "andere", "verwacht"),
    [
        # In the published table the households are of 2023, all else is of 2024.
        ("nieuwland", "vbl", [("jaren-verschillen", "E10", "", "2024 (5 keer), 2023 (4 keer)")]),
        ("vbl", "nieuwland", []),
    ],
)
def test_in_the_published_plans_only_what_is_really_odd_is_found(
    wijk: str, andere: str, verwacht: list[Gevonden]
) -> None:
    assert gevonden(gepubliceerde(wijk, andere), sommen.REGELS) == verwacht
