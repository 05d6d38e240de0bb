"""What a rule can look at: the rows of the workbooks and the plan that was built of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.bevinding import Bevinding
from pipeline.checks.getallen import Cijferrij
from pipeline.model import Wijkplan
from pipeline.workbook.bladen import GemeenteBladen, WijkBladen


@dataclass(frozen=True)
class Invoer:
    """Everything that the rules look at, read and built."""

    wijk: WijkBladen
    gemeente: GemeenteBladen
    plan: Wijkplan
    andere: Mapping[str, Sequence[Cijferrij]]
    """The Wijkgegevens of the other wijken, by wijk."""


Regel = Callable[[Invoer], Iterator[Bevinding]]
"""A rule looks at the input and gives a finding for every place where it does not hold."""
