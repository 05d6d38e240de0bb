"""The open places of a concept: the words stand in a style of their own, and nothing else changes."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from pipeline.document import ooxml
from pipeline.document.open_places import markeer_open_plekken
from pipeline.document.styles import Stijlen
from pipeline.model import open_plek

STIJLEN = Stijlen(
    parse_xml(
        f'<w:styles {nsdecls("w")}><w:style w:type="character" w:styleId="NI">'
        '<w:name w:val="Nog invullen"/></w:style></w:styles>'
    )
)
PLEK = open_plek("samenvatting cijfers", "Teksten")


def runs(tekst: str, eigenschappen: str = "") -> tuple[list[str], list[tuple[str, str | None]]]:
    """Mark a paragraph of one run; return the words of the open places, and each run with its style."""
    alinea = parse_xml(f"<w:p {nsdecls('w')}><w:r>{eigenschappen}<w:t>{tekst}</w:t></w:r></w:p>")
    gevonden = markeer_open_plekken(alinea, STIJLEN)
    return gevonden, [(ooxml.text(run), ooxml.value(run, "w:rPr/w:rStyle")) for run in alinea.iter(qn("w:r"))]


def test_an_open_place_is_named_with_its_sheet() -> None:
    assert PLEK == "Nog invullen: samenvatting cijfers - blad Teksten"


def test_a_run_that_is_an_open_place_gets_the_style() -> None:
    assert runs(PLEK) == ([PLEK], [(PLEK, "NI")])


def test_the_text_around_an_open_place_stays_as_it_is() -> None:
    assert runs(f"2 Wijk {PLEK} (NC)") == ([PLEK], [("2 Wijk ", None), (PLEK, "NI"), (" (NC)", None)])


def test_two_open_places_in_one_run_are_both_marked() -> None:
    andere = open_plek("afkorting", "Plan")
    assert runs(f"{PLEK} en {andere}")[1] == [(PLEK, "NI"), (" en ", None), (andere, "NI")]


def test_the_style_takes_the_place_of_another_and_the_rest_of_the_form_stays() -> None:
    vorm = '<w:rPr><w:rStyle w:val="Strong"/><w:lang w:val="nl-NL"/></w:rPr>'
    assert runs("Nog invullen, BRP", vorm)[1] == [("Nog invullen", "NI"), (", BRP", "Strong")]


@pytest.mark.parametrize("tekst", ["Gewone tekst.", "nog invullen", ""])
def test_other_text_is_no_open_place(tekst: str) -> None:
    assert runs(tekst) == ([], [(tekst, None)])
