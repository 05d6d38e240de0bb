"""Draws up what is expected of a ranking and of pictures."""

from __future__ import annotations

from pipeline.account.cells import SheetCells, Typed, same
from pipeline.account.expecting import ANYTHING, Book, Expectation, Plan, Wanted, text_wanted
from pipeline.account.rich import Span
from pipeline.account.vocabulary import Pictures, Ranking
from pipeline.bevinding import Plaats


def expect_ranking(cells: SheetCells, layout: Ranking, book: Book, plan: Plan) -> None:
    """Expect the rows that rank highest, in their order; the others took part in the ranking."""
    rows = [row for row in map(book.open_cells, cells.rows) if row]
    scores = [(row, row[layout.score].number()) for row in rows if layout.score in row]
    places = [(row, row[layout.place].number()) for row in rows if layout.place in row]
    listed = _by_score(scores, layout) if scores else _by_place(places)
    printed: set[Plaats] = set()
    for row, text in listed:
        cell = row.get(layout.column)
        if cell is not None:
            printed.add(cell.place)
            name = Span(cell.text + text)
            wanted = Wanted((cell,), (((name,), "number"),), formed=False)
            plan.paragraphs.append(Expectation(layout.tag, book.scope, wanted))
    _expect_elsewhere(rows, layout, printed, book, plan)


def _by_score(
    scores: list[tuple[dict[str, Typed], int | None]], layout: Ranking
) -> list[tuple[dict[str, Typed], str]]:
    known = [(row, score) for row, score in scores if score is not None]
    listed = []
    for row, score in sorted(known, key=lambda pair: -pair[1]):
        rank = 1 + sum(other > score for _, other in known)
        shared = sum(other == score for _, other in known) > 1
        if rank <= layout.top:
            listed.append((row, layout.shared.format(rank) if shared else ""))
    return listed


def _by_place(places: list[tuple[dict[str, Typed], int | None]]) -> list[tuple[dict[str, Typed], str]]:
    known = [(row, place) for row, place in places if place is not None]
    return [(row, "") for row, _ in sorted(known, key=lambda pair: pair[1])]


def _expect_elsewhere(
    rows: list[dict[str, Typed]], layout: Ranking, printed: set[Plaats], book: Book, plan: Plan
) -> None:
    """Expect one sentence with all that is taken up elsewhere."""
    named = [row[layout.column] for row in rows if layout.column in row and layout.elsewhere in row]
    if named:
        text = ANYTHING + "".join(f"'{cell.text}'{ANYTHING}" for cell in named)
        wanted = Wanted(tuple(named), (((Span(text),), "any"),), formed=False)
        plan.paragraphs.append(Expectation(layout.elsewhere_tag, book.scope, wanted))
    done = printed | {cell.place for cell in named}
    for row in rows:
        cell, elsewhere = row.get(layout.column), row.get(layout.elsewhere)
        if cell is not None and cell.place not in done:
            plan.used.append(cell)
        if elsewhere is not None:
            known = elsewhere.key in map(same, layout.elsewhere_choices)
            (plan.used if known else plan.placeless).append(elsewhere)
        plan.used += [row[name] for name in (layout.score, layout.place) if name in row]


def expect_pictures(cells: SheetCells, layout: Pictures, book: Book, plan: Plan) -> None:
    """Expect each picture in its part, with its alternative text, and its caption below it."""
    tags = {same(name): tag for name, tag in layout.tags.items()}
    for row in map(book.open_cells, cells.rows):
        if not row:
            continue
        place = row.get(layout.place)
        tag = tags.get(place.key, "") if place else ""
        scope = dict(book.scope)
        owner = book.owner(layout.parent, row) if tag in layout.with_parent else None
        if owner is not None:
            scope |= book.scope_of(layout.parent.sheet, owner[1])
        if not tag or (tag in layout.with_parent and owner is None):
            plan.placeless += row.values()
            continue
        pictured = tuple(row[name] for name in (layout.file, layout.alternative) if name in row)
        alternative = row[layout.alternative].text if layout.alternative in row else ANYTHING
        if layout.file in row:
            wanted = Wanted(pictured, (((Span(alternative),), "any"),), formed=False)
            plan.pictures.append(Expectation(tag, scope, wanted))
        else:
            plan.placeless += pictured
        if layout.caption in row:
            caption = text_wanted(row[layout.caption], "rich", formed=True)
            plan.paragraphs += [Expectation(tag, scope, one) for one in caption]
        number = row.get(layout.parent.column)
        if number is not None:
            (plan.used if tag in layout.with_parent else plan.placeless).append(number)
        if place is not None:
            plan.used.append(place)
