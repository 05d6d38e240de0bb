"""The sheets of the workbook of a wijk: one class per kind of row, whose fields are the columns.

Reading, writing and checking all go by this description. A class with `staand=True` is filled in
downwards: its fields are rows (Onderdeel | Waarde | Uitleg).
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Kolom, Rij, blad, kolom
from pipeline.workbook.sheets_aanpak import ActiviteitRij, ClusterRij, KernaanpakRij, TekstRij

UITLEG = "Uitleg"
"""The first sheet, which explains; it is written and never read."""

VOOR_DE_TEKST, BOVEN_DE_TEKST = "voor de tekst", "boven de tekst"
CONCEPT, DEFINITIEF = "concept", "definitief"

PLAATSEN = ("Opening", "Wijkgegevens", "Samenvatting", "Thema's", "Factoren", "Organisaties")
PLAATSEN_KERNAANPAK = ("Kernaanpak", "Bijlage")
"""Where a picture can stand: at the end of a part of the plan, or of a kernaanpak or its bijlage."""


@blad(
    "Plan",
    "Hier staat wat voor het hele plan geldt: de namen, de periode, de status en de versie.",
    staand=True,
)
@dataclass(frozen=True)
class PlanRij(Rij):
    wijkcombinatie: Cel = kolom(
        "Naam wijkcombinatie",
        "De lange naam, zoals hij op de omslag staat.",
        breedte=52,
        verplicht=True,
    )
    afkorting: Cel = kolom("Afkorting", "De korte naam in de lopende tekst, bijvoorbeeld NC.", verplicht=True)
    wijken: Cel = kolom(
        "Wijken",
        "De wijken van deze wijkcombinatie, met een puntkomma ertussen.",
        verplicht=True,
    )
    periode_van: Cel = kolom("Periode van", "Het eerste jaar van het plan.", soort="jaar", verplicht=True)
    periode_tot: Cel = kolom(
        "Periode tot en met", "Het laatste jaar van het plan.", soort="jaar", verplicht=True
    )
    status: Cel = kolom(
        "Status", "Concept of definitief. Staat op de omslag.", verplicht=True, keuzes=(CONCEPT, DEFINITIEF)
    )
    versie: Cel = kolom("Versie", "Bijvoorbeeld 1.0. Staat op de omslag. Mag leeg blijven.")
    datum: Cel = kolom(
        "Datum", "De datum van deze versie. Staat op de omslag. Mag leeg blijven.", soort="datum"
    )
    wijkprofiel: Cel = kolom(
        "Link naar het wijkprofiel",
        "Het webadres van het volledige wijkprofiel (https://...). "
        "Zonder adres staan de woorden 'deze link' er als gewone tekst.",
    )
    volgorde_zin: Cel = kolom(
        "Zin over de volgorde",
        "Een zin over de volgorde van de top 15, bijvoorbeeld: De volgorde geeft geen prioriteit aan. "
        "Mag leeg blijven.",
    )
    plaats_status: Cel = kolom(
        "Plaats van de status",
        "Waar de status in de tabellen van de bijlagen staat: voor de tekst (Nieuw: We starten ...) "
        "of erboven, op een eigen regel.",
        verplicht=True,
        keuzes=(VOOR_DE_TEKST, BOVEN_DE_TEKST),
    )


@blad(
    "Wijkgegevens",
    "De cijfers van de wijk. Zet tussen de kolommen Indicator en Jaar een kolom per wijk en een voor de "
    "hele gemeente; de kop van de kolom komt in de tabel. Typ getallen en percentages als getal. "
    "Typ x voor geheim en - voor geen.",
    vrije_kolommen="indicator",
    vaste_kolommen=2,
)
@dataclass(frozen=True)
class WijkgegevenRij(Rij):
    groep: Cel = kolom(
        "Groep",
        "De kop boven een groep rijen, bijvoorbeeld Leeftijdsopbouw. Rijen met dezelfde groep staan bij "
        "elkaar. Mag leeg blijven.",
        breedte=28,
        voorbeeld="Leeftijdsopbouw",
    )
    indicator: Cel = kolom(
        "Indicator",
        "Wat er gemeten is.",
        breedte=34,
        verplicht=True,
        voorbeeld="Jongeren (0-11 jaar)",
    )
    jaar: Cel = kolom(
        "Jaar",
        "Het jaar van het cijfer.",
        soort="jaar",
        breedte=10,
        verplicht=True,
        voorbeeld="2025",
    )
    bron: Cel = kolom(
        "Bron",
        "Waar het cijfer vandaan komt, bijvoorbeeld BRP.",
        breedte=16,
        verplicht=True,
        voorbeeld="BRP",
    )


CIJFERKOLOM = Kolom(
    "",
    "Het cijfer, getypt als getal of percentage: 6230 of 13,1%. Typ x voor geheim en - voor geen.",
    soort="cijfer",
    breedte=18,
    verplicht=True,
)
"""A free column of the sheet Wijkgegevens; its header is that of the wijk or the gemeente."""


@blad(
    "Factoren",
    "De uitkomst van de sessie waarin de factoren zijn gekozen. Weet u hoe vaak een factor is gekozen? "
    "Vul dan Score in: de top 15 volgt daaruit. Weet u dat niet? Vul dan Volgorde in.",
)
@dataclass(frozen=True)
class FactorRij(Rij):
    volgorde: Cel = kolom(
        "Volgorde",
        "De plaats in de top 15, als de scores niet bekend zijn. Leeg: niet in de top 15.",
        soort="getal",
        breedte=11,
        voorbeeld="1",
    )
    factor: Cel = kolom(
        "Factor",
        "De naam van de factor, zoals hij in het plan komt.",
        breedte=44,
        verplicht=True,
        keuzes="Lijsten[Factoren]",
        vrij=True,
        voorbeeld="Bewegen",
    )
    score: Cel = kolom("Score", "Hoe vaak de factor is gekozen.", soort="getal", breedte=10)
    elders: Cel = kolom(
        "Opgepakt in",
        "Vul dit alleen in als een ander plan deze factor oppakt, bijvoorbeeld Wijkplan Leefbaarheid.",
        breedte=26,
        keuzes=("Wijkplan Leefbaarheid",),
        vrij=True,
    )


@blad("Organisaties", "De organisaties die aan dit plan hebben meegewerkt, in de volgorde van het plan.")
@dataclass(frozen=True)
class OrganisatieRij(Rij):
    organisatie: Cel = kolom(
        "Organisatie",
        "De naam, zoals hij in het plan komt.",
        breedte=60,
        verplicht=True,
        keuzes="Lijsten[Organisaties]",
        vrij=True,
        voorbeeld="Indebuurt033",
    )


@blad(
    "Afbeeldingen",
    "Foto's en tekeningen uit de map afbeeldingen naast dit bestand. Ze komen aan het eind van het gekozen "
    "deel van het plan. Dit blad mag leeg blijven.",
    mag_leeg=True,
)
@dataclass(frozen=True)
class AfbeeldingRij(Rij):
    bestand: Cel = kolom(
        "Bestand",
        "De naam van het bestand, bijvoorbeeld speeltuin.jpg.",
        breedte=32,
        verplicht=True,
        places_row=True,
        voorbeeld="speeltuin.jpg",
    )
    plaats: Cel = kolom(
        "Plaats",
        "Bij welk deel van het plan de afbeelding hoort.",
        breedte=18,
        verplicht=True,
        keuzes=PLAATSEN + PLAATSEN_KERNAANPAK,
        places_row=True,
        voorbeeld="Thema's",
    )
    kernaanpak: Cel = kolom(
        "Kernaanpak",
        "Alleen bij de plaats Kernaanpak of Bijlage: het nummer.",
        soort="getal",
        breedte=12,
        keuzes="Kernaanpakken[Nummer]",
    )
    alt_tekst: Cel = kolom(
        "Alternatieve tekst",
        "Wat er te zien is, voor wie de afbeelding niet kan zien.",
        breedte=60,
        verplicht=True,
        voorbeeld="Kinderen klimmen op het nieuwe toestel in de speeltuin.",
    )
    bijschrift: Cel = kolom(
        "Bijschrift",
        "De regel onder de afbeelding. Mag leeg blijven.",
        soort="opmaak",
        breedte=50,
        voorbeeld="De nieuwe speeltuin",
    )


WIJK_BLADEN: tuple[type[Rij], ...] = (
    PlanRij,
    WijkgegevenRij,
    FactorRij,
    KernaanpakRij,
    ClusterRij,
    ActiviteitRij,
    TekstRij,
    OrganisatieRij,
    AfbeeldingRij,
)
"""The sheets of the workbook of one wijk, in their order; a sheet Uitleg stands before them."""


@blad(
    "Lijsten",
    "De namen voor de keuzelijsten op de bladen Factoren en Organisaties. Ze komen uit gemeente.xlsx; "
    "u hoeft hier niets in te vullen.",
    mag_leeg=True,
)
@dataclass(frozen=True)
class LijstRij(Rij):
    """A row of the sheet that feeds the choices; the last of the workbook, written and never read."""

    factor: Cel = kolom("Factoren", "De namen van de factoren.", breedte=46)
    organisatie: Cel = kolom("Organisaties", "De namen van de organisaties.", breedte=52)
