"""Headings are found with level, label and text, and can be pointed at by bookmarks that are sound."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.document.headings import Kop, anker
from pipeline.document.ooxml import make, parse, text
from tests.document.voorbeeld import SJABLOON, ander_pakket, kernaanpak, maak, plan
from tests.getrouw.stijlen import W, waarde


def koppen(**anders: object) -> list[Kop]:
    return maak(plan(**anders)).koppen


def bladwijzers(sjabloon: Path = SJABLOON) -> list[tuple[str, str, str]]:
    """Return of every start and end of a bookmark its kind, id and name, in their order."""
    body = maak(plan(), sjabloon).document.element.body
    return [
        (str(teken.tag).removeprefix(W), waarde(teken, "id") or "", waarde(teken, "name") or "")
        for teken in body.iter(W + "bookmarkStart", W + "bookmarkEnd")
    ]


def test_headings_have_their_level_and_their_label() -> None:
    gezien = {kop.tekst: (kop.niveau, kop.label, kop.ingebouwd) for kop in koppen()}
    assert gezien["Samenwerken aan impact"] == (1, "", 1)
    assert gezien["Doel en werkwijze"] == (1, "1", 1)
    assert gezien["Impactgedreven werken"] == (2, "1.2", 2)
    assert gezien["Titel 2"] == (2, "Kernaanpak 2:", 2)
    assert gezien["Kernaanpak Titel 2"] == (1, "Bijlage 2:", 1)
    assert gezien["Cluster 2"] == (2, "", 0)
    assert gezien["Colofon"] == (1, "", 0)


@pytest.mark.parametrize(
    ("aantal", "organisaties"), [(1, "Bijlage 2:"), (2, "Bijlage 3:"), (6, "Bijlage 7:")]
)
def test_the_bijlagen_are_numbered_through_to_the_organisaties(aantal: int, organisaties: str) -> None:
    gezien = koppen(kernaanpakken=tuple(kernaanpak(nummer) for nummer in range(1, aantal + 1)))
    labels = [kop.label for kop in gezien if kop.label.startswith("Bijlage")]
    assert labels == [f"Bijlage {nummer}:" for nummer in range(1, aantal + 2)]
    (kop,) = [kop for kop in gezien if kop.tekst.startswith("Betrokken organisaties")]
    assert kop.label == organisaties
    assert "organisaties" in kop.bladwijzers


@pytest.mark.parametrize(
    ("label", "niveau", "naam"),
    [
        ("Bijlage 1:", 1, "bijlage_1"),
        ("Kernaanpak 12:", 2, "kernaanpak_12"),
        ("4", 1, "hoofdstuk_4"),
        ("1.2", 2, "paragraaf_1_2"),
        ("2", 2, "punt_2"),
    ],
)
def test_a_numbered_heading_has_the_bookmark_that_people_type(label: str, niveau: int, naam: str) -> None:
    assert anker(Kop(make("w:p"), niveau, label, "Titel", 1, "_Toc1")) == naam


@pytest.mark.parametrize("titel", ["Een\ntwee", "Een\ttwee"])
def test_a_break_in_a_heading_counts_as_a_space(titel: str) -> None:
    gezien = koppen(kernaanpakken=(kernaanpak(1, titel=titel),))
    assert [kop.tekst for kop in gezien if "Een" in kop.tekst] == ["Een twee", "Kernaanpak Een twee"]


def test_the_tab_stops_of_a_paragraph_are_no_text() -> None:
    tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="700"/></w:tabs></w:pPr>'
    runs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/></w:r><w:r><w:instrText>x</w:instrText></w:r>"
    )
    assert text(parse(f"<w:p>{tabs}{runs}</w:p>")) == "a b\u2011"


def test_every_heading_has_a_bookmark_of_its_own() -> None:
    namen = [kop.bladwijzer for kop in koppen()]
    assert len(namen) > 30
    assert len(set(namen)) == len(namen)
    assert all(kop.bladwijzer in kop.bladwijzers for kop in koppen())


def test_every_bookmark_has_one_start_one_end_one_id_and_one_name() -> None:
    tekens = bladwijzers()
    begin = [id_ for soort, id_, _ in tekens if soort == "bookmarkStart"]
    eind = [id_ for soort, id_, _ in tekens if soort == "bookmarkEnd"]
    namen = [naam for soort, _, naam in tekens if soort == "bookmarkStart"]
    assert sorted(begin) == sorted(eind)
    assert len(set(begin)) == len(begin)
    assert len(set(namen)) == len(namen)
    open_nu: list[str] = []
    for soort, id_, _ in tekens:
        if soort == "bookmarkStart":
            open_nu.append(id_)
        else:
            assert open_nu.pop() == id_


def test_of_a_bookmark_that_a_loop_copies_the_first_stays(tmp_path: Path) -> None:
    """Word leaves such bookmarks in a template: where the cursor was, and of its contents table."""

    def zoals_word(xml: str) -> str:
        run = r"(<w:r>(?:(?!</w:r>).)*\{\{ ?kernaanpak\.titel.*?</w:r>)"
        begin, eind = '<w:bookmarkStart w:id="0" w:name="_GoBack"/>', '<w:bookmarkEnd w:id="0"/>'
        return re.sub(run, rf"{begin}\1{eind}", xml)

    tekens = bladwijzers(ander_pakket(SJABLOON, tmp_path / "s.docx", zoals_word))
    assert [naam for _, _, naam in tekens].count("_GoBack") == 1
    assert Counter(id_ for _, id_, _ in tekens).most_common(1)[0][1] == 2
    assert len(tekens) == len(bladwijzers()) + 2


def test_an_end_without_a_start_is_taken_away(tmp_path: Path) -> None:
    los = '<w:bookmarkEnd w:id="99"/>'
    sjabloon = ander_pakket(
        SJABLOON, tmp_path / "s.docx", lambda xml: xml.replace("</w:p>", los + "</w:p>", 1)
    )
    assert bladwijzers(sjabloon) == bladwijzers()


def test_the_bookmark_of_the_template_is_kept() -> None:
    assert "organisaties" in maak(plan()).bladwijzers
