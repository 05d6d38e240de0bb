"""Reads the tags of a template: each whole again where Word cut it up, in one spelling, with its element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import accumulate

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml

MARKED = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{#[^{}]*#\}")
"""A tag, from its first to its last brace; one with braces inside is none of ours."""
LONGEST = 200
"""Characters of a tag; the longest of ours has 45."""
_PARTS = re.compile(r"\{(?P<kind>[{%#])(?:(?P<prefix>p|tr|tc|r)(?=\s))?(?P<words>[^{}]*)[}%#]\}")
_NAME = r"[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*"
_ALLOWED = {
    "{": re.compile(_NAME),
    "%": re.compile(rf"for [a-z_][a-z0-9_]* in {_NAME}|(?:if|colspan) {_NAME}|else|endfor|endif"),
}
"""All that may stand in a tag, by its second sign; what the names mean is for `template_language`."""
DESCRIBED = qn("wp:docPr")
DESCRIPTIONS = ("descr", "title")
"""The attributes of a picture in which a name may stand."""
_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Signs without width, which come along with text from web pages and chats."""
_BREAKS = (qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen"), qn("w:softHyphen"))
_HOLDERS = {"p": "w:p", "tr": "w:tr", "tc": "w:tc"}
_RUN_TAG = re.compile(r"(\{\{r .*?\}\}|\{%r .*?%\})")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag in the text."""

    text: str
    """In our spelling: '{%p for thema in themas %}'."""
    kind: str
    """Its second sign: { for a name, % for a loop or a choice, # for a remark."""
    prefix: str
    """p, tr, tc or r: the element of which it takes the place; empty for a part of a text."""
    words: str
    element: _Element
    """The `w:t` in which it stands, or the picture that it describes."""

    @property
    def keyword(self) -> str:
        """The first word of a loop or a choice; empty for a name."""
        return self.words.split(" ")[0] if self.kind == "%" else ""

    @property
    def is_allowed(self) -> bool:
        """Whether it has one of the forms that there are."""
        allowed = _ALLOWED.get(self.kind)
        return (
            allowed is not None
            and len(self.text) <= LONGEST
            and allowed.fullmatch(self.words) is not None
            and not (self.keyword == "colspan" and self.prefix)
        )


def spelled(text: str) -> str:
    """Return a tag in our spelling: one kind of space, no signs without width, no capitals."""
    match = _PARTS.fullmatch(" ".join(_UNSEEN.sub("", text).split()).lower())
    if match is None:
        return text
    begin, end = "{" + match["kind"], {"{": "}}", "%": "%}", "#": "#}"}[match["kind"]]
    words = match["words"].strip()
    return (
        f"{begin}{match['prefix'] or ''} {words} {end}" if words else f"{begin}{match['prefix'] or ''} {end}"
    )


def read_tags(part: _Element) -> Iterator[Tag]:
    """Give the tags of a part in its order, once they are whole: in text and in descriptions of pictures."""
    for element in part.iter(DESCRIBED, qn("w:t")):
        texts = [element.text or ""] if element.tag == qn("w:t") else map(element.get, element.attrib)
        for text in (text for whole in texts for text in MARKED.findall(str(whole or ""))):
            match = _PARTS.fullmatch(text)
            if match is not None:
                yield Tag(text, match["kind"], match["prefix"] or "", match["words"].strip(), element)


def make_whole(part: _Element) -> None:
    """Put each tag that Word spread over several runs into the first of them, in our spelling."""
    for picture in part.iter(DESCRIBED):
        for name in DESCRIPTIONS:
            text = picture.get(name)
            if text is not None and MARKED.search(text):
                picture.set(name, MARKED.sub(lambda found: spelled(found[0]), text))
    for paragraph in part.iter(qn("w:p")):
        pieces = [piece for piece in paragraph.iter(qn("w:t"), *_BREAKS) if _paragraph_of(piece) is paragraph]
        if any("{" in (piece.text or "") for piece in pieces):
            _rewrite(pieces)


def _rewrite(pieces: list[_Element]) -> None:
    """Write each tag in the first piece that it begins in, and take its text out of all others."""
    texts = list(map(_text, pieces))
    joined = "".join(texts)
    ends = list(accumulate(map(len, texts)))
    new: list[list[str]] = [[] for _ in pieces]
    place = number = 0
    for found in [*MARKED.finditer(joined), None]:
        begin = len(joined) if found is None else found.start()
        while place < begin:
            while ends[number] <= place:
                number += 1
            end = min(begin, ends[number])
            new[number].append(joined[place:end])
            place = end
        if found is not None:
            while ends[number] <= begin:
                number += 1
            new[number].append(spelled(found[0]))
            place = found.end()
    for piece, old, parts in zip(pieces, texts, new, strict=True):
        text = "".join(parts)
        if text != old and piece.tag == qn("w:t"):
            piece.text = text
            piece.set(_SPACE, "preserve")
        elif text != old:
            _remove(piece)


def rescue(part: _Element) -> None:
    """Move the end of a section and the bounds of bookmarks out of what disappears with its tag."""
    for tag in [tag for tag in read_tags(part) if tag.prefix in _HOLDERS]:
        holder = next(tag.element.iterancestors(qn(_HOLDERS[tag.prefix])), None)
        if holder is None:
            continue
        for mark in list(holder.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            holder.addprevious(mark)
        section = ooxml.find(holder, "w:pPr/w:sectPr")
        if section is not None:
            own = ooxml.make("w:p")
            own.append(ooxml.make("w:pPr"))
            own[0].append(section)
            holder.addnext(own)


def separate_runs(part: _Element) -> None:
    """Give a tag of the form r a run of its own, so that what stands beside it keeps its looks."""
    for element in list(part.iter(qn("w:t"))):
        run = element.getparent()
        look = None if run is None else ooxml.find(run, "w:rPr")
        pieces = [piece for piece in _RUN_TAG.split(element.text or "") if piece]
        if run is None or look is None or not _RUN_TAG.search(element.text or ""):
            continue
        if len(pieces) == 1 and len(run) == 2:
            continue
        followers = list(element.itersiblings())
        run.remove(element)
        contents = [[_written(piece)] for piece in pieces] + [followers]
        for content in reversed([content for content in contents if content]):
            new = ooxml.make("w:r")
            new.append(deepcopy(look))
            new.extend(content)
            run.addnext(new)
        if len(run) == 1:
            _remove(run)


def _written(text: str) -> _Element:
    element = ooxml.make("w:t")
    element.text = text
    element.set(_SPACE, "preserve")
    return element


def _paragraph_of(piece: _Element) -> _Element | None:
    return next(piece.iterancestors(qn("w:p")), None)


def _text(piece: _Element) -> str:
    return (piece.text or "") if piece.tag == qn("w:t") else " "


def _remove(piece: _Element) -> None:
    parent = piece.getparent()
    if parent is not None:
        parent.remove(piece)
