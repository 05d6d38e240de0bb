"""The PDF can be navigated and read aloud: bookmarks, links, tags, language; and its pages are right."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pipeline.pdf.outline import koppen_met_pagina
from pipeline.pdf.soffice import LibreOffice, vind_soffice
from tests.conftest import PLANNEN, WORTEL
from tests.document.beeld import schrijf
from tests.document.voorbeeld import LASTIG, afbeelding, kernaanpak, maak, plan
from tests.getrouw.gelezen import lees_document
from tests.pdf.bladzijden import regels


@pytest.fixture(params=PLANNEN)
def pdf(request: pytest.FixtureRequest, gemaakte_plannen: dict[str, Path]) -> Path:
    return gemaakte_plannen[request.param] / f"wijkplan-{request.param}.pdf"


def kaal(tekst: str) -> str:
    """Return letters and digits alone: between a number and its text a PDF has no character."""
    return re.sub(r"[\W_]+", "", tekst)


# Bookmarks and pages


def test_the_bookmarks_are_the_headings_of_the_word_file(pdf: Path) -> None:
    koppen = [" ".join(kop.tekst.split()) for kop in lees_document(pdf.with_suffix(".docx")).koppen]
    assert [titel for titel, _ in koppen_met_pagina(pdf)] == koppen
    assert len(koppen) > 40


def test_every_heading_stands_on_the_page_of_its_bookmark(pdf: Path) -> None:
    bladzijden = [kaal("".join(bladzijde)) for bladzijde in regels(pdf)]
    for titel, pagina in koppen_met_pagina(pdf):
        assert kaal(titel) in bladzijden[pagina - 1], titel


def test_the_contents_table_gives_the_pages_that_the_headings_stand_on(pdf: Path) -> None:
    bladzijden = [kaal("".join(bladzijde)) for bladzijde in regels(pdf)]
    inhoudsopgave = lees_document(pdf.with_suffix(".docx")).inhoudsopgave
    plek = next(nummer for nummer, tekst in enumerate(bladzijden) if tekst.count("Bijlage") > 2)
    for regel in inhoudsopgave:
        assert kaal(regel.tekst) in bladzijden[int(regel.bladzijde) - 1]
        assert kaal(f"{regel.tekst}{regel.bladzijde}") in bladzijden[plek]


def test_every_page_but_the_cover_has_its_number(pdf: Path) -> None:
    bladzijden = regels(pdf)
    assert not any(regel.isdigit() for regel in bladzijden[0])
    for nummer, bladzijde in enumerate(bladzijden[1:], start=2):
        assert bladzijde[-1].strip() == str(nummer)
        assert bladzijde[0].startswith("Wijkplan Sociaal 2026-2030 | ")


def test_the_links_of_the_contents_table_go_to_those_pages(pdf: Path) -> None:
    verwacht = {
        f"{regel.tekst}, pagina {regel.bladzijde}": int(regel.bladzijde)
        for regel in lees_document(pdf.with_suffix(".docx")).inhoudsopgave
    }
    with pikepdf.open(pdf) as document:
        nummers = {bladzijde.objgen: nummer for nummer, bladzijde in enumerate(document.pages, start=1)}
        gezien = {
            str(link.Contents): nummers[link.Dest[0].objgen] for link in _links(document) if "/Dest" in link
        }
    assert {tekst: gezien.get(tekst) for tekst in verwacht} == verwacht


def _links(document: pikepdf.Pdf) -> list[Any]:
    return [link for bladzijde in document.pages for link in bladzijde.get("/Annots", [])]


# For who reads with the ears


def test_the_pdf_is_tagged_in_dutch_and_has_a_title(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang) == "nl-NL"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo.Title).startswith("Wijkplan Sociaal 2026-2030 ")
        assert str(document.docinfo.Author) == "Gemeente Amersfoort"
        boom = document.Root.StructTreeRoot
        # A tag with the name of a style says in the role map what it is.
        soorten = {str(boom.RoleMap.get(onderdeel.S, onderdeel.S)) for onderdeel in _onderdelen(boom)}
    tekst = {"/H1", "/H2", "/H3", "/P", "/L", "/LI", "/Link", "/TOC", "/TOCI"}
    assert tekst | {"/Table", "/TH", "/TD", "/Figure"} <= soorten


def test_every_figure_has_an_alternative_text(pdf: Path) -> None:
    with pikepdf.open(pdf) as document:
        onderdelen = list(_onderdelen(document.Root.StructTreeRoot))
        teksten = [str(o.get("/Alt", "")) for o in onderdelen if str(o.S) == "/Figure"]
    assert len(teksten) == 2
    assert all(len(tekst) > 20 for tekst in teksten)


def _onderdelen(element: Any) -> list[Any]:
    kinderen = element.get("/K", [])
    kinderen = kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]
    uit: list[Any] = [element] if "/S" in element else []
    for kind in kinderen:
        if isinstance(kind, pikepdf.Dictionary):
            uit += _onderdelen(kind)
    return uit


# Whatever the titles are


def test_any_title_is_found_back_in_the_pdf(tmp_path: Path) -> None:
    titels = [
        *LASTIG,
        "Een\nregeleinde",
        "Een\ttab",
        "woord " * 400,
        "harde\u00adafbreking",
        "eind.",
        "1.2 3",
    ]
    programma = vind_soffice()
    assert programma is not None
    with LibreOffice(programma) as libreoffice:
        for nummer in range(0, len(titels), 6):
            zes = titels[nummer : nummer + 6]
            kernaanpakken = [kernaanpak(plek, titel=titel) for plek, titel in enumerate(zes, start=1)]
            beeld = afbeelding(schrijf(tmp_path / "a.jpg", 400, 300), "Kernaanpak", 1)
            word = maak(plan(kernaanpakken=tuple(kernaanpakken), afbeeldingen=(beeld,)))
            (tmp_path / "x.docx").write_bytes(word.als_bytes())
            libreoffice.maak_pdf(tmp_path / "x.docx", tmp_path / "x.pdf")
            paginas = word.paginas(koppen_met_pagina(tmp_path / "x.pdf"))
            volgorde = [paginas[f"bijlage_{plek}"] for plek in range(1, len(zes) + 2)]
            assert volgorde == sorted(volgorde)
            assert volgorde[0] > paginas[f"kernaanpak_{len(zes)}"]


# When it is broken off

ONDERBROKEN = """
import os, signal, sys
class Zoeker:
    def find_spec(self, naam, *_):
        if naam == "pikepdf._core":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Zoeker())
try:
    import pipeline.pdf.outline
except KeyboardInterrupt:
    print("onderbroken, en pikepdf is", "geladen" if "pikepdf._core" in sys.modules else "half")
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_an_interruption_waits_until_the_library_is_loaded() -> None:
    """Within its loading, an exception would abort the process without any cleaning up."""
    proces = subprocess.run(
        [sys.executable, "-c", ONDERBROKEN], cwd=WORTEL, capture_output=True, check=True, encoding="utf-8"
    )
    assert proces.stdout == "onderbroken, en pikepdf is geladen\nTrue\n"
