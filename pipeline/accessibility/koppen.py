"""Questions about headings: are they there, in order, and real."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pipeline.accessibility.lezen import Alinea, WordBestand
from pipeline.bevinding import Bevinding
from pipeline.document.headings import in_box
from pipeline.document.open_places import vind_open_plekken

MAX_KOP = 100
"""Characters of a line that can be meant as a heading."""
GROTER = 1.2
"""How many times as large as the text a line must be to look like a heading."""
_GEEN_KOP = ("title", "subtitle", "caption", "header", "footer", "quote", "intense quote", "list paragraph")
_GEEN_KOP_BEGIN = (
    "toc",
    "index",
    "list",
    "lijst",
    "table of",
    "footnote",
    "endnote",
    "titel",
    "bijschrift",
    "inhopg",
)
_EINDE_ZIN = tuple(".,;:!…")


def aanwezig(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether there are headings at all."""
    if not bestand.koppen and any(not alinea.is_leeg for alinea in bestand.alineas):
        yield Bevinding("word-koppen-ontbreken", bestand.geheel)


def niveaus(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether the first heading is of level 1, and no level is left out after that."""
    gevuld = [kop for kop in bestand.koppen if kop.tekst]
    if gevuld and gevuld[0].niveau != 1:
        plaats = bestand.plaats(gevuld[0].alinea)
        yield Bevinding("word-kop-eerste", plaats, str(gevuld[0].niveau))
    for boven, kop in pairwise(gevuld):
        if kop.niveau > boven.niveau + 1:
            plaats = bestand.plaats(kop.alinea)
            yield Bevinding("word-kop-overgeslagen", plaats, str(kop.niveau), str(boven.niveau))


def leeg(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether every heading has words."""
    for alinea in bestand.alineas:
        if alinea.kop is not None and not alinea.tekst.strip():
            yield Bevinding("word-kop-leeg", bestand.plaats(alinea.element, "lege kop"))


def in_boxes(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether no heading stands in a text box or a frame: in the PDF it is plain text."""
    for kop in bestand.koppen:
        if in_box(kop.alinea) and kop.tekst:
            yield Bevinding("word-kop-in-vak", bestand.plaats(kop.alinea), kop.tekst)


def echt(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether lines that look like headings are: short, bold or large as a whole, and text below."""
    gewoon = _gewone_maat(bestand)
    begonnen = False
    for alinea, volgende in pairwise(bestand.alineas):
        begonnen = begonnen or alinea.kop is not None or not bestand.koppen
        if not begonnen or not _kan_kop_zijn(alinea) or volgende.is_leeg or volgende.kop is not None:
            continue
        if _valt_op(bestand, alinea, gewoon) and not _valt_op(bestand, volgende, gewoon):
            yield Bevinding("word-kop-nep", bestand.plaats(alinea.element))


def _kan_kop_zijn(alinea: Alinea) -> bool:
    tekst = alinea.tekst.strip()
    return (
        1 < len(tekst) <= MAX_KOP
        and alinea.kop is None
        and not (alinea.in_tabel or alinea.in_inhoud or alinea.in_lijst)
        and any(map(str.isalpha, tekst))
        and not vind_open_plekken(alinea.element)
        and not tekst.endswith(_EINDE_ZIN)
        and alinea.stijl not in _GEEN_KOP
        and not alinea.stijl.startswith(_GEEN_KOP_BEGIN)
    )


def _valt_op(bestand: WordBestand, alinea: Alinea, gewoon: int) -> bool:
    """Whether all of a paragraph is bold or larger than the text."""
    vormen = [letters for _, _, letters in bestand.runs(alinea)]
    return bool(vormen) and (
        all(letters.vet for letters in vormen) or all(letters.maat >= gewoon * GROTER for letters in vormen)
    )


def _gewone_maat(bestand: WordBestand) -> int:
    """Return the size, in half points, in which most of the text stands."""
    maten: Counter[int] = Counter()
    for alinea in bestand.alineas:
        if alinea.kop is None and not alinea.in_tabel:
            for _, tekst, letters in bestand.runs(alinea):
                maten[letters.maat] += len(tekst)
    return maten.most_common(1)[0][0] if maten else 0
