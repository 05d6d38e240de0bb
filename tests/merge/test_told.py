"""The list says what the texts of a change do not show: a link that came, went or leads elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.markup import Run
from pipeline.merge.merge import voeg_samen
from pipeline.model import Blok
from pipeline.report.samenvoeging import als_tekst, van_samenvoeging
from tests.merge import gegevens

PLAN = gegevens.plan("nieuwland")
FIRST, SECOND = "https://een.nl/", "https://twee.nl/"


def version(*runs: Run) -> bytes:
    return gegevens.word(replace(PLAN, samenvatting=(Blok("alinea", runs), *PLAN.samenvatting[1:])))


def told(was: str, wanted: str, text: str = "deze site") -> str:
    old = version(Run("Kijk op "), Run("deze site", doel=was), Run(" voor meer."))
    new = version(Run("Kijk op "), Run(text, doel=wanted), Run(" voor meer."))
    return als_tekst(van_samenvoeging(voeg_samen(old, new, old).wijzigingen))


@pytest.mark.parametrize(
    ("was", "wanted", "line"),
    [
        ("", FIRST, f"link erbij: {FIRST}: Kijk op deze site voor meer."),
        (FIRST, "", f"link weg: {FIRST}: Kijk op deze site voor meer."),
        (FIRST, SECOND, f"andere link: {SECOND}: Kijk op deze site voor meer."),
    ],
)
def test_a_link_alone_is_told_as_a_link(was: str, wanted: str, line: str) -> None:
    assert line in told(was, wanted)
    assert "opmaak" not in told(was, wanted)


def test_a_link_with_other_words_is_told_with_them() -> None:
    line = (
        "gewijzigd, link erbij: https://een.nl/: Kijk op deze site voor meer. -> Kijk op die site voor meer."
    )
    assert line in told("", FIRST, "die site")
