"""The list of findings and the to-do list as plain text."""

from __future__ import annotations

import random

import pytest

from pipeline.bevinding import Bevinding, Plaats
from pipeline.report.terminal import als_takenlijst, als_tekst
from tests.report.voorbeeld import LIJST, TELLING, zet_ernsten


@pytest.fixture(autouse=True)
def ernsten(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_ernsten(monkeypatch)


def test_every_finding_says_how_grave_it_is_where_it_stands_and_what_to_do() -> None:
    assert als_tekst(LIJST[1:2]) == (
        "jp.xlsx, blad Teksten: 1 fout\n"
        "\n"
        "  fout, cel B7 (waarde-ontbreekt)\n"
        "    Deze cel is leeg.\n"
        "    Verwacht: een soort\n"
        "    Doe dit:  Vul de cel in, of haal de hele rij weg.\n"
        "\n"
        "1 fout"
    )


def test_the_list_goes_by_sheet_and_cell_and_ends_with_the_counts() -> None:
    regels = als_tekst(LIJST).splitlines()
    assert [regel for regel in regels if not regel.startswith("   ") and regel][:-1] == [
        "gemeente.xlsx: 1 fout",
        "  fout, hele bestand (bestand-onleesbaar)",
        "jp.xlsx, blad Clusters: 1 fout",
        "  fout, hele blad (blad-leeg)",
        "jp.xlsx, blad Teksten: 3 fouten, 1 waarschuwing, 1 tip",
        "  tip, cel B7 (geen-datum)",
        "  fout, cel B7, C12 (waarde-ontbreekt)",
        "  waarschuwing, cel Z100 (geen-jaar)",
        "  fout, cel AA100 (geen-getal)",
    ]
    assert regels[-1] == TELLING


def test_a_list_without_findings_says_so() -> None:
    assert als_tekst([]) == "Geen bevindingen."
    assert als_takenlijst([]) == "Er is niets meer te doen."


def test_the_same_findings_in_another_order_give_the_same_text() -> None:
    geschud = random.Random(1).sample(LIJST, len(LIJST))  # noqa: S311 - no secret
    assert als_tekst(geschud) == als_tekst(LIJST)
    assert als_takenlijst(geschud) == als_takenlijst(LIJST)


@pytest.mark.parametrize("breedte", [40, 60, 100])
def test_no_line_is_longer_than_the_width(breedte: int) -> None:
    lang = Bevinding("kolom-ontbreekt", Plaats("jp.xlsx", "Teksten"), "", "een lange kop " * 20 + "X" * 150)
    regels = als_tekst([lang, *LIJST], breedte).splitlines()
    assert max(map(len, regels)) == breedte


def test_further_lines_stand_below_the_first_word() -> None:
    lang = Bevinding(
        "waarde-ontbreekt", Plaats("jp.xlsx", "Teksten", "B7"), aanvulling="een woord of wat " * 5
    )
    regels = als_tekst([lang], 60).splitlines()
    eerste = next(plek for plek, regel in enumerate(regels) if "Verwacht:" in regel)
    assert regels[eerste] == "    Verwacht: een woord of wat een woord of wat een woord of"
    assert regels[eerste + 1] == "              wat een woord of wat een woord of wat"


def test_text_of_people_cannot_steer_the_terminal_or_break_the_layout() -> None:
    tekst = als_tekst(
        [Bevinding("geen-getal", Plaats("jp.xlsx", "B", "A1"), "rood\x1b[31m\n\n  fout, cel Z9")]
    )
    assert "\x1b" not in tekst
    assert "    Er staat 'rood�[31m    fout, cel Z9'." in tekst


def test_the_to_do_list_begins_with_the_gravest_and_says_per_sheet_what_to_do_once() -> None:
    assert als_takenlijst([*LIJST, *LIJST]) == (
        "10 fouten - verbeter deze eerst\n"
        "  gemeente.xlsx\n"
        "  - hele bestand: Open het bestand in Excel en sla het opnieuw op als Excel-werkmap (.xlsx).\n"
        "  jp.xlsx, blad Clusters\n"
        "  - hele blad: Vul het blad in.\n"
        "  jp.xlsx, blad Teksten\n"
        "  - B7, C12: Vul de cel in, of haal de hele rij weg.\n"
        "  - AA100: Kies in Excel bij Getal: Standaard. Typ daarna een heel getal.\n"
        "\n"
        "2 waarschuwingen - waarschijnlijk een vergissing, kijk dit na\n"
        "  jp.xlsx, blad Teksten\n"
        "  - Z100: Kies in Excel bij Getal: Standaard. Typ daarna een jaar met vier cijfers.\n"
        "\n"
        "2 tips - het bekijken waard\n"
        "  jp.xlsx, blad Teksten\n"
        "  - B7: Kies in Excel bij Getal: Datum. Typ daarna de datum."
    )
    assert max(map(len, als_takenlijst(LIJST, 50).splitlines())) <= 50


def test_one_kind_of_remark_about_many_cells_is_one_line() -> None:
    dertig = [
        Bevinding("geen-cijfer", Plaats("jp.xlsx", "W", f"C{rij}"), f"volgt {rij}") for rij in range(2, 62, 2)
    ]
    (regel,) = [regel for regel in als_takenlijst(dertig, 1000).splitlines() if regel.startswith("  - ")]
    assert regel.startswith("  - C2, C4, C6, C8, C10, C12, C14, C16 ... (30 cellen): Kies in Excel")
    assert als_tekst(dertig).count("Doe dit:") == 1
    assert "    cel C60: Er staat 'volgt 60', en dat is geen cijfer." in als_tekst(dertig)


def test_sheets_stand_in_the_order_of_the_workbook() -> None:
    lijst = [
        Bevinding("blad-leeg", Plaats("jp.xlsx", "Activiteiten", volgorde=6)),
        Bevinding("geen-getal", Plaats("jp.xlsx", "Plan", "B2", volgorde=2), "x"),
        Bevinding("blad-leeg", Plaats("jp.xlsx", "Wijkgegevens", volgorde=3)),
        Bevinding("geen-getal", Plaats("jp.xlsx", "Activiteiten", "B2"), "x"),
    ]
    for tekst in (als_tekst(lijst), als_takenlijst(lijst)):
        assert tekst.index("Plan") < tekst.index("Wijkgegevens") < tekst.index("Activiteiten")
        assert tekst.count("blad Activiteiten") == 1
