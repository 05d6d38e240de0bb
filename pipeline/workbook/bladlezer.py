"""Reads the cells of one sheet, and collects what is wrong with them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, cast

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.bevinding import Bevinding, Plaats
from pipeline.glyphs import codes, unreadable
from pipeline.markup import Run, platte_tekst
from pipeline.names import key
from pipeline.workbook.cel import Cel
from pipeline.workbook.cell_text import cell_address, cell_runs, struck, with_link
from pipeline.workbook.characters import decode
from pipeline.workbook.looks import lost_looks
from pipeline.workbook.numbers import gedrukt, getoonde_tekst, is_datum
from pipeline.workbook.openen import gevulde_cellen
from pipeline.workbook.serial_date import to_datetime, to_serial

KOPRIJEN = 10
"""The header row is sought in the first rows of a sheet: a title and an explanation stand above it."""
MAX_NAMED = 10
"""Cells of one kind that are named; of more only the number is told."""
GROOTSTE_GETAL = 10**15
"""From here on Excel itself does not know every digit."""


@dataclass(frozen=True)
class Kop:
    """A header: its column (from 1), its text and its place."""

    kolom: int
    tekst: str
    plaats: Plaats

    @property
    def key(self) -> str:
        return key(self.tekst)


class Bladlezer:
    """Reads the cells of one sheet and collects what is wrong with them."""

    def __init__(self, blad: Worksheet, bestand: str, bevindingen: list[Bevinding]) -> None:
        self.blad = blad
        self.bestand = bestand
        self.bevindingen = bevindingen
        self.gevuld = gevulde_cellen(blad)
        self.volgorde = blad.parent.index(blad) + 1 if blad.parent else 0
        self.system_1904 = bool(blad.parent and blad.parent.epoch == CALENDAR_MAC_1904)
        self._looks: dict[str, dict[str, Plaats]] = {}
        """Looks that do not come in the plan, with their cells."""
        self._per_style: dict[tuple[int, int], tuple[str, ...]] = {}

    def plaats(self, rij: int = 0, kolom: int = 0) -> Plaats:
        cel = f"{get_column_letter(kolom)}{rij}" if rij else ""
        return Plaats(self.bestand, self.blad.title, cel, self.volgorde)

    def meld(self, code: str, plaats: Plaats, staat_er: str = "", aanvulling: str = "") -> None:
        self.bevindingen.append(Bevinding(code, plaats, staat_er, aanvulling))

    def vind_koprij(self, verwacht: tuple[str, ...]) -> int | None:
        """Return the first row that holds at least half of the expected headers."""
        for rij in range(1, KOPRIJEN + 1):
            treffers = {kop.key for kop in self.koppen(rij)} & set(map(key, verwacht))
            if len(treffers) * 2 >= len(verwacht):
                return rij
        self.meld("koppen-ontbreken", self.plaats(), aanvulling=", ".join(verwacht))
        return None

    def koppen(self, rij: int) -> list[Kop]:
        return [
            Kop(cel.column, self._koptekst(cel), self.plaats(rij, cel.column))
            for cel in takewhile(lambda cel: cel.row <= rij, self.gevuld)
            if cel.row == rij
        ]

    def _koptekst(self, cel: Cell) -> str:
        """Return a header; a year or a date as Excel shows it."""
        waarde = cel.value
        getoond = None
        if isinstance(waarde, int | float) and not isinstance(waarde, bool):
            getoond = gedrukt(waarde, str(cel.number_format), system_1904=self.system_1904)
        return getoond or decode(str(waarde)).strip()

    def meld_onleesbaar(self, kop: Kop) -> None:
        """Tell of signs in a header of the plan's own that no reader of the PDF could read."""
        if signs := "".join(unreadable(kop.tekst)):
            self.meld("teken-onleesbaar", kop.plaats, f"'{signs}'", codes(signs))

    def rijnummers(self, koprij: int) -> list[int]:
        """Return the rows below the headers that hold something, in order."""
        return sorted({cel.row for cel in self.gevuld if cel.row > koprij})

    def lees(self, rij: int, kolom: int, *, huisstijl: bool = False) -> Cel:
        """Read one cell; its text is as a Dutch Excel shows it.

        With `huisstijl` a number of the format General has a dot for the thousands.
        """
        bron = self.blad.cell(rij, kolom)
        plaats = self.plaats(rij, kolom)
        if not isinstance(bron, Cell):
            return Cel(None, (), "General", plaats)
        waarde = bron.value
        notatie = str(bron.number_format or "General")
        if waarde is not None and str(waarde).strip():
            self._look(bron, plaats)
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
            return self._getal(waarde, plaats, notatie, huisstijl=huisstijl)
        if isinstance(waarde, datetime.date | datetime.time | datetime.timedelta):
            # Written as a date, and not as a number, by another program than Excel.
            return self._getal(
                to_serial(waarde, system_1904=self.system_1904), plaats, notatie, huisstijl=False
            )
        return Cel(None, (), notatie, plaats)

    def _getal(self, waarde: float, plaats: Plaats, notatie: str, *, huisstijl: bool) -> Cel:
        """Return a number, a date or a time as Excel shows it; what it does not show is a finding."""
        if not abs(waarde) < GROOTSTE_GETAL:  # so that what is no number is none either
            self.meld("getal-te-groot", plaats, str(waarde)[:20])
            return Cel(None, (), notatie, plaats)
        tekst = gedrukt(waarde, notatie, system_1904=self.system_1904, huisstijl=huisstijl)
        getypt = gedrukt(waarde, "General") or str(waarde)
        if tekst is None:
            self.meld("notatie-onbekend", plaats, getypt, notatie)
            return Cel(waarde, (Run(getypt),), notatie, plaats)
        if not tekst:
            self.meld("getal-verborgen", plaats, getypt, notatie)
            return Cel(waarde, (), notatie, plaats)
        if not is_datum(waarde, notatie):
            return Cel(waarde, (Run(tekst),), notatie, plaats)
        moment = to_datetime(waarde, system_1904=self.system_1904)
        return Cel(moment or datetime.timedelta(waarde), (Run(tekst),), notatie, plaats)

    def _tekst(self, bron: Cell, plaats: Plaats, notatie: str) -> Cel:
        runs, signs = cell_runs(bron)
        if signs:
            self.meld("verboden-teken", plaats, aanvulling="; ".join(signs))
        tekst = platte_tekst(runs)
        getoond = getoonde_tekst(tekst, notatie)
        if getoond.split() != tekst.split():
            self.meld("tekst-anders-getoond", plaats, tekst.strip(), getoond.strip() or "niets")
        if bron.hyperlink is not None and tekst.strip():
            runs = with_link(bron.hyperlink, runs, plaats, self.meld)
        return Cel(tekst, runs, notatie, plaats)

    def _look(self, bron: Cell, plaats: Plaats) -> None:
        """Tell what is struck through, and a link on a figure; keep what else is lost for the whole sheet."""
        if weg := struck(bron):
            self.meld("tekst-doorgehaald", plaats, weg)
        if bron.hyperlink is not None and not isinstance(bron.value, str | CellRichText):
            self.meld("link-op-cel", plaats, cell_address(bron.hyperlink))
        for look in self._lost(bron):
            self._looks.setdefault(look, {})[bron.coordinate] = plaats

    def _lost(self, bron: Cell) -> tuple[str, ...]:
        """Return the looks that are lost; cells with one style and no other form are alike."""
        if isinstance(bron.value, CellRichText) or bron.hyperlink is not None:
            return tuple(lost_looks(bron))
        form = cast("Any", bron)._style
        style = (form.fontId, form.fillId)
        if style not in self._per_style:
            self._per_style[style] = tuple(lost_looks(bron))
        return self._per_style[style]

    def meld_opmaak(self) -> None:
        """Tell once for the whole sheet which looks of its cells do not come in the plan."""
        if not self._looks:
            return
        first = min(
            (places for look in self._looks.values() for places in look.values()), key=Plaats.sorteersleutel
        )
        delen = [f"{look} ({_cells(list(cells))})" for look, cells in sorted(self._looks.items())]
        self.meld("opmaak-op-blad", first, "; ".join(delen))


def _cells(names: list[str]) -> str:
    more = f" en nog {len(names) - MAX_NAMED} cellen" if len(names) > MAX_NAMED else ""
    return ", ".join(names[:MAX_NAMED]) + more
