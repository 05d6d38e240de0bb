"""A plan from workbook to files: whole, the same each time, its pages right, with LibreOffice or without."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest

from pipeline.accessibility.verslag import PAGINA
from pipeline.assemble import maak_pdf, maak_plan
from pipeline.errors import NIET_TOEGANKELIJK, InvoerFout
from pipeline.pdf import soffice
from pipeline.pdf.outline import koppen_met_pagina
from pipeline.pdf.soffice import LibreOffice, vind_soffice
from pipeline.project import Project
from pipeline.publish import lees_administratie
from pipeline.workbook.bladen import GemeenteBladen, WijkBladen
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import kolommen
from pipeline.workbook.sheets import PLAATSEN, AfbeeldingRij
from pipeline.workbook.sheets_aanpak import GEEN_TABEL, ONDERDELEN, ONDERDELEN_KERNAANPAK, THEMA
from pipeline.workbook.write import schrijf_gemeente, schrijf_wijk
from tests.conftest import PLANNEN
from tests.document.beeld import schrijf
from tests.document.voorbeeld import LASTIG, kernaanpak, maak, plan
from tests.getrouw.gelezen import lees_document
from tests.getrouw.secties import lees_secties
from tests.opdracht import WIJK, klein_project, omgeving, wijkplan
from tests.pdf import programma
from tests.pdf.bladzijden import regels
from tests.pdf.fouten import delen
from tests.workbook.voorbeeld import bederf, gemeente, getal, tekst, wijk

REJECTED = "wijkplan-jp-concept-niet-toegankelijk.pdf"
ERBIJ = (PAGINA, ".wijkplan", ".wijkplan.json", ".bezig")
"""What a run leaves in outputs/ beside the plan."""


def maak_stil(project: Project, naam: str = WIJK) -> Any:
    return maak_plan(project, naam, lambda _: None)


def stand(map_pad: Path) -> dict[str, bytes]:
    return {str(pad.relative_to(map_pad)): pad.read_bytes() for pad in map_pad.rglob("*") if pad.is_file()}


@pytest.fixture
def klein(tmp_path: Path) -> Project:
    return klein_project(tmp_path)


@pytest.fixture(scope="module")
def ooit_gemaakt(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A small project with its plan made, once for all tests of this module."""
    project = klein_project(tmp_path_factory.mktemp("klein"))
    maak_stil(project)
    return project


@pytest.fixture
def gemaakt(ooit_gemaakt: Project, tmp_path: Path) -> Project:
    """A small project with its plan made, to change."""
    shutil.copytree(ooit_gemaakt.map, tmp_path / "gemaakt")
    return Project(tmp_path / "gemaakt")


