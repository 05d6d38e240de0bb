"""Questions about the file as a whole: title, language, protection, and what is still open in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.document import Document
from docx.opc.coreprops import CoreProperties

from pipeline.accessibility.lezen import WordBestand
from pipeline.bevinding import Bevinding
from pipeline.document import ooxml
from pipeline.document.headings import in_box

NEDERLANDS = "nl"
KOPPEN_VOOR_INHOUD = 10
"""Headings from which a reader wants a contents table."""
_MIN_WOORDEN = 5
"""Words from which the language of a text can be told."""
_BESTANDSNAAM = re.compile(
    r".*\.(docx?|dotx?|odt|pdf)|(document|naamloos|untitled|new microsoft word document)[ \d]*", re.IGNORECASE
)
_WOORD = re.compile(r"[^\W\d_]+")
_KENMERKEND = {
    "nl": frozenset(
        (
            "de",
            "het",
            "een",
            "en",
            "van",
            "dat",
            "niet",
            "zijn",
            "met",
            "voor",
            "aan",
            "ook",
            "wij",
            "om",
            "bij",
        )
    ),
    "en": frozenset(
        (
            "the",
            "and",
            "to",
            "that",
            "for",
            "with",
            "are",
            "this",
            "from",
            "by",
            "have",
            "their",
            "which",
            "our",
        )
    ),
}
"""Words that are frequent in one of these languages and rare in the other."""


def titel(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether the file has a title that says what it is about."""
    gevonden = eigenschappen(bestand.document)
    woorden = "" if gevonden is None else gevonden.title.strip()
    if not woorden:
        yield Bevinding("word-titel-ontbreekt", bestand.geheel)
    elif _BESTANDSNAAM.fullmatch(woorden):
        yield Bevinding("word-titel-bestandsnaam", bestand.geheel, woorden)


def taal(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether the file says that it is in Dutch."""
    gevonden = bestand.opmaak.taal
    if not gevonden:
        yield Bevinding("word-taal-ontbreekt", bestand.geheel)
    elif not _is_nederlands(gevonden):
        yield Bevinding("word-taal-anders", bestand.geheel, gevonden)


def taal_van_tekst(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether each text is marked as the language that it is in."""
    for alinea in bestand.alineas:
        if alinea.in_inhoud:
            continue
        per_taal: dict[str, str] = {}
        for _, tekst, letters in bestand.runs(alinea):
            per_taal[letters.taal] = f"{per_taal.get(letters.taal, '')}{tekst}"
        for merk, tekst in per_taal.items():
            lijkt = _lijkt(tekst)
            if merk and lijkt == "nl" and not _is_nederlands(merk):
                yield Bevinding("word-taal-verkeerd", bestand.plaats(alinea.element), merk)
            elif lijkt == "en" and _is_nederlands(merk):
                yield Bevinding("word-taal-vreemd", bestand.plaats(alinea.element))


def inhoud(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether there is a contents table, and whether it has the headings that there are."""
    if bestand.inhoud is None:
        if len(bestand.koppen) >= KOPPEN_VOOR_INHOUD:
            yield Bevinding("word-inhoud-ontbreekt", bestand.geheel, aanvulling=str(len(bestand.koppen)))
        return
    # A heading in a text box has a finding of its own, whether Word lists it or not.
    los = {_kern(kop.volledig) for kop in bestand.koppen if in_box(kop.alinea)}
    gekozen = [kop.volledig for kop, _ in bestand.inhoud.kies(bestand.koppen, bestand.stijlen)]
    verwacht = [woorden for woorden in gekozen if _kern(woorden) not in los]
    staat_er = [woorden for woorden, _ in bestand.inhoud.regels if _kern(woorden) not in los]
    if list(map(_kern, verwacht)) == list(map(_kern, staat_er)):
        return
    nieuw = [woorden for woorden in verwacht if _kern(woorden) not in set(map(_kern, staat_er))]
    oud = [woorden for woorden in staat_er if _kern(woorden) not in set(map(_kern, verwacht))]
    verschil = [f"er hoort bij: {woorden}" for woorden in nieuw] + [
        f"niet meer goed: {woorden}" for woorden in oud
    ]
    plaats = bestand.plaats(bestand.inhoud.alineas[0], "inhoudsopgave")
    yield Bevinding("word-inhoud-verouderd", plaats, "; ".join(verschil[:5]) or "de volgorde is anders")


def beveiliging(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether a program that reads aloud can get at the text, and a person can adapt it."""
    slot = ooxml.find(bestand.document.settings.element, "w:documentProtection")
    if slot is not None and ooxml.get(slot, "w:enforcement") in ("1", "true", "on"):
        yield Bevinding("word-beveiligd", bestand.geheel)


def eigenschappen(document: Document) -> CoreProperties | None:
    """Return the properties of the file; None when it has none, where python-docx would make some up."""
    pakket = document.part.package
    soorten = [relatie.reltype for relatie in pakket.rels.values()]
    return pakket.core_properties if any(soort.endswith("/core-properties") for soort in soorten) else None


def _is_nederlands(merk: str) -> bool:
    return merk.lower().split("-")[0] == NEDERLANDS


def _lijkt(tekst: str) -> str:
    """Return the language that a text is clearly in: 'nl', 'en', or empty when that cannot be told."""
    woorden = [woord.lower() for woord in _WOORD.findall(tekst)]
    if len(woorden) < _MIN_WOORDEN:
        return ""
    aantal = {t: sum(woord in eigen for woord in woorden) for t, eigen in _KENMERKEND.items()}
    for een, ander in (("nl", "en"), ("en", "nl")):
        if aantal[een] >= max(2, len(woorden) / 5) and aantal[ander] <= aantal[een] / 5:
            return een
    return ""


def _kern(woorden: str) -> str:
    """Return letters and digits: Word puts other white space and signs between number and text."""
    return "".join(filter(str.isalnum, woorden)).lower()
