"""Reads from a PDF on which page each heading stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.pdf.bibliotheek import open_pdf, pikepdf
from pipeline.pdf.boom import Boom, Onderdeel, annotatie, kinderen


@dataclass(frozen=True)
class Bladwijzer:
    """A bookmark of a PDF: the title of a heading and where that stands."""

    titel: str
    pagina: int
    """From 1; 0 for a page that is not there."""
    hoogte: float
    """Distance from the lower edge of the page, in points."""


def koppen_met_pagina(pdf: Path) -> list[tuple[str, int]]:
    """Return the title and the page (from 1) of every bookmark of the PDF, in order."""
    with open_pdf(pdf) as document:
        return [(bladwijzer.titel, bladwijzer.pagina) for bladwijzer in bladwijzers(document)]


def pages_of_lines(pdf: Path) -> list[int]:
    """Return the page, from 1, to which each line of a contents table leads; 0 for one that leads nowhere."""
    with open_pdf(pdf) as document:
        boom = Boom(document)
        return [_leads_to(boom, line) for line in boom.per_soort().get("TOCI", [])]


def _leads_to(boom: Boom, line: Onderdeel) -> int:
    for element in (line, *boom.alle(line)):
        for link in filter(None, map(annotatie, kinderen(element))):
            target = link.get("/Dest")
            if isinstance(target, pikepdf.Array):
                return boom.bladzijden.get(target[0].objgen, -1) + 1
    return 0


def bladwijzers(document: pikepdf.Pdf) -> list[Bladwijzer]:
    """Return every bookmark of a PDF, in order."""
    nummers = {pagina.objgen: nummer for nummer, pagina in enumerate(document.pages, start=1)}
    with document.open_outline() as inhoud:
        return [
            Bladwijzer(" ".join(item.title.split()), nummers.get(doel[0].objgen, 0), float(doel[3] or 0))
            for item in _alle(inhoud.root)
            for doel in (_doel(item),)
        ]


def _alle(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _alle(item.children)


def _doel(item: Any) -> Any:
    """Return where a bookmark points to, directly or by an action: page, kind, left, top."""
    return item.destination if item.destination is not None else item.action.D
