"""The vocabulary in which sheets.py describes a sheet: columns, rows and sheets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Literal

from pipeline.bevinding import Plaats
from pipeline.workbook.cel import Cel

VOORBEELD = "Voorbeeld van een ingevulde rij. Het komt niet in het plan; u mag het laten staan."
"""The line that announces an example above a table; the row below it is never read."""

Soort = Literal["tekst", "opmaak", "getal", "jaar", "datum", "cijfer"]
"""What a column holds: plain text, text with bold and italic, a whole number, a year, a date, or
a figure as published (number, percentage, or one of the signs x, - and .)."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of a sheet, or one field of a sheet that is filled in downwards."""

    kop: str
    hulp: str
    soort: Soort = "tekst"
    breedte: int = 20
    """Width in characters, as Excel counts it."""
    verplicht: bool = False
    keuzes: tuple[str, ...] | str = ()
    """The values to choose from, or the name of a column to choose from ('Kernaanpakken[Nummer]')."""
    optional: bool = False
    """Whether a workbook may lack the column: one from before it existed does."""
    places_row: bool = False
    """Whether a row without this value has no place in the plan."""
    vrij: bool = False
    """Whether other values than the choices may be typed as well."""
    voorbeeld: str = ""
    """What a filled-in cell looks like; shown above the table of a new workbook, never read."""


def kolom(kop: str, hulp: str, **rest: Any) -> Any:
    """Describe a field of a row class as a column; takes the fields of `Kolom`."""
    beschreven = Kolom(kop, hulp, **rest)
    if beschreven.optional:
        return field(default=Cel(None, (), "@", Plaats("")), metadata={"kolom": beschreven})
    return field(metadata={"kolom": beschreven})


@dataclass(frozen=True)
class Rij:
    """A row of a sheet. The fields of a subclass are the columns, in the order of the sheet."""

    blad: ClassVar[str]
    """Name of the sheet."""
    uitleg: ClassVar[str]
    """What the sheet is for, in one or two sentences for the person who fills it in."""
    staand: ClassVar[bool] = False
    """Whether the fields stand below each other (Onderdeel | Waarde | Uitleg), once per sheet."""
    mag_leeg: ClassVar[bool] = False
    """Whether the sheet may have no rows."""
    vrije_kolommen: ClassVar[str] = ""
    """The field after which columns are free; their cells are in `vrij`. Empty: there are none."""
    vaste_kolommen: ClassVar[int] = 0
    """How many of the first columns stay in view when the sheet scrolls sideways."""

    rij: int
    """Row number in the sheet."""
    vrij: dict[str, Cel]
    """The cells of the free columns by header, in the order of the sheet."""


def kolommen(soort: type[Rij]) -> dict[str, Kolom]:
    """Return the columns of a kind of row, by field name."""
    return {veld.name: veld.metadata["kolom"] for veld in fields(soort) if "kolom" in veld.metadata}


def blad(
    naam: str,
    uitleg: str,
    *,
    staand: bool = False,
    mag_leeg: bool = False,
    vrije_kolommen: str = "",
    vaste_kolommen: int = 0,
) -> Callable[[type[Rij]], type[Rij]]:
    """Name the sheet of a row class and say how it is laid out."""

    def decorate(soort: type[Rij]) -> type[Rij]:
        soort.blad, soort.uitleg = naam, uitleg
        soort.staand, soort.mag_leeg = staand, mag_leeg
        soort.vrije_kolommen, soort.vaste_kolommen = vrije_kolommen, vaste_kolommen
        return soort

    return decorate
