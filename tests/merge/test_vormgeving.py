"""Form, lists and properties in a merge: brought over where that can be, told where it cannot."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from pipeline.markup import Run
from pipeline.merge.bewijs import bewijs
from pipeline.merge.blokken import Blokkenlezer
from pipeline.merge.inhoud import NIET_VERNIEUWD
from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.merge.pakket import Pakket
from pipeline.merge.stand import Stand
from pipeline.model import Blok, Wijkplan
from pipeline.package import zonder_tijd
from tests.merge import gegevens
from tests.merge.bestand import Bestand, element, run
from tests.merge.lezen import WIJKPLAN, W, delen, opmerkingen

VAN = gegevens.basis("nieuwland")
DOCUMENT, STIJLEN, THEMA = "word/document.xml", "word/styles.xml", "word/theme/theme1.xml"
ROOD = '<w:rPr><w:color w:val="FF0000"/></w:rPr>'
TITEL = "{http://purl.org/dc/elements/1.1/}title"


def anders(map_pad: Path, deel: str, oud: str, nieuw: str) -> bytes:
    """Return nieuwland made with a template of which one part has another text at one place."""
    with zipfile.ZipFile(gegevens.PROJECT.sjabloon) as pakket:
        xml = pakket.read(deel).decode()
    assert oud in xml
    sjabloon = map_pad / "sjabloon.docx"
    bron = gegevens.PROJECT.sjabloon.read_bytes()
    sjabloon.write_bytes(zonder_tijd(bron, {deel: xml.replace(oud, nieuw, 1).encode()}))
    return gegevens.word(gegevens.plan("nieuwland"), sjabloon)


def samen(nieuw: bytes, bewerkt: bytes = VAN, van: bytes = VAN, stand: Stand | None = None) -> Samengevoegd:
    """Merge, and see that the proof holds."""
    uit = voeg_samen(van, nieuw, bewerkt, stand=stand)
    assert bewijs(van, nieuw, bewerkt, uit.als_bytes(), [*uit.wijzigingen, *uit.afgehandeld]) == []
    return uit


def van_het_programma(docx: bytes) -> list[str]:
    return [tekst for auteur, tekst in opmerkingen(docx) if auteur == WIJKPLAN]


def zonder_opmerkingen(docx: bytes) -> bytes:
    """Return a file of which staff took all comments away."""
    bestand = Bestand(docx)
    for naam in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for teken in list(bestand.boom.iter(W + naam)):
            teken.getparent().remove(teken)  # type: ignore[union-attr]
    bestand.delen["word/comments.xml"] = etree.tostring(etree.Element(W + "comments"))
    return bestand.klaar()


VORMEN = {
    "style": (STIJLEN, 'w:val="heading 1"/>', 'w:val="heading 1"/><w:hidden/>', "Stijlen", "heading 1"),
    "theme": (THEMA, 'val="1F6FA8"', 'val="AA0000"', "Kleuren en lettertypen", "thema"),
    "page": (DOCUMENT, 'w:bottom="1304"', 'w:bottom="2268"', "Deel 1 van het document", "4,0"),
    "columns": (
        *(DOCUMENT, '<w:gridCol w:w="4649"/>', '<w:gridCol w:w="4600"/>'),
        *("Wat willen we bereiken met het Wijkplan Sociaal?", "kolommen"),
    ),
    "cell": (DOCUMENT, 'w:fill="E8EEF5"', 'w:fill="FFEEDD"', "Achtergrondkenmerken wijk", "cellen"),
    "letters": (
        *(
            DOCUMENT,
            "<w:r><w:t>Onze ambitie is",
            '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t>Onze ambitie is',
        ),
        *("Wijkgerichte aanpak", "letters"),
    ),
}


@pytest.mark.parametrize("soort", VORMEN)
def test_another_form_is_told_until_staff_take_the_comment_away(soort: str, tmp_path: Path) -> None:
    deel, oud, nieuw, plek, woord = VORMEN[soort]
    wordt = anders(tmp_path, deel, oud, nieuw)
    eerste = samen(wordt)
    assert {(w.uitkomst, w.wat, w.plek) for w in eerste.wijzigingen} == {("ongeplaatst", "opmaak", plek)}
    assert all(woord in w.wordt for w in eerste.wijzigingen)
    assert any(woord in tekst for tekst in van_het_programma(eerste.als_bytes()))
    weer = samen(wordt, eerste.als_bytes(), eerste.basis, eerste.stand)
    assert weer.wijzigingen == eerste.wijzigingen
    assert van_het_programma(weer.als_bytes()) == van_het_programma(eerste.als_bytes())
    klaar = samen(wordt, zonder_opmerkingen(weer.als_bytes()), weer.basis, weer.stand)
    assert klaar.wijzigingen == []


def test_the_proof_sees_a_form_that_is_not_told(tmp_path: Path) -> None:
    for soort in ("style", "theme", "page", "columns"):
        deel, oud, nieuw, *_ = VORMEN[soort]
        wordt = anders(tmp_path, deel, oud, nieuw)
        assert bewijs(VAN, wordt, VAN, voeg_samen(VAN, wordt, VAN).als_bytes(), []), soort


def test_a_picture_with_another_description_is_brought_over(tmp_path: Path) -> None:
    uit = samen(anders(tmp_path, DOCUMENT, "De basisinfrastructuur in de wijk bestaat", "De basis bestaat"))
    (wijziging,) = uit.wijzigingen
    assert (wijziging.uitkomst, wijziging.wat) == ("verwerkt", "gewijzigd")
    assert 'descr="De basis bestaat' in delen(uit.als_bytes())[DOCUMENT].decode()


# Properties of the file


def met_titel(docx: bytes, titel: str) -> bytes:
    bestand = Bestand(docx)
    boom = etree.fromstring(bestand.delen["docProps/core.xml"])
    boom.find(TITEL).text = titel  # type: ignore[union-attr]
    bestand.delen["docProps/core.xml"] = etree.tostring(boom)
    return bestand.klaar()


def titel(docx: bytes) -> str | None:
    return etree.fromstring(delen(docx)["docProps/core.xml"]).findtext(TITEL)


def test_the_title_of_the_file_follows_the_data() -> None:
    nieuw = met_titel(VAN, "Een andere titel")
    uit = samen(nieuw)
    assert titel(uit.als_bytes()) == "Een andere titel"
    assert [(w.uitkomst, w.wat) for w in uit.wijzigingen] == [("verwerkt", "eigenschap")]


def test_a_title_that_staff_gave_stays_and_is_told_until_it_is_right() -> None:
    nieuw, eigen = met_titel(VAN, "Een andere titel"), met_titel(VAN, "Onze titel")
    uit = samen(nieuw, eigen)
    assert titel(uit.als_bytes()) == "Onze titel"
    assert [(w.uitkomst, w.wordt) for w in uit.wijzigingen] == [("ongeplaatst", "Een andere titel")]
    weer = samen(nieuw, uit.als_bytes(), uit.basis, uit.stand)
    assert weer.wijzigingen == uit.wijzigingen
    goed = met_titel(weer.als_bytes(), "Een andere titel")
    assert samen(nieuw, goed, weer.basis, weer.stand).wijzigingen == []


# Numbered lists


def met_aanpak(blokken: list[Blok]) -> Wijkplan:
    """Return the plan of nieuwland with other text in its second kernaanpak."""
    bron = gegevens.plan("nieuwland")
    een, twee, drie = bron.kernaanpakken
    return replace(bron, kernaanpakken=(een, replace(twee, aanpak=tuple(blokken)), drie))


def lijsten(docx: bytes, blokken: list[Blok]) -> list[str]:
    """Return the number of the list of each block."""
    boom = etree.fromstring(delen(docx)[DOCUMENT])
    uit = []
    for blok in blokken:
        tekst = "".join(run.tekst for run in blok.runs)
        (alinea,) = [p for p in boom.iter(W + "p") if "".join(t.text or "" for t in p.iter(W + "t")) == tekst]
        nummer = alinea.find(f"{W}pPr/{W}numPr/{W}numId")
        uit.append("" if nummer is None else str(nummer.get(W + "val")))
    return uit


def test_a_numbered_list_that_is_cut_in_two_begins_anew() -> None:
    oud = list(gegevens.plan("nieuwland").kernaanpakken[1].aanpak)
    tussen = Blok("alinea", (Run("Daarnaast willen we dat er ruimte is voor nieuwe ideeën."),))
    blokken = [*oud[:2], tussen, *oud[2:]]
    uit = samen(gegevens.word(met_aanpak(blokken)))
    een, twee, geen, *rest = lijsten(uit.als_bytes(), blokken)
    assert een == twee
    assert not geen
    assert len(set(rest)) == 1
    assert rest[0] not in ("", een)


def test_a_paragraph_that_becomes_a_number_of_the_list_counts_along() -> None:
    oud = list(gegevens.plan("nieuwland").kernaanpakken[1].aanpak)
    tussen = "Daarnaast willen we dat er ruimte is voor nieuwe ideeën."
    eerst = [*oud, Blok("alinea", (Run(tussen),))]
    dan = [*oud, Blok("genummerd", (Run(tussen),))]
    van = gegevens.word(met_aanpak(eerst))
    uit = samen(gegevens.word(met_aanpak(dan)), van, van)
    assert len(set(lijsten(uit.als_bytes(), dan))) == 1
    terug = samen(van, uit.basis, uit.basis)
    assert not lijsten(terug.als_bytes(), eerst)[-1]


# The contents table


def in_inhoudsopgave(docx: bytes, anders: Callable[[etree._Element], None]) -> bytes:
    """Edit the line of the contents table about the kernaanpakken."""
    bestand = Bestand(docx)
    (regel,) = [p for p in bestand.body.iter(W + "p") if "De kernaanpakken" in _tekst(p) and _is_inhoud(p)]
    anders(regel)
    return bestand.klaar()


def _tekst(alinea: etree._Element) -> str:
    return "".join(t.text or "" for t in alinea.iter(W + "t"))


def _is_inhoud(alinea: etree._Element) -> bool:
    stijl = alinea.find(f"{W}pPr/{W}pStyle")
    return stijl is not None and str(stijl.get(W + "val")).startswith("TOC")


def test_what_staff_typed_in_the_contents_table_is_told() -> None:
    def typ(regel: etree._Element) -> None:
        deel = next(t for t in regel.iter(W + "t") if "De kernaanpakken" in (t.text or ""))
        deel.text = str(deel.text).replace("De", "Alle")

    uit = samen(VAN, in_inhoudsopgave(VAN, typ))
    assert [(w.uitkomst, w.wat) for w in uit.wijzigingen] == [("ongeplaatst", "inhoudsopgave")]
    assert "Alle kernaanpakken" in uit.wijzigingen[0].was
    assert samen(VAN, uit.als_bytes(), uit.basis, uit.stand).wijzigingen == []


def test_a_contents_table_with_a_tracked_change_of_staff_is_left_and_told_when_it_is_old() -> None:
    def volg(regel: etree._Element) -> None:
        erbij = etree.SubElement(regel, W + "ins")
        erbij.set(W + "id", "999")
        erbij.set(W + "author", "M. de Vries")
        erbij.append(run(" eigen werk"))

    bewerkt = in_inhoudsopgave(VAN, volg)
    plan = gegevens.plan("nieuwland")
    titel = replace(plan.kernaanpakken[0], titel="Samen in de wijk")
    nieuw = gegevens.word(replace(plan, kernaanpakken=(titel, *plan.kernaanpakken[1:])))
    uit = samen(nieuw, bewerkt)
    assert [w.wordt for w in uit.wijzigingen if w.wat == "inhoudsopgave"] == [NIET_VERNIEUWD]
    assert "eigen werk" in delen(uit.als_bytes())[DOCUMENT].decode()


# Settings of sections, letters, styles


def vervang(docx: bytes, deel: str, oud: str, nieuw: str) -> bytes:
    """Return a file of which one part has another text at one place."""
    bestand = Bestand(docx)
    xml = bestand.delen[deel].decode() if deel != DOCUMENT else etree.tostring(bestand.boom).decode()
    assert oud in xml
    bestand.delen[deel] = xml.replace(oud, nieuw, 1).encode()
    bestand.boom = etree.fromstring(bestand.delen[DOCUMENT])
    return bestand.klaar()


@pytest.mark.parametrize(
    "instelling",
    [
        "<w:titlePg/>",
        '<w:pgNumType w:start="3"/>',
        '<w:lnNumType w:countBy="1"/>',
    ],
)
def test_a_setting_of_a_section_is_told(instelling: str) -> None:
    nieuw = vervang(VAN, DOCUMENT, "<w:cols", f"{instelling}<w:cols")
    uit = samen(nieuw)
    assert [(w.wat, w.plek, w.wordt) for w in uit.wijzigingen] == [
        ("opmaak", "Deel 1 van het document", "De pagina-instellingen zijn anders.")
    ]
    assert bewijs(VAN, nieuw, VAN, uit.als_bytes(), [])
    assert samen(nieuw, nieuw).wijzigingen == []


def test_what_word_writes_at_each_save_is_no_setting_of_a_section() -> None:
    nieuw = vervang(VAN, DOCUMENT, "<w:sectPr", '<w:sectPr w:rsidR="00112233"')
    assert samen(nieuw).wijzigingen == []


def test_a_section_more_with_pages_of_the_same_size_is_told() -> None:
    bestand = Bestand(VAN)
    laatste = bestand.body[-1]
    kopie = deepcopy(laatste)
    einde = element("p", "<w:pPr/>")
    einde[0].append(kopie)
    laatste.addprevious(einde)
    nieuw = bestand.klaar()
    zin = "Het document heeft een deel met eigen pagina's meer of minder."
    for van, wordt in ((VAN, nieuw), (nieuw, VAN)):
        uit = samen(wordt, van, van)
        assert [(w.wat, w.wordt) for w in uit.wijzigingen if w.wat == "opmaak"] == [("opmaak", zin)]


def ambitie(woord: str, *, rood: bool) -> bytes:
    """Return nieuwland with another word in one paragraph, of which the letters may be red."""
    bestand = Bestand(VAN)
    t = next(t for t in bestand.body.iter(W + "t") if (t.text or "").startswith("Onze ambitie is"))
    t.text = str(t.text).replace("ambitie", woord, 1)
    if rood:
        t.addprevious(element("rPr", '<w:color w:val="FF0000"/>'))
    return bestand.klaar()


def test_other_letters_are_told_in_a_paragraph_with_another_text_too() -> None:
    van = ambitie("ambitie", rood=True)
    uit = samen(ambitie("droom", rood=False), van, van)
    verteld = {(w.uitkomst, w.wat) for w in uit.wijzigingen}
    assert verteld == {("verwerkt", "gewijzigd"), ("ongeplaatst", "opmaak")}
    zelfde = samen(ambitie("droom", rood=True), van, van)
    assert {w.wat for w in zelfde.wijzigingen} == {"gewijzigd"}


def test_a_template_saved_in_a_newer_word_looks_the_same() -> None:
    """A newer Word declares more names at the root of a part."""
    nieuw = VAN
    for deel, wortel in ((STIJLEN, "<w:styles"), (THEMA, "<a:theme"), (DOCUMENT, "<w:document")):
        nieuw = vervang(nieuw, deel, wortel, f'{wortel} xmlns:w99="http://example.org/2099/wordml"')
    assert samen(nieuw).wijzigingen == []
    assert samen(VAN, nieuw).wijzigingen == []


def test_a_paragraph_saved_in_a_newer_word_has_the_same_form() -> None:
    """A newer Word declares more names at the root, which each property would inherit."""
    bestand = Bestand(VAN)
    alinea = next(p for p in bestand.body.iter(W + "p") if _tekst(p).startswith("Onze ambitie is"))
    alinea.find(W + "pPr").append(element("jc"))  # type: ignore[union-attr]
    van = bestand.klaar()
    bewerkt = vervang(van, DOCUMENT, "<w:document", '<w:document xmlns:w99="http://example.org/2099/wordml"')
    voor, na = (
        [blok.eigenschappen for blok in Blokkenlezer(pakket, pakket.hoofd).lees(pakket.body)]
        for pakket in (Pakket(van), Pakket(bewerkt))
    )
    assert any(voor)
    assert voor == na


def test_of_two_styles_with_one_name_each_is_compared() -> None:
    vorm = '<w:name w:val="Dubbel"/><w:rPr><w:sz w:val="{}"/></w:rPr>'
    stijl = f'<w:style w:type="{{}}" w:styleId="{{}}">{vorm}</w:style>'
    paar = [stijl.format("paragraph", "DubbelA", 20), stijl.format("character", "DubbelT", 20)]
    van, nieuw = (
        vervang(VAN, STIJLEN, "</w:styles>", "".join([eerste, paar[1], "</w:styles>"]))
        for eerste in (paar[0], stijl.format("paragraph", "DubbelA", 24))
    )
    uit = samen(nieuw, van, van)
    assert [w.wordt for w in uit.wijzigingen] == ["Deze stijlen zien er anders uit: Dubbel."]


def test_a_setting_that_is_switched_on_is_told() -> None:
    instelling = "word/settings.xml"
    xml = Bestand(VAN).delen[instelling].decode()
    assert "mirrorMargins" not in xml
    nieuw = vervang(VAN, instelling, "</w:settings>", "<w:mirrorMargins/></w:settings>")
    assert [w.plek for w in samen(nieuw).wijzigingen] == ["Instellingen"]


# References to headings


def test_a_reference_leads_to_its_heading_whatever_heading_staff_put_before_it() -> None:
    bestand = Bestand(VAN)
    kop = next(p for p in bestand.body.findall(W + "p") if _tekst(p) == "Doel en werkwijze")
    eigen = element("p", '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>')
    eigen.append(run("Voorwoord"))
    kop.addprevious(eigen)
    uit = samen(VAN, bestand.klaar())
    boom = Bestand(uit.als_bytes()).boom
    alineas = {str(b.get(W + "name")): next(b.iterancestors(W + "p")) for b in boom.iter(W + "bookmarkStart")}
    assert _tekst(alineas["hoofdstuk_1"]) == "Doel en werkwijze"
    assert _tekst(alineas["paragraaf_1_2"]) == "Impactgedreven werken"
    assert len(alineas) == len(list(boom.iter(W + "bookmarkStart")))
