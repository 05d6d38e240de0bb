"""Takes values out of cells: numbers, years, choices, prose; reports what is not what it should be."""

from __future__ import annotations

import datetime
import re

from pipeline.bevinding import Bevinding, Plaats
from pipeline.build.reference_year import reference_year
from pipeline.bullets import PASTED, TYPED
from pipeline.markup import Run, Runs, joined, met_links, platte_tekst, regels, verkeerde_links, zonder_begin
from pipeline.messages import BEVINDINGEN
from pipeline.model import Blok, Blokken, Vorm, open_plek
from pipeline.names import choose, clean
from pipeline.spelling import near_miss
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Kolom, Rij, Soort, kolommen
from pipeline.workbook.numbers import gedrukt
from pipeline.workbook.sheets import CIJFERKOLOM
from pipeline.workbook.sheets_aanpak import ONDERDELEN, ActiviteitRij, ClusterRij

LIST_COLUMNS: dict[type[Rij], tuple[str, ...]] = {
    ClusterRij: ("inleiding",),
    ActiviteitRij: ("mogelijkheid", "basisactiviteit", "factoren"),
}
"""The columns in which a line that begins with a bullet is an item of a list."""
_WITH_BULLETS: tuple[Vorm, ...] = ("alinea", "opsomming")
"""Forms of prose in which a bullet that was pasted makes an item of a list."""
_HEEL_GETAL = re.compile("[0-9\uff10-\uff19]{1,9}")
"""A number as text; in a full-width form too, as some keyboards give it."""
_TIJDEN = (datetime.date, datetime.time, datetime.timedelta)
_GEEN_TIJD: tuple[Soort, ...] = ("tekst", "opmaak", "cijfer")
"""Kinds of column in which a date is something that Excel made of other text, such as 8-12."""


class Waarden:
    """Reads values and collects the findings; a bad value gives a neutral one, so that reading goes on.

    A cell gets one finding, the first: what else there is to say of it may follow from that.
    """

    def __init__(self, bevindingen: list[Bevinding]) -> None:
        self.bevindingen = bevindingen
        # Only a fout says that the value itself is wrong; a note at a cell explains nothing of it.
        self._gemeld = {bevinding.plaats for bevinding in bevindingen if bevinding.ernst == "fout"}
        self.verwijzingen: list[tuple[str, Plaats]] = []
        """Every reference inside the plan ('#kernaanpak-2') with the cell in which it is typed."""

    def meld(self, code: str, plaats: Plaats, staat_er: str = "", aanvulling: str = "") -> None:
        bevinding = Bevinding(code, plaats, staat_er, aanvulling)
        # That a whole row is left out does not follow from anything else that is said of its cell.
        anders = BEVINDINGEN[code].left_out == "row" and bevinding not in self.bevindingen
        if plaats not in self._gemeld or not plaats.cel or anders:
            self._gemeld.add(plaats)
            self.bevindingen.append(bevinding)

    @property
    def stopped(self) -> bool:
        """Whether something leaves no plan at all, a sheet that could not be read for instance."""
        return any(bevinding.stopt for bevinding in self.bevindingen)

    def meld_anders_getypt(self, cel: Cel, eerder: str) -> None:
        """Report a name that is one with an earlier one, and looks otherwise: the earlier one is printed."""
        if clean(cel.tekst) != clean(eerder):
            self.meld("anders-getypt", cel.plaats, clean(cel.tekst), clean(eerder))

    def controleer_rij(self, rij: Rij) -> None:
        """Check what the description asks of every cell: required, its kind, and one of the choices."""
        for naam, kolom in kolommen(type(rij)).items():
            self._controleer(getattr(rij, naam), kolom, staand=rij.staand)
        for cel in rij.vrij.values():
            self._controleer(cel, CIJFERKOLOM, staand=False)

    def _controleer(self, cel: Cel, kolom: Kolom, *, staand: bool) -> None:
        gesloten = isinstance(kolom.keuzes, tuple) and kolom.keuzes and not kolom.vrij
        if cel.leeg:
            self._controleer_leeg(cel, kolom, staand=staand)
        elif gesloten and not choose(cel.tekst, kolom.keuzes):
            bekend = ", ".join(kolom.keuzes) + near_miss(cel.tekst, kolom.keuzes)
            if kolom.keuzes == ONDERDELEN:
                self.meld("deel-onbekend", cel.plaats, cel.tekst, bekend)
            elif kolom.places_row:
                self.meld("plaats-onbekend", cel.plaats, cel.tekst, bekend)
            else:
                self.meld("waarde-onbekend", cel.plaats, cel.tekst, bekend)
        elif isinstance(cel.waarde, _TIJDEN) and kolom.soort in _GEEN_TIJD:
            if kolom.soort == "cijfer":
                self.meld("cijfer-als-datum", cel.plaats, cel.tekst)
            else:
                self.meld("datum-niet-gevraagd", cel.plaats, cel.tekst)

    def _controleer_leeg(self, cel: Cel, kolom: Kolom, *, staand: bool) -> None:
        if kolom.verplicht and staand:
            self.meld("veld-ontbreekt", cel.plaats, aanvulling=kolom.hulp)
        elif kolom.verplicht and kolom.places_row:
            self.meld("rij-zonder-plaats", cel.plaats, aanvulling=kolom.hulp)
        elif kolom.verplicht:
            self.meld("waarde-ontbreekt", cel.plaats, aanvulling=kolom.hulp)

    def tekst(self, cel: Cel, wat: str) -> str:
        """Return the text of a cell; for an empty one the words that mark an open place."""
        return open_plek(wat, cel.plaats.blad) if cel.leeg else cel.tekst

    def getal(self, cel: Cel) -> int | None:
        """Return a whole number; None for an empty cell or, with a finding, for anything else."""
        nummer = heel_getal(cel)
        if nummer is None and not cel.leeg:
            self.meld("geen-getal", cel.plaats, _getypt(cel))
        return nummer

    def jaar(self, cel: Cel) -> int | None:
        """Return a year of four digits; None as for `getal`."""
        tekst = str(cel.waarde if cel.waarde is not None else "").strip()
        if re.fullmatch(r"(19|20)\d\d(\.0)?", tekst):
            return int(tekst[:4])
        if not cel.leeg:
            self.meld("geen-jaar", cel.plaats, cel.tekst)
        return None

    def peiljaar(self, cel: Cel) -> str:
        """Return the year or the period of a figure, as typed; empty as for `getal`."""
        gevonden = reference_year(cel)
        if gevonden is None and not cel.leeg:
            self.meld("geen-peiljaar", cel.plaats, cel.tekst)
        return gevonden.text if gevonden else ""

    def datum(self, cel: Cel) -> datetime.date | None:
        """Return a date; None as for `getal`."""
        if isinstance(cel.waarde, datetime.datetime):
            return cel.waarde.date()
        if not cel.leeg:
            self.meld("geen-datum", cel.plaats, cel.tekst)
        return None

    def webadres(self, cel: Cel) -> str:
        """Return a web address; none as for `getal`."""
        adres = cel.tekst.strip()
        if adres and not re.fullmatch(r"https?://[^\s/]+\.\S+", adres):
            self.meld("geen-webadres", cel.plaats, adres)
            return ""
        return adres

    def runs(self, cel: Cel) -> Runs:
        """Return the text with its form and links, and note its references."""
        runs = met_links(cel.runs)
        self.verwijzingen += [(run.doel, cel.plaats) for run in runs if run.doel.startswith("#")]
        for almost in verkeerde_links(runs):
            if almost.kind == "wrong":
                self.meld("link-verkeerd", cel.plaats, almost.text, almost.advice)
            elif almost.kind == "empty":
                self.meld("link-zonder-adres", cel.plaats, almost.text, almost.advice)
            else:
                self.meld("link-twijfel", cel.plaats, almost.text, almost.advice)
        return runs

    def blokken(self, cel: Cel) -> Blokken:
        """Return the lines of a cell as paragraphs and list items."""
        return tuple(_blok(regel) for regel in regels(self.runs(cel)))

    def prose(self, cel: Cel, vorm: Vorm) -> Blokken:
        """Return a cell as one block; in a list that was pasted into it, each item is a block."""
        runs = self.runs(cel)
        if vorm not in _WITH_BULLETS or not any(map(PASTED.match, platte_tekst(runs).split("\n"))):
            return (Blok(vorm, runs),) if runs else ()
        blokken: list[Blok] = []
        after_item = False
        for regel in regels(runs):
            item = _item(regel, PASTED)
            if item is None and blokken and not after_item:
                blokken[-1] = Blok(vorm, joined((*blokken[-1].runs, Run("\n"), *regel)))
            else:
                blokken.append(item or Blok(vorm, regel))
            after_item = item is not None
        return tuple(blokken)


