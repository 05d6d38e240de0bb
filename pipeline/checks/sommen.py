"""Rules on figures that stand together in a table: parts of a whole, ages, and years."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from pipeline.bevinding import Bevinding
from pipeline.build.reference_year import reference_year
from pipeline.checks.getallen import Cijferrij, als_procent, per_groep
from pipeline.checks.invoer import Invoer, Regel

SPELING = 3
"""Percentage points that parts of a whole may be from 100%."""

_HUISHOUDENS = r"(?:(?:samenstelling|typen?|soort(?:en)?)(?: van)?(?: de)? )?huishoud\w*|"
_WONINGEN = r".*(?:eigendom|woningbezit|woningvoorraad).*|woning(?:en)?|wonen|"
_ALLEEN = "eenpersoons|alleenstaand"
_REST = r"overige?\b|onbekend|anders"
_VERDELINGEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        _HUISHOUDENS,
        (_ALLEEN, "tweepersoons|zonder kind", r"^gezin|(?:paren|stellen|ouders)\b.*met kind", "eenouder"),
    ),
    (_HUISHOUDENS, (_ALLEEN, "zonder kind", "huishoudens? met kind")),
    (_WONINGEN, ("corporatie|social", "particulier|overige? huur", "koop")),
    (_WONINGEN, ("huur", "koop")),
)
"""What together is a whole: the group it stands in, and the words by which its parts are known.

Only a set of which each part is there once is added up.
"""

_LEEFTIJDSGROEP = re.compile("leeftijd|bevolking|$")
_WOORD = (
    r"(?:jongeren|kinderen|jeugd|jongvolwassenen|volwassenen|ouderen|senioren|inwoners|aandeel|percentage|%)"
)
_LEEFTIJD = re.compile(
    rf"(?:{_WOORD} )?\(?(?P<van>\d{{1,3}})(?: jaar)? ?"
    r"(?:(?:-|–|t/m|tot en met) ?(?P<tot>\d{1,3})|\+|(?:en|of) ouder)(?: ?jaar)?\)?"
)
"""A label that is no more than an age group: 'Jongeren (12-17 jaar)', '65+', '65 jaar en ouder'."""


def sommen(invoer: Invoer) -> Iterator[Bevinding]:
    """Household types and tenure are each 100%, give or take 3 percentage points.

    With a figure missing there is no sum; only when the others are too much is that a finding.
    """
    for groep, rijen in per_groep(invoer.wijk.wijkgegevens).items():
        for delen in _verdelingen(groep, rijen):
            for kop in delen[0].cijfers:
                cijfers = [rij.cijfers[kop] for rij in delen]
                aandelen = [cijfer for cijfer in cijfers if cijfer.soort == "aandeel"]
                som = sum((cijfer.waarde for cijfer in aandelen), Decimal(0))
                te_weinig = len(aandelen) == len(cijfers) and som < 100 - SPELING
                if te_weinig or som > 100 + SPELING:
                    labels = " + ".join(rij.rij.indicator.tekst.strip() for rij in delen)
                    yield Bevinding("som-wijkt-af", cijfers[0].cel.plaats, als_procent(som), labels)


def leeftijden(invoer: Invoer) -> Iterator[Bevinding]:
    """Age groups that do not overlap are together at most 100%, with 3 percentage points of room."""
    for groep, rijen in per_groep(invoer.wijk.wijkgegevens).items():
        gevonden = [(rij, match) for rij in rijen if (match := _LEEFTIJD.fullmatch(rij.label))]
        grenzen = sorted(
            ((int(match["tot"] or 999), int(match["van"]), rij) for rij, match in gevonden),
            key=lambda grens: grens[:2],
        )
        if not grenzen or not _LEEFTIJDSGROEP.match(groep):
            continue
        einden = [tot for tot, _, _ in grenzen]
        for kop in gevonden[0][0].cijfers:
            # The most that groups ending before an age can be: with this group, or without it.
            meest = [Decimal(0)]
            for plek, (_, van, rij) in enumerate(grenzen):
                cijfer = rij.cijfers[kop]
                waarde = cijfer.waarde if cijfer.soort == "aandeel" else Decimal(0)
                meest.append(max(meest[-1], meest[bisect_left(einden, van, 0, plek)] + waarde))
            if meest[-1] > 100 + SPELING:
                plaats = gevonden[0][0].cijfers[kop].cel.plaats
                yield Bevinding("leeftijden-onmogelijk", plaats, als_procent(meest[-1]))


def verschillende_jaren(invoer: Invoer) -> Iterator[Bevinding]:
    """The figures of the table are of one year; one finding for the table, at the first that is not."""
    jaren = [(jaar, rij.jaar) for rij in invoer.wijk.wijkgegevens if (jaar := reference_year(rij.jaar))]
    telling = Counter(jaar for jaar, _ in jaren)
    if len(telling) > 1:
        meest = max(telling, key=lambda jaar: (telling[jaar], jaar.last, jaar.text))
        plaats = next(cel.plaats for jaar, cel in jaren if jaar != meest)
        op_tijd = sorted(telling, key=lambda jaar: (jaar.last, jaar.text), reverse=True)
        aantallen = (f"{jaar.text} ({telling[jaar]} keer)" for jaar in op_tijd)
        yield Bevinding("jaren-verschillen", plaats, aanvulling=", ".join(aantallen))


def _verdelingen(groep: str, rijen: list[Cijferrij]) -> Iterator[list[Cijferrij]]:
    """Give the sets of rows that are a whole, with what is left over ('Overig'); one per kind."""
    gedaan = set()
    rijen = [rij for rij in rijen if not rij.label.startswith("waarvan")]
    for groepsnaam, woorden in _VERDELINGEN:
        if groepsnaam in gedaan or not re.fullmatch(groepsnaam, groep):
            continue
        per_woord = [[rij for rij in rijen if re.search(woord, rij.label)] for woord in woorden]
        delen = [gevonden[0] for gevonden in per_woord if len(gevonden) == 1]
        if len(delen) == len(woorden) == len({rij.rij.rij for rij in delen}):
            gedaan.add(groepsnaam)
            yield delen + [rij for rij in rijen if rij not in delen and re.match(_REST, rij.label)]


REGELS: tuple[Regel, ...] = (sommen, leeftijden, verschillende_jaren)
