"""What other programs may write in a Word file, and what may happen to what the program kept."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from docx.document import Document
from lxml import etree

from pipeline.document.version import met_versie, versie_van
from pipeline.errors import BeschadigdeVersieFout, GebruikFout
from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import Samengevoegd, versie, voeg_samen
from pipeline.merge.overnemen import Overnemer
from pipeline.merge.pakket import Pakket
from pipeline.merge.revisies import Revisor
from pipeline.merge.stand import Stand
from pipeline.merge.versies import MAP, bewaar, zoek
from pipeline.merge.wml import VAL, maak
from pipeline.project import Project
from pipeline.verschil import verschil_van_bestanden, verschil_van_wijk
from tests.merge import gegevens
from tests.merge.bestand import Bestand, element, run
from tests.merge.lezen import W, delen, teksten
from tests.merge.test_plan import bewerk, docx, met_alinea, met_cijfer, plan
from tests.opdracht import WIJK, klein_project

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "word/_rels/document.xml.rels"
_VREEMD = b"<!-- van een ander programma --><?ander programma?>"


@pytest.fixture
def basis() -> bytes:
    return gegevens.basis("nieuwland")


def anders(docx: bytes, *namen: tuple[str, bytes, bytes]) -> bytes:
    """Replace bytes in parts, each of which must be there."""
    uit = delen(docx)
    for naam, oud, nieuw in namen:
        assert oud in uit[naam]
        uit[naam] = uit[naam].replace(oud, nieuw, 1)
    return ingepakt(uit)


def ingepakt(inhoud: dict[str, bytes]) -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, deel in inhoud.items():
            pakket.writestr(naam, deel)
    return stroom.getvalue()


def hernoemd(docx: bytes, oud: str, nieuw: str) -> bytes:
    """Give a part another name in the zip, and leave what refers to it."""
    return ingepakt({nieuw if naam == oud else naam: inhoud for naam, inhoud in delen(docx).items()})


def met_verwijzing(docx: bytes, nummer: str, soort: str, doel: str) -> bytes:
    regel = f'<Relationship Id="{nummer}" Type="{_R}/{soort}" Target="{doel}"/></Relationships>'
    return anders(docx, (_RELS, b"</Relationships>", regel.encode()))


def met_tekst(docx: bytes, inhoud: str) -> bytes:
    """Put a paragraph after the introduction."""
    bestand = Bestand(docx)
    begin = f'<w:p xmlns:w="{W[1:-1]}" xmlns:r="{_R}">'
    bestand.body.findall(W + "p")[6].addnext(etree.fromstring(f"{begin}{inhoud}</w:p>"))
    return bestand.klaar()


def samen_met(basis: bytes, bewerkt: bytes) -> Samengevoegd:
    """Merge a new version into an edited file; the merge must hold."""
    bestand = Bestand(basis)
    nieuw = element("p")
    nieuw.append(run("Nieuw in de gegevens."))
    bestand.body.findall(W + "p")[8].addnext(nieuw)
    vers = bestand.klaar()
    samen = voeg_samen(basis, vers, bewerkt)
    assert bewijs(basis, vers, bewerkt, samen.als_bytes(), samen.wijzigingen) == []
    assert [w.uitkomst for w in samen.wijzigingen] == ["verwerkt"]
    return samen


def test_a_relationship_that_leads_to_nothing_does_not_stop_the_pdf(basis: bytes) -> None:
    bewerkt = met_verwijzing(basis, "rIdLeeg", "image", "NULL")
    bewerkt = met_verwijzing(bewerkt, "rIdHier", "hyperlink", "#hier")
    bewerkt = met_tekst(bewerkt, '<w:hyperlink r:id="rIdHier"><w:r><w:t>Zie hier</w:t></w:r></w:hyperlink>')
    samen = samen_met(basis, bewerkt)
    verwijzingen = samen.voor_pdf().document.part.rels
    assert "rIdLeeg" not in verwijzingen
    assert (verwijzingen["rIdHier"].is_external, verwijzingen["rIdHier"].target_ref) == (True, "#hier")
    assert b"NULL" in delen(samen.als_bytes())[_RELS]


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("word/styles.xml", "word/Styles.xml"),
        ("word/_rels/document.xml.rels", "word/_rels/Document.xml.rels"),
        ("docProps/custom.xml", "docProps/Custom.xml"),
    ],
)
def test_the_name_of_a_part_may_have_other_capitals(basis: bytes, oud: str, nieuw: str) -> None:
    bewerkt = hernoemd(basis, oud, nieuw)
    samen = samen_met(basis, bewerkt)
    assert versie(Pakket(bewerkt)) == versie(Pakket(basis)) != ""
    assert gelijke_stijlen(samen.voor_pdf().document, samen_met(basis, basis).voor_pdf().document)


def gelijke_stijlen(een: Document, ander: Document) -> bool:
    return [stijl.name for stijl in een.styles] == [stijl.name for stijl in ander.styles]


def test_the_name_of_a_part_may_be_written_with_codes(basis: bytes) -> None:
    bewerkt = met_verwijzing(basis, "rIdFoto", "image", "media/mijn%20foto.png")
    bewerkt = ingepakt(delen(bewerkt) | {"word/media/mijn foto.png": b"beeld"})
    if b'"png"' not in delen(bewerkt)["[Content_Types].xml"]:
        soort = b'<Default Extension="png" ContentType="image/png"/></Types>'
        bewerkt = anders(bewerkt, ("[Content_Types].xml", b"</Types>", soort))
    samen = samen_met(basis, bewerkt)
    assert samen.voor_pdf().document.part.rels["rIdFoto"].target_part.blob == b"beeld"


@pytest.mark.parametrize(
    ("deel", "voor"),
    [
        ("word/document.xml", b"</w:r>"),
        ("word/styles.xml", b"</w:styles>"),
        ("word/numbering.xml", b"</w:numbering>"),
        ("docProps/core.xml", b"</cp:coreProperties>"),
        ("docProps/custom.xml", b"</Properties>"),
        (_RELS, b"</Relationships>"),
        ("[Content_Types].xml", b"</Types>"),
    ],
)
def test_comments_and_instructions_in_the_xml_are_passed_over(basis: bytes, deel: str, voor: bytes) -> None:
    bewerkt = anders(basis, (deel, voor, _VREEMD + voor))
    samen = samen_met(basis, bewerkt)
    samen.voor_pdf()
    assert teksten(samen.als_bytes()) == teksten(samen_met(basis, basis).als_bytes())


def test_comments_and_instructions_in_the_properties_are_passed_over() -> None:
    vreemd = met_versie(b"", "a1").replace(b"</Properties>", _VREEMD + b"</Properties>")
    assert versie_van(met_versie(vreemd, "b2")) == "b2"


@pytest.mark.parametrize(
    "eigenschappen",
    [
        met_versie(b"", "a1").replace(b'pid="2"', b'pid="x"').replace(b"Wijkplan versie", b"Van ons"),
        b"<Properties",
    ],
)
def test_the_version_is_noted_among_odd_properties(eigenschappen: bytes) -> None:
    assert versie_van(eigenschappen) == ""
    assert versie_van(met_versie(eigenschappen, "b2")) == "b2"


@pytest.mark.parametrize("nummer", ["\u00b2", "", "9" * 5000])
def test_ids_that_are_no_numbers_are_passed_over(basis: bytes, nummer: str) -> None:
    revisie = f'<w:ins w:id="{nummer}" w:author="Jansen"><w:r><w:t>erbij</w:t></w:r></w:ins>'
    merk = f'<w:bookmarkStart w:id="{nummer}" w:name="eigen"/>{revisie}<w:bookmarkEnd w:id="{nummer}"/>'
    samen = samen_met(basis, met_tekst(basis, merk))
    assert f'w:id="{nummer}" w:name="eigen"'.encode() in delen(samen.als_bytes())["word/document.xml"]


def test_a_revision_of_the_program_with_an_odd_id_is_not_of_this_run() -> None:
    assert not Revisor([], "").van_nu(maak("ins", id="\u00b2", author="Wijkplan"))


def test_a_start_of_a_bookmark_without_an_id_or_an_end_is_left_alone(basis: bytes) -> None:
    samen = samen_met(basis, met_tekst(basis, '<w:bookmarkStart w:id="" w:name="eigen"/>'))
    assert b'w:id="" w:name="eigen"' in delen(samen.als_bytes())["word/document.xml"]


def met_lijst(van: Pakket) -> etree._Element:
    """Return a paragraph in the first list of a file."""
    nummer = next(van.boom("word/numbering.xml").iter(W + "num")).get(W + "numId", "")
    return maak("p", [maak("pPr", [maak("numPr", [maak("ilvl", val="0"), maak("numId", val=nummer)])])])


def test_a_list_is_brought_over_into_a_file_with_odd_lists(basis: bytes) -> None:
    van, naar = Pakket(basis), Pakket(basis)
    lijsten = naar.boom("word/numbering.xml")
    lijsten.append(maak("num", [maak("abstractNumId", val="0")], numId="abc"))
    hoogste = max(int(n.get(W + "numId", "")) for n in lijsten.iter(W + "num") if n.get(W + "numId") != "abc")
    kopie = Overnemer(van, naar).neem_over(met_lijst(van), van.hoofd, naar.hoofd)
    assert next(kopie.iter(W + "numId")).get(VAL) == str(hoogste + 1)


def test_a_picture_gets_an_id_in_a_file_with_odd_ids(basis: bytes) -> None:
    naar = Pakket(basis)
    naar.body.append(maak("p", [maak("docPr")]))
    next(naar.body.iter(W + "docPr")).set("id", "\u00b2")
    kopie = Overnemer(Pakket(basis), naar).neem_over(maak("p", [maak("docPr")]), naar.hoofd, naar.hoofd)
    assert kopie[0].get("id") == "1001"


def test_a_list_without_a_form_is_no_list(basis: bytes) -> None:
    van = Pakket(basis)
    alinea = met_lijst(van)
    for vorm in list(van.boom("word/numbering.xml").iter(W + "abstractNum")):
        van.boom("word/numbering.xml").remove(vorm)
    kopie = Overnemer(van, Pakket(basis)).neem_over(alinea, van.hoofd, van.hoofd)
    assert next(kopie.iter(W + "numId")).get(VAL) == "0"


def test_a_new_table_with_a_table_in_it_is_marked_once(tmp_path: Path, basis: bytes) -> None:
    cel = "<w:tc><w:tcPr/>{}<w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    tabel = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{}</w:tr><w:tr>{}</w:tr></w:tbl>"
    binnen = tabel.format(cel.format("", "binnen 1"), cel.format("", "binnen 2"))
    houder = element("body", tabel.format(cel.format(binnen, "buiten 1"), cel.format("", "buiten 2")))
    bestand = Bestand(basis)
    bestand.body.findall(W + "p")[6].addnext(houder[0])
    oud, nieuw = tmp_path / "oud.docx", tmp_path / "nieuw.docx"
    oud.write_bytes(basis)
    nieuw.write_bytes(bestand.klaar())
    verschil = verschil_van_bestanden(oud, nieuw)
    gevonden = [w for groep in verschil.verslag.gevuld for w in groep.wijzigingen]
    assert [(w.uitkomst, w.wat) for w in gevonden] == [("verwerkt", "nieuw")]
    body = Bestand(verschil.gemaakt[0].read_bytes()).body
    merken = [[len(list(r.iterancestors(W + "ins"))) for r in t.iter(W + "r")] for t in body.iter(W + "tbl")]
    assert [1, 1, 1, 1] in merken
    assert [1, 1] in merken
    rijen = [[len(r.findall(f"{W}trPr/{W}ins")) for r in t.findall(W + "tr")] for t in body.iter(W + "tbl")]
    assert [1, 1] in rijen


def test_a_file_with_a_damaged_part_is_not_compared(tmp_path: Path, basis: bytes) -> None:
    oud, nieuw = tmp_path / "oud.docx", tmp_path / "nieuw.docx"
    oud.write_bytes(basis)
    nieuw.write_bytes(anders(basis, ("word/styles.xml", b"</w:styles>", b"")))
    with pytest.raises(GebruikFout, match=r"nieuw\.docx kan niet worden vergeleken: het is beschadigd"):
        verschil_van_bestanden(oud, nieuw)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A small project with two versions of its plan."""
    project = klein_project(tmp_path / "project")
    plan(project)
    return project


