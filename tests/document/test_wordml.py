"""Prose becomes paragraphs, runs, links and fields in styles, and its text stays what it was."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from markupsafe import Markup

from pipeline.document.styles import Stijlen
from pipeline.document.wordml import Schrijver, bladwijzer, standaard_linktekst, tekst_xml, veilig, veld
from pipeline.markup import Run, VertAlign, als_runs, met_links
from pipeline.model import Blok
from tests.document.voorbeeld import LASTIG, blok
from tests.getrouw.alinea import Alinea, kale_naam, lees_alinea
from tests.getrouw.stijlen import Element, W, vind, waarde
from tests.getrouw.stijlen import Stijlen as GelezenStijlen


def xml(inhoud: str) -> Element:
    """Read a piece of the XML of a document."""
    return parse_xml(f"<w:body {nsdecls('w', 'r')}>{inhoud}</w:body>")


def alineas(inhoud: str, stijlen: Stijlen) -> list[tuple[str, Alinea]]:
    """Return the style and the content of every paragraph."""
    leeg = GelezenStijlen(xml('<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'))
    gelezen = [lees_alinea(alinea, leeg) for alinea in xml(inhoud).iter(W + "p")]
    return [(stijlen.naam(alinea.stijl), alinea) for alinea in gelezen]


def runs(inhoud: str) -> list[tuple[str, str]]:
    """Return the character style and the text of every run."""
    return [
        (waarde(vind(run, "rPr/rStyle")) or "", "".join(t.text or "" for t in run.iter(W + "t")))
        for run in xml(inhoud).iter(W + "r")
    ]


# Text


@pytest.mark.parametrize("tekst", [*LASTIG, "a\tb", "a\nb", "\n", " a ", "x" * 10_000])
def test_text_comes_back_as_it_was(tekst: str, stijlen: Stijlen) -> None:
    (_, alinea), *rest = alineas(f"<w:p><w:r>{tekst_xml(tekst)}</w:r></w:p>", stijlen)
    assert alinea.tekst == tekst
    assert not rest


def test_nothing_is_left_for_the_template_engine_to_read() -> None:
    for tekst in LASTIG:
        assert not set(veilig(tekst)) & set("{}<>")


def test_a_tab_and_a_line_break_become_their_elements() -> None:
    (run,) = xml(f"<w:r>{tekst_xml(chr(9) + 'a' + chr(10) + 'b')}</w:r>")
    assert [kale_naam(deel) for deel in run] == ["tab", "t", "br", "t"]


def test_spaces_at_the_ends_are_kept_by_word_as_well() -> None:
    (tekst,) = xml(f"<w:r>{tekst_xml(' a ')}</w:r>").iter(W + "t")
    assert tekst.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


# Bookmarks and fields


@pytest.mark.parametrize(
    ("doel", "naam"),
    [
        ("#kernaanpak-2", "kernaanpak_2"),
        ("#paragraaf-1.2", "paragraaf_1_2"),
        ("#pagina:bijlage-1", "bijlage_1"),
        ("#", ""),
        ('#a"><w:p/>', "a___w_p__"),
    ],
)
def test_a_reference_names_its_bookmark(doel: str, naam: str) -> None:
    assert bladwijzer(doel) == naam


def test_a_field_has_a_begin_a_separator_a_result_and_an_end() -> None:
    soorten = [waarde(teken, "fldCharType") for teken in xml(veld("PAGE", "7")).iter(W + "fldChar")]
    assert soorten == ["begin", "separate", "end"]
    assert [t.text for t in xml(veld("PAGE", "7")).iter(W + "instrText", W + "t")] == [" PAGE ", "7"]


# Runs and links


def test_bold_and_italic_are_character_styles(schrijver: Schrijver, stijlen: Stijlen) -> None:
    inhoud = schrijver.runs(
        [Run("a"), Run("b", vet=True), Run("c", cursief=True), Run("d", vet=True, cursief=True)]
    )
    namen = [(stijlen.naam(stijl), tekst) for stijl, tekst in runs(inhoud)]
    assert namen == [("", "a"), ("Strong", "b"), ("Emphasis", "c"), ("Sterk en nadruk", "d")]
    assert not list(xml(inhoud).iter(W + "b", W + "i"))


def test_a_web_address_is_a_link_to_its_relationship(schrijver: Schrijver, stijlen: Stijlen) -> None:
    inhoud = f"<w:p>{schrijver.runs(met_links(als_runs('Zie [de site](https://x.nl/?a=1).')))}</w:p>"
    ((_, alinea),) = alineas(inhoud, stijlen)
    assert alinea.tekst == "Zie de site."
    assert [(link.begin, link.eind, link.doel) for link in alinea.links] == [
        (4, 11, "naar https://x.nl/?a=1")
    ]


def test_a_reference_is_a_link_to_its_bookmark(schrijver: Schrijver, stijlen: Stijlen) -> None:
    inhoud = f"<w:p>{schrijver.runs([Run('kernaanpak 2', doel='#kernaanpak-2')])}</w:p>"
    ((_, alinea),) = alineas(inhoud, stijlen)
    assert [(link.doel, alinea.tekst) for link in alinea.links] == [("#kernaanpak_2", "kernaanpak 2")]


@pytest.mark.parametrize(
    ("tekst", "gedrukt"), [("", "–"), ("vanaf pagina", "vanaf pagina –"), ("bladzijde  ", "bladzijde   –")]
)
def test_a_reference_to_a_page_is_a_field_in_a_link(
    tekst: str, gedrukt: str, schrijver: Schrijver, stijlen: Stijlen
) -> None:
    inhoud = f"<w:p>{schrijver.runs([Run(tekst, doel='#pagina:bijlage-1')])}</w:p>"
    ((_, alinea),) = alineas(inhoud, stijlen)
    assert alinea.tekst == gedrukt
    assert alinea.velden == [" PAGEREF bijlage_1 \\h "]
    assert [link.doel for link in alinea.links] == ["#bijlage_1"]


def test_a_reference_to_a_page_in_several_forms_prints_its_number_once(
    schrijver: Schrijver, stijlen: Stijlen
) -> None:
    parts = [Run("vanaf ", doel="#pagina:bijlage-1"), Run("pagina", vet=True, doel="#pagina:bijlage-1")]
    ((_, alinea),) = alineas(f"<w:p>{schrijver.runs([*parts, Run('.')])}</w:p>", stijlen)
    assert alinea.tekst == "vanaf pagina –."


def test_a_link_keeps_the_bold_of_its_text(schrijver: Schrijver, stijlen: Stijlen) -> None:
    inhoud = f"<w:p>{schrijver.runs([Run('hier', vet=True, doel='#bijlage-1')])}</w:p>"
    ((_, alinea),) = alineas(inhoud, stijlen)
    assert alinea.vet == [True] * 4
    assert runs(inhoud)[0][0] == stijlen.id("Hyperlink")


@pytest.mark.parametrize(
    ("doel", "tekst"),
    [("#kernaanpak-2", "kernaanpak 2"), ("https://x.nl", "https://x.nl"), ("#pagina:bijlage-1", "")],
)
def test_a_link_without_a_text_has_words_of_its_own(doel: str, tekst: str) -> None:
    assert standaard_linktekst(doel) == tekst


@pytest.mark.parametrize("stand", ["superscript", "subscript"])
def test_raised_and_lowered_signs_are_so_in_word(stand: VertAlign, schrijver: Schrijver) -> None:
    inhoud = schrijver.runs(
        [
            Run("2", vert_align=stand),
            Run("2", vet=True, vert_align=stand),
            Run("2", cursief=True, doel="https://x.nl", vert_align=stand),
        ]
    )
    namen = []
    for run in xml(inhoud).iter(W + "r"):
        (eigenschappen,) = run.iter(W + "rPr")
        assert waarde(vind(run, "rPr/vertAlign")) == stand
        namen.append([kale_naam(deel) for deel in eigenschappen])
    # In the order of the schema: the style first, the position last.
    assert namen == [["vertAlign"], ["rStyle", "vertAlign"], ["rStyle", "i", "vertAlign"]]


# Paragraphs


def test_each_form_of_prose_has_its_style(schrijver: Schrijver, stijlen: Stijlen) -> None:
    prosa = [
        blok("a"),
        blok("b", "opsomming"),
        blok("c", "genummerd"),
        blok("d", "letters"),
        blok("e", "tussenkop"),
    ]
    assert [(naam, alinea.tekst) for naam, alinea in alineas(schrijver.blokken(prosa), stijlen)] == [
        ("Body Text", "a"),
        ("List Bullet", "b"),
        ("List Number", "c"),
        ("Lijst letters", "d"),
        ("heading 3", "e"),
    ]


def test_the_last_paragraph_before_a_table_stays_with_it(schrijver: Schrijver) -> None:
    inhoud = schrijver.blokken([blok("a"), blok("b")], bij_volgende=True)
    assert [vind(alinea, "pPr/keepNext") is not None for alinea in xml(inhoud)] == [False, True]


def test_a_cell_without_text_still_holds_a_paragraph(schrijver: Schrijver, stijlen: Stijlen) -> None:
    assert [(naam, alinea.tekst) for naam, alinea in alineas(schrijver.cel([]), stijlen)] == [
        ("Tabeltekst", "")
    ]


def test_a_list_in_a_cell_has_the_style_of_lists_in_cells(schrijver: Schrijver, stijlen: Stijlen) -> None:
    inhoud = schrijver.cel([blok("a"), Blok("opsomming", als_runs("b"))])
    assert [naam for naam, _ in alineas(inhoud, stijlen)] == ["Tabeltekst", "Tabelopsomming"]


def test_what_is_written_is_not_escaped_once_more(schrijver: Schrijver) -> None:
    assert isinstance(schrijver.blokken([blok("<&>")]), Markup)
    assert isinstance(schrijver.runs([Run("<&>")]), Markup)
