"""Finds the workbook that somebody saved under another name, or as another kind of file."""

from __future__ import annotations

from pathlib import Path

from pipeline.names import key
from pipeline.spelling import lijkt_op

WORKBOOK = ".xlsx"
_KINDS = (WORKBOOK, ".xlsm", ".xls", ".xlsb", ".xltx", ".xltm", ".ods", ".fods", ".csv", ".numbers")
_MOST = 3
"""Files that are named; a folder with more is not tidied by naming them all."""


def find_beside(path: Path) -> tuple[str, str] | None:
    """Return which workbooks lie where one is missing, and what to do with the likeliest.

    A lock file of a program that has a workbook open is none.
    """
    found = sorted(_workbooks(path.parent), key=lambda other: _distance(other, path))
    if found:
        return "', '".join(other.name for other in found[:_MOST]), _advice(found[0], path)
    above = [other for other in _workbooks(path.parent.parent) if key(other.stem) == key(path.stem)]
    if above:
        return f"{above[0].parent.name}/{above[0].name}", f"Zet het bestand in de map {path.parent.name}."
    return None


def _workbooks(folder: Path) -> list[Path]:
    try:
        files = sorted(other for other in folder.iterdir() if other.is_file())
    except OSError:
        return []
    return [
        other for other in files if other.suffix.lower() in _KINDS and not other.name.startswith((".", "~$"))
    ]


def _distance(other: Path, path: Path) -> tuple[bool, bool, bool]:
    """Sort the same name first, then one that holds it or is like it, and a real workbook before others."""
    stem, wanted = key(other.stem), key(path.stem)
    alike = wanted in stem or lijkt_op(stem, [wanted]) is not None
    return stem != wanted, not alike, other.suffix.lower() != WORKBOOK


def _advice(other: Path, path: Path) -> str:
    if other.suffix.lower() == WORKBOOK:
        return f"Geef het bestand de naam {path.name}."
    return f"Open het in Excel. Kies Opslaan als, de soort Excel-werkmap (.xlsx) en de naam {path.name}."
