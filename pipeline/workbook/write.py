"""Writes the workbooks by the description of their sheets: real tables with dropdowns and prompts."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.bevinding import Plaats
from pipeline.markup import als_runs
from pipeline.workbook import opmaak
from pipeline.workbook.bladen import GemeenteBladen, WijkBladen
from pipeline.workbook.cel import Cel
from pipeline.workbook.keuzes import Bron, validatie
from pipeline.workbook.kolommen import VOORBEELD, Kolom, Rij, kolommen
from pipeline.workbook.pakket import bewaar
from pipeline.workbook.read import STAANDE_KOPPEN, STAANDE_UITLEG
from pipeline.workbook.sheets import CIJFERKOLOM, WIJK_BLADEN, LijstRij
from pipeline.workbook.sheets_gemeente import GEMEENTE_BLADEN
from pipeline.workbook.uitleg import UITLEG_GEMEENTE, UITLEG_WIJK, schrijf_uitleg

_GROEIRUIMTE = 300
"""How many empty rows below a table already have their dropdowns and prompts."""
_UITLEGBREEDTE = 120
"""How many characters of the explanation stand on one line: it must fit on a laptop's screen."""
_STAANDE_KOPPEN = (*STAANDE_KOPPEN, STAANDE_UITLEG)
_BREEDTE_ONDERDEEL, _BREEDTE_UITLEG = 34, 90


def schrijf_wijk(
    pad: Path, bladen: WijkBladen, gemeente: GemeenteBladen | None = None, *, voorbeelden: bool = False
) -> None:
    """Write the workbook of a wijk; the names to choose from come from those of the gemeente.

    With `voorbeelden` an example stands above each table, where it is never read.
    """
    werkmap = Workbook()
    titel = "Wijkplan Sociaal" + (f" {bladen.plan.wijkcombinatie.tekst}" if bladen.plan else "")
    soorten = (*WIJK_BLADEN, LijstRij)
    schrijf_uitleg(werkmap.worksheets[0], titel, UITLEG_WIJK, soorten)
    rijen: list[Rij] = [*bladen.rijen(), *_lijsten(gemeente or GemeenteBladen())]
    _schrijf_bladen(werkmap, soorten, rijen, voorbeelden=voorbeelden)
    bewaar(werkmap, pad, titel)


def schrijf_gemeente(pad: Path, bladen: GemeenteBladen) -> None:
    """Write gemeente.xlsx: what the wijken share."""
    werkmap = Workbook()
    titel = "Wijkplannen Sociaal: wat alle wijken delen"
    schrijf_uitleg(werkmap.worksheets[0], titel, UITLEG_GEMEENTE, GEMEENTE_BLADEN)
    _schrijf_bladen(werkmap, GEMEENTE_BLADEN, list(bladen.rijen()), voorbeelden=False)
    bewaar(werkmap, pad, titel)


@dataclass(frozen=True)
class _Indeling:
    """Where the columns and rows of a sheet stand; a free column has no field."""

    soort: type[Rij]
    kolommen: list[tuple[str, Kolom]]
    rijen: list[Rij]
    uitleg: list[str]
    voorbeeld: bool
    """Whether an example stands above the table, under a line that says so."""

    @property
    def koprij(self) -> int:
        return len(self.uitleg) + (4 if self.voorbeeld else 2)

    @property
    def laatste_rij(self) -> int:
        return self.koprij + max(len(self.rijen), 1)

    @property
    def laatste_invulrij(self) -> int:
        """The last row that has dropdowns and prompts."""
        return self.laatste_rij + _GROEIRUIMTE

    def bronnen(self) -> dict[str, Bron]:
        """Give every column as a source of choices."""
        return {
            f"{self.soort.blad}[{kolom.kop}]": Bron(
                self.soort.blad, get_column_letter(nummer), self.koprij + 1, self.laatste_invulrij
            )
            for nummer, (_, kolom) in enumerate(self.kolommen, start=1)
        }


def _schrijf_bladen(
    werkmap: Workbook, soorten: Sequence[type[Rij]], rijen: list[Rij], *, voorbeelden: bool
) -> None:
    indelingen = [
        _deel_in(soort, [rij for rij in rijen if isinstance(rij, soort)], voorbeeld=voorbeelden)
        for soort in soorten
    ]
    bronnen = {naam: plek for indeling in indelingen for naam, plek in indeling.bronnen().items()}
    for indeling in indelingen:
        blad = werkmap.create_sheet(indeling.soort.blad)
        opmaak.schrijf_titel(blad, indeling.soort.blad, indeling.uitleg)
        if indeling.soort.staand:
            _schrijf_staand(blad, indeling, bronnen)
        else:
            _schrijf_tabel(blad, indeling, bronnen)
        kleur = opmaak.LICHTBLAUW if indeling.soort is LijstRij else opmaak.MIDDENBLAUW
        opmaak.stel_pagina_in(blad, kleur)
        blad.print_title_rows = f"{indeling.koprij}:{indeling.koprij}"


def _deel_in(soort: type[Rij], rijen: list[Rij], *, voorbeeld: bool) -> _Indeling:
    velden: list[tuple[str, Kolom]] = []
    for naam, kolom in kolommen(soort).items():
        velden.append((naam, kolom))
        if rijen and naam == soort.vrije_kolommen:
            velden += [("", replace(CIJFERKOLOM, kop=kop)) for kop in rijen[0].vrij]
    heeft_voorbeeld = voorbeeld and any(kolom.voorbeeld for _, kolom in velden)
    return _Indeling(soort, velden, rijen, textwrap.wrap(soort.uitleg, _UITLEGBREEDTE), heeft_voorbeeld)


