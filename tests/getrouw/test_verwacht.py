"""What is expected of a document holds all that the frozen sources hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.getrouw.items import LETTERS, OPSOMMING
from tests.getrouw.markdown import kale_tekst, ontleed
from tests.getrouw.ruw import Ruw, Tekst, lees, teksten
from tests.getrouw.verwacht import als_items, doel, gepubliceerd, verwacht

ADMINISTRATIE = re.compile(
    r"source\.|corrections|plan\.(key|names|series|period)|.*\b(kind|type|role|statuses|factors)\b(\[\d+\])?$"
)
"""The places in the JSON with no text of the plan: where it was found, and what it was sorted under."""

DUBBEL = re.compile(
    r"(kernaanpak_list\.items|kernaanpakken|annexes)\[\d+\]\.title$"
    r"|.*\b(parent|group|status|value_columns|statuses_printed|factors_printed|wijk_specific_sentence)"
    r"(\[\d+\])?$"
)
"""The places with a text that also stands elsewhere in the JSON: with its number, or in its sentence."""

VERLOREN_LINKS = {
    "nieuwland": {"deze link"},
    "vbl": {"deze link", "Buurtagenda Juliana van Stolberg | Gemeente Amersfoort."},
}
"""The links to outside the plan whose address the sources lost, beside that of the standard text."""


def _inhoud(plan: str) -> list[Tekst]:
    """Return the texts of the plan; of a text that also has a form with its bold, that form."""
    alle = [tekst for tekst in teksten(lees(plan)) if not ADMINISTRATIE.match(tekst.plek)]
    met_vet = {tekst.plek.removesuffix(".md") + ".text" for tekst in alle if tekst.plek.endswith(".md")}
    return [tekst for tekst in alle if tekst.plek not in met_vet]


def _ongebruikt(plan: str, items: Sequence[Ruw]) -> list[str]:
    """Return the places of the texts that no item comes from."""
    gebruikt = {plek for item in items for plek in item.bron}
    kaal = [kale_tekst(item.md) for item in items]
    return [
        tekst.plek
        for tekst in _inhoud(plan)
        if tekst.plek not in gebruikt
        and not (DUBBEL.match(tekst.plek) and any(kale_tekst(tekst) in ander for ander in kaal))
    ]


def test_every_text_of_the_source_reaches_an_item(plan: str) -> None:
    assert len(_inhoud(plan)) > 450
    assert not _ongebruikt(plan, gepubliceerd(plan))


def test_a_text_that_reaches_no_item_is_noticed() -> None:
    zonder = [item for item in gepubliceerd("nieuwland") if "16+ girls-only" not in item.md]
    assert _ongebruikt("nieuwland", zonder) == [
        "annexes[2].clusters[2].table.rows[0].cells[1][2].md",
    ]


def test_an_item_of_every_kind_of_list_stands_under_its_own_heading() -> None:
    items = {item.tekst: item for item in verwacht("vbl", "19")}
    punt = items["D. Verbinden van gerichte doelgroepen."]
    assert punt.vorm == LETTERS
    assert punt.pad == (
        "3 De kernaanpakken",
        "Kernaanpak 1: Meedoen en rondkomen",
        "Wat we doen in deze kernaanpak",
    )
    assert items["Dementvriendelijke Wijk"].vorm == OPSOMMING


def test_a_cell_knows_its_group_row_and_column() -> None:
    cel = next(item for item in verwacht("vbl", "19") if item.tekst == "Bewegen, overgewicht.")
    assert cel.pad == (
        "Bijlage 2: Kernaanpak Kansrijk en gezond opgroeien",
        "Ondersteunen",
        "groep Kinderen 0-12 jaar",
        "rij 'Bevorderen gezonde leefstijl bij jonge kinderen (0-12).'",
        "kolom 3",
    )


def test_only_links_whose_address_is_lost_become_plain_text(plan: str) -> None:
    items = gepubliceerd(plan)
    koppen = [item.tekst for item in als_items(items) if item.vorm == "kop"]
    verloren = set()
    for item in items:
        tekst, _, links = ontleed(item.md)
        verloren |= {tekst[begin:eind] for begin, eind in links if doel(tekst[begin:eind], koppen) is None}
    assert verloren == VERLOREN_LINKS[plan] | {"beleidskader Inclusieve Stad"}
