"""Ordinary edits in Word, as Word writes them: each comes in the PDF, or is told before it is made."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn

from pipeline.accessibility.controleer import controleer_word
from pipeline.assemble import maak_plan
from pipeline.bevinding import Bevinding
from pipeline.bewerkt import maak_pdf_van_word
from pipeline.pdf.bibliotheek import open_pdf
from pipeline.pdf.boom import Boom, annotatie, inhoud, kinderen, onderdelen
from pipeline.project import Project
from tests.opdracht import WIJK, klein_project
from tests.pdf.bladzijden import regels
from tests.pdf.word_samples import EDITS
from tests.workbook.voorbeeld import bederf

TOLD = {
    "footnotes": ["word-voetnoot"] * 2,
    "endnotes": ["word-voetnoot"],
    "equations": ["word-vergelijking"] * 2,
    "unknown_symbol": ["word-symbool"],
    "emoji_and_scripts": ["word-teken-onleesbaar"],
    "text_box": ["word-tekstvak"],
    "heading_in_a_text_box": ["word-tekstvak", "word-kop-in-vak"],
    "renamed_heading": ["word-inhoud-verouderd"],
    "pasted_from_the_web": ["word-kop-nep"],
    "merged_cells": ["word-tabel-hoogte"],
    "table_in_a_cell": ["word-tabel-genest"],
    "table_without_a_head": ["word-tabel-koprij"],
    "bordered_paragraph": ["word-rand"],
    "empty_paragraphs": ["word-lege-alineas"],
}
"""What `toegankelijk` says of each kind before there is a PDF; nothing of the others."""
REJECTED = {
    "table_without_a_head": {"pdf-tabel-zonder-kop"},
    "emoji_and_scripts": {"pdf-teken-ontbreekt"},
    "unknown_symbol": {"pdf-lettertype", "pdf-teken-ontbreekt"},
}
"""What only people can mend: the kinds for which the gate rejects the PDF, with its codes."""
GROUPS = {
    "notes and signs": [
        *("footnotes", "endnotes", "equations", "symbols", "special_signs", "signs_of_another_font"),
        *("drop_cap", "renamed_heading", "bookmarks"),
    ],
    "pictures": [
        *("picture_in_line", "picture_beside_the_text", "decorative_picture", "picture_with_a_link", "chart"),
        *("smart_art", "text_box", "shape_in_line", "shape_beside_the_text", "old_picture"),
        *("horizontal_line", "captions_and_their_table"),
    ],
    "links and text of other programs": [
        *("links_without_their_style", "link_in_pieces", "link_to_a_bookmark", "content_controls", "index"),
        *("pasted_from_the_web", "pasted_from_google_docs", "bordered_paragraph", "empty_paragraphs"),
    ],
    "pages and tables": [
        *("page_in_landscape", "two_columns", "table_of_word", "rows_break_over_pages", "merged_cells"),
        *("table_in_a_cell", "heading_in_a_text_box"),
    ],
}
"""The kinds that come in the PDF as they are, some to a document: each conversion takes seconds."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = klein_project(tmp_path_factory.mktemp("klein"))
    maak_plan(project, WIJK, lambda _: None)
    return project


@pytest.fixture
def project(made: Project, tmp_path: Path) -> Project:
    shutil.copytree(made.map, tmp_path / "project")
    return Project(tmp_path / "project")


def word(project: Project) -> Path:
    return project.uitvoer(WIJK) / f"wijkplan-{WIJK}.docx"


def edit(project: Project, *kinds: str) -> None:
    document = docx.Document(str(word(project)))
    for kind in kinds:
        EDITS[kind](document)
    document.save(str(word(project)))


def make_pdf(project: Project) -> Any:
    return maak_pdf_van_word(project, WIJK, lambda _: None, definitief=False)


def codes(findings: list[Bevinding]) -> list[str]:
    return sorted(finding.code for finding in findings if finding.code != "word-open-plek")


def words(project: Project) -> str:
    pages = regels(word(project).with_suffix(".pdf"))
    return " ".join(" ".join(" ".join(page) for page in pages).split())


def test_every_kind_is_in_one_group_or_rejected() -> None:
    grouped = Counter(kind for kinds in GROUPS.values() for kind in kinds)
    assert set(grouped.values()) == {1}
    assert sorted([*grouped, *REJECTED]) == sorted(EDITS)


@pytest.mark.parametrize("kind", EDITS)
def test_what_only_people_can_mend_is_told_before_there_is_a_pdf(kind: str, project: Project) -> None:
    edit(project, kind)
    assert codes(controleer_word(word(project))) == sorted(TOLD.get(kind, []))


@pytest.mark.parametrize("group", GROUPS)
def test_an_ordinary_edit_never_costs_the_pdf(group: str, project: Project) -> None:
    edit(project, *GROUPS[group])
    assert codes(make_pdf(project).afgekeurd) == []


@pytest.mark.parametrize("kind", REJECTED)
def test_a_concept_gets_its_pdf_and_is_told_what_to_mend(kind: str, project: Project) -> None:
    edit(project, kind)
    result = make_pdf(project)
    assert set(codes(result.afgekeurd)) == REJECTED[kind]
    assert result.gemaakt[0].name == "wijkplan-jp-concept-niet-toegankelijk.pdf"


