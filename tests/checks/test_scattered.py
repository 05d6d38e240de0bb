"""Rules on rows that do not stand together: wrong input beside its findings, and both published plans."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.checks import scattered
from pipeline.checks.invoer import Regel
from pipeline.workbook.sheets import WijkgegevenRij
from pipeline.workbook.sheets_aanpak import INHOUD, THEMA, ActiviteitRij, ClusterRij, TekstRij
from tests.build.invoer import Gevonden, maak_cel, rij, rijen
from tests.checks.invoer import gevonden_in, gevonden_in_plan


def _activiteiten(*lijst: dict[str, Any]) -> dict[str, Any]:
    basis: dict[str, Any] = {"kernaanpak": 1, "cluster": "Ontmoeten", "basisactiviteit": "Koffie"}
    return {"activiteiten": rijen(ActiviteitRij, *(basis | waarden for waarden in lijst))}


def _clusters(*lijst: dict[str, Any]) -> dict[str, Any]:
    return {"clusters": rijen(ClusterRij, *lijst)}


def _wijkgegevens(*groepen: str) -> dict[str, Any]:
    basis = {"indicator": "Inwoners", "jaar": 2025, "bron": "BRP"}
    return {
        "wijkgegevens": [rij(WijkgegevenRij, basis | {"groep": g}, {"Noord": maak_cel("x")}) for g in groepen]
    }


def _teksten(*lijst: dict[str, Any]) -> dict[str, Any]:
    return {"teksten": rijen(TekstRij, *({"soort": "alinea", "tekst": "Tekst."} | w for w in lijst))}


GEVALLEN: dict[str, tuple[Regel, dict[str, Any], list[Gevonden]]] = {
    "a groep comes back after another": (
        scattered.groepen,
        _activiteiten(
            *({"groep": groep} for groep in ("8-12 jaar", "Ouderen", "Ouderen", "8-12 jaar", "", ""))
        ),
        [("groep-verspreid", "Activiteiten[Groep] 4", "8-12 jaar")],
    ),
    "the groepen of two clusters have one name": (
        scattered.groepen,
        _activiteiten(*({"groep": "Ouderen", "cluster": cluster} for cluster in ("Ontmoeten", "Bewegen"))),
        [],
    ),
    "a groep is typed in other ways": (
        scattered.groepen,
        _activiteiten(
            *({"groep": groep} for groep in ("8-12 jaar", "8-12\u00a0JAAR", "8\u201112 jaar\u200b"))
        ),
        [],
    ),
    "figures were sorted by indicator": (
        scattered.groepen,
        _wijkgegevens("Leeftijd", "Huishoudens", "Leeftijd", "", "leeftijd\u00a0", "Huishoudens"),
        [
            ("groep-verspreid", "Wijkgegevens[Groep] 3", "Leeftijd"),
            ("groep-verspreid", "Wijkgegevens[Groep] 6", "Huishoudens"),
        ],
    ),
    "a heading above clusters comes back": (
        scattered.koppen,
        _clusters(
            {"kernaanpak": 1, "cluster": "A", "kop_erboven": "Meedoen"},
            {"kernaanpak": 2, "cluster": "A", "kop_erboven": "Meedoen"},
            {"kernaanpak": 1, "cluster": "B", "kop_erboven": "Rondkomen"},
            {"kernaanpak": 1, "cluster": "C", "kop_erboven": "Meedoen"},
        ),
        [("kop-verspreid", "Clusters[Kop erboven] 4", "Meedoen")],
    ),
    "a mogelijkheid comes back, and an empty one is that of the row above": (
        scattered.mogelijkheden,
        _activiteiten(*({"mogelijkheid": m} for m in ("Koffie", "", "koffie ", "Thee", "Koffie"))),
        [("mogelijkheid-verspreid", "Activiteiten[Mogelijkheid] 5", "Koffie")],
    ),
    "the rows of clusters and of parts of the plan lie about, each told once": (
        scattered.clusters_en_teksten,
        _activiteiten(*({"cluster": c} for c in ("A", "B", "A", "B", "A")))
        | _teksten(
            {"onderdeel": THEMA, "kop": "Wonen"},
            {"onderdeel": INHOUD, "kernaanpak": 1},
            {"onderdeel": INHOUD, "kernaanpak": 2},
            {"onderdeel": INHOUD, "kernaanpak": 1},
            {"onderdeel": "2 THEMA"},
            {"onderdeel": THEMA},
        ),
        [
            ("rijen-verspreid", "Activiteiten[Cluster] 3", "het cluster 'A'"),
            ("rijen-verspreid", "Activiteiten[Cluster] 4", "het cluster 'B'"),
            ("rijen-verspreid", "Teksten[Onderdeel] 4", f"'{INHOUD}'"),
            ("rijen-verspreid", "Teksten[Onderdeel] 5", "'2 THEMA'"),
        ],
    ),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_a_rule_finds_what_lies_about_and_nothing_else(naam: str, tmp_path: Path) -> None:
    regel, bladen, verwacht = GEVALLEN[naam]
    assert gevonden_in(tmp_path, regel, **bladen) == verwacht


def test_every_rule_is_among_the_cases() -> None:
    assert {regel for regel, _, _ in GEVALLEN.values()} == set(scattered.REGELS)


@pytest.mark.parametrize("wijk", ["nieuwland", "vbl"])
def test_nothing_lies_about_in_a_published_plan(wijk: str) -> None:
    assert gevonden_in_plan(wijk, scattered.REGELS) == []
