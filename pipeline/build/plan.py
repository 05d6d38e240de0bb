"""The whole plan from the sheets of its workbook and of gemeente.xlsx."""

from __future__ import annotations

from pathlib import Path

from pipeline.bevinding import Bevinding, Plaats
from pipeline.build.bijlagen import maak_clusters
from pipeline.build.ranking import maak_rangorde
from pipeline.build.teksten import Teksten, maak_teksten
from pipeline.build.waarden import Waarden, controleer_kernaanpak, namen
from pipeline.model import (
    Afbeelding,
    Cluster,
    Colofonregel,
    Gemeente,
    Indicator,
    Kernaanpak,
    Wijkgegevens,
    Wijkplan,
)
from pipeline.workbook.bladen import GemeenteBladen, WijkBladen
from pipeline.workbook.cel import Cel
from pipeline.workbook.sheets import (
    AANPAK,
    DEFINITIEF,
    INHOUD,
    OPGROEIEN,
    PLAATSEN_KERNAANPAK,
    SAMENHANG,
    VOOR_DE_TEKST,
    AfbeeldingRij,
    KernaanpakRij,
    WijkgegevenRij,
)

BEELDSOORTEN = (".png", ".jpg", ".jpeg")


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
    if wijk.plan is None or gemeente.gemeente is None:
        return None
    plan = wijk.plan
    nummers = _nummers(wijk.kernaanpakken, waarden)
    teksten = maak_teksten(wijk.teksten, nummers, waarden)
    clusters = maak_clusters(wijk.clusters, wijk.activiteiten, nummers, waarden)
    wijkplan = Wijkplan(
        sleutel=sleutel,
        gemeente=Gemeente(
            gemeente.gemeente.naam.tekst,
            tuple(
                Colofonregel(rij.soort.tekst.strip() == "kopje", waarden.runs(rij.tekst))
                for rij in gemeente.colofon
            ),
        ),
        naam=plan.wijkcombinatie.tekst,
        afkorting=plan.afkorting.tekst,
        wijken=namen(plan.wijken),
        periode=(waarden.jaar(plan.periode_van) or 0, waarden.jaar(plan.periode_tot) or 0),
        definitief=plan.status.tekst.strip() == DEFINITIEF,
        versie=plan.versie.tekst,
        datum=waarden.datum(plan.datum),
        wijkprofiel=plan.wijkprofiel.tekst.strip(),
        volgorde_zin=plan.volgorde_zin.tekst.strip(),
        status_voor_tekst=plan.plaats_status.tekst.strip() == VOOR_DE_TEKST,
        wijkgegevens=_wijkgegevens(wijk.wijkgegevens, waarden),
        samenvatting=teksten.samenvatting,
        themas=teksten.themas,
        rangorde=maak_rangorde(wijk.factoren, waarden),
        kernaanpakken=_kernaanpakken(wijk.kernaanpakken, teksten, clusters, waarden),
        organisaties=tuple(rij.organisatie.tekst for rij in wijk.organisaties),
        afbeeldingen=_afbeeldingen(wijk.afbeeldingen, map_afbeeldingen, nummers, waarden),
    )
    return wijkplan, waarden.verwijzingen


def _nummers(rijen: list[KernaanpakRij], waarden: Waarden) -> tuple[int, ...]:
    """Return the numbers of the kernaanpakken, which must be 1, 2, 3 ..."""
    nummers: list[int] = []
    for rij in rijen:
        nummer = waarden.getal(rij.nummer)
        if nummer is None:
            continue
        if nummer in nummers:
            waarden.meld("kernaanpak-dubbel", rij.nummer.plaats, str(nummer))
        else:
            nummers.append(nummer)
    goed = list(range(1, len(nummers) + 1))
    if nummers and sorted(nummers) != goed:
        plaats = rijen[0].nummer.plaats
        waarden.meld(
            "kernaanpak-nummering",
            Plaats(plaats.bestand, plaats.blad),
            ", ".join(map(str, nummers)),
            ", ".join(map(str, goed)),
        )
    return tuple(sorted(nummers))


def _wijkgegevens(rijen: list[WijkgegevenRij], waarden: Waarden) -> Wijkgegevens:
    kolommen = tuple(rijen[0].vrij) if rijen else ()
    indicatoren = []
    for rij in rijen:
        jaar = waarden.jaar(rij.jaar)
        bron = ", ".join(deel for deel in (str(jaar or ""), rij.bron.tekst) if deel)
        for kop in kolommen:
            if rij.vrij[kop].leeg:
                waarden.meld("waarde-ontbreekt", rij.vrij[kop].plaats, aanvulling=f"het cijfer van {kop}")
        cijfers = tuple(rij.vrij[kop].tekst.strip() for kop in kolommen)
        indicatoren.append(Indicator(rij.groep.tekst.strip(), rij.indicator.tekst, cijfers, bron))
    return Wijkgegevens(kolommen, tuple(indicatoren))


def _kernaanpakken(
    rijen: list[KernaanpakRij],
    teksten: Teksten,
    clusters: dict[int, tuple[Cluster, ...]],
    waarden: Waarden,
) -> tuple[Kernaanpak, ...]:
    genummerd = [(nummer, rij) for rij in rijen if (nummer := waarden.getal(rij.nummer)) is not None]
    return tuple(
        Kernaanpak(
            nummer=nummer,
            titel=rij.titel.tekst,
            factoren=namen(rij.factoren),
            opgroeien=rij.vaste_tekst.tekst.strip() == OPGROEIEN,
            inhoud=teksten.per_kernaanpak.get((nummer, INHOUD), ()),
            samenhang=teksten.per_kernaanpak.get((nummer, SAMENHANG), ()),
            aanpak=teksten.per_kernaanpak.get((nummer, AANPAK), ()),
            clusters=clusters.get(nummer, ()),
        )
        for nummer, rij in sorted(genummerd, key=lambda paar: paar[0])
    )


def _afbeeldingen(
    rijen: list[AfbeeldingRij], map_afbeeldingen: Path, nummers: tuple[int, ...], waarden: Waarden
) -> tuple[Afbeelding, ...]:
    afbeeldingen = []
    for rij in rijen:
        pad = _beeldpad(rij.bestand, map_afbeeldingen, waarden)
        plaats = rij.plaats.tekst.strip()
        nummer = None
        if plaats in PLAATSEN_KERNAANPAK:
            nummer = controleer_kernaanpak(rij.kernaanpak, nummers, waarden)
        elif not rij.kernaanpak.leeg:
            waarden.meld("kernaanpak-niet-gevraagd", rij.kernaanpak.plaats, rij.kernaanpak.tekst, plaats)
        if pad is not None:
            afbeeldingen.append(
                Afbeelding(pad, plaats, nummer, rij.alt_tekst.tekst, waarden.runs(rij.bijschrift))
            )
    return tuple(afbeeldingen)


def _beeldpad(cel: Cel, map_afbeeldingen: Path, waarden: Waarden) -> Path | None:
    """Return the file of a picture; a name that leads out of the folder is as good as absent."""
    naam = cel.tekst.strip()
    if not naam:
        return None
    pad = map_afbeeldingen / naam
    if Path(naam).name != naam or not pad.is_file():
        waarden.meld("afbeelding-ontbreekt", cel.plaats, naam, str(map_afbeeldingen.name))
        return None
    if pad.suffix.lower() not in BEELDSOORTEN:
        waarden.meld("afbeelding-onleesbaar", cel.plaats, naam)
        return None
    return pad
