"""What stands on the pages of a PDF of LibreOffice: its lines of text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pikepdf

_TEKEN = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,})>")


def regels(pdf: Path) -> list[list[str]]:
    """Return the lines of every page: what stands at one height, from left to right as it was written."""
    with pikepdf.open(pdf) as document:
        return [_regels(bladzijde) for bladzijde in document.pages]


def _regels(bladzijde: Any) -> list[str]:
    tekens = {naam: _tekens(letter) for naam, letter in bladzijde.Resources.Font.items()}
    op_hoogte: dict[str, str] = {}
    hoogte, letter = "", ""
    for stap in pikepdf.parse_content_stream(bladzijde):
        opdracht, waarden = str(stap.operator), list(stap.operands)
        if opdracht in {"Td", "Tm"}:
            hoogte = str(waarden[-1])
        elif opdracht == "Tf":
            letter = str(waarden[0])
        elif opdracht in {"Tj", "TJ"}:
            stukken: Any = waarden[0] if opdracht == "TJ" else waarden
            codes = b"".join(bytes(stuk) for stuk in stukken if isinstance(stuk, pikepdf.String))
            tekst = "".join(tekens[letter].get(code, "\ufffd") for code in codes)
            op_hoogte[hoogte] = op_hoogte.get(hoogte, "") + tekst
    return list(op_hoogte.values())


def _tekens(letter: Any) -> dict[int, str]:
    """Return what each code of a font stands for."""
    tabel = letter.ToUnicode.read_bytes()
    return {
        int(code, 16): bytes.fromhex(waarde.decode()).decode("utf-16-be")
        for code, waarde in _TEKEN.findall(tabel)
    }
