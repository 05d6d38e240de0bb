"""Rules on texts as they were typed: wrong input beside its findings, and both published plans."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.checks import teksten
from pipeline.checks.invoer import Regel
from pipeline.markup import Run
from pipeline.workbook.sheets_aanpak import SAMENVATTING, ActiviteitRij, ClusterRij, KernaanpakRij, TekstRij
from tests.build.invoer import Gevonden, rijen
from tests.checks.invoer import gevonden_in, gevonden_in_plan


def _tekst(tekst: object) -> dict[str, Any]:
    return {"teksten": rijen(TekstRij, {"onderdeel": SAMENVATTING, "soort": "alinea", "tekst": tekst})}


def _cellen(tekst: str) -> dict[str, Any]:
    activiteit = {"kernaanpak": 1, "cluster": "Ontmoeten", "mogelijkheid": "Koffie", "basisactiviteit": tekst}
    return {"activiteiten": rijen(ActiviteitRij, activiteit)}


def _titel(titel: object) -> dict[str, Any]:
    return {"kernaanpakken": rijen(KernaanpakRij, {"nummer": 1, "titel": titel, "factoren": "Bewegen"})}


def _gevonden(map_wijk: Path, *regels: Regel, **bladen: Any) -> list[Gevonden]:
    """Return what is found on the sheets given; the example itself has italics on its sheet Plan."""
    gevonden = gevonden_in(map_wijk, *regels, **bladen)
    return [bevinding for bevinding in gevonden if not bevinding[1].startswith("Plan")]


@pytest.mark.parametrize(
    ("regel", "bladen", "code", "staat_er"),
    [
        (teksten.opsommingstekens, _tekst("- Bewoners"), "opsomming-getypt", "-"),
        (teksten.opsommingstekens, _tekst("•Bewoners"), "opsomming-getypt", "•"),
        (teksten.opsommingstekens, _cellen("Wij doen:\n* koffie"), "opsomming-getypt", "*"),
        (teksten.opsommingstekens, _cellen("-koffie\n- thee"), "opsomming-getypt", "-"),
        (teksten.onaffe_teksten, _tekst("Wij gaan XXX doen."), "tekst-onaf", "XXX"),
        (teksten.onaffe_teksten, _tekst("De cijfers [nog invullen]"), "tekst-onaf", "[nog invullen]"),
        (teksten.onaffe_teksten, _titel("Lorem ipsum"), "tekst-onaf", "Lorem ipsum"),
        (teksten.getypte_opmaak, _tekst("Dit is **vet**."), "opmaak-getypt", "**vet**"),
        (teksten.getypte_opmaak, _cellen("Koffie<br/>thee"), "opmaak-getypt", "<br/>"),
        (teksten.getypte_opmaak, _tekst("Zie <https://x.nl/a>."), "opmaak-getypt", "<https://x.nl/a>"),
        (teksten.getypte_opmaak, _tekst('<a href="x">a</a>'), "opmaak-getypt", '<a href="x">'),
        (
            teksten.vervallen_opmaak,
            _titel((Run("Samen "), Run("sterk", vet=True))),
            "opmaak-vervalt",
            "Samen sterk",
        ),
        (
            teksten.vervallen_opmaak,
            _titel("Zie [ons](https://www.voorbeeld.nl)"),
            "link-niet-hier",
            "https://www.voorbeeld.nl",
        ),
    ],
)
def test_what_was_typed_and_will_look_otherwise_is_told(
    regel: Regel, bladen: dict[str, Any], code: str, staat_er: str, tmp_path: Path
) -> None:
    assert [(gift, woorden) for gift, _, woorden in _gevonden(tmp_path, regel, **bladen)] == [
        (code, staat_er)
    ]


@pytest.mark.parametrize(
    "bladen",
    [
        _tekst("-10% is veel, en * is een teken."),
        _tekst("Wat is dit? En 2 < 3, a_b_c en * nog * iets."),
        _tekst("De PMT-groep en XX."),
        _tekst("Zie [hier](<https://x.nl/a>)."),
        _tekst("•\tBewoners\n\uf0b7 buren"),
        _cellen("Wij doen:\n- koffie\n• thee\n-5 graden"),
        _titel((Run("Helemaal vet", vet=True),)),
        {
            "clusters": rijen(
                ClusterRij, {"kernaanpak": 1, "cluster": "Ontmoeten", "inleiding": "- Een\n- Twee"}
            )
        },
    ],
)
def test_what_is_right_is_not_told(bladen: dict[str, Any], tmp_path: Path) -> None:
    assert _gevonden(tmp_path, *teksten.REGELS, **bladen) == []


@pytest.mark.parametrize("wijk", ["nieuwland", "vbl"])
def test_the_published_plans_have_no_such_texts(wijk: str) -> None:
    assert gevonden_in_plan(wijk, teksten.REGELS) == []
