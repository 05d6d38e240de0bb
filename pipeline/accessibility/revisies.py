"""Questions about what is still open: tracked changes, comments and places to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.accessibility.lezen import WordBestand, alineatekst, begin
from pipeline.bevinding import Bevinding, WordPlaats
from pipeline.document import ooxml
from pipeline.document.accepted import opmerkingen, per_alinea, wijzigingen
from pipeline.document.open_places import vind_open_plekken

ONBEKEND = "onbekend"


def open_revisies(document: Document, naam: str) -> list[Bevinding]:
    """Return a finding for every paragraph (or row, or other part) with open changes or comments.

    Asked before the changes are accepted, so of all parts: headers and notes too.
    """
    uit: list[Bevinding] = []
    auteurs = _auteurs_van_opmerkingen(document)
    for deel in document.part.package.iter_parts():
        if not isinstance(deel, XmlPart) or not deel.partname.startswith("/word/"):
            continue
        boven = _koppen_erboven(deel.element)
        for houder, merken in per_alinea(wijzigingen(deel.element)):
            wie = ", ".join(dict.fromkeys(ooxml.get(merk, "w:author") or ONBEKEND for merk in merken))
            uit.append(Bevinding("word-wijziging", _plaats(houder, naam, boven), wie))
        for houder, merken in per_alinea(opmerkingen(deel.element)):
            wie = ", ".join(dict.fromkeys(auteurs.get(ooxml.get(m, "w:id")) or ONBEKEND for m in merken))
            uit.append(Bevinding("word-opmerking", _plaats(houder, naam, boven), wie))
    return uit


def open_plekken(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether no place is left that somebody has to fill in."""
    for alinea in bestand.alineas:
        for woorden in vind_open_plekken(alinea.element):
            yield Bevinding("word-open-plek", bestand.plaats(alinea.element), woorden)


def _auteurs_van_opmerkingen(document: Document) -> dict[str, str]:
    for relatie in document.part.rels.values():
        if relatie.reltype.endswith("/comments") and not relatie.is_external:
            opmerkingen = getattr(relatie.target_part, "element", None)
            if opmerkingen is not None:
                return {
                    ooxml.get(opmerking, "w:id"): ooxml.get(opmerking, "w:author")
                    for opmerking in opmerkingen.iter(qn("w:comment"))
                }
    return {}


def _koppen_erboven(deel: _Element) -> dict[_Element, tuple[int, str]]:
    """Return of every paragraph its rank and the text of the nearest heading above it, as far as that shows.

    The changes are still open here, so headings are known by the names of their styles only.
    """
    uit = {}
    kop = ""
    for volgorde, alinea in enumerate(deel.iter(qn("w:p")), start=1):
        if ooxml.style_id(alinea).lower().startswith(("heading", "kop")):
            kop = alineatekst(alinea).strip() or kop
        uit[alinea] = (volgorde, kop)
    return uit


def _plaats(houder: _Element, naam: str, boven: dict[_Element, tuple[int, str]]) -> WordPlaats:
    alinea = houder if houder.tag == qn("w:p") else next(houder.iter(qn("w:p")), None)
    volgorde, kop = (0, "") if alinea is None else boven.get(alinea, (0, ""))
    tekst = "" if alinea is None else begin(alineatekst(alinea))
    return WordPlaats(naam, kop, tekst or "rij van een tabel" * (houder.tag == qn("w:tr")), volgorde)
