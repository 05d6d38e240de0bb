"""A Word file as its parts: opened with limits, changed in place, written without time stamps."""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from pipeline.document.ooxml import read_part
from pipeline.document.openen import keur
from pipeline.document.sound import KINDS, rels_name
from pipeline.package import CONTENT_TYPES, KAPOT, Geweigerd, write_package

PR = "http://schemas.openxmlformats.org/package/2006/relationships"
CT = "http://schemas.openxmlformats.org/package/2006/content-types"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SOORTEN = CONTENT_TYPES
_HOOFD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_KOP = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class OnbruikbaarWord(Exception):
    """The file cannot be merged; the message tells a person why, as the end of a sentence."""


class Pakket:
    """The parts of one Word file by name; XML parts become trees when they are asked for.

    Raises OnbruikbaarWord for what is not a Word file (.docx), is too large or is damaged.
    """

    def __init__(self, inhoud: bytes) -> None:
        self.delen = _pak_uit(inhoud)
        self._bomen: dict[str, _Element] = {}
        hoofd = [doel for soort, doel in self.verwijzingen("").values() if soort.endswith("/officeDocument")]
        if not hoofd or hoofd[0] not in self.delen:
            raise OnbruikbaarWord("het is geen Word-bestand")
        self.hoofd = hoofd[0]
        self._controleer_soort()
        if etree.QName(self.document).namespace is None or "purl.oclc.org" in str(self.document.tag):
            raise OnbruikbaarWord("het is opgeslagen als 'Strict Open XML'; kies in Word 'Word-document'")
        if self.document.find("{*}body") is None:
            raise OnbruikbaarWord("het is beschadigd")
        for naam in filter(None, map(self.deel, KINDS)):
            self.boom(naam)  # what cannot be read is refused now, and not halfway

    @property
    def document(self) -> _Element:
        """The root of the main part."""
        return self.boom(self.hoofd)

    @property
    def body(self) -> _Element:
        gevonden = self.document.find("{*}body")
        assert gevonden is not None  # noqa: S101 - seen when the file was opened
        return gevonden

    def boom(self, naam: str) -> _Element:
        """Return the tree of a part, the same each time: what is changed in it is written."""
        if naam not in self._bomen:
            self._bomen[naam] = _ontleed(self.delen[naam])
        return self._bomen[naam]

    def deel(self, soort: str) -> str | None:
        """Return the name of the part to which the main part refers with this kind ('styles')."""
        doelen = [doel for s, doel in self.verwijzingen(self.hoofd).values() if s.endswith(f"/{soort}")]
        return doelen[0] if doelen and doelen[0] in self.delen else None

    def vind(self, naam: str) -> str:
        """Return the name under which a part is in the file; the name itself when it is not there.

        Programs write one name in other letters (`Styles.xml`) or with signs as codes (`foto%201.png`).
        """
        if naam in self.delen:
            return naam
        return next((deel for deel in self.delen if _kern(deel) == _kern(naam)), naam)

    def verwijzingen(self, deel: str) -> dict[str, tuple[str, str]]:
        """Return the kind and the target of each relationship of a part, by id.

        The target is the name of a part, or an address with a colon for what is outside the file.
        """
        naam = self.vind(rels_name(deel))
        if naam not in self.delen:
            return {}
        uit = {}
        for element in self.boom(naam):
            doel = element.get("Target", "")
            if element.get("TargetMode") != "External":
                map_naam = posixpath.dirname(deel)
                doel = self.vind(
                    posixpath.normpath(posixpath.join("/" + map_naam, doel.replace("\\", "/"))).lstrip("/")
                )
            uit[element.get("Id", "")] = (element.get("Type", ""), doel)
        return uit

    def verwijs(
        self, deel: str, soort: str, doel: str, *, extern: bool = False, nummer: str | None = None
    ) -> str:
        """Add a relationship of a part, or find the one that is there; return its id.

        With `nummer` it is added under that id: the part itself names it so.
        """
        bestaand = self.verwijzingen(deel)
        for verwijzing, (s, d) in bestaand.items() if nummer is None else ():
            if (s, d) == (soort, doel):
                return verwijzing
        naam = self.vind(rels_name(deel))
        if naam not in self.delen:
            self.delen[naam] = b""
            self._bomen[naam] = etree.fromstring(f'<Relationships xmlns="{PR}"/>')
        if nummer is None:
            volgend = 1
            while f"rIdWp{volgend}" in bestaand:
                volgend += 1
            nummer = f"rIdWp{volgend}"
        element = etree.SubElement(self.boom(naam), f"{{{PR}}}Relationship", Id=nummer, Type=soort)
        element.set("Target", doel if extern else "/" + doel)
        if extern:
            element.set("TargetMode", "External")
        return nummer

    def voeg_toe(self, naam: str, inhoud: bytes, soort: str) -> None:
        """Add a part with its content type."""
        self.delen[naam] = inhoud
        soorten = self.boom(SOORTEN)
        etree.SubElement(soorten, f"{{{CT}}}Override", PartName=f"/{naam}", ContentType=soort)

    def hernoem(self, namen: dict[str, str]) -> None:
        """Give parts other names; what refers to them is not changed."""
        self.delen = {namen.get(naam, naam): inhoud for naam, inhoud in self.delen.items()}
        self._bomen = {namen.get(naam, naam): boom for naam, boom in self._bomen.items()}

    def soort(self, naam: str) -> str:
        """Return the content type of a part; empty when it has none."""
        einde = naam.rpartition(".")[2].lower()
        standaard = ""
        for element in self.boom(SOORTEN):
            if _kern(element.get("PartName", "")) == _kern(f"/{naam}"):
                return element.get("ContentType", "")
            if element.get("Extension", "").lower() == einde:
                standaard = element.get("ContentType", "")
        return standaard

    def afdruk(self, naam: str) -> str:
        """Return a fingerprint of a part; empty when it is not there."""
        return hashlib.sha256(self.delen[naam]).hexdigest()[:16] if naam in self.delen else ""

    def als_bytes(self) -> bytes:
        """Return the file; the same parts always give the same bytes."""
        return write_package({naam: self._inhoud(naam) for naam in self.delen})

    def _inhoud(self, naam: str) -> bytes:
        if naam not in self._bomen:
            return self.delen[naam]
        return _KOP + etree.tostring(self._bomen[naam], encoding="utf-8")

    def _controleer_soort(self) -> None:
        soort = self.soort(self.hoofd)
        if "macroEnabled" in soort:
            raise OnbruikbaarWord("het bevat macro's; sla het in Word op als 'Word-document (.docx)'")
        if soort != _HOOFD:
            raise OnbruikbaarWord("het is geen gewoon Word-document (.docx)")


