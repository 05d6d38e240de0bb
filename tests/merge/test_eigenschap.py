"""Edits of staff against changes in the data, by the hundreds: nothing lost, nothing dropped or astray."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tests.merge.orakel import niet_gedaan, verloren
from tests.merge.proef import Proef, bewaard_door_libreoffice, maak

GROEP = 10
"""Trials in one test: LibreOffice takes files by the heap."""
AANDEEL = 0.95
"""Of the changes in the data that must be put in where staff changed other things."""
GEEN_TEKST = ("opmaak", "inhoudsopgave")
"""What no tracked change can carry, and what staff typed where all is made anew: only told."""


def loop(proeven: Iterable[Proef]) -> Counter[str]:
    """Merge every trial, and return how many changes had which outcome."""
    uitkomsten: Counter[str] = Counter()
    fouten = []
    for proef in proeven:
        samen = proef.voeg_samen()
        fouten += [f"{proef.wat}: {fout}" for fout in proef.fouten(samen)]
        uitkomsten.update(
            wijziging.uitkomst for wijziging in samen.wijzigingen if wijziging.wat not in GEEN_TEKST
        )
    assert not fouten, "\n".join(fouten)
    return uitkomsten


def groepen(van: int, tot: int) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("begin", range(van, tot, GROEP))


@groepen(0, 30)
def test_nothing_is_lost_whatever_staff_and_data_change(begin: int) -> None:
    assert loop(map(maak, range(begin, begin + GROEP)))["verwerkt"] > 0


@groepen(0, 20)
def test_where_they_do_not_meet_nearly_all_is_put_in(begin: int) -> None:
    uitkomsten = loop(maak(nummer, los=True) for nummer in range(begin, begin + GROEP))
    assert uitkomsten["verwerkt"] >= AANDEEL * uitkomsten.total()


@groepen(0, 10)
def test_the_same_holds_after_libreoffice_saved_the_file(begin: int, tmp_path: Path) -> None:
    proeven = [maak(nummer) for nummer in range(begin, begin + GROEP)]
    assert loop(bewaard_door_libreoffice(proeven, tmp_path))["verwerkt"] > 0


@pytest.mark.soak
@groepen(1000, 2300)
def test_soak_of_edits_against_changes(begin: int) -> None:
    loop(map(maak, range(begin, begin + GROEP)))


@pytest.mark.soak
@groepen(3000, 3400)
def test_soak_of_edits_beside_changes(begin: int) -> None:
    uitkomsten = loop(maak(nummer, los=True) for nummer in range(begin, begin + GROEP))
    assert uitkomsten["verwerkt"] >= AANDEEL * uitkomsten.total()


@pytest.mark.soak
@groepen(5000, 5400)
def test_soak_of_files_that_libreoffice_saved(begin: int, tmp_path: Path) -> None:
    loop(bewaard_door_libreoffice([maak(nummer) for nummer in range(begin, begin + GROEP)], tmp_path))


# Valid by the schemas of Office


def fouten_van_word(docx: bytes, map_pad: Path) -> Counter[str]:
    bestand = map_pad / "bestand.docx"
    bestand.write_bytes(docx)
    return Counter(str(fout) for fout in OpenXmlValidator().validate(bestand).errors)


def keur(begin: int, map_pad: Path) -> None:
    for proef in map(maak, range(begin, begin + GROEP)):
        samen = proef.voeg_samen().als_bytes()
        assert not fouten_van_word(samen, map_pad) - fouten_van_word(proef.bewerkt, map_pad), proef.wat


def test_a_merged_file_is_valid(tmp_path: Path) -> None:
    keur(0, tmp_path)


@pytest.mark.soak
@groepen(1000, 1200)
def test_soak_of_valid_files(begin: int, tmp_path: Path) -> None:
    keur(begin, tmp_path)


# What must fail


def test_keeping_the_edited_file_fails() -> None:
    for proef in map(maak, range(10)):
        assert niet_gedaan(proef.basis, proef.nieuw, proef.bewerkt, proef.bewerkt, [])


def test_taking_the_new_file_fails() -> None:
    for proef in map(maak, range(10)):
        assert verloren(proef.bestand, proef.bewerkt, proef.nieuw)
