"""Rules on how the sheets belong together: wrong input beside its findings, and both published plans."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pipeline.checks import samenhang
from pipeline.checks.invoer import Regel
from pipeline.workbook.sheets import FactorRij
from pipeline.workbook.sheets_aanpak import INHOUD, THEMA, ActiviteitRij, ClusterRij, KernaanpakRij, TekstRij
from tests.build.invoer import Gevonden, rijen
from tests.checks.invoer import gevonden_in, gevonden_in_plan, van_voorbeeld


class Geval(NamedTuple):
    """Some sheets of the example filled in otherwise, and what one rule should find."""

    naam: str
    regel: Regel
    bladen: dict[str, Any]
    verwacht: list[Gevonden]


def _top(*namen: str, **velden: object) -> dict[str, Any]:
    lijst = [{"factor": naam, "volgorde": plaats} | velden for plaats, naam in enumerate(namen, 1)]
    return {"factoren": rijen(FactorRij, *lijst)}


def _scores(*scores: int) -> dict[str, Any]:
    lijst = [{"factor": f"Factor {nummer}", "score": score} for nummer, score in enumerate(scores)]
    return {"factoren": rijen(FactorRij, *lijst)}


def _kernaanpakken(*factoren: str) -> dict[str, Any]:
    lijst = [{"nummer": nummer, "titel": "Samen", "factoren": cel} for nummer, cel in enumerate(factoren, 1)]
    return {"kernaanpakken": rijen(KernaanpakRij, *lijst)}


def _activiteiten(*lijst: dict[str, Any]) -> dict[str, Any]:
    basis: dict[str, Any] = {"kernaanpak": 1, "cluster": "Ontmoeten", "basisactiviteit": "Koffie"}
    return {"activiteiten": rijen(ActiviteitRij, *(basis | waarden for waarden in lijst))}


def _clusters(*paren: tuple[int, str]) -> dict[str, Any]:
    lijst = [{"kernaanpak": nummer, "cluster": titel} for nummer, titel in paren]
    return {"clusters": rijen(ClusterRij, *lijst)}


def _teksten(*teksten: str) -> dict[str, Any]:
    basis = {"onderdeel": INHOUD, "kernaanpak": 1, "soort": "alinea"}
    return {"teksten": rijen(TekstRij, *(basis | {"tekst": tekst} for tekst in teksten))}


def _thema(*lijst: dict[str, Any]) -> dict[str, Any]:
    return {"teksten": rijen(TekstRij, *({"onderdeel": THEMA, "tekst": "Tekst."} | w for w in lijst))}


GEVALLEN = [
    Geval(
        "a status stands without an activity",
        samenhang.activiteit_zonder_tekst,
        _activiteiten(
            {"status": "Nieuw"}, {"status": "Nieuw", "basisactiviteit": ""}, {"basisactiviteit": ""}
        ),
        [("activiteit-zonder-tekst", "Activiteiten[Basisactiviteit] 2", "Nieuw")],
    ),
    Geval(
        "the first row of a cluster has no mogelijkheid",
        samenhang.mogelijkheid_ontbreekt,
        _activiteiten(
            {"mogelijkheid": "Koffie"},
            {},
            {"cluster": "Bewegen"},
            {"cluster": "Bewegen"},
            {"cluster": "Bewegen", "groep": "Ouderen"},
        ),
        [
            ("mogelijkheid-ontbreekt", "Activiteiten[Mogelijkheid] 3", ""),
            ("mogelijkheid-ontbreekt", "Activiteiten[Mogelijkheid] 5", ""),
        ],
    ),
    Geval(
        "a kernaanpak names factoren outside the top",
        samenhang.factoren_buiten_top,
        _top("Bewegen", "Rust") | _kernaanpakken("Bewegen\nStress\nZingeving", "beweging; rust"),
        [("factor-buiten-top", "Kernaanpakken[Factoren] 1", "Stress; Zingeving")],
    ),
    Geval(
        "without a top nothing is outside it",
        samenhang.factoren_buiten_top,
        {"factoren": rijen(FactorRij, {"factor": "Bewegen"})} | _kernaanpakken("Stress"),
        [],
    ),
    Geval(
        "an activity names a factor of another kernaanpak",
        samenhang.factoren_buiten_kernaanpak,
        _kernaanpakken("Bewegen", "Stress")
        | _activiteiten(
            {"factoren": "Beweging."},
            {"factoren": "bewegen en stress."},
            {"factoren": "Alle factoren."},
            {"factoren": "iets heel anders"},
            {"factoren": "Strress", "kernaanpak": 2},
            {"factoren": "Bewegen / stress", "kernaanpak": 2},
            {"factoren": "Stress", "kernaanpak": 9},
        ),
        [
            ("factor-buiten-kernaanpak", "Activiteiten[Factoren] 2", "stress"),
            ("factor-buiten-kernaanpak", "Activiteiten[Factoren] 6", "Bewegen"),
        ],
    ),
    Geval(
        "a factor has commas in its name",
        samenhang.factoren_buiten_top,
        _top("Taal, lezen en rekenen", "Bewegen")
        | _kernaanpakken(
            "Taal, lezen en rekenen\nBewegen", "Bewegen, taal, lezen en rekenen.", "Taal, lezen, bewegen"
        ),
        [("factor-buiten-top", "Kernaanpakken[Factoren] 3", "Taal; lezen")],
    ),
    Geval(
        "no kernaanpak takes up a factor of the top",
        samenhang.factoren_niet_opgepakt,
        _top("Bewegen", "Stress", "Rust") | _kernaanpakken("Beweging", "rust"),
        [("factor-niet-opgepakt", "Factoren[Factor] 2", "Stress")],
    ),
    Geval(
        "another plan takes up a factor of the top",
        samenhang.factoren_niet_opgepakt,
        _top("Stress", elders="Wijkplan Leefbaarheid") | _kernaanpakken("Bewegen"),
        [],
    ),
    Geval(
        "the kernaanpakken have no factoren yet",
        samenhang.factoren_niet_opgepakt,
        _top("Stress") | _kernaanpakken(""),
        [],
    ),
    Geval(
        "the top is too short",
        samenhang.lengte_van_de_top,
        _scores(*range(14)),
        [("top-te-kort", "Factoren", "14 factoren")],
    ),
    Geval("the top has fifteen factoren", samenhang.lengte_van_de_top, _scores(*range(16)), []),
    Geval(
        "the last place of the top is shared",
        samenhang.lengte_van_de_top,
        _scores(*range(10, 24), 5, 5, 4),
        [("top-te-lang", "Factoren", "16")],
    ),
    Geval(
        "a sixteenth place has a finding of its own",
        samenhang.lengte_van_de_top,
        _top(*(f"Factor {nummer}" for nummer in range(16))),
        [],
    ),
    Geval(
        "there is no top yet",
        samenhang.lengte_van_de_top,
        {"factoren": rijen(FactorRij, {"factor": "Stress"})},
        [],
    ),
    Geval(
        "a kernaanpak has no activities, and its clusters have no finding of their own",
        samenhang.kernaanpak_zonder_activiteiten,
        _kernaanpakken("Bewegen", "Bewegen") | _clusters((1, "Ontmoeten"), (2, "Sport")),
        [("kernaanpak-zonder-activiteiten", "Kernaanpakken[Nummer] 2", "2")],
    ),
    Geval(
        "a cluster has no table",
        samenhang.cluster_zonder_tabel,
        _kernaanpakken("Bewegen", "Bewegen") | _clusters((1, "Ontmoeten"), (1, "Sport"), (2, "Sport")),
        [("cluster-zonder-tabel", "Clusters[Cluster] 2", "Sport")],
    ),
    Geval(
        "a kernaanpak has no table on purpose, and one has activities all the same",
        samenhang.kernaanpak_zonder_activiteiten,
        {
            "kernaanpakken": rijen(
                KernaanpakRij,
                {"nummer": 1, "titel": "Een", "factoren": "Bewegen", "tabel": "GEEN TABEL"},
                {"nummer": 2, "titel": "Twee", "factoren": "Bewegen", "tabel": "geen\u00a0tabel"},
            )
        },
        [("tabel-niet-gevraagd", "Kernaanpakken[Tabel] 1", "kernaanpak 1")],
    ),
    Geval(
        "a cluster has no table on purpose, and one has activities all the same",
        samenhang.cluster_zonder_tabel,
        {
            "clusters": rijen(
                ClusterRij,
                {"kernaanpak": 1, "cluster": "Ontmoeten", "tabel": "geen tabel"},
                {"kernaanpak": 1, "cluster": "Sport", "tabel": "geen tabel"},
            )
        },
        [("tabel-niet-gevraagd", "Clusters[Tabel] 1", "cluster 'Ontmoeten'")],
    ),
    Geval(
        "an activity has no status",
        samenhang.activiteit_zonder_status,
        _activiteiten({"status": "Nieuw"}, {}, {"basisactiviteit": "", "mogelijkheid": "Een plek"}),
        [("status-ontbreekt", "Activiteiten[Status] 2", "")],
    ),
    Geval(
        "a text mentions what is not there",
        samenhang.nummers_in_tekst,
        _kernaanpakken("Bewegen", "Bewegen")
        | _teksten(
            "Zie kernaanpak 3.",
            "Zie Kernaanpakken 1, 2 en 4, en kernaanpak 0.",
            "Zie bijlage 3 en bijlagen 4 of 5.",
            "Zie kernaanpak 1 en 2, en bijlage 3.",
            "Aan kernaanpak 1, 9% van het geld, werken 12 mensen.",
            "Aan kernaanpak 1, 4,5 uur per week.",
            "Zie [kernaanpak 7](#kernaanpak-7).",
            "Deze kernaanpak telt 9 clusters.",
        ),
        [
            ("nummer-onbekend", "Teksten[Tekst] 1", "kernaanpak 3"),
            ("nummer-onbekend", "Teksten[Tekst] 2", "kernaanpak 4; kernaanpak 0"),
            ("nummer-onbekend", "Teksten[Tekst] 3", "bijlage 4; bijlage 5"),
        ],
    ),
    Geval(
        "a mogelijkheid and an introduction mention what is not there",
        samenhang.nummers_in_tekst,
        _activiteiten({"mogelijkheid": "Zie kernaanpak 2"})
        | {"clusters": rijen(ClusterRij, {"kernaanpak": 1, "cluster": "X", "inleiding": "Zie bijlage 9"})},
        [
            ("nummer-onbekend", "Clusters[Inleiding] 1", "bijlage 9"),
            ("nummer-onbekend", "Activiteiten[Mogelijkheid] 1", "kernaanpak 2"),
        ],
    ),
    Geval(
        "a theme has small headings alone",
        samenhang.thema_zonder_tekst,
        _thema(
            {"kop": "Wonen", "soort": "tussenkop"},
            {"kop": "Werken", "soort": "tussenkop"},
            {"soort": "alinea"},
            {"kop": "Leren", "soort": "alinea", "tekst": ""},
            {"kop": "Rusten", "soort": "tussenkop", "tekst": ""},
        ),
        [("thema-zonder-tekst", "Teksten[Kop] 1", "Wonen")],
    ),
]


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_a_rule_finds_what_is_wrong_and_nothing_else(geval: Geval, tmp_path: Path) -> None:
    assert gevonden_in(tmp_path, geval.regel, **geval.bladen) == geval.verwacht


def test_every_finding_of_the_rules_is_among_the_cases() -> None:
    codes = {code for geval in GEVALLEN for code, _, _ in geval.verwacht}
    assert len(codes) == 13
    assert {geval.regel for geval in GEVALLEN} == set(samenhang.REGELS)


def test_a_finding_says_which_kernaanpak_and_which_numbers_there_are(tmp_path: Path) -> None:
    sheets = _kernaanpakken("Bewegen") | _activiteiten({"factoren": "stress"}) | _teksten("Zie bijlage 3")
    invoer = van_voorbeeld(tmp_path, **sheets)
    (buiten,) = samenhang.factoren_buiten_kernaanpak(invoer)
    assert buiten.wat == "Kernaanpak 1 werkt niet aan: stress."
    (onbekend,) = samenhang.nummers_in_tekst(invoer)
    assert onbekend.verwacht == "kernaanpak 1 tot en met 1, bijlage 1 tot en met 2"


# The published plans, read row by row


def test_the_plan_of_nieuwland_has_these_findings_alone() -> None:
    assert gevonden_in_plan("nieuwland", samenhang.REGELS) == [
        ("factor-niet-opgepakt", "Factoren!B16", "Overgewicht"),
        ("factor-niet-opgepakt", "Factoren!B17", "Fysieke gezondheidsproblemen"),
        ("factor-niet-opgepakt", "Factoren!B19", "Voeding"),
        ("factor-buiten-top", "Kernaanpakken!C5", "Psychosociale problemen"),
        ("factor-buiten-top", "Kernaanpakken!C6", "Zingeving; Digitaal en online gedrag"),
    ]


def test_the_plan_of_vbl_has_these_findings_alone() -> None:
    assert gevonden_in_plan("vbl", samenhang.REGELS) == [
        ("activiteit-zonder-tekst", "Activiteiten!F5", "Verbeteren"),
        ("factor-buiten-kernaanpak", "Activiteiten!G17", "overgewicht"),
        ("factor-buiten-kernaanpak", "Activiteiten!G18", "overgewicht"),
        ("factor-buiten-kernaanpak", "Activiteiten!G22", "sociale steun en verbondenheid"),
        ("factor-buiten-kernaanpak", "Activiteiten!G29", "mobiliteit"),
        ("factor-buiten-kernaanpak", "Activiteiten!G30", "Mobiliteit"),
        ("cluster-zonder-tabel", "Clusters!C6", "Jeugd en school"),
        ("cluster-zonder-tabel", "Clusters!C8", "Ontmoeten"),
    ]
