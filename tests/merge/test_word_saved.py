"""Files as Word saves them: the program's changes go in, and rejected they give that file back."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml.etree import _Element

from pipeline.markup import Run
from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.model import Blok, Wijkplan
from tests.merge import gegevens
from tests.merge.bestand import Bestand
from tests.merge.lezen import W, teksten
from tests.merge.word_save import W14, as_word_saves


def saved(docx: bytes, edit: Callable[[Bestand], None] = lambda _: None) -> bytes:
    """Return a file as it is when staff open it in Word, edit it and save it."""
    file = Bestand(docx)
    edit(file)
    as_word_saves(file, random.Random(1))  # noqa: S311 - the same each time is what is asked
    return file.klaar()


def merged(base: bytes, new: bytes, edited: bytes) -> Samengevoegd:
    merge = voeg_samen(base, new, edited)
    assert bewijs(base, new, edited, merge.als_bytes(), merge.wijzigingen) == []
    return merge


def edited_copy(docx: bytes, edit: Callable[[Bestand], None]) -> bytes:
    file = Bestand(docx)
    edit(file)
    return file.klaar()


def without_row_properties(file: Bestand) -> None:
    """Let rows break over pages: Word leaves no properties of a row that is no head."""
    for properties in list(file.body.iter(W + "trPr")):
        row = properties.getparent()
        if row is not None and properties.find(W + "tblHeader") is None:
            row.remove(properties)


def without_an_activity(plan: Wijkplan) -> Wijkplan:
    first, *others = plan.kernaanpakken
    cluster, *rest = first.clusters
    clusters = (replace(cluster, rijen=cluster.rijen[:1] + cluster.rijen[2:]), *rest)
    return replace(plan, kernaanpakken=(replace(first, clusters=clusters), *others))


def test_a_row_without_properties_is_taken_out() -> None:
    plan = gegevens.plan("nieuwland")
    base, new = gegevens.basis("nieuwland"), gegevens.word(without_an_activity(plan))
    merge = merged(base, new, edited_copy(base, without_row_properties))
    assert [(w.uitkomst, w.wat) for w in merge.wijzigingen] == [("verwerkt", "vervallen")]
    assert merge.wijzigingen[0].was not in teksten(merge.als_bytes())


@pytest.mark.parametrize("holders", ["pPr", "rPr", "trPr"])
def test_a_holder_made_for_a_mark_goes_with_it(holders: str) -> None:
    """Staff's file has none of these, empty ones among the others, or Word's: it comes back as it was."""

    def bare(file: Bestand) -> None:
        for number, holder in enumerate(list(file.body.iter(W + holders))):
            keep = holder.find(f".//{W}sectPr") is not None or holder.find(W + "pStyle") is not None
            parent = holder.getparent()
            if parent is None or keep or parent.tag == W + "pPrChange":
                continue
            if number % 2:
                parent.remove(holder)
            else:
                holder[:] = []

    plan = gegevens.plan("vbl")
    base = edited_copy(gegevens.basis("vbl"), bare)
    new = gegevens.word(
        replace(plan, kernaanpakken=plan.kernaanpakken[1:], organisaties=plan.organisaties[2:])
    )
    merged(base, edited_copy(new, bare), saved(base))


def with_paragraph_in_cell(plan: Wijkplan) -> Wijkplan:
    first, *others = plan.kernaanpakken
    cluster, *rest = first.clusters
    row, *rows = cluster.rijen
    longer = replace(row, mogelijkheid=(*row.mogelijkheid, Blok("alinea", (Run("Een alinea erbij."),))))
    clusters = (replace(cluster, rijen=(longer, *rows)), *rest)
    return replace(plan, kernaanpakken=(replace(first, clusters=clusters), *others))


def test_a_cell_gets_a_paragraph_at_its_end_in_a_file_that_word_saved() -> None:
    base = gegevens.basis("nieuwland")
    new = gegevens.word(with_paragraph_in_cell(gegevens.plan("nieuwland")))
    merge = merged(base, new, saved(base))
    assert [w.uitkomst for w in merge.wijzigingen] == ["verwerkt"]
    assert "Een alinea erbij." in teksten(merge.als_bytes())


def last_paragraph(file: Bestand) -> _Element:
    return file.body.findall(W + "p")[-1]


def with_colofon_line(file: Bestand) -> None:
    last = last_paragraph(file)
    copy = Bestand(file.docx)
    line = last_paragraph(copy)
    next(line.iter(W + "t")).text = "Een regel erbij."
    for mark in [*line.iter(W + "bookmarkStart", W + "bookmarkEnd")]:
        line.remove(mark)
    last.addnext(line)


def test_the_colofon_gets_a_line_at_its_end_in_a_file_that_word_saved() -> None:
    base = gegevens.basis("nieuwland")
    merge = merged(base, edited_copy(base, with_colofon_line), saved(base))
    assert [w.uitkomst for w in merge.wijzigingen] == ["verwerkt"]
    assert teksten(merge.als_bytes())[-1] == "Een regel erbij."


def test_no_two_paragraphs_have_the_number_of_one() -> None:
    base = gegevens.basis("nieuwland")
    merge = merged(base, edited_copy(base, with_colofon_line), saved(base))
    numbers = [p.get(W14 + "paraId") for p in Bestand(merge.als_bytes()).body.iter(W + "p")]
    known = [number for number in numbers if number]
    assert len(known) == len(set(known)) > 100