def _kern(naam: str) -> str:
    """Return what two ways of writing the name of a part have in common."""
    return unquote(naam).casefold()


def _pak_uit(inhoud: bytes) -> dict[str, bytes]:
    if inhoud[:4] == b"\xd0\xcf\x11\xe0":
        raise OnbruikbaarWord("het heeft een wachtwoord of is van een oude versie van Word (.doc)")
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            keur(pakket)
            # A header that lies about its size is cut off there by zipfile, and then fails its checksum.
            return {kop.filename: pakket.read(kop) for kop in pakket.infolist() if not kop.is_dir()}
    except Geweigerd as fout:
        raise OnbruikbaarWord(_reden(fout)) from fout
    except KAPOT as fout:
        raise OnbruikbaarWord("het is geen Word-bestand of het is beschadigd") from fout


def _reden(fout: Geweigerd) -> str:
    """Say why a file cannot be merged, as the end of a sentence."""
    match fout.soort:
        case "groot":
            return f"het is te groot ({fout.gevonden})"
        case "versleuteld":
            return "het heeft een wachtwoord"
        case "onveilig":
            return f"er staat iets gevaarlijks in (een DOCTYPE in {fout.gevonden}); Word maakt dat nooit"
        case _:
            return (
                f"het is geen gewoon Word-document (.docx): {fout.gevonden}. "
                "Open het in Word en bewaar het opnieuw"
            )


def is_xml_naam(naam: str) -> bool:
    """Whether a part of this name is XML."""
    return naam.lower().endswith((".xml", ".rels"))


def _ontleed(xml: bytes) -> _Element:
    try:
        return read_part(xml)
    except (Geweigerd, etree.XMLSyntaxError) as fout:
        raise OnbruikbaarWord("het is beschadigd") from fout
