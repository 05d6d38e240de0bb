"""What a merge did, as a list for the terminal and as a page without scripts."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from pipeline.report.lijst import zichtbaar
from pipeline.wijziging import Uitkomst, Wijziging, leesbaar

SJABLOON = "samenvoeging.html.jinja"
KOPPEN: dict[Uitkomst, tuple[str, str]] = {
    "botsing": (
        "Botsingen",
        "Hier veranderden de gegevens en ook de tekst in Word. De tekst in Word is blijven staan. "
        "In Word staat er een opmerking bij. Pas de tekst aan, of verwijder de opmerking als hij goed is.",
    ),
    "ongeplaatst": (
        "Niet geplaatst",
        "Deze wijzigingen passen niet vanzelf in het bestand. Zet ze er zelf in.",
    ),
    "geweigerd": (
        "Geweigerd",
        "Deze wijzigingen zijn in Word geweigerd, maar staan nog in de gegevens. Pas zo nodig Excel aan.",
    ),
    "verwerkt": (
        "Verwerkt",
        "Deze wijzigingen staan in het bestand. In Word kunt u elke gemarkeerde wijziging "
        "accepteren of weigeren, op het tabblad Controleren.",
    ),
}
"""What needs attention stands first."""
_WAT = {
    "gewijzigd": "Gewijzigd",
    "nieuw": "Nieuw",
    "vervallen": "Vervallen",
    "verplaatst": "Verplaatst",
    "kolommen": "Andere kolommen",
    "opmaak": "Andere opmaak",
    "eigenschap": "Andere eigenschap",
    "inhoudsopgave": "Opnieuw gemaakt uit de koppen",
}
_BREED = 90


def als_html(wijzigingen: list[Wijziging], titel: str) -> str:
    """Return the page. All text is escaped."""
    omgeving = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    sjabloon = omgeving.from_string(files(__package__).joinpath(SJABLOON).read_text(encoding="utf-8"))
    groepen = [
        (*KOPPEN[uitkomst], [_regel(w) for w in wijzigingen if w.uitkomst == uitkomst]) for uitkomst in KOPPEN
    ]
    return sjabloon.render(
        titel=titel, telling=telling(wijzigingen), groepen=[groep for groep in groepen if groep[2]]
    )


def als_tekst(wijzigingen: list[Wijziging]) -> str:
    """Return the list for the terminal; what was put in is only counted per heading."""
    regels = [telling(wijzigingen)]
    for uitkomst, (kop, uitleg) in KOPPEN.items():
        groep = [w for w in wijzigingen if w.uitkomst == uitkomst]
        if not groep:
            continue
        regels += ["", f"{kop} ({len(groep)})" + ("" if uitkomst == "verwerkt" else f": {uitleg}")]
        for wijziging in groep:
            regels.append(f"  - {_kort(wijziging.plek, 50)}: {_in_het_kort(wijziging)}")
    return "\n".join(regels)


def telling(wijzigingen: list[Wijziging]) -> str:
    """Count the changes in words."""
    if not wijzigingen:
        return "De gegevens zijn niet veranderd."
    delen = [
        f"{aantal} {woord if aantal == 1 else woorden}"
        for uitkomst, woord, woorden in (
            ("verwerkt", "verwerkt", "verwerkt"),
            ("botsing", "botsing", "botsingen"),
            ("ongeplaatst", "niet geplaatst", "niet geplaatst"),
            ("geweigerd", "geweigerd", "geweigerd"),
        )
        for aantal in [sum(w.uitkomst == uitkomst for w in wijzigingen)]
    ]
    return "Wijzigingen in de gegevens: " + ", ".join(delen) + "."


def _regel(wijziging: Wijziging) -> dict[str, str]:
    return {
        "plek": zichtbaar(leesbaar(wijziging.plek)) or "Begin van het document",
        "wat": _WAT[wijziging.wat],
        "was": zichtbaar(leesbaar(wijziging.was)),
        "wordt": zichtbaar(leesbaar(wijziging.wordt)),
    }


def _in_het_kort(wijziging: Wijziging) -> str:
    wat = _WAT[wijziging.wat].lower()
    was, wordt = (_kort(leesbaar(tekst), _BREED) for tekst in (wijziging.was, wijziging.wordt))
    if not wijziging.was or not wijziging.wordt or wijziging.wat == "verplaatst":
        return f"{wat}: {wordt or was}"
    return f"{wat}: {was} -> {wordt}"


def _kort(tekst: str, lengte: int) -> str:
    schoon = zichtbaar(tekst)
    return schoon if len(schoon) <= lengte else f"{schoon[: lengte - 4]} ..."
