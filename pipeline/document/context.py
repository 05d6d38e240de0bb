"""What the template sees: the plan in printed form, under the names of its tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from babel.dates import format_date
from markupsafe import Markup

from pipeline import names
from pipeline.document import styles
from pipeline.document.wordml import PAGINA, Schrijver
from pipeline.markup import Run, platte_tekst
from pipeline.model import (
    LIJSTVORMEN,
    Activiteit,
    Afbeelding,
    Blok,
    Cluster,
    Kernaanpak,
    Tabelrij,
    Wijkgegevens,
    Wijkplan,
    open_plek,
)
from pipeline.workbook.sheets import PLAATSEN, PlanRij

Context = dict[str, Any]
BEWEGEN_ELDERS = ("Sociale steun en verbondenheid", "Bewegen")
"""The factoren of which the standard text says that another kernaanpak works on them."""
Beeldschrijver = Callable[[Afbeelding], Markup]


def maak_context(plan: Wijkplan, schrijver: Schrijver, schrijf_afbeelding: Beeldschrijver) -> Context:
    """Return the value of every tag of the template."""

    def beelden(plaats: str, nummer: int | None = None) -> Markup:
        gekozen = (a for a in plan.afbeeldingen if (a.plaats, a.kernaanpak) == (plaats, nummer))
        return Markup("").join(schrijf_afbeelding(afbeelding) for afbeelding in gekozen)

    kernaanpakken = []
    for kernaanpak in plan.kernaanpakken:
        waarden = _kernaanpak(kernaanpak, plan, schrijver)
        waarden["afbeeldingen"] = beelden("Kernaanpak", kernaanpak.nummer)
        waarden["afbeeldingen_bijlage"] = beelden("Bijlage", kernaanpak.nummer)
        kernaanpakken.append(waarden)
    return {
        "wijk": plan.naam,
        "afkorting": plan.afkorting,
        "periode": periode(plan),
        "uitgave": uitgave(plan),
        "wijkgegevens": _wijkgegevens(plan.wijkgegevens),
        "wijkprofiel_link": schrijver.runs((Run("deze link", doel=plan.wijkprofiel),)),
        "samenvatting": schrijver.blokken(plan.samenvatting),
        "themas": [
            {"titel": thema.titel, "tekst": schrijver.blokken(thema.tekst, tussenkop=styles.KOP_4)}
            for thema in plan.themas
        ],
        "aantal_factoren": len(plan.rangorde.top),
        "factoren": [
            factor.naam + (f" (gedeelde plaats {factor.plaats})" if factor.gedeeld else "")
            for factor in plan.rangorde.top
        ],
        "volgorde_zin": f" {plan.volgorde_zin}" if plan.volgorde_zin else "",
        "factoren_elders": factoren_elders(plan.rangorde.elders),
        "aantal_kernaanpakken": len(plan.kernaanpakken),
        "kernaanpakken": kernaanpakken,
        "pagina_bijlagen": schrijver.runs((Run("pagina", doel=PAGINA + "bijlage-1"),)),
        "organisaties": plan.organisaties,
        "colofon": Markup("").join(
            schrijver.alinea(styles.COLOFONKOP if regel.kopje else styles.COLOFONREGEL, regel.runs)
            for regel in plan.gemeente.colofon
        ),
        "afbeeldingen": {
            naam: beelden(plaats)
            for naam, plaats in zip(
                ("opening", "wijkgegevens", "samenvatting", "themas", "factoren", "organisaties"),
                PLAATSEN,
                strict=True,
            )
        },
    }


def periode(plan: Wijkplan) -> str:
    """Return the years of the plan as they are printed: '2026-2030'."""
    return "-".join(map(str, plan.periode)) if plan.periode else open_plek("periode", PlanRij.blad)


def uitgave(plan: Wijkplan) -> str:
    """Return the line on the cover: status, version and date, as far as they are known."""
    delen = ["Definitief" if plan.definitief else "Concept"]
    if plan.versie:
        delen.append(f"versie {plan.versie}")
    if plan.datum is not None:
        delen.append(str(format_date(plan.datum, "d MMMM y", locale="nl_NL")))
    return ", ".join(delen)


def factoren_elders(namen: tuple[str, ...]) -> str:
    """Return the beginning of the sentence on factoren that another plan takes up; empty without any."""
    if not namen:
        return ""
    citaten = [f"'{naam}'" for naam in namen]
    if len(citaten) == 1:
        return f"De factor {citaten[0]} wordt"
    return f"De factoren {', '.join(citaten[:-1])} en {citaten[-1]} worden"


def bewegen_elders(kernaanpak: Kernaanpak, plan: Wijkplan) -> str:
    """Return the number of another kernaanpak that works on what the standard text names; or nothing."""
    gezocht = set(map(names.key, BEWEGEN_ELDERS))
    anderen = (ander for ander in plan.kernaanpakken if ander.nummer != kernaanpak.nummer)
    gevonden = (str(ander.nummer) for ander in anderen if gezocht <= set(map(names.key, ander.factoren)))
    return next(gevonden, "")


def _wijkgegevens(gegevens: Wijkgegevens) -> Context:
    return {
        "kolommen": gegevens.kolommen,
        "breedte": len(gegevens.kolommen) + 2,
        "groepen": [
            {"naam": naam, "rijen": [{"naam": i.naam, "waarden": i.waarden, "bron": i.bron} for i in groep]}
            for naam, groep in groupby(gegevens.indicatoren, key=lambda indicator: indicator.groep)
        ],
    }


def _kernaanpak(kernaanpak: Kernaanpak, plan: Wijkplan, schrijver: Schrijver) -> Context:
    nummer = kernaanpak.nummer
    verwijzing = f"Kernaanpak {nummer}: {kernaanpak.titel}"
    naar_bijlage = f"tabel in de bijlage kernaanpak {nummer}"
    blokken = {
        naam: schrijver.blokken(getattr(kernaanpak, naam), tussenkop=styles.KOP_4)
        for naam in ("inhoud", "samenhang", "aanpak")
    }
    return blokken | {
        "titel": kernaanpak.titel,
        "verwijzing": schrijver.runs((Run(verwijzing, doel=f"#kernaanpak-{nummer}"),)),
        "link_bijlage": schrijver.runs((Run(naar_bijlage, doel=f"#bijlage-{nummer}"),)),
        "eerste": kernaanpak == plan.kernaanpakken[0],
        "opgroeien": kernaanpak.opgroeien,
        "zonder_tabel": schrijver.blokken(kernaanpak.zonder_tabel),
        "naar_bijlage": kernaanpak != plan.kernaanpakken[0] and not kernaanpak.zonder_tabel,
        "bewegen_elders": bewegen_elders(kernaanpak, plan),
        "begint_met_lijst": bool(kernaanpak.aanpak) and kernaanpak.aanpak[0].vorm in LIJSTVORMEN,
        "factoren": kernaanpak.factoren,
        "clusters": list(_clusters(kernaanpak.clusters, plan, schrijver)),
    }


def _clusters(clusters: tuple[Cluster, ...], plan: Wijkplan, schrijver: Schrijver) -> Iterator[Context]:
    vorige = ""
    for cluster in clusters:
        yield {
            "kop_erboven": cluster.kop_erboven if cluster.kop_erboven != vorige else "",
            "onder_kop": bool(cluster.kop_erboven),
            "titel": cluster.titel,
            "inleiding": schrijver.blokken(cluster.inleiding, styles.KOP_4, bij_volgende=bool(cluster.rijen)),
            "rijen": list(_tabelrijen(cluster.rijen, plan, schrijver)),
        }
        vorige = cluster.kop_erboven


def _tabelrijen(rijen: tuple[Tabelrij, ...], plan: Wijkplan, schrijver: Schrijver) -> Iterator[Context]:
    vorige = ""
    for rij in rijen:
        activiteiten = [
            blok for activiteit in rij.activiteiten for blok in met_status(activiteit, plan.status_voor_tekst)
        ]
        yield {
            "groep": rij.groep if rij.groep != vorige else "",
            "mogelijkheid": schrijver.cel(rij.mogelijkheid),
            "activiteiten": schrijver.cel(activiteiten),
            "factoren": schrijver.cel(rij.factoren),
        }
        vorige = rij.groep


def met_status(activiteit: Activiteit, voor_tekst: bool) -> tuple[Blok, ...]:
    """Return the text of an activity with its status, in bold: before it, or on a line of its own.

    A text that itself begins with its status in bold ('**Verkennen** of we ...') is left as it is.
    """
    status, tekst = activiteit.status, activiteit.tekst
    if not status or _begint_met(status, tekst):
        return tekst
    if voor_tekst and tekst and tekst[0].vorm == "alinea":
        eerste = Blok("alinea", (Run(f"{status}:", vet=True), Run(" "), *tekst[0].runs))
        return (eerste, *tekst[1:])
    return (Blok("alinea", (Run(status, vet=True),)), *tekst)


def _begint_met(status: str, tekst: tuple[Blok, ...]) -> bool:
    if not tekst:
        return False
    vet = platte_tekst(run for run in tekst[0].runs[:1] if run.vet)
    return vet.strip().rstrip(":").lower() == status.lower()
