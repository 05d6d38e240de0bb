"""A figure stands under its own wijk: columns and rows go by their heads, and the proof sees it by itself."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml.etree import _Element

from pipeline.merge import samenvoegen
from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.model import Wijkplan
from pipeline.report.samenvoeging import als_tekst, van_samenvoeging
from tests.merge import gegevens, table_edits
from tests.merge.bestand import Bestand
from tests.merge.lezen import W, opmerkingen, regels
from tests.merge.table_edits import cells_of, full_rows, rows_of, swap_columns, text_of
from tests.merge.word_save import as_word_saves

PLAN = gegevens.plan("vbl")
BASE = gegevens.basis("vbl")
HEADS = PLAN.wijkgegevens.kolommen
ROW, COLUMN, OTHER = 8, 1, 3
"""An indicator that has '-' in the columns of two wijken."""
FIGURE = "1234,5%"
NAMES = [PLAN.wijkgegevens.indicatoren[n].naam for n in (1, 2)]
"""Two indicators that have 'x' for one wijk."""
SWAP = (0, 3, 2, 1, 4, 5)


def figures(file: Bestand) -> _Element:
    return next(t for t in file.body.iter(W + "tbl") if HEADS[0] in text_of(rows_of(t)[0]))


def edited(edit: Callable[[Bestand], None], base: bytes = BASE) -> bytes:
    file = Bestand(base)
    edit(file)
    as_word_saves(file, random.Random(3))  # noqa: S311 - the same each time is what is asked
    return file.klaar()


def with_figure(plan: Wijkplan, column: int = COLUMN, row: int = ROW) -> Wijkplan:
    rows = list(plan.wijkgegevens.indicatoren)
    values = list(rows[row].waarden)
    values[column] = FIGURE
    rows[row] = replace(rows[row], waarden=tuple(values))
    return replace(plan, wijkgegevens=replace(plan.wijkgegevens, indicatoren=tuple(rows)))


def with_heads(plan: Wijkplan, *heads: str) -> Wijkplan:
    return replace(plan, wijkgegevens=replace(plan.wijkgegevens, kolommen=heads))


def with_columns(plan: Wijkplan, *order: int) -> Wijkplan:
    data = plan.wijkgegevens
    rows = tuple(replace(row, waarden=tuple(row.waarden[n] for n in order)) for row in data.indicatoren)
    moved = replace(data, kolommen=tuple(data.kolommen[n] for n in order), indicatoren=rows)
    return replace(plan, wijkgegevens=moved)


def merged(plan: Wijkplan, file: bytes, base: bytes = BASE) -> Samengevoegd:
    new = gegevens.word(plan)
    merge = voeg_samen(base, new, file)
    assert bewijs(base, new, file, merge.als_bytes(), merge.wijzigingen) == []
    return merge


def outcomes(merge: Samengevoegd) -> list[tuple[str, str]]:
    return [(w.uitkomst, w.wat) for w in merge.wijzigingen]


def places(docx: bytes, text: str) -> list[tuple[str, str]]:
    """Return beside which row and under which head a text stands."""
    return [(r.rij, r.hoofd) for r in regels(docx) if r.tekst == text]


def swapped(file: Bestand) -> None:
    swap_columns(figures(file), COLUMN + 1, OTHER + 1)


def renamed(file: Bestand) -> None:
    head = cells_of(rows_of(figures(file))[0])[COLUMN + 1]
    next(head.iter(W + "t")).text = "Hoogland"


def test_columns_that_staff_swapped_make_the_table_a_conflict() -> None:
    file = edited(swapped)
    merge = merged(with_figure(PLAN), file)
    assert outcomes(merge) == [("botsing", "kolommen")]
    (told,) = merge.wijzigingen
    assert FIGURE in told.wordt
    assert PLAN.wijkgegevens.indicatoren[ROW].naam in told.was
    assert len(told.was.split("\n")) == 2
    assert places(merge.als_bytes(), FIGURE) == []
    assert [FIGURE in text for _, text in opmerkingen(merge.als_bytes())] == [True]


def test_a_head_that_staff_renamed_and_columns_that_the_data_swapped_are_a_conflict() -> None:
    merge = merged(with_columns(PLAN, *SWAP), edited(renamed))
    assert outcomes(merge) == [("botsing", "kolommen")]
    assert [r.tekst for r in regels(merge.als_bytes())] == [r.tekst for r in regels(edited(renamed))]


def test_a_head_that_staff_renamed_is_the_column_of_its_figures() -> None:
    merge = merged(with_figure(PLAN), edited(renamed))
    assert outcomes(merge) == [("verwerkt", "gewijzigd")]
    assert places(merge.als_bytes(), FIGURE) == [(PLAN.wijkgegevens.indicatoren[ROW].naam, "Hoogland")]


def test_a_figure_is_told_with_its_row_and_its_column() -> None:
    told = als_tekst(van_samenvoeging(merged(with_figure(PLAN), BASE).wijzigingen))
    name = PLAN.wijkgegevens.indicatoren[ROW].naam
    assert f"gewijzigd (kolom {HEADS[COLUMN]}): {name} | - -> {name} | {FIGURE}" in told


def test_a_head_and_its_figures_that_staff_typed_over_are_another_column() -> None:
    def replaced(file: Bestand) -> None:
        renamed(file)
        for number, cells in enumerate(full_rows(figures(file))[1:]):
            if number != ROW:
                next(cells[COLUMN + 1].iter(W + "t")).text = f"{number},1%"

    assert outcomes(merged(with_figure(PLAN), edited(replaced))) == [("botsing", "kolommen")]


def test_a_column_that_the_data_renamed_is_renamed_where_staff_left_it_alone() -> None:
    plan = with_heads(PLAN, "Hooglanderveen", *HEADS[1:])

    def touched(column: int) -> bytes:
        def edit(file: Bestand) -> None:
            next(full_rows(figures(file))[3][column].iter(W + "t")).text = "77"

        return edited(edit)

    assert outcomes(merged(plan, touched(2))) == [("verwerkt", "gewijzigd")]
    assert outcomes(merged(plan, touched(1))) == [("botsing", "kolommen")]


def test_a_row_of_staff_keeps_the_heads_that_it_was_written_under() -> None:
    def own_row(file: Bestand) -> None:
        table_edits.rows_of(figures(file))[4].addnext(row_with(file, "Eigen rij", "12"))

    plan = with_heads(PLAN, "Hooglanderveen", *HEADS[1:])
    assert outcomes(merged(plan, edited(own_row))) == [("botsing", "kolommen")]


def row_with(file: Bestand, head: str, figure: str) -> _Element:
    other = Bestand(file.docx)
    cells = full_rows(figures(other))[2]
    for mark in [m for cell in cells for m in cell.iter(W + "bookmarkStart", W + "bookmarkEnd")]:
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    for number, cell in enumerate(cells):
        next(cell.iter(W + "t")).text = figure if number else head
    row = cells[0].getparent()
    assert row is not None
    return row


def test_columns_that_the_data_swapped_are_one_line() -> None:
    merge = merged(with_columns(PLAN, *SWAP), BASE)
    assert outcomes(merge) == [("verwerkt", "kolommen")]
    heads = [r.tekst for r in regels(merge.als_bytes()) if r.cel and r.tekst in HEADS]
    assert heads == [HEADS[n] for n in SWAP]


@pytest.mark.parametrize("edit", [table_edits.kolom_van_staf, table_edits.kolom_weg_door_staf])
def test_a_table_with_a_column_more_or_less_is_a_conflict(edit: table_edits.Edit) -> None:
    def columns(file: Bestand) -> None:
        edit(file, random.Random(2), "staf000001", lambda text: HEADS[0] in text)  # noqa: S311

    assert outcomes(merged(with_figure(PLAN), edited(columns))) == [("botsing", "kolommen")]


def test_columns_of_activities_that_staff_swapped_are_a_conflict() -> None:
    def activities(file: Bestand) -> None:
        table = next(t for t in file.body.iter(W + "tbl") if "Mogelijkheden" in text_of(rows_of(t)[0]))
        swap_columns(table, 1, 2)

    first, *others = PLAN.kernaanpakken
    cluster, *rest = first.clusters
    shorter = replace(cluster, rijen=cluster.rijen[1:])
    plan = replace(PLAN, kernaanpakken=(replace(first, clusters=(shorter, *rest)), *others))
    assert outcomes(merged(plan, edited(activities))) == [("botsing", "kolommen")]


def typed_over(file: Bestand) -> None:
    """Give two rows each other's head by typing: their bookmarks and figures stay."""
    rows = [cells for cells in full_rows(figures(file)) if text_of(cells[0]) in NAMES]
    texts = [list(cells[0].iter(W + "t")) for cells in rows]
    for a, b in zip(*texts, strict=False):
        a.text, b.text = b.text, a.text


