"""Whether a PDF says what its Word file says: the same words, in the same order, and all of them seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise, zip_longest

from pipeline.bevinding import Bevinding, WordPlaats
from pipeline.document.passages import GENERATED, Passage
from pipeline.glyphs import unreadable
from pipeline.pdf.drawn import Drawn
from pipeline.pdf.plek import LANGSTE, Wijzer
from pipeline.pdf.reading import Mark, Spoken

_LABEL_LENGTH = 14
"""Characters that a bullet or a number of a list may have: 'Fase 10:', 'viii)'."""
_GENERATED_LENGTH = 200
_AHEAD = 100
"""Passages among which one is looked for, after the one before it."""
_COMPARED = 300
"""Letters, or words, by which two texts are compared to say how they differ."""
_ALIKE = 0.5
"""Part of the letters that two texts must share to be one text that was changed."""
_HYPHENS = frozenset("-\u2010\u2011\u00ad\u2212")
_ASIDE = 36.0
"""Points to the right from which a text stands beside another, as in columns."""
_RISE = 3.0
"""Points by which a paragraph may stand higher than the one before it: in larger letters."""
_RISE_OF_LINE = 8.0
"""Points by which a piece of a line may stand higher than the one before it: raised, or larger."""


def compare(
    passages: Sequence[Passage],
    spoken: Sequence[Spoken],
    shown: dict[Mark, Drawn],
    pointer: Wijzer,
    file: str,
) -> Iterator[Bevinding]:
    """Give all in which a PDF differs from its Word file, or its pages from its structure."""
    yield from _words(passages, spoken, pointer, file)
    yield from _letters(spoken, shown, pointer)
    yield from _places(spoken, shown, pointer)


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """Return the letters and signs of a text, without what differs by line, form or font only."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(
        sign
        for sign in folded
        if sign not in _HYPHENS and (sign == GENERATED or unicodedata.category(sign)[0] not in "ZC")
    )


# Word against what is heard


def _words(
    passages: Sequence[Passage], spoken: Sequence[Spoken], pointer: Wijzer, file: str
) -> Iterator[Bevinding]:
    in_order = [passage for passage in passages if not passage.loose and key(passage.text)]
    said = [key("".join(one.heard)) for one in spoken]
    beside, unsaid = _beside(passages, spoken, said)
    places = [place for place in range(len(spoken)) if place not in beside]
    heard = [said[place] for place in places]
    lost: list[tuple[Passage, Spoken | None]] = []
    extra: list[int] = []
    for begin, end, first, last in _differences(in_order, heard):
        if _really_differ(in_order[begin:end], heard[first:last]):
            extra += places[first:last]
            others = [spoken[place] for place in places[first:last]]
            lost += _paired(in_order[begin:end], others, heard[first:last])
    for passage in unsaid:
        found = next((place for place in extra if _says(passage, said[place])), None)
        if found is None:
            lost.append((passage, None))
        else:
            extra.remove(found)
    partners = {id(other) for _, other in lost if other is not None}
    for passage, instead in lost:
        moved = next((place for place in extra if _says(passage, said[place])), None)
        if moved is not None:
            extra.remove(moved)
            yield Bevinding("pdf-volgorde", _place(passage, file), _begin(passage.text))
        elif instead is not None:
            yield _difference(passage, instead, file)
        else:
            yield Bevinding("pdf-tekst-weg", _place(passage, file), _begin(passage.text))
    for place in extra:
        if id(spoken[place]) not in partners and said[place]:
            words = _begin("".join(spoken[place].heard))
            yield Bevinding("pdf-tekst-extra", pointer.onderdeel(spoken[place].element), words)


def _beside(
    passages: Sequence[Passage], spoken: Sequence[Spoken], said: list[str]
) -> tuple[set[int], list[Passage]]:
    """Return what is said beside the text, of notes and boxes, and the notes and boxes that are not."""
    open_places = [place for place, one in enumerate(spoken) if one.loose]
    found: set[int] = set()
    unsaid = []
    for passage in passages:
        if passage.loose and key(passage.text):
            place = next((p for p in open_places if p not in found and _says(passage, said[p])), None)
            if place is None:
                unsaid.append(passage)
            else:
                found.add(place)
    return found, unsaid


