"""Files come into place all together or not at all, and what a person changed is kept."""

from __future__ import annotations

import datetime
import json
import multiprocessing
import os
from pathlib import Path

import pytest

from pipeline.errors import InGebruikFout, OmgevingFout
from pipeline.publish import (
    ADMINISTRATIE,
    ARCHIEF,
    Administratie,
    eigen_map,
    lees_administratie,
    publiceer,
    vingerafdruk,
)

WORD, PDF = "wijkplan-oost.docx", "wijkplan-oost.pdf"
GEWIJZIGD = datetime.datetime(2026, 3, 1, 14, 5, 9).astimezone()
ARCHIEFNAAM = "wijkplan-oost 2026-03-01 14.05.09"


@pytest.fixture
def uitvoer(tmp_path: Path) -> Path:
    return tmp_path / "outputs" / "oost"


def maak(uitvoer: Path, inhoud: str, *, met_pdf: bool = True) -> list[str]:
    """Publish a Word file and a PDF with this content; return what was put aside."""
    with eigen_map(uitvoer) as werk:
        namen = [WORD, PDF] if met_pdf else [WORD]
        for naam in namen:
            (werk / naam).write_text(f"{inhoud} {naam}", encoding="utf-8")
        opzij = publiceer(werk, namen, uitvoer, vervallen=[] if met_pdf else [PDF], paginas={"bijlage_1": 9})
    return [str(pad.relative_to(uitvoer)) for pad in opzij]


def stand(uitvoer: Path) -> dict[str, str]:
    """Return the files in a folder and below, by name, but for the administration and the lock."""
    return {
        str(pad.relative_to(uitvoer)): pad.read_text(encoding="utf-8")
        for pad in sorted(uitvoer.rglob("*"))
        if pad.is_file() and not pad.name.startswith(".")
    }


def bewerk(pad: Path, inhoud: str = "van een mens") -> None:
    pad.write_text(inhoud, encoding="utf-8")
    os.utime(pad, (GEWIJZIGD.timestamp(), GEWIJZIGD.timestamp()))


def nieuw(inhoud: str) -> dict[str, str]:
    return {WORD: f"{inhoud} {WORD}", PDF: f"{inhoud} {PDF}"}


# In place


def test_the_first_run_puts_its_files_in_a_folder_of_the_wijk(uitvoer: Path) -> None:
    assert maak(uitvoer, "een") == []
    assert stand(uitvoer) == nieuw("een")


def test_a_next_run_replaces_what_the_last_one_made(uitvoer: Path) -> None:
    maak(uitvoer, "een")
    assert maak(uitvoer, "twee") == []
    assert stand(uitvoer) == nieuw("twee")


def test_it_is_noted_what_was_made_and_on_which_pages(uitvoer: Path) -> None:
    maak(uitvoer, "een")
    vingerafdrukken = {naam: vingerafdruk(uitvoer / naam) for naam in (WORD, PDF)}
    assert lees_administratie(uitvoer) == Administratie(vingerafdrukken, {"bijlage_1": 9})


def test_a_run_without_a_pdf_takes_the_old_one_away(uitvoer: Path) -> None:
    maak(uitvoer, "een")
    assert maak(uitvoer, "twee", met_pdf=False) == []
    assert stand(uitvoer) == {WORD: f"twee {WORD}"}


def test_nothing_of_the_work_stays_behind(uitvoer: Path) -> None:
    maak(uitvoer, "een")
    assert {pad.name for pad in uitvoer.iterdir()} == {WORD, PDF, ADMINISTRATIE, ".bezig"}


# What a person changed


@pytest.mark.parametrize("naam", [WORD, PDF])
def test_a_changed_file_is_moved_to_the_archive_under_its_date_and_time(naam: str, uitvoer: Path) -> None:
    maak(uitvoer, "een")
    bewerk(uitvoer / naam)
    plek = str(Path(ARCHIEF, ARCHIEFNAAM + Path(naam).suffix))
    assert maak(uitvoer, "twee") == [plek]
    assert stand(uitvoer) == nieuw("twee") | {plek: "van een mens"}


