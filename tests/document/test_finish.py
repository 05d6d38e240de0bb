"""The finished Word file is valid, complete, in Dutch, and the same for the same plan."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from pipeline.document.finish import MAX_EIGENSCHAP
from pipeline.errors import SjabloonFout
from pipeline.model import Gemeente
from tests.conftest import PLANNEN
from tests.document.beeld import schrijf
from tests.document.voorbeeld import (
    DOCUMENT,
    SJABLOON,
    afbeelding,
    ander_pakket,
    bewaar,
    deel,
    kernaanpak,
    maak,
    plan,
)
from tests.getrouw.gelezen import lees_document
from tests.getrouw.stijlen import W, vind, waarde

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def gebreken(docx: Path) -> list[str]:
    """Return what the Office schemas and their rules have against a Word file."""
    return [str(fout) for fout in OpenXmlValidator().validate(docx).errors]


@pytest.fixture(params=PLANNEN)
def docx(request: pytest.FixtureRequest, gemaakte_plannen: dict[str, Path]) -> Path:
    return gemaakte_plannen[request.param] / f"wijkplan-{request.param}.docx"


# Valid by the schemas of Office


def test_both_plans_are_valid(docx: Path) -> None:
    assert gebreken(docx) == []


def test_the_template_is_valid() -> None:
    assert gebreken(SJABLOON) == []


GEBREKEN: dict[str, tuple[str, Callable[[str], str]]] = {
    "onbekend element": (DOCUMENT, lambda xml: xml.replace("<w:p>", "<w:onbekend/><w:p>", 1)),
    "lege cel": (
        DOCUMENT,
        lambda xml: re.sub(r"(<w:tc>(<w:tcPr>.*?</w:tcPr>)?).*?</w:tc>", r"\1</w:tc>", xml),
    ),
    "onbekende stijl": (DOCUMENT, lambda xml: xml.replace('w:val="BodyText"', 'w:val="BestaatNiet"', 1)),
    "run in een run": (DOCUMENT, lambda xml: xml.replace("<w:r>", "<w:r><w:r/>", 1)),
    "dubbele bladwijzer": (
        DOCUMENT,
        lambda xml: xml.replace('kmarkStart w:id="2"', 'kmarkStart w:id="1"', 1),
    ),
    "deel zonder soort": (
        "[Content_Types].xml",
        lambda xml: re.sub(r'<Override PartName="/word/numbering.xml"[^>]*/>', "", xml),
    ),
}


@pytest.mark.parametrize("gebrek", GEBREKEN)
def test_the_check_of_validity_sees_a_planted_defect(
    gebrek: str, gemaakte_plannen: dict[str, Path], tmp_path: Path
) -> None:
    naam, wijziging = GEBREKEN[gebrek]
    goed = gemaakte_plannen["vbl"] / "wijkplan-vbl.docx"
    assert gebreken(ander_pakket(goed, tmp_path / "kapot.docx", wijziging, naam))


def test_a_plan_with_everything_in_it_is_valid(tmp_path: Path) -> None:
    beelden = [
        afbeelding(schrijf(tmp_path / "a.png"), "Kernaanpak", 1),
        afbeelding(schrijf(tmp_path / "B.JPG"), "Bijlage", 6),
    ]
    kernaanpakken = tuple(kernaanpak(nummer, opgroeien=True) for nummer in range(1, 7))
    gevraagd = plan(
        kernaanpakken=kernaanpakken, afbeeldingen=tuple(beelden), wijkprofiel="https://x.nl/a?b=1&c=2"
    )
    assert gebreken(bewaar(gevraagd, tmp_path / "x.docx")) == []


def test_a_plan_with_next_to_nothing_in_it_is_valid(tmp_path: Path) -> None:
    kaal = kernaanpak(1, inhoud=(), samenhang=(), aanpak=(), clusters=(), factoren=())
    gevraagd = plan(kernaanpakken=(kaal,), samenvatting=(), themas=(), organisaties=())
    assert gebreken(bewaar(gevraagd, tmp_path / "x.docx")) == []


# Opens without a question, and is read as Dutch


def test_word_asks_nothing_at_opening(docx: Path) -> None:
    with zipfile.ZipFile(docx) as pakket:
        delen = pakket.namelist()
        instellingen = pakket.read("word/settings.xml").decode()
    assert "updateFields" not in instellingen
    assert not [naam for naam in delen if "stylesWithEffects" in naam or "vbaProject" in naam]


def test_the_language_of_the_document_is_dutch(docx: Path) -> None:
    stijlen = deel(docx, "word/styles.xml")
    taal = vind(stijlen, "docDefaults/rPrDefault/rPr/lang")
    assert waarde(taal) == "nl-NL"
    with zipfile.ZipFile(docx) as pakket:
        talen = set(
            re.findall(rb'<w:lang w:val="([^"]+)"', b"".join(pakket.read(n) for n in pakket.namelist()))
        )
    assert talen == {b"nl-NL"}


def test_every_table_has_a_marked_header_row_and_whole_rows(docx: Path) -> None:
    tabellen = list(deel(docx).iter(W + "tbl"))
    assert len(tabellen) > 5
    for tabel in tabellen:
        rijen = list(tabel.iter(W + "tr"))
        assert vind(rijen[0], "trPr/tblHeader") is not None
        assert all(vind(rij, "trPr/cantSplit") is not None for rij in rijen)
        assert not list(tabel.iter(W + "vMerge"))


def test_nothing_has_a_form_beside_its_style(docx: Path) -> None:
    """Bold, colour, size and alignment come from styles; only a link keeps the bold of its words."""
    for run in deel(docx).iter(W + "rPr"):
        namen = {str(eigenschap.tag).removeprefix(W) for eigenschap in run}
        assert namen <= {"rStyle", "b", "i"}
    for alinea in deel(docx).iter(W + "pPr"):
        namen = {str(eigenschap.tag).removeprefix(W) for eigenschap in alinea}
        assert namen <= {"pStyle", "numPr", "keepNext", "sectPr"}


# Properties


def test_the_properties_name_the_plan_and_the_gemeente(docx: Path) -> None:
    eigenschappen = Document(str(docx)).core_properties
    naam = {"nieuwland": "Nieuwland - Calveen", "vbl": "Vermeer, Berg, Leusderkwartier én Bosgebied"}[
        docx.parent.name
    ]
    assert eigenschappen.title == f"Wijkplan Sociaal 2026-2030 {naam}"
    assert eigenschappen.subject.startswith("Wijkplan Sociaal voor ")
    assert (eigenschappen.author, eigenschappen.last_modified_by) == (
        "Gemeente Amersfoort",
        "Gemeente Amersfoort",
    )
    assert eigenschappen.language == "nl-NL"
    assert (eigenschappen.keywords, eigenschappen.comments) == ("", "")


@pytest.mark.parametrize(
    ("datum", "moment"), [(None, (2026, 1, 1)), (datetime.date(2026, 11, 21), (2026, 11, 21))]
)
def test_the_dates_in_the_properties_are_those_of_the_plan(
    datum: datetime.date | None, moment: tuple[int, int, int]
) -> None:
    eigenschappen = maak(plan(datum=datum)).document.core_properties
    assert eigenschappen.created == eigenschappen.modified
    assert eigenschappen.created is not None
    assert eigenschappen.created.timetuple()[:3] == moment


def test_properties_longer_than_word_allows_are_cut_off() -> None:
    lang = "Vermeer, Berg " * 1000
    gevraagd = plan(naam=lang, wijken=(lang,), gemeente=Gemeente(lang, ()))
    eigenschappen = maak(gevraagd).document.core_properties
    for tekst in (eigenschappen.title, eigenschappen.subject, eigenschappen.author):
        assert len(tekst) == MAX_EIGENSCHAP
    assert eigenschappen.author == lang[:MAX_EIGENSCHAP]


# Pictures


def test_every_picture_has_an_id_of_its_own(tmp_path: Path) -> None:
    zelfde = schrijf(tmp_path / "a.png")
    beelden = (afbeelding(zelfde), afbeelding(zelfde), afbeelding(zelfde, "Kernaanpak", 1))
    # The cover's picture stands in a header, with an id that the loops of docxtpl give too.
    sjabloon = ander_pakket(
        SJABLOON,
        tmp_path / "s.docx",
        lambda xml: re.sub(r'(<wp:docPr [^>]*?)\bid="\d+"', r'\1id="1001"', xml),
        "word/header1.xml",
    )
    docx = bewaar(plan(afbeeldingen=beelden), tmp_path / "x.docx", sjabloon)
    with zipfile.ZipFile(docx) as pakket:
        xml = b"".join(pakket.read(naam) for naam in pakket.namelist() if naam.endswith(".xml"))
    nummers = re.findall(rb'<wp:docPr [^>]*?id="(\d+)"', xml)
    assert len(nummers) == 6
    assert len(set(nummers)) == 6


# The same plan, the same bytes; and the pages


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path) -> None:
    gevraagd = plan(afbeeldingen=(afbeelding(schrijf(tmp_path / "a.png")),))
    assert maak(gevraagd).als_bytes() == maak(gevraagd).als_bytes()
    assert maak(gevraagd).als_bytes() != maak(plan()).als_bytes()


def test_the_file_may_be_written_more_than_once() -> None:
    word = maak(plan())
    assert word.als_bytes() == word.als_bytes()


def test_pages_are_found_by_the_headings_of_the_pdf() -> None:
    word = maak(plan())
    gevonden = [(kop.volledig.replace(" ", "  "), nummer) for nummer, kop in enumerate(word.koppen, start=1)]
    paginas = word.paginas([(titel.replace("  ", " "), pagina) for titel, pagina in gevonden])
    assert paginas["_Toc00000003"] == 3
    bijlage = next(nummer for nummer, kop in enumerate(word.koppen, 1) if kop.label == "Bijlage 1:")
    assert paginas["bijlage_1"] == bijlage


@pytest.mark.parametrize("plek", [0, 5, -1])
def test_a_pdf_with_other_headings_is_reported_with_the_first_that_differs(plek: int) -> None:
    word = maak(plan())
    gevonden = [(kop.volledig, 1) for kop in word.koppen]
    gevonden[plek] = ("Iets anders", 1)
    titel = re.escape(word.koppen[plek].volledig)
    with pytest.raises(SjabloonFout, match=f"in Word staat '{titel}', in de PDF 'Iets anders'"):
        word.paginas(gevonden)
    with pytest.raises(SjabloonFout, match=r"in de PDF '\(niets\)'"):
        word.paginas([(kop.volledig, 1) for kop in word.koppen[:-1]])


def test_every_reference_has_its_bookmark(docx: Path) -> None:
    document = lees_document(docx)
    assert len(document.doelen) > 30
    assert set(document.doelen) <= set(document.bladwijzers)
