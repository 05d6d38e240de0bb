"""The documents against the published plans: everything there, in its place and form, and nothing more."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.getrouw.gelezen import Document
from tests.getrouw.markdown import kale_tekst
from tests.getrouw.ruw import lees
from tests.getrouw.standaardtekst import regels
from tests.getrouw.verschil import vergelijk
from tests.getrouw.verwacht import verwacht

EENMAAL = (
    "omslag",
    "opening",
    "wijkgegevens",
    "inhoudsopgave",
    "doel en werkwijze",
    "wijkspecifiek",
    "de kernaanpakken",
    "inleiding op de kernaanpakken",
    "statussen",
    "kernaanpak over opvoeden en opgroeien",
    "kernaanpak 1",
    "processtappen",
    "meten, leren en verbeteren",
    "organisaties",
    "colofon",
)
"""The parts of the standard text that stand in a plan once."""

ELDERS = {
    "nieuwland": ("Wonen en woonomgeving", "Wonen en buurtkenmerken"),
    "vbl": ("Woning- en woonomgeving", "Sociaal-economische buurtkenmerken"),
}
"""The factoren that another plan takes up."""


def test_the_document_is_the_published_plan(plan: str, document: Document) -> None:
    uitkomst = vergelijk(verwacht(plan, document.bladzijde("Bijlage 1:")), document.items)
    assert uitkomst.verwacht > 400
    if uitkomst.verschillen or uitkomst.score < 100:
        pytest.fail(f"{plan}: {uitkomst.verslag()}", pytrace=False)


def test_the_whole_standard_text_is_there_in_its_better_reading(plan: str, document: Document) -> None:
    json = lees(plan)
    kernaanpakken = json["kernaanpakken"]
    tabellen = [cluster for bijlage in json["annexes"] for cluster in bijlage["clusters"] if cluster["table"]]
    waarden = {
        "periode": json["plan"]["period"]["text"],
        "wijk_lang": json["plan"]["names"]["long"],
        "wijk_afkorting": json["plan"]["names"]["abbreviation"],
        "aantal_kernaanpakken": str(len(kernaanpakken)),
        "volgorde_zin": " De volgorde geeft geen prioriteit aan." if plan == "vbl" else "",
        "factor_wonen": ELDERS[plan][0],
        "factor_buurt": ELDERS[plan][1],
        "pagina_bijlage_1": f"pagina {document.bladzijde('Bijlage 1:')}",
        "bijlage_organisaties": f"Bijlage {len(kernaanpakken) + 1}:",
    }
    delen: list[tuple[str, dict[str, str]]] = [(deel, {}) for deel in EENMAAL]
    delen += [("kernaanpak", {})] * len(kernaanpakken) + [("bijlage", {})] * len(tabellen)
    delen += [
        ("andere kernaanpakken", {"nummer": str(nummer)}) for nummer in range(2, len(kernaanpakken) + 1)
    ]
    standaard = Counter(
        kale_tekst(regel.md) for deel, extra in delen for regel in regels(deel, waarden | extra)
    )
    assert standaard.total() > 120
    ontbreekt = standaard - Counter(item.tekst for item in document.items)
    assert not list(ontbreekt.elements())
