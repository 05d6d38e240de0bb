"""Reads the little Markdown of the frozen sources: **bold**, *italic* and [link](#)."""

from __future__ import annotations

import re

from tests.getrouw.items import CURSIEF, VET, Opmaak, stukken

_TEKEN = re.compile(r"(?P<vet>\*\*)|(?P<cursief>\*)|\[(?P<link>[^\[\]]*)\]\(#\)")


def ontleed(md: str) -> tuple[str, tuple[Opmaak, ...], tuple[tuple[int, int], ...]]:
    """Return the plain text, its bold and italic, and the stretches that are a link."""
    tekst = ""
    vet: list[bool] = []
    cursief: list[bool] = []
    links = []
    nu_vet = nu_cursief = False
    begin = 0

    def voeg_toe(deel: str) -> None:
        nonlocal tekst
        tekst += deel
        vet.extend([nu_vet] * len(deel))
        cursief.extend([nu_cursief] * len(deel))

    for match in _TEKEN.finditer(md):
        voeg_toe(md[begin : match.start()])
        begin = match.end()
        if match["vet"]:
            nu_vet = not nu_vet
        elif match["cursief"]:
            nu_cursief = not nu_cursief
        else:
            links.append((len(tekst), len(tekst) + len(match["link"])))
            voeg_toe(match["link"])
    voeg_toe(md[begin:])
    opmaak = [Opmaak(VET, *stuk) for stuk in stukken(tekst, vet)]
    opmaak += [Opmaak(CURSIEF, *stuk) for stuk in stukken(tekst, cursief)]
    return tekst, tuple(opmaak), tuple(links)


def kale_tekst(md: str) -> str:
    """Return the plain text alone."""
    return ontleed(md)[0]
