"""The list of a merge and of what differs: groups, counts, and what differs in a long text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import html

from pipeline.report.samenvoeging import Verslag, als_html, als_tekst, van_samenvoeging, van_verschil
from pipeline.report.tekstverschil import per_woord, rond_verschil
from pipeline.wijziging import Uitkomst, Wat, Wijziging
from tests.report.test_lijst import contrast

ZIN = "De wijk werkt met bewoners en organisaties aan een buurt waarin iedereen mee kan doen, "
ZIN += "jong en oud, en waarin mensen elkaar kennen en elkaar helpen als dat nodig is, "
LANG = (ZIN + "elke dinsdag in het buurthuis aan de Kamp.", ZIN + "elke donderdag in het buurthuis.")


def wijziging(
    was: str = "oud", wordt: str = "nieuw", wat: Wat = "gewijzigd", uitkomst: Uitkomst = "verwerkt"
) -> Wijziging:
    return Wijziging(uitkomst, wat, "Samenvatting", was, wordt, "")


def verschil(*wijzigingen: Wijziging) -> Verslag:
    return van_verschil(list(wijzigingen), "tussen de twee bestanden.", "Gelijk.", "verschil.docx")


# What differs


def test_of_a_long_sentence_the_words_around_the_difference_are_told() -> None:
    tekst = als_tekst(van_samenvoeging([wijziging(*LANG)]))
    assert "... elkaar kennen en elkaar helpen als dat nodig is, elke dinsdag in het" in tekst
    assert " -> ... elkaar kennen en elkaar helpen als dat nodig is, elke donderdag in het" in tekst
    assert max(map(len, tekst.splitlines())) < 300


@pytest.mark.parametrize(
    ("was", "wordt"),
    [
        LANG,
        (ZIN, ZIN + "altijd"),
        (ZIN + "altijd", ZIN),
        ("a" * 400 + "b", "a" * 400 + "c"),
        ("x " + ZIN, "y " + ZIN),
        (f"https://voorbeeld.nl/{'a' * 200}/1", f"https://voorbeeld.nl/{'a' * 200}/2"),
    ],
)
def test_the_two_sides_never_read_the_same(was: str, wordt: str) -> None:
    links, rechts = rond_verschil(was, wordt)
    assert links != rechts
    assert max(len(links), len(rechts)) <= 130


def test_texts_that_fit_are_told_whole() -> None:
    assert rond_verschil("Inwoners | 6.230", "Inwoners | 6.300") == ("Inwoners | 6.230", "Inwoners | 6.300")


def test_a_text_is_cut_at_whole_words_and_nothing_is_lost() -> None:
    links, rechts = per_woord("elke dinsdag in het huis", "elke donderdag in het huis nu")
    assert links == [(False, "elke"), (True, " dinsdag"), (False, " in het huis")]
    assert rechts == [(False, "elke"), (True, " donderdag"), (False, " in het huis"), (True, " nu")]


def test_the_page_marks_what_differs_in_words_too() -> None:
    pagina: Any = html.document_fromstring(als_html(van_samenvoeging([wijziging(*LANG)]), "Titel"))
    weg, erbij = pagina.xpath("//del"), pagina.xpath("//ins")
    assert weg[0].text_content() == " [vervallen:  dinsdag]"
    assert erbij[0].text_content() == " [nieuw:  donderdag]"
    assert pagina.xpath("//span[@class='voorlezen']")


def test_a_new_text_is_not_marked_as_it_is_new_as_a_whole() -> None:
    pagina = als_html(van_samenvoeging([wijziging("", "erbij", "nieuw")]), "Titel")
    assert "<ins>" not in pagina
    assert "<td>erbij</td>" in pagina


def test_every_colour_of_the_page_can_be_read() -> None:
    pagina = als_html(van_samenvoeging([wijziging()]), "Titel")
    for regel in re.findall(r"(?:del|ins) \{([^{}]*)\}", pagina):
        inkt, vulling = re.findall(r"(?:color|background): #(\w{6})", regel)[::-1]
        assert contrast(inkt, vulling) >= 4.5
        assert "text-decoration" in regel


def test_a_change_that_no_word_shows_says_what_it_is() -> None:
    assert "andere opmaak: tekst" in als_tekst(van_samenvoeging([wijziging("tekst", "tekst")]))
    assert "spatie: de tekst" in als_tekst(van_samenvoeging([wijziging("de tekst", "de  tekst")]))


# A merge


def test_a_change_to_what_was_taken_out_says_so() -> None:
    tekst = als_tekst(van_samenvoeging([wijziging(wat="weggehaald", uitkomst="botsing")]))
    assert "Samenvatting: gewijzigd, en in Word weggehaald: oud -> nieuw" in tekst


def test_what_was_typed_in_the_contents_table_is_no_change_in_the_data() -> None:
    getypt = wijziging("Mijn regel", "", "inhoudsopgave", "ongeplaatst")
    tekst = als_tekst(van_samenvoeging([getypt]))
    assert tekst.startswith("De gegevens zijn niet veranderd.\n\nInhoudsopgave (1): U hebt in de inhoudso")
    assert "Niet geplaatst" not in tekst
    assert "Mijn regel" in tekst
    tekst = als_tekst(van_samenvoeging([getypt, wijziging()]))
    assert "1 verwerkt, 0 botsingen, 0 niet geplaatst, 0 geweigerd" in tekst


def test_a_contents_table_that_was_left_alone_is_told_apart() -> None:
    tekst = als_tekst(van_samenvoeging([wijziging("", "Niet bijgewerkt.", "inhoudsopgave", "ongeplaatst")]))
    assert "Inhoudsopgave niet bijgewerkt (1): " in tekst
    assert "U hebt in de inhoudsopgave getypt" not in tekst


@pytest.mark.parametrize("maak", [als_tekst, lambda verslag: als_html(verslag, "Titel")])
def test_without_marking_nothing_is_said_of_accepting(maak: Callable[[Verslag], str]) -> None:
    zonder = maak(van_samenvoeging([wijziging()], markeren=False))
    assert "Deze wijzigingen staan in het bestand. Ze zijn niet gemarkeerd." in zonder
    assert "accepteren" not in zonder
    assert "accepteren" in maak(van_samenvoeging([wijziging()]))


# What differs between two versions


def test_differences_are_counted_and_nothing_is_said_of_a_merge() -> None:
    tekst = als_tekst(verschil(wijziging(), wijziging("", "erbij", "nieuw")))
    assert tekst.startswith("2 verschillen tussen de twee bestanden.\n")
    assert "In verschil.docx ziet u elk verschil als gemarkeerde wijziging." in tekst
    assert not re.search("verwerkt|botsing|geweigerd|geplaatst|accepteren", tekst, re.IGNORECASE)
    assert als_tekst(verschil(wijziging())).startswith("1 verschil tussen")
    assert als_tekst(verschil()) == "Gelijk."


@pytest.mark.parametrize(
    "anders",
    [
        wijziging(wat="opmaak", uitkomst="ongeplaatst"),
        wijziging(uitkomst="botsing"),
        wijziging(wat="eigenschap"),
    ],
)
def test_what_word_cannot_show_stays_on_the_list(anders: Wijziging) -> None:
    tekst = als_tekst(verschil(anders))
    assert tekst.startswith("1 verschil ")
    assert "Niet te tonen in Word (1): Deze verschillen staan niet in verschil.docx." in tekst
    assert "oud -> nieuw" in tekst
