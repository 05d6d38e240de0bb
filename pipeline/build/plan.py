"""The whole plan from the sheets of its workbook and of gemeente.xlsx."""

from __future__ import annotations

from pathlib import Path

from pipeline.bevinding import Bevinding, Plaats
from pipeline.build.bijlagen import maak_clusters
from pipeline.build.picture_rows import build_pictures
from pipeline.build.ranking import maak_rangorde
from pipeline.build.teksten import Teksten, maak_teksten, open_blok
from pipeline.build.waarden import Waarden, namen
from pipeline.markup import als_runs
from pipeline.model import (
    OPEN,
    Blok,
    Blokken,
    Cluster,
    Colofonregel,
    Gemeente,
    Indicator,
    Kernaanpak,
    Wijkgegevens,
    Wijkplan,
    open_plek,
)
from pipeline.names import choose, key
from pipeline.workbook.bladen import GemeenteBladen, WijkBladen
from pipeline.workbook.sheets import (
    DEFINITIEF,
    VOOR_DE_TEKST,
    OrganisatieRij,
    WijkgegevenRij,
)
from pipeline.workbook.sheets_aanpak import AANPAK, GEEN_TABEL, INHOUD, OPGROEIEN, SAMENHANG, KernaanpakRij
from pipeline.workbook.sheets_gemeente import KOPJE, ColofonRij


def bouw_wijkplan(
    sleutel: str,
    wijk: WijkBladen,
    gemeente: GemeenteBladen,
    map_afbeeldingen: Path,
    bevindingen: list[Bevinding],
) -> tuple[Wijkplan, list[tuple[str, Plaats]]] | None:
    """Build the plan of one wijk.

    Adds what is wrong to `bevindingen`; returns None when that leaves no plan at all.  Beside the
    plan it returns the references that people typed, with their cells: whether their targets exist
    shows only in the document.
    """
    waarden = Waarden(bevindingen)
    for rij in (*wijk.rijen(), *gemeente.rijen()):
        waarden.controleer_rij(rij)
    genummerd = _genummerd(wijk.kernaanpakken, waarden)
    nummers = tuple(genummerd)
    teksten = maak_teksten(wijk.teksten, nummers, waarden)
    zonder_tabel = frozenset(nummer for nummer, rij in genummerd.items() if _zonder_tabel(rij))
    clusters = maak_clusters(wijk.clusters, wijk.activiteiten, nummers, zonder_tabel, waarden)
    kernaanpakken = _kernaanpakken(genummerd, teksten, clusters, waarden)
    wijkgegevens = _wijkgegevens(wijk.wijkgegevens, waarden)
    rangorde = maak_rangorde(wijk.factoren, waarden)
    afbeeldingen = build_pictures(wijk.afbeeldingen, map_afbeeldingen, nummers, waarden)
    plan, uitgever = wijk.plan, gemeente.gemeente
    if plan is None or uitgever is None:
        return None
    begin, eind = waarden.jaar(plan.periode_van), waarden.jaar(plan.periode_tot)
    if bool(begin) != bool(eind):
        cel = plan.periode_van if begin else plan.periode_tot
        waarden.meld("periode-onvolledig", cel.plaats, str(begin or eind))
    wijkplan = Wijkplan(
        sleutel=sleutel,
        gemeente=Gemeente(uitgever.naam.tekst, _colofon(gemeente.colofon, waarden)),
        naam=waarden.tekst(plan.wijkcombinatie, "naam wijkcombinatie"),
        afkorting=waarden.tekst(plan.afkorting, "afkorting"),
        wijken=namen(plan.wijken),
        periode=(begin, eind) if begin and eind else None,
        definitief=choose(plan.status.tekst, (DEFINITIEF,)) is not None,
        versie=plan.versie.tekst,
        datum=waarden.datum(plan.datum),
        wijkprofiel=waarden.webadres(plan.wijkprofiel),
        volgorde_zin=plan.volgorde_zin.tekst.strip(),
        status_voor_tekst=choose(plan.plaats_status.tekst, (VOOR_DE_TEKST,)) is not None,
        wijkgegevens=wijkgegevens,
        samenvatting=teksten.samenvatting,
        themas=teksten.themas,
        rangorde=rangorde,
        kernaanpakken=kernaanpakken,
        organisaties=tuple(waarden.tekst(rij.organisatie, "organisatie") for rij in wijk.organisaties)
        or (open_plek("organisaties", OrganisatieRij.blad),),
        afbeeldingen=afbeeldingen,
    )
    return wijkplan, waarden.verwijzingen