@pytest.fixture
def zonder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A computer without LibreOffice."""
    monkeypatch.setenv("PATH", str(tmp_path / "leeg"))
    monkeypatch.setattr(soffice, "_VASTE_PLEKKEN", ())


# Whole


@pytest.mark.parametrize("naam", PLANNEN)
def test_a_plan_is_a_word_file_and_a_pdf(naam: str, gemaakte_plannen: dict[str, Path]) -> None:
    namen = {pad.name for pad in gemaakte_plannen[naam].iterdir()}
    assert namen == {f"wijkplan-{naam}.docx", f"wijkplan-{naam}.pdf", *ERBIJ}


def test_every_step_is_told_and_what_was_made(klein: Project) -> None:
    stappen: list[str] = []
    resultaat = maak_plan(klein, WIJK, stappen.append)
    assert [stap.split()[0] for stap in stappen] == ["Werkmap", "Word-bestand", "PDF", "Bestanden"]
    uitvoer = klein.uitvoer(WIJK)
    assert resultaat.gemaakt == [uitvoer / "wijkplan-jp.docx", uitvoer / "wijkplan-jp.pdf", uitvoer / PAGINA]
    assert (resultaat.opzij, resultaat.geen_pdf) == ([], "")


# The same each time


def test_the_same_input_gives_the_same_bytes_wherever_and_whenever(
    gemaakte_plannen: dict[str, Path], project: Project, tmp_path: Path
) -> None:
    """In another process, folder and home, at another hour, with another language and order of sets."""
    (tmp_path / "thuis").mkdir()
    elders = omgeving(
        tmp_path,
        TZ="Pacific/Kiritimati",
        LC_ALL="C",
        LANG="C",
        PYTHONHASHSEED="7",
        HOME=str(tmp_path / "thuis"),
    )
    proces = wijkplan(project.map, "plan", "vbl", env=elders)
    assert (proces.returncode, proces.stderr) == (0, "")
    for naam in ("wijkplan-vbl.docx", "wijkplan-vbl.pdf"):
        assert (project.uitvoer("vbl") / naam).read_bytes() == (gemaakte_plannen["vbl"] / naam).read_bytes()


def test_a_next_run_gives_the_same_bytes_and_converts_once(
    gemaakt: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    eerst = stand(gemaakt.uitvoer(WIJK))
    monkeypatch.setattr("pipeline.assemble.MAX_OMZETTINGEN", 1)
    assert maak_stil(gemaakt).geen_pdf == ""
    assert stand(gemaakt.uitvoer(WIJK)) == eerst


def test_wrong_pages_from_an_earlier_run_do_not_stay(gemaakt: Project) -> None:
    eerst = (gemaakt.uitvoer(WIJK) / "wijkplan-jp.docx").read_bytes()
    administratie = gemaakt.uitvoer(WIJK) / ".wijkplan.json"
    administratie.write_text(
        re.sub(r'(": )\d+', r"\g<1>77", administratie.read_text(encoding="utf-8")), encoding="utf-8"
    )
    assert set(lees_administratie(gemaakt.uitvoer(WIJK)).paginas.values()) == {77}
    maak_stil(gemaakt)
    assert (gemaakt.uitvoer(WIJK) / "wijkplan-jp.docx").read_bytes() == eerst


# Right pages and references


@pytest.mark.parametrize("aantal", [1, 6])
def test_references_follow_the_number_of_kernaanpakken(aantal: int, tmp_path: Path) -> None:
    programma_ = vind_soffice()
    assert programma_ is not None
    word = maak(plan(kernaanpakken=tuple(kernaanpak(nummer) for nummer in range(1, aantal + 1))))
    docx = tmp_path / "x.docx"
    with LibreOffice(programma_) as libreoffice:
        paginas, afgekeurd = maak_pdf(word, docx, docx.with_suffix(".pdf"), {}, libreoffice)
    assert afgekeurd == []
    gezien = dict(koppen_met_pagina(docx.with_suffix(".pdf")))
    document = lees_document(docx)
    for regel in document.inhoudsopgave:
        assert regel.bladzijde == str(gezien[regel.tekst])
    vanaf = f"vanaf pagina {gezien['Bijlage 1: Kernaanpak Titel 1']} "
    teksten = [item.tekst for item in document.items]
    assert sum(vanaf in een for een in teksten) == 1
    laatste = f"Bijlage {aantal + 1}: Betrokken organisaties bij totstandkoming wijkplan"
    assert paginas["organisaties"] == gezien[laatste]
    doelen = [
        link.doel
        for item in document.items
        for link in item.links
        if "bijlage" in item.tekst[link.begin : link.eind]
    ]
    assert laatste in doelen
    assert [d for d in doelen if d != laatste] == [
        f"Bijlage {n}: Kernaanpak Titel {n}" for n in range(1, aantal + 1) if n > 1
    ]
    assert any(
        vanaf.strip() in " ".join(regel.split())
        for regel in regels(docx.with_suffix(".pdf"))[gezien["3 De kernaanpakken"]]
    )


def test_pages_that_keep_moving_are_told_after_a_few_tries(
    gemaakt: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A LibreOffice that gives a PDF with one page more every other time."""
    with pikepdf.open(gemaakt.uitvoer(WIJK) / "wijkplan-jp.pdf") as pdf:
        pdf.save(tmp_path / "0.pdf")
        pdf.pages.insert(0, pdf.pages[0])
        pdf.save(tmp_path / "1.pdf")
    wisselt = programma.OMZETTER.replace("OMZETTEN", f'cp {tmp_path}/$((nummer % 2)).pdf "$doel"')
    nep, logboek = programma.schrijf(tmp_path / "bin", wisselt)
    monkeypatch.setenv("PATH", f"{nep.parent}:/usr/bin:/bin")
    resultaat = maak_stil(gemaakt)
    assert "pdf-paginanummer" in {bevinding.code for bevinding in resultaat.afgekeurd}
    assert programma.levend(logboek) == []
    assert [pad.name for pad in resultaat.gemaakt] == ["wijkplan-jp.docx", REJECTED, PAGINA]


