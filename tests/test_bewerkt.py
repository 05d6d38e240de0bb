"""The PDF of a Word file that people edited: its accepted view, the right pages, and their file untouched."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from pipeline.accessibility.verslag import PAGINA
from pipeline.assemble import maak_plan
from pipeline.bewerkt import controleer_bestand, maak_pdf_van_word
from pipeline.errors import GebruikFout, InGebruikFout, InvoerFout, OmgevingFout
from pipeline.pdf.outline import koppen_met_pagina
from pipeline.pdf.soffice import Omzetfout
from pipeline.project import Project
from pipeline.publish import eigen_map, vingerafdruk
from tests.accessibility.bederf import FOUTEN, alinea, element, erbij, run
from tests.accessibility.test_controleer import bewaar_met_libreoffice
from tests.opdracht import WIJK, klein_project, wijkplan, zonder_libreoffice
from tests.pdf import programma
from tests.pdf.bladzijden import regels

KOP = '<w:p><w:pPr><w:pStyle w:val="Heading{}"/></w:pPr>{}</w:p>'
WIE = 'w:id="901" w:author="Sanne"'
BIJ = f"<w:ins {WIE}>{run('Dit is erbij gekomen.')}</w:ins>"
WEG = f"<w:del {WIE}><w:r><w:delText>Dit is weggehaald.</w:delText></w:r></w:del>"


@pytest.fixture(scope="module")
def ooit_gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small project with its plan made, once for all tests of this module."""
    project = klein_project(tmp_path_factory.mktemp("klein"))
    maak_plan(project, WIJK, lambda _: None)
    return project


@pytest.fixture
def gemaakt(ooit_gemaakt: Project, tmp_path: Path) -> Project:
    shutil.copytree(ooit_gemaakt.map, tmp_path / "gemaakt")
    return Project(tmp_path / "gemaakt")


def word(project: Project) -> Path:
    return project.uitvoer(WIJK) / f"wijkplan-{WIJK}.docx"


def pdf(project: Project) -> Path:
    return word(project).with_suffix(".pdf")


def bewerk(project: Project, *wijzigingen: Callable[[Document], None]) -> None:
    document = docx.Document(str(word(project)))
    for wijziging in wijzigingen:
        wijziging(document)
    document.save(str(word(project)))


def maak(project: Project, *, definitief: bool = False) -> Any:
    resultaat = maak_pdf_van_word(project, WIJK, lambda _: None, definitief=definitief)
    assert resultaat.afgekeurd == []
    return resultaat


def nieuws(resultaat: Any) -> list[str]:
    """Return the codes that were found, but for the open places that the small plan has."""
    return [b.code for b in resultaat.bevindingen if b.code != "word-open-plek"]


def vul_in(document: Document) -> None:
    """Fill in the open places of the small plan."""
    for woorden in document.element.body.iter(qn("w:t")):
        if "Nog invullen" in (woorden.text or ""):
            woorden.text = "Ingevuld."


def tekst(project: Project) -> str:
    return " ".join(" ".join(" ".join(bladzijde) for bladzijde in regels(pdf(project))).split())


def inhoudsopgave(project: Project) -> list[tuple[str, int]]:
    """Return the lines of the contents table as they are printed in the PDF."""
    uit = []
    for bladzijde in regels(pdf(project)):
        if any(regel.strip() == "Inhoudsopgave" for regel in bladzijde):
            for regel in bladzijde:
                match = re.fullmatch(r"(.+?)[ .\u2026]{3,}(\d+)", regel.strip())
                if match:
                    uit.append((match[1].strip(), int(match[2])))
    return uit


def klopt(project: Project) -> list[tuple[str, int]]:
    """Return the contents table, after comparing all of it with the bookmarks of the PDF."""
    lijst = inhoudsopgave(project)
    paginas = {re.sub(r"\W", "", titel): pagina for titel, pagina in koppen_met_pagina(pdf(project))}
    assert len(lijst) > 10
    assert [(titel, paginas.get(re.sub(r"\W", "", titel))) for titel, _ in lijst] == lijst
    return lijst


