"""A small invented wijk and gemeente, as rows of their workbooks, and ways to spoil a workbook."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from pipeline.bevinding import Bevinding, Plaats
from pipeline.markup import Run, Runs, als_runs
from pipeline.workbook.bladen import GemeenteBladen, WijkBladen
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Rij, kolommen
from pipeline.workbook.numbers import gedrukt
from pipeline.workbook.sheets import FactorRij, OrganisatieRij, PlanRij, WijkgegevenRij
from pipeline.workbook.sheets_aanpak import ActiviteitRij, ClusterRij, KernaanpakRij, TekstRij
from pipeline.workbook.sheets_gemeente import (
    CatalogusRij,
    ColofonRij,
    GemeenteRij,
    RegisterRij,
    WijkcombinatieRij,
)

Gezien = dict[str, tuple[object, Runs, str]]
"""What a person sees in a row: per column the value, the runs and the number format."""


def tekst(inhoud: str = "", *runs: Run) -> Cel:
    """Return a cell with text, in one run or in those given."""
    stukken = runs or als_runs(inhoud)
    samen = "".join(run.tekst for run in stukken)
    return Cel(samen or None, stukken, "@", Plaats(""))


def getal(waarde: float | None, notatie: str = "0") -> Cel:
    """Return a cell with a number, or an empty one."""
    runs = () if waarde is None else als_runs(gedrukt(waarde, notatie, huisstijl=True) or "")
    return Cel(waarde, runs, notatie, Plaats(""))


def wijk() -> WijkBladen:
    """Return the rows of an invented wijk that uses every kind of cell."""
    datum = datetime.datetime(2026, 11, 21)  # noqa: DTZ001 - a date in a cell has no time zone
    geheim = Cel("x", als_runs("x"), "General", Plaats(""))
    return WijkBladen(
        plan=PlanRij(
            rij=0,
            vrij={},
            wijkcombinatie=tekst("Jan & Piet <info@x.nl> {{ leeg }}"),
            afkorting=tekst("JP"),
            wijken=tekst("Noord; Zuid"),
            periode_van=getal(2026),
            periode_tot=getal(2030),
            status=tekst("concept"),
            versie=tekst("1.0"),
            datum=Cel(datum, als_runs("21-11-2026"), "dd-mm-yyyy", Plaats("")),
            wijkprofiel=tekst(),
            volgorde_zin=tekst("", Run("De volgorde is "), Run("niet", vet=True), Run(" van belang.")),
            plaats_status=tekst("voor de tekst"),
        ),
        wijkgegevens=[
            WijkgegevenRij(
                rij=0,
                vrij={"Noord": getal(6230, "#,##0"), "Zuid": getal(0.131, "0.0%"), "Stad": geheim},
                groep=tekst("Leeftijdsopbouw"),
                indicator=tekst("Inwoners"),
                jaar=getal(2025),
                bron=tekst("BRP"),
            )
        ],
        factoren=[
            FactorRij(
                rij=0, vrij={}, volgorde=getal(1), factor=tekst("Bewegen"), score=getal(None), elders=tekst()
            ),
        ],
        kernaanpakken=[
            KernaanpakRij(
                rij=0,
                vrij={},
                nummer=getal(1),
                titel=tekst("Samen"),
                factoren=tekst("Bewegen\nStress"),
                vaste_tekst=tekst(),
            )
        ],
        clusters=[
            ClusterRij(
                rij=0,
                vrij={},
                kernaanpak=getal(1),
                kop_erboven=tekst(),
                cluster=tekst("Ontmoeten"),
                inleiding=tekst("- een\n- twee\nLet op!"),
            )
        ],
        activiteiten=[
            ActiviteitRij(
                rij=0,
                vrij={},
                kernaanpak=getal(1),
                cluster=tekst("Ontmoeten"),
                groep=tekst("Jongeren"),
                mogelijkheid=tekst("", Run("Scholen", vet=True), Run("\nlaagdrempelig")),
                status=tekst("Verbeteren/nieuw"),
                basisactiviteit=tekst("", Run("=1+1 is geen formule", cursief=True)),
                factoren=tekst("Alle factoren."),
            )
        ],
        teksten=[
            TekstRij(
                rij=0,
                vrij={},
                onderdeel=tekst("3 Wat we doen"),
                kernaanpak=getal(1),
                kop=tekst(),
                soort=tekst("alinea"),
                tekst=tekst("  Zie [kernaanpak 1](#kernaanpak-1), of \\[haken](#bijlage-1).  "),
            )
        ],
        organisaties=[OrganisatieRij(rij=0, vrij={}, organisatie=tekst("'t Hart @ +plus"))],
    )


def gemeente() -> GemeenteBladen:
    """Return the rows of an invented gemeente."""
    nee = tekst("nee")
    return GemeenteBladen(
        gemeente=GemeenteRij(
            rij=0,
            vrij={},
            naam=tekst("Gemeente Voorbeeld"),
            periode_van=getal(2026, "0"),
            periode_tot=getal(2030, "0"),
            factoren_volledig=nee,
            organisaties_volledig=nee,
            wijkcombinaties_volledig=tekst("ja"),
        ),
        wijkcombinaties=[
            WijkcombinatieRij(rij=0, vrij={}, sleutel=tekst("jp"), naam=tekst("Jan en Piet"), wijken=tekst())
        ],
        catalogus=[
            CatalogusRij(rij=0, vrij={}, factor=tekst("Bewegen"), aliassen=tekst("Beweging"), elders=tekst()),
            CatalogusRij(rij=0, vrij={}, factor=tekst("Stress"), aliassen=tekst(), elders=tekst()),
        ],
        register=[RegisterRij(rij=0, vrij={}, organisatie=tekst("Buurthuis"), aliassen=tekst())],
        colofon=[
            ColofonRij(rij=0, vrij={}, soort=tekst("kopje"), tekst=tekst("", Run("Postadres", vet=True)))
        ],
    )


def gezien(rijen: Iterator[Rij]) -> list[Gezien]:
    """Return rows without the places of their cells, to compare them."""
    return [
        {naam: (cel.waarde, cel.runs, cel.notatie) for naam, cel in (*_vaste(rij), *rij.vrij.items())}
        for rij in rijen
    ]


def bederf(pad: Path, wijziging: Callable[[Workbook], Any]) -> None:
    """Change a workbook as a person could have done."""
    werkmap = load_workbook(pad, rich_text=True)
    wijziging(werkmap)
    werkmap.save(pad)


def codes(bevindingen: list[Bevinding]) -> list[tuple[str, str]]:
    """Return of every finding its code and its cell (or else its sheet)."""
    return [(b.code, b.plaats.cel or b.plaats.blad) for b in bevindingen]


def _vaste(rij: Rij) -> list[tuple[str, Cel]]:
    return [(naam, getattr(rij, naam)) for naam in kolommen(type(rij))]
