"""Takes values out of cells: numbers, years, choices, prose; reports what is not what it should be."""

from __future__ import annotations

import datetime
import re

from pipeline.bevinding import Bevinding, Plaats
from pipeline.markup import Runs, met_links, platte_tekst, regels, zonder_begin
from pipeline.model import Blok, Blokken
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Rij, kolommen

_PUNT = re.compile(r"[-•–]\s+")
"""How a line in a cell begins that is an item of a list."""


class Waarden:
    """Reads values and collects the findings; a bad value gives a neutral one, so that reading goes on."""

    def __init__(self, bevindingen: list[Bevinding]) -> None:
        self.bevindingen = bevindingen
        self.verwijzingen: list[tuple[str, Plaats]] = []
        """Every reference inside the plan ('#kernaanpak-2') with the cell in which it is typed."""

    def meld(self, code: str, plaats: Plaats, staat_er: str = "", aanvulling: str = "") -> None:
        self.bevindingen.append(Bevinding(code, plaats, staat_er, aanvulling))

    def controleer_rij(self, rij: Rij) -> None:
        """Check what the description asks of every cell: required, and one of the choices."""
        for naam, kolom in kolommen(type(rij)).items():
            cel: Cel = getattr(rij, naam)
            if cel.leeg:
                if kolom.verplicht:
                    self.meld("waarde-ontbreekt", cel.plaats, aanvulling=kolom.hulp)
                continue
            gesloten = isinstance(kolom.keuzes, tuple) and kolom.keuzes and not kolom.vrij
            if gesloten and cel.tekst.strip() not in kolom.keuzes:
                self.meld("waarde-onbekend", cel.plaats, cel.tekst, ", ".join(kolom.keuzes))

    def getal(self, cel: Cel) -> int | None:
        """Return a whole number; None for an empty cell or, with a finding, for anything else."""
        if cel.leeg:
            return None
        if isinstance(cel.waarde, int | float) and cel.waarde == int(cel.waarde):
            return int(cel.waarde)
        tekst = cel.tekst.strip()
        if tekst.isascii() and tekst.isdigit():
            return int(tekst)
        self.meld("geen-getal", cel.plaats, cel.tekst)
        return None

    def jaar(self, cel: Cel) -> int | None:
        """Return a year of four digits; None as for `getal`."""
        tekst = str(cel.waarde if cel.waarde is not None else "").strip()
        if re.fullmatch(r"(19|20)\d\d(\.0)?", tekst):
            return int(tekst[:4])
        if not cel.leeg:
            self.meld("geen-jaar", cel.plaats, cel.tekst)
        return None

    def datum(self, cel: Cel) -> datetime.date | None:
        """Return a date; None as for `getal`."""
        if isinstance(cel.waarde, datetime.datetime):
            return cel.waarde.date()
        if not cel.leeg:
            self.meld("geen-datum", cel.plaats, cel.tekst)
        return None

    def runs(self, cel: Cel) -> Runs:
        """Return the text with its form and links, and note its references."""
        runs = met_links(cel.runs)
        self.verwijzingen += [(run.doel, cel.plaats) for run in runs if run.doel.startswith("#")]
        return runs

    def blokken(self, cel: Cel) -> Blokken:
        """Return the lines of a cell as paragraphs and list items."""
        return tuple(_blok(regel) for regel in regels(self.runs(cel)))


def _blok(regel: Runs) -> Blok:
    r"""A line that begins with '- ' is a list item; `\- ` keeps the dash as typed."""
    tekst = platte_tekst(regel)
    punt = _PUNT.match(tekst)
    if punt is not None:
        return Blok("opsomming", zonder_begin(regel, punt.end()))
    if tekst.startswith("\\") and _PUNT.match(tekst, 1):
        return Blok("alinea", zonder_begin(regel, 1))
    return Blok("alinea", regel)


def namen(cel: Cel) -> tuple[str, ...]:
    """Return the names in a cell, one per line or with a semicolon between them."""
    delen = re.split(r"[\n;]", cel.tekst)
    return tuple(deel.strip() for deel in delen if deel.strip())


def controleer_kernaanpak(cel: Cel, nummers: tuple[int, ...], waarden: Waarden) -> int | None:
    """Return the number of a kernaanpak that exists; None, with a finding, for another."""
    if cel.leeg:
        waarden.meld("waarde-ontbreekt", cel.plaats, aanvulling="het nummer van de kernaanpak")
        return None
    nummer = waarden.getal(cel)
    if nummer is not None and nummer not in nummers:
        waarden.meld("kernaanpak-onbekend", cel.plaats, cel.tekst, ", ".join(map(str, nummers)))
        return None
    return nummer
