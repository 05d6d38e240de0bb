"""Headings get the labels that Word counts, and every list of a plan begins at its beginning."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.document.numbering import Labels
from pipeline.document.styles import Stijlen
from pipeline.errors import SjabloonFout
from tests.document.voorbeeld import SJABLOON, ander_pakket, blok, deel, kernaanpak, lees, maak, plan
from tests.getrouw.gelezen import Document, lees_document
from tests.getrouw.items import GENUMMERD, LETTERS, OPSOMMING
from tests.getrouw.stijlen import W, vind, waarde

SCHEMA = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr")


def lijsten(document: Document, *vormen: str) -> list[list[str]]:
    """Return the numbers of the lists of the plan itself, whose items all read 'x'."""
    uit: list[list[str]] = []
    vorige = ""
    for item in document.items:
        eigen = item.vorm in vormen and item.tekst.endswith(" x")
        if eigen:
            if item.vorm != vorige:
                uit.append([])
            uit[-1].append(item.tekst.removesuffix(" x"))
        vorige = item.vorm if eigen else ""
    return uit


def test_every_list_begins_at_one_or_at_a(tmp_path: Path) -> None:
    genummerd, letter, tussen = blok("x", "genummerd"), blok("x", "letters"), blok("tussen")
    gevraagd = plan(
        samenvatting=(genummerd, genummerd, tussen, genummerd, letter, letter, genummerd),
        kernaanpakken=(kernaanpak(1, inhoud=(letter, genummerd, genummerd, genummerd)),),
    )
    assert lijsten(lees(gevraagd, tmp_path), GENUMMERD, LETTERS) == [
        ["1.", "2."],
        ["1."],
        ["A.", "B."],
        ["1."],
        ["A."],
        ["1.", "2.", "3."],
    ]


def test_a_numbered_list_at_the_end_of_a_part_does_not_run_on_in_the_next(tmp_path: Path) -> None:
    genummerd = (blok("x", "genummerd"),)
    kernaanpakken = (kernaanpak(1, samenhang=genummerd, aanpak=genummerd), kernaanpak(2, inhoud=genummerd))
    gezien = lijsten(lees(plan(kernaanpakken=kernaanpakken), tmp_path), GENUMMERD)
    assert gezien == [["1."], ["1."], ["1."]]


def test_a_bulleted_list_has_no_number_of_its_own(tmp_path: Path) -> None:
    document = lees(plan(samenvatting=(blok("punt", "opsomming"), blok("punt", "opsomming"))), tmp_path)
    assert [item.tekst for item in document.items if item.tekst == "punt"] == ["punt", "punt"]
    assert {item.vorm for item in document.items if item.tekst == "punt"} == {OPSOMMING}


def test_a_lettered_list_goes_on_after_z(tmp_path: Path) -> None:
    (lijst,) = lijsten(lees(plan(samenvatting=(blok("x", "letters"),) * 28), tmp_path), LETTERS)
    assert lijst[0] == "A."
    assert lijst[25:] == ["Z.", "AA.", "BB."]


def test_the_number_of_a_list_stands_where_the_schema_wants_it(tmp_path: Path) -> None:
    def houd_bijeen(xml: str) -> str:
        return xml.replace('<w:pStyle w:val="ListNumber"/>', '<w:pStyle w:val="ListNumber"/><w:keepNext/>')

    sjabloon = ander_pakket(SJABLOON, tmp_path / "sjabloon.docx", houd_bijeen)
    body = maak(plan(), sjabloon).document.element.body
    genummerd = [
        [deel.tag.removeprefix(W) for deel in eigenschappen]
        for eigenschappen in body.iter(W + "pPr")
        if vind(eigenschappen, "numPr") is not None
    ]
    assert ["pStyle", "keepNext", "numPr"] in genummerd
    for delen in genummerd:
        assert [d for d in SCHEMA if d in delen] == [d for d in delen if d in SCHEMA]


def test_no_number_is_used_by_two_lists() -> None:
    word = maak(plan(samenvatting=(blok("x", "genummerd"), blok("y"), blok("x", "genummerd"))))
    nummers = [waarde(num, "numId") for num in word.document.part.numbering_part.element.iter(W + "num")]
    assert len(nummers) == len(set(nummers))


@pytest.mark.parametrize("stijl", ["List Number", "Lijst letters"])
def test_a_list_style_without_numbering_is_a_fault_of_the_template(stijl: str, tmp_path: Path) -> None:
    def haal_weg(xml: str) -> str:
        begin = xml.index(f'<w:name w:val="{stijl}"/>')
        plek = xml.index("<w:numPr>", begin)
        eind = xml.index("</w:numPr>", plek) + len("</w:numPr>")
        assert eind < xml.index("</w:style>", begin)
        return xml[:plek] + xml[eind:]

    sjabloon = ander_pakket(SJABLOON, tmp_path / "s.docx", haal_weg, "word/styles.xml")
    with pytest.raises(SjabloonFout, match=f"De stijl {stijl} van het sjabloon heeft geen nummering"):
        maak(plan(), sjabloon)


@pytest.mark.parametrize("plan_naam", ["nieuwland", "vbl"])
def test_the_labels_are_those_that_word_counts(plan_naam: str, gemaakte_plannen: dict[str, Path]) -> None:
    """Two counts that know nothing of each other: the pipeline's and that of the test of faithfulness."""
    docx = gemaakte_plannen[plan_naam] / f"wijkplan-{plan_naam}.docx"
    labels = Labels(deel(docx, "word/numbering.xml"), Stijlen(deel(docx, "word/styles.xml")))
    geteld = [labels.label(alinea) for alinea in deel(docx).iter(W + "p")]
    koppen = [kop.tekst for kop in lees_document(docx).koppen]
    eigen = [label for label in geteld if label[:1].isdigit() or label.startswith(("Kernaanpak", "Bijlage"))]
    assert len(eigen) > 12
    rest = iter(koppen)
    assert all(any(kop.startswith(f"{label} ") for kop in rest) for label in eigen if not label.endswith("."))
