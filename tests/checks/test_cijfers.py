"""Rules on figures and years: wrong input beside its findings, and both published plans."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.bevinding import Bevinding
from pipeline.checks import cijfers
from tests.checks.wijkgegevens import (
    Gevonden,
    Waarde,
    gepubliceerde,
    geschreven,
    gevonden,
    indicator,
    invoer,
    procent,
)
from tests.workbook import voorbeeld

TEKST, ANDERS = "getal-als-tekst", "cijfer-onduidelijk"
PROCENT, SOORT = "procent-ontbreekt", "cijfer-andere-soort"

FOUT: list[tuple[str, tuple[Waarde, ...], Gevonden]] = [
    ("Aantal inwoners", (6230, "14.199", 161857), (TEKST, "D5", "14.199", "")),
    ("Aantal inwoners", (6230, "14199", 161857), (TEKST, "D5", "14199", "")),
    ("Aantal inwoners", (6230, "14 199", 161857), (ANDERS, "D5", "14 199", "14.199")),
    ("Saldo", (12, "\u22125", 3), (TEKST, "D5", "\u22125", "")),
    ("Jongeren", (procent(8.8), "13,1%", procent(7.4)), (TEKST, "D5", "13,1%", "")),
    ("Jongeren", (procent(8.8), "13,1 %", procent(7.4)), (ANDERS, "D5", "13,1 %", "13,1%")),
    ("Jongeren", (procent(8.8), "13.1", procent(7.4)), (ANDERS, "D5", "13.1", "13,1%")),
    ("Jongeren", (procent(8.8), "16.2", procent(7.4)), (ANDERS, "D5", "16.2", "16,2%")),
    ("Jongeren", (procent(8.8), "9,9 procent", procent(7.4)), (ANDERS, "D5", "9,9 procent", "9,9%")),
    ("Gemiddelde WOZ-waarde", (250_000, "€ 1.250", 300_000), (TEKST, "D5", "€ 1.250", "")),
    ("Jongeren", (procent(8.8), 13.1, procent(7.4)), (PROCENT, "D5", "13,1", "13,1%")),
    ("Jongeren", (procent(8.8), 0.131, procent(7.4)), (PROCENT, "D5", "0,131", "13,1%")),
    ("Jongeren", (procent(8.8), 0.55, procent(7.4)), (PROCENT, "D5", "0,55", "55%")),
    ("Jongeren", (procent(8.8), 47, procent(7.4)), (PROCENT, "D5", "47", "47%")),
    ("Aandeel huurders", ("x", 47, "x"), (PROCENT, "D5", "47", "47%")),
    ("Met overgewicht (%)", (procent(8.8), 47, procent(7.4)), (PROCENT, "D5", "47", "47%")),
    ("Jongeren (0-11 jaar)", ("x", 0.131, "x"), (PROCENT, "D5", "0,131", "13,1%")),
    ("Jongeren (0-11 jaar)", ("x", 35, "x"), ("procent-misschien", "D5", "35", "")),
    ("Met bijstand", (procent(8.8), 6230, procent(7.4)), (SOORT, "D5", "6.230", "percentages")),
    ("Aantal woningen", (30, procent(13.1), 60), (SOORT, "D5", "13,1%", "getallen")),
    ("Jongeren", (procent(8.8), "n.v.t.", procent(7.4)), ("geen-cijfer", "D5", "n.v.t.", "")),
    *(
        ("Jongeren", (procent(8.8), tekst, procent(7.4)), ("geen-cijfer", "D5", tekst, ""))
        for tekst in ("nog opvragen", "volgt", "?", "ca. 200", "< 5%", "onbekend", "10-20", "nvt", "pm", "--")
    ),
    ("Jongeren", (procent(8.8), procent(-6.6), procent(7.4)), ("cijfer-negatief", "D5", "-6,6%", "")),
    ("Aantal woningen", (30, -4, 60), ("cijfer-negatief", "D5", "-4", "")),
    ("Jongeren", (procent(8.8), procent(1310), procent(7.4)), ("procent-boven-honderd", "D5", "1310,0%", "")),
    ("Aantal inwoners", (6230, 14.199, 161857), ("inwoners-niet-heel", "D5", "14,199", "")),
    ("Inwoners Noord", (6230, -5, 161857), ("inwoners-niet-heel", "D5", "-5", "")),
    ("Aantal inwoners", (6230, procent(13.1), 161857), ("inwoners-niet-heel", "D5", "13,1%", "")),
    (
        "Jongeren",
        (procent(13.1), procent(14, 0), procent(7.4)),
        ("decimalen-verschillen", "D5", "14%", "13,1%"),
    ),
    ("Jongeren", (procent(13.1), procent(14, 0), "x"), ("decimalen-verschillen", "D5", "14%", "13,1%")),
    ("Jongeren", ("x", procent(14, 0), procent(13.1)), ("decimalen-verschillen", "D5", "14%", "13,1%")),
    (
        "Jongeren",
        (procent(13), procent(14, 0), procent(15, 0)),
        ("decimalen-verschillen", "C5", "13,0%", "14%"),
    ),
]
"""A row of the table: name, figures, and the one finding; D5 stands for its second figure."""

GOED: list[tuple[str, tuple[Waarde, ...]]] = [
    ("Rapportcijfer (1-10)", (7.4, 7.1, 7.3)),
    ("Rapportcijfer leefbaarheid (schaal 1-10)", (7.4, 7.1, 7.3)),
    ("Gemiddelde leeftijd 65+", (71.2, 72.3, 70.1)),
    ("Verhouding 65+ en 20-64 jaar", (0.31, 0.28, 0.35)),
    ("Misdrijven per 1.000 inwoners (12-17 jaar)", (31.2, 28.1, 35.3)),
    ("Kinderen (0-12 jaar) per buurt", (35.0, 28.0, 41.0)),
    ("Gemiddelde besteding gezin (euro)", (31.0, 28.0, 35.0)),
    ("Afstand tot huisarts in km (65+)", (0.8, 0.9, 1.1)),
    ("Gezondheidsindex (0-100)", (71.0, 65.0, 68.0)),
    ("Werkloosheid (%)", (0.8, 3.2, 2.9)),
    ("Percentage huurders", (47.0, 52.0, 49.0)),
    ("Jongeren", (procent(13.1), procent(13.1, 2), procent(7.4))),
    ("Jongeren", (voorbeeld.getal(13.1, '0.0"%"'), procent(13.1), voorbeeld.getal(8.5, "0.0\\%"))),
    ("Uitgaven", (voorbeeld.getal(2500, '"€" #,##0'), voorbeeld.getal(12, '"€" #,##0'), "x")),
    ("Jongeren", (procent(13.1), "x", procent(7.4))),
    ("Jongeren", ("-", ".", procent(7.4))),
    ("Jongeren", ("13,1%*", "*", None)),
    ("Aantal inwoners", (6230, "6.230*", 161857)),
    ("Groei aantal inwoners", (procent(-1.2), procent(120.1), procent(0.3))),
    ("Gemiddeld aantal inwoners per woning", (2.1, 2.3, 2.2)),
    ("Aantal inwoners per km2", (2.1, 2.3, 2.2)),
    ("Auto's per huishouden", (0.8, 1.1, 0.9)),
    ("Met internet", (procent(100), procent(0), procent(99.9))),
]


def test_a_wrong_figure_gets_one_finding_and_a_right_one_gets_none(tmp_path: Path) -> None:
    regels = [indicator(naam, *waarden) for naam, waarden, _ in FOUT]
    regels += [indicator(naam, *waarden) for naam, waarden in GOED]
    verwacht = [
        (code, plaats.replace("5", str(rij)), staat_er, aanvulling)
        for rij, (_, _, (code, plaats, staat_er, aanvulling)) in enumerate(FOUT, start=5)
    ]
    assert gevonden(geschreven(tmp_path, *regels), cijfers.REGELS) == verwacht
    assert gevonden(invoer(*regels), cijfers.REGELS) == verwacht


def test_a_figure_is_not_from_before_2000_nor_from_after_the_plan() -> None:
    regels = [indicator(f"Iets {jaar}", 1, 2, 3, jaar=jaar) for jaar in (1999, 2000, 2030, 2031, "2o25")]
    te_zien = invoer(*regels)
    assert gevonden(te_zien, cijfers.REGELS) == [
        ("jaar-onwaarschijnlijk", "F5", "1999", "van 2000 tot en met 2030"),
        ("jaar-onwaarschijnlijk", "F8", "2031", "van 2000 tot en met 2030"),
    ]
    zonder_periode = replace(te_zien, plan=replace(te_zien.plan, periode=None))
    assert gevonden(zonder_periode, cijfers.REGELS) == [("jaar-onwaarschijnlijk", "F5", "1999", "vanaf 2000")]


def test_a_plan_does_not_end_before_it_begins() -> None:
    te_zien = invoer(indicator("Aantal inwoners", 1, 2, 3))
    andersom = replace(te_zien, plan=replace(te_zien.plan, periode=(2030, 2026)))
    assert [(b.code, b.plaats.blad, b.wat) for b in cijfers.periode_van_het_plan(andersom)] == [
        ("periode-omgekeerd", "Plan", "Het laatste jaar van het plan is 2026, en het eerste 2030.")
    ]
    assert list(cijfers.periode_van_het_plan(te_zien)) == []


def test_a_finding_says_what_was_read_and_what_to_type() -> None:
    te_zien = invoer(indicator("Jongeren", procent(8.8), "13,1 %", procent(7.4)))
    (bevinding,) = (b for regel in cijfers.REGELS for b in regel(te_zien))
    assert bevinding == Bevinding(ANDERS, te_zien.wijk.wijkgegevens[0].vrij["Zuid"].plaats, "13,1 %", "13,1%")
    assert bevinding.ernst == "fout"
    assert bevinding.wat == (
        "Er staat '13,1 %' als tekst, en zo komt het in het plan. Waarschijnlijk is 13,1% bedoeld."
    )


@pytest.mark.parametrize("waarde", [0.55, 47, "16.2", "9,9 procent", "nog opvragen"])
def test_a_figure_that_is_printed_otherwise_than_meant_is_a_fout(waarde: Waarde) -> None:
    te_zien = invoer(indicator("Jongeren", procent(8.8), waarde, procent(7.4)))
    (bevinding,) = (b for regel in cijfers.REGELS for b in regel(te_zien))
    assert bevinding.ernst == "fout"
    assert str(waarde).replace(".", ",") in bevinding.wat.replace(".", ",")


def test_rows_around_it_show_that_a_row_holds_percentages() -> None:
    rijen = [
        indicator("0-11 jaar", procent(8.8), procent(9.1), procent(7.4), groep="Leeftijd"),
        indicator("12-17 jaar", "x", 8, "x", groep="Leeftijd"),
    ]
    assert [code for code, *_ in gevonden(invoer(*rijen), cijfers.REGELS)] == [PROCENT]


@pytest.mark.parametrize(
    ("wijk", "andere", "verwacht"),
    [
        ("nieuwland", "vbl", []),
        # The published table has 14% among 13,1%, 10,7% and 13,8%.
        ("vbl", "nieuwland", [("decimalen-verschillen", "G6", "14%", "13,1%")]),
    ],
)
def test_in_the_published_plans_only_what_is_really_odd_is_found(
    wijk: str, andere: str, verwacht: list[Gevonden]
) -> None:
    assert gevonden(gepubliceerde(wijk, andere), cijfers.REGELS) == verwacht
