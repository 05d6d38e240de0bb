"""Text with bold, italic, raised and lowered signs, and links, as a person types it in one cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.links import AlmostLink, almost_links, find_links

VertAlign = Literal["", "superscript", "subscript"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one form. `doel` is a web address, or `#...` for a place in the plan."""

    tekst: str
    vet: bool = False
    cursief: bool = False
    doel: str = ""
    vert_align: VertAlign = ""
    """Raised above the line or lowered below it, as in m² and CO₂."""

    @property
    def form(self) -> tuple[bool, bool, VertAlign, str]:
        """All but the text: runs of one form that touch are one run."""
        return self.vet, self.cursief, self.vert_align, self.doel


Runs = tuple[Run, ...]


def platte_tekst(runs: Iterable[Run]) -> str:
    """Return the text alone."""
    return "".join(run.tekst for run in runs)


def als_runs(tekst: str) -> Runs:
    """Return plain text as runs; no text is no runs."""
    return (Run(tekst),) if tekst else ()


def joined(runs: Iterable[Run]) -> Runs:
    """Make one run of those that touch and have one form."""
    samen: list[Run] = []
    for run in runs:
        if samen and samen[-1].form == run.form:
            samen[-1] = replace(samen[-1], tekst=samen[-1].tekst + run.tekst)
        else:
            samen.append(run)
    return tuple(samen)


def met_links(runs: Iterable[Run]) -> Runs:
    r"""Replace what is typed as a link by a run with a target.

    A backslash before the opening bracket (`\[tekst](https://...)`) keeps those characters as
    typed, without the backslash; two backslashes give one backslash and a link.  Only before
    something that would be a link has a backslash this meaning, so any other text stays as it is.
    A link text that is bold in part is split: the target is on each part.
    """
    samen = list(joined(runs))
    tekst = platte_tekst(samen)
    uit: list[Run] = []
    begin = 0
    for link in find_links(tekst):
        slashes = link.bracket - link.begin
        uit += _deel(samen, begin, link.begin + slashes // 2)
        if slashes % 2:
            uit += _deel(samen, link.bracket, link.end)
        elif words := _deel(samen, link.bracket + 1, link.words_end):
            uit += [replace(word, doel=link.address) for word in words]
        else:
            (bracket,) = _deel(samen, link.end - 1, link.end)
            uit.append(replace(bracket, tekst="", doel=link.address))
        begin = link.end
    uit += _deel(samen, begin, len(tekst))
    return tuple(uit)


def verkeerde_links(runs: Iterable[Run]) -> list[AlmostLink]:
    """Return what stands in text as if it were a link; a link that is literal on purpose is none."""
    return list(almost_links("".join("\0" if run.doel else run.tekst for run in runs)))


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
