"""Tells what a new version changed in form that no tracked change can carry."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from pipeline.merge.blokken import Blok
from pipeline.merge.pakket import Pakket
from pipeline.merge.wml import PPR, RPR, RUN, SECTPR, TBL, VAL, kind, maak, ouder, w, waarde

_INSTELLINGEN = ("evenAndOddHeaders", "autoHyphenation", "defaultTabStop", "mirrorMargins", "themeFontLang")
"""The settings of a document that show."""
_VEEL = 8
"""Names of styles that a person still reads; beyond that they are counted."""
_MAAT = 567
"""Twentieths of a point in a centimetre."""
_IN_TEKST = ("rStyle", "b", "i", "u", "strike", "dstrike", "caps", "smallCaps", "vanish", "vertAlign")
"""Form of letters that goes with the words when they are merged."""


_OPVALLEND = (("color", VAL), ("sz", VAL), ("rFonts", w("ascii")), ("shd", w("fill")), ("jc", VAL))
"""What staff set on a text and see at once; the mark at the end of a paragraph has it too, unseen."""


@dataclass(frozen=True, slots=True)
class Vormverschil:
    """Something in the form of the whole document that the new version has otherwise."""

    plek: str
    was: str
    wordt: str


def huisstijl(oud: Pakket, nieuw: Pakket, bewerkt: Pakket) -> list[Vormverschil]:
    """Return what differs between two versions in styles, lists, pages and other parts without text."""
    uit = []
    namen = _andere_stijlen(oud, nieuw)
    if namen:
        lijst = ", ".join(namen) if len(namen) <= _VEEL else f"{len(namen)} stijlen"
        uit.append(Vormverschil("Stijlen", "", f"Deze stijlen zien er anders uit: {lijst}."))
    if _lijstvormen(oud) != _lijstvormen(nieuw):
        uit.append(Vormverschil("Lijsten en nummering", "", "De lijsten of nummers zien er anders uit."))
    if _kleuren(oud) != _kleuren(nieuw):
        uit.append(Vormverschil("Kleuren en lettertypen", "", "Het thema van het document is anders."))
    if _instellingen(oud) != _instellingen(nieuw):
        uit.append(Vormverschil("Instellingen", "", "Afbreken, tabs of kopteksten zijn anders ingesteld."))
    return uit + _andere_bladen(oud, nieuw, bewerkt)


def andere_opmaak(oud: Blok, nieuw: Blok) -> str:
    """Return in a sentence what differs in form between two versions of a paragraph or table, or nothing.

    What goes along with its words and its paragraphs is left out.
    """
    if oud.soort != TBL:
        anders = oud.tekst == nieuw.tekst and _letters(oud) != _letters(nieuw)
        return "De letters zien er anders uit." if anders else ""
    if _xml(kind(oud.element, "tblPr"), "tblW") != _xml(kind(nieuw.element, "tblPr"), "tblW"):
        return "De tabel ziet er anders uit."
    # How wide a column is follows from what is in it: another text is reason enough.
    breedtes = (_xml(kind(blok.element, "tblGrid")) for blok in (oud, nieuw))
    if oud.tekst == nieuw.tekst and next(breedtes) != next(breedtes):
        return "De kolommen van de tabel hebben een andere breedte."
    per_tekst = {rij.tekst: rij for rij in oud.rijen}
    rijen = [(per_tekst[rij.tekst], rij) for rij in nieuw.rijen if rij.tekst in per_tekst]
    if any(_cellen(a) != _cellen(b) for a, b in rijen):
        return "De rijen of cellen van de tabel zien er anders uit."
    if any(_letters(a) != _letters(b) for a, b in rijen):
        return "De letters in de tabel zien er anders uit."
    return ""


def eigen_opmaak(oud: _Element, bewerkt: _Element) -> bool:
    """Whether staff gave letters, paragraphs or cells a form that was not generated."""
    return bool(_zichtbaar(bewerkt) - _zichtbaar(oud))


def _zichtbaar(element: _Element) -> set[tuple[str, str]]:
    """Return what is set on the letters, paragraphs and cells themselves and shows at once."""
    gevonden = (
        (str(vorm.tag), vorm.get(kenmerk, ""))
        for naam, kenmerk in _OPVALLEND
        for vorm in element.iter(w(naam))
        if ouder(vorm).tag != RPR or ouder(ouder(vorm)).tag != PPR
    )
    return {(naam, waarde_) for naam, waarde_ in gevonden if waarde_ not in ("", "auto", "left", "start")}


def _cellen(rij: Blok) -> list[bytes]:
    """Return the form of a row and its cells, but for their width, which follows from the columns."""
    cellen = [_xml(kind(cel.element, "tcPr"), "tcW") for cel in rij.cellen]
    return [_xml(kind(rij.element, "trPr"), "ins", "del"), *cellen]


def _xml(element: _Element | None, *zonder: str) -> bytes:
    """Return an element in one form, without its children of these names."""
    if element is None:
        return b""
    kopie = copy.deepcopy(element)
    kopie.tail = None
    for naam in zonder:
        for deel in kopie.findall(w(naam)):
            kopie.remove(deel)
    return etree.tostring(kopie, method="c14n") if len(kopie) or kopie.attrib else b""


def _letters(blok: Blok) -> list[tuple[bytes, str]]:
    """Return the text of a block by what is special about its letters."""
    uit: list[tuple[bytes, str]] = []
    for run in blok.element.iter(RUN):
        vorm = _xml(kind(run, "rPr"), *_IN_TEKST)
        tekst = "".join(t.text or "" for t in run.iter(w("t")))
        if uit and uit[-1][0] == vorm:
            uit[-1] = (vorm, uit[-1][1] + tekst)
        elif tekst:
            uit.append((vorm, tekst))
    return uit


def _andere_stijlen(oud: Pakket, nieuw: Pakket) -> list[str]:
    """Return the names of the styles that changed, came or went."""
    was, wordt = (_stijlen(pakket) for pakket in (oud, nieuw))
    return sorted(naam for naam in was.keys() | wordt.keys() if was.get(naam) != wordt.get(naam))


def _stijlen(pakket: Pakket) -> dict[str, bytes]:
    deel = pakket.deel("styles")
    uit = {}
    for element in pakket.boom(deel) if deel else ():
        naam = waarde(element, "name") if element.tag == w("style") else "standaard van het document"
        if element.tag != w("latentStyles"):
            uit[naam] = _xml(element, "rsid")
    return uit


def _lijstvormen(pakket: Pakket) -> list[bytes]:
    """Return how lists look; that a list is there once more is no matter of form."""
    deel = pakket.deel("numbering")
    vormen = []
    for lijst in pakket.boom(deel).iter(w("abstractNum")) if deel else ():
        kopie = maak("abstractNum", [copy.deepcopy(e) for e in lijst if e.tag not in (w("nsid"), w("tmpl"))])
        vormen.append(_xml(kopie))
    return sorted(set(vormen))


def _kleuren(pakket: Pakket) -> bytes:
    deel = pakket.deel("theme")
    return etree.tostring(pakket.boom(deel), method="c14n") if deel else b""


def _instellingen(pakket: Pakket) -> list[bytes]:
    deel = pakket.deel("settings")
    return [_xml(kind(pakket.boom(deel), naam)) for naam in _INSTELLINGEN] if deel else []


def _andere_bladen(oud: Pakket, nieuw: Pakket, bewerkt: Pakket) -> list[Vormverschil]:
    """Return where pages have another size, direction or margins."""
    was, wordt, is_nu = ([_blad(s) for s in p.body.iter(SECTPR)] for p in (oud, nieuw, bewerkt))
    if len(was) != len(wordt):
        return [
            Vormverschil("Pagina's", "", f"Een deel van het document heeft andere pagina's: {blad}.")
            for blad in dict.fromkeys(wordt)
            if blad not in was
        ]
    return [
        Vormverschil(f"Deel {nummer + 1} van het document", a, b)
        for nummer, (a, b) in enumerate(zip(was, wordt, strict=True))
        if a != b and (len(is_nu) != len(was) or is_nu[nummer] != b)
    ]


def _blad(sectie: _Element) -> str:
    """Return size, direction and margins of the pages of a section, in centimetres."""
    maat, marges = kind(sectie, "pgSz"), kind(sectie, "pgMar")
    delen = []
    if maat is not None:
        breedte, hoogte = (_cm(maat, naam) for naam in ("w", "h"))
        richting = "liggend" if breedte > hoogte else "staand"
        delen.append(f"{richting}, {breedte:.1f} bij {hoogte:.1f} cm")
    if marges is not None:
        cm = " / ".join(f"{_cm(marges, naam):.1f}" for naam in ("top", "right", "bottom", "left"))
        delen.append(f"marges {cm} cm")
    kolommen = kind(sectie, "cols")
    aantal = "1" if kolommen is None else kolommen.get(w("num"), "1")
    return ", ".join([*delen, *([] if aantal == "1" else [f"{aantal} kolommen"])]).replace(".", ",")


def _cm(element: _Element, naam: str) -> float:
    waarde_ = element.get(w(naam), "0")
    return int(waarde_) / _MAAT if waarde_.lstrip("-").isdigit() else 0.0
