"""Tells whether two rows of a table can be versions of one row: a row goes by what is in its first cell."""

from __future__ import annotations

import re

from pipeline.merge.blokken import Blok
from pipeline.names import key

_SHARED = 0.5
"""Share of the words that two heads must have in common, or of the other cells that must be equal."""
_FEW = 2
"""Equal cells from which two rows with other heads are not alike by chance."""


def row_head(block: Blok) -> str | None:
    """Return by what a row is known; None for what is no row with a head and something beside it."""
    return key(block.cellen[0].tekst) or None if len(block.cellen) > 1 else None


def may_be_one(a: Blok, b: Blok) -> bool:
    """Whether two blocks may be versions of one another; only of rows with other heads it is in doubt.

    A row that got another head is the same row when it has its key and the heads or half of the other
    cells agree; without a key all that stands behind the head must.  One cell alike says little: many
    rows have one source, and '-' and 'x' stand everywhere.
    """
    head, other = row_head(a), row_head(b)
    if head is None or other is None or head == other:
        return True
    cells = [(key(x.tekst), key(y.tekst)) for x, y in zip(a.cellen[1:], b.cellen[1:], strict=False)]
    telling = [(x, y) for x, y in cells if len(x) > 1 or len(y) > 1]
    equal = sum(x == y for x, y in telling)
    if set(a.sleutels) & set(b.sleutels):
        return _share(head, other) >= _SHARED or equal >= max(_FEW, _SHARED * len(telling))
    return len(a.cellen) == len(b.cellen) and _FEW <= equal == len(telling)


def _share(a: str, b: str) -> float:
    words, others = set(re.findall(r"\w+", a)), set(re.findall(r"\w+", b))
    return len(words & others) / (max(len(words), len(others)) or 1)
