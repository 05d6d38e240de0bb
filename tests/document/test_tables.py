"""The table with figures fits its page, whatever the number of wijken, and breaks no word."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.document.tables import CELMARGE
from pipeline.model import Indicator, Wijkgegevens
from pipeline.pdf.soffice import LibreOffice, vind_soffice
from tests.document.voorbeeld import bewaar, gegevens, maak, plan
from tests.getrouw.stijlen import Element, W, vind, waarde
from tests.pdf.bladzijden import regels

WIJKEN = (
    "Vermeer",
    "Berg",
    "Leusderkwartier",
    "Bosgebied",
    "Nieuwland",
    "Calveen",
    "Schothorst",
    "Hoefkwartier",
)


def body(gevraagd: Wijkgegevens) -> Element:
    inhoud: Element = maak(plan(wijkgegevens=gevraagd)).document.element.body
    return inhoud


def tabel(inhoud: Element) -> Element:
    return next(inhoud.iter(W + "tbl"))


def breedtes(inhoud: Element) -> list[int]:
    return [int(waarde(kolom, "w") or 0) for kolom in tabel(inhoud).iter(W + "gridCol")]


def secties(inhoud: Element) -> list[tuple[bool, int]]:
    """Return of every section whether it lies, and the width of its text."""
    uit = []
    for sectie in inhoud.iter(W + "sectPr"):
        maat, marges = vind(sectie, "pgSz"), vind(sectie, "pgMar")
        breedte, hoogte = int(waarde(maat, "w") or 0), int(waarde(maat, "h") or 0)
        assert (waarde(maat, "orient") == "landscape") == (breedte > hoogte)
        uit.append(
            (
                breedte > hoogte,
                breedte - int(waarde(marges, "left") or 0) - int(waarde(marges, "right") or 0),
            )
        )
    return uit


@pytest.mark.parametrize(("aantal", "liggend"), [(1, False), (2, False), (5, True), (8, True)])
def test_the_widths_are_together_that_of_the_page(aantal: int, liggend: bool) -> None:
    inhoud = body(gegevens(WIJKEN[:aantal]))
    ligt, tekstbreedte = secties(inhoud)[2]
    assert ligt is liggend
    assert len(breedtes(inhoud)) == aantal + 3
    assert sum(breedtes(inhoud)) == tekstbreedte


@pytest.mark.parametrize("aantal", [1, 8])
def test_every_cell_has_the_width_of_its_columns(aantal: int) -> None:
    inhoud = body(gegevens(WIJKEN[:aantal]))
    kolommen = breedtes(inhoud)
    rijen = [list(rij.iter(W + "tc")) for rij in tabel(inhoud).iter(W + "tr")]
    maten = [[int(waarde(vind(cel, "tcPr/tcW"), "w") or 0) for cel in rij] for rij in rijen]
    assert {len(rij) for rij in maten} == {1, aantal + 3}
    for rij in maten:
        assert rij in (kolommen, [sum(kolommen)])


def test_only_the_section_of_the_table_is_turned() -> None:
    assert [ligt for ligt, _ in secties(body(gegevens(WIJKEN[:8])))] == [False, False, True, False]


@pytest.mark.parametrize(("aantal", "klein"), [(1, False), (5, False), (8, True)])
def test_a_table_that_is_still_too_wide_gets_the_small_styles(aantal: int, klein: bool) -> None:
    stijlen = {waarde(stijl) for stijl in tabel(body(gegevens(WIJKEN[:aantal]))).iter(W + "pStyle")}
    assert any("klein" in str(stijl).lower() for stijl in stijlen) is klein
    assert ("Tabelcijfer" in stijlen) is not klein


@pytest.mark.parametrize("aantal", [1, 2, 5, 8])
def test_the_table_is_one_that_reads_well(aantal: int) -> None:
    """A marked header row, rows that stay whole, right-aligned figures, a group row over the full width."""
    inhoud = body(gegevens(WIJKEN[:aantal]))
    rijen = list(tabel(inhoud).iter(W + "tr"))
    assert [vind(rij, "trPr/tblHeader") is not None for rij in rijen] == [True, *[False] * (len(rijen) - 1)]
    assert all(vind(rij, "trPr/cantSplit") is not None for rij in rijen)
    spans = [waarde(vind(cel, "tcPr/gridSpan")) for rij in rijen for cel in rij.iter(W + "tc")]
    assert spans.count(str(aantal + 3)) == 2
    assert not list(tabel(inhoud).iter(W + "vMerge"))
    cijfers = list(rijen[1].iter(W + "tc"))[1:-1]
    assert len(cijfers) == aantal + 1
    for cel in cijfers:
        assert str(waarde(vind(cel, "p/pPr/pStyle"))).startswith("Tabelcijfer")


@pytest.mark.parametrize("lang", ["Donaudampfschifffahrt" * 5, "x" * 10_000])
def test_a_word_that_fits_nowhere_leaves_room_for_the_other_columns(lang: str) -> None:
    gevraagd = Wijkgegevens(("Oost", "Amersfoort"), (Indicator("", lang, ("6.230", "1"), "2025, BRP"),))
    inhoud = body(gevraagd)
    naam, oost, amersfoort, bron = breedtes(inhoud)
    assert sum(breedtes(inhoud)) == secties(inhoud)[2][1]
    assert naam > max(oost, amersfoort, bron)
    for breedte, tekst in ((oost, "6.230"), (amersfoort, "Amersfoort"), (bron, "Jaartal,")):
        assert breedte > CELMARGE + 80 * len(tekst)


def test_the_tables_of_the_bijlagen_keep_the_widths_of_the_template() -> None:
    tabellen = list(body(gegevens(("Oost",))).iter(W + "tbl"))
    bijlagen = [t for t in tabellen if len(list(t.iter(W + "gridCol"))) == 3]
    assert len(bijlagen) == 2
    maten = [[waarde(kolom, "w") for kolom in t.iter(W + "gridCol")] for t in bijlagen]
    assert maten[0] == maten[1]


def test_no_word_is_broken_in_the_pdf(tmp_path: Path) -> None:
    programma = vind_soffice()
    assert programma is not None
    with LibreOffice(programma) as libreoffice:
        for aantal in (1, 2, 5, 8):
            word = bewaar(plan(wijkgegevens=gegevens(WIJKEN[:aantal])), tmp_path / f"{aantal}.docx")
            libreoffice.maak_pdf(word, word.with_suffix(".pdf"))
            bladzijden = regels(word.with_suffix(".pdf"))
            (gezien,) = [b for b in bladzijden if any(r.startswith("Achtergrondkenmerken en") for r in b)]
            alles = "\n".join(gezien)
            for woord in (*WIJKEN[:aantal], "Amersfoort", "Achtergrondkenmerken", "16.230", "BAG/WOZ"):
                assert woord in alles
