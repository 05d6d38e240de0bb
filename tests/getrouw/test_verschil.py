"""Every kind of damage to a document is found, is named, and is all that is found."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.getrouw.gelezen import lees_document, lees_xml
from tests.getrouw.stijlen import Element, W, vind, waarde
from tests.getrouw.verschil import (
    ANDERE_KOP,
    ANDERE_LINK,
    ANDERE_OPMAAK,
    ANDERE_TEKST,
    ANDERE_VORM,
    MIST,
    TE_VEEL,
    VERPLAATST,
    Vergelijking,
    vergelijk,
)

SLOT = "Het aantal 65-plussers blijft in totaliteit hoog in deze wijken."
TRANSPORT = "Mobiliteit, participatie, actief ouder worden."

Beschadig = Callable[[Element], None]
Beschadigd = Callable[[Beschadig], Vergelijking]


@pytest.fixture
def beschadigd(gemaakte_plannen: dict[str, Path], tmp_path: Path) -> Beschadigd:
    """Compare a plan with a copy of it to which something is done."""
    goed = gemaakte_plannen["vbl"] / "wijkplan-vbl.docx"

    def doe(beschadig: Beschadig) -> Vergelijking:
        kopie = tmp_path / "kopie.docx"
        with zipfile.ZipFile(goed) as bron, zipfile.ZipFile(kopie, "w") as doel:
            for naam in bron.namelist():
                inhoud = bron.read(naam)
                if naam == "word/document.xml":
                    document = lees_xml(inhoud)
                    beschadig(document[0])
                    inhoud = etree.tostring(document)
                doel.writestr(naam, inhoud)
        return vergelijk(lees_document(goed).items, lees_document(kopie).items)

    return doe


def _tekst(element: Element) -> str:
    return "".join(tekst.text or "" for tekst in element.iter(W + "t"))


def _alinea(body: Element, begin: str, stijl: str = "") -> Element:
    return next(
        alinea
        for alinea in body.iter(W + "p")
        if _tekst(alinea).startswith(begin) and stijl in (waarde(vind(alinea, "pPr/pStyle")) or "")
    )


def _haal_weg(element: Element) -> Element:
    ouder = element.getparent()
    assert ouder is not None
    ouder.remove(element)
    return element


def _soorten(uitkomst: Vergelijking) -> list[tuple[str, str]]:
    return [(verschil.soort, verschil.tekst) for verschil in uitkomst.verschillen]


def test_an_undamaged_copy_has_no_differences(beschadigd: Beschadigd) -> None:
    def doe_niets(body: Element) -> None:
        assert len(body)

    uitkomst = beschadigd(doe_niets)
    assert uitkomst.verwacht > 400
    assert (uitkomst.verschillen, uitkomst.score) == ([], 100)


def test_a_paragraph_that_is_gone_is_missed(beschadigd: Beschadigd) -> None:
    uitkomst = beschadigd(lambda body: body.remove(_alinea(body, SLOT)))
    assert _soorten(uitkomst) == [(MIST, SLOT)]
    assert uitkomst.score < 100


def test_a_paragraph_that_was_added_is_too_much(beschadigd: Beschadigd) -> None:
    def voeg_toe(body: Element) -> None:
        nieuw = lees_xml(etree.tostring(_alinea(body, SLOT)))
        next(nieuw.iter(W + "t")).text = "Dit stond er niet."
        _alinea(body, SLOT).addnext(nieuw)

    uitkomst = beschadigd(voeg_toe)
    assert _soorten(uitkomst) == [(TE_VEEL, "Dit stond er niet.")]
    assert uitkomst.score < 100


def test_a_changed_letter_is_shown(beschadigd: Beschadigd) -> None:
    def verander(body: Element) -> None:
        next(_alinea(body, SLOT).iter(W + "t")).text = SLOT.replace("totaliteit", "totaliteid")

    uitkomst = beschadigd(verander)
    assert _soorten(uitkomst) == [(ANDERE_TEKST, SLOT)]
    assert "totalitei[-t-][+d+]" in str(uitkomst.verschillen[0])


def test_a_changed_letter_in_a_heading_counts_once(beschadigd: Beschadigd) -> None:
    def verander(body: Element) -> None:
        next(_alinea(body, "GGZ-instellingen").iter(W + "t")).text = "GGZ-instelling"

    assert _soorten(beschadigd(verander)) == [(ANDERE_TEKST, "GGZ-instellingen")]


def test_a_row_at_another_place_in_its_table_was_moved(beschadigd: Beschadigd) -> None:
    def verplaats(body: Element) -> None:
        rij = next(_alinea(body, "Bijvoorbeeld inzet van 'Welzijn op recept'.").iterancestors(W + "tr"))
        vorige = rij.getprevious()
        assert vorige is not None
        vorige.addprevious(_haal_weg(rij))

    uitkomst = beschadigd(verplaats)
    assert {verschil.soort for verschil in uitkomst.verschillen} == {VERPLAATST}
    assert 1 <= len(uitkomst.verschillen) <= 5


def test_a_row_that_left_its_group_stands_elsewhere(beschadigd: Beschadigd) -> None:
    def verplaats(body: Element) -> None:
        groep = next(_alinea(body, "Kinderen 0-12 jaar").iterancestors(W + "tr"))
        eerste = groep.getnext()
        assert eerste is not None
        groep.addprevious(_haal_weg(eerste))

    uitkomst = beschadigd(verplaats)
    assert {verschil.soort for verschil in uitkomst.verschillen} == {ANDERE_KOP}
    assert "Opvoedondersteuning van 0-4 jarigen" in {verschil.tekst for verschil in uitkomst.verschillen}


def test_a_text_in_another_column_stands_elsewhere(beschadigd: Beschadigd) -> None:
    def verplaats(body: Element) -> None:
        cel = next(_alinea(body, TRANSPORT).iterancestors(W + "tc"))
        vorige = cel.getprevious()
        assert vorige is not None
        extra = lees_xml(etree.tostring(_alinea(cel, TRANSPORT)))
        next(extra.iter(W + "t")).text = "Nog een factor."
        vorige.append(_alinea(cel, TRANSPORT))
        cel.append(extra)

    uitkomst = beschadigd(verplaats)
    assert _soorten(uitkomst) == [(ANDERE_KOP, TRANSPORT), (TE_VEEL, "Nog een factor.")]
    assert "kolom 2" in str(uitkomst.verschillen[0])


def test_a_list_item_that_became_a_paragraph_has_another_form(beschadigd: Beschadigd) -> None:
    def maak_alinea(body: Element) -> None:
        stijl = vind(_alinea(body, "Dementvriendelijke Wijk"), "pPr/pStyle")
        assert stijl is not None
        stijl.set(W + "val", "BodyText")

    uitkomst = beschadigd(maak_alinea)
    assert _soorten(uitkomst) == [(ANDERE_VORM, "Dementvriendelijke Wijk")]
    assert "heeft de vorm alinea" in str(uitkomst.verschillen[0])


def test_a_heading_of_another_level_has_another_form(beschadigd: Beschadigd) -> None:
    def verander(body: Element) -> None:
        stijl = vind(_alinea(body, "Samenwerken", "Heading3"), "pPr/pStyle")
        assert stijl is not None
        stijl.set(W + "val", "Heading4")

    assert _soorten(beschadigd(verander)) == [(ANDERE_VORM, "Samenwerken")]


def test_a_list_that_does_not_begin_anew_has_other_numbers(beschadigd: Beschadigd) -> None:
    def nummer_door(body: Element) -> None:
        eerste = vind(_alinea(body, "Participatie", "ListNumber"), "pPr/numPr/numId")
        tweede = vind(_alinea(body, "Activiteiten voor schoolgaande kinderen;"), "pPr/numPr/numId")
        assert eerste is not None
        assert tweede is not None
        tweede.set(W + "val", str(waarde(eerste)))

    uitkomst = beschadigd(nummer_door)
    assert (ANDERE_TEKST, "1. Activiteiten voor schoolgaande kinderen;") in _soorten(uitkomst)
    assert "'1. Activiteiten voor schoolgaande kinderen;'" in uitkomst.verslag()
    assert "1[+6+]. Activiteiten" in uitkomst.verslag()


def test_bold_that_is_gone_is_named(beschadigd: Beschadigd) -> None:
    def maak_mager(body: Element) -> None:
        stijl = next(_alinea(body, "We zien op buurtniveau").iter(W + "rStyle"))
        _haal_weg(stijl)

    uitkomst = beschadigd(maak_mager)
    assert [verschil.soort for verschil in uitkomst.verschillen] == [ANDERE_OPMAAK]
    assert "vet op 'armoede ontstaan' ontbreekt" in str(uitkomst.verschillen[0])


def test_bold_that_was_added_is_named(beschadigd: Beschadigd) -> None:
    def maak_vet(body: Element) -> None:
        run = next(_alinea(body, SLOT).iter(W + "r"))
        run.insert(0, lees_xml(f'<w:rPr xmlns:w="{W[1:-1]}"><w:b/></w:rPr>'.encode()))

    uitkomst = beschadigd(maak_vet)
    assert _soorten(uitkomst) == [(ANDERE_OPMAAK, SLOT)]
    assert "is te veel" in str(uitkomst.verschillen[0])


def test_a_paragraph_under_another_heading_stands_elsewhere(beschadigd: Beschadigd) -> None:
    def verplaats(body: Element) -> None:
        _alinea(body, "GGZ-instellingen").addnext(_haal_weg(_alinea(body, SLOT)))

    uitkomst = beschadigd(verplaats)
    assert _soorten(uitkomst) == [(ANDERE_KOP, SLOT)]
    assert str(uitkomst.verschillen[0]).endswith("> GGZ-instellingen")


def test_two_paragraphs_that_changed_places_were_moved(beschadigd: Beschadigd) -> None:
    def verwissel(body: Element) -> None:
        tweede = _haal_weg(_alinea(body, "Activiteiten uit andere kernaanpakken"))
        _alinea(body, "Dit vraagt ook om de aansluiting").addprevious(tweede)

    assert [verschil.soort for verschil in beschadigd(verwissel).verschillen] == [VERPLAATST]


def test_a_link_that_became_plain_text_is_named(beschadigd: Beschadigd) -> None:
    def haal_link_weg(body: Element) -> None:
        link = next(_alinea(body, "Dit wijkplan is tot stand gekomen").iter(W + "hyperlink"))
        for run in list(link):
            link.addprevious(run)
        _haal_weg(link)

    uitkomst = beschadigd(haal_link_weg)
    assert [verschil.soort for verschil in uitkomst.verschillen] == [ANDERE_LINK]
    assert "de link op 'bijlage' naar 'Bijlage 4: " in str(uitkomst.verschillen[0])


def test_a_link_to_the_wrong_place_is_named(beschadigd: Beschadigd) -> None:
    def verleg(body: Element) -> None:
        next(_alinea(body, "Als we kijken naar").iter(W + "hyperlink")).set(W + "anchor", "bijlage_1")

    uitkomst = beschadigd(verleg)
    assert {verschil.soort for verschil in uitkomst.verschillen} == {ANDERE_LINK}
    assert "naar '1.2 Impactgedreven werken' ontbreekt" in uitkomst.verslag()
    assert "naar 'Bijlage 1: Kernaanpak Meedoen en rondkomen' is te veel" in uitkomst.verslag()


def test_a_table_without_header_row_has_other_forms(beschadigd: Beschadigd) -> None:
    def haal_kop_weg(body: Element) -> None:
        _haal_weg(next(body.iter(W + "tblHeader")))

    uitkomst = beschadigd(haal_kop_weg)
    assert {(ANDERE_VORM, "Bosgebied"), (ANDERE_VORM, "Jaartal, bron")} <= set(_soorten(uitkomst))
