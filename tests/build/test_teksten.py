"""Prose: which rows make which part of the plan, in which form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.markup import Run, als_runs
from pipeline.model import Blok, Thema, Wijkplan
from pipeline.workbook.sheets_aanpak import (
    AANPAK,
    INHOUD,
    SAMENHANG,
    SAMENVATTING,
    SOORTEN,
    THEMA,
    KernaanpakRij,
    TekstRij,
)
from tests.build.invoer import bouw, goed, rijen


def plan(map_wijk: Path, *lijst: dict[str, Any], **bladen: Any) -> Wijkplan:
    teksten = rijen(TekstRij, *({"soort": "alinea"} | waarden for waarden in lijst))
    return goed(bouw(map_wijk, teksten=teksten, **bladen))


def alinea(tekst: str) -> Blok:
    return Blok("alinea", als_runs(tekst))


def test_every_kind_of_text_has_its_own_form(map_wijk: Path) -> None:
    lijst = [{"onderdeel": SAMENVATTING, "soort": soort, "tekst": f"Een {soort}"} for soort in SOORTEN]
    assert [(blok.vorm, blok.runs) for blok in plan(map_wijk, *lijst).samenvatting] == [
        (soort, als_runs(f"Een {soort}")) for soort in SOORTEN
    ]


def test_a_list_that_was_pasted_into_a_cell_is_a_list(map_wijk: Path) -> None:
    lijst = [
        {
            "onderdeel": SAMENVATTING,
            "tekst": "Wij doen\nsamen:\n•\tkoffie\n\uf0b7 thee\no\tsoep\nDat is het.",
        },
        {"onderdeel": SAMENVATTING, "soort": "opsomming", "tekst": "·         water"},
        {"onderdeel": SAMENVATTING, "tekst": "een o b\n- gewoon\n§ 3"},
        {"onderdeel": SAMENVATTING, "soort": "tussenkop", "tekst": "• kop"},
    ]
    assert plan(map_wijk, *lijst).samenvatting == (
        alinea("Wij doen\nsamen:"),
        *(Blok("opsomming", als_runs(punt)) for punt in ("koffie", "thee", "soep")),
        alinea("Dat is het."),
        Blok("opsomming", als_runs("water")),
        alinea("een o b\n- gewoon\n§ 3"),
        Blok("tussenkop", als_runs("• kop")),
    )


def test_rows_of_a_theme_stand_under_its_heading_with_or_without_repeating_it(map_wijk: Path) -> None:
    themas = plan(
        map_wijk,
        {"onderdeel": THEMA, "kop": "Wonen", "tekst": "a"},
        {"onderdeel": THEMA, "kop": "Wonen ", "tekst": "b"},
        {"onderdeel": THEMA, "tekst": "c"},
        {"onderdeel": THEMA, "kop": "Werken", "tekst": "d"},
    ).themas
    assert themas == (
        Thema("Wonen", (alinea("a"), alinea("b"), alinea("c"))),
        Thema("Werken", (alinea("d"),)),
    )


def test_the_parts_may_stand_mixed_and_each_keeps_the_order_of_the_sheet(map_wijk: Path) -> None:
    uitkomst = plan(
        map_wijk,
        {"onderdeel": AANPAK, "kernaanpak": 2, "tekst": "a"},
        {"onderdeel": THEMA, "kop": "Wonen", "tekst": "b"},
        {"onderdeel": INHOUD, "kernaanpak": 1, "tekst": "c"},
        {"onderdeel": SAMENVATTING, "tekst": "d"},
        {"onderdeel": THEMA, "kop": "Wonen", "tekst": "e"},
        {"onderdeel": INHOUD, "kernaanpak": "1", "tekst": "f"},
        {"onderdeel": SAMENHANG, "kernaanpak": 1, "tekst": "g"},
        {"onderdeel": f" {SAMENVATTING} ", "tekst": "h"},
        kernaanpakken=rijen(
            KernaanpakRij, *({"nummer": n, "titel": f"Nummer {n}", "factoren": "Rust"} for n in (1, 2))
        ),
    )
    een, twee = uitkomst.kernaanpakken
    assert uitkomst.samenvatting == (alinea("d"), alinea("h"))
    assert uitkomst.themas == (Thema("Wonen", (alinea("b"), alinea("e"))),)
    assert (een.inhoud, een.samenhang) == ((alinea("c"), alinea("f")), (alinea("g"),))
    assert twee.aanpak == (alinea("a"),)


def test_a_text_keeps_its_form_its_links_and_every_character(map_wijk: Path) -> None:
    tekst = (
        Run("  Jan & Piet <info@x.nl> {{ leeg }} {% if %} "),
        Run("zie [kern", vet=True),
        Run("aanpak 1](#kernaanpak-1)"),
        Run(" \\[x](#y)\n\n- blijft een regel\\ ", cursief=True),
    )
    (blok,) = plan(map_wijk, {"onderdeel": SAMENVATTING, "tekst": tekst}).samenvatting
    assert blok.runs == (
        Run("  Jan & Piet <info@x.nl> {{ leeg }} {% if %} "),
        Run("zie ", vet=True),
        Run("kern", vet=True, doel="#kernaanpak-1"),
        Run("aanpak 1", doel="#kernaanpak-1"),
        Run(" ", cursief=True),
        Run("[x](#y)", cursief=True),
        Run("\n\n- blijft een regel\\ ", cursief=True),
    )
