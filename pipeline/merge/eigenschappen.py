"""Brings the properties of a file (its title, its subject) over to the file of staff."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from pipeline.document.sound import KINDS
from pipeline.merge.pakket import Pakket
from pipeline.wijziging import Wijziging

_OPSLAAN = ("created", "modified", "revision", "lastModifiedBy")
"""Properties that saving a file changes."""
_NAMEN = {"title": "Titel", "subject": "Onderwerp", "creator": "Auteur", "language": "Taal"}


def zet_eigenschappen(oud: Pakket, nieuw: Pakket, bewerkt: Pakket) -> list[Wijziging]:
    """Bring title and other properties of the file over where staff left them; tell all of them.

    What staff changed stays theirs: the new version gets the old value, so that it is told again.
    """
    was, wordt, is_nu = (eigenschappen(pakket) for pakket in (oud, nieuw, bewerkt))
    uit = []
    for naam, element in wordt.items():
        voor, na = _tekst(was.get(naam)), _tekst(element)
        hier = is_nu.get(naam)
        if voor == na or _tekst(hier) == na:
            continue
        if hier is not None and _tekst(hier) == voor:
            hier.text = na
            uit.append(Wijziging("verwerkt", "eigenschap", _plek(naam), voor, na, "", na))
        else:
            element.text = voor
            uit.append(Wijziging("ongeplaatst", "eigenschap", _plek(naam), voor, na, ""))
    return uit


def eigenschappen(pakket: Pakket) -> dict[str, _Element]:
    """Return the properties of a file by name, but for those that follow from saving it."""
    for soort, doel in pakket.verwijzingen("").values():
        if soort.lower().endswith("/core-properties") and doel in pakket.delen:
            if pakket.boom(doel).tag != KINDS["core-properties"].root:
                return {}
            elementen = {etree.QName(element).localname: element for element in pakket.boom(doel)}
            return {naam: element for naam, element in elementen.items() if naam not in _OPSLAAN}
    return {}


def zet_terug(pakket: Pakket, wijzigingen: list[Wijziging]) -> None:
    """Give the properties that a merge changed the values that they had."""
    gedaan = [w for w in wijzigingen if w.wat == "eigenschap" and w.uitkomst == "verwerkt"]
    for naam, element in eigenschappen(pakket).items():
        for wijziging in gedaan:
            if wijziging.plek == _plek(naam) and wijziging.wordt == _tekst(element):
                element.text = wijziging.was


def _plek(naam: str) -> str:
    return f"Eigenschappen van het bestand: {_NAMEN.get(naam, naam)}"


def _tekst(element: _Element | None) -> str:
    return "" if element is None else element.text or ""
