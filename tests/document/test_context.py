"""The template sees the plan in printed form: names, dates, statuses, and each thing said once."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.document.context import bewegen_elders, factoren_elders, maak_context, met_status, uitgave
from pipeline.document.wordml import Schrijver, veilig
from pipeline.markup import Run, platte_tekst
from pipeline.model import Activiteit, Blok, Cluster, Factor, Rangorde, Tabelrij, Wijkplan
from pipeline.workbook.sheets import PLAATSEN, PLAATSEN_KERNAANPAK
from tests.document.beeld import schrijf
from tests.document.voorbeeld import afbeelding, blok, gegevens, kernaanpak, lees, plan

Contextmaker = Callable[[Wijkplan], dict[str, Any]]


@pytest.fixture
def context(schrijver: Schrijver) -> Contextmaker:
    """Make the context of a plan, in which a picture is the name of its file."""
    return lambda gevraagd: maak_context(
        gevraagd, schrijver, lambda beeld: veilig(beeld.pad.name if beeld.pad else "")
    )


# The cover


@pytest.mark.parametrize(
    ("anders", "regel"),
    [
        ({}, "Definitief"),
        ({"definitief": False}, "Concept"),
        ({"definitief": False, "versie": "0.3"}, "Concept, versie 0.3"),
        ({"datum": datetime.date(2026, 3, 1)}, "Definitief, 1 maart 2026"),
        (
            {"versie": "1.0", "datum": datetime.date(2026, 11, 21)},
            "Definitief, versie 1.0, 21 november 2026",
        ),
    ],
)
def test_the_cover_tells_status_version_and_date_as_far_as_known(anders: dict[str, Any], regel: str) -> None:
    assert uitgave(plan(**anders)) == regel


def test_the_period_is_its_first_and_last_year(context: Contextmaker) -> None:
    assert context(plan(periode=(2027, 2031)))["periode"] == "2027-2031"


# Factoren


@pytest.mark.parametrize(
    ("namen", "zin"),
    [
        ((), ""),
        (("Wonen",), "De factor 'Wonen' wordt"),
        (("Wonen", "Geluid"), "De factoren 'Wonen' en 'Geluid' worden"),
        (("Wonen", "Geluid", "Groen"), "De factoren 'Wonen', 'Geluid' en 'Groen' worden"),
    ],
)
def test_the_sentence_on_factoren_elsewhere_is_good_dutch(namen: tuple[str, ...], zin: str) -> None:
    assert factoren_elders(namen) == zin


def test_a_shared_place_is_told(context: Contextmaker) -> None:
    top = (
        Factor("Rust", 1, gedeeld=False),
        Factor("Bewegen", 2, gedeeld=True),
        Factor("Stress", 2, gedeeld=True),
    )
    gezien = context(plan(rangorde=Rangorde(top, ())))
    assert gezien["factoren"] == ["Rust", "Bewegen (gedeelde plaats 2)", "Stress (gedeelde plaats 2)"]
    assert gezien["aantal_factoren"] == 3


@pytest.mark.parametrize(("zin", "met_spatie"), [("", ""), ("Geen volgorde.", " Geen volgorde.")])
def test_the_sentence_on_the_order_brings_its_own_space(
    zin: str, met_spatie: str, context: Contextmaker
) -> None:
    assert context(plan(volgorde_zin=zin))["volgorde_zin"] == met_spatie


# Wijkgegevens


def test_rows_of_one_groep_stand_together_under_its_name(context: Contextmaker) -> None:
    tabel = context(plan(wijkgegevens=gegevens(("Noord", "Zuid"))))["wijkgegevens"]
    assert [(groep["naam"], len(groep["rijen"])) for groep in tabel["groepen"]] == [
        ("", 1),
        ("Leeftijdsopbouw", 2),
        ("Eigendom woning", 1),
    ]
    assert tabel["kolommen"] == ("Noord", "Zuid", "Amersfoort")
    assert tabel["breedte"] == 5


# Kernaanpakken and their bijlagen


def test_the_lead_in_stands_before_a_list_only(context: Contextmaker) -> None:
    gevallen = [(), (blok("a"),), (blok("a", "opsomming"),), (blok("a", "letters"), blok("b"))]
    kernaanpakken = tuple(kernaanpak(nummer, aanpak=g) for nummer, g in enumerate(gevallen, start=1))
    gezien = context(plan(kernaanpakken=kernaanpakken))["kernaanpakken"]
    assert [een["begint_met_lijst"] for een in gezien] == [False, False, True, True]


def test_only_the_first_kernaanpak_announces_all_bijlagen(context: Contextmaker) -> None:
    kernaanpakken = tuple(kernaanpak(nummer) for nummer in (1, 2, 3))
    gezien = context(plan(kernaanpakken=kernaanpakken))["kernaanpakken"]
    assert [een["eerste"] for een in gezien] == [True, False, False]


def test_a_head_above_clusters_is_printed_once(context: Contextmaker) -> None:
    clusters = tuple(Cluster(kop, "Titel", (), ()) for kop in ("Meedoen", "Meedoen", "", "Rondkomen"))
    (gezien,) = context(plan(kernaanpakken=(kernaanpak(1, clusters=clusters),)))["kernaanpakken"]
    assert [(c["kop_erboven"], c["onder_kop"]) for c in gezien["clusters"]] == [
        ("Meedoen", True),
        ("", True),
        ("", False),
        ("Rondkomen", True),
    ]


def test_a_groep_is_printed_once_above_its_rows(context: Contextmaker) -> None:
    rij = Tabelrij("", (blok(),), (), ())
    rijen = tuple(replace(rij, groep=groep) for groep in ("", "A", "A", "B", "A"))
    clusters = (Cluster("", "Titel", (), rijen),)
    (gezien,) = context(plan(kernaanpakken=(kernaanpak(1, clusters=clusters),)))["kernaanpakken"]
    assert [rij["groep"] for rij in gezien["clusters"][0]["rijen"]] == ["", "A", "", "B", "A"]


@pytest.mark.parametrize(
    ("status", "tekst", "voor", "boven"),
    [
        ("Nieuw", (blok("We starten."),), ["Nieuw: We starten."], ["Nieuw", "We starten."]),
        ("", (blok("We starten."),), ["We starten."], ["We starten."]),
        ("Nieuw", (), ["Nieuw"], ["Nieuw"]),
        ("Nieuw", (blok("a", "opsomming"),), ["Nieuw", "a"], ["Nieuw", "a"]),
        ("Nieuw", (blok("a"), blok("b")), ["Nieuw: a", "b"], ["Nieuw", "a", "b"]),
        (
            "Verkennen",
            (Blok("alinea", (Run("Verkennen", vet=True), Run(" of we"))),),
            ["Verkennen of we"],
            ["Verkennen of we"],
        ),
        (
            "nieuw",
            (Blok("alinea", (Run("Nieuw: ", vet=True), Run("iets"))),),
            ["Nieuw: iets"],
            ["Nieuw: iets"],
        ),
    ],
)
def test_a_status_stands_before_its_text_or_above_it(
    status: str, tekst: tuple[Blok, ...], voor: list[str], boven: list[str]
) -> None:
    for voor_tekst, verwacht in ((True, voor), (False, boven)):
        blokken = met_status(Activiteit(status, tekst), voor_tekst)
        assert [platte_tekst(een.runs) for een in blokken] == verwacht
        if status:
            assert blokken[0].runs[0].vet


# Pictures


def test_every_place_for_a_picture_has_its_tag(context: Contextmaker, tmp_path: Any) -> None:
    beelden = [afbeelding(schrijf(tmp_path / f"{nummer}.png"), p) for nummer, p in enumerate(PLAATSEN)]
    beelden += [afbeelding(schrijf(tmp_path / f"{p}.png"), p, 2) for p in PLAATSEN_KERNAANPAK]
    gezien = context(plan(afbeeldingen=tuple(beelden)))
    assert list(gezien["afbeeldingen"].values()) == [f"{nummer}.png" for nummer in range(len(PLAATSEN))]
    een, twee = gezien["kernaanpakken"]
    assert (een["afbeeldingen"], een["afbeeldingen_bijlage"]) == ("", "")
    assert (twee["afbeeldingen"], twee["afbeeldingen_bijlage"]) == ("Kernaanpak.png", "Bijlage.png")


# Standard text that names a number


@pytest.mark.parametrize(
    ("factoren", "nummer"),
    [
        ((("Rust",), ("sociale  steun en Verbondenheid", "BEWEGEN"), ("Rust",)), "2"),
        ((("Sociale steun en verbondenheid", "Bewegen"), ("Bewegen",), ("Rust",)), "1"),
        ((("Bewegen",), ("Sociale steun en verbondenheid",), ("Rust",)), ""),
        ((("Rust",), ("Rust",), ("Sociale steun en verbondenheid", "Bewegen")), ""),
    ],
)
def test_the_kernaanpak_that_the_standard_text_names_is_looked_up_or_left_out(
    factoren: tuple[tuple[str, ...], ...], nummer: str, tmp_path: Path
) -> None:
    kernaanpakken = tuple(
        kernaanpak(plek, factoren=namen, opgroeien=plek == 3) for plek, namen in enumerate(factoren, start=1)
    )
    gevraagd = plan(kernaanpakken=kernaanpakken)
    assert bewegen_elders(kernaanpakken[2], gevraagd) == nummer
    zinnen = [i.tekst for i in lees(gevraagd, tmp_path).items if "dragen ook bij aan" in i.tekst]
    assert [zin.count(f"en bewegen (kernaanpak {nummer}).") for zin in zinnen] == [1] * bool(nummer)
