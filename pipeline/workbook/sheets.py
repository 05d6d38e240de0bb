"""The sheets of the workbook of a wijk: one class per kind of row, whose fields are the columns.

Reading, writing and checking all go by this description. A class with `staand=True` is filled in
downwards: its fields are rows (Onderdeel | Waarde | Uitleg).
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Kolom, Rij, blad, kolom

STATUSSEN = ("Voortzetten", "Verbeteren", "Verkennen/onderzoeken", "Uitbreiden", "Nieuw")
"""The five statuses of an activity; there are no others."""

SOORTEN = ("alinea", "opsomming", "genummerd", "letters", "tussenkop")
"""The forms that a piece of prose can have."""

SAMENVATTING, THEMA = "2 Samenvatting cijfers", "2 Thema"
INHOUD, SAMENHANG, AANPAK = "3 Wat houdt de kernaanpak in", "3 Factoren en samenhang", "3 Wat we doen"
ONDERDELEN = (SAMENVATTING, THEMA, INHOUD, SAMENHANG, AANPAK)
"""The parts of the plan that a wijk writes itself, with the number of their chapter."""
ONDERDELEN_KERNAANPAK = (INHOUD, SAMENHANG, AANPAK)
"""The parts that are written once per kernaanpak."""

UITLEG = "Uitleg"
"""The first sheet, which explains; it is written and never read."""

VOOR_DE_TEKST, BOVEN_DE_TEKST = "voor de tekst", "boven de tekst"
CONCEPT, DEFINITIEF = "concept", "definitief"
OPGROEIEN = "opvoeden en opgroeien"

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


@blad("Kernaanpakken", "De kernaanpakken van het plan, een rij per kernaanpak.")
@dataclass(frozen=True)
class KernaanpakRij(Rij):
    nummer: Cel = kolom(
        "Nummer",
        "1, 2, 3 ... De bijlagen volgen dit nummer.",
        soort="getal",
        breedte=10,
        verplicht=True,
        voorbeeld="1",
    )
    titel: Cel = kolom(
        "Titel",
        "De titel, zonder 'Kernaanpak 1:' ervoor.",
        breedte=48,
        verplicht=True,
        voorbeeld="Samen en actief",
    )
    factoren: Cel = kolom(
        "Factoren",
        "De factoren waar deze kernaanpak op inzet: elke factor op een eigen regel in de cel (Alt+Enter).",
        breedte=44,
        verplicht=True,
        voorbeeld="Bewegen\nParticipatie",
    )
    vaste_tekst: Cel = kolom(
        "Vaste tekst",
        "Kies 'opvoeden en opgroeien' als de kernaanpak daarover gaat: het plan krijgt dan de vaste "
        "alinea's over de aansluiting bij dat programma. Anders leeg.",
        breedte=26,
        keuzes=(OPGROEIEN,),
    )


@blad(
    "Clusters",
    "De blokken in de bijlage van een kernaanpak. Elk blok krijgt een kop, een inleiding en een tabel. "
    "De tabel vult u in op het blad Activiteiten.",
)
@dataclass(frozen=True)
class ClusterRij(Rij):
    kernaanpak: Cel = kolom(
        "Kernaanpak",
        "Het nummer van de kernaanpak.",
        soort="getal",
        breedte=12,
        verplicht=True,
        keuzes="Kernaanpakken[Nummer]",
        voorbeeld="1",
    )
    kop_erboven: Cel = kolom(
        "Kop erboven",
        "Een kop boven een of meer clusters samen, bijvoorbeeld Meedoen. Mag leeg blijven.",
        breedte=24,
    )
    cluster: Cel = kolom(
        "Cluster",
        "De titel van het cluster.",
        breedte=40,
        verplicht=True,
        voorbeeld="Ontmoeten",
    )
    inleiding: Cel = kolom(
        "Inleiding",
        "De tekst boven de tabel. Een nieuwe regel in de cel (Alt+Enter) is een nieuwe alinea; "
        "een regel die met een streepje en een spatie begint, wordt een punt in een opsomming.",
        soort="opmaak",
        breedte=90,
        voorbeeld="Activiteiten waar bewoners elkaar leren kennen.",
    )


@blad(
    "Activiteiten",
    "De tabellen in de bijlagen: een rij per status en tekst. Rijen onder elkaar met dezelfde "
    "mogelijkheid komen samen in een rij van de tabel.",
    mag_leeg=True,
    vaste_kolommen=2,
)
@dataclass(frozen=True)
class ActiviteitRij(Rij):
    kernaanpak: Cel = kolom(
        "Kernaanpak",
        "Het nummer van de kernaanpak.",
        soort="getal",
        breedte=12,
        verplicht=True,
        keuzes="Kernaanpakken[Nummer]",
        voorbeeld="1",
    )
    cluster: Cel = kolom(
        "Cluster",
        "De titel van het cluster, precies als op het blad Clusters.",
        breedte=28,
        verplicht=True,
        keuzes="Clusters[Cluster]",
        voorbeeld="Ontmoeten",
    )
    groep: Cel = kolom(
        "Groep",
        "Een tussenkop in de tabel, bijvoorbeeld Kinderen 8-12 jaar. Zet hem bij elke rij van de groep. "
        "Mag leeg blijven.",
        breedte=20,
    )
    mogelijkheid: Cel = kolom(
        "Mogelijkheid",
        "Wat er zou kunnen. Een nieuwe regel in de cel is een nieuwe alinea; begin een regel met een "
        "streepje en een spatie voor een opsomming.",
        soort="opmaak",
        breedte=44,
        voorbeeld="Koffie in het wijkcentrum",
    )
    status: Cel = kolom(
        "Status",
        "Voortzetten, Verbeteren, Verkennen/onderzoeken, Uitbreiden of Nieuw. Meer dan een mag ook: "
        "Verbeteren/Nieuw.",
        breedte=22,
        keuzes=STATUSSEN,
        vrij=True,
        voorbeeld="Nieuw",
    )
    basisactiviteit: Cel = kolom(
        "Basisactiviteit",
        "Wat we doen of verkennen. Begint de tekst zelf al met de status, zet dat woord dan vet: de status "
        "komt er dan niet nog eens bij.",
        soort="opmaak",
        breedte=70,
        voorbeeld="We starten een inloop op dinsdag.",
    )
    factoren: Cel = kolom(
        "Factoren",
        "De factoren, met een komma ertussen, of: Alle factoren. Bij rijen met dezelfde mogelijkheid is "
        "een keer genoeg.",
        soort="opmaak",
        breedte=36,
        voorbeeld="Participatie, inclusie",
    )


@blad(
    "Teksten",
    "De teksten die de wijk zelf schrijft, een rij per alinea of punt, in de volgorde van het plan. "
    "Vet en cursief in de cel komen ook in het plan.",
)
@dataclass(frozen=True)
class TekstRij(Rij):
    onderdeel: Cel = kolom(
        "Onderdeel",
        "Waar de tekst in het plan hoort; het getal is het hoofdstuk.",
        breedte=30,
        verplicht=True,
        keuzes=ONDERDELEN,
        voorbeeld="2 Thema",
    )
    kernaanpak: Cel = kolom(
        "Kernaanpak",
        "Alleen bij de onderdelen van hoofdstuk 3: het nummer van de kernaanpak.",
        soort="getal",
        breedte=12,
        keuzes="Kernaanpakken[Nummer]",
    )
    kop: Cel = kolom(
        "Kop",
        "Alleen bij een thema: de titel. Zet hem bij elke rij van het thema.",
        breedte=34,
        voorbeeld="Erbij horen",
    )
    soort: Cel = kolom(
        "Soort",
        "alinea: gewone tekst; opsomming, genummerd of letters: een punt in een lijst; "
        "tussenkop: een kleine kop.",
        breedte=13,
        verplicht=True,
        keuzes=SOORTEN,
        voorbeeld="alinea",
    )
    tekst: Cel = kolom(
        "Tekst",
        "De tekst. Een link typt u zo: [leesbare tekst](https://www.voorbeeld.nl). Een verwijzing in het "
        "plan zo: [kernaanpak 2](#kernaanpak-2). Zie het blad Uitleg.",
        soort="opmaak",
        breedte=110,
        verplicht=True,
        voorbeeld="Veel bewoners willen hun buren vaker ontmoeten.",
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
        voorbeeld="speeltuin.jpg",
    )
    plaats: Cel = kolom(
        "Plaats",
        "Bij welk deel van het plan de afbeelding hoort.",
        breedte=18,
        verplicht=True,
        keuzes=PLAATSEN + PLAATSEN_KERNAANPAK,
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
