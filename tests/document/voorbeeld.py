"""A small invented plan to vary on, the Word file made of it, and copies of the template to spoil."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.document.finish import WordPlan, finish
from pipeline.document.render import render
from pipeline.markup import Run, als_runs
from pipeline.model import (
    Activiteit,
    Afbeelding,
    Blok,
    Cluster,
    Colofonregel,
    Factor,
    Gemeente,
    Indicator,
    Kernaanpak,
    Rangorde,
    Tabelrij,
    Thema,
    Vorm,
    Wijkgegevens,
    Wijkplan,
)
from pipeline.pictures import load_picture
from tests.conftest import WORTEL
from tests.getrouw.gelezen import Document, lees_document

SJABLOON = WORTEL / "templates" / "wijkplan-sociaal.docx"
DOCUMENT = "word/document.xml"

LASTIG = (
    "Jan & Piet <info@x.nl> {{ leeg }}",
    "{_{ a }_} {_% b %_} {# c #} {%p if x %}",
    "{% raw %} {{r x }} {%- x -%}",
    "\"dubbel\" 'enkel' “krul” ‘en’ `schuin`",
    "]]> <!-- --> <?x ?> &amp; &lt; &#65;",
    "é ĳ 😀 👩‍👩‍👧 e\u0301",
    "שלום עליכם مرحبا",
    "twee  spaties\u00a0en een harde",
    "regel\u2028scheiding en \u200b niets",
    "=1+1 @x +y -z \\1 \\g<0> %s {0}",
)
"""Texts that XML, Word, Excel, the template engine or a regular expression could take for their own."""


def blok(tekst: str = "Tekst.", vorm: Vorm = "alinea") -> Blok:
    """Return a paragraph of plain text."""
    return Blok(vorm, als_runs(tekst))


def kernaanpak(nummer: int, **anders: Any) -> Kernaanpak:
    """Return a kernaanpak with one cluster of one row."""
    rij = Tabelrij(
        groep="Jongeren",
        mogelijkheid=(blok("Mogelijkheid"),),
        activiteiten=(Activiteit("Nieuw", (blok("We starten."),)),),
        factoren=(blok("Alle factoren."),),
    )
    return replace(
        Kernaanpak(
            nummer=nummer,
            titel=f"Titel {nummer}",
            factoren=("Bewegen", "Stress"),
            opgroeien=False,
            inhoud=(blok("Inhoud."),),
            samenhang=(blok("Samenhang."),),
            aanpak=(blok("Aanpak."),),
            clusters=(Cluster("", f"Cluster {nummer}", (blok("Inleiding."),), (rij,)),),
        ),
        **anders,
    )


def gegevens(wijken: tuple[str, ...]) -> Wijkgegevens:
    """Return figures with a column for every wijk and one for the gemeente."""
    kolommen = (*wijken, "Amersfoort")
    rijen = [
        ("", "Aantal inwoners", "16.230", "2025, BRP"),
        ("Leeftijdsopbouw", "0 t/m 17 jaar", "23,1%", "2025, BRP"),
        ("Leeftijdsopbouw", "18 t/m 64 jaar", "60,9%", "2025, BRP"),
        ("Eigendom woning", "Particuliere huurwoningen", "x", "2024, BAG/WOZ"),
    ]
    return Wijkgegevens(
        kolommen,
        tuple(Indicator(groep, naam, (waarde,) * len(kolommen), bron) for groep, naam, waarde, bron in rijen),
    )


def afbeelding(pad: Path, plaats: str = "Opening", nummer: int | None = None, **anders: Any) -> Afbeelding:
    """Return a picture at a place of the plan."""
    return replace(Afbeelding(pad, plaats, nummer, "Wat er te zien is.", (), load_picture(pad)), **anders)


def plan(**anders: Any) -> Wijkplan:
    """Return a plan of an invented wijk; `anders` replaces its fields."""
    return replace(
        Wijkplan(
            sleutel="oost",
            gemeente=Gemeente("Gemeente Voorbeeld", (Colofonregel(kopje=True, runs=als_runs("Postadres")),)),
            naam="Oost",
            afkorting="O",
            wijken=("Oost",),
            periode=(2026, 2030),
            definitief=True,
            versie="",
            datum=None,
            wijkprofiel="",
            volgorde_zin="",
            status_voor_tekst=True,
            wijkgegevens=gegevens(("Oost",)),
            samenvatting=(blok("Samenvatting."),),
            themas=(Thema("Meedoen", (blok("Thematekst."),)),),
            rangorde=Rangorde((Factor("Bewegen", 1, gedeeld=False), Factor("Stress", 2, gedeeld=False)), ()),
            kernaanpakken=(kernaanpak(1), kernaanpak(2)),
            organisaties=("Buurthuis",),
            afbeeldingen=(),
        ),
        **anders,
    )


def maak(gevraagd: Wijkplan, sjabloon: Path = SJABLOON) -> WordPlan:
    """Make the Word file of a plan, as the pipeline does."""
    return finish(render(sjabloon, gevraagd), gevraagd)


def bewaar(gevraagd: Wijkplan, pad: Path, sjabloon: Path = SJABLOON) -> Path:
    """Make the Word file of a plan and write it to a file."""
    pad.write_bytes(maak(gevraagd, sjabloon).als_bytes())
    return pad


def lees(gevraagd: Wijkplan, map_werk: Path, sjabloon: Path = SJABLOON) -> Document:
    """Make the Word file of a plan and read what it holds."""
    return lees_document(bewaar(gevraagd, map_werk / "gelezen.docx", sjabloon))


def met_link(tekst: str, doel: str) -> Blok:
    """Return a paragraph with one link."""
    return Blok("alinea", (Run("Zie "), Run(tekst, doel=doel), Run(".")))


def deel(docx: Path, naam: str = DOCUMENT) -> Any:
    """Return a part of a Word file as XML."""
    with zipfile.ZipFile(docx) as pakket:
        return etree.fromstring(pakket.read(naam))


def ander_pakket(bron: Path, doel: Path, wijziging: Callable[[str], str], naam: str = DOCUMENT) -> Path:
    """Copy a Word file with one part changed; the change must change something."""
    with zipfile.ZipFile(bron) as oud, zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for onderdeel in oud.namelist():
            inhoud = oud.read(onderdeel)
            if onderdeel == naam:
                tekst = inhoud.decode("utf-8")
                gewijzigd = wijziging(tekst)
                assert gewijzigd != tekst
                inhoud = gewijzigd.encode("utf-8")
            nieuw.writestr(onderdeel, inhoud)
    return doel
