"""The words in which a kind of document declares what each sheet and column of its workbook does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Shape = Literal["text", "rich", "lines", "names", "kind"]
"""How a cell is printed: as plain text; with its form; a paragraph or item per line; an item per name; or
with its form as the kind of paragraph that another column names."""
Kind = Literal["plain", "bullet", "number", "letter", "heading", "any"]


@dataclass(frozen=True)
class Print:
    """The cell is printed where a tag of the template stands."""

    tag: str
    shape: Shape = "text"
    also: Mapping[str, str] = field(default_factory=dict)
    """Other tags that print it, each with the text it stands in: '{Nummer}: {Titel}'."""


@dataclass(frozen=True)
class Used:
    """The cell decides something; with `choices`, by being one of these."""

    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Composed:
    """The cell is a part of what a tag prints, and `before` stands before it when something precedes it."""

    tag: str
    before: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    """What is printed for each choice."""
    form: Literal["text", "year", "date"] = "text"


@dataclass(frozen=True)
class Property:
    """The cell, or each name in it, stands in a property of the Word file."""

    name: str


@dataclass(frozen=True)
class Target:
    """The cell is the address of the link that a tag prints."""

    tag: str


@dataclass(frozen=True)
class Condition:
    """With this choice in the cell the template prints its text for a condition, and without it not."""

    name: str
    choice: str


Role = Print | Used | Composed | Property | Target | Condition


@dataclass(frozen=True)
class Parent:
    """The column by which a row belongs to a row of another sheet."""

    column: str
    sheet: str
    key: str
    """The column of that sheet with the same value."""


@dataclass(frozen=True)
class Parts:
    """Which tag prints the text of a row, by what stands in a column."""

    column: str
    tags: Mapping[str, str]
    with_parent: tuple[str, ...]
    """Those that belong to a row of another sheet."""
    with_heading: tuple[str, ...]
    """Those that have a heading of their own."""


@dataclass(frozen=True)
class Rows:
    """Each row is printed by itself."""

    columns: Mapping[str, Role]
    parent: Parent | None = None
    parts: Parts | None = None
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    """What kind of paragraph each choice in the column `kind` makes."""
    kind: str = ""
    numbered: str = ""
    """The column with the number of a row; the rows are printed in its order."""
    scope: Mapping[str, str] = field(default_factory=dict)
    """Tags of headings, each with the column that it prints."""
    repeats: tuple[str, ...] = ()
    """Columns that are printed once for rows below each other with the same."""
    identity: str = ""
    """The column that tells the rows of one parent apart."""


@dataclass(frozen=True)
class Fields:
    """The columns stand below each other."""

    columns: Mapping[str, Role]


@dataclass(frozen=True)
class Grid:
    """A table with a column of its own for each free column of the sheet."""

    tag: str
    head: str
    """The tag of its headers."""
    group: str
    first: str
    year: str
    source: str
    """The columns that share the last cell, with a comma between them."""


@dataclass(frozen=True)
class Lead:
    """A column that is printed in bold before the text of another, or on a line above it."""

    column: str
    text: str
    setting: tuple[str, str]
    """The sheet and the field that say which of both."""
    before: str


@dataclass(frozen=True)
class Joined:
    """A table in which rows below each other with one name share a row."""

    tag: str
    parent: Parent
    owner: Parent
    """The sheet with what each table stands under, which has the same parent."""
    group: str
    name: str
    lead: Lead
    last: str


@dataclass(frozen=True)
class Ranking:
    """A list of the rows that rank highest, by score or by place."""

    tag: str
    column: str
    score: str
    place: str
    top: int
    elsewhere: str
    elsewhere_tag: str
    elsewhere_choices: tuple[str, ...]
    shared: str
    """What stands behind a name whose place is shared."""


@dataclass(frozen=True)
class Pictures:
    """Each row is a picture with its alternative text and its caption."""

    file: str
    alternative: str
    caption: str
    place: str
    tags: Mapping[str, str]
    parent: Parent
    with_parent: tuple[str, ...]


Layout = Rows | Fields | Grid | Joined | Ranking | Pictures


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook that the document is made of."""

    name: str
    columns: tuple[str, ...]
    """The headers of its columns, or the names of its fields."""
    layout: Layout
    upright: bool = False
    """Whether the fields stand below each other."""
    free: bool = False
    """Whether it has columns that people add."""
    formed: frozenset[str] = frozenset()
    """Columns of which the form of the text is printed."""
    required: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Declaration:
    """What the workbooks of one kind of document do."""

    sheets: tuple[Sheet, ...]
    common: tuple[Sheet, ...]
    """Of the workbook that all documents share: what this document uses of it."""
    passed_over: tuple[str, ...]
    """Sheets of the own workbook that the program wrote, and that put nothing in the document."""
    example: str
    """The line that announces an example; the row below it is never read."""
    open_place: str
    """How a place begins for which there is nothing yet."""
