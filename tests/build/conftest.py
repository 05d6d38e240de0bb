"""A folder for a wijk, with pictures beside its workbook."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from tests.document import beeld


@pytest.fixture
def map_wijk(tmp_path: Path) -> Path:
    """The folder of a wijk with two pictures that can be read, and some that cannot be used."""
    beelden = tmp_path / "afbeeldingen"
    (beelden / "sub").mkdir(parents=True)
    for naam in ("plein.png", "sub/plein.png"):
        (beelden / naam).write_bytes(beeld.png(8, 8))
    (beelden / "plein.gif").write_bytes(b"GIF89a")
    (beelden / "Straat.JPG").write_bytes(beeld.jpeg(8, 8))
    (beelden / "kapot.png").write_bytes(b"geen beeld")
    (beelden / "half.png").write_bytes(beeld.png(800, 800)[:-40])
    (beelden / "groot.png").write_bytes(beeld.png(9000, 9000))
    (beelden / "map.png").mkdir()
    (beelden / unicodedata.normalize("NFD", "Café.png")).write_bytes(beeld.png(8, 8))
    return tmp_path
