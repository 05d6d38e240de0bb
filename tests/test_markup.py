"""Text as typed in one cell: links, backslashes before them, lines, and every other character as it is."""

from __future__ import annotations

import time

import pytest

from pipeline.markup import (
    Run,
    Runs,
    als_runs,
    met_links,
    platte_tekst,
    regels,
    verkeerde_links,
    zonder_begin,
)

ZIN = "Zie [de site](https://x.nl)."


def links(tekst: str) -> Runs:
    return met_links(als_runs(tekst))


# Links


@pytest.mark.parametrize(
    ("typed", "tekst", "doel"),
    [
        ("[de site](https://www.x.nl/a-b?c=d&e=%20#f)", "de site", "https://www.x.nl/a-b?c=d&e=%20#f"),
        ("[x](http://x.nl)", "x", "http://x.nl"),
        ("[x](HTTPS://X.nl/A)", "x", "HTTPS://X.nl/A"),
        ("[x](https://nl.wikipedia.org/wiki/Wijk_(stad))", "x", "https://nl.wikipedia.org/wiki/Wijk_(stad)"),
        ("[x](https://x.nl/a_(b_(c))_d?e=(f)#g)", "x", "https://x.nl/a_(b_(c))_d?e=(f)#g"),
        ("[x](https://café.nl/wijk/é'\")", "x", "https://café.nl/wijk/é'\""),
        ("[x]( https://x.nl )", "x", "https://x.nl"),
        ("[x](<https://x.nl/a>)", "x", "https://x.nl/a"),
        ("[zie [1] hier](https://x.nl)", "zie [1] hier", "https://x.nl"),
        ("[bel](tel:033 123 45 67)", "bel", "tel:0331234567"),
        ("[bel](TEL:(033) 123-45)", "bel", "TEL:(033)123-45"),
        (
            "[m](mailto:a@x.nl?cc=b@y.nl&subject=Hoi%20daar)",
            "m",
            "mailto:a@x.nl?cc=b@y.nl&subject=Hoi%20daar",
        ),
        ("[mail ons](mailto:info@x.nl)", "mail ons", "mailto:info@x.nl"),
        ("[bel](tel:+31334694000)", "bel", "tel:+31334694000"),
        ("[zie paragraaf 1.2](#paragraaf-1.2)", "zie paragraaf 1.2", "#paragraaf-1.2"),
        ("[vanaf pagina](#pagina:bijlage-1)", "vanaf pagina", "#pagina:bijlage-1"),
        ("[](#kernaanpak-2)", "", "#kernaanpak-2"),
        ("[](https://x.nl)", "", "https://x.nl"),
        ("[twee\nregels](#bijlage-1)", "twee\nregels", "#bijlage-1"),
        ("[ <a> & {{ b }} (c) ](#d)", " <a> & {{ b }} (c) ", "#d"),
    ],
)
def test_a_link_is_its_text_with_a_target(typed: str, tekst: str, doel: str) -> None:
    assert links(typed) == (Run(tekst, doel=doel),)
    assert links(f"voor {typed} na") == (Run("voor "), Run(tekst, doel=doel), Run(" na"))


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "gewoon",
        "[tekst]",
        "[tekst] (https://x.nl)",
        "[tekst](www.x.nl)",
        "[tekst](https://x.nl",
        "[tekst](https://x.nl met spatie)",
        "[tekst](https://x.nl/a_(b)",
        "tekst](https://x.nl)",
        "[tekst(https://x.nl)",
        "[](x)",
        "()[]#",
        "\\[tekst]",
        "\\",
        "C:\\map\\[1]\\",
        "\\\\server\\map",
        "a\\- b \\n \\u0041 _x000D_",
        "{{ leeg }} {% if a %} <b>&amp;</b> \u201cx\u201d \u2013 \u00e9\u0301 \U0001f600 \u00a0 \t",
        "   spaties   ",
        "regel\n\n  regel\n",
        "**vet** *cursief* # kop",
    ],
)
def test_what_is_no_link_stays_character_for_character(tekst: str) -> None:
    assert links(tekst) == als_runs(tekst)


@pytest.mark.parametrize(
    ("typed", "gedrukt", "is_link"),
    [
        ("[x](#a)", "x", True),
        (r"\[x](#a)", "[x](#a)", False),
        (r"\\[x](#a)", r"\x", True),
        (r"\\\[x](#a)", r"\[x](#a)", False),
        (r"\\\\[x](#a)", r"\\x", True),
        (r"\[](#a)", "[](#a)", False),
        (r"a \[x](https://x.nl) b", "a [x](https://x.nl) b", False),
        (r"\[x](niets)", r"\[x](niets)", False),
        (r"[\x](#a)", r"\x", True),
        (r"[x\](#a)", "x\\", True),
    ],
)
def test_backslashes_before_a_link_keep_it_as_typed_by_twos(typed: str, gedrukt: str, is_link: bool) -> None:
    uit = links(typed)
    assert platte_tekst(uit) == gedrukt
    assert any(run.doel for run in uit) == is_link


def test_raised_and_lowered_signs_stay_so_within_a_link() -> None:
    runs = (Run("[m"), Run("2", vert_align="superscript"), Run("](#a) CO"), Run("2", vert_align="subscript"))
    assert met_links(runs) == (
        Run("m", doel="#a"),
        Run("2", doel="#a", vert_align="superscript"),
        Run(" CO"),
        Run("2", vert_align="subscript"),
    )


def test_the_link_of_a_whole_cell_stays() -> None:
    runs = (Run("een ", doel="https://x.nl"), Run("twee", vet=True, doel="https://x.nl"))
    assert met_links(runs) == runs