def _differences(passages: list[Passage], heard: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Give each stretch of passages and of what is heard in which these differ."""
    begin = 0
    while begin < min(len(passages), len(heard)) and _says(passages[begin], heard[begin]):
        begin += 1
    rest = min(len(passages), len(heard)) - begin
    same = 0
    while same < rest and _says(passages[-1 - same], heard[-1 - same]):
        same += 1
    stop, until = len(passages) - same, len(heard) - same
    keys = _keys(passages[begin:stop], heard[begin:until])
    matcher = SequenceMatcher(None, keys, heard[begin:until], autojunk=False)
    for kind, one, two, three, four in matcher.get_opcodes():
        if kind != "equal":
            yield begin + one, begin + two, begin + three, begin + four


def _keys(passages: list[Passage], heard: list[str]) -> list[str]:
    """Return the key of every passage; of one with pieces that are filled in, that of what says it.

    Each is looked for after the one before it, as more than one may say the same.
    """
    place = 0
    keys = []
    for passage in passages:
        own = key(passage.text)
        ahead = range(place, min(place + _AHEAD, len(heard)))
        found = next((n for n in ahead if heard[n] == own or _says(passage, heard[n])), None)
        if found is not None:
            own, place = heard[found], found + 1
        keys.append(own)
    return keys


def _says(passage: Passage, heard: str) -> bool:
    """Tell whether these are the words of a passage, with whatever a program fills in."""
    pieces = key(passage.text).split(GENERATED)
    if passage.label and heard.startswith(key(passage.label)):
        return _fits(pieces, heard[len(key(passage.label)) :], 0)
    return _fits(pieces, heard, _LABEL_LENGTH if passage.numbered else 0)


def _fits(pieces: list[str], heard: str, label: int) -> bool:
    """Tell whether a text consists of pieces with something filled in between, after at most a label."""
    if len(pieces) == 1:
        return heard.endswith(pieces[0]) and len(heard) - len(pieces[0]) <= label
    place, room = 0, label
    for piece in pieces[:-1]:
        found = heard.find(piece, place, place + room + len(piece))
        if found < 0:
            return False
        place, room = found + len(piece), _GENERATED_LENGTH
    return heard.endswith(pieces[-1]) and 0 <= len(heard) - len(pieces[-1]) - place <= room


def _really_differ(passages: list[Passage], heard: list[str]) -> bool:
    """Tell whether words differ, or stand in other paragraphs: a break of a page parts one in two."""
    if len(passages) == len(heard) == 1 or not passages or not heard:
        return True
    pieces = [""]
    for passage in passages:
        own = key(passage.text).split(GENERATED)
        if passage.label or passage.numbered:
            own.insert(0, "")
        pieces[-1] += own[0]
        pieces += own[1:]
    return not _fits(pieces, "".join(heard), 0)


def _paired(
    passages: list[Passage], spoken: Sequence[Spoken], heard: list[str]
) -> list[tuple[Passage, Spoken | None]]:
    """Return each passage with what stands in its place, if both begin or end alike."""
    pairs: list[tuple[Passage, Spoken | None]] = []
    for passage, other in zip_longest(passages, zip(spoken, heard, strict=True)):
        if passage is not None:
            alike = other is not None and _are_alike(key(passage.text), other[1])
            pairs.append((passage, other[0] if alike and other is not None else None))
    return pairs


def _are_alike(one: str, other: str) -> bool:
    inside = bool(other) and (one in other or other in one)
    return inside or SequenceMatcher(None, one[:_COMPARED], other[:_COMPARED]).ratio() > _ALIKE


def _difference(passage: Passage, other: Spoken, file: str) -> Bevinding:
    """Say which words differ, or which signs cannot be printed: that is what people can mend."""
    if signs := list(unreadable(passage.text)):
        return _signs(signs, _place(passage, file))
    ours, theirs = passage.text.split()[:_COMPARED], "".join(other.heard).split()[:_COMPARED]
    for kind, begin, end, first, last in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            in_word, in_pdf = " ".join(ours[begin:end]), " ".join(theirs[first:last])
            if key(in_word) != key(in_pdf):
                return Bevinding("pdf-tekst-anders", _place(passage, file), _begin(in_word), _begin(in_pdf))
    return Bevinding(
        "pdf-tekst-anders", _place(passage, file), _begin(passage.text), _begin(" ".join(theirs))
    )


# What is heard against what is drawn


def _letters(spoken: Sequence[Spoken], shown: dict[Mark, Drawn], pointer: Wijzer) -> Iterator[Bevinding]:
    for one in spoken:
        heard, letters = "".join(one.heard), "".join(one.drawn)
        seen = [shown[mark] for mark in one.marks if mark in shown]
        on_page = "".join(piece.text for piece in seen)
        differs = not _same(heard, letters, one)
        unseen = any(piece.hidden for piece in seen) or not _same(on_page, letters, one)
        if one.missing or ((differs or unseen) and any(unreadable(heard))):
            yield _signs(one.missing or list(unreadable(heard)), pointer.onderdeel(one.element))
        elif differs:
            place = pointer.onderdeel(one.element)
            yield Bevinding("pdf-voorlezen-anders", place, _begin(heard), _begin(letters))
        elif unseen:
            yield Bevinding("pdf-onzichtbaar", pointer.onderdeel(one.element), _begin(heard))


def _signs(signs: Sequence[str], place: WordPlaats) -> Bevinding:
    return Bevinding("pdf-teken-ontbreekt", place, "', '".join(dict.fromkeys(filter(str.strip, signs))))


def _same(text: str, letters: str, one: Spoken) -> bool:
    """Compare two texts, but for the order in a line of which letters are drawn after the others."""
    if one.disordered:
        return sorted(key(text)) == sorted(key(letters))
    return key(text) == key(letters)


# The order of what is heard against that of the pages


def _places(spoken: Sequence[Spoken], shown: dict[Mark, Drawn], pointer: Wijzer) -> Iterator[Bevinding]:
    """What is read later stands on a later page, or lower on the page, or beside it."""
    before: Spoken | None = None
    for one in spoken:
        if one.loose:
            continue
        if before is not None and _is_above(before, one, shown):
            yield Bevinding(
                "pdf-volgorde-bladzijde", pointer.onderdeel(one.element), _begin("".join(one.heard))
            )
        before = one if before is None or one.row != before.row or one.row == 0 else before


def _is_above(before: Spoken, one: Spoken, shown: dict[Mark, Drawn]) -> bool:
    page_before, page = before.marks[0][0], one.marks[0][0]
    if any(
        later[0] < earlier[0] or (later[0] == earlier[0] and _rises(earlier, later, shown, _RISE_OF_LINE))
        for earlier, later in pairwise(one.marks)
    ):
        return True
    if one.row and one.row == before.row:
        return False
    if page_before != page:
        return page < page_before
    if one.row or before.row or before.marks[-1][0] != page:
        return False
    return _rises(before.marks[0], one.marks[0], shown, _RISE)


def _rises(earlier: Mark, later: Mark, shown: dict[Mark, Drawn], most: float) -> bool:
    """Tell whether a later piece stands above an earlier one, and not beside it."""
    first, second = shown.get(earlier), shown.get(later)
    if first is None or second is None:
        return False
    return second.top > first.top + most and second.left < first.left + _ASIDE


def _place(passage: Passage, file: str) -> WordPlaats:
    return WordPlaats(file, passage.heading, _begin(passage.text), passage.order)


def _begin(text: str) -> str:
    words = " ".join(text.replace(GENERATED, "...").split())
    return words if len(words) <= LANGSTE else f"{words[:LANGSTE].rstrip()} ..."
