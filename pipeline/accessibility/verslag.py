"""Writes what was found in a Word file as a page that can go into an accessibility statement."""

from __future__ import annotations

from pathlib import Path

from babel.dates import format_datetime

from pipeline.accessibility.controleer import Nagekeken
from pipeline.bevinding import Bevinding
from pipeline.publish import vingerafdruk
from pipeline.report.html import als_verslag

PAGINA = "toegankelijkheid.html"
STANDAARD = "WCAG 2.1, niveau A en AA (EN 301 549), voor zover een programma dat in een Word-bestand kan zien"


def schrijf_verslag(doel: Path, bestand: Path, nagekeken: Nagekeken, bevindingen: list[Bevinding]) -> None:
    """Write the page on a Word file; `bevindingen` are all that is to be told of it."""
    datum = (
        "onbekend"
        if nagekeken.datum is None
        else format_datetime(nagekeken.datum, "d MMMM y", locale="nl_NL")
    )
    kenmerken = [
        ("Document", nagekeken.titel or bestand.stem),
        ("Bestand", bestand.name),
        ("Laatst gewijzigd, volgens het bestand zelf", datum),
        ("Vingerafdruk van het bestand (SHA-256)", vingerafdruk(bestand)),
        ("Nagekeken op", STANDAARD),
    ]
    antwoorden = [(a.vraag, a.criterium, a.bevindingen) for a in nagekeken.antwoorden]
    titel = f"Toegankelijkheid van {bestand.name}"
    doel.write_text(als_verslag(bevindingen, titel, kenmerken, antwoorden), encoding="utf-8")
