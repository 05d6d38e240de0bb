"""The texts that came or went between two versions and that a merge neither put in nor told."""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Iterable

from lxml.etree import _Element

from pipeline.document.accepted import neem_aan
from pipeline.merge.blokken import inhoudsopgave
from pipeline.merge.merge import tekstdelen
from pipeline.merge.notes import unused
from pipeline.merge.pakket import Pakket
from pipeline.merge.wml import RUN, P, T, w
from pipeline.wijziging import Wijziging

_THING = re.compile("\ufffc[^\ufffc]*\ufffc")


def untold(
    old: Counter[str], new: Counter[str], edited: Counter[str], merged: Counter[str], changes: list[Wijziging]
) -> tuple[list[str], list[str]]:
    """Return the texts that came and those that went, of which the merge says nothing; letters only."""
    said_new, said_old = _Said(c.wordt for c in changes), _Said(c.was for c in changes)
    came = [
        text
        for text, number in (new - old).items()
        if merged[text] - edited[text] < number and text not in said_new and merged[text] < new[text]
    ]
    gone = [
        text
        for text in old - new
        if merged[text] > max(new[text], edited[text] - (old[text] - new[text])) and text not in said_old
    ]
    return came, gone


class _Said:
    """What changes say: their paragraphs, and the words in the text boxes of those."""

    def __init__(self, texts: Iterable[str]) -> None:
        all_texts = list(texts)
        self._pieces = {bare(piece) for text in all_texts for piece in pieces(text)}
        self._things = [_letters(thing) for text in all_texts for thing in _THING.findall(text)]

    def __contains__(self, text: str) -> bool:
        return text in self._pieces or any(text in thing for thing in self._things)


def as_changes(old: Pakket, new: Pakket, merged: Pakket, changes: list[Wijziging]) -> list[Wijziging]:
    """Return changes that tell what a comparison of two files did not, to go on its list."""
    was, becomes = readable(old), readable(new)
    before = texts(old)
    came, gone = untold(before, texts(new), before, texts(merged), changes)
    return [
        *(Wijziging("ongeplaatst", "vervallen", ELSEWHERE, was[text], "", "") for text in gone),
        *(Wijziging("ongeplaatst", "nieuw", ELSEWHERE, "", becomes[text], "") for text in came),
    ]


ELSEWHERE = "Elders in het bestand"
"""Where a text is that does not stand in a paragraph or table of the document itself."""


def texts(package: Pakket) -> Counter[str]:
    """Return the paragraphs as they read when all is accepted, without the contents table; letters only."""
    out = Counter(bare(text) for text in _paragraphs(package))
    del out[""]
    return out


def readable(package: Pakket) -> dict[str, str]:
    """Return the same paragraphs as people read them."""
    return {bare(text): text for text in _paragraphs(package)}


def bare(text: str) -> str:
    """Return letters and digits: signs and spaces are written in more than one way."""
    return _letters(_THING.sub("", text))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def pieces(text: str) -> list[str]:
    """Return the paragraphs of a text as a list has it."""
    return re.split(r"[\t\n]", text)


def _paragraphs(package: Pakket) -> Iterable[str]:
    contents = inhoudsopgave(package.body)
    document: _Element | None = None
    for name in tekstdelen(package):
        tree = copy.deepcopy(package.boom(name))
        if name == package.hoofd:
            both = zip(package.boom(name).iter(P), list(tree.iter(P)), strict=True)
            for run in [run for own, other in both if own in contents for run in other.iter(RUN)]:
                parent = run.getparent()
                if parent is not None:
                    parent.remove(run)
        neem_aan(tree)
        document = tree if document is None else document
        for note in unused(tree, document):
            tree.remove(note)
        for paragraph in tree.iter(P):
            yield "".join(t.text or "" for t in _outside_fields(paragraph) if _of(t) is paragraph)


def _of(text: _Element) -> _Element | None:
    """Return the paragraph that a text is of: that of a text box is not the one that holds the box."""
    return next(text.iterancestors(P), None)


def _outside_fields(paragraph: _Element) -> Iterable[_Element]:
    depth = 0
    for element in paragraph.iter(w("fldChar"), T):
        if element.tag != T:
            kind = element.get(w("fldCharType"))
            depth += (kind == "begin") - (kind == "end")
        elif depth <= 0:
            yield element
