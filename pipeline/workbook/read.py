"""Reads the sheets of a workbook into rows that know their cells."""

from __future__ import annotations

from typing import TypeVar

from openpyxl.worksheet.worksheet import Worksheet

from pipeline.bevinding import Bevinding
from pipeline.spelling import bedoelde_koppen
from pipeline.workbook.bladlezer import Bladlezer, Kop
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Rij, kolommen
from pipeline.workbook.rondom import meld_rondom
from pipeline.workbook.veilig import MAX_CELLEN

STAANDE_KOPPEN = ("Onderdeel", "Waarde")
"""The headers of a sheet that is filled in downwards."""
STAANDE_UITLEG = "Uitleg"
"""The header of its third column, which explains; it is not read."""

R = TypeVar("R", bound=Rij)


def lees_blad(blad: Worksheet, bestand: str, soort: type[R], bevindingen: list[Bevinding]) -> list[R]:
    """Read the rows of one sheet by their description; add what is wrong to the findings.

    Wholly empty rows are passed over. A sheet that lacks a column gives no rows: what would be
    said of them is not true before the columns are right. What stands beside the table has no place
    in the plan, and is a finding.
    """
    cellen = Bladlezer(blad, bestand, bevindingen)
    if soort.staand:
        return _lees_staand(cellen, soort)
    verwacht = {kolom.kop: naam for naam, kolom in kolommen(soort).items()}
    koprij = cellen.vind_koprij(tuple(verwacht))
    if koprij is None:
        return []
    koppen = cellen.koppen(koprij)
    aantal_bevindingen = len(bevindingen)
    bekend, vrij = _verdeel(koppen, verwacht, cellen, soort)
    if len(bevindingen) > aantal_bevindingen:
        return []
    meld_rondom(cellen, soort, koprij, koppen)
    nummers = cellen.rijnummers(koprij)
    if len(nummers) * len(koppen) > MAX_CELLEN:
        cellen.meld(
            "bestand-te-vol",
            cellen.plaats(),
            aanvulling=f"{len(nummers)} rijen en {len(koppen)} kolommen op dit blad",
        )
        return []
    rijen = []
    for nummer in nummers:
        velden = {naam: cellen.lees(nummer, kop.kolom) for naam, kop in bekend.items()}
        extra = {kop.tekst: cellen.lees(nummer, kop.kolom) for kop in vrij}
        if all(cel.leeg for cel in (*velden.values(), *extra.values())):
            continue
        rijen.append(soort(rij=nummer, vrij=extra, **velden))
    if not rijen and not soort.mag_leeg:
        bevindingen.append(Bevinding("blad-leeg", cellen.plaats()))
    return rijen


def _verdeel(
    koppen: list[Kop], verwacht: dict[str, str], cellen: Bladlezer, soort: type[Rij]
) -> tuple[dict[str, Kop], list[Kop]]:
    """Divide the headers into the known columns (by field name) and the free ones.

    The free columns stand between the one after which they are free and the next that is known.
    """
    bekend: dict[str, Kop] = {}
    vrij: list[Kop] = []
    gezien: set[str] = set()
    namen = [
        kop + (" (en daarna uw eigen kolommen)" if naam == soort.vrije_kolommen else "")
        for kop, naam in verwacht.items()
    ]
    vorige = None
    onbekend: list[Kop] = []
    for kop in koppen:
        if kop.tekst in gezien:
            cellen.meld("kolom-dubbel", kop.plaats, kop.tekst)
        gezien.add(kop.tekst)
        if kop.tekst in verwacht:
            vorige = verwacht[kop.tekst]
            bekend[vorige] = kop
        elif vorige == soort.vrije_kolommen:
            vrij.append(kop)
        else:
            onbekend.append(kop)
    ontbreekt = [tekst for tekst in verwacht if tekst not in gezien]
    bedoeld = bedoelde_koppen([kop.tekst for kop in onbekend or vrij], ontbreekt)
    for kop in onbekend or vrij:
        if kop.tekst in bedoeld:
            cellen.meld("kolom-anders", kop.plaats, kop.tekst, bedoeld[kop.tekst])
        elif onbekend:
            cellen.meld("kolom-onbekend", kop.plaats, kop.tekst, ", ".join(namen))
    for tekst in ontbreekt:
        if tekst not in bedoeld.values():
            cellen.meld("kolom-ontbreekt", cellen.plaats(), aanvulling=tekst)
    return bekend, vrij


def _lees_staand(cellen: Bladlezer, soort: type[R]) -> list[R]:
    """Read a sheet whose fields stand below each other, as one row."""
    koprij = cellen.vind_koprij(STAANDE_KOPPEN)
    if koprij is None:
        return []
    koppen = cellen.koppen(koprij)
    aantal_bevindingen = len(cellen.bevindingen)
    te_lezen = [kop for kop in koppen if kop.tekst != STAANDE_UITLEG]
    plek, _ = _verdeel(te_lezen, {kop: kop for kop in STAANDE_KOPPEN}, cellen, soort)
    if len(cellen.bevindingen) > aantal_bevindingen:
        return []
    meld_rondom(cellen, soort, koprij, koppen)
    verwacht = {kolom.kop: naam for naam, kolom in kolommen(soort).items()}
    velden: dict[str, Cel] = {}
    goed = True
    for nummer in cellen.rijnummers(koprij):
        onderdeel, waarde = (cellen.lees(nummer, plek[kop].kolom) for kop in STAANDE_KOPPEN)
        naam = onderdeel.tekst.strip()
        if naam in verwacht and verwacht[naam] not in velden:
            velden[verwacht[naam]] = waarde
        elif naam in verwacht:
            cellen.meld("onderdeel-dubbel", onderdeel.plaats, naam)
            goed = False
        elif naam or not waarde.leeg:
            cellen.meld("onderdeel-onbekend", onderdeel.plaats, naam, ", ".join(verwacht))
            goed = False
    for tekst, naam in verwacht.items():
        if naam not in velden:
            cellen.meld("onderdeel-ontbreekt", cellen.plaats(), aanvulling=tekst)
            goed = False
    return [soort(rij=koprij, vrij={}, **velden)] if goed else []
