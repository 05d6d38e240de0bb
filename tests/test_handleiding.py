"""The manual: it holds every message, every tag and every style that must stay, as the program has them."""

from __future__ import annotations

import re

from docx import Document

from pipeline.document.styles import NODIG
from pipeline.messages import BEVINDINGEN
from pipeline.project import SJABLOON
from pipeline.workbook.kolommen import kolommen
from pipeline.workbook.sheets import WIJK_BLADEN
from tests.conftest import WORTEL

HANDLEIDING = (WORTEL / "docs" / "handleiding.md").read_text(encoding="utf-8")
TAG = re.compile(r"\{[{%].+?[%}]\}")


def test_every_message_is_in_the_manual_in_the_order_of_the_program() -> None:
    begin = HANDLEIDING.index("## 5. Meldingen")
    teksten = [re.sub(r"\{\w+\}", "…", melding.wat) for melding in BEVINDINGEN.values()]
    assert len(teksten) > 30
    for tekst in teksten:
        plek = HANDLEIDING.find(f"\n| {tekst}", begin)
        assert plek > 0, tekst
        begin = plek + 1


def test_every_tag_of_the_template_is_in_the_manual() -> None:
    document = Document(str(WORTEL / "templates" / SJABLOON))
    tekst = "\n".join("".join(alinea.itertext()) for alinea in document.element.body.iter("{*}p"))
    tags = {tag for tag in TAG.findall(tekst) if not re.fullmatch(r"\{%\w* ?(endfor|endif|else) %\}", tag)}
    assert len(tags) > 40
    assert not {tag for tag in tags if f"`{tag}`" not in HANDLEIDING}


def test_every_style_that_must_stay_is_in_the_manual() -> None:
    assert not [stijl for stijl in NODIG if f"\n| {stijl} |" not in HANDLEIDING]


def test_every_column_of_the_workbook_is_in_the_manual() -> None:
    for soort in WIJK_BLADEN:
        begin = HANDLEIDING.index(f"### Blad {soort.blad}\n")
        stuk = HANDLEIDING[begin : HANDLEIDING.index("\n### ", begin + 1)]
        assert not [kolom.kop for kolom in kolommen(soort).values() if f"\n| {kolom.kop} |" not in stuk]
