"""Reads from a PDF on which page each heading stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf


def koppen_met_pagina(pdf: Path) -> list[tuple[str, int]]:
    """Return the title and the page (from 1) of every bookmark of the PDF, in order."""
    with pikepdf.open(pdf) as document:
        nummers = {pagina.objgen: nummer for nummer, pagina in enumerate(document.pages, start=1)}
        with document.open_outline() as inhoud:
            return [
                (" ".join(item.title.split()), nummers[_pagina(item).objgen]) for item in _alle(inhoud.root)
            ]


def _alle(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _alle(item.children)


def _pagina(item: Any) -> Any:
    """Return the page object to which a bookmark points, directly or by an action."""
    doel = item.destination if item.destination is not None else item.action.D
    return doel[0]
