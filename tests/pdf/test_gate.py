"""The gate lets both plans pass, and finds each of the faults that are planted in one of them, by name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pipeline.bevinding import WordPlaats
from pipeline.document.opgave import Opgave
from pipeline.messages.pdf import PDF
from pipeline.pdf.gate import REST, SOORTEN, keur
from tests.conftest import PLANNEN
from tests.pdf.conftest import LeesOpgave
from tests.pdf.fouten import FOUTEN, delen

ZOALS_HET_IS: dict[str, Any] = {
    "compress_streams": False,
    "fix_metadata_version": False,
    "object_stream_mode": pikepdf.ObjectStreamMode.disable,
}
"""How the pipeline saves: what is packed again ends in any byte, and the validator minds some of them."""


@pytest.fixture(scope="module")
def pdf(gemaakte_plannen: dict[str, Path]) -> Path:
    return gemaakte_plannen["nieuwland"] / "wijkplan-nieuwland.pdf"


@pytest.fixture(scope="module")
def opgave(pdf: Path, lees_opgave: LeesOpgave) -> Opgave:
    return lees_opgave(pdf.with_suffix(".docx"))


@pytest.mark.parametrize("wijk", PLANNEN)
def test_both_plans_pass(wijk: str, gemaakte_plannen: dict[str, Path], lees_opgave: LeesOpgave) -> None:
    pdf = gemaakte_plannen[wijk] / f"wijkplan-{wijk}.pdf"
    assert keur(pdf, lees_opgave(pdf.with_suffix(".docx"))) == []


@pytest.mark.parametrize("naam", FOUTEN)
def test_a_planted_fault_is_found_by_its_name(naam: str, pdf: Path, opgave: Opgave, tmp_path: Path) -> None:
    code, bederf = FOUTEN[naam]
    with pikepdf.open(pdf) as document:
        bederf(document)
        document.save(tmp_path / "bedorven.pdf", **ZOALS_HET_IS)
    assert code in {bevinding.code for bevinding in keur(tmp_path / "bedorven.pdf", opgave)}


def test_saving_alone_gives_no_finding(pdf: Path, opgave: Opgave, tmp_path: Path) -> None:
    """So that what the planted faults give is because of them."""
    with pikepdf.open(pdf) as document:
        document.save(tmp_path / "zelfde.pdf", **ZOALS_HET_IS)
    assert keur(tmp_path / "zelfde.pdf", opgave) == []


def test_every_code_of_the_gate_is_planted() -> None:
    elders = {"pdf-paginanummer", "pdf-onleesbaar", "pdf-beveiligd", "pdf-niet-bewerkt"}
    assert {code for code, _ in FOUTEN.values()} | elders == PDF.keys()
    assert {*SOORTEN.values(), REST} <= PDF.keys()


# What cannot be planted with a function of the open file


def test_a_password_is_found(pdf: Path, opgave: Opgave, tmp_path: Path) -> None:
    with pikepdf.open(pdf) as document:
        document.save(tmp_path / "x.pdf", encryption=pikepdf.Encryption(owner="geheim", user="geheim"))
    assert [bevinding.code for bevinding in keur(tmp_path / "x.pdf", opgave)] == ["pdf-onleesbaar"]


def test_a_lock_without_a_password_is_found(pdf: Path, opgave: Opgave, tmp_path: Path) -> None:
    mag_niet = pikepdf.Permissions(accessibility=False, extract=False)
    with pikepdf.open(pdf) as document:
        slot = pikepdf.Encryption(owner="geheim", allow=mag_niet)
        document.save(tmp_path / "x.pdf", encryption=slot, fix_metadata_version=False)
    assert "pdf-beveiligd" in {bevinding.code for bevinding in keur(tmp_path / "x.pdf", opgave)}


@pytest.mark.parametrize("inhoud", [b"", b"geen PDF", b"%PDF-1.7\n"])
def test_what_is_no_pdf_is_found(inhoud: bytes, opgave: Opgave, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(inhoud)
    assert [bevinding.code for bevinding in keur(tmp_path / "x.pdf", opgave)] == ["pdf-onleesbaar"]


def test_a_wrong_page_number_in_the_word_file_is_found_with_its_heading(pdf: Path, opgave: Opgave) -> None:
    """Each number that the Word file prints is held against the page of the heading."""
    anders = replace(opgave, paginas=tuple((kop, f"7{nummer}") for kop, nummer in opgave.paginas))
    bevindingen = keur(pdf, anders)
    assert len(bevindingen) == len(opgave.paginas) > 15
    assert {b.code for b in bevindingen} == {"pdf-paginanummer"}
    nummers = dict(opgave.paginas)
    verwacht = {f"'{opgave.koppen[kop]}' staat op {nummer}" for kop, nummer in nummers.items()}
    assert {b.aanvulling for b in bevindingen} == verwacht


def test_one_wrong_page_number_is_enough(pdf: Path, opgave: Opgave) -> None:
    (kop, _), *rest = opgave.paginas
    (bevinding,) = keur(pdf, replace(opgave, paginas=((kop, "–"), *rest)))
    assert (bevinding.code, bevinding.staat_er) == ("pdf-paginanummer", "–")


# Where it stands


def test_a_finding_says_below_which_heading_it_stands(pdf: Path, opgave: Opgave, tmp_path: Path) -> None:
    with pikepdf.open(pdf) as document:
        del delen(document, "Figure")[0]["/Alt"]
        rij = delen(document, "Table")[-1].K[1]
        del rij.K[1]["/A"]
        document.save(tmp_path / "x.pdf", fix_metadata_version=False)
    plaatsen = {b.code: b.plaats for b in keur(tmp_path / "x.pdf", opgave)}
    afbeelding, rij_ = plaatsen["pdf-afbeelding"], plaatsen["pdf-rij-zonder-kop"]
    assert isinstance(afbeelding, WordPlaats)
    assert isinstance(rij_, WordPlaats)
    assert (afbeelding.bestand, afbeelding.kop) == ("wijkplan-nieuwland.docx", "Wijkgerichte aanpak")
    assert rij_.kop in opgave.koppen
    assert rij_.tekst
    assert afbeelding.volgorde < rij_.volgorde
