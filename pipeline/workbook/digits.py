"""Shows a number through one section of a number format: decimals, fractions, exponents and General."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from pipeline.workbook.number_format import FormatError, Section, Token

DECIMAL, GROUP = ",", "."
"""The marks of a Dutch Excel."""
WIDEST = 11
"""Characters that General takes for a number, its minus sign apart."""
SIGNIFICANT = 15
"""Digits that Excel knows of a number."""
FILL = "\0"
"""Stands for the spaces with which Excel fills up a cell."""
_PRECISION = 400
"""Digits that the largest number of Excel has, with its decimals: 10 to the power 308."""
_MOST, _MOST_OVER_GIVEN = 2**31 - 2, 2**15 - 1
"""The largest numerator that Excel shows; it is smaller over a denominator that is written out."""
_BLANK = {"0": "0", "#": "", "?": " "}
"""What a place for a digit shows when there is none."""


def held(number: float) -> Decimal:
    """Return a number as Excel holds it for showing; what a computer adds behind that nobody typed."""
    with localcontext(prec=SIGNIFICANT):
        return +Decimal(number)


def rounded(number: Decimal, places: int) -> Decimal:
    """Round halves away from zero, as Excel does when it shows a number."""
    with localcontext(prec=_PRECISION):
        return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def general(number: Decimal) -> str:
    """Show a number as the format General does: in full if it fits, else what keeps most digits."""
    sign, size = "-" * (number < 0), abs(number)
    plain = _trimmed(size)
    if len(plain) <= WIDEST:
        return sign + plain.replace(".", DECIMAL)
    power = size.adjusted()
    room = WIDEST - len(f"E+{abs(power):02d}") - 1
    mantissa = rounded(size.scaleb(-power), room - 1)
    if mantissa >= 10:
        mantissa, power = mantissa / 10, power + 1
    digits = _trimmed(mantissa)
    whole = len(plain.partition(".")[0])
    if whole <= WIDEST:
        fitting = _trimmed(rounded(size, max(WIDEST - 1 - whole, 0)))
        if _significant(fitting) >= _significant(digits) and len(fitting) <= WIDEST:
            return sign + fitting.replace(".", DECIMAL)
    return f"{sign}{digits.replace('.', DECIMAL)}E{'-' if power < 0 else '+'}{abs(power):02d}"


def _thousands(shown: str) -> str:
    whole, mark, rest = shown.partition(DECIMAL)
    return f"{int(whole):,}".replace(",", GROUP) + mark + rest


def _trimmed(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _significant(text: str) -> int:
    return len(text.replace(".", "").lstrip("0"))


@dataclass(frozen=True)
class Layout:
    """Where in a section the digits come, by the numbers of its tokens."""

    whole: tuple[int, ...]
    decimals: tuple[int, ...]
    exponent: tuple[int, ...]
    silent: frozenset[int]
    """Commas, which group the digits or divide by a thousand and are not shown."""
    grouped: bool
    power: int
    """By what power of ten the number is multiplied: 2 for a percent sign, -3 for a comma at the end."""


@lru_cache(maxsize=500)
def layout(section: Section) -> Layout:
    """Find the places of the digits of a section, once."""
    tokens = section.tokens
    kinds = [token.kind for token in tokens]
    point = kinds.index("point") if "point" in kinds else len(kinds)
    power = kinds.index("exponent") if "exponent" in kinds else len(kinds)
    digits = [place for place, kind in enumerate(kinds) if kind == "digit"]
    whole = tuple(place for place in digits if place < min(point, power))
    decimals = tuple(place for place in digits if point < place < power)
    grouping: set[int] = set()
    scaling: set[int] = set()
    for place, kind in enumerate(kinds):
        if kind == "comma" and place and whole and place > whole[0]:
            (grouping if place < whole[-1] else scaling).add(place)
    for place in list(scaling):  # a comma counts right behind a digit, or behind another that does
        if not all(
            kinds[earlier] == "comma" for earlier in range(max(d for d in digits if d < place) + 1, place)
        ):
            scaling.discard(place)
    return Layout(
        whole,
        decimals,
        tuple(place for place in digits if place > power),
        frozenset(grouping | scaling),
        bool(grouping),
        2 * kinds.count("percent") - 3 * len(scaling),
    )


def show_number(section: Section, number: Decimal, *, grouped: bool = False) -> tuple[str, bool]:
    """Show the size of a number; tell whether it was rounded to nothing, so that a minus sign goes.

    With `grouped`, General has a mark between the thousands, which Excel does not show.
    """
    size = abs(number)
    if section.is_plain:
        shown = general(size)
        shown = _thousands(shown) if grouped and "E" not in shown else shown
        return "".join(shown if token.kind == "general" else spoken(token) for token in section.tokens), False
    if section.is_fraction:
        return _fraction(section, size)
    if section.has("exponent"):
        return _scientific(section, size), False
    places = layout(section)
    with localcontext(prec=_PRECISION):
        size = rounded(size.scaleb(places.power), len(places.decimals))
    return _fill(section, places, _digits(places, size)), not size


def spoken(token: Token) -> str:
    """Return what a token shows that stands for no digit."""
    if token.kind in ("literal", "percent", "slash"):
        return token.text
    if token.kind in ("point", "comma"):
        return DECIMAL if token.kind == "point" else ","
    if token.kind == "fill":
        return FILL if token.text == " " else ""
    return " " if token.kind == "pad" else ""


def _digits(places: Layout, size: Decimal) -> dict[int, str]:
    """Divide the digits of a number that is rounded over the places of a section."""
    text, _, fraction = f"{size:f}".partition(".")
    whole = text.lstrip("0")
    shown: dict[int, str] = {}
    for place in reversed(places.whole):
        first = place == places.whole[0]
        shown[place] = whole if first else whole[-1:]
        whole = "" if first else whole[:-1]
    if not places.whole:
        shown[-1] = whole  # there is no place for it, and it is shown all the same
    return shown | dict(zip(places.decimals, fraction, strict=True))


def _fill(section: Section, places: Layout, digits: dict[int, str]) -> str:
    kept = max((place for place in places.decimals if digits[place] != "0"), default=-1)
    parts: list[str] = []
    for place, token in enumerate(section.tokens):
        if token.kind == "point":
            parts.append(digits.get(-1, ""))
        if place in places.decimals:
            parts.append(digits[place] if place <= kept else _BLANK[token.text])
        elif token.kind == "digit":
            parts.append(digits[place] or _BLANK[token.text])
        elif place not in places.silent:
            parts.append(spoken(token))
        else:
            parts.append("")
    if places.grouped:
        _group(parts, places.whole)
    return "".join(parts)


def _group(parts: list[str], whole: tuple[int, ...]) -> None:
    """Put a mark between every three digits of the whole part."""
    count = 0
    for place in reversed(whole):
        marked = ""
        for digit in reversed(parts[place]):
            mark = GROUP if digit.isdigit() and count and count % 3 == 0 else ""
            marked = digit + mark + marked
            count += digit.isdigit()
        parts[place] = marked


def _scientific(section: Section, size: Decimal) -> str:
    """Show a number with an exponent: a multiple of the number of digits before the point."""
    places = layout(section)
    if not places.exponent or places.power:
        raise FormatError
    step = max(len(places.whole), 1)
    power = size.adjusted() // step * step if size else 0
    mantissa = rounded(size.scaleb(-power), len(places.decimals))
    if mantissa >= 10**step:
        power += step
        mantissa = rounded(size.scaleb(-power), len(places.decimals))
    digits = _digits(places, mantissa) | ({} if size else dict.fromkeys(places.whole, "0"))
    exponent = next(place for place, token in enumerate(section.tokens) if token.kind == "exponent")
    sign = "-" if power < 0 else "+" * section.tokens[exponent].text.endswith("+")
    written = f"E{sign}{abs(power):0{len(places.exponent)}d}"
    tokens = [
        Token("literal", written) if place == exponent else token
        for place, token in enumerate(section.tokens)
        if place not in places.exponent
    ]
    return _fill(Section(tuple(tokens)), places, digits)


def _fraction(section: Section, size: Decimal) -> tuple[str, bool]:
    """Show a number as a fraction, with the whole part before it where the section has a place for that."""
    tokens = section.tokens
    slash = next(place for place, token in enumerate(tokens) if token.kind == "slash")
    start, end = slash, slash + 1
    while start and tokens[start - 1].kind == "digit":
        start -= 1
    while end < len(tokens) and (tokens[end].kind == "digit" or tokens[end].text.isdecimal()):
        end += 1
    above, below = (
        "".join(token.text for token in part) for part in (tokens[start:slash], tokens[slash + 1 : end])
    )
    if not above or not below:
        raise FormatError
    mixed = [place for place, token in enumerate(tokens[:start]) if token.kind == "digit"]
    exact = Fraction(float(size))  # as Excel, which takes the number as a computer has it
    whole = int(exact) if mixed else 0
    upper, lower = _ratio(exact - whole, below)
    if mixed and upper == lower:
        whole, upper = whole + 1, 0
    if not mixed and upper > (_MOST_OVER_GIVEN if below.strip("?#0") else _MOST):
        raise FormatError
    before = "".join(map(spoken, tokens[: mixed[0] if mixed else start]))
    between = "".join(map(spoken, tokens[mixed[-1] + 1 : start])) if mixed else ""
    after = "".join(map(spoken, tokens[end:]))
    fraction = f"{_padded(upper, above)}/{lower}" if upper or not mixed else ""
    shown = "" if not mixed or (not whole and fraction and tokens[mixed[-1]].text != "0") else str(whole)
    if not fraction or not (shown or "?" in above):
        between = ""
    elif not shown:
        between = " " * len(between)
    return before + shown + between + fraction + after, not mixed and not upper


def _padded(number: int, places: str) -> str:
    digits = str(number)
    return "".join(_BLANK[place] for place in places[: max(len(places) - len(digits), 0)]) + digits


def _ratio(part: Fraction, below: str) -> tuple[int, int]:
    """Return numerator and denominator.

    The denominator is given, or it is the last with room for its digits in the row of fractions that
    come ever closer.
    """
    if below.strip("?#0"):
        lower = int(below.replace("?", "0").replace("#", "0"))
        return int(part * lower + Fraction(1, 2)), lower
    most = 10 ** len(below) - 1
    last, here = (1, 0), (int(part), 1)
    rest = part - int(part)
    while rest:
        rest = 1 / rest
        factor = int(rest)
        last, here = here, (factor * here[0] + last[0], factor * here[1] + last[1])
        if here[1] > most:
            return last
        rest -= factor
    return here
