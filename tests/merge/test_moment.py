"""The changes of a run have the date of what they were made of, and no two runs have the same."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.merge.moment import last_saved
from tests.merge import gegevens
from tests.merge.bestand import Bestand
from tests.merge.lezen import W

PLAN = gegevens.plan("nieuwland")
BASE = gegevens.basis("nieuwland")
FIRST = gegevens.word(replace(PLAN, organisaties=("Eerste erbij", *PLAN.organisaties)))
SECOND = gegevens.word(replace(PLAN, organisaties=("Eerste erbij", *PLAN.organisaties, "Tweede erbij")))


def dates(merge: Samengevoegd) -> set[str]:
    body = Bestand(merge.als_bytes()).body
    return {
        str(e.get(W + "date")) for e in body.iter(W + "ins", W + "del") if e.get(W + "author") == "Wijkplan"
    }


def office_file(path: Path, modified: str) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        core = f'<c xmlns:dcterms="x"><dcterms:modified xsi:type="y">{modified}</dcterms:modified></c>'
        package.writestr("docProps/core.xml", core)
    return path


def test_changes_have_the_date_on_which_the_sources_were_saved() -> None:
    assert dates(voeg_samen(BASE, FIRST, BASE, saved="2026-03-04T05:06:07Z")) == {"2026-03-04T05:06:07Z"}


@pytest.mark.parametrize(
    ("saved", "second"),
    [
        ("2026-04-01T08:00:00Z", "2026-04-01T08:00:00Z"),  # saved since
        ("2026-03-04T05:06:07Z", "2026-03-04T05:07:07Z"),  # another source changed
        ("2025-01-01T00:00:00Z", "2026-03-04T05:07:07Z"),  # an older workbook was put back
        ("", "2026-03-04T05:07:07Z"),
    ],
)
def test_a_later_run_has_a_later_date(saved: str, second: str) -> None:
    first = voeg_samen(BASE, FIRST, BASE, saved="2026-03-04T05:06:07Z")
    later = voeg_samen(first.basis, SECOND, first.als_bytes(), stand=first.stand, saved=saved)
    assert dates(later) == {"2026-03-04T05:06:07Z", second}
    again = voeg_samen(first.basis, SECOND, first.als_bytes(), stand=first.stand, saved=saved)
    assert later.als_bytes() == again.als_bytes()


def test_a_run_in_which_nothing_changed_dates_nothing() -> None:
    first = voeg_samen(BASE, FIRST, BASE, saved="2026-03-04T05:06:07Z")
    later = voeg_samen(first.basis, FIRST, first.als_bytes(), stand=first.stand, saved="2026-05-01T00:00:00Z")
    assert dates(later) == {"2026-03-04T05:06:07Z"}


def test_the_last_of_the_sources_counts(tmp_path: Path) -> None:
    sources = [
        office_file(tmp_path / "a.xlsx", "2026-03-04T05:06:07Z"),
        office_file(tmp_path / "b.xlsx", "2026-03-04T07:00:00+02:00"),
        office_file(tmp_path / "c.docx", "gisteren"),
        office_file(tmp_path / "d.docx", "9999-12-31T23:59:59Z"),
        tmp_path / "niet.xlsx",
    ]
    (tmp_path / "e.xlsx").write_bytes(b"geen zip")
    assert last_saved([*sources, tmp_path / "e.xlsx"]) == "2026-03-04T05:06:07Z"
    assert not last_saved(sources[2:])
