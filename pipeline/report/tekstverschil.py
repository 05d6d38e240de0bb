"""What differs between two texts, in words: the part around it for a line, all of it for a page."""

from __future__ import annotations

import re

from pipeline.sequences import opcodes

BREED = 90
"""Characters of a text that fit on a line of the terminal."""
_WOORDEN = 12
"""Words before the difference that tell where it is."""
_VOOR, _NA = 60, 50
"""Characters before and after the begin of the difference."""

Deel = tuple[bool, str]
"""A part of a text, and whether the other text does not have it."""


def rond_verschil(was: str, wordt: str) -> tuple[str, str]:
    """Return what stands around the first difference; texts that fit on a line are given whole."""
    if max(len(was), len(wordt)) <= BREED:
        return was, wordt
    paren = enumerate(zip(was, wordt, strict=False))
    plek = next((nummer for nummer, (a, b) in paren if a != b), min(len(was), len(wordt)))
    woorden = [woord.start() for woord in re.finditer(r"\S+", was[:plek]) if plek - woord.start() <= _VOOR]
    # A word of an address may be longer than the line.
    begin = woorden[-_WOORDEN:][0] if woorden else max(0, plek - _VOOR)
    return _deel(was, begin, plek + _NA), _deel(wordt, begin, plek + _NA)


def kort(tekst: str, lengte: int = BREED) -> str:
    """Return the begin of a text."""
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 4]} ..."


def per_woord(was: str, wordt: str) -> tuple[list[Deel], list[Deel]]:
    """Cut two texts in parts that both have and parts that only one has, at whole words."""
    oud, nieuw = (re.findall(r"\s*\S+", tekst) for tekst in (was, wordt))
    links: list[Deel] = []
    rechts: list[Deel] = []
    for wat, i0, i1, j0, j1 in opcodes(oud, nieuw):
        for delen, woorden in ((links, oud[i0:i1]), (rechts, nieuw[j0:j1])):
            if woorden:
                delen.append((wat != "equal", "".join(woorden)))
    return links, rechts


def _deel(tekst: str, begin: int, einde: int) -> str:
    voor, na = ("... " if begin else ""), (" ..." if einde < len(tekst) else "")
    return f"{voor}{tekst[begin:einde]}{na}"
