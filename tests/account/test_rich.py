"""The account reads what people type by code of its own, and reads the same as the plan is made of."""

from __future__ import annotations

import time

import pytest

from pipeline.account.rich import Span, plain, with_links
from pipeline.markup import Run, met_links
from pipeline.markup import platte_tekst as text_of


@pytest.mark.parametrize(
    "typed",
    [
        "[x](HTTPS://X.nl/A) en [y](http://y.nl)",
        "[x](https://nl.wikipedia.org/wiki/Wijk_(stad)) en [y](https://x.nl/a_(b_(c))_d)",
        "[x]( https://x.nl ) en [y](<https://x.nl/a>)",
        "[zie [1] hier](https://x.nl) en [a [b [c]] d](https://x.nl)",
        "[a [b](#c) d](#e) en [[e](#f)] en ([a](#b)[c](#d))",
        "[bel](tel:033 123 45 67) en [m](mailto:a@x.nl?cc=b@y.nl)",
        r"\[x](#a) en \\[x](#a) en \\\[x](#a) en \[x](niets)",
        "[x](www.x.nl) en [x]() en [x](#) en [x](https://x.nl/a b) en [x](https://x.nl/a_(b)",
        "[zie bijlage] (2) en [sic] f(x) [1] en []",
        "[twee\nregels](#bijlage-1)",
    ],
)
def test_links_are_read_the_same_by_both(typed: str) -> None:
    runs = met_links((Run(typed),))
    spans = with_links((Span(typed),))
    assert plain(spans) == text_of(runs)
    ours = [(run.tekst, run.doel) for run in runs if run.doel]
    assert [(span.text, "".join(span.target.split())) for span in spans if span.target] == ours


def test_after_the_words_of_a_page_stands_a_space_and_its_number() -> None:
    spans = with_links((Span("zie [pagina](#pagina:bijlage-1), [](#pagina:bijlage-2) en [x](#bijlage-1)."),))
    assert plain(spans) == "zie pagina ,  en x."


@pytest.mark.parametrize("piece", ["[", "[a", "[[a]", "[a](", "[a](#b)", "]("])
def test_a_full_cell_of_brackets_is_read_at_once(piece: str) -> None:
    begin = time.perf_counter()
    with_links((Span(piece * (32_767 // len(piece)) + "[a](#b)"),))
    assert time.perf_counter() - begin < 2