# A PDF that is not accessible


def _zonder_kopregel(gemaakt: Project, bin_map: Path) -> str:
    """Make a LibreOffice that loses the heads of a table; return the path to find it by."""
    with pikepdf.open(gemaakt.uitvoer(WIJK) / "wijkplan-jp.pdf") as pdf:
        rij = delen(pdf, "Table")[1].K[0]
        for cel in rij.K:
            cel.S = pikepdf.Name.TD
            del cel["/A"]
        pdf.save(bin_map.parent / "zonder.pdf")
    verliest = programma.OMZETTER.replace("OMZETTEN", f'cp {bin_map.parent}/zonder.pdf "$doel"')
    nep, _ = programma.schrijf(bin_map, verliest)
    return f"{nep.parent}:/usr/bin:/bin"


def test_a_concept_that_is_not_accessible_gets_its_pdf_under_another_name(
    gemaakt: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It claims no standard, its findings stand beside it, and it goes when a later run succeeds."""
    uitvoer = gemaakt.uitvoer(WIJK)
    with monkeypatch.context() as elders:
        elders.setenv("PATH", _zonder_kopregel(gemaakt, tmp_path / "bin"))
        resultaat = maak_stil(gemaakt)
    (bevinding,) = resultaat.afgekeurd
    plaats = bevinding.plaats
    assert (bevinding.code, plaats.bestand) == ("pdf-tabel-zonder-kop", "wijkplan-jp.docx")
    assert plaats.kop == "Wat willen we bereiken met het Wijkplan Sociaal?"
    assert [pad.name for pad in uitvoer.glob("*.pdf")] == [REJECTED]
    assert claims(uitvoer / REJECTED) == set()
    assert "Deze tabel heeft geen kopregel." in (uitvoer / PAGINA).read_text(encoding="utf-8")
    assert maak_stil(gemaakt).afgekeurd == []
    assert [pad.name for pad in uitvoer.glob("*.pdf")] == ["wijkplan-jp.pdf"]
    assert claims(uitvoer / "wijkplan-jp.pdf") == {"pdfaid", "pdfuaid", "GTS_PDFA1"}
    assert not (uitvoer / "archief").exists()


def claims(pdf: Path) -> set[str]:
    """Return the standards that a PDF says to meet."""
    with pikepdf.open(pdf) as document:
        said = document.Root.Metadata.read_bytes().decode()
        said += "".join(str(one.S) for one in document.Root.get("/OutputIntents", []))
    return {claim for claim in ("pdfaid", "pdfuaid", "GTS_PDFA1") if claim in said}


def test_a_rejected_concept_that_a_person_changed_goes_to_the_archive(
    gemaakt: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uitvoer = gemaakt.uitvoer(WIJK)
    with monkeypatch.context() as elders:
        elders.setenv("PATH", _zonder_kopregel(gemaakt, tmp_path / "bin"))
        maak_stil(gemaakt)
    (uitvoer / REJECTED).write_bytes(b"van een mens")
    (opzij,) = maak_stil(gemaakt).opzij
    assert opzij.read_bytes() == b"van een mens"
    assert not (uitvoer / REJECTED).exists()


def test_a_concept_that_cannot_be_repaired_gets_the_pdf_as_it_is(
    gemaakt: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise LookupError("kapot")

    monkeypatch.setattr("pipeline.pdf.accessible.maak_toegankelijk", breaks)
    resultaat = maak_stil(gemaakt)
    assert [bevinding.code for bevinding in resultaat.afgekeurd] == ["pdf-niet-bewerkt"]
    assert "LookupError: kapot" in resultaat.afgekeurd[0].doe
    assert [pad.name for pad in gemaakt.uitvoer(WIJK).glob("*.pdf")] == [REJECTED]
    assert claims(gemaakt.uitvoer(WIJK) / REJECTED) == set()


def test_a_definitief_plan_that_is_not_accessible_gets_no_pdf(
    gemaakt: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uitvoer = gemaakt.uitvoer(WIJK)
    monkeypatch.setenv("PATH", _zonder_kopregel(gemaakt, tmp_path / "bin"))
    monkeypatch.setattr("pipeline.assemble._controleer_definitief", lambda *_: None)
    resultaat = maak_plan(gemaakt, WIJK, lambda _: None, definitief=True)
    assert resultaat.refused
    assert resultaat.gemaakt == [uitvoer / "wijkplan-jp.docx", uitvoer / PAGINA]
    assert not list(uitvoer.glob("*.pdf"))


def test_the_command_says_what_is_wrong_with_a_pdf_and_where(gemaakt: Project, tmp_path: Path) -> None:
    env = {**os.environ, "PATH": _zonder_kopregel(gemaakt, tmp_path / "bin")}
    proces = wijkplan(gemaakt.map, "plan", WIJK, env=env)
    assert (proces.returncode, proces.stderr) == (0, "")
    assert "Deze tabel heeft geen kopregel." in proces.stdout
    assert "onder 'Wat willen we bereiken met het Wijkplan Sociaal?'" in proces.stdout
    assert f"Gemaakt: outputs/jp/{REJECTED}" in proces.stdout.replace(os.sep, "/")
    assert proces.stdout.strip().endswith(NIET_TOEGANKELIJK)


# Text in any column

NIET_GEDRUKT = {
    "Plan.wijkprofiel": "the address of a link",
    "Factoren.elders": "only tells that another plan takes a factor up",
    "Afbeeldingen.bestand": "the name of a file",
}
GESPLITST = {"Plan.wijken", "Kernaanpakken.factoren"}
"""Columns with several names in a cell, with a semicolon or a line break between them."""


def _vrij(naam: str, rij: Any) -> bool:
    """Whether people write in a column of this row, and what they write is printed."""
    if (naam == "kop" and rij.onderdeel.tekst != THEMA) or (naam == "zin_zonder_tabel" and rij.tabel.leeg):
        return False
    kolom = kolommen(type(rij))[naam]
    gesloten = isinstance(kolom.keuzes, tuple) and kolom.keuzes and not kolom.vrij
    return kolom.soort in ("tekst", "opmaak") and not gesloten and f"{rij.blad}.{naam}" not in NIET_GEDRUKT


def _gevuld(rij: Any, inhoud: Callable[[str], str]) -> tuple[Any, list[str]]:
    """Put the text in every column of a row where people write; return the row and its texts."""
    cellen: dict[str, Cel] = {}
    for naam in kolommen(type(rij)):
        if _vrij(naam, rij):
            plek = "cluster" if naam == "cluster" else f"{rij.blad}.{naam}"
            los = inhoud(plek)
            cellen[naam] = tekst(re.sub("[;\u2028]", ",", los) if plek in GESPLITST else los)
    vrij = {inhoud(f"kolom {nummer}"): cel for nummer, cel in enumerate(rij.vrij.values())}
    return replace(rij, vrij=vrij, **cellen), [*(cel.tekst for cel in cellen.values()), *vrij]


def vul(bladen: WijkBladen | GemeenteBladen, inhoud: Callable[[str], str]) -> tuple[Any, list[str]]:
    """Put the text in every column of every row where people write."""
    alles: list[str] = []
    nieuw: dict[str, Any] = {}
    for veld in fields(bladen):
        if veld.name == "werkmap":  # the workbook itself, not the rows of a sheet
            continue
        rijen = getattr(bladen, veld.name)
        gevuld = [_gevuld(rij, inhoud) for rij in (rijen if isinstance(rijen, list) else [rijen])]
        nieuw[veld.name] = [rij for rij, _ in gevuld] if isinstance(rijen, list) else gevuld[0][0]
        if veld.name not in ("wijkcombinaties", "catalogus", "register"):
            alles += [een for _, teksten in gevuld for een in teksten]
    return replace(bladen, **nieuw), alles


def volle_wijk(map_beelden: Path) -> WijkBladen:
    """Return a wijk with a row of each kind of text and a picture."""
    voorbeeld = wijk()
    teksten = [
        replace(
            voorbeeld.teksten[0],
            onderdeel=tekst(onderdeel),
            kernaanpak=voorbeeld.teksten[0].kernaanpak if onderdeel in ONDERDELEN_KERNAANPAK else tekst(),
        )
        for onderdeel in ONDERDELEN
    ]
    schrijf(map_beelden / "a.png")
    leeg = {naam: tekst() for naam in kolommen(AfbeeldingRij)}
    plek = {"bestand": tekst("a.png"), "plaats": tekst(PLAATSEN[0])}
    beeld = AfbeeldingRij(rij=0, vrij={}, **leeg | plek)
    first = voorbeeld.kernaanpakken[0]
    without_table = replace(first, nummer=getal(2), tabel=tekst(GEEN_TABEL))
    return replace(voorbeeld, teksten=teksten, afbeeldingen=[beeld], kernaanpakken=[first, without_table])


@pytest.mark.usefixtures("zonder")
@pytest.mark.parametrize("lastig", [*LASTIG, "een\ttab", "z" * 10_000, "twee woorden " * 800 + "eind"])
def test_what_people_type_in_any_column_reaches_the_document_unchanged(lastig: str, klein: Project) -> None:
    bladen, teksten = vul(volle_wijk(klein.afbeeldingen(WIJK)), lambda plek: f"{lastig} {plek}")
    van_gemeente, teksten_gemeente = vul(gemeente(), lambda plek: f"{lastig} {plek}")
    schrijf_wijk(klein.werkmap(WIJK), bladen)
    schrijf_gemeente(klein.gemeente, van_gemeente)
    maak_stil(klein)
    word = klein.uitvoer(WIJK) / "wijkplan-jp.docx"
    document = lees_document(word)
    eigenschappen = docx.Document(str(word)).core_properties
    koppen = "\n".join(sectie.kop.tekst for sectie in lees_secties(word))
    alles = "\n".join(item.tekst for item in document.items)
    assert len(teksten) > 25
    assert _as_read(f"{lastig} Plan.wijkcombinatie") in koppen
    for een in map(_as_read, (*teksten, *teksten_gemeente)):
        if een.endswith(("Plan.wijken", "Gemeente.naam")):
            eigenschap = eigenschappen.subject if een.endswith("Plan.wijken") else eigenschappen.author
            assert een[:200] in eigenschap
        else:
            assert een in alles


def _as_read(typed: str) -> str:
    """Return a text as its cell is read: a separator of lines is a line break, but in a header."""
    return typed if re.search(r"kolom \d+$", typed) else typed.replace("\u2028", "\n")


@pytest.mark.usefixtures("zonder")
def test_every_line_that_people_type_in_a_cell_reaches_the_document(klein: Project) -> None:
    bladen, teksten = vul(volle_wijk(klein.afbeeldingen(WIJK)), lambda plek: f"{plek} een\n{plek} twee")
    schrijf_wijk(klein.werkmap(WIJK), bladen)
    maak_stil(klein)
    document = lees_document(klein.uitvoer(WIJK) / "wijkplan-jp.docx")
    alles = "\n".join(item.tekst for item in document.items)
    for een in teksten:
        for regel in een.split("\n"):
            assert regel in alles or regel.startswith("Plan.wijken")


# Without LibreOffice, or with one that does not work


@pytest.mark.usefixtures("zonder")
def test_without_libreoffice_there_is_a_word_file_that_word_can_complete(klein: Project) -> None:
    resultaat = maak_stil(klein)
    assert [pad.name for pad in resultaat.gemaakt] == ["wijkplan-jp.docx", PAGINA]
    assert resultaat.geen_pdf.startswith("LibreOffice staat niet op deze computer.")
    document = lees_document(resultaat.gemaakt[0])
    assert len(document.inhoudsopgave) > 10
    assert {regel.bladzijde for regel in document.inhoudsopgave} == {"–"}
    assert set(document.doelen) <= set(document.bladwijzers)


def test_without_libreoffice_the_pdf_of_an_earlier_run_goes_and_the_pages_are_remembered(
    gemaakt: Project, request: pytest.FixtureRequest
) -> None:
    uitvoer = gemaakt.uitvoer(WIJK)
    paginas = lees_administratie(uitvoer).paginas
    request.getfixturevalue("zonder")
    maak_stil(gemaakt)
    assert not (uitvoer / "wijkplan-jp.pdf").exists()
    assert lees_administratie(uitvoer).paginas == paginas


def test_a_libreoffice_that_crashes_still_gives_the_word_file(
    gemaakt: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nep, logboek = programma.schrijf(tmp_path / "bin", programma.CRASHT_EN_LAAT_ACHTER)
    (tmp_path / "tijdelijk").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    monkeypatch.setenv("PATH", f"{nep.parent}:/usr/bin:/bin")
    resultaat = maak_stil(gemaakt)
    assert resultaat.geen_pdf.startswith(
        "LibreOffice stopte voordat de PDF klaar was.\nGeef de opdracht opnieuw. Of open het Word-bestand"
    )
    assert {regel.bladzijde for regel in lees_document(resultaat.gemaakt[0]).inhoudsopgave} == {"–"}
    assert not (gemaakt.uitvoer(WIJK) / "wijkplan-jp.pdf").exists()
    assert programma.levend(logboek) == []
    assert list((tmp_path / "tijdelijk").iterdir()) == []


# Bad input


def _zonder_blad(project: Project) -> None:
    bederf(project.werkmap(WIJK), lambda werkmap: werkmap.remove(werkmap["Clusters"]))


def _verkeerde_verwijzing(project: Project) -> None:
    def zet(werkmap: Any) -> None:
        werkmap["Teksten"]["E5"].value = "Zie [bijlage](#bijlage-9) en [](#kernaanpak-8)."

    bederf(project.werkmap(WIJK), zet)


@pytest.mark.usefixtures("zonder")
def test_all_that_is_wrong_is_told_at_once_and_nothing_changes(gemaakt: Project) -> None:
    voor = stand(gemaakt.uitvoer(WIJK))
    _zonder_blad(gemaakt)
    gemaakt.gemeente.write_bytes(b"geen Excel")
    with pytest.raises(InvoerFout) as fout:
        maak_stil(gemaakt)
    codes = [(b.code, b.plaats.bestand, b.plaats.blad) for b in fout.value.bevindingen]
    assert ("blad-ontbreekt", "jp.xlsx", "Clusters") in codes
    assert ("bestand-onleesbaar", "gemeente.xlsx", "") in codes
    assert stand(gemaakt.uitvoer(WIJK)) == voor


@pytest.mark.usefixtures("zonder")
def test_references_to_nowhere_are_told_with_their_cell_and_the_places_there_are(klein: Project) -> None:
    _verkeerde_verwijzing(klein)
    bevindingen = maak_stil(klein).bevindingen
    verkeerd = [b for b in bevindingen if b.code == "verwijzing-onbekend"]
    assert [(b.staat_er, b.plaats.blad, b.plaats.cel) for b in verkeerd] == [
        ("#bijlage-9", "Teksten", "E5"),
        ("#kernaanpak-8", "Teksten", "E5"),
    ]
    plekken = set(verkeerd[0].aanvulling.split(", "))
    assert {"#bijlage-1", "#kernaanpak-1", "#hoofdstuk-3", "#paragraaf-1.2", "#organisaties"} <= plekken
    document = lees_document(klein.uitvoer(WIJK) / "wijkplan-jp.docx")
    assert "Zie bijlage en kernaanpak 8." in [item.tekst for item in document.items]
    assert set(document.doelen) <= set(document.bladwijzers)


@pytest.mark.usefixtures("zonder")
def test_a_plan_that_is_definitief_may_not_refer_to_nowhere(klein: Project) -> None:
    _verkeerde_verwijzing(klein)
    with pytest.raises(InvoerFout):
        maak_plan(klein, WIJK, lambda _: None, definitief=True)
    assert stand(klein.uitvoer(WIJK)).keys() <= {".bezig"}


@pytest.mark.usefixtures("zonder")
def test_a_template_that_does_not_fit_changes_nothing(gemaakt: Project) -> None:
    voor = stand(gemaakt.uitvoer(WIJK))
    gemaakt.sjabloon.write_bytes(b"geen Word")
    with pytest.raises(InvoerFout):
        maak_stil(gemaakt)
    assert stand(gemaakt.uitvoer(WIJK)) == voor
