"""Names are compared as people see them, and where two still differ the difference is put into words."""

from __future__ import annotations

import unicodedata

import pytest

from pipeline.names import choose, clean, difference, key, same

NAME = "Café én thuis"
INVISIBLE = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202c\u2066\u2069\u061c\u180e\u034f\ufe0f\x7f"
)
SPACES = "\u00a0\u202f\u2009\u2007\u3000\u2002\u205f\u1680\t\n\r\x0b\x0c\x85\u2028\u2029\u2800"


@pytest.mark.parametrize("sign", INVISIBLE, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_sign_that_nobody_sees_makes_no_difference(sign: str) -> None:
    for typed in (sign + NAME, NAME + sign, NAME[:2] + sign + NAME[2:], NAME[:5] + sign + NAME[5:]):
        assert clean(typed) == NAME
        assert same(typed, NAME)


@pytest.mark.parametrize("space", SPACES, ids=lambda sign: f"U+{ord(sign):04X}")
def test_every_kind_of_space_is_a_space(space: str) -> None:
    for typed in (NAME.replace(" ", space), f"{space}{NAME}{space}", NAME.replace(" ", f" {space} ")):
        assert clean(typed) == NAME
        assert same(typed, NAME)


def test_composed_and_decomposed_letters_are_one() -> None:
    apart = unicodedata.normalize("NFD", NAME)
    assert apart != NAME
    assert clean(apart) == NAME
    assert same(apart.upper(), NAME)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thema\u2019s", "thema's"),
        ("Nieuwland \u2013 Calveen", "Nieuwland - Calveen"),
        ("e\u2011mail", "E-mail"),
        ("\u201cSamen\u201d", '"samen"'),
        ("STRASSE", "straße"),
        ("İ", "i\u0307"),
    ],
)
def test_capitals_and_what_word_puts_in_by_itself_make_no_difference(one: str, other: str) -> None:
    assert same(one, other)
    assert key(key(one)) == key(one)


@pytest.mark.parametrize(
    ("one", "other"), [("Wonen", "Wonen 2"), ("8-12", "8 12"), ("e", "é"), ("", "x"), ("a b", "ab")]
)
def test_other_names_are_other_names(one: str, other: str) -> None:
    assert not same(one, other)


def test_a_choice_is_found_in_whatever_way_it_is_typed() -> None:
    choices = ("concept", "definitief")
    assert choose("\u00a0DEFINITIEF\u200b", choices) == "definitief"
    assert choose("defintief", choices) is None
    assert choose("", choices) is None


@pytest.mark.parametrize(
    ("typed", "meant", "words"),
    [
        ("Jeugd", "Jeugd", ""),
        ("Jeugd\u00a0en gezin", "Jeugd en gezin", "een harde spatie in plaats van een spatie na 'Jeugd'"),
        ("Jeugd \u00a0en gezin", "Jeugd en gezin", "een harde spatie te veel na 'Jeugd'"),
        ("Jeugd\u200b", "Jeugd", "een onzichtbaar teken (U+200B) te veel na 'Jeugd'"),
        ("Ieren", "leren", "de hoofdletter i in plaats van de kleine letter l aan het begin"),
        ("p1ein", "plein", "het cijfer 1 in plaats van de kleine letter l na 'p'"),
        ("Jeugd", "Jeugd.", "'.' ontbreekt na 'Jeugd'"),
        ("W\u043enen", "Wonen", "de Russische letter '\u043e' in plaats van de kleine letter o na 'W'"),
        ("Onmoeten", "Ontmoeten", "'t' ontbreekt na 'On'"),
        ("Ontmoeten en meer", "Ontmoeten", "'en meer' te veel na 'Ontmoeten'"),
        ("a\u2003b", "a b", "een bijzondere spatie (U+2003) in plaats van een spatie na 'a'"),
    ],
)
def test_where_two_names_differ_is_said_in_words(typed: str, meant: str, words: str) -> None:
    assert difference(typed, meant) == words
