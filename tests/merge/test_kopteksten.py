"""Headers and footers in a merge: put in, rejected, or told as long as they have no place."""

from __future__ import annotations

import pytest
from lxml import etree

from pipeline.merge.bewijs import bewijs
from pipeline.merge.kopteksten import PLEK
from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.merge.stand import Stand
from pipeline.merge.uitkomst import verwerp
from tests.merge import gegevens
from tests.merge.bestand import Bestand, element, nieuw_deel
from tests.merge.lezen import W, delen, koptekst, opmerkingen
from tests.merge.test_vormgeving import zonder_opmerkingen

VAN = gegevens.basis("nieuwland")
KOP = "word/header2.xml"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
VASTE_KOP, ANDERE_KOP = "Wijkplan Sociaal 2026-2030", "Wijkplan Samen 2026-2030"
EIGEN = "Tekst in de voettekst."


def vervang(docx: bytes, deel: str, oud: str, nieuw: str) -> bytes:
    """Return a file of which one part has another text at one place."""
    bestand = Bestand(docx)
    xml = bestand.delen[deel].decode()
    assert oud in xml
    bestand.delen[deel] = xml.replace(oud, nieuw, 1).encode()
    return bestand.klaar()


def samen(nieuw: bytes, bewerkt: bytes = VAN, van: bytes = VAN, stand: Stand | None = None) -> Samengevoegd:
    """Merge, and see that the proof holds."""
    uit = voeg_samen(van, nieuw, bewerkt, stand=stand)
    assert bewijs(van, nieuw, bewerkt, uit.als_bytes(), [*uit.wijzigingen, *uit.afgehandeld]) == []
    return uit


def verder(nieuw: bytes, vorige: Samengevoegd, bewerkt: bytes | None = None) -> Samengevoegd:
    """Merge once more, into what staff made of the outcome."""
    return samen(nieuw, vorige.als_bytes() if bewerkt is None else bewerkt, vorige.basis, vorige.stand)


def soorten(uit: Samengevoegd) -> list[tuple[str, str, str]]:
    return [(w.uitkomst, w.wat, w.plek) for w in uit.wijzigingen]


def verworpen(docx: bytes, deel: str) -> bytes:
    """Return a file of which staff rejected what the program did in one part."""
    bestand = Bestand(docx)
    boom = etree.fromstring(bestand.delen[deel])
    verwerp(boom)
    bestand.delen[deel] = etree.tostring(boom)
    return bestand.klaar()


def met_sectie(docx: bytes) -> bytes:
    """Return a file in which staff put a section of their own."""
    bestand = Bestand(docx)
    einde = next(p for p in bestand.body.findall(W + "p")[12:] if p.find(f"{W}pPr/{W}sectPr") is None)
    einde.addprevious(element("p", '<w:pPr><w:sectPr><w:type w:val="nextPage"/></w:sectPr></w:pPr>'))
    return bestand.klaar()


def secties(bestand: Bestand) -> list[etree._Element]:
    return list(bestand.body.iter(W + "sectPr"))


def met_voet(docx: bytes) -> bytes:
    """Return a file with a footer on the first page of its last section."""
    bestand = Bestand(docx)
    tekst = f'<w:p><w:r><w:t xml:space="preserve">{EIGEN}</w:t></w:r></w:p>'
    bestand.delen["word/footer9.xml"] = etree.tostring(element("ftr", tekst))
    nieuw_deel(bestand, "footer", "footer9.xml", "footer")
    verwijzing = element("footerReference")
    verwijzing.set(W + "type", "first")
    verwijzing.set(R + "id", "rIdStaffooter")
    secties(bestand)[-1].insert(0, verwijzing)
    return bestand.klaar()


def zonder_voet(docx: bytes) -> bytes:
    """Return a file of which staff took that footer away."""
    bestand = Bestand(docx)
    secties(bestand)[-1].remove(secties(bestand)[-1][0])
    rels = etree.fromstring(bestand.delen["word/_rels/document.xml.rels"])
    rels.remove(next(e for e in rels if e.get("Id") == "rIdStaffooter"))
    bestand.delen["word/_rels/document.xml.rels"] = etree.tostring(rels)
    return bestand.klaar()


def test_a_header_that_staff_rejected_stays_listed() -> None:
    nieuw = vervang(VAN, KOP, VASTE_KOP, ANDERE_KOP)
    een = samen(nieuw)
    assert soorten(een) == [("verwerkt", "gewijzigd", PLEK)]
    twee = verder(nieuw, een, verworpen(een.als_bytes(), KOP))
    drie = verder(nieuw, twee)
    assert soorten(twee) == soorten(drie) == [("geweigerd", "gewijzigd", PLEK)]
    assert VASTE_KOP in koptekst(drie.als_bytes())
    assert soorten(verder(nieuw, een)) == []


