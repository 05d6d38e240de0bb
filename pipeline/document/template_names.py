"""The names that a template may use, and of what form each is: the language of the template, as a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, Literal

Kind = Literal["text", "number", "runs", "blocks", "flag"]
"""What comes in the place of a name: words, a number, words with a link, paragraphs; or a yes or no."""


class ListOf:
    """A list that a loop goes over; `item` is the form of each of its members."""

    def __init__(self, item: Shape) -> None:
        self.item = item


Shape = Kind | ListOf | Mapping[str, "Shape"]

_ACTIVITY: Final[Shape] = {
    "groep": "text",
    "mogelijkheid": "blocks",
    "activiteiten": "blocks",
    "factoren": "blocks",
}
_CLUSTER: Final[Shape] = {
    "kop_erboven": "text",
    "onder_kop": "flag",
    "titel": "text",
    "inleiding": "blocks",
    "rijen": ListOf(_ACTIVITY),
}
_KERNAANPAK: Final[Shape] = {
    "titel": "text",
    "verwijzing": "runs",
    "link_bijlage": "runs",
    "eerste": "flag",
    "opgroeien": "flag",
    "bewegen_elders": "text",
    "zonder_tabel": "blocks",
    "naar_bijlage": "flag",
    "begint_met_lijst": "flag",
    "inhoud": "blocks",
    "samenhang": "blocks",
    "aanpak": "blocks",
    "factoren": ListOf("text"),
    "clusters": ListOf(_CLUSTER),
    "afbeeldingen": "blocks",
    "afbeeldingen_bijlage": "blocks",
}
_INDICATOR: Final[Shape] = {"naam": "text", "waarden": ListOf("text"), "bron": "text"}
NAMES: Final[Mapping[str, Shape]] = {
    "wijk": "text",
    "afkorting": "text",
    "periode": "text",
    "uitgave": "text",
    "wijkgegevens": {
        "kolommen": ListOf("text"),
        "breedte": "number",
        "groepen": ListOf({"naam": "text", "rijen": ListOf(_INDICATOR)}),
    },
    "wijkprofiel_link": "runs",
    "samenvatting": "blocks",
    "themas": ListOf({"titel": "text", "tekst": "blocks"}),
    "aantal_factoren": "number",
    "factoren": ListOf("text"),
    "volgorde_zin": "text",
    "factoren_elders": "text",
    "aantal_kernaanpakken": "number",
    "kernaanpakken": ListOf(_KERNAANPAK),
    "pagina_bijlagen": "runs",
    "organisaties": ListOf("text"),
    "colofon": "blocks",
    "afbeeldingen": {
        "opening": "blocks",
        "wijkgegevens": "blocks",
        "samenvatting": "blocks",
        "themas": "blocks",
        "factoren": "blocks",
        "organisaties": "blocks",
    },
}
"""Every name of `document/context.py`; a test holds the two equal."""


def dotted(names: Mapping[str, Shape], before: str = "") -> Iterator[str]:
    """Give every name as it is typed ('kernaanpak.titel'), the parts of lists left out."""
    for name, shape in names.items():
        yield before + name
        if isinstance(shape, Mapping):
            yield from dotted(shape, f"{before}{name}.")
