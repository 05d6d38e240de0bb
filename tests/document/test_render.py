"""The template is filled in a sandbox; one that does not fit, or a picture that is none, is told in Dutch."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.document.render import MAX_HOOGTE
from pipeline.errors import SjabloonFout
from pipeline.markup import als_runs
from pipeline.model import Colofonregel, Gemeente, Indicator, Thema, Wijkgegevens
from pipeline.workbook.sheets import PLAATSEN, PLAATSEN_KERNAANPAK
from tests.document.beeld import schrijf
from tests.document.voorbeeld import (
    LASTIG,
    SJABLOON,
    afbeelding,
    ander_pakket,
    bewaar,
    blok,
    deel,
    gegevens,
    lees,
    maak,
    met_link,
    plan,
)
from tests.getrouw.gelezen import lees_document
from tests.getrouw.items import AFBEELDING, BIJSCHRIFT, TABELKOP
from tests.getrouw.secties import lees_secties
from tests.getrouw.stijlen import W

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CM = 360_000
TAG = "{{ afkorting }}"
"""A tag in the body of the template, to put another in its place."""


# Text is text


@pytest.mark.parametrize("tekst", [*LASTIG, "x " * 5_000 + "eind", "y" * 10_000])
def test_text_of_people_comes_through_unchanged(tekst: str, tmp_path: Path) -> None:
    gevraagd = plan(
        naam=tekst,
        themas=(Thema(tekst, (blok(tekst), blok(tekst, "opsomming"))),),
        wijkgegevens=Wijkgegevens((tekst,), (Indicator(tekst, tekst, (tekst,), tekst),)),
        organisaties=(tekst,),
        gemeente=Gemeente("G", (Colofonregel(kopje=False, runs=als_runs(tekst)),)),
    )
    docx = bewaar(gevraagd, tmp_path / "x.docx")
    gezien = [item.tekst for item in lees_document(docx).items]
    assert sum(item == tekst for item in gezien) == 11
    assert f"Wijkgegevens {tekst}" in gezien
    assert {sectie.kop.tekst for sectie in lees_secties(docx)[1:]} == {
        f"Wijkplan Sociaal 2026-2030 | {tekst}"
    }
    assert maak(gevraagd).document.core_properties.title.startswith(
        f"Wijkplan Sociaal 2026-2030 {tekst:.200}"
    )


def test_tabs_and_line_breaks_come_through_as_such(tmp_path: Path) -> None:
    tekst = "een\ttwee\ndrie"
    gevraagd = plan(naam=tekst, samenvatting=(blok(tekst),), organisaties=(tekst,))
    gezien = [item.tekst for item in lees(gevraagd, tmp_path).items]
    assert gezien.count(tekst) == 3


# Links and references


def test_a_web_address_becomes_a_relationship_of_its_own(tmp_path: Path) -> None:
    adres = "https://x.nl/?a=1&b=é"
    document = lees(plan(samenvatting=(met_link("de site", adres),), wijkprofiel=adres), tmp_path)
    links = [link.doel for item in document.items for link in item.links if link.doel.startswith("http")]
    assert links == [adres, adres]


def test_without_the_address_of_the_wijkprofiel_its_words_are_plain_text(tmp_path: Path) -> None:
    (zin,) = [i for i in lees(plan(), tmp_path).items if i.tekst.endswith("is beschikbaar via deze link.")]
    assert zin.links == ()


# Pictures


def test_a_plan_without_pictures_has_only_those_of_the_template(tmp_path: Path) -> None:
    assert sum(item.vorm == AFBEELDING for item in lees(plan(), tmp_path).items) == 2


def test_a_picture_stands_at_its_place_with_alt_text_and_caption(tmp_path: Path) -> None:
    plekken: list[tuple[str, int | None]] = [(plaats, None) for plaats in PLAATSEN]
    plekken += [(plaats, 2) for plaats in PLAATSEN_KERNAANPAK]
    alt = 'Een "straat" & <plein> {{ x }} {_{ y\nmet bomen'
    beelden = [
        afbeelding(
            schrijf(tmp_path / f"{nummer}{'.png' if nummer % 2 else '.jpg'}"),
            plaats,
            kernaanpak,
            alt_tekst=f"{alt} {plaats}",
            bijschrift=als_runs(f"Foto: {plaats} {{{{ y }}}}"),
        )
        for nummer, (plaats, kernaanpak) in enumerate(plekken)
    ]
    items = lees(plan(afbeeldingen=tuple(beelden)), tmp_path).items
    gezien = [
        (i.tekst, volgende.tekst, i.pad)
        for i, volgende in pairwise(items)
        if i.vorm == AFBEELDING and alt in i.tekst
    ]
    assert [(tekst, bijschrift) for tekst, bijschrift, _ in gezien] == [
        (f"{alt} {plaats}", f"Foto: {plaats} {{{{ y }}}}")
        for plaats, _ in sorted(plekken, key=lambda p: (p[0] == "Organisaties", p[0] == "Bijlage"))
    ]
    assert [pad[-1] for _, _, pad in gezien] == [
        "Samenwerken aan impact",
        "Achtergrondkenmerken wijk",
        "Samenvatting cijfers wijkprofiel Sociaal Domein",
        "Meedoen",
        "Top 15 factoren voor deze wijk",
        "Wat we doen in deze kernaanpak",
        "Cluster 2",
        "Bijlage 3: Betrokken organisaties bij totstandkoming wijkplan",
    ]


def test_a_picture_without_a_caption_has_no_empty_line(tmp_path: Path) -> None:
    beeld = afbeelding(schrijf(tmp_path / "a.png"))
    items = lees(plan(afbeeldingen=(beeld,)), tmp_path).items
    assert sum(item.vorm == BIJSCHRIFT for item in items) == 1
    assert not [item for item in items if item.vorm == "lege alinea"]


@pytest.mark.parametrize(
    ("pixels", "verwacht"),
    [
        ((96, 48), (2.54, 1.27)),
        ((4000, 1000), (16.4, 4.1)),
        ((1000, 4000), (3.5, 14.0)),
        ((8000, 8000), (14.0, 14.0)),
    ],
)
def test_a_picture_keeps_its_shape_and_fits_the_page(
    pixels: tuple[int, int], verwacht: tuple[float, float], tmp_path: Path
) -> None:
    for naam in ("a.png", "b.jpg"):
        beeld = afbeelding(schrijf(tmp_path / naam, *pixels))
        docx = bewaar(plan(afbeeldingen=(beeld,)), tmp_path / "x.docx")
        (maat,) = [
            inline.find(WP + "extent")
            for inline in deel(docx).iter(WP + "inline")
            if inline.find(WP + "docPr").get("name") in {"a", "b"}
        ]
        assert [round(int(maat.get(naam)) / CM, 1) for naam in ("cx", "cy")] == pytest.approx(
            verwacht, abs=0.06
        )
        vorm = next(e for e in maat.itersiblings(WP + "docPr")).getparent().iter("{*}ext")
        assert [(e.get("cx"), e.get("cy")) for e in vorm if e.get("cx")] == [(maat.get("cx"), maat.get("cy"))]


def test_a_picture_stands_against_the_margin(tmp_path: Path) -> None:
    """What is not said of the room around it is 3 mm to LibreOffice."""
    docx = bewaar(plan(afbeeldingen=(afbeelding(schrijf(tmp_path / "a.png")),)), tmp_path / "x.docx")
    (geplaatst,) = [i for i in deel(docx).iter(WP + "inline") if i.find(WP + "docPr").get("name") == "a"]
    assert [geplaatst.get(f"dist{kant}") for kant in "TBLR"] == ["0"] * 4


def test_a_high_picture_fits_on_a_page_in_landscape_with_its_caption() -> None:
    inhoud = maak(plan(wijkgegevens=gegevens(("Leusderkwartier",) * 6))).document.element.body
    (sectie,) = [s for s in inhoud.iter(W + "sectPr") if s.find(W + "pgSz").get(W + "orient") == "landscape"]
    marges = sectie.find(W + "pgMar")
    ruimte = int(sectie.find(W + "pgSz").get(W + "h")) - sum(
        int(marges.get(W + k)) for k in ("top", "bottom")
    )
    assert ruimte / 567 > MAX_HOOGTE / CM + 1.5


# The template


def test_a_tag_that_word_has_split_still_works(tmp_path: Path) -> None:
    """Word cuts a word in runs for its spelling check and its history."""

    def knip(xml: str) -> str:
        knippen = '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00A1"><w:t>'
        return xml.replace(TAG, "{" + knippen + "{ afk" + knippen + "orting }" + knippen + "}")

    sjabloon = ander_pakket(SJABLOON, tmp_path / "s.docx", knip)
    heel, geknipt = (lees(plan(), tmp_path, pad).items for pad in (SJABLOON, sjabloon))
    assert [item.tekst for item in geknipt] == [item.tekst for item in heel]


@pytest.mark.parametrize("stijl", ["List Number", "Tabelcijfer", "Hyperlink", "toc 2", "Colofonregel"])
def test_a_missing_style_is_told_by_name(stijl: str, tmp_path: Path) -> None:
    sjabloon = ander_pakket(
        SJABLOON,
        tmp_path / "s.docx",
        lambda xml: xml.replace(f'<w:name w:val="{stijl}"/>', '<w:name w:val="Weg"/>'),
        "word/styles.xml",
    )
    with pytest.raises(SjabloonFout, match=f"ontbreken deze stijlen: {stijl}\\."):
        maak(plan(), sjabloon)


def test_every_header_row_stands_in_the_document(tmp_path: Path) -> None:
    kolommen = [
        i.tekst for i in lees(plan(wijkgegevens=gegevens(("Noord",))), tmp_path).items if i.vorm == TABELKOP
    ]
    assert kolommen.count("Noord") == 1
