"""Shows and reads the dates and times of Excel, which it keeps as a number of days."""

from __future__ import annotations

import datetime
import locale
from decimal import Decimal, localcontext
from functools import cache
from typing import NamedTuple

from pipeline.workbook.digits import held, rounded, spoken
from pipeline.workbook.number_format import SYSTEM_DATE, SYSTEM_TIME, FormatError, Section, Token, read_format

_DAY = 86_400
_LEAP_DAY = 60
"""The day 29 February 1900, which Excel counts and which never was."""
_LAST = {False: 2_958_465, True: 2_957_003}
"""31 December 9999 in the system of 1900, and in that of 1904."""
_ORIGIN = {False: datetime.date(1899, 12, 30), True: datetime.date(1904, 1, 1)}
_LONG_DATE, _TIME = "dddd d mmmm yyyy", "hh:mm:ss"
"""What the settings of a Dutch Windows make of 'long date' and 'time'."""
_OUR_LANGUAGE = "nl_NL"
_SECONDS = {"h": 3600, "m": 60, "s": 1}


class Moment(NamedTuple):
    """A day of the calendar of Excel with its time."""

    year: int
    month: int
    day: int
    weekday: int
    """From 0, which is Monday."""
    seconds: Decimal
    """Of the day."""


def to_datetime(number: float, *, system_1904: bool) -> datetime.datetime | None:
    """Return the moment that Excel keeps as this number; None for one that no calendar has."""
    days, rest = divmod(held(number), 1)
    if not system_1904 and (days < 1 or days == _LEAP_DAY):
        return None
    if not 0 <= days <= _LAST[system_1904]:
        return None
    day = _ORIGIN[system_1904] + datetime.timedelta(int(days) + (not system_1904 and days < _LEAP_DAY))
    moment = datetime.datetime.combine(day, datetime.time())  # a cell has no time zone
    return moment + datetime.timedelta(seconds=round(float(rest) * _DAY))


def to_serial(value: datetime.date | datetime.time | datetime.timedelta, *, system_1904: bool) -> float:
    """Return the number that Excel keeps for a date or a time."""
    if isinstance(value, datetime.timedelta):
        return value.total_seconds() / _DAY
    if isinstance(value, datetime.time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / _DAY
    day = value.date() if isinstance(value, datetime.datetime) else value
    days = (day - _ORIGIN[system_1904]).days
    if not system_1904 and days <= _LEAP_DAY:
        days -= 1
    return days + (
        to_serial(value.time(), system_1904=system_1904) if isinstance(value, datetime.datetime) else 0
    )


def show_date(section: Section, number: Decimal, *, system_1904: bool, signed: bool = True) -> str | None:
    """Show a date or a time; None where Excel shows #####."""
    if section.language in (SYSTEM_DATE, SYSTEM_TIME):
        code = _LONG_DATE if section.language == SYSTEM_DATE else _TIME
        section = read_format(code).rules[0].section
    places = sum(token.kind == "subsecond" for token in section.tokens)
    with localcontext(prec=400):
        seconds = rounded(abs(number) * _DAY, places)
    counts = not section.has("date", "meridiem", "subsecond")
    if number < 0 and not (counts or system_1904):
        return None
    sign = "-" * (signed and number < 0 and seconds > 0)
    if counts:
        return sign + "".join(
            _elapsed(token, seconds) if token.kind == "elapsed" else spoken(token) for token in section.tokens
        )
    if seconds // _DAY > _LAST[system_1904]:
        return None
    moment = _moment(seconds, system_1904=system_1904)
    fraction = iter(f"{seconds % 1:f}"[2:])
    return sign + "".join(
        next(fraction) if token.kind == "subsecond" else _part(token, section, moment, seconds)
        for token in section.tokens
    )


def _moment(seconds: Decimal, *, system_1904: bool) -> Moment:
    days = int(seconds // _DAY)
    rest = seconds - days * _DAY
    if not system_1904 and days in (0, _LEAP_DAY):
        month, day = (1, 0) if days == 0 else (2, 29)
        return Moment(1900, month, day, (days + 5) % 7, rest)
    date = _ORIGIN[system_1904] + datetime.timedelta(days + (not system_1904 and days < _LEAP_DAY))
    weekday = date.weekday() if system_1904 or days > _LEAP_DAY else (days + 5) % 7
    return Moment(date.year, date.month, date.day, weekday, rest)


def _part(token: Token, section: Section, moment: Moment, seconds: Decimal) -> str:
    if token.kind == "slash":
        return _names(section.language).separator
    if token.kind == "meridiem":
        morning = moment.seconds < _DAY / 2
        if len(token.text) == 3:
            return token.text[0] if morning else token.text[2]
        return "AM" if morning else "PM"
    if token.kind == "elapsed":
        return _elapsed(token, seconds)
    if token.kind != "date":
        return spoken(token)
    if token.text[0] in "ymd":
        return _calendar_part(token.text, section, moment)
    return _clock_part(token.text, moment, twelve=section.has("meridiem"))


def _calendar_part(code: str, section: Section, moment: Moment) -> str:
    size = len(code)
    if code[0] == "y":
        return f"{moment.year % 100:02d}" if size <= 2 else f"{moment.year:04d}"
    number = moment.month if code[0] == "m" else moment.day
    if size <= 2:
        return f"{number:0{size}d}"
    names = _names(section.language)
    if code[0] == "d":
        return (names.days_short if size == 3 else names.days)[moment.weekday]
    if size == 5:
        return names.months[number - 1][0]
    return (names.months_short if size == 3 else names.months)[number - 1]


def _clock_part(code: str, moment: Moment, *, twelve: bool) -> str:
    hours, rest = divmod(int(moment.seconds), 3600)
    if twelve:
        hours = hours % 12 or 12
    number = {"h": hours, "n": rest // 60, "s": rest % 60}[code[0]]
    return f"{number:0{min(len(code), 2)}d}"


def _elapsed(token: Token, seconds: Decimal) -> str:
    return f"{int(seconds) // _SECONDS[token.text[0]]:0{len(token.text)}d}"


class Names(NamedTuple):
    """The words of a language for dates."""

    months: tuple[str, ...]
    months_short: tuple[str, ...]
    days: tuple[str, ...]
    days_short: tuple[str, ...]
    separator: str


@cache
def _names(language: str) -> Names:
    """Return the words of a language, as Windows numbers it ('413') or as a name ('nl-nl')."""
    from babel import Locale, UnknownLocaleError  # heavy, and dates in words are rare

    name = _OUR_LANGUAGE
    if language:
        number = int(language, 16) if language.isalnum() and language[0].isdigit() else 0
        name = locale.windows_locale.get(number, "") or language.replace("-", "_")
    try:
        words = Locale.parse(name)
    except (UnknownLocaleError, ValueError) as error:
        raise FormatError(language) from error
    months, days = words.months["format"], words.days["format"]
    return Names(
        tuple(months["wide"][number] for number in range(1, 13)),
        tuple(months["abbreviated"][number].rstrip(".") for number in range(1, 13)),
        tuple(days["wide"][number] for number in range(7)),
        tuple(days["abbreviated"][number].rstrip(".") for number in range(7)),
        next(sign for sign in str(words.date_formats["short"]) if not sign.isalnum()),
    )
