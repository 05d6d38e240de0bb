"""The prose that a wijk writes: which rows make which part of the plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast, get_args

from pipeline.build.waarden import Waarden, controleer_kernaanpak
from pipeline.markup import als_runs
from pipeline.model import Blok, Blokken, Thema, Vorm, open_plek
from pipeline.workbook.sheets_aanpak import ONDERDELEN, ONDERDELEN_KERNAANPAK, SAMENVATTING, THEMA, TekstRij


@dataclass(frozen=True)
class Teksten:
    """The prose by part of the plan; by kernaanpak and part where it belongs to one."""

    samenvatting: Blokken
    themas: tuple[Thema, ...]
    per_kernaanpak: dict[tuple[int, str], Blokken]


def maak_teksten(rijen: list[TekstRij], nummers: tuple[int, ...], waarden: Waarden) -> Teksten:
    """Divide the rows over the parts, in the order of the sheet."""
    samenvatting: list[Blok] = []
    themas: list[tuple[str, list[Blok]]] = []
    per_kernaanpak: dict[tuple[int, str], list[Blok]] = {}
    for rij in rijen:
        onderdeel = rij.onderdeel.tekst.strip()
        vorm = _vorm(rij)
        blokken = waarden.prose(rij.tekst, vorm) or (Blok(vorm, als_runs(_open(onderdeel))),)
        _controleer_plek(rij, onderdeel, waarden)
        if onderdeel == SAMENVATTING:
            samenvatting += blokken
        elif onderdeel == THEMA:
            _thema(rij, themas, waarden).extend(blokken)
        elif onderdeel in ONDERDELEN_KERNAANPAK:
            nummer = controleer_kernaanpak(rij.kernaanpak, nummers, waarden)
            if nummer is not None:
                per_kernaanpak.setdefault((nummer, onderdeel), []).extend(blokken)
    return Teksten(
        tuple(samenvatting) or open_blok(SAMENVATTING),
        tuple(Thema(kop or _open(THEMA), tuple(blokken)) for kop, blokken in themas)
        or (Thema(_open(THEMA), open_blok(THEMA)),),
        {sleutel: tuple(blokken) for sleutel, blokken in per_kernaanpak.items()},
    )


def open_blok(onderdeel: str) -> Blokken:
    """Return the open place of a part for which there is no text at all."""
    return (Blok("alinea", als_runs(_open(onderdeel))),)


def _open(onderdeel: str) -> str:
    """Name a part by its words: the number of the chapter before it says nothing in the plan."""
    return open_plek(onderdeel.lstrip("0123456789 ").lower() or "onderdeel", TekstRij.blad)


def _vorm(rij: TekstRij) -> Vorm:
    soort = rij.soort.tekst.strip()
    return cast("Vorm", soort) if soort in get_args(Vorm) else "alinea"


def _thema(rij: TekstRij, themas: list[tuple[str, list[Blok]]], waarden: Waarden) -> list[Blok]:
    """Return the theme that a row belongs to: its own, or without a heading that of the row above."""
    kop = rij.kop.tekst.strip()
    if not kop and not themas:
        waarden.meld("kop-ontbreekt", rij.kop.plaats)
    if not themas or (kop and kop != themas[-1][0]):
        if any(kop == ander for ander, _ in themas):
            waarden.meld("thema-verspreid", rij.kop.plaats, kop)
        themas.append((kop, []))
    return themas[-1][1]


def _controleer_plek(rij: TekstRij, onderdeel: str, waarden: Waarden) -> None:
    """Report a heading or a kernaanpak at a part that has none."""
    if onderdeel in ONDERDELEN and onderdeel != THEMA and not rij.kop.leeg:
        waarden.meld("kop-niet-gevraagd", rij.kop.plaats, rij.kop.tekst)
    if onderdeel in (SAMENVATTING, THEMA) and not rij.kernaanpak.leeg:
        waarden.meld("kernaanpak-niet-gevraagd", rij.kernaanpak.plaats, rij.kernaanpak.tekst, onderdeel)