def voeg_hoofdstuk_in(document: Document) -> None:
    """Put two pages of text and a new chapter before chapter 2, as a person does in Word."""
    koppen = [a for a in document.paragraphs if a.style is not None and a.style.name == "Heading 1"]
    plek = next(kop for kop in koppen if kop.text.startswith("Wijkspecifiek"))._p
    plek.addprevious(
        element(f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run("Een nieuw hoofdstuk")}</w:p>')
    )
    for _ in range(60):
        plek.addprevious(
            element(alinea(run("Tekst die er in Word bij is gezet, om bladzijden te vullen. " * 3)))
        )


# The PDF


def test_the_pdf_of_an_untouched_file_is_that_of_the_plan(gemaakt: Project) -> None:
    eerst, lijst = regels(pdf(gemaakt)), klopt(gemaakt)
    resultaat = maak(gemaakt)
    assert regels(pdf(gemaakt)) == eerst
    assert klopt(gemaakt) == lijst
    assert (resultaat.opzij, nieuws(resultaat)) == ([], [])
    assert [pad.name for pad in resultaat.gemaakt] == ["wijkplan-jp.pdf", PAGINA]


def test_a_heading_that_was_added_stands_in_the_contents_of_the_pdf_with_all_pages_right(
    gemaakt: Project,
) -> None:
    oud = inhoudsopgave(gemaakt)
    bewerk(gemaakt, voeg_hoofdstuk_in)
    voor = word(gemaakt).read_bytes()
    resultaat = maak(gemaakt)
    nieuw = klopt(gemaakt)
    assert len(nieuw) == len(oud) + 1
    assert "2 Een nieuw hoofdstuk" in [titel for titel, _ in nieuw]
    assert nieuw[-1][1] > oud[-1][1]
    assert word(gemaakt).read_bytes() == voor
    codes = {bevinding.code: bevinding.staat_er for bevinding in resultaat.bevindingen}
    assert "er hoort bij: 2 Een nieuw hoofdstuk" in codes["word-inhoud-verouderd"]
    assert re.search(r": \d+, in de PDF \d+; ", codes["word-inhoud-paginas"])


def test_references_with_a_page_number_follow(gemaakt: Project) -> None:
    bewerk(gemaakt, voeg_hoofdstuk_in)
    maak(gemaakt)
    pagina = dict(koppen_met_pagina(pdf(gemaakt)))
    bijlage = next(nummer for titel, nummer in pagina.items() if titel.startswith("Bijlage 1"))
    assert f"vanaf pagina {bijlage} geven" in tekst(gemaakt)


@pytest.mark.parametrize(
    "wijziging",
    ["omhulsel", "eenvoudig veld", "veld in stukken", "einde in eigen alinea", "einde voor de kop"],
)
def test_the_contents_table_is_found_in_every_form(wijziging: str, gemaakt: Project) -> None:
    bewerk(gemaakt, VORMEN[wijziging], voeg_hoofdstuk_in)
    maak(gemaakt)
    lijst = klopt(gemaakt)
    assert "2 Een nieuw hoofdstuk" in [titel for titel, _ in lijst]
    assert (
        sum("Samenwerken aan impact" in regel for bladzijde in regels(pdf(gemaakt)) for regel in bladzijde)
        == 2
    )


def _veld(document: Document) -> tuple[list[Any], Any, Any]:
    """Return the paragraphs of the contents table and the runs with its first and last mark."""
    body = document.element.body
    alineas = [
        a for a in body.iter(qn("w:p")) if (a.style or "").startswith("TOC") and a.style != "TOCHeading"
    ]
    marken = [r for a in alineas for r in a.iter(qn("w:r")) if r.find(qn("w:fldChar")) is not None]
    return alineas, marken[0], marken[-1]


def _omhulsel(document: Document) -> None:
    alineas, _, _ = _veld(document)
    omhulsel = element("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")
    alineas[0].addprevious(omhulsel)
    for regel in alineas:
        omhulsel[1].append(regel)


def _eenvoudig(document: Document) -> None:
    alineas, _, _ = _veld(document)
    veld = (
        '<w:fldSimple w:instr=" TOC \\o &quot;1-2&quot; \\h ">'
        + run("Samenwerken aan impact 2")
        + "</w:fldSimple>"
    )
    alineas[0].addprevious(element(f'<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>{veld}</w:p>'))
    for regel in alineas:
        regel.getparent().remove(regel)


