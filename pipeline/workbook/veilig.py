"""Looks at a file before it is loaded: whether it is a workbook, and small enough to load.

A workbook is a zip of parts in XML.  Both can be made so that a small file fills the memory of a
computer, on purpose or by colouring a million empty rows.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pipeline.bevinding import Bevinding, Plaats
from pipeline.package import KAPOT, Geweigerd, getal, is_xml, keur_maten, keur_stuk, lees_pakket
from pipeline.workbook.beside import find_beside
from pipeline.workbook.repair import mend, needs_mending, real_names

MAX_GELADEN = 64 * 1024**2
"""Bytes of all parts when loaded; 20,000 activities are about 25 megabytes."""
MAX_RIJEN, MAX_CELLEN = 25_000, 250_000
"""Of all sheets together."""
MAX_MOEITE = 4_000_000
"""How much work it is to load: see _Telling.  This much takes some ten seconds."""
MAX_TEKST = 1024**2
"""Bytes between two tags; what is longer is cut, as Excel allows 32,767 characters."""

_BEGIN, _STUK = 1024, 1024**2
_ANDERE_SOORTEN = {
    "mimetype": "een rekenblad van LibreOffice (.ods)",
    "xl/workbook.bin": "een binaire werkmap (.xlsb)",
    "word/document.xml": "een Word-bestand",
}
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_BEELDEN, _MACROS, _KOPPELINGEN = "xl/media/", "vbaProject.bin", "xl/externalLinks/"
_BIT_VOOR_BIT = re.compile(r"[/\\]?xl[/\\](worksheets[/\\][^/\\]+|sharedStrings\.xml)", re.IGNORECASE)

_RIJ = re.compile(rb"<(?:\w+:)?row[\s/>]")
_CEL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_LEGE_CEL = re.compile(rb"<(?:\w+:)?c\s(?=[^<>]*\br=)[^<>]*(?:/>|>\s*</(?:\w+:)?c>)")
_LEGE_RIJ = re.compile(rb"<(?:\w+:)?row\s(?=[^<>]*\br=)[^<>]*(?:/>|>\s*</(?:\w+:)?row>)")
"""What is empty and tells its own place, so that it can be left out."""
_BEREIK = re.compile(
    rb"<(?:\w+:)?(?:mergeCell|hyperlink|comment)\s[^<>]*?"
    rb"""\bref\s*=\s*["']\$?([A-Za-z]+)\$?(\d{1,9}):\$?([A-Za-z]+)\$?(\d{1,9})"""
)
"""A range of which openpyxl makes every cell."""
_ZONDER_UITKOMST = re.compile(
    rb"(?:</(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^<>]*)?/>)(?!\s*<(?:\w+:)?v(?:\s[^<>]*)?>[^<])"
)
"""A formula without a stored result."""
_LINK_FORMULA = re.compile(rb"<(?:\w+:)?f(?:\s[^<>]*)?>[^<]*?HYPERLINK\s*\(", re.IGNORECASE)


@dataclass(frozen=True)
class Pakket:
    """A workbook that can be loaded."""

    inhoud: io.BytesIO
    formules_zonder_uitkomst: bool
    """Whether there may be any."""
    links_by_formula: bool
    """Whether a formula makes a link."""


class _Geweigerd(Exception):
    """The file is not to be loaded."""

    def __init__(self, bevinding: Bevinding) -> None:
        super().__init__(bevinding.code)
        self.bevinding = bevinding


@dataclass
class _Telling:
    """How much the parts of a workbook hold."""

    omvang: int = 0
    """In bytes."""
    moeite: int = 0
    """The number of tags; what openpyxl makes objects of counts ten times."""
    rijen: int = 0
    cellen: int = 0
    """With the cells of the ranges that the file names."""
    gekort: bool = False
    formules_zonder_uitkomst: bool = False
    links_by_formula: bool = False
    to_mend: bool = False

    def tel(self, stuk: bytes, deel: zipfile.ZipInfo) -> None:
        self.omvang += len(stuk)
        self.moeite += stuk.count(b"<") * (1 if _in_delen(deel) else 10) + 10 * stuk.count(b"rPr>")
        self.rijen += len(_RIJ.findall(stuk))
        self.cellen += len(_CEL.findall(stuk))
        self.cellen += sum(_oppervlak(*bereik.groups()) for bereik in _BEREIK.finditer(stuk))
        if not self.formules_zonder_uitkomst:
            self.formules_zonder_uitkomst = _ZONDER_UITKOMST.search(stuk) is not None
        self.links_by_formula = self.links_by_formula or _LINK_FORMULA.search(stuk) is not None
        self.to_mend = self.to_mend or needs_mending(stuk)

    def package(self, content: io.BytesIO) -> Pakket:
        """Return the workbook that was looked at, mended where that is needed."""
        content = mend(content) if self.to_mend else content
        return Pakket(content, self.formules_zonder_uitkomst, self.links_by_formula)

    def te_veel(self) -> list[str]:
        """Return in words what is more than can be loaded."""
        maten = (
            (self.omvang, MAX_GELADEN, f"{getal(self.omvang // 1024**2)} MB"),
            (self.rijen, MAX_RIJEN, f"{getal(self.rijen)} rijen"),
            (self.cellen, MAX_CELLEN, f"{getal(self.cellen)} cellen"),
            (self.moeite, MAX_MOEITE, "heel veel opmaak"),
        )
        return [woorden for aantal, grens, woorden in maten if aantal > grens]


