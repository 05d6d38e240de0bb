"""The Wijkplan: what a plan consists of, frozen and typed, without any input or output."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pipeline.markup import Runs
from pipeline.pictures import Picture

Vorm = Literal["alinea", "opsomming", "genummerd", "letters", "tussenkop"]
LIJSTVORMEN: tuple[Vorm, ...] = ("opsomming", "genummerd", "letters")


OPEN = "Nog invullen"
"""How a place in the document begins for which the input has nothing yet."""


def open_plek(wat: str, blad: str) -> str:
    """Return the words that stand in the document until someone fills in a sheet."""
    return f"{OPEN}: {wat} - blad {blad}"


@dataclass(frozen=True, slots=True)
class Blok:
    """A paragraph of prose in one of its forms."""

    vorm: Vorm
    runs: Runs


Blokken = tuple[Blok, ...]


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measured thing: its values as printed, one per column, with year and source."""

    groep: str
    naam: str
    waarden: tuple[str, ...]
    bron: str
    """Year and source as printed: '2025, BRP'."""


@dataclass(frozen=True, slots=True)
class Wijkgegevens:
    """The background figures: a column per wijk or group of wijken and one for the gemeente."""

    kolommen: tuple[str, ...]
    indicatoren: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class Thema:
    titel: str
    tekst: Blokken


@dataclass(frozen=True, slots=True)
class Factor:
    """A factor of the ranking; `plaats` is shared by factors with the same score."""

    naam: str
    plaats: int
    gedeeld: bool


@dataclass(frozen=True, slots=True)
class Rangorde:
    """The ranked factors of the top, and those that another plan takes up."""

    top: tuple[Factor, ...]
    elders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Activiteit:
    """A status (as written, may be empty) and what is done or explored."""

    status: str
    tekst: Blokken


@dataclass(frozen=True, slots=True)
class Tabelrij:
    """One row of a cluster's table."""

    groep: str
    mogelijkheid: Blokken
    activiteiten: tuple[Activiteit, ...]
    factoren: Blokken


@dataclass(frozen=True, slots=True)
class Cluster:
    """A block of related activities in the bijlage of a kernaanpak."""

    kop_erboven: str
    titel: str
    inleiding: Blokken
    rijen: tuple[Tabelrij, ...]


@dataclass(frozen=True, slots=True)
class Kernaanpak:
    nummer: int
    titel: str
    factoren: tuple[str, ...]
    opgroeien: bool
    """Whether the standard text about the programme Opvoeden en opgroeien belongs here."""
    inhoud: Blokken
    samenhang: Blokken
    aanpak: Blokken
    clusters: tuple[Cluster, ...]
    zonder_tabel: Blokken = ()
    """What the plan says instead of a table, for a kernaanpak that has none on purpose."""


@dataclass(frozen=True, slots=True)
class Afbeelding:
    """A picture with its place: a part of the plan, or 'Kernaanpak' or 'Bijlage' with a number."""

    pad: Path | None
    """The file; None when it is not there or no picture."""
    plaats: str
    kernaanpak: int | None
    alt_tekst: str
    bijschrift: Runs
    picture: Picture | None = None
    """What is placed; None when there is nothing that can be."""


@dataclass(frozen=True, slots=True)
class Colofonregel:
    kopje: bool
    runs: Runs


@dataclass(frozen=True, slots=True)
class Gemeente:
    """What all plans of one gemeente share."""

    naam: str
    colofon: tuple[Colofonregel, ...]


@dataclass(frozen=True, slots=True)
class Wijkplan:
    """One complete plan."""

    sleutel: str
    """Name of the folder and the files: 'nieuwland'."""
    gemeente: Gemeente
    naam: str
    afkorting: str
    wijken: tuple[str, ...]
    periode: tuple[int, int] | None
    """The first and the last year; None when they are not filled in."""
    definitief: bool
    versie: str
    datum: datetime.date | None
    wijkprofiel: str
    """Web address of the full wijkprofiel; empty when it is not known."""
    volgorde_zin: str
    status_voor_tekst: bool
    """Whether a status stands before its text (else above it)."""
    wijkgegevens: Wijkgegevens
    samenvatting: Blokken
    themas: tuple[Thema, ...]
    rangorde: Rangorde
    kernaanpakken: tuple[Kernaanpak, ...]
    organisaties: tuple[str, ...]
    afbeeldingen: tuple[Afbeelding, ...]