def _in_stukken(document: Document) -> None:
    _, begin, _ = _veld(document)
    opdracht = begin.getnext()
    opdracht[-1].text = " TO"
    opdracht.addnext(
        element('<w:r><w:instrText xml:space="preserve">C \\o "1-2" \\h \\z </w:instrText></w:r>')
    )


def _eigen_einde(document: Document) -> None:
    alineas, _, einde = _veld(document)
    laatste = element("<w:p/>")
    laatste.append(einde)
    alineas[-1].addnext(laatste)


def _einde_voor_kop(document: Document) -> None:
    """Leave the end of the field in front of the next heading, as when a person deletes the line between."""
    alineas, _, einde = _veld(document)
    kop = alineas[-1].getnext()
    while kop.style != "Heading1":
        kop = kop.getnext()
    kop.insert(1, einde)


VORMEN: dict[str, Callable[[Document], None]] = {
    "omhulsel": _omhulsel,
    "eenvoudig veld": _eenvoudig,
    "veld in stukken": _in_stukken,
    "einde in eigen alinea": _eigen_einde,
    "einde voor de kop": _einde_voor_kop,
}


def test_a_file_that_libreoffice_saved_gives_the_same_contents(gemaakt: Project, tmp_path: Path) -> None:
    lijst = klopt(gemaakt)
    shutil.copyfile(bewaar_met_libreoffice(word(gemaakt), tmp_path), word(gemaakt))
    voor = word(gemaakt).read_bytes()
    maak(gemaakt)
    assert [titel for titel, _ in klopt(gemaakt)] == [titel for titel, _ in lijst]
    assert word(gemaakt).read_bytes() == voor


def test_empty_and_hidden_headings_do_not_stop_the_pdf(gemaakt: Project) -> None:
    koppen = [KOP.format(3, inhoud) for inhoud in ("", run("  "), run("x", "<w:vanish/>"))]
    bewerk(gemaakt, erbij(*koppen))
    maak(gemaakt)
    klopt(gemaakt)


