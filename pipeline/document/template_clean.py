"""Takes out of a template what people left in it: silently where nothing is lost, told where something is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.document import Document
from docx.opc.part import XmlPart
from docx.opc.rel import _Relationship
from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.bevinding import Bevinding, WordPlaats
from pipeline.document import ooxml
from pipeline.document.accepted import aanvaard_deel, opmerkingen, per_alinea, wijzigingen
from pipeline.document.template_places import Places, TemplatePart, shortened
from pipeline.document.template_structure import plain_address

_STEADY_FIELDS = {
    *("TOC", "TC", "RD", "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF"),
    *("STYLEREF", "SEQ", "HYPERLINK", "SYMBOL", "EQ", "XE", "INDEX", "TITLE", "SUBJECT", "ADVANCE"),
}
"""Fields that follow from the document alone; all others show a moment, a person, a path or another file."""
_DROPPED_RELATIONS = (
    *("/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people"),
    *("/glossaryDocument", "/customXml", "/attachedTemplate", "/vbaProject", "/wordVbaData"),
    *("/keyMapCustomizations", "/attachedToolbars", "/printerSettings", "/mailMergeSource"),
    *("/mailMergeHeaderSource", "/recipientData", "/stylesWithEffects", "/transform"),
)
"""What belongs to the template or to who made it, and not to a plan."""
_DROPPED_PACKAGE_RELATIONS = (
    "/custom-properties",
    "/classificationlabels",
    "/thumbnail",
    "/ui/extensibility",
)
_DROPPED_SETTINGS = (
    *("w:documentProtection", "w:writeProtection", "w:trackRevisions", "w:attachedTemplate", "w:linkStyles"),
    *("w:mailMerge", "w:updateFields", "w:docVars", "w:formsDesign", "w:readModeInkLockDown"),
    *("w:revisionView", "w:saveThroughXslt", "w:documentType", "w:stylePaneFormatFilter"),
)
"""Locks, and what Word would do by itself when a plan is opened."""
_DROPPED_ELEMENTS = (
    *("w:proofErr", "w:permStart", "w:permEnd", "w:lastRenderedPageBreak", "w:dataBinding"),
    "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding",
)
_OWN_BOOKMARKS = "_wp"
"""How the bookmarks begin by which a plan is merged: a template that was a plan has those of that plan."""
_EMBEDDED = {
    "w:object": "een ingesloten bestand",
    "w:control": "een knop of invulvak",
    "w:altChunk": "een ander document",
    "w:subDoc": "een ander document",
}
_OFF = ("0", "false", "off")
_LINKED = (qn("r:link"), qn("r:href"))


def clean(document: Document, parts: list[TemplatePart], places: Places) -> list[Bevinding]:
    """Clean a template in memory and return what is to be said of it."""
    findings: list[Bevinding] = []
    people = _people(document)
    for part in parts:
        findings += _revisions(part, places, people)
    for part in parts:
        aanvaard_deel(part.element)
        _drop(part.element)
    for part in parts:
        findings += _fields(part, places)
        findings += _links(part, places)
        findings += _strangers(part, places)
        findings += _hidden(part, places, document.styles.element)
    _drop_relations(document)
    return findings


def _revisions(part: TemplatePart, places: Places, people: dict[str, str]) -> Iterator[Bevinding]:
    for holder, marks in per_alinea(wijzigingen(part.element)):
        who = ", ".join(dict.fromkeys(ooxml.get(mark, "w:author") or "iemand" for mark in marks))
        yield Bevinding("sjabloon-wijziging", places.of(holder), who)
    for holder, marks in per_alinea(opmerkingen(part.element)):
        said = " / ".join(people.get(ooxml.get(mark, "w:id"), "") for mark in marks)
        yield Bevinding("sjabloon-opmerking", places.of(holder), shortened(said) or "zonder tekst")


def _people(document: Document) -> dict[str, str]:
    """Return what each comment says, by its number."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/comments") and not relation.is_external:
            part = relation.target_part
            element = part.element if isinstance(part, XmlPart) else ooxml.read_part(part.blob)
            return {
                ooxml.get(comment, "w:id"): ooxml.text(comment) for comment in element.iter(qn("w:comment"))
            }
    return {}


