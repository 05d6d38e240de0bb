"""Writes a package (a zip of parts) so that the same parts always give the same bytes."""

from __future__ import annotations

import io
import zipfile

VAST_TIJDSTIP = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip can hold, given to every part."""


def zonder_tijd(pakket: bytes) -> bytes:
    """Return the same package without time stamps."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pakket)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for deel in bron.infolist():
            kop = zipfile.ZipInfo(deel.filename, VAST_TIJDSTIP)
            kop.compress_type = zipfile.ZIP_DEFLATED
            kop.external_attr = 0o600 << 16
            doel.writestr(kop, bron.read(deel))
    return uit.getvalue()
