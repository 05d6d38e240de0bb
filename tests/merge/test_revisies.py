"""Tracked changes of the program beside, and inside, those of staff."""

from __future__ import annotations

from dataclasses import replace

from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import voeg_samen
from tests.merge import gegevens
from tests.merge.bestand import Bestand, element
from tests.merge.lezen import W, delen, teksten

BRON = gegevens.plan("nieuwland")
VAN = gegevens.basis("nieuwland")


def test_what_the_data_take_out_of_an_insertion_of_staff_is_struck_there() -> None:
    """Staff typed the same words again, with tracking: these are theirs to accept or reject."""
    blok = BRON.samenvatting[0]
    tekst = "".join(run.tekst for run in blok.runs)
    bestand = Bestand(VAN)
    deel = next(
        t for t in bestand.body.iter(W + "t") if t.text and tekst.startswith(t.text) and len(t.text) > 30
    )
    run = deel.getparent()
    assert run is not None
    erbij = element("ins")
    for naam, waarde in (("id", "900"), ("author", "M. de Vries"), ("date", "2026-03-01T10:00:00Z")):
        erbij.set(W + naam, waarde)
    run.addprevious(erbij)
    erbij.append(run)
    bewerkt = bestand.klaar()

    eerste, *rest = blok.runs
    woorden = eerste.tekst.split(" ")
    anders = replace(eerste, tekst=" ".join([*woorden[:4], "vernieuwd", *woorden[5:]]))
    plan = replace(BRON, samenvatting=(replace(blok, runs=(anders, *rest)), *BRON.samenvatting[1:]))
    nieuw = gegevens.word(plan)
    uit = voeg_samen(VAN, nieuw, bewerkt)
    docx = uit.als_bytes()
    assert bewijs(VAN, nieuw, bewerkt, docx, uit.wijzigingen) == []
    assert [w.uitkomst for w in uit.wijzigingen] == ["verwerkt"]
    assert any("vernieuwd" in regel for regel in teksten(docx))
    boom = Bestand(docx).boom
    geschrapt = [weg for weg in boom.iter(W + "del") if next(weg.iterancestors(W + "ins"), None) is not None]
    assert ["".join(t.text or "" for t in weg.iter(W + "delText")) for weg in geschrapt] == [woorden[4]]
    assert 'w:author="M. de Vries"' in delen(docx)["word/document.xml"].decode()
