"""A part of the plan for which the workbook has no text is told, with the kernaanpak that lacks it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.build.teksten import open_blok
from pipeline.checks.invoer import Invoer
from pipeline.checks.open_parts import REGELS
from pipeline.workbook.sheets_aanpak import INHOUD, SAMENHANG, SAMENVATTING
from tests.checks.invoer import gepubliceerd, gevonden_in_plan


def _found(invoer: Invoer) -> list[tuple[str, str, str, str]]:
    found = [finding for rule in REGELS for finding in rule(invoer)]
    return [(finding.ernst, finding.plaats.blad, finding.plaats.cel, finding.staat_er) for finding in found]


@pytest.mark.parametrize("wijk", ["nieuwland", "vbl"])
def test_a_published_plan_has_every_text(wijk: str) -> None:
    assert not gevonden_in_plan(wijk, REGELS)


def test_a_plan_without_a_summary_says_so() -> None:
    plan = gepubliceerd("vbl")
    without = replace(plan, plan=replace(plan.plan, samenvatting=open_blok(SAMENVATTING)))
    assert _found(without) == [("fout", "Teksten", "", SAMENVATTING)]


def test_a_kernaanpak_without_a_text_is_named_with_its_cell() -> None:
    plan = gepubliceerd("vbl")
    first, *rest = plan.plan.kernaanpakken
    first = replace(first, inhoud=open_blok(INHOUD), samenhang=open_blok(SAMENHANG))
    without = replace(plan, plan=replace(plan.plan, kernaanpakken=(first, *rest)))
    cell = plan.wijk.kernaanpakken[0].nummer.plaats.cel
    assert _found(without) == [
        ("fout", "Kernaanpakken", cell, f"{INHOUD}, kernaanpak 1"),
        ("fout", "Kernaanpakken", cell, f"{SAMENHANG}, kernaanpak 1"),
    ]


def test_a_row_without_its_text_has_its_own_finding() -> None:
    plan = gepubliceerd("vbl")
    rows = [
        replace(row, tekst=replace(row.tekst, runs=())) if row.onderdeel.tekst == SAMENVATTING else row
        for row in plan.wijk.teksten
    ]
    without = replace(
        plan,
        wijk=replace(plan.wijk, teksten=rows),
        plan=replace(plan.plan, samenvatting=open_blok(SAMENVATTING)),
    )
    assert not _found(without)
    assert not _found(replace(plan, wijk=replace(plan.wijk, teksten=[])))
