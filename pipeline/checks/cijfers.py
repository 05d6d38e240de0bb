"""Rules on the single figures of the sheet Wijkgegevens, and on years."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.bevinding import Bevinding
from pipeline.build.reference_year import reference_year
from pipeline.checks.getallen import Cijferrij, als_procent, lees_cijfers, noemt_procenten
from pipeline.checks.invoer import Invoer, Regel

EERSTE_JAAR = 2000
"""No figure in a plan is older."""

_VERANDERING = re.compile(r"groei|krimp|verander|ontwikkeling|saldo|toename|afname|verschil|index")
"""Words for a figure that may well be negative or above 100%."""


def getallen_als_tekst(invoer: Invoer) -> Iterator[Bevinding]:
    """A figure is typed as a number; as text it is printed as it stands, so it must say what it means."""
    for rij in _rijen(invoer):
        for cijfer in rij.cijfers.values():
            if not cijfer.bekend or not isinstance(cijfer.cel.waarde, str):
                continue
            if cijfer.letterlijk:
                yield Bevinding("getal-als-tekst", cijfer.cel.plaats, cijfer.getoond)
            else:
                yield Bevinding("cijfer-onduidelijk", cijfer.cel.plaats, cijfer.getoond, cijfer.gelezen)


def procenten_zonder_teken(invoer: Invoer) -> Iterator[Bevinding]:
    """A share has its percent sign, or the name of its row has it. As text it is a finding already."""
    for rij in _rijen(invoer):
        for cijfer in rij.cijfers.values():
            if not cijfer.omgezet or isinstance(cijfer.cel.waarde, str):
                continue
            if rij.zeker:
                bedoeld = als_procent(cijfer.waarde)
                yield Bevinding("procent-ontbreekt", cijfer.cel.plaats, cijfer.getoond, bedoeld)
            elif not noemt_procenten(rij.label):
                yield Bevinding("procent-misschien", cijfer.cel.plaats, cijfer.getoond)


def andere_soort(invoer: Invoer) -> Iterator[Bevinding]:
    """The figures of an indicator are all percentages, or none is. Inhabitants have their own rule."""
    for rij in _rijen(invoer):
        soort, andere = ("percentages", "getal") if rij.aandeel else ("getallen", "aandeel")
        for cijfer in rij.cijfers.values():
            if cijfer.soort == andere and not rij.inwoners:
                yield Bevinding("cijfer-andere-soort", cijfer.cel.plaats, cijfer.cel.tekst.strip(), soort)


def geen_cijfers(invoer: Invoer) -> Iterator[Bevinding]:
    """A figure is a number, a percentage or a sign of the statistics; dates are reported in building."""
    for rij in _rijen(invoer):
        for cijfer in rij.cijfers.values():
            if cijfer.soort == "onbegrepen" and isinstance(cijfer.cel.waarde, str | int | float):
                yield Bevinding("geen-cijfer", cijfer.cel.plaats, cijfer.cel.tekst.strip()[:80])


def negatieve_cijfers(invoer: Invoer) -> Iterator[Bevinding]:
    """Nothing that is counted is below zero; a change may be. Inhabitants have their own rule."""
    for rij in _rijen(invoer):
        for cijfer in rij.cijfers.values():
            if cijfer.waarde < 0 and not rij.inwoners and not _VERANDERING.search(rij.label):
                yield Bevinding("cijfer-negatief", cijfer.cel.plaats, cijfer.gelezen)


def te_hoge_procenten(invoer: Invoer) -> Iterator[Bevinding]:
    """A share is at most 100%; a change may be more."""
    for rij in _rijen(invoer):
        for cijfer in rij.cijfers.values():
            if cijfer.soort == "aandeel" and cijfer.waarde > 100 and not _VERANDERING.search(rij.label):
                yield Bevinding("procent-boven-honderd", cijfer.cel.plaats, cijfer.gelezen)


def hele_inwoners(invoer: Invoer) -> Iterator[Bevinding]:
    """A number of inhabitants is whole: 14.199 in an English Excel is fourteen and a bit."""
    for rij in _rijen(invoer):
        for cijfer in rij.cijfers.values() if rij.inwoners else ():
            heel = cijfer.soort == "getal" and cijfer.waarde == int(cijfer.waarde) and cijfer.waarde >= 0
            waarde = cijfer.cel.waarde
            if cijfer.soort == "getal" and isinstance(waarde, float) and not waarde.is_integer():
                yield Bevinding("inwoners-niet-heel", cijfer.cel.plaats, cijfer.getypt)
            elif cijfer.bekend and not heel:
                yield Bevinding("inwoners-niet-heel", cijfer.cel.plaats, cijfer.gelezen)


def aantal_decimalen(invoer: Invoer) -> Iterator[Bevinding]:
    """The figures of an indicator have as many decimals; what was typed wrong has its own finding.

    Where as many figures have the one number as the other, those with fewer are reported.
    """
    for rij in _rijen(invoer):
        goed = [
            cijfer
            for cijfer in rij.bekend()
            if not (rij.inwoners or cijfer.omgezet or isinstance(cijfer.cel.waarde, str))
        ]
        telling = Counter(cijfer.decimalen for cijfer in goed)
        meest = max(telling, key=lambda decimalen: (telling[decimalen], decimalen), default=0)
        voorbeeld = next((cijfer.cel.tekst for cijfer in goed if cijfer.decimalen == meest), "")
        for cijfer in goed:
            if cijfer.decimalen != meest and not cijfer.met_nullen(meest):
                yield Bevinding("decimalen-verschillen", cijfer.cel.plaats, cijfer.cel.tekst, voorbeeld)


def onwaarschijnlijke_jaren(invoer: Invoer) -> Iterator[Bevinding]:
    """A figure is not from before 2000, nor from after the last year of the plan."""
    laatste = invoer.plan.periode[1] if invoer.plan.periode else 0
    verwacht = f"van {EERSTE_JAAR} tot en met {laatste}" if laatste else f"vanaf {EERSTE_JAAR}"
    for rij in invoer.wijk.wijkgegevens:
        jaar = reference_year(rij.jaar)
        if jaar and (jaar.last < EERSTE_JAAR or (laatste and jaar.last > laatste)):
            yield Bevinding("jaar-onwaarschijnlijk", rij.jaar.plaats, jaar.text, verwacht)


def periode_van_het_plan(invoer: Invoer) -> Iterator[Bevinding]:
    """The plan does not end before it begins."""
    if invoer.wijk.plan and invoer.plan.periode and invoer.plan.periode[0] > invoer.plan.periode[1]:
        begin, eind = map(str, invoer.plan.periode)
        yield Bevinding("periode-omgekeerd", invoer.wijk.plan.periode_tot.plaats, eind, begin)


def _rijen(invoer: Invoer) -> Iterator[Cijferrij]:
    return lees_cijfers(invoer.wijk.wijkgegevens)


REGELS: tuple[Regel, ...] = (
    getallen_als_tekst,
    procenten_zonder_teken,
    andere_soort,
    geen_cijfers,
    negatieve_cijfers,
    te_hoge_procenten,
    hele_inwoners,
    aantal_decimalen,
    onwaarschijnlijke_jaren,
    periode_van_het_plan,
)
