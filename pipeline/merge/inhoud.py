"""Makes contents table, references and keys of a merged file right again; they are the program's own."""

from __future__ import annotations

import copy
import re

from lxml.etree import _Element

from pipeline.document.accepted import neem_aan
from pipeline.document.contents import lees_inhoudsopgave, paginavelden, vul_inhoudsopgave
from pipeline.document.headings import BLADWIJZER, Kop, anker, lees_koppen
from pipeline.document.ooxml import number
from pipeline.document.styles import Stijlen
from pipeline.document.wordml import ONBEKENDE_PAGINA
from pipeline.errors import SjabloonFout
from pipeline.merge.blokken import inhoudsopgave
from pipeline.merge.pakket import Pakket
from pipeline.merge.tekst import DING
from pipeline.merge.wml import (
    BOEKBEGIN,
    BOEKEINDE,
    ERBIJ,
    OPMERKINGTEKENS,
    PPR,
    SLEUTEL,
    WEG,
    P,
    kind,
    maak,
    van_ons,
    verwijder,
    w,
)
from pipeline.wijziging import Uitkomst, Wat, Wijziging

_EIGEN = re.compile(
    rf"{SLEUTEL}[0-9a-f]{{12}}.*|_Toc0000\d{{4}}|(?:hoofdstuk|paragraaf|punt|kernaanpak|bijlage)(?:_\d+)+"
)
"""The bookmarks that the program gives: keys, those of the contents table and those of references."""
_VAST = (SLEUTEL, BLADWIJZER)
"""How the bookmarks begin that no reference leads to."""
_NUMMER = "wijkplan-nummer"
_NIEUW = "wijkplan-nieuw"
"""The id of a bookmark that was just put in; no other program gives such an id."""
_LABEL = re.compile(r"(?:[A-Z]\w*\s+)?[\dA-Z.]*[:.]?\s*")
"""What may stand before a heading in the contents table: '1.2', 'Bijlage 1:'."""
_DINGEN = re.compile(f"{DING}[^{DING}]*{DING}")
_INHOUD: tuple[Uitkomst, Wat, str] = ("ongeplaatst", "inhoudsopgave", "Inhoudsopgave")
NIET_VERNIEUWD = (
    "De inhoudsopgave is niet bijgewerkt: er staat een opmerking of een wijziging in. "
    "Handel die af, en werk de inhoudsopgave bij met F9."
)


def ververs(
    pakket: Pakket, nieuw: Pakket, sleutels: dict[_Element, list[str]], titels: set[str]
) -> list[Wijziging]:
    """Renew keys, bookmarks of headings and contents table; tell what staff typed in that table.

    A heading has the bookmarks that it has in the new version, to which its references lead, also
    when a heading of staff gave it another number.  `titels` are the headings of all versions.  A
    contents table in which staff put a comment or a tracked change keeps its lines, which is told;
    so does one that is gone or broken.
    """
    body = pakket.body
    haal_eigen_boekmerken_weg(pakket)
    gegeven: set[str] = set()
    van_sleutel = _ankers(nieuw)
    ankers: dict[_Element, list[str]] = {}
    for blok, namen in sleutels.items():
        alinea = blok if blok.tag == P else next(blok.iter(P))
        # What staff typed over may look like two blocks; a name stands in a document once.
        for naam in [naam for naam in namen if naam not in gegeven]:
            _boekmerk(alinea, naam)
            gegeven.add(naam)
            ankers.setdefault(alinea, []).extend(van_sleutel.get(naam, []))
    koppen = _koppen(pakket, ankers)
    nummer_nieuwe(body)
    regels = inhoudsopgave(body)
    eigen_werk = any(
        element.tag in OPMERKINGTEKENS or not van_ons(element)
        for regel in regels
        for element in regel.iter(*OPMERKINGTEKENS, *ERBIJ, *WEG)
    )
    if not regels:
        return []
    voor = _regels(body)
    doel = copy.deepcopy(body) if eigen_werk else body
    reserve = copy.deepcopy(body)
    try:
        vul_inhoudsopgave(doel, koppen, stijlen(pakket))
    except (SjabloonFout, KeyError, ValueError):
        doel[:] = list(reserve)
    if eigen_werk:
        return [] if _regels(doel) == voor else [Wijziging(*_INHOUD, "", NIET_VERNIEUWD, "")]
    getypt = [regel for regel in voor if not any(_is_kop(regel, titel) for titel in titels)]
    return [Wijziging(*_INHOUD, regel, "", "") for regel in getypt]


def _regels(body: _Element) -> list[str]:
    inhoud = lees_inhoudsopgave(body)
    regels = inhoud.regels if inhoud is not None else []
    return [tekst.removesuffix(ONBEKENDE_PAGINA).strip() for tekst, _ in regels]


