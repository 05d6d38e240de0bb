"""The prose that a wijk writes: which rows make which part of the plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast, get_args

from pipeline.build.waarden import Waarden, controleer_kernaanpak
from pipeline.markup import als_runs
from pipeline.model import Blok, Blokken, Thema, Vorm, open_plek
from pipeline.names import choose, clean, key
from pipeline.workbook.sheets_aanpak import ONDERDELEN, ONDERDELEN_KERNAANPAK, SAMENVATTING, THEMA, TekstRij


@dataclass(frozen=True)
class Teksten:
    """The prose by part of the plan; by kernaanpak and part where it belongs to one."""

    samenvatting: Blokken
    themas: tuple[Thema, ...]
    per_kernaanpak: dict[tuple[int, str], Blokken]


@dataclass
class _Parts:
    """The parts of the plan while their rows are still coming."""

    nummers: tuple[int, ...]
    waarden: Waarden
    samenvatting: list[Blok] = field(default_factory=list)
    themas: list[tuple[str, list[Blok]]] = field(default_factory=list)
    per_kernaanpak: dict[tuple[int, str], list[Blok]] = field(default_factory=dict)
    left_out: list[tuple[str, Blok]] = field(default_factory=list)
    """The open places of rows for a kernaanpak that is not there, each with its part."""

    def find(self, rij: TekstRij, onderdeel: str | None) -> list[Blok] | None:
        """Return the part that a row belongs to; None for a row without a place in the plan."""
        if onderdeel == SAMENVATTING:
            return self.samenvatting
        if onderdeel == THEMA:
            return self._thema(rij)
        if onderdeel is None:
            return None
        nummer = controleer_kernaanpak(rij.kernaanpak, self.nummers, self.waarden)
        if nummer is not None:
            return self.per_kernaanpak.setdefault((nummer, onderdeel), [])
        self.left_out.append((onderdeel, _plaats_van_kernaanpak(rij)))
        return None

    def _thema(self, rij: TekstRij) -> list[Blok]:
        """Return the theme that a row belongs to: its own, or without a heading that of the row above it."""
        kop = rij.kop.tekst.strip()
        if rij.kop.leeg and not self.themas:
            self.waarden.meld("kop-ontbreekt", rij.kop.plaats)
        if not self.themas or (not rij.kop.leeg and rij.kop.key != key(self.themas[-1][0])):
            if any(rij.kop.key == key(ander) for ander, _ in self.themas):
                self.waarden.meld("thema-verspreid", rij.kop.plaats, kop)
            self.themas.append((kop, []))
        elif not rij.kop.leeg:
            self.waarden.meld_anders_getypt(rij.kop, self.themas[-1][0])
        return self.themas[-1][1]

    def show_left_out(self) -> None:
        """Put the open places of rows for an unknown kernaanpak at the end of their part of the last one."""
        for onderdeel, blok in self.left_out:
            nummer = self.nummers[-1] if self.nummers else 1
            _voeg_toe(self.per_kernaanpak.setdefault((nummer, onderdeel), [*open_blok(onderdeel)]), blok)


def maak_teksten(rijen: list[TekstRij], nummers: tuple[int, ...], waarden: Waarden) -> Teksten:
    """Divide the rows over the parts, in the order of the sheet.

    A row whose part is not known leaves an open place behind the row above it.
    """
    parts = _Parts(nummers, waarden)
    vorige = parts.samenvatting
    for rij in rijen:
        onderdeel = choose(rij.onderdeel.tekst, ONDERDELEN)
        vorm = _vorm(rij)
        blokken = waarden.prose(rij.tekst, vorm) or (Blok(vorm, als_runs(_open(onderdeel or ""))),)
        kop_vervalt = onderdeel is not None and _controleer_plek(rij, onderdeel, waarden)
        doel = parts.find(rij, onderdeel)
        if doel is None:
            if onderdeel is None:
                _voeg_toe(vorige, _plaats_van_tekst(rij))
            continue
        if kop_vervalt:
            doel.append(_blok(f"kop '{_kort(rij.kop.tekst)}'"))
        doel += blokken
        vorige = doel
    parts.show_left_out()
    return Teksten(
        tuple(parts.samenvatting) or open_blok(SAMENVATTING),
        tuple(Thema(kop or _open(THEMA), tuple(blokken)) for kop, blokken in parts.themas)
        or (Thema(_open(THEMA), open_blok(THEMA)),),
        {sleutel: tuple(blokken) for sleutel, blokken in parts.per_kernaanpak.items()},
    )


def open_blok(onderdeel: str) -> Blokken:
    """Return the open place of a part for which there is no text at all."""
    return (Blok("alinea", als_runs(_open(onderdeel))),)


def _open(onderdeel: str) -> str:
    """Name a part by its words: the number of the chapter before it says nothing in the plan."""
    return open_plek(onderdeel.lstrip("0123456789 ").lower() or "onderdeel", TekstRij.blad)


def _plaats_van_tekst(rij: TekstRij) -> Blok:
    """Return the open place of a text whose part is not known."""
    return _blok(f"onderdeel '{_kort(rij.onderdeel.tekst)}'" if not rij.onderdeel.leeg else "onderdeel")


def _plaats_van_kernaanpak(rij: TekstRij) -> Blok:
    """Return the open place of a text of a kernaanpak that is not known."""
    nummer = _kort(rij.kernaanpak.tekst)
    return _blok(f"tekst van kernaanpak {nummer}" if nummer else "nummer van de kernaanpak van een tekst")


def _blok(wat: str) -> Blok:
    return Blok("alinea", als_runs(open_plek(wat, TekstRij.blad)))


def _voeg_toe(blokken: list[Blok], blok: Blok) -> None:
    """Add an open place, unless the same stands there already."""
    if blok not in blokken[-1:]:
        blokken.append(blok)


def _kort(tekst: str) -> str:
    return clean(tekst)[:60]


def _vorm(rij: TekstRij) -> Vorm:
    return cast("Vorm", choose(rij.soort.tekst, get_args(Vorm)) or "alinea")


def _controleer_plek(rij: TekstRij, onderdeel: str, waarden: Waarden) -> bool:
    """Report a heading or a kernaanpak at a part that has none; return whether a heading is left out."""
    if onderdeel not in ONDERDELEN_KERNAANPAK and not rij.kernaanpak.leeg:
        waarden.meld("kernaanpak-niet-gevraagd", rij.kernaanpak.plaats, rij.kernaanpak.tekst, onderdeel)
    if onderdeel == THEMA or rij.kop.leeg:
        return False
    waarden.meld("kop-niet-gevraagd", rij.kop.plaats, rij.kop.tekst)
    return True
