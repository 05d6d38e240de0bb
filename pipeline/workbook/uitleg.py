"""The first sheet of a workbook: what it is for, what to do on each sheet, how to type bold and links."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from pipeline.workbook import opmaak
from pipeline.workbook.kolommen import Rij
from pipeline.workbook.sheets import UITLEG

Regel = tuple[str, str, str]
"""A row of a table on the sheet: what, how, and an example (which may be empty)."""


class Uitleg(NamedTuple):
    """What the sheet Uitleg tells about one kind of workbook."""

    inleiding: tuple[str, ...]
    typen: tuple[Regel, ...]
    """What can be typed in a cell."""


_CEL = "Kies een cel en u ziet wat erin hoort. Bij sommige cellen kiest u uit een lijst."
_NAMEN = (
    "Verander de namen van de bladen en de koppen van de kolommen niet: daaraan herkent het programma ze."
)
_VET: Regel = (
    "Vet of cursief",
    "Selecteer de woorden in de cel en kies vet of cursief, zoals altijd in Excel.",
    "",
)
_LINK: Regel = (
    "Een link naar een website",
    "Zet de woorden tussen rechte haken. Zet het adres erachter, tussen ronde haken.",
    "[onze website](https://www.amersfoort.nl)",
)

UITLEG_WIJK = Uitleg(
    (
        "In dit bestand staat alles wat het Wijkplan Sociaal van uw wijk eigen maakt. De vaste tekst, die in "
        "elk plan hetzelfde is, staat in het sjabloon.",
        "Vul de bladen in, van links naar rechts. Sla het bestand op. Maak daarna het plan: u krijgt een "
        "Word-bestand en een PDF.",
        _CEL,
        "Een rij erbij? Typ onder de laatste rij van de tabel, of voeg een rij in. Een rij minder? "
        "Verwijder de hele rij. Lege rijen tellen niet mee.",
        _NAMEN,
    ),
    (
        _VET,
        ("Een nieuwe regel in een cel", "Druk op Alt+Enter.", "eerste regel\ntweede regel"),
        (
            "Een opsomming in een cel",
            "Begin de regel met een streepje en een spatie.",
            "- eerste punt\n- tweede punt",
        ),
        _LINK,
        (
            "Een verwijzing naar een kernaanpak",
            "Zet tussen de ronde haken een # met het woord, een streepje en het nummer.",
            "[kernaanpak 2](#kernaanpak-2)",
        ),
        (
            "Een verwijzing naar een bijlage",
            "Doe hetzelfde met het woord bijlage.",
            "[bijlage 1](#bijlage-1)",
        ),
        (
            "Een verwijzing naar een hoofdstuk",
            "Doe hetzelfde met het woord hoofdstuk.",
            "[hoofdstuk 4](#hoofdstuk-4)",
        ),
        (
            "Een verwijzing naar een paragraaf",
            "Doe hetzelfde met het woord paragraaf.",
            "[zie paragraaf 1.2](#paragraaf-1.2)",
        ),
        (
            "Een paginanummer",
            "Zet pagina: achter de #. In het plan komt achter uw woorden het nummer van de pagina.",
            "[vanaf pagina](#pagina:bijlage-1)",
        ),
        (
            "Een verwijzing zonder eigen woorden",
            "Laat de rechte haken leeg. Dit voorbeeld wordt in het plan: kernaanpak 2.",
            "[](#kernaanpak-2)",
        ),
        (
            "Deze haken als gewone tekst",
            r"Zet een backslash (\) voor de eerste haak. Er komt dan geen link.",
            r"\[kernaanpak 2](#kernaanpak-2)",
        ),
        (
            "Een streepje als gewone tekst",
            r"Zet een backslash (\) voor het streepje. Er komt dan geen punt van een opsomming.",
            r"\- gewone tekst",
        ),
        ("Een cijfer dat geheim is", "Typ op het blad Wijkgegevens een x.", "x"),
        ("Een cijfer dat er niet is", "Typ op het blad Wijkgegevens een streepje.", "-"),
        ("Een cijfer dat onbekend is", "Typ op het blad Wijkgegevens een punt.", "."),
    ),
)
UITLEG_GEMEENTE = Uitleg(
    (
        "In dit bestand staat wat alle wijkplannen delen: de namen van de wijkcombinaties, de factoren, de "
        "organisaties en het colofon.",
        "Is een lijst nog niet compleet? Zet dan op het blad Gemeente het woord nee achter die lijst.",
        _CEL,
        _NAMEN,
    ),
    (_VET, _LINK),
)

_BREEDTES = (36, 92, 46)
_REGELBREEDTE = 150
"""How many characters of the introduction stand on one line, over all three columns."""


def schrijf_uitleg(blad: Worksheet, titel: str, uitleg: Uitleg, soorten: Sequence[type[Rij]]) -> None:
    """Write the sheet Uitleg."""
    blad.title = UITLEG
    for letter, breedte in zip("ABC", _BREEDTES, strict=True):
        blad.column_dimensions[letter].width = breedte
    regels = [regel for alinea in uitleg.inleiding for regel in textwrap.wrap(alinea, _REGELBREEDTE)]
    opmaak.schrijf_titel(blad, titel, regels)
    begin = len(regels) + 3
    bladen = [(soort.blad, soort.uitleg, "") for soort in soorten]
    _schrijf_tabel(blad, begin, ("Blad", "Wat u daar doet", ""), bladen)
    for rij, soort in enumerate(soorten, start=begin + 1):
        opmaak.schrijf_link(opmaak.cel(blad, rij, 1), soort.blad, soort.blad)
    _schrijf_tabel(blad, begin + len(bladen) + 2, ("Zo typt u", "Wat u doet", "Voorbeeld"), uitleg.typen)
    blad.sheet_view.showGridLines = False
    opmaak.stel_pagina_in(blad, opmaak.GEEL)


def _schrijf_tabel(blad: Worksheet, begin: int, koppen: Sequence[str], regels: Sequence[Regel]) -> None:
    for nummer, kop in enumerate(koppen, start=1):
        opmaak.schrijf_tabelkop(opmaak.cel(blad, begin, nummer), kop)
    for rij, regel in enumerate(regels, start=begin + 1):
        for nummer, tekst in enumerate(regel, start=1):
            opmaak.schrijf_tekst(opmaak.cel(blad, rij, nummer), tekst, lijn=True)
        opmaak.schat_hoogte(blad, rij, zip(regel, _BREEDTES, strict=True))
