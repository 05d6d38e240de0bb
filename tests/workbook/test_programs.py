"""A workbook that another program saved, or wrote in its own way, is read with the same result."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from pipeline.bevinding import Bevinding
from pipeline.markup import VertAlign
from pipeline.workbook.bladen import lees_wijk
from pipeline.workbook.write import schrijf_wijk
from tests.workbook.voorbeeld import gezien, wijk

PROGRAMS = Path(__file__).parent / "programs"
SOURCE = PROGRAMS / "source.xlsx"

Form = tuple[str, bool, bool, VertAlign, str]


def forms(pad: Path) -> tuple[list[dict[str, list[Form]]], list[tuple[str, str]]]:
    """Return every sign that is read, with its form, and what is found; a space has no form to be seen."""
    bevindingen: list[Bevinding] = []
    rijen = gezien(lees_wijk(pad, bevindingen).rijen())
    gelezen = [
        {
            veld: [
                (teken, run.vet, run.cursief, run.vert_align, run.doel)
                if teken.strip()
                else (teken, False, False, "", "")
                for run in runs
                for teken in run.tekst
            ]
            for veld, (_, runs, _) in rij.items()
        }
        for rij in rijen
    ]
    return gelezen, [(b.code, str(b.plaats.cel)) for b in bevindingen]


def texts(pad: Path) -> list[dict[str, str]]:
    return [
        {veld: "".join(sign for sign, *_ in signs) for veld, signs in rij.items()} for rij in forms(pad)[0]
    ]


def test_the_source_holds_every_kind_of_text() -> None:
    gelezen, gevonden = forms(SOURCE)
    assert not gevonden
    signs = [sign for rij in gelezen for veld in rij.values() for sign in veld]
    assert {vert_align for *_, vert_align, _ in signs} == {"", "superscript", "subscript"}
    assert {doel for *_, doel in signs} == {"", "https://x.nl/hier", "https://x.nl/naam"}
    assert "Letterlijk _x000B_ hier" in [veld for rij in texts(SOURCE) for veld in rij.values()]
    assert len(gelezen) == 15


@pytest.mark.parametrize("program", ["libreoffice", "poi", "exceljs"])
def test_what_another_program_saved_is_read_the_same(program: str) -> None:
    assert forms(PROGRAMS / f"{program}.xlsx") == forms(SOURCE)


@pytest.mark.parametrize("program", ["poi-streamed", "sheetjs"])
def test_of_a_program_that_keeps_no_form_the_text_is_the_same(program: str) -> None:
    """Neither writes the escape of an escape, so that there is a real sign of which it was: that is told."""
    verwacht = [
        {veld: tekst.replace("_x000B_", "\n") for veld, tekst in rij.items()} for rij in texts(SOURCE)
    ]
    assert texts(PROGRAMS / f"{program}.xlsx") == verwacht
    assert forms(PROGRAMS / f"{program}.xlsx")[1] == [("verboden-teken", "E12")]


def test_what_openpyxl_saved_is_read_the_same(tmp_path: Path) -> None:
    schrijf_wijk(tmp_path / "bron.xlsx", wijk())
    load_workbook(tmp_path / "bron.xlsx", rich_text=True).save(tmp_path / "openpyxl.xlsx")
    assert forms(tmp_path / "openpyxl.xlsx") == forms(tmp_path / "bron.xlsx")


def test_pandas_keeps_the_text(tmp_path: Path) -> None:
    schrijf_wijk(tmp_path / "bron.xlsx", wijk())
    bladen = pd.read_excel(tmp_path / "bron.xlsx", sheet_name=None, header=None, dtype=object)
    with pd.ExcelWriter(tmp_path / "pandas.xlsx") as schrijver:
        for naam, blad in bladen.items():
            blad.to_excel(schrijver, sheet_name=naam, header=False, index=False)
    bron, bewaard = texts(tmp_path / "bron.xlsx"), texts(tmp_path / "pandas.xlsx")
    # It drops the number formats, and makes a formula of what begins with '=': that is told.
    anders = {"Noord", "Zuid", "datum", "basisactiviteit"}
    assert [{k: v for k, v in rij.items() if k not in anders} for rij in bewaard] == [
        {k: v for k, v in rij.items() if k not in anders} for rij in bron
    ]
    assert [code for code, _ in forms(tmp_path / "pandas.xlsx")[1]] == ["formule-zonder-uitkomst"]


# Ways of writing that some program or other has


def _sheet(naam: str) -> bool:
    return re.fullmatch(r"xl/worksheets/[^/]+\.xml", naam) is not None


def _without_places(naam: str, deel: bytes) -> bytes:
    return re.sub(rb'(<(?:c|row)\b[^>]*?) r="[A-Z]*\d+"', rb"\1", deel) if _sheet(naam) else deel


def _with_prefix(naam: str, deel: bytes) -> bytes:
    if not _sheet(naam):
        return deel
    deel = re.sub(rb"<(/?)(?=\w)", rb"<\1x:", deel)
    return deel.replace(b"xmlns=", b"xmlns:x=", 1)


def _without_styles(naam: str, deel: bytes) -> bytes:
    if _sheet(naam):
        return re.sub(rb' (?:s|style)="\d+"', b"", deel)
    return re.sub(rb"<(?:Override|Relationship) [^>]*styles[^>]*/>", b"", deel)


def _with_text_results(naam: str, deel: bytes) -> bytes:
    tekst = rb't="inlineStr"([^>]*)><is><t([^>]*)>([^<]*)</t></is>'
    return re.sub(tekst, rb't="str"\1><v\2>\3</v>', deel) if _sheet(naam) else deel


def _with_mark(naam: str, deel: bytes) -> bytes:
    return b"\xef\xbb\xbf" + deel if naam.endswith(".xml") else deel


def _with_a_reading_aid(naam: str, deel: bytes) -> bytes:
    hulp = rb'\1<rPh sb="0" eb="1"><t>hulp</t></rPh><phoneticPr fontId="1"/></is>'
    return re.sub(rb"(<is><t[^>]*>[^<]*</t>)</is>", hulp, deel) if _sheet(naam) else deel


def _version(soort: str, waarde: str) -> Callable[[str, bytes], bytes]:
    def wijziging(naam: str, deel: bytes) -> bytes:
        if naam != "docProps/custom.xml":
            return deel
        nieuw, aantal = re.subn(
            rb"<vt:i4([^>]*)>1</vt:i4>", f"<vt:{soort}\\1>{waarde}</vt:{soort}>".encode(), deel
        )
        assert aantal == 1
        return nieuw

    return wijziging


def _unchanged(_: str, deel: bytes) -> bytes:
    return deel


def _same_name(naam: str) -> str:
    return naam


@pytest.mark.parametrize(
    ("wijziging", "hernoem"),
    [
        (_without_places, _same_name),
        (_with_prefix, _same_name),
        (_without_styles, lambda naam: "" if naam == "xl/styles.xml" else naam),
        (_with_text_results, _same_name),
        (_with_mark, _same_name),
        (_with_a_reading_aid, _same_name),
        (_version("r8", "1"), _same_name),
        (_version("r8", "1.0"), _same_name),
        (_version("i8", "1"), _same_name),
        (_version("lpwstr", "1"), _same_name),
        (_unchanged, lambda naam: naam.replace("/", "\\")),
        (_unchanged, lambda naam: f"/{naam}"),
        (_unchanged, lambda naam: naam.lower()),
        (_unchanged, lambda naam: naam.replace("worksheets/sheet", "Worksheets/Sheet")),
    ],
)
def test_another_way_of_writing_is_read_the_same(
    wijziging: Callable[[str, bytes], bytes], hernoem: Callable[[str], str], tmp_path: Path
) -> None:
    bron, anders = tmp_path / "bron.xlsx", tmp_path / "anders.xlsx"
    schrijf_wijk(bron, wijk())
    with zipfile.ZipFile(bron) as pakket, zipfile.ZipFile(anders, "w") as doel:
        for naam in pakket.namelist():
            if nieuw := hernoem(naam):
                doel.writestr(zipfile.ZipInfo(nieuw), wijziging(naam, pakket.read(naam)))
    gelezen, gevonden = forms(anders)
    assert not gevonden
    if wijziging is not _without_styles:  # bold on a whole cell is a style
        assert gelezen == forms(bron)[0]
    assert len(gelezen) == len(forms(bron)[0])


def test_another_version_is_still_told(tmp_path: Path) -> None:
    bron = tmp_path / "bron.xlsx"
    schrijf_wijk(bron, wijk())
    with zipfile.ZipFile(bron) as pakket:
        delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
    with zipfile.ZipFile(bron, "w") as doel:
        for naam, deel in delen.items():
            doel.writestr(naam, _version("r8", "2.0")(naam, deel))
    assert [code for code, _ in forms(bron)[1]] == ["indeling-anders"]
