"""Rules on single signs: those that no reader could read, and those that stand higher or lower."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.bevinding import Bevinding
from pipeline.build.waarden import LIST_COLUMNS
from pipeline.bullets import PASTED, TYPED
from pipeline.checks.invoer import Invoer, Regel
from pipeline.glyphs import codes, unreadable
from pipeline.markup import met_links, platte_tekst
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Kolom, Rij, kolommen
from pipeline.workbook.sheets import CIJFERKOLOM, AfbeeldingRij
from pipeline.workbook.sheets_aanpak import TekstRij

MAX_NAMED = 5
"""Signs of one cell that are named."""
_SOFT_HYPHEN = "\u00ad"
_NOT_PRINTED = {(AfbeeldingRij, "alt_tekst"), (AfbeeldingRij, "bestand")}
"""What is read aloud, and what is the name of a file."""


def unreadable_signs(invoer: Invoer) -> Iterator[Bevinding]:
    """A sign that no font of the plan has is a box or a gap in the PDF, or breaks it."""
    for rij, naam, cel, kolom in _text_cells(invoer):
        if (type(rij), naam) in _NOT_PRINTED:
            continue
        text = platte_tekst(met_links(cel.runs)) if kolom.soort == "opmaak" else cel.tekst
        bullet = _bullet(rij, naam)
        if bullet is not None:
            lines = [(line, bullet.match(line)) for line in text.split("\n")]
            text = "\n".join(line[found.end() :] if found else line for line, found in lines)
        stretches = list(dict.fromkeys(unreadable(text)))
        if stretches:
            signs = ", ".join(f"'{stretch}'" for stretch in stretches[:MAX_NAMED])
            yield Bevinding("teken-onleesbaar", cel.plaats, signs, codes("".join(stretches)[:MAX_NAMED]))


def soft_hyphens(invoer: Invoer) -> Iterator[Bevinding]:
    """A hyphen that nobody sees until a line ends there is shown by Word in other places too."""
    for _, _, cel, _ in _text_cells(invoer):
        if _SOFT_HYPHEN in cel.tekst:
            woord = next(woord for woord in cel.tekst.split() if _SOFT_HYPHEN in woord)
            kaal = "".join(filter(str.isprintable, woord))
            yield Bevinding("teken-afbreken", cel.plaats, kaal or cel.tekst.strip())


def raised_signs(invoer: Invoer) -> Iterator[Bevinding]:
    """A raised sign comes on the line where a column has no form: 14.199 with note 1 would be 14.1991."""
    for _, _, cel, kolom in _text_cells(invoer):
        raised = [run.tekst for run in cel.runs if run.vert_align]
        if kolom.soort == "opmaak" or not raised or len(raised) == len(cel.runs):
            continue
        before = "".join("\0" if run.vert_align else run.tekst for run in cel.runs)
        figure = kolom.soort != "tekst" or re.search(r"\d\0|^\0?[\d.,%\s\0]+$", before)
        if figure:
            yield Bevinding("cijfer-met-noot", cel.plaats, cel.tekst.strip(), raised[0].strip())
        else:
            yield Bevinding("hoog-laag-vervalt", cel.plaats, cel.tekst.strip(), raised[0].strip())


def _bullet(rij: Rij, naam: str) -> re.Pattern[str] | None:
    """Return what becomes the bullet of a list in a column, if anything does."""
    if isinstance(rij, TekstRij):
        return PASTED if naam == "tekst" and rij.soort.tekst.strip() in ("alinea", "opsomming") else None
    return TYPED if naam in LIST_COLUMNS.get(type(rij), ()) else None


def _text_cells(invoer: Invoer) -> Iterator[tuple[Rij, str, Cel, Kolom]]:
    """Give every cell with words that can come in the plan, with its row, field and column."""
    printed: list[Rij] = [*invoer.wijk.rijen(), *invoer.gemeente.colofon]
    for rij in printed:
        for naam, kolom in kolommen(type(rij)).items():
            cel: Cel = getattr(rij, naam)
            if isinstance(cel.waarde, str):
                yield rij, naam, cel, kolom
        for kop, cel in rij.vrij.items():
            if isinstance(cel.waarde, str):
                yield rij, kop, cel, CIJFERKOLOM


REGELS: tuple[Regel, ...] = (unreadable_signs, soft_hyphens, raised_signs)
