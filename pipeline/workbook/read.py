"""Reads the sheets of a workbook into rows that know their cells."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile
from typing import TypeVar

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.bevinding import Bevinding, Plaats
from pipeline.markup import Run
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import VOORBEELD, Rij, kolommen
from pipeline.workbook.numbers import gedrukt
from pipeline.workbook.openen import gevulde_cellen
from pipeline.workbook.veilig import MAX_CELLEN

KOPRIJEN = 10
"""The header row is sought in the first rows of a sheet: a title and an explanation stand above it."""
STAANDE_KOPPEN = ("Onderdeel", "Waarde")
"""The headers of a sheet that is filled in downwards."""
STAANDE_UITLEG = "Uitleg"
"""The header of its third column, which explains; it is not read."""

MAX_BUITEN = 50
"""Cells outside the table of a sheet that are each reported; of more only the number is told."""
GROOTSTE_GETAL = 10**15
"""From here on Excel itself does not know every digit."""

_VERBODEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML, and so Word, cannot hold."""
_CODE = re.compile("_x00([01][0-9A-Fa-f])_")
"""How Excel saves a control character, such as the line break of Windows: '_x000D_'."""

R = TypeVar("R", bound=Rij)


@dataclass(frozen=True)
class _Kop:
    kolom: int
    tekst: str
    plaats: Plaats


def lees_blad(blad: Worksheet, bestand: str, soort: type[R], bevindingen: list[Bevinding]) -> list[R]:
    """Read the rows of one sheet by their description; add what is wrong to the findings.

    Wholly empty rows are passed over. A sheet that lacks a column gives no rows: what would be
    said of them is not true before the columns are right. What stands beside the table has no place
    in the plan, and is a finding.
    """
    cellen = _Bladlezer(blad, bestand, bevindingen)
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
    cellen.meld_buiten_tabel(koprij, koppen)
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
    koppen: list[_Kop], verwacht: dict[str, str], cellen: _Bladlezer, soort: type[Rij]
) -> tuple[dict[str, _Kop], list[_Kop]]:
    """Divide the headers into the known columns (by field name) and the free ones.

    The free columns stand between the one after which they are free and the next that is known.
    """
    bekend: dict[str, _Kop] = {}
    vrij: list[_Kop] = []
    gezien: set[str] = set()
    namen = [
        kop + (" (en daarna uw eigen kolommen)" if naam == soort.vrije_kolommen else "")
        for kop, naam in verwacht.items()
    ]
    vorige = None
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
            cellen.meld("kolom-onbekend", kop.plaats, kop.tekst, ", ".join(namen))
    for tekst in verwacht:
        if tekst not in gezien:
            cellen.meld("kolom-ontbreekt", cellen.plaats(), aanvulling=tekst)
    return bekend, vrij


def _lees_staand(cellen: _Bladlezer, soort: type[R]) -> list[R]:
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
    cellen.meld_buiten_tabel(koprij, koppen)
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


