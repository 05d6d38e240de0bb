"""Saves a workbook so that the same content always gives the same bytes."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import Any, cast

from openpyxl import Workbook
from openpyxl.packaging.custom import IntProperty
from openpyxl.writer.excel import ExcelWriter

from pipeline.package import zonder_tijd

_DATUM = datetime.datetime(2026, 1, 1)  # noqa: DTZ001 - a date in a file's properties has no time zone
"""The date in the properties of every workbook that we make: nothing here reads the clock."""
INDELING = 1
"""The version of the layout of the sheets: another one is told, not guessed at."""
INDELING_EIGENSCHAP = "Wijkplan indeling"
"""The property of a workbook that holds the version; Excel and LibreOffice keep it."""
_EIGENSCHAPPEN = "docProps/core.xml"
_GEWIJZIGD = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def andere_indeling(werkmap: Workbook) -> str:
    """Return the version of a workbook's layout where it is not ours; empty for ours or none."""
    waarden = [str(deel.value).strip() for deel in _eigen(werkmap).props if deel.name == INDELING_EIGENSCHAP]
    return next((waarde for waarde in waarden if _getal(waarde) != INDELING), "")


def _getal(waarde: str) -> float | None:
    """Return the number of a version: other programs save 1 as 1.0, or as text."""
    try:
        return float(waarde)
    except ValueError:
        return None


def bewaar(werkmap: Workbook, pad: Path, titel: str) -> None:
    """Write the workbook to a file; openpyxl's own clock times are replaced by fixed ones."""
    if INDELING_EIGENSCHAP not in _eigen(werkmap).names:
        _eigen(werkmap).append(IntProperty(name=INDELING_EIGENSCHAP, value=INDELING))
    werkmap.properties.creator = "Wijkplan Sociaal"
    werkmap.properties.title = titel
    werkmap.properties.language = "nl-NL"
    werkmap.properties.created = _DATUM
    los = io.BytesIO()
    with zipfile.ZipFile(los, "w") as pakket:  # closed here, also when openpyxl fails halfway
        ExcelWriter(werkmap, pakket).save()
    with zipfile.ZipFile(los) as pakket:
        eigenschappen = pakket.read(_EIGENSCHAPPEN)
    vaste_datum = rb"\g<1>" + _DATUM.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    vervangen = {_EIGENSCHAPPEN: _GEWIJZIGD.sub(vaste_datum, eigenschappen)}
    pad.write_bytes(zonder_tijd(los.getvalue(), vervangen))


def _eigen(werkmap: Workbook) -> Any:
    return cast("Any", werkmap).custom_doc_props  # unknown to the types of openpyxl
