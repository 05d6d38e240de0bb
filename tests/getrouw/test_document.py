"""The Word file by itself: its contents table, references, lists and paragraphs are sound."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from pipeline.pdf.outline import koppen_met_pagina
from tests.getrouw.gelezen import Document, lees_xml
from tests.getrouw.items import FASE, GENUMMERD, LEGE_ALINEA, LETTERS
from tests.getrouw.ruw import lees
from tests.getrouw.secties import Rand, lees_secties
from tests.getrouw.stijlen import W


def test_the_contents_table_is_the_headings_of_its_levels(document: Document) -> None:
    koppen = [(kop.inhoudsniveau, kop.tekst) for kop in document.koppen if kop.inhoudsniveau]
    assert [(regel.niveau, regel.tekst) for regel in document.inhoudsopgave] == koppen
    assert len(koppen) == 16


def test_every_line_of_the_contents_table_leads_to_its_heading(document: Document) -> None:
    doelen = [document.bladwijzers.get(regel.bladwijzer) for regel in document.inhoudsopgave]
    assert doelen == [regel.tekst for regel in document.inhoudsopgave]


def test_the_page_numbers_are_those_of_the_pdf(docx: Path, document: Document) -> None:
    bladzijden = dict(koppen_met_pagina(docx.with_suffix(".pdf")))
    assert [(regel.tekst, regel.bladzijde) for regel in document.inhoudsopgave] == [
        (regel.tekst, str(bladzijden[regel.tekst])) for regel in document.inhoudsopgave
    ]


def test_every_link_and_page_reference_has_its_bookmark(document: Document) -> None:
    assert len(document.doelen) > 30
    assert not set(document.doelen) - set(document.bladwijzers)


def test_the_headings_are_numbered_through(document: Document) -> None:
    labels = [kop.tekst for kop in document.koppen if kop.inhoudsniveau]
    for patroon in (r"(\d) ", r"1\.(\d) ", r"Kernaanpak (\d): ", r"Bijlage (\d): "):
        nummers = [int(match[1]) for label in labels if (match := re.match(patroon, label))]
        assert nummers == list(range(1, len(nummers) + 1))
        assert len(nummers) > 1


def test_no_heading_level_is_skipped(document: Document) -> None:
    niveaus = [item.niveau for item in document.items if item.vorm == "kop"]
    assert all(volgend <= vorig + 1 for vorig, volgend in zip([0, *niveaus], niveaus, strict=False))


def test_every_list_begins_anew(document: Document) -> None:
    lijsten: list[list[str]] = []
    vorige = None
    for item in document.items:
        if item.vorm in {GENUMMERD, LETTERS}:
            if item.vorm != vorige:
                lijsten.append([])
            lijsten[-1].append(item.tekst.split(".")[0])
        vorige = item.vorm
    assert len(lijsten) >= 3
    for lijst in lijsten:
        eerste = ord("A") if lijst[0].isalpha() else 1
        nummers = [ord(nummer) if nummer.isalpha() else int(nummer) for nummer in lijst]
        assert nummers == list(range(eerste, eerste + len(lijst)))


def test_the_fases_run_on_over_their_two_groups(document: Document) -> None:
    fasen = [item.tekst.split(":")[0] for item in document.items if item.vorm == FASE]
    assert fasen == [f"Fase {nummer}" for nummer in range(1, 9)]


def test_there_are_no_empty_paragraphs_but_for_the_ends_of_sections(document: Document) -> None:
    assert document.sectie_alineas <= 2
    assert not [item.pad for item in document.items if item.vorm == LEGE_ALINEA]


def test_the_cover_has_a_picture_in_its_header_and_no_text_there(docx: Path) -> None:
    omslag = lees_secties(docx)[0]
    assert (omslag.kop.tekst, omslag.kop.afbeeldingen) == ("", 1)
    assert omslag.voet == Rand()


def test_all_other_pages_have_the_name_of_the_plan_and_a_page_number(plan: str, docx: Path) -> None:
    _, *secties = lees_secties(docx)
    json = lees(plan)["plan"]
    assert len(secties) == 3
    for sectie in secties:
        assert sectie.kop.tekst == f"{json['title']} | {json['subtitle']}"
        assert sectie.voet.velden == ("PAGE",)


def test_text_holds_nothing_but_text(docx: Path) -> None:
    with zipfile.ZipFile(docx) as pakket:
        teksten = list(lees_xml(pakket.read("word/document.xml")).iter(W + "t"))
    assert len(teksten) > 400
    assert not [tekst.text for tekst in teksten if len(tekst)]


def test_there_are_no_text_boxes_and_footnotes(docx: Path) -> None:
    with zipfile.ZipFile(docx) as pakket:
        xml = pakket.read("word/document.xml").decode()
    assert "<w:p>" in xml
    assert "txbxContent" not in xml
    assert "footnoteReference" not in xml
