"""Rules on names: statuses, factoren and organisaties are spelt as everyone spells them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.bevinding import Bevinding
from pipeline.build.waarden import namen
from pipeline.checks.factoren import Factoren, Namenlijst, genormaliseerd
from pipeline.checks.invoer import Invoer, Regel
from pipeline.names import choose, clean, difference, key
from pipeline.spelling import lijkt_op
from pipeline.workbook.cel import Cel
from pipeline.workbook.sheets_aanpak import STATUSSEN

_DELEN = {key(deel): status for status in STATUSSEN for deel in status.split("/")}
"""A status by its name, and the two halves of Verkennen/onderzoeken, which are short for it."""
_TUSSEN = re.compile(r"[/,;+&]| en | of ")
_BESIDE = "bestaand"
"""A word of the table's own head ('Basisactiviteiten (bestaand)') that may stand beside a status."""


def statussen(invoer: Invoer) -> Iterator[Bevinding]:
    """A status is one of the five, or several of them with '/', a comma, 'en' or 'of' between.

    A cell that names none of the five, or another word beside them, would put something untrue in print.
    Beside one of the five, a slip of another or the word 'bestaand' does not.
    """
    for rij in invoer.wijk.activiteiten:
        delen = _TUSSEN.split(clean(rij.status.tekst))
        onbekend = [rest for deel in delen if (rest := _geen_status(deel))]
        if not onbekend:
            continue
        bedoeld = [lijkt_op(key(rest), _DELEN) for rest in onbekend]
        goed = [_DELEN[deel] for deel in bedoeld if deel]
        verwacht = ", ".join(goed) if len(goed) == len(onbekend) else f"een van: {', '.join(STATUSSEN)}"
        woorden = "; ".join(onbekend)
        met_status = any(_woorden(deel) & _DELEN.keys() for deel in delen)
        if met_status and all(
            deel or key(rest) == _BESIDE for rest, deel in zip(onbekend, bedoeld, strict=True)
        ):
            yield Bevinding("status-anders-geschreven", rij.status.plaats, woorden, verwacht)
        else:
            yield Bevinding("status-onbekend", rij.status.plaats, woorden, verwacht)


def _geen_status(deel: str) -> str:
    """Return the words of a part of a status that are no status."""
    return " ".join(woord for woord in deel.split() if key(woord.rstrip(".")) not in _DELEN)


def _woorden(deel: str) -> set[str]:
    return {key(woord.rstrip(".")) for woord in deel.split()}


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
    if gemeente is not None and choose(gemeente.factoren_volledig.tekst, ("ja",)):
        return Bevinding("factor-onbekend", cel.plaats, staat_er)
    return Bevinding("factor-niet-in-catalogus", cel.plaats, staat_er)


def organisaties(invoer: Invoer) -> Iterator[Bevinding]:
    """The sheet Organisaties names organisaties as the register does, capitals too; each once."""
    register = _register(invoer)
    gemeente = invoer.gemeente.gemeente
    volledig = gemeente is not None and choose(gemeente.organisaties_volledig.tekst, ("ja",)) is not None
    gezien: set[str] = set()
    for rij in invoer.wijk.organisaties:
        naam, plaats = rij.organisatie.tekst.strip(), rij.organisatie.plaats
        bekend = register.herken(naam)
        sleutel = genormaliseerd(bekend or naam)
        if _meer_namen(naam, register.herken):
            continue
        if sleutel and sleutel in gezien:
            yield Bevinding("organisatie-dubbel", plaats, naam)
        elif bekend and clean(bekend) != clean(naam):
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
    bekend = {key(wijk): wijk for wijk in invoer.plan.wijken}
    for rij in invoer.wijk.wijkgegevens[:1]:
        for kop in rij.vrij:
            bedoeld = lijkt_op(key(kop), bekend)
            if bedoeld and clean(kop) not in map(clean, bekend.values()):
                plaats = rij.indicator.plaats.van_blad()
                goed = f"{bekend[bedoeld]}; het verschil: {difference(kop, bekend[bedoeld])}"
                yield Bevinding("wijk-anders-geschreven", plaats, kop, goed)


def wijken_zonder_kolom(invoer: Invoer) -> Iterator[Bevinding]:
    """Each wijk of the plan has its figures: in a column of its own, or in one that stands for several.

    One column may stand for the whole wijkcombinatie, and an indicator may name a wijk ('Inwoners Calveen').
    """
    plan, rijen = invoer.wijk.plan, invoer.wijk.wijkgegevens
    if plan is None or not rijen:
        return
    stad = _kaal(invoer.gemeente.gemeente.naam.tekst) if invoer.gemeente.gemeente else ""
    koppen = [key(kop) for kop in rijen[0].vrij if _kaal(kop) != stad]
    genoemd = [*koppen, *(rij.indicator.key for rij in rijen)]
    geheel = {key(invoer.plan.naam), key(invoer.plan.afkorting), "wijk", "wijkcombinatie", "totaal"}
    wijken_ = [key(wijk) for wijk in invoer.plan.wijken]
    if not koppen or geheel & set(koppen) or (len(koppen) == 1 and koppen[0] not in wijken_):
        return
    zonder = [
        wijk
        for wijk in invoer.plan.wijken
        if not any(_noemt(naam, key(wijk)) for naam in genoemd)
        and not any(_noemt(key(wijk), kop) for kop in koppen)
        and not lijkt_op(key(wijk), koppen)
    ]
    if zonder:
        yield Bevinding("wijk-zonder-kolom", plan.wijken.plaats, "; ".join(zonder))


def _noemt(tekst: str, naam: str) -> bool:
    """Whether a text names something in whole words."""
    return re.search(rf"(?<!\w){re.escape(naam)}(?!\w)", tekst) is not None


def _kaal(naam: str) -> str:
    return key(naam).removeprefix("gemeente ")


def opgepakt_in(invoer: Invoer) -> Iterator[Bevinding]:
    """The standard text says that Leefbaarheid takes up the factoren of which another plan is named."""
    for rij in invoer.wijk.factoren:
        if not rij.elders.leeg and "leefbaarheid" not in rij.elders.key:
            yield Bevinding("elders-anders", rij.elders.plaats, clean(rij.elders.tekst))


REGELS: tuple[Regel, ...] = (
    titels,
    wijken,
    wijken_zonder_kolom,
    statussen,
    namen_in_een_cel,
    factoren_op_hun_blad,
    factoren_elders,
    organisaties,
    opgepakt_in,
)
