"""Reports what stands on a sheet and does not reach the plan, or not as it looks: beside, hidden, merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice, pairwise

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.names import key, same
from pipeline.workbook.bladlezer import Bladlezer, Kop
from pipeline.workbook.kolommen import VOORBEELD, Rij, kolommen

MAX_BUITEN = 50
"""Cells outside the table of a sheet that are each reported; of more only the number is told."""
MAX_RONDOM = 50
"""Findings of each other kind, per sheet: a person sees the pattern long before."""

LOWEST, NARROWEST = 1, 0.2
"""A row of less than a point, or a column of less than a fifth of a letter, cannot be seen."""


def meld_rondom(lezer: Bladlezer, soort: type[Rij], koprij: int, koppen: list[Kop]) -> None:
    """Report all that a person may take for a part of the table, and that is not or does not look so."""
    if lezer.blad.sheet_state != Worksheet.SHEETSTATE_VISIBLE:
        lezer.meld("blad-verborgen", lezer.plaats())
    voorbeeldrij = _voorbeeldrij(lezer, koprij)
    buiten = _buiten_tabel(lezer, soort, koprij, koppen, voorbeeldrij)
    for cel in buiten[:MAX_BUITEN]:
        lezer.meld("buiten-tabel", lezer.plaats(cel.row, cel.column), str(cel.value))
    if len(buiten) > MAX_BUITEN:
        plaats = lezer.plaats(buiten[MAX_BUITEN].row, buiten[MAX_BUITEN].column)
        lezer.meld("buiten-tabel-veel", plaats, aanvulling=str(len(buiten) - MAX_BUITEN))
    if voorbeeldrij:
        _meld_voorbeeld(lezer, soort, voorbeeldrij)
    _meld_lege_rijen(lezer, koprij, koppen)
    _meld_samengevoegd(lezer, koprij)
    _meld_verborgen(lezer, koprij)
    _meld_notities(lezer)


def _voorbeeldrij(lezer: Bladlezer, koprij: int) -> int:
    """Return the row of the example; 0 without one."""
    boven = lezer.blad.cell(koprij - 2, 1).value if koprij > 2 else None
    return koprij - 1 if boven is not None and same(str(boven), VOORBEELD) else 0


def _buiten_tabel(
    lezer: Bladlezer, soort: type[Rij], koprij: int, koppen: list[Kop], voorbeeldrij: int
) -> list[Cell]:
    """Return what stands above the headers beside a title or explanation, or in a column without header.

    A column without a header that holds more than one cell gets one finding: its header is gone.
    """
    kolommen_met_kop = {kop.kolom for kop in koppen}
    gevonden: list[Cell] = []
    zonder_kop: dict[int, list[Cell]] = {}
    for rij, cellen in groupby(lezer.gevuld, key=lambda cel: cel.row):
        if rij < koprij and rij != voorbeeldrij:
            eerste, *rest = cellen
            gevonden += rest
            if not _is_uitleg(eerste, soort):
                lezer.meld("boven-tabel", lezer.plaats(rij, eerste.column), str(eerste.value))
        elif rij > koprij:
            for cel in cellen:
                if cel.column not in kolommen_met_kop:
                    zonder_kop.setdefault(cel.column, []).append(cel)
    for kolom, in_kolom in zonder_kop.items():
        if len(in_kolom) == 1:
            gevonden += in_kolom
        else:
            voorbeeld = lezer.lees(in_kolom[0].row, kolom).tekst or str(in_kolom[0].value)
            lezer.meld("kop-leeg", lezer.plaats(koprij, kolom), voorbeeld, str(len(in_kolom)))
    return sorted(gevonden, key=lambda cel: (cel.row, cel.column))


def _is_uitleg(cel: Cell, soort: type[Rij]) -> bool:
    """Whether a cell above the table is the title or the explanation, be it of an older workbook."""
    woorden = set(key(str(cel.value)).split())
    bekend = set(key(f"{soort.blad} {soort.uitleg} {VOORBEELD}").split())
    return len(woorden & bekend) * 2 > len(woorden)


def _meld_voorbeeld(lezer: Bladlezer, soort: type[Rij], voorbeeldrij: int) -> None:
    """Report the first cell of the example that a person has changed."""
    voorbeelden = {key(kolom.voorbeeld) for kolom in kolommen(soort).values()}
    for cel in lezer.gevuld:
        if cel.row == voorbeeldrij and key(str(cel.value)) not in voorbeelden:
            lezer.meld("voorbeeld-veranderd", lezer.plaats(cel.row, cel.column), str(cel.value))
            return


def _meld_lege_rijen(lezer: Bladlezer, koprij: int, koppen: list[Kop]) -> None:
    in_tabel = {kop.kolom for kop in koppen}
    gevuld = {cel.row for cel in lezer.gevuld if cel.row > koprij and cel.column in in_tabel}
    nummers = [koprij, *sorted(gevuld)]
    gaten = ((boven + 1, onder - 1) for boven, onder in pairwise(nummers) if onder - boven > 1)
    for eerste, laatste in islice(gaten, MAX_RONDOM):
        rijen = f"rij {eerste}" if eerste == laatste else f"rij {eerste} tot en met {laatste}"
        lezer.meld("rij-leeg", lezer.plaats(eerste, 1), rijen)


def _meld_samengevoegd(lezer: Bladlezer, koprij: int) -> None:
    bereiken = sorted(
        (bereik.min_row, bereik.min_col, bereik.coord)
        for bereik in lezer.blad.merged_cells.ranges
        if bereik.max_row >= koprij
    )
    for rij, kolom, naam in bereiken[:MAX_RONDOM]:
        lezer.meld("cellen-samengevoegd", lezer.plaats(rij, kolom), naam)


def _meld_verborgen(lezer: Bladlezer, koprij: int) -> None:
    """Report rows and columns with content that nobody sees: they are read as any other."""
    in_tabel = [cel for cel in lezer.gevuld if cel.row > koprij]
    verborgen_kolommen = {
        kolom
        for maat in lezer.blad.column_dimensions.values()
        if maat.hidden or maat.width < NARROWEST
        for kolom in range(maat.min or 0, min(maat.max or 0, lezer.blad.max_column) + 1)
    }
    rijen = sorted({cel.row for cel in in_tabel if _rij_verborgen(lezer.blad, cel.row)})
    kolommen_ = sorted({cel.column for cel in in_tabel if cel.column in verborgen_kolommen})
    if rijen:
        lezer.meld("verborgen", lezer.plaats(rijen[0], 1), _opsomming("rij", rijen, str))
    if kolommen_:
        wat = _opsomming("kolom", kolommen_, get_column_letter)
        lezer.meld("verborgen", lezer.plaats(koprij, kolommen_[0]), wat)


def _rij_verborgen(blad: Worksheet, rij: int) -> bool:
    """Whether a row is hidden, filtered out, folded away or without height."""
    if rij not in blad.row_dimensions:
        return bool(blad.sheet_format.zeroHeight)
    maat = blad.row_dimensions[rij]
    return bool(maat.hidden) or (maat.height is not None and maat.height < LOWEST)


def _opsomming(woord: str, nummers: list[int], naam: Callable[[int], str]) -> str:
    rest = f" en nog {len(nummers) - MAX_RONDOM}" if len(nummers) > MAX_RONDOM else ""
    return f"{woord} {', '.join(map(naam, nummers[:MAX_RONDOM]))}{rest}"


def _meld_notities(lezer: Bladlezer) -> None:
    for cel in islice(_met_notitie(lezer.blad._cells.values()), MAX_RONDOM):
        tekst = " ".join(str(cel.comment.text).split()) if cel.comment else ""
        lezer.meld("notitie", lezer.plaats(cel.row, cel.column), tekst, tekst)


def _met_notitie(cellen: Iterable[object]) -> Iterator[Cell]:
    return (cel for cel in cellen if isinstance(cel, Cell) and cel.comment is not None)
