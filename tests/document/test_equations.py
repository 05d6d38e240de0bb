"""Equations of Word in one line, in every form that Word knows."""

from __future__ import annotations

import pytest

from pipeline.document.equations import as_text
from tests.pdf.word_samples import element


def run(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


def part(name: str, words: str) -> str:
    return f"<m:{name}>{run(words)}</m:{name}>"


@pytest.mark.parametrize(
    ("omml", "text"),
    [
        (f"<m:f>{part('num', 'a+b')}{part('den', '2')}</m:f>", "(a+b)/2"),
        (
            f"<m:f><m:fPr><m:type m:val='noBar'/></m:fPr>{part('num', 'n')}{part('den', 'k')}</m:f>",
            "(n boven k)",
        ),
        (f"<m:sSup>{part('e', 'c')}{part('sup', '2')}</m:sSup>", "c²"),
        (f"<m:sSup>{part('e', 'c+d')}{part('sup', 'n+1')}</m:sSup>", "(c+d)^(n+1)"),
        (f"<m:sSub>{part('e', 'x')}{part('sub', '1')}</m:sSub>", "x_1"),
        (f"<m:sSubSup>{part('e', 'x')}{part('sub', 'i')}{part('sup', '2')}</m:sSubSup>", "x_i²"),
        (f"<m:rad><m:deg/>{part('e', 'x')}</m:rad>", "√(x)"),
        (f"<m:rad>{part('deg', '3')}{part('e', 'x')}</m:rad>", "3√(x)"),
        (
            f"<m:nary><m:naryPr><m:chr m:val='∑'/></m:naryPr>{part('sub', 'i=1')}{part('sup', 'n')}"
            f"{part('e', 'i')}</m:nary>",
            "∑_(i=1)^n i",
        ),
        (f"<m:nary>{part('e', 'x')}</m:nary>", "∫ x"),
        (f"<m:d>{part('e', 'a')}{part('e', 'b')}</m:d>", "(a|b)"),
        (
            f"<m:d><m:dPr><m:begChr m:val='['/><m:endChr m:val=']'/></m:dPr>{part('e', 'a')}</m:d>",
            "[a]",
        ),
        (f"<m:func>{part('fName', 'sin')}{part('e', 'x')}</m:func>", "sin x"),
        (f"<m:limLow>{part('e', 'lim')}{part('lim', 'n→0')}</m:limLow>", "lim_(n→0)"),
        (
            f"<m:m><m:mr>{part('e', '1')}{part('e', '2')}</m:mr>"
            f"<m:mr>{part('e', '3')}{part('e', '4')}</m:mr></m:m>",
            "[1, 2; 3, 4]",
        ),
        (f"<m:eqArr>{part('e', 'x=1')}{part('e', 'y=2')}</m:eqArr>", "x=1; y=2"),
        (f"<m:acc><m:accPr><m:chr m:val='̂'/></m:accPr>{part('e', 'x')}</m:acc>", "x"),
        (run("\U0001d465 = \U0001d7d0"), "x = 2"),
        ("<w:r><w:t>tekst</w:t></w:r>", "tekst"),
    ],
)
def test_each_form_is_a_line_of_text(omml: str, text: str) -> None:
    assert as_text(element(f"<m:oMath>{omml}</m:oMath>")) == text


def test_several_in_one_place_are_parted() -> None:
    one = "<m:oMath><m:r><m:t>{}</m:t></m:r></m:oMath>"
    assert (
        as_text(element(f"<m:oMathPara>{one.format('x=1')}{one.format('y=2')}</m:oMathPara>")) == "x=1; y=2"
    )
