"""What every form of the list shares: groups by sheet, counts in words, colours that can be read."""

from __future__ import annotations

import pytest

from pipeline.bevinding import Bevinding, Ernst, Plaats
from pipeline.report.lijst import ERNSTEN, KLEUREN, per_blad, plek, telling, zichtbaar
from tests.report.voorbeeld import LIJST, TELLING, zet_ernsten


@pytest.fixture(autouse=True)
def ernsten(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_ernsten(monkeypatch)


def met_code(*codes: str) -> list[Bevinding]:
    return [Bevinding(code, Plaats("jp.xlsx", "Teksten", "A1"), "x", "y") for code in codes]


@pytest.mark.parametrize(
    ("codes", "woorden"),
    [
        ([], "Geen bevindingen."),
        (["geen-getal"], "1 fout"),
        (["geen-datum", "geen-datum", "geen-getal", "geen-getal"], "2 fouten, 2 tips"),
        (["geen-datum", "geen-jaar", "geen-jaar"], "2 waarschuwingen, 1 tip"),
    ],
)
def test_the_counts_are_words_in_singular_or_plural(codes: list[str], woorden: str) -> None:
    assert telling(met_code(*codes)) == woorden
    assert telling(LIJST) == TELLING


def test_the_findings_are_grouped_by_sheet_with_z100_before_aa100() -> None:
    bladen = [
        (str(blad), [bevinding.plaats.cel for bevinding in groep]) for blad, groep in per_blad(LIJST[::-1])
    ]
    assert bladen == [
        ("gemeente.xlsx", [""]),
        ("jp.xlsx, blad Clusters", [""]),
        ("jp.xlsx, blad Teksten", ["B7", "B7", "C12", "Z100", "AA100"]),
    ]


def test_a_finding_without_a_cell_is_of_the_whole_sheet_or_file() -> None:
    assert plek(Plaats("jp.xlsx", "Teksten", "B7")) == "cel B7"
    assert plek(Plaats("jp.xlsx", "Teksten")) == "hele blad"
    assert plek(Plaats("jp.xlsx")) == "hele bestand"


def test_characters_that_steer_or_hide_are_shown_as_a_mark_and_line_breaks_are_kept() -> None:
    assert zichtbaar("a\x1b[2J\u202eb\ud800\x07\ufffe") == "a�[2J�b���"
    assert zichtbaar("een\r\ntwee\rdrie\n\tvier é 👍🏽") == "een\ntwee\ndrie\n\tvier é 👍🏽"


def helderheid(kleur: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2 defines it."""
    delen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (0, 2, 4)]
    rood, groen, blauw = (
        deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    donker, licht = sorted((helderheid(een), helderheid(ander)))
    return (licht + 0.05) / (donker + 0.05)


@pytest.mark.parametrize("ernst", ERNSTEN)
def test_ink_and_ordinary_text_can_be_read_on_every_fill(ernst: Ernst) -> None:
    kleur = KLEUREN[ernst]
    assert contrast(kleur.vulling, kleur.inkt) >= 4.5
    assert contrast(kleur.vulling, "1A1A1A") >= 4.5
    assert contrast("FFFFFF", "000000") == pytest.approx(21)
