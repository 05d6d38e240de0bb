"""Ten rounds of editing, changing and merging on one file."""

from __future__ import annotations

import random

import pytest

from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import voeg_samen
from pipeline.merge.stand import Stand
from tests.conftest import PLANNEN
from tests.merge import gegevens
from tests.merge.bewerkingen import bewerk
from tests.merge.lezen import koptekst, opmerkingen, regels
from tests.merge.orakel import verloren

RONDEN = 10


@pytest.mark.parametrize("wijk", PLANNEN)
@pytest.mark.parametrize(
    "begin", [1, pytest.param(2, marks=pytest.mark.soak), pytest.param(3, marks=pytest.mark.soak)]
)
def test_ten_rounds_lose_nothing(wijk: str, begin: int) -> None:
    kans = random.Random(begin)  # noqa: S311 - the same each time
    plan = gegevens.plan(wijk)
    basis = bewerkt = gegevens.basis(wijk)
    stand = Stand()
    gezien: list[str] = []
    for _ in range(RONDEN):
        bestand, bewerkt, wat = bewerk(bewerkt, kans, 2)
        plan, data = gegevens.verander(plan, kans, 1)
        nieuw = gegevens.word(plan)
        samen = voeg_samen(basis, nieuw, bewerkt, stand=stand)
        docx = samen.als_bytes()
        verteld = [*samen.wijzigingen, *samen.afgehandeld]
        assert bewijs(basis, nieuw, bewerkt, docx, verteld) == [], (data, wat)
        assert verloren(bestand, bewerkt, docx, verteld) == [], (data, wat)
        # What staff did in an earlier round may since be changed by themselves, not by the merge.
        gezien += bestand.blijft + bestand.opmerkingen + bestand.kop
        eerder = _alles(bewerkt)
        assert [merk for merk in gezien if merk in eerder and merk not in _alles(docx)] == []
        basis, bewerkt, stand = samen.basis, docx, samen.stand


def _alles(docx: bytes) -> str:
    delen = [regel.tekst for regel in regels(docx)] + [tekst for _, tekst in opmerkingen(docx)]
    return "\n".join([*delen, koptekst(docx)])