def _drop(part: _Element) -> None:
    """Take out the marks and locks that say nothing to a reader."""
    for element in list(part.iter(*(qn(name) if ":" in name[:2] else name for name in _DROPPED_ELEMENTS))):
        _remove(element)
    for lock in list(part.iter(qn("w:lock"))):
        if next(lock.iterancestors()).tag == qn("w:sdtPr"):
            _remove(lock)
    for field in part.iter(qn("w:fldChar"), qn("w:fldSimple")):
        for name in ("w:fldLock", "w:dirty"):
            field.attrib.pop(qn(name), "")
    dropped = set()
    for mark in list(part.iter(qn("w:bookmarkStart"))):
        if ooxml.get(mark, "w:name").startswith(_OWN_BOOKMARKS):
            dropped.add(ooxml.get(mark, "w:id"))
            _remove(mark)
    for mark in list(part.iter(qn("w:bookmarkEnd"))):
        if ooxml.get(mark, "w:id") in dropped:
            _remove(mark)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _fields(part: TemplatePart, places: Places) -> Iterator[Bevinding]:
    """Fix what a field shows that would change by itself: nothing in a plan reads the clock."""
    for simple in list(part.element.iter(qn("w:fldSimple"))):
        if not _is_steady(ooxml.get(simple, "w:instr")):
            shown = ooxml.text(simple)
            yield _moving(ooxml.get(simple, "w:instr"), shown, places.of(simple, shown))
            for child in reversed(list(simple)):
                simple.addnext(child)
            _remove(simple)
    open_fields: list[tuple[list[_Element], list[str], list[bool]]] = []
    for element in list(part.element.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t"))):
        kind = ooxml.get(element, "w:fldCharType") if element.tag == qn("w:fldChar") else ""
        if kind == "begin":
            open_fields.append(([], ["", ""], [False]))
        if not open_fields:
            continue
        marks, words, in_result = open_fields[-1]
        if element.tag == qn("w:t"):
            words[1] += (element.text or "") * in_result[0]
            continue
        marks.append(element)
        if element.tag == qn("w:instrText"):
            words[0] += element.text or ""
        in_result[0] = in_result[0] or kind == "separate"
        if kind == "end":
            open_fields.pop()
            if open_fields and open_fields[-1][2][0]:
                open_fields[-1][1][1] += words[1]
            if not _is_steady(words[0]):
                yield _moving(words[0], words[1], places.of(element, words[1]))
                for mark in marks:
                    _remove(mark)


def _is_steady(instruction: str) -> bool:
    words = instruction.split()
    # A field without an instruction shows what stands in it; a formula would be computed anew.
    return not words or words[0].upper() in _STEADY_FIELDS


def _moving(instruction: str, shown: str, place: WordPlaats) -> Bevinding:
    kind = shortened(instruction.split(maxsplit=1)[0])
    return Bevinding("sjabloon-veld", place, kind, shortened(shown) or "niets")


def _links(part: TemplatePart, places: Places) -> Iterator[Bevinding]:
    """A tag in an address, and what stands in another file than the template."""
    for identifier, relation in part.part.rels.items():
        if not relation.is_external:
            continue
        target = plain_address(relation.target_ref)
        users = [e for e in part.element.iter("*") if identifier in e.attrib.values()]
        if re.search(r"\{[{%#]", target):
            for user in users or [part.element]:
                yield Bevinding("sjabloon-tag-plaats", places.of(user), shortened(target))
        elif relation.reltype.endswith("/image"):
            yield from _linked_pictures(users, relation, places)
        elif not relation.reltype.endswith(("/hyperlink", *_DROPPED_RELATIONS)):
            for user in users[:1]:
                yield Bevinding("sjabloon-gekoppeld", places.of(user), shortened(relation.target_ref))


def _linked_pictures(users: list[_Element], relation: _Relationship, places: Places) -> Iterator[Bevinding]:
    """A picture that is linked and kept too is only kept."""
    for user in users:
        if user.get(qn("r:embed")):
            for name in _LINKED:
                user.attrib.pop(name, "")
        else:
            yield Bevinding("sjabloon-gekoppeld", places.of(user), shortened(relation.target_ref))


def _strangers(part: TemplatePart, places: Places) -> Iterator[Bevinding]:
    """What is embedded, and what nobody filled in."""
    for element in list(part.element.iter(*map(qn, _EMBEDDED))):
        name = next(name for name in _EMBEDDED if qn(name) == element.tag)
        yield Bevinding("sjabloon-ingesloten", places.of(element), _EMBEDDED[name])
        if name in ("w:altChunk", "w:subDoc"):
            _remove(element)
    for mark in part.element.iter(qn("w:showingPlcHdr")):
        control = next(mark.iterancestors(qn("w:sdt")), None)
        if control is not None:
            yield Bevinding("sjabloon-invulvak", places.of(control), shortened(ooxml.text(control)))


def _hidden(part: TemplatePart, places: Places, styles: _Element) -> Iterator[Bevinding]:
    hidden = {
        ooxml.get(style, "w:styleId")
        for style in ooxml.find_all(styles, "w:style")
        if ooxml.is_on(ooxml.find(style, "w:rPr/w:vanish"))
    }
    for paragraph in part.element.iter(qn("w:p")):
        is_hidden = ooxml.style_id(paragraph) in hidden
        words = [
            ooxml.text_of_run(run)
            for run in paragraph.iter(qn("w:r"))
            if is_hidden
            or ooxml.is_on(ooxml.find(run, "w:rPr/w:vanish"))
            or ooxml.value(run, "w:rPr/w:rStyle") in hidden
        ]
        text = "".join(words).strip()
        # A loop or a choice leaves nothing behind, hidden or not.
        if re.sub(r"\{%.*?%\}", "", text).strip():
            yield Bevinding("sjabloon-verborgen", places.of(paragraph), shortened(text))


def _drop_relations(document: Document) -> None:
    for part in document.part.package.iter_parts():
        for identifier, relation in list(part.rels.items()):
            if relation.reltype.endswith(_DROPPED_RELATIONS):
                del part.rels[identifier]
        if str(part.partname) == "/word/settings.xml" and isinstance(part, XmlPart):
            for name in _DROPPED_SETTINGS:
                for element in list(part.element.iter(qn(name))):
                    _remove(element)
    package = document.part.package
    for identifier, relation in list(package.rels.items()):
        if relation.reltype.endswith(_DROPPED_PACKAGE_RELATIONS):
            del package.rels[identifier]
