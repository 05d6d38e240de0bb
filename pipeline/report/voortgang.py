"""Shows how far a batch is: a line per wijk, drawn live on a terminal and one after another elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from pipeline.report.lijst import zichtbaar
from pipeline.report.tabel import bijzonderheden
from pipeline.resultaat import Uitslag

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


class Voortgang(Protocol):
    """Is told which wijk is begun, and what came of it."""

    def begint(self, wijk: str) -> None: ...
    def klaar(self, uitslag: Uitslag) -> None: ...


@contextmanager
def voortgang(aantal: int, zeg: Callable[[str], None], *, levend: bool) -> Iterator[Voortgang]:
    """Show the progress of `aantal` wijken: live on a terminal, else by telling `zeg` of each."""
    if not levend:
        yield _Regels(zeg)
        return
    # Only on a terminal is there something to draw.
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    kolommen = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*kolommen, transient=True) as balken:
        yield _Scherm(balken, aantal)


class _Regels:
    def __init__(self, zeg: Callable[[str], None]) -> None:
        self.zeg = zeg

    def begint(self, wijk: str) -> None:
        pass

    def klaar(self, uitslag: Uitslag) -> None:
        self.zeg(_regel(uitslag))


class _Scherm:
    """The wijken in work below, each with its time; those done above them, and all in one bar."""

    def __init__(self, balken: Progress, aantal: int) -> None:
        self.balken = balken
        self.alle = balken.add_task("Plannen", total=aantal)
        self.bezig: dict[str, TaskID] = {}

    def begint(self, wijk: str) -> None:
        self.bezig[wijk] = self.balken.add_task(f"  {zichtbaar(wijk)}", total=None)

    def klaar(self, uitslag: Uitslag) -> None:
        if uitslag.wijk in self.bezig:
            self.balken.remove_task(self.bezig.pop(uitslag.wijk))
        self.balken.console.print(_regel(uitslag), markup=False, highlight=False)
        self.balken.advance(self.alle)


def _regel(uitslag: Uitslag) -> str:
    tijd = f" ({uitslag.duur:.1f} s)".replace(".", ",") if uitslag.duur else ""
    return f"{zichtbaar(uitslag.wijk)}: {uitslag.uitkomst}{tijd}; {bijzonderheden(uitslag)}"
