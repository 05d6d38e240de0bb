"""Figures are understood as people type them; what is missing is never a zero."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.checks.getallen import als_procent, lees_cijfer, lees_cijfers
from pipeline.workbook.cel import Cel
from tests.checks.wijkgegevens import Waarde, indicator, procent, tabel
from tests.workbook import voorbeeld


def _cel(waarde: Waarde) -> Cel:
    (rij,) = tabel(indicator("Iets", waarde, None, None))
    return rij.vrij["Noord"]


@pytest.mark.parametrize("teken", ["x", "X", "-", "–", ".", "*", "6.230*", "13,1% *", " x ", "", None])
def test_a_sign_of_the_statistics_is_no_figure_and_never_zero(teken: str | None) -> None:
    for aandeel in (True, False):
        cijfer = lees_cijfer(_cel(teken), aandeel=aandeel)
        assert (cijfer.soort, cijfer.bekend) == ("geen", False)


@pytest.mark.parametrize(
    ("waarde", "gelezen"),
    [
        (6230, "6.230"),
        ("6230", "6.230"),
        ("14.199", "14.199"),
        ("14 199", "14.199"),
        ("14\u00a0199", "14.199"),
        ("1.161.857", "1.161.857"),
        ("1.234,5", "1.234,5"),
        ("2,1", "2,1"),
        ("2.1", "2,1"),
        (14.199, "14,199"),
        ("-12", "-12"),
        ("\u221212", "-12"),
        (0, "0"),
        (procent(13.1), "13,1%"),
        ("13,1 %", "13,1%"),
        ("13.1%", "13,1%"),
        ("13.125%", "13,125%"),
        ("14 procent", "14%"),
    ],
)
def test_a_number_is_read_in_dutch_and_with_a_dot_where_that_cannot_be_thousands(
    waarde: Waarde, gelezen: str
) -> None:
    assert lees_cijfer(_cel(waarde), aandeel=False).gelezen == gelezen


@pytest.mark.parametrize(
    ("waarde", "gelezen"),
    [
        (13.1, "13,1%"),
        (0.131, "13,1%"),
        ("0,131", "13,1%"),
        ("0.131", "13,1%"),
        ("13,1", "13,1%"),
        ("13.125", "13,125%"),
        (0.3, "30%"),
        (0.1 + 0.2, "30%"),
        (1, "1%"),
        (100, "100%"),
        (0, "0%"),
    ],
)
def test_in_a_row_of_shares_a_number_without_a_percent_sign_is_a_share(waarde: Waarde, gelezen: str) -> None:
    cijfer = lees_cijfer(_cel(waarde), aandeel=True)
    assert (cijfer.soort, cijfer.omgezet, als_procent(cijfer.waarde)) == ("aandeel", True, gelezen)


def test_a_number_above_100_is_no_share_whatever_its_row() -> None:
    assert lees_cijfer(_cel(6230), aandeel=True).soort == "getal"


@pytest.mark.parametrize(
    "waarde", ["veel", "n.v.t.", "ca. 20%", "< 5%", "1,234.5", "1.23.4", "9" * 15, "1" * 100_000]
)
def test_other_text_is_not_understood(waarde: str) -> None:
    assert lees_cijfer(_cel(waarde), aandeel=False).soort == "onbegrepen"


@pytest.mark.parametrize("waarde", [True, float("inf"), float("nan"), 1e300, 10**400])
def test_no_value_of_a_cell_is_too_strange_to_read(waarde: float) -> None:
    cel = Cel(waarde, voorbeeld.tekst("iets").runs, "0.0%", voorbeeld.tekst("").plaats)
    for aandeel in (True, False):
        assert lees_cijfer(cel, aandeel=aandeel).soort == "onbegrepen"


@pytest.mark.parametrize(
    ("naam", "cijfers", "aandeel"),
    [
        ("Aandeel huurders", (13.1, 0.2, None), True),
        ("Met overgewicht (%)", (13, 14, 15), True),
        ("Met overgewicht", (procent(13.1), 14, "x"), True),
        ("Met overgewicht", (procent(13.1), 1400, 1500), False),
        ("Jongeren (0-11 jaar)", (procent(13.1), 13.1, 0.131), True),
        ("Jongeren (0-11 jaar)", (12.1, 13.1, 14), True),
        ("Jongeren (0-11 jaar)", (120, 90, 20000), False),
        ("Aantal eenpersoonshuishoudens", (12, 14, 15), False),
        ("Auto's per huishouden", (0.8, 0.9, 1.1), False),
    ],
)
def test_the_row_shows_whether_its_figures_are_shares(
    naam: str, cijfers: tuple[Waarde, ...], *, aandeel: bool
) -> None:
    (rij,) = lees_cijfers(tabel(indicator(naam, *cijfers)))
    assert rij.aandeel == aandeel


def test_a_row_without_a_group_stands_under_the_heading_above_it() -> None:
    rijen = lees_cijfers(
        tabel(
            indicator("Inwoners", 1, 2, 3),
            indicator("65+", 1, 2, 3, groep="Leeftijd  en zo"),
            indicator("0-11", 1, 2, 3),
        )
    )
    assert [rij.groep for rij in rijen] == ["", "leeftijd en zo", "leeftijd en zo"]


def test_a_share_is_kept_in_percents_without_a_rounding_error() -> None:
    assert lees_cijfer(_cel(procent(13.1)), aandeel=True).waarde == Decimal("13.1")
