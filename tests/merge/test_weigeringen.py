"""What staff reject in Word stays listed as rejected, whatever kind of change it was."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from pipeline.document.accepted import neem_aan
from pipeline.markup import Run
from pipeline.merge.merge import voeg_samen
from pipeline.merge.uitkomst import verwerp
from pipeline.model import Blok, Wijkplan
from tests.merge import gegevens
from tests.merge.bestand import Bestand

BRON = gegevens.plan("nieuwland")


def _indicatoren(anders: Callable[[list[int]], list[int]]) -> Wijkplan:
    rijen = BRON.wijkgegevens.indicatoren
    volgorde = anders(list(range(len(rijen))))
    return replace(
        BRON, wijkgegevens=replace(BRON.wijkgegevens, indicatoren=tuple(rijen[n] for n in volgorde))
    )


def vet() -> Wijkplan:
    """Return the plan with one paragraph in bold that was not."""
    eerste, *rest = BRON.samenvatting
    in_vet = replace(eerste, runs=tuple(replace(run, vet=True) for run in eerste.runs))
    return replace(BRON, samenvatting=(in_vet, *rest))


NIEUW: dict[str, Wijkplan] = {
    "cijfer": gegevens.cijfer(BRON, random.Random(1), ""),  # noqa: S311 - the same each time
    "rij erbij": gegevens.indicator_erbij(BRON, random.Random(1), "Een nieuwe indicator"),  # noqa: S311
    "rij weg": _indicatoren(lambda rijen: [*rijen[:4], *rijen[5:]]),
    "rij verplaatst": _indicatoren(lambda rijen: [*rijen[:3], *rijen[4:8], rijen[3], *rijen[8:]]),
    "alinea erbij": replace(
        BRON, samenvatting=(*BRON.samenvatting, Blok("alinea", (Run("Een nieuwe alinea over de wijk."),)))
    ),
    "alinea weg": replace(BRON, samenvatting=BRON.samenvatting[:-1]),
    "alinea verplaatst": replace(BRON, samenvatting=(*BRON.samenvatting[1:], BRON.samenvatting[0])),
    "kolom erbij": gegevens.kolom_erbij(BRON, random.Random(1), "Zesde wijk"),  # noqa: S311
    "vet": vet(),
}


@pytest.mark.parametrize("soort", NIEUW)
def test_what_is_rejected_stays_listed_and_is_not_put_in_again(soort: str) -> None:
    van, nieuw = gegevens.basis("nieuwland"), gegevens.word(NIEUW[soort])
    een = voeg_samen(van, nieuw, van)
    gedaan = {(w.wat, w.was, w.wordt) for w in een.wijzigingen if w.wat != "opmaak"}
    assert {w.uitkomst for w in een.wijzigingen if w.wat != "opmaak"} == {"verwerkt"}
    bestand = Bestand(een.als_bytes())
    verwerp(bestand.boom)
    basis, bewerkt, stand = een.basis, bestand.klaar(), een.stand
    for _ in range(2):
        twee = voeg_samen(basis, nieuw, bewerkt, stand=stand)
        nu = [w for w in twee.wijzigingen if w.wat != "opmaak"]
        assert {w.uitkomst for w in nu} == {"geweigerd"}
        assert {(w.wat, w.was, w.wordt) for w in nu} == gedaan
        basis, bewerkt, stand = twee.basis, twee.als_bytes(), twee.stand


@pytest.mark.parametrize("soort", NIEUW)
def test_what_is_accepted_is_not_listed_again(soort: str) -> None:
    van, nieuw = gegevens.basis("nieuwland"), gegevens.word(NIEUW[soort])
    een = voeg_samen(van, nieuw, van)
    bestand = Bestand(een.als_bytes())
    neem_aan(bestand.boom)
    twee = voeg_samen(een.basis, nieuw, bestand.klaar(), stand=een.stand)
    assert [w for w in twee.wijzigingen if w.wat != "opmaak"] == []
