"""A list of findings of every ernst: of a file, a sheet and cells, in no order."""

from __future__ import annotations

import pytest

from pipeline.bevinding import Bevinding, Ernst, Plaats
from pipeline.messages import BEVINDINGEN

BOOS = '<b>{{ 7 * 7 }}</b> & "x" \'\x1b[31m'
"""What a person could type that a page or a terminal must not obey."""

LIJST = [
    Bevinding("geen-getal", Plaats("jp.xlsx", "Teksten", "AA100"), "tien"),
    Bevinding("waarde-ontbreekt", Plaats("jp.xlsx", "Teksten", "B7"), aanvulling="een soort"),
    Bevinding("geen-jaar", Plaats("jp.xlsx", "Teksten", "Z100"), BOOS),
    Bevinding("waarde-ontbreekt", Plaats("jp.xlsx", "Teksten", "C12"), aanvulling="een soort"),
    Bevinding("blad-leeg", Plaats("jp.xlsx", "Clusters")),
    Bevinding("geen-datum", Plaats("jp.xlsx", "Teksten", "B7"), "morgen"),
    Bevinding("bestand-onleesbaar", Plaats("gemeente.xlsx"), aanvulling="BadZipFile"),
]
TELLING = "5 fouten, 1 waarschuwing, 1 tip"


def zet_ernsten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fix the ernst of the codes above, whatever the table of messages makes of them."""
    ernsten: dict[str, Ernst] = dict.fromkeys([bevinding.code for bevinding in LIJST], "fout")
    ernsten |= {"geen-jaar": "waarschuwing", "geen-datum": "tip"}
    for code, ernst in ernsten.items():
        monkeypatch.setitem(BEVINDINGEN, code, BEVINDINGEN[code]._replace(ernst=ernst))
