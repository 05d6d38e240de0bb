"""What a merge did or what differs, as a list for the terminal and as a page without scripts."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import NamedTuple

from jinja2 import Environment, StrictUndefined

from pipeline.report.lijst import zichtbaar
from pipeline.report.tekstverschil import Deel, kort, per_woord, rond_verschil
from pipeline.wijziging import Wat, Wijziging, leesbaar

SJABLOON = "samenvoeging.html.jinja"
NIET_GEMARKEERD = "Deze wijzigingen staan in het bestand. Ze zijn niet gemarkeerd."
_GEMARKEERD = (
    "Deze wijzigingen staan in het bestand. In Word kunt u elke gemarkeerde wijziging "
    "accepteren of weigeren, op het tabblad Controleren."
)
_WAT: dict[Wat, str] = {
    "gewijzigd": "Gewijzigd",
    "weggehaald": "Gewijzigd, en in Word weggehaald",
    "nieuw": "Nieuw",
    "vervallen": "Vervallen",
    "verplaatst": "Verplaatst",
    "kolommen": "Andere kolommen",
    "opmaak": "Andere opmaak",
    "eigenschap": "Andere eigenschap",
    "inhoudsopgave": "In de inhoudsopgave",
}


class Groep(NamedTuple):
    """Changes of which the same is said."""

    kop: str
    uitleg: str
    wijzigingen: list[Wijziging]


@dataclass(frozen=True)
class Verslag:
    """What is to be told of a merge, or of what differs between two versions."""

    telling: str
    groepen: list[Groep]

    @property
    def gevuld(self) -> list[Groep]:
        """The groups with something in them; what needs attention stands first."""
        return [groep for groep in self.groepen if groep.wijzigingen]


def van_samenvoeging(wijzigingen: list[Wijziging], *, markeren: bool = True) -> Verslag:
    """Return what is to be told of a merge; `markeren`: the changes are tracked."""
    inhoud = [w for w in wijzigingen if w.wat == "inhoudsopgave"]
    wijzigingen = _in_parts(wijzigingen)
    van = {
        uitkomst: [w for w in wijzigingen if w.uitkomst == uitkomst and w not in inhoud]
        for uitkomst in ("verwerkt", "botsing", "ongeplaatst", "geweigerd")
    }
    groepen = [
        Groep(
            "Botsingen",
            "Hier veranderden de gegevens en ook de tekst in Word. Uw tekst is blijven staan. "
            "Er staat een opmerking bij. Pas de tekst aan, of verwijder de opmerking als uw tekst goed is.",
            van["botsing"],
        ),
        Groep(
            "Niet geplaatst",
            "Deze wijzigingen passen niet vanzelf in het bestand. Zet ze er zelf in.",
            van["ongeplaatst"],
        ),
        Groep(
            "Inhoudsopgave",
            "U hebt in de inhoudsopgave getypt. De inhoudsopgave is opnieuw gemaakt uit de koppen. "
            "Wilt u de regel erin hebben? Maak dan een kop in de tekst.",
            [w for w in inhoud if w.was],
        ),
        Groep(
            "Inhoudsopgave niet bijgewerkt",
            "Wat u in de inhoudsopgave deed, is blijven staan.",
            [w for w in inhoud if not w.was],
        ),
        Groep(
            "Geweigerd",
            "Deze wijzigingen zijn in Word geweigerd, maar staan nog in de gegevens. Pas zo nodig Excel aan.",
            van["geweigerd"],
        ),
        Groep("Verwerkt", _GEMARKEERD if markeren else NIET_GEMARKEERD, van["verwerkt"]),
    ]
    aantal = {uitkomst: len(lijst) for uitkomst, lijst in van.items()}
    if not sum(aantal.values()):
        return Verslag("De gegevens zijn niet veranderd.", groepen)
    botsingen = "botsing" if aantal["botsing"] == 1 else "botsingen"
    telling = (
        f"Wijzigingen in de gegevens: {aantal['verwerkt']} verwerkt, {aantal['botsing']} {botsingen}, "
        f"{aantal['ongeplaatst']} niet geplaatst, {aantal['geweigerd']} geweigerd."
    )
    return Verslag(telling, groepen)


def van_verschil(wijzigingen: list[Wijziging], tussen: str, gelijk: str, word: str) -> Verslag:
    """Return what is to be told of two versions: between what they differ, or that they are the same.

    `word` is the name of the file in which each difference is a tracked change.
    """
    # The contents table follows from the headings, of which the differences are told.
    telt = [w for w in _in_parts(wijzigingen) if w.wat != "inhoudsopgave"]
    te_zien = [w for w in telt if w.uitkomst == "verwerkt" and w.wat != "eigenschap"]
    aantal = "1 verschil" if len(telt) == 1 else f"{len(telt)} verschillen"
    return Verslag(
        f"{aantal} {tussen}" if telt else gelijk,
        [
            Groep(
                "Niet te tonen in Word",
                f"Deze verschillen staan niet in {word}. U ziet ze alleen op deze lijst.",
                [w for w in telt if w not in te_zien],
            ),
            Groep("Verschillen", f"In {word} ziet u elk verschil als gemarkeerde wijziging.", te_zien),
        ],
    )


def als_html(verslag: Verslag, titel: str) -> str:
    """Return the page. All text is escaped."""
    omgeving = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    sjabloon = omgeving.from_string(files(__package__).joinpath(SJABLOON).read_text(encoding="utf-8"))
    groepen = [(groep.kop, groep.uitleg, [_regel(w) for w in groep.wijzigingen]) for groep in verslag.gevuld]
    return sjabloon.render(titel=titel, telling=verslag.telling, groepen=groepen)


def als_tekst(verslag: Verslag) -> str:
    """Return the list for the terminal, a line per change."""
    regels = [verslag.telling]
    for groep in verslag.gevuld:
        regels += ["", f"{groep.kop} ({len(groep.wijzigingen)}): {groep.uitleg}"]
        for wijziging in groep.wijzigingen:
            regels.append(f"  - {kort(_schoon(wijziging.plek), 50)}: {_in_het_kort(wijziging)}")
    return "\n".join(regels)


def _regel(wijziging: Wijziging) -> dict[str, str | list[Deel]]:
    was, wordt = _schoon(wijziging.was), _schoon(wijziging.wordt)
    delen = per_woord(was, wordt) if _naast_elkaar(wijziging) else ([(False, was)], [(False, wordt)])
    return {
        "plek": _schoon(wijziging.plek) or "Begin van het document",
        "wat": _wat(wijziging),
        "was": delen[0],
        "wordt": delen[1],
    }


def _in_parts(changes: list[Wijziging]) -> list[Wijziging]:
    """Return the changes with one line for all that moved with a heading."""
    groups: dict[tuple[str, str], list[Wijziging]] = {}
    for change in changes:
        if change.part and change.wat == "verplaatst":
            groups.setdefault((change.part, change.uitkomst), []).append(change)
    lines = []
    for change in changes:
        group = groups.get((change.part, change.uitkomst), []) if change.wat == "verplaatst" else []
        if not group:
            lines.append(change)
        elif change is group[0]:
            lines.append(_whole_part(group))
    return lines


def _whole_part(group: list[Wijziging]) -> Wijziging:
    first = group[0]
    texts = [text for change in group for text in change.wordt.split("\n")]
    if len(texts) == 1:
        return first
    return replace(first, was="", wordt=f"{texts[0]}, met alles wat eronder staat")


def _in_het_kort(wijziging: Wijziging) -> str:
    wat = _wat(wijziging)
    wat = wat[0].lower() + wat[1:]
    was, wordt = _schoon(wijziging.was), _schoon(wijziging.wordt)
    if not _naast_elkaar(wijziging) or was == wordt:
        return f"{wat}: {kort(wordt or was)}"
    return f"{wat}: {' -> '.join(rond_verschil(was, wordt))}"


def _wat(wijziging: Wijziging) -> str:
    """Say what a change is; of one that no word shows, what it can be."""
    what = _WAT[wijziging.wat]
    if wijziging.wat == "gewijzigd" and _schoon(wijziging.was) == _schoon(wijziging.wordt):
        zelfde = wijziging.was == wijziging.wordt
        what = _WAT["opmaak"] if zelfde else "Andere afbeelding, verwijzing of spatie"
        if wijziging.link:
            what = wijziging.link[0].upper() + wijziging.link[1:]
    elif wijziging.link:
        what = f"{what}, {wijziging.link}"
    return f"{what} (kolom {_schoon(wijziging.column)})" if wijziging.column else what


def _naast_elkaar(wijziging: Wijziging) -> bool:
    """Whether a change has two texts of which the difference tells something."""
    return bool(wijziging.was and wijziging.wordt) and wijziging.wat != "verplaatst"


def _schoon(tekst: str) -> str:
    return zichtbaar(leesbaar(tekst, sys.maxsize))
