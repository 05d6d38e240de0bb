"""The package of a workbook: the version of its layout, and access to the file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.bevinding import Bevinding
from pipeline.workbook.bladen import lees_wijk
from pipeline.workbook.pakket import INDELING, INDELING_EIGENSCHAP
from pipeline.workbook.write import schrijf_wijk
from tests.workbook.voorbeeld import codes, wijk

NIEMAND = 65534
"""A user without rights."""


@pytest.fixture
def werkmap(tmp_path: Path) -> Path:
    pad = tmp_path / "jp.xlsx"
    schrijf_wijk(pad, wijk())
    return pad


def test_a_workbook_carries_the_version_of_its_layout(werkmap: Path) -> None:
    eigenschappen = load_workbook(werkmap).custom_doc_props  # type: ignore[attr-defined]
    assert eigenschappen[INDELING_EIGENSCHAP].value == INDELING


def test_a_workbook_of_another_layout_is_told_and_not_read(werkmap: Path) -> None:
    ander = load_workbook(werkmap)
    ander.custom_doc_props[INDELING_EIGENSCHAP].value = INDELING + 1  # type: ignore[attr-defined]
    ander.save(werkmap)
    bevindingen: list[Bevinding] = []
    assert not list(lees_wijk(werkmap, bevindingen).rijen())
    assert [(b.code, b.staat_er) for b in bevindingen] == [("indeling-anders", str(INDELING + 1))]


def test_a_workbook_without_a_version_is_read(werkmap: Path) -> None:
    ander = load_workbook(werkmap)
    del ander.custom_doc_props[INDELING_EIGENSCHAP]  # type: ignore[attr-defined]
    ander.save(werkmap)
    bevindingen: list[Bevinding] = []
    assert list(lees_wijk(werkmap, bevindingen).rijen())
    assert bevindingen == []


def test_a_file_that_may_not_be_read_is_told(werkmap: Path) -> None:
    werkmap.chmod(0)
    bevindingen: list[Bevinding] = []
    beheerder = hasattr(os, "geteuid") and os.geteuid() == 0  # for whom no file is closed
    if beheerder:
        os.seteuid(NIEMAND)
    try:
        lees_wijk(werkmap, bevindingen)
    finally:
        if beheerder:
            os.seteuid(0)
    assert codes(bevindingen) == [("bestand-geen-toegang", "")]
