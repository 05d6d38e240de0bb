"""Equations of Word in one line of text, as Word itself can write them: x=(a+b)/2.

LibreOffice draws an equation only where its part for formulas is installed; without it the equation is
not in the PDF at all.  As text everybody gets it, also who listens.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from lxml.etree import _Element

from pipeline.document import ooxml

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_POWERS = {"1": "\u00b9", "2": "\u00b2", "3": "\u00b3"}
"""The raised figures that every font has."""
_MATH_LETTERS = range(0x1D400, 0x1D800)
"""Letters of a form of their own (italic, double), which fonts for text do not have."""


def equations(part: _Element) -> list[_Element]:
    """Return every equation below an element; one that stands alone in its line as a whole."""
    found = part.iter(f"{M}oMathPara", f"{M}oMath")
    return [
        e for e in found if e.tag == f"{M}oMathPara" or next(e.iterancestors(f"{M}oMathPara"), None) is None
    ]


def as_text(equation: _Element) -> str:
    """Return an equation in one line of text."""
    separator = "; " if equation.tag == f"{M}oMathPara" else ""
    plain = (
        unicodedata.normalize("NFKC", sign) if ord(sign) in _MATH_LETTERS else sign
        for sign in _join(equation, separator)
    )
    return " ".join("".join(plain).split())


def write_as_text(part: _Element) -> None:
    """Put a run of text in the place of every equation below an element."""
    for equation in equations(part):
        run = ooxml.make("w:r")
        run.append(ooxml.make("w:t"))
        run[0].text = as_text(equation)
        equation.addprevious(run)
        next(equation.iterancestors()).remove(equation)


def _line(element: _Element) -> str:
    """Return one part of an equation as text."""
    if element.tag in (f"{M}t", _W_T):
        return element.text or ""
    if element.tag.startswith(M):
        write = _FORMS.get(element.tag.removeprefix(M))
        if write is not None:
            return write(element)
        if element.tag.endswith("Pr"):
            return ""
    return _join(element)


_W_T = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def _join(element: _Element, separator: str = "") -> str:
    return separator.join(filter(None, map(_line, element.iterchildren("*"))))


def _part(element: _Element, name: str) -> str:
    found = element.find(f"{M}{name}")
    return "" if found is None else _join(found)


def _property(element: _Element, name: str, otherwise: str) -> str:
    """Return a sign that the properties of a part name; an empty one stands for none."""
    found = element.find(f"{M}{element.tag.removeprefix(M)}Pr/{M}{name}")
    return otherwise if found is None else found.get(f"{M}val", "")


def _whole(text: str) -> str:
    """Put brackets around what is more than one word or number."""
    return text if len(text) == 1 or text.isalnum() else f"({text})"


def _fraction(element: _Element) -> str:
    above, below = _part(element, "num"), _part(element, "den")
    if _property(element, "type", "bar") == "noBar":
        return f"({above} boven {below})"
    return f"{_whole(above)}/{_whole(below)}"


def _power(element: _Element) -> str:
    above = _part(element, "sup")
    return f"{_whole(_part(element, 'e'))}{_POWERS.get(above, f'^{_whole(above)}')}"


def _index(element: _Element) -> str:
    return f"{_whole(_part(element, 'e'))}_{_whole(_part(element, 'sub'))}"


def _index_and_power(element: _Element) -> str:
    above = _part(element, "sup")
    return f"{_index(element)}{_POWERS.get(above, f'^{_whole(above)}')}"


def _root(element: _Element) -> str:
    degree = _part(element, "deg")
    return f"{degree}\u221a({_part(element, 'e')})"


def _sum(element: _Element) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    bounds = f"_{_whole(below)}" * bool(below) + f"^{_whole(above)}" * bool(above)
    return f"{_property(element, 'chr', chr(0x222B))}{bounds} {_part(element, 'e')}"


def _brackets(element: _Element) -> str:
    parts = [_join(part) for part in element.findall(f"{M}e")]
    begin, end = _property(element, "begChr", "("), _property(element, "endChr", ")")
    return f"{begin}{_property(element, 'sepChr', '|').join(parts)}{end}"


def _function(element: _Element) -> str:
    return f"{_part(element, 'fName')} {_part(element, 'e')}"


def _limit(element: _Element) -> str:
    return f"{_part(element, 'e')}_{_whole(_part(element, 'lim'))}"


def _rows(element: _Element) -> str:
    rows = [", ".join(_join(cell) for cell in row.iterchildren("*")) for row in element.findall(f"{M}mr")]
    return f"[{'; '.join(rows)}]"


def _lines(element: _Element) -> str:
    return "; ".join(_join(line) for line in element.findall(f"{M}e"))


_FORMS: dict[str, Callable[[_Element], str]] = {
    "f": _fraction,
    "sSup": _power,
    "sSub": _index,
    "sSubSup": _index_and_power,
    "rad": _root,
    "nary": _sum,
    "d": _brackets,
    "func": _function,
    "limLow": _limit,
    "limUpp": _limit,
    "m": _rows,
    "eqArr": _lines,
}
