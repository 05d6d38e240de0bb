"""Footnotes and endnotes go along with the text that refers to them, from one file to another."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element

from pipeline.document.ooxml import number
from pipeline.merge.pakket import Pakket
from pipeline.merge.wml import NOTES, R, W, verwijder, w

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
Copy = Callable[[_Element, str, str], _Element]


class Notes:
    """Brings notes of one file into another, each once, under a number that is free there."""

    def __init__(self, source: Pakket, target: Pakket) -> None:
        self._source = source
        self._target = target
        self._known: dict[tuple[str, str], str] = {}

    def bring(self, reference: _Element, copy: Copy) -> str:
        """Return the number in the target of the note that a reference of the source leads to."""
        kind, old = NOTES[str(reference.tag)], reference.get(w("id"), "")
        if (kind, old) not in self._known:
            self._known[kind, old] = old  # for a note that refers to itself
            self._known[kind, old] = self._copied(kind, old, copy)
        return self._known[kind, old]

    def _copied(self, kind: str, old: str, copy: Copy) -> str:
        source = self._source.deel(kind)
        note = None if source is None else _note(self._source.boom(source), old)
        if source is None or note is None:
            return old
        target = self._target.deel(kind) or self._new_part(kind, source)
        tree = self._target.boom(target)
        new = copy(note, source, target)
        new.set(w("id"), str(max([0, *(number(other.get(w("id"))) for other in tree)]) + 1))
        tree.append(new)
        return new.get(w("id"), "")

    def _new_part(self, kind: str, source: str) -> str:
        """Make the part for notes, with the lines that part notes from text; return its name."""
        root = etree.Element(w(kind), nsmap={"w": W})
        root.extend(note for note in etree.fromstring(self._source.delen[source]) if note.get(w("type")))
        name = f"word/{kind}.xml"
        while self._target.vind(name) in self._target.delen:
            name = name.replace(".xml", "-1.xml")
        self._target.voeg_toe(name, etree.tostring(root), _KIND.format(kind))
        self._target.verwijs(self._target.hoofd, f"{R}/{kind}", name)
        return name


def drop_unused(package: Pakket) -> None:
    """Take away the notes that nothing in the text refers to."""
    for kind in NOTES.values():
        part = package.deel(kind)
        for note in unused(package.boom(part), package.document) if part else ():
            verwijder(note)


def unused(notes: _Element, document: _Element) -> list[_Element]:
    """Return the notes of a part that nothing in a text refers to; lines that part them are no notes."""
    tag = next((tag for tag, kind in NOTES.items() if notes.tag == w(kind)), None)
    used = {element.get(w("id")) for element in document.iter(tag)} if tag else set()
    return [note for note in notes if tag and not note.get(w("type")) and note.get(w("id")) not in used]


def _note(tree: _Element, number_: str) -> _Element | None:
    return next((note for note in tree if note.get(w("id")) == number_), None)
