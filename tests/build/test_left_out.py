"""What cannot be placed in the plan leaves an open place in a concept, and nothing of a row goes unseen."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.markup import platte_tekst
from pipeline.messages import BEVINDINGEN
from pipeline.model import Blokken, Wijkplan
from pipeline.workbook.cel import Cel
from pipeline.workbook.sheets import AfbeeldingRij, WijkgegevenRij
from pipeline.workbook.sheets_aanpak import (
    AANPAK,
    INHOUD,
    SAMENVATTING,
    THEMA,
    ActiviteitRij,
    ClusterRij,
    KernaanpakRij,
    TekstRij,
)
from tests.build.invoer import bouw, goed, maak_cel, rij, rijen


def _teksten(*lijst: dict[str, Any]) -> dict[str, Any]:
    return {"teksten": rijen(TekstRij, *({"soort": "alinea", "tekst": "Tekst."} | w for w in lijst))}


def _kernaanpakken(*nummers: object, **velden: object) -> dict[str, Any]:
    lijst = [{"nummer": n, "titel": f"Nummer {n}", "factoren": "Bewegen"} | velden for n in nummers]
    return {"kernaanpakken": rijen(KernaanpakRij, *lijst)}


def _activiteiten(*lijst: dict[str, Any]) -> dict[str, Any]:
    basis: dict[str, Any] = {"kernaanpak": 1, "cluster": "Ontmoeten", "basisactiviteit": "Koffie"}
    return {"activiteiten": rijen(ActiviteitRij, *(basis | w for w in lijst))}


def _regels(blokken: Blokken) -> list[str]:
    return [platte_tekst(blok.runs) for blok in blokken]


def _plan(map_wijk: Path, **bladen: Any) -> Wijkplan:
    plan = bouw(map_wijk, **bladen).plan
    assert plan is not None
    return plan


# What has no place


def test_a_text_whose_part_is_unknown_leaves_an_open_place_behind_the_row_above(map_wijk: Path) -> None:
    teksten = _teksten(
        {"onderdeel": SAMENVATTING},
        {"onderdeel": "2 Cijfers"},
        {"onderdeel": THEMA, "kop": "Wonen"},
        {},
        {},
        {"onderdeel": THEMA},
    )
    plan = _plan(map_wijk, **teksten)
    assert _regels(plan.samenvatting) == ["Tekst.", "Nog invullen: onderdeel '2 Cijfers' - blad Teksten"]
    assert _regels(plan.themas[0].tekst) == ["Tekst.", "Nog invullen: onderdeel - blad Teksten", "Tekst."]


def test_a_text_of_an_unknown_kernaanpak_leaves_an_open_place_in_the_last(map_wijk: Path) -> None:
    teksten = _teksten(
        {"onderdeel": INHOUD, "kernaanpak": 8},
        {"onderdeel": INHOUD, "kernaanpak": 2, "tekst": "Onze tekst."},
        {"onderdeel": AANPAK},
    )
    plan = _plan(map_wijk, **_kernaanpakken(1, 2), **teksten)
    laatste = plan.kernaanpakken[-1]
    assert _regels(laatste.inhoud) == ["Onze tekst.", "Nog invullen: tekst van kernaanpak 8 - blad Teksten"]
    assert _regels(laatste.aanpak)[-1:] == [
        "Nog invullen: nummer van de kernaanpak van een tekst - blad Teksten"
    ]


def test_a_heading_that_is_not_asked_leaves_an_open_place(map_wijk: Path) -> None:
    plan = _plan(map_wijk, **_teksten({"onderdeel": SAMENVATTING, "kop": "Onze cijfers"}))
    assert _regels(plan.samenvatting) == ["Nog invullen: kop 'Onze cijfers' - blad Teksten", "Tekst."]


def test_clusters_and_activities_without_a_place_leave_one_open(map_wijk: Path) -> None:
    bladen = {
        "clusters": rijen(
            ClusterRij,
            {"kernaanpak": 1, "cluster": "Ontmoeten"},
            {"kernaanpak": 7, "cluster": "Sport", "inleiding": "Veel tekst."},
        )
    } | _activiteiten({}, {"cluster": "Dansen"}, {"cluster": "dansen "}, {"cluster": ""}, {"kernaanpak": 9})
    (kernaanpak,) = _plan(map_wijk, **bladen).kernaanpakken
    assert [cluster.titel for cluster in kernaanpak.clusters] == [
        "Ontmoeten",
        "Nog invullen: kernaanpak 7 van cluster 'Sport' - blad Clusters",
        "Nog invullen: activiteiten van cluster 'Dansen' - blad Activiteiten",
        "Nog invullen: activiteiten van cluster 'dansen' - blad Activiteiten",
        "Nog invullen: activiteiten van een cluster - blad Activiteiten",
        "Nog invullen: kernaanpak 9 van activiteiten van cluster 'Ontmoeten' - blad Activiteiten",
    ]


def test_a_picture_without_a_place_leaves_one_open_with_its_caption(map_wijk: Path) -> None:
    basis = {"bestand": "plein.png", "alt_tekst": "Een plein.", "bijschrift": "Ons plein"}
    afbeeldingen = rijen(
        AfbeeldingRij,
        basis | {"plaats": "thema\u2019s"},
        basis | {"plaats": "Slot"},
        basis | {"plaats": "bijlage", "kernaanpak": 4},
    )
    beelden = _plan(map_wijk, afbeeldingen=afbeeldingen).afbeeldingen
    assert [(beeld.plaats, beeld.kernaanpak) for beeld in beelden] == [
        ("Thema's", None),
        ("Thema's", None),
        ("Bijlage", 1),
    ]
    assert [platte_tekst(beeld.bijschrift) for beeld in beelden] == [
        "Ons plein",
        "Nog invullen: plaats van afbeelding plein.png - blad Afbeeldingen Ons plein",
        "Nog invullen: kernaanpak van afbeelding plein.png - blad Afbeeldingen Ons plein",
    ]
    assert [beeld.picture is None for beeld in beelden] == [False, True, True]


def test_a_second_cluster_of_one_name_keeps_its_introduction(map_wijk: Path) -> None:
    clusters = rijen(
        ClusterRij,
        {"kernaanpak": 1, "cluster": "Ontmoeten", "inleiding": "Een."},
        {"kernaanpak": 1, "cluster": "ontmoeten", "inleiding": "Twee.", "kop_erboven": "Kop"},
        {"kernaanpak": 1, "inleiding": "Drie."},
        {"kernaanpak": 1, "inleiding": "Vier."},
    )
    (kernaanpak,) = _plan(map_wijk, clusters=clusters).kernaanpakken
    assert [_regels(c.inleiding) for c in kernaanpak.clusters] == [["Een."], ["Twee."], ["Drie."], ["Vier."]]
    assert [len(c.rijen) for c in kernaanpak.clusters] == [1, 0, 0, 0]
    assert kernaanpak.clusters[1].kop_erboven == "Kop"


def test_a_kernaanpak_whose_number_cannot_be_used_is_the_last_of_a_concept(map_wijk: Path) -> None:
    plan = _plan(map_wijk, **_kernaanpakken(2, "twee", 1, 2, ""))
    assert [(k.nummer, k.titel) for k in plan.kernaanpakken] == [
        (1, "Nummer 1"),
        (2, "Nummer 2"),
        (3, "Nummer twee"),
        (4, "Nummer 2"),
        (5, "Nummer "),
    ]


@pytest.mark.parametrize("blad", ["kernaanpakken", "clusters"])
def test_an_empty_sheet_leaves_open_places_and_tells_every_row_that_refers_to_it(
    blad: str, map_wijk: Path
) -> None:
    leeg: dict[str, Any] = {blad: []}
    plan, _, gevonden = bouw(map_wijk, **leeg)
    assert plan is not None
    codes = [code for code, _, _ in gevonden]
    if blad == "clusters":
        assert codes == ["blad-leeg", "cluster-onbekend"]
    else:
        assert codes == ["blad-leeg", *["kernaanpak-onbekend"] * 3]
        assert plan.kernaanpakken[0].titel == "Nog invullen: kernaanpakken - blad Kernaanpakken"
    titels = [cluster.titel for cluster in plan.kernaanpakken[0].clusters]
    assert "Nog invullen: clusters - blad Clusters" in titels


@pytest.mark.parametrize(
    "code",
    [
        *("rij-zonder-plaats", "deel-onbekend", "plaats-onbekend", "kernaanpak-onbekend", "cluster-onbekend"),
        *("kop-niet-gevraagd", "cluster-dubbel", "kernaanpak-dubbel", "zin-ontbreekt", "zin-niet-gevraagd"),
        *("tabel-niet-gevraagd", "kernaanpak-zonder-activiteiten", "status-onbekend", "tekst-in-totaalrij"),
    ],
)
def test_what_would_be_left_out_blocks_a_plan_that_is_definitief_and_not_a_concept(code: str) -> None:
    assert BEVINDINGEN[code].ernst == "fout"
    assert not BEVINDINGEN[code].stopt


# Names are compared as people see them

SPOIL: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "hard spaces": lambda name: f"\u00a0{name.replace(' ', chr(0xA0))}\u00a0",
    "two spaces": lambda name: f"  {name.replace(' ', '  ')} ",
    "unseen signs": lambda name: f"{name[:3]}\u200b{name[3:]}\ufeff",
    "a soft hyphen": lambda name: f"{name[:2]}\u00ad{name[2:]}",
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "a new line": lambda name: name.replace(" ", "\n"),
}
NAME = "Café én thuis"


@pytest.mark.parametrize("spoil", SPOIL.values(), ids=SPOIL)
def test_choices_and_keys_are_found_however_they_are_typed(
    spoil: Callable[[str], str], map_wijk: Path
) -> None:
    bladen = (
        {"clusters": rijen(ClusterRij, {"kernaanpak": " 1\u200b", "cluster": NAME, "kop_erboven": NAME})}
        | _activiteiten({"kernaanpak": "\uff11\u00a0", "cluster": spoil(NAME)})
        | _teksten(
            {"onderdeel": spoil(SAMENVATTING), "soort": spoil("genummerd")},
            {"onderdeel": spoil(THEMA), "kop": "Wonen"},
            {"onderdeel": spoil(INHOUD), "kernaanpak": "1 "},
        )
        | {"kernaanpakken": rijen(KernaanpakRij, _opgroeien(spoil))}
        | {"afbeeldingen": rijen(AfbeeldingRij, _beeld(spoil))}
    )
    plan = goed(bouw(map_wijk, **bladen))
    (kernaanpak,) = plan.kernaanpakken
    assert kernaanpak.opgroeien
    assert len(kernaanpak.clusters[0].rijen) == 1
    assert plan.samenvatting[0].vorm == "genummerd"
    assert _regels(plan.themas[0].tekst) == _regels(kernaanpak.inhoud) == ["Tekst."]
    assert plan.afbeeldingen[0].plaats == "Wijkgegevens"


def _opgroeien(spoil: Callable[[str], str]) -> dict[str, Any]:
    return {
        "nummer": "\u00a01",
        "titel": "Samen",
        "factoren": "Bewegen",
        "vaste_tekst": spoil("opvoeden en opgroeien"),
    }


def _beeld(spoil: Callable[[str], str]) -> dict[str, Any]:
    return {"bestand": spoil("plein.png"), "plaats": spoil("Wijkgegevens"), "alt_tekst": "Een plein."}


@pytest.mark.parametrize("spoil", SPOIL.values(), ids=SPOIL)
def test_rows_of_one_name_come_together_and_the_first_is_printed_as_typed(
    spoil: Callable[[str], str], map_wijk: Path
) -> None:
    bladen = (
        _activiteiten(
            {"groep": NAME, "mogelijkheid": NAME}, {"groep": spoil(NAME), "mogelijkheid": spoil(NAME)}
        )
        | _teksten({"onderdeel": THEMA, "kop": NAME}, {"onderdeel": THEMA, "kop": spoil(NAME)})
        | {
            "clusters": rijen(
                ClusterRij,
                {"kernaanpak": 1, "cluster": "Ontmoeten", "kop_erboven": NAME},
                {"kernaanpak": 1, "cluster": "Sport", "kop_erboven": spoil(NAME)},
            )
        }
        | {"wijkgegevens": [_wijkgegeven(NAME), _wijkgegeven(spoil(NAME)), _wijkgegeven("")]}
    )
    plan, _, gevonden = bouw(map_wijk, **bladen)
    assert plan is not None
    clusters = plan.kernaanpakken[0].clusters
    (tabelrij,) = clusters[0].rijen
    assert (tabelrij.groep, len(tabelrij.activiteiten)) == (NAME, 2)
    assert [cluster.kop_erboven for cluster in clusters] == [NAME, NAME]
    assert [(thema.titel, len(thema.tekst)) for thema in plan.themas] == [(NAME, 2)]
    assert [indicator.groep for indicator in plan.wijkgegevens.indicatoren] == [NAME] * 3
    # A difference that can be seen is told on every cell that is not printed itself.
    anders = {plek for code, plek, _ in gevonden if code == "anders-getypt"}
    assert len(anders) == (5 if spoil is str.upper else 0)


def _wijkgegeven(groep: str) -> WijkgegevenRij:
    cijfer: dict[str, Cel] = {"Noord": maak_cel("x")}
    return rij(WijkgegevenRij, {"groep": groep, "indicator": "I", "jaar": 2025, "bron": "B"}, cijfer)


# No table, on purpose


def test_a_kernaanpak_can_have_no_table_and_says_what_it_has_instead(map_wijk: Path) -> None:
    kernaanpakken = rijen(
        KernaanpakRij,
        {"nummer": 1, "titel": "Een", "factoren": "Bewegen"},
        {
            "nummer": 2,
            "titel": "Twee",
            "factoren": "Bewegen",
            "tabel": "Geen tabel",
            "zin_zonder_tabel": "De activiteiten staan bij [](#kernaanpak-1).",
        },
    )
    plan = goed(bouw(map_wijk, kernaanpakken=kernaanpakken))
    eerste, tweede = plan.kernaanpakken
    assert not eerste.zonder_tabel
    assert _regels(tweede.zonder_tabel) == ["De activiteiten staan bij ."]
    assert tweede.clusters == ()


def test_a_cluster_can_have_no_table_and_its_introduction_says_why(map_wijk: Path) -> None:
    clusters = rijen(
        ClusterRij,
        {"kernaanpak": 1, "cluster": "Ontmoeten"},
        {"kernaanpak": 1, "cluster": "Sport", "inleiding": "Zie Ontmoeten.", "tabel": "geen tabel"},
    )
    plan = goed(bouw(map_wijk, clusters=clusters))
    assert _regels(plan.kernaanpakken[0].clusters[1].inleiding) == ["Zie Ontmoeten."]


def test_without_a_sentence_the_place_of_the_table_is_open(map_wijk: Path) -> None:
    bladen = _kernaanpakken(1, tabel="geen tabel") | {"activiteiten": [], "clusters": []}
    (kernaanpak,) = _plan(map_wijk, **bladen).kernaanpakken
    assert _regels(kernaanpak.zonder_tabel) == [
        "Nog invullen: zin van de kernaanpak zonder tabel - blad Kernaanpakken"
    ]
    assert kernaanpak.clusters == ()


def test_the_copy_of_a_row_is_as_good_as_the_row(map_wijk: Path) -> None:
    (eerste,) = _activiteiten({"mogelijkheid": "Koffie"})["activiteiten"]
    plan = goed(bouw(map_wijk, activiteiten=[eerste, replace(eerste)]))
    assert len(plan.kernaanpakken[0].clusters[0].rijen[0].activiteiten) == 2
