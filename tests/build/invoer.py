"""Writes rows into real workbooks and builds a plan of them, so that every cell has its real place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from openpyxl import load_workbook

from pipeline.bevinding import Bevinding, Plaats, WordPlaats
from pipeline.build.plan import bouw_wijkplan
from pipeline.markup import Run
from pipeline.model import Wijkplan
from pipeline.workbook.bladen import lees_gemeente, lees_wijk
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Rij, kolommen
from pipeline.workbook.write import schrijf_gemeente, schrijf_wijk
from tests.workbook import voorbeeld

R = TypeVar("R", bound=Rij)

Gevonden = tuple[str, str, str]
"""A finding as a person sees it: code, place ('Teksten[Kop] 2' is the second row) and what stands there."""


class Gebouwd(NamedTuple):
    """What came of the workbooks: the plan, its references, and what was found."""

    plan: Wijkplan | None
    verwijzingen: list[tuple[str, Plaats]]
    bevindingen: list[Gevonden]


def rij(soort: type[R], waarden: Mapping[str, Any], vrij: dict[str, Cel] | None = None) -> R:
    """Return a row with some values; the other cells are empty."""
    namen = kolommen(soort)
    assert waarden.keys() <= namen.keys()
    cellen: dict[str, Any] = {naam: maak_cel(waarden.get(naam, "")) for naam in namen}
    return soort(rij=0, vrij=vrij or {}, **cellen)


def rijen(soort: type[R], *lijst: Mapping[str, Any]) -> list[R]:
    """Return several rows."""
    return [rij(soort, waarden) for waarden in lijst]


def maak_cel(waarde: object) -> Cel:
    """Return a cell with a text, a number, runs or any other value."""
    if isinstance(waarde, Cel):
        return waarde
    if isinstance(waarde, str):
        return voorbeeld.tekst(waarde)
    if isinstance(waarde, tuple):
        return voorbeeld.tekst("", *waarde)
    return Cel(waarde, (Run(str(waarde)),), "General", Plaats(""))  # type: ignore[arg-type] # as a person may type


def bouw(map_wijk: Path, *, gemeente: dict[str, Any] | None = None, **bladen: Any) -> Gebouwd:
    """Build the plan of the example, with other rows on some of its sheets.

    The rows are first written to workbooks in the folder and read back.
    """
    pad, gemeente_pad = map_wijk / "jp.xlsx", map_wijk / "gemeente.xlsx"
    schrijf_wijk(pad, replace(voorbeeld.wijk(), **bladen))
    schrijf_gemeente(gemeente_pad, replace(voorbeeld.gemeente(), **(gemeente or {})))
    return bouw_bestanden(pad, gemeente_pad)


def bouw_bestanden(pad: Path, gemeente_pad: Path) -> Gebouwd:
    """Build the plan of two workbooks, with the pictures in the folder beside that of the wijk."""
    gevonden: list[Bevinding] = []
    wijk, gemeente = lees_wijk(pad, gevonden), lees_gemeente(gemeente_pad, gevonden)
    gebouwd = bouw_wijkplan("jp", wijk, gemeente, pad.parent / "afbeeldingen", gevonden)
    plan, verwijzingen = gebouwd or (None, [])
    paden = {pad.name: pad, gemeente_pad.name: gemeente_pad}
    bevindingen = [(b.code, waar(paden[b.plaats.bestand], b.plaats), b.staat_er) for b in gevonden]
    return Gebouwd(plan, verwijzingen, bevindingen)


def goed(gebouwd: Gebouwd) -> Wijkplan:
    """Return the plan of input in which nothing is wrong."""
    assert gebouwd.bevindingen == []
    assert gebouwd.plan is not None
    return gebouwd.plan


def waar(pad: Path, plaats: Plaats | WordPlaats) -> str:
    """Name a place by its sheet, its column and the number of its row below the headers."""
    if not plaats.cel:
        return plaats.blad
    blad = load_workbook(pad)[plaats.blad]
    (tabel,) = blad.tables.values()
    koprij = blad[tabel.ref][0][0].row
    cel = blad[plaats.cel]
    return f"{plaats.blad}[{blad.cell(koprij, cel.column).value}] {cel.row - koprij}"
