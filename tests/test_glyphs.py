"""Which signs a reader of the PDF can see: those of the fonts, and nothing that only looks like one."""

from __future__ import annotations

import shutil
import subprocess
import time
import unicodedata

import pytest

from pipeline.glyphs import codes, unreadable


@pytest.mark.parametrize(
    "text",
    [
        "Gewone tekst: é, ï, ç, ñ, Ő, ž, ß, æ, €, £, §, ©, ®, ™, °, ±, \u00d7, ÷, µ.",
        "‘a’ “b” „c” a–b—c … • · ‣ ▪ ◦ ● ■ → ← ↑ ↔ ≤ ≥ ≠ ≈ ∞ √ ∑ ½ ⅓ ¾ № ✓ ✔ ✗ ☐ ☑ ★ ☎",
        "m² en m³, CO₂, H₂O, xⁿ, 1ᵉ",
        "Ελληνικά, Русский, Türkçe, Tiếng Việt, Română",
        "e\u0301 o\u0308 n\u0303",
        "a\u00a0b\u00adc\u200bd\u200ce\u200df\u2060g\ufeffh\u2009i\u202fj\u2011k\u200el",
        "☎\ufe0e ✔\ufe0f",
        "regel\nregel\ttab",
        "",
    ],
)
def test_what_people_type_in_these_languages_can_be_read(text: str) -> None:
    assert list(unreadable(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Goed \U0001f44d\U0001f3fd zo", ["\U0001f44d\U0001f3fd"]),
        (
            "\U0001f1f3\U0001f1f1 Nederland \U0001f1e7\U0001f1ea",
            ["\U0001f1f3\U0001f1f1", "\U0001f1e7\U0001f1ea"],
        ),
        (
            "een \U0001f468\u200d\U0001f469\u200d\U0001f467 gezin",
            ["\U0001f468\u200d\U0001f469\u200d\U0001f467"],
        ),
        ("lach \U0001f600", ["\U0001f600"]),
        ("stap 1\ufe0f\u20e3", ["1\ufe0f\u20e3"]),
        ("klaar ✅", ["✅"]),
        ("สวัสดี allemaal", ["สวัสดี"]),
        ("مرحبا, שלום, 你好, こんにちは, नमस्ते", ["مرحبا", "שלום", "你好", "こんにちは", "नमस्ते"]),
        ("a \uf0b7 b", ["\uf0b7"]),
        ("a \uf04a b \ue000", ["\uf04a", "\ue000"]),
        ("vra\ufffdg", ["\ufffd"]),
        ("om\u202ekeer", ["\u202e"]),
        ("a\u200fb", ["\u200f"]),
        ("\U000f0000", ["\U000f0000"]),
        ("\U0001d42f\U0001d41e\U0001d42d", ["\U0001d42f\U0001d41e\U0001d42d"]),
    ],
)
def test_what_no_font_has_is_found_as_it_is_seen(text: str, found: list[str]) -> None:
    assert list(unreadable(text)) == found


def test_signs_are_named_by_their_codes() -> None:
    assert codes("\U0001f44d\U0001f3fda") == "U+1F44D U+1F3FD U+0061"


def test_a_full_cell_is_judged_at_once() -> None:
    begin = time.perf_counter()
    for text in ("a" * 32_767, "\U0001f44d\U0001f3fd" * 16_000, "\u200d" * 32_767, "é你" * 16_000):
        list(unreadable(text))
    assert time.perf_counter() - begin < 2


@pytest.mark.skipif(shutil.which("fc-list") is None, reason="no list of fonts here")
def test_every_sign_that_counts_as_readable_is_in_a_font_of_this_machine() -> None:
    """The fonts that the set-up of this project installs are the proof of the table."""

    def charsets(family: str) -> list[set[int]]:
        uitvoer = subprocess.run(
            ["fc-list", f":family={family}", "charset"], capture_output=True, text=True, check=True
        )
        sets = []
        for line in uitvoer.stdout.splitlines():
            ranges = (part.split("-") for part in line.removeprefix(":charset=").split())
            sets.append({c for part in ranges for c in range(int(part[0], 16), int(part[-1], 16) + 1)})
        return sets

    if not charsets("Carlito"):
        pytest.skip("Carlito is not here")
    carlito = set.intersection(*charsets("Carlito"))
    anders = set.union(*charsets("OpenSymbol"), *charsets("DejaVu Sans"))
    tekens = [
        chr(code) for code in range(0x20, 0x30000) if unicodedata.category(chr(code)) not in ("Cs", "Cn")
    ]
    leesbaar = {teken for teken in tekens if not list(unreadable(teken))}
    samengesteld = {teken for teken in leesbaar if unicodedata.normalize("NFC", teken) != teken}
    onzichtbaar = {teken for teken in leesbaar if unicodedata.category(teken) in ("Cf", "Mn", "Zs", "Zl")}
    zonder_letter = {t for t in leesbaar - samengesteld - onzichtbaar if ord(t) not in carlito | anders}
    assert not zonder_letter
    # Letters come from the house font alone.
    assert not {t for t in leesbaar - samengesteld if t.isalpha() and ord(t) not in carlito}
    assert len(leesbaar) > 3000
