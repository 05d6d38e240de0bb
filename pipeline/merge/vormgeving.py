"""Tells what a new version changed in form that no tracked change can carry."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element

from pipeline.document.ooxml import number
from pipeline.merge.blokken import Blok
from pipeline.merge.pakket import Pakket
from pipeline.merge.wml import PPR, RPR, RUN, SECTPR, TBL, VAL, c14n, kind, maak, ouder, w, waarde
from pipeline.sequences import matching_blocks

_INSTELLINGEN = ("evenAndOddHeaders", "autoHyphenation", "defaultTabStop", "mirrorMargins", "themeFontLang")
"""The settings of a document that show."""
_VEEL = 8
"""Names of styles that a person still reads; beyond that they are counted."""
_MAAT = 567
"""Twentieths of a point in a centimetre."""
_BLAD = ("pgSz", "pgMar", "cols")
"""Settings of a section that can be told in centimetres."""
_WOORD = re.compile(r"\w+")
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
        return "De letters zien er anders uit." if _andere_letters(oud, nieuw) else ""
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


def huiskleuren(pakket: Pakket) -> set[tuple[str, str]]:
    """Return the colours of the styles: LibreOffice writes those of a table in each of its cells."""
    deel = pakket.deel("styles")
    vormen = _zichtbaar(pakket.boom(deel)) if deel else set()
    return {(tag, waarde_) for tag, waarde_ in vormen if tag in (w("color"), w("shd"))}


def eigen_opmaak(oud: _Element, bewerkt: _Element, huis: set[tuple[str, str]]) -> bool:
    """Whether staff gave letters, paragraphs or cells a form that is neither generated nor of the house."""
    return bool(_zichtbaar(bewerkt) - _zichtbaar(oud) - huis)


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
    return c14n(kopie) if len(kopie) or kopie.attrib else b""


def _andere_letters(oud: Blok, nieuw: Blok) -> bool:
    """Whether the words that two versions of a paragraph share have another form."""
    if oud.tekst == nieuw.tekst:
        return _letters(oud) != _letters(nieuw)
    was, wordt = _woorden(oud), _woorden(nieuw)
    gelijk = matching_blocks([woord for woord, _ in was], [woord for woord, _ in wordt])
    return any(was[a : a + n] != wordt[b : b + n] for a, b, n in gelijk)


def _woorden(blok: Blok) -> list[tuple[str, list[bytes]]]:
    """Return the words of a block, each with the forms of its letters."""
    letters = _letters(blok)
    vormen = [vorm for vorm, tekst in letters for _ in tekst]
    tekst = "".join(tekst for _, tekst in letters)
    return [(m[0], list(dict.fromkeys(vormen[m.start() : m.end()]))) for m in _WOORD.finditer(tekst)]


def _letters(blok: Blok) -> list[tuple[bytes, str]]:
    """Return the text of a block by what is special about its letters."""
    uit: list[tuple[bytes, str]] = []
    for run in blok.element.iter(RUN):
        eigenschappen = kind(run, "rPr")
        vorm = b"" if eigenschappen is None else _letterform(c14n(eigenschappen))
        tekst = "".join(t.text or "" for t in run.iter(w("t")))
        if uit and uit[-1][0] == vorm:
            uit[-1] = (vorm, uit[-1][1] + tekst)
        elif tekst:
            uit.append((vorm, tekst))
    return uit


@lru_cache(maxsize=4096)
def _letterform(properties: bytes) -> bytes:
    """Return what is special about letters with these properties; a plan has few kinds of letters."""
    return _xml(etree.fromstring(properties), *_IN_TEKST)


def _andere_stijlen(oud: Pakket, nieuw: Pakket) -> list[str]:
    """Return the names of the styles that changed, came or went; two styles may have one name."""
    was, wordt = (_stijlen(pakket) for pakket in (oud, nieuw))
    anders = (stijl for stijl in was.keys() | wordt.keys() if was.get(stijl) != wordt.get(stijl))
    return sorted({naam for _, naam, _ in anders})


def _stijlen(pakket: Pakket) -> dict[tuple[str, str, str], bytes]:
    """Return the styles by kind, name and id."""
    deel = pakket.deel("styles")
    uit: dict[tuple[str, str, str], bytes] = {}
    for element in pakket.boom(deel) if deel else ():
        naam = waarde(element, "name") if element.tag == w("style") else "standaard van het document"
        if element.tag != w("latentStyles"):
            sleutel = element.get(w("type"), ""), naam, element.get(w("styleId"), "")
            uit[sleutel] = uit.get(sleutel, b"") + _xml(element, "rsid")
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
    return c14n(pakket.boom(deel)) if deel else b""


def _instellingen(pakket: Pakket) -> list[bytes]:
    deel = pakket.deel("settings")
    # A setting without a value is one that is on.
    gevonden = [kind(pakket.boom(deel), naam) for naam in _INSTELLINGEN] if deel else []
    return [b"" if element is None else c14n(element) for element in gevonden]


def _andere_bladen(oud: Pakket, nieuw: Pakket, bewerkt: Pakket) -> list[Vormverschil]:
    """Return where pages have another size, direction, margins or other settings."""
    was, wordt, is_nu = (
        [s for s in p.body.iter(SECTPR) if ouder(s).tag != w("sectPrChange")] for p in (oud, nieuw, bewerkt)
    )
    if len(was) != len(wordt):
        bekend = [_blad(sectie) for sectie in was]
        zinnen = [
            f"Een deel van het document heeft andere pagina's: {blad}."
            for blad in dict.fromkeys(map(_blad, wordt))
            if blad not in bekend
        ]
        if len(is_nu) != len(wordt):
            zinnen.append("Het document heeft een deel met eigen pagina's meer of minder.")
        return [Vormverschil("Pagina's", "", zin) for zin in zinnen]
    uit = []
    for nummer, (a, b) in enumerate(zip(was, wordt, strict=True)):
        hier = is_nu[nummer] if len(is_nu) == len(was) else None
        uit += [
            Vormverschil(f"Deel {nummer + 1} van het document", *verschil)
            for verschil in _ander_blad(a, b, hier)
        ]
    return uit


def _ander_blad(oud: _Element, nieuw: _Element, hier: _Element | None) -> list[tuple[str, str]]:
    """Return what differs between two versions of a section and is not yet so in the edited file."""
    uit = []
    was, wordt = _blad(oud), _blad(nieuw)
    if was != wordt and (hier is None or _blad(hier) != wordt):
        uit.append((was, wordt))
    a, b = _instellingen_van(oud), _instellingen_van(nieuw)
    c = {} if hier is None else _instellingen_van(hier)
    anders = {naam for naam in a.keys() | b.keys() if a.get(naam) != b.get(naam)}
    if was != wordt:
        anders -= set(map(w, _BLAD))
    if any(hier is None or c.get(naam) != b.get(naam) for naam in anders):
        uit.append(("", "De pagina-instellingen zijn anders."))
    return uit


def _instellingen_van(sectie: _Element) -> dict[str, bytes]:
    """Return the settings of a section by name; its headers and footers are parts of their own."""
    weg = (w("headerReference"), w("footerReference"), w("sectPrChange"))
    return {str(element.tag): c14n(element) for element in sectie if element.tag not in weg}


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
    return number(element.get(w(naam))) / _MAAT
