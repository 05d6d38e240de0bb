"""What a document must hold: the published plan, item by item, with our unified forms put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from tests.getrouw.eenvormig import pas_toe
from tests.getrouw.items import (
    ALINEA,
    CEL_ALINEA,
    CEL_OPSOMMING,
    COLOFONREGEL,
    GENUMMERD,
    INHOUDSREGEL,
    KOP,
    LEGE_CEL,
    LETTERS,
    MET_EIGEN_VETHEID,
    OMSLAG,
    OPSOMMING,
    TABELGROEP,
    TABELKOP,
    Cel,
    Item,
    Link,
    met_pad,
)
from tests.getrouw.markdown import kale_tekst, ontleed
from tests.getrouw.ruw import EIGEN, KOPREGEL, KOPTEKST, TEKST, TITEL, Ruw, lees, ruw
from tests.getrouw.standaardtekst import regels

HOOFDSTUK, PARAGRAAF, TUSSENKOP = 1, 2, 3

BLADZIJDE = "{bladzijde}"
"""Stands in our form of a text for the page on which the bijlagen begin."""

_STANDAARD = (
    "Deze kernaanpak zet in op:",
    "In deze kernaanpak zetten we in op:",
    "Deze kernaanpak richt zich op:",
    "Deze aanpak richt zich op:",
    "Dit vraagt ook om de aansluiting te zoeken bij",
    "Activiteiten uit andere kernaanpakken dragen ook bij",
    "In de bijlagen vanaf",
    "Zie voor ",
)
"""How the standard text begins that stands between a wijk's own text on a kernaanpak."""


def verwacht(plan: str, bladzijde: str) -> tuple[Item, ...]:
    """Return the items of the document, given the page on which its bijlagen begin."""
    return als_items([_met_bladzijde(item, bladzijde) for item in pas_toe(plan, gepubliceerd(plan)).items])


def gepubliceerd(plan: str) -> list[Ruw]:
    """Return the items of the plan as it was published."""
    json = lees(plan)

    def standaard(deel: str) -> Iterator[Ruw]:
        aarden = {KOP: KOPTEKST, TABELKOP: KOPREGEL}
        for regel in regels(deel, {}, plan):
            yield Ruw(regel.vorm, regel.md, aarden.get(regel.vorm, TEKST), regel.niveau, regel.cel)

    return [
        *(ruw(OMSLAG, json["plan"][naam], aard=TEKST) for naam in ("title", "subtitle", "slogan")),
        *_kop_en_alineas(HOOFDSTUK, json["opening"]["heading"], json["opening"]["paragraphs"]),
        *_wijkgegevens(json["wijkgegevens"]),
        *_inhoudsopgave(json["toc"]),
        *standaard("doel en werkwijze"),
        *_wijkspecifiek(json),
        _kop(HOOFDSTUK, json["chapter3"]["heading"]),
        *standaard("inleiding op de kernaanpakken"),
        *(ruw(OPSOMMING, status, aard=TEKST) for status in json["chapter3"]["status_list"]),
        *(item for kernaanpak in json["kernaanpakken"] for item in _kernaanpak(kernaanpak)),
        *standaard("processtappen"),
        *standaard("meten, leren en verbeteren"),
        *(item for bijlage in json["annexes"] for item in _bijlage(bijlage)),
        *_kop_en_alineas(HOOFDSTUK, json["organisaties"]["heading"], [json["organisaties"]["intro"]]),
        *(ruw(OPSOMMING, naam) for naam in json["organisaties"]["items"]),
        _kop(HOOFDSTUK, json["colofon"]["heading"]),
        *(ruw(COLOFONREGEL, regel, aard=TEKST) for regel in json["colofon"]["lines"]),
    ]


def als_items(ruwe: Sequence[Ruw]) -> tuple[Item, ...]:
    """Turn Markdown into text, form and links, and give every item the headings that it stands under."""
    koppen = [kale_tekst(item.md) for item in ruwe if item.vorm == KOP]
    items = []
    for item in ruwe:
        tekst, opmaak, plekken = ontleed(item.md)
        links = ((begin, eind, doel(tekst[begin:eind], koppen)) for begin, eind in plekken)
        items.append(
            Item(
                item.vorm,
                tekst,
                item.niveau,
                () if item.vorm in MET_EIGEN_VETHEID else opmaak,
                tuple(Link(begin, eind, kop) for begin, eind, kop in links if kop is not None),
                item.cel,
            )
        )
    return met_pad(items)


def doel(linktekst: str, koppen: Sequence[str]) -> str | None:
    """Return the heading that a reference in the text means; None when its address lay outside the plan.

    Those addresses are lost: the words stay, as plain text.
    """
    nummer = re.search(r"[0-9][0-9.]*", linktekst)
    if re.match(r"pagina |\d+$", linktekst):
        begin = "Bijlage 1:"
    elif linktekst == "bijlage":
        begin = "Bijlage " + str(sum(kop.startswith("Bijlage ") for kop in koppen)) + ":"
    elif nummer and "paragraaf" in linktekst:
        begin = f"{nummer[0]} "
    elif nummer and "bijlage" in linktekst:
        begin = f"Bijlage {nummer[0]}:"
    elif nummer and linktekst.lower().startswith("kernaanpak"):
        begin = f"Kernaanpak {nummer[0]}:"
    else:
        return None
    return next(kop for kop in koppen if kop.startswith(begin))


def _met_bladzijde(item: Ruw, bladzijde: str) -> Ruw:
    return Ruw(item.vorm, item.md.replace(BLADZIJDE, bladzijde), item.aard, item.niveau, item.cel, item.bron)


def _kop(niveau: int, tekst: str, aard: str = KOPTEKST) -> Ruw:
    return ruw(KOP, tekst, aard=aard, niveau=niveau)