def _genummerd(rijen: list[KernaanpakRij], waarden: Waarden) -> dict[int, KernaanpakRij]:
    """Return the kernaanpakken by their numbers, which must be 1, 2, 3 ...

    One whose number cannot be used stands in a concept as the last, so that nothing of it is lost.
    """
    per_nummer: dict[int, KernaanpakRij] = {}
    rest: list[KernaanpakRij] = []
    for rij in rijen:
        nummer = waarden.getal(rij.nummer)
        if nummer in per_nummer:
            waarden.meld("kernaanpak-dubbel", rij.nummer.plaats, str(nummer))
        if nummer is None or nummer in per_nummer:
            rest.append(rij)
        else:
            per_nummer[nummer] = rij
    goed = list(range(1, len(per_nummer) + 1))
    if sorted(per_nummer) != goed:
        plaats = rijen[0].nummer.plaats
        waarden.meld(
            "kernaanpak-nummering",
            plaats.van_blad(),
            ", ".join(map(str, per_nummer)),
            ", ".join(map(str, goed)),
        )
    laatste = max(per_nummer, default=0)
    return dict(sorted(per_nummer.items())) | dict(enumerate(rest, laatste + 1))


def _colofon(rijen: list[ColofonRij], waarden: Waarden) -> tuple[Colofonregel, ...]:
    return tuple(
        Colofonregel(choose(rij.soort.tekst, (KOPJE,)) is not None, waarden.runs(rij.tekst)) for rij in rijen
    )


def _wijkgegevens(rijen: list[WijkgegevenRij], waarden: Waarden) -> Wijkgegevens:
    kolommen = tuple(rijen[0].vrij) if rijen else ()
    if rijen and not kolommen:
        plaats = rijen[0].indicator.plaats
        waarden.meld("geen-cijferkolommen", plaats.van_blad())
    indicatoren: list[Indicator] = []
    for rij in rijen:
        jaar = waarden.peiljaar(rij.jaar)
        bron = f"{jaar or OPEN}, {OPEN if rij.bron.leeg else rij.bron.tekst}"
        cijfers = tuple(rij.vrij[kop].tekst.strip() or OPEN for kop in kolommen)
        naam = waarden.tekst(rij.indicator, "indicator")
        groep = _groep(rij, indicatoren, waarden)
        indicatoren.append(Indicator(groep, naam, cijfers, bron))
    if not indicatoren:
        indicatoren.append(Indicator("", open_plek("wijkgegevens", WijkgegevenRij.blad), (), OPEN))
    return Wijkgegevens(kolommen, tuple(indicatoren))


def _groep(rij: WijkgegevenRij, erboven: list[Indicator], waarden: Waarden) -> str:
    """Return the heading of a row; that of the row above where it has none, or the same to a reader."""
    vorige = erboven[-1].groep if erboven else ""
    if rij.groep.leeg:
        return vorige
    if rij.groep.key != key(vorige):
        return rij.groep.tekst.strip()
    waarden.meld_anders_getypt(rij.groep, vorige)
    return vorige


def _zonder_tabel(rij: KernaanpakRij) -> bool:
    return choose(rij.tabel.tekst, (GEEN_TABEL,)) is not None


def _zin_zonder_tabel(rij: KernaanpakRij, waarden: Waarden) -> Blokken:
    """Return what the plan says instead of a table; nothing for a kernaanpak that has one."""
    zin = waarden.blokken(rij.zin_zonder_tabel)
    if not _zonder_tabel(rij):
        if zin:
            waarden.meld("zin-niet-gevraagd", rij.zin_zonder_tabel.plaats)
        return ()
    if not zin:
        plaats = rij.zin_zonder_tabel.plaats
        waarden.meld("zin-ontbreekt", plaats if plaats.cel else rij.tabel.plaats)
        return (Blok("alinea", als_runs(open_plek("zin van de kernaanpak zonder tabel", rij.blad))),)
    return zin


def _kernaanpakken(
    genummerd: dict[int, KernaanpakRij],
    teksten: Teksten,
    clusters: dict[int, tuple[Cluster, ...]],
    waarden: Waarden,
) -> tuple[Kernaanpak, ...]:
    if not genummerd:
        titel = open_plek("kernaanpakken", KernaanpakRij.blad)
        inhoud, samenhang, aanpak = (
            teksten.per_kernaanpak.get((1, onderdeel), ()) for onderdeel in (INHOUD, SAMENHANG, AANPAK)
        )
        return (Kernaanpak(1, titel, (titel,), False, inhoud, samenhang, aanpak, clusters.get(1, ())),)
    return tuple(
        Kernaanpak(
            nummer=nummer,
            titel=waarden.tekst(rij.titel, "titel van de kernaanpak"),
            factoren=namen(rij.factoren) or (open_plek("factoren van de kernaanpak", rij.blad),),
            opgroeien=choose(rij.vaste_tekst.tekst, (OPGROEIEN,)) is not None,
            inhoud=teksten.per_kernaanpak.get((nummer, INHOUD)) or open_blok(INHOUD),
            samenhang=teksten.per_kernaanpak.get((nummer, SAMENHANG)) or open_blok(SAMENHANG),
            aanpak=teksten.per_kernaanpak.get((nummer, AANPAK), ()),
            clusters=clusters.get(nummer, ()),
            zonder_tabel=_zin_zonder_tabel(rij, waarden),
        )
        for nummer, rij in genummerd.items()
    )
