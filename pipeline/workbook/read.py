"""Reads the sheets of a workbook into rows that know their cells."""

from __future__ import annotations

from typing import TypeVar

from openpyxl.worksheet.worksheet import Worksheet

from pipeline.bevinding import Bevinding
from pipeline.names import clean, key
from pipeline.spelling import bedoelde_koppen, lijkt_op
from pipeline.workbook.bladlezer import Bladlezer, Kop
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Rij, kolommen
from pipeline.workbook.numbers import is_year_label
from pipeline.workbook.rondom import meld_rondom
from pipeline.workbook.totals import find_totals
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
    for kop in vrij:
        cellen.meld_onleesbaar(kop)
    meld_rondom(cellen, soort, koprij, koppen)
    totalen = find_totals(cellen, koprij)
    nummers = [nummer for nummer in cellen.rijnummers(koprij) if nummer not in totalen]
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
        met_punt = not (vrij and is_year_label(velden[soort.vrije_kolommen].tekst))
        extra = {kop.tekst: cellen.lees(nummer, kop.kolom, huisstijl=met_punt) for kop in vrij}
        if all(cel.leeg for cel in (*velden.values(), *extra.values())):
            continue
        rijen.append(soort(rij=nummer, vrij=extra, **velden))
    cellen.meld_opmaak()
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
    namen = {key(kop): naam for kop, naam in verwacht.items()}
    vorige = None
    onbekend: list[Kop] = []
    for kop in koppen:
        if kop.key in gezien:
            cellen.meld("kolom-dubbel", kop.plaats, kop.tekst)
        gezien.add(kop.key)
        if kop.key in namen:
            vorige = namen[kop.key]
            bekend[vorige] = kop
        elif vorige == soort.vrije_kolommen:
            vrij.append(kop)
        else:
            onbekend.append(kop)
    _meld_koppen(onbekend, vrij, [tekst for tekst in verwacht if key(tekst) not in gezien], cellen, soort)
    return bekend, vrij


def _meld_koppen(
    onbekend: list[Kop], vrij: list[Kop], ontbreekt: list[str], cellen: Bladlezer, soort: type[Rij]
) -> None:
    """Report the headers that are unknown, and those that are missing."""
    beschreven = kolommen(soort)
    optional = {kolom.kop for kolom in beschreven.values() if kolom.optional}
    nodig = [tekst for tekst in ontbreekt if tekst not in optional]
    verdacht = [kop.tekst for kop in onbekend or vrij]
    bedoeld = bedoelde_koppen(verdacht, nodig)
    for kop in onbekend:
        if kop.tekst not in bedoeld and (naam := lijkt_op(kop.tekst, optional & set(ontbreekt))):
            bedoeld[kop.tekst] = naam
    for kop in onbekend or vrij:
        if kop.tekst in bedoeld:
            cellen.meld("kolom-anders", kop.plaats, kop.tekst, bedoeld[kop.tekst])
        elif onbekend:
            namen = (
                STAANDE_KOPPEN
                if soort.staand
                else [
                    kolom.kop + (" (en daarna uw eigen kolommen)" if naam == soort.vrije_kolommen else "")
                    for naam, kolom in beschreven.items()
                ]
            )
            cellen.meld("kolom-onbekend", kop.plaats, kop.tekst, ", ".join(namen))
    for tekst in nodig:
        if tekst not in bedoeld.values():
            cellen.meld("kolom-ontbreekt", cellen.plaats(), aanvulling=tekst)


def _lees_staand(cellen: Bladlezer, soort: type[R]) -> list[R]:
    """Read a sheet whose fields stand below each other, as one row."""
    koprij = cellen.vind_koprij(STAANDE_KOPPEN)
    if koprij is None:
        return []
    koppen = cellen.koppen(koprij)
    aantal_bevindingen = len(cellen.bevindingen)
    te_lezen = [kop for kop in koppen if kop.key != key(STAANDE_UITLEG)]
    plek, _ = _verdeel(te_lezen, {kop: kop for kop in STAANDE_KOPPEN}, cellen, soort)
    if len(cellen.bevindingen) > aantal_bevindingen:
        return []
    meld_rondom(cellen, soort, koprij, koppen)
    verwacht = {kolom.kop: naam for naam, kolom in kolommen(soort).items()}
    per_key = {key(kop): naam for kop, naam in verwacht.items()}
    velden: dict[str, Cel] = {}
    goed = True
    for nummer in cellen.rijnummers(koprij):
        onderdeel, waarde = (cellen.lees(nummer, plek[kop].kolom) for kop in STAANDE_KOPPEN)
        naam = per_key.get(onderdeel.key)
        if naam is not None and naam not in velden:
            velden[naam] = waarde
        elif naam is not None:
            cellen.meld("onderdeel-dubbel", onderdeel.plaats, clean(onderdeel.tekst))
            goed = False
        elif not (onderdeel.leeg and waarde.leeg):
            getypt = clean(onderdeel.tekst)
            cellen.meld("onderdeel-onbekend", onderdeel.plaats, getypt, ", ".join(verwacht))
            goed = False
    cellen.meld_opmaak()
    for tekst, veld in verwacht.items():
        if veld not in velden:
            cellen.meld("onderdeel-ontbreekt", cellen.plaats(), aanvulling=tekst)
            goed = False
    return [soort(rij=koprij, vrij={}, **velden)] if goed else []
