"""The whole plan from its sheets: every cell lands in its place, and every wrong one has its finding."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from pipeline.build.picture_rows import build_pictures
from pipeline.build.waarden import Waarden
from pipeline.markup import Run, platte_tekst
from pipeline.messages import BEVINDINGEN
from pipeline.model import Afbeelding, Colofonregel, Indicator
from pipeline.pictures import load_picture
from pipeline.workbook.sheets import AfbeeldingRij, WijkgegevenRij
from pipeline.workbook.sheets_aanpak import KernaanpakRij, TekstRij
from pipeline.workbook.sheets_gemeente import ColofonRij
from tests.broncode import gegeven_codes
from tests.build.fouten import FOUTEN, Fout
from tests.build.invoer import bouw, bouw_bestanden, goed, maak_cel, rij, rijen
from tests.workbook import voorbeeld
from tests.workbook.voorbeeld import bederf, getal

INVOER = Path(__file__).parents[2] / "inputs"


# Wrong input


@pytest.mark.parametrize("fout", FOUTEN, ids=lambda fout: fout.naam)
def test_wrong_input_gives_its_findings_and_no_others(fout: Fout, map_wijk: Path) -> None:
    assert bouw(map_wijk, **fout.bladen).bevindingen == fout.verwacht


def test_every_finding_of_this_room_has_a_wrong_input() -> None:
    codes = gegeven_codes("build")
    assert len(codes) > 15
    assert {code for fout in FOUTEN for code, _, _ in fout.verwacht} == codes


def test_every_wrong_input_tells_what_stands_there_where_the_words_need_it() -> None:
    for fout in FOUTEN:
        for code, _, staat_er in fout.verwacht:
            melding = BEVINDINGEN[code]
            assert bool(staat_er) == ("{staat_er}" in melding.wat + melding.verwacht + melding.doe)


def test_a_cell_that_could_not_be_read_is_told_once(map_wijk: Path) -> None:
    bouw(map_wijk)

    def wijziging(werkmap: Workbook) -> None:
        werkmap["Organisaties"]["A4"].value = "#REF!"
        werkmap["Kernaanpakken"]["A4"].value = "#N/A"

    bederf(map_wijk / "jp.xlsx", wijziging)
    gebouwd = bouw_bestanden(map_wijk / "jp.xlsx", map_wijk / "gemeente.xlsx")
    assert [bevinding[:2] for bevinding in gebouwd.bevindingen] == [
        ("foutwaarde", "Kernaanpakken[Nummer] 1"),
        ("foutwaarde", "Organisaties[Organisatie] 1"),
        ("blad-leeg", "Organisaties"),
    ]


def test_all_that_is_wrong_is_told_at_once_also_when_there_is_no_plan(map_wijk: Path) -> None:
    bouw(map_wijk)

    def wijziging(werkmap: Workbook) -> None:
        werkmap["Plan"]["A5"].value = "Korte naam"
        werkmap["Clusters"]["A5"].value = 7

    bederf(map_wijk / "jp.xlsx", wijziging)
    gebouwd = bouw_bestanden(map_wijk / "jp.xlsx", map_wijk / "gemeente.xlsx")
    assert gebouwd.plan is None
    codes = [code for code, _, _ in gebouwd.bevindingen]
    assert codes == ["onderdeel-onbekend", "onderdeel-ontbreekt", "kernaanpak-onbekend"]


@pytest.mark.parametrize("blad", ["Kernaanpakken", "Clusters"])
def test_a_sheet_that_is_missing_is_told_once_and_not_in_every_row_that_refers_to_it(
    blad: str, map_wijk: Path
) -> None:
    bouw(map_wijk)
    bederf(map_wijk / "jp.xlsx", lambda werkmap: werkmap.remove(werkmap[blad]))
    gebouwd = bouw_bestanden(map_wijk / "jp.xlsx", map_wijk / "gemeente.xlsx")
    assert [code for code, _, _ in gebouwd.bevindingen] == ["blad-ontbreekt"]


# The sheets Plan and Gemeente


def test_the_sheet_plan_is_the_plan_itself(map_wijk: Path) -> None:
    plan = goed(bouw(map_wijk))
    assert plan.sleutel == "jp"
    assert plan.naam == "Jan & Piet <info@x.nl> {{ leeg }}"
    assert plan.afkorting == "JP"
    assert plan.wijken == ("Noord", "Zuid")
    assert plan.periode == (2026, 2030)
    assert (plan.definitief, plan.versie, plan.datum) == (False, "1.0", datetime.date(2026, 11, 21))
    assert plan.volgorde_zin == "De volgorde is niet van belang."
    assert plan.status_voor_tekst
    assert plan.wijkprofiel == ""
    assert plan.organisaties == ("'t Hart @ +plus",)


def test_the_other_choices_of_the_sheet_plan_give_the_other_plan(map_wijk: Path) -> None:
    oud = voorbeeld.wijk().plan
    assert oud is not None
    adres = "https://www.amersfoort.nl/wijk?naam=a&b=(c)"
    nieuw = replace(
        oud,
        status=maak_cel("definitief "),
        plaats_status=maak_cel("boven de tekst"),
        datum=maak_cel(""),
        wijkprofiel=maak_cel(f" {adres}"),
    )
    plan = goed(bouw(map_wijk, plan=nieuw))
    assert (plan.definitief, plan.status_voor_tekst, plan.datum) == (True, False, None)
    assert plan.wijkprofiel == adres


def test_the_gemeente_gives_its_name_and_the_lines_of_the_colofon_in_order(map_wijk: Path) -> None:
    colofon = rijen(
        ColofonRij,
        {"soort": "kopje", "tekst": (Run("Postadres", vet=True),)},
        {"soort": "regel", "tekst": "Zie [ons](https://x.nl)"},
    )
    plan = goed(bouw(map_wijk, gemeente={"colofon": colofon}))
    assert plan.gemeente.naam == "Gemeente Voorbeeld"
    assert plan.gemeente.colofon == (
        Colofonregel(kopje=True, runs=(Run("Postadres", vet=True),)),
        Colofonregel(kopje=False, runs=(Run("Zie "), Run("ons", doel="https://x.nl"))),
    )


# The figures


def test_figures_are_printed_as_excel_shows_them_under_the_headers_of_their_columns(map_wijk: Path) -> None:
    cijfers = {"Noord": getal(6230, "#,##0"), "Zuid en Oost": getal(0.13, "0.0%"), "Stad": maak_cel("x")}
    leeg = {kop: maak_cel(waarde) for kop, waarde in zip(cijfers, ("-", ".", "ca. 100"), strict=True)}
    plan = goed(
        bouw(
            map_wijk,
            wijkgegevens=[
                rij(WijkgegevenRij, {"indicator": "Inwoners", "jaar": 2025, "bron": "BRP"}, cijfers),
                rij(
                    WijkgegevenRij,
                    {"groep": "Leeftijd", "indicator": "0-4", "jaar": "2024", "bron": "CBS"},
                    leeg,
                ),
            ],
        )
    )
    assert plan.wijkgegevens.kolommen == ("Noord", "Zuid en Oost", "Stad")
    assert plan.wijkgegevens.indicatoren == (
        Indicator("", "Inwoners", ("6.230", "13,0%", "x"), "2025, BRP"),
        Indicator("Leeftijd", "0-4", ("-", ".", "ca. 100"), "2024, CBS"),
    )


# The kernaanpakken


def test_kernaanpakken_stand_in_the_order_of_their_numbers(map_wijk: Path) -> None:
    kernaanpakken = rijen(
        KernaanpakRij,
        {"nummer": 2, "titel": "Twee", "factoren": "Geluk"},
        {
            "nummer": "1",
            "titel": "Een",
            "factoren": "Rust, reinheid\n\n Stress; Bewegen ",
            "vaste_tekst": "opvoeden en opgroeien",
        },
    )
    een, twee = goed(bouw(map_wijk, kernaanpakken=kernaanpakken)).kernaanpakken
    assert (een.nummer, een.titel, een.opgroeien) == (1, "Een", True)
    assert een.factoren == ("Rust, reinheid", "Stress", "Bewegen")
    assert (twee.nummer, twee.titel, twee.opgroeien) == (2, "Twee", False)
    assert [cluster.titel for cluster in een.clusters] == ["Ontmoeten"]
    assert "Ontmoeten" not in [cluster.titel for cluster in twee.clusters]


# Pictures


def test_a_picture_stands_at_its_place_with_its_words(map_wijk: Path) -> None:
    afbeeldingen = rijen(
        AfbeeldingRij,
        {"bestand": " plein.png ", "plaats": "Opening", "alt_tekst": "Een plein."},
        {
            "bestand": "Straat.JPG",
            "plaats": "Bijlage",
            "kernaanpak": 1,
            "alt_tekst": "Een straat.",
            "bijschrift": (Run("Foto: "), Run("Jan", cursief=True)),
        },
    )
    plein, straat = (map_wijk / "afbeeldingen" / naam for naam in ("plein.png", "Straat.JPG"))
    onderschrift = (Run("Foto: "), Run("Jan", cursief=True))
    assert goed(bouw(map_wijk, afbeeldingen=afbeeldingen)).afbeeldingen == (
        Afbeelding(plein, "Opening", None, "Een plein.", (), load_picture(plein)),
        Afbeelding(straat, "Bijlage", 1, "Een straat.", onderschrift, load_picture(straat)),
    )


@pytest.mark.parametrize("naam", ["PLEIN.PNG", "Plein.png", " plein.png "])
def test_capitals_in_the_name_of_a_picture_do_not_matter(naam: str, map_wijk: Path) -> None:
    rij = {"bestand": naam, "plaats": "Opening", "alt_tekst": "Een plein."}
    (beeld,) = goed(bouw(map_wijk, afbeeldingen=rijen(AfbeeldingRij, rij))).afbeeldingen
    assert beeld.pad == map_wijk / "afbeeldingen" / "plein.png"


@pytest.mark.parametrize("vorm", ["NFC", "NFD"])
def test_an_accent_in_the_name_of_a_picture_is_found_in_any_form(vorm: Any, map_wijk: Path) -> None:
    naam = unicodedata.normalize(vorm, "café.png")
    rij = {"bestand": naam, "plaats": "Opening", "alt_tekst": "Een plein."}
    (beeld,) = goed(bouw(map_wijk, afbeeldingen=rijen(AfbeeldingRij, rij))).afbeeldingen
    assert beeld.picture is not None


@pytest.mark.parametrize(
    ("naam", "bedoeld"),
    [
        ("plein", "plein.png"),
        ("plein.jpg", "plein.png"),
        ("sub/plein.png", "plein.png"),
        ("C:\\foto's\\Plein.PNG", "plein.png"),
        ("straatt.jpg", "Straat.JPG"),
        ("iets heel anders.png", ""),
    ],
)
def test_a_file_that_is_like_an_absent_picture_is_named(naam: str, bedoeld: str, map_wijk: Path) -> None:
    (map_wijk / "afbeeldingen" / "plein.gif").unlink()
    rij = {"bestand": naam, "plaats": "Opening", "alt_tekst": "Een plein."}
    waarden = Waarden([])
    (beeld,) = build_pictures(rijen(AfbeeldingRij, rij), map_wijk / "afbeeldingen", (), waarden)
    vraag = f" (bedoelt u '{bedoeld}'?)" if bedoeld else ""
    (bevinding,) = waarden.bevindingen
    assert bevinding.verwacht == f"een bestand in de map afbeeldingen{vraag}"
    assert beeld.picture is None


def test_a_bad_picture_leaves_an_open_place_and_hides_nothing(map_wijk: Path) -> None:
    basis = {"plaats": "Opening", "alt_tekst": "Een plein."}
    namen = ("kapot.png", "plein.png", "plein.gif", "half.png")
    rijen_ = rijen(AfbeeldingRij, *({"bestand": naam} | basis for naam in namen), {"bestand": "plein.png"})
    gebouwd, _, gevonden = bouw(map_wijk, afbeeldingen=rijen_)
    assert gebouwd is not None
    beelden = gebouwd.afbeeldingen
    assert [beeld.picture is not None for beeld in beelden] == [False, True, False, True, False]
    assert platte_tekst(beelden[0].bijschrift) == "Nog invullen: afbeelding kapot.png - blad Afbeeldingen"
    assert platte_tekst(beelden[4].bijschrift) == (
        "Nog invullen: plaats van afbeelding plein.png - blad Afbeeldingen"
    )
    assert sorted({code for code, _, _ in gevonden} - {"waarde-ontbreekt", "rij-zonder-plaats"}) == [
        *("afbeelding-incompleet", "afbeelding-onleesbaar", "afbeelding-soort"),
    ]


def test_a_wijk_without_a_folder_of_pictures_has_none(tmp_path: Path) -> None:
    assert goed(bouw(tmp_path)).afbeeldingen == ()


# References


def test_every_reference_is_given_with_its_cell_to_be_looked_up_later(map_wijk: Path) -> None:
    teksten = rijen(
        TekstRij,
        {
            "onderdeel": "2 Samenvatting cijfers",
            "soort": "alinea",
            "tekst": "Zie [](#kernaanpak-1), [p.](#pagina:bijlage-9), [x](https://x.nl) en \\[y](#y).",
        },
    )
    gebouwd = bouw(map_wijk, teksten=teksten)
    goed(gebouwd)
    assert [(doel, plaats.blad, plaats.cel) for doel, plaats in gebouwd.verwijzingen] == [
        ("#kernaanpak-1", "Teksten", "E5"),
        ("#pagina:bijlage-9", "Teksten", "E5"),
    ]


# The published plans


@pytest.mark.parametrize("sleutel", ["nieuwland", "vbl"])
def test_the_published_plans_have_no_findings(sleutel: str) -> None:
    plan = goed(bouw_bestanden(INVOER / sleutel / f"{sleutel}.xlsx", INVOER / "gemeente.xlsx"))
    assert len(plan.kernaanpakken) == 3
    assert len(plan.rangorde.top) == 15
    assert plan.definitief
