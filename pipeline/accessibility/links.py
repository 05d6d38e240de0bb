"""Questions about links: do their words say where they lead, and do they lead anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.accessibility.lezen import WordBestand
from pipeline.bevinding import Bevinding
from pipeline.document import ooxml
from pipeline.document.fields import vind_velden

_WEBADRES = re.compile(r"https?://\S+|www\.[^\s/]+/\S+", re.IGNORECASE)
"""A whole address; the bare name of a site ('www.amersfoort.nl') says where it leads."""
_NIETSZEGGEND = re.compile(
    r"(klik|druk|kijk|lees|ga)?\s*(hier|verder|meer|dit|link|url|website|site|pagina|document|bestand|info|"
    r"meer info|meer informatie|meer lezen|lees verder|lees hier|kijk hier|klik hier|bekijk hier|here|"
    r"click here|read more|more)",
    re.IGNORECASE,
)
_SCHEMA = re.compile(
    r"(https?://[^\s/]+\.[^\s/]+\S*|mailto:[^\s@]+@[^\s@?]+(\?\S*)?|tel:[+(\d][\d\s().;=-]*)", re.IGNORECASE
)
_FOUTTEKST = re.compile(r"Fout! |Error! (Reference|Bookmark)", re.IGNORECASE)
_BEGIN_VAN_BESTAND = "_top"
"""The bookmark that every file has."""


@dataclass(frozen=True)
class Link:
    """One link: its words, the web address or the bookmark to which it leads, and where it stands."""

    element: _Element
    woorden: str
    adres: str = ""
    bladwijzer: str = ""


def woorden(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether the words of every link say where it leads."""
    for link in _links(bestand):
        plaats = bestand.plaats(link.element)
        kern = link.woorden.strip().strip(".>→»…").strip()
        if not kern:
            if not _heeft_beeld(link.element):
                yield Bevinding("word-link-leeg", plaats, link.adres or link.bladwijzer)
        elif _WEBADRES.fullmatch(kern):
            yield Bevinding("word-link-webadres", plaats, kern)
        elif _NIETSZEGGEND.fullmatch(kern):
            yield Bevinding("word-link-nietszeggend", plaats, kern)


def doelen(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether every link and every reference has a target."""
    namen = {ooxml.get(begin, "w:name") for begin in bestand.body.iter(qn("w:bookmarkStart"))} | {
        _BEGIN_VAN_BESTAND
    }
    for link in _links(bestand):
        plaats = bestand.plaats(link.element)
        if link.bladwijzer and not link.adres and link.bladwijzer not in namen:
            yield Bevinding("word-link-kapot", plaats, link.woorden.strip() or link.bladwijzer)
        elif link.adres and not _SCHEMA.fullmatch(link.adres):
            yield Bevinding("word-link-adres", plaats, link.adres)
    for veld in vind_velden(bestand.body):
        kapot = veld.verwijst_met("REF", "PAGEREF") and veld.woorden[1] not in namen
        if (kapot or _FOUTTEKST.match(veld.tekst)) and not _in_inhoud(bestand, veld.begin):
            yield Bevinding(
                "word-verwijzing-kapot", bestand.plaats(veld.begin), veld.tekst or veld.instructie.strip()
            )


def los_webadres(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether no whole web address stands in the text without being a link."""
    in_link = {tekst for link in _links(bestand) for tekst in link.element.iter(qn("w:t"))}
    for alinea in bestand.alineas:
        teksten = [t for t in alinea.element.iter(qn("w:t")) if t not in in_link]
        gevonden = _WEBADRES.search("".join(t.text or "" for t in teksten))
        if gevonden and not any(veld.verwijst_met("HYPERLINK") for veld in vind_velden(alinea.element)):
            yield Bevinding("word-webadres-los", bestand.plaats(alinea.element), gevonden[0])


def _links(bestand: WordBestand) -> Iterator[Link]:
    """Give every link of the text, as element and as field; those of the contents table too."""
    relaties = bestand.document.part.rels
    for element in bestand.body.iter(qn("w:hyperlink")):
        relatie = relaties.get(ooxml.get(element, "r:id"))
        adres = str(relatie.target_ref) if relatie is not None and relatie.is_external else ""
        yield Link(element, ooxml.text(element), adres, ooxml.get(element, "w:anchor"))
    for veld in vind_velden(bestand.body):
        if veld.verwijst_met("HYPERLINK"):
            intern = veld.woorden[1].lower() == "\\l"
            doel = veld.woorden[2] if intern and len(veld.woorden) > 2 else veld.woorden[1]
            yield Link(veld.begin, veld.tekst, "" if intern else doel, doel if intern else "")


def _heeft_beeld(element: _Element) -> bool:
    return next(element.iter(qn("w:drawing"), qn("w:pict")), None) is not None


def _in_inhoud(bestand: WordBestand, element: _Element) -> bool:
    """Whether an element stands in the contents table, of which the lines are asked after as a whole."""
    alinea = next(element.iterancestors(qn("w:p")), None)
    return bestand.inhoud is not None and alinea in bestand.inhoud.alineas