def bederf_versies(project: Project) -> None:
    for pad in (project.uitvoer(WIJK) / MAP).glob("*.docx"):
        pad.write_bytes(pad.read_bytes()[:1000])


def test_a_damaged_version_is_told_as_such(project: Project) -> None:
    bewerkt = bewerk(docx(project), met_alinea)
    met_cijfer(project, 6300)
    bederf_versies(project)
    proces = plan(project)
    assert proces.returncode == 1
    assert "De eerdere versie van het plan die het programma heeft bewaard, is beschadigd" in proces.stderr
    assert "Het bewerkte bestand kan niet" not in proces.stderr
    assert docx(project).read_bytes() == bewerkt
    bederf_versies(project)
    with pytest.raises(BeschadigdeVersieFout, match=r"outputs.*\.docx\.\nZet dat bestand terug"):
        verschil_van_wijk(project, WIJK)


def test_a_damaged_version_is_kept_anew(tmp_path: Path, basis: bytes) -> None:
    werk, uitvoer = tmp_path / "werk", tmp_path / "uitvoer"
    for map_pad in (werk, uitvoer / MAP):
        map_pad.mkdir(parents=True)
    (uitvoer / MAP / "a1.json").write_text(Stand().als_json(), encoding="utf-8")
    (uitvoer / MAP / "a1.docx").write_bytes(basis)
    assert bewaar(werk, uitvoer, "a1", basis, Stand()) == []
    (uitvoer / MAP / "a1.docx").write_bytes(anders(basis, ("word/styles.xml", b"</w:styles>", b"")))
    assert bewaar(werk, uitvoer, "a1", basis, Stand()) == [f"{MAP}/a1.docx", f"{MAP}/a1.json"]
    assert (werk / MAP / "a1.docx").read_bytes() == basis


_REGEL = dict.fromkeys(("uitkomst", "wat", "plek", "was", "wordt", "sleutel"), "x")


@pytest.mark.parametrize(
    "inhoud",
    [
        b"\xff\xfe\xfa",
        b'{"verwerkt": [], "open": "\xe9"}',
        json.dumps({"verwerkt": [_REGEL | {"was": None}], "open": []}).encode(),
    ],
)
def test_what_was_kept_of_a_merge_counts_as_nothing_when_damaged(
    tmp_path: Path, basis: bytes, inhoud: bytes
) -> None:
    (tmp_path / MAP).mkdir()
    (tmp_path / MAP / "a1.docx").write_bytes(basis)
    (tmp_path / MAP / "a1.json").write_bytes(inhoud)
    assert zoek(tmp_path, "a1") == (basis, Stand())
