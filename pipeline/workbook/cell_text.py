"""What stands in a cell of text: its words in runs, what is struck through, and the link on the cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Protocol

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.worksheet.hyperlink import Hyperlink

from pipeline.bevinding import Plaats
from pipeline.links import clean_address, same_address
from pipeline.markup import Run, Runs, VertAlign, met_links, platte_tekst
from pipeline.workbook.characters import decode, possible

LONG = 100
"""Characters of a text above which its writer will have meant some of its words as the link."""
_PLACE_IN_PLAN = re.compile(r"(?:pagina:)?(?:[a-z]+-[\d.]+|organisaties)")
_VERT_ALIGN: dict[str | None, VertAlign] = {"superscript": "superscript", "subscript": "subscript"}


class Meld(Protocol):
    """Adds a finding: its code, its place and what stands there."""

    def __call__(self, code: str, plaats: Plaats, staat_er: str = "") -> None: ...


def cell_runs(cell: Cell) -> tuple[Runs, list[str]]:
    """Return the text of a cell in runs, and the signs in it that Word cannot hold.

    A form on the whole cell counts for text without its own.
    """
    told: list[str] = []
    runs = []
    for text, font in _parts(cell):
        clean, signs = possible(decode(text))
        told += signs
        if clean:
            vert_align = _VERT_ALIGN.get(font.vertAlign, "")
            runs.append(Run(clean, bool(font.b), bool(font.i), vert_align=vert_align))
    return tuple(runs), list(dict.fromkeys(told))


def struck(cell: Cell) -> str:
    """Return the text that is struck through: for its writer it is gone."""
    if isinstance(cell.value, CellRichText):
        parts = (part.text for part in cell.value if isinstance(part, TextBlock) and part.font.strike)
        return possible(decode("".join(parts)))[0].strip()
    return str(cell.value).strip() if cell.font.strike and cell.value is not None else ""


def with_link(link: Hyperlink, runs: Runs, plaats: Plaats, meld: Meld) -> Runs:
    """Make a link of the text of a cell that has one, and tell of one that does not come in the plan.

    A text that is itself the address, or that has a typed link to it, needs no other.
    """
    if not (link.target or link.location):
        meld("link-formule", plaats, str(link.display or ""))
        return runs
    address = cell_address(link)
    own = [run.doel for run in met_links(runs) if run.doel]
    text = platte_tekst(runs)
    # Some programs lose what follows the `#` when they save a link.
    if any(same_address(address, there) for there in (text, text.partition("#")[0], *own)):
        return runs
    if not link.target and not _PLACE_IN_PLAN.fullmatch(address.removeprefix("#")):
        meld("link-in-werkmap", plaats, address.removeprefix("#"))
        return runs
    if own or not clean_address(address):
        meld("link-op-cel", plaats, address)
        return runs
    if len(text) > LONG:
        meld("link-hele-cel", plaats, address)
    return tuple(replace(run, doel=clean_address(address)) for run in runs)


def cell_address(link: Hyperlink) -> str:
    """Return the whole address of a link: Excel saves what follows a `#` by itself."""
    address = str(link.target or "").strip()
    if address.lower().startswith("www."):
        address = f"http://{address}"
    return f"{address}#{link.location.strip()}" if link.location else address


def _parts(cell: Cell) -> Iterator[tuple[str, Any]]:
    """Give the parts of a text, each with its font: its own, or that of the cell."""
    parts = cell.value if isinstance(cell.value, CellRichText) else [str(cell.value)]
    for part in parts:
        if isinstance(part, TextBlock):
            yield part.text, part.font
        else:
            yield str(part), cell.font
