"""Judges where the tags of a template stand: alone where they must, in pairs, and within one part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.bevinding import Bevinding, WordPlaats
from pipeline.document import ooxml
from pipeline.document.template_names import NAMES, dotted
from pipeline.document.template_places import Places, TemplatePart, shortened
from pipeline.document.template_tags import DESCRIBED, DESCRIPTIONS, MARKED, Tag, read_tags, spelled
from pipeline.spelling import lijkt_op

MAX_TAGS = 3000
"""Tags of a part; ours has some ninety."""
MAX_DEPTH = 12
"""Loops and choices within each other; ours has five. Far below what stops the translation of a template."""
_HOLDERS = {"p": "w:p", "tr": "w:tr", "tc": "w:tc"}
_ALONE = {"p": "een eigen alinea", "tr": "een eigen rij", "tc": "een eigen cel"}
_SAME = {
    "p": "dezelfde cel of hetzelfde deel van de tekst",
    "tr": "dezelfde tabel",
    "tc": "dezelfde rij",
    "r": "dezelfde alinea",
    "": "dezelfde alinea",
}
_SEEN = ("w:drawing", "w:pict", "w:object", "w:footnoteReference", "w:endnoteReference", "w:fldChar", "w:sym")
"""What can stand in a paragraph beside text."""
_MISTYPED = re.compile(r"\{[\s{%]*(?:(?:p|r|tr|tc)\s+)?([\w.]+)")
_ENDS = {"for": "endfor", "if": "endif"}
_OPENERS = {"endfor": "for", "endif": "if", "else": "if"}
_TEXTS = (qn("w:t"), qn("w:p"), qn("w:r"), qn("w:hyperlink"))
_BEGIN = re.compile(r"\{[{%#]")
_PLAIN = re.compile(r"\{\{ [a-z0-9_.]+ \}\}")
"""A name without a form: the only tag that can stand in a description."""
_HEX = {"%7b": "{", "%7d": "}", "%25": "%"}


def judge_structure(part: TemplatePart, places: Places) -> Iterator[Bevinding]:
    """Give what is wrong with the tags of a part, each at its place, as far as their form shows it."""
    yield from _loose_braces(part, places)
    tags = list(read_tags(part.element))
    if len(tags) > MAX_TAGS:
        yield Bevinding("sjabloon-te-veel-tags", places.of(tags[0].element), str(len(tags)))
        return
    for tag in tags:
        if not tag.is_allowed:
            yield Bevinding("sjabloon-tag-fout", _at(places, tag), shortened(tag.text), _likely(tag.words))
    yield from _elsewhere(part, places)
    good = [tag for tag in tags if tag.is_allowed and tag.element.tag == qn("w:t")]
    for tag in good:
        yield from _company(tag, places)
    yield from _pairs(good, places)


def _at(places: Places, tag: Tag) -> WordPlaats:
    return places.of(tag.element, tag.text)


def _loose_braces(part: TemplatePart, places: Places) -> Iterator[Bevinding]:
    """A brace that belongs to no tag would be printed, or taken for the begin of one."""
    for paragraph in part.element.iter(qn("w:p")):
        own = "".join(
            element.text or ""
            for element in paragraph.iter(qn("w:t"))
            if next(element.iterancestors(qn("w:p")), None) is paragraph
        )
        rest = MARKED.sub("", own)
        if "{" in rest or "}" in rest:
            found = re.search(r"[{}].{0,40}", rest, re.DOTALL)
            words = "" if found is None else found[0]
            yield Bevinding(
                "sjabloon-accolade", places.of(paragraph, own), shortened(words), _likely(_name_in(words))
            )


def _name_in(words: str) -> str:
    match = _MISTYPED.search(words)
    return "" if match is None else match[1]


def _likely(words: str) -> str:
    """Return a tag as an example: the one that was probably meant, else the best known."""
    known = list(dotted(NAMES))
    meant = next((name for name in words.lower().split(" ") if name in known), None)
    meant = meant or lijkt_op(words.lower(), known) or "wijk"
    form = {"runs": "r", "blocks": "p"}.get(str(_shape(meant)), "")
    return f"{{{{{form} {meant} }}}}"


def _shape(name: str) -> object:
    shape: object = NAMES
    for part in name.split("."):
        shape = shape[part] if isinstance(shape, dict) else None
    return shape if isinstance(shape, str) else ""


def _elsewhere(part: TemplatePart, places: Places) -> Iterator[Bevinding]:
    """A tag in what is no text: the address of a link, a field, an equation, the name of a bookmark."""
    for element in part.element.iter("*"):
        kept = DESCRIPTIONS if element.tag == DESCRIBED else ()
        texts = [plain_address(str(value)) for name, value in element.attrib.items() if name not in kept]
        # What python-docx calls the text of a paragraph or a run is that of what it holds.
        texts += [] if len(element) or element.tag in _TEXTS else [element.text or ""]
        descriptions = [str(element.get(name) or "") for name in kept]
        for text in [text for text in texts if _BEGIN.search(text)]:
            yield Bevinding("sjabloon-tag-plaats", places.of(element, text), shortened(text))
        for text in descriptions:
            rest = _PLAIN.sub("", text)
            if "{" in rest or "}" in rest:
                yield Bevinding("sjabloon-tag-plaats", places.of(element, text), shortened(text))


def plain_address(text: str) -> str:
    """Return an address with the codes that Word writes for braces as braces."""
    return re.sub("%7[bd]|%25", lambda code: _HEX[code[0].lower()], text, flags=re.IGNORECASE)


def _company(tag: Tag, places: Places) -> Iterator[Bevinding]:
    """What stands beside a tag that takes the place of a whole element would be lost."""
    if tag.prefix not in _HOLDERS:
        if tag.keyword == "colspan":
            yield from _colspan(tag, places)
        return
    holder = next(tag.element.iterancestors(qn(_HOLDERS[tag.prefix])), None)
    if holder is None:
        yield Bevinding("sjabloon-tag-vorm", _at(places, tag), tag.text, "deze tag in een tabel")
        return
    text = ooxml.text(holder).strip()
    breaks = [e for e in holder.iter(qn("w:br")) if ooxml.get(e, "w:type") in ("page", "column")]
    if text != tag.text or breaks or next(holder.iter(*map(qn, _SEEN)), None) is not None:
        beside = shortened(text.replace(tag.text, "", 1)) or "een afbeelding, een veld of een pagina-einde"
        yield Bevinding("sjabloon-tag-niet-alleen", _at(places, tag), beside, _ALONE[tag.prefix])


def _colspan(tag: Tag, places: Places) -> Iterator[Bevinding]:
    cell = next(tag.element.iterancestors(qn("w:tc")), None)
    if cell is None or not ooxml.text(cell).lstrip().startswith(tag.text):
        yield Bevinding("sjabloon-tag-vorm", _at(places, tag), tag.text, "deze tag aan het begin van een cel")


def _pairs(tags: list[Tag], places: Places) -> Iterator[Bevinding]:
    """Every loop and choice has its end, of the same form, in the same part of the text."""
    open_tags: list[Tag] = []
    halved: set[int] = set()
    for tag in tags:
        if tag.keyword in _ENDS:
            open_tags.append(tag)
            if len(open_tags) == MAX_DEPTH + 1:
                yield Bevinding("sjabloon-te-diep", _at(places, tag), tag.text)
        elif tag.keyword in _OPENERS:
            opener = open_tags[-1] if open_tags else None
            if opener is None or opener.keyword != _OPENERS[tag.keyword]:
                yield from _unpaired(tag, opener, open_tags, places)
                continue
            if tag.keyword == "else":
                if id(opener) in halved:
                    yield Bevinding("sjabloon-paar", _at(places, tag), tag.text, "een else bij elke if")
                halved.add(id(opener))
            else:
                open_tags.pop()
            if tag.prefix != opener.prefix:
                meant = spelled(f"{{%{opener.prefix} {tag.keyword} %}}")
                yield Bevinding(
                    "sjabloon-tag-vorm", _at(places, tag), tag.text, f"{meant}, bij {opener.text}"
                )
            elif _container(tag) is not _container(opener):
                pair = f"{opener.text} en {tag.text}"
                yield Bevinding("sjabloon-over-grens", _at(places, tag), pair, _SAME[tag.prefix])
    for opener in open_tags:
        meant = spelled(f"{{%{opener.prefix} {_ENDS[opener.keyword]} %}}")
        yield Bevinding("sjabloon-paar", _at(places, opener), opener.text, f"erna de tag {meant}")


def _unpaired(tag: Tag, opener: Tag | None, open_tags: list[Tag], places: Places) -> Iterator[Bevinding]:
    """Tell of an end without its begin; where another end is lacking, that is told at its own begin."""
    wanted = _OPENERS[tag.keyword]
    if opener is not None and any(other.keyword == wanted for other in open_tags):
        while open_tags[-1].keyword != wanted:
            lost = open_tags.pop()
            meant = spelled(f"{{%{lost.prefix} {_ENDS[lost.keyword]} %}}")
            yield Bevinding("sjabloon-paar", _at(places, lost), lost.text, f"erna de tag {meant}")
        if tag.keyword != "else":
            open_tags.pop()
        return
    meant = spelled(f"{{%{tag.prefix} {wanted} ... %}}")
    yield Bevinding("sjabloon-paar", _at(places, tag), tag.text, f"ervoor de tag {meant}")


def _container(tag: Tag) -> _Element | None:
    """Return the element in which the begin and the end of a pair must both stand."""
    if tag.prefix in _HOLDERS:
        holder = next(tag.element.iterancestors(qn(_HOLDERS[tag.prefix])), None)
        return None if holder is None else holder.getparent()
    run = next(tag.element.iterancestors(qn("w:r")), None)
    return None if run is None else run.getparent()
