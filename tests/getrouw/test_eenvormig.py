"""The list of unified forms: every line used, exactly as often as it says, and never on a wijk's own text."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.getrouw.eenvormig import Eenvorm, lijst, pas_toe, voor_plan
from tests.getrouw.gelezen import Document
from tests.getrouw.markdown import kale_tekst
from tests.getrouw.ruw import EIGEN, PLANNEN, Ruw
from tests.getrouw.verwacht import BLADZIJDE, gepubliceerd


def test_every_line_is_for_a_plan_that_there_is() -> None:
    assert lijst()
    assert {vorm.plan for vorm in lijst()} <= {*PLANNEN, "beide"}


def test_every_published_form_is_found_as_often_as_the_list_says(plan: str) -> None:
    keren = pas_toe(plan, gepubliceerd(plan)).keren
    anders = {vorm: keren[vorm] for vorm in voor_plan(plan) if keren[vorm] != vorm.keer}
    assert not anders


def test_our_form_stands_in_the_document(plan: str, document: Document) -> None:
    for vorm in voor_plan(plan):
        for alinea in vorm.onze.replace(BLADZIJDE, document.bladzijde("Bijlage 1:")).split("\n"):
            assert sum(kale_tekst(alinea) in item.tekst for item in document.items) >= vorm.keer, vorm


def test_the_text_of_the_wijk_itself_stays_as_it_is(plan: str) -> None:
    voor = gepubliceerd(plan)
    na = pas_toe(plan, voor).items
    toegevoegd = Counter(vorm.onze for vorm in voor_plan(plan) if not vorm.gepubliceerd)
    eigen = Counter(item.md for item in voor if item.aard == EIGEN)
    assert eigen.total() > 200
    assert Counter(item.md for item in na if item.aard == EIGEN) == eigen + toegevoegd


@pytest.mark.parametrize("soort", ["titel van een kernaanpak", "standaardtekst", "vaste kop"])
def test_a_line_does_not_touch_what_is_of_another_kind(soort: str, monkeypatch: pytest.MonkeyPatch) -> None:
    regel = Eenvorm(soort, "vbl", "terug lezen", "teruglezen", "Taalfout.")
    monkeypatch.setattr("tests.getrouw.eenvormig.lijst", lambda: (regel,))
    eigen = [item for item in gepubliceerd("vbl") if "terug lezen" in item.md]
    assert len(eigen) == 3
    uitkomst = pas_toe("vbl", eigen)
    assert uitkomst.items == eigen
    assert not uitkomst.keren


@pytest.mark.parametrize(
    "regel",
    [
        {"soort": "tekst van de wijk", "gepubliceerd": "GGDu", "onze": "GGDrU"},
        {"soort": "eigen toevoeging", "gepubliceerd": "GGDu", "onze": "GGDrU"},
        {"soort": "eigen toevoeging", "gepubliceerd": "", "onze": "Een zin.", "na": "SRO", "vorm": "alinea"},
        {"soort": "vaste kop", "gepubliceerd": "", "onze": "Een kop", "vorm": "kop"},
        {"soort": "vaste kop", "gepubliceerd": "Inleiding", "onze": ""},
    ],
)
def test_a_line_that_the_list_may_not_hold_is_refused(regel: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="mag niet in de lijst"):
        Eenvorm(plan="vbl", waarom="Daarom.", **regel)  # type: ignore[arg-type]


def test_a_newline_in_our_form_begins_a_new_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    regel = Eenvorm("standaardtekst", "vbl", "een. Twee", "een.\nTwee", "Twee alinea's.")
    monkeypatch.setattr("tests.getrouw.eenvormig.lijst", lambda: (regel,))
    uitkomst = pas_toe("vbl", [Ruw("alinea", "Dit is een. Twee is dit.", "tekst")])
    assert [item.md for item in uitkomst.items] == ["Dit is een.", "Twee is dit."]