def test_a_heading_in_a_text_box_is_text_in_the_pdf_and_told(gemaakt: Project) -> None:
    vak = (
        '<w:r><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox><w:txbxContent>'
        f"{KOP.format(2, run('In een vak'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    lijst = klopt(gemaakt)
    bewerk(gemaakt, erbij(alinea(vak)))
    assert "word-kop-in-vak" in nieuws(maak(gemaakt))
    assert [titel for titel, _ in klopt(gemaakt)] == [titel for titel, _ in lijst]
    assert "In een vak" in tekst(gemaakt)


# Changes and comments


def test_the_pdf_shows_the_accepted_view(gemaakt: Project) -> None:
    bewerk(gemaakt, erbij(alinea(run("Voor. ") + WEG + BIJ)), _met_opmerking)
    voor = word(gemaakt).read_bytes()
    resultaat = maak(gemaakt)
    assert "Voor. Dit is erbij gekomen." in tekst(gemaakt)
    assert "weggehaald" not in tekst(gemaakt)
    assert "Klopt dit?" not in tekst(gemaakt)
    assert {b.code for b in resultaat.bevindingen} >= {"word-wijziging", "word-opmerking"}
    assert word(gemaakt).read_bytes() == voor


def test_a_heading_that_is_deleted_is_not_in_the_contents(gemaakt: Project) -> None:
    def verwijder(document: Document) -> None:
        kop = next(a for a in document.paragraphs if a.text.startswith("Impactgedreven"))
        woorden = "".join(t.text or "" for t in kop._p.iter(qn("w:t")))
        for stuk in list(kop._p.iter(qn("w:r"))):
            kop._p.remove(stuk)
        kop._p.append(element(f"<w:del {WIE}><w:r><w:delText>{woorden}</w:delText></w:r></w:del>"))
        kop._p.get_or_add_pPr().append(element(f"<w:rPr><w:del {WIE}/></w:rPr>"))

    bewerk(gemaakt, verwijder)
    maak(gemaakt)
    assert not [titel for titel, _ in klopt(gemaakt) if "Impactgedreven" in titel]


def _met_opmerking(document: Document) -> None:
    document.add_comment(document.paragraphs[6].runs, "Klopt dit?", author="Sanne")


@pytest.mark.parametrize(
    ("wijziging", "code"),
    [
        (erbij(alinea(BIJ)), "word-wijziging"),
        (_met_opmerking, "word-opmerking"),
        (erbij(alinea(run("Nog invullen: naam - blad Plan"))), "word-open-plek"),
    ],
)
def test_a_pdf_that_is_definitief_is_refused_while_something_is_open(
    wijziging: Callable[[Document], None], code: str, gemaakt: Project
) -> None:
    bewerk(gemaakt, vul_in, wijziging)
    voor = {pad: pad.read_bytes() for pad in gemaakt.uitvoer(WIJK).glob("*.*") if pad.is_file()}
    with pytest.raises(InvoerFout, match="nog niet definitief") as fout:
        maak(gemaakt, definitief=True)
    assert [(b.code, b.plaats.blad) for b in fout.value.bevindingen] == [(code, "Samenwerken aan impact")]
    assert {pad: pad.read_bytes() for pad in gemaakt.uitvoer(WIJK).glob("*.*") if pad.is_file()} == voor


def test_the_status_of_the_workbook_counts(gemaakt: Project) -> None:
    bewerk(gemaakt, erbij(alinea(BIJ)))
    status = maak_pdf_van_word(gemaakt, WIJK, lambda _: None).definitief
    assert status is False


# What can be in the way


def test_a_pdf_that_a_person_changed_is_kept(gemaakt: Project) -> None:
    pdf(gemaakt).write_bytes(b"van een mens")
    (opzij,) = maak(gemaakt).opzij
    assert opzij.read_bytes() == b"van een mens"


def test_a_file_that_is_open_in_word_is_read_as_saved_last(gemaakt: Project) -> None:
    word(gemaakt).with_name("~$jkplan-jp.docx").touch()
    assert nieuws(maak(gemaakt)) == ["word-open"]


def test_without_a_word_file_there_is_no_pdf(gemaakt: Project) -> None:
    word(gemaakt).unlink()
    with pytest.raises(GebruikFout, match="nog geen Word-bestand van jp"):
        maak(gemaakt)


def test_a_file_that_is_damaged_is_told_and_the_old_pdf_stays(gemaakt: Project) -> None:
    voor = pdf(gemaakt).read_bytes()
    word(gemaakt).write_bytes(word(gemaakt).read_bytes()[:5000])
    with pytest.raises(InvoerFout) as fout:
        maak(gemaakt)
    assert [b.code for b in fout.value.bevindingen] == ["word-onleesbaar"]
    assert pdf(gemaakt).read_bytes() == voor


def test_a_libreoffice_that_crashes_leaves_the_old_pdf(
    gemaakt: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    voor = pdf(gemaakt).read_bytes()
    nep, _ = programma.schrijf(tmp_path / "bin", programma.CRASHT)
    monkeypatch.setenv("PATH", f"{nep.parent}:/usr/bin:/bin")
    with pytest.raises(Omzetfout):
        maak(gemaakt)
    assert pdf(gemaakt).read_bytes() == voor


def test_another_run_on_the_same_wijk_is_waited_for(gemaakt: Project) -> None:
    with eigen_map(gemaakt.uitvoer(WIJK)), pytest.raises(InGebruikFout):
        maak(gemaakt)


def test_a_pdf_that_cannot_be_replaced_leaves_all_as_it_was(
    gemaakt: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows while the PDF is open: nothing of it may be moved."""
    echt = Path.replace

    def vast(self: Path, doel: Path) -> Path:
        if self == pdf(gemaakt):
            raise PermissionError(13, "in gebruik", str(self))
        return echt(self, doel)

    voor = {pad: pad.read_bytes() for pad in gemaakt.uitvoer(WIJK).glob("*.*") if pad.is_file()}
    monkeypatch.setattr(Path, "replace", vast)
    with pytest.raises(InGebruikFout, match=r"wijkplan-jp\.pdf is in gebruik"):
        maak(gemaakt)
    assert {pad: pad.read_bytes() for pad in gemaakt.uitvoer(WIJK).glob("*.*") if pad.is_file()} == voor


def test_a_concept_that_is_rejected_stands_beside_the_last_pdf_that_was_good(gemaakt: Project) -> None:
    bewerk(gemaakt, next(wijziging for naam, _, wijziging in FOUTEN if naam == "geen koprij"))
    voor = pdf(gemaakt).read_bytes()
    proces = wijkplan(gemaakt.map, "pdf", WIJK)
    assert (proces.returncode, proces.stderr) == (0, "")
    assert pdf(gemaakt).read_bytes() == voor
    assert (gemaakt.uitvoer(WIJK) / "wijkplan-jp-concept-niet-toegankelijk.pdf").is_file()
    assert not list(gemaakt.uitvoer(WIJK).glob("archief/*"))


# The commands


def test_the_command_makes_the_pdf(gemaakt: Project) -> None:
    proces = wijkplan(gemaakt.map, "pdf", WIJK)
    assert (proces.returncode, proces.stderr) == (0, "")
    assert proces.stdout.splitlines()[-2:] == [
        f"Gemaakt: {Path('outputs', WIJK, 'wijkplan-jp.pdf')}",
        f"Gemaakt: {Path('outputs', WIJK, PAGINA)}",
    ]


def test_the_command_without_libreoffice_says_what_to_install(gemaakt: Project) -> None:
    proces = zonder_libreoffice(gemaakt.map, "pdf", WIJK)
    assert proces.returncode == OmgevingFout.exit_code
    assert "Installeer LibreOffice" in proces.stderr


def test_the_command_refuses_definitief_and_tells_which_and_where(gemaakt: Project) -> None:
    bewerk(gemaakt, vul_in, erbij(alinea(BIJ)))
    proces = wijkplan(gemaakt.map, "pdf", WIJK, "--status", "definitief")
    assert proces.returncode == 1
    assert "bij 'Dit is erbij gekomen.'" in proces.stderr
    assert "onder 'Samenwerken aan impact'" in proces.stderr
    assert "wijziging open van Sanne" in proces.stderr


def test_a_file_of_a_wijk_gets_its_report_beside_it(gemaakt: Project) -> None:
    bewerk(gemaakt, vul_in)
    proces = wijkplan(gemaakt.map, "toegankelijk", str(Path("outputs", WIJK, "wijkplan-jp.docx")))
    assert (proces.returncode, proces.stderr) == (0, "")
    assert proces.stdout.splitlines()[0] == "Geen bevindingen."
    pagina = (gemaakt.uitvoer(WIJK) / PAGINA).read_text(encoding="utf-8")
    assert vingerafdruk(word(gemaakt)) in pagina
    assert "2.4.2 Paginatitel (A)" in pagina


def test_any_other_file_gets_its_report_in_a_folder_of_ours(gemaakt: Project, tmp_path: Path) -> None:
    document = docx.Document(str(word(gemaakt)))
    next(wijziging for naam, _, wijziging in FOUTEN if naam == "geen alternatieve tekst bij VML")(document)
    document.save(str(tmp_path / "brief.docx"))
    voor = set(tmp_path.iterdir())
    proces = wijkplan(gemaakt.map, "toegankelijk", str(tmp_path / "brief.docx"))
    assert proces.returncode == 1
    assert "Deze afbeelding heeft geen alternatieve tekst." in proces.stdout
    assert set(tmp_path.iterdir()) == voor
    assert (gemaakt.map / "outputs" / "toegankelijkheid" / "brief.html").is_file()


def test_a_file_that_is_not_there_is_wrong_use(gemaakt: Project) -> None:
    with pytest.raises(GebruikFout, match="is er niet"):
        controleer_bestand(gemaakt, Path("nergens.docx"))


def test_the_same_file_gives_the_same_report(gemaakt: Project) -> None:
    (eerst,) = controleer_bestand(gemaakt, word(gemaakt))[1]
    bytes_eerst = eerst.read_bytes()
    controleer_bestand(gemaakt, word(gemaakt))
    assert eerst.read_bytes() == bytes_eerst
