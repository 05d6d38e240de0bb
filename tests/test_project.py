"""The project folder: where everything stands, and which wijken there are."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import GebruikFout
from pipeline.project import Project, open_project


@pytest.fixture
def leeg(tmp_path: Path) -> Project:
    """A project with its two folders and nothing in them."""
    for naam in ("inputs", "templates"):
        (tmp_path / naam).mkdir()
    return open_project(tmp_path)


def test_every_file_has_its_place(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.sjabloon == tmp_path / "templates" / "wijkplan-sociaal.docx"
    assert project.gemeente == tmp_path / "inputs" / "gemeente.xlsx"
    assert project.werkmap("vbl") == tmp_path / "inputs" / "vbl" / "vbl.xlsx"
    assert project.afbeeldingen("vbl") == tmp_path / "inputs" / "vbl" / "afbeeldingen"
    assert project.uitvoer("vbl") == tmp_path / "outputs" / "vbl"


@pytest.mark.parametrize(
    ("er_is", "ontbreekt"),
    [
        ([], "geen map inputs en geen map templates"),
        (["inputs"], "geen map templates"),
        (["templates"], "geen map inputs"),
    ],
)
def test_a_folder_that_lacks_input_or_template_is_no_project(
    er_is: list[str], ontbreekt: str, tmp_path: Path
) -> None:
    for naam in er_is:
        (tmp_path / naam).mkdir()
    (tmp_path / "outputs").mkdir()
    with pytest.raises(GebruikFout) as fout:
        open_project(tmp_path)
    assert fout.value.exit_code == 2
    assert str(fout.value).startswith(f"In de map {tmp_path} staat {ontbreekt}.\n")


def test_a_file_is_not_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "inputs").mkdir()
    (tmp_path / "templates").touch()
    with pytest.raises(GebruikFout):
        open_project(tmp_path)


def test_the_wijken_are_the_folders_in_inputs_by_name(leeg: Project) -> None:
    for naam in ("vbl", "nieuwland", ".verborgen", "Soesterkwartier"):
        (leeg.map / "inputs" / naam).mkdir()
    (leeg.map / "inputs" / "gemeente.xlsx").touch()
    (leeg.map / "inputs" / "los").touch()
    assert leeg.wijken() == ["Soesterkwartier", "nieuwland", "vbl"]


def test_a_project_without_wijken_has_none(leeg: Project) -> None:
    assert leeg.wijken() == []
    with pytest.raises(GebruikFout, match="nog geen"):
        leeg.controleer_wijk("nieuwland")


def test_a_wijk_that_is_there_is_accepted(leeg: Project) -> None:
    (leeg.map / "inputs" / "vbl").mkdir()
    leeg.controleer_wijk("vbl")


@pytest.mark.parametrize(
    "wijk",
    [
        "",
        ".",
        "..",
        "../vbl",
        "vbl/",
        "vbl/../vbl",
        "/etc",
        "VBL",
        " vbl",
        ".git",
        "gemeente.xlsx",
        "vbl\n",
        "*",
        "\0",
    ],
)
def test_a_wijk_that_is_unknown_or_leads_elsewhere_is_refused_with_those_that_there_are(
    wijk: str, leeg: Project
) -> None:
    for naam in ("vbl", "nieuwland", ".git"):
        (leeg.map / "inputs" / naam).mkdir()
    (leeg.map / "inputs" / "gemeente.xlsx").touch()
    with pytest.raises(GebruikFout) as fout:
        leeg.controleer_wijk(wijk)
    assert f"De wijk '{wijk}' is niet bekend." in str(fout.value)
    assert "Deze wijken zijn er: nieuwland, vbl." in str(fout.value)
    assert "make plan WIJK=nieuwland" in str(fout.value)


@pytest.mark.parametrize(
    "typed",
    [
        *("Nieuwland", "NIEUWLAND", "nieuwland.xlsx", "Nieuwland.XLSM", "inputs/nieuwland", "nieuwland/"),
        *("inputs\\nieuwland\\nieuwland.xlsx", " nieuwland\u00a0", "Ni\u00e9uwland", "nieuw\u00adland"),
    ],
)
def test_a_wijk_is_found_however_it_is_typed(typed: str, tmp_path: Path) -> None:
    for naam in ("nieuwland", "vbl"):
        (tmp_path / "inputs" / naam).mkdir(parents=True)
    assert Project(tmp_path).find_wijk(typed) == "nieuwland"


def test_what_is_no_wijk_or_may_be_two_is_left_as_typed(tmp_path: Path) -> None:
    for naam in ("Noord", "noord", "vbl"):
        (tmp_path / "inputs" / naam).mkdir(parents=True)
    project = Project(tmp_path)
    for typed in ("NOORD", "zuid", "..", "../..", "", "."):
        assert project.find_wijk(typed) == typed
        with pytest.raises(GebruikFout):
            project.controleer_wijk(project.find_wijk(typed))
    assert project.find_wijk("noord") == "noord"
    with pytest.raises(GebruikFout, match="Bedoelt u 'vbl'"):
        project.controleer_wijk("vbll")
