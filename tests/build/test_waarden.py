"""Values out of cells: what is taken as a number, a year, a date, an address, names and lines."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from pipeline.bevinding import Bevinding, Plaats
from pipeline.build.reference_year import reference_year
from pipeline.build.waarden import Waarden, namen
from pipeline.markup import Run, als_runs
from pipeline.model import Blok
from pipeline.workbook.cel import Cel
from pipeline.workbook.numbers import gedrukt
from tests.workbook.voorbeeld import tekst

VROEG = datetime.datetime(1905, 7, 17)  # noqa: DTZ001 - as a cell has it
DAG = datetime.datetime(2026, 11, 21, 13, 5)  # noqa: DTZ001 - a date in a cell has no time zone
ALTIJD = [None, "", "  ", "\n"]
"""Cells that are empty for a person."""


def cel(waarde: str | float | bool | datetime.datetime | None) -> Cel:
    """Return a cell as it comes out of a workbook."""
    if isinstance(waarde, str) or waarde is None:
        return Cel(waarde, als_runs(waarde or ""), "General", Plaats("a.xlsx", "Blad", "A1"))
    tekst_ = (gedrukt(waarde, "General") or "") if isinstance(waarde, int | float) else str(waarde)
    return Cel(waarde, als_runs(tekst_), "General", Plaats("a.xlsx", "Blad", "A1"))


def gevonden(waarden: Waarden) -> list[tuple[str, str]]:
    return [(b.code, b.staat_er) for b in waarden.bevindingen]


@pytest.mark.parametrize(
    ("waarde", "uitkomst"),
    [(3, 3), (3.0, 3), (0, 0), (-2, -2), ("3", 3), (" 03 ", 3), *((w, None) for w in ALTIJD)],
)
def test_a_whole_number_is_taken_from_a_number_or_from_text(
    waarde: str | float | None, uitkomst: int | None
) -> None:
    waarden = Waarden([])
    assert waarden.getal(cel(waarde)) == uitkomst
    assert not waarden.bevindingen


@pytest.mark.parametrize(
    ("waarde", "staat_er"),
    [
        (2.5, "2,5"),
        ("2,5", "2,5"),
        ("-1", "-1"),
        ("drie", "drie"),
        ("٣", "٣"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_anything_else_is_no_whole_number(waarde: str | float, staat_er: str) -> None:
    waarden = Waarden([])
    assert waarden.getal(cel(waarde)) is None
    assert gevonden(waarden) == [("geen-getal", staat_er)]


def test_a_note_at_a_cell_hides_nothing_that_is_wrong_with_its_value() -> None:
    plaats = Plaats("a.xlsx", "Blad", "A1")
    waarden = Waarden([Bevinding("notitie", plaats, "Let op", "Let op")])
    waarden.getal(cel("drie"))
    assert gevonden(waarden) == [("notitie", "Let op"), ("geen-getal", "drie")]
    waarden = Waarden([Bevinding("foutwaarde", plaats, "#N/B")])
    waarden.getal(cel("drie"))
    assert gevonden(waarden) == [("foutwaarde", "#N/B")]


@pytest.mark.parametrize(
    ("waarde", "uitkomst"),
    [(2026, 2026), (2026.0, 2026), ("2026", 2026), (" 1999 ", 1999), *((w, None) for w in ALTIJD)],
)
def test_a_year_has_four_digits(waarde: str | float | None, uitkomst: int | None) -> None:
    waarden = Waarden([])
    assert waarden.jaar(cel(waarde)) == uitkomst
    assert not waarden.bevindingen


@pytest.mark.parametrize("waarde", [26, 2026.5, 20260, "2026-2030", "2026.", DAG])
def test_anything_else_is_no_year(waarde: str | float | datetime.datetime) -> None:
    waarden = Waarden([])
    assert waarden.jaar(cel(waarde)) is None
    assert [code for code, _ in gevonden(waarden)] == ["geen-jaar"]


@pytest.mark.parametrize(
    ("waarde", "gedrukt", "laatste"),
    [
        (2025, "2025", 2025),
        ("2025", "2025", 2025),
        (" 2025 ", "2025", 2025),
        ("2025*", "2025*", 2025),
        ("2023/2024", "2023/2024", 2024),
        ("2023-2024", "2023-2024", 2024),
        ("2021–2024", "2021–2024", 2024),
        ("2023/24", "2023/24", 2024),
        ("'23/'24", "'23/'24", 2024),
        ("23/24", "23/24", 2024),
        ("schooljaar 2023/2024", "schooljaar 2023/2024", 2024),
        ("2024 kw 3", "2024 kw 3", 2024),
        ("2024 Q3", "2024 Q3", 2024),
        ("3e kwartaal 2024", "3e kwartaal 2024", 2024),
        ("2024-10", "2024-10", 2024),
        ("peildatum 1-1-2025", "peildatum 1-1-2025", 2025),
        ("1 januari 2025", "1 januari 2025", 2025),
        ("2021 t/m 2024", "2021 t/m 2024", 2024),
        ("2022, 2024", "2022, 2024", 2024),
        (DAG, "21-11-2026", 2026),
    ],
)
def test_a_figure_is_of_a_year_or_a_period_that_is_printed_as_typed(
    waarde: str | float | datetime.datetime, gedrukt: str, laatste: int
) -> None:
    bron = cel(waarde)
    if waarde is DAG:
        bron = replace(bron, runs=(Run("21-11-2026"),))
    waarden = Waarden([])
    assert waarden.peiljaar(bron) == gedrukt
    assert not waarden.bevindingen
    gevonden_jaar = reference_year(bron)
    assert gevonden_jaar is not None
    assert gevonden_jaar.last == laatste


@pytest.mark.parametrize(
    "waarde",
    [26, 2026.5, 20260, "vorig jaar", "nog opvragen", "2o25", "2025-2021", "1-1", "x" * 100, VROEG, True],
)
def test_anything_else_is_no_period(waarde: str | float | datetime.datetime) -> None:
    waarden = Waarden([])
    assert not waarden.peiljaar(cel(waarde))
    assert [code for code, _ in gevonden(waarden)] == ["geen-peiljaar"]


def test_a_date_is_taken_without_its_time() -> None:
    assert Waarden([]).datum(cel(DAG)) == datetime.date(2026, 11, 21)
    assert Waarden([]).datum(cel(None)) is None


@pytest.mark.parametrize("waarde", ["21-11-2026", 46000])
def test_text_or_a_number_is_no_date(waarde: str | float) -> None:
    waarden = Waarden([])
    assert waarden.datum(cel(waarde)) is None
    assert [code for code, _ in gevonden(waarden)] == ["geen-datum"]


@pytest.mark.parametrize("adres", ["https://x.nl", "http://www.x.nl/a_(b)?c=d#e"])
def test_a_web_address_stays_as_it_is(adres: str) -> None:
    waarden = Waarden([])
    assert waarden.webadres(cel(f" {adres}\n")) == adres
    assert not waarden.bevindingen


@pytest.mark.parametrize(
    "adres", ["www.x.nl", "https://", "https://x", "https://x.nl/een twee", "ftp://x.nl", "x"]
)
def test_anything_else_is_no_web_address(adres: str) -> None:
    waarden = Waarden([])
    assert waarden.webadres(cel(adres)) == ""
    assert gevonden(waarden) == [("geen-webadres", adres)]


@pytest.mark.parametrize(
    ("inhoud", "uitkomst"),
    [
        ("Nieuwland; Calveen", ("Nieuwland", "Calveen")),
        ("Rust, reinheid\nStress \n\n;;", ("Rust, reinheid", "Stress")),
        (" ; ", ()),
        ("", ()),
    ],
)
def test_names_stand_on_lines_of_their_own_or_between_semicolons(
    inhoud: str, uitkomst: tuple[str, ...]
) -> None:
    assert namen(tekst(inhoud)) == uitkomst


@pytest.mark.parametrize(
    ("regel", "vorm", "uitkomst"),
    [
        ("- punt", "opsomming", "punt"),
        ("•\tpunt", "opsomming", "punt"),
        ("–   punt ", "opsomming", "punt "),
        ("- - punt", "opsomming", "- punt"),
        ("-punt", "alinea", "-punt"),
        ("-", "alinea", "-"),
        ("- ", "alinea", "- "),
        (" - punt", "alinea", " - punt"),
        ("\\- punt", "alinea", "- punt"),
        ("\\-punt", "alinea", "\\-punt"),
        ("\\\\- punt", "alinea", "\\\\- punt"),
        ("\\ punt", "alinea", "\\ punt"),
    ],
)
def test_a_line_that_begins_with_a_dash_and_a_space_is_a_list_item(
    regel: str, vorm: str, uitkomst: str
) -> None:
    (blok,) = Waarden([]).blokken(tekst(regel))
    assert (blok.vorm, blok.runs) == (vorm, als_runs(uitkomst))


def test_a_list_item_keeps_its_bold_and_its_links() -> None:
    inhoud = tekst("", Run("- ", vet=True), Run("een", vet=True), Run(" [](#bijlage-1)[x](https://x.nl)"))
    (blok,) = Waarden([]).blokken(inhoud)
    assert blok == Blok(
        "opsomming",
        (Run("een", vet=True), Run(" "), Run("", doel="#bijlage-1"), Run("x", doel="https://x.nl")),
    )


def test_a_cell_gets_one_finding_and_a_sheet_may_get_more() -> None:
    hier, blad = Plaats("a.xlsx", "Blad", "B2"), Plaats("a.xlsx", "Blad")
    waarden = Waarden([Bevinding("foutwaarde", hier, "#REF!")])
    waarden.meld("waarde-ontbreekt", hier)
    waarden.meld("geen-getal", Plaats("a.xlsx", "Blad", "B3"), "x")
    waarden.meld("kernaanpak-dubbel", Plaats("a.xlsx", "Blad", "B3"), "x")
    waarden.meld("geen-rangorde", blad)
    waarden.meld("kernaanpak-nummering", blad)
    assert [code for code, _ in gevonden(waarden)] == [
        "foutwaarde",
        "geen-getal",
        "geen-rangorde",
        "kernaanpak-nummering",
    ]
