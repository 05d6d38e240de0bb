"""The bijlagen: clusters with their tables, and which rows make one row of a table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.build.waarden import Waarden, controleer_kernaanpak
from pipeline.markup import als_runs
from pipeline.model import Activiteit, Blok, Blokken, Cluster, Tabelrij, open_plek
from pipeline.workbook.sheets_aanpak import ActiviteitRij, ClusterRij

Sleutel = tuple[int, str]
"""A cluster is known by the number of its kernaanpak and its title."""


@dataclass
class _Open:
    """A row of a table while its rows in the workbook are still coming."""

    groep: str
    mogelijkheid: str
    blokken: Blokken
    activiteiten: list[Activiteit] = field(default_factory=list)
    factoren: list[Blok] = field(default_factory=list)

    def tabelrij(self) -> Tabelrij:
        return Tabelrij(self.groep, self.blokken, tuple(self.activiteiten), tuple(self.factoren))


def maak_clusters(
    clusters: list[ClusterRij],
    activiteiten: list[ActiviteitRij],
    nummers: tuple[int, ...],
    waarden: Waarden,
) -> dict[int, tuple[Cluster, ...]]:
    """Return the clusters per kernaanpak, in the order of the sheet, each with its table."""
    koppen: dict[Sleutel, ClusterRij] = {}
    for rij in clusters:
        nummer = controleer_kernaanpak(rij.kernaanpak, nummers, waarden)
        if nummer is None:
            continue
        sleutel = (nummer, rij.cluster.tekst.strip())
        if sleutel in koppen and not rij.cluster.leeg:
            waarden.meld("cluster-dubbel", rij.cluster.plaats, sleutel[1])
        koppen.setdefault(sleutel, rij)
    tabellen = _tabellen(activiteiten, tuple(koppen), nummers, waarden)
    per_kernaanpak: dict[int, list[Cluster]] = {}
    for sleutel, rij in koppen.items():
        cluster = Cluster(
            rij.kop_erboven.tekst,
            waarden.tekst(rij.cluster, "titel van het cluster"),
            waarden.blokken(rij.inleiding),
            tuple(open_rij.tabelrij() for open_rij in tabellen.get(sleutel, [])),
        )
        per_kernaanpak.setdefault(sleutel[0], []).append(cluster)
    return {nummer: _met_open_plek(per_kernaanpak.get(nummer, [])) for nummer in nummers}


def _met_open_plek(clusters: list[Cluster]) -> tuple[Cluster, ...]:
    """Mark what is still open in a bijlage: it has no clusters, or in none of them an activity."""
    if not clusters:
        return (Cluster("", open_plek("clusters", ClusterRij.blad), (), ()),)
    if not any(cluster.rijen for cluster in clusters):
        leeg = Blok("alinea", als_runs(open_plek("activiteiten", ActiviteitRij.blad)))
        clusters[-1] = replace(clusters[-1], inleiding=(*clusters[-1].inleiding, leeg))
    return tuple(clusters)


def _tabellen(
    rijen: list[ActiviteitRij], sleutels: tuple[Sleutel, ...], nummers: tuple[int, ...], waarden: Waarden
) -> dict[Sleutel, list[_Open]]:
    tabellen: dict[Sleutel, list[_Open]] = {}
    vorige: Sleutel | None = None
    for rij in rijen:
        nummer = controleer_kernaanpak(rij.kernaanpak, nummers, waarden)
        if nummer is None:
            continue
        sleutel = (nummer, rij.cluster.tekst.strip())
        if sleutel not in sleutels:
            # An empty cell has its own finding, and so has a sheet Clusters that gives no rows.
            if not rij.cluster.leeg and sleutels:
                bekend = ", ".join(titel for eigenaar, titel in sleutels if eigenaar == nummer)
                waarden.meld("cluster-onbekend", rij.cluster.plaats, sleutel[1], bekend)
            continue
        tabel = tabellen.setdefault(sleutel, [])
        if not tabel or vorige != sleutel or not _hoort_bij(tabel[-1], rij):
            groep, mogelijkheid = rij.groep.tekst.strip(), rij.mogelijkheid.tekst.strip()
            tabel.append(_Open(groep, mogelijkheid, waarden.blokken(rij.mogelijkheid)))
        _voeg_toe(tabel[-1], rij, waarden)
        vorige = sleutel
    return tabellen


def _hoort_bij(open_rij: _Open, rij: ActiviteitRij) -> bool:
    """Whether a row adds to the row above it: the same mogelijkheid, or none, in the same groep."""
    zelfde_groep = rij.groep.tekst.strip() == open_rij.groep
    return zelfde_groep and (rij.mogelijkheid.leeg or rij.mogelijkheid.tekst.strip() == open_rij.mogelijkheid)


def _voeg_toe(open_rij: _Open, rij: ActiviteitRij, waarden: Waarden) -> None:
    tekst = waarden.blokken(rij.basisactiviteit)
    if tekst or not rij.status.leeg:
        open_rij.activiteiten.append(Activiteit(rij.status.tekst.strip(), tekst))
    open_rij.factoren += [blok for blok in waarden.blokken(rij.factoren) if blok not in open_rij.factoren]