def test_a_rejected_line_of_a_header_is_not_one_of_the_text() -> None:
    """A line that went out of the header, and that staff then wrote in the text, was not turned back."""
    regel = "Dit is een eerste versie."
    bestand = Bestand(VAN)
    kop = etree.fromstring(bestand.delen[KOP])
    kop.insert(0, element("p", f"<w:r><w:t>{regel}</w:t></w:r>"))
    bestand.delen[KOP] = etree.tostring(kop)
    van = bestand.klaar()
    een = samen(VAN, van, van)
    assert soorten(een) == [("verwerkt", "vervallen", PLEK)]
    eigen = Bestand(een.als_bytes())
    eigen.body.insert(3, element("p", f"<w:r><w:t>{regel}</w:t></w:r>"))
    assert soorten(verder(VAN, een, eigen.klaar())) == []


def test_a_header_is_told_as_long_as_staff_have_other_sections() -> None:
    nieuw = vervang(VAN, KOP, VASTE_KOP, ANDERE_KOP)
    een = samen(nieuw, met_sectie(VAN))
    twee = verder(nieuw, een)
    drie = verder(nieuw, twee)
    assert soorten(een) == soorten(twee) == soorten(drie) == [("ongeplaatst", "gewijzigd", PLEK)]
    assert VASTE_KOP in drie.wijzigingen[0].was
    goed = vervang(drie.als_bytes(), KOP, VASTE_KOP, ANDERE_KOP)
    assert soorten(verder(nieuw, drie, goed)) == []


@pytest.mark.parametrize("wat", ["nieuw", "vervallen"])
def test_a_header_that_comes_or_goes_is_told_until_staff_have_it_so(wat: str) -> None:
    van, nieuw = (VAN, met_voet(VAN)) if wat == "nieuw" else (met_voet(VAN), VAN)
    een = samen(nieuw, van, van)
    twee = verder(nieuw, een)
    drie = verder(nieuw, twee)
    assert soorten(een) == soorten(twee) == soorten(drie) == [("ongeplaatst", wat, PLEK)]
    assert EIGEN in (drie.wijzigingen[0].wordt if wat == "nieuw" else drie.wijzigingen[0].was)
    goed = (met_voet if wat == "nieuw" else zonder_voet)(drie.als_bytes())
    assert soorten(verder(nieuw, drie, goed)) == []


def test_the_form_of_a_header_is_told_until_staff_take_the_comment_away() -> None:
    nieuw = vervang(VAN, KOP, "<w:r><w:t", '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t')
    een = samen(nieuw)
    twee = verder(nieuw, een)
    assert soorten(een) == soorten(twee) == [("ongeplaatst", "opmaak", PLEK)]
    assert len(opmerkingen(twee.als_bytes())) == 1
    assert soorten(verder(nieuw, twee, zonder_opmerkingen(twee.als_bytes()))) == []


def test_a_header_that_staff_linked_to_the_one_before_is_told() -> None:
    """In Word 'link to previous' makes one header of two: a change of the second has no place."""
    bestand = Bestand(VAN)
    bestand.delen["word/header9.xml"] = bestand.delen[KOP].replace(VASTE_KOP.encode(), b"Bijlagen")
    nieuw_deel(bestand, "header", "header9.xml", "header")
    verwijzing = element("headerReference")
    verwijzing.set(W + "type", "default")
    verwijzing.set(R + "id", "rIdStafheader")
    secties(bestand)[-1].insert(0, verwijzing)
    van = bestand.klaar()
    gelijk = Bestand(van)
    secties(gelijk)[-1].remove(secties(gelijk)[-1][0])
    nieuw = vervang(van, "word/header9.xml", "Bijlagen", "Alle bijlagen")
    een = samen(nieuw, gelijk.klaar(), van)
    twee = verder(nieuw, een)
    assert soorten(een) == soorten(twee) == [("ongeplaatst", "gewijzigd", PLEK)]
    assert "Alle bijlagen" in twee.wijzigingen[0].wordt


def test_a_comment_about_form_leaves_the_contents_table_alone() -> None:
    """Also when the contents table is the first thing in the file."""
    bestand = Bestand(VAN)
    eerste = next(t for t in bestand.body.iter(W + "instrText") if "TOC" in (t.text or ""))
    inhoud = next(p for p in eerste.iterancestors(W + "p"))
    for ding in list(inhoud.itersiblings(preceding=True)):
        bestand.body.remove(ding)
    nieuw = vervang(VAN, "word/styles.xml", 'w:val="heading 1"/>', 'w:val="heading 1"/><w:hidden/>')
    een = voeg_samen(VAN, nieuw, bestand.klaar())
    boom = etree.fromstring(delen(een.als_bytes())["word/document.xml"])
    plek = next(next(boom.iter(W + "commentReference")).iterancestors(W + "p"))
    stijl = plek.find(f"{W}pPr/{W}pStyle")
    assert stijl is None or not str(stijl.get(W + "val")).startswith("TOC")
    assert plek.getprevious() is not None
