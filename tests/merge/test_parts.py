"""Notes, charts, equations, text boxes and other things of Word: merged, compared, or listed."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from pipeline.markup import Run
from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import voeg_samen
from pipeline.merge.pakket import Pakket
from pipeline.verschil import verschil_van_bestanden
from tests.merge import gegevens
from tests.merge.bestand import Bestand, element, nieuw_deel, run
from tests.merge.lezen import W, delen
from tests.merge.test_second_run import merged, run_again

BASE = gegevens.basis("nieuwland")
SOURCE = gegevens.plan("nieuwland")
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Edit = Callable[[Bestand], None]


def _place(file: Bestand) -> etree._Element:
    """Return the first text of the summary, which the data may change too."""
    words = SOURCE.samenvatting[0].runs[0].tekst
    return next(
        p for p in file.body.findall(W + "p") if words in "".join(t.text or "" for t in p.iter(W + "t"))
    )


def _behind(xml: str) -> Edit:
    def edit(file: Bestand) -> None:
        _place(file).addnext(element("p", xml))

    return edit


def _inside(xml: str) -> Edit:
    def edit(file: Bestand) -> None:
        _place(file).append(element("r", xml))

    return edit


def nested_table(text: str) -> Edit:
    def edit(file: Bestand) -> None:
        cell = next(file.body.iter(W + "tc"))
        cell[:] = [part for part in cell if part.tag == W + "tcPr"]
        cell.extend(element("x", f"<w:p><w:r><w:t>Cel</w:t></w:r></w:p>{_table(text)}<w:p/>"))

    return edit


def _table(text: str) -> str:
    return (
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )


def foreign_table(text: str) -> Edit:
    def edit(file: Bestand) -> None:
        _place(file).addnext(element("x", _table(text))[0])

    return edit


def text_box(text: str) -> Edit:
    return _inside(
        '<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="s1" style="width:100pt;height:50pt">'
        f"<v:textbox><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        "</v:shape></w:pict>"
    )


def _note(kind: str, text: str) -> Edit:
    def edit(file: Bestand) -> None:
        notes = (
            f'<w:{kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
            f'<w:{kind} w:id="1"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:{kind}>'
        )
        file.delen[f"word/{kind}s.xml"] = etree.tostring(element(f"{kind}s", notes))
        nieuw_deel(file, f"{kind}s", f"{kind}s.xml", f"{kind}s")
        _place(file).append(element("r", f'<w:{kind}Reference w:id="1"/>'))

    return edit


def footnote(text: str) -> Edit:
    return _note("footnote", text)


def endnote(text: str) -> Edit:
    return _note("endnote", text)


def equation(text: str) -> Edit:
    return _behind(f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>{text}</m:t></m:r></m:oMath>')


def field(text: str) -> Edit:
    return _behind(f'<w:fldSimple w:instr=" AUTHOR "><w:r><w:t>{text}</w:t></w:r></w:fldSimple>')


def content_control(text: str) -> Edit:
    return _behind(f"<w:sdt><w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt>")


def landscape(text: str) -> Edit:
    return _behind(
        '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r>"
    )


def comment(text: str) -> Edit:
    def edit(file: Bestand) -> None:
        words = f'<w:comment w:id="0" w:author="Jan"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
        file.delen["word/comments.xml"] = etree.tostring(element("comments", words))
        nieuw_deel(file, "comments", "comments.xml", "comments")
        new = element("p", f"<w:r><w:t>Een nieuwe alinea, {text}.</w:t></w:r>")
        new.append(element("r", '<w:commentReference w:id="0"/>'))
        _place(file).addnext(new)

    return edit


def chart(text: str) -> Edit:
    """A chart with a part of its own, which refers to its data in another."""

    def edit(file: Bestand) -> None:
        file.delen["word/charts/chart1.xml"] = (
            f'<c:chartSpace xmlns:c="{DRAWING}/chart" xmlns:a="{DRAWING}/main"><c:chart><c:title><c:tx>'
            f"<c:rich><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart></c:chartSpace>"
        ).encode()
        file.delen["word/charts/_rels/chart1.xml.rels"] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{RELATION}/package" Target="../embeddings/{len(text)}.bin"/>'
            "</Relationships>"
        ).encode()
        file.delen[f"word/embeddings/{len(text)}.bin"] = f"cijfers van {text}".encode()
        nieuw_deel(file, "chart", "charts/chart1.xml", "")
        types = etree.fromstring(file.delen["[Content_Types].xml"])
        etree.SubElement(
            types, f"{{{types.nsmap[None]}}}Default", Extension="bin", ContentType="application/x"
        )
        for override in types:
            if override.get("PartName") == "/word/charts/chart1.xml":
                override.set(
                    "ContentType", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
                )
        file.delen["[Content_Types].xml"] = etree.tostring(types)
        _behind(
            f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing"><wp:extent cx="9" '
            f'cy="9"/><wp:docPr id="77" name="grafiek" descr="{text}"/><a:graphic xmlns:a="{DRAWING}/main">'
            f'<a:graphicData uri="{DRAWING}/chart"><c:chart xmlns:c="{DRAWING}/chart" xmlns:r="{RELATION}" '
            'r:id="rIdStafchart"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        )(file)

    return edit


KINDS: dict[str, Callable[[str], Edit]] = {
    make.__name__: make
    for make in (
        *(nested_table, foreign_table, text_box, footnote, endnote, equation, field, content_control),
        *(landscape, comment, chart),
    )
}


def edited(edit: Edit | None, source: bytes = BASE) -> bytes:
    file = Bestand(source)
    if edit is not None:
        edit(file)
    return file.klaar()


def said(path: Path, old: bytes, new: bytes) -> str:
    """Compare two files; return all that is said of their differences."""
    (path / "oud.docx").write_bytes(old)
    (path / "nieuw.docx").write_bytes(new)
    difference = verschil_van_bestanden(path / "oud.docx", path / "nieuw.docx")
    return " ".join(
        text
        for group in difference.verslag.gevuld
        for change in group.wijzigingen
        for text in (change.plek, change.was, change.wordt)
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("how", ["comes", "goes", "changes"])
def test_two_files_that_differ_in_one_thing_are_compared(kind: str, how: str, tmp_path: Path) -> None:
    first, second = KINDS[kind]("eerstevorm"), KINDS[kind]("tweede")
    old = edited(None if how == "comes" else first)
    new = edited(None if how == "goes" else second)
    told = said(tmp_path, old, new)
    if kind != "field":  # what a field shows follows from what it is
        assert ("eerstevorm" in told) == (how != "comes")
        assert ("tweede" in told) == (how != "goes")


@pytest.mark.parametrize("kind", KINDS)
def test_what_staff_put_in_stands_beside_what_the_data_change(kind: str) -> None:
    """The data change a text that it stands in or beside, and a figure; a second run changes nothing."""
    blocks = list(SOURCE.samenvatting)
    blocks[0] = replace(blocks[0], runs=(Run(f"Voorop: {blocks[0].runs[0].tekst}"), *blocks[0].runs[1:]))
    plan = gegevens.cijfer(replace(SOURCE, samenvatting=tuple(blocks)), random.Random(5), "")  # noqa: S311
    new = gegevens.word(plan)
    first = merged(BASE, new, edited(KINDS[kind]("eerstevorm")))
    assert "verwerkt" in {w.uitkomst for w in first.wijzigingen}
    run_again(first, new)


def test_an_inserted_note_comes_along_with_its_words() -> None:
    old, new = edited(None), edited(footnote("De bron van dit cijfer."))
    outcome = voeg_samen(old, new, old)
    result = outcome.als_bytes()
    assert bewijs(old, new, old, result, outcome.wijzigingen) == []
    document = etree.fromstring(delen(result)["word/document.xml"])
    (reference,) = document.iter(W + "footnoteReference")
    notes = etree.fromstring(delen(result)["word/footnotes.xml"])
    (note,) = [n for n in notes if n.get(W + "id") == reference.get(W + "id")]
    assert "".join(t.text or "" for t in note.iter(W + "t")) == "De bron van dit cijfer."


def test_a_note_is_the_same_under_another_number() -> None:
    """Word numbers notes anew when one comes before them."""
    old = edited(footnote("Dezelfde noot."))
    file = Bestand(old)
    file.delen["word/footnotes.xml"] = file.delen["word/footnotes.xml"].replace(b'w:id="1"', b'w:id="7"')
    next(file.body.iter(W + "footnoteReference")).set(W + "id", "7")
    assert voeg_samen(old, file.klaar(), old).wijzigingen == []


def test_a_chart_comes_along_with_its_data() -> None:
    old, new = edited(None), edited(chart("inwoners"))
    package = Pakket(voeg_samen(old, new, old).als_bytes())
    (name,) = [
        doel for soort, doel in package.verwijzingen(package.hoofd).values() if soort.endswith("/chart")
    ]
    (data,) = [doel for _, doel in package.verwijzingen(name).values()]
    assert package.delen[data] == b"cijfers van inwoners"


def test_a_text_that_no_block_has_is_listed(tmp_path: Path) -> None:
    """A paragraph in a part of the document that is neither read as a paragraph nor as a table."""
    odd = "<w:customXml><w:p><w:r><w:t>Wel te zien.</w:t></w:r></w:p></w:customXml>"
    strange = f"<w:altBlok>{odd.replace('customXml', 'onbekend')}</w:altBlok>"

    def edit(file: Bestand) -> None:
        _place(file).addnext(element("x", strange)[0])

    assert "Wel te zien." in said(tmp_path, edited(None), edited(edit))


def test_a_run_in_a_paragraph_of_its_own_is_no_part() -> None:
    """The judge of these tests sees a difference when there is one."""
    file = Bestand(BASE)
    _place(file).append(run(" Een zin van de redactie."))
    assert voeg_samen(BASE, file.klaar(), BASE).wijzigingen
