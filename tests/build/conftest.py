"""A folder for a wijk, with pictures beside its workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.document import beeld


@pytest.fixture
def map_wijk(tmp_path: Path) -> Path:
    """The folder of a wijk with two pictures that can be read, and some that cannot be used."""
    beelden = tmp_path / "afbeeldingen"
    (beelden / "sub").mkdir(parents=True)
    for naam in ("plein.png", "plein.gif", "sub/plein.png"):
        (beelden / naam).write_bytes(beeld.png(8, 8))
    (beelden / "Straat.JPG").write_bytes(beeld.jpeg(8, 8))
    (beelden / "kapot.png").write_bytes(b"geen beeld")
    return tmp_path
