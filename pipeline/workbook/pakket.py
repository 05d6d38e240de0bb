"""Saves a workbook so that the same content always gives the same bytes."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path

from openpyxl import Workbook

from pipeline.package import zonder_tijd

_DATUM = datetime.datetime(2026, 1, 1)  # noqa: DTZ001 - a date in a file's properties has no time zone
"""The date in the properties of every workbook that we make: nothing here reads the clock."""
_EIGENSCHAPPEN = "docProps/core.xml"
_GEWIJZIGD = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def bewaar(werkmap: Workbook, pad: Path, titel: str) -> None:
    """Write the workbook to a file; openpyxl's own clock times are replaced by fixed ones."""
    werkmap.properties.creator = "Wijkplan Sociaal"
    werkmap.properties.title = titel
    werkmap.properties.language = "nl-NL"
    werkmap.properties.created = _DATUM
    los = io.BytesIO()
    werkmap.save(los)
    with zipfile.ZipFile(los) as pakket:
        eigenschappen = pakket.read(_EIGENSCHAPPEN)
    vaste_datum = rb"\g<1>" + _DATUM.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    vervangen = {_EIGENSCHAPPEN: _GEWIJZIGD.sub(vaste_datum, eigenschappen)}
    pad.write_bytes(zonder_tijd(los.getvalue(), vervangen))
