r"""Text with its form, and the notation in which people type a link: `[words](https://...)`.

Written anew on purpose: what this module and `pipeline.markup` would share, neither could judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import unquote

_PAIR = r"\[[^\[\]]*+\](?!\()"
_PAIRS = rf"(?:[^\[\]]++|\[(?:[^\[\]]++|{_PAIR})*+\](?!\())*+"
"""Words in which other brackets come in pairs, and that hold no link themselves."""
_BEGIN = re.compile(
    rf"(?<!\\)(?P<slashes>\\*)\[(?P<words>{_PAIRS})\]\([ \t]*(?P<pointed><?)"
    r"(?=(?:https?://|mailto:|tel:|#))",
    re.IGNORECASE,
)
"""How a link begins; its address ends at the bracket that closes it."""
_GOOD = re.compile(
    r"https?://[^\s/?#]+\.[^\s/?#]+\S*|mailto:[^\s@?]+@\S+|tel:[+(]*\d[\d\s().+;=-]*|#\S+", re.IGNORECASE
)
"""An address that can be one."""
_PAGE = "#pagina:"
"""What begins a link after whose words a number is printed, with a space between."""
_PASTED = r"\s*(?:[\uf000-\uf0ff]\s*|[•·∙●○◦▪▫■□◼◾‣\u2043➢➤►▸❖✓✔]\s+|[o§Øüvqà](?:\t\s*|\s{2,}))(?=\S)"
"""Signs with which a line begins that is an item of a list, as programs paste them."""
_BULLET = re.compile(rf"\s*[-–*]\s+(?=\S)|{_PASTED}")
_ITEM = re.compile(_PASTED)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one form."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: str = ""
    """'superscript' or 'subscript'; empty for text on the line."""
    target: str = ""
    """The address of a link, or '#...' for a place in the document."""


Rich = tuple[Span, ...]


def plain(rich: Iterable[Span]) -> str:
    """Return the text alone."""
    return "".join(span.text for span in rich)


def tidy(rich: Iterable[Span]) -> Rich:
    """Join neighbours of one form, and leave out what is empty and the space at both ends."""
    joined: list[Span] = []
    for span in rich:
        if not span.text:
            continue
        if joined and _form(joined[-1]) == _form(span):
            joined[-1] = replace(joined[-1], text=joined[-1].text + span.text)
        else:
            joined.append(span)
    while joined and not joined[0].text.strip():
        del joined[0]
    while joined and not joined[-1].text.strip():
        del joined[-1]
    if joined:
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(joined)


def _form(span: Span) -> tuple[bool, bool, str, str]:
    return span.bold, span.italic, span.raised, span.target


def lines(rich: Rich) -> list[Rich]:
    """Split at line breaks; lines with nothing in them are left out."""
    found: list[list[Span]] = [[]]
    for span in rich:
        first, *rest = span.text.split("\n")
        found[-1].append(replace(span, text=first))
        found += [[replace(span, text=part)] for part in rest]
    return [line for line in map(tidy, found) if line]


def cut(rich: Rich, begin: int, end: int) -> Rich:
    """Return the characters [begin, end) with their form."""
    out: list[Span] = []
    place = 0
    for span in rich:
        part = span.text[max(begin - place, 0) : max(end - place, 0)]
        if part:
            out.append(replace(span, text=part))
        place += len(span.text)
    return tuple(out)


def with_links(rich: Rich) -> Rich:
    """Return the text as a reader sees it, with a target on the words of each link."""
    text = plain(rich)
    if "](" not in text:
        return rich
    out: list[Span] = []
    done = 0
    for begin, slashes, words, end in _links(text):
        out += cut(rich, done, begin + len(slashes) // 2)
        words_at = begin + len(slashes) + 1
        if len(slashes) % 2:
            out += cut(rich, begin + len(slashes), end)
        else:
            target = text[words_at + len(words) + 2 : end - 1].strip(" \t<>")
            named = cut(rich, words_at, words_at + len(words))
            if not words:
                form = cut(rich, end - 1, end)[0]
                named = (replace(form, text=_usual_words(target)),)
            if words and target.startswith(_PAGE):
                named = (*named[:-1], replace(named[-1], text=named[-1].text + " "))
            out += [replace(span, target=target) for span in named]
        done = end
    return (*out, *cut(rich, done, len(text)))


def _links(text: str) -> Iterator[tuple[int, str, str, int]]:
    """Give for each link: where it begins, the backslashes before it, its words, and where it ends."""
    place = 0
    while (match := _BEGIN.search(text, place)) is not None:
        end = _closing_bracket(text, match.end())
        if end is None or not _GOOD.fullmatch(text[match.end() : end].strip(" \t>")):
            place = match.end()
            continue
        yield match.start(), match["slashes"], match["words"], end + 1
        place = end + 1


def _closing_bracket(text: str, begin: int) -> int | None:
    """Return where an address ends; brackets in it come in pairs."""
    depth = 0
    for place in range(begin, len(text)):
        sign = text[place]
        if sign == "(":
            depth += 1
        elif sign == ")" and not depth:
            return place
        elif sign == ")":
            depth -= 1
        elif sign == "\n":
            return None
    return None


def _usual_words(target: str) -> str:
    """Return what stands for a link without words: '#bijlage-1' is 'bijlage 1'."""
    if target.startswith(_PAGE):
        return ""
    return target[1:].replace("-", " ") if target.startswith("#") else target


def same_target(typed: str, found: str) -> bool:
    """Tell whether an address in the file is the one that was typed; how it is encoded does not count."""
    return _bare(typed) == _bare(found)


def _bare(target: str) -> str:
    if target.startswith("#"):
        name = target.removeprefix(_PAGE).removeprefix("#")
        return "#" + re.sub(r"[^0-9A-Za-z_]", "_", name)
    scheme, colon, rest = target.partition(":")
    return scheme.lower() + colon + re.sub(r"\s", "", unquote(rest)).rstrip("/")


def pasted(rich: Rich) -> list[Rich]:
    """Divide a text in which a list was pasted: each item by itself, and what stands between as it is."""
    text = plain(rich)
    parts: list[tuple[int, int]] = []
    begin, was_item = 0, True
    for line in text.splitlines(keepends=True):
        item = _ITEM.match(line) is not None
        if not line.strip():
            begin += len(line)
            continue
        if item or was_item:
            parts.append((begin, begin + len(line)))
        else:
            parts[-1] = (parts[-1][0], begin + len(line))
        begin, was_item = begin + len(line), item
    return [tidy(cut(rich, *part)) for part in parts]


def is_pasted(rich: Rich) -> bool:
    """Whether a list was pasted in a text."""
    return any(_ITEM.match(line) for line in plain(rich).splitlines())


def without_bullet(rich: Rich) -> Rich | None:
    """Return a line without the sign that makes it an item of a list; None for any other line."""
    text = plain(rich)
    match = _BULLET.match(text)
    return None if match is None else cut(rich, match.end(), len(text))


def without_escape(rich: Rich) -> Rich | None:
    r"""Return a line in which a backslash keeps its dash (`\- no item`), without the backslash."""
    text = plain(rich)
    return cut(rich, 1, len(text)) if text.startswith("\\") and _BULLET.match(text, 1) else None
