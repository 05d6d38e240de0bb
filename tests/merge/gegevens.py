"""Changes in the data of a plan, each with words of its own, and the Word files that come of them."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from pipeline.check import lees
from pipeline.document.finish import finish
from pipeline.document.render import render
from pipeline.markup import Run
from pipeline.model import Activiteit, Blok, Cluster, Indicator, Kernaanpak, Tabelrij, Thema, Wijkplan
from pipeline.project import Project
from tests.conftest import WORTEL
from tests.merge.data_moves import DATA_MOVES

PROJECT = Project(WORTEL)
Wijziging = Callable[[Wijkplan, random.Random, str], Wijkplan]


@cache
def plan(wijk: str) -> Wijkplan:
    """Return a published plan."""
    return lees(PROJECT, wijk).plan


def word(gevraagd: Wijkplan, sjabloon: Path = PROJECT.sjabloon) -> bytes:
    """Return the Word file of a plan, as the pipeline makes it."""
    return finish(render(sjabloon, gevraagd), gevraagd).als_bytes()


@cache
def basis(wijk: str) -> bytes:
    """Return the Word file of a published plan."""
    return word(plan(wijk))


def verander(bron: Wijkplan, kans: random.Random, aantal: int) -> tuple[Wijkplan, list[str]]:
    """Return a plan with some changes in its data, and the names of those changes."""
    namen = []
    for _ in range(aantal):
        naam = kans.choice(sorted(WIJZIGINGEN))
        bron = WIJZIGINGEN[naam](bron, kans, f"gegeven{kans.randrange(10**6):06d}")
        namen.append(naam)
    return bron, namen


def _indicatoren(bron: Wijkplan, rijen: list[Indicator]) -> Wijkplan:
    return replace(bron, wijkgegevens=replace(bron.wijkgegevens, indicatoren=tuple(rijen)))


def cijfer(bron: Wijkplan, kans: random.Random, _merk: str) -> Wijkplan:
    rijen = list(bron.wijkgegevens.indicatoren)
    for _ in range(kans.randint(1, 4)):
        plek = kans.randrange(len(rijen))
        waarden = list(rijen[plek].waarden)
        waarden[kans.randrange(len(waarden))] = f"{kans.randrange(1000, 9999)},{kans.randrange(10)}%"
        rijen[plek] = replace(rijen[plek], waarden=tuple(waarden))
    return _indicatoren(bron, rijen)


def indicator_naam(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    rijen = list(bron.wijkgegevens.indicatoren)
    plek = kans.randrange(len(rijen))
    rijen[plek] = replace(rijen[plek], naam=f"{rijen[plek].naam} {merk}")
    return _indicatoren(bron, rijen)


def indicator_erbij(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    rijen = list(bron.wijkgegevens.indicatoren)
    plek = kans.randrange(len(rijen))
    nieuw = replace(
        rijen[plek], naam=merk, waarden=tuple(f"{kans.randrange(99)}%" for _ in rijen[plek].waarden)
    )
    rijen.insert(plek + kans.randint(0, 1), nieuw)
    return _indicatoren(bron, rijen)


def indicator_weg(bron: Wijkplan, kans: random.Random, _merk: str) -> Wijkplan:
    rijen = list(bron.wijkgegevens.indicatoren)
    del rijen[kans.randrange(len(rijen))]
    return _indicatoren(bron, rijen)


def indicator_verplaatst(bron: Wijkplan, kans: random.Random, _merk: str) -> Wijkplan:
    rijen = list(bron.wijkgegevens.indicatoren)
    rijen.insert(kans.randrange(len(rijen)), rijen.pop(kans.randrange(len(rijen))))
    return _indicatoren(bron, rijen)


def kolom_erbij(bron: Wijkplan, _kans: random.Random, merk: str) -> Wijkplan:
    gegevens = bron.wijkgegevens
    rijen = [
        replace(rij, waarden=(*rij.waarden[:-1], "7", *rij.waarden[-1:])) for rij in gegevens.indicatoren
    ]
    kolommen = (*gegevens.kolommen[:-1], merk, *gegevens.kolommen[-1:])
    return replace(bron, wijkgegevens=replace(gegevens, kolommen=kolommen, indicatoren=tuple(rijen)))


def kolom_weg(bron: Wijkplan, _kans: random.Random, _merk: str) -> Wijkplan:
    gegevens = bron.wijkgegevens
    if len(gegevens.kolommen) < 3:
        return bron
    rijen = [replace(rij, waarden=rij.waarden[1:]) for rij in gegevens.indicatoren]
    nieuw = replace(gegevens, kolommen=gegevens.kolommen[1:], indicatoren=tuple(rijen))
    return replace(bron, wijkgegevens=nieuw)


def naam(bron: Wijkplan, _kans: random.Random, merk: str) -> Wijkplan:
    return replace(bron, naam=f"{bron.naam} {merk}")


def anders(blok: Blok, kans: random.Random, merk: str) -> Blok:
    """Change one word of a block."""
    runs = list(blok.runs)
    plek = kans.randrange(len(runs))
    woorden = runs[plek].tekst.split(" ")
    woorden[kans.randrange(len(woorden))] = merk
    runs[plek] = replace(runs[plek], tekst=" ".join(woorden))
    return replace(blok, runs=tuple(runs))


def _blokken(blokken: tuple[Blok, ...], kans: random.Random, merk: str) -> tuple[Blok, ...]:
    """Change, add or take out one block of prose."""
    uit = list(blokken)
    soort = kans.choice(["anders", "anders", "erbij", "weg"])
    if not uit or soort == "erbij":
        vorm = kans.choice(uit).vorm if uit else "alinea"
        uit.insert(kans.randint(0, len(uit)), Blok(vorm, (Run(f"Nieuwe zin {merk} over de wijk."),)))
    elif soort == "weg" and len(uit) > 1:
        del uit[kans.randrange(len(uit))]
    else:
        plek = kans.randrange(len(uit))
        uit[plek] = anders(uit[plek], kans, merk)
    return tuple(uit)


def samenvatting(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    return replace(bron, samenvatting=_blokken(bron.samenvatting, kans, merk))


def thema_verplaatst(bron: Wijkplan, kans: random.Random, _merk: str) -> Wijkplan:
    themas = list(bron.themas)
    themas.insert(kans.randrange(len(themas)), themas.pop(kans.randrange(len(themas))))
    return replace(bron, themas=tuple(themas))


def vet(bron: Wijkplan, kans: random.Random, _merk: str) -> Wijkplan:
    """Make a paragraph bold, or plain when it was."""
    blokken = list(bron.samenvatting)
    plek = kans.randrange(len(blokken))
    runs = tuple(replace(run, vet=not run.vet) for run in blokken[plek].runs)
    blokken[plek] = replace(blokken[plek], runs=runs)
    return replace(bron, samenvatting=tuple(blokken))


def thema(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    themas = list(bron.themas)
    plek = kans.randrange(len(themas))
    soort = kans.choice(["tekst", "tekst", "titel", "erbij", "weg"])
    if soort == "erbij":
        themas.insert(plek, Thema(f"Thema {merk}", (Blok("alinea", (Run(f"Tekst van {merk}."),)),)))
    elif soort == "weg" and len(themas) > 1:
        del themas[plek]
    elif soort == "titel":
        themas[plek] = replace(themas[plek], titel=f"{themas[plek].titel} {merk}")
    else:
        themas[plek] = replace(themas[plek], tekst=_blokken(themas[plek].tekst, kans, merk))
    return replace(bron, themas=tuple(themas))


def _kernaanpak(bron: Wijkplan, kans: random.Random, anders: Callable[[Kernaanpak], Kernaanpak]) -> Wijkplan:
    lijst = list(bron.kernaanpakken)
    plek = kans.randrange(len(lijst))
    lijst[plek] = anders(lijst[plek])
    return replace(bron, kernaanpakken=tuple(lijst))


def kernaanpak_tekst(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    deel = kans.choice(["inhoud", "samenhang", "aanpak"])
    return _kernaanpak(
        bron,
        kans,
        lambda k: replace(k, **cast("dict[str, Any]", {deel: _blokken(getattr(k, deel), kans, merk)})),
    )


def kernaanpak_factor(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    return _kernaanpak(bron, kans, lambda k: replace(k, factoren=(*k.factoren[:1], merk, *k.factoren[2:])))


def kernaanpak_weg(bron: Wijkplan, kans: random.Random, _merk: str) -> Wijkplan:
    lijst = list(bron.kernaanpakken)
    if len(lijst) > 1:
        del lijst[kans.randrange(len(lijst))]
    return replace(bron, kernaanpakken=tuple(replace(k, nummer=n) for n, k in enumerate(lijst, 1)))


def kernaanpak_erbij(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    return met_kernaanpak(bron, kans.randint(0, len(bron.kernaanpakken)), merk)


def met_kernaanpak(bron: Wijkplan, plek: int, merk: str) -> Wijkplan:
    """Return a plan with a kernaanpak more, before the one with this number."""
    lijst = list(bron.kernaanpakken)
    cel = (Blok("alinea", (Run(f"Cel {merk}"),)),)
    rij = Tabelrij("", cel, (Activiteit("Nieuw", cel),), cel)
    nieuw = replace(
        lijst[0],
        titel=f"Aanpak {merk}",
        inhoud=(Blok("alinea", (Run(f"Inhoud {merk}."),)),),
        clusters=(Cluster("", f"Cluster {merk}", (), (rij,)),),
    )
    lijst.insert(plek, nieuw)
    return replace(bron, kernaanpakken=tuple(replace(k, nummer=n) for n, k in enumerate(lijst, 1)))


def _rijen(
    bron: Wijkplan, kans: random.Random, anders: Callable[[list[Tabelrij]], list[Tabelrij]]
) -> Wijkplan:
    def in_kernaanpak(kernaanpak: Kernaanpak) -> Kernaanpak:
        clusters = list(kernaanpak.clusters)
        plek = kans.randrange(len(clusters))
        clusters[plek] = replace(clusters[plek], rijen=tuple(anders(list(clusters[plek].rijen))))
        return replace(kernaanpak, clusters=tuple(clusters))

    return _kernaanpak(bron, kans, in_kernaanpak)


def rij(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    def anders(rijen: list[Tabelrij]) -> list[Tabelrij]:
        soort = kans.choice(["erbij", "weg", "verplaatst", "mogelijkheid", "activiteit"])
        plek = kans.randrange(len(rijen)) if rijen else 0
        if not rijen or soort == "erbij":
            cel = (Blok("alinea", (Run(f"Mogelijkheid {merk}"),)),)
            groep = rijen[plek].groep if rijen else ""
            rijen.insert(plek, Tabelrij(groep, cel, (Activiteit("Nieuw", cel),), cel))
        elif soort == "weg" and len(rijen) > 1:
            del rijen[plek]
        elif soort == "verplaatst":
            rijen.insert(kans.randrange(len(rijen)), rijen.pop(plek))
        elif soort == "mogelijkheid":
            rijen[plek] = replace(rijen[plek], mogelijkheid=_blokken(rijen[plek].mogelijkheid, kans, merk))
        else:
            activiteiten = list(rijen[plek].activiteiten)
            if not activiteiten or kans.random() < 0.5:
                cel = (Blok(kans.choice(["alinea", "opsomming"]), (Run(f"Activiteit {merk}"),)),)
                activiteiten.insert(kans.randint(0, len(activiteiten)), Activiteit("Verbeteren", cel))
            else:
                n = kans.randrange(len(activiteiten))
                activiteiten[n] = replace(activiteiten[n], tekst=_blokken(activiteiten[n].tekst, kans, merk))
            rijen[plek] = replace(rijen[plek], activiteiten=tuple(activiteiten))
        return rijen

    return _rijen(bron, kans, anders)


def cluster(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    def anders(kernaanpak: Kernaanpak) -> Kernaanpak:
        clusters = list(kernaanpak.clusters)
        plek = kans.randrange(len(clusters))
        if kans.random() < 0.5 or len(clusters) == 1:
            clusters.insert(plek, replace(clusters[plek], titel=f"Cluster {merk}"))
        else:
            del clusters[plek]
        return replace(kernaanpak, clusters=tuple(clusters))

    return _kernaanpak(bron, kans, anders)


def organisatie(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    lijst = list(bron.organisaties)
    plek = kans.randrange(len(lijst))
    soort = kans.choice(["erbij", "weg", "anders"])
    if soort == "erbij":
        lijst.insert(plek, f"Organisatie {merk}")
    elif soort == "weg" and len(lijst) > 1:
        del lijst[plek]
    else:
        lijst[plek] = f"{lijst[plek]} {merk}"
    return replace(bron, organisaties=tuple(lijst))


def factor(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    top = list(bron.rangorde.top)
    plek = kans.randrange(len(top))
    if kans.random() < 0.5:
        top[plek] = replace(top[plek], naam=f"Factor {merk}")
    else:
        top.insert(kans.randrange(len(top)), top.pop(plek))
    return replace(bron, rangorde=replace(bron.rangorde, top=tuple(top)))


def factoren_verwisseld(bron: Wijkplan, kans: random.Random, _merk: str) -> Wijkplan:
    """Give two factoren each other's place."""
    top = list(bron.rangorde.top)
    a, b = kans.sample(range(len(top)), 2)
    top[a], top[b] = top[b], top[a]
    return replace(bron, rangorde=replace(bron.rangorde, top=tuple(top)))


