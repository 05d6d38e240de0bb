"""The copy with findings: each in its own cell and in one list, and nothing of the workbook lost."""

from __future__ import annotations

import random
import re
import shutil
import time
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator

from pipeline.bevinding import Bevinding, Plaats
from pipeline.package import zonder_tijd
from pipeline.report.lijst import KLEUREN
from pipeline.workbook.annotate import AUTEUR, CONTROLE, KOLOMMEN, annoteer
from pipeline.workbook.bladen import lees_wijk
from tests.report.voorbeeld import LIJST, TELLING, zet_ernsten
from tests.workbook.voorbeeld import bederf, gezien

INVOER = Path(__file__).parents[2] / "inputs"
KOPRIJ = 6


@pytest.fixture(autouse=True)
def ernsten(monkeypatch: pytest.MonkeyPatch) -> None:
    zet_ernsten(monkeypatch)


@pytest.fixture
def bron(tmp_path: Path) -> Path:
    """A published workbook, under the name that the findings have."""
    return Path(shutil.copy(INVOER / "nieuwland" / "nieuwland.xlsx", tmp_path / "jp.xlsx"))


def kopie(bron: Path, bevindingen: list[Bevinding]) -> Workbook:
    doel = bron.with_name("controle.xlsx")
    assert annoteer(bron, doel, bevindingen)
    return load_workbook(doel, rich_text=True)


def op(cel: str, code: str = "geen-getal", blad: str = "Teksten", staat_er: str = "x") -> Bevinding:
    return Bevinding(code, Plaats("jp.xlsx", blad, cel), staat_er)


def rijen(controle: Worksheet) -> list[list[object]]:
    return [
        [cel.value for cel in rij] for rij in controle.iter_rows(min_row=KOPRIJ + 1, max_col=len(KOLOMMEN))
    ]


def vulling(cel: object) -> str:
    return str(cel.fill.start_color.rgb)[2:]  # type: ignore[attr-defined]


# In its own cell


def test_a_finding_is_a_note_and_a_colour_in_its_own_cell(bron: Path) -> None:
    cel = kopie(bron, LIJST)["Teksten"]["AA100"]
    assert cel.comment is not None
    assert (
        cel.comment.text == "Fout: Er staat 'tien'.\nVerwacht: een heel getal\n"
        "Doe dit: Kies in Excel bij Getal: Standaard. Typ daarna een heel getal."
    )
    assert cel.comment.author == AUTEUR == "Wijkplan"
    assert vulling(cel) == KLEUREN["fout"].vulling


def test_only_the_cells_with_a_finding_are_marked(bron: Path) -> None:
    blad = kopie(bron, LIJST)["Teksten"]
    notities = {cel.coordinate for rij in blad.iter_rows() for cel in rij if cel.comment}
    assert notities == {"B7", "C12", "Z100", "AA100"}
    kleuren = {kleur.vulling for kleur in KLEUREN.values()}
    assert {cel.coordinate for rij in blad.iter_rows() for cel in rij if vulling(cel) in kleuren} == notities


def test_findings_in_one_cell_share_a_note_and_have_the_colour_of_the_gravest(bron: Path) -> None:
    blad = kopie(bron, LIJST)["Teksten"]
    assert blad["B7"].comment is not None
    assert blad["B7"].comment.text.count("Doe dit: ") == 2
    assert blad["B7"].comment.text.startswith("Tip: ")
    assert "\n\nFout: Deze cel is leeg." in blad["B7"].comment.text
    assert vulling(blad["B7"]) == KLEUREN["fout"].vulling
    assert vulling(blad["Z100"]) == KLEUREN["waarschuwing"].vulling


def test_a_note_of_a_person_is_kept_above_ours(bron: Path) -> None:
    def noteer(werkmap: Workbook) -> None:
        werkmap["Teksten"]["C12"].comment = Comment("Nog navragen bij Els", "Jan")
        werkmap["Teksten"]["D3"].comment = Comment("Mooi! " * 100, "Jan")

    bederf(bron, noteer)
    blad = kopie(bron, LIJST)["Teksten"]
    samen, alleen = blad["C12"].comment, blad["D3"].comment
    assert samen is not None
    assert samen.text.startswith("Nog navragen bij Els\n\nWijkplan:\nFout: Deze cel is leeg.")
    assert samen.author == "Jan"
    assert alleen is not None
    assert alleen.text == "Mooi! " * 100


def test_a_note_is_large_enough_to_read(bron: Path) -> None:
    veel = [op("B9", staat_er="woord " * 30)] * 40
    kopie(bron, [op("B7"), op("B8", staat_er="woord " * 30), *veel])
    with zipfile.ZipFile(bron.with_name("controle.xlsx")) as pakket:
        (naam,) = [naam for naam in pakket.namelist() if naam.endswith(".vml")]
        hoogten = [int(hoogte) for hoogte in re.findall(r"[^-]height:(\d+)", pakket.read(naam).decode())]
    assert len(hoogten) == 3
    assert 70 < hoogten[0] < 110
    assert hoogten[0] < hoogten[1] < 200
    assert hoogten[2] == 570


