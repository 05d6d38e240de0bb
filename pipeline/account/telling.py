"""Which cells the findings speak of: only a finding that says so excuses a cell that is lost or changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from pipeline.bevinding import Bevinding, Plaats
from pipeline.messages import BEVINDINGEN

_CELL = re.compile(r"([A-Z]+)(\d+)")
Sheet = tuple[str, str]


@dataclass
class Told:
    """What the findings say is not in the document, or not as it was typed."""

    cells: set[Plaats] = field(default_factory=set)
    words: set[Plaats] = field(default_factory=set)
    """Cells that are read, and printed in other words."""
    forms: set[Plaats] = field(default_factory=set)
    """Cells of which only the form is another."""
    rows: set[tuple[Sheet, int]] = field(default_factory=set)
    columns: set[tuple[Sheet, str]] = field(default_factory=set)
    after: dict[Sheet, tuple[int, int]] = field(default_factory=dict)
    """From which row and column on, what stands beside the table of a sheet is told."""
    sheets: set[Sheet] = field(default_factory=set)

    def covers(self, place: Plaats) -> bool:
        """Tell whether a finding says that this cell is not in the document, or not as typed."""
        return place in self.words or self.unread(place)

    def unread(self, place: Plaats) -> bool:
        """Tell whether a finding says that nothing is done with this cell."""
        sheet, (letters, row) = (place.bestand, place.blad), _split(place.cel)
        return (
            place in self.cells
            or (sheet, row) in self.rows
            or (sheet, letters) in self.columns
            or sheet in self.sheets
        )

    def covers_beside(self, place: Plaats) -> bool:
        """Tell it of a cell that stands beside its table."""
        begin = self.after.get((place.bestand, place.blad))
        return self.covers(place) or (begin is not None and place.sorteersleutel()[2:] >= begin)


def what_is_told(findings: Iterable[Bevinding]) -> Told:
    """Sort the findings by what each says is left out."""
    told = Told()
    for finding in findings:
        place = finding.plaats
        if not isinstance(place, Plaats):
            continue
        sheet, (letters, row) = (place.bestand, place.blad), _split(place.cel)
        match BEVINDINGEN[finding.code].left_out:
            case "cell":
                told.cells.add(place)
            case "words":
                told.words.add(place)
            case "form":
                told.forms.add(place)
            case "row":
                told.rows.add((sheet, row))
            case "column":
                told.columns.add((sheet, letters))
            case "rest":
                told.after[sheet] = place.sorteersleutel()[2:]
            case "sheet":
                told.sheets.add(sheet)
            case "":
                pass
    return told


def _split(cell: str) -> tuple[str, int]:
    match = _CELL.fullmatch(cell)
    return (match[1], int(match[2])) if match else ("", 0)
