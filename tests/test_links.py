"""Addresses as people type them: what is wrong with one is said, and what is the same is known as such."""

from __future__ import annotations

import pytest

from pipeline.links import almost_links, clean_address, same_address


@pytest.mark.parametrize(
    ("typed", "kind", "advice"),
    [
        ("[a](www.x.nl)", "wrong", "(https://www.x.nl)"),
        ("[a](x.nl/b)", "wrong", "(https://x.nl/b)"),
        ("[a](info@x.nl)", "wrong", "(mailto:info@x.nl)"),
        ("[a](kernaanpak-2)", "wrong", "(#kernaanpak-2)"),
        ("[a](https://x.nl/b c.pdf)", "wrong", "na 'https://x.nl/b'"),
        ("[a](https://x.nl/b\u00a0c)", "wrong", "na 'https://x.nl/b'"),
        ('[a](https://x.nl "titel")', "wrong", 'Haal "titel" weg'),
        ("[a](htps://x.nl)", "wrong", "begint met https://"),
        ("[a](https:/x.nl)", "wrong", "begint met https://"),
        ("[a](https://intranet/b)", "wrong", "begint met https://"),
        ("[a](mailto:jan)", "wrong", "begint met https://"),
        ("[a](tel:nul)", "wrong", "begint met https://"),
        ("[a](https://x.nl/b_(c)", "wrong", "Zet een ) achter"),
        ("[a][https://x.nl]", "wrong", "ronde haken"),
        ("(a)[https://x.nl]", "wrong", "rechte haken"),
        ("[a]()", "empty", "het adres"),
        ("[a]( )", "empty", "het adres"),
        ("[a](#)", "empty", "het adres"),
        ("[a](https://)", "empty", "het adres"),
        ("[a](mailto:)", "empty", "het adres"),
        ("[a](tel:)", "empty", "het adres"),
        ("[a] (https://x.nl)", "doubtful", "spatie tussen ] en ("),
        ("[zie bijlage](2)", "doubtful", "Is het geen link?"),
    ],
)
def test_what_is_no_link_says_why(typed: str, kind: str, advice: str) -> None:
    (almost,) = almost_links(f"Zie {typed}")
    assert (almost.text, almost.kind) == (typed, kind)
    assert advice in almost.advice


def test_what_the_advice_gives_is_a_good_address() -> None:
    for typed in ("[a](www.x.nl)", "[a](info@x.nl)", "[a](kernaanpak-2)"):
        (almost,) = almost_links(typed)
        assert clean_address(almost.advice.split("(")[1].removesuffix(")."))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.nl/a#wijk=x", "https://x.nl/a#wijk=x"),
        ("https://x.nl/é", "http://x.nl/%C3%A9/"),
        ("https://x.nl/e\u0301", "https://x.nl/\u00e9"),
        ("www.x.nl", "http://www.x.nl/"),
        ("HTTPS://WWW.X.nl/A", "https://www.x.nl/A"),
        ("https://x.nl:443", "https://x.nl"),
        ("https://x.nl?a=1", "https://x.nl/?a=1"),
        ("wijkcafé.nl", "https://xn--wijkcaf-hya.nl"),
        ("info@x.nl", "mailto:Info@x.nl"),
        ("033-123", "tel:033 123"),
        (" https://x.nl ", "https://x.nl"),
    ],
)
def test_one_address_written_in_two_ways_is_the_same(one: str, other: str) -> None:
    assert same_address(one, other)
    assert same_address(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.nl/A", "https://x.nl/a"),
        ("https://x.nl/a", "https://x.nl/a/b"),
        ("https://x.nl#a", "https://x.nl#b"),
        ("info@x.nl", "mailto:info@y.nl"),
        ("info@x.nl", "mailto:info@x.nl?subject=a"),
        ("033-124", "tel:033 123"),
        ("onze website", "https://x.nl"),
    ],
)
def test_two_addresses_are_not_the_same(one: str, other: str) -> None:
    assert not same_address(one, other)
