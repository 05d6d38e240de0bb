"""Marks a Word file with the version it is, in a property of its own that editing leaves alone."""

from __future__ import annotations

import hashlib

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree
from lxml.etree import _Element

from pipeline.document import ooxml
from pipeline.package import Geweigerd

EIGENSCHAP = "Wijkplan versie"
"""The property by which is known from which version an edited file descends; Word, LibreOffice and
python-docx keep it."""
SOORT, VERWIJZING = CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES
DEEL = "docProps/custom.xml"
_NS = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The set of properties that users make, by the Office Open XML standard."""
_LEEG = f'<Properties xmlns="{_NS}" xmlns:vt="{_VT}"/>'.encode()


def zet_versie(document: Document) -> str:
    """Add the property and return its value, which follows from all that is in the file."""
    pakket = document.part.package
    delen = sorted(pakket.iter_parts(), key=lambda deel: str(deel.partname))
    inhoud = b"\0".join(str(deel.partname).encode() + b"\0" + deel.blob for deel in delen)
    versie = hashlib.sha256(inhoud).hexdigest()[:16]
    oud = next((r.target_part for r in pakket.rels.values() if r.reltype == VERWIJZING), None)
    if oud is not None:
        oud._blob = met_versie(oud.blob, versie)
        return versie
    deel = Part(PackURI(f"/{DEEL}"), SOORT, met_versie(_LEEG, versie), pakket)
    pakket.relate_to(deel, VERWIJZING)
    return versie


def met_versie(eigenschappen: bytes, versie: str) -> bytes:
    """Return the part with custom properties, with this version in place of another.

    A damaged part, of which no program can read a property, is begun anew.
    """
    boom = _lees(eigenschappen)
    if boom is None:
        boom = etree.fromstring(_LEEG)
    for oud in [element for element in boom if element.get("name") == EIGENSCHAP]:
        boom.remove(oud)
    nummers = [ooxml.number(element.get("pid")) for element in boom]
    element = etree.SubElement(boom, f"{{{_NS}}}property", fmtid=_FMTID, pid=str(max([1, *nummers]) + 1))
    element.set("name", EIGENSCHAP)
    etree.SubElement(element, f"{{{_VT}}}lpwstr").text = versie
    return etree.tostring(boom, encoding="UTF-8", xml_declaration=True, standalone=True)


def versie_van(eigenschappen: bytes) -> str:
    """Return the version in a part with custom properties; empty when it has none."""
    boom = _lees(eigenschappen)
    elementen = [] if boom is None else boom
    waarden = ("".join(map(str, e.itertext())) for e in elementen if e.get("name") == EIGENSCHAP)
    return next(waarden, "").strip()


def _lees(eigenschappen: bytes) -> _Element | None:
    try:
        return ooxml.read_part(eigenschappen)
    except (Geweigerd, etree.XMLSyntaxError):
        return None
