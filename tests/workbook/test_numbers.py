"""Figures in Dutch, as Excel shows them; a format that shows more than a figure is refused."""

from __future__ import annotations

import pytest

from pipeline.workbook.numbers import gedrukt


@pytest.mark.parametrize(
    ("getal", "notatie", "verwacht"),
    [
        (6230, "General", "6.230"),
        (6230, "@", "6.230"),
        (6230.0, "General", "6.230"),
        (0.1 + 0.2, "General", "0,3"),
        (1234567.5, "#,##0.00", "1.234.567,50"),
        (1234.5, "#,##0", "1.235"),
        (-1234.5, "#,##0", "-1.235"),
        (2.5, "0", "3"),
        (0.131, "0.0%", "13,1%"),
        (0.1305, "0.0%", "13,1%"),
        (0.14, "0%", "14%"),
        (1, "0%", "100%"),
        (12.34, "0%", "1.234%"),
        (0, "0", "0"),
        (5, "#,##0;[Red]-#,##0", "5"),
        (5, "[Blue]0", "5"),
        (5, "[$-413]0", "5"),
        (5, "_(* #,##0_);_(* (#,##0)", "5"),
        (5, "#,##0\\ ", "5"),
    ],
)
def test_a_figure_is_written_in_dutch(getal: float, notatie: str, verwacht: str) -> None:
    assert gedrukt(getal, notatie) == verwacht


@pytest.mark.parametrize(
    "notatie",
    [
        *(
            "0.00E+00",
            "# ?/?",
            '0" jaar"',
            "0\\%",
            "0\\ \\m",
            "[$\u20ac-413] #,##0",
            "[$\u20ac]0",
            "#,##0,",
            "0.0#",
        ),
        *("dd-mm-yyyy", "000-00", "[>100]0;0.0", "x"),
    ],
)
def test_a_format_that_shows_something_else_is_not_known(notatie: str) -> None:
    assert gedrukt(5, notatie) is None
