"""Addresses as people type them: which are good, which are almost good and why, and which are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import unquote

_WEB = re.compile(r"https?://[^\s/?#]+\.[^\s/?#]+\S*", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@?]+@[^\s?]+(?:\?\S*)?", re.IGNORECASE)
_PHONE = re.compile(r"tel:[+(]*\d[\d\s().+-]*(?:;\S*)?", re.IGNORECASE)
_PLACE = re.compile(r"#\S+")

_BRACKET = re.compile(r"[\[\]]")
_NESTED = r"(?:[^\s()]++|\((?:[^\s()]++|\([^\s()]*+\))*+\))*+"
"""An address with brackets in it, as those of Wikipedia: each that opens also closes."""
_TARGET = re.compile(
    r"\([ \t]*(?:<(?P<pointed>[^<>\n]*)>"
    r"|(?P<phone>(?i:tel):[^()\n]*(?:\([^()\n]*\)[^()\n]*)*)"
    rf"|(?P<plain>{_NESTED}))[ \t]*\)"
)
"""What follows the words of a link: an address, an address between < and >, or a number with spaces."""

_REFERENCE = re.compile(
    r"(?:kernaanpak|bijlage|hoofdstuk|paragraaf|punt)-\d[\d.]*|organisaties", re.IGNORECASE
)
"""A place in the plan, as it is typed behind the `#`."""
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?=[/?#:]|$)", re.IGNORECASE)
_MAILBOX = re.compile(r"[^\s@:/]+@[^\s@]+\.[^\s@]+")
_SCHEME = re.compile(r"[a-z][a-z+]{1,9}:/|(?:mailto|tel|sms|file|ftp|https?):|https?/", re.IGNORECASE)
_ONLY_BEGIN = re.compile(r"#?|(?:https?:/{0,2})?(?:www\.)?|(?:mailto|tel):", re.IGNORECASE)
"""What stands there when the address itself was forgotten."""
_ALMOST = re.compile(
    r"\[[^\[\]\n]*\](?P<gap> ?)(?P<open>[(\[])"
    r"(?P<address>[^()\[\]\n]*(?:\([^()\n]*\)[^()\[\]\n]*)*)(?P<close>[)\]]?)"
    r"|\([^()\n]+\)\[(?P<address_before>[^\[\]\n]+)\]"
)
"""What somebody types who may mean a link: words in brackets and then something in brackets."""


class AlmostLink(NamedTuple):
    """What looks like a link and is none."""

    text: str
    kind: Literal["wrong", "empty", "doubtful"]
    """Certainly meant as a link; a link whose address was forgotten; or perhaps no link at all."""
    advice: str
    """What to do, in Dutch."""


class TypedLink(NamedTuple):
    """A link in a text: where its backslashes, its bracket, the end of its words and it itself stand."""

    begin: int
    bracket: int
    words_end: int
    end: int
    address: str


def clean_address(typed: str) -> str:
    """Return an address that a link can have, as typed; an empty text for anything else.

    Spaces in the number of a telephone are left out, as an address has none.
    """
    typed = typed.strip()
    if _PHONE.fullmatch(typed):
        return "".join(typed.split())
    return typed if any(form.fullmatch(typed) for form in (_WEB, _MAIL, _PLACE)) else ""


def find_links(text: str) -> Iterator[TypedLink]:
    """Give every link that is typed as `[words](address)`; one in the words of another goes first."""
    opened: list[int] = []
    place = 0
    while bracket := _BRACKET.search(text, place):
        place = bracket.end()
        if bracket[0] == "[":
            opened.append(bracket.start())
        elif opened:
            begin = opened.pop()
            target = _TARGET.match(text, place)
            address = clean_address(_typed(target)) if target else ""
            if target and address:
                slashes = begin
                while slashes and text[slashes - 1] == "\\":
                    slashes -= 1
                yield TypedLink(slashes, begin, bracket.start(), target.end(), address)
                place = target.end()
                opened.clear()


def _typed(target: re.Match[str]) -> str:
    return next(part for part in (target["pointed"], target["phone"], target["plain"]) if part is not None)


def almost_links(text: str) -> Iterator[AlmostLink]:
    """Give what was meant as a link, or may have been, and would be printed as it is typed."""
    for link in find_links(text):
        text = f"{text[: link.bracket]}{chr(0) * (link.end - link.bracket)}{text[link.end :]}"
    for found in _ALMOST.finditer(text):
        if found["address_before"]:
            address, whole, turned = found["address_before"].strip(), found[0], True
        else:
            address, turned = found["address"].strip(), False
            if not found["close"]:
                address = next(iter(address.split()), "")
            end = (
                found.end() if found["close"] else text.index(address, found.start("address")) + len(address)
            )
            whole = text[found.start() : end]
        beside = not found["gap"] and found["open"] == "("
        if not turned and _ONLY_BEGIN.fullmatch(address):
            if beside and found["close"]:
                yield AlmostLink(whole, "empty", "Zet het adres tussen de ronde haken.")
        elif _is_addresslike(address):
            kind: Literal["wrong", "doubtful"] = "doubtful" if found["gap"] else "wrong"
            yield AlmostLink(whole, kind, _advice(found, address))
        elif beside and found["close"] and address:
            yield AlmostLink(whole, "doubtful", "Is het geen link? Zet dan een spatie tussen ] en (.")


def _is_addresslike(address: str) -> bool:
    """Whether something can only be meant as an address."""
    address = address.strip('<>"')
    forms = (_SCHEME, _HOST, _MAILBOX, _REFERENCE)
    return address.startswith(("#", "www.")) or any(form.match(address) for form in forms)


def _advice(found: re.Match[str], address: str) -> str:
    """Say what keeps something from being a link, as far as that can be seen."""
    if found["address_before"]:
        return "Zet de woorden tussen rechte haken en het adres erachter tussen ronde haken."
    if found["gap"]:
        return "Is het een link? Haal dan de spatie tussen ] en ( weg."
    if found["open"] == "[":
        return "Zet het adres tussen ronde haken."
    if not found["close"]:
        return "Zet een ) achter het adres."
    before, *after = re.split(r"\s+", address, maxsplit=1)
    if after and after[0][:1] in ("'", '"', "\u201c", "\u2018"):
        return f"Haal {after[0]} weg: tussen de ronde haken staat alleen het adres."
    if after:
        return (
            f"In het adres staat een spatie, na '{before}'. Haal die weg, of typ %20 in plaats van de spatie."
        )
    if _MAILBOX.fullmatch(address):
        return f"Zet mailto: voor het adres: (mailto:{address})."
    if _REFERENCE.fullmatch(address):
        return f"Zet een # voor de plaats: (#{address})."
    if _HOST.match(address):
        return f"Zet https:// voor het adres: (https://{address})."
    return "Een adres begint met https://, mailto:, tel: of #. Zo hoort het: [onze website](https://www.voorbeeld.nl)."


def same_address(one: str, other: str) -> bool:
    """Whether two addresses lead to the same place, however a person or a program writes them."""
    if any(address.strip().lower().startswith("tel:") for address in (one, other)):
        return _digits(one) == _digits(other)
    return _plain(one) == _plain(other)


def _digits(number: str) -> str:
    return re.sub(r"[^\d+]", "", number.partition(";")[0])


def _plain(address: str) -> str:
    """Return an address without what makes no difference: http or https, codes, a last slash, capitals."""
    address = unicodedata.normalize("NFC", unquote(address.strip()))
    scheme, colon, rest = address.partition(":")
    if colon and scheme.lower() == "mailto":
        return rest.casefold()
    host, path = re.fullmatch(r"(?is)(?:https?://)?([^/?#]*)(.*)", address).groups()  # type: ignore[union-attr]
    return _host(host) + re.sub(r"^/(?=[?#]|$)|/$", "", path)


def _host(host: str) -> str:
    """Return the name of a site in small letters, without the codes for letters with accents."""
    host = re.sub(r":(?:80|443)$", "", host.lower())
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
