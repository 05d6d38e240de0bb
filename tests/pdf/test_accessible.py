"""What is repaired in a PDF of LibreOffice: lists, links, tables, pictures; what is seen stays as it is."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pymupdf
import pytest

from pipeline.document.opgave import Opgave
from pipeline.model import LIJSTVORMEN
from pipeline.pdf.accessible import maak_toegankelijk
from pipeline.pdf.boom import Boom, Onderdeel, annotatie, is_onderdeel, kenmerk, kinderen, onderdelen
from pipeline.pdf.gate import keur
from pipeline.pdf.soffice import LibreOffice, vind_soffice
from tests.conftest import PLANNEN
from tests.document.beeld import schrijf
from tests.document.voorbeeld import DOCUMENT, afbeelding, ander_pakket, blok, maak, met_link, plan
from tests.pdf.conftest import LeesOpgave

VREEMD = "social work"
DECORATIE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


class Paar(NamedTuple):
    """A PDF as LibreOffice made it, the same repaired, and what its Word file says."""

    ruw: Path
    klaar: Path
    opgave: Opgave


@pytest.fixture(scope="module")
def paar(tmp_path_factory: pytest.TempPathFactory, lees_opgave: LeesOpgave) -> Paar:
    """A plan with all sorts of lists, links and pictures, edited in Word as staff do."""
    werk = tmp_path_factory.mktemp("paar")
    beeld = schrijf(werk / "a.jpg", 400, 300)
    teksten = (
        *(blok(f"{vorm} {nummer}", vorm) for vorm in LIJSTVORMEN for nummer in (1, 2)),
        blok(f"Dit heet {VREEMD} in Engeland."),
        met_link("de website", "https://example.org/plan?a=1&b=2"),
        met_link("info@example.org", "mailto:info@example.org"),
        met_link("vanaf", "#pagina:bijlage-1"),
        met_link("met een\u00a0harde spatie", "#bijlage-2"),
    )
    word = maak(plan(samenvatting=teksten, afbeeldingen=(afbeelding(beeld, "Opening"),) * 2))
    (werk / "gemaakt.docx").write_bytes(word.als_bytes())
    ander_pakket(werk / "gemaakt.docx", werk / "x.docx", _bewerk)
    programma = vind_soffice()
    assert programma is not None
    with LibreOffice(programma) as libreoffice:
        libreoffice.maak_pdf(werk / "x.docx", werk / "ruw.pdf")
    shutil.copy(werk / "ruw.pdf", werk / "klaar.pdf")
    opgave = lees_opgave(werk / "x.docx")
    maak_toegankelijk(werk / "klaar.pdf", opgave)
    return Paar(werk / "ruw.pdf", werk / "klaar.pdf", opgave)


def _bewerk(tekst: str) -> str:
    """Mark the first picture as decoration, and words as English."""
    beeld = re.search(r"<wp:docPr ([^>]*?)/>", tekst)
    assert beeld is not None
    zonder = re.sub(r' descr="[^"]*"', "", beeld[1])
    tekst = tekst.replace(beeld[0], f"<wp:docPr {zonder}>{DECORATIE}</wp:docPr>", 1)
    engels = f'<w:r><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>{VREEMD}</w:t></w:r>'
    return tekst.replace(VREEMD, f'</w:t></w:r>{engels}<w:r><w:t xml:space="preserve">', 1)


@pytest.fixture
def boom(paar: Paar) -> Iterator[Boom]:
    with pikepdf.open(paar.klaar) as document:
        yield Boom(document)


# As a whole


def test_what_is_seen_does_not_change(paar: Paar) -> None:
    ruw, klaar = (_beelden(pdf) for pdf in (paar.ruw, paar.klaar))
    assert len(ruw) > 10
    assert len(set(ruw)) == len(ruw)
    assert klaar == ruw


def _beelden(pdf: Path) -> list[bytes]:
    with pymupdf.open(str(pdf)) as document:  # type: ignore[no-untyped-call]
        return [bladzijde.get_pixmap(dpi=50).samples for bladzijde in document]


def test_nothing_that_is_read_aloud_is_lost_or_moved(paar: Paar) -> None:
    with pikepdf.open(paar.ruw) as ruw, pikepdf.open(paar.klaar) as klaar:
        voor, na = (Boom(document) for document in (ruw, klaar))
        assert na.tekst(na.wortel) == voor.tekst(voor.wortel)
        assert len(na.tekst(na.wortel)) > 5000


def test_only_the_page_numbers_that_are_not_filled_in_are_wrong(paar: Paar) -> None:
    assert {bevinding.code for bevinding in keur(paar.klaar, paar.opgave)} == {
        "pdf-paginanummer",
        "pdf-inhoudsopgave",
    }


def test_repairing_once_more_changes_nothing(paar: Paar, tmp_path: Path) -> None:
    shutil.copy(paar.klaar, tmp_path / "x.pdf")
    maak_toegankelijk(tmp_path / "x.pdf", paar.opgave)
    assert (tmp_path / "x.pdf").read_bytes() == paar.klaar.read_bytes()


def test_no_stream_ends_in_a_line_break(gemaakte_plannen: dict[str, Path]) -> None:
    """Of one plan a font does, as LibreOffice writes it."""
    for wijk in PLANNEN:
        with pikepdf.open(gemaakte_plannen[wijk] / f"wijkplan-{wijk}.pdf") as document:
            stromen = [ding for ding in document.objects if isinstance(ding, pikepdf.Stream)]
            assert len(stromen) > 20
            assert not [s for s in stromen if s.read_raw_bytes().endswith((b"\r", b"\n"))]
            assert all("/Filter" in s or s.get("/Type") == "/Metadata" for s in stromen)


# Lists


def test_every_item_has_its_sign_beside_its_text(boom: Boom) -> None:
    nummeringen = []
    for lijst in boom.per_soort()["L"]:
        nummeringen.append(str(kenmerk(lijst, "/ListNumbering")))
        for item in onderdelen(lijst):
            label, tekst = onderdelen(item)
            assert (boom.soort(label), boom.soort(tekst)) == ("Lbl", "LBody")
            assert boom.tekst(label)
            assert boom.tekst(tekst)
            assert not boom.tekst(tekst).startswith(boom.tekst(label))
    assert {"/Disc", "/Decimal", "/UpperAlpha"} <= set(nummeringen)


# Links


def test_every_link_says_where_it_leads(boom: Boom) -> None:
    uitleg = [
        str(link.Contents) for bladzijde in boom.document.pages for link in bladzijde.obj.get("/Annots", [])
    ]
    assert "de website: https://example.org/plan?a=1&b=2" in uitleg
    assert "info@example.org" in uitleg
    assert "1.1 Inleiding, pagina 6" in uitleg
    vanaf = r"vanaf \d+: Bijlage 1: Kernaanpak Titel 1, pagina \d+"
    assert [een for een in uitleg if re.fullmatch(vanaf, een)]
    assert not [een for een in uitleg if "\t" in een]


def test_a_link_is_one_element_with_one_annotation(boom: Boom) -> None:
    links = boom.per_soort()["Link"]
    annotaties = [
        gevonden.objgen for link in links for kind in kinderen(link) if (gevonden := annotatie(kind))
    ]
    alle = [een.objgen for bladzijde in boom.document.pages for een in bladzijde.obj.get("/Annots", [])]
    assert len(links) > 15
    assert sorted(annotaties) == sorted(set(alle))
    assert "met een harde spatie" in [boom.tekst(link) for link in links]


# Words that only a gap keeps apart


def test_between_a_number_and_a_heading_and_before_a_page_number_stands_a_space(boom: Boom) -> None:
    gelezen = {_gelezen(boom, deel) for soort in ("H1", "H2", "TOCI") for deel in boom.per_soort()[soort]}
    assert {
        "1 Doel en werkwijze",
        "1.1 Inleiding",
        "1 Doel en werkwijze –",
        "Kernaanpak 2: Titel 2",
    } <= gelezen


def _gelezen(boom: Boom, onderdeel: Onderdeel) -> str:
    """Return what a reader makes of an element that adds nothing itself."""
    if "/ActualText" in onderdeel:
        return str(onderdeel.ActualText)
    delen = (
        _gelezen(boom, kind) if is_onderdeel(kind) else boom.stuk(onderdeel, kind)
        for kind in kinderen(onderdeel)
    )
    return "".join(delen)


# Tables


def test_every_figure_of_the_wijk_knows_its_column_its_group_and_its_row(boom: Boom) -> None:
    tabel = boom.per_soort()["Table"][0]
    koppen = {str(kop.ID): boom.tekst(kop) for kop in boom.per_soort()["TH"] if "/ID" in kop}
    gehoord = {}
    for rij in onderdelen(tabel)[1:]:
        eerste, *rest = onderdelen(rij)
        assert (boom.soort(eerste), kenmerk(eerste, "/Scope")) == ("TH", "/Row")
        for cel in rest:
            namen = [koppen[str(naam)] for naam in kenmerk(cel, "/Headers")]
            gehoord[boom.tekst(eerste), namen[0]] = (namen[1:], boom.tekst(cel))
    assert gehoord["Aantal inwoners", "Oost"] == (["Aantal inwoners"], "16.230")
    assert gehoord["0 t/m 17 jaar", "Amersfoort"] == (["Leeftijdsopbouw", "0 t/m 17 jaar"], "23,1%")
    assert gehoord["Particuliere huurwoningen", "Oost"] == (
        ["Eigendom woning", "Particuliere huurwoningen"],
        "x",
    )


def test_a_table_of_two_lists_has_no_row_heads(boom: Boom) -> None:
    """The goals: what stands in one row has nothing to do with each other. Its empty cell stays."""
    rijen = onderdelen(boom.per_soort()["Table"][1])
    assert [[boom.soort(cel) for cel in onderdelen(rij)] for rij in rijen] == [["TH"] * 2, *[["TD"] * 2] * 4]
    assert [kinderen(cel) == [] for rij in rijen for cel in onderdelen(rij)].count(True) == 1


# Pictures, running heads, captions, languages


def test_a_picture_is_what_is_drawn_of_it_and_decoration_is_none(boom: Boom, paar: Paar) -> None:
    assert paar.opgave.versierd == (True, False, False, False)
    afbeeldingen = boom.per_soort()["Figure"]
    assert len(afbeeldingen) == 3
    for afbeelding_ in afbeeldingen:
        nummer, *bijschrift = kinderen(afbeelding_)
        assert [boom.soort(deel) for deel in bijschrift] in ([], ["Caption"])
        opdrachten = re.findall(
            rb"^/Figure <</MCID %d>>BDC\n(.*?)^EMC$" % nummer,
            afbeelding_.Pg.Contents.read_bytes(),
            re.DOTALL | re.MULTILINE,
        )
        assert len(opdrachten) == 1
        assert b" Do" in opdrachten[0] or opdrachten[0].count(b" c\n") > 50


def test_running_heads_are_called_so_and_the_cover_has_none(boom: Boom) -> None:
    for nummer, bladzijde in enumerate(boom.document.pages):
        inhoud = bladzijde.obj.Contents.read_bytes()
        for soort in (b"Header", b"Footer"):
            assert inhoud.count(b"/Artifact <</Type/Pagination/Subtype/" + soort) == (nummer > 0)


def test_title_and_caption_have_roles_of_their_own(boom: Boom) -> None:
    eigen = [str(deel.S) for deel in boom.alle()]
    assert {"/Title", "/Subtitle", "/caption"} <= set(eigen)
    assert [boom.tekst(deel) for deel in boom.per_soort()["Caption"]] == [
        "Figuur: de acht fases van het Wijkplan Sociaal"
    ]


def test_words_in_another_language_say_so(boom: Boom) -> None:
    anders = {boom.tekst(deel): str(deel.Lang) for deel in boom.alle() if "/Lang" in deel}
    assert anders == {VREEMD: "en-GB"}


# By other eyes


@pytest.mark.parametrize("wijk", PLANNEN)
def test_another_checker_finds_no_errors(wijk: str, gemaakte_plannen: dict[str, Path]) -> None:
    """But one: it takes a table for shredded when it has more heads than other cells.

    A table of one row has: three for its columns and one for the row.  So has one of many groups.
    """
    from outloud import check

    uitkomst = check(str(gemaakte_plannen[wijk] / f"wijkplan-{wijk}.pdf"))
    fouten: list[Any] = [bevinding for bevinding in uitkomst.findings if bevinding.severity == "error"]
    assert {bevinding.rule for bevinding in fouten} <= {"TBL-010"}
    # Addresses in the colofon that are typed as text, not as a link.
    assert {bevinding.rule for bevinding in uitkomst.findings} <= {"TBL-010", "LNK-010"}


def test_the_word_file_marks_the_first_column_of_the_tables_with_rows(paar: Paar) -> None:
    with zipfile.ZipFile(paar.ruw.with_name("x.docx")) as pakket:
        tekst = pakket.read(DOCUMENT).decode()
    assert re.findall(r'w:firstColumn="(\d)"', tekst) == ["1", "0", "1", "1"]
    assert paar.opgave.rijkoppen == (True, False, True, True)
