"""Text with bold, italic and links, as a person types it in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

_LINK = re.compile(
    r"(?<!\\)(?P<schuin>\\*)\[(?P<tekst>[^\[\]]*)\]\((?P<doel>(?:https?://|mailto:|tel:|#)[^\s()]*)\)"
)
"""A link as typed: `[tekst](https://...)` or `[tekst](#kernaanpak-2)`, with backslashes before it."""


_BIJNA_LINK = re.compile(r"\[[^\[\]\n]+\] ?[(\[][^\s)\]]*[)\]]?|\([^()\n]+\)\[[^\[\]\n]+\]")
"""What somebody types who means a link: words in brackets and then something in brackets."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one form. `doel` is a web address, or `#...` for a place in the plan."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    doel: str = ""


Runs = tuple[Run, ...]


def platte_tekst(runs: Iterable[Run]) -> str:
    """Return the text alone."""
    return "".join(run.tekst for run in runs)


def als_runs(tekst: str) -> Runs:
    """Return plain text as runs; no text is no runs."""
    return (Run(tekst),) if tekst else ()


def met_links(runs: Iterable[Run]) -> Runs:
    r"""Replace what is typed as a link by a run with a target.

    A backslash before the opening bracket (`\[tekst](https://...)`) keeps those characters as
    typed, without the backslash; two backslashes give one backslash and a link.  Only before
    something that would be a link has a backslash this meaning, so any other text stays as it is.
    A link text that is bold in part is split: the target is on each part.
    """
    samen: list[Run] = []
    for run in runs:
        if samen and (samen[-1].vet, samen[-1].cursief) == (run.vet, run.cursief):
            samen[-1] = replace(samen[-1], tekst=samen[-1].tekst + run.tekst)
        else:
            samen.append(run)
    tekst = platte_tekst(samen)
    uit: list[Run] = []
    begin = 0
    for match in _LINK.finditer(tekst):
        schuin = match["schuin"]
        letterlijk = len(schuin) % 2 == 1
        uit += _deel(samen, begin, match.start() + len(schuin) // 2)
        if letterlijk:
            uit += _deel(samen, match.start("schuin") + len(schuin), match.end())
        elif match["tekst"]:
            delen = _deel(samen, match.start("tekst"), match.end("tekst"))
            uit += [replace(deel, doel=match["doel"]) for deel in delen]
        else:
            (haak,) = _deel(samen, match.end() - 1, match.end())
            uit.append(replace(haak, tekst="", doel=match["doel"]))
        begin = match.end()
    uit += _deel(samen, begin, len(tekst))
    return tuple(uit)


def verkeerde_links(runs: Iterable[Run]) -> list[str]:
    """Return what stands in text as if it were a link; a link that is literal on purpose is none."""
    tekst = "".join("\0" if run.doel else run.tekst for run in runs)
    return [match[0] for match in _BIJNA_LINK.finditer(tekst) if not _LINK.match(tekst, match.start())]


def regels(runs: Iterable[Run]) -> Iterator[Runs]:
    """Split at line breaks; each line keeps its bold, italic and links. Empty lines are left out."""
    regel: list[Run] = []
    for run in runs:
        if run.doel and not run.tekst:
            regel.append(run)
        for nummer, deel in enumerate(run.tekst.split("\n")):
            if nummer:
                yield from _niet_leeg(regel)
                regel = []
            if deel:
                regel.append(replace(run, tekst=deel))
    yield from _niet_leeg(regel)


def zonder_begin(runs: Runs, aantal: int) -> Runs:
    """Return the runs without their first `aantal` characters; a link without a text stays."""
    uit: list[Run] = []
    for run in runs:
        if len(run.tekst) > aantal or not run.tekst:
            uit.append(replace(run, tekst=run.tekst[aantal:]))
        aantal = max(aantal - len(run.tekst), 0)
    return tuple(uit)


def _niet_leeg(regel: list[Run]) -> Iterator[Runs]:
    if platte_tekst(regel).strip() or any(run.doel for run in regel):
        yield tuple(regel)


def _deel(runs: list[Run], begin: int, eind: int) -> list[Run]:
    """Cut the stretch [begin, eind) of the characters out of the runs."""
    uit: list[Run] = []
    plek = 0
    for run in runs:
        stuk = run.tekst[max(begin - plek, 0) : max(eind - plek, 0)]
        if stuk:
            uit.append(replace(run, tekst=stuk))
        plek += len(run.tekst)
    return uit
