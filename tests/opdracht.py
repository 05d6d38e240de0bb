"""A small project to run the command in, and the command as a process of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.project import Project
from pipeline.workbook.bladen import WijkBladen
from pipeline.workbook.sheets_aanpak import INHOUD, SAMENHANG, SAMENVATTING, THEMA
from pipeline.workbook.write import schrijf_gemeente, schrijf_wijk
from tests.conftest import WORTEL
from tests.pdf import programma
from tests.workbook.voorbeeld import gemeente, getal, tekst, wijk

WIJK = "jp"
ZONDER_LIBREOFFICE = "import pipeline.pdf.soffice as s; s._VASTE_PLEKKEN = ()"
"""What makes a process that finds nothing on its path find no LibreOffice at all."""


def klein_project(map_pad: Path, *wijken: str) -> Project:
    """Make a project with one small invented wijk, or with those given."""
    project = Project(map_pad)
    shutil.copytree(WORTEL / "templates", map_pad / "templates")
    for naam in wijken or (WIJK,):
        project.werkmap(naam).parent.mkdir(parents=True)
        schrijf_wijk(project.werkmap(naam), with_every_text(wijk()))
    schrijf_gemeente(project.gemeente, gemeente())
    return project


def with_every_text(sheets: WijkBladen) -> WijkBladen:
    """Add a text for each part of the plan that lacks one, which would be a fout."""
    rows = [
        replace(
            sheets.teksten[0],
            onderdeel=tekst(part),
            kernaanpak=number,
            kop=tekst(head),
            tekst=tekst(f"Tekst {part}"),
        )
        for part, number, head in (
            (SAMENVATTING, tekst(), ""),
            (THEMA, tekst(), "Wonen"),
            (INHOUD, getal(1), ""),
            (SAMENHANG, getal(1), ""),
        )
    ]
    return replace(sheets, teksten=[*sheets.teksten, *rows])


def omgeving(bin_map: Path, **anders: str) -> dict[str, str]:
    """Return an environment in which `bin_map` comes first, with the changes given."""
    return os.environ | {"PATH": f"{bin_map}{os.pathsep}{os.environ['PATH']}"} | anders


def nep_libreoffice(map_pad: Path, gedrag: str = programma.CRASHT, **anders: str) -> dict[str, str]:
    """Return an environment in which LibreOffice is a program that behaves so."""
    nep, _ = programma.schrijf(map_pad, gedrag)
    return omgeving(nep.parent, **anders)


def opdracht(*argumenten: str, vooraf: str = "") -> list[str]:
    """Return the command line of `wijkplan`; `vooraf` is Python that runs before it."""
    python = f"{vooraf}\nfrom pipeline.cli import main\nmain()"
    return [sys.executable, "-c", python, *argumenten]


def wijkplan(
    map_pad: Path, *argumenten: str, env: Mapping[str, str] | None = None, vooraf: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run `wijkplan` in a folder, its output going to pipes."""
    zoekpad = {"PYTHONPATH": str(WORTEL)}
    return subprocess.run(
        opdracht(*argumenten, vooraf=vooraf),
        cwd=map_pad,
        env={**(os.environ if env is None else env), **zoekpad},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


def zonder_libreoffice(map_pad: Path, *argumenten: str, **anders: str) -> subprocess.CompletedProcess[str]:
    """Run `wijkplan` in a folder on a computer without LibreOffice."""
    env = os.environ | {"PATH": str(map_pad / "leeg")} | anders
    return wijkplan(map_pad, *argumenten, env=env, vooraf=ZONDER_LIBREOFFICE)
