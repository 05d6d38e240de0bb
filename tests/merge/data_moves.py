"""Changes in the data that move parts, columns and lines, and ones that show in equal cells."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TypeVar

from pipeline.model import Blok, Indicator, Kernaanpak, Wijkplan

T = TypeVar("T")


def _swapped(items: tuple[T, ...], kans: random.Random) -> tuple[T, ...]:
    if len(items) < 2:
        return items
    one, other = kans.sample(range(len(items)), 2)
    new = list(items)
    new[one], new[other] = new[other], new[one]
    return tuple(new)


def numbered(kernaanpakken: tuple[Kernaanpak, ...]) -> tuple[Kernaanpak, ...]:
    return tuple(replace(k, nummer=n) for n, k in enumerate(kernaanpakken, 1))


def kernaanpakken_verwisseld(bron: Wijkplan, kans: random.Random, _merk: str) -> Wijkplan:
    return replace(bron, kernaanpakken=numbered(_swapped(bron.kernaanpakken, kans)))


def clusters_verwisseld(bron: Wijkplan, kans: random.Random, _merk: str) -> Wijkplan:
    at = kans.randrange(len(bron.kernaanpakken))
    new = list(bron.kernaanpakken)
    new[at] = replace(new[at], clusters=_swapped(new[at].clusters, kans))
    return replace(bron, kernaanpakken=tuple(new))


def _with_order(bron: Wijkplan, order: list[int]) -> Wijkplan:
    data = bron.wijkgegevens
    rows = tuple(replace(row, waarden=tuple(row.waarden[n] for n in order)) for row in data.indicatoren)
    return replace(
        bron,
        wijkgegevens=replace(data, kolommen=tuple(data.kolommen[n] for n in order), indicatoren=rows),
    )


def kolommen_verwisseld(bron: Wijkplan, kans: random.Random, _merk: str) -> Wijkplan:
    """Give two wijken each other's column."""
    return _with_order(bron, list(_swapped(tuple(range(len(bron.wijkgegevens.kolommen))), kans)))


def kolom_hernoemd(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    """Give a column another name, and as often the figures of another wijk with it."""
    data = bron.wijkgegevens
    at = kans.randrange(len(data.kolommen))
    heads = [merk if n == at else head for n, head in enumerate(data.kolommen)]
    rows = data.indicatoren
    if kans.random() < 0.5:
        figures = [f"{kans.randrange(1000, 9999)},5%" for _ in rows]
        rows = tuple(
            replace(row, waarden=(*row.waarden[:at], figure, *row.waarden[at + 1 :]))
            for row, figure in zip(rows, figures, strict=True)
        )
    return replace(bron, wijkgegevens=replace(data, kolommen=tuple(heads), indicatoren=rows))


def gelijk_cijfer(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    """Change a figure that stands in two cells of its row or column, such as '-' or 'x'."""
    rows = list(bron.wijkgegevens.indicatoren)
    often = [
        (r, c)
        for r, row in enumerate(rows)
        for c, value in enumerate(row.waarden)
        if row.waarden.count(value) > 1 or sum(other.waarden[c] == value for other in rows) > 1
    ]
    if not often:
        return bron
    r, c = kans.choice(often)
    values = tuple(merk if n == c else value for n, value in enumerate(rows[r].waarden))
    rows[r] = replace(rows[r], waarden=values)
    return _with_rows(bron, rows)


def _with_rows(bron: Wijkplan, rows: list[Indicator]) -> Wijkplan:
    return replace(bron, wijkgegevens=replace(bron.wijkgegevens, indicatoren=tuple(rows)))


def link_erbij(bron: Wijkplan, kans: random.Random, merk: str) -> Wijkplan:
    """Put a link on a word, the text as it was."""
    at = kans.randrange(len(bron.samenvatting))
    block = bron.samenvatting[at]
    first, *others = block.runs
    runs = (replace(first, doel=f"https://{merk}.nl/"), *others)
    new: tuple[Blok, ...] = (*bron.samenvatting[:at], replace(block, runs=runs), *bron.samenvatting[at + 1 :])
    return replace(bron, samenvatting=new)


DATA_MOVES = (
    *(kernaanpakken_verwisseld, clusters_verwisseld, kolommen_verwisseld, kolom_hernoemd, gelijk_cijfer),
    link_erbij,
)
