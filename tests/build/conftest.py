"""A folder for a wijk, with pictures beside its workbook."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def map_wijk(tmp_path: Path) -> Path:
    """The folder of a wijk with two pictures; their content is of no matter here."""
    (tmp_path / "afbeeldingen" / "sub").mkdir(parents=True)
    for naam in ("plein.png", "plein.gif", "Straat.JPG", "sub/plein.png"):
        (tmp_path / "afbeeldingen" / naam).touch()
    return tmp_path
