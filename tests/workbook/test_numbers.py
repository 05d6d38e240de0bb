"""Numbers as a Dutch Excel shows them, against a table of formats; some cannot be shown."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.workbook.numbers import gedrukt, getoonde_tekst, is_datum, is_year_label

with Path(__file__).with_name("number_formats.csv").open(encoding="utf-8", newline="") as bestand:
    TABEL = list(csv.DictReader(bestand))
"""What Excel and LibreOffice show of a value in a format; spaces that only align are left out.

'measured': as a library shows it that was held to 27,898 texts read from Excel 16 for Windows
(pyofficeeditor 0.4.1), with the marks of the Dutch language; 'documented': names, marks and built-in formats
that follow the language.  The other column was read from Calc of LibreOffice 7.4 with the locale nl-NL.
"""

STUKJES = (
    *(
        "0",
        "#",
        "?",
        ".",
        ",",
        "%",
        "/",
        "E+",
        "E-",
        "General",
        "@",
        ";",
        "[Red]",
        "[>5]",
        "[<=-1]",
        "[$€-413]",
    ),
    *(
        "[$-409]",
        "[$-F800]",
        "[$-nl-NL,1]",
        "[h]",
        "[mm]",
        "yyyy",
        "m",
        "mmm",
        "dddd",
        "h",
        "ss",
        ".0",
        "AM/PM",
    ),
    *("_ ", "*x", "* ", "\\x", '"km"', '"', "-", " ", "(", ")", "1", "8", "€", "x", "\\"),
)
"""What a format is made of; in any order it is often no format."""


def test_the_table_is_large_enough() -> None:
    assert len({regel["format"] for regel in TABEL}) >= 150


@pytest.mark.parametrize("regel", TABEL, ids=[f"{regel['value']} {regel['format']}" for regel in TABEL])
def test_a_number_is_shown_as_a_dutch_excel_does(regel: dict[str, str]) -> None:
    assert gedrukt(float(regel["value"]), regel["format"]) == regel["excel"]


def test_libreoffice_shows_nearly_always_the_same() -> None:
    anders = [regel for regel in TABEL if regel["excel"] != regel["libreoffice"]]
    assert len(anders) < len(TABEL) / 10


@pytest.mark.parametrize(
    ("getal", "notatie", "verwacht"),
    [
        (6230, "General", "6.230"),
        (6230, "@", "6.230"),
        (-1234567.5, "General", "-1.234.567,5"),
        (1 / 3, "General", "0,333333333"),
        (6230, 'General" st."', "6.230 st."),
        (6230, "0", "6230"),
        (1e20, "General", "1E+20"),
    ],
)
def test_in_the_house_style_general_has_a_dot_for_the_thousands(
    getal: float, notatie: str, verwacht: str
) -> None:
    assert gedrukt(getal, notatie, huisstijl=True) == verwacht


@pytest.mark.parametrize(
    ("getal", "notatie"),
    [
        *(
            (5, notatie)
            for notatie in ("x", "[DBNum1]0", "jjjj", "0" * 256, "0;0;0;@;0", "@;0", "0/", "[$-zz]mmm")
        ),
        (1e14, "0" + "%" * 250),
        (-1, "d-m-yyyy"),
        (2_958_466, "d-m-yyyy"),
        (0, '[<0]"a"0;[>0]"b"0'),
        (float("nan"), "0"),
        (float("inf"), "General"),
    ],
)
def test_what_excel_cannot_show_or_we_cannot_read_is_nothing(getal: float, notatie: str) -> None:
    assert gedrukt(getal, notatie) is None


@pytest.mark.parametrize(("getal", "notatie"), [(5, ";;;"), (0, "0;-0;;@"), (0, "#"), (-5, "0;")])
def test_a_number_can_be_hidden(getal: float, notatie: str) -> None:
    assert gedrukt(getal, notatie) == ""


@given(
    st.lists(st.sampled_from(STUKJES), min_size=1, max_size=12).map("".join),
    st.floats(allow_nan=True, allow_infinity=True),
)
def test_no_format_stops_the_program(notatie: str, getal: float) -> None:
    for system_1904 in (True, False):
        getoond = gedrukt(getal, notatie, system_1904=system_1904, huisstijl=system_1904)
        assert getoond is None or getoond == getoond.strip(" ")
    assert is_datum(getal, notatie) in (True, False)
    assert getoonde_tekst("x", notatie) is not None


def test_negative_dates_are_shown_in_the_system_of_1904_only() -> None:
    assert gedrukt(-1, "d/m/yyyy") is None
    assert gedrukt(-1, "d/m/yyyy", system_1904=True) == "-2-1-1904"
    assert gedrukt(-0.25, "h:mm", system_1904=True) == "-6:00"


@pytest.mark.parametrize(
    ("notatie", "getoond"),
    [
        ("General", "x"),
        ("@", "x"),
        ("0.0", "x"),
        ("0;0;0;", ""),
        (";;;", ""),
        ('0;0;0;"ca. "@', "ca. x"),
        ("_(@_)", " x "),
    ],
)
def test_a_text_is_shown_by_the_section_for_text(notatie: str, getoond: str) -> None:
    assert getoonde_tekst("x", notatie) == getoond


def test_a_date_is_told_from_a_number() -> None:
    assert is_datum(46000, "d-m-yyyy")
    assert is_datum(0.5, "[h]:mm")
    assert not is_datum(46000, '0" dagen"')
    assert not is_datum(46000, "0.00;d-m-yyyy")


@pytest.mark.parametrize(
    ("label", "verwacht"),
    [
        *(
            (label, True)
            for label in ("Bouwjaar", "Gemiddeld bouwjaar van woningen", "Jaartal", "Jaar van oprichting")
        ),
        *(
            (label, False)
            for label in ("Jongeren (0-11 jaar)", "65 jaar en ouder", "Aantal per bouwjaar", "Voorjaar")
        ),
    ],
)
def test_the_name_of_an_indicator_shows_whether_it_is_a_year(label: str, *, verwacht: bool) -> None:
    assert is_year_label(label) == verwacht
