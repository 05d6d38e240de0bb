"""Copies a workbook with every finding as a note in its own cell, and a sheet that lists them all."""

from __future__ import annotations

import re
import textwrap
from copy import copy
from itertools import groupby
from pathlib import Path
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.bevinding import Bevinding, Plaats, WordPlaats, gesorteerd
from pipeline.report.lijst import ERNSTEN, KLEUREN, telling, zichtbaar
from pipeline.workbook import opmaak
from pipeline.workbook.openen import open_werkmap
from pipeline.workbook.pakket import bewaar

AUTEUR = "Wijkplan"
CONTROLE = "Controle"
KOLOMMEN = {
    "Ernst": 16,
    "Bestand": 22,
    "Blad": 20,
    "Cel": 10,
    "Wat er staat": 52,
    "Verwacht": 46,
    "Wat u doet": 52,
    "Code": 26,
}
"""The columns of the sheet Controle, with their widths."""

_CELNAAM = re.compile(r"[A-Z]{1,3}[1-9]\d{0,6}")
_LANGSTE = 30_000
"""Characters of a note or a cell; Excel refuses a file with more than 32,767."""
_BREED, _LETTERS, _REGELHOOGTE, _HOOGSTE = 380, 54, 19, 570
"""A note: its width in pixels, the letters on such a line, the height of a line, and of the highest note."""


def annoteer(bron: Path, doel: Path, bevindingen: list[Bevinding]) -> bool:
    """Write the copy; return False, without a file, when the workbook cannot be opened or copied.

    Findings of other files, or of sheets that are not there, stand in the list only.
    """
    werkmap = open_werkmap(bron, [], formules=True)
    if werkmap is None:
        return False
    bladen = {blad.title: blad for blad in werkmap.worksheets}
    volgorde = gesorteerd(bevindingen)
    for plaats, groep in groupby(volgorde, key=lambda bevinding: bevinding.plaats):
        if plaats.bestand == bron.name and plaats.blad in bladen:
            blad = bladen[plaats.blad]
            # A link to a hidden sheet leads nowhere.
            blad.sheet_state = Worksheet.SHEETSTATE_VISIBLE
            if _CELNAAM.fullmatch(plaats.cel):
                _merk(_schrijfbaar(blad, plaats.cel), list(groep))
    for blad in bladen.values():
        _maak_notities_leesbaar(blad)
    _schrijf_controle(werkmap, bron.name, volgorde, set(bladen))
    try:
        bewaar(werkmap, doel, f"Controle van {bron.name}")
    except OSError:
        raise
    except Exception:  # noqa: BLE001 - openpyxl cannot always write what it read from a damaged file
        return False
    return True


def _schrijfbaar(blad: Worksheet, naam: str) -> Cell:
    """Return a cell, or the one that speaks for it where cells are merged."""
    gevonden = blad[naam]
    if isinstance(gevonden, MergedCell):
        (bereik,) = [bereik for bereik in blad.merged_cells.ranges if naam in bereik]
        return opmaak.cel(blad, bereik.min_row, bereik.min_col)
    return opmaak.cel(blad, gevonden.row, gevonden.column)


def _merk(cel: Cell, groep: list[Bevinding]) -> None:
    """Add the findings to the note of a cell, and give it the colour of the gravest."""
    delen = [f"{b.ernst.capitalize()}: {b.wat}\nVerwacht: {b.verwacht}\nDoe dit: {b.doe}" for b in groep]
    if cel.comment is None:
        auteur = AUTEUR
    else:
        auteur = cel.comment.author or ""
        delen = [cel.comment.text, f"{AUTEUR}:\n{delen[0]}", *delen[1:]]
    cel.comment = Comment(zichtbaar("\n\n".join(delen))[:_LANGSTE], auteur)
    ernst = min((bevinding.ernst for bevinding in groep), key=ERNSTEN.index)
    cel.fill = PatternFill("solid", start_color=KLEUREN[ernst].vulling)
    letter = copy(cast("Font", cel.font))
    letter.color = Color(opmaak.TEKST)  # the headers of our tables are white
    cel.font = letter