def _kop_en_alineas(niveau: int, kop: str, alineas: Sequence[str], aard: str = TEKST) -> Iterator[Ruw]:
    yield _kop(niveau, kop)
    for alinea in alineas:
        yield ruw(ALINEA, alinea, aard=aard)


def _wijkgegevens(json: Any) -> Iterator[Ruw]:
    yield _kop(HOOFDSTUK, json["heading"])
    yield _kop(PARAGRAAF, json["table_heading"])
    for kolom, kop in enumerate(json["columns"], start=1):
        yield ruw(TABELKOP, kop, aard=KOPREGEL, cel=Cel("wijkgegevens", 1, kolom))
    for nummer, rij in enumerate(json["rows"], start=2):
        if rij["kind"] == "group":
            yield ruw(TABELGROEP, rij["label"], cel=Cel("wijkgegevens", nummer, 1))
            continue
        waarden = [rij["values"][kolom] for kolom in json["value_columns"]]
        for kolom, waarde in enumerate([rij["label"], *waarden, rij["source"]], start=1):
            yield ruw(CEL_ALINEA, waarde, cel=Cel("wijkgegevens", nummer, kolom))


def _inhoudsopgave(json: Any) -> Iterator[Ruw]:
    yield _kop(HOOFDSTUK, json["heading"])
    for regel in json["items"]:
        aard = TITEL if "Kernaanpak " in regel["title"] else KOPTEKST
        yield ruw(INHOUDSREGEL, regel["title"], aard=aard, niveau=regel["level"])


def _wijkspecifiek(json: Any) -> Iterator[Ruw]:
    hoofdstuk = json["chapter2"]
    yield _kop(HOOFDSTUK, hoofdstuk["heading"])
    yield from _kop_en_alineas(
        PARAGRAAF, hoofdstuk["inleiding"]["heading"], hoofdstuk["inleiding"]["paragraphs"]
    )
    samenvatting = json["samenvatting"]
    yield from _kop_en_alineas(PARAGRAAF, samenvatting["heading"], [samenvatting["intro"]])
    yield from (ruw(ALINEA, alinea) for alinea in samenvatting["paragraphs"])
    if json["themes_heading"]:
        yield _kop(PARAGRAAF, json["themes_heading"])
    for thema in json["themes"]:
        yield _kop(TUSSENKOP, thema["title"], aard=EIGEN)
        yield from (ruw(ALINEA, alinea) for alinea in thema["paragraphs"])
    factoren = json["factors"]
    yield from _kop_en_alineas(PARAGRAAF, factoren["heading"], [*factoren["intro"], factoren["lead_in"]])
    for factor in factoren["top15"]:
        yield ruw(GENUMMERD, f"{factor['rank']}. ", factor["name"])
    yield from (ruw(ALINEA, alinea, aard=TEKST) for alinea in factoren["after"])
    lijst = json["kernaanpak_list"]
    yield from _kop_en_alineas(PARAGRAAF, lijst["heading"], [lijst["intro"]])
    yield from (ruw(ALINEA, regel["printed"], aard=TITEL) for regel in lijst["items"])


def _kernaanpak(json: Any) -> Iterator[Ruw]:
    yield _kop(PARAGRAAF, json["printed"], aard=TITEL)
    for deel in json["sections"]:
        yield _kop(TUSSENKOP, deel["heading"])
        yield from _blokken(deel["blocks"])


def _blokken(blokken: Any) -> Iterator[Ruw]:
    for blok in blokken:
        if blok["type"] == "paragraph":
            tekst = blok["text"]
            yield ruw(ALINEA, tekst, aard=TEKST if tekst.startswith(_STANDAARD) else EIGEN)
            continue
        for punt in blok["items"]:
            if blok["type"] == "numbered":
                yield ruw(GENUMMERD, f"{punt['n']}. ", punt["text"])
            elif blok["type"] == "lettered":
                yield ruw(LETTERS, punt["letter"], ". ", punt["text"])
            else:
                yield ruw(OPSOMMING, punt)


def _bijlage(json: Any) -> Iterator[Ruw]:
    yield _kop(HOOFDSTUK, json["printed"], aard=TITEL)
    for bovenkop, clusters in groupby(json["clusters"], key=lambda cluster: cluster["parent"]):
        if bovenkop:
            yield _kop(PARAGRAAF, bovenkop, aard=EIGEN)
        for cluster in clusters:
            yield _kop(TUSSENKOP if bovenkop else PARAGRAAF, cluster["title"], aard=EIGEN)
            yield from _blokken(cluster["intro"])
            if cluster["table"]:
                yield from _tabel(cluster["table"], cluster["title"].plek)


def _tabel(json: Any, naam: str) -> Iterator[Ruw]:
    for kolom, regels_in_kop in enumerate(json["columns"], start=1):
        for regel in regels_in_kop:
            yield ruw(TABELKOP, regel, aard=KOPREGEL, cel=Cel(naam, 1, kolom))
    for nummer, rij in enumerate(json["rows"], start=2):
        if rij["kind"] == "group":
            yield ruw(TABELGROEP, rij["title"], cel=Cel(naam, nummer, 1))
            continue
        for kolom, blokken in enumerate(rij["cells"], start=1):
            yield from _cel(blokken, Cel(naam, nummer, kolom))


def _cel(blokken: Any, cel: Cel) -> Iterator[Ruw]:
    if not blokken:
        yield ruw(LEGE_CEL, cel=cel)
    for blok in blokken:
        if blok["type"] == "paragraph":
            yield ruw(CEL_ALINEA, blok.get("md", blok["text"]), cel=cel)
        else:
            yield from (ruw(CEL_OPSOMMING, punt, cel=cel) for punt in blok["items"])
