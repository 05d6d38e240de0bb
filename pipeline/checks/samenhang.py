"""Rules on how the sheets belong together: what one sheet names, another must have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.bevinding import Bevinding
from pipeline.build.ranking import TOP
from pipeline.build.waarden import heel_getal
from pipeline.checks.factoren import Factoren
from pipeline.checks.invoer import Invoer, Regel
from pipeline.markup import met_links
from pipeline.model import OPEN, Factor
from pipeline.names import choose, clean, same
from pipeline.workbook.cel import Cel
from pipeline.workbook.sheets_aanpak import GEEN_TABEL, THEMA, ActiviteitRij, TekstRij

_NUMMERS = re.compile(
    r"(?i)\b(?P<wat>kernaanpak|bijlage)(?:ken|n)?\s{1,3}(?P<eerste>\d{1,3})\b"
    r"(?P<rest>(?:,? (?:en |of )?\d\b(?!%|[.,]\d))*)"
)
"""A mention by number: 'kernaanpak 2', 'kernaanpak 1 en 2', 'bijlagen 1, 2 of 3'."""


def factoren_buiten_top(invoer: Invoer) -> Iterator[Bevinding]:
    """A kernaanpak works on factoren of the top 15 (hoofdstuk 2: they form its basis)."""
    factoren = Factoren(invoer)
    top = {factoren.sleutel(factor.naam) for factor in _top(invoer)}
    for rij in invoer.wijk.kernaanpakken:
        buiten = [naam for naam in factoren.uit(rij.factoren) if factoren.sleutel(naam) not in top]
        if top and buiten:
            yield Bevinding("factor-buiten-top", rij.factoren.plaats, "; ".join(buiten))


def factoren_buiten_kernaanpak(invoer: Invoer) -> Iterator[Bevinding]:
    """An activity works on factoren of its own kernaanpak; what is no known factor has its own rule."""
    factoren = Factoren(invoer)
    per_nummer: dict[int | None, set[str]] = {}
    for kernaanpak in invoer.wijk.kernaanpakken:
        sleutels = {factoren.sleutel(naam) for naam in factoren.uit(kernaanpak.factoren)}
        per_nummer.setdefault(heel_getal(kernaanpak.nummer), set()).update(sleutels)
    for rij in invoer.wijk.activiteiten:
        nummer = heel_getal(rij.kernaanpak)
        eigen = per_nummer.get(nummer)
        buiten = [
            naam
            for naam in factoren.uit(rij.factoren)
            if factoren.herken(naam) and factoren.sleutel(naam) not in (eigen or ())
        ]
        if eigen and buiten:
            yield Bevinding("factor-buiten-kernaanpak", rij.factoren.plaats, "; ".join(buiten), str(nummer))


def factoren_niet_opgepakt(invoer: Invoer) -> Iterator[Bevinding]:
    """Each factor of the top 15 is taken up by a kernaanpak, or by another plan (Opgepakt in).

    Says nothing before the kernaanpakken have factoren.
    """
    factoren = Factoren(invoer)
    opgepakt = {
        factoren.sleutel(naam) for rij in invoer.wijk.kernaanpakken for naam in factoren.uit(rij.factoren)
    }
    top = {factor.naam for factor in _top(invoer)}
    for rij in invoer.wijk.factoren:
        naam = rij.factor.tekst
        if opgepakt and naam in top and rij.elders.leeg and factoren.sleutel(naam) not in opgepakt:
            yield Bevinding("factor-niet-opgepakt", rij.factor.plaats, naam.strip())


def lengte_van_de_top(invoer: Invoer) -> Iterator[Bevinding]:
    """The top 15 has fifteen factoren, or more when the last place is shared."""
    top = _top(invoer)
    if top:
        cel = invoer.wijk.factoren[0].factor.plaats
        plaats = cel.van_blad()
        if len(top) < TOP:
            yield Bevinding("top-te-kort", plaats, "1 factor" if len(top) == 1 else f"{len(top)} factoren")
        elif len(top) > TOP and top[-1].gedeeld:
            yield Bevinding("top-te-lang", plaats, str(len(top)))


def kernaanpak_zonder_activiteiten(invoer: Invoer) -> Iterator[Bevinding]:
    """A kernaanpak has activities, unless somebody chose that it has none (domein.md, the document, 9)."""
    met = {heel_getal(rij.kernaanpak) for rij in invoer.wijk.activiteiten}
    for rij in invoer.wijk.kernaanpakken:
        nummer = heel_getal(rij.nummer)
        if nummer is None:
            continue
        if nummer not in met and not _geen_tabel(rij.tabel):
            yield Bevinding("kernaanpak-zonder-activiteiten", rij.nummer.plaats, str(nummer))
        elif nummer in met and _geen_tabel(rij.tabel):
            yield Bevinding("tabel-niet-gevraagd", rij.tabel.plaats, f"kernaanpak {nummer}")


def cluster_zonder_tabel(invoer: Invoer) -> Iterator[Bevinding]:
    """A cluster has a table, unless somebody chose that it has none.

    A kernaanpak without any activity has its own finding, and its clusters then have none.
    """
    met = {(heel_getal(rij.kernaanpak), rij.cluster.key) for rij in invoer.wijk.activiteiten}
    nummers = {nummer for nummer, _ in met}
    for rij in invoer.wijk.clusters:
        nummer, titel = heel_getal(rij.kernaanpak), clean(rij.cluster.tekst)
        if not titel or nummer not in nummers:
            continue
        if (nummer, rij.cluster.key) not in met and not _geen_tabel(rij.tabel):
            yield Bevinding("cluster-zonder-tabel", rij.cluster.plaats, titel)
        elif (nummer, rij.cluster.key) in met and _geen_tabel(rij.tabel):
            yield Bevinding("tabel-niet-gevraagd", rij.tabel.plaats, f"cluster '{titel}'")


def _geen_tabel(cel: Cel) -> bool:
    return choose(cel.tekst, (GEEN_TABEL,)) is not None


def activiteit_zonder_status(invoer: Invoer) -> Iterator[Bevinding]:
    """An activity has one of the five statuses, or several."""
    for rij in invoer.wijk.activiteiten:
        if rij.status.leeg and not rij.basisactiviteit.leeg:
            yield Bevinding("status-ontbreekt", rij.status.plaats)


def nummers_in_tekst(invoer: Invoer) -> Iterator[Bevinding]:
    """A kernaanpak or bijlage that a text mentions by its number exists.

    What is typed as a link is left out: its target is checked in the document.
    """
    aantal = len({heel_getal(rij.nummer) for rij in invoer.wijk.kernaanpakken} - {None})
    # The last bijlage is that of the organisaties.
    bestaat = {"kernaanpak": aantal, "bijlage": aantal + 1}
    for cel in _prozacellen(invoer):
        fout = []
        tekst = "".join(run.tekst for run in met_links(cel.runs) if not run.doel)
        for match in _NUMMERS.finditer(tekst):
            wat = match["wat"].lower()
            nummers = [match["eerste"], *re.findall(r"\d", match["rest"])]
            fout += [f"{wat} {nummer}" for nummer in nummers if not 1 <= int(nummer) <= bestaat[wat]]
        if aantal and fout:
            bekend = f"kernaanpak 1 tot en met {aantal}, bijlage 1 tot en met {aantal + 1}"
            yield Bevinding("nummer-onbekend", cel.plaats, "; ".join(dict.fromkeys(fout)), bekend)


def mogelijkheid_ontbreekt(invoer: Invoer) -> Iterator[Bevinding]:
    """A row without a mogelijkheid belongs to the row above it, in the same cluster and groep."""
    vorige: tuple[int | None, str, str] | None = None
    for rij in invoer.wijk.activiteiten:
        plek = _groep(rij)
        if rij.mogelijkheid.leeg and plek != vorige:
            yield Bevinding("mogelijkheid-ontbreekt", rij.mogelijkheid.plaats)
        vorige = plek


def activiteit_zonder_tekst(invoer: Invoer) -> Iterator[Bevinding]:
    """A status is of an activity, which has a text."""
    for rij in invoer.wijk.activiteiten:
        if rij.basisactiviteit.leeg and not rij.status.leeg:
            yield Bevinding("activiteit-zonder-tekst", rij.basisactiviteit.plaats, rij.status.tekst.strip())


def thema_zonder_tekst(invoer: Invoer) -> Iterator[Bevinding]:
    """A theme has a title and prose, so not only small headings; an empty cell has its own finding."""
    themas: list[list[TekstRij]] = []
    for rij in invoer.wijk.teksten:
        if same(rij.onderdeel.tekst, THEMA):
            if not themas or (not rij.kop.leeg and rij.kop.key != themas[-1][0].kop.key):
                themas.append([])
            themas[-1].append(rij)
    for rijen in themas:
        if all(same(rij.soort.tekst, "tussenkop") and not rij.tekst.leeg for rij in rijen):
            yield Bevinding("thema-zonder-tekst", rijen[0].kop.plaats, rijen[0].kop.tekst.strip())


def _groep(rij: ActiviteitRij) -> tuple[int | None, str, str]:
    """Return the kernaanpak, the cluster and the groep to which an activity belongs."""
    return (heel_getal(rij.kernaanpak), rij.cluster.key, rij.groep.key)


def _top(invoer: Invoer) -> tuple[Factor, ...]:
    """Return the top 15; empty as long as its first place is open."""
    top = invoer.plan.rangorde.top
    return () if all(factor.naam.startswith(OPEN) for factor in top) else top


def _prozacellen(invoer: Invoer) -> Iterator[Cel]:
    for tekst in invoer.wijk.teksten:
        yield tekst.tekst
    for cluster in invoer.wijk.clusters:
        yield cluster.inleiding
    for rij in invoer.wijk.activiteiten:
        yield from (rij.mogelijkheid, rij.basisactiviteit)


REGELS: tuple[Regel, ...] = (
    factoren_buiten_top,
    factoren_buiten_kernaanpak,
    factoren_niet_opgepakt,
    lengte_van_de_top,
    kernaanpak_zonder_activiteiten,
    cluster_zonder_tabel,
    activiteit_zonder_status,
    activiteit_zonder_tekst,
    mogelijkheid_ontbreekt,
    nummers_in_tekst,
    thema_zonder_tekst,
)
