"""The page with findings: well formed, for everyone to read, and deaf to what people typed."""

from __future__ import annotations

import random
import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from pipeline.bevinding import Bevinding
from pipeline.report.html import SJABLOON, als_html
from tests.report.test_lijst import contrast
from tests.report.voorbeeld import BOOS, LIJST, TELLING, zet_ernsten

WORTEL = Path(__file__).parents[2]
TITEL = "Controle van Jan & Piet"


@pytest.fixture
def tekst(monkeypatch: pytest.MonkeyPatch) -> str:
    zet_ernsten(monkeypatch)
    return als_html(LIJST, TITEL)


@pytest.fixture
def pagina(tekst: str) -> Any:
    return html.document_fromstring(tekst)


def woorden(element: Any) -> str:
    return " ".join(element.text_content().split())


# Well formed


@pytest.mark.parametrize("lijst", [LIJST, []], ids=["findings", "none"])
def test_every_tag_is_closed_and_every_id_is_there_once(lijst: list[Bevinding]) -> None:
    tekst = als_html(lijst, TITEL)
    assert tekst.startswith("<!DOCTYPE html>\n")
    # Read as XML, which forgives nothing; only <meta> has no end tag in HTML.
    boom: Any = etree.fromstring(re.sub(r"<meta([^>]*)>", r"<meta\1/>", tekst))
    namen = [str(naam) for naam in boom.xpath("//@id")]
    assert len(namen) == len(set(namen))
    doelen = [str(doel) for doel in boom.xpath("//a/@href")]
    assert doelen
    assert {doel.removeprefix("#") for doel in doelen} <= set(namen)
    assert {str(naam) for naam in boom.xpath("//@aria-labelledby")} <= set(namen)


def test_the_page_needs_nothing_from_elsewhere(pagina: Any, tekst: str) -> None:
    assert not pagina.xpath("//script | //link | //img | //iframe | //@src | //@onclick")
    assert "url(" not in tekst
    assert "@import" not in tekst
    assert "http" not in re.sub("http-equiv", "", tekst)
    (beleid,) = pagina.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert beleid.startswith("default-src 'none'")


def test_the_same_findings_in_another_order_give_the_same_page(tekst: str) -> None:
    geschud = random.Random(1).sample(LIJST, len(LIJST))  # noqa: S311 - no secret
    assert als_html(geschud, TITEL) == tekst


def test_the_page_can_always_be_saved() -> None:
    assert als_html([], "half \ud83d teken").encode().count("half � teken".encode()) == 2


def test_the_template_is_installed_with_the_package() -> None:
    instellingen = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "setuptools"
    ]
    assert any(fnmatch(SJABLOON, patroon) for patroon in instellingen["package-data"]["pipeline.report"])
    assert (WORTEL / "pipeline" / "report" / SJABLOON).is_file()


# For everyone


def test_the_page_has_a_language_a_title_a_skip_link_and_landmarks(pagina: Any) -> None:
    assert pagina.get("lang") == "nl"
    assert [woorden(kop) for kop in pagina.xpath("//title | //h1")] == [TITEL, TITEL]
    eerste = pagina.xpath("//body/*")[0]
    assert (eerste.tag, eerste.get("href")) == ("a", "#bevindingen")
    assert pagina.xpath("//main")[0].get("id") == "bevindingen"
    assert len(pagina.xpath("//header | //nav[@aria-label] | //main")) == 3


def test_every_sheet_has_a_heading_and_a_table_with_a_caption_and_scopes(pagina: Any) -> None:
    assert [woorden(kop) for kop in pagina.xpath("//h2")] == [
        "Niet in het plan, of anders dan u typte",
        "gemeente.xlsx",
        "jp.xlsx, blad Clusters",
        "jp.xlsx, blad Teksten",
    ]
    tabellen = pagina.xpath("//table")
    assert [woorden(tabel.xpath("caption")[0]) for tabel in tabellen] == [
        "1 fout",
        "1 fout",
        "3 fouten, 1 waarschuwing, 1 tip",
    ]
    for tabel in tabellen:
        assert [woorden(kop) for kop in tabel.xpath("thead//th[@scope='col']")] == [
            "Plek",
            "Ernst",
            "Bevinding",
        ]
        for rij in tabel.xpath("tbody/tr"):
            assert [(cel.tag, cel.get("scope")) for cel in rij] == [("th", "row"), ("td", None), ("td", None)]


def test_a_row_says_how_grave_it_is_in_a_word_what_was_expected_and_what_to_do(
    pagina: Any,
) -> None:
    rijen = [[woorden(cel) for cel in rij] for rij in pagina.xpath("//tbody/tr")]
    assert len(rijen) == len(LIJST) - 1  # two cells of which the same is said share a row
    assert [rij[:2] for rij in rijen[-3:]] == [
        ["cel B7, C12", "✕ fout"],
        ["cel Z100", "▲ waarschuwing"],
        ["cel AA100", "✕ fout"],
    ]
    assert (
        rijen[-1][2]
        == "Er staat 'tien'. Verwacht: een heel getal Doe dit: Kies in Excel bij Getal: Standaard. "
        "Typ daarna een heel getal. Code: geen-getal"
    )
    assert {teken.get("aria-hidden") for teken in pagina.xpath("//tbody//span/span")} == {"true"}


def test_the_counts_stand_at_the_top_and_a_page_without_findings_says_so(pagina: Any) -> None:
    assert woorden(pagina.xpath("//h1/following-sibling::p")[0]) == TELLING
    leeg: Any = html.document_fromstring(als_html([], TITEL))
    assert woorden(leeg.xpath("//h1/following-sibling::p")[0]) == "Geen bevindingen."
    assert not leeg.xpath("//table | //nav")


def test_every_colour_of_text_can_be_read_on_its_background(tekst: str) -> None:
    regels = re.findall(r"\{([^{}]*)\}", tekst[tekst.index("<style>") : tekst.index("</style>")])
    paren = []
    for regel in regels:
        inkt = re.search(r"(?<![-\w])color: #(\w{6})", regel)
        vulling = re.search(r"background: #(\w{6})", regel)
        if inkt:
            paren.append((inkt[1], vulling[1] if vulling else "FFFFFF"))
    assert len(paren) >= 7
    assert all(contrast(*paar) >= 4.5 for paar in paren)


# Text of people


def test_text_of_people_is_shown_and_not_obeyed(tekst: str, pagina: Any) -> None:
    assert not pagina.xpath("//b")
    assert "\x1b" not in tekst
    assert any(BOOS.replace("\x1b", "�") in woorden(alinea) for alinea in pagina.xpath("//td/p"))
    assert "<title>Controle van Jan &amp; Piet</title>" in tekst
