"""Rules on rows that belong together and do not stand together, as after sorting a sheet."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from pipeline.bevinding import Bevinding
from pipeline.build.waarden import heel_getal
from pipeline.checks.invoer import Invoer, Regel
from pipeline.names import choose, clean
from pipeline.workbook.cel import Cel
from pipeline.workbook.sheets_aanpak import ONDERDELEN, ONDERDELEN_KERNAANPAK, ActiviteitRij, TekstRij

Row = tuple[Hashable, Cel]
"""What a row belongs to, and the cell that says so."""


def groepen(invoer: Invoer) -> Iterator[Bevinding]:
    """The rows of a groep stand below each other: the plan prints its heading anew where it returns."""
    activiteiten = [((_cluster(rij), rij.groep.key), rij.groep) for rij in invoer.wijk.activiteiten]
    cijfers: list[Row] = []
    for rij in invoer.wijk.wijkgegevens:
        # A row without a heading stands below the one above it.
        vorige = cijfers[-1][0] if cijfers else ""
        cijfers.append((vorige if rij.groep.leeg else rij.groep.key, rij.groep))
    for cel in (*_returns(activiteiten), *_returns(cijfers)):
        yield Bevinding("groep-verspreid", cel.plaats, clean(cel.tekst))


def koppen(invoer: Invoer) -> Iterator[Bevinding]:
    """The clusters below one heading stand below each other: the plan prints it anew where it returns."""
    per_nummer: dict[int | None, list[Row]] = {}
    for rij in invoer.wijk.clusters:
        per_nummer.setdefault(heel_getal(rij.kernaanpak), []).append((rij.kop_erboven.key, rij.kop_erboven))
    for rijen in per_nummer.values():
        for cel in _returns(rijen):
            yield Bevinding("kop-verspreid", cel.plaats, clean(cel.tekst))


def mogelijkheden(invoer: Invoer) -> Iterator[Bevinding]:
    """The rows of a mogelijkheid stand below each other: else they are two rows of the table."""
    per_cluster: dict[Hashable, list[Row]] = {}
    for rij in invoer.wijk.activiteiten:
        rijen = per_cluster.setdefault((_cluster(rij), rij.groep.key), [])
        if not rij.mogelijkheid.leeg:
            rijen.append((rij.mogelijkheid.key, rij.mogelijkheid))
    for rijen in per_cluster.values():
        for cel in _returns(rijen):
            yield Bevinding("mogelijkheid-verspreid", cel.plaats, clean(cel.tekst)[:80])


def clusters_en_teksten(invoer: Invoer) -> Iterator[Bevinding]:
    """The rows of a cluster, or of a part of the plan, come together in the plan; each is told once."""
    clusters = [(_cluster(rij), rij.cluster) for rij in invoer.wijk.activiteiten]
    for cel in _first(_returns(clusters)):
        yield Bevinding("rijen-verspreid", cel.plaats, f"het cluster '{clean(cel.tekst)}'")
    teksten = [(_deel(rij), rij.onderdeel) for rij in invoer.wijk.teksten]
    for cel in _first(_returns(teksten)):
        yield Bevinding("rijen-verspreid", cel.plaats, f"'{clean(cel.tekst)}'")


def _returns(rows: Iterable[Row]) -> Iterator[Cel]:
    """Give the cell of every row that belongs to what stood above, with something else in between."""
    previous: Hashable = None
    seen: set[Hashable] = set()
    for owner, cel in rows:
        if owner != previous and owner in seen and not cel.leeg:
            yield cel
        seen.add(owner)
        previous = owner


def _first(cells: Iterable[Cel]) -> Iterator[Cel]:
    """Give of cells with one name the first."""
    seen: set[str] = set()
    for cel in cells:
        if cel.key not in seen:
            yield cel
        seen.add(cel.key)


def _cluster(rij: ActiviteitRij) -> Hashable:
    return heel_getal(rij.kernaanpak), rij.cluster.key


def _deel(rij: TekstRij) -> Hashable:
    onderdeel = choose(rij.onderdeel.tekst, ONDERDELEN)
    return onderdeel, heel_getal(rij.kernaanpak) if onderdeel in ONDERDELEN_KERNAANPAK else None


REGELS: tuple[Regel, ...] = (groepen, koppen, mogelijkheden, clusters_en_teksten)
