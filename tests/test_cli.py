"""The command: what it says, in Dutch, with which exit code, and that it leaves nothing half."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.errors import GebruikFout
from pipeline.project import Project
from pipeline.publish import eigen_map
from pipeline.status import find_status
from tests.conftest import WORTEL
from tests.opdracht import WIJK, klein_project, nep_libreoffice, opdracht, wijkplan, zonder_libreoffice
from tests.pdf import programma
from tests.workbook.voorbeeld import bederf

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs that stand in are shell scripts")


@pytest.fixture
def klein(tmp_path: Path) -> Project:
    return klein_project(tmp_path)


@pytest.fixture
def vlug(tmp_path: Path) -> dict[str, str]:
    """An environment with a LibreOffice that ends at once: for runs that do not get to the PDF."""
    return nep_libreoffice(tmp_path / "bin")


@contextmanager
def gestart(project: Project, commando: list[str], env: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """Start a command; end it, should the test not get that far."""
    buis = subprocess.PIPE
    with subprocess.Popen(
        commando, cwd=project.map, env=env, stdout=buis, stderr=buis, encoding="utf-8"
    ) as proces:
        try:
            yield proces
        finally:
            proces.terminate()


# A plan is made: 0


def test_a_plan_without_libreoffice_says_how_to_get_the_pdf(klein: Project) -> None:
    proces = zonder_libreoffice(klein.map, "plan", WIJK)
    assert (proces.returncode, proces.stderr) == (0, "")
    regels = proces.stdout.splitlines()
    assert all(regel.startswith("  ") and regel.endswith(" ...") for regel in regels[:3])
    assert regels[-5:] == [
        f"Gemaakt: {Path('outputs', WIJK, 'wijkplan-jp.docx')}",
        f"Gemaakt: {Path('outputs', WIJK, 'toegankelijkheid.html')}",
        "Er is geen PDF gemaakt. LibreOffice staat niet op deze computer.",
        "Installeer LibreOffice (gratis, van libreoffice.org) en geef de opdracht opnieuw. Of open het "
        "Word-bestand, druk op Ctrl+A en F9 om de paginanummers te vullen, en bewaar het als PDF.",
        "125 cellen: 37 in het plan, 87 gebruikt, 1 gemeld",
    ]


def test_starting_afresh_tells_where_the_edited_file_went(klein: Project) -> None:
    word = klein.uitvoer(WIJK) / "wijkplan-jp.docx"
    word.parent.mkdir(parents=True)
    word.write_text("van een mens", encoding="utf-8")
    os.utime(word, (0, 1_700_000_000))
    proces = zonder_libreoffice(klein.map, "plan", WIJK, "--opnieuw")
    assert proces.returncode == 0
    (regel,) = [regel for regel in proces.stdout.splitlines() if "bewaard" in regel]
    plek = klein.map / regel.removeprefix("Het bewerkte bestand is bewaard als ")
    assert plek.read_text(encoding="utf-8") == "van een mens"
    assert plek.parent == klein.uitvoer(WIJK) / "archief"


def test_a_libreoffice_that_crashes_is_told_and_the_word_file_is_made(
    klein: Project, vlug: dict[str, str]
) -> None:
    proces = wijkplan(klein.map, "plan", WIJK, env=vlug)
    assert proces.returncode == 0
    assert (
        "Er is geen PDF gemaakt. LibreOffice stopte voordat de PDF klaar was.\nGeef de opdracht opnieuw."
        in proces.stdout
    )
    assert "Installeer" not in proces.stdout
    assert len((Path(vlug["PATH"].split(os.pathsep)[0]) / "logboek").read_text().split()) == 2


def test_to_a_pipe_goes_plain_text(klein: Project) -> None:
    proces = zonder_libreoffice(klein.map, "plan", WIJK)
    assert all(teken.isprintable() or teken == "\n" for teken in proces.stdout)


def test_a_sign_that_the_terminal_does_not_know_is_no_reason_to_stop(tmp_path: Path) -> None:
    project = klein_project(tmp_path, "oost 😀")
    proces = zonder_libreoffice(project.map, "plannen", PYTHONIOENCODING="cp1252")
    assert (proces.returncode, proces.stderr) == (0, "")
    assert "oost ?" in proces.stdout
    assert (project.uitvoer("oost 😀") / "wijkplan-oost 😀.docx").is_file()


# The input or the template needs work: 1


def test_bad_input_is_told_with_file_sheet_cell_and_column(klein: Project, vlug: dict[str, str]) -> None:
    def verpest(werkmap: object) -> None:
        bladen = {blad.title: blad for blad in werkmap}  # type: ignore[attr-defined]
        bladen["Teksten"].delete_cols(4)
        bladen["Kernaanpakken"]["B4"].value = None
        bladen["Wijkgegevens"]["C5"].value = "#REF!"
        del werkmap["Clusters"]  # type: ignore[attr-defined]

    bederf(klein.werkmap(WIJK), verpest)
    proces = wijkplan(klein.map, "plan", WIJK, env=vlug)
    assert proces.returncode == 1
    gezegd = " ".join(proces.stderr.split())
    for deel in (
        "jp.xlsx, blad Clusters: 1 fout fout, hele blad (blad-ontbreekt) Dit blad ontbreekt. Deze bladen",
        "jp.xlsx, blad Teksten: 1 fout fout, hele blad (kolom-ontbreekt) De kolom 'Soort' ontbreekt. Ver",
        "jp.xlsx, blad Kernaanpakken: 1 fout fout, cel B4 (waarde-ontbreekt) Deze cel is leeg. Verwacht: ",
        "jp.xlsx, blad Wijkgegevens: 1 fout fout, cel C5 (foutwaarde) Er staat de foutwaarde #REF! van E",
        " Doe dit: ",
        "4 fouten, 1 tip Van deze invoer kan geen plan worden gemaakt. Er is niets veranderd in outputs.",
    ):
        assert deel in gezegd
    assert "Traceback" not in proces.stderr
    assert "Gemaakt" not in proces.stdout


@pytest.mark.parametrize("wat", ["werkmap", "gemeente"])
def test_a_workbook_that_is_absent_is_told(wat: str, klein: Project, vlug: dict[str, str]) -> None:
    pad = klein.werkmap(WIJK) if wat == "werkmap" else klein.gemeente
    pad.unlink()
    proces = wijkplan(klein.map, "plan", WIJK, env=vlug)
    assert proces.returncode == 1
    gezegd = " ".join(proces.stderr.split())
    assert gezegd.startswith(
        f"{pad.name}: 1 fout fout, hele bestand (bestand-ontbreekt) Dit bestand is er niet."
    )


def test_a_template_that_is_no_word_file_is_told(klein: Project, vlug: dict[str, str]) -> None:
    klein.sjabloon.write_bytes(b"geen Word")
    proces = wijkplan(klein.map, "plan", WIJK, env=vlug)
    assert proces.returncode == 1
    gezegd = " ".join(proces.stderr.split())
    assert "Het sjabloon is niet te gebruiken: het is geen Word-bestand." in gezegd
    assert gezegd.endswith("Van deze invoer kan geen plan worden gemaakt. Er is niets veranderd in outputs.")
    assert "Traceback" not in proces.stderr


# The command cannot work so: 2


@pytest.mark.parametrize("naam", ["oost", "../..", "jp/../jp", ""])
def test_an_unknown_wijk_is_told_with_those_there_are(
    naam: str, tmp_path: Path, vlug: dict[str, str]
) -> None:
    project = klein_project(tmp_path / "project", WIJK, "zuid")
    proces = wijkplan(project.map, "plan", "--", naam, env=vlug)
    assert proces.returncode == 2
    assert f"De wijk '{naam}' is niet bekend.\nDeze wijken zijn er: jp, zuid.\n" in proces.stderr
    assert not (project.map / "outputs").exists()
    assert {pad.name for pad in tmp_path.iterdir()} == {"bin", "project"}


@pytest.mark.parametrize("argumenten", [["plan", WIJK], ["plannen"]])
def test_a_folder_that_is_no_project_is_told(argumenten: list[str], tmp_path: Path) -> None:
    proces = wijkplan(tmp_path, *argumenten)
    assert proces.returncode == 2
    assert proces.stderr.startswith(f"In de map {tmp_path} staat geen map inputs en geen map templates.")


@pytest.mark.parametrize("argumenten", [[], ["plan"], ["maak"], ["plan", "--snel", "a"]])
def test_a_command_that_is_not_known_or_not_complete_is_told_in_dutch(
    argumenten: list[str], tmp_path: Path
) -> None:
    proces = wijkplan(tmp_path, *argumenten)
    assert (proces.returncode, proces.stdout) == (2, "")
    assert proces.stderr.startswith("Deze opdracht is niet bekend of niet compleet.")
    assert "wijkplan plan nieuwland" in proces.stderr


def test_a_project_without_a_wijk_is_told(klein: Project) -> None:
    shutil.rmtree(klein.werkmap(WIJK).parent)
    proces = wijkplan(klein.map, "plannen")
    assert (proces.returncode, proces.stdout) == (2, "")
    assert proces.stderr == "In de map inputs staat nog geen map van een wijk.\n"


def test_help_and_version_come_without_a_project(tmp_path: Path) -> None:
    uitleg = wijkplan(tmp_path, "--help")
    assert uitleg.returncode == 0
    assert "Maak de plannen van alle wijken in de map inputs." in uitleg.stdout
    assert wijkplan(tmp_path, "--version").stdout.startswith("wijkplan 0.")


# The machine or another run stands in the way: 3 and 4


def test_a_file_where_the_output_must_come_is_told(klein: Project, vlug: dict[str, str]) -> None:
    (klein.map / "outputs").write_text("in de weg", encoding="utf-8")
    proces = wijkplan(klein.map, "plan", WIJK, env=vlug)
    assert proces.returncode == 3
    assert proces.stderr.startswith("Lezen of schrijven lukt niet: ")
    assert "Traceback" not in proces.stderr


def test_a_second_run_at_once_is_told_and_stops(klein: Project, vlug: dict[str, str]) -> None:
    with eigen_map(klein.uitvoer(WIJK)):
        proces = wijkplan(klein.map, "plan", WIJK, env=vlug)
    assert proces.returncode == 4
    assert proces.stderr == "Er is al een opdracht bezig met de wijk jp. Wacht tot die klaar is.\n"


# A fault of the program itself: 70


def test_only_a_fault_of_the_program_shows_a_traceback(klein: Project) -> None:
    stuk = "import pipeline.assemble as a; a.maak_plan = None"
    proces = wijkplan(klein.map, "plan", WIJK, vooraf=stuk)
    assert proces.returncode == 70
    assert "Traceback (most recent call last)" in proces.stderr
    assert proces.stderr.endswith(
        "Dit is een fout in het programma, niet in uw bestanden.\nMeld hem met de tekst hierboven.\n"
    )


# All plans


def test_a_wijk_that_fails_does_not_stop_the_others(tmp_path: Path) -> None:
    project = klein_project(tmp_path, "a", "b", "c")
    project.werkmap("a").write_bytes(b"geen Excel")
    with eigen_map(project.uitvoer("b")):
        proces = zonder_libreoffice(project.map, "plannen")
    assert proces.returncode == 4
    assert proces.stdout.splitlines()[-1] == "1 van de 3 plannen staan klaar."
    assert "Niet gemaakt: a, b.\n" in proces.stderr
    assert [pad.name for pad in (tmp_path / "outputs").glob("*/*.docx")] == ["wijkplan-c.docx"]


# Broken off: nothing is left behind


@pytest.mark.parametrize(
    ("argumenten", "signalen", "gedrag"),
    [
        (["plan", "a"], [signal.SIGINT], programma.WACHT),
        (["plan", "a"], [signal.SIGTERM], programma.WACHT),
        (["plan", "a"], [signal.SIGHUP], programma.WACHT),
        # One that hears nothing gets some seconds; who cannot wait for that asks once more.
        (["plan", "a"], [signal.SIGINT, signal.SIGINT], programma.HANGT),
    ],
)
def test_a_run_that_is_broken_off_leaves_nothing_behind(
    argumenten: list[str], signalen: list[signal.Signals], gedrag: str, tmp_path: Path
) -> None:
    project = klein_project(tmp_path / "project", "a", "b")
    (tmp_path / "tijdelijk").mkdir()
    env = nep_libreoffice(
        tmp_path / "bin",
        gedrag,
        TMPDIR=str(tmp_path / "tijdelijk"),
        PYTHONPATH=str(WORTEL),
    )
    with gestart(project, opdracht(*argumenten), env) as proces:
        assert any("PDF maken" in regel for regel in proces.stdout or [])
        assert (project.uitvoer("a") / ".werk").is_dir()
        assert list((tmp_path / "tijdelijk").iterdir())
        for signaal in signalen:
            proces.send_signal(signaal)
            time.sleep(0.3)
        rest, fouten = proces.communicate(timeout=10)
    assert proces.returncode == 130
    assert fouten.strip() == "Afgebroken. Wat nog niet klaar was, is niet veranderd in outputs."
    assert "Gemaakt" not in rest
    assert programma.levend(tmp_path / "bin" / "logboek") == []
    assert list((tmp_path / "tijdelijk").iterdir()) == []
    assert [pad.name for pad in (project.map / "outputs").rglob("*")] == ["a", ".bezig"]
    with eigen_map(project.uitvoer("a")):
        pass


def test_a_run_that_must_outlive_its_terminal_does(tmp_path: Path) -> None:
    project = klein_project(tmp_path / "project")
    env = nep_libreoffice(tmp_path / "bin", "sleep 0.5; exit 1", PYTHONPATH=str(WORTEL))
    vooraf = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    with gestart(project, opdracht("plan", WIJK, vooraf=vooraf), env) as proces:
        assert any("Werkmap lezen" in regel for regel in proces.stdout or [])
        proces.send_signal(signal.SIGHUP)
        uitvoer, _ = proces.communicate(timeout=10)
    assert proces.returncode == 0
    assert "Gemaakt: " in uitvoer


@pytest.mark.parametrize("typed", ["definitief", "Definitief", " DEFINITIEF\u00a0", None])
def test_a_status_is_found_however_it_is_typed(typed: str | None) -> None:
    assert find_status(typed) is (None if typed is None else True)


def test_another_status_is_refused_with_the_two_there_are() -> None:
    with pytest.raises(GebruikFout, match="Kies concept of definitief"):
        find_status("klaar")
