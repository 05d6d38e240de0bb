"""What stands in a cell of text arrives as it was typed, with its form and its link, or is told."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink

from pipeline.bevinding import Bevinding
from pipeline.markup import Run, als_runs
from pipeline.workbook.annotate import annoteer
from pipeline.workbook.bladen import lees_wijk
from pipeline.workbook.cel import Cel
from pipeline.workbook.characters import decode, encode
from pipeline.workbook.write import schrijf_wijk
from tests.workbook.voorbeeld import bederf, wijk

Gevonden = list[tuple[str, str, str]]
PREAMBLE = (
    "[Opmerkingenthread]\n\nU kunt deze opmerkingenthread lezen in uw versie van Excel. Eventuele "
    "wijzigingen gaan verloren in een nieuwere versie. Meer informatie: https://go.microsoft.com/fwlink/?linkid=870924\n\n"
)


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    schrijf_wijk(tmp_path / "jp.xlsx", wijk())
    return tmp_path / "jp.xlsx"


def lees(pad: Path) -> tuple[Cel, Gevonden]:
    """Return the cell with prose, and what is found: code, cell and what stands there."""
    bevindingen: list[Bevinding] = []
    bladen = lees_wijk(pad, bevindingen)
    gevonden = [(b.code, b.plaats.cel, b.staat_er or b.aanvulling) for b in bevindingen]
    return bladen.teksten[0].tekst, gevonden


def zet(pad: Path, waarde: Any, link: Hyperlink | None = None, font: Font | None = None) -> None:
    def wijziging(werkmap: Workbook) -> None:
        cel = werkmap["Teksten"]["E5"]
        cel.value = waarde
        if link is not None:
            cel.hyperlink = link
        if font is not None:
            cel.font = font

    bederf(pad, wijziging)


def herschrijf(pad: Path, wijziging: Callable[[str, bytes], bytes], **extra: bytes) -> None:
    """Change the parts of a workbook as another program could have written them."""
    with zipfile.ZipFile(pad) as pakket:
        delen = {naam: wijziging(naam, pakket.read(naam)) for naam in pakket.namelist()}
    with zipfile.ZipFile(pad, "w") as pakket:
        for naam, inhoud in {**delen, **extra}.items():
            pakket.writestr(naam, inhoud)


def vervang(pad: Path, oud: bytes, nieuw: bytes) -> None:
    gevonden = []

    def wijziging(_: str, inhoud: bytes) -> bytes:
        gevonden.append(inhoud.count(oud))
        return inhoud.replace(oud, nieuw)

    herschrijf(pad, wijziging)
    assert sum(gevonden) == 1


# Signs


@pytest.mark.parametrize(
    ("saved", "gelezen", "verteld"),
    [
        (b"een_x000B_twee", "een\ntwee", "code 000B, nu een nieuwe regel"),
        (b"een_x000C_twee", "een\ntwee", "code 000C, nu een nieuwe regel"),
        ("een\u2028twee\u2029drie".encode(), "een\ntwee\ndrie", "code 2028, nu een nieuwe regel"),
        (b"een_x0007_twee", "eentwee", "code 0007"),
        (b"een_x000b__x0001__x0001_twee", "een\ntwee", "code 000B, nu een nieuwe regel; code 0001"),
        (b"een_xD83D_twee", "eentwee", "code D83D"),
        (b"een_xFFFE_twee", "eentwee", "code FFFE"),
        ("een\x85twee\U0001ffff".encode(), "eentwee", "code 0085; code 1FFFF"),
        # As no program should write them, and some do:
        (b"een\x0btwee", "een\ntwee", "code 000B, nu een nieuwe regel"),
        (b"een&#11;twee", "een\ntwee", "code 000B, nu een nieuwe regel"),
        (b"een&#xFFFF;&#x1;twee", "eentwee", "code FFFF; code 0001"),
        (b"een\xed\xa0\xbdtwee", "eentwee", "code D83D"),
    ],
)
def test_a_sign_that_word_cannot_hold_goes_and_the_text_stays(
    saved: bytes, gelezen: str, verteld: str, pad: Path
) -> None:
    zet(pad, "VERVANG")
    vervang(pad, b"VERVANG", saved)
    cel, gevonden = lees(pad)
    assert cel.tekst == gelezen
    assert [(code, plek) for code, plek, _ in gevonden] == [("verboden-teken", "E5")]
    assert gevonden[0][2].startswith(verteld)


@pytest.mark.parametrize(
    ("saved", "gelezen"),
    [
        (b"een_x000D_\ntwee", "een\ntwee"),
        (b"een&#13;&#10;twee", "een\ntwee"),
        (b"_x005F_x000B_ en x005F_", "_x000B_ en x005F_"),
        (b"_x005f_x000B_", "_x000B_"),
        (b"_xD83D__xDE00_", "\U0001f600"),
        (b"_x00e9_ _x20AC_ _x00E", "é € _x00E"),
        (b"  a  \t b  ", "  a  \t b  "),
        ("e\u0301\u200d\u00ad\u00a0\u200e\ufeff".encode(), "e\u0301\u200d\u00ad\u00a0\u200e\ufeff"),
    ],
)
def test_any_other_sign_is_read_as_it_was_typed(saved: bytes, gelezen: str, pad: Path) -> None:
    zet(pad, "VERVANG")
    vervang(pad, b"VERVANG", saved)
    cel, gevonden = lees(pad)
    assert cel.tekst == gelezen
    assert not gevonden


@pytest.mark.parametrize("tekst", ["_x000B_", "x005F_", "_x005F_x000B_", "a_x_", "_xD83D_"])
def test_what_looks_like_a_code_of_excel_is_written_and_read_as_typed(tekst: str, tmp_path: Path) -> None:
    assert decode(encode(tekst)) == tekst
    bladen = wijk()
    runs = (Run(tekst, vet=True), Run(f" en {tekst}"))
    rij = bladen.teksten[0]
    bladen.teksten[0] = type(rij)(**{**vars(rij), "tekst": Cel(tekst, runs, "@", rij.tekst.plaats)})
    pad = tmp_path / "jp.xlsx"
    schrijf_wijk(pad, bladen)
    assert lees(pad)[0].runs == runs
    annoteer(pad, tmp_path / "kopie.xlsx", [])
    assert lees(tmp_path / "kopie.xlsx")[0].runs == runs


def test_a_sign_that_nobody_can_read_in_a_header_of_the_plan_is_told_at_it(pad: Path) -> None:
    bederf(pad, lambda werkmap: setattr(werkmap["Wijkgegevens"]["C4"], "value", "Noord \U0001f1f3\U0001f1f1"))
    assert lees(pad)[1] == [("teken-onleesbaar", "C4", "'\U0001f1f3\U0001f1f1'")]


# Form


def test_raised_and_lowered_signs_are_read_written_and_copied(pad: Path, tmp_path: Path) -> None:
    hoog, laag = InlineFont(vertAlign="superscript"), InlineFont(vertAlign="subscript", b=True)
    zet(pad, CellRichText("14.199", TextBlock(hoog, "1"), " en CO", TextBlock(laag, "2")))
    runs = (
        Run("14.199"),
        Run("1", vert_align="superscript"),
        Run(" en CO"),
        Run("2", vet=True, vert_align="subscript"),
    )
    cel, gevonden = lees(pad)
    assert cel.runs == runs
    assert not gevonden
    annoteer(pad, tmp_path / "kopie.xlsx", [])
    assert lees(tmp_path / "kopie.xlsx")[0].runs == runs
    bladen = wijk()
    rij = bladen.teksten[0]
    bladen.teksten[0] = type(rij)(**{**vars(rij), "tekst": Cel(cel.tekst, runs, "@", rij.tekst.plaats)})
    schrijf_wijk(pad, bladen)
    assert lees(pad)[0].runs == runs


def test_a_whole_cell_can_be_raised(pad: Path) -> None:
    zet(pad, "noot", font=Font(vertAlign="superscript"))
    assert lees(pad)[0].runs == (Run("noot", vert_align="superscript"),)


def _kleur(werkmap: Workbook) -> None:
    werkmap["Teksten"]["E5"].font = Font(color="FFFF0000")
    werkmap["Teksten"]["A5"].font = Font(color=Color(theme=4))


def _onderstreept(werkmap: Workbook) -> None:
    werkmap["Teksten"]["E5"].value = CellRichText("een ", TextBlock(InlineFont(u="single"), "twee"))


def _gevuld(werkmap: Workbook) -> None:
    werkmap["Wijkgegevens"]["C5"].fill = PatternFill("solid", start_color="FFFF00")


def _groot(werkmap: Workbook) -> None:
    werkmap["Teksten"]["E5"].value = CellRichText("een ", TextBlock(InlineFont(sz=20), "twee"))


def _letter(werkmap: Workbook) -> None:
    werkmap["Teksten"]["E5"].value = CellRichText("een ", TextBlock(InlineFont(rFont="Arial"), "twee"))


@pytest.mark.parametrize(
    ("wijziging", "cel", "woorden"),
    [
        (_kleur, "A5", "gekleurde letters (A5, E5)"),
        (_onderstreept, "E5", "onderstreepte tekst (E5)"),
        (_gevuld, "C5", "cellen met een kleur (C5)"),
        (_groot, "E5", "woorden in een ander lettertype of een andere grootte (E5)"),
        (_letter, "E5", "woorden in een ander lettertype of een andere grootte (E5)"),
    ],
)
def test_looks_that_do_not_come_in_the_plan_are_told_once_per_sheet(
    wijziging: Callable[[Workbook], None], cel: str, woorden: str, pad: Path
) -> None:
    bederf(pad, wijziging)
    assert lees(pad)[1] == [("opmaak-op-blad", cel, woorden)]


def test_very_many_cells_with_a_colour_are_one_line(pad: Path) -> None:
    def wijziging(werkmap: Workbook) -> None:
        for rij in range(4, 40):
            cel = werkmap["Organisaties"][f"A{rij}"]
            cel.value, cel.font = f"Organisatie {rij}", Font(color="FFFF0000")

    bederf(pad, wijziging)
    ((code, plek, woorden),) = lees(pad)[1]
    assert (code, plek) == ("opmaak-op-blad", "A4")
    assert woorden.endswith(", A13 en nog 26 cellen)")


def test_ordinary_looks_are_not_told(pad: Path) -> None:
    def wijziging(werkmap: Workbook) -> None:
        blad = werkmap["Organisaties"]
        fonts = [
            Font(color=Color(theme=1)),
            Font(color=Color(indexed=8)),
            Font(color=Color(auto=True)),
            Font(color="FF000000"),
            Font(name="Arial", sz=14),
            Font(u="single", color=Color(theme=10)),
            Font(u="single", color="FF0563C1"),
        ]
        for rij, font in enumerate(fonts, start=5):
            blad[f"A{rij}"].value, blad[f"A{rij}"].font = f"Organisatie {rij}", font
        blad["A5"].fill = PatternFill("solid", start_color="FFFFFFFF")
        blad["A6"].fill = PatternFill("gray125")
        blad["A60"].fill = PatternFill("solid", start_color="FFFF0000")  # without a text

    bederf(pad, wijziging)
    assert lees(pad)[1] == []


def test_a_struck_figure_is_told(pad: Path) -> None:
    def wijziging(werkmap: Workbook) -> None:
        werkmap["Wijkgegevens"]["C5"].font = Font(strike=True)

    bederf(pad, wijziging)
    assert lees(pad)[1] == [("tekst-doorgehaald", "C5", "6230")]


# Links


@pytest.mark.parametrize(
    ("tekst", "link", "doel"),
    [
        ("Kijk hier", Hyperlink("E5", target="https://x.nl/a"), "https://x.nl/a"),
        ("Kijk hier", Hyperlink("E5", target="https://x.nl/a", location="wijk=x"), "https://x.nl/a#wijk=x"),
        ("Kijk hier", Hyperlink("E5", target="www.x.nl"), "http://www.x.nl"),
        ("Mail ons", Hyperlink("E5", target="mailto:a@x.nl?cc=b@y.nl"), "mailto:a@x.nl?cc=b@y.nl"),
        ("Bel ons", Hyperlink("E5", target="tel:033 123"), "tel:033123"),
        ("Zie daar", Hyperlink("E5", location="kernaanpak-1"), "#kernaanpak-1"),
    ],
)
def test_the_text_of_a_cell_with_a_link_is_a_link(tekst: str, link: Hyperlink, doel: str, pad: Path) -> None:
    zet(pad, tekst, link)
    cel, gevonden = lees(pad)
    assert cel.runs == (Run(tekst, doel=doel),)
    assert not gevonden


@pytest.mark.parametrize(
    ("tekst", "link"),
    [
        ("https://x.nl/#wijk=x", Hyperlink("E5", target="https://x.nl/", location="wijk=x", tooltip="Klik")),
        ("https://x.nl/é", Hyperlink("E5", target="https://x.nl/%C3%A9")),
        ("www.x.nl", Hyperlink("E5", target="http://www.x.nl/")),
        ("info@x.nl", Hyperlink("E5", target="mailto:info@x.nl")),
        ("Zie [onze site](https://x.nl/é).", Hyperlink("E5", target="http://x.nl/%C3%A9")),
    ],
)
def test_a_link_to_the_address_in_the_text_is_not_told(tekst: str, link: Hyperlink, pad: Path) -> None:
    zet(pad, tekst, link)
    cel, gevonden = lees(pad)
    assert cel.runs == als_runs(tekst)
    assert not gevonden


@pytest.mark.parametrize(
    ("tekst", "link", "code", "staat_er"),
    [
        ("Zie [a](https://y.nl)", Hyperlink("E5", target="https://x.nl"), "link-op-cel", "https://x.nl"),
        ("Notulen", Hyperlink("E5", target="file:///C:/a.docx"), "link-op-cel", "file:///C:/a.docx"),
        ("Notulen", Hyperlink("E5", target="notulen.docx"), "link-op-cel", "notulen.docx"),
        ("Zie daar", Hyperlink("E5", location="Plan!A1"), "link-in-werkmap", "Plan!A1"),
        ("Lang. " * 20, Hyperlink("E5", target="https://x.nl"), "link-hele-cel", "https://x.nl"),
        (6230, Hyperlink("E5", target="https://x.nl"), "link-op-cel", "https://x.nl"),
    ],
)
def test_a_link_that_does_not_come_in_the_plan_or_otherwise_is_told(
    tekst: object, link: Hyperlink, code: str, staat_er: str, pad: Path
) -> None:
    zet(pad, tekst, link)
    assert lees(pad)[1] == [(code, "E5", staat_er)]


def test_a_link_that_was_left_on_an_empty_cell_is_no_text(pad: Path) -> None:
    def wijziging(werkmap: Workbook) -> None:
        werkmap["Teksten"]["C5"].hyperlink = "https://x.nl"
        werkmap["Teksten"]["C5"].value = None

    bederf(pad, wijziging)
    bevindingen: list[Bevinding] = []
    assert lees_wijk(pad, bevindingen).teksten[0].kop.leeg
    assert not bevindingen


def zet_formule(pad: Path, formule: str, uitkomst: str) -> None:
    """Give the cell with prose a formula with its result, as Excel saves it."""
    zet(pad, "VERVANG")
    veilig = formule.replace("&", "&amp;").replace("<", "&lt;").encode()
    cel = (
        rb'<c r="E5"\1 t="str"><f>'
        + veilig.replace(b"\\", b"\\\\")
        + b"</f><v>"
        + uitkomst.encode()
        + b"</v></c>"
    )
    herschrijf(
        pad,
        lambda _, inhoud: re.sub(
            rb'<c r="E5"((?: s="\d+")?)[^>]*>(?:(?!</c>).)*VERVANG.*?</c>', cel, inhoud, flags=re.DOTALL
        ),
    )


@pytest.mark.parametrize(
    ("formule", "doel"),
    [
        ('HYPERLINK("https://x.nl/a","naam")', "https://x.nl/a"),
        ('HYPERLINK("https://x.nl/"&"a?b=""c""&d","naam")', 'https://x.nl/a?b="c"&d'),
        ('hyperlink( "mailto:a@x.nl" , "naam" )', "mailto:a@x.nl"),
        ('HYPERLINK(CONCATENATE("https://x.nl/",Plan!$B$5),"naam")', "https://x.nl/JP"),
        ('HYPERLINK("https://x.nl/"&\'Plan\'!B5&2,"naam")', "https://x.nl/JP2"),
        ('HYPERLINK(("https://x.nl#"&B5),"naam")', "https://x.nl#1"),
        ('HYPERLINK("#kernaanpak-1","naam")', "#kernaanpak-1"),
        ('HYPERLINK("www.x.nl","naam")', "http://www.x.nl"),
    ],
)
def test_a_formula_that_makes_a_link_is_a_link(formule: str, doel: str, pad: Path) -> None:
    zet_formule(pad, formule, "naam")
    cel, gevonden = lees(pad)
    assert cel.runs == (Run("naam", doel=doel),)
    assert not gevonden


@pytest.mark.parametrize(
    "formule",
    [
        'HYPERLINK(VLOOKUP(1,A1:B2,2),"naam")',
        'IF(1=1,HYPERLINK("https://x.nl","naam"),"")',
        'HYPERLINK(Weg!A1,"naam")',
        'HYPERLINK(A1:A3,"naam")',
        'HYPERLINK("https://x.nl"+1,"naam")',
        'HYPERLINK(LEFT("https://x.nl",3),"naam")',
    ],
)
def test_a_formula_whose_link_cannot_be_known_is_told(formule: str, pad: Path) -> None:
    zet_formule(pad, formule, "naam")
    cel, gevonden = lees(pad)
    assert cel.runs == (Run("naam"),)
    assert gevonden == [("link-formule", "E5", f"={formule}")]


@pytest.mark.parametrize(
    ("formule", "uitkomst", "verwacht"),
    [
        ('HYPERLINK("#Plan!A1","naar Plan")', "naar Plan", [("link-in-werkmap", "E5", "Plan!A1")]),
        ('HYPERLINK("https://x.nl/")', "https://x.nl/", []),
        ('"HYPERLINK("&"geen link)"', "HYPERLINK(geen link)", []),
        ('HYPERLINK("https://x.nl/","")', "", []),
    ],
)
def test_a_formula_that_makes_no_link_for_readers(
    formule: str, uitkomst: str, verwacht: Gevonden, pad: Path
) -> None:
    zet_formule(pad, formule, uitkomst)
    cel, gevonden = lees(pad)
    assert cel.runs == als_runs(uitkomst)
    assert gevonden == verwacht


# Notes and comments


@pytest.mark.parametrize(
    ("tekst", "verteld"),
    [
        ("Piet:\nNog navragen", "Piet: Nog navragen"),
        (
            PREAMBLE + "Opmerking:\n    Klopt dit?\nBeantwoorden:\n    Ja.",
            "Opmerking: Klopt dit? Beantwoorden: Ja.",
        ),
        ("[Threaded comment]\n\nYour version.\n\nComment:\n    Is it?", "Comment: Is it?"),
    ],
)
def test_a_comment_is_told_and_not_what_stands_before_it(tekst: str, verteld: str, pad: Path) -> None:
    auteur = "tc={1F}" if tekst.startswith("[") else "Piet"
    bederf(pad, lambda werkmap: setattr(werkmap["Teksten"]["E5"], "comment", Comment(tekst, auteur)))
    assert lees(pad)[1] == [("notitie", "E5", verteld)]


def test_all_of_a_thread_is_told_as_excel_keeps_it(pad: Path) -> None:
    lang = "Dit is een lange opmerking. " * 20
    bederf(pad, lambda werkmap: setattr(werkmap["Teksten"]["E5"], "comment", Comment(PREAMBLE, "tc={1F}")))
    thread = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        f'<threadedComment ref="E5" personId="{{9}}" id="{{1f}}"><text>{lang}</text></threadedComment>'
        '<threadedComment ref="E5" id="{2F}" parentId="{1f}"><text>Eens.</text></threadedComment>'
        "</ThreadedComments>"
    )
    with zipfile.ZipFile(pad, "a") as pakket:
        pakket.writestr("xl/threadedComments/threadedComment1.xml", thread)
    bevindingen: list[Bevinding] = []
    lees_wijk(pad, bevindingen)
    (bevinding,) = bevindingen
    assert f"'{lang}Eens.'" in bevinding.wat


def test_a_thread_that_cannot_be_read_leaves_its_note(pad: Path) -> None:
    bederf(
        pad, lambda werkmap: setattr(werkmap["Teksten"]["E5"], "comment", Comment("Klopt dit?", "tc={1F}"))
    )
    with zipfile.ZipFile(pad, "a") as pakket:
        pakket.writestr("xl/threadedComments/threadedComment1.xml", "<ThreadedComments")
    assert lees(pad)[1] == [("notitie", "E5", "Klopt dit?")]


def test_a_file_that_is_mended_is_the_same_but_for_its_signs(pad: Path) -> None:
    zet(pad, "een")
    heel = lees(pad)[0]
    vervang(pad, b">een<", b">een\x01<")
    assert lees(pad)[0].runs == heel.runs
    assert zipfile.is_zipfile(io.BytesIO(pad.read_bytes()))
