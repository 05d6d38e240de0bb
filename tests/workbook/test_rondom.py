"""What stands on a sheet and does not reach the plan, or not as it looks, is told."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from pipeline.bevinding import Bevinding
from pipeline.workbook.bladen import GemeenteBladen, lees_wijk
from pipeline.workbook.nieuw import nieuwe_wijk
from pipeline.workbook.rondom import MAX_RONDOM
from pipeline.workbook.write import schrijf_wijk
from tests.workbook.voorbeeld import bederf, wijk


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    pad = tmp_path / "jp.xlsx"
    schrijf_wijk(pad, wijk())
    return pad


@pytest.fixture
def nieuw(tmp_path: Path) -> Path:
    """A workbook that starts, with its examples."""
    pad = tmp_path / "jp.xlsx"
    schrijf_wijk(pad, nieuwe_wijk("Jan", ["Noord", "Zuid"], GemeenteBladen()), voorbeelden=True)
    return pad


def gevonden(pad: Path) -> list[tuple[str, str, str, str]]:
    bevindingen: list[Bevinding] = []
    lees_wijk(pad, bevindingen)
    return [(b.code, b.plaats.blad, b.plaats.cel, b.staat_er) for b in bevindingen if b.code != "blad-leeg"]


def _streep(werkmap: Workbook) -> None:
    werkmap["Organisaties"]["A4"].font = Font(strike=True)


def _streep_in_tekst(werkmap: Workbook) -> None:
    weg = TextBlock(InlineFont(strike=True), "niets ")
    werkmap["Teksten"]["E5"].value = CellRichText("Wij doen ", weg, "veel.")


def _notitie(werkmap: Workbook) -> None:
    werkmap["Clusters"]["C4"].comment = Comment("Nog navragen\nbij Jan", "Piet")


def _verberg(werkmap: Workbook) -> None:
    werkmap["Organisaties"].row_dimensions[4].hidden = True
    werkmap["Organisaties"].row_dimensions[9].hidden = True
    werkmap["Teksten"].column_dimensions["E"].hidden = True


def _zonder_maat(werkmap: Workbook) -> None:
    werkmap["Organisaties"].row_dimensions[4].height = 0.5
    werkmap["Teksten"].column_dimensions["E"].width = 0.1


def _klap_in(werkmap: Workbook) -> None:
    werkmap["Organisaties"].row_dimensions.group(4, 4, hidden=True)
    werkmap["Teksten"].column_dimensions.group("E", "E", hidden=True)


def _verberg_alles(werkmap: Workbook) -> None:
    werkmap["Organisaties"].sheet_format.zeroHeight = True
    werkmap["Organisaties"].row_dimensions[4].height = None
    del werkmap["Organisaties"].row_dimensions[4]


def _verberg_bladen(werkmap: Workbook) -> None:
    werkmap["Organisaties"].sheet_state = "hidden"
    werkmap["Teksten"].sheet_state = "veryHidden"
    werkmap["Lijsten"].sheet_state = "hidden"


def _boven_de_tabel(werkmap: Workbook) -> None:
    werkmap["Organisaties"]["A2"].value = "Stichting Thuis"


def _voeg_samen(werkmap: Workbook) -> None:
    werkmap["Activiteiten"].merge_cells("D5:E6")
    werkmap["Activiteiten"].merge_cells("A1:C1")


def _zonder_kop(werkmap: Workbook) -> None:
    blad = werkmap["Wijkgegevens"]
    blad["H5"].value, blad["H6"].value = 0.1414, 0.2
    blad["H5"].number_format = "0.0%"


@pytest.mark.parametrize(
    ("wijziging", "verwacht"),
    [
        (_streep, [("tekst-doorgehaald", "Organisaties", "A4")]),
        (_streep_in_tekst, [("tekst-doorgehaald", "Teksten", "E5")]),
        (_notitie, [("notitie", "Clusters", "C4")]),
        (_verberg, [("verborgen", "Teksten", "E4"), ("verborgen", "Organisaties", "A4")]),
        (_zonder_maat, [("verborgen", "Teksten", "E4"), ("verborgen", "Organisaties", "A4")]),
        (_klap_in, [("verborgen", "Teksten", "E4"), ("verborgen", "Organisaties", "A4")]),
        (_verberg_alles, [("verborgen", "Organisaties", "A4")]),
        (_verberg_bladen, [("blad-verborgen", "Teksten", ""), ("blad-verborgen", "Organisaties", "")]),
        (_boven_de_tabel, [("boven-tabel", "Organisaties", "A2")]),
        (_voeg_samen, [("cellen-samengevoegd", "Activiteiten", "D5")]),
        (_zonder_kop, [("kop-leeg", "Wijkgegevens", "H4")]),
    ],
)
def test_what_looks_otherwise_than_it_is_read_is_told(
    wijziging: Callable[[Workbook], None], verwacht: list[tuple[str, str, str]], pad: Path
) -> None:
    bederf(pad, wijziging)
    assert [bevinding[:3] for bevinding in gevonden(pad)] == verwacht


def test_the_words_of_the_findings_are_those_of_the_sheet(pad: Path) -> None:
    bederf(pad, lambda werkmap: [w(werkmap) for w in (_streep_in_tekst, _notitie, _voeg_samen, _zonder_kop)])
    woorden = {code: staat_er for code, _, _, staat_er in gevonden(pad)}
    assert woorden["tekst-doorgehaald"] == "niets"
    assert woorden["notitie"] == "Nog navragen bij Jan"
    assert woorden["cellen-samengevoegd"] == "D5:E6"
    assert woorden["kop-leeg"] == "14,1%"


def test_a_picture_on_a_sheet_is_told(pad: Path) -> None:
    with zipfile.ZipFile(pad, "a") as pakket:
        pakket.writestr("xl/media/image1.png", b"beeld")
    assert gevonden(pad) == [("plaatje-in-werkmap", "", "", "")]


def test_a_new_workbook_has_nothing_of_the_kind(nieuw: Path) -> None:
    assert gevonden(nieuw) == []


def test_a_row_typed_over_the_example_is_told(nieuw: Path) -> None:
    def typ(werkmap: Workbook) -> None:
        blad = werkmap["Organisaties"]
        (voorbeeld,) = [cel for (cel,) in blad.iter_rows(max_col=1) if cel.value == "Indebuurt033"]
        voorbeeld.value = "Onze eigen stichting"

    bederf(nieuw, typ)
    ((code, blad, _, staat_er),) = gevonden(nieuw)
    assert (code, blad, staat_er) == ("voorbeeld-veranderd", "Organisaties", "Onze eigen stichting")


def test_an_example_that_was_taken_away_is_right(nieuw: Path) -> None:
    def haal_weg(werkmap: Workbook) -> None:
        for cel in werkmap["Organisaties"]["A"]:
            if cel.value == "Indebuurt033":
                cel.value = None

    bederf(nieuw, haal_weg)
    assert gevonden(nieuw) == []


def test_very_many_notes_are_told_a_number_of_times(pad: Path) -> None:
    def veel(werkmap: Workbook) -> None:
        for rij in range(10, 10 + 2 * MAX_RONDOM):
            werkmap["Organisaties"][f"F{rij}"].comment = Comment("Let op", "Piet")

    bederf(pad, veel)
    assert [code for code, *_ in gevonden(pad)] == ["notitie"] * MAX_RONDOM
