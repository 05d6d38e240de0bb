"""Checking one wijk: all findings at once, in three forms, and what they mean for concept and definitief."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.assemble import maak_plan
from pipeline.check import KOPIE, PAGINA, controleer_wijk, lees
from pipeline.errors import InvoerFout
from pipeline.project import Project
from pipeline.workbook.bladen import lees_wijkgegevens
from tests.conftest import PLANNEN
from tests.document.voorbeeld import SJABLOON, ander_pakket
from tests.opdracht import WIJK, klein_project, wijkplan
from tests.workbook.voorbeeld import bederf


@pytest.fixture
def klein(tmp_path: Path) -> Project:
    return klein_project(tmp_path)


@pytest.mark.parametrize("wijk", PLANNEN)
def test_a_published_plan_has_no_fouten_and_can_be_definitief(wijk: str, project: Project) -> None:
    bevindingen, gemaakt, telling = controleer_wijk(project, wijk)
    assert {bevinding.ernst for bevinding in bevindingen} == {"waarschuwing", "tip"}
    assert [pad.name for pad in gemaakt] == [PAGINA, KOPIE]
    assert telling.endswith(" gebruikt, 0 gemeld")
    assert maak_plan(project, wijk, lambda _: None, definitief=True).definitief


def test_the_status_on_the_command_overrules_that_of_the_workbook(project: Project) -> None:
    assert not maak_plan(project, "nieuwland", lambda _: None, definitief=False).definitief


def met_tekst(project: Project, tekst: str, tag: str = "{{ uitgave }}") -> None:
    ander_pakket(SJABLOON, project.sjabloon, lambda xml: xml.replace(tag, tekst, 1))


def test_what_is_wrong_in_the_template_is_told_with_all_else(klein: Project) -> None:
    def zonder_titel(werkmap: object) -> None:
        blad = werkmap["Kernaanpakken"]  # type: ignore[index]
        (tabel,) = blad.tables.values()
        blad[tabel.ref][1][1].value = None

    bederf(klein.werkmap(WIJK), zonder_titel)
    met_tekst(klein, "{{ uitgave + 1 }}")
    bevindingen, gemaakt, _ = controleer_wijk(klein, WIJK)
    assert {"waarde-ontbreekt", "sjabloon-tag-fout"} <= {b.code for b in bevindingen}
    assert [pad.name for pad in gemaakt] == [PAGINA, KOPIE]
    assert "wijkplan-sociaal.docx" in (klein.uitvoer(WIJK) / PAGINA).read_text(encoding="utf-8")
    with pytest.raises(InvoerFout) as fout:
        maak_plan(klein, WIJK, lambda _: None)
    assert {b.code for b in fout.value.bevindingen} == {b.code for b in bevindingen}


def test_a_template_with_something_left_in_it_gives_a_concept_and_nothing_final(klein: Project) -> None:
    veld = '</w:t></w:r><w:fldSimple w:instr="DATE"><w:r><w:t>1 mei</w:t></w:r></w:fldSimple><w:r><w:t>'
    met_tekst(klein, f"{{{{ uitgave }}}}{veld}")
    resultaat = maak_plan(klein, WIJK, lambda _: None, definitief=False)
    assert "sjabloon-veld" in {b.code for b in resultaat.bevindingen}
    with pytest.raises(InvoerFout) as fout:
        maak_plan(klein, WIJK, lambda _: None, definitief=True)
    assert "sjabloon-veld" in {b.code for b in fout.value.bevindingen}


def test_the_workbook_itself_is_never_written(klein: Project) -> None:
    voor = klein.werkmap(WIJK).read_bytes(), klein.gemeente.read_bytes()
    controleer_wijk(klein, WIJK)
    assert (klein.werkmap(WIJK).read_bytes(), klein.gemeente.read_bytes()) == voor


def test_what_leaves_no_plan_is_told_too_and_a_file_that_cannot_be_copied_is_left_out(klein: Project) -> None:
    controleer_wijk(klein, WIJK)
    klein.werkmap(WIJK).write_bytes(b"geen Excel")
    bevindingen, gemaakt, _ = controleer_wijk(klein, WIJK)
    assert [bevinding.stopt for bevinding in bevindingen] == [True]
    assert [pad.name for pad in gemaakt] == [PAGINA]
    assert not (klein.uitvoer(WIJK) / KOPIE).exists()


def test_a_list_that_somebody_wrote_in_is_put_aside(klein: Project) -> None:
    controleer_wijk(klein, WIJK)
    bederf(klein.uitvoer(WIJK) / KOPIE, lambda werkmap: werkmap.create_sheet("Afspraken"))
    geschreven = (klein.uitvoer(WIJK) / KOPIE).read_bytes()
    controleer_wijk(klein, WIJK)
    (opzij,) = (klein.uitvoer(WIJK) / "archief").iterdir()
    assert opzij.read_bytes() == geschreven


def test_checking_between_two_plans_makes_nobody_an_editor(klein: Project) -> None:
    maak_plan(klein, WIJK, lambda _: None)
    controleer_wijk(klein, WIJK)
    assert maak_plan(klein, WIJK, lambda _: None).opzij == []


def test_the_figures_of_the_other_wijken_are_looked_at(tmp_path: Path) -> None:
    project = klein_project(tmp_path, "a", "b")

    def ander_jaarcijfer(werkmap: object) -> None:
        blad = werkmap["Wijkgegevens"]  # type: ignore[index]
        for cel in (cel for rij in blad.iter_rows() for cel in rij if cel.value in (163758, 161857)):
            cel.value = 99999

    bederf(project.werkmap("b"), ander_jaarcijfer)
    assert len(lees_wijkgegevens(project.werkmap("b"))) == len(lees_wijkgegevens(project.werkmap("a"))) > 0
    project.werkmap("b").write_bytes(b"geen Excel")
    assert lees_wijkgegevens(project.werkmap("b")) == []
    assert lees(project, "a").plan.sleutel == "a"


def test_fouten_give_exit_code_1_and_their_absence_0(klein: Project) -> None:
    goed = wijkplan(klein.map, "controleer", WIJK)
    assert (goed.returncode, goed.stderr) == (0, "")
    bederf(klein.werkmap(WIJK), lambda werkmap: werkmap["Plan"]["B4"].__setattr__("value", None))
    fout = wijkplan(klein.map, "controleer", WIJK)
    assert fout.returncode == 1
    assert "Traceback" not in fout.stdout + fout.stderr


def test_a_concept_with_fouten_is_made_and_ends_well(klein: Project) -> None:
    def verpest(werkmap: object) -> None:
        blad = werkmap["Plan"]  # type: ignore[index]
        for rij in blad.iter_rows():
            if rij[0].value in ("Afkorting", "Status"):
                rij[1].value = None if rij[0].value == "Afkorting" else "concept"

    bederf(klein.werkmap(WIJK), verpest)
    proces = wijkplan(klein.map, "plan", WIJK)
    assert proces.returncode == 0, proces.stderr
    assert "Vul de cel in." in proces.stdout
    assert proces.stdout.rstrip().splitlines()[-1].endswith(" gebruikt, 1 gemeld")
    geweigerd = wijkplan(klein.map, "plan", WIJK, "--status", "definitief")
    assert geweigerd.returncode == 1
    assert "waarschuwing" in proces.stdout
    assert not {"waarschuwing", "tip,"} & set(geweigerd.stderr.split())
    assert "jp.xlsx, blad Plan: 1 fout\n\n  fout, cel B" in geweigerd.stderr
    assert "kan nog niet definitief" in geweigerd.stderr


def test_all_findings_come_with_the_refusal(klein: Project) -> None:
    def verpest(werkmap: object) -> None:
        blad = werkmap["Plan"]  # type: ignore[index]
        for rij in blad.iter_rows():
            if rij[0].value == "Afkorting":
                rij[1].value = None

    bederf(klein.werkmap(WIJK), verpest)
    with pytest.raises(InvoerFout) as fout:
        maak_plan(klein, WIJK, lambda _: None, definitief=True)
    assert "veld-ontbreekt" in {bevinding.code for bevinding in fout.value.bevindingen}


def test_an_open_place_without_a_fout_of_its_own_is_named_in_the_refusal(klein: Project) -> None:
    bederf(klein.werkmap(WIJK), lambda werkmap: werkmap["Activiteiten"].delete_rows(4, 20))
    geweigerd = wijkplan(klein.map, "plan", WIJK, "--status", "definitief")
    assert geweigerd.returncode == 1
    assert "fout, " in geweigerd.stderr
    assert "ctiviteiten" in geweigerd.stderr


@pytest.mark.parametrize(
    "anders",
    ["{{P Samenvatting }}", "{{p\u00a0samenvatting }}", "{{p </w:t></w:r><w:r><w:tab/><w:t>samenvatting }}"],
)
def test_a_tag_that_was_mended_is_accounted_for(anders: str, klein: Project) -> None:
    telling = controleer_wijk(klein, WIJK)[2]
    met_tekst(klein, anders, "{{p samenvatting }}")
    assert controleer_wijk(klein, WIJK)[2] == telling