def _blok(regel: Runs) -> Blok:
    r"""A line that begins with '- ' is a list item; `\- ` keeps the dash as typed."""
    if platte_tekst(regel).startswith("\\") and TYPED.match(platte_tekst(regel), 1):
        return Blok("alinea", zonder_begin(regel, 1))
    return _item(regel, TYPED) or Blok("alinea", regel)


def _item(regel: Runs, bullets: re.Pattern[str]) -> Blok | None:
    """Return a line as an item of a list; None when it does not begin with a bullet."""
    bullet = bullets.match(platte_tekst(regel))
    return Blok("opsomming", zonder_begin(regel, bullet.end())) if bullet else None


def namen(cel: Cel) -> tuple[str, ...]:
    """Return the names in a cell, one per line or with a semicolon between them."""
    delen = re.split(r"[\n;]", cel.tekst)
    return tuple(deel.strip() for deel in delen if deel.strip())


def heel_getal(cel: Cel) -> int | None:
    """Return the whole number in a cell, if it is one; as text it may have spaces around it."""
    waarde = cel.waarde
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return waarde
    if isinstance(waarde, float) and waarde.is_integer():
        return int(waarde)
    if isinstance(waarde, str) and _HEEL_GETAL.fullmatch(clean(waarde)):
        return int(clean(waarde))
    return None


def _getypt(cel: Cel) -> str:
    """Return what was typed: Excel may show a rounded number, and that would explain no finding."""
    return (isinstance(cel.waarde, float) and gedrukt(cel.waarde, "General")) or cel.tekst


def controleer_kernaanpak(cel: Cel, nummers: tuple[int, ...], waarden: Waarden) -> int | None:
    """Return the number of a kernaanpak that exists; None, with a finding, for another.

    Where the sheet Kernaanpakken could not be read that is all there is to say.
    """
    if cel.leeg:
        waarden.meld("rij-zonder-plaats", cel.plaats, aanvulling="het nummer van de kernaanpak")
        return None
    nummer = heel_getal(cel)
    if nummer in nummers:
        return nummer
    if nummers or not waarden.stopped:
        bekend = ", ".join(map(str, nummers)) or "er staat er nog geen"
        waarden.meld("kernaanpak-onbekend", cel.plaats, _getypt(cel), bekend)
    return None