def test_a_changed_pdf_is_kept_too_when_no_new_one_is_made(uitvoer: Path) -> None:
    maak(uitvoer, "een")
    bewerk(uitvoer / PDF)
    plek = str(Path(ARCHIEF, f"{ARCHIEFNAAM}.pdf"))
    assert maak(uitvoer, "twee", met_pdf=False) == [plek]
    assert stand(uitvoer) == {WORD: f"twee {WORD}", plek: "van een mens"}


def test_files_of_the_same_moment_all_stay(uitvoer: Path) -> None:
    for keer in range(3):
        maak(uitvoer, "een")
        bewerk(uitvoer / WORD, f"mens {keer}")
    maak(uitvoer, "een")
    archief = {naam: inhoud for naam, inhoud in stand(uitvoer).items() if naam.startswith(ARCHIEF)}
    assert archief == {
        str(Path(ARCHIEF, f"{ARCHIEFNAAM}.docx")): "mens 0",
        str(Path(ARCHIEF, f"{ARCHIEFNAAM} (2).docx")): "mens 1",
        str(Path(ARCHIEF, f"{ARCHIEFNAAM} (3).docx")): "mens 2",
    }


@pytest.mark.parametrize(
    "administratie",
    [
        None,
        "",
        "geen json",
        "[]",
        "{}",
        "null",
        '{"vingerafdrukken": 3, "paginas": {}}',
        '{"vingerafdrukken": {}}',
    ],
)
def test_a_file_of_unknown_origin_is_kept(administratie: str | None, uitvoer: Path) -> None:
    uitvoer.mkdir(parents=True)
    bewerk(uitvoer / WORD)
    if administratie is not None:
        (uitvoer / ADMINISTRATIE).write_text(administratie, encoding="utf-8")
    assert maak(uitvoer, "een") == [str(Path(ARCHIEF, f"{ARCHIEFNAAM}.docx"))]
    assert "van een mens" in stand(uitvoer).values()


def test_a_folder_in_the_way_is_kept_too(uitvoer: Path) -> None:
    (uitvoer / PDF).mkdir(parents=True)
    bewerk(uitvoer / PDF / "notitie.txt")
    (plek,) = maak(uitvoer, "een")
    assert stand(uitvoer) == nieuw("een") | {str(Path(plek, "notitie.txt")): "van een mens"}


# All or nothing


def test_when_the_last_step_fails_all_is_as_it_was(uitvoer: Path) -> None:
    maak(uitvoer, "een")
    bewerk(uitvoer / WORD)
    voor = stand(uitvoer)
    (uitvoer / ADMINISTRATIE).unlink()
    (uitvoer / ADMINISTRATIE / "in de weg").mkdir(parents=True)
    with pytest.raises(OmgevingFout, match=r"Lezen of schrijven lukt niet: .*\.wijkplan\.json"):
        maak(uitvoer, "twee")
    assert stand(uitvoer) == voor


def test_when_a_new_file_is_missing_the_old_ones_stay(uitvoer: Path) -> None:
    maak(uitvoer, "een")
    bewerk(uitvoer / PDF)
    voor = stand(uitvoer)
    with eigen_map(uitvoer) as werk:
        (werk / WORD).write_text("twee", encoding="utf-8")
        with pytest.raises(OmgevingFout):
            publiceer(werk, [WORD, PDF], uitvoer, paginas={})
    assert stand(uitvoer) == voor
    assert maak(uitvoer, "drie") == [str(Path(ARCHIEF, f"{ARCHIEFNAAM}.pdf"))]


def test_when_the_archive_cannot_be_made_nothing_is_touched(uitvoer: Path) -> None:
    maak(uitvoer, "een")
    bewerk(uitvoer / PDF)
    (uitvoer / ARCHIEF).write_text("een bestand, geen map", encoding="utf-8")
    voor = stand(uitvoer)
    with pytest.raises(OmgevingFout, match=ARCHIEF):
        maak(uitvoer, "twee")
    assert stand(uitvoer) == voor


