"""Finds the columns of a table by their heads in three versions: where that is in doubt the table stays."""

from __future__ import annotations

from pipeline.merge.blokken import Blok
from pipeline.merge.koppelen import koppel_bewerkt, koppel_versies
from pipeline.names import key


def column_heads(table: Blok) -> list[str]:
    """Return the heads of a table as they are compared: what stands in its first row."""
    return _texts(table.rijen[0])


def columns_moved(old: Blok, new: Blok) -> bool:
    """Whether the data have other columns, or the same in another order; a new name in place is neither."""
    was, wanted = column_heads(old), column_heads(new)
    if _width(old) != _width(new) or len(was) != len(wanted):
        return True
    changed = [(a, b) for a, b in zip(was, wanted, strict=True) if a != b]
    return any(a in wanted or b in was for a, b in changed if a and b)


def columns_in_doubt(old: Blok, new: Blok, edited: Blok) -> bool:
    """Whether a cell of the data could come under the head of another column in the edited table.

    A head that only staff changed is the same column when its cells are still those of the base; one
    that the data renamed, only when staff left all of that column alone.
    """
    rows = koppel_bewerkt(old.rijen, edited.rijen)
    if 0 not in rows:
        return True
    was, wanted = column_heads(old), column_heads(new)
    here = _texts(edited.rijen[rows[0]])
    if len(here) != len(was):
        return True
    if was == wanted == here:
        return False
    columns = _Columns(old, edited, rows)
    for number, (a, b, c) in enumerate(zip(was, wanted, here, strict=True)):
        if c not in (a, b) and (
            a != b or was != wanted or c in (*was, *wanted) or not columns.is_known(number)
        ):
            return True
        if a != b and not columns.is_untouched(number):
            return True
    return False


def changed_rows(old: Blok, new: Blok) -> tuple[str, str]:
    """Return what the rows that differ between two versions say, below the heads of their columns."""
    pairs = koppel_versies(old.rijen, new.rijen)
    same = {(i, j) for i, j in pairs if old.rijen[i].tekst == new.rijen[j].tekst}
    kept_old, kept_new = {i for i, _ in same}, {j for _, j in same}
    texts = []
    for table, kept in ((old, kept_old), (new, kept_new)):
        rows = [row.tekst for number, row in enumerate(table.rijen) if number == 0 or number not in kept]
        texts.append("\n".join(rows))
    return texts[0], texts[1]


class _Columns:
    """The columns of a table as staff have them, beside those of the base."""

    def __init__(self, old: Blok, edited: Blok, rows: dict[int, int]) -> None:
        full = len(old.rijen[0].cellen)
        pairs = [(_texts(old.rijen[i]), _texts(edited.rijen[k])) for i, k in rows.items() if i]
        self._pairs = [(was, here) for was, here in pairs if len(was) == len(here) == full]
        paired = set(rows.values())
        self._own = [row for k, row in enumerate(edited.rijen) if k not in paired]

    def is_known(self, number: int) -> bool:
        """Whether most cells are those of the base, and differ from what stands in the other columns."""
        equal = [was for was, here in self._pairs if was[number] == here[number]]
        telling = [was for was in equal if was.count(was[number]) == 1]
        return 2 * len(equal) > len(self._pairs) and bool(telling)

    def is_untouched(self, number: int) -> bool:
        """Whether staff changed no cell of a column and put none in."""
        own = [row.cellen[number].tekst for row in self._own if number < len(row.cellen)]
        return all(was[number] == here[number] for was, here in self._pairs) and not any(own)


def _texts(row: Blok) -> list[str]:
    return [key(cell.tekst) for cell in row.cellen]


def _width(table: Blok) -> int:
    return max(len(row.cellen) for row in table.rijen)
