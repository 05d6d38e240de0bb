"""What a merge did: the changes in the data, each put in or with the reason why not."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Uitkomst = Literal["verwerkt", "botsing", "ongeplaatst", "geweigerd"]
Wat = Literal[
    "gewijzigd", "nieuw", "vervallen", "verplaatst", "kolommen", "opmaak", "eigenschap", "inhoudsopgave"
]
LANGSTE = 1500
"""Characters of a text that a comment or the list quotes."""


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One change in the data between two versions."""

    uitkomst: Uitkomst
    wat: Wat
    plek: str
    """The heading under which it is."""
    was: str
    """The text of the older version; empty for what is new."""
    wordt: str
    """The text of the newer version; empty for what is gone."""
    sleutel: str
    """Which block it is, by its key."""
    resultaat: str = ""
    """The text as it stands in the merged file after a change that was put in."""
    opmerking: str = ""
    """The comment in Word that tells of it; empty without one."""

    @property
    def inhoud(self) -> tuple[str, str, str, str]:
        """What makes the changes of two runs the same change."""
        return (self.wat, self.was, self.wordt, self.sleutel)

    def als_dict(self) -> dict[str, Any]:
        """Return the fields by name, to be kept."""
        return asdict(self)


def opmerking_bij(wat: Wat, was: str, wordt: str) -> str:
    """Return the text of the comment at a change that was not put in."""
    if wat == "opmaak":
        eerst = [f"Eerst was dit: {leesbaar(was)}"] if was else []
        return "\n".join(
            [
                "De opmaak van het plan is veranderd. Uw opmaak is blijven staan.",
                leesbaar(wordt),
                *eerst,
                "Neem de opmaak zelf over. Of verwijder deze opmerking als uw opmaak goed is.",
            ]
        )
    regels = [
        "De gegevens zijn veranderd, maar hier is in Word ook iets veranderd. Uw tekst is blijven staan."
    ]
    if wat == "vervallen":
        regels.append(f"Vervallen in de gegevens: {leesbaar(was)}")
    elif wat in ("nieuw", "verplaatst"):
        regels.append(f"{wat.capitalize()} in de gegevens: {leesbaar(wordt)}")
    else:
        regels += [f"In de gegevens staat nu: {leesbaar(wordt)}", f"Eerst stond er: {leesbaar(was)}"]
    regels.append("Pas de tekst zelf aan. Of verwijder deze opmerking als uw tekst goed is.")
    return "\n".join(regels)


def leesbaar(tekst: str) -> str:
    """Return the text of a block on one line, without the signs that stand for pictures and fields."""
    stukken = tekst.split("\ufffc")
    dingen = {"drawing": "(afbeelding)", "veld": "(verwijzing)"}
    stukken[1::2] = [dingen.get(ding.split(" ")[0], "") for ding in stukken[1::2]]
    cellen = [cel.replace("\n", " / ") for cel in "".join(stukken).split("\t")]
    heel = " ".join(" | ".join(cellen).split())
    return heel if len(heel) <= LANGSTE else heel[:LANGSTE] + " ..."
