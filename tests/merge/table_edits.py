"""Edits of staff in the columns and rows of tables, as Word makes them: cells and bookmarks move along."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element

from tests.merge.bestand import Bestand, element
from tests.merge.lezen import W

Choice = Callable[[str], bool]
Edit = Callable[[Bestand, random.Random, str, Choice], None]


def text_of(holder: _Element) -> str:
    return "".join(t.text or "" for t in holder.iter(W + "t"))


def rows_of(table: _Element) -> list[_Element]:
    return table.findall(W + "tr")


def cells_of(row: _Element) -> list[_Element]:
    return row.findall(W + "tc")


def full_rows(table: _Element) -> list[list[_Element]]:
    """Return the cells of the rows that have as many as the head."""
    rows = [cells_of(row) for row in rows_of(table)]
    return [cells for cells in rows if len(cells) == len(rows[0])]


def _table(b: Bestand, kans: random.Random, choice: Choice) -> _Element | None:
    """Return a table with columns; one where the data changed when that is asked."""
    tables = [t for t in b.body.iter(W + "tbl") if len(cells_of(rows_of(t)[0])) > 2]
    wanted = [t for t in tables if any(choice(text_of(row)) for row in rows_of(t))]
    return kans.choice(wanted or tables) if tables else None


def swap_columns(table: _Element, one: int, other: int) -> None:
    for cells in full_rows(table):
        a, b = cells[one], cells[other]
        row = a.getparent()
        assert row is not None
        at_a, at_b = row.index(a), row.index(b)
        row[at_a], row[at_b] = copy.deepcopy(b), copy.deepcopy(a)


def kolommen_verwisseld(b: Bestand, kans: random.Random, _merk: str, choice: Choice) -> None:
    table = _table(b, kans, choice)
    if table is not None:
        swap_columns(table, *kans.sample(range(1, len(cells_of(rows_of(table)[0]))), 2))


def kolomkop_anders(b: Bestand, kans: random.Random, merk: str, choice: Choice) -> None:
    """Write a word behind a head, or another head over it."""
    table = _table(b, kans, choice)
    if table is None:
        return
    head = kans.choice(cells_of(rows_of(table)[0]))
    texts = list(head.iter(W + "t"))
    if not texts:
        return
    first, *others = texts
    old = text_of(head)
    if kans.random() < 0.5:
        last = others[-1] if others else first
        last.text = f"{last.text} {merk}"
    else:
        first.text = merk
        for t in others:
            t.text = ""
    b.koppen[merk] = old
    b.blijft.append(merk)


def _bare(cell: _Element, text: str) -> _Element:
    new = copy.deepcopy(cell)
    etree.strip_elements(new, W + "bookmarkStart", W + "bookmarkEnd", with_tail=False)
    for number, t in enumerate(list(new.iter(W + "t"))):
        t.text = "" if number else text
    return new


def kolom_van_staf(b: Bestand, kans: random.Random, merk: str, choice: Choice) -> None:
    """Put in a column, as Word does with 'insert right'."""
    table = _table(b, kans, choice)
    if table is None:
        return
    at = kans.randrange(1, len(cells_of(rows_of(table)[0])))
    for number, cells in enumerate(full_rows(table)):
        cells[at].addnext(_bare(cells[at], merk if number == 0 else ""))
    grid = table.find(W + "tblGrid")
    if grid is not None and len(grid):
        grid.append(copy.deepcopy(grid[-1]))
    for span in table.iter(W + "gridSpan"):
        span.set(W + "val", str(int(str(span.get(W + "val"))) + 1))
    if any(merk in text_of(row) for row in rows_of(table)):
        b.blijft.append(merk)


def kolom_weg_door_staf(b: Bestand, kans: random.Random, _merk: str, choice: Choice) -> None:
    table = _table(b, kans, choice)
    if table is not None:
        at = kans.randrange(1, len(cells_of(rows_of(table)[0])))
        for cells in full_rows(table):
            parent = cells[at].getparent()
            assert parent is not None
            parent.remove(cells[at])


def rijen_verwisseld(b: Bestand, kans: random.Random, _merk: str, choice: Choice) -> None:
    """Cut a row and paste it before another; its bookmark goes along."""
    table = _table(b, kans, choice)
    rows = rows_of(table)[1:] if table is not None else []
    if len(rows) > 1:
        one, other = kans.sample(rows, 2)
        other.addprevious(one)


def rijen_gesorteerd(b: Bestand, kans: random.Random, _merk: str, choice: Choice) -> None:
    """Sort the rows by a column, as Word does."""
    table = _table(b, kans, choice)
    if table is None:
        return
    full = [row for row in rows_of(table)[1:] if len(cells_of(row)) == len(cells_of(rows_of(table)[0]))]
    at = kans.randrange(len(cells_of(rows_of(table)[0])))
    places = [table.index(row) for row in full]
    ordered = [copy.deepcopy(row) for row in sorted(full, key=lambda row: text_of(cells_of(row)[at]))]
    for place, row in zip(places, ordered, strict=True):
        table[place] = row


def rijen_overgetypt(b: Bestand, kans: random.Random, _merk: str, choice: Choice) -> None:
    """Type two rows over one another: the bookmarks stay where they are."""
    table = _table(b, kans, choice)
    rows = full_rows(table)[1:] if table is not None else []
    if len(rows) < 2:
        return
    one, other = kans.sample(rows, 2)
    for a, c in zip(one, other, strict=True):
        texts = list(a.iter(W + "t")), list(c.iter(W + "t"))
        for x, y in zip(*texts, strict=False):
            x.text, y.text = y.text, x.text


def cellen_samen(b: Bestand, kans: random.Random, _merk: str, choice: Choice) -> None:
    """Merge two cells of a row: the paragraphs of the second join those of the first."""
    table = _table(b, kans, choice)
    if table is None:
        return
    cells = kans.choice(full_rows(table))
    at = kans.randrange(len(cells) - 1)
    left, right = cells[at], cells[at + 1]
    properties = left.find(W + "tcPr")
    if properties is None or properties.find(W + "gridSpan") is not None:
        return
    left.extend(right.findall(W + "p"))
    span = element("gridSpan")
    span.set(W + "val", "2")
    width = properties.find(W + "tcW")
    properties.insert(0 if width is None else 1, span)
    parent = right.getparent()
    assert parent is not None
    parent.remove(right)


TABLE_EDITS = (
    *(kolommen_verwisseld, kolomkop_anders, kolom_van_staf, kolom_weg_door_staf, rijen_verwisseld),
    *(rijen_gesorteerd, rijen_overgetypt, cellen_samen),
)
