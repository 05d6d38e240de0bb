"""What a merge did: the changes in the data, each put in or with the reason why not."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Uitkomst = Literal["verwerkt", "botsing", "ongeplaatst", "geweigerd"]
Wat = Literal[
    "gewijzigd",
    "weggehaald",
    "nieuw",
    "vervallen",
    "verplaatst",
    "kolommen",
    "opmaak",
    "eigenschap",
    "inhoudsopgave",
]
"""What a change is; 'weggehaald' is one to a text that staff took out."""
LANGSTE = 1500
"""Characters of a text that a comment quotes."""


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
    part: str = ""
    """With which heading it goes or comes, by the key of that; empty for what goes or comes alone."""
    column: str = ""
    """The head above the cell that changed; empty outside tables."""
    link: str = ""
    """What became of the links on its words: 'link erbij: https://...'; empty when they stayed."""

    @property
    def inhoud(self) -> tuple[str, str, str, str]:
        """What makes the changes of two runs the same change."""
        return (self.wat, self.was, self.wordt, self.sleutel)

    def als_dict(self) -> dict[str, Any]:
        """Return the fields by name, to be kept."""
        return asdict(self)


def opmerking_bij(wat: Wat, was: str, wordt: str, *, is_part: bool = False) -> str:
    """Return the text of the comment at a change that was not put in.

    Of a part of the plan with all that is in it (`is_part`) only the heading is named.
    """
    oud, nu = leesbaar(was), leesbaar(wordt)
    if is_part and wat == "verplaatst":
        nu = f"{leesbaar(wordt.partition(chr(10))[0])}, met alles wat eronder staat"
    if wat == "opmaak":
        regels = [
            f"In het sjabloon ziet dit er nu anders uit: {nu}",
            *([f"Eerst was dit: {oud}"] if oud else []),
            "Uw bestand is niet veranderd. Wilt u het ook zo? Pas het in Word zelf aan. "
            "Anders: verwijder deze opmerking.",
        ]
    elif wat == "nieuw":
        regels = [
            f"Dit is nieuw in de gegevens, maar het past hier niet vanzelf: {nu}",
            "Zet het er zelf in. Is dat gedaan? Verwijder dan deze opmerking.",
        ]
    elif wat == "weggehaald":
        regels = [
            "U hebt hier een tekst weggehaald. Die is in de gegevens veranderd.",
            f"In de gegevens staat nu: {nu}",
            "Zet de tekst terug, of verwijder deze opmerking.",
        ]
    elif wat == "kolommen":
        regels = [
            "De gegevens van deze tabel zijn veranderd, maar in Word zijn de kolommen of cellen anders.",
            "Uw tabel is blijven staan. Zo komt er geen tekst in een verkeerde kolom.",
            f"In de gegevens staat nu: {nu}",
            f"Eerst stond er: {oud}",
            "Pas de tabel zelf aan. Of verwijder deze opmerking als uw tabel goed is.",
        ]
    else:
        midden = {
            "vervallen": [f"Vervallen in de gegevens: {oud}"],
            "verplaatst": [f"Verplaatst in de gegevens: {nu}"],
        }
        regels = [
            "De gegevens zijn veranderd, maar hier is in Word ook iets veranderd. Uw tekst is blijven staan.",
            *midden.get(wat, [f"In de gegevens staat nu: {nu}", f"Eerst stond er: {oud}"]),
            "Pas de tekst zelf aan. Of verwijder deze opmerking als uw tekst goed is.",
        ]
    return "\n".join(regels)


def leesbaar(tekst: str, langste: int = LANGSTE) -> str:
    """Return the text of a block on one line, without the signs that stand for pictures and fields."""
    stukken = tekst.split("\ufffc")
    dingen = {"drawing": "(afbeelding)", "veld": "(verwijzing)"}
    stukken[1::2] = [dingen.get(ding.split(" ")[0], "") for ding in stukken[1::2]]
    cellen = [cel.replace("\n", " / ") for cel in "".join(stukken).split("\t")]
    heel = " ".join(" | ".join(cellen).split())
    return heel if len(heel) <= langste else heel[:langste] + " ..."
