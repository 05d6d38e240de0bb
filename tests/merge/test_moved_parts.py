"""A part of the plan that the data moved goes with all that is in it, or stays where it is."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.model import Wijkplan
from pipeline.report.samenvoeging import als_tekst, van_samenvoeging
from tests.merge import gegevens
from tests.merge.bestand import Bestand, element, run
from tests.merge.data_moves import numbered
from tests.merge.lezen import W, opmerkingen, regels
from tests.merge.table_edits import cells_of, rows_of, text_of
from tests.merge.word_save import as_word_saves

PLAN = gegevens.plan("nieuwland")
BASE = gegevens.basis("nieuwland")
FIRST, SECOND = (k.titel for k in PLAN.kernaanpakken[:2])
BULLET = "Actief ouder worden"
"""A factor of the first kernaanpak, that the plan also has in its top 15."""


def with_kernaanpakken(plan: Wijkplan, *order: int) -> Wijkplan:
    return replace(plan, kernaanpakken=numbered(tuple(plan.kernaanpakken[n] for n in order)))


def with_clusters(plan: Wijkplan, *order: int) -> Wijkplan:
    first, *others = plan.kernaanpakken
    moved = replace(first, clusters=tuple(first.clusters[n] for n in order))
    return replace(plan, kernaanpakken=(moved, *others))


SWAP = gegevens.word(with_kernaanpakken(PLAN, 1, 0, 2))
CLUSTERS = gegevens.word(with_clusters(PLAN, 1, 0, 2))


def edited(edit: Callable[[Bestand], None]) -> bytes:
    file = Bestand(BASE)
    edit(file)
    as_word_saves(file, random.Random(5))  # noqa: S311 - the same each time is what is asked
    return file.klaar()


def merged(new: bytes, file: bytes) -> Samengevoegd:
    merge = voeg_samen(BASE, new, file)
    assert bewijs(BASE, new, file, merge.als_bytes(), merge.wijzigingen) == []
    again = voeg_samen(merge.basis, new, merge.als_bytes(), stand=merge.stand)
    assert {w.inhoud for w in again.wijzigingen} == {
        w.inhoud for w in merge.wijzigingen if w.uitkomst != "verwerkt"
    }
    return merge


def below(docx: bytes, *headings: str) -> list[list[str]]:
    """Return what stands below each heading of the plan, tables in the annexes as well."""
    lines = regels(docx)
    return [[r.tekst for r in lines if any(heading in kop for kop in r.pad)] for heading in headings]


def in_text(text: str, heading: str) -> Callable[[Bestand], None]:
    """Return an edit that puts a word behind a text below a heading."""

    def edit(file: Bestand) -> None:
        seen = False
        for p in file.body.findall(W + "p"):
            seen |= text_of(p) == heading
            if seen and text_of(p).startswith(text):
                p.append(run(" van staf"))
                return
        raise AssertionError(text)

    return edit


def own_paragraph(file: Bestand) -> None:
    own = element("p")
    own.append(run("Een alinea van de redactie."))
    start = "Met deze aanpak willen we inzetten"
    next(p for p in file.body.findall(W + "p") if text_of(p).startswith(start)).addnext(own)


def head_of_table(file: Bestand) -> None:
    table = next(t for t in file.body.iter(W + "tbl") if "Bewonersidee" in text_of(t))
    cells_of(rows_of(table)[0])[2].find(W + "p").append(run(" van staf"))  # type: ignore[union-attr]


def other_order(file: Bestand) -> None:
    p = next(p for p in file.body.findall(W + "p") if text_of(p).startswith("Bewegen hangt ook samen"))
    before = p.getprevious()
    assert before is not None
    before.addprevious(p)


TOUCHES = {
    "a word in a bullet": in_text(BULLET, FIRST),
    "a word in a paragraph": in_text("Het directe doel van deze aanpak", FIRST),
    "a paragraph of its own": own_paragraph,
    "another order": other_order,
}


def test_a_kernaanpak_that_nobody_touched_moves_whole() -> None:
    merge = merged(SWAP, edited(lambda _: None))
    assert below(merge.als_bytes(), FIRST, SECOND) == below(SWAP, FIRST, SECOND)
    assert {w.uitkomst for w in merge.wijzigingen} == {"verwerkt"}
    told = als_tekst(van_samenvoeging(merge.wijzigingen))
    moves = [line for line in told.splitlines() if "verplaatst: " in line]
    assert len(moves) <= 3  # its text, its annex, its line in the summary
    assert any(f"verplaatst: {FIRST}, met alles wat eronder staat" in line for line in moves)


@pytest.mark.parametrize("touch", TOUCHES)
def test_a_kernaanpak_in_which_staff_touched_something_stays_whole(touch: str) -> None:
    file = edited(TOUCHES[touch])
    merge = merged(SWAP, file)
    text = [[r.tekst for r in regels(docx) if r.pad[1:2] == (FIRST,)] for docx in (file, merge.als_bytes())]
    assert text[0] == text[1]
    (told,) = [w for w in merge.wijzigingen if w.uitkomst != "verwerkt"]
    assert (told.uitkomst, told.wat) == ("botsing", "verplaatst")
    assert FIRST in told.wordt
    assert len(opmerkingen(merge.als_bytes())) == 1


def test_a_cluster_of_which_staff_touched_the_head_of_the_table_stays_whole() -> None:
    file = edited(head_of_table)
    merge = merged(CLUSTERS, file)
    assert [r.tekst for r in regels(file)] == [r.tekst for r in regels(merge.als_bytes())]
    assert [(w.uitkomst, w.wat) for w in merge.wijzigingen] == [("botsing", "verplaatst")]


def test_clusters_that_nobody_touched_change_places_whole() -> None:
    merge = merged(CLUSTERS, edited(lambda _: None))
    assert [r.tekst for r in regels(merge.als_bytes())] == [r.tekst for r in regels(CLUSTERS)]


@pytest.mark.xfail(
    reason="a reference by number in a part that stays is renumbered as if it had moved",
    raises=AssertionError,
)
def test_parts_with_equal_headings_stay_whole_when_they_change_places() -> None:
    """Each kernaanpak has these headings: that of the first does not become that of the last."""

    def touches(file: Bestand) -> None:
        for kernaanpak in PLAN.kernaanpakken[::2]:
            in_text("Wat houdt de kernaanpak in?", kernaanpak.titel)(file)

    new, file = gegevens.word(with_kernaanpakken(PLAN, 2, 1, 0)), edited(touches)
    merge = merged(new, file)
    texts = [
        [r.tekst for r in regels(docx) if r.pad[:1] == ("De kernaanpakken",)]
        for docx in (file, merge.als_bytes())
    ]
    assert texts[0] == texts[1]
    assert {w.uitkomst for w in merge.wijzigingen if w.wat == "verplaatst"} >= {"botsing"}


def test_parts_with_equal_headings_change_places_whole() -> None:
    new = gegevens.word(with_kernaanpakken(PLAN, 2, 1, 0))
    merge = merged(new, edited(lambda _: None))
    assert [r.tekst for r in regels(merge.als_bytes())] == [r.tekst for r in regels(new)]
