"""The contents table lists the headings with links and pages, also before any program renews it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.document.contents import zet_paginas
from pipeline.document.ooxml import parse
from pipeline.errors import SjabloonFout
from tests.document.voorbeeld import LASTIG, SJABLOON, ander_pakket, deel, kernaanpak, maak, plan
from tests.getrouw.gelezen import Document, lees_document
from tests.getrouw.stijlen import Element, W, waarde


def document(map_werk: Path, paginas: dict[str, int] | None = None, **anders: object) -> Document:
    word = maak(plan(**anders))
    word.zet_paginas(paginas or {})
    (map_werk / "x.docx").write_bytes(word.als_bytes())
    return lees_document(map_werk / "x.docx")


def tekst(element: Element) -> str:
    return "".join(str(t.text) for t in element.iter(W + "t"))


def velden(body: Element) -> list[str]:
    """Return the instructions of all fields; each must have a begin, a separator and an end."""
    uit: list[str] = []
    stand: list[str] = []
    for element in body.iter(W + "fldChar", W + "instrText"):
        soort = waarde(element, "fldCharType")
        if soort == "begin":
            stand.append("")
        elif soort == "end":
            assert stand.pop() == "af"
        elif soort == "separate":
            uit.append(stand[-1].strip())
            stand[-1] = "af"
        else:
            stand[-1] += element.text or ""
    assert not stand
    return uit


def test_it_lists_the_headings_of_its_levels_in_their_order(tmp_path: Path) -> None:
    regels = [(regel.niveau, regel.tekst) for regel in document(tmp_path).inhoudsopgave]
    assert regels == [
        (1, "Samenwerken aan impact"),
        (1, "Wijkgegevens Oost"),
        (1, "1 Doel en werkwijze"),
        (2, "1.1 Inleiding"),
        (2, "1.2 Impactgedreven werken"),
        (1, "2 Wijkspecifiek Oost (O)"),
        (1, "3 De kernaanpakken"),
        (2, "Kernaanpak 1: Titel 1"),
        (2, "Kernaanpak 2: Titel 2"),
        (1, "4 Processtappen en uitgangspunten"),
        (1, "5 Meten, leren en verbeteren"),
        (1, "Bijlage 1: Kernaanpak Titel 1"),
        (1, "Bijlage 2: Kernaanpak Titel 2"),
        (1, "Bijlage 3: Betrokken organisaties bij totstandkoming wijkplan"),
    ]


@pytest.mark.parametrize("aantal", [1, 6])
def test_it_follows_the_number_of_kernaanpakken(aantal: int, tmp_path: Path) -> None:
    kernaanpakken = tuple(kernaanpak(nummer) for nummer in range(1, aantal + 1))
    regels = [regel.tekst for regel in document(tmp_path, kernaanpakken=kernaanpakken).inhoudsopgave]
    assert sum(regel.startswith("Kernaanpak") for regel in regels) == aantal
    assert regels[-1].startswith(f"Bijlage {aantal + 1}: Betrokken")


@pytest.mark.parametrize("titel", LASTIG)
def test_a_title_stands_in_it_as_it_was_typed(titel: str, tmp_path: Path) -> None:
    regels = [r.tekst for r in document(tmp_path, kernaanpakken=(kernaanpak(1, titel=titel),)).inhoudsopgave]
    assert f"Kernaanpak 1: {titel}" in regels


def test_each_line_is_a_link_to_its_heading(tmp_path: Path) -> None:
    gelezen = document(tmp_path)
    for regel in gelezen.inhoudsopgave:
        assert gelezen.bladwijzers[regel.bladwijzer] == regel.tekst


def test_known_pages_are_filled_in_and_others_get_a_dash(tmp_path: Path) -> None:
    gelezen = document(tmp_path, {"_Toc00000001": 2, "bijlage_1": 14})
    assert [regel.bladzijde for regel in gelezen.inhoudsopgave] == ["2", *["–"] * 13]
    zin = next(i.tekst for i in gelezen.items if i.tekst.startswith("In de bijlagen vanaf pagina"))
    assert zin.startswith("In de bijlagen vanaf pagina 14 ")


def test_pages_may_be_filled_in_once_more() -> None:
    word = maak(plan())
    word.zet_paginas({"bijlage_1": 14})
    eerst = word.als_bytes()
    word.zet_paginas({"bijlage_1": 9})
    word.zet_paginas({"bijlage_1": 14})
    assert word.als_bytes() == eerst


def test_it_is_one_field_with_a_field_for_each_page() -> None:
    gezien = velden(maak(plan()).document.element.body)
    assert gezien.count('TOC \\o "1-2" \\h \\z') == 1
    assert sum(veld.startswith("PAGEREF _Toc") for veld in gezien) == 14


def test_the_text_of_the_template_between_is_gone() -> None:
    assert "wordt bij het maken gevuld" in tekst(deel(SJABLOON))
    assert "wordt bij het maken gevuld" not in tekst(maak(plan()).document.element.body)


# Fields that the pipeline did not make


def test_a_page_field_without_a_result_leaves_the_text_after_it_alone() -> None:
    body = parse(
        '<w:body><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> PAGEREF hier </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        "<w:p><w:r><w:t>tekst</w:t></w:r></w:p></w:body>"
    )
    zet_paginas(body, {"hier": 3})
    assert tekst(body) == "tekst"


def test_a_contents_table_as_word_makes_it_is_filled_just_the_same(tmp_path: Path) -> None:
    """Word puts it in a content control, with the levels that a person chose."""

    def zoals_word(xml: str) -> str:
        begin = xml.rindex("<w:p>", 0, xml.index(" TOC "))
        eind = xml.index("</w:p>", xml.index('fldCharType="end"', begin)) + len("</w:p>")
        veld = xml[begin:eind].replace('"1-2"', '"1-3"')
        soort = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        doos = f"<w:sdt><w:sdtPr>{soort}</w:sdtPr><w:sdtContent>{veld}</w:sdtContent></w:sdt>"
        return xml[:begin] + doos + xml[eind:]

    word = maak(plan(), ander_pakket(SJABLOON, tmp_path / "s.docx", zoals_word))
    (tmp_path / "x.docx").write_bytes(word.als_bytes())
    regels = [regel.tekst for regel in lees_document(tmp_path / "x.docx").inhoudsopgave]
    assert "1.1 Inleiding" in regels
    assert "Wijkgerichte aanpak" in regels
    (doos,) = word.document.element.body.iter(W + "sdtContent")
    assert len(doos) == len(regels)


def _zonder(xml: str) -> str:
    return xml.replace(" TOC ", " SEQ ")


def _zonder_niveaus(xml: str) -> str:
    return xml.replace(' TOC \\o "1-2"', " TOC \\u")


def _zonder_eind(xml: str) -> str:
    return re.sub(r'<w:r>(<w:rPr>.*?</w:rPr>)?<w:fldChar w:fldCharType="end"/></w:r>', "", xml)


@pytest.mark.parametrize(
    ("wijziging", "melding"),
    [
        (_zonder, "Het sjabloon heeft geen inhoudsopgave"),
        (_zonder_niveaus, r"De inhoudsopgave van het sjabloon heeft geen niveaus: TOC \\u"),
        (_zonder_eind, "De inhoudsopgave van het sjabloon is niet afgesloten"),
    ],
)
def test_a_template_without_a_sound_contents_table_is_refused(
    wijziging: Callable[[str], str], melding: str, tmp_path: Path
) -> None:
    sjabloon = ander_pakket(SJABLOON, tmp_path / "s.docx", wijziging)
    with pytest.raises(SjabloonFout, match=melding):
        maak(plan(), sjabloon)
