"""Draws up what is expected of each sheet: its fields and its rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from pipeline.account.cells import SheetCells, Typed, same
from pipeline.account.expecting import (
    ANYTHING,
    SPACE,
    Book,
    Expectation,
    Plan,
    Scope,
    Wanted,
    text_wanted,
)
from pipeline.account.landing_special import expect_pictures, expect_ranking
from pipeline.account.landing_tables import expect_grid, expect_joined
from pipeline.account.rich import Span
from pipeline.account.vocabulary import (
    Composed,
    Condition,
    Fields,
    Grid,
    Joined,
    Kind,
    Layout,
    Pictures,
    Print,
    Property,
    Ranking,
    Role,
    Rows,
    Target,
    Used,
)

_EXPECT: Mapping[type[Layout], Callable[..., None]] = {
    Grid: expect_grid,
    Joined: expect_joined,
    Ranking: expect_ranking,
    Pictures: expect_pictures,
}


class _Where(NamedTuple):
    """The tag and the scope of a row, and which of its columns have a form."""

    tag: str
    scope: Scope
    formed: frozenset[str]


def draw_up(book: Book, plan: Plan) -> None:
    """Add what is expected of every sheet."""
    for cells in book.sheets.values():
        layout = cells.sheet.layout
        if isinstance(layout, Fields):
            _expect_fields(cells, layout, book, plan)
        elif isinstance(layout, Rows):
            _expect_rows(cells, layout, book, plan)
        else:
            _EXPECT[type(layout)](cells, layout, book, plan)


def scope_of_fields(book: Book, overruled: Mapping[tuple[str, str], str], open_place: str) -> dict[str, str]:
    """Return what each tag prints that stands for a field, or for some of them together."""
    scope: dict[str, str] = {}
    for cells in book.sheets.values():
        layout = cells.sheet.layout
        if not isinstance(layout, Fields):
            continue
        fields = cells.rows[0] if cells.rows else {}
        for name, role in layout.columns.items():
            cell = fields.get(name)
            if cell and book.unread(cell.place):
                scope[getattr(role, "tag", "")] = ANYTHING
            elif isinstance(role, Print):
                scope[role.tag] = cell.text if cell else open_place + ANYTHING
            elif isinstance(role, Composed):
                chosen = overruled.get((cells.sheet.name, name))
                part = _part(role, cell, chosen)
                scope[role.tag] = scope.get(role.tag, "") + part
    return scope


def _part(role: Composed, cell: Typed | None, chosen: str | None) -> str:
    """Return what one field adds to the text of a tag."""
    if role.words:
        return role.words.get(chosen or (cell.key if cell else ""), ANYTHING)
    if cell is None:
        return ANYTHING if role.form == "year" else ""
    shown = {"text": cell.text, "year": cell.year(), "date": cell.date()}
    return role.before + shown[role.form]


def _expect_fields(cells: SheetCells, layout: Fields, book: Book, plan: Plan) -> None:
    fields = book.open_cells(cells.rows[0]) if cells.rows else {}
    by_tag: dict[str, list[Typed]] = {}
    for name, cell in fields.items():
        role = layout.columns.get(name, Used())
        if isinstance(role, Print | Composed):
            by_tag.setdefault(role.tag, []).append(cell)
        elif isinstance(role, Target):
            plan.targets.append(Expectation(role.tag, book.scope, Wanted((cell,), ((cell.rich, "any"),))))
        elif isinstance(role, Property):
            plan.properties.append((role.name, cell))
        else:
            use(cell, role, plan)
    for tag, parts in by_tag.items():
        # What some cells print together, in the words of the document, has no form of its own.
        plan.formless += [cell for cell in parts if text_wanted(cell, "text", formed=False)[0].formed]
        wanted = Wanted(tuple(parts), (((Span(book.scope[tag]),), "any"),), formed=False)
        plan.paragraphs.append(Expectation(tag, book.scope, wanted))


def use(cell: Typed, role: object, plan: Plan) -> None:
    """Note a cell that decides something; one that is none of its choices decides nothing."""
    choices = role.choices if isinstance(role, Used) else ()
    if choices and cell.key not in map(same, choices):
        plan.placeless.append(cell)
    else:
        plan.used.append(cell)


def _expect_rows(cells: SheetCells, layout: Rows, book: Book, plan: Plan) -> None:
    repeated: dict[tuple[str, object], str] = {}
    """What was last printed of a column that is printed once, by what it belongs to."""
    heading: Typed | None = None
    for row in _in_order(cells, layout, book):
        place = _place(row, layout, book)
        if place is None:
            plan.placeless += row.values()
            continue
        tag, scope, owner = place
        if layout.parts is not None and tag in layout.parts.with_heading:
            heading = row.get(layout.repeats[0], heading)
        scope = {**scope, **_own_scope(row, layout, heading)}
        for name, cell in row.items():
            if name in layout.repeats:
                if repeated.get((name, owner)) == cell.key:
                    plan.used.append(cell)
                    continue
                repeated[name, owner] = cell.key
            _expect_cell(cell, layout, row, _Where(tag, scope, cells.sheet.formed), plan)
        for name in set(layout.repeats) - row.keys():
            if layout.parts is None:
                repeated.pop((name, owner), None)


def _in_order(cells: SheetCells, layout: Rows, book: Book) -> list[dict[str, Typed]]:
    """Return the cells of which nothing is told, row by row, in the order in which they are printed."""
    if layout.numbered:
        return list(book.numbered(cells.sheet.name).values())
    return [row for row in map(book.open_cells, cells.rows) if row]


def _place(row: Mapping[str, Typed], layout: Rows, book: Book) -> tuple[str, Scope, object] | None:
    """Return the tag that prints the text of a row, its scope and its owner; None without a place."""
    tag = ""
    if layout.parts is not None:
        part = row.get(layout.parts.column)
        tags = {same(name): tag for name, tag in layout.parts.tags.items()}
        tag = tags.get(part.key, "") if part else ""
        if not tag:
            return None
        if tag not in layout.parts.with_parent:
            return tag, book.scope, tag
    if layout.parent is None:
        return tag, book.scope, tag
    owner = book.owner(layout.parent, row)
    if owner is None:
        return None
    return tag, {**book.scope, **book.scope_of(layout.parent.sheet, owner[1])}, owner[0]


def _own_scope(row: Mapping[str, Typed], layout: Rows, heading: Typed | None) -> dict[str, str]:
    if layout.parts is not None:
        return dict.fromkeys(layout.scope, heading.text if heading else ANYTHING)
    return {tag: row[column].text if column in row else ANYTHING for tag, column in layout.scope.items()}


def _expect_cell(cell: Typed, layout: Rows, row: Mapping[str, Typed], where: _Where, plan: Plan) -> None:
    role = layout.columns.get(cell.column, Used())
    tag, scope, formed = where
    if _says_nothing(cell, role, layout, tag):
        plan.placeless.append(cell)
    elif isinstance(role, Condition):
        plan.conditions.append((role.name, scope, cell))
    elif isinstance(role, Print):
        wanted = text_wanted(cell, role.shape, formed=cell.column in formed, kind=_kind(layout, row))
        plan.paragraphs += [Expectation(role.tag or tag, scope, one) for one in wanted]
        texts = _Filled(
            {name: f"{SPACE}{typed.text}{SPACE}" for name, typed in row.items() if name != layout.numbered}
        )
        for other, words in role.also.items():
            text = Span(words.format_map(texts))
            plan.paragraphs.append(
                Expectation(other, scope, Wanted((cell,), (((text,), "any"),), formed=False))
            )
    else:
        use(cell, role, plan)


def _says_nothing(cell: Typed, role: Role, layout: Rows, tag: str) -> bool:
    """Whether it is another choice than there are, or a heading or an owner for a part that has none."""
    if isinstance(role, Condition):
        return cell.key != same(role.choice)
    parts, parent = layout.parts, layout.parent
    if parts is None:
        return False
    if cell.column in layout.repeats:
        return tag not in parts.with_heading
    return parent is not None and cell.column == parent.column and tag not in parts.with_parent


def _kind(layout: Rows, row: Mapping[str, Typed]) -> Kind:
    if not layout.kind:
        return "any"
    kinds = {same(name): kind for name, kind in layout.kinds.items()}
    cell = row.get(layout.kind)
    return kinds.get(cell.key, "any") if cell else "any"


class _Filled(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ANYTHING
