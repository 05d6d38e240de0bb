"""Every planted fault is found by name, and sound files of any producer give nothing."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Pt, RGBColor

from pipeline.accessibility import controleer
from pipeline.accessibility.controleer import controleer_word, kijk_na
from pipeline.accessibility.vragen import GEEN_CRITERIUM, REVISIES, VRAGEN
from pipeline.messages.word import WORD
from pipeline.pdf.soffice import vind_soffice
from tests.accessibility.bederf import FOUTEN, alinea, erbij, link, run
from tests.conftest import PLANNEN
from tests.document.beeld import schrijf
from tests.document.voorbeeld import afbeelding, bewaar, blok, plan

NIET_GEVRAAGD = {
    *("word-onleesbaar", "word-versleuteld", "word-onveilig", "word-te-groot", "word-open", "word-meer"),
    "word-inhoud-paginas",
}
"""The codes of a file that cannot be read, of all questions, or that only making the PDF can give."""


@pytest.fixture(scope="session")
def goed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound plan, with a picture."""
    plek = tmp_path_factory.mktemp("goed")
    gevraagd = plan(afbeeldingen=(afbeelding(schrijf(plek / "beeld.png", 400, 300)),))
    return bewaar(gevraagd, plek / "goed.docx")


def codes(pad: Path) -> set[str]:
    return {bevinding.code for bevinding in controleer_word(pad)}


@pytest.mark.parametrize("naam", PLANNEN)
def test_both_plans_have_nothing_to_mend(naam: str, gemaakte_plannen: dict[str, Path]) -> None:
    nagekeken = kijk_na(gemaakte_plannen[naam] / f"wijkplan-{naam}.docx")
    assert nagekeken.bevindingen == []
    assert len(nagekeken.antwoorden) == len(VRAGEN) + 1


def test_an_invented_plan_has_nothing_to_mend(goed: Path) -> None:
    assert controleer_word(goed) == []


@pytest.mark.parametrize(
    ("code", "wijziging"), [fout[1:] for fout in FOUTEN], ids=[fout[0] for fout in FOUTEN]
)
def test_a_planted_fault_is_found_by_name(
    code: str, wijziging: Callable[[Document], None], goed: Path, tmp_path: Path
) -> None:
    document = docx.Document(str(goed))
    wijziging(document)
    document.save(str(tmp_path / "fout.docx"))
    assert code in codes(tmp_path / "fout.docx")


def test_every_code_has_a_planted_fault() -> None:
    assert {code for _, code, _ in FOUTEN} == WORD.keys() - NIET_GEVRAAGD


def test_every_code_belongs_to_one_question_with_a_criterion() -> None:
    alle = [code for vraag in (*VRAGEN, REVISIES) for code in vraag.codes]
    assert sorted(alle) == sorted(WORD.keys() - NIET_GEVRAAGD)
    assert all(vraag.criterium == GEEN_CRITERIUM or vraag.criterium[0].isdigit() for vraag in VRAGEN)