def _schrijf_tabel(blad: Worksheet, indeling: _Indeling, bronnen: dict[str, Bron]) -> None:
    for nummer, (_, kolom) in enumerate(indeling.kolommen, start=1):
        letter = get_column_letter(nummer)
        opmaak.schrijf_tabelkop(opmaak.cel(blad, indeling.koprij, nummer), kolom.kop, kolom.soort)
        opmaak.stel_kolom_in(blad, letter, kolom)
        bereik = f"{letter}{indeling.koprij + 1}:{letter}{indeling.laatste_invulrij}"
        blad.add_data_validation(validatie(kolom, bereik, bronnen))
    if indeling.voorbeeld:
        opmaak.schrijf_tekst(opmaak.cel(blad, indeling.koprij - 2, 1), VOORBEELD)
        opmaak.cel(blad, indeling.koprij - 2, 1).alignment = Alignment(vertical="bottom")
        for nummer, (_, kolom) in enumerate(indeling.kolommen, start=1):
            opmaak.schrijf_voorbeeld(
                opmaak.cel(blad, indeling.koprij - 1, nummer), kolom.voorbeeld, kolom.soort
            )
        teksten = [(kolom.voorbeeld, kolom.breedte) for _, kolom in indeling.kolommen]
        opmaak.schat_hoogte(blad, indeling.koprij - 1, teksten)
    for plek, rij in enumerate(indeling.rijen, start=indeling.koprij + 1):
        cellen = [
            (rij.vrij[kolom.kop] if not naam else getattr(rij, naam), kolom)
            for naam, kolom in indeling.kolommen
        ]
        for nummer, (cel, kolom) in enumerate(cellen, start=1):
            opmaak.schrijf_waarde(opmaak.cel(blad, plek, nummer), cel, kolom.soort)
        opmaak.schat_hoogte(blad, plek, [(cel.tekst, kolom.breedte) for cel, kolom in cellen])
    koppen = [kolom.kop for _, kolom in indeling.kolommen]
    _maak_tabel(blad, koppen, indeling.koprij, indeling.laatste_rij, filters=True)
    linksboven = get_column_letter(indeling.soort.vaste_kolommen + 1)
    blad.freeze_panes = f"{linksboven}{indeling.koprij + 1}"


def _schrijf_staand(blad: Worksheet, indeling: _Indeling, bronnen: dict[str, Bron]) -> None:
    breedte = max(kolom.breedte for _, kolom in indeling.kolommen)
    breedtes = (_BREEDTE_ONDERDEEL, breedte, _BREEDTE_UITLEG)
    for nummer, (kop, maat) in enumerate(zip(_STAANDE_KOPPEN, breedtes, strict=True), start=1):
        opmaak.schrijf_tabelkop(opmaak.cel(blad, indeling.koprij, nummer), kop)
        blad.column_dimensions[get_column_letter(nummer)].width = maat
    rij = next(iter(indeling.rijen), None)
    for plek, (naam, kolom) in enumerate(indeling.kolommen, start=indeling.koprij + 1):
        opmaak.schrijf_tekst(opmaak.cel(blad, plek, 1), kolom.kop, vet=True, lijn=True)
        waarde: Cel | None = getattr(rij, naam) if rij else None
        opmaak.schrijf_waarde(opmaak.cel(blad, plek, 2), waarde, kolom.soort)
        opmaak.cel(blad, plek, 2).alignment = opmaak.uitlijning("tekst")
        opmaak.schrijf_tekst(opmaak.cel(blad, plek, 3), kolom.hulp, lijn=True)
        opmaak.schat_hoogte(
            blad, plek, [(waarde.tekst if waarde else "", breedte), (kolom.hulp, _BREEDTE_UITLEG)]
        )
        blad.add_data_validation(validatie(kolom, f"B{plek}", bronnen))
    laatste_rij = indeling.koprij + len(indeling.kolommen)
    _maak_tabel(blad, _STAANDE_KOPPEN, indeling.koprij, laatste_rij, filters=False)
    blad.freeze_panes = f"A{indeling.koprij + 1}"


def _maak_tabel(
    blad: Worksheet, koppen: Sequence[str], koprij: int, laatste_rij: int, *, filters: bool
) -> None:
    bereik = f"A{koprij}:{get_column_letter(len(koppen))}{laatste_rij}"
    blad.add_table(
        Table(
            displayName=f"tbl{blad.title}",
            ref=bereik,
            tableColumns=[TableColumn(id=nummer, name=kop) for nummer, kop in enumerate(koppen, start=1)],
            autoFilter=AutoFilter(ref=bereik) if filters else None,
            tableStyleInfo=TableStyleInfo(name="TableStyleLight1", showRowStripes=False),
        )
    )
    blad.row_dimensions[koprij].height = 24


def _lijsten(gemeente: GemeenteBladen) -> list[LijstRij]:
    factoren = [rij.factor.tekst for rij in gemeente.catalogus]
    organisaties = [rij.organisatie.tekst for rij in gemeente.register]
    return [
        LijstRij(rij=0, vrij={}, factor=_cel(factor), organisatie=_cel(organisatie))
        for factor, organisatie in zip_longest(factoren, organisaties, fillvalue="")
    ]


def _cel(tekst: str) -> Cel:
    return Cel(tekst or None, als_runs(tekst), "@", Plaats(""))