def _is_kop(regel: str, titel: str) -> bool:
    """Whether a line of the contents table is this heading, with or without its number."""
    titel = " ".join(_DINGEN.sub("", titel).split())
    return bool(titel) and regel.endswith(titel) and _LABEL.fullmatch(regel.removesuffix(titel)) is not None


def haal_eigen_boekmerken_weg(pakket: Pakket) -> None:
    """Take away the bookmarks that the program gives."""
    eigen = {e.get(w("id")) for e in pakket.body.iter(BOEKBEGIN) if _EIGEN.fullmatch(e.get(w("name"), ""))}
    ander = {e.get(w("id")) for e in pakket.body.iter(BOEKBEGIN)} - eigen
    for element in list(pakket.body.iter(BOEKBEGIN, BOEKEINDE)):
        naam = element.get(w("name"))
        if (naam is not None and _EIGEN.fullmatch(naam)) or (
            naam is None and element.get(w("id")) in eigen - ander
        ):
            verwijder(element)


def nummer_nieuwe(body: _Element) -> None:
    """Give the bookmarks that were just put in an id that no other has."""
    nummers = [e.get(w("id")) for e in body.iter(BOEKBEGIN, BOEKEINDE)]
    volgend = max([0, *map(number, nummers)]) + 1
    for begin in list(body.iter(BOEKBEGIN)):
        if begin.get(w("id")) == _NIEUW:
            einde = next(e for e in begin.itersiblings(BOEKEINDE) if e.get(w("id")) == _NIEUW)
            begin.set(w("id"), str(volgend))
            einde.set(w("id"), str(volgend))
            volgend += 1


def zet_paginas(pakket: Pakket, paginas: dict[str, int]) -> None:
    """Write the page numbers that are known into the results of page fields; others stay."""
    for resultaat, naam in paginavelden(pakket.body):
        if naam in paginas:
            resultaat.text = str(paginas[naam])


def stijlen(pakket: Pakket) -> Stijlen:
    """Return the styles of a file."""
    deel = pakket.deel("styles")
    return Stijlen(pakket.boom(deel) if deel else maak("styles"))


def _ankers(nieuw: Pakket) -> dict[str, list[str]]:
    """Return by the key of a heading the bookmarks that references lead to."""
    uit: dict[str, list[str]] = {}
    for alinea in nieuw.body.iter(P):
        namen = [begin.get(w("name"), "") for begin in alinea.iter(BOEKBEGIN)]
        ankers = [naam for naam in namen if _EIGEN.fullmatch(naam) and not naam.startswith(_VAST)]
        uit |= {naam: ankers for naam in namen if naam.startswith(SLEUTEL) and ankers}
    return uit


def _koppen(pakket: Pakket, ankers: dict[_Element, list[str]]) -> list[Kop]:
    """Find the headings as they are when all is accepted, and put their bookmarks in the file."""
    alineas = {str(nummer): alinea for nummer, alinea in enumerate(pakket.body.iter(P))}
    for nummer, alinea in alineas.items():
        alinea.set(_NUMMER, nummer)
    kopie = copy.deepcopy(pakket.body)
    for alinea in alineas.values():
        del alinea.attrib[_NUMMER]
    neem_aan(kopie)
    for alinea in kopie.iter(P):
        if kind(alinea, "pPr") is None:
            alinea.insert(0, maak("pPr"))
    deel = pakket.deel("numbering")
    koppen = lees_koppen(kopie, pakket.boom(deel) if deel else maak("numbering"), stijlen(pakket))
    gegeven: set[str] = set()
    for alinea, namen in ankers.items():
        for naam in [naam for naam in namen if naam not in gegeven]:
            _boekmerk(alinea, naam)
            gegeven.add(naam)
    for kop in koppen:
        alinea = alineas[str(kop.alinea.get(_NUMMER))]
        _boekmerk(alinea, kop.bladwijzer)
        # A heading of staff can be referred to by its number, where that is free.
        if kop.label and not ankers.get(alinea) and anker(kop) not in gegeven:
            _boekmerk(alinea, anker(kop))
            gegeven.add(anker(kop))
    return koppen


def _boekmerk(alinea: _Element, naam: str) -> None:
    if any(begin.get(w("name")) == naam for begin in alinea.iter(BOEKBEGIN)):
        return
    begin = maak("bookmarkStart", id=_NIEUW, name=naam)
    eigenschappen = alinea.find(PPR)
    if eigenschappen is None:
        alinea.insert(0, begin)
    else:
        eigenschappen.addnext(begin)
    alinea.append(maak("bookmarkEnd", id=_NIEUW))
