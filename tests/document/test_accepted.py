"""The accepted view: what Word itself would show after 'accept all', for every kind of tracked change."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from pipeline.document import ooxml
from pipeline.document.accepted import aanvaard, aanvaard_deel, opmerkingen, wijzigingen
from tests.accessibility.bederf import element
from tests.document.voorbeeld import bewaar, plan

WIE = 'w:id="1" w:author="Sanne" w:date="2026-01-01T00:00:00Z"'
SECTIE = "<w:sectPr/>"


def r(tekst: str, *, weg: bool = False) -> str:
    naam = "delText" if weg else "t"
    return f'<w:r><w:{naam} xml:space="preserve">{tekst}</w:{naam}></w:r>'


def bij(inhoud: str) -> str:
    return f"<w:ins {WIE}>{inhoud}</w:ins>"


def af(tekst: str) -> str:
    return f"<w:del {WIE}>{r(tekst, weg=True)}</w:del>"


def p(inhoud: str, *, einde: str = "", stijl: str = "") -> str:
    """Return a paragraph; `einde` is what happened to the mark at its end."""
    merk = f"<w:rPr><w:{einde} {WIE}/></w:rPr>" if einde else ""
    eigen = f'<w:pStyle w:val="{stijl}"/>' if stijl else ""
    return f"<w:p><w:pPr>{eigen}{merk}</w:pPr>{inhoud}</w:p>"


def rij(*cellen: str, merk: str = "") -> str:
    eigenschappen = f"<w:trPr><w:{merk} {WIE}/></w:trPr>" if merk else ""
    return f"<w:tr>{eigenschappen}{''.join(cellen)}</w:tr>"


def cel(inhoud: str, merk: str = "") -> str:
    eigenschappen = f"<w:tcPr>{merk}</w:tcPr>" if merk else ""
    return f"<w:tc>{eigenschappen}{inhoud}</w:tc>"


def tabel(*rijen: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rijen)}</w:tbl>"


GEVALLEN: list[tuple[str, str, list[str]]] = [
    ("ingevoegd", p(r("a ") + bij(r("b ")) + r("c")), ["a b c"]),
    ("verwijderd", p(r("a ") + af("b ") + r("c")), ["a c"]),
    ("verwijderd in ingevoegd", p(bij(r("a") + af("b")) + r("c")), ["ac"]),
    ("vervangen", p(af("oud") + bij(r("nieuw"))), ["nieuw"]),
    ("hele alinea weg", p(af("weg"), einde="del") + p(r("blijft")), ["blijft"]),
    ("einde van alinea weg", p(r("een "), einde="del") + p(r("twee")), ["een twee"]),
    ("drie alinea's samen", p(r("1"), einde="del") + p(r("2"), einde="del") + p(r("3")), ["123"]),
    ("alinea ingevoegd", p(bij(r("nieuw")), einde="ins") + p(r("oud")), ["nieuw", "oud"]),
    ("alinea gesplitst", p(r("een"), einde="ins") + p(r("twee")), ["een", "twee"]),
    (
        "verplaatst",
        f'<w:p><w:moveFromRangeStart {WIE} w:name="m"/><w:moveFrom {WIE}>{r("x")}</w:moveFrom>'
        f'<w:moveFromRangeEnd w:id="1"/>{r("a")}</w:p>'
        f'<w:p>{r("b")}<w:moveToRangeStart {WIE} w:name="m"/><w:moveTo {WIE}>{r("x")}</w:moveTo>'
        '<w:moveToRangeEnd w:id="1"/></w:p>',
        ["a", "bx"],
    ),
    (
        "hele alinea verplaatst",
        p(f"<w:moveFrom {WIE}>{r('x')}</w:moveFrom>", einde="moveFrom")
        + p(r("a"))
        + p(f"<w:moveTo {WIE}>{r('x')}</w:moveTo>", einde="moveTo"),
        ["a", "x"],
    ),
    ("rij weg", tabel(rij(cel(p(af("a"))), merk="del"), rij(cel(p(r("b"))))) + p(""), ["b", ""]),
    ("rij erbij", tabel(rij(cel(p(bij(r("a")))), merk="ins"), rij(cel(p(r("b"))))) + p(""), ["a", "b", ""]),
    ("tabel weg", p(r("v")) + tabel(rij(cel(p(af("a"))), merk="del")) + p(r("n")), ["v", "n"]),
    (
        "cel weg",
        tabel(rij(cel(p(r("a")), f"<w:cellDel {WIE}/>"), cel(p(r("b"))))) + p(""),
        ["b", ""],
    ),
    ("cel erbij", tabel(rij(cel(p(r("a")), f"<w:cellIns {WIE}/>"), cel(p(r("b"))))) + p(""), ["a", "b", ""]),
    ("laatste alinea van een cel leeg", tabel(rij(cel(p(af("a"), einde="del")))) + p(""), ["", ""]),
    (
        "lege alinea voor een tabel",
        p(r("v")) + p(af("a"), einde="del") + tabel(rij(cel(p(r("b"))))) + p(""),
        ["v", "b", ""],
    ),
    (
        "lege alinea tussen twee tabellen",
        tabel(rij(cel(p(r("a"))))) + p(af("x"), einde="del") + tabel(rij(cel(p(r("b"))))) + p(""),
        ["a", "", "b", ""],
    ),
    (
        "link waarvan de tekst weg is",
        p(f'<w:hyperlink w:anchor="x">{af("weg")}</w:hyperlink>' + r("a")),
        ["a"],
    ),
    (
        "in een link vervangen",
        p(f'<w:hyperlink w:anchor="x">{af("oud")}{bij(r("nieuw"))}</w:hyperlink>'),
        ["nieuw"],
    ),
    (
        "over de rand van een inhoudsbesturingselement",
        f"<w:sdt><w:sdtContent>{p(r('in '), einde='del')}</w:sdtContent></w:sdt>{p(r('uit'))}",
        ["in uit"],
    ),
    (
        "opmerking",
        p(
            '<w:commentRangeStart w:id="0"/>' + r("a") + '<w:commentRangeEnd w:id="0"/>'
            '<w:r><w:commentReference w:id="0"/></w:r>'
        ),
        ["a"],
    ),
    (
        "opmaak",
        f'<w:p><w:pPr><w:jc w:val="left"/><w:pPrChange {WIE}><w:pPr/></w:pPrChange></w:pPr>'
        f"<w:r><w:rPr><w:b/><w:rPrChange {WIE}><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r></w:p>",
        ["a"],
    ),
    (
        "opmaak van tabel, rij, cel en sectie",
        f"<w:tbl><w:tblPr><w:tblPrChange {WIE}><w:tblPr/></w:tblPrChange></w:tblPr><w:tblGrid>"
        '<w:tblGridChange w:id="1"><w:tblGrid/></w:tblGridChange></w:tblGrid>'
        f"<w:tr><w:trPr><w:trPrChange {WIE}><w:trPr/></w:trPrChange></w:trPr>"
        f"<w:tc><w:tcPr><w:tcPrChange {WIE}><w:tcPr/></w:tcPrChange></w:tcPr>{p(r('a'))}</w:tc>"
        "</w:tr></w:tbl>"
        f"<w:p><w:pPr><w:sectPr><w:sectPrChange {WIE}><w:sectPr/></w:sectPrChange></w:sectPr></w:pPr></w:p>",
        ["a", ""],
    ),
    (
        "nummering erbij",
        f"<w:p><w:pPr><w:numPr><w:numId w:val='1'/><w:ins {WIE}/></w:numPr></w:pPr>{r('a')}</w:p>",
        ["a"],
    ),
]
"""What happened, the XML that Word writes for it, and the text of the paragraphs that are left."""


@pytest.mark.parametrize(("xml", "verwacht"), [g[1:] for g in GEVALLEN], ids=[g[0] for g in GEVALLEN])
def test_what_is_left_is_what_a_person_sees_after_accepting(xml: str, verwacht: list[str]) -> None:
    body = element(f"<w:body>{xml}{SECTIE}</w:body>")
    assert wijzigingen(body) or opmerkingen(body)
    aanvaard_deel(body)
    assert [ooxml.text(alinea) for alinea in body.iter(qn("w:p"))] == verwacht
    assert wijzigingen(body) == []
    assert opmerkingen(body) == []
    # What a schema asks: a cell ends with a paragraph, and the body with its section.
    assert all(rest[-1].tag == qn("w:p") for rest in body.iter(qn("w:tc")))
    assert body[-1].tag == qn("w:sectPr")


def test_joined_paragraphs_look_like_the_last_as_in_word() -> None:
    body = element(f"<w:body>{p(r('Kop'), einde='del', stijl='Kop')}{p(r(' tekst'), stijl='Tekst')}</w:body>")
    aanvaard_deel(body)
    (alinea,) = body
    assert (ooxml.text(alinea), ooxml.style_id(alinea)) == ("Kop tekst", "Tekst")


def test_new_formatting_stays() -> None:
    body = element(
        f"<w:body><w:p><w:r><w:rPr><w:b/><w:rPrChange {WIE}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>"
        "<w:t>a</w:t></w:r></w:p></w:body>"
    )
    aanvaard_deel(body)
    assert [len(list(body.iter(qn(naam)))) for naam in ("w:b", "w:i")] == [1, 0]


def test_cells_that_were_joined_stay_joined() -> None:
    merk = f'<w:cellMerge {WIE} w:vMerge="cont"/>'
    body = element(f"<w:body>{tabel(rij(cel(p(''), merk)))}<w:p/></w:body>")
    aanvaard_deel(body)
    assert [ooxml.get(vmerge) for vmerge in body.iter(qn("w:vMerge"))] == ["continue"]


def test_comments_leave_no_part_behind(tmp_path: Path) -> None:
    document = docx.Document(str(bewaar(plan(), tmp_path / "x.docx")))
    document.add_comment(document.paragraphs[6].runs, "Klopt dit?", author="Sanne")
    assert opmerkingen(document.element.body)
    aanvaard(document)
    document.save(str(tmp_path / "y.docx"))
    assert not [
        d.partname
        for d in docx.Document(str(tmp_path / "y.docx")).part.package.iter_parts()
        if "comment" in d.partname
    ]


def test_a_file_without_changes_stays_as_it_is(tmp_path: Path) -> None:
    document = docx.Document(str(bewaar(plan(), tmp_path / "x.docx")))
    voor = document.element.xml
    aanvaard(document)
    assert document.element.xml == voor
