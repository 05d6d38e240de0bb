"""Blocks are found again by key and text, also when they moved, and a key is never trusted alone."""

from __future__ import annotations

from lxml import etree

from pipeline.merge.blokken import Blok
from pipeline.merge.koppelen import gelijkenis, koppel_bewerkt, koppel_versies
from pipeline.merge.wml import P


def blok(tekst: str, sleutel: str = "", stijl: str = "body text") -> Blok:
    return Blok(etree.Element(P), "", (sleutel,) if sleutel else (), stijl=stijl, tekst=tekst)


def blokken(*teksten: str) -> list[Blok]:
    return [blok(tekst) for tekst in teksten]


def test_equal_texts_pair_in_order_and_changed_ones_by_their_words() -> None:
    oud = blokken("een", "de tweede zin staat hier", "drie")
    nieuw = blokken("nul", "een", "de tweede zin stond hier", "drie")
    assert koppel_versies(oud, nieuw) == [(0, 1), (1, 2), (2, 3)]


def test_texts_that_repeat_pair_by_what_stands_around_them() -> None:
    oud = blokken("kop A", "zet in op:", "a", "kop B", "zet in op:", "b")
    nieuw = blokken("kop B", "zet in op:", "b")
    assert koppel_versies(oud, nieuw) == [(3, 0), (4, 1), (5, 2)]


def test_a_text_that_changed_wholly_is_the_same_block_when_it_stands_alone_there() -> None:
    assert koppel_versies(blokken("a", "Definitief", "b"), blokken("a", "Concept 2", "b"))[1] == (1, 1)
    assert (
        len(koppel_versies(blokken("a", "x y", "b"), [blok("a"), blok("z q", stijl="heading 1"), blok("b")]))
        == 2
    )


def test_a_moved_block_is_found_in_the_edited_file_and_not_paired_between_versions() -> None:
    oud = [blok(tekst, f"k{tekst}") for tekst in "abcde"]
    anders = [oud[4], *oud[:4]]
    assert koppel_bewerkt(oud, anders) == {0: 1, 1: 2, 2: 3, 3: 4, 4: 0}
    assert len(koppel_versies(oud, anders)) == 4


def test_a_key_with_another_text_is_not_the_block_when_the_text_is_elsewhere() -> None:
    basis = [blok("de eerste alinea over de wijk", "k1"), blok("de tweede alinea", "k2")]
    bewerkt = [
        blok("iets geheel nieuws", "k1"),
        blok("de eerste alinea over de wijk"),
        blok("de tweede alinea", "k2"),
    ]
    assert koppel_bewerkt(basis, bewerkt) == {0: 1, 1: 2}


def test_of_two_keys_in_a_joined_paragraph_the_one_with_most_of_the_text_counts() -> None:
    basis = [blok("een lange eerste zin over de wijk", "k1"), blok("kort", "k2")]
    samen = Blok(etree.Element(P), "", ("k1", "k2"), tekst="een lange eerste zin over de wijk kort")
    assert koppel_bewerkt(basis, [samen]) == {0: 0}


def test_without_keys_the_text_will_do() -> None:
    basis = [blok("een zin over Oost", "k1"), blok("een zin over West", "k2")]
    assert koppel_bewerkt(basis, blokken("nieuw", "een zin over Oost", "een zin over het West")) == {
        0: 1,
        1: 2,
    }


def test_likeness_goes_by_words() -> None:
    a, b = blokken("Er wonen 6.230 mensen", "Er wonen 6.300 mensen")
    assert 0.5 < gelijkenis(a, b) < 1
    assert gelijkenis(a, a) == 1
    assert gelijkenis(a, blok("heel iets anders")) == 0