def test_several_links_may_touch_and_brackets_around_them_stay() -> None:
    assert links("([a](#b)[c](#d))[[e](#f)]") == (
        Run("("),
        Run("a", doel="#b"),
        Run("c", doel="#d"),
        Run(")["),
        Run("e", doel="#f"),
        Run("]"),
    )
    assert links("[a [b](#c) d](#e)") == (Run("[a "), Run("b", doel="#c"), Run(" d](#e)"))


# Bold and italic


def test_a_link_that_is_bold_in_part_has_its_target_on_each_part() -> None:
    runs = (Run("zie [de "), Run("grote", vet=True), Run(" site](https", cursief=True), Run("://x.nl), ja"))
    assert met_links(runs) == (
        Run("zie "),
        Run("de ", doel="https://x.nl"),
        Run("grote", vet=True, doel="https://x.nl"),
        Run(" site", cursief=True, doel="https://x.nl"),
        Run(", ja"),
    )


def test_a_link_without_a_text_has_the_form_of_its_brackets() -> None:
    assert met_links((Run("zie "), Run("[](#bijlage-1)", vet=True))) == (
        Run("zie "),
        Run("", vet=True, doel="#bijlage-1"),
    )


def test_a_backslash_may_have_another_form_than_its_bracket() -> None:
    assert met_links((Run("\\", vet=True), Run("[x](#a)"))) == (Run("[x](#a)"),)
    assert met_links((Run("\\\\", vet=True), Run("[x](#a)"))) == (Run("\\", vet=True), Run("x", doel="#a"))


def test_runs_of_the_same_form_become_one_and_empty_ones_disappear() -> None:
    runs = (Run("een "), Run(""), Run("twee"), Run("", vet=True), Run(" drie", vet=True))
    assert met_links(runs) == (Run("een twee"), Run(" drie", vet=True))
    assert met_links(()) == ()


# Lines


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("een", ["een"]),
        ("een\n\ntwee\n", ["een", "twee"]),
        ("  een \n twee", ["  een ", " twee"]),
        ("een\u2028twee", ["een\u2028twee"]),
    ],
)
def test_lines_are_split_at_line_breaks_and_empty_ones_are_left_out(tekst: str, verwacht: list[str]) -> None:
    assert [platte_tekst(regel) for regel in regels(als_runs(tekst))] == verwacht


def test_lines_keep_their_form_and_their_links() -> None:
    runs = met_links((Run("een\n"), Run("[twee\ndrie](#a) vier\n[](#b)", vet=True)))
    assert list(regels(runs)) == [
        (Run("een"),),
        (Run("twee", vet=True, doel="#a"),),
        (Run("drie", vet=True, doel="#a"), Run(" vier", vet=True)),
        (Run("", vet=True, doel="#b"),),
    ]


def test_a_link_that_ends_in_a_line_break_gives_no_second_link() -> None:
    assert list(regels(links("[kernaanpak\n](#kernaanpak-2)\n[\nbijlage](#bijlage-1)"))) == [
        (Run("kernaanpak", doel="#kernaanpak-2"),),
        (Run("bijlage", doel="#bijlage-1"),),
    ]


@pytest.mark.parametrize(
    ("aantal", "verwacht"),
    [
        (0, (Run("- "), Run("een", vet=True), Run("", doel="#a"), Run("twee"))),
        (1, (Run(" "), Run("een", vet=True), Run("", doel="#a"), Run("twee"))),
        (2, (Run("een", vet=True), Run("", doel="#a"), Run("twee"))),
        (4, (Run("n", vet=True), Run("", doel="#a"), Run("twee"))),
        (7, (Run("", doel="#a"), Run("ee"))),
        (99, (Run("", doel="#a"),)),
    ],
)
def test_a_beginning_is_cut_off_and_a_link_without_a_text_stays(aantal: int, verwacht: Runs) -> None:
    runs = (Run("- "), Run("een", vet=True), Run("", doel="#a"), Run("twee"))
    assert zonder_begin(runs, aantal) == verwacht


# Odd and large


@pytest.mark.parametrize(
    "stuk",
    [
        "\\",
        "[",
        "](",
        "[](#",
        "[a](https://",
        "\\[a](#b)",
        ZIN,
        "[a](#((",
        "(a)[",
        "[a](<",
        "[a](tel:1 (",
        "[] (#",
    ],
)
def test_a_full_cell_of_anything_is_read_at_once(stuk: str) -> None:
    begin = time.perf_counter()
    runs = links(stuk * (32767 // len(stuk)))
    assert runs
    verkeerde_links(runs)
    assert time.perf_counter() - begin < 1


@pytest.mark.parametrize(
    "tekst",
    [
        "[site](www.amersfoort.nl)",
        "[x](htps://amersfoort.nl)",
        "[x](kernaanpak-2)",
        "[x] (#kernaanpak-2)",
        "[x](#kernaanpak-2",
        "(site)[https://amersfoort.nl]",
    ],
)
def test_what_is_almost_a_link_is_found(tekst: str) -> None:
    (almost,) = verkeerde_links(met_links((Run(f"Zie {tekst} nu."),)))
    assert almost.text == tekst
    assert almost.advice


@pytest.mark.parametrize(
    "tekst",
    [
        "[x](https://amersfoort.nl)",
        r"\[x](#kernaanpak-2)",
        "[sic] staat er",
        "(a) en [b]",
        "f(x) [1]",
        "[1], (2)",
        "[zie bijlage] (2)",
        "(zie hoofdstuk)[1]",
        "[1][2]",
        "[]",
    ],
)
def test_a_link_and_other_brackets_are_not_almost_a_link(tekst: str) -> None:
    assert verkeerde_links(met_links((Run(tekst),))) == []
