"""Draws up the rows that are expected in tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.account.cells import SheetCells, Typed, same
from pipeline.account.expecting import (
    ANYTHING,
    Book,
    Plan,
    Scope,
    Wanted,
    WantedRow,
    find_row,
    text_wanted,
)
from pipeline.account.rich import Span, tidy
from pipeline.account.vocabulary import Grid, Joined, Lead


def expect_grid(cells: SheetCells, layout: Grid, book: Book, plan: Plan) -> None:
    """Expect a row per row, with the headers that people typed above it and a group where one begins."""
    headers = [_as_text(cell) for cell in cells.headers if not book.unread(cell.place)]
    if headers and len(headers) == len(cells.headers):
        plan.rows.append(WantedRow(layout.head, book.scope, (None, *headers, None)))
    else:
        plan.placeless += [cell for cell in cells.headers if not book.unread(cell.place)]
    group = ""
    for row in map(book.open_cells, cells.rows):
        if not row:
            continue
        head = row.get(layout.group)
        if head is not None:
            if head.key == group:
                plan.used.append(head)
            else:
                plan.rows.append(WantedRow(layout.tag, book.scope, (_as_text(head),)))
            group = head.key
        year, source = row.get(layout.year), row.get(layout.source)
        last = [cell for cell in (year, source) if cell is not None]
        text = f"{year.year() if year else ANYTHING}, {source.text if source else ANYTHING}"
        shared = (Wanted(tuple(last), (((Span(text),), "any"),), formed=False),) if last else None
        first = _as_text(row[layout.first]) if layout.first in row else None
        figures = [_as_text(row[name]) if name in row else None for name in cells.free]
        plan.rows.append(WantedRow(layout.tag, book.scope, (first, *figures, shared)))


def _as_text(cell: Typed) -> tuple[Wanted, ...]:
    return tuple(text_wanted(cell, "text", formed=False))


@dataclass
class _Open:
    """A row of a table while rows of the sheet are still joined to it."""

    name: Typed | None
    group: str
    cells: list[list[Wanted]]


def expect_joined(cells: SheetCells, layout: Joined, book: Book, plan: Plan) -> None:
    """Expect a row for each name, in which the rows below each other with that name stand."""
    tables: dict[tuple[str, ...], list[_Open]] = {}
    scopes: dict[tuple[str, ...], Scope] = {}
    groups: dict[tuple[str, ...], list[Typed | None]] = {}
    previous: tuple[str, ...] = ()
    owners = _owners(layout, book)
    for row in map(book.open_cells, cells.rows):
        if not row:
            continue
        scope = _scope(row, layout, book, owners)
        if scope is None:
            plan.placeless += row.values()
            continue
        table = tuple(scope.values())
        scopes[table] = {**book.scope, **scope}
        rows = tables.setdefault(table, [])
        name, group = row.get(layout.name), row.get(layout.group)
        if previous == table and rows and _joins(rows[-1], name, group):
            plan.used += [cell for cell in (name, group) if cell is not None]
        else:
            first = text_wanted(name, "lines", formed=True) if name else []
            rows.append(_Open(name, group.key if group else "", [first, [], []]))
            groups.setdefault(table, []).append(group)
        _add(rows[-1], row, layout, book)
        plan.used += [row[column] for column in (layout.parent.column, layout.owner.column) if column in row]
        previous = table
    for table, rows in tables.items():
        _close(rows, groups[table], layout.tag, scopes[table], plan)


def _owners(layout: Joined, book: Book) -> dict[int, list[dict[str, Typed]]]:
    """Return the rows that tables stand under, by the number of what they belong to."""
    owners: dict[int, list[dict[str, Typed]]] = {}
    cells = book.sheets.get(layout.owner.sheet)
    for row in map(book.open_cells, cells.rows if cells else ()):
        top = book.owner(layout.parent, row)
        if top is not None:
            owners.setdefault(top[0], []).append(row)
    return owners


def _scope(
    row: Mapping[str, Typed], layout: Joined, book: Book, owners: Mapping[int, list[dict[str, Typed]]]
) -> dict[str, str] | None:
    """Return what the headings print above the table of a row; None when there is no such table."""
    top, name = book.owner(layout.parent, row), row.get(layout.owner.column)
    if top is None or name is None:
        return None
    below = find_row(owners.get(top[0], []), layout.owner.key, name)
    if below is None:
        return None
    return book.scope_of(layout.parent.sheet, top[1]) | book.scope_of(layout.owner.sheet, below)


def _joins(above: _Open, name: Typed | None, group: Typed | None) -> bool:
    same_name = name is None or (above.name is not None and name.key == above.name.key)
    return same_name and above.group == (group.key if group else "")


def _add(row: _Open, cells: Mapping[str, Typed], layout: Joined, book: Book) -> None:
    row.cells[1] += with_lead(cells.get(layout.lead.column), cells.get(layout.lead.text), layout.lead, book)
    last = cells.get(layout.last)
    for wanted in text_wanted(last, "lines", formed=True) if last else []:
        alike = next((n for n, old in enumerate(row.cells[2]) if old.options == wanted.options), None)
        if alike is None:
            row.cells[2].append(wanted)
        else:
            old = row.cells[2][alike]
            row.cells[2][alike] = replace(old, cells=(*old.cells, *wanted.cells))


def with_lead(lead: Typed | None, text: Typed | None, how: Lead, book: Book) -> list[Wanted]:
    """Return the paragraphs of a text with the word that leads it, unless it begins with that itself."""
    wanted = text_wanted(text, "lines", formed=True) if text else []
    if lead is None:
        return wanted
    if wanted:
        rich, kind = wanted[0].options[0]
        begins = rich[0].bold and same(rich[0].text).rstrip(":").strip() == lead.key
        setting = book.setting(*how.setting)
        before = setting is not None and setting.key == same(how.before)
        both = (lead, *wanted[0].cells)
        if begins:
            return [replace(wanted[0], cells=both), *wanted[1:]]
        if before and kind == "plain":
            joined = tidy((Span(f"{lead.text}:", bold=True), Span(" "), *rich))
            return [Wanted(both, ((joined, "plain"),)), *wanted[1:]]
    return [Wanted((lead,), (((Span(lead.text, bold=True),), "plain"),)), *wanted]


def _close(rows: list[_Open], groups: list[Typed | None], tag: str, scope: Scope, plan: Plan) -> None:
    """Put a row with its group above the first row of each."""
    previous = ""
    for row, group in zip(rows, groups, strict=True):
        if group is not None and group.key == previous:
            plan.used.append(group)
        elif group is not None:
            plan.rows.append(WantedRow(tag, scope, (_as_text(group),)))
        previous = row.group
        plan.rows.append(WantedRow(tag, scope, tuple(tuple(cell) or None for cell in row.cells)))
