"""LibreOffice makes PDFs; when it crashes, hangs or lies, that is told and nothing is left behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from pipeline.errors import OmgevingFout
from pipeline.pdf import soffice
from pipeline.pdf.outline import koppen_met_pagina
from pipeline.pdf.soffice import LibreOffice, Omzetfout, te_oud, vind_soffice
from tests.conftest import WORTEL
from tests.document.voorbeeld import bewaar, plan
from tests.opdracht import WIJK, klein_project, wijkplan
from tests.pdf import programma
from tests.pdf.programma import levend, processen

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the programs that stand in are shell scripts")


@pytest.fixture(autouse=True)
def tijdelijk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of its own for temporary files, which must be empty at the end; and little patience."""
    plek = tmp_path / "tijdelijk"
    plek.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(plek))
    monkeypatch.setenv("TMPDIR", str(plek))
    monkeypatch.setattr(soffice, "TIJDSLIMIET", 0.6)
    yield plek
    assert list(plek.iterdir()) == []


@pytest.fixture
def echt(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The real program, with the patience that it gets."""
    monkeypatch.setattr(soffice, "TIJDSLIMIET", 60.0)
    gevonden = vind_soffice()
    assert gevonden is not None
    return gevonden


@pytest.fixture
def word(tmp_path: Path) -> Path:
    return bewaar(plan(), tmp_path / "plan met spatie #2 é.docx")


# Where it is found


def test_it_is_found_on_the_path_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    eigen, _ = programma.schrijf(tmp_path / "bin", programma.CRASHT)
    monkeypatch.setenv("PATH", str(eigen.parent))
    assert vind_soffice() == eigen


def test_it_is_found_at_its_fixed_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    eigen, _ = programma.schrijf(tmp_path / "bin", programma.CRASHT)
    monkeypatch.setenv("PATH", str(tmp_path / "leeg"))
    monkeypatch.setattr(soffice, "_VASTE_PLEKKEN", (str(tmp_path / "weg"), str(eigen)))
    assert vind_soffice() == eigen


def test_a_computer_without_it_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "leeg"))
    monkeypatch.setattr(soffice, "_VASTE_PLEKKEN", (str(tmp_path / "weg"),))
    assert vind_soffice() in (None, *Path("/opt").glob("libreoffice*/program/soffice"))


# When it works


def test_it_makes_one_pdf_after_another_wherever_it_works(
    echt: Path, word: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "map #1 é&'").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "map #1 é&'"))
    with LibreOffice(echt) as libreoffice:
        for naam in ("een é #.pdf", "twee.pdf"):
            libreoffice.maak_pdf(word, tmp_path / naam)
    for naam in ("een é #.pdf", "twee.pdf"):
        with pikepdf.open(tmp_path / naam) as pdf:
            assert len(pdf.pages) > 10
    assert list((tmp_path / "map #1 é&'").iterdir()) == []


def test_an_old_pdf_is_not_taken_for_the_new_one(tmp_path: Path, word: Path) -> None:
    nep, _ = programma.schrijf(tmp_path / "bin", programma.ZEGT_GOED_MAAR_MAAKT_NIETS)
    pdf = tmp_path / "oud.pdf"
    pdf.write_bytes(b"oud")
    with LibreOffice(nep) as libreoffice, pytest.raises(Omzetfout, match=r"geen PDF maken"):
        libreoffice.maak_pdf(word, pdf)
    assert not pdf.exists()


def test_when_it_is_killed_a_second_one_does_the_work(echt: Path, word: Path, tmp_path: Path) -> None:
    with LibreOffice(echt) as libreoffice:
        libreoffice.maak_pdf(word, tmp_path / "een.pdf")
        assert libreoffice._proces is not None
        os.killpg(libreoffice._proces.pid, signal.SIGKILL)
        libreoffice.maak_pdf(word, tmp_path / "twee.pdf")
    assert (tmp_path / "twee.pdf").stat().st_size == pytest.approx(
        (tmp_path / "een.pdf").stat().st_size, rel=0.01
    )


def test_a_word_file_that_is_not_there_is_told(echt: Path, tmp_path: Path) -> None:
    with LibreOffice(echt) as libreoffice, pytest.raises(Omzetfout, match=r"weg\.docx geen PDF maken"):
        libreoffice.maak_pdf(tmp_path / "weg.docx", tmp_path / "x.pdf")


def test_it_tells_its_version(echt: Path) -> None:
    with LibreOffice(echt) as libreoffice:
        assert re.fullmatch(r"\d+\.\d+\.\d+\.\d+", libreoffice.versie())
        assert not te_oud(libreoffice.versie())


@pytest.mark.parametrize(
    ("versie", "oud"),
    [("7.3.9.1", True), ("6.4", True), ("7.4.7.2", False), ("24.8.1.2", False), ("", False), ("?", False)],
)
def test_a_version_older_than_what_was_tested_is_known(versie: str, oud: bool) -> None:
    assert te_oud(versie) is oud


def test_the_pages_alone_are_those_of_the_pdf(echt: Path, word: Path, tmp_path: Path) -> None:
    with LibreOffice(echt) as libreoffice:
        paginas = libreoffice.paginas(word)
        libreoffice.maak_pdf(word, tmp_path / "x.pdf")
    koppen = [pagina for naam, pagina in paginas.items() if naam.startswith("_Toc")]
    assert koppen == [pagina for _, pagina in koppen_met_pagina(tmp_path / "x.pdf")]


def test_a_fresh_one_takes_over_in_time(
    echt: Path, word: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soffice, "VERNIEUW_NA", 2)
    pids = []
    with LibreOffice(echt) as libreoffice:
        for _ in range(3):
            libreoffice.maak_pdf(word, tmp_path / "x.pdf")
            assert libreoffice._proces is not None
            pids.append(libreoffice._proces.pid)
    assert pids[0] == pids[1] != pids[2]


# When it does not


@pytest.mark.parametrize(
    ("gedrag", "melding"),
    [
        (programma.CRASHT, "stopte voordat de PDF klaar was"),
        (programma.CRASHT_EN_LAAT_ACHTER, "stopte voordat de PDF klaar was"),
        (programma.HANGT, "was na 1 seconden nog niet klaar"),
        (programma.ZEGT_FOUT, r"kon van plan met spatie #2 é\.docx geen PDF maken \(bestand is kapot\)"),
        (programma.ZEGT_GOED_MAAR_MAAKT_NIETS, "geen PDF maken"),
    ],
)
def test_it_is_tried_twice_and_then_told(gedrag: str, melding: str, word: Path, tmp_path: Path) -> None:
    nep, logboek = programma.schrijf(tmp_path / "bin", gedrag)
    with LibreOffice(nep) as libreoffice, pytest.raises(Omzetfout, match=melding):
        libreoffice.maak_pdf(word, tmp_path / "x.pdf")
    starts = [pid for pid in processen(logboek) if pid]
    assert len(starts) == 2 * (1 + gedrag.count("logboek"))
    assert levend(logboek) == []


@pytest.mark.parametrize("inhoud", ["geen programma", "#!/bestaat/niet\n"])
def test_a_program_that_cannot_be_started_is_told(inhoud: str, word: Path, tmp_path: Path) -> None:
    nep = tmp_path / "soffice"
    nep.write_text(inhoud, encoding="utf-8")
    for rechten in (0o755, 0o644):
        nep.chmod(rechten)
        with (
            LibreOffice(nep) as libreoffice,
            pytest.raises(Omzetfout, match=r"kon niet worden gestart \(.*soffice\)"),
        ):
            libreoffice.maak_pdf(word, tmp_path / "x.pdf")


def test_whatever_happens_it_is_ended(tmp_path: Path) -> None:
    nep, logboek = programma.schrijf(tmp_path / "bin", programma.WACHT)
    libreoffice = LibreOffice(nep)
    _wacht_op(logboek, 2)
    libreoffice.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert levend(logboek) == []


def test_one_that_hears_nothing_is_killed(tmp_path: Path) -> None:
    nep, logboek = programma.schrijf(tmp_path / "bin", programma.HANGT)
    with LibreOffice(nep):
        _wacht_op(logboek, 2)
    assert levend(logboek) == []


def test_one_that_is_not_asked_anything_ends_soon(echt: Path) -> None:
    begin = time.monotonic()
    with LibreOffice(echt) as libreoffice:
        proces = libreoffice._proces
    assert proces is not None
    assert proces.poll() is not None
    assert time.monotonic() - begin < 6


def test_when_its_master_is_killed_it_ends_and_leaves_nothing(echt: Path, tijdelijk: Path) -> None:
    programma_ = (
        "import sys; from pathlib import Path; from pipeline.pdf.soffice import LibreOffice\n"
        "lo = LibreOffice(Path(sys.argv[1])); lo.versie()\n"
        "print(lo._proces.pid, lo._buis, flush=True); input()"
    )
    opdracht = [sys.executable, "-c", programma_, str(echt)]
    buis = subprocess.PIPE
    env = os.environ | {"PYTHONPATH": str(WORTEL)}
    with subprocess.Popen(opdracht, stdin=buis, stdout=buis, encoding="utf-8", env=env) as meester:
        assert meester.stdout is not None
        pid, pijp = meester.stdout.readline().split()
        assert Path(pijp).exists()
        assert list(tijdelijk.iterdir())
        meester.kill()
    einde = time.monotonic() + 10
    while programma.leeft(int(pid)) or Path(pijp).exists() or list(tijdelijk.iterdir()):
        assert time.monotonic() < einde
        time.sleep(0.05)


def test_one_that_is_killed_leaves_no_socket(echt: Path) -> None:
    with LibreOffice(echt) as libreoffice:
        libreoffice.versie()
        assert libreoffice._buis.exists()
        assert libreoffice._proces is not None
        os.killpg(libreoffice._proces.pid, signal.SIGKILL)
        time.sleep(0.1)
        assert libreoffice._buis.exists()
    assert not libreoffice._buis.exists()


def test_the_error_is_one_of_the_machine_that_a_user_can_mend() -> None:
    assert issubclass(Omzetfout, OmgevingFout)


def _wacht_op(logboek: Path, aantal: int) -> None:
    einde = time.monotonic() + 5
    while len(processen(logboek)) < aantal:
        assert time.monotonic() < einde
        time.sleep(0.01)


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_folder_with_any_name_gives_a_pdf_in_any_locale(locale: str, tmp_path: Path) -> None:
    """The locale C knows no accents, and LibreOffice then opens no file in a folder that has one."""
    project = klein_project(tmp_path / "Wijk Café #1 100% 'eén' [x]")
    environment = os.environ | {"LC_ALL": locale, "LANG": locale}
    process = wijkplan(project.map, "plan", WIJK, env=environment)
    assert (process.returncode, process.stderr) == (0, "")
    assert (project.uitvoer(WIJK) / f"wijkplan-{WIJK}.pdf").is_file()
    assert "Er is geen PDF" not in process.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are in Unicode")
def test_a_name_that_is_no_unicode_gives_a_pdf(tmp_path: Path) -> None:
    wijk = os.fsdecode(b"caf\xe9")
    project = klein_project(tmp_path, wijk)
    process = wijkplan(project.map, "plan", wijk)
    assert (process.returncode, process.stderr) == (0, "")
    assert (project.uitvoer(wijk) / f"wijkplan-{wijk}.pdf").is_file()
