"""Saves a workbook so that the same content always gives the same bytes."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path

from openpyxl import Workbook

_DATUM = datetime.datetime(2026, 1, 1)  # noqa: DTZ001 - a date in a file's properties has no time zone
"""The date in the properties of every workbook that we make: nothing here reads the clock."""
_TIJD = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip entry can have."""
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
    vast = io.BytesIO()
    with zipfile.ZipFile(los) as bron, zipfile.ZipFile(vast, "w") as doel:
        for deel in bron.infolist():
            inhoud = bron.read(deel)
            if deel.filename == _EIGENSCHAPPEN:
                inhoud = _GEWIJZIGD.sub(rb"\g<1>" + _DATUM.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), inhoud)
            nieuw = zipfile.ZipInfo(deel.filename, _TIJD)
            nieuw.compress_type = zipfile.ZIP_DEFLATED
            nieuw.create_system = 0
            doel.writestr(nieuw, inhoud)
    pad.write_bytes(vast.getvalue())
