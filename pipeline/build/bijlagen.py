"""The bijlagen: clusters with their tables, and which rows make one row of a table."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.build.waarden import Waarden, controleer_kernaanpak
from pipeline.markup import als_runs
from pipeline.model import Activiteit, Blok, Blokken, Cluster, Tabelrij, open_plek
from pipeline.names import choose, clean, key
from pipeline.spelling import near_miss
from pipeline.workbook.cel import Cel
from pipeline.workbook.sheets_aanpak import GEEN_TABEL, ActiviteitRij, ClusterRij

Sleutel = tuple[int, str]
"""A cluster is known by the number of its kernaanpak and the key of its title."""


@dataclass
class _OpenRow:
    """A row of a table while its rows in the workbook are still coming."""

    groep: str
    mogelijkheid: str
    blokken: Blokken
    activiteiten: list[Activiteit] = field(default_factory=list)
    factoren: list[Blok] = field(default_factory=list)

    def tabelrij(self) -> Tabelrij:
        return Tabelrij(self.groep, self.blokken, tuple(self.activiteiten), tuple(self.factoren))


@dataclass
class _Bijlagen:
    """The bijlagen while the rows of both sheets are still coming."""

    nummers: tuple[int, ...]
    waarden: Waarden
    clusters: dict[int, list[tuple[ClusterRij, list[_OpenRow]]]] = field(default_factory=dict)
    """Per kernaanpak every row of the sheet Clusters, with its table."""
    tables: dict[Sleutel, list[_OpenRow]] = field(default_factory=dict)
    """The table of every cluster that an activity can name."""
    titles: dict[Sleutel, str] = field(default_factory=dict)
    left_out: dict[int, dict[str, None]] = field(default_factory=dict)
    """Per kernaanpak the open places of rows that have no place, each once."""

    def add_cluster(self, rij: ClusterRij) -> None:
        """Take a row of the sheet Clusters; a second one of the same title keeps its own introduction."""
        nummer = controleer_kernaanpak(rij.kernaanpak, self.nummers, self.waarden)
        if nummer is None:
            self._leave_out(f"{_kernaanpak(rij.kernaanpak)} van {_cluster(rij.cluster)}", rij.blad)
            return
        table: list[_OpenRow] = []
        self.clusters.setdefault(nummer, []).append((rij, table))
        sleutel = (nummer, rij.cluster.key)
        if rij.cluster.leeg:
            return
        if sleutel in self.tables:
            self.waarden.meld("cluster-dubbel", rij.cluster.plaats, clean(rij.cluster.tekst))
        self.tables.setdefault(sleutel, table)
        self.titles.setdefault(sleutel, clean(rij.cluster.tekst))

    def add_activiteiten(self, rijen: list[ActiviteitRij]) -> None:
        """Take the rows of the sheet Activiteiten."""
        vorige: Sleutel | None = None
        for rij in rijen:
            nummer = controleer_kernaanpak(rij.kernaanpak, self.nummers, self.waarden)
            if nummer is None:
                self._leave_out(f"{_kernaanpak(rij.kernaanpak)} van {_activiteiten(rij)}", rij.blad)
                continue
            sleutel = (nummer, rij.cluster.key)
            tabel = self.tables.get(sleutel)
            if tabel is None:
                self._no_cluster(nummer, rij)
                continue
            if not tabel or vorige != sleutel or not _hoort_bij(tabel[-1], rij, self.waarden):
                groep = _same_as_above(rij.groep, tabel[-1].groep if tabel else "", self.waarden)
                mogelijkheid = rij.mogelijkheid
                tabel.append(_OpenRow(groep, mogelijkheid.tekst, self.waarden.blokken(mogelijkheid)))
            self._add(tabel[-1], rij)
            vorige = sleutel

    def of(self, nummer: int, *, geen_tabel: bool) -> tuple[Cluster, ...]:
        """Return the clusters of a kernaanpak; an open place where it lacks some, or any activity."""
        gevonden: list[Cluster] = []
        kop = ""
        for rij, tabel in self.clusters.get(nummer, []):
            kop = _same_as_above(rij.kop_erboven, kop, self.waarden)
            titel = self.waarden.tekst(rij.cluster, "titel van het cluster")
            inleiding = self.waarden.blokken(rij.inleiding)
            if _zonder_tabel(rij) and not inleiding:
                self.waarden.meld("zin-ontbreekt", rij.inleiding.plaats)
                inleiding = (_open_blok("inleiding van het cluster zonder tabel", rij.blad),)
            gevonden.append(Cluster(kop, titel, inleiding, tuple(open_rij.tabelrij() for open_rij in tabel)))
        zonder = [_zonder_tabel(rij) for rij, _ in self.clusters.get(nummer, [])]
        if not geen_tabel and not (zonder and all(zonder)):
            gevonden = _met_open_plek(gevonden)
        return (*gevonden, *(Cluster("", titel, (), ()) for titel in self.left_out.get(nummer, ())))

    def _no_cluster(self, nummer: int, rij: ActiviteitRij) -> None:
        """Report an activity whose cluster is not there; an empty cell has its own finding."""
        bekend = [titel for (eigenaar, _), titel in self.titles.items() if eigenaar == nummer]
        if not rij.cluster.leeg and (self.titles or not self.waarden.stopped):
            lijst = (", ".join(bekend) or "er staat er nog geen") + near_miss(rij.cluster.tekst, bekend)
            self.waarden.meld("cluster-onbekend", rij.cluster.plaats, clean(rij.cluster.tekst), lijst)
        self._leave_out(_activiteiten(rij), rij.blad, nummer)

    def _leave_out(self, wat: str, blad: str, nummer: int | None = None) -> None:
        plek = nummer or (self.nummers[-1] if self.nummers else 1)
        self.left_out.setdefault(plek, {})[open_plek(wat, blad)] = None

    def _add(self, open_row: _OpenRow, rij: ActiviteitRij) -> None:
        tekst = self.waarden.blokken(rij.basisactiviteit)
        if tekst or not rij.status.leeg:
            open_row.activiteiten.append(Activiteit(rij.status.tekst.strip(), tekst))
        nieuw = [blok for blok in self.waarden.blokken(rij.factoren) if blok not in open_row.factoren]
        open_row.factoren += nieuw


def maak_clusters(
    clusters: list[ClusterRij],
    activiteiten: list[ActiviteitRij],
    nummers: tuple[int, ...],
    zonder_tabel: frozenset[int],
    waarden: Waarden,
) -> dict[int, tuple[Cluster, ...]]:
    """Return the clusters per kernaanpak, in the order of the sheet, each with its table.

    What has no place leaves an open one: in its own bijlage, or else in the last.
    """
    bijlagen = _Bijlagen(nummers, waarden)
    for rij in clusters:
        bijlagen.add_cluster(rij)
    bijlagen.add_activiteiten(activiteiten)
    return {nummer: bijlagen.of(nummer, geen_tabel=nummer in zonder_tabel) for nummer in nummers or (1,)}


def _hoort_bij(open_row: _OpenRow, rij: ActiviteitRij, waarden: Waarden) -> bool:
    """Whether a row adds to the row above it: the same mogelijkheid, or none, in the same groep."""
    if rij.groep.key != key(open_row.groep):
        return False
    if rij.mogelijkheid.leeg:
        return True
    if rij.mogelijkheid.key != key(open_row.mogelijkheid):
        return False
    waarden.meld_anders_getypt(rij.mogelijkheid, open_row.mogelijkheid)
    waarden.meld_anders_getypt(rij.groep, open_row.groep)
    return True


def _met_open_plek(clusters: list[Cluster]) -> list[Cluster]:
    """Mark what is still open in a bijlage: it has no clusters, or in none of them an activity."""
    if not clusters:
        return [Cluster("", open_plek("clusters", ClusterRij.blad), (), ())]
    if any(cluster.rijen for cluster in clusters):
        return clusters
    leeg = _open_blok("activiteiten", ActiviteitRij.blad)
    return [*clusters[:-1], replace(clusters[-1], inleiding=(*clusters[-1].inleiding, leeg))]


def _same_as_above(cel: Cel, vorige: str, waarden: Waarden) -> str:
    """Return a heading; as it stands above where it is the same to a reader."""
    if cel.leeg:
        return ""
    if cel.key != key(vorige):
        return cel.tekst.strip()
    waarden.meld_anders_getypt(cel, vorige)
    return vorige


def _zonder_tabel(rij: ClusterRij) -> bool:
    return choose(rij.tabel.tekst, (GEEN_TABEL,)) is not None


def _open_blok(wat: str, blad: str) -> Blok:
    return Blok("alinea", als_runs(open_plek(wat, blad)))


def _kernaanpak(cel: Cel) -> str:
    return "kernaanpak" if cel.leeg else f"kernaanpak {clean(cel.tekst)[:20]}"


def _cluster(cel: Cel) -> str:
    return "een cluster" if cel.leeg else f"cluster '{clean(cel.tekst)[:60]}'"


def _activiteiten(rij: ActiviteitRij) -> str:
    return f"activiteiten van {_cluster(rij.cluster)}"
