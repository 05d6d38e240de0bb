"""Formulas that make a link: the address to which `=HYPERLINK(...)` leads."""

from __future__ import annotations

import re
from collections.abc import Callable

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

_HYPERLINK = re.compile(r"\bHYPERLINK\s*\(", re.IGNORECASE)
_REFERENCE = re.compile(r"(?:(?P<sheet>'(?:[^']|'')+'|[^'!]+)!)?\$?(?P<cell>[A-Za-z]{1,3}\$?\d{1,7})")
_JOINERS = ("CONCATENATE(", "CONCAT(", "_XLFN.CONCAT(")

ValueAt = Callable[[str, str], str | None]
"""Gives the text that a cell shows, by sheet (empty: the same sheet) and cell."""


class _Unclear(Exception):
    """The address does not follow from what is in the file."""


def makes_link(formula: str) -> bool:
    """Whether a formula makes a link, anywhere in it."""
    return _HYPERLINK.search(re.sub(r'"[^"]*"', '""', formula)) is not None


def link_address(formula: str, value_at: ValueAt) -> str:
    """Return the address of a formula that is one HYPERLINK; an empty text where it cannot be known.

    Texts, cells and their joining with `&` are understood; what is computed is not.
    """
    tokens = [token for token in Tokenizer(formula).items if token.type != Token.WSPACE]
    if not tokens or tokens[0].value.upper() != "HYPERLINK(" or _closing(tokens, 0) != len(tokens) - 1:
        return ""
    try:
        return _joined(_arguments(tokens[1:-1])[0], value_at).strip()
    except _Unclear:
        return ""


def _closing(tokens: list[Token], opening: int) -> int:
    """Return where the bracket closes that opens at a place; -1 where it does not."""
    depth = 0
    for place in range(opening, len(tokens)):
        depth += {Token.OPEN: 1, Token.CLOSE: -1}.get(tokens[place].subtype, 0)
        if depth == 0:
            return place
    return -1


def _arguments(tokens: list[Token]) -> list[list[Token]]:
    """Divide the tokens between the brackets of a function over its arguments."""
    uit: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        depth += {Token.OPEN: 1, Token.CLOSE: -1}.get(token.subtype, 0)
        if token.type == Token.SEP and token.subtype == Token.ARG and depth == 0:
            uit.append([])
        else:
            uit[-1].append(token)
    return uit


def _joined(tokens: list[Token], value_at: ValueAt) -> str:
    """Return the text of operands with `&` between them."""
    parts: list[str] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        if token.subtype == Token.OPEN:
            end = _closing(tokens, place)
            if end < 0 or (token.type == Token.FUNC and token.value.upper() not in _JOINERS):
                raise _Unclear
            parts += [_joined(argument, value_at) for argument in _arguments(tokens[place + 1 : end])]
            place = end
        elif token.type == Token.OPERAND:
            parts.append(_operand(token, value_at))
        else:
            raise _Unclear
        place += 1
        if place < len(tokens) and tokens[place].value != "&":
            raise _Unclear
        place += 1
    return "".join(parts)


def _operand(token: Token, value_at: ValueAt) -> str:
    value = str(token.value)
    if token.subtype == Token.TEXT:
        return value[1:-1].replace('""', '"')
    if token.subtype == Token.NUMBER:
        return value
    reference = _REFERENCE.fullmatch(value) if token.subtype == Token.RANGE else None
    if reference is None:
        raise _Unclear
    sheet = (reference["sheet"] or "").strip("'").replace("''", "'")
    found = value_at(sheet, reference["cell"].replace("$", "").upper())
    if found is None:
        raise _Unclear
    return found
