"""Opens any Word file safely: the only module that loads a .docx that this program did not just make."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from lxml import etree

from pipeline.bevinding import Bevinding, WordPlaats
from pipeline.document.sound import sound
from pipeline.package import (
    CONTENT_TYPES,
    KAPOT,
    MAX_DEEL,
    Geweigerd,
    getal,
    is_xml,
    keur_maten,
    keur_stuk,
    lees_pakket,
    te_groot,
)

MAX_XML = 4 * MAX_DEEL
"""Bytes of all parts in XML together, as all are loaded whole."""
MAX_TAGS = 300_000
"""Tags of all parts; a plan of 30 pages has some 15,000.  This much takes ten seconds."""
_DUBBEL = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BEELDEN = "word/media/"
_BEGIN, _STUK, _OVERLAP = 1024, 1024**2, 16
_STRICT = b"http://purl.oclc.org/ooxml/"
NIET_GELEZEN = (*KAPOT, PackageNotFoundError, etree.XMLSyntaxError, AttributeError, TypeError)
"""What python-docx gives for a package that does not hold together; it has no error of its own for that."""


def open_word(pad: Path, bevindingen: list[Bevinding]) -> Document | None:
    """Open a Word file; return None, with a finding, for one that is damaged, too large or none at all.

    Raises OSError when the file cannot be read at all.
    """
    plaats = WordPlaats(pad.name)
    try:
        inhoud = lees_pakket(pad)
    except Geweigerd as fout:
        bevindingen.append(_als_bevinding(fout, plaats))
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            keur(pakket)
        document = load(inhoud)
    except Geweigerd as fout:
        bevindingen.append(_als_bevinding(fout, plaats))
        return None
    except NIET_GELEZEN:
        bevindingen.append(Bevinding("word-onleesbaar", plaats, aanvulling="beschadigd of niet compleet"))
        return None
    _verwijder_dubbel(document)
    return document


def load(content: bytes) -> Document:
    """Load a Word file that was judged before, put in order where other programs left it out of order.

    Raises Geweigerd for one without a text, and what python-docx raises for one that is damaged.
    """
    document = docx.Document(io.BytesIO(sound(content)))
    if document.element.body is None:
        raise Geweigerd("vreemd", "er staat niets in")
    return document


def sloten(pad: Path) -> list[Path]:
    """Return the lock files beside a Word file: Word and LibreOffice make one while they have it open.

    Word puts `~$` in the place of the first two characters of a longer name.
    """
    namen = (f"~${pad.name}", f"~${pad.name[2:]}", f".~lock.{pad.name}#")
    return [slot for slot in map(pad.with_name, namen) if slot.exists()]


def keur(pakket: zipfile.ZipFile) -> None:
    """Raise Geweigerd for a package that is not to be loaded as a Word file."""
    keur_maten(pakket, lambda naam: not naam.startswith(_BEELDEN))
    namen = pakket.namelist()
    if CONTENT_TYPES not in namen:
        raise Geweigerd("vreemd", _soort(namen))
    omvang = tags = 0
    for deel in pakket.infolist():
        if deel.filename.startswith(_BEELDEN):
            continue
        with pakket.open(deel) as bron:
            stuk = bron.read(_BEGIN)
            if not is_xml(stuk):
                continue
            rest = b""
            while stuk:
                keur_stuk(rest + stuk, deel.filename)
                if deel.filename == CONTENT_TYPES and b"macroEnabled" in rest + stuk:
                    raise Geweigerd("vreemd", "een Word-bestand met macro's (.docm)")
                if _STRICT in rest + stuk:
                    raise Geweigerd("vreemd", "een Word-bestand van de soort Strict Open XML")
                omvang += len(stuk)
                tags += stuk.count(b"<")
                if omvang > MAX_XML:
                    raise te_groot(omvang)
                if tags > MAX_TAGS:
                    raise Geweigerd("groot", f"meer dan {getal(MAX_TAGS)} onderdelen")
                rest, stuk = stuk[-len(_STRICT) - _OVERLAP :], bron.read(_STUK)
    if not any(naam.startswith("word/") for naam in namen):
        raise Geweigerd("vreemd", _soort(namen))


def _soort(namen: list[str]) -> str:
    if any(naam.startswith("xl/") for naam in namen):
        return "een Excel-bestand"
    if any(naam.startswith("ppt/") for naam in namen):
        return "een PowerPoint-bestand"
    return "een tekst van LibreOffice (.odt)" if "content.xml" in namen else "geen Word-bestand"


def _verwijder_dubbel(document: Document) -> None:
    """Take away the second form that Word keeps of a drawing, for programs that do not know the first."""
    for dubbel in list(
        document.element.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
    ):
        ouder = dubbel.getparent()
        if ouder is not None and len(ouder) > 1:
            ouder.remove(dubbel)


def _als_bevinding(fout: Geweigerd, plaats: WordPlaats) -> Bevinding:
    match fout.soort:
        case "groot":
            return Bevinding("word-te-groot", plaats, aanvulling=fout.gevonden)
        case "versleuteld":
            return Bevinding("word-versleuteld", plaats)
        case "onveilig":
            return Bevinding("word-onveilig", plaats, aanvulling=fout.gevonden)
        case "oud":
            return Bevinding("word-onleesbaar", plaats, aanvulling="een oud Word-bestand (.doc)")
        case "vreemd":
            return Bevinding("word-onleesbaar", plaats, aanvulling=fout.gevonden)
        case "leeg":
            return Bevinding("word-onleesbaar", plaats, aanvulling="het is leeg")
        case "ontbreekt" | "geen-pakket":
            geen = "het is er niet" if fout.soort == "ontbreekt" else "het is geen Word-bestand"
            return Bevinding("word-onleesbaar", plaats, aanvulling=geen)
