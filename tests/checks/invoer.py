"""Runs rules over real workbooks: the example with other rows on some sheets, or a published plan."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.bevinding import Bevinding
from pipeline.build.plan import bouw_wijkplan
from pipeline.checks.invoer import Invoer, Regel
from pipeline.workbook.bladen import lees_gemeente, lees_wijk
from pipeline.workbook.write import schrijf_gemeente, schrijf_wijk
from tests.build.invoer import Gevonden, waar
from tests.conftest import WORTEL
from tests.workbook import voorbeeld


def lees(pad: Path, gemeente_pad: Path) -> Invoer:
    """Read and build what the rules look at, with the pictures in the folder beside the workbook."""
    gevonden: list[Bevinding] = []
    wijk, gemeente = lees_wijk(pad, gevonden), lees_gemeente(gemeente_pad, gevonden)
    gebouwd = bouw_wijkplan(pad.stem, wijk, gemeente, pad.parent / "afbeeldingen", gevonden)
    assert gebouwd is not None
    return Invoer(wijk, gemeente, gebouwd[0], {})


def van_voorbeeld(map_wijk: Path, *, gemeente: dict[str, Any] | None = None, **bladen: Any) -> Invoer:
    """Write the example with other rows on some of its sheets to a folder, and read it."""
    pad, gemeente_pad = map_wijk / "jp.xlsx", map_wijk / "gemeente.xlsx"
    schrijf_wijk(pad, replace(voorbeeld.wijk(), **bladen))
    schrijf_gemeente(gemeente_pad, replace(voorbeeld.gemeente(), **(gemeente or {})))
    return lees(pad, gemeente_pad)


def gevonden_in(
    map_wijk: Path, *regels: Regel, gemeente: dict[str, Any] | None = None, **bladen: Any
) -> list[Gevonden]:
    """Return what rules find in the example with other rows on some of its sheets."""
    invoer = van_voorbeeld(map_wijk, gemeente=gemeente, **bladen)
    return [
        (b.code, waar(map_wijk / b.plaats.bestand, b.plaats), b.staat_er)
        for regel in regels
        for b in regel(invoer)
    ]


@cache
def gepubliceerd(wijk: str) -> Invoer:
    """Return the input of a published plan."""
    return lees(WORTEL / "inputs" / wijk / f"{wijk}.xlsx", WORTEL / "inputs" / "gemeente.xlsx")


def gevonden_in_plan(wijk: str, regels: tuple[Regel, ...]) -> list[Gevonden]:
    """Return what rules find in a published plan, sorted by sheet and place, with the place as 'Blad!cel'."""
    bevindingen = [bevinding for regel in regels for bevinding in regel(gepubliceerd(wijk))]
    volgorde = sorted(bevindingen, key=lambda b: (b.plaats.sorteersleutel(), b.code, b.staat_er))
    return [(b.code, f"{b.plaats.blad}!{b.plaats.cel}", b.staat_er) for b in volgorde]
