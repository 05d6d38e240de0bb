"""A file as Word leaves it when it is saved: numbers of saves, spelling marks, split runs, bookmarks."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from tests.merge.bestand import Bestand, element
from tests.merge.lezen import W

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def as_word_saves(b: Bestand, kans: random.Random) -> None:
    """Give a file all that Word writes of itself, without a change that a person sees."""
    _declare(b)
    _split_runs(b, kans)
    _number_saves(b, kans)
    _loose_rows(b, kans)
    _grids(b, kans)
    _bookmarks(b, kans)


def _declare(b: Bestand) -> None:
    """Name the namespace of the numbers of paragraphs at the root, as Word does."""
    spaces = {name: space for name, space in b.boom.nsmap.items() if name}
    root = etree.Element(b.boom.tag, nsmap={**spaces, "w14": W14[1:-1], "mc": MC[1:-1]})
    root.attrib.update(b.boom.attrib)
    root.set(MC + "Ignorable", " ".join(dict.fromkeys([*root.get(MC + "Ignorable", "").split(), "w14"])))
    root.extend(list(b.boom))
    b.boom = root


def _number_saves(b: Bestand, kans: random.Random) -> None:
    saves = [f"00{kans.randrange(16**6):06X}" for _ in range(5)]
    for holder in b.body.iter(W + "p", W + "tr"):
        holder.set(W14 + "paraId", f"{kans.randrange(1, 0x80000000):08X}")
        holder.set(W14 + "textId", "77777777")
        holder.set(W + "rsidR", kans.choice(saves))
        if holder.tag == W + "p":
            holder.set(W + "rsidRDefault", kans.choice(saves))
            if kans.random() < 0.3:
                holder.set(W + "rsidP", kans.choice(saves))
    for run in b.body.iter(W + "r"):
        if kans.random() < 0.2:
            run.set(W + "rsidR", kans.choice(saves))


def _words(b: Bestand) -> Iterator[tuple[_Element, list[str]]]:
    """Yield the runs of plain text that stand outside fields, with their words."""
    for p in b.body.iter(W + "p"):
        if p.find(f".//{W}fldChar") is None:
            for run in p.findall(W + "r"):
                texts = [part for part in run if part.tag != W + "rPr"]
                if len(texts) == 1 and texts[0].tag == W + "t" and len((texts[0].text or "").split(" ")) > 3:
                    yield run, (texts[0].text or "").split(" ")


def _split_runs(b: Bestand, kans: random.Random) -> None:
    """Cut some runs in three, the middle one marked as a spelling error or with the page break as it was."""
    for run, words in list(_words(b)):
        if kans.random() > 0.15:
            continue
        at = kans.randrange(1, len(words) - 1)
        parts = [" ".join(words[:at]) + " ", words[at], " " + " ".join(words[at + 1 :])]
        *before, last = [_like(run, text) for text in parts]
        for new in [*before, last]:
            run.addprevious(new)
        if kans.random() < 0.5:
            before[1].addprevious(element("proofErr", ""))
            before[1].addnext(element("proofErr", ""))
            for mark, kind in ((before[1].getprevious(), "spellStart"), (before[1].getnext(), "spellEnd")):
                assert mark is not None
                mark.set(W + "type", kind)
        else:
            last.insert(len(last) - 1, element("lastRenderedPageBreak"))
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)


def _like(run: _Element, text: str) -> _Element:
    new = copy.deepcopy(run)
    t = new.find(W + "t")
    assert t is not None
    t.text = text
    t.set(SPACE, "preserve")
    return new


def _loose_rows(b: Bestand, kans: random.Random) -> None:
    """Let the rows of some tables break over pages: Word takes the empty properties away."""
    for table in b.body.iter(W + "tbl"):
        if kans.random() < 0.4:
            for properties in list(table.iter(W + "trPr")):
                for loose in properties.findall(W + "cantSplit"):
                    properties.remove(loose)
                row = properties.getparent()
                if not len(properties) and row is not None:
                    row.remove(properties)


def _grids(b: Bestand, kans: random.Random) -> None:
    """Write the widths of some tables anew."""
    for table in b.body.iter(W + "tbl"):
        if kans.random() < 0.4:
            for width in table.iter(W + "gridCol", W + "tcW"):
                width.set(W + "w", str(int(str(width.get(W + "w"))) + kans.randrange(-9, 9)))


def _bookmarks(b: Bestand, kans: random.Random) -> None:
    """Move the end of some bookmarks behind the paragraph, where Word puts it when one is split or joined."""
    for end in list(b.body.iter(W + "bookmarkEnd")):
        p = end.getparent()
        if p is not None and p.tag == W + "p" and p.getparent() is b.body and kans.random() < 0.1:
            following = p.getnext()
            if following is not None and following.tag in (W + "p", W + "tbl"):
                p.addnext(end)
