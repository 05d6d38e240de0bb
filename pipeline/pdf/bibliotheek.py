"""Loads the libraries for PDF such that an interruption cannot fall in the midst of it, and opens a PDF."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

from pipeline.pdf.ongestoord import ongestoord

# A Ctrl+C in the midst of this import would end the process on the spot, with LibreOffice still there.
with ongestoord():
    import page
    import pikepdf
    import pypdfium2.raw as pdfium

__all__ = ["open_pdf", "page", "pdfium", "pikepdf"]


def open_pdf(pdf: Path | BinaryIO) -> pikepdf.Pdf:
    """Open a PDF of LibreOffice, as it is.

    That gives every page its own attributes; to hand down those of a tree of pages, as the library
    does unless told otherwise, takes longer than all the rest.  A file is read first: the library cannot name
    one whose name is not in Unicode.
    """
    source = io.BytesIO(pdf.read_bytes()) if isinstance(pdf, Path) else pdf
    return pikepdf.open(source, inherit_page_attributes=False)
