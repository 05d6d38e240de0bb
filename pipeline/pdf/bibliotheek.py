"""Loads the libraries for PDF such that an interruption cannot fall in the midst of it."""

from __future__ import annotations

from pipeline.pdf.ongestoord import ongestoord

# A Ctrl+C in the midst of this import would end the process on the spot, with LibreOffice still there.
with ongestoord():
    import page
    import pikepdf

__all__ = ["page", "pikepdf"]
