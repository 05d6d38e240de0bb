"""Rules on names: statuses, factoren and organisaties are spelt as everyone spells them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.bevinding import Bevinding
from pipeline.build.waarden import namen
from pipeline.checks.factoren import Factoren, Namenlijst, genormaliseerd
from pipeline.checks.invoer import Invoer, Regel
from pipeline.spelling import lijkt_op
from pipeline.workbook.cel import Cel
from pipeline.workbook.sheets_aanpak import STATUSSEN

_DELEN = {deel.casefold(): status for status in STATUSSEN for deel in status.split("/")}
"""A status by its name, and the two halves of Verkennen/onderzoeken, which are short for it."""
_TUSSEN = re.compile(r"[/,;+&]| en | of ")


def statussen(invoer: Invoer) -> Iterator[Bevinding]:
    """A status is one of the five, or several of them with '/', a comma, 'en' or 'of' between."""
    for rij in invoer.wijk.activiteiten:
        onbekend = [
            rest for deel in _TUSSEN.split(" ".join(rij.status.tekst.split())) if (rest := _geen_status(deel))
        ]
        if onbekend:
            bedoeld = [lijkt_op(rest.casefold(), _DELEN) for rest in onbekend]
            goed = [_DELEN[deel] for deel in bedoeld if deel]
            verwacht = ", ".join(goed) if len(goed) == len(onbekend) else f"een van: {', '.join(STATUSSEN)}"
            yield Bevinding("status-onbekend", rij.status.plaats, "; ".join(onbekend), verwacht)


def _geen_status(deel: str) -> str:
    """Return the words of a part of a status that are no status."""
    return " ".join(woord for woord in deel.split() if woord.rstrip(".").casefold() not in _DELEN)


def factoren_op_hun_blad(invoer: Invoer) -> Iterator[Bevinding]:
    """The sheet Factoren names factoren as the catalogus does; each stands there once."""
    catalogus = Factoren(invoer).catalogus
    gezien: set[str] = set()
    for rij in invoer.wijk.factoren:
        naam, plaats = rij.factor.tekst.strip(), rij.factor.plaats
        bekend = catalogus.herken(naam)
        sleutel = genormaliseerd(bekend or naam)
        if sleutel and sleutel in gezien:
            yield Bevinding("factor-dubbel", plaats, naam)
        elif bekend and genormaliseerd(naam) != sleutel:
            yield Bevinding("factor-anders-geschreven", plaats, naam, bekend)
        elif sleutel and not bekend:
            yield _onbekende_factor(invoer, rij.factor, naam)
        gezien.add(sleutel)


def namen_in_een_cel(invoer: Invoer) -> Iterator[Bevinding]:
    """Factoren of a kernaanpak stand on lines of their own, organisaties in rows, wijken with a semicolon.

    A name may hold a comma: so names are taken apart only where the parts are known.
    """
    factoren = Factoren(invoer)
    for rij in invoer.wijk.kernaanpakken:
        for naam in namen(rij.factoren):
            if _meer_namen(naam, factoren.herken):
                doe = "Zet elke factor op een eigen regel in de cel (Alt+Enter)."
                yield Bevinding("namen-in-een-cel", rij.factoren.plaats, naam, doe)
    register = _register(invoer)
    for organisatie in invoer.wijk.organisaties:
        naam = organisatie.organisatie.tekst.strip()
        if _meer_namen(naam, register.herken):
            doe = "Zet elke organisatie in een eigen rij."
            yield Bevinding("namen-in-een-cel", organisatie.organisatie.plaats, naam, doe)
    plan = invoer.wijk.plan
    if plan is not None and len(invoer.plan.wijken) == 1 and "," in plan.wijken.tekst:
        doe = "Zet een puntkomma tussen de wijken."
        yield Bevinding("namen-in-een-cel", plan.wijken.plaats, plan.wijken.tekst.strip(), doe)


def _meer_namen(tekst: str, herken: Callable[[str], str | None]) -> bool:
    delen = [deel.strip() for deel in tekst.split(",") if deel.strip()]
    return len(delen) > 1 and not herken(tekst) and any(map(herken, delen))


def factoren_elders(invoer: Invoer) -> Iterator[Bevinding]:
    """Kernaanpakken and activities name factoren as the sheet Factoren or the catalogus does.

    Capitals make no difference, nor does a full stop: in a sentence they are right.
    """
    factoren = Factoren(invoer)
    per_cel: list[tuple[Cel, list[str]]] = [
        (rij.factoren, [naam for naam in namen(rij.factoren) if not _meer_namen(naam, factoren.herken)])
        for rij in invoer.wijk.kernaanpakken
    ]
    per_cel += [(rij.factoren, list(factoren.uit(rij.factoren))) for rij in invoer.wijk.activiteiten]
    for cel, genoemd in per_cel:
        anders = {naam: factoren.herken(naam) for naam in genoemd if not factoren.goed(naam)}
        verkeerd = {naam: bekend for naam, bekend in anders.items() if bekend}
        onbekend = [naam for naam, bekend in anders.items() if not bekend]
        if verkeerd:
            goed = "; ".join(dict.fromkeys(verkeerd.values()))
            yield Bevinding("factor-anders-geschreven", cel.plaats, "; ".join(verkeerd), goed)
        if onbekend:
            yield _onbekende_factor(invoer, cel, "; ".join(onbekend))


def _onbekende_factor(invoer: Invoer, cel: Cel, staat_er: str) -> Bevinding:
    gemeente = invoer.gemeente.gemeente
    if gemeente is not None and gemeente.factoren_volledig.tekst.strip() == "ja":
        return Bevinding("factor-onbekend", cel.plaats, staat_er)
    return Bevinding("factor-niet-in-catalogus", cel.plaats, staat_er)


def organisaties(invoer: Invoer) -> Iterator[Bevinding]:
    """The sheet Organisaties names organisaties as the register does, capitals too; each once."""
    register = _register(invoer)
    gemeente = invoer.gemeente.gemeente
    volledig = gemeente is not None and gemeente.organisaties_volledig.tekst.strip() == "ja"
    gezien: set[str] = set()
    for rij in invoer.wijk.organisaties:
        naam, plaats = rij.organisatie.tekst.strip(), rij.organisatie.plaats
        bekend = register.herken(naam)
        sleutel = genormaliseerd(bekend or naam)
        if _meer_namen(naam, register.herken):
            continue
        if sleutel and sleutel in gezien:
            yield Bevinding("organisatie-dubbel", plaats, naam)
        elif bekend and bekend != naam:
            yield Bevinding("organisatie-anders-geschreven", plaats, naam, bekend)
        elif sleutel and not bekend and volledig:
            yield Bevinding("organisatie-onbekend", plaats, naam)
        elif sleutel and not bekend:
            yield Bevinding("organisatie-niet-in-register", plaats, naam)
        gezien.add(sleutel)


def _register(invoer: Invoer) -> Namenlijst:
    return Namenlijst((rij.organisatie, rij.aliassen) for rij in invoer.gemeente.register)


def titels(invoer: Invoer) -> Iterator[Bevinding]:
    """The title of a kernaanpak stands without its number: the plan itself puts that before it."""
    for rij in invoer.wijk.kernaanpakken:
        begin = re.match(r"\s*kernaanpak\s*\d*\s*:?", rij.titel.tekst, re.IGNORECASE)
        if begin and re.search(r"[\d:]", begin[0]):
            yield Bevinding("titel-met-nummer", rij.titel.plaats, begin[0].strip())


def wijken(invoer: Invoer) -> Iterator[Bevinding]:
    """A column of Wijkgegevens that is meant for a wijk is spelt as that wijk on the sheet Plan."""
    bekend = {wijk.casefold(): wijk for wijk in invoer.plan.wijken}
    for rij in invoer.wijk.wijkgegevens[:1]:
        for kop in rij.vrij:
            bedoeld = lijkt_op(kop.casefold(), bekend)
            if bedoeld and kop not in bekend.values():
                plaats = rij.indicator.plaats.van_blad()
                yield Bevinding("wijk-anders-geschreven", plaats, kop, bekend[bedoeld])


REGELS: tuple[Regel, ...] = (
    titels,
    wijken,
    statussen,
    namen_in_een_cel,
    factoren_op_hun_blad,
    factoren_elders,
    organisaties,
)
