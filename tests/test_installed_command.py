"""The command as it is installed from the package: whole, and at home in any folder with input."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import WORTEL
from tests.opdracht import WIJK, klein_project


@pytest.fixture(scope="module")
def wiel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, built from a copy of the sources."""
    bron = tmp_path_factory.mktemp("bron")
    for naam in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(WORTEL / naam, bron)
    shutil.copytree(WORTEL / "pipeline", bron / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    bouw = ["wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", "wiel", "."]
    subprocess.run([*pip, *bouw], cwd=bron, check=True, timeout=120)
    (wiel,) = (bron / "wiel").glob("*.whl")
    return wiel


@pytest.fixture(scope="module")
def geinstalleerd(wiel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the package is installed."""
    doel = tmp_path_factory.mktemp("installatie")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    opties = ["install", "--quiet", "--no-deps", "--no-index", "--no-compile", "--target", str(doel)]
    subprocess.run([*pip, *opties, str(wiel)], check=True, timeout=120)
    return doel


def voer_uit(geinstalleerd: Path, plek: Path, *argumenten: str) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": str(geinstalleerd)}
    programma = next(pad for pad in (geinstalleerd / "bin").glob("wijkplan*"))
    return subprocess.run(
        [programma, *argumenten],
        cwd=plek,
        env=env,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


def test_the_package_holds_the_pipeline_and_nothing_else(wiel: Path) -> None:
    with zipfile.ZipFile(wiel) as pakket:
        namen = {naam for naam in pakket.namelist() if ".dist-info/" not in naam}
    bestanden = [pad for pad in (WORTEL / "pipeline").rglob("*") if pad.is_file()]
    bron = {pad.relative_to(WORTEL).as_posix() for pad in bestanden if pad.suffix != ".pyc"}
    assert namen == bron
    assert len(bron) > 40


def test_the_installed_command_makes_a_plan_in_any_project_folder(
    geinstalleerd: Path, tmp_path: Path
) -> None:
    project = klein_project(tmp_path / "mijn project é")
    proces = voer_uit(geinstalleerd, project.map, "plan", WIJK)
    assert (proces.returncode, proces.stderr) == (0, "")
    namen = (f"wijkplan-{WIJK}.docx", f"wijkplan-{WIJK}.pdf", "toegankelijkheid.html")
    gemaakt = [f"Gemaakt: {Path('outputs', WIJK, naam)}" for naam in namen]
    *_, word, pdf, bericht, account = proces.stdout.splitlines()
    assert [word, pdf, bericht] == gemaakt
    assert " cellen: " in account
    assert all((project.uitvoer(WIJK) / naam).is_file() for naam in namen)


def test_the_installed_command_is_that_of_the_package(geinstalleerd: Path, tmp_path: Path) -> None:
    assert voer_uit(geinstalleerd, tmp_path, "--version").stdout.startswith("wijkplan ")
    proces = subprocess.run(
        [sys.executable, "-c", "import pipeline; print(pipeline.__file__)"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(geinstalleerd)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert Path(proces.stdout.strip()).is_relative_to(geinstalleerd)


def test_the_module_runs_as_the_command_does(tmp_path: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(WORTEL)}
    als_module = [sys.executable, "-m", "pipeline", "plannen"]
    proces = subprocess.run(
        als_module, cwd=tmp_path, env=env, capture_output=True, check=False, encoding="utf-8"
    )
    assert proces.returncode == 2
    assert "staat geen map inputs" in proces.stderr
