"""Changes in a sound workbook as people make them: typed over, pasted, sorted, renumbered."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Callable
from random import Random
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Color, Font
from openpyxl.utils import get_column_letter

from tests.account.drawn_up import sheet_rows

Change = Callable[[Random, Workbook], None]
SHEETS = ("Wijkgegevens", "Factoren", "Kernaanpakken", "Clusters", "Activiteiten", "Teksten", "Organisaties")
KEYS = {
    "Teksten": ("Onderdeel", "Soort", "Kop"),
    "Activiteiten": ("Cluster", "Status", "Groep", "Mogelijkheid"),
    "Clusters": ("Cluster", "Kop erboven"),
    "Kernaanpakken": ("Titel", "Vaste tekst"),
    "Wijkgegevens": ("Groep", "Indicator"),
    "Factoren": ("Factor", "Opgepakt in"),
}
"""Columns in which names and choices stand."""
TEXTS = (
    *(
        "Gewone tekst.",
        "  met spaties  ",
        "twee\nregels",
        "regel\n\n\nna lege regels",
        "- een punt\n- nog een",
        "• punt",
    ),
    *(
        "\\- geen punt",
        "**sterren**",
        "{{ wijk }}",
        "<b>&amp;</b>",
        "'t Hart",
        "=1+1",
        "+31",
        "-",
        "x",
        "n.v.t.",
    ),
    *(
        "[link](https://www.amersfoort.nl)",
        "[a](#kernaanpak-1) en [b](HTTPS://x.nl/a_(b))",
        "[](https://x.nl)",
    ),
    *(
        "[bel](tel:033 123)",
        "[mail](mailto:a@x.nl?cc=b@y.nl)",
        "[geen](link)",
        "\\[letterlijk](https://x.nl)",
    ),
    *(
        "[x](#bestaat-niet)",
        "[pagina](#pagina:bijlage-1)",
        "één café naïef",
        "½ m² CO₂ 5°C €",
        "“aanhaling” – en …",
    ),
    *(
        "tab\tin tekst",
        "hard\u00a0spatie",
        "nul\u200bbreed",
        "Voortzetten: we gaan door",
        "1) eerste\n2) tweede",
        "o\tpunt",
    ),
    *(
        "\uf0b7 punt uit Word",
        "Nog invullen",
        "nog opvragen",
        "a" * 300,
        "Totaal",
        "https://www.x.nl/pad",
        "a;b;c",
    ),
)
STATUSES = (
    "Voortzetten",
    "nieuw",
    "VERBETEREN",
    "Bestaand",
    "Nieuw/verbeteren",
    "Nieuw:",
    "Voortzetten ",
    "verkennen/onderzoeken",
)
FORMATS = (
    "General",
    "0",
    "0.0",
    "0.0%",
    "#,##0",
    "0%",
    '0;-0;"-"',
    '#,##0 "inw."',
    "dd-mm-yyyy",
    "@",
    "0.00E+00",
    "€ #,##0.00",
)
NUMBERS = (0, 1, 14199, 0.131, 1 / 3, 28.999999999999996, -5, 2026, 45000.5, 1e9)
SPACES = ("\u00a0", "  ", "\u202f", "\t", "\u200b", "\u2003")


def _table(random: Random, workbook: Workbook, *names: str) -> tuple[Any, int, dict[str, int], list[int]]:
    """Choose a sheet that is there and give it, its header row, its columns and its filled rows."""
    choices = [name for name in names or SHEETS if name in workbook.sheetnames]
    sheet, header, columns = sheet_rows(workbook, random.choice(choices))
    rows = sorted(
        {
            c.row
            for c in sheet._cells.values()
            if c.row > header and c.value is not None and c.column in columns.values()
        }
    )
    return sheet, header, columns, rows


def _cell(random: Random, workbook: Workbook, *names: str, keys: bool = False) -> Any | None:
    """Choose a filled cell below the headers."""
    sheet, _, columns, rows = _table(random, workbook, *names)
    wanted = KEYS.get(sheet.title, tuple(columns)) if keys else tuple(columns)
    cells = [sheet.cell(row, columns[name]) for row in rows for name in wanted if name in columns]
    filled = [cell for cell in cells if cell.value is not None]
    return random.choice(filled) if filled else None


def put(cell: Any, value: object) -> None:
    """Put a value in a cell as Excel keeps it: text that begins with '=' stays text."""
    if isinstance(cell, MergedCell):
        return
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def letter_case(random: Random, workbook: Workbook) -> None:
    cell = _cell(random, workbook, keys=True)
    if cell is not None:
        text = str(cell.value)
        put(cell, random.choice((text.upper(), text.lower(), text.title(), text.capitalize())))


def spaces(random: Random, workbook: Workbook) -> None:
    cell = _cell(random, workbook, keys=True)
    if cell is not None:
        text, space = str(cell.value), random.choice(SPACES)
        put(
            cell,
            random.choice(
                (text + space, space + text, text.replace(" ", space, 1), text.replace(" ", space))
            ),
        )


def decomposed(random: Random, workbook: Workbook) -> None:
    cell = _cell(random, workbook, keys=True)
    if cell is not None:
        put(cell, unicodedata.normalize("NFD", str(cell.value) + random.choice(("", " é"))))


def sort_rows(random: Random, workbook: Workbook) -> None:
    """Sort a sheet by a column, or put its rows in any order."""
    sheet, _, columns, rows = _table(random, workbook)
    values = [[sheet.cell(row, column).value for column in columns.values()] for row in rows]
    by = random.randrange(len(columns))
    if random.random() < 0.6:
        values.sort(key=lambda row: str(row[by] if row[by] is not None else "~"))
    else:
        random.shuffle(values)
    for row, line in zip(rows, values, strict=True):
        for column, value in zip(columns.values(), line, strict=True):
            put(sheet.cell(row, column), value)


def move_column(random: Random, workbook: Workbook) -> None:
    sheet, header, columns, rows = _table(random, workbook)
    if len(columns) < 2:
        return
    one, other = random.sample(sorted(columns.values()), 2)
    for row in (header, *rows):
        first, second = sheet.cell(row, one).value, sheet.cell(row, other).value
        put(sheet.cell(row, one), second)
        put(sheet.cell(row, other), first)


def clear_cells(random: Random, workbook: Workbook) -> None:
    for _ in range(random.randint(1, 3)):
        cell = _cell(random, workbook)
        if cell is not None:
            put(cell, None)


def delete_rows(random: Random, workbook: Workbook) -> None:
    sheet, _, _, rows = _table(random, workbook)
    if rows:
        sheet.delete_rows(random.choice(rows), random.randint(1, 2))


def delete_column(random: Random, workbook: Workbook) -> None:
    sheet, _, columns, _ = _table(random, workbook, "Wijkgegevens", random.choice(SHEETS))
    if random.random() < 0.3:
        sheet.delete_cols(random.choice(sorted(columns.values())))


def delete_sheet(random: Random, workbook: Workbook) -> None:
    name = random.choice((*SHEETS, "Afbeeldingen", "Lijsten", "Uitleg"))
    if name in workbook.sheetnames and random.random() < 0.2:
        del workbook[name]


def move_row(random: Random, workbook: Workbook) -> None:
    """Cut a row and paste it below the table, with empty rows between."""
    sheet, _, columns, rows = _table(random, workbook)
    if rows:
        row, to = random.choice(rows), rows[-1] + random.randint(1, 3)
        for column in columns.values():
            put(sheet.cell(to, column), sheet.cell(row, column).value)
            put(sheet.cell(row, column), None)


def double_row(random: Random, workbook: Workbook) -> None:
    sheet, _, columns, rows = _table(random, workbook)
    if rows:
        row = random.choice(rows)
        sheet.insert_rows(row + 1)
        for column in columns.values():
            put(sheet.cell(row + 1, column), sheet.cell(row, column).value)


def renumber(random: Random, workbook: Workbook) -> None:
    sheet, _, columns, rows = _table(random, workbook, "Kernaanpakken")
    if not rows or "Nummer" not in columns:
        return
    cells = [sheet.cell(row, columns["Nummer"]) for row in rows]
    match random.choice(("swap", "gap", "double", "text", "float", "words", "empty")):
        case "swap":
            for cell, value in zip(cells, reversed([cell.value for cell in cells]), strict=True):
                put(cell, value)
        case "gap":
            put(cells[-1], 9)
        case "double":
            put(cells[-1], cells[0].value)
        case "text":
            put(cells[0], str(cells[0].value))
        case "float":
            put(cells[0], 1.5)
        case "words":
            put(cells[0], "kernaanpak 1")
        case _:
            put(cells[0], None)


def other_kernaanpak(random: Random, workbook: Workbook) -> None:
    sheet, _, columns, rows = _table(random, workbook, "Clusters", "Activiteiten", "Teksten")
    if rows and "Kernaanpak" in columns:
        put(
            sheet.cell(random.choice(rows), columns["Kernaanpak"]),
            random.choice((1, 2, 3, 7, 0, "2", " 1", "x", 1.0, None)),
        )


def rename(random: Random, workbook: Workbook) -> None:
    """Give a cluster another name on one of its two sheets."""
    sheet, _, columns, rows = _table(random, workbook, "Clusters", "Activiteiten")
    if rows and "Cluster" in columns:
        cell = sheet.cell(random.choice(rows), columns["Cluster"])
        put(
            cell,
            random.choice(("Ander cluster", str(cell.value) + ".", str(cell.value)[:-1] or "x", "Ontmoeten")),
        )


def type_over(random: Random, workbook: Workbook) -> None:
    cell = _cell(random, workbook, *SHEETS, "Plan")
    if cell is not None:
        put(cell, any_value(random))


def any_value(random: Random) -> object:
    return random.choice(
        (
            *[random.choice(TEXTS) for _ in range(6)],
            random.choice(NUMBERS),
            random.choice(STATUSES),
            datetime.date(2026, 1, 13),
            True,
            formed(random),
            formed(random),
        )
    )


def formed(random: Random) -> CellRichText:
    """Return a text of which words have a form of their own."""
    forms = (
        InlineFont(b=True),
        InlineFont(i=True),
        InlineFont(b=True, i=True),
        InlineFont(vertAlign="superscript"),
        InlineFont(vertAlign="subscript"),
        InlineFont(strike=True),
        InlineFont(u="single", color=Color("FF0000")),
    )
    parts: list[str | TextBlock] = ["Begin "]
    for _ in range(random.randint(1, 3)):
        parts += [
            TextBlock(
                random.choice(forms), random.choice(("deel", "[vet](https://x.nl)", "a b ", "- punt\nx"))
            ),
            " en ",
        ]
    text: CellRichText = CellRichText([*parts, "slot"])
    return text


def add_rows(random: Random, workbook: Workbook) -> None:
    """Add a row as people do: most columns as in another row, one or two with something new."""
    sheet, header, columns, rows = _table(random, workbook, *SHEETS, "Afbeeldingen")
    row = (rows[-1] if rows else header) + 1
    for column in columns.values():
        if rows:
            put(sheet.cell(row, column), sheet.cell(random.choice(rows), column).value)
    for column in random.sample(sorted(columns.values()), min(2, len(columns))):
        put(sheet.cell(row, column), any_value(random))


def statuses(random: Random, workbook: Workbook) -> None:
    sheet, _, columns, rows = _table(random, workbook, "Activiteiten")
    for row in random.sample(rows, min(3, len(rows))):
        if "Status" in columns:
            put(sheet.cell(row, columns["Status"]), random.choice(STATUSES))


def figures(random: Random, workbook: Workbook) -> None:
    sheet, _, columns, rows = _table(random, workbook, "Wijkgegevens", "Factoren")
    for row in random.sample(rows, min(3, len(rows))):
        cell = sheet.cell(row, random.choice(sorted(columns.values())))
        put(cell, random.choice(NUMBERS))
        cell.number_format = random.choice(FORMATS)


def scores(random: Random, workbook: Workbook) -> None:
    sheet, _, columns, rows = _table(random, workbook, "Factoren")
    if "Score" in columns:
        for row in rows:
            put(sheet.cell(row, columns["Score"]), random.choice((None, 3, 5, 8, 8, 12)))


def paste_beside(random: Random, workbook: Workbook) -> None:
    """Paste a block right of a table, or type above it."""
    sheet, header, columns, _ = _table(random, workbook)
    begin = max(columns.values()) + random.randint(1, 2)
    for row in range(random.randint(1, 3)):
        for column in range(random.randint(1, 2)):
            put(sheet.cell(header + row + random.randint(-1, 2), begin + column), random.choice(TEXTS))


def form_on_cell(random: Random, workbook: Workbook) -> None:
    cell = _cell(random, workbook)
    if cell is not None:
        cell.font = random.choice(
            (Font(b=True), Font(i=True), Font(strike=True), Font(vertAlign="superscript"), Font(u="single"))
        )


def form_in_cell(random: Random, workbook: Workbook) -> None:
    cell = _cell(random, workbook)
    if cell is not None and isinstance(cell.value, str) and len(cell.value) > 3:
        half = random.randint(1, len(cell.value) - 1)
        block = formed(random)[1]
        assert isinstance(block, TextBlock)
        put(cell, CellRichText(cell.value[:half], TextBlock(block.font, cell.value[half:])))


def link_on_cell(random: Random, workbook: Workbook) -> None:
    cell = _cell(random, workbook)
    if cell is not None:
        text = str(cell.value)
        cell.hyperlink = random.choice(
            ("https://www.amersfoort.nl/wijk", "mailto:a@x.nl", "https://x.nl/#deel", "bestand.docx")
        )
        put(cell, text)


def formula(random: Random, workbook: Workbook) -> None:
    cell = _cell(random, workbook)
    if cell is not None and not isinstance(cell, MergedCell):
        cell.value = random.choice(('=HYPERLINK("https://x.nl","naam")', "=A1", '="a"&"b"'))


def totals(random: Random, workbook: Workbook) -> None:
    sheet, _, columns, rows = _table(random, workbook)
    if rows:
        put(sheet.cell(rows[-1] + 1, min(columns.values())), "Totaal")
        if len(columns) > 1:
            put(sheet.cell(rows[-1] + 1, max(columns.values())), 12)


def hide(random: Random, workbook: Workbook) -> None:
    sheet, _, columns, rows = _table(random, workbook)
    match random.randrange(3):
        case 0:
            sheet.sheet_state = "hidden"
        case 1 if rows:
            sheet.row_dimensions[random.choice(rows)].hidden = True
        case _:
            sheet.column_dimensions[get_column_letter(max(columns.values()))].hidden = True


def merge(random: Random, workbook: Workbook) -> None:
    sheet, _, columns, rows = _table(random, workbook)
    if len(rows) > 2:
        column, row = random.choice(sorted(columns.values())), random.choice(rows[:-1])
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=column, end_column=column)


def headers(random: Random, workbook: Workbook) -> None:
    sheet, header, columns, _ = _table(random, workbook)
    cell = sheet.cell(header, random.choice(sorted(columns.values())))
    text = str(cell.value)
    put(
        cell,
        random.choice(
            (text.upper(), text + " ", text.replace(" ", "\u00a0"), text + "\u200b", text[:-1] + "x")
        ),
    )


def other_sheet(random: Random, workbook: Workbook) -> None:
    sheet = workbook.create_sheet(random.choice(("Blad1", "Notities", "Kladblok")))
    put(sheet["B2"], random.choice(TEXTS))


def plan_fields(random: Random, workbook: Workbook) -> None:
    sheet, header, _ = sheet_rows(workbook, "Plan")
    row = random.randint(header + 1, header + 11)
    put(
        sheet.cell(row, 2),
        random.choice((None, any_value(random), random.choice(TEXTS), 2031, "DEFINITIEF", "concept ")),
    )


def pictures(random: Random, workbook: Workbook) -> None:
    if "Afbeeldingen" not in workbook.sheetnames:
        return
    sheet, header, columns, rows = _table(random, workbook, "Afbeeldingen")
    row = (rows[-1] if rows else header) + 1
    values = {
        "Bestand": random.choice(("foto.png", "weg.png", "FOTO.PNG", None)),
        "Plaats": random.choice(("Thema's", "thema's", "Kernaanpak", "Bijlage", "Elders", "Opening", None)),
        "Kernaanpak": random.choice((None, 1, 2, 9)),
        "Alternatieve tekst": random.choice(("Een plein", "Kinderen < 12 & ouders", None)),
        "Bijschrift": random.choice((None, "Bij de speeltuin", formed(random))),
    }
    for name, value in values.items():
        if name in columns:
            put(sheet.cell(row, columns[name]), value)


CHANGES: tuple[Change, ...] = (
    *(letter_case, spaces, decomposed, sort_rows, move_column, clear_cells, delete_rows, delete_column),
    *(delete_sheet, move_row, double_row, renumber, other_kernaanpak, rename, type_over, type_over, add_rows),
    *(add_rows, add_rows, statuses, figures, scores, paste_beside, form_on_cell, form_in_cell, link_on_cell),
    *(formula, totals, hide, merge, headers, other_sheet, plan_fields, pictures),
)
