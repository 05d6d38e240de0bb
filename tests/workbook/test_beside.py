"""Where a workbook is missing, what lies beside is named, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.bevinding import Bevinding
from pipeline.workbook.bladen import lees_gemeente, lees_wijk


@pytest.mark.parametrize(
    ("beside", "named"),
    [
        (["noord.xlsm"], "noord.xlsm"),
        (["noord.xls"], "noord.xls"),
        (["noord.xlsb", "noord.ods"], "noord.ods', 'noord.xlsb"),
        (["noord v2 (kopie).xlsx"], "noord v2 (kopie).xlsx"),
        (["Noord.XLSX"], "Noord.XLSX"),
        (["zuid.xlsx", "noord-definitief.xlsx"], "noord-definitief.xlsx', 'zuid.xlsx"),
        (["cijfers.xlsx", "noord.xlsm"], "noord.xlsm', 'cijfers.xlsx"),
    ],
)
def test_what_lies_beside_is_named(beside: list[str], named: str, tmp_path: Path) -> None:
    for name in (*beside, "~$noord.xlsx", ".~lock.noord.xlsx#", "notities.docx"):
        (tmp_path / name).write_bytes(b"PK")
    for read in (lees_wijk, lees_gemeente):
        found: list[Bevinding] = []
        read(tmp_path / "noord.xlsx", found)
        assert [(b.code, b.staat_er) for b in found] == [("bestand-anders", named)]
        assert found[0].stopt
        assert "noord.xlsx" in found[0].doe


def test_a_workbook_one_folder_too_high_is_named(tmp_path: Path) -> None:
    (tmp_path / "noord").mkdir()
    (tmp_path / "Noord.xlsx").write_bytes(b"PK")
    found: list[Bevinding] = []
    lees_wijk(tmp_path / "noord" / "noord.xlsx", found)
    assert [(b.code, b.staat_er) for b in found] == [("bestand-anders", f"{tmp_path.name}/Noord.xlsx")]
    assert found[0].doe == "Zet het bestand in de map noord."


def test_with_nothing_beside_the_place_is_told(tmp_path: Path) -> None:
    found: list[Bevinding] = []
    lees_wijk(tmp_path / "noord" / "noord.xlsx", found)
    assert [b.code for b in found] == ["bestand-ontbreekt"]
