"""Every question that is asked of a Word file, with its success criterion of WCAG 2.1 and its codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.accessibility import beelden, gegevens, inserted, koppen, links, revisies, tabellen, tekst, vorm
from pipeline.accessibility.lezen import WordBestand
from pipeline.bevinding import Bevinding

GEEN_CRITERIUM = "goed gebruik"
"""Stands for a criterion where WCAG has none: it helps readers, or makes the PDF right."""


class Vraag(NamedTuple):
    """One question: its words, where WCAG asks it, who answers it and with which codes."""

    tekst: str
    criterium: str
    antwoord: Callable[[WordBestand], Iterator[Bevinding]]
    codes: tuple[str, ...]


VRAGEN: tuple[Vraag, ...] = (
    Vraag(
        "Heeft het document een titel?",
        "2.4.2 Paginatitel (A)",
        gegevens.titel,
        ("word-titel-ontbreekt", "word-titel-bestandsnaam"),
    ),
    Vraag(
        "Is Nederlands de taal van het document?",
        "3.1.1 Taal van de pagina (A)",
        gegevens.taal,
        ("word-taal-ontbreekt", "word-taal-anders"),
    ),
    Vraag(
        "Heeft elke tekst de taal waarin hij is geschreven?",
        "3.1.2 Taal van onderdelen (AA)",
        gegevens.taal_van_tekst,
        ("word-taal-verkeerd", "word-taal-vreemd"),
    ),
    Vraag(
        "Is er een inhoudsopgave, en klopt zij met de koppen?",
        "2.4.5 Meerdere manieren (AA)",
        gegevens.inhoud,
        ("word-inhoud-ontbreekt", "word-inhoud-verouderd"),
    ),
    Vraag(
        "Kan hulpsoftware bij de tekst?",
        "4.1.2 Naam, rol, waarde (A)",
        gegevens.beveiliging,
        ("word-beveiligd",),
    ),
    Vraag(
        "Is er niets meer in te vullen?",
        GEEN_CRITERIUM,
        revisies.open_plekken,
        ("word-open-plek",),
    ),
    Vraag(
        "Zijn er koppen?",
        "1.3.1 Info en relaties (A)",
        koppen.aanwezig,
        ("word-koppen-ontbreken",),
    ),
    Vraag(
        "Slaan de koppen geen niveau over?",
        "1.3.1 Info en relaties (A)",
        koppen.niveaus,
        ("word-kop-eerste", "word-kop-overgeslagen"),
    ),
    Vraag(
        "Staan er woorden in elke kop?",
        "2.4.6 Koppen en labels (AA)",
        koppen.leeg,
        ("word-kop-leeg",),
    ),
    Vraag(
        "Zijn alle koppen echte koppen?",
        "1.3.1 Info en relaties (A)",
        koppen.echt,
        ("word-kop-nep",),
    ),
    Vraag(
        "Heeft elke afbeelding een goede alternatieve tekst?",
        "1.1.1 Niet-tekstuele content (A)",
        beelden.alternatief,
        ("word-alt-ontbreekt", "word-alt-nietszeggend", "word-alt-automatisch"),
    ),
    Vraag(
        "Staat alles in de volgorde waarin het wordt gelezen?",
        "1.3.2 Betekenisvolle volgorde (A)",
        beelden.zwevend,
        ("word-tekstvak", "word-zwevend"),
    ),
    Vraag(
        "Staan alle koppen in de tekst zelf?",
        "1.3.1 Info en relaties (A)",
        koppen.in_boxes,
        ("word-kop-in-vak",),
    ),
    Vraag(
        "Is elke vergelijking ook als tekst te lezen?",
        "1.1.1 Niet-tekstuele content (A)",
        inserted.equations,
        ("word-vergelijking",),
    ),
    Vraag(
        "Kan elk ingevoegd teken worden voorgelezen?",
        "1.1.1 Niet-tekstuele content (A)",
        inserted.symbols,
        ("word-symbool",),
    ),
    Vraag(
        "Kan elk teken worden afgedrukt?",
        GEEN_CRITERIUM,
        inserted.signs,
        ("word-teken-onleesbaar",),
    ),
    Vraag(
        "Heeft elke tabel een koprij met woorden?",
        "1.3.1 Info en relaties (A)",
        tabellen.koprijen,
        ("word-tabel-koprij", "word-tabel-kop-leeg"),
    ),
    Vraag(
        "Zijn er geen cellen samengevoegd?",
        "1.3.1 Info en relaties (A)",
        tabellen.samengevoegd,
        ("word-tabel-hoogte", "word-tabel-breedte", "word-tabel-ongelijk"),
    ),
    Vraag(
        "Zijn tabellen eenvoudig, en alleen voor gegevens?",
        "1.3.2 Betekenisvolle volgorde (A)",
        tabellen.eenvoudig,
        ("word-tabel-opmaak", "word-tabel-genest", "word-tabel-lege-rij"),
    ),
    Vraag(
        "Steken de letters genoeg af?",
        "1.4.3 Contrast (minimum) (AA)",
        vorm.kleurcontrast,
        ("word-contrast",),
    ),
    Vraag(
        "Zijn de letters groot genoeg?",
        GEEN_CRITERIUM,
        vorm.grootte,
        ("word-tekst-klein",),
    ),
    Vraag(
        "Is alleen een link onderstreept?",
        GEEN_CRITERIUM,
        vorm.onderstreping,
        ("word-onderstreept",),
    ),
    Vraag(
        "Staat alle tekst stil?",
        "2.2.2 Pauzeren, stoppen, verbergen (A)",
        vorm.beweging,
        ("word-effect",),
    ),
    Vraag(
        "Zijn er geen randen om alinea's?",
        "1.3.1 Info en relaties (A)",
        vorm.randen,
        ("word-rand",),
    ),
    Vraag(
        "Zijn de regels links uitgelijnd?",
        GEEN_CRITERIUM,
        vorm.uitlijning,
        ("word-uitgevuld",),
    ),
    Vraag(
        "Zijn alle lijsten echte lijsten?",
        "1.3.1 Info en relaties (A)",
        tekst.lijsten,
        ("word-lijst-getypt",),
    ),
    Vraag(
        "Is witruimte gemaakt met stijlen?",
        "1.3.1 Info en relaties (A)",
        tekst.wit,
        ("word-lege-alineas", "word-lege-alinea", "word-spaties", "word-tabs"),
    ),
    Vraag(
        "Zijn er geen zinnen in hoofdletters?",
        GEEN_CRITERIUM,
        tekst.hoofdletters,
        ("word-hoofdletters",),
    ),
    Vraag(
        "Staat alle uitleg in de tekst zelf?",
        "1.3.2 Betekenisvolle volgorde (A)",
        tekst.voetnoten,
        ("word-voetnoot",),
    ),
    Vraag(
        "Zegt elke link waar hij naartoe gaat?",
        "2.4.4 Linkdoel (in context) (A)",
        links.woorden,
        ("word-link-leeg", "word-link-webadres", "word-link-nietszeggend"),
    ),
    Vraag(
        "Komen alle links en verwijzingen ergens uit?",
        "2.4.4 Linkdoel (in context) (A)",
        links.doelen,
        ("word-link-kapot", "word-link-adres", "word-verwijzing-kapot"),
    ),
    Vraag(
        "Zijn webadressen links met woorden?",
        GEEN_CRITERIUM,
        links.los_webadres,
        ("word-webadres-los",),
    ),
)
REVISIES = Vraag(
    "Zijn alle wijzigingen en opmerkingen verwerkt?",
    GEEN_CRITERIUM,
    lambda _: iter(()),
    ("word-wijziging", "word-opmerking"),
)
"""Answered before the changes are accepted, so apart from the others."""
