"""Reads the two kinds of workbook whole: that of a wijk and gemeente.xlsx."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.bevinding import Bevinding, Plaats
from pipeline.names import same
from pipeline.spelling import bedoelde_koppen
from pipeline.workbook.kolommen import Rij, kolommen
from pipeline.workbook.openen import gevulde_cellen, open_blad, open_werkmap
from pipeline.workbook.pakket import INDELING, andere_indeling
from pipeline.workbook.read import STAANDE_KOPPEN, lees_blad
from pipeline.workbook.sheets import (
    UITLEG,
    WIJK_BLADEN,
    AfbeeldingRij,
    FactorRij,
    LijstRij,
    OrganisatieRij,
    PlanRij,
    WijkgegevenRij,
)
from pipeline.workbook.sheets_aanpak import ActiviteitRij, ClusterRij, KernaanpakRij, TekstRij
from pipeline.workbook.sheets_gemeente import (
    GEMEENTE_BLADEN,
    CatalogusRij,
    ColofonRij,
    GemeenteRij,
    RegisterRij,
    WijkcombinatieRij,
)

R = TypeVar("R", bound=Rij)


@dataclass(frozen=True)
class WijkBladen:
    """The rows of the workbook of one wijk, by sheet."""

    plan: PlanRij | None = None
    wijkgegevens: list[WijkgegevenRij] = field(default_factory=list)
    factoren: list[FactorRij] = field(default_factory=list)
    kernaanpakken: list[KernaanpakRij] = field(default_factory=list)
    clusters: list[ClusterRij] = field(default_factory=list)
    activiteiten: list[ActiviteitRij] = field(default_factory=list)
    teksten: list[TekstRij] = field(default_factory=list)
    organisaties: list[OrganisatieRij] = field(default_factory=list)
    afbeeldingen: list[AfbeeldingRij] = field(default_factory=list)
    werkmap: Workbook | None = field(default=None, compare=False, repr=False)
    """The opened workbook itself, for the account."""

    def rijen(self) -> Iterator[Rij]:
        """Give every row of every sheet."""
        return _alle_rijen(self)


@dataclass(frozen=True)
class GemeenteBladen:
    """The rows of gemeente.xlsx, by sheet."""

    gemeente: GemeenteRij | None = None
    wijkcombinaties: list[WijkcombinatieRij] = field(default_factory=list)
    catalogus: list[CatalogusRij] = field(default_factory=list)
    register: list[RegisterRij] = field(default_factory=list)
    colofon: list[ColofonRij] = field(default_factory=list)
    werkmap: Workbook | None = field(default=None, compare=False, repr=False)
    """The opened workbook itself, for the account."""

    def rijen(self) -> Iterator[Rij]:
        """Give every row of every sheet."""
        return _alle_rijen(self)


def lees_wijk(pad: Path, bevindingen: list[Bevinding]) -> WijkBladen:
    """Read the workbook of a wijk; add what is wrong to the findings."""
    lezer = _Werkmap(pad, bevindingen)
    lezer.meld_onbekende_bladen(WIJK_BLADEN)
    return WijkBladen(
        plan=next(iter(lezer.rijen(PlanRij)), None),
        wijkgegevens=lezer.rijen(WijkgegevenRij),
        factoren=lezer.rijen(FactorRij),
        kernaanpakken=lezer.rijen(KernaanpakRij),
        clusters=lezer.rijen(ClusterRij),
        activiteiten=lezer.rijen(ActiviteitRij),
        teksten=lezer.rijen(TekstRij),
        organisaties=lezer.rijen(OrganisatieRij),
        afbeeldingen=lezer.rijen(AfbeeldingRij),
        werkmap=lezer.werkmap,
    )


def lees_gemeente(pad: Path, bevindingen: list[Bevinding]) -> GemeenteBladen:
    """Read gemeente.xlsx; add what is wrong to the findings."""
    lezer = _Werkmap(pad, bevindingen)
    lezer.meld_onbekende_bladen(GEMEENTE_BLADEN)
    return GemeenteBladen(
        gemeente=next(iter(lezer.rijen(GemeenteRij)), None),
        wijkcombinaties=lezer.rijen(WijkcombinatieRij),
        catalogus=lezer.rijen(CatalogusRij),
        register=lezer.rijen(RegisterRij),
        colofon=lezer.rijen(ColofonRij),
        werkmap=lezer.werkmap,
    )


def lees_wijkgegevens(pad: Path) -> list[WijkgegevenRij]:
    """Read the figures alone, of a workbook that is not itself checked: what is wrong in it is not told."""
    blad = open_blad(pad, WijkgegevenRij.blad)
    return [] if blad is None else lees_blad(blad, pad.name, WijkgegevenRij, [])


class _Werkmap:
    """One workbook while it is read."""

    def __init__(self, pad: Path, bevindingen: list[Bevinding]) -> None:
        self.bestand = pad.name
        self.bevindingen = bevindingen
        self.bedoeld: dict[str, str] = {}
        """Sheets under another name than they should have, with that name."""
        geopend = open_werkmap(pad, bevindingen)
        self.werkmap: Workbook | None = None
        if geopend is None:
            return
        if versie := andere_indeling(geopend):
            plaats = Plaats(self.bestand)
            bevindingen.append(Bevinding("indeling-anders", plaats, versie, str(INDELING)))
        else:
            self.werkmap = geopend

    def meld_onbekende_bladen(self, soorten: tuple[type[Rij], ...]) -> None:
        """Report every sheet with content that nobody will read."""
        if self.werkmap is None:
            return
        bekend = [soort.blad for soort in soorten]
        gelezen = [self.blad(naam) for naam in (*bekend, UITLEG, LijstRij.blad)]
        onbekend = [
            blad.title for blad in self.werkmap.worksheets if blad not in gelezen and gevulde_cellen(blad)
        ]
        ontbreekt = [naam for naam in bekend if self.blad(naam) is None]
        self.bedoeld = bedoelde_koppen(onbekend, ontbreekt)
        for naam in onbekend:
            plaats = Plaats(self.bestand, naam)
            if naam in self.bedoeld:
                self.bevindingen.append(Bevinding("blad-anders", plaats, naam, self.bedoeld[naam]))
            else:
                self.bevindingen.append(Bevinding("blad-onbekend", plaats, naam, ", ".join(bekend)))

    def blad(self, naam: str) -> Worksheet | None:
        """Return the sheet of this name; a sheet of Excel has no other that is the same to a reader."""
        bladen = self.werkmap.worksheets if self.werkmap is not None else []
        exact = [blad for blad in bladen if blad.title == naam]
        return next(iter(exact or (blad for blad in bladen if same(blad.title, naam))), None)

    def rijen(self, soort: type[R]) -> list[R]:
        if self.werkmap is None:
            return []
        if soort.blad in self.bedoeld.values():
            return []
        blad = self.blad(soort.blad)
        if blad is None:
            plaats = Plaats(self.bestand, soort.blad)
            nodig = [kolom.kop for kolom in kolommen(soort).values() if not kolom.optional]
            koppen = ", ".join(STAANDE_KOPPEN if soort.staand else nodig)
            namen = ", ".join(self.werkmap.sheetnames)
            self.bevindingen.append(Bevinding("blad-ontbreekt", plaats, namen, koppen))
            return []
        return lees_blad(blad, self.bestand, soort, self.bevindingen)


def _alle_rijen(bladen: WijkBladen | GemeenteBladen) -> Iterator[Rij]:
    for inhoud in vars(bladen).values():
        if isinstance(inhoud, list):
            yield from inhoud
        elif isinstance(inhoud, Rij):
            yield inhoud
