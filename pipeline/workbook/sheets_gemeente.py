"""The sheets of gemeente.xlsx, what the wijken share: one class per kind of row, as in sheets.py."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Rij, blad, kolom

KOPJE = "kopje"
"""The kind of a line of the colofon that stands above an address."""


@blad("Gemeente", "Wat voor alle wijkplannen van deze gemeente geldt.", staand=True)
@dataclass(frozen=True)
class GemeenteRij(Rij):
    naam: Cel = kolom(
        "Naam gemeente",
        "De organisatie die de plannen uitgeeft; staat als auteur in de eigenschappen van het document.",
        breedte=52,
        verplicht=True,
    )
    periode_van: Cel = kolom(
        "Periode van", "Het eerste jaar van een nieuw plan.", soort="jaar", verplicht=True
    )
    periode_tot: Cel = kolom(
        "Periode tot en met", "Het laatste jaar van een nieuw plan.", soort="jaar", verplicht=True
    )
    factoren_volledig: Cel = kolom(
        "Factorencatalogus volledig",
        "ja als alle factorgroepen van het factorenmodel in de catalogus staan.",
        verplicht=True,
        keuzes=("ja", "nee"),
    )
    organisaties_volledig: Cel = kolom(
        "Organisatieregister volledig",
        "ja als alle organisaties van de gemeente in het register staan.",
        verplicht=True,
        keuzes=("ja", "nee"),
    )
    wijkcombinaties_volledig: Cel = kolom(
        "Wijkcombinaties volledig",
        "ja als alle wijkcombinaties van de gemeente op hun blad staan.",
        verplicht=True,
        keuzes=("ja", "nee"),
    )


@blad("Wijkcombinaties", "De wijkcombinaties van de gemeente; elke wijkcombinatie krijgt een eigen plan.")
@dataclass(frozen=True)
class WijkcombinatieRij(Rij):
    sleutel: Cel = kolom(
        "Sleutel", "De naam van de map en van het bestand, bijvoorbeeld nieuwland.", verplicht=True
    )
    naam: Cel = kolom("Naam", "De naam van de wijkcombinatie.", breedte=48, verplicht=True)
    wijken: Cel = kolom("Wijken", "De wijken, met een puntkomma ertussen.", breedte=70)


@blad(
    "Factorencatalogus",
    "De factoren van het factorenmodel. Andere schrijfwijzen staan erbij, zodat een controle ze herkent.",
)
@dataclass(frozen=True)
class CatalogusRij(Rij):
    factor: Cel = kolom("Factor", "De naam van de factor.", breedte=46, verplicht=True)
    aliassen: Cel = kolom(
        "Ook geschreven als", "Andere schrijfwijzen, met een puntkomma ertussen.", breedte=70
    )
    elders: Cel = kolom(
        "Opgepakt in", "Het andere plan dat deze factor altijd oppakt. Meestal leeg.", breedte=26
    )


@blad("Organisatieregister", "De organisaties die in wijkplannen voorkomen, met hun schrijfwijze.")
@dataclass(frozen=True)
class RegisterRij(Rij):
    organisatie: Cel = kolom("Organisatie", "De naam zoals hij hoort.", breedte=52, verplicht=True)
    aliassen: Cel = kolom(
        "Ook geschreven als", "Andere schrijfwijzen, met een puntkomma ertussen.", breedte=60
    )


@blad("Colofon", "De regels van het colofon, in hun volgorde.")
@dataclass(frozen=True)
class ColofonRij(Rij):
    soort: Cel = kolom(
        "Soort",
        "kopje: een regel die boven een adres staat; regel: een gewone regel.",
        breedte=12,
        verplicht=True,
        keuzes=(KOPJE, "regel"),
    )
    tekst: Cel = kolom("Tekst", "De tekst van de regel.", soort="opmaak", breedte=60, verplicht=True)


GEMEENTE_BLADEN: tuple[type[Rij], ...] = (
    GemeenteRij,
    WijkcombinatieRij,
    CatalogusRij,
    RegisterRij,
    ColofonRij,
)
"""The sheets of gemeente.xlsx, in their order; a sheet Uitleg stands before them."""
