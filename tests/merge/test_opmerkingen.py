"""Comments of the program, and what staff do with them in Word: answer them, or mark them as done."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from lxml import etree

from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.model import Wijkplan
from tests.merge import gegevens
from tests.merge.bestand import Bestand, nieuw_deel
from tests.merge.bewerkingen import STAF, opmerking
from tests.merge.lezen import W, opmerkingen, teksten

BRON = gegevens.plan("nieuwland")
VAN = gegevens.basis("nieuwland")
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"


@pytest.fixture(scope="module")
def botsing() -> Samengevoegd:
    """A merge with one conflict: staff and data changed the same sentence."""
    bestand = Bestand(VAN)
    zin = BRON.samenvatting[0].runs[0].tekst
    t = next(t for t in bestand.body.iter(W + "t") if t.text == zin)
    t.text = zin.replace(".", " nu.")
    return voeg_samen(VAN, gegevens.word(anders()), bestand.klaar())


def anders() -> Wijkplan:
    eerste, *rest = BRON.samenvatting
    ander = gegevens.anders(eerste, random.Random(1), "vernieuwd")  # noqa: S311 - the same each time
    return replace(BRON, samenvatting=(ander, *rest))


def uitgebreid(docx: bytes, *, klaar: bool = False, antwoord: bool = False) -> bytes:
    """Return the file after staff marked the program's comment as done, or answered it, as Word does."""
    bestand = Bestand(docx)
    boom = etree.fromstring(bestand.delen["word/comments.xml"])
    boom[0].find(W + "p").set(f"{{{W14}}}paraId", "00000001")  # type: ignore[union-attr]
    draden = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
    eerste = etree.SubElement(draden, f"{{{W15}}}commentEx")
    eerste.set(f"{{{W15}}}paraId", "00000001")
    eerste.set(f"{{{W15}}}done", "1" if klaar else "0")
    if antwoord:
        nieuw = etree.SubElement(boom, W + "comment")
        nieuw.set(W + "id", "99")
        nieuw.set(W + "author", STAF)
        alinea = etree.SubElement(nieuw, W + "p")
        alinea.set(f"{{{W14}}}paraId", "00000002")
        etree.SubElement(etree.SubElement(alinea, W + "r"), W + "t").text = "Dit zoeken we uit."
        draad = etree.SubElement(draden, f"{{{W15}}}commentEx")
        draad.set(f"{{{W15}}}paraId", "00000002")
        draad.set(f"{{{W15}}}paraIdParent", "00000001")
        plek = next(bestand.boom.iter(W + "commentReference")).getparent()
        assert plek is not None
        verwijzing = etree.SubElement(etree.Element(W + "r"), W + "commentReference")
        verwijzing.set(W + "id", "99")
        plek.addnext(next(verwijzing.iterancestors()))
    bestand.delen["word/comments.xml"] = etree.tostring(boom)
    bestand.delen["word/commentsExtended.xml"] = etree.tostring(draden)
    nieuw_deel(bestand, "commentsExtended", "commentsExtended.xml", "commentsExtended")
    return bestand.klaar()


def test_a_comment_marked_as_done_settles_its_conflict(botsing: Samengevoegd) -> None:
    nieuw = gegevens.word(anders())
    open_ = voeg_samen(botsing.basis, nieuw, uitgebreid(botsing.als_bytes()), stand=botsing.stand)
    assert [w.uitkomst for w in open_.wijzigingen] == ["botsing"]
    klaar = uitgebreid(botsing.als_bytes(), klaar=True)
    assert voeg_samen(botsing.basis, nieuw, klaar, stand=botsing.stand).wijzigingen == []


def test_a_comment_that_staff_answered_stays_when_it_is_settled(botsing: Samengevoegd) -> None:
    beantwoord = uitgebreid(botsing.als_bytes(), antwoord=True)
    terug = voeg_samen(botsing.basis, VAN, beantwoord, stand=botsing.stand)
    assert terug.wijzigingen == []
    assert [auteur for auteur, _ in opmerkingen(terug.als_bytes())] == ["Wijkplan", STAF]
    zonder = voeg_samen(botsing.basis, VAN, botsing.als_bytes(), stand=botsing.stand)
    assert opmerkingen(zonder.als_bytes()) == []


def test_a_paragraph_with_a_comment_of_staff_is_not_taken_out() -> None:
    zin = "".join(run.tekst for run in BRON.samenvatting[-1].runs)
    bestand = Bestand(VAN)
    opmerking(bestand, random.Random(1), "staf1", lambda tekst: tekst == zin)  # noqa: S311 - the same each time
    nieuw = gegevens.word(replace(BRON, samenvatting=BRON.samenvatting[:-1]))
    uit = voeg_samen(VAN, nieuw, bestand.klaar())
    assert [(w.uitkomst, w.wat) for w in uit.wijzigingen] == [("botsing", "vervallen")]
    assert zin in teksten(uit.als_bytes())
    assert [auteur for auteur, _ in opmerkingen(uit.als_bytes())] == [STAF, "Wijkplan"]
