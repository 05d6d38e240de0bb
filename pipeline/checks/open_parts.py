"""Rules on what the plan promises and the workbook lacks: a part of the plan without any text."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.bevinding import Bevinding
from pipeline.build.teksten import open_blok
from pipeline.checks.invoer import Invoer, Regel
from pipeline.model import Blokken
from pipeline.workbook.sheets_aanpak import INHOUD, SAMENHANG, SAMENVATTING, THEMA


def missing_texts(invoer: Invoer) -> Iterator[Bevinding]:
    """Every part of the plan has its text; a row of which the text is empty has its own finding."""
    rows = invoer.wijk.teksten
    if not rows:
        return  # the sheet as a whole has its own finding
    empty = {row.onderdeel.tekst.strip().casefold() for row in rows if row.tekst.leeg}
    sheet = rows[0].tekst.plaats.van_blad()
    themes = invoer.plan.themas
    general = (
        (SAMENVATTING, invoer.plan.samenvatting),
        (THEMA, themes[0].tekst if len(themes) == 1 else ()),
    )
    for part, blocks in general:
        if _is_open(part, blocks) and part.casefold() not in empty:
            yield Bevinding("deel-ontbreekt", sheet, part)
    cells = {str(row.nummer.waarde): row.nummer.plaats for row in invoer.wijk.kernaanpakken}
    for kernaanpak in invoer.plan.kernaanpakken:
        for part, blocks in ((INHOUD, kernaanpak.inhoud), (SAMENHANG, kernaanpak.samenhang)):
            if _is_open(part, blocks) and part.casefold() not in empty:
                place = cells.get(str(kernaanpak.nummer), sheet)
                yield Bevinding("deel-ontbreekt", place, f"{part}, kernaanpak {kernaanpak.nummer}")


def _is_open(part: str, blocks: Blokken) -> bool:
    return blocks == open_blok(part)


REGELS: tuple[Regel, ...] = (missing_texts,)
