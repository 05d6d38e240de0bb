"""Reads what people typed from an opened workbook, by itself: every cell that holds something."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from pipeline.account.rich import Rich, Span, plain
from pipeline.account.vocabulary import Fields, Sheet
from pipeline.bevinding import Plaats
from pipeline.workbook.numbers import gedrukt, is_datum, is_year_label

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEADER_ROWS = 10
_LABEL, _VALUE, _HELP = "Onderdeel", "Waarde", "Uitleg"
_PLACE = re.compile(r"#(?:pagina:)?(?:[a-z]+-[\d.]+|organisaties)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_ALIKE = str.maketrans(
    "\u2018\u2019\u02bc`\u00b4\u201c\u201d\u201e\u2010\u2011\u2012\u2013\u2014", "'''''\"\"\"-----"
)
"""Quotes and dashes that Excel and Word make of what was typed."""
_EPOCH, _EPOCH_1904 = datetime.date(1899, 12, 30), datetime.date(1904, 1, 1)
_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


@dataclass(frozen=True)
class Typed:
    """A cell in which something stands."""

    place: Plaats
    row: int
    column: str
    """The header above it, or the name of its field."""
    rich: Rich
    value: Any
    day: datetime.date | None = None
    """The date that a number is, where Excel shows it as one."""

    @property
    def text(self) -> str:
        return plain(self.rich).strip()

    @property
    def key(self) -> str:
        return same(self.text)

    def number(self) -> int | None:
        """Return a whole number; None for anything else."""
        if isinstance(self.value, bool):
            return None
        if isinstance(self.value, int | float):
            return int(self.value) if self.value == int(self.value) else None
        return int(self.text) if re.fullmatch(r"[0-9]{1,9}", self.text) else None

    def date(self) -> str:
        """Return a date in full."""
        if self.day is not None:
            return f"{self.day.day} {_MONTHS[self.day.month - 1]} {self.day.year}"
        return self.text

    def year(self) -> str:
        """Return a year without a dot, or the words of a period."""
        number = self.number() if self.day is None else None
        return " ".join(self.text.split()) if number is None else str(number)


@dataclass
class SheetCells:
    """The cells of one sheet by what they are there for."""

    sheet: Sheet
    rows: list[dict[str, Typed]] = field(default_factory=list)
    """By row, below the headers; of an upright sheet the fields, as one row."""
    free: list[str] = field(default_factory=list)
    """The headers of the columns that people added, in their order."""
    headers: list[Typed] = field(default_factory=list)
    labels: list[Typed] = field(default_factory=list)
    """Headers and names of fields that the program knows."""
    loose: list[Typed] = field(default_factory=list)
    """What stands beside the table; nobody prints it."""
    header_row: int = 0


def same(text: str) -> str:
    """Return a name as it is compared: capitals, kinds of spaces and invisible signs do not count."""
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFC", text) if not _unseen(sign))
    return " ".join(text.split()).casefold().translate(_ALIKE)


def _unseen(sign: str) -> bool:
    return (unicodedata.category(sign) in ("Cf", "Cc") and not sign.isspace()) or "\ufe00" <= sign <= "\ufe0f"


def filled(sheet: Worksheet) -> Iterator[Any]:
    """Give every cell in which something is to be seen, by row and column."""
    for _, cell in sorted(sheet._cells.items()):
        if cell.value is not None and same(str(cell.value)):
            yield cell


def read_sheet(source: Worksheet, file: str, sheet: Sheet, example: str) -> SheetCells:
    """Divide the cells of a sheet; one that has no headers gives none."""
    out = SheetCells(sheet)
    cells = list(filled(source))
    known = {same(name): name for name in ((_LABEL, _VALUE, _HELP) if sheet.upright else sheet.columns)}
    out.header_row = _header_row(cells, known)
    if not out.header_row:
        return out
    names = {
        cell.column: known.get(same(str(cell.value)), str(cell.value).strip())
        for cell in cells
        if cell.row == out.header_row
    }
    example_row = out.header_row - 1 if _announces(cells, out.header_row - 2, example) else 0
    by_row: dict[int, dict[str, Typed]] = {}
    years = {cell.row for cell in cells if sheet.free and is_year_label(str(cell.value))}
    for cell in cells:
        name = names.get(cell.column, "")
        dotted = sheet.free and name not in sheet.columns and cell.row not in years
        typed = _typed(cell, file, name, dotted=dotted)
        if cell.row == out.header_row:
            is_free = sheet.free and names[cell.column] not in sheet.columns
            (out.headers if is_free else out.labels).append(typed)
        elif cell.row < out.header_row:
            if cell.column > 1 and cell.row != example_row:
                out.loose.append(typed)
        elif cell.column not in names:
            out.loose.append(typed)
        else:
            by_row.setdefault(cell.row, {})[names[cell.column]] = typed
    out.free = [header.column for header in out.headers]
    out.rows = list(by_row.values())
    if sheet.upright:
        _lay_down(out)
    return out


def read_other(source: Worksheet, file: str) -> SheetCells:
    """Return the cells of a sheet that the document is not made of."""
    out = SheetCells(Sheet(source.title, (), Fields({})))
    out.loose = [_typed(cell, file, "", dotted=False) for cell in filled(source)]
    return out


def _header_row(cells: list[Any], known: dict[str, str]) -> int:
    wanted = 2 if _LABEL in known.values() else len(known) / 2
    for row in range(1, _HEADER_ROWS + 1):
        found = {same(str(cell.value)) for cell in cells if cell.row == row} & known.keys()
        if len(found) >= wanted:
            return row
    return 0


def _announces(cells: list[Any], row: int, example: str) -> bool:
    return any(
        cell.row == row and cell.column == 1 and same(str(cell.value)) == same(example) for cell in cells
    )


def _lay_down(out: SheetCells) -> None:
    """Make one row of the fields that stand below each other."""
    fields: dict[str, Typed] = {}
    known = {same(name): name for name in out.sheet.columns}
    for row in out.rows:
        label, value = row.get(_LABEL), row.get(_VALUE)
        name = known.get(label.key) if label else None
        if label is not None:
            out.labels.append(label)
        if value is None:
            continue
        if name is None or name in fields:
            out.loose.append(value)
        else:
            fields[name] = replace(value, column=name)
    out.rows = [fields]


def _typed(cell: Any, file: str, column: str, *, dotted: bool) -> Typed:
    place = Plaats(file, cell.parent.title, cell.coordinate)
    epoch = _EPOCH_1904 if cell.parent.parent.epoch.year == _EPOCH_1904.year else _EPOCH
    value = _serial(cell.value, epoch)
    day = None
    if isinstance(value, int | float) and is_datum(value, str(cell.number_format)):
        with suppress(OverflowError, ValueError):
            day = epoch + datetime.timedelta(days=int(value))
    return Typed(place, cell.row, column, tuple(_spans(cell, value, epoch, dotted=dotted)), value, day)


def _serial(value: Any, epoch: datetime.date) -> Any:
    """Return a date that another program than Excel wrote as the number that Excel keeps."""
    if not isinstance(value, datetime.date):
        return value
    part = (
        (value.hour * 3600 + value.minute * 60 + value.second) if isinstance(value, datetime.datetime) else 0
    )
    day = datetime.date(value.year, value.month, value.day)
    return (day - epoch).days + part / 86400 if part else (day - epoch).days


def _spans(cell: Any, value: Any, epoch: datetime.date, *, dotted: bool) -> Iterator[Span]:
    target = _cell_link(cell)
    if isinstance(value, list):
        for part in value:
            font = part.font if hasattr(part, "font") else cell.font
            yield _span(part.text if hasattr(part, "font") else str(part), font, target)
    else:
        shown = _shown(value, str(cell.number_format or "General"), epoch, dotted=dotted)
        yield _span(shown, cell.font, target)


def _span(text: str, font: Any, target: str) -> Span:
    text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    raised = font.vertAlign if font.vertAlign in ("superscript", "subscript") else ""
    return Span(text, bool(font.b), bool(font.i), raised, target)


def _shown(value: Any, number_format: str, epoch: datetime.date, *, dotted: bool) -> str:
    """Return a value as Excel shows it, in Dutch; with a dot for the thousands where a figure has it."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        since_1904 = epoch == _EPOCH_1904
        shown = gedrukt(value, number_format, system_1904=since_1904, huisstijl=dotted)
        return gedrukt(value, "General") or str(value) if shown is None else shown
    return str(value)


def _cell_link(cell: Any) -> str:
    """Return the address of a link on the whole cell, when that is not itself what stands there."""
    link, text = cell.hyperlink, str(cell.value)
    if link is None:
        return ""
    place = f"#{link.location}" if link.location else ""
    if not link.target:
        return place if _PLACE.fullmatch(place) and f"({place})" not in text else ""
    address = re.sub(r"^www\.", "http://www.", link.target, flags=re.IGNORECASE)
    stands = [_bare(text), *map(_bare, re.findall(r"\]\(([^\s]*)\)", text))]
    return "" if {_bare(address), _bare(address + place)} & set(stands) else address + place


def _bare(address: str) -> str:
    address = unicodedata.normalize("NFC", unquote(address.strip()))
    return re.sub(r"^(https?://|mailto:|tel:)|/$|\s", "", address, flags=re.IGNORECASE).casefold()
