"""Files made to hurt, or merely broken: each is one clear finding, in seconds and in bounded memory."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from pipeline.bevinding import Bevinding
from pipeline.workbook.annotate import annoteer
from pipeline.workbook.bladen import lees_wijk
from pipeline.workbook.openen import open_blad
from pipeline.workbook.write import schrijf_wijk
from tests.conftest import WORTEL
from tests.opdracht import WIJK, klein_project, opdracht
from tests.workbook.mutaties import Delen, ingepakt, uitgepakt
from tests.workbook.voorbeeld import bederf, codes, wijk

MAX_MB, MAX_SECONDEN = 500, 20
"""The peak of the memory, and the time of the processor."""
BLAD = "xl/worksheets/sheet8.xml"
"""The sheet Teksten."""
METEN = """
import resource, sys, time
from pathlib import Path
from pipeline.workbook.bladen import lees_wijk
bevindingen = []
lees_wijk(Path(sys.argv[1]), bevindingen)
duur, top = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(top / (2**20 if sys.platform == "darwin" else 2**10), duur, *[b.code for b in bevindingen])
"""


class Gemeten(NamedTuple):
    """What reading a workbook took, as a process of its own."""

    mb: float
    seconden: float
    codes: list[str]


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    schrijf_wijk(tmp_path / "jp.xlsx", wijk())
    return tmp_path / "jp.xlsx"


def gevonden(pad: Path) -> list[str]:
    bevindingen: list[Bevinding] = []
    lees_wijk(pad, bevindingen)
    return [bevinding.code for bevinding in bevindingen]


def meet(pad: Path) -> Gemeten:
    # By way of a shell: a process counts the memory of the one that started it as its own.
    regel = ["sh", "-c", '"$0" "$@"; exit', sys.executable, "-c", METEN, str(pad)]
    proces = subprocess.run(regel, cwd=WORTEL, capture_output=True, check=True, text=True, timeout=120)
    mb, duur, *gemeld = proces.stdout.split()
    return Gemeten(float(mb), float(duur), gemeld)


def verander(pad: Path, wijziging: Callable[[Delen], object]) -> None:
    delen = uitgepakt(pad.read_bytes())
    wijziging(delen)
    pad.write_bytes(ingepakt(delen))


def na_de_rijen(xml: str) -> Callable[[Delen], None]:
    """Put XML behind the last row of the sheet Teksten."""

    def wijziging(delen: Delen) -> None:
        assert b"</sheetData>" in delen[BLAD]
        delen[BLAD] = delen[BLAD].replace(b"</sheetData>", xml.encode() + b"</sheetData>")

    return wijziging


def na_het_blad(xml: str) -> Callable[[Delen], None]:
    def wijziging(delen: Delen) -> None:
        delen[BLAD] = delen[BLAD].replace(b"</sheetData>", b"</sheetData>" + xml.encode())

    return wijziging


# Another kind of file


def test_a_workbook_with_a_password_says_so(pad: Path) -> None:
    # Excel puts an encrypted workbook in an OLE file with a stream of this name.
    kop = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    pad.write_bytes(kop + "EncryptionInfo\0EncryptedPackage\0".encode("utf-16-le") + os.urandom(4096))
    assert gevonden(pad) == ["bestand-versleuteld"]


def test_an_old_workbook_under_another_name_says_what_it_is(pad: Path) -> None:
    pad.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "Workbook\0".encode("utf-16-le"))
    bevindingen: list[Bevinding] = []
    lees_wijk(pad, bevindingen)
    assert [(b.code, b.aanvulling) for b in bevindingen] == [
        ("bestand-andere-soort", "een oude Excel-werkmap (.xls)")
    ]


@pytest.mark.parametrize(
    ("deel", "soort"),
    [("mimetype", ".ods"), ("xl/workbook.bin", ".xlsb"), ("word/document.xml", "Word-bestand")],
)
def test_another_office_file_under_this_name_says_what_it_is(deel: str, soort: str, pad: Path) -> None:
    pad.write_bytes(ingepakt({deel: b"x", "[Content_Types].xml": b"<Types/>", "content.xml": b"<x/>"}))
    bevindingen: list[Bevinding] = []
    lees_wijk(pad, bevindingen)
    assert [b.code for b in bevindingen] == ["bestand-andere-soort"]
    assert soort in bevindingen[0].wat


def test_a_workbook_in_the_strict_format_says_so(pad: Path) -> None:
    oud, strict = (
        "schemas.openxmlformats.org/spreadsheetml/2006/main",
        "purl.oclc.org/ooxml/spreadsheetml/main",
    )
    verander(
        pad,
        lambda delen: delen.update({n: d.replace(oud.encode(), strict.encode()) for n, d in delen.items()}),
    )
    assert gevonden(pad) == ["bestand-andere-soort"]


@pytest.mark.parametrize("inhoud", [b"", b"PK", b"naam;score\n", b"<html><table></table></html>", bytes(99)])
def test_what_is_no_workbook_is_one_finding(inhoud: bytes, pad: Path) -> None:
    pad.write_bytes(inhoud)
    assert gevonden(pad) == ["bestand-onleesbaar"]


@pytest.mark.parametrize("deel", [0.01, 0.3, 0.9, 0.999])
def test_a_download_that_broke_off_is_one_finding(deel: float, pad: Path) -> None:
    pad.write_bytes(pad.read_bytes()[: int(pad.stat().st_size * deel)])
    assert gevonden(pad) == ["bestand-onleesbaar"]


def test_a_zip_that_is_no_workbook_is_one_finding(pad: Path) -> None:
    pad.write_bytes(ingepakt({"foto.txt": b"x"}))
    assert gevonden(pad) == ["bestand-onleesbaar"]


def test_a_zip_packed_in_another_way_is_not_unpacked(pad: Path) -> None:
    delen = uitgepakt(pad.read_bytes())
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_LZMA) as pakket:
        for naam, inhoud in delen.items():
            pakket.writestr(naam, inhoud)
    assert gevonden(pad) == ["bestand-onleesbaar"]


# Bombs


def test_a_zip_bomb_is_not_unpacked(pad: Path) -> None:
    verander(pad, na_de_rijen(" " * 40_000_000))
    gemeten = meet(pad)
    assert gemeten.codes == ["bestand-te-groot"]
    assert gemeten.mb < MAX_MB
    assert gemeten.seconden < 4


def test_many_parts_that_are_large_together_are_not_unpacked(pad: Path) -> None:
    verander(pad, lambda delen: delen.update({f"xl/media/{n}.png": bytes(15 * 2**20) for n in range(14)}))
    assert gevonden(pad) == ["bestand-te-groot"]


def test_a_part_that_openpyxl_loads_whole_may_not_be_large(pad: Path) -> None:
    verander(
        pad, lambda delen: delen.update({"xl/styles.xml": delen["xl/styles.xml"] + os.urandom(17 * 2**20)})
    )
    assert gevonden(pad) == ["bestand-te-groot"]


@pytest.mark.parametrize(
    "deel", [BLAD, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml", "docProps/core.xml"]
)
@pytest.mark.parametrize("witruimte", [0, 2**20 - 5])
def test_xml_with_a_doctype_is_refused_wherever_it_stands(deel: str, witruimte: int, pad: Path) -> None:
    entiteiten = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    doctype = f'{" " * witruimte}<!DOCTYPE x [<!ENTITY a "{"a" * 10}">{entiteiten}]>'.encode()

    def wijziging(delen: Delen) -> None:
        kop, inhoud = b'<?xml version="1.0"?>', delen[deel].partition(b"?>")
        delen[deel] = kop + doctype + (inhoud[2] or inhoud[0]).replace(b"<t>", b"<t>&j;", 1)

    verander(pad, wijziging)
    assert gevonden(pad) == ["bestand-onveilig"]


@pytest.mark.parametrize("codering", ["utf-16", "utf-16-le", "utf-16-be", "utf-7", "cp037"])
def test_xml_in_which_a_doctype_could_hide_is_refused(codering: str, pad: Path) -> None:
    def wijziging(delen: Delen) -> None:
        tekst = delen["xl/workbook.xml"].decode().partition("?>")
        kop = f'<?xml version="1.0" encoding="{codering}"?><!DOCTYPE x [<!ENTITY a "aa">]>'
        delen["xl/workbook.xml"] = (kop + (tekst[2] or tekst[0])).encode(codering)

    verander(pad, wijziging)
    assert gevonden(pad) == ["bestand-onleesbaar"]


def test_a_million_empty_rows_with_a_form_are_passed_over(pad: Path) -> None:
    rijen = (
        f'<row r="{rij}" spans="1:5" s="1" customFormat="1"><c r="A{rij}" s="1"/></row>'
        for rij in range(1000, 1_001_000)
    )
    verander(pad, na_de_rijen("".join(rijen)))
    gemeten = meet(pad)
    assert gemeten.codes == ["opmaak-leeg"]
    assert gemeten.mb < MAX_MB
    assert gemeten.seconden < MAX_SECONDEN


def test_a_row_of_16384_columns_is_read_as_any_other(pad: Path) -> None:
    leeg = "".join(f'<c r="{get_column_letter(kolom)}900" s="1"/>' for kolom in range(1, 16_385))
    verander(pad, na_de_rijen(f'<row r="900">{leeg}</row>'))
    gemeten = meet(pad)
    assert gemeten.codes == []
    assert gemeten.mb < MAX_MB
    assert gemeten.seconden < MAX_SECONDEN


def test_16384_columns_outside_the_table_are_told_in_one_line_after_the_first(pad: Path) -> None:
    vol = "".join(f'<c r="{get_column_letter(kolom)}900"><v>1</v></c>' for kolom in range(1, 16_385))
    verander(pad, na_de_rijen(f'<row r="900">{vol}</row>'))
    gemeld = [code for code in gevonden(pad) if code.startswith("buiten")]
    assert gemeld == [*["buiten-tabel"] * 50, "buiten-tabel-veel"]


def test_a_table_of_many_columns_by_many_rows_is_not_filled_out(pad: Path) -> None:
    def wijziging(werkmap: Workbook) -> None:
        blad = werkmap["Wijkgegevens"]
        kop = next(cel.row for cel in blad["A"] if cel.value == "Groep")
        blad.insert_cols(4, 2000)
        for kolom in range(4, 2004):
            blad.cell(kop, kolom).value = f"Wijk {kolom}"
        for rij in range(kop + 2, kop + 2002):
            blad.cell(rij, 1).value = "Groep"

    bederf(pad, wijziging)
    gemeten = meet(pad)
    assert "bestand-te-vol" in gemeten.codes
    assert gemeten.mb < MAX_MB
    assert gemeten.seconden < MAX_SECONDEN


def test_ten_megabytes_in_one_cell_are_cut_and_told(pad: Path) -> None:
    lang = "wijk &amp; " * 1_000_000
    verander(pad, na_de_rijen(f'<row r="900"><c r="E900" t="inlineStr"><is><t>{lang}</t></is></c></row>'))
    gemeten = meet(pad)
    assert [code for code in gemeten.codes if code != "waarde-ontbreekt"] == ["tekst-te-lang", "rij-leeg"]
    assert gemeten.mb < MAX_MB
    assert gemeten.seconden < MAX_SECONDEN
    bevindingen: list[Bevinding] = []
    tekst = lees_wijk(pad, bevindingen).teksten[-1].tekst.tekst
    assert ("tekst-te-lang", "E900") in codes(bevindingen)
    assert tekst.startswith("wijk & wijk & ")
    assert len(tekst) < 300


@pytest.mark.parametrize(
    "xml",
    [
        '<mergeCells count="1"><mergeCell ref="A900:XFD1048576"/></mergeCells>',
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
    ],
)
def test_a_range_over_the_whole_sheet_is_not_filled_with_cells(xml: str, pad: Path) -> None:
    verander(pad, na_het_blad(xml))
    gemeten = meet(pad)
    assert gemeten.codes == ["bestand-te-vol"]
    assert gemeten.seconden < 4


@pytest.mark.parametrize(
    "cel",
    [
        '<c r="E{rij}" t="inlineStr"><is>' + "<r><rPr><b/></rPr><t>x</t></r>" * 10 + "</is></c>",
        "".join(f'<c r="{letter}{{rij}}"><v>1</v></c>' for letter in "ABCDEFGHIJK"),
    ],
    ids=["opmaak", "cellen"],
)
def test_more_than_can_be_loaded_is_refused(cel: str, pad: Path) -> None:
    rijen = (f'<row r="{rij}">{cel.replace("{rij}", str(rij))}</row>' for rij in range(100, 24_100))
    verander(pad, na_de_rijen("".join(rijen)))
    gemeten = meet(pad)
    assert gemeten.codes == ["bestand-te-vol"]
    assert gemeten.mb < MAX_MB
    assert gemeten.seconden < MAX_SECONDEN


def test_a_table_of_figures_in_a_spoilt_workbook_is_as_good_as_absent(pad: Path) -> None:
    assert open_blad(pad, "Wijkgegevens") is not None
    verander(pad, na_het_blad('<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'))
    assert open_blad(pad, "Wijkgegevens") is None


# Workbooks that are read, with something to say of them


def test_a_number_that_is_none_or_too_large_is_reported(pad: Path) -> None:
    verander(
        pad,
        lambda delen: delen.update(
            {
                "xl/worksheets/sheet3.xml": delen["xl/worksheets/sheet3.xml"].replace(
                    b"<v>6230</v>", b"<v>1e999</v>"
                )
            }
        ),
    )
    assert gevonden(pad) == ["getal-te-groot"]


@pytest.mark.parametrize("lijst", ["numFmts", "fonts", "fills", "borders"])
def test_a_form_that_is_not_in_the_file_is_read_as_the_usual_one(lijst: str, pad: Path) -> None:
    def wijziging(delen: Delen) -> None:
        leeg = rb"(<%b[^>]*>)(<\w+.*?)?(</%b>)" % (lijst.encode(), lijst.encode())
        delen["xl/styles.xml"], aantal = re.subn(leeg, b"", delen["xl/styles.xml"], flags=re.DOTALL)
        assert aantal == 1

    verander(pad, wijziging)
    bevindingen: list[Bevinding] = []
    bladen = lees_wijk(pad, bevindingen)
    if lijst == "numFmts":
        assert bladen.plan is not None
        assert annoteer(pad, pad.with_name("kopie.xlsx"), bevindingen)
    assert {b.code for b in bevindingen} <= {"bestand-onleesbaar"}


def test_a_cell_that_openpyxl_reads_and_cannot_write_costs_only_the_copy(pad: Path) -> None:
    verander(pad, na_de_rijen('<row r="900"><c r="E900" s="1" t="d"/></row>'))
    assert gevonden(pad) == []
    assert not annoteer(pad, pad.with_name("kopie.xlsx"), [])
    assert not pad.with_name("kopie.xlsx").exists()


def test_a_workbook_that_leans_on_another_file_is_reported(pad: Path) -> None:
    verander(pad, lambda delen: delen.update({"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}))
    assert gevonden(pad) == ["koppelingen-extern"]


def test_a_workbook_with_macros_is_read_and_reported(pad: Path) -> None:
    def wijziging(delen: Delen) -> None:
        delen["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0 macro"
        delen["[Content_Types].xml"] = delen["[Content_Types].xml"].replace(
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        )

    verander(pad, wijziging)
    assert gevonden(pad) == ["macros-niet-gelezen"]
    assert lees_wijk(pad, []).plan is not None


@pytest.mark.parametrize("slot", ["~$jp.xlsx", ".~lock.jp.xlsx#"])
def test_a_workbook_that_is_open_elsewhere_is_read_as_last_saved(slot: str, pad: Path) -> None:
    pad.with_name(slot).write_bytes(b"\x03jan")
    bevindingen: list[Bevinding] = []
    assert lees_wijk(pad, bevindingen).plan is not None
    assert [(b.code, b.aanvulling) for b in bevindingen] == [("bestand-open", slot)]


def test_a_control_character_is_told_in_its_cell(pad: Path) -> None:
    verander(
        pad, na_de_rijen('<row r="900"><c r="E900" t="inlineStr"><is><t>piep _x0007_</t></is></c></row>')
    )
    assert "verboden-teken" in gevonden(pad)


def test_a_raw_control_character_goes_and_the_file_is_read(pad: Path) -> None:
    verander(pad, na_de_rijen('<row r="900"><c r="E900" t="inlineStr"><is><t>piep \x07</t></is></c></row>'))
    assert "bestand-onleesbaar" not in gevonden(pad)
    assert "verboden-teken" in gevonden(pad)


def test_the_copy_with_notes_keeps_what_was_cut_out_of_reach(pad: Path) -> None:
    verander(pad, na_de_rijen("".join(f'<row r="{rij}" s="1"/>' for rij in range(1000, 60_000))))
    voor = pad.read_bytes()
    assert annoteer(pad, pad.with_name("kopie.xlsx"), [])
    assert pad.read_bytes() == voor
    with zipfile.ZipFile(io.BytesIO(pad.with_name("kopie.xlsx").read_bytes())) as kopie:
        assert sum(deel.file_size for deel in kopie.infolist()) < 2**20


# Rights and disks


def controleer(map_pad: Path, vooraf: str = "") -> tuple[int, str]:
    """Check the small wijk as a user to whom the rights of files apply, which for root they do not."""
    gewoon = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    gedaan = subprocess.run(
        [*gewoon, *opdracht("controleer", WIJK, vooraf=vooraf)],
        cwd=map_pad,
        env=os.environ | {"PYTHONPATH": str(WORTEL)},
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    return gedaan.returncode, gedaan.stdout + gedaan.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")
def test_a_workbook_that_may_not_be_read_is_one_finding(tmp_path: Path) -> None:
    klein_project(tmp_path)
    (tmp_path / "inputs" / WIJK / f"{WIJK}.xlsx").chmod(0)
    code, tekst = controleer(tmp_path)
    assert code == 1
    assert "Het programma mag dit bestand niet lezen." in tekst
    assert "Traceback" not in tekst


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other rights")
@pytest.mark.parametrize(
    ("plek", "rechten", "exit_code"), [(".", 0o555, 3), (f"inputs/{WIJK}", 0o000, 1), ("inputs", 0o000, 3)]
)
def test_a_folder_without_rights_is_one_message(
    plek: str, rechten: int, exit_code: int, tmp_path: Path
) -> None:
    klein_project(tmp_path)
    (tmp_path / plek).chmod(rechten)
    try:
        code, tekst = controleer(tmp_path)
    finally:
        (tmp_path / plek).chmod(0o755)
    assert code == exit_code, tekst
    assert "rechten" in tekst
    assert "Traceback" not in tekst


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows has other limits")
def test_a_disk_that_is_full_is_one_message_and_what_was_there_stays(tmp_path: Path) -> None:
    klein_project(tmp_path)
    code, _ = controleer(tmp_path)
    assert code == 0
    uitvoer = tmp_path / "outputs" / WIJK
    voor = {pad.name: pad.read_bytes() for pad in uitvoer.iterdir() if pad.is_file()}
    # A limit on the size of files is met as a full disk is: halfway a write.
    vol = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))"
    code, tekst = controleer(tmp_path, vol)
    assert code == 3, tekst
    assert "ruimte" in tekst
    assert "Traceback" not in tekst
    assert {pad.name: pad.read_bytes() for pad in uitvoer.iterdir() if pad.is_file()} == voor