@pytest.mark.parametrize(
    "stukken",
    [
        [alinea(run("Vet en gewoon. ", "<w:b/>") + run("Met meer."))],
        [alinea(run("Een zin - met een streepje - erin."))],
        [alinea(run("- Zei hij.")), alinea(run("En toen niets meer."))],
        [alinea(run("Groot en rood.", '<w:color w:val="C8102E"/><w:sz w:val="40"/>'))],
        [alinea(run("Wit.", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="12355B"/>'))],
        [alinea(run("weg", '<w:vanish/><w:color w:val="FFFFFE"/>') + run("Gewoon."))],
        [alinea(run("GGD, SRO en ABC werken samen."))],
        [alinea(run("Groter", '<w:color w:val="auto"/>') + run("2", '<w:vertAlign w:val="superscript"/>'))],
        [alinea('<w:r><w:br w:type="page"/></w:r>')],
        [alinea('<w:fldSimple w:instr=" REF bijlage_1 "><w:r><w:t>bijlage 1</w:t></w:r></w:fldSimple>')],
        [alinea(run("It is good.", '<w:lang w:val="en-GB"/>'))],
    ],
)
def test_what_is_in_order_gives_nothing(stukken: list[str], goed: Path, tmp_path: Path) -> None:
    document = docx.Document(str(goed))
    erbij(*stukken)(document)
    document.save(str(tmp_path / "x.docx"))
    assert controleer_word(tmp_path / "x.docx") == []


def test_a_place_is_the_heading_above_it_and_the_begin_of_its_text(goed: Path, tmp_path: Path) -> None:
    document = docx.Document(str(goed))
    erbij(alinea(run("Belangrijk voor iedereen.", '<w:u w:val="single"/>')))(document)
    document.save(str(tmp_path / "x.docx"))
    (bevinding,) = controleer_word(tmp_path / "x.docx")
    assert str(bevinding.plaats) == "x.docx, onder 'Samenwerken aan impact', bij 'Belangrijk voor iedereen.'"


@pytest.mark.parametrize(
    "adres",
    [
        "HTTPS://X.nl/a_(b)",
        "mailto:a@x.nl?cc=b@y.nl",
        "tel:0331234567",
        "tel:(033)123-45",
        "https://café.nl/é",
    ],
)
def test_an_address_that_a_plan_can_have_is_a_good_one(adres: str, goed: Path, tmp_path: Path) -> None:
    document = docx.Document(str(goed))
    link("de gemeente", adres)(document)
    document.save(str(tmp_path / "x.docx"))
    assert "word-link-adres" not in codes(tmp_path / "x.docx")


def test_more_of_one_code_is_told_as_a_number(goed: Path, tmp_path: Path) -> None:
    document = docx.Document(str(goed))
    erbij(*[alinea(run("Belangrijk.", '<w:u w:val="single"/>'))] * 60)(document)
    document.save(str(tmp_path / "x.docx"))
    bevindingen = controleer_word(tmp_path / "x.docx")
    assert [b.code for b in bevindingen].count("word-onderstreept") == controleer.MAX_PER_CODE
    assert [b.staat_er for b in bevindingen if b.code == "word-meer"] == ["35"]


# Other producers


def test_a_plain_file_of_python_docx_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Een plan", 1)
    regel = document.add_paragraph().add_run("Lichte letters.")
    regel.font.color.rgb = RGBColor(0xBB, 0xBB, 0xBB)
    regel.font.size = Pt(12)
    document.add_table(3, 2).cell(0, 0).text = "Kop"
    document.save(str(tmp_path / "x.docx"))
    assert {"word-taal-anders", "word-contrast", "word-tabel-koprij", "word-tabel-lege-rij"} <= codes(
        tmp_path / "x.docx"
    )


def test_a_plan_saved_by_libreoffice_has_nothing_to_mend(goed: Path, tmp_path: Path) -> None:
    bewaard = bewaar_met_libreoffice(goed, tmp_path)
    assert bewaard.read_bytes() != goed.read_bytes()
    assert [b.code for b in controleer_word(bewaard) if b.ernst != "tip"] == []


def test_a_fault_is_found_in_a_file_saved_by_libreoffice(goed: Path, tmp_path: Path) -> None:
    document = docx.Document(str(goed))
    for fout, _, wijziging in FOUTEN:
        if fout in ("geen alternatieve tekst", "onderstreept", "lege alinea's", "geen koprij"):
            wijziging(document)
    document.save(str(tmp_path / "fout.docx"))
    (tmp_path / "uit").mkdir()
    bewaard = bewaar_met_libreoffice(tmp_path / "fout.docx", tmp_path / "uit")
    assert {"word-alt-ontbreekt", "word-onderstreept", "word-lege-alineas", "word-tabel-koprij"} <= codes(
        bewaard
    )


def bewaar_met_libreoffice(pad: Path, uit: Path) -> Path:
    """Open a Word file in LibreOffice and save it as a Word file."""
    programma = vind_soffice()
    assert programma is not None
    profiel = (uit / "profiel").as_uri()
    opdracht = [str(programma), f"-env:UserInstallation={profiel}", "--headless", "--convert-to", "docx"]
    subprocess.run([*opdracht, "--outdir", str(uit), str(pad)], check=True, capture_output=True, timeout=60)
    return uit / pad.name


# What is told of the empty and the small


def test_a_file_with_nothing_in_it_gives_only_what_holds_for_the_file(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Leeg"
    document.save(str(tmp_path / "x.docx"))
    assert codes(tmp_path / "x.docx") == {"word-taal-anders"}


def test_the_plan_of_a_concept_tells_its_open_places(tmp_path: Path) -> None:
    pad = bewaar(plan(samenvatting=(blok("Nog invullen: samenvatting - blad Teksten"),)), tmp_path / "x.docx")
    assert codes(pad) == {"word-open-plek"}
