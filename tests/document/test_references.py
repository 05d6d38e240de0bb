"""References without a target: the words stay, the link and the page number go."""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml.etree import _Element

from pipeline.document import ooxml
from pipeline.document.references import maak_los
from pipeline.document.wordml import veld

LINK = '<w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'


def alinea(doel: str, inhoud: str) -> _Element:
    return parse_xml(
        f"<w:p {nsdecls('w', 'r')}><w:r><w:t>Zie </w:t></w:r>"
        f'<w:hyperlink w:anchor="{doel}">{inhoud}</w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>'
    )


def test_a_link_to_nowhere_becomes_its_words() -> None:
    element = alinea("bijlage_9", f"<w:r>{LINK}<w:t>bijlage 9</w:t></w:r>")
    maak_los(element, {"bijlage_1"})
    assert ooxml.text(element) == "Zie bijlage 9."
    assert not list(element.iter(qn("w:hyperlink"), qn("w:rStyle")))


def test_the_page_number_of_nowhere_goes() -> None:
    inhoud = f"<w:r>{LINK}<w:t>vanaf pagina</w:t></w:r>{veld('PAGEREF bijlage_9', '3', LINK)}"
    element = alinea("bijlage_9", inhoud)
    maak_los(element, set())
    assert ooxml.text(element) == "Zie vanaf pagina."
    assert not list(element.iter(qn("w:fldChar"), qn("w:instrText")))


def test_a_link_to_a_bookmark_stays() -> None:
    element = alinea("bijlage_1", f"<w:r>{LINK}<w:t>bijlage 1</w:t></w:r>")
    maak_los(element, {"bijlage_1"})
    assert len(list(element.iter(qn("w:hyperlink"), qn("w:rStyle")))) == 2
