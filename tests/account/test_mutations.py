"""Whatever people do to a sound workbook: no cell of it is lost without a word."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from pipeline.account.cells import same
from pipeline.account.wijkplan import WIJKPLAN
from pipeline.errors import WijkplanFout
from pipeline.pdf.soffice import vind_soffice
from pipeline.project import Project
from tests.account.drawn_up import account_of, rich_project, sheet_rows
from tests.account.mutations import CHANGES

WIJK = "nieuwland"
Sound = tuple[Project, str, bytes]
"""A project, its wijk and its workbook before anything is changed."""
SMALL, FULL = 280, 40
"""Workbooks in `make test`: a small one with everything in it, and whole plans."""
SOAK = 10_000
BATCH = 20
KEEP = {"Wijkgegevens": 4, "Factoren": 6, "Clusters": 5, "Activiteiten": 9, "Organisaties": 4}
"""How many rows the small workbook has of the large sheets."""


@pytest.fixture(scope="session")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sound]:
    """Give for each base a project, its wijk and its sound workbook."""
    out = {}
    for name, wijk in (("small", WIJK), ("nieuwland", WIJK), ("vbl", "vbl")):
        project = rich_project(tmp_path_factory.mktemp(name), wijk)
        if name == "small":
            workbook = load_workbook(project.werkmap(wijk), rich_text=True)
            shorten(workbook)
            workbook.save(project.werkmap(wijk))
        out[name] = (project, wijk, project.werkmap(wijk).read_bytes())
    return out


def shorten(workbook: Workbook) -> None:
    """Keep of each sheet what shows every kind of row."""
    for name, number in KEEP.items():
        sheet, header, _ = sheet_rows(workbook, name)
        sheet.delete_rows(header + 1 + number, sheet.max_row)
    sheet, header, columns = sheet_rows(workbook, "Teksten")
    seen: dict[tuple[object, ...], int] = {}
    for row in range(sheet.max_row, header, -1):
        key = tuple(sheet.cell(row, columns[name]).value for name in ("Onderdeel", "Kernaanpak", "Soort"))
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 2:
            sheet.delete_rows(row)
    for name in ("Uitleg", "Lijsten"):
        del workbook[name]


def changed(base: bytes, seed: int) -> tuple[bytes, list[str]]:
    """Return a workbook with one to four changes, and their names."""
    random = Random(seed)  # noqa: S311 - nothing secret
    workbook = load_workbook(io.BytesIO(base), rich_text=True)
    names = []
    for _ in range(random.randint(1, 4)):
        change = random.choice(CHANGES)
        try:
            change(random, workbook)
        except (AssertionError, IndexError):  # no headers are left to go by
            continue
        names.append(change.__name__)
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue(), names


def trial(sound: Sound, seed: int) -> None:
    """Change a workbook and hold its account to what it promises."""
    project, wijk, base = sound
    content, names = changed(base, seed)
    project.werkmap(wijk).write_bytes(content)
    try:
        line, lost, _ = account_of(project, wijk)
    except WijkplanFout:
        return  # there is no plan, and that is told
    told = [f"{finding.code} {finding.plaats}: {finding.staat_er!r}" for finding in lost]
    assert not told, (seed, names, told)
    assert total(line) == counted(load_workbook(io.BytesIO(content)), project), (seed, names)


def total(line: str) -> int:
    return int(line.split(maxsplit=1)[0].replace(".", ""))


@cache
def common(project: Project) -> int:
    workbook = load_workbook(project.gemeente)
    return sum(_below(workbook[sheet.name], upright=sheet.upright) for sheet in WIJKPLAN.common)


def counted(workbook: Workbook, project: Project) -> int:
    """Count the filled cells of a workbook, but for what the program wrote to explain it."""
    known = {same(sheet.name): sheet.upright for sheet in WIJKPLAN.sheets}
    passed_over = {same(name) for name in WIJKPLAN.passed_over}
    own = sum(
        _below(sheet, upright=known[same(sheet.title)])
        if same(sheet.title) in known
        else sum(_is_filled(cell) for row in sheet.iter_rows() for cell in row)
        for sheet in workbook.worksheets
        if same(sheet.title) not in passed_over
    )
    return own + common(project)


def _below(sheet: Any, *, upright: bool) -> int:
    names = {same(name) for spec in (*WIJKPLAN.sheets, *WIJKPLAN.common) for name in spec.columns}
    names |= {"onderdeel", "waarde"}
    alike = {
        row[0].row: sum(same(str(cell.value)) in names for cell in row if _is_filled(cell))
        for row in sheet.iter_rows(max_row=10)
    }
    header = next(
        (row for row, number in alike.items() if number > 1 or (sheet.title == "Organisaties" and number)), 0
    )
    cells = [cell for row in sheet.iter_rows() for cell in row if _is_filled(cell)]
    above = sum(cell.row < header and cell.column == 1 for cell in cells)
    explained = sum(upright and cell.row > header and cell.column == 3 for cell in cells)
    return int(len(cells) - above - explained)


def _is_filled(cell: Any) -> bool:
    return cell.value is not None and same(str(cell.value)) != ""


@pytest.mark.parametrize("batch", range(SMALL // BATCH))
def test_no_cell_of_a_changed_workbook_is_lost(batch: int, projects: dict[str, Sound]) -> None:
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        trial(projects["small"], seed)


@pytest.mark.parametrize("base", ["nieuwland", "vbl"])
@pytest.mark.parametrize("batch", range(FULL // BATCH // 2))
def test_no_cell_of_a_changed_plan_is_lost(batch: int, base: str, projects: dict[str, Sound]) -> None:
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        trial(projects[base], 1000 + seed)


@pytest.mark.soak
@pytest.mark.parametrize("batch", range(SOAK // 100))
def test_no_cell_of_ten_thousand_changed_workbooks_is_lost(batch: int, projects: dict[str, Sound]) -> None:
    for seed in range(100):
        bases = ("small",) * 17 + ("nieuwland", "vbl", "small")
        trial(projects[bases[seed % 20]], 10_000 + batch * 100 + seed)


def _by_openpyxl(source: Path, target: Path) -> None:
    load_workbook(source).save(target)


def _by_pandas(source: Path, target: Path) -> None:
    sheets = pd.read_excel(source, sheet_name=None, header=None, dtype=object)
    with pd.ExcelWriter(target) as writer:
        for name, sheet in sheets.items():
            sheet.to_excel(writer, sheet_name=name, header=False, index=False)


def _by_libreoffice(source: Path, target: Path) -> None:
    program = vind_soffice()
    assert program is not None
    profile = f"-env:UserInstallation={(target.parent / 'profile').as_uri()}"
    command = [str(program), profile, "--headless", "--convert-to", "xlsx", "--outdir", str(target.parent)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)


@pytest.mark.parametrize("save", [_by_openpyxl, _by_pandas, _by_libreoffice])
@pytest.mark.parametrize("seed", [None, 3, 4])
def test_no_cell_of_a_workbook_saved_by_another_program_is_lost(
    save: Callable[[Path, Path], None], seed: int | None, projects: dict[str, Sound], tmp_path: Path
) -> None:
    project, wijk, base = projects["small"]
    content = base if seed is None else changed(base, seed)[0]
    source, target = tmp_path / "van" / f"{wijk}.xlsx", tmp_path / "naar" / f"{wijk}.xlsx"
    for path in (source, target):
        path.parent.mkdir()
    source.write_bytes(content)
    save(source, target)
    project.werkmap(wijk).write_bytes(target.read_bytes())
    line, lost, _ = account_of(project, wijk)
    assert [(finding.code, str(finding.plaats)) for finding in lost] == []
    assert total(line) == counted(load_workbook(target), project)