class _Bladlezer:
    """Reads the cells of one sheet and collects what is wrong with them."""

    def __init__(self, blad: Worksheet, bestand: str, bevindingen: list[Bevinding]) -> None:
        self.blad = blad
        self.bestand = bestand
        self.bevindingen = bevindingen
        self.gevuld = gevulde_cellen(blad)

    def plaats(self, rij: int = 0, kolom: int = 0) -> Plaats:
        return Plaats(self.bestand, self.blad.title, f"{get_column_letter(kolom)}{rij}" if rij else "")

    def meld(self, code: str, plaats: Plaats, staat_er: str = "", aanvulling: str = "") -> None:
        self.bevindingen.append(Bevinding(code, plaats, staat_er, aanvulling))

    def vind_koprij(self, verwacht: tuple[str, ...]) -> int | None:
        """Return the first row that holds at least half of the expected headers."""
        for rij in range(1, KOPRIJEN + 1):
            treffers = {kop.tekst for kop in self.koppen(rij)} & set(verwacht)
            if len(treffers) * 2 >= len(verwacht):
                return rij
        self.meld("koppen-ontbreken", self.plaats(), aanvulling=", ".join(verwacht))
        return None

    def koppen(self, rij: int) -> list[_Kop]:
        return [
            _Kop(cel.column, str(cel.value).strip(), self.plaats(rij, cel.column))
            for cel in takewhile(lambda cel: cel.row <= rij, self.gevuld)
            if cel.row == rij
        ]

    def rijnummers(self, koprij: int) -> list[int]:
        """Return the rows below the headers that hold something, in order."""
        return sorted({cel.row for cel in self.gevuld if cel.row > koprij})

    def meld_buiten_tabel(self, koprij: int, koppen: list[_Kop]) -> None:
        """Report what stands below no header, or above the headers beside a title or explanation."""
        kolommen = {kop.kolom for kop in koppen}
        boven = self.blad.cell(koprij - 2, 1).value if koprij > 2 else None
        voorbeeldrij = koprij - 1 if boven == VOORBEELD else 0
        gevonden: list[Cell] = []
        for rij, cellen in groupby(self.gevuld, key=lambda cel: cel.row):
            if rij == voorbeeldrij:
                continue
            if rij < koprij:
                buiten = list(cellen)[1:]
            else:
                buiten = [cel for cel in cellen if cel.column not in kolommen]
            gevonden += buiten
        for cel in gevonden[:MAX_BUITEN]:
            self.meld("buiten-tabel", self.plaats(cel.row, cel.column), str(cel.value))
        if len(gevonden) > MAX_BUITEN:
            plaats = self.plaats(gevonden[MAX_BUITEN].row, gevonden[MAX_BUITEN].column)
            self.meld("buiten-tabel-veel", plaats, aanvulling=str(len(gevonden) - MAX_BUITEN))

    def lees(self, rij: int, kolom: int) -> Cel:
        """Read one cell; its text is as Excel shows it, in Dutch."""
        bron = self.blad.cell(rij, kolom)
        plaats = self.plaats(rij, kolom)
        if not isinstance(bron, Cell):
            return Cel(None, (), "General", plaats)
        waarde = bron.value
        notatie = str(bron.number_format or "General")
        if bron.data_type == "e":
            self.meld("foutwaarde", plaats, str(waarde))
            return Cel(None, (), notatie, plaats)
        if bron.data_type == "f":
            self.meld("formule-zonder-uitkomst", plaats, str(waarde))
            return Cel(None, (), notatie, plaats)
        if isinstance(waarde, str | CellRichText):
            return self._tekst(bron, plaats, notatie)
        if isinstance(waarde, bool):
            return Cel(waarde, (Run("ja" if waarde else "nee"),), notatie, plaats)
        if isinstance(waarde, int | float):
            if not abs(waarde) < GROOTSTE_GETAL:  # so that what is no number is none either
                self.meld("getal-te-groot", plaats, str(waarde)[:20])
                return Cel(None, (), notatie, plaats)
            tekst = gedrukt(waarde, notatie)
            if tekst is None:
                self.meld("notatie-onbekend", plaats, str(waarde), notatie)
                tekst = str(waarde)
            return Cel(waarde, (Run(tekst),), notatie, plaats)
        if isinstance(waarde, datetime.date):
            return Cel(waarde, (Run(f"{waarde:%d-%m-%Y}"),), notatie, plaats)
        if isinstance(waarde, datetime.time | datetime.timedelta):
            return Cel(waarde, (Run(str(waarde)),), notatie, plaats)
        return Cel(None, (), notatie, plaats)

    def _tekst(self, bron: Cell, plaats: Plaats, notatie: str) -> Cel:
        runs = tuple(_runs(bron))
        tekst = "".join(run.tekst for run in runs)
        verboden = _VERBODEN.search(tekst)
        if verboden is not None:
            self.meld("verboden-teken", plaats, aanvulling=f"code {ord(verboden[0])}")
            return Cel(None, (), notatie, plaats)
        adres = bron.hyperlink.target if bron.hyperlink else None
        if adres and _kaal(adres) != _kaal(tekst):
            self.meld("link-op-cel", plaats, adres)
        return Cel(tekst, runs, notatie, plaats)


def _kaal(adres: str) -> str:
    """Return a web or mail address without what Excel adds when it makes a link of one."""
    return re.sub(r"^(https?://|mailto:)|/$", "", adres.strip())


def _runs(bron: Cell) -> Iterator[Run]:
    """Give the text of a cell in runs; a form on the whole cell counts for text without its own."""
    letter = bron.font
    vet, cursief = bool(letter.b), bool(letter.i)
    waarde = bron.value
    delen = waarde if isinstance(waarde, CellRichText) else [str(waarde)]
    for deel in delen:
        if isinstance(deel, TextBlock):
            yield Run(_regeleinden(deel.text), bool(deel.font.b), bool(deel.font.i))
        elif deel:
            yield Run(_regeleinden(deel), vet, cursief)


def _regeleinden(tekst: str) -> str:
    """Write every line break in one way; Excel on Windows and the Mac write them differently."""
    tekst = _CODE.sub(lambda code: chr(int(code[1], 16)), tekst)
    return tekst.replace("\r\n", "\n").replace("\r", "\n")
