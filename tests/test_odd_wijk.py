"""A new wijk of an odd shape, from its empty workbook to a final plan: all that was typed arrives."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from pipeline.project import Project
from tests import odd_texts, odd_wijk
from tests.opdracht import wijkplan, zonder_libreoffice

COUNT = re.compile(r"^(?:\d+\.)?\d+ cellen: .*", re.MULTILINE)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project with its workbook as it was typed at first."""
    project = odd_wijk.start(tmp_path_factory.mktemp("odd"))
    odd_wijk.fill(project)
    return project


def test_the_plan_of_an_empty_workbook_asks_only_for_what_is_not_filled_in(tmp_path: Path) -> None:
    odd_wijk.start(tmp_path)
    made = zonder_libreoffice(tmp_path, "plan", odd_wijk.WIJK)
    assert re.search(r"^\d+ fouten\. ", made.stdout, re.MULTILINE), made.stdout + made.stderr
    assert ".docx, onder" not in made.stdout


def test_an_odd_wijk_becomes_a_final_plan_when_its_messages_are_followed(filled: Project) -> None:
    refused = wijkplan(filled.map, "plan", odd_wijk.WIJK, "--status", "definitief")
    assert refused.returncode == 1
    for _, cell in odd_wijk.REGRETTED:
        assert re.search(rf"cel (?:[A-Z]+\d+, )*{cell}\b", refused.stderr), cell
    assert "fout in het programma" not in refused.stderr

    draft = wijkplan(filled.map, "plan", odd_wijk.WIJK)
    assert (draft.returncode, "cellen: " in draft.stdout) == (0, True), draft.stdout + draft.stderr
    told = draft.stdout + draft.stderr
    assert "beheerder" not in told
    assert "Dit teken kan niet goed worden afgedrukt" in told

    odd_wijk.mend(filled)
    made = wijkplan(filled.map, "plan", odd_wijk.WIJK, "--status", "definitief")
    assert (made.returncode, made.stderr) == (0, ""), made.stdout + made.stderr
    (count,) = COUNT.findall(made.stdout)
    assert count.endswith("0 gemeld")
    output = filled.uitvoer(odd_wijk.WIJK)
    assert [path.name for path in output.glob("*.pdf")] == [f"wijkplan-{odd_wijk.WIJK}.pdf"]
    _all_arrives(output / f"wijkplan-{odd_wijk.WIJK}.docx")


def _all_arrives(path: Path) -> None:
    """Look up what was typed without links and lists, by no code of the program."""
    lines = {
        re.sub(r"^[\w/]+: ", "", _text(paragraph))
        for paragraph in Document(str(path)).element.body.iter(qn("w:p"))
    }
    lost = [text for text in _plain_texts() if text not in lines]
    assert lost == []
    with zipfile.ZipFile(path) as package:
        contents = b"".join(package.read(name) for name in package.namelist())
    assert b"Telefoon van Jan" not in contents


def _text(paragraph: object) -> str:
    signs = {qn("w:tab"): "\t"}
    return "".join(
        element.text or "" if element.tag == qn("w:t") else signs.get(element.tag, "")
        for element in paragraph.iter()  # type: ignore[attr-defined]
    )


def _plain_texts() -> Iterator[str]:
    cells = (
        *odd_texts.ACTIVITIES,
        *odd_texts.POSSIBILITIES,
        *odd_texts.FACTOR_CELLS,
        *odd_texts.FACTOREN,
        *odd_texts.ORGANISATIES,
        *(row[4] for row in odd_texts.prose()),
    )
    for cell in cells:
        text = str(cell)
        if not re.search(r"\]\(|\n|\\|^[•\uf0b7]", text):
            yield text
