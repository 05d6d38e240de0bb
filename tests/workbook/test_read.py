"""Every broken shape of a workbook is a finding with its place; every good cell is read as Excel shows it."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from pipeline import package
from pipeline.bevinding import Bevinding
from pipeline.markup import Run
from pipeline.workbook.bladen import WijkBladen, lees_wijk
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Rij, kolommen
from pipeline.workbook.write import schrijf_wijk
from tests.workbook.voorbeeld import bederf, codes, wijk


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    schrijf_wijk(tmp_path / "jp.xlsx", wijk())
    return tmp_path / "jp.xlsx"


def lees(pad: Path) -> tuple[WijkBladen, list[Bevinding]]:
    bevindingen: list[Bevinding] = []
    return lees_wijk(pad, bevindingen), bevindingen


def zet(pad: Path, blad: str, cel: str, waarde: Any, notatie: str | None = None) -> None:
    def wijziging(werkmap: Workbook) -> None:
        werkmap[blad][cel].value = waarde
        if notatie is not None:
            werkmap[blad][cel].number_format = notatie

    bederf(pad, wijziging)


def cijfer(pad: Path) -> Cel:
    bladen, _ = lees(pad)
    return bladen.wijkgegevens[0].vrij["Noord"]


# The file


def test_a_file_that_is_absent_is_reported(tmp_path: Path) -> None:
    bladen, bevindingen = lees(tmp_path / "weg.xlsx")
    assert [b.code for b in bevindingen] == ["bestand-ontbreekt"]
    assert bladen == WijkBladen()


@pytest.mark.parametrize("inhoud", [b"", b"geen werkmap", b"PK\x03\x04 half"])
def test_a_file_that_is_no_workbook_is_reported(inhoud: bytes, tmp_path: Path) -> None:
    (tmp_path / "kapot.xlsx").write_bytes(inhoud)
    _, bevindingen = lees(tmp_path / "kapot.xlsx")
    assert [b.code for b in bevindingen] == ["bestand-onleesbaar"]


# The sheets and their columns


def test_a_sheet_that_is_missing_is_reported_with_the_sheets_that_there_are(pad: Path) -> None:
    bederf(pad, lambda werkmap: werkmap.remove(werkmap["Clusters"]))
    bladen, bevindingen = lees(pad)
    assert codes(bevindingen) == [("blad-ontbreekt", "Clusters")]
    assert "Kernaanpakken, Activiteiten" in bevindingen[0].wat
    assert "met de koppen Kernaanpak, Kop erboven, Cluster, Inleiding." in bevindingen[0].doe
    assert bladen.clusters == []
    assert len(bladen.activiteiten) == 1


def test_a_column_that_is_missing_is_reported_and_its_sheet_gives_no_rows(pad: Path) -> None:
    bederf(pad, lambda werkmap: werkmap["Teksten"].delete_cols(4))
    bladen, bevindingen = lees(pad)
    assert codes(bevindingen) == [("kolom-ontbreekt", "Teksten")]
    assert bevindingen[0].aanvulling == "Soort"
    assert bladen.teksten == []


def test_a_sheet_that_was_renamed_is_asked_after(pad: Path) -> None:
    def hernoem(werkmap: Workbook) -> None:
        werkmap["Clusters"].title = "Cluster"
        werkmap["Teksten"].title = "Tekst"

    bederf(pad, hernoem)
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("blad-anders", "Cluster"), ("blad-anders", "Tekst")]
    assert [b.wat.split(". ")[1] for b in bevindingen] == ["Bedoelde u 'Clusters'?", "Bedoelde u 'Teksten'?"]


def test_a_copy_of_a_sheet_is_no_renamed_one(pad: Path) -> None:
    bederf(pad, lambda werkmap: werkmap.copy_worksheet(werkmap["Clusters"]))
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("blad-onbekend", "Clusters Copy")]


@pytest.mark.parametrize(
    "spoil",
    [
        str.upper,
        lambda name: f" {name}\u00a0",
        lambda name: f"{name[:2]}\u200b{name[2:]}",
        lambda name: f"\ufeff{name[:3]}\u00ad{name[3:]}",
        lambda name: name.replace(" ", "\u202f"),
        lambda name: name.replace(" ", "\n"),
    ],
)
def test_sheets_headers_and_fields_are_read_however_they_are_typed(
    spoil: Callable[[str], str], pad: Path
) -> None:
    def wijziging(werkmap: Workbook) -> None:
        for blad in werkmap.worksheets[1:]:
            koprij = next(iter(blad.tables.values())).ref.partition(":")[0].lstrip("ABCDEFGH")
            for cel in blad[int(koprij)]:
                cel.value = spoil(str(cel.value))
        for (cel,) in werkmap["Plan"].iter_rows(min_row=5, max_col=1):
            cel.value = spoil(str(cel.value))
        for blad in werkmap.worksheets[1:]:
            blad.tables.clear()
            if not set(spoil(blad.title)) & {"\n"}:
                naam, blad.title = blad.title, "tijdelijk"
                blad.title = spoil(naam)

    verwacht = lees(pad)[0]
    bederf(pad, wijziging)
    bladen, bevindingen = lees(pad)
    assert not bevindingen
    assert [[cel.tekst for cel in _cellen(rij)] for rij in bladen.rijen()] == [
        [cel.tekst for cel in _cellen(rij)] for rij in verwacht.rijen()
    ]


def _cellen(rij: Rij) -> list[Cel]:
    return [getattr(rij, naam) for naam in kolommen(type(rij))] + list(rij.vrij.values())


def test_of_two_sheets_with_one_name_to_a_reader_the_other_is_told(pad: Path) -> None:
    def wijziging(werkmap: Workbook) -> None:
        werkmap.copy_worksheet(werkmap["Clusters"]).title = "Clusters "

    bederf(pad, wijziging)
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("blad-onbekend", "Clusters ")]


@pytest.mark.parametrize(
    ("blad", "cel", "kop", "bedoeld"),
    [
        ("Teksten", "D4", "Vorm", "Soort"),  # the one unknown for the one that is missing
        ("Activiteiten", "F4", "Basis activiteiten", "Basisactiviteit"),
        ("Activiteiten", "E4", "Satus", "Status"),
        ("Wijkgegevens", "F4", "Jaartal", "Jaar"),  # it stands among the columns of figures
    ],
)
def test_a_column_that_was_renamed_is_asked_after(
    blad: str, cel: str, kop: str, bedoeld: str, pad: Path
) -> None:
    zet(pad, blad, cel, kop)
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("kolom-anders", cel)]
    assert bevindingen[0].wat == f"De kop '{kop}' is onbekend. Bedoelde u '{bedoeld}'?"


def test_columns_in_another_order_are_read(pad: Path) -> None:
    verwacht = lees(pad)[0].teksten

    def verplaats(werkmap: Workbook) -> None:
        for rij in werkmap["Teksten"].iter_rows(min_row=4, max_row=5):
            waarden = [cel.value for cel in rij]
            for cel, waarde in zip(rij, waarden[::-1], strict=True):
                cel.value = waarde

    bederf(pad, verplaats)
    bladen, bevindingen = lees(pad)
    assert not bevindingen
    assert [rij.tekst.tekst for rij in bladen.teksten] == [rij.tekst.tekst for rij in verwacht]
    assert [rij.soort.tekst for rij in bladen.teksten] == [rij.soort.tekst for rij in verwacht]


def test_two_columns_that_are_like_none_are_unknown_and_missing(pad: Path) -> None:
    zet(pad, "Teksten", "D4", "Vorm")
    zet(pad, "Teksten", "A4", "Waar")
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [
        ("kolom-onbekend", "A4"),
        ("kolom-onbekend", "D4"),
        ("kolom-ontbreekt", "Teksten"),
        ("kolom-ontbreekt", "Teksten"),
    ]


def test_a_column_that_stands_there_twice_is_reported(pad: Path) -> None:
    zet(pad, "Organisaties", "B3", "Organisatie")
    bladen, bevindingen = lees(pad)
    assert codes(bevindingen) == [("kolom-dubbel", "B3")]
    assert bladen.organisaties == []


def test_a_column_that_nobody_knows_is_reported(pad: Path) -> None:
    zet(pad, "Factoren", "E4", "Opmerking")
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("kolom-onbekend", "E4")]


def test_columns_may_be_moved(pad: Path) -> None:
    def wissel(werkmap: Workbook) -> None:
        blad = werkmap["Kernaanpakken"]
        for rij in (3, 4):
            links, rechts = blad.cell(rij, 1).value, blad.cell(rij, 2).value
            blad.cell(rij, 1).value, blad.cell(rij, 2).value = rechts, links

    bederf(pad, wissel)
    bladen, bevindingen = lees(pad)
    assert not bevindingen
    assert bladen.kernaanpakken[0].titel.tekst == "Samen"
    assert bladen.kernaanpakken[0].titel.plaats.cel == "A4"


def test_free_columns_are_read_in_their_order_between_the_fixed_ones(pad: Path) -> None:
    bladen, _ = lees(pad)
    assert list(bladen.wijkgegevens[0].vrij) == ["Noord", "Zuid", "Stad"]


def test_headers_that_cannot_be_found_are_reported(pad: Path) -> None:
    bederf(pad, lambda werkmap: werkmap["Clusters"].delete_rows(1, 4))
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("koppen-ontbreken", "Clusters")]


def test_a_sheet_that_must_be_filled_in_is_reported_when_it_is_empty(pad: Path) -> None:
    bederf(pad, lambda werkmap: werkmap["Organisaties"].delete_rows(4))
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("blad-leeg", "Organisaties")]


def test_a_sheet_that_may_be_empty_is_not_reported(pad: Path) -> None:
    bladen, bevindingen = lees(pad)
    assert bladen.afbeeldingen == []
    assert not bevindingen


@pytest.mark.parametrize(
    ("cel", "waarde", "verwacht"),
    [
        ("A5", None, [("onderdeel-onbekend", "A5"), ("onderdeel-ontbreekt", "Plan")]),
        ("A5", "Korte naam", [("onderdeel-onbekend", "A5"), ("onderdeel-ontbreekt", "Plan")]),
        ("A15", "Afkorting", [("onderdeel-dubbel", "A15")]),
    ],
)
def test_a_field_of_an_upright_sheet_must_stand_there_once(
    pad: Path, cel: str, waarde: str | None, verwacht: list[tuple[str, str]]
) -> None:
    zet(pad, "Plan", cel, waarde)
    bladen, bevindingen = lees(pad)
    assert codes(bevindingen) == verwacht
    assert bladen.plan is None


# Rows and cells


def test_rows_that_are_empty_are_passed_over_and_the_others_keep_their_place(pad: Path) -> None:
    def schuif(werkmap: Workbook) -> None:
        werkmap["Organisaties"].insert_rows(4, amount=2)
        werkmap["Organisaties"]["A4"].value = "  "

    bederf(pad, schuif)
    bladen, bevindingen = lees(pad)
    assert codes(bevindingen) == [("rij-leeg", "A4")]
    assert bevindingen[0].staat_er == "rij 4 tot en met 5"
    (rij,) = bladen.organisaties
    assert (rij.rij, rij.organisatie.plaats.cel) == (6, "A6")


@pytest.mark.parametrize(
    ("waarde", "notatie", "gedrukt"),
    [
        (6230, "#,##0", "6.230"),
        (6230, "General", "6.230"),
        (6230, "0", "6230"),
        (28.999999999999996, "General", "29"),
        (1 / 3, "General", "0,333333333"),
        (0, '0;-0;"-"', "-"),
        (-5, "0;0", "5"),
        (2500, '_ "€"\\ * #,##0.00_ ;_ "€"\\ * \\-#,##0.00_ ;_ "€"\\ * "-"??_ ;_ @_ ', "€ 2.500,00"),
        (25, '0" km"', "25 km"),
        (0.131, "0.0%", "13,1%"),
        (0.13, "0.0%", "13,0%"),
        (0.14, "0%", "14%"),
        (0.005, "0%", "1%"),
        (2.5, "0.00", "2,50"),
        (-3, "General", "-3"),
        ("x", "General", "x"),
        ("-", "General", "-"),
        (".", "General", "."),
    ],
)
def test_a_figure_is_read_as_excel_shows_it_in_dutch(
    pad: Path, waarde: float | str, notatie: str, gedrukt: str
) -> None:
    zet(pad, "Wijkgegevens", "C5", waarde, notatie)
    cel = cijfer(pad)
    assert cel.waarde == pytest.approx(waarde)
    assert (cel.tekst, cel.notatie) == (gedrukt, notatie)


def test_a_number_format_that_we_do_not_know_is_reported(pad: Path) -> None:
    zet(pad, "Wijkgegevens", "C5", 6230, "[DBNum1]0")
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("notatie-onbekend", "C5")]


@pytest.mark.parametrize(("waarde", "notatie"), [(6230, ";;;"), (0, "0;-0;;@"), (0.4, "#")])
def test_a_number_that_its_format_hides_is_told(pad: Path, waarde: float, notatie: str) -> None:
    zet(pad, "Wijkgegevens", "C5", waarde, notatie)
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("getal-verborgen", "C5")]
    assert cijfer(pad).leeg


@pytest.mark.parametrize(("notatie", "getoond"), [(";;;", "niets"), ('@" (oud)"', "SRO (oud)")])
def test_a_text_that_excel_shows_otherwise_is_told_and_kept(pad: Path, notatie: str, getoond: str) -> None:
    zet(pad, "Organisaties", "A4", "SRO", notatie)
    bladen, bevindingen = lees(pad)
    assert [(b.code, b.plaats.cel, b.aanvulling) for b in bevindingen] == [
        ("tekst-anders-getoond", "A4", getoond)
    ]
    assert bladen.organisaties[0].organisatie.tekst == "SRO"


@pytest.mark.parametrize(
    ("label", "gedrukt"), [("Gemiddeld bouwjaar", "1975"), ("Inwoners 0-11 jaar", "1.975")]
)
def test_a_year_among_the_figures_has_no_dot(pad: Path, label: str, gedrukt: str) -> None:
    zet(pad, "Wijkgegevens", "B5", label)
    zet(pad, "Wijkgegevens", "C5", 1975, "General")
    assert cijfer(pad).tekst == gedrukt


def test_a_header_that_is_a_date_is_read_as_excel_shows_it(pad: Path) -> None:
    zet(pad, "Wijkgegevens", "C4", 45658, "mmm-yy")
    bladen, _ = lees(pad)
    assert next(iter(bladen.wijkgegevens[0].vrij)) == "jan-25"


def test_a_number_in_a_text_is_printed_as_excel_shows_it(pad: Path) -> None:
    zet(pad, "Organisaties", "A4", 2030, "General")
    bladen, _ = lees(pad)
    assert bladen.organisaties[0].organisatie.tekst == "2030"


def dag(jaar: int, maand: int, dag: int) -> datetime.datetime:
    return datetime.datetime(jaar, maand, dag)  # noqa: DTZ001 - a date in a cell has no time zone


@pytest.mark.parametrize(
    ("serial", "notatie", "getoond", "waarde"),
    [
        (46000, "dd-mm-yyyy", "09-12-2025", dag(2025, 12, 9)),
        (59, "d-m-yyyy", "28-2-1900", dag(1900, 2, 28)),
        (60, "d-m-yyyy", "29-2-1900", datetime.timedelta(60)),
        (61, "d-m-yyyy", "1-3-1900", dag(1900, 3, 1)),
        (0.75, "h:mm", "18:00", datetime.timedelta(0.75)),
        (2025, "yyyy", "1905", dag(1905, 7, 17)),
    ],
)
def test_dates_are_read_as_excel_counts_them(
    pad: Path, serial: float, notatie: str, getoond: str, waarde: object
) -> None:
    zet(pad, "Wijkgegevens", "C5", serial, notatie)
    cel = cijfer(pad)
    assert (cel.tekst, cel.waarde) == (getoond, waarde)


def test_a_date_of_the_system_of_1904_is_the_same_day(pad: Path) -> None:
    def naar_1904(werkmap: Workbook) -> None:
        werkmap.epoch = CALENDAR_MAC_1904

    bederf(pad, naar_1904)
    zet(pad, "Wijkgegevens", "C5", 46000 - 1462, "dd-mm-yyyy")
    cel = cijfer(pad)
    assert (cel.tekst, cel.waarde) == ("09-12-2025", dag(2025, 12, 9))


def test_bold_and_italic_within_a_cell_are_read_as_runs(pad: Path) -> None:
    vet, cursief = InlineFont(b=True), InlineFont(i=True)
    zet(pad, "Teksten", "E5", CellRichText("een ", TextBlock(vet, "twee"), " ", TextBlock(cursief, "drie")))
    bladen, _ = lees(pad)
    cel = bladen.teksten[0].tekst
    assert cel.tekst == "een twee drie"
    assert cel.runs == (Run("een "), Run("twee", vet=True), Run(" "), Run("drie", cursief=True))


def test_bold_on_a_whole_cell_counts_for_the_text_without_a_form_of_its_own(pad: Path) -> None:
    def maak_vet(werkmap: Workbook) -> None:
        cel = werkmap["Teksten"]["E5"]
        cel.value, cel.font = CellRichText("een ", TextBlock(InlineFont(i=True), "twee")), Font(b=True)

    bederf(pad, maak_vet)
    bladen, _ = lees(pad)
    assert bladen.teksten[0].tekst.runs == (Run("een ", vet=True), Run("twee", cursief=True))


def test_an_error_value_of_excel_is_reported(pad: Path) -> None:
    zet(pad, "Wijkgegevens", "C5", "#DIV/0!")
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("foutwaarde", "C5")]
    assert bevindingen[0].staat_er == "#DIV/0!"


def test_a_line_break_of_windows_is_one_line_break(pad: Path) -> None:
    zet(pad, "Organisaties", "A4", "een_x000D_\ntwee")
    bladen, bevindingen = lees(pad)
    assert not bevindingen
    assert bladen.organisaties[0].organisatie.tekst == "een\ntwee"


# Nothing that a person typed gets lost: it has a place, or a finding


@pytest.mark.parametrize(
    ("blad", "cel"),
    [
        ("Teksten", "F5"),  # beside the columns
        ("Teksten", "H20"),  # beside and below
        ("Teksten", "C1"),  # beside the title
        ("Wijkgegevens", "J5"),
        ("Plan", "D5"),
        ("Plan", "D30"),
        ("Plan", "B2"),  # beside the explanation
        ("Afbeeldingen", "G9"),  # on a sheet without rows
    ],
)
def test_text_beside_the_table_is_reported(blad: str, cel: str, pad: Path) -> None:
    zet(pad, blad, cel, "nog doen")
    bladen, bevindingen = lees(pad)
    assert [(b.code, b.plaats.blad, b.plaats.cel, b.staat_er) for b in bevindingen] == [
        ("buiten-tabel", blad, cel, "nog doen")
    ]
    assert len(bladen.teksten) == 1
    assert bladen.plan is not None


def test_values_in_a_column_that_lost_its_header_are_reported(pad: Path) -> None:
    zet(pad, "Wijkgegevens", "D4", None)
    bladen, bevindingen = lees(pad)
    assert codes(bevindingen) == [("buiten-tabel", "D5")]
    assert list(bladen.wijkgegevens[0].vrij) == ["Noord", "Stad"]


def test_spaces_are_no_text_beside_the_table_and_a_title_of_its_own_is_told_as_a_tip(pad: Path) -> None:
    zet(pad, "Teksten", "F5", "  \n")
    zet(pad, "Teksten", "A1", "Onze teksten")
    zet(pad, "Teksten", "A3", "Versie van mei")
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("boven-tabel", "A1"), ("boven-tabel", "A3")]


def test_text_far_below_the_table_is_a_row_of_it(pad: Path) -> None:
    zet(pad, "Organisaties", "A900000", "SRO")
    bladen, bevindingen = lees(pad)
    assert codes(bevindingen) == [("rij-leeg", "A5")]
    assert [rij.rij for rij in bladen.organisaties] == [4, 900000]


@pytest.mark.parametrize("kolom", ["A", "B"])
def test_an_upright_sheet_with_another_header_is_reported(kolom: str, pad: Path) -> None:
    zet(pad, "Plan", f"{kolom}3", "Inhoud")
    bladen, bevindingen = lees(pad)
    assert codes(bevindingen) == [("kolom-anders", f"{kolom}3")]
    assert bladen.plan is None


def test_an_upright_sheet_needs_no_column_that_explains(pad: Path) -> None:
    bederf(pad, lambda werkmap: werkmap["Plan"].delete_cols(3))
    bladen, bevindingen = lees(pad)
    assert not bevindingen
    assert bladen.plan is not None


def test_a_free_column_elsewhere_than_after_indicator_is_reported(pad: Path) -> None:
    zet(pad, "Wijkgegevens", "H4", "Opmerking")
    bladen, bevindingen = lees(pad)
    assert codes(bevindingen) == [("kolom-onbekend", "H4")]
    assert bevindingen[0].aanvulling == "Groep, Indicator (en daarna uw eigen kolommen), Jaar, Bron"
    assert bladen.wijkgegevens == []


def test_a_sheet_that_nobody_reads_is_reported_when_it_holds_something(pad: Path) -> None:
    def wijziging(werkmap: Workbook) -> None:
        werkmap.create_sheet("Blad1")
        werkmap.create_sheet("Teksten (2)")["C9"].value = "vergeten"

    bederf(pad, wijziging)
    _, bevindingen = lees(pad)
    assert codes(bevindingen) == [("blad-onbekend", "Teksten (2)")]
    assert bevindingen[0].aanvulling.startswith("Plan, Wijkgegevens, ")


def test_a_workbook_that_is_too_large_is_not_opened(pad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_UITGEPAKT", 1024)
    _, bevindingen = lees(pad)
    assert [b.code for b in bevindingen] == ["bestand-te-groot"]


# Formulas, dates and links


def zet_formule(pad: Path, cel: str, xml: str) -> None:
    """Give a cell of the sheet Wijkgegevens a formula as the XML of Excel has it."""
    zet(pad, "Wijkgegevens", cel, "=VERVANG")
    with zipfile.ZipFile(pad) as pakket:
        delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
    leeg = rf'(<c r="{cel}"[^>]*?)( t="\w+")?><f>VERVANG</f><v ?/?>(</v>)?</c>'.encode()
    gevonden = 0
    with zipfile.ZipFile(pad, "w") as pakket:
        for naam, inhoud in delen.items():
            nieuw, aantal = re.subn(leeg, rb"\1" + xml.encode() + b"</c>", inhoud)
            gevonden += aantal
            pakket.writestr(naam, nieuw)
    assert gevonden == 1


def test_a_formula_gives_its_result(pad: Path) -> None:
    zet_formule(pad, "C5", "><f>6000+230</f><v>6230</v>")
    assert cijfer(pad).tekst == "6.230"
    zet_formule(pad, "C5", ' t="str"><f>"een "&amp;"twee"</f><v>een twee</v>')
    assert cijfer(pad).tekst == "een twee"


@pytest.mark.parametrize("xml", ["><f>6000+230</f>", "><f>6000+230</f><v></v>"])
def test_a_formula_without_a_stored_result_is_reported(xml: str, pad: Path) -> None:
    zet_formule(pad, "C5", xml)
    _, bevindingen = lees(pad)
    assert [(b.code, b.plaats.cel, b.staat_er) for b in bevindingen] == [
        ("formule-zonder-uitkomst", "C5", "=6000+230")
    ]


def test_a_formula_whose_result_is_no_text_is_an_empty_cell(pad: Path) -> None:
    zet_formule(pad, "C5", ' t="str"><f>IF(1=1,"","x")</f><v></v>')
    _, bevindingen = lees(pad)
    assert not bevindingen
    assert cijfer(pad).leeg


@pytest.mark.parametrize(
    ("waarde", "gedrukt"),
    [
        (datetime.date(2026, 12, 8), "2026-12-08"),
        (datetime.time(8, 30), "8:30:00"),
        (datetime.timedelta(hours=30), "30:00:00"),
        (True, "ja"),
    ],
)
def test_a_value_that_is_no_text_and_no_number_is_not_lost(waarde: object, gedrukt: str, pad: Path) -> None:
    zet(pad, "Wijkgegevens", "C5", waarde)
    assert cijfer(pad).tekst == gedrukt


@pytest.mark.parametrize("adres", ["https://www.x.nl/wijk", "mailto:info@x.nl"])
def test_a_link_on_a_cell_with_links_of_its_own_is_reported_for_it_does_not_come_in_the_plan(
    adres: str, pad: Path
) -> None:
    def wijziging(werkmap: Workbook) -> None:
        werkmap["Teksten"]["E5"].hyperlink = adres

    bederf(pad, wijziging)
    _, bevindingen = lees(pad)
    assert [(b.code, b.plaats.cel, b.staat_er) for b in bevindingen] == [("link-op-cel", "E5", adres)]


@pytest.mark.parametrize(
    ("tekst", "adres"),
    [
        ("info@x.nl", "mailto:info@x.nl"),
        ("www.x.nl", "http://www.x.nl/"),
        ("https://x.nl/", "https://x.nl"),
    ],
)
def test_an_address_of_which_excel_made_a_link_is_just_its_text(tekst: str, adres: str, pad: Path) -> None:
    def wijziging(werkmap: Workbook) -> None:
        werkmap["Teksten"]["E5"].value = tekst
        werkmap["Teksten"]["E5"].hyperlink = adres

    bederf(pad, wijziging)
    bladen, bevindingen = lees(pad)
    assert not bevindingen
    assert bladen.teksten[0].tekst.runs == (Run(tekst),)
