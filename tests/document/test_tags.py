"""The tags of the template: a mistake that docxtpl passes over in silence is told."""

from __future__ import annotations

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.document.tags import controleer_tags
from pipeline.errors import SjabloonFout
from tests.document.voorbeeld import SJABLOON


def controleer(*alineas: str) -> None:
    tekst = "".join(f"<w:p><w:r><w:t>{alinea}</w:t></w:r></w:p>" for alinea in alineas)
    controleer_tags(parse_xml(f"<w:body {nsdecls('w')}>{tekst}</w:body>"), "eigen.docx")


def test_the_template_of_the_project_is_right() -> None:
    controleer_tags(docx.Document(str(SJABLOON)).element.body, SJABLOON.name)


@pytest.mark.parametrize("tag", ["{{p samenvatting }}", "{%p for thema in themas %}", "{%p endif %}"])
def test_text_beside_a_tag_that_takes_the_whole_paragraph_is_told(tag: str) -> None:
    controleer(tag, "Gewone tekst.")
    with pytest.raises(SjabloonFout, match="die zou verdwijnen"):
        controleer(f"Let op: {tag}")


@pytest.mark.parametrize("soort", ["tr", "tc"])
def test_text_in_a_row_or_cell_that_a_tag_takes_is_told(soort: str) -> None:
    cel = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    tag = f"{{%{soort} endfor %}}"
    erbij = cel.format("meer") if soort == "tr" else ""
    inhoud = cel.format(tag if soort == "tr" else f"{tag} meer") + erbij
    with pytest.raises(SjabloonFout, match="die zou verdwijnen"):
        controleer_tags(parse_xml(f"<w:tbl {nsdecls('w')}><w:tr>{inhoud}</w:tr></w:tbl>"), "eigen.docx")


@pytest.mark.parametrize("tekst", ["{ uitgave }}", "{{ uitgave }", "Wijk {wijk}", "{% if x }"])
def test_a_brace_that_belongs_to_no_tag_is_told(tekst: str) -> None:
    with pytest.raises(SjabloonFout, match="accolade"):
        controleer(tekst)


def test_other_tags_may_stand_in_running_text() -> None:
    controleer("In {{ wijk }} ({{ afkorting }}) vanaf {{r pagina_bijlagen }}.", "{% colspan n %}{{ naam }}")
