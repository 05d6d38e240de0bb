"""A sheet Wijkgegevens as a table in a test: a row is group, indicator, the figures, year and source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.bevinding import Plaats, gesorteerd
from pipeline.checks.getallen import lees_cijfers
from pipeline.checks.invoer import Invoer, Regel
from pipeline.workbook.bladen import GemeenteBladen
from pipeline.workbook.cel import Cel
from pipeline.workbook.sheets import WijkgegevenRij
from pipeline.workbook.sheets_gemeente import GemeenteRij, WijkcombinatieRij
from pipeline.workbook.write import schrijf_gemeente, schrijf_wijk
from tests.build.invoer import maak_cel, rij, rijen
from tests.checks.invoer import gepubliceerd, lees
from tests.workbook import voorbeeld

GEMEENTE = GemeenteBladen(
    gemeente=rij(GemeenteRij, {"naam": "Gemeente Voorbeeld"}),
    wijkcombinaties=rijen(
        WijkcombinatieRij, {"sleutel": "jp", "naam": "Jan en Piet", "wijken": "Noord; Zuid; De Meent"}
    ),
)

KOLOMMEN = ("Noord", "Zuid", "Voorbeeld")
"""The last is that of the gemeente."""

Waarde = str | float | Cel | None
Tabelrij = tuple[str, str, tuple[Waarde, Waarde, Waarde], object, str]
Gevonden = tuple[str, str, str, str]
"""A finding: code, cell, what stands there and what is added."""


def procent(waarde: float, decimalen: int = 1) -> Cel:
    """Return a percentage as Excel keeps it: 13.1 becomes 0.131 with a percent format."""
    return voorbeeld.getal(round(waarde / 100, 6), "0." + "0" * decimalen + "%" if decimalen else "0%")


def indicator(
    naam: str, *cijfers: Waarde, groep: str = "", jaar: object = 2025, bron: str = "BRP"
) -> Tabelrij:
    """Return one row of the table; a figure is a text, a plain number, a cell, or nothing."""
    een, twee, drie = cijfers
    return (groep, naam, (een, twee, drie), jaar, bron)


def tabel(*regels: Tabelrij, bestand: str = "jp.xlsx") -> list[WijkgegevenRij]:
    """Return the rows of the sheet; their cells have the places that a workbook gives them."""

    def op(cel: Cel, letter: str, nummer: int) -> Cel:
        return replace(cel, plaats=Plaats(bestand, WijkgegevenRij.blad, f"{letter}{nummer}"))

    return [
        WijkgegevenRij(
            rij=nummer,
            groep=op(maak_cel(groep), "A", nummer),
            indicator=op(maak_cel(naam), "B", nummer),
            vrij={kop: op(_cel(cijfers[plek]), "CDE"[plek], nummer) for plek, kop in enumerate(KOLOMMEN)},
            jaar=op(maak_cel(jaar), "F", nummer),
            bron=op(maak_cel(bron), "G", nummer),
        )
        for nummer, (groep, naam, cijfers, jaar, bron) in enumerate(regels, start=5)
    ]


def geschreven(map_wijk: Path, *regels: Tabelrij) -> Invoer:
    """Write the example with these rows to a workbook and read it."""
    pad, gemeente_pad = map_wijk / "jp.xlsx", map_wijk / "gemeente.xlsx"
    schrijf_wijk(pad, replace(voorbeeld.wijk(), wijkgegevens=tabel(*regels)))
    schrijf_gemeente(gemeente_pad, GEMEENTE)
    return lees(pad, gemeente_pad)


def invoer(*regels: Tabelrij, andere: dict[str, list[Tabelrij]] | None = None) -> Invoer:
    """Return a plan of 2026-2030 with these rows, beside the rows of other wijken; nothing is written."""
    plan = gepubliceerd("vbl")
    return replace(
        plan,
        wijk=replace(plan.wijk, wijkgegevens=tabel(*regels)),
        gemeente=GEMEENTE,
        andere={
            wijk: list(lees_cijfers(tabel(*rijen, bestand=f"{wijk}.xlsx")))
            for wijk, rijen in (andere or {}).items()
        },
    )


def gevonden(te_zien: Invoer, regels: tuple[Regel, ...]) -> list[Gevonden]:
    """Return what rules find, sorted by place."""
    bevindingen = gesorteerd([bevinding for regel in regels for bevinding in regel(te_zien)])
    return [(b.code, b.plaats.cel, b.staat_er, b.aanvulling) for b in bevindingen]


def gepubliceerde(wijk: str, andere: str) -> Invoer:
    """Return the input of a published plan, beside the figures of the other."""
    van_ander = list(lees_cijfers(gepubliceerd(andere).wijk.wijkgegevens))
    return replace(gepubliceerd(wijk), andere={andere: van_ander})


def _cel(waarde: Waarde) -> Cel:
    if isinstance(waarde, Cel):
        return waarde
    return voorbeeld.tekst(waarde) if isinstance(waarde, str) else voorbeeld.getal(waarde, "General")
