"""The sheets on what a wijk wants and does: kernaanpakken, their clusters, activities and the prose.

As in sheets.py, where the other sheets of a wijk stand, the fields of a class are the columns.
"""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Rij, blad, kolom

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

OPGROEIEN = "opvoeden en opgroeien"
"""The standard text that a kernaanpak can ask for."""

GEEN_TABEL = "geen tabel"
"""What somebody chooses for a kernaanpak or a cluster that has no activities, on purpose."""


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
    tabel: Cel = kolom(
        "Tabel",
        "Kies 'geen tabel' als deze kernaanpak geen eigen activiteiten krijgt. Anders leeg.",
        breedte=12,
        keuzes=(GEEN_TABEL,),
        optional=True,
    )
    zin_zonder_tabel: Cel = kolom(
        "Zin zonder tabel",
        "Alleen bij 'geen tabel': de zin die dan in het plan staat, bijvoorbeeld: De activiteiten staan bij "
        "[kernaanpak 1](#kernaanpak-1).",
        soort="opmaak",
        breedte=50,
        optional=True,
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
        places_row=True,
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
    tabel: Cel = kolom(
        "Tabel",
        "Kies 'geen tabel' als dit cluster geen eigen activiteiten krijgt. Zeg dan in de inleiding waar ze "
        "staan. Anders leeg.",
        breedte=12,
        keuzes=(GEEN_TABEL,),
        optional=True,
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
        places_row=True,
        keuzes="Kernaanpakken[Nummer]",
        voorbeeld="1",
    )
    cluster: Cel = kolom(
        "Cluster",
        "De titel van het cluster, zoals op het blad Clusters.",
        breedte=28,
        verplicht=True,
        places_row=True,
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
        places_row=True,
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