def test_a_header_stays_readable_when_it_is_marked(bron: Path) -> None:
    voor = load_workbook(bron)["Teksten"]["A4"]
    assert vulling(voor) == "12355B"
    na = kopie(bron, [op("A4", "geen-jaar")])["Teksten"]["A4"]
    assert (vulling(na), str(na.font.color.rgb)[2:]) == (KLEUREN["waarschuwing"].vulling, "1A1A1A")
    assert na.font.b


def test_in_merged_cells_the_first_is_marked(bron: Path) -> None:
    bederf(bron, lambda werkmap: werkmap["Teksten"].merge_cells("H3:J5"))
    werkmap = kopie(bron, [op("I4")])
    assert werkmap["Teksten"]["H3"].comment is not None
    assert rijen(werkmap[CONTROLE])[0][3] == "I4"


# In the list


def test_the_first_sheet_lists_every_finding_in_order_with_the_counts(bron: Path) -> None:
    werkmap = kopie(bron, LIJST)
    assert werkmap.sheetnames[0] == CONTROLE
    controle = werkmap[CONTROLE]
    assert [controle.cell(rij, 1).value for rij in (1, 2)] == ["Controle van jp.xlsx", TELLING]
    assert [cel.value for cel in controle[KOPRIJ]] == list(KOLOMMEN)
    inhoud = rijen(controle)
    assert [rij[:4] for rij in inhoud] == [
        ["fout", "gemeente.xlsx", None, None],
        ["fout", "jp.xlsx", "Clusters", None],
        ["tip", "jp.xlsx", "Teksten", "B7"],
        ["fout", "jp.xlsx", "Teksten", "B7"],
        ["fout", "jp.xlsx", "Teksten", "C12"],
        ["waarschuwing", "jp.xlsx", "Teksten", "Z100"],
        ["fout", "jp.xlsx", "Teksten", "AA100"],
    ]
    assert inhoud[-1][4:] == [
        "Er staat 'tien'.",
        "een heel getal",
        "Kies in Excel bij Getal: Standaard. Typ daarna een heel getal.",
        "geen-getal",
    ]


def test_the_list_can_be_filtered_wraps_its_text_and_is_the_only_chosen_sheet(bron: Path) -> None:
    werkmap = kopie(bron, LIJST)
    controle = werkmap[CONTROLE]
    assert controle.auto_filter.ref == f"A{KOPRIJ}:H{KOPRIJ + len(LIJST)}"
    assert controle.freeze_panes == f"A{KOPRIJ + 1}"
    assert all(cel.alignment.wrap_text for rij in controle.iter_rows(min_row=KOPRIJ + 1) for cel in rij)
    assert werkmap.active is controle
    assert [blad.title for blad in werkmap.worksheets if blad.sheet_view.tabSelected] == [CONTROLE]


def test_the_links_lead_to_the_sheet_and_to_the_cell(bron: Path) -> None:
    def hernoem(werkmap: Workbook) -> None:
        werkmap["Clusters"].title = "'t Blad"
        werkmap["Factoren"].sheet_state = "hidden"

    bederf(bron, hernoem)
    lijst = [
        op("C5", blad="'t Blad"),
        op("B2", blad="Factoren"),
        op("", "blad-leeg"),
        op("D9", blad="Weg"),
        Bevinding("blad-leeg", Plaats("gemeente.xlsx", "Teksten")),
    ]
    werkmap = kopie(bron, lijst)
    links = [
        [cel.hyperlink.location if cel.hyperlink else None for cel in rij]
        for rij in werkmap[CONTROLE].iter_rows(min_row=KOPRIJ + 1, min_col=3, max_col=4)
    ]
    assert links == [
        [None, None],
        ["'''t Blad'!A1", "'''t Blad'!C5"],
        ["'Factoren'!A1", "'Factoren'!B2"],
        ["'Teksten'!A1", None],
        [None, None],
    ]
    assert [rij[2] for rij in rijen(werkmap[CONTROLE])] == [
        "Teksten",
        "'t Blad",
        "Factoren",
        "Teksten",
        "Weg",
    ]
    assert werkmap["Factoren"].sheet_state == "visible"


def test_a_list_without_findings_says_so(bron: Path) -> None:
    assert kopie(bron, [])[CONTROLE]["A2"].value == "Geen bevindingen."


