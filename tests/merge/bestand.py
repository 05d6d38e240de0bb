"""A Word file that is being edited, as parts and as a tree."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from pipeline.package import zonder_tijd
from tests.merge.lezen import delen

_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LEEG = f'<w:{{0}} xmlns:w="{_NS}">{{1}}</w:{{0}}>'
_RELS = "word/_rels/document.xml.rels"


@dataclass
class Bestand:
    """A Word file that is being edited."""

    docx: bytes
    blijft: list[str] = field(default_factory=list)
    """Words that must be in the text in the end."""
    weg: list[str] = field(default_factory=list)
    """Words that were taken out and may not come back."""
    vet: list[str] = field(default_factory=list)
    opmerkingen: list[str] = field(default_factory=list)
    noten: list[str] = field(default_factory=list)
    kop: list[str] = field(default_factory=list)
    uitleg: list[str] = field(default_factory=list)
    """Words in the descriptions of pictures."""
    inhoud: list[str] = field(default_factory=list)
    """Words in the contents table."""
    koppen: dict[str, str] = field(default_factory=dict)
    """By the word that a head of a column got: what the head was."""

    def __post_init__(self) -> None:
        self.delen = delen(self.docx)
        self.boom = etree.fromstring(self.delen["word/document.xml"])
        self.body: _Element = self.boom[0]

    def klaar(self) -> bytes:
        """Return the edited file."""
        self.delen["word/document.xml"] = etree.tostring(
            self.boom, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        nieuw = dict(self.delen.items())
        return zonder_tijd(_met_delen(self.docx, nieuw), nieuw)


def _met_delen(docx: bytes, inhoud: dict[str, bytes]) -> bytes:
    import io
    import zipfile

    uit = io.BytesIO(docx)
    with zipfile.ZipFile(uit, "a") as pakket:
        for naam in inhoud.keys() - set(pakket.namelist()):
            pakket.writestr(naam, inhoud[naam])
    return uit.getvalue()


def element(naam: str, inhoud: str = "") -> _Element:
    return etree.fromstring(_LEEG.format(naam, inhoud))


def run(tekst: str) -> _Element:
    nieuw = element("r", '<w:t xml:space="preserve"/>')
    nieuw[0].text = tekst
    return nieuw


def nieuw_deel(b: Bestand, soort: str, naam: str, inhoudssoort: str) -> None:
    """Refer to a part that was put in."""
    rels = etree.fromstring(b.delen[_RELS])
    nieuw = etree.SubElement(rels, f"{{{rels.nsmap[None]}}}Relationship")
    nieuw.set("Id", f"rIdStaf{soort}")
    nieuw.set("Type", f"{_R}/{soort}")
    nieuw.set("Target", naam)
    b.delen[_RELS] = etree.tostring(rels)
    soorten = etree.fromstring(b.delen["[Content_Types].xml"])
    override = etree.SubElement(soorten, f"{{{soorten.nsmap[None]}}}Override")
    override.set("PartName", f"/word/{naam}")
    override.set(
        "ContentType", f"application/vnd.openxmlformats-officedocument.wordprocessingml.{inhoudssoort}+xml"
    )
    b.delen["[Content_Types].xml"] = etree.tostring(soorten)
