"""Opens the template: judges all of it once, mends what can be, and tells the rest at its place."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from jinja2 import Environment
from lxml import etree

from pipeline.bevinding import Bevinding, WordPlaats
from pipeline.document import ooxml
from pipeline.document.fields import vind_velden
from pipeline.document.openen import NIET_GELEZEN, keur, load
from pipeline.document.template_clean import clean
from pipeline.document.template_language import judge_language
from pipeline.document.template_places import Places, TemplatePart, shortened, text_parts
from pipeline.document.template_structure import judge_structure
from pipeline.document.template_tags import MARKED, make_whole, read_tags, rescue, separate_runs
from pipeline.package import Geweigerd, lees_pakket
from pipeline.spelling import lijkt_op

MAX_FINDINGS = 100
"""Findings that are told of one template; who mends these sees the next."""
_SAID = {
    "groot": "het is te groot",
    "versleuteld": "er zit een wachtwoord op",
    "oud": "het is een oud Word-bestand (.doc)",
    "leeg": "het is leeg",
    "geen-pakket": "het is geen Word-bestand",
    "onveilig": "er staat iets gevaarlijks in (een DOCTYPE)",
}

Prepare = Callable[[str], str]
"""What docxtpl does to the XML of a part before Jinja reads it."""


@dataclass(frozen=True)
class JudgedTemplate:
    """A template that was looked at: clean, and with all that is to be said of it."""

    content: bytes
    """The Word file to fill in; empty when there is none that can be."""
    findings: tuple[Bevinding, ...]

    @property
    def is_usable(self) -> bool:
        return not any(finding.stopt for finding in self.findings)


def judge_template(path: Path, prepare: Prepare, environment: Environment) -> JudgedTemplate:
    """Judge a template; the same content under the same name is judged once.

    Raises OSError for a file that may not be read.
    """
    place = WordPlaats(path.name)
    try:
        content = lees_pakket(path)
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as package:
                keur(package)
        except NIET_GELEZEN:
            return _unusable(Bevinding("sjabloon-onleesbaar", place, aanvulling="het is beschadigd"))
    except Geweigerd as refusal:
        if refusal.soort == "ontbreekt":
            return _unusable(Bevinding("sjabloon-ontbreekt", place, path.name, _beside(path)))
        said = _SAID.get(refusal.soort, f"het is {refusal.gevonden}")
        return _unusable(Bevinding("sjabloon-onleesbaar", place, aanvulling=said))
    return _judge(path.name, content, prepare, environment)


def _unusable(finding: Bevinding) -> JudgedTemplate:
    return JudgedTemplate(b"", (finding,))


def _beside(path: Path) -> str:
    """Name the file that was probably meant, as Word saves under another ending or with a number."""
    try:
        names = sorted(other.name for other in path.parent.iterdir() if other.suffix.startswith(".do"))
    except OSError:
        names = []
    meant = lijkt_op(path.name, names, 0.7)
    return f"; bedoelt u '{meant}'?" if meant else ""


@lru_cache(maxsize=4)
def _judge(name: str, content: bytes, prepare: Prepare, environment: Environment) -> JudgedTemplate:
    place = WordPlaats(name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            is_dotx = b"template.main+xml" in package.read("[Content_Types].xml")
        if is_dotx:
            said = "het is een Word-sjabloon (.dotx)"
            return _unusable(Bevinding("sjabloon-onleesbaar", place, aanvulling=said))
        document = load(content)
        parts = text_parts(document)
        style_names = {
            ooxml.get(style, "w:styleId"): ooxml.value(style, "w:name") or ""
            for style in ooxml.find_all(document.styles.element, "w:style")
        }
    except Geweigerd as refusal:
        return _unusable(Bevinding("sjabloon-onleesbaar", place, aanvulling=refusal.gevonden))
    except NIET_GELEZEN:
        return _unusable(Bevinding("sjabloon-onleesbaar", place, aanvulling="het is beschadigd"))
    findings = clean(document, parts, Places(name, parts, style_names))
    for part in parts:
        make_whole(part.element)
        _empty_contents(part)
        rescue(part.element)
        separate_runs(part.element)
    places = Places(name, parts, style_names)
    for part in parts:
        found = list(islice(judge_structure(part, places), MAX_FINDINGS))
        if not found:
            xml = etree.tostring(part.element, encoding="unicode")
            tags = list(read_tags(part.element))
            found = list(islice(judge_language(xml, tags, places, prepare, environment), MAX_FINDINGS))
        findings += found
    findings += _tags_elsewhere(document, parts, places)
    for part in parts:
        part.write_back()
    out = io.BytesIO()
    document.save(out)
    return JudgedTemplate(out.getvalue(), tuple(findings[:MAX_FINDINGS]))


def _empty_contents(part: TemplatePart) -> None:
    """Take the tags out of the contents table: Word copied them there, and its lines are made anew."""
    for field in vind_velden(part.element):
        if field.woorden[:1] == ["TOC"]:
            for text in field.resultaat:
                text.text = MARKED.sub("", text.text or "")


def _tags_elsewhere(document: Document, parts: list[TemplatePart], places: Places) -> Iterator[Bevinding]:
    """A tag in a part that is not filled in: a chart, a drawing, the properties of the file."""
    filled = {part.part for part in parts}
    for part in document.part.package.iter_parts():
        name = str(part.partname)
        if part in filled or name.startswith("/word/media/") or not name.endswith(".xml"):
            continue
        element = part.element if isinstance(part, XmlPart) else None
        blob = part.blob if element is None else etree.tostring(element)
        if name == "/docProps/core.xml" and element is not None:
            blob = b"".join(etree.tostring(e) for e in element if etree.QName(e).localname in _KEPT)
        found = re.search(rb"\{[{%].{0,60}", blob)
        if found is not None:
            tag = re.sub(r"<[^>]*>?", "", found[0].decode("utf-8", "replace"))
            yield Bevinding("sjabloon-tag-plaats", WordPlaats(places.name, "", _where(name)), shortened(tag))


_KEPT = ("category", "contentStatus", "identifier", "version")
"""Properties of the file that a plan takes over; the others are written anew."""


def _where(name: str) -> str:
    kinds = {"charts": "een grafiek", "diagrams": "een SmartArt-tekening", "docProps": "de eigenschappen"}
    return next((kind for part, kind in kinds.items() if f"/{part}/" in name), "een bijzonder onderdeel")


def empty_places(part: etree._Element) -> None:
    """Give each cell, header or note a paragraph, and take out rows and tables with nothing in them.

    Word does not open a file in which a choice or a loop left them bare.
    """
    for row in list(part.iter(qn("w:tr"))):
        if next(row.iter(qn("w:tc")), None) is None:
            _remove(row)
    for table in list(part.iter(qn("w:tbl"))):
        following = table.getnext()
        if next(table.iter(qn("w:tr")), None) is None:
            _remove(table)
        elif following is not None and following.tag == qn("w:tbl"):
            # Two tables without anything between them are one to Word.
            table.addnext(ooxml.make("w:p"))
    for holder in part.iter(*map(qn, ("w:tc", "w:hdr", "w:ftr", "w:txbxContent", "w:footnote", "w:endnote"))):
        if len(holder) == 0 or holder[-1].tag not in (qn("w:p"), qn("w:sdt")):
            holder.append(ooxml.make("w:p"))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