def organisaties_gesorteerd(bron: Wijkplan, kans: random.Random, _merk: str) -> Wijkplan:
    lijst = sorted(bron.organisaties, key=str.casefold, reverse=kans.random() < 0.5)
    return replace(bron, organisaties=tuple(lijst))


def buren_herschreven(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    """Write two or three texts that stand side by side anew."""
    blokken = list(bron.samenvatting)
    plek = kans.randrange(len(blokken))
    for nummer, blok in enumerate(blokken[plek : plek + kans.randint(2, 3)]):
        tekst = f"Alles is hier anders {merk}{nummer}, van het eerste tot het laatste woord {nummer}."
        blokken[plek + nummer] = replace(blok, runs=(Run(tekst),))
    return replace(bron, samenvatting=tuple(blokken))


def kernaanpak_vervangen(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    """Put another kernaanpak in the place of one."""
    plek = kans.randrange(len(bron.kernaanpakken))
    met = list(met_kernaanpak(bron, plek, merk).kernaanpakken)
    del met[plek + 1]
    return replace(bron, kernaanpakken=tuple(replace(k, nummer=n) for n, k in enumerate(met, 1)))


def omslag(bron: Wijkplan, _kans: random.Random, merk: str) -> Wijkplan:
    """Another status, version and name in one go: all that the cover says."""
    return replace(bron, definitief=not bron.definitief, versie=merk, naam=f"{bron.naam} {merk}")


def versie(bron: Wijkplan, _kans: random.Random, merk: str) -> Wijkplan:
    return replace(bron, versie=merk, definitief=False)


WIJZIGINGEN: dict[str, Wijziging] = {
    functie.__name__: functie
    for functie in (
        *(cijfer, cijfer, indicator_naam, indicator_erbij, indicator_weg, indicator_verplaatst, kolom_erbij),
        *(naam, samenvatting, thema, kernaanpak_tekst, kernaanpak_factor, kernaanpak_weg, kernaanpak_erbij),
        *(rij, cluster, organisatie, factor, versie, kolom_weg, thema_verplaatst, vet, factoren_verwisseld),
        *(organisaties_gesorteerd, buren_herschreven, kernaanpak_vervangen, omslag),
        *DATA_MOVES,
    )
}


def inhoud(docx: bytes, naam: str = "word/document.xml") -> bytes:
    """Return a part of a Word file."""
    with zipfile.ZipFile(BytesIO(docx)) as pakket:
        return pakket.read(naam)
