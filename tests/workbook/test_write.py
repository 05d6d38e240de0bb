"""What we write into Excel comes back as it was, and is good Excel for the person who fills it in."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.bevinding import Bevinding
from pipeline.workbook.bladen import WijkBladen, lees_gemeente, lees_wijk
from pipeline.workbook.kolommen import Rij, kolommen
from pipeline.workbook.read import STAANDE_KOPPEN
from pipeline.workbook.sheets import WIJK_BLADEN, LijstRij, OrganisatieRij, PlanRij
from pipeline.workbook.sheets_aanpak import TekstRij
from pipeline.workbook.sheets_gemeente import GEMEENTE_BLADEN
from pipeline.workbook.write import schrijf_gemeente, schrijf_wijk
from tests.workbook.voorbeeld import gemeente, gezien, tekst, wijk

INVOER = Path(__file__).parents[2] / "inputs"


@pytest.fixture(scope="module")
def wijkpad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("wijk") / "jp.xlsx"
    schrijf_wijk(pad, wijk(), gemeente())
    return pad


@pytest.fixture(scope="module")
def werkmap(wijkpad: Path) -> Workbook:
    return load_workbook(wijkpad, rich_text=True)


def koprij(blad: Worksheet) -> int:
    (tabel,) = blad.tables.values()
    return int(blad[tabel.ref][0][0].row)


def validaties(blad: Worksheet) -> dict[str, DataValidation]:
    """Give the validation of every column (or row, in a sheet filled in downwards) by its header."""
    regels = {}
    for regel in blad.data_validations.dataValidation:
        (bereik,) = regel.sqref.ranges
        staand = blad.cell(koprij(blad), 2).value == STAANDE_KOPPEN[1]
        kop = blad.cell(bereik.min_row, 1) if staand else blad.cell(koprij(blad), bereik.min_col)
        regels[str(kop.value)] = regel
    return regels


def invulbladen(werkmap: Workbook) -> list[Worksheet]:
    return [werkmap[soort.blad] for soort in WIJK_BLADEN]


# What is written comes back


def test_a_wijk_is_read_back_as_it_was_written(wijkpad: Path) -> None:
    bevindingen: list[Bevinding] = []
    assert gezien(lees_wijk(wijkpad, bevindingen).rijen()) == gezien(wijk().rijen())
    assert not bevindingen


def test_a_gemeente_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    bevindingen: list[Bevinding] = []
    schrijf_gemeente(tmp_path / "gemeente.xlsx", gemeente())
    assert gezien(lees_gemeente(tmp_path / "gemeente.xlsx", bevindingen).rijen()) == gezien(
        gemeente().rijen()
    )
    assert not bevindingen


@pytest.mark.parametrize("sleutel", ["nieuwland", "vbl"])
def test_the_workbook_of_a_published_plan_is_read_back_as_it_was_written(
    sleutel: str, tmp_path: Path
) -> None:
    bevindingen: list[Bevinding] = []
    bladen = lees_wijk(INVOER / sleutel / f"{sleutel}.xlsx", bevindingen)
    schrijf_wijk(tmp_path / "kopie.xlsx", bladen, lees_gemeente(INVOER / "gemeente.xlsx", bevindingen))
    kopie = gezien(lees_wijk(tmp_path / "kopie.xlsx", bevindingen).rijen())
    assert len(kopie) > 100
    assert kopie == gezien(bladen.rijen())
    assert not bevindingen


def test_a_workbook_without_content_has_all_its_sheets_and_headers(tmp_path: Path) -> None:
    schrijf_wijk(tmp_path / "leeg.xlsx", WijkBladen())
    bevindingen: list[Bevinding] = []
    bladen = lees_wijk(tmp_path / "leeg.xlsx", bevindingen)
    assert {b.code for b in bevindingen} == {"blad-leeg"}
    assert bladen.plan is not None
    assert bladen.plan.wijkcombinatie.leeg


def test_the_same_content_gives_the_same_bytes_without_the_time_of_day(wijkpad: Path, tmp_path: Path) -> None:
    schrijf_wijk(tmp_path / "jp.xlsx", wijk(), gemeente())
    assert (tmp_path / "jp.xlsx").read_bytes() == wijkpad.read_bytes()
    with zipfile.ZipFile(wijkpad) as pakket:
        assert {deel.date_time for deel in pakket.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        eigenschappen = pakket.read("docProps/core.xml").decode()
    assert eigenschappen.count("2026-01-01T00:00:00Z") == 2


# Text stays text


@pytest.mark.parametrize(
    "inhoud", ["=1+1", "+31 6", "-", "- punt", "@iemand", "'t Hart", "#N/A", "1e lijn", "007"]
)
def test_text_that_looks_like_something_else_stays_text(inhoud: str, tmp_path: Path) -> None:
    bladen = WijkBladen(organisaties=[OrganisatieRij(rij=0, vrij={}, organisatie=tekst(inhoud))])
    schrijf_wijk(tmp_path / "t.xlsx", bladen)
    (rij,) = lees_wijk(tmp_path / "t.xlsx", []).organisaties
    assert rij.organisatie.waarde == inhoud
    with zipfile.ZipFile(tmp_path / "t.xlsx") as pakket:
        assert not any(b"<f>" in pakket.read(naam) for naam in pakket.namelist() if "sheets/" in naam)


def test_text_that_excel_would_calculate_is_marked_as_typed(werkmap: Workbook) -> None:
    inleiding = werkmap["Clusters"].cell(koprij(werkmap["Clusters"]) + 1, 4)
    assert inleiding.quotePrefix
    assert inleiding.number_format == "@"


def test_text_that_is_bold_as_a_whole_has_a_bold_cell(tmp_path: Path) -> None:
    schrijf_gemeente(tmp_path / "gemeente.xlsx", gemeente())
    blad = load_workbook(tmp_path / "gemeente.xlsx", rich_text=True)["Colofon"]
    cel = blad.cell(koprij(blad) + 1, 2)
    assert cel.value == "Postadres"
    assert cel.font.b


def test_text_that_is_bold_in_part_is_rich_text(werkmap: Workbook) -> None:
    blad = werkmap["Activiteiten"]
    cel = blad.cell(koprij(blad) + 1, 4)
    assert isinstance(cel.value, CellRichText)
    assert not cel.font.b


# Good Excel


def test_the_explanation_comes_first_and_the_lists_come_last(werkmap: Workbook) -> None:
    assert werkmap.sheetnames == ["Uitleg", *(soort.blad for soort in WIJK_BLADEN), "Lijsten"]
    assert werkmap.active is not None
    assert werkmap.active.title == "Uitleg"


def test_the_explanation_names_every_sheet_and_every_way_to_type(werkmap: Workbook) -> None:
    waarden = {str(cel.value) for rij in werkmap["Uitleg"].iter_rows() for cel in rij if cel.value}
    soorten: tuple[type[Rij], ...] = (*WIJK_BLADEN, LijstRij)
    assert {soort.uitleg for soort in soorten} <= waarden
    for voorbeeld in ("[kernaanpak 2](#kernaanpak-2)", "[](#kernaanpak-2)", r"\- gewone tekst"):
        assert voorbeeld in waarden


@pytest.mark.parametrize("soort", [*WIJK_BLADEN, LijstRij])
def test_every_sheet_is_a_table_with_the_columns_of_its_description(
    soort: type[Rij], werkmap: Workbook
) -> None:
    blad = werkmap[soort.blad]
    (tabel,) = blad.tables.values()
    assert tabel.displayName == f"tbl{soort.blad}"
    namen = [kolom.name for kolom in tabel.tableColumns]
    assert namen == [cel.value for cel in blad[koprij(blad)] if cel.value]
    verwacht = [kolom.kop for kolom in kolommen(soort).values()]
    if soort.staand:
        assert [blad.cell(koprij(blad) + n, 1).value for n in range(1, len(verwacht) + 1)] == verwacht
        assert namen == [*STAANDE_KOPPEN, "Uitleg"]
    else:
        assert [naam for naam in namen if naam in verwacht] == verwacht


def test_the_columns_of_the_wijken_stand_between_indicator_and_jaar(werkmap: Workbook) -> None:
    blad = werkmap["Wijkgegevens"]
    koppen = [cel.value for cel in blad[koprij(blad)]]
    assert koppen == ["Groep", "Indicator", "Noord", "Zuid", "Stad", "Jaar", "Bron"]


def test_the_headers_stay_in_view_and_are_repeated_in_print(werkmap: Workbook) -> None:
    for blad in invulbladen(werkmap):
        assert blad.freeze_panes is not None
        assert blad.freeze_panes.endswith(str(koprij(blad) + 1))
        assert blad.print_title_rows == f"${koprij(blad)}:${koprij(blad)}"
        assert (blad.page_setup.orientation, blad.page_setup.fitToWidth) == ("landscape", 1)
    assert werkmap["Activiteiten"].freeze_panes == "C5"


def test_nothing_is_merged_locked_or_calculated(werkmap: Workbook) -> None:
    for blad in werkmap.worksheets:
        assert not blad.merged_cells.ranges
        assert not blad.protection.sheet
        assert all(cel.data_type != "f" for rij in blad.iter_rows() for cel in rij)


def test_a_row_is_as_high_as_its_text_and_still_grows(wijkpad: Path, tmp_path: Path) -> None:
    lang = TekstRij(
        rij=0,
        vrij={},
        onderdeel=tekst("2 Thema"),
        kernaanpak=tekst(),
        kop=tekst("Thema"),
        soort=tekst("alinea"),
        tekst=tekst("woord " * 200),
    )
    schrijf_wijk(tmp_path / "lang.xlsx", WijkBladen(teksten=[lang]))
    kort, hoog = (
        load_workbook(pad)["Teksten"].row_dimensions[5].height for pad in (wijkpad, tmp_path / "lang.xlsx")
    )
    assert kort < 25
    assert 130 < hoog < 220
    with zipfile.ZipFile(tmp_path / "lang.xlsx") as pakket:
        blad = pakket.read("xl/worksheets/sheet8.xml").decode()
    assert '<row r="5"' in blad
    assert 'customHeight="1"' not in blad[blad.index('<row r="5"') :]


# Prompts and dropdowns


def test_every_column_has_a_prompt_that_excel_can_show(werkmap: Workbook) -> None:
    for soort in WIJK_BLADEN:
        regels = validaties(werkmap[soort.blad])
        for kolom in kolommen(soort).values():
            assert regels[kolom.kop].prompt == kolom.hulp
            assert regels[kolom.kop].showInputMessage
            assert len(kolom.hulp) <= 255
            assert len(kolom.kop) <= 32


def test_every_explanation_of_the_gemeente_fits_in_a_prompt() -> None:
    assert all(len(kolom.hulp) <= 255 for soort in GEMEENTE_BLADEN for kolom in kolommen(soort).values())


def test_fixed_choices_are_a_list_and_refuse_anything_else(werkmap: Workbook) -> None:
    status = validaties(werkmap["Plan"])["Status"]
    assert status.formula1 == '"concept,definitief"'
    assert status.showErrorMessage
    assert status.errorStyle == "stop"
    assert status.error == "Kies een waarde uit de lijst, of maak de cel leeg."


def test_free_choices_only_suggest(werkmap: Workbook) -> None:
    status = validaties(werkmap["Activiteiten"])["Status"]
    assert status.formula1 == '"Voortzetten,Verbeteren,Verkennen/onderzoeken,Uitbreiden,Nieuw"'
    assert not status.showErrorMessage


def test_choices_from_a_column_follow_its_filled_rows(werkmap: Workbook) -> None:
    formule = validaties(werkmap["Activiteiten"])["Cluster"].formula1
    assert formule == (
        "OFFSET('Clusters'!$C$5,0,0,MAX(1,"
        "SUMPRODUCT(MAX(('Clusters'!$C$5:$C$305<>\"\")*ROW('Clusters'!$C$5:$C$305)))-4),1)"
    )
    assert all(
        len(regel.formula1 or "") <= 255
        for blad in invulbladen(werkmap)
        for regel in validaties(blad).values()
    )


def test_dropdowns_and_prompts_are_there_for_rows_to_come(werkmap: Workbook) -> None:
    (bereik,) = validaties(werkmap["Teksten"])["Soort"].sqref.ranges
    assert bereik.max_row - bereik.min_row >= 300


def test_the_lists_hold_the_names_of_the_gemeente(werkmap: Workbook) -> None:
    blad = werkmap["Lijsten"]
    namen = [[cel.value for cel in rij] for rij in blad.iter_rows(min_row=koprij(blad) + 1, max_col=2)]
    assert namen == [["Bewegen", "Buurthuis"], ["Stress", None]]


def test_a_wijk_without_a_gemeente_has_no_names_to_choose_from(tmp_path: Path) -> None:
    schrijf_wijk(tmp_path / "w.xlsx", wijk())
    blad = load_workbook(tmp_path / "w.xlsx")["Lijsten"]
    assert blad.cell(koprij(blad) + 1, 1).value is None


def test_a_field_of_a_sheet_that_stands_upright_keeps_its_own_form(werkmap: Workbook) -> None:
    plan = werkmap["Plan"]
    rijen = {str(rij[0].value): rij[1] for rij in plan.iter_rows(min_row=koprij(plan) + 1)}
    koppen = kolommen(PlanRij)
    assert rijen[koppen["datum"].kop].number_format == "dd-mm-yyyy"
    assert rijen[koppen["periode_van"].kop].value == 2026
    assert isinstance(rijen[koppen["volgorde_zin"].kop].value, CellRichText)
