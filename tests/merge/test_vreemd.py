"""Odd Word files as the edited file: merged or refused with a reason, never damaged."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from lxml import etree

from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import versie, voeg_samen
from pipeline.merge.pakket import OnbruikbaarWord, Pakket
from pipeline.package import zonder_tijd
from tests.merge import gegevens
from tests.merge.bestand import Bestand, element, run
from tests.merge.lezen import W, delen, teksten
from tests.merge.orakel import niet_gedaan

MERK = "staf999999"
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def alinea(inhoud: str) -> etree._Element:
    return etree.fromstring(f"<w:p {_NS}>{inhoud}</w:p>")


def na_inleiding(b: Bestand, nieuw: etree._Element) -> None:
    b.body.findall(W + "p")[6].addnext(nieuw)


def tekstvak(b: Bestand) -> None:
    vak = f"<w:txbxContent><w:p><w:r><w:t>Kader {MERK}</w:t></w:r></w:p></w:txbxContent>"
    na_inleiding(b, alinea(f"<w:r><w:pict><v:shape><v:textbox>{vak}</v:textbox></v:shape></w:pict></w:r>"))


def tekstvak_in_een_alinea(b: Bestand) -> None:
    vak = f"<w:txbxContent><w:p><w:r><w:t>Kader {MERK}</w:t></w:r></w:p></w:txbxContent>"
    los = alinea(f"<w:r><w:pict><v:shape><v:textbox>{vak}</v:textbox></v:shape></w:pict></w:r>")
    b.body.findall(W + "p")[6].append(los[0])


def formule(b: Bestand) -> None:
    p = b.body.findall(W + "p")[6]
    p.append(alinea(f"<m:oMath><m:r><m:t>x={MERK}</m:t></m:r></m:oMath>")[0])


def tabel_in_een_cel(b: Bestand) -> None:
    cel = next(b.body.iter(W + "tc"))
    rij = f"<w:tr><w:tc><w:p><w:r><w:t>{MERK}</w:t></w:r></w:p></w:tc></w:tr>"
    cel.insert(1, alinea(f"<w:tbl><w:tblPr/><w:tblGrid/>{rij}</w:tbl>")[0])


def inhoudselement(b: Bestand) -> None:
    p = b.body.findall(W + "p")[6]
    houder = alinea("<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>")[0]
    p.addprevious(houder)
    houder[1].append(p)
    houder[1].append(alinea(f"<w:r><w:t>{MERK}</w:t></w:r>"))


def ingesloten_object(b: Bestand) -> None:
    b.delen["word/embeddings/blad.bin"] = MERK.encode()
    rels = etree.fromstring(b.delen["word/_rels/document.xml.rels"])
    nieuw = etree.SubElement(rels, f"{{{rels.nsmap[None]}}}Relationship")
    for naam, waarde in (
        ("Id", "rIdObject"),
        ("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject"),
        ("Target", "embeddings/blad.bin"),
    ):
        nieuw.set(naam, waarde)
    b.delen["word/_rels/document.xml.rels"] = etree.tostring(rels)
    soorten = etree.fromstring(b.delen["[Content_Types].xml"])
    standaard = etree.SubElement(soorten, f"{{{soorten.nsmap[None]}}}Default")
    standaard.set("Extension", "bin")
    standaard.set("ContentType", "application/vnd.openxmlformats-officedocument.oleObject")
    b.delen["[Content_Types].xml"] = etree.tostring(soorten)
    r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ding = f'<w:object><o:OLEObject {r} Type="Embed" r:id="rIdObject"/></w:object>'
    na_inleiding(b, alinea(f"<w:r>{ding}<w:t>{MERK}</w:t></w:r>"))


def eigen_sectie(b: Bestand) -> None:
    na_inleiding(b, alinea(f"<w:pPr><w:sectPr/></w:pPr><w:r><w:t>{MERK}</w:t></w:r>"))


def zonder_sleutels(b: Bestand) -> None:
    """As programs do that know no bookmarks."""
    etree.strip_elements(b.boom, W + "bookmarkStart", W + "bookmarkEnd", with_tail=False)
    na_inleiding(b, alinea(f"<w:r><w:t>{MERK}</w:t></w:r>"))


def zonder_inhoudsopgave(b: Bestand) -> None:
    for p in list(b.body.findall(W + "p")):
        stijl = p.find(f"{W}pPr/{W}pStyle")
        if stijl is not None and str(stijl.get(W + "val")).startswith("TOC"):
            b.body.remove(p)
    na_inleiding(b, alinea(f"<w:r><w:t>{MERK}</w:t></w:r>"))


def andere_stijlen(b: Bestand) -> None:
    """As after attaching another template: other ids, some styles gone."""
    xml = b.delen["word/styles.xml"].replace(b'w:styleId="BodyText"', b'w:styleId="Plattetekst"')
    boom = etree.fromstring(xml.replace(b'w:val="BodyText"', b'w:val="Plattetekst"'))
    for stijl in [s for s in boom if s.get(W + "styleId") in ("Tabelcijfer", "Tabelgroep")]:
        boom.remove(stijl)
    b.delen["word/styles.xml"] = etree.tostring(boom)
    for stijl in list(b.boom.iter(W + "pStyle")):
        if stijl.get(W + "val") == "BodyText":
            stijl.set(W + "val", "Plattetekst")
        elif stijl.get(W + "val") in ("Tabelcijfer", "Tabelgroep"):
            stijl.getparent().remove(stijl)  # type: ignore[union-attr]
    na_inleiding(b, alinea(f"<w:r><w:t>{MERK}</w:t></w:r>"))


def dubbele_en_lege_sleutels(b: Bestand) -> None:
    """As LibreOffice leaves after cutting and copying: an empty key, a '_Copy_1', two keys in one."""
    begin = next(b.body.iter(W + "bookmarkStart"))
    naam = str(begin.get(W + "name"))
    ander = element("p", f'<w:bookmarkStart w:id="9001" w:name="{naam}_Copy_1"/><w:bookmarkEnd w:id="9001"/>')
    ander.append(run(MERK))
    na_inleiding(b, ander)
    begin.set(W + "name", "elders")
    leeg = element("p", f'<w:bookmarkStart w:id="9002" w:name="{naam}"/><w:bookmarkEnd w:id="9002"/>')
    na_inleiding(b, leeg)


def door_python_docx(b: Bestand) -> None:
    na_inleiding(b, alinea(f"<w:r><w:t>{MERK}</w:t></w:r>"))


VREEMD: dict[str, Callable[[Bestand], None]] = {
    functie.__name__: functie
    for functie in (
        *(tekstvak, tekstvak_in_een_alinea, formule, tabel_in_een_cel, inhoudselement, ingesloten_object),
        *(eigen_sectie, zonder_sleutels, zonder_inhoudsopgave, andere_stijlen, dubbele_en_lege_sleutels),
        *(door_python_docx,),
    )
}


@pytest.mark.parametrize("naam", VREEMD)
def test_an_odd_file_is_merged_with_nothing_lost(naam: str) -> None:
    kans = random.Random(1)  # noqa: S311 - the same each time
    basis = gegevens.basis("nieuwland")
    plan, _ = gegevens.verander(gegevens.plan("nieuwland"), kans, 4)
    nieuw = gegevens.word(plan)
    bestand = Bestand(basis)
    VREEMD[naam](bestand)
    bewerkt = bestand.klaar()
    if naam == "door_python_docx":
        stroom = io.BytesIO()
        Document(io.BytesIO(bewerkt)).save(stroom)
        bewerkt = stroom.getvalue()
    samen = voeg_samen(basis, nieuw, bewerkt)
    docx = samen.als_bytes()
    assert bewijs(basis, nieuw, bewerkt, docx, samen.wijzigingen) == []
    assert niet_gedaan(basis, nieuw, bewerkt, docx, samen.wijzigingen) == []
    assert any(MERK.encode() in inhoud for inhoud in delen(docx).values())
    assert any(wijziging.uitkomst == "verwerkt" for wijziging in samen.wijzigingen)
    assert versie(Pakket(docx)) == samen.versie


def met_deel(naam: str, wijziging: Callable[[bytes], bytes]) -> bytes:
    basis = gegevens.basis("nieuwland")
    return zonder_tijd(basis, {naam: wijziging(delen(basis)[naam])})


def zonder_deel(naam: str) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as pakket:
        for deel, inhoud in delen(gegevens.basis("nieuwland")).items():
            if deel != naam:
                pakket.writestr(deel, inhoud)
    return uit.getvalue()


ONBRUIKBAAR: dict[str, tuple[Callable[[], bytes], str]] = {
    "leeg": (lambda: b"", "beschadigd"),
    "tekst": (lambda: b"van een mens", "beschadigd"),
    "wachtwoord": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "wachtwoord"),
    "afgebroken": (lambda: gegevens.basis("nieuwland")[:5000], "beschadigd"),
    "zonder hoofddeel": (lambda: zonder_deel("word/document.xml"), "geen Word-bestand"),
    "zonder soorten": (lambda: zonder_deel("[Content_Types].xml"), "geen Word-bestand"),
    "kapotte xml": (lambda: met_deel("word/document.xml", lambda xml: xml[:-100]), "beschadigd"),
    "entiteiten": (
        lambda: met_deel(
            "word/document.xml", lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]>' + xml.partition(b"?>")[2]
        ),
        "gevaarlijks",
    ),
    "macro's": (
        lambda: met_deel(
            "[Content_Types].xml",
            lambda xml: xml.replace(
                b"vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                b"vnd.ms-word.document.macroEnabled.main",
            ),
        ),
        "macro's",
    ),
    "strict": (
        lambda: met_deel(
            "word/document.xml",
            lambda xml: xml.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ),
        ),
        "Strict",
    ),
}


@pytest.mark.parametrize("naam", ONBRUIKBAAR)
def test_a_file_that_cannot_be_merged_is_refused_with_a_reason(naam: str) -> None:
    maak, reden = ONBRUIKBAAR[naam]
    with pytest.raises(OnbruikbaarWord, match=reden):
        Pakket(maak())


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        for nummer in range(4):
            pakket.writestr(f"{nummer}.xml", b" " * (100 * 1024**2))
    with pytest.raises(OnbruikbaarWord, match="te groot"):
        Pakket(uit.getvalue())


def test_the_text_of_the_merged_file_is_what_both_made_of_it() -> None:
    basis = gegevens.basis("vbl")
    assert teksten(voeg_samen(basis, basis, basis).als_bytes()) == teksten(basis)
