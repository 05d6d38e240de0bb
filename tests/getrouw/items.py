"""The items that a document is compared by: one form for what is expected and what is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

KOP, ALINEA, OMSLAG, COLOFONREGEL, INHOUDSREGEL = "kop", "alinea", "omslag", "colofonregel", "inhoudsregel"
OPSOMMING, GENUMMERD, LETTERS, FASE = "opsomming", "genummerd", "letters", "fase"
TABELKOP, TABELGROEP, CEL_ALINEA, CEL_OPSOMMING, LEGE_CEL = (
    "tabelkop",
    "tabelgroep",
    "cel: alinea",
    "cel: opsomming",
    "lege cel",
)
AFBEELDING, BIJSCHRIFT, LEGE_ALINEA = "afbeelding", "bijschrift", "lege alinea"

MET_EIGEN_VETHEID = {KOP, OMSLAG, INHOUDSREGEL, TABELKOP, TABELGROEP, BIJSCHRIFT, AFBEELDING}
"""Forms whose style decides about bold and italic: there they are no emphasis of the text."""

VET, CURSIEF = "vet", "cursief"


@dataclass(frozen=True, slots=True)
class Opmaak:
    """A stretch of the text in bold or italic."""

    soort: str
    begin: int
    eind: int


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of the text that leads to a heading of the document (its text) or to a web address."""

    begin: int
    eind: int
    doel: str


@dataclass(frozen=True, slots=True)
class Cel:
    """A place in a table, counted from 1."""

    tabel: str
    rij: int
    kolom: int


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph (or picture) with its form; `tekst` has its number in front: '1.2 Inleiding', 'A. Wij'."""

    vorm: str
    tekst: str
    niveau: int = 0
    opmaak: tuple[Opmaak, ...] = ()
    links: tuple[Link, ...] = ()
    cel: Cel | None = None
    pad: tuple[str, ...] = ()
    """The headings that it stands under and, in a table, its group, row and column."""


def met_pad(items: Sequence[Item]) -> tuple[Item, ...]:
    """Give every item the headings that it stands under."""
    rijnamen = _rijnamen(items)
    koppen: list[Item] = []
    uit = []
    tabel, groep = "", ""
    for item in items:
        if item.vorm == KOP:
            koppen = [kop for kop in koppen if kop.niveau < item.niveau]
        pad = [kop.tekst for kop in koppen]
        if item.cel is not None:
            if item.cel.tabel != tabel:
                tabel, groep = item.cel.tabel, ""
            if item.vorm == TABELGROEP:
                groep = ""
            pad += [f"groep {groep}"] * bool(groep)
            pad += [rijnamen[item.cel.tabel, item.cel.rij], f"kolom {item.cel.kolom}"]
        uit.append(replace(item, pad=tuple(pad)))
        if item.vorm == KOP:
            koppen.append(item)
        elif item.vorm == TABELGROEP:
            groep = item.tekst
    return tuple(uit)


def _rijnamen(items: Iterable[Item]) -> dict[tuple[str, int], str]:
    """Name the rows of the tables after what stands in their first cell."""
    namen: dict[tuple[str, int], list[str]] = {}
    for item in items:
        if item.cel is None:
            continue
        naam = namen.setdefault((item.cel.tabel, item.cel.rij), [])
        if item.vorm in {TABELKOP, TABELGROEP}:
            naam[:] = [f"({item.vorm})"]
        elif item.cel.kolom == 1:
            naam.append(item.tekst)
    return {plek: f"rij '{' / '.join(delen)}'" for plek, delen in namen.items()}


def stukken(tekst: str, waar: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give the stretches of the text where `waar` holds; the white space around them does not count."""
    begin: int | None = None
    eind = 0
    for plek, teken in enumerate(tekst):
        if teken.isspace():
            continue
        if waar[plek]:
            begin = plek if begin is None else begin
            eind = plek + 1
        elif begin is not None:
            yield begin, eind
            begin = None
    if begin is not None:
        yield begin, eind