def maak_veilig(pad: Path, bevindingen: list[Bevinding]) -> Pakket | None:
    """Return a workbook that can be loaded; None, with a finding, for what cannot.

    Where there is too much in it, its empty cells are left out.  Adds a finding for all that a
    reader of the workbook should know: that it is open, holds macros or leans on other files.
    """
    plaats = Plaats(pad.name)
    try:
        inhoud = io.BytesIO(lees_pakket(pad))
        with zipfile.ZipFile(inhoud) as pakket:
            pakket_uit = _keur(pakket, inhoud, plaats, bevindingen)
    except _Geweigerd as geweigerd:
        bevindingen.append(geweigerd.bevinding)
        return None
    except Geweigerd as geweigerd:
        bevindingen.append(_als_bevinding(geweigerd, plaats))
        return None
    except PermissionError:
        bevindingen.append(Bevinding("bestand-geen-toegang", plaats))
        return None
    except KAPOT:
        bevindingen.append(Bevinding("bestand-onleesbaar", plaats, aanvulling="beschadigd of niet compleet"))
        return None
    sloten = (pad.with_name(f"~${pad.name}"), pad.with_name(f".~lock.{pad.name}#"))
    bevindingen += [
        Bevinding("bestand-open", plaats, aanvulling=slot.name) for slot in sloten if slot.exists()
    ]
    return pakket_uit


def _keur(
    pakket: zipfile.ZipFile, inhoud: io.BytesIO, plaats: Plaats, bevindingen: list[Bevinding]
) -> Pakket:
    for naam, soort in _ANDERE_SOORTEN.items():
        if naam in pakket.namelist():
            raise _andere_soort(plaats, soort)
    if "[content_types].xml" not in {naam.lower().lstrip("/\\") for naam in pakket.namelist()}:
        raise _Geweigerd(Bevinding("bestand-onleesbaar", plaats, aanvulling="het is geen werkmap"))
    keur_maten(pakket, lambda naam: not _BIT_VOOR_BIT.fullmatch(naam) and not naam.startswith(_BEELDEN))
    delen = pakket.infolist()
    telling = _Telling(to_mend=bool(real_names(pakket)))
    for deel in delen:
        for stuk in _stukken(pakket, deel, telling, plaats):
            telling.tel(stuk, deel)
    _meld_ongelezen([deel.filename for deel in delen], plaats, bevindingen)
    if not telling.te_veel() and not telling.gekort:
        return telling.package(inhoud)
    return _zonder_leeg(pakket, telling, plaats, bevindingen)


def _meld_ongelezen(namen: list[str], plaats: Plaats, bevindingen: list[Bevinding]) -> None:
    """Report what the file holds beside cells: nobody reads that."""
    if any(naam.endswith(_MACROS) for naam in namen):
        bevindingen.append(Bevinding("macros-niet-gelezen", plaats))
    if any(naam.startswith(_KOPPELINGEN) for naam in namen):
        bevindingen.append(Bevinding("koppelingen-extern", plaats))
    if any(naam.startswith(_BEELDEN) for naam in namen):
        bevindingen.append(Bevinding("plaatje-in-werkmap", plaats))


