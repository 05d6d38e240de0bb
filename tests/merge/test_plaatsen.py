"""Where something new comes: between what it stands between in the data, or nowhere when staff were there."""

from __future__ import annotations

from dataclasses import replace

from lxml.etree import _Element

from pipeline.markup import Run
from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.model import Blok, Wijkplan
from tests.merge import gegevens
from tests.merge.bestand import Bestand, element, run
from tests.merge.lezen import W, opmerkingen, teksten

BRON = gegevens.plan("nieuwland")
VAN = gegevens.basis("nieuwland")
EIGEN = "Een eigen alinea van de redactie."


def _tekst(alinea: _Element) -> str:
    return "".join(t.text or "" for t in alinea.iter(W + "t"))


def met_eigen_alinea_na(begin: str) -> bytes:
    """Return the plan with a paragraph of staff after the last paragraph that begins so."""
    bestand = Bestand(VAN)
    plek = [p for p in bestand.body.findall(W + "p") if _tekst(p).startswith(begin)][-1]
    nieuw = element("p")
    nieuw.append(run(EIGEN))
    plek.addnext(nieuw)
    return bestand.klaar()


def samen(plan: Wijkplan, bewerkt: bytes) -> Samengevoegd:
    nieuw = gegevens.word(plan)
    uit = voeg_samen(VAN, nieuw, bewerkt)
    assert bewijs(VAN, nieuw, bewerkt, uit.als_bytes(), uit.wijzigingen) == []
    return uit


def test_a_new_paragraph_where_staff_put_one_is_told_and_not_placed() -> None:
    zin = "Een nieuwe alinea over de wijk."
    *voor, laatste = BRON.samenvatting
    plan = replace(BRON, samenvatting=(*voor, Blok("alinea", (Run(zin),)), laatste))
    uit = samen(plan, met_eigen_alinea_na(_begin(voor[-1])))
    assert [(w.uitkomst, w.wordt) for w in uit.wijzigingen] == [("ongeplaatst", zin)]
    regels = teksten(uit.als_bytes())
    assert EIGEN in regels
    assert zin not in regels
    assert any(zin in tekst for _, tekst in opmerkingen(uit.als_bytes()))


def test_a_new_kernaanpak_comes_after_what_staff_wrote_below_the_one_before() -> None:
    uit = samen(
        gegevens.met_kernaanpak(BRON, 1, "Ontmoeten"), met_eigen_alinea_na("In de bijlagen vanaf pagina")
    )
    assert {w.uitkomst for w in uit.wijzigingen} == {"verwerkt"}
    regels = teksten(uit.als_bytes())
    plekken = [regels.index(tekst) for tekst in (EIGEN, "Aanpak Ontmoeten", "Inhoud Ontmoeten.")]
    volgende = regels.index(BRON.kernaanpakken[1].titel)
    assert plekken == sorted(plekken)
    assert plekken[-1] < volgende


def test_a_new_kernaanpak_does_not_follow_a_heading_that_staff_moved() -> None:
    bestand = Bestand(VAN)
    koppen = [p for p in bestand.body.findall(W + "p") if _tekst(p) == BRON.kernaanpakken[1].titel]
    einde = next(p for p in bestand.body.findall(W + "p") if _tekst(p) == "Toeleiding")
    einde.addprevious(koppen[-1])
    uit = samen(gegevens.met_kernaanpak(BRON, 1, "Ontmoeten"), bestand.klaar())
    niet = [w for w in uit.wijzigingen if w.uitkomst == "ongeplaatst"]
    assert any("Inhoud Ontmoeten." in w.wordt for w in niet)
    assert "Inhoud Ontmoeten." not in teksten(uit.als_bytes())
    # All that has no place there is one line of the list, and one comment.
    assert len(niet) == 1
    assert len(opmerkingen(uit.als_bytes())) == 1


def _begin(blok: Blok) -> str:
    return "".join(deel.tekst for deel in blok.runs)[:40]


def test_a_heading_stays_while_staff_have_something_of_their_own_below_it() -> None:
    een, *kernaanpakken = BRON.kernaanpakken
    plan = replace(BRON, kernaanpakken=tuple(replace(k, nummer=n) for n, k in enumerate(kernaanpakken, 1)))
    uit = samen(plan, met_eigen_alinea_na(_begin(een.aanpak[-1])))
    regels = teksten(uit.als_bytes())
    assert een.titel in regels
    assert regels.index(een.titel) < regels.index("Wat we doen in deze kernaanpak") < regels.index(EIGEN)
    botsingen = [w.was for w in uit.wijzigingen if w.uitkomst == "botsing"]
    assert {een.titel, "Wat we doen in deze kernaanpak"} <= set(botsingen)
    # What is not above it goes.
    assert "".join(deel.tekst for deel in een.aanpak[-1].runs) not in regels
