"""Proves that what a new version changed beside its text is in the merged file or on the list."""

from __future__ import annotations

import re

from pipeline.merge.eigenschappen import eigenschappen
from pipeline.merge.pakket import Pakket
from pipeline.merge.wml import SECTPR, TBL, T, c14n, kind, w
from pipeline.wijziging import Wijziging

_OPSLAGNUMMER = re.compile(rb"<w:rsid [^>]*></w:rsid>")
"""A number that Word gives to each time of saving."""


def vormbewijs(basis: Pakket, nieuw: Pakket, samen: Pakket, wijzigingen: list[Wijziging]) -> list[str]:
    """Return what differs between two versions in form or properties, and was neither put in nor told."""
    fouten = []
    verteld = {wijziging.plek for wijziging in wijzigingen if wijziging.wat == "opmaak"}
    for soort, plek in (("styles", "Stijlen"), ("theme", "Kleuren en lettertypen")):
        if _deel(basis, soort) != _deel(nieuw, soort) and plek not in verteld:
            fouten.append(f"dat {soort} anders is, is niet vermeld")
    if (_bladen(nieuw) - _bladen(basis) - _bladen(samen)) and not verteld:
        fouten.append("dat pagina's een andere maat hebben, is niet vermeld")
    if (_secties(nieuw) - _secties(basis) - _secties(samen)) and not verteld:
        fouten.append("dat een deel andere pagina-instellingen heeft, is niet vermeld")
    breedtes = _tabellen(basis)
    anders = [tekst for tekst, breedte in _tabellen(nieuw).items() if breedtes.get(tekst, breedte) != breedte]
    if anders and not verteld:
        fouten.append("dat een tabel andere kolommen heeft, is niet vermeld")
    was, wordt, nu = (eigenschappen(pakket) for pakket in (basis, nieuw, samen))
    genoemd = {w_.wordt for w_ in wijzigingen if w_.wat == "eigenschap" and w_.uitkomst != "verwerkt"}
    for naam, element in wordt.items():
        waarde = element.text or ""
        is_anders = naam not in was or (was[naam].text or "") != waarde
        if is_anders and (naam not in nu or (nu[naam].text or "") != waarde) and waarde not in genoemd:
            fouten.append(f"de eigenschap {naam} van het bestand is niet bijgewerkt en niet vermeld")
    return fouten


def _deel(pakket: Pakket, soort: str) -> list[bytes]:
    """Return what stands in a part, whatever its order."""
    deel = pakket.deel(soort)
    elementen = list(pakket.boom(deel)) if deel else []
    teksten = [c14n(e) for e in elementen if e.tag != w("latentStyles")]
    return sorted(_OPSLAGNUMMER.sub(b"", tekst) for tekst in teksten)


def _bladen(pakket: Pakket) -> set[str]:
    """Return the sizes and margins that pages have."""
    maten = ([kind(sectie, "pgSz"), kind(sectie, "pgMar")] for sectie in pakket.body.iter(SECTPR))
    return {str([sorted(maat.attrib.items()) for maat in paar if maat is not None]) for paar in maten}


def _secties(pakket: Pakket) -> set[bytes]:
    """Return the settings of the sections, but for their headers and footers."""
    weg = (w("headerReference"), w("footerReference"), w("sectPrChange"), w("pgSz"), w("pgMar"), w("cols"))
    return {c14n(deel) for sectie in pakket.body.iter(SECTPR) for deel in sectie if deel.tag not in weg}


def _tabellen(pakket: Pakket) -> dict[str, list[str]]:
    """Return how wide the columns of each table are, by its text: another text may ask for other columns."""
    tabellen = pakket.body.iter(TBL)
    return {
        "\t".join(t.text or "" for t in tabel.iter(T)): [k.get(w("w"), "") for k in tabel.iter(w("gridCol"))]
        for tabel in tabellen
    }
