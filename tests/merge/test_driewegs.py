"""What both sides changed in one paragraph: put together, or left to staff."""

from __future__ import annotations

import pytest

from pipeline.merge.driewegs import Botsing, Wissel, Woord, verschillen, voeg
from pipeline.merge.tekst import Stuk, woorden

BASIS = "Er wonen 6.230 mensen in Oost. De wijk is groen. Er zijn drie scholen."


def lees(tekst: str, vorm: str = "") -> list[Woord]:
    return woorden([Stuk(tekst, vorm, [], None)])


def samen(nieuw: str, bewerkt: str, *, heel: bool = False) -> str:
    """Return the edited text with the difference from the base to the new version in it."""
    woorden_nu = lees(bewerkt)
    for wissel in reversed(voeg(lees(BASIS), lees(nieuw), woorden_nu, heel=heel)):
        woorden_nu[wissel.van : wissel.tot] = wissel.erbij
    return "".join(tekst for tekst, _ in woorden_nu)


def test_words_figures_spaces_and_signs_stand_apart() -> None:
    teksten = [tekst for tekst, _ in lees("Van 6.230 naar 13,1%!")]
    assert teksten == ["Van", " ", "6.230", " ", "naar", " ", "13,1%", "!"]


def test_a_word_with_two_forms_is_two_words() -> None:
    assert woorden([Stuk("half", "", [], None), Stuk("vet", "b", [], None)]) == [("half", ""), ("vet", "b")]


def test_a_change_in_one_sentence_comes_in_beside_a_change_in_another() -> None:
    nieuw = BASIS.replace("6.230", "6.300")
    bewerkt = BASIS.replace("De wijk is groen", "De wijk heeft veel bomen")
    assert (
        samen(nieuw, bewerkt)
        == "Er wonen 6.300 mensen in Oost. De wijk heeft veel bomen. Er zijn drie scholen."
    )


@pytest.mark.parametrize(
    "bewerkt",
    [
        BASIS.replace("6.230", "ruim 6.000"),
        BASIS.replace("6.230 mensen", "6.230 inwoners"),
        BASIS.replace("Er wonen", "Nu wonen er"),
        BASIS.replace(" in Oost", ""),
        BASIS.replace("6.230", "6.230 (bron: BRP)"),
        "Heel iets anders.",
        "",
    ],
)
def test_the_same_sentence_is_a_conflict(bewerkt: str) -> None:
    with pytest.raises(Botsing):
        samen(BASIS.replace("6.230", "6.300"), bewerkt)


def test_a_sentence_of_staff_between_two_others_is_no_change_of_those() -> None:
    nieuw = BASIS.replace("6.230", "6.300")
    bewerkt = BASIS.replace("groen. Er", "groen. Kom eens kijken! Er")
    assert samen(nieuw, bewerkt).startswith("Er wonen 6.300 mensen")
    assert "Kom eens kijken!" in samen(nieuw, bewerkt)


def test_places_that_touch_are_a_conflict() -> None:
    with pytest.raises(Botsing):
        samen(BASIS + " Nieuw.", BASIS + " Van staf.")


def test_a_cell_is_one_whole() -> None:
    with pytest.raises(Botsing):
        samen(BASIS.replace("6.230", "6.300"), BASIS.replace("drie", "vier"), heel=True)


def test_nothing_changes_when_the_data_did_not() -> None:
    assert samen(BASIS, BASIS.replace("drie", "vier"), heel=True).endswith("vier scholen.")


def test_a_change_of_form_alone_by_both_is_a_conflict() -> None:
    basis, nieuw, bewerkt = lees("Oost"), lees("Oost", "i"), lees("Oost", "b")
    with pytest.raises(Botsing):
        voeg(basis, nieuw, bewerkt, heel=False)


def test_new_words_take_the_place_of_words_that_staff_made_bold() -> None:
    (wissel,) = voeg(lees("Oost"), lees("West"), lees("Oost", "b"), heel=False)
    assert wissel == Wissel(0, 1, (("West", ""),), "")


def test_small_equal_parts_between_two_changes_go_along() -> None:
    (wissel,) = verschillen(lees("de oude kat"), lees("een jonge kat"))
    assert (wissel.van, wissel.tot) == (0, 3)
