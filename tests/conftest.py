"""What all tests share: the project itself, a copy to change, and both plans as the pipeline makes them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.assemble import maak_plan
from pipeline.project import Project

WORTEL = Path(__file__).parent.parent
PLANNEN = ("nieuwland", "vbl")


def kopie(doel: Path) -> Project:
    """Copy the input and the template of the project to a folder."""
    for map_naam in ("inputs", "templates"):
        shutil.copytree(WORTEL / map_naam, doel / map_naam)
    return Project(doel)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the project that a test may change; nothing is made yet."""
    return kopie(tmp_path)


@pytest.fixture(scope="session")
def gemaakte_plannen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder with the Word file and the PDF of both plans, by wijk. Not to be changed."""
    gedeeld = kopie(tmp_path_factory.mktemp("plannen"))
    for wijk in PLANNEN:
        maak_plan(gedeeld, wijk, lambda _: None)
    return {wijk: gedeeld.uitvoer(wijk) for wijk in PLANNEN}