def test_a_sheet_of_that_name_is_left_alone(bron: Path) -> None:
    bederf(bron, lambda werkmap: werkmap.create_sheet(CONTROLE).append(["van Els"]))
    werkmap = kopie(bron, [op("A1", blad=CONTROLE)])
    assert werkmap.sheetnames[0] == f"{CONTROLE}1"
    assert werkmap[CONTROLE]["A1"].value == "van Els"
    assert werkmap[CONTROLE]["A1"].comment is not None


@pytest.mark.parametrize("inhoud", ["=1+1", "a\x00b\x1bc", "half \ud83d teken", "lang " * 10_000])
def test_what_a_person_typed_can_always_be_listed(inhoud: str, bron: Path) -> None:
    werkmap = kopie(bron, [op("B7", "verwijzing-onbekend", staat_er=inhoud), op("B8", staat_er=inhoud)])
    cel = werkmap[CONTROLE].cell(KOPRIJ + 1, 5)
    assert cel.data_type == "s"
    assert len(str(cel.value)) <= 32_767
    notitie = werkmap["Teksten"]["B8"].comment
    assert notitie is not None
    assert notitie.text.startswith("Fout: Er staat '")
    assert len(notitie.text) <= 32_767


# Nothing lost


@pytest.mark.parametrize("wijk", ["nieuwland", "vbl"])
def test_everything_in_the_workbook_survives(wijk: str, tmp_path: Path) -> None:
    bron = INVOER / wijk / f"{wijk}.xlsx"
    lijst = [
        Bevinding("geen-getal", Plaats(bron.name, blad, f"{kolom}{rij}"), "x")
        for blad in ("Plan", "Activiteiten", "Teksten", "Wijkgegevens")
        for kolom in "ABCD"
        for rij in range(4, 12)
    ]
    eerst = bron.read_bytes()
    assert annoteer(bron, tmp_path / bron.name, lijst)
    assert bron.read_bytes() == eerst
    assert gezien(lees_wijk(tmp_path / bron.name, []).rijen()) == gezien(lees_wijk(bron, []).rijen())
    voor, na = load_workbook(bron, rich_text=True), load_workbook(tmp_path / bron.name, rich_text=True)
    assert na.sheetnames[1:] == voor.sheetnames
    for blad in voor.worksheets:
        ander = na[blad.title]
        tabellen, andere = (
            [(tabel.name, tabel.ref) for tabel in een.tables.values()] for een in (blad, ander)
        )
        assert andere == tabellen
        assert [str(regel.sqref) for regel in ander.data_validations.dataValidation] == [
            str(regel.sqref) for regel in blad.data_validations.dataValidation
        ]
        assert ander.print_title_rows == blad.print_title_rows


def test_a_formula_with_a_result_stays_a_formula(bron: Path) -> None:
    bederf(bron, lambda werkmap: werkmap["Teksten"].__setitem__("H2", "=1+1"))
    with zipfile.ZipFile(bron) as pakket:
        delen = {naam: pakket.read(naam) for naam in pakket.namelist() if naam.startswith("xl/worksheets/")}
    # As Excel saves it: openpyxl stores no results.
    leeg, vol = rb"(<f>1\+1</f>)<v(></v| ?/)>", rb"\1<v>2</v>"
    berekend = {naam: re.sub(leeg, vol, xml) for naam, xml in delen.items()}
    assert berekend != delen
    bron.write_bytes(zonder_tijd(bron.read_bytes(), berekend))
    assert load_workbook(bron, data_only=True)["Teksten"]["H2"].value == 2
    assert kopie(bron, [op("H2")])["Teksten"]["H2"].value == "=1+1"


def test_the_copy_is_no_less_valid_than_the_workbook(bron: Path) -> None:
    kopie(bron, LIJST)

    def soorten(pad: Path) -> set[str]:
        fouten = OpenXmlValidator().validate(pad).errors
        return {fout.id or fout.description for fout in fouten}

    assert soorten(bron.with_name("controle.xlsx")) <= soorten(bron)


def test_the_same_findings_in_another_order_give_the_same_bytes(bron: Path) -> None:
    een, ander = bron.with_name("een.xlsx"), bron.with_name("ander.xlsx")
    annoteer(bron, een, LIJST)
    time.sleep(1.1)  # a clock time in the file would have a whole second
    annoteer(bron, ander, random.Random(1).sample(LIJST, len(LIJST)))  # noqa: S311 - no secret
    assert een.read_bytes() == ander.read_bytes()


def test_a_workbook_that_cannot_be_opened_gets_no_copy(tmp_path: Path) -> None:
    bron, doel = tmp_path / "jp.xlsx", tmp_path / "controle.xlsx"
    assert not annoteer(bron, doel, LIJST)
    bron.write_bytes(b"PK\x03\x04 geen werkmap")
    assert not annoteer(bron, doel, LIJST)
    assert not doel.exists()