def test_a_run_that_breaks_off_before_publishing_changes_nothing(uitvoer: Path) -> None:
    maak(uitvoer, "een")
    voor = stand(uitvoer)
    with pytest.raises(KeyboardInterrupt), eigen_map(uitvoer) as werk:  # noqa: PT012 - it breaks off inside
        (werk / WORD).write_text("half", encoding="utf-8")
        raise KeyboardInterrupt
    assert stand(uitvoer) == voor
    assert not (uitvoer / ".werk").exists()


# One run at a time, in a folder that can be written


def _bezet(uitvoer: Path, begonnen: object, klaar: object) -> None:
    with eigen_map(uitvoer):
        begonnen.set()  # type: ignore[attr-defined]
        klaar.wait(10)  # type: ignore[attr-defined]


def test_a_second_run_on_a_wijk_says_so_and_stops_at_once(uitvoer: Path) -> None:
    soort = multiprocessing.get_context("spawn")
    begonnen, klaar = soort.Event(), soort.Event()
    eerste = soort.Process(target=_bezet, args=(uitvoer, begonnen, klaar))
    eerste.start()
    try:
        assert begonnen.wait(10)
        with pytest.raises(InGebruikFout, match="al een opdracht bezig met de wijk oost") as fout:
            maak(uitvoer, "twee")
        assert fout.value.exit_code == 4
        assert (uitvoer / ".werk").is_dir()
        maak(uitvoer.parent / "west", "een")
    finally:
        klaar.set()
        eerste.join()
    assert maak(uitvoer, "drie") == []


def test_a_run_that_was_killed_does_not_lock_out_the_next(uitvoer: Path) -> None:
    soort = multiprocessing.get_context("spawn")
    begonnen, klaar = soort.Event(), soort.Event()
    eerste = soort.Process(target=_bezet, args=(uitvoer, begonnen, klaar))
    eerste.start()
    assert begonnen.wait(10)
    eerste.kill()
    eerste.join()
    (uitvoer / ".werk" / "half.docx").write_text("half", encoding="utf-8")
    assert maak(uitvoer, "twee") == []
    assert stand(uitvoer) == nieuw("twee")


def test_a_file_where_the_folder_must_come_is_told(uitvoer: Path) -> None:
    uitvoer.parent.write_text("in de weg", encoding="utf-8")
    with pytest.raises(OmgevingFout, match=r"Lezen of schrijven lukt niet: .*outputs"):
        maak(uitvoer, "een")
    assert uitvoer.parent.read_text(encoding="utf-8") == "in de weg"


def test_a_file_where_the_work_folder_must_come_is_told(uitvoer: Path) -> None:
    uitvoer.mkdir(parents=True)
    (uitvoer / ".werk").write_text("in de weg", encoding="utf-8")
    with pytest.raises(OmgevingFout, match=r"\.werk"):
        maak(uitvoer, "een")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(uitvoer: Path) -> None:
    uitvoer.mkdir(parents=True)
    uitvoer.chmod(0o555)
    with pytest.raises(OmgevingFout, match="rechten"):
        maak(uitvoer, "een")


def test_the_administration_can_be_read_by_a_person(uitvoer: Path) -> None:
    maak(uitvoer, "een")
    inhoud = json.loads((uitvoer / ADMINISTRATIE).read_text(encoding="utf-8"))
    assert set(inhoud) == {"vingerafdrukken", "paginas", "herkomst", "versies"}


def test_what_goes_to_the_archive_is_kept_though_the_program_made_it(uitvoer: Path) -> None:
    maak(uitvoer, "een")
    with eigen_map(uitvoer) as werk:
        (werk / WORD).write_text("twee", encoding="utf-8")
        (opzij,) = publiceer(werk, [WORD], uitvoer, vervallen=[PDF], naar_archief=[PDF, "niet daar.docx"])
    assert (opzij.parent.name, opzij.read_text(encoding="utf-8")) == (ARCHIEF, f"een {PDF}")
    assert not (uitvoer / PDF).exists()