def _zonder_leeg(
    bron: zipfile.ZipFile, was: _Telling, plaats: Plaats, bevindingen: list[Bevinding]
) -> Pakket:
    """Copy a workbook without its empty cells and with its texts cut; refuse it when that is not enough."""
    uit = io.BytesIO()
    telling = _Telling(to_mend=was.to_mend)
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as doel:
        for deel in bron.infolist():
            with doel.open(deel.filename, "w") as kopie:
                for stuk in _stukken(bron, deel, telling, plaats):
                    kort = _LEGE_RIJ.sub(b"", _LEGE_CEL.sub(b"", stuk))
                    telling.tel(kort, deel)
                    if telling.omvang > MAX_GELADEN:
                        raise _te_vol(plaats, telling)
                    kopie.write(kort)
    if telling.te_veel():
        raise _te_vol(plaats, telling)
    if was.te_veel():
        aantal = was.rijen - telling.rijen + was.cellen - telling.cellen
        bevindingen.append(Bevinding("opmaak-leeg", plaats, aanvulling=getal(aantal)))
    return telling.package(uit)


def _stukken(
    pakket: zipfile.ZipFile, deel: zipfile.ZipInfo, telling: _Telling, plaats: Plaats
) -> Iterator[bytes]:
    """Give a part of XML in pieces that end with a tag; other parts are nobody's to load.

    Of a text that is too long only the begin is given.
    """
    if deel.filename.startswith(_BEELDEN):
        return
    rest, overslaan = b"", False
    with pakket.open(deel) as bron:
        begin = bron.read(_BEGIN)
        if not is_xml(begin):
            return
        for stuk in chain([begin], iter(lambda: bron.read(_STUK), b"")):
            if not overslaan:
                rest += stuk
            elif b"<" in stuk:
                rest += stuk[stuk.index(b"<") :]
                overslaan = False
            keur_stuk(rest, deel.filename)
            if _STRICT in rest:
                raise _andere_soort(plaats, "een werkmap van de soort Strict Open XML")
            eind = _eind(rest)
            yield rest[:eind]
            rest = rest[eind:]
            if len(rest) > MAX_TEKST:
                rest, overslaan, telling.gekort = _kort(rest), True, True
    yield rest


def _in_delen(deel: zipfile.ZipInfo) -> bool:
    """Whether a part is loaded bit by bit."""
    return _BIT_VOOR_BIT.fullmatch(deel.filename) is not None


def _eind(stuk: bytes) -> int:
    """Return where a piece can end: behind a cell, or else behind a tag."""
    cel = stuk.rfind(b"c>")
    return cel + 2 if cel > len(stuk) // 2 else stuk.rfind(b">") + 1


def _kort(tekst: bytes) -> bytes:
    """Return the begin of a text, without half a character at its end."""
    kort = tekst[: MAX_TEKST // 2].decode("utf-8", errors="ignore").encode()
    teken = kort.rfind(b"&", len(kort) - 12)
    return kort[:teken] if teken > kort.rfind(b";") else kort


def _oppervlak(kolom: bytes, rij: bytes, kolom_tot: bytes, rij_tot: bytes) -> int:
    """Return how many cells a range has."""
    breed = abs(_nummer(kolom_tot) - _nummer(kolom)) + 1
    return breed * (abs(int(rij_tot) - int(rij)) + 1)


def _nummer(letters: bytes) -> int:
    nummer = 0
    for letter in letters.upper()[:4]:
        nummer = nummer * 26 + letter - ord("A") + 1
    return nummer


def _als_bevinding(fout: Geweigerd, plaats: Plaats) -> Bevinding:
    match fout.soort:
        case "ontbreekt":
            beside = find_beside(Path(fout.gevonden))
            if beside is not None:
                return Bevinding("bestand-anders", plaats, beside[0], beside[1])
            return Bevinding("bestand-ontbreekt", plaats, aanvulling=fout.gevonden)
        case "groot":
            return Bevinding("bestand-te-groot", plaats, aanvulling=fout.gevonden)
        case "versleuteld":
            return Bevinding("bestand-versleuteld", plaats)
        case "oud":
            return Bevinding("bestand-andere-soort", plaats, aanvulling="een oude Excel-werkmap (.xls)")
        case "onveilig":
            return Bevinding("bestand-onveilig", plaats, aanvulling=fout.gevonden)
        case "vreemd":
            return Bevinding("bestand-onleesbaar", plaats, aanvulling=fout.gevonden)
        case "leeg" | "geen-pakket":
            geen = "het is leeg" if fout.soort == "leeg" else "het is geen werkmap"
            return Bevinding("bestand-onleesbaar", plaats, aanvulling=geen)


def _te_vol(plaats: Plaats, telling: _Telling) -> _Geweigerd:
    return _Geweigerd(Bevinding("bestand-te-vol", plaats, aanvulling=" en ".join(telling.te_veel())))


def _andere_soort(plaats: Plaats, soort: str) -> _Geweigerd:
    return _Geweigerd(Bevinding("bestand-andere-soort", plaats, aanvulling=soort))
