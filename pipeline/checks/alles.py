"""Runs every rule over the input."""

from __future__ import annotations

from pipeline.bevinding import Bevinding
from pipeline.checks import (
    cijfers,
    gemeentecijfers,
    namen,
    open_parts,
    samenhang,
    scattered,
    signs,
    sommen,
    teksten,
)
from pipeline.checks.invoer import Invoer, Regel

REGELS: tuple[Regel, ...] = (
    *cijfers.REGELS,
    *sommen.REGELS,
    *gemeentecijfers.REGELS,
    *samenhang.REGELS,
    *open_parts.REGELS,
    *scattered.REGELS,
    *namen.REGELS,
    *teksten.REGELS,
    *signs.REGELS,
)


OP_ZICHZELF: tuple[Regel, ...] = (*cijfers.REGELS, *sommen.REGELS, *teksten.REGELS, *signs.REGELS)
"""Rules on what stands in one sheet: they hold too where another sheet could not be read."""


def controleer(invoer: Invoer, *, heel: bool = True) -> list[Bevinding]:
    """Return the findings of all rules; without a whole workbook, of those that look at one sheet."""
    return [bevinding for regel in (REGELS if heel else OP_ZICHZELF) for bevinding in regel(invoer)]
