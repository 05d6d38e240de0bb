"""The account: both published plans and a plan with all kinds of text come out whole, and are counted so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from pipeline.account.cells import filled
from pipeline.account.wijkplan import WIJKPLAN
from pipeline.assemble import maak_plan
from pipeline.check import PAGINA, controleer_wijk
from pipeline.errors import InvoerFout
from pipeline.ongewijzigd import ongewijzigd
from pipeline.project import Project
from pipeline.publish import ADMINISTRATIE
from pipeline.workbook.kolommen import Rij, kolommen
from pipeline.workbook.sheets import WIJK_BLADEN
from pipeline.workbook.sheets_gemeente import ColofonRij, GemeenteRij
from tests.account.drawn_up import account_of, rich_project
from tests.conftest import PLANNEN


@pytest.mark.parametrize(
    ("wijk", "line"),
    [
        ("nieuwland", "602 cellen: 281 in het plan, 321 gebruikt, 0 gemeld"),
        ("vbl", "647 cellen: 351 in het plan, 296 gebruikt, 0 gemeld"),
    ],
)
def test_a_published_plan_holds_every_cell(wijk: str, line: str, project: Project) -> None:
    assert account_of(project, wijk)[:2] == (line, [])


def test_a_plan_with_all_kinds_of_text_holds_every_cell(tmp_path: Path) -> None:
    line, lost, _ = account_of(rich_project(tmp_path), "nieuwland")
    assert lost == []
    assert line == "638 cellen: 296 in het plan, 342 gebruikt, 0 gemeld"


@pytest.mark.parametrize("wijk", PLANNEN)
def test_every_cell_below_a_title_is_counted_once(wijk: str, project: Project) -> None:
    line, _, _ = account_of(project, wijk)
    assert int(line.split()[0].replace(".", "")) == counted(project, wijk)


def counted(project: Project, wijk: str) -> int:
    """Count the filled cells from the header row on, but for the column that explains an upright sheet."""
    return sum(
        _counted(load_workbook(path), {sheet.name: sheet.upright for sheet in sheets})
        for path, sheets in ((project.werkmap(wijk), WIJKPLAN.sheets), (project.gemeente, WIJKPLAN.common))
    )


def _counted(workbook: Workbook, sheets: dict[str, bool]) -> int:
    number = 0
    for name, upright in sheets.items():
        cells = list(filled(workbook[name]))
        first = next(
            cell.row
            for cell in cells
            if cell.value in ("Onderdeel", "Organisatie", "Soort") or cell.column > 1
        )
        number += sum(
            cell.row >= first and not (upright and cell.column > 2 and cell.row > first) for cell in cells
        )
    return number


def test_the_declaration_has_every_column_of_the_workbook() -> None:
    declared = {sheet.name: set(sheet.columns) for sheet in (*WIJKPLAN.sheets, *WIJKPLAN.common)}
    kinds: tuple[type[Rij], ...] = (*WIJK_BLADEN, GemeenteRij, ColofonRij)
    described = {soort.blad: {kolom.kop for kolom in kolommen(soort).values()} for soort in kinds}
    assert declared == described


def test_a_run_ends_with_the_account_and_one_that_changes_nothing_keeps_it(project: Project) -> None:
    made = maak_plan(project, "vbl", lambda _: None)
    again = ongewijzigd(project, "vbl", None)
    assert again is not None
    assert made.telling == again.telling == "647 cellen: 351 in het plan, 296 gebruikt, 0 gemeld"
    notes = json.loads((project.uitvoer("vbl") / ADMINISTRATIE).read_text(encoding="utf-8"))
    assert notes["herkomst"]["telling"] == made.telling


def test_a_lost_cell_blocks_definitief_and_is_told_above_all_else(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.document.wordml.tekst_xml", lambda _: "<w:t>iets anders</w:t>")
    with pytest.raises(InvoerFout) as refused:
        maak_plan(project, "vbl", lambda _: None, definitief=True)
    assert {b.code for b in refused.value.bevindingen if b.ernst == "fout"} == {"cel-niet-in-plan"}
    concept = maak_plan(project, "vbl", lambda _: None, definitief=False)
    assert "NIET in het plan" in concept.telling
    controleer_wijk(project, "vbl")
    page = (project.uitvoer("vbl") / PAGINA).read_text(encoding="utf-8")
    assert (
        page.index("Niet in het plan, of anders dan u typte")
        < page.index("Dit staat niet in het plan: ")
        < page.index("<main")
    )
