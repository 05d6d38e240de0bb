"""A row of totals is no row of the plan, and is told once; what somebody typed in it is told as lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.table import TableColumn

from pipeline.bevinding import Bevinding
from pipeline.workbook.bladen import WijkBladen, lees_wijk
from pipeline.workbook.write import schrijf_wijk
from tests.workbook.voorbeeld import bederf, codes, wijk


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    schrijf_wijk(tmp_path / "jp.xlsx", wijk())
    return tmp_path / "jp.xlsx"


def lees(pad: Path) -> tuple[WijkBladen, list[Bevinding]]:
    bevindingen: list[Bevinding] = []
    return lees_wijk(pad, bevindingen), bevindingen


def put(pad: Path, blad: str, *waarden: Any, in_table: bool) -> None:
    """Add a row below the table; in the table it is Excel's own row of totals."""

    def wijziging(werkmap: Workbook) -> None:
        sheet = werkmap[blad]
        sheet.append(waarden)
        (table,) = sheet.tables.values()
        if in_table:
            first, _, last = table.ref.partition(":")
            table.ref = f"{first}:{last.rstrip('0123456789')}{sheet.max_row}"
            table.totalsRowCount = 1
            column: TableColumn = table.tableColumns[0]
            column.totalsRowLabel = "Totaal"

    bederf(pad, wijziging)


@pytest.mark.parametrize("in_table", [True, False])
@pytest.mark.parametrize("word", ["Totaal", "totaal:", "TOTAAL\u00a0", "Total"])
def test_a_row_of_totals_is_no_organisatie(word: str, in_table: bool, pad: Path) -> None:
    put(pad, "Organisaties", word, in_table=in_table)
    bladen, bevindingen = lees(pad)
    assert [rij.organisatie.tekst for rij in bladen.organisaties] == ["'t Hart @ +plus"]
    assert codes(bevindingen) == [("totaalrij", "A5")]


@pytest.mark.parametrize("in_table", [True, False])
def test_a_sum_is_no_score(in_table: bool, pad: Path) -> None:
    put(pad, "Factoren", "Totaal", None, 57, in_table=in_table)
    bladen, bevindingen = lees(pad)
    assert [rij.factor.tekst for rij in bladen.factoren] == ["Bewegen"]
    assert [b.code for b in bevindingen] == ["totaalrij"]


def test_a_row_of_totals_without_words_is_known_by_its_table(pad: Path) -> None:
    put(pad, "Factoren", None, None, 57, in_table=True)
    bladen, bevindingen = lees(pad)
    assert len(bladen.factoren) == 1
    assert [(b.code, b.staat_er) for b in bevindingen] == [("totaalrij", "57")]


def test_an_organisatie_that_was_typed_over_the_word_is_told_as_left_out(pad: Path) -> None:
    put(pad, "Organisaties", "Buurthuis", in_table=True)
    bladen, bevindingen = lees(pad)
    assert len(bladen.organisaties) == 1
    assert [(b.code, b.ernst, b.staat_er) for b in bevindingen] == [
        ("tekst-in-totaalrij", "fout", "Buurthuis")
    ]


def test_a_figure_of_a_total_is_data(pad: Path) -> None:
    put(pad, "Wijkgegevens", None, "Totaal", 1, 2, 3, 2025, "BRP", in_table=False)
    bladen, bevindingen = lees(pad)
    assert len(bladen.wijkgegevens) == 2
    assert not bevindingen


def test_totaal_in_the_middle_is_a_name_like_any_other(pad: Path) -> None:
    put(pad, "Organisaties", "Totaal", in_table=False)
    put(pad, "Organisaties", "Buurthuis", in_table=False)
    assert len(lees(pad)[0].organisaties) == 3
