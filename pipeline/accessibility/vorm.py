"""Questions about how text looks: contrast, size, underlining, movement, borders, justified lines."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.accessibility.kleur import als_hex, contrast
from pipeline.accessibility.lezen import WordBestand
from pipeline.accessibility.opmaak import Letters
from pipeline.bevinding import Bevinding
from pipeline.document import ooxml
from pipeline.document.fields import vind_velden

GENOEG, GENOEG_GROOT = 4.5, 3.0
"""The least contrast of text, and of large text (WCAG 2.1, 1.4.3)."""
GROOT, GROOT_VET = 36, 28
"""Half points from which text is large: 18 points, or 14 points and bold (WCAG 2.1, 'large scale')."""
MIN_MAAT = 18
"""Half points below which text is hard to read in print."""
_LINKS = (qn("w:hyperlink"), qn("w:fldSimple"))


def kleurcontrast(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether the colour of all text differs enough from what is behind it."""
    for alinea in bestand.alineas:
        gezien = set()
        for _, _, letters in bestand.runs(alinea):
            if letters.kleur is None or (letters.kleur, letters.achtergrond) in gezien:
                continue
            gezien.add((letters.kleur, letters.achtergrond))
            verhouding = contrast(letters.kleur, letters.achtergrond)
            nodig = GENOEG_GROOT if _is_groot(letters) else GENOEG
            if verhouding < nodig:
                paar = f"{als_hex(letters.kleur)} op {als_hex(letters.achtergrond)}"
                maat = f"{verhouding:.1f}".replace(".", ",")
                yield Bevinding("word-contrast", bestand.plaats(alinea.element), paar, maat)


def grootte(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether no text is very small; the small letters of a table are told once."""
    told: set[tuple[_Element | None, int]] = set()
    for alinea in bestand.alineas:
        maten = [letters.maat for _, _, letters in bestand.runs(alinea) if not letters.klein_gezet]
        table = next(alinea.element.iterancestors(qn("w:tbl")), None)
        if maten and min(maten) < MIN_MAAT and (table is None or (table, min(maten)) not in told):
            told.add((table, min(maten)))
            punten = f"{min(maten) / 2:g}".replace(".", ",")
            yield Bevinding("word-tekst-klein", bestand.plaats(alinea.element), punten)


def onderstreping(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether only links are underlined."""
    in_veld = _runs_van_links(bestand.body)
    for alinea in bestand.alineas:
        for run, tekst, letters in bestand.runs(alinea):
            los = next(run.iterancestors(*_LINKS), None) is None and run not in in_veld
            if letters.onderstreept and los and any(map(str.isalpha, tekst)):
                yield Bevinding("word-onderstreept", bestand.plaats(alinea.element), tekst.strip())
                break


def beweging(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether no text blinks or moves."""
    for alinea in bestand.alineas:
        if any(letters.beweegt for _, _, letters in bestand.runs(alinea)):
            yield Bevinding("word-effect", bestand.plaats(alinea.element))


def randen(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether no paragraph has a border, which a PDF shows to a screen reader as content."""
    for alinea in bestand.alineas:
        rand = bestand.opmaak.van_alinea(alinea.element, "w:pBdr")
        if rand is not None and any(ooxml.get(kant) not in ("none", "nil", "") for kant in rand):
            yield Bevinding("word-rand", bestand.plaats(alinea.element))


def uitlijning(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether lines are not stretched to one width."""
    uitgevuld = [
        alinea.element
        for alinea in bestand.alineas
        if not alinea.is_leeg and _is_uitgevuld(bestand.opmaak.van_alinea(alinea.element, "w:jc"))
    ]
    if uitgevuld:
        yield Bevinding("word-uitgevuld", bestand.plaats(uitgevuld[0]), str(len(uitgevuld)))


def _is_uitgevuld(uitlijning: _Element | None) -> bool:
    return uitlijning is not None and ooxml.get(uitlijning) in ("both", "distribute")


def _is_groot(letters: Letters) -> bool:
    return letters.maat >= (GROOT_VET if letters.vet else GROOT)


def _runs_van_links(body: _Element) -> set[_Element]:
    """Return the runs that a HYPERLINK or reference field shows."""
    uit: set[_Element] = set()
    for veld in vind_velden(body):
        if veld.verwijst_met("HYPERLINK", "REF", "PAGEREF"):
            uit |= {next(tekst.iterancestors(qn("w:r"))) for tekst in veld.resultaat}
    return uit
