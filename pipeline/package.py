"""Writes an Office file (a zip of parts) so that the same parts always give the same bytes."""

from __future__ import annotations

import io
import zipfile

VAST_TIJDSTIP = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a zip can hold, given to every part."""


def zonder_tijd(pakket: bytes, vervangen: dict[str, bytes] | None = None) -> bytes:
    """Return the same package without time stamps, with some parts replaced (by their names)."""
    nieuw = vervangen or {}
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(pakket)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for deel in bron.infolist():
            kop = zipfile.ZipInfo(deel.filename, VAST_TIJDSTIP)
            kop.compress_type = zipfile.ZIP_DEFLATED
            # Else the zip tells on which system it was made.
            kop.create_system = 0
            doel.writestr(kop, nieuw[deel.filename] if deel.filename in nieuw else bron.read(deel))
    return uit.getvalue()