def _maak_notities_leesbaar(blad: Worksheet) -> None:
    """Give every note the size of its text; the library forgets the size that it had."""
    for cel in blad._cells.values():
        if cel.comment is not None:
            regels = sum(
                max(len(textwrap.wrap(regel, _LETTERS)), 1) for regel in cel.comment.text.split("\n")
            )
            cel.comment.width = _BREED
            cel.comment.height = min((regels + 1) * _REGELHOOGTE, _HOOGSTE)


def _schrijf_controle(
    werkmap: Workbook, bestand: str, bevindingen: list[Bevinding], bladnamen: set[str]
) -> None:
    blad = werkmap.create_sheet(CONTROLE, 0)
    uitleg = (
        telling(bevindingen),
        f"Dit is een kopie van {bestand}. Verbeter dat bestand zelf: deze kopie wordt niet gelezen.",
        "Klik op een blad of een cel en u bent er. Bij elke cel staat ook een notitie.",
    )
    opmaak.schrijf_titel(blad, f"Controle van {bestand}", uitleg)
    koprij = len(uitleg) + 3
    for nummer, (kop, breedte) in enumerate(KOLOMMEN.items(), start=1):
        opmaak.schrijf_tabelkop(opmaak.cel(blad, koprij, nummer), kop)
        blad.column_dimensions[get_column_letter(nummer)].width = breedte
    for rij, bevinding in enumerate(bevindingen, start=koprij + 1):
        bereikbaar = bevinding.plaats.bestand == bestand and bevinding.plaats.blad in bladnamen
        _schrijf_rij(blad, rij, bevinding, bereikbaar=bereikbaar)
    blad.row_dimensions[koprij].height = 24
    laatste = koprij + max(len(bevindingen), 1)
    blad.auto_filter.ref = f"A{koprij}:{get_column_letter(len(KOLOMMEN))}{laatste}"
    blad.freeze_panes = f"A{koprij + 1}"
    blad.print_title_rows = f"{koprij}:{koprij}"
    blad.sheet_view.showGridLines = False
    opmaak.stel_pagina_in(blad, opmaak.GEEL)
    werkmap.active = 0
    for beeld in werkmap.views:
        beeld.firstSheet = 0
    for ander in werkmap.worksheets:
        # Two chosen sheets would both change with what is typed in one.
        ander.sheet_view.tabSelected = ander is blad


def _schrijf_rij(blad: Worksheet, rij: int, bevinding: Bevinding, *, bereikbaar: bool) -> None:
    plaats = bevinding.plaats
    teksten = [
        zichtbaar(tekst)[:_LANGSTE]
        for tekst in (
            bevinding.ernst,
            plaats.bestand,
            plaats.blad,
            plaats.cel,
            bevinding.wat,
            bevinding.verwacht,
            bevinding.doe,
            bevinding.code,
        )
    ]
    for nummer, tekst in enumerate(teksten, start=1):
        opmaak.schrijf_tekst(opmaak.cel(blad, rij, nummer), tekst, lijn=True)
    kleur = KLEUREN[bevinding.ernst]
    opmaak.cel(blad, rij, 1).fill = PatternFill("solid", start_color=kleur.vulling)
    if bereikbaar:
        _schrijf_links(blad, rij, plaats)
    opmaak.schat_hoogte(blad, rij, zip(teksten, KOLOMMEN.values(), strict=True))


def _schrijf_links(blad: Worksheet, rij: int, plaats: Plaats | WordPlaats) -> None:
    opmaak.schrijf_link(opmaak.cel(blad, rij, 3), plaats.blad, plaats.blad)
    if _CELNAAM.fullmatch(plaats.cel):
        opmaak.schrijf_link(opmaak.cel(blad, rij, 4), plaats.cel, plaats.blad, plaats.cel)