def test_a_plan_with_all_these_edits_is_merged_and_comes_in_a_pdf(project: Project) -> None:
    edit(project, *(kind for kinds in GROUPS.values() for kind in kinds))
    bederf(project.werkmap(WIJK), lambda workbook: workbook["Plan"].__setitem__("B8", "1.1"))
    result = maak_plan(project, WIJK, lambda _: None)
    assert result.wijzigingen is not None
    assert codes(result.afgekeurd) == []
    assert "Bron: gemeente Amersfoort, 2026." in words(project)


# What becomes of each


@pytest.fixture
def tree(project: Project, request: pytest.FixtureRequest) -> Any:
    edit(project, *request.param)
    make_pdf(project)
    with open_pdf(word(project).with_suffix(".pdf")) as document:
        yield Boom(document)


@pytest.mark.parametrize("tree", [["footnotes", "endnotes"]], indirect=True)
def test_notes_have_a_name_and_their_number_is_a_link_both_ways(tree: Boom) -> None:
    notes = tree.per_soort()["Note"]
    assert len({str(note.ID) for note in notes}) == len(notes) == 3
    for note in notes:
        link = onderdelen(onderdelen(note)[0])[0]
        assert tree.soort(link) == "Link"
        assert any(annotatie(child) is not None for child in kinderen(link))
    loose = [
        a for page in tree.document.pages for a in page.obj.get("/Annots", []) if "/StructParent" not in a
    ]
    assert loose == []


@pytest.mark.parametrize(
    "tree", [["chart", "smart_art", "shape_in_line", "old_picture", "horizontal_line"]], indirect=True
)
def test_every_drawing_has_the_words_that_it_has_in_word(tree: Boom) -> None:
    found = {str(figure.get("/Alt", "")) for figure in tree.per_soort()["Figure"]}
    assert {
        "Staafdiagram: Noord 4, Zuid 7 inwoners",
        "Schema met een vak: Samen",
        "Een pijl naar rechts",
        "Een oude afbeelding",
    } <= found
    assert "" not in found


@pytest.mark.parametrize("tree", [["captions_and_their_table"]], indirect=True)
def test_a_caption_hangs_in_its_figure(tree: Boom) -> None:
    captions = {tree.tekst(caption): caption for caption in tree.per_soort()["Caption"]}
    caption = captions["Figuur 1 De wijk van boven"]
    assert tree.soort(caption.P) == "Figure"
    assert str(caption.P.Alt) == "De wijk van boven gezien"


@pytest.mark.parametrize("tree", [["symbols", "signs_of_another_font"]], indirect=True)
def test_signs_are_read_in_their_place(tree: Boom) -> None:
    def heard(element: Any) -> str:
        parts = [
            str(child.ActualText) if "/ActualText" in child else heard(child) if "/S" in child else ""
            for child in onderdelen(element)
        ]
        pieces = [tree.spoken(*place)[0] for c in kinderen(element) if (place := inhoud(element, c))]
        return "".join([*pieces, *parts])

    texts = [heard(p) for p in tree.per_soort()["P"]]
    assert "Een ✔ vinkje en ★ sterren " in "".join(texts)


def test_links_of_any_form_are_links_and_equations_are_text(project: Project) -> None:
    edit(project, "links_without_their_style", "equations", "text_box", "drop_cap")
    make_pdf(project)
    with pikepdf.open(word(project).with_suffix(".pdf")) as document:
        annotations = [a for page in document.pages for a in page.obj.get("/Annots", [])]
        addresses = {str(a.A.URI) for a in annotations if "/A" in a and "/URI" in a.A}
    assert {f"https://www.amersfoort.nl/{letter}" for letter in "abcd"} <= addresses
    printed = words(project)
    assert "x=(a+b)/2" in printed
    assert "Dus geldt c²=4 hier." in printed
    assert "Woorden in een vak" in printed
    assert "Een nieuw begin." in printed


def test_the_file_of_staff_is_not_changed(project: Project) -> None:
    edit(project, "equations", "symbols", "links_without_their_style")
    before = word(project).read_bytes()
    make_pdf(project)
    assert word(project).read_bytes() == before


def test_tracked_changes_in_a_note_are_accepted_in_the_pdf(project: Project) -> None:
    edit(project, "footnotes")
    document = docx.Document(str(word(project)))
    (notes,) = [p for p in document.part.package.iter_parts() if p.partname.endswith("/footnotes.xml")]
    old = b"Bron: gemeente Amersfoort, 2026.</w:t></w:r>"
    author = b'w:id="950" w:author="Sanne"'
    new = old + b"<w:del " + author + b"><w:r><w:delText>Vervallen.</w:delText></w:r></w:del>"
    assert old in notes.blob
    notes._blob = notes.blob.replace(old, new)
    document.save(str(word(project)))
    assert make_pdf(project).afgekeurd == []
    assert "Vervallen" not in words(project)


def test_the_page_numbers_of_a_list_of_figures_are_right(project: Project) -> None:
    edit(project, "captions_and_their_table")
    document = docx.Document(str(word(project)))
    caption = next(p for p in document.element.body.iter(qn("w:p")) if p.style == "Caption")
    line = caption.getnext()
    chapter = next(p._p for p in document.paragraphs if p.text.startswith("Doel en werkwijze"))
    chapter.addnext(caption)
    assert line.style == "TableofFigures"
    document.save(str(word(project)))
    assert make_pdf(project).afgekeurd == []
    pages = regels(word(project).with_suffix(".pdf"))
    page = next(
        n for n, page in enumerate(pages, 1) if any(r.strip() == "Figuur 1 De wijk van boven" for r in page)
    )
    assert any(f"vanboven{page}" in r.replace(" ", "") for p in pages for r in p)
