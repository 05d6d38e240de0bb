"""Every block has a key that is the same in each plan in which the block is the same."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.document.keys import SLEUTEL
from pipeline.document.version import met_versie, versie_van
from pipeline.model import Wijkplan
from tests.document.voorbeeld import maak, plan
from tests.merge.gegevens import plan as gepubliceerd
from tests.merge.gegevens import word
from tests.merge.lezen import W, delen

_NAAM = re.compile(rf"{SLEUTEL}[0-9a-f]{{12}}(_\d+)?")


def sleutels(gevraagd: Wijkplan) -> dict[str, str]:
    """Return the text of each block with a key."""
    uit = {}
    for begin in maak(gevraagd).document.element.body.iter(W + "bookmarkStart"):
        naam = str(begin.get(W + "name"))
        if naam.startswith(SLEUTEL):
            assert naam not in uit
            uit[naam] = "".join(t.text or "" for t in begin.getparent().iter(W + "t"))
    return uit


def test_keys_are_hidden_bookmarks_with_names_that_word_takes() -> None:
    namen = sleutels(plan())
    assert len(namen) > 50
    assert all(_NAAM.fullmatch(naam) and len(naam) <= 40 for naam in namen)


def test_every_row_has_a_key_in_its_first_cell() -> None:
    rijen = list(maak(plan()).document.element.body.iter(W + "tr"))
    assert len(rijen) > 5
    for rij in rijen:
        namen = [b.get(W + "name") for b in rij.find(W + "tc").iter(W + "bookmarkStart")]
        assert [naam for naam in namen if naam.startswith(SLEUTEL)]


def test_a_change_elsewhere_leaves_a_key_as_it_is() -> None:
    bron = gepubliceerd("nieuwland")
    voor = sleutels(bron)
    na = sleutels(
        replace(bron, organisaties=("Nieuw", *bron.organisaties), samenvatting=bron.samenvatting[1:])
    )
    anders = {tekst for naam, tekst in voor.items() if na.get(naam) != tekst}
    assert len(anders) <= 1
    assert len(na.keys() & voor.keys()) >= len(voor) - 1


def test_a_file_says_which_version_it_is() -> None:
    een, twee = word(plan()), word(plan(naam="Anders"))
    versies = [versie_van(delen(docx)["docProps/custom.xml"]) for docx in (een, twee, een)]
    assert versies[0] == versies[2] == maak(plan()).versie
    assert versies[0] != versies[1]


def test_a_version_takes_the_place_of_another_and_leaves_other_properties_alone() -> None:
    eigen = met_versie(b"", "a").replace(b"Wijkplan versie", b"Van staf")
    samen = met_versie(met_versie(eigen, "b"), "c")
    assert versie_van(samen) == "c"
    assert samen.count(b"Wijkplan versie") == 1
    assert b"Van staf" in samen
    assert versie_van(b"kapot") == versie_van(eigen) == ""
