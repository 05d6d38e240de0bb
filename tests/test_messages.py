"""The table of messages and the code hold each other: every code is used, known, and plain Dutch."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from pipeline.bevinding import Bevinding, Plaats
from pipeline.messages import BEVINDINGEN
from pipeline.messages.melding import Melding
from pipeline.pdf.gate import REST, SOORTEN
from tests.broncode import gegeven, gegeven_codes

TESTS = Path(__file__).parent
GATEN = {"{staat_er}", "{aanvulling}"}
MOEILIJK = {
    *("je", "jij", "jouw", "gelieve", "dient", "dienen", "middels", "teneinde", "conform", "indien"),
    *("betreffende", "desbetreffende", "tevens", "alsmede", "derhalve", "reeds", "echter", "ingeval"),
    *("error", "invalid", "input", "string", "integer", "file", "sheet", "value", "column", "none", "null"),
}
"""Words that are formal, too familiar, or not Dutch."""


def _woorden(melding: Melding) -> str:
    return f"{melding.wat} {melding.verwacht} {melding.doe}"


alle_meldingen = pytest.mark.parametrize(("code", "melding"), BEVINDINGEN.items(), ids=list(BEVINDINGEN))


# The table and the code


def test_every_code_that_is_given_is_in_the_table_and_every_code_in_the_table_is_given() -> None:
    codes = {gift.code for gift in gegeven()} | {*SOORTEN.values(), REST}
    assert len(codes) > 30
    assert {gift.kamer for gift in gegeven()} >= {"workbook", "build", "checks", "check"}
    assert codes - BEVINDINGEN.keys() == set()
    assert BEVINDINGEN.keys() - codes == set()


def test_what_the_words_of_a_code_need_is_given_wherever_it_is_found() -> None:
    for gift in gegeven():
        woorden = _woorden(BEVINDINGEN[gift.code])
        assert gift.staat_er or "{staat_er}" not in woorden, gift.waar
        assert gift.aanvulling or "{aanvulling}" not in woorden, gift.waar


def test_every_finding_of_reading_has_a_test() -> None:
    bronnen = [ast.parse(pad.read_text(encoding="utf-8")) for pad in (TESTS / "workbook").glob("*.py")]
    genoemd = {
        knoop.value
        for bron in bronnen
        for knoop in ast.walk(bron)
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str)
    }
    codes = gegeven_codes("workbook")
    assert len(codes) > 15
    assert codes - genoemd == set()


# The words


@alle_meldingen
def test_only_the_two_known_places_are_filled_in_and_nothing_stays_open(code: str, melding: Melding) -> None:
    assert set(re.findall(r"\{[^}]*\}?", _woorden(melding))) <= GATEN
    bevinding = Bevinding(code, Plaats("jp.xlsx"), "wat er staat", "wat erbij hoort")
    for woorden in (bevinding.wat, bevinding.verwacht, bevinding.doe):
        assert woorden
        assert "{" not in woorden


@alle_meldingen
def test_a_message_is_whole_sentences_and_an_expectation_that_follows_verwacht(
    code: str, melding: Melding
) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    assert melding.ernst in ("fout", "waarschuwing", "tip")
    for zinnen in (melding.wat, melding.doe):
        assert zinnen[0].isupper() or zinnen == "{aanvulling}"
        assert zinnen[-1] in ".?" or zinnen == "{aanvulling}"
    assert melding.verwacht[0].islower() or melding.verwacht.startswith("{")
    assert melding.verwacht[-1] != "."


@alle_meldingen
def test_a_message_is_plain_dutch(code: str, melding: Melding) -> None:
    for zin in re.split(r"(?<=[.?!])\s", " ".join((melding.wat, melding.verwacht + ".", melding.doe))):
        woorden = re.findall(r"[^\W\d_]+", zin.lower())
        assert len(woorden) <= 16, f"{code}: {zin}"
        assert not MOEILIJK & set(woorden), f"{code}: {zin}"
        assert all(len(woord) <= 20 for woord in woorden), f"{code}: {zin}"


def test_no_two_findings_say_the_same() -> None:
    zinnen = [(melding.wat, melding.verwacht, melding.doe) for melding in BEVINDINGEN.values()]
    assert len(set(zinnen)) == len(zinnen)
