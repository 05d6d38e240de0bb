"""What has not changed is not made again; every change of what a plan is made of is seen."""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import ongewijzigd as herhaling
from pipeline.aanpak import Aanpak
from pipeline.assemble import maak_plan
from pipeline.errors import GebruikFout
from pipeline.ongewijzigd import ongewijzigd
from pipeline.project import Project
from pipeline.publish import ADMINISTRATIE
from tests.document.beeld import schrijf
from tests.opdracht import WIJK, klein_project, wijkplan, zonder_libreoffice
from tests.workbook.voorbeeld import bederf


@pytest.fixture(scope="module")
def ooit(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project of two wijken with the plan of one made, once for all tests of this module."""
    project = klein_project(tmp_path_factory.mktemp("ooit"), WIJK, "zuid")
    maak_plan(project, WIJK, lambda _: None)
    return project


@pytest.fixture
def gemaakt(ooit: Project, tmp_path: Path) -> Project:
    shutil.copytree(ooit.map, tmp_path / "gemaakt")
    return Project(tmp_path / "gemaakt")


def zet(project: Project, wijk: str, blad: str, cel: str, waarde: object) -> None:
    def doe(werkmap: object) -> None:
        werkmap[blad][cel].value = waarde  # type: ignore[index]

    bederf(project.werkmap(wijk), doe)


# The same


def test_a_plan_that_would_come_out_the_same_is_told_with_its_findings(
    gemaakt: Project,
) -> None:
    eerst = maak_plan(gemaakt, WIJK, lambda _: None)
    weer = ongewijzigd(gemaakt, WIJK, None)
    assert eerst.bevindingen
    assert weer == dataclasses.replace(eerst, ongewijzigd=True)


def test_a_file_that_is_only_saved_again_is_no_change(gemaakt: Project) -> None:
    os.utime(gemaakt.werkmap(WIJK), (0, 1_700_000_000))
    assert ongewijzigd(gemaakt, WIJK, None) is not None


def test_other_words_of_another_wijk_are_no_change(gemaakt: Project) -> None:
    zet(gemaakt, "zuid", "Organisaties", "A5", "Een andere organisatie")
    assert ongewijzigd(gemaakt, WIJK, None) is not None


def test_checking_leaves_it_known(gemaakt: Project) -> None:
    assert wijkplan(gemaakt.map, "controleer", WIJK).returncode == 0
    assert ongewijzigd(gemaakt, WIJK, None) is not None


# Changed


def _bewerkt(project: Project) -> None:
    (project.uitvoer(WIJK) / f"wijkplan-{WIJK}.docx").write_bytes(b"van een mens")


VERANDERINGEN: dict[str, Callable[[Project], object]] = {
    "workbook": lambda p: zet(p, WIJK, "Organisaties", "A5", "Een andere organisatie"),
    "gemeente.xlsx": lambda p: shutil.copy(p.werkmap(WIJK), p.gemeente),
    "template": lambda p: p.sjabloon.write_bytes(p.sjabloon.read_bytes() + b" "),
    "picture": lambda p: schrijf(p.afbeeldingen(WIJK) / "nieuw.png"),
    "figures of another wijk": lambda p: zet(p, "zuid", "Wijkgegevens", "D5", 12345),
    "another wijk more": lambda p: shutil.copytree(p.werkmap("zuid").parent, p.werkmap("west").parent),
    "open in Excel": lambda p: p.werkmap(WIJK).with_name(f"~${WIJK}.xlsx").touch(),
    "gemeente open in Excel": lambda p: p.gemeente.with_name("~$gemeente.xlsx").touch(),
    "Word file gone": lambda p: (p.uitvoer(WIJK) / f"wijkplan-{WIJK}.docx").unlink(),
    "PDF gone": lambda p: (p.uitvoer(WIJK) / f"wijkplan-{WIJK}.pdf").unlink(),
    "Word file edited": _bewerkt,
    "note gone": lambda p: (p.uitvoer(WIJK) / ADMINISTRATIE).unlink(),
    "note of another version": lambda p: (p.uitvoer(WIJK) / ADMINISTRATIE).write_text(
        json.dumps({"vingerafdrukken": {}, "paginas": {}, "herkomst": {"iets": 1}}), encoding="utf-8"
    ),
}


@pytest.mark.parametrize("wat", VERANDERINGEN)
def test_a_change_is_seen(wat: str, gemaakt: Project) -> None:
    assert ongewijzigd(gemaakt, WIJK, None) is not None
    gemaakt.afbeeldingen(WIJK).mkdir(exist_ok=True)
    VERANDERINGEN[wat](gemaakt)
    assert ongewijzigd(gemaakt, WIJK, None) is None


@pytest.mark.parametrize("deel", ["_programma", "_libreoffice"])
def test_another_program_is_a_change(deel: str, gemaakt: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(herhaling, deel, lambda: "een andere versie")
    assert ongewijzigd(gemaakt, WIJK, None) is None


def test_another_source_is_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    eerst = herhaling._programma.__wrapped__()
    bron = tmp_path / "pipeline"
    shutil.copytree(Path(herhaling.__file__).parent, bron)
    monkeypatch.setattr("pipeline.__file__", str(bron / "__init__.py"))
    assert herhaling._programma.__wrapped__() == eerst
    with (bron / "model.py").open("a", encoding="utf-8") as module:
        module.write("# anders\n")
    assert herhaling._programma.__wrapped__() != eerst


def test_another_status_is_a_change(gemaakt: Project) -> None:
    assert ongewijzigd(gemaakt, WIJK, False) is None
    assert ongewijzigd(gemaakt, WIJK, True) is None


def test_what_a_person_changed_is_put_aside_as_ever(gemaakt: Project) -> None:
    _bewerkt(gemaakt)
    proces = wijkplan(gemaakt.map, "plan", WIJK, "--opnieuw")
    assert "Het bewerkte bestand is bewaard als " in proces.stdout
    (bewaard,) = (gemaakt.uitvoer(WIJK) / "archief").iterdir()
    assert bewaard.read_bytes() == b"van een mens"


def test_a_pdf_that_failed_is_tried_again(gemaakt: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    nep = gemaakt.map / "soffice"
    nep.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    nep.chmod(0o755)
    monkeypatch.setattr("pipeline.pdf.soffice.vind_soffice", lambda: nep)
    _bewerkt(gemaakt)
    assert maak_plan(gemaakt, WIJK, lambda _: None, aanpak=Aanpak(opnieuw=True)).geen_pdf
    assert ongewijzigd(gemaakt, WIJK, None) is None


def test_an_unknown_wijk_is_told(gemaakt: Project) -> None:
    with pytest.raises(GebruikFout):
        ongewijzigd(gemaakt, "../gemaakt", None)


# The command


def test_the_command_tells_it_at_once_with_the_to_do_list(gemaakt: Project) -> None:
    eerst = zonder_libreoffice(gemaakt.map, "plan", WIJK)
    weer = zonder_libreoffice(gemaakt.map, "plan", WIJK)
    assert (weer.returncode, weer.stderr) == (0, "")
    stappen = [
        regel for regel in eerst.stdout.splitlines() if regel.startswith("  ") and regel.endswith(" ...")
    ]
    zonder_stappen = [regel for regel in eerst.stdout.splitlines() if regel not in stappen]
    assert len(stappen) == 3
    assert weer.stdout.replace("Ongewijzigd: ", "Gemaakt: ").splitlines() == zonder_stappen
    assert f"Ongewijzigd: {Path('outputs', WIJK, f'wijkplan-{WIJK}.docx')}" in weer.stdout


def test_nothing_heavy_is_imported_for_it(gemaakt: Project) -> None:
    vooraf = "import atexit, sys\natexit.register(lambda: print('MODULES', *sys.modules))"
    proces = wijkplan(gemaakt.map, "plan", WIJK, vooraf=vooraf)
    assert "Ongewijzigd: " in proces.stdout
    modules = set(proces.stdout.split("MODULES")[1].split())
    assert "pipeline.ongewijzigd" in modules
    assert not modules & {
        "openpyxl",
        "pandas",
        "docxtpl",
        "docx",
        "pikepdf",
        "lxml",
        "babel",
        "numpy",
        "rich",
    }
