"""What came of one plan, by itself or in a batch, and how its findings are kept for a next run."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from pipeline.bevinding import Bevinding, Plaats, WordPlaats
from pipeline.wijziging import Wijziging


@dataclass(frozen=True)
class Resultaat:
    """What a run made and what it put aside."""

    gemaakt: list[Path]
    opzij: list[Path]
    geen_pdf: str
    """Why there is no PDF and how to get it; empty when there is one."""
    definitief: bool
    bevindingen: list[Bevinding]
    afgekeurd: list[Bevinding] = field(default_factory=list)
    """What the gate found in the PDF: one that is definitief is not published, a concept has another name."""
    ongewijzigd: bool = False
    """Whether `gemaakt` was there already: nothing that it is made of has changed."""
    let_op: str = ""
    """What is not as it should be on this machine; empty when all is well."""
    telling: str = ""
    """The account of the cells of the workbook, in one line."""
    wijzigingen: list[Wijziging] | None = None
    """What became of each change in the data, in a Word file that staff edited; None for any other."""

    @property
    def refused(self) -> bool:
        """Whether there is no PDF because of what the gate found; a concept always gets its PDF."""
        return bool(self.afgekeurd) and self.definitief


Uitkomst = Literal["gemaakt", "overgeslagen", "mislukt", "afgebroken"]
"""Made; passed over as nothing changed; failed; or its process died, and it may be tried again."""


@dataclass(frozen=True)
class Uitslag:
    """What came of one wijk of a batch."""

    wijk: str
    uitkomst: Uitkomst
    resultaat: Resultaat | None = None
    fout: str = ""
    """Why it failed, in plain Dutch; of a bug, its traceback."""
    code: int = 0
    """The exit code that this wijk asks for."""
    bevindingen: list[Bevinding] = field(default_factory=list)
    duur: float = 0.0
    """Seconds."""


def als_json(bevinding: Bevinding) -> dict[str, Any]:
    """Return a finding in the form that JSON holds."""
    return asdict(bevinding)


def uit_json(inhoud: dict[str, Any]) -> Bevinding:
    """Return the finding of `als_json`. Raises TypeError or KeyError for another form."""
    soort = WordPlaats if "kop" in inhoud["plaats"] else Plaats
    return Bevinding(**inhoud | {"plaats": soort(**inhoud["plaats"])})
