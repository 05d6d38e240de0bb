"""Runs every rule over the input."""

from __future__ import annotations

from pipeline.bevinding import Bevinding
from pipeline.checks import cijfers, gemeentecijfers, namen, samenhang, sommen
from pipeline.checks.invoer import Invoer, Regel

REGELS: tuple[Regel, ...] = (
    *cijfers.REGELS,
    *sommen.REGELS,
    *gemeentecijfers.REGELS,
    *samenhang.REGELS,
    *namen.REGELS,
)


def controleer(invoer: Invoer) -> list[Bevinding]:
    """Return the findings of all rules."""
    return [bevinding for regel in REGELS for bevinding in regel(invoer)]