def test_a_figure_goes_to_the_row_with_its_head_when_staff_typed_heads_over() -> None:
    merge = merged(with_figure(PLAN, 3, 1), edited(typed_over))
    assert {row for row, _ in places(merge.als_bytes(), FIGURE)} <= {NAMES[0]}
    assert [w.uitkomst for w in merge.wijzigingen] in (["verwerkt"], ["botsing"])


def test_a_figure_goes_to_its_row_when_staff_sorted_the_rows() -> None:
    def sort(file: Bestand) -> None:
        table_edits.rijen_gesorteerd(file, random.Random(1), "", lambda text: HEADS[0] in text)  # noqa: S311

    merge = merged(with_figure(PLAN, 2), edited(sort))
    assert places(merge.als_bytes(), FIGURE) == [(PLAN.wijkgegevens.indicatoren[ROW].naam, HEADS[2])]


@pytest.mark.parametrize(
    ("plan", "edit"),
    [(with_figure(PLAN), swapped), (with_columns(PLAN, *SWAP), renamed)],
    ids=["figure", "columns"],
)
def test_the_proof_sees_a_figure_under_another_head(
    plan: Wijkplan, edit: Callable[[Bestand], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Merged by position, as if columns could not move."""
    monkeypatch.setattr(samenvoegen, "columns_in_doubt", lambda *_: False)
    monkeypatch.setattr(samenvoegen, "columns_moved", lambda *_: False)
    file, new = edited(edit), gegevens.word(plan)
    merge = voeg_samen(BASE, new, file)
    faults = bewijs(BASE, new, file, merge.als_bytes(), merge.wijzigingen)
    assert any("onder een andere kolomkop" in fault for fault in faults)
