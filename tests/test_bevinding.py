"""A finding: its place in words and in order, and its words filled in."""

from __future__ import annotations

import random

import pytest

from pipeline.bevinding import Bevinding, Plaats, WordPlaats, gesorteerd

GEORDEND = [
    Plaats(""),
    Plaats("a.xlsx"),
    Plaats("a.xlsx", "Blad"),
    Plaats("a.xlsx", "Blad", "B2"),
    Plaats("a.xlsx", "Blad", "Z2"),
    Plaats("a.xlsx", "Blad", "AA2"),
    Plaats("a.xlsx", "Blad", "A10"),
    Plaats("a.xlsx", "Blad", "B10"),
    Plaats("a.xlsx", "Blad", "Z100"),
    Plaats("a.xlsx", "Blad", "AA100"),
    Plaats("a.xlsx", "Blad", "ZZ100"),
    Plaats("a.xlsx", "Blad", "AAA100"),
    Plaats("a.xlsx", "Blad", "A1048576"),
    Plaats("a.xlsx", "Clusters", "A1"),
    Plaats("b.xlsx", "Blad", "A1"),
]


def test_places_sort_by_file_sheet_row_and_column() -> None:
    door_elkaar = random.Random(2).sample(GEORDEND, len(GEORDEND))  # noqa: S311 - no secret
    assert door_elkaar != GEORDEND
    assert sorted(door_elkaar, key=Plaats.sorteersleutel) == GEORDEND


def test_findings_sort_by_place_and_then_by_code_and_content() -> None:
    eerst, dan = GEORDEND[8], GEORDEND[9]
    goed = [
        Bevinding("geen-getal", eerst, "a"),
        Bevinding("geen-getal", eerst, "b"),
        Bevinding("geen-jaar", eerst),
        Bevinding("geen-datum", dan),
    ]
    assert gesorteerd(goed[::-1]) == goed


@pytest.mark.parametrize(
    ("plaats", "woorden"),
    [
        (Plaats("jp.xlsx"), "jp.xlsx"),
        (Plaats("jp.xlsx", "Teksten"), "jp.xlsx, blad Teksten"),
        (Plaats("jp.xlsx", "Teksten", "AA100"), "jp.xlsx, blad Teksten, cel AA100"),
    ],
)
def test_a_place_is_told_as_far_as_it_is_known(plaats: Plaats, woorden: str) -> None:
    assert str(plaats) == woorden


@pytest.mark.parametrize(
    ("plaats", "woorden"),
    [
        (WordPlaats("plan.docx"), "plan.docx"),
        (WordPlaats("plan.docx", "1.2 Cijfers"), "plan.docx, onder '1.2 Cijfers'"),
        (WordPlaats("plan.docx", "1.2 Cijfers", "De wijk"), "plan.docx, onder '1.2 Cijfers', bij 'De wijk'"),
    ],
)
def test_a_place_in_a_word_file_is_told_by_its_heading(plaats: WordPlaats, woorden: str) -> None:
    assert str(plaats) == woorden


def test_findings_in_a_word_file_stand_in_the_order_of_the_document() -> None:
    laat, vroeg = WordPlaats("plan.docx", "A", volgorde=9), WordPlaats("plan.docx", "Z", volgorde=2)
    assert [b.plaats for b in gesorteerd([Bevinding("notitie", laat), Bevinding("notitie", vroeg)])] == [
        vroeg,
        laat,
    ]


def test_a_finding_tells_what_stands_there_and_what_was_expected() -> None:
    bevinding = Bevinding("cluster-onbekend", Plaats("jp.xlsx"), "Sprot", "Sport, Spel")
    assert bevinding.ernst == "fout"
    assert bevinding.wat == (
        "Het cluster 'Sprot' bestaat niet bij deze kernaanpak. Deze rij komt niet in het plan."
    )
    assert bevinding.verwacht == "een cluster van het blad Clusters: Sport, Spel"
    assert bevinding.doe == (
        "Neem de titel over van het blad Clusters. Kijk ook of het nummer van de kernaanpak klopt."
    )


def test_braces_in_the_text_of_a_person_are_left_alone() -> None:
    bevinding = Bevinding("kernaanpak-niet-gevraagd", Plaats("jp.xlsx"), "{aanvulling}\\1", "{staat_er} {x}")
    assert bevinding.wat == "Bij '{staat_er} {x}' hoort geen kernaanpak, en er staat {aanvulling}\\1."
