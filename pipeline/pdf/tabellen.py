"""Tables of a PDF for who hears them: every cell knows the heads of its column, its row and its group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.pdf.bibliotheek import pikepdf
from pipeline.pdf.boom import Boom, Onderdeel, kenmerk, kinderen, onderdelen, zet_kenmerk


class Cel(NamedTuple):
    """A cell with its place in the grid of its table, from 0."""

    onderdeel: Onderdeel
    kolom: int
    breedte: int
    """Number of columns."""


def rijen(boom: Boom, tabel: Onderdeel) -> list[list[Cel]]:
    """Return the cells of every row with the columns that they stand in, merged cells counted."""
    bezet: set[tuple[int, int]] = set()
    uit: list[list[Cel]] = []
    for rij in _rijen(boom, tabel):
        cellen: list[Cel] = []
        kolom = 0
        for onderdeel in onderdelen(rij):
            while (len(uit), kolom) in bezet:
                kolom += 1
            breedte = int(kenmerk(onderdeel, "/ColSpan") or 1)
            hoogte = int(kenmerk(onderdeel, "/RowSpan") or 1)
            cellen.append(Cel(onderdeel, kolom, breedte))
            bezet |= {(len(uit) + i, kolom + j) for i in range(hoogte) for j in range(breedte)}
            kolom += breedte
        uit.append(cellen)
    return uit


def aantal_koprijen(boom: Boom, tabel: list[list[Cel]]) -> int:
    """Return how many rows at the top consist of column heads."""
    aantal = 0
    for rij in tabel:
        if not rij or any(boom.soort(cel.onderdeel) != "TH" for cel in rij):
            break
        aantal += 1
    return aantal


def noem_koppen(boom: Boom, tabel: Onderdeel, nummer: int) -> list[tuple[str, Onderdeel]]:
    """Make heads of the cells that name a row or a group of rows, and refer to them from all others.

    A reader finds the heads of a column and a row by the scope of those; but that a row belongs to
    the group above it shows in no scope, so every cell names its heads.  Returns the heads with the
    names they got, which are to be put in the tree's list of names.
    """
    rooster = rijen(boom, tabel)
    bovenaan = aantal_koprijen(boom, rooster)
    breedte = max((cel.kolom + cel.breedte for rij in rooster for cel in rij), default=0)
    namen: list[tuple[str, Onderdeel]] = []

    def noem(onderdeel: Onderdeel) -> str:
        naam = f"tabel-{nummer:03d}-kop-{len(namen) + 1:04d}"
        onderdeel.ID = pikepdf.String(naam)
        namen.append((naam, onderdeel))
        return naam

    kolomkoppen = [(cel, noem(cel.onderdeel)) for rij in rooster[:bovenaan] for cel in rij]
    groep: list[str] = []
    for rij in rooster[bovenaan:]:
        if not rij or not _heeft_inhoud(rij[0].onderdeel):
            continue
        eerste = rij[0].onderdeel
        eerste.S = pikepdf.Name.TH
        zet_kenmerk(eerste, "Table", Scope=pikepdf.Name.Row)
        naam = noem(eerste)
        if len(rij) == 1 and rij[0].breedte == breedte > 1:
            groep = [naam]
            continue
        _verwijs(eerste, groep)
        for cel in rij[1:]:
            _verwijs(cel.onderdeel, [*_erboven(cel, kolomkoppen), *groep, naam])
    return namen


def _rijen(boom: Boom, tabel: Onderdeel) -> Iterator[Onderdeel]:
    for onderdeel in onderdelen(tabel):
        soort = boom.soort(onderdeel)
        if soort == "TR":
            yield onderdeel
        elif soort in ("THead", "TBody", "TFoot"):
            yield from _rijen(boom, onderdeel)


def _heeft_inhoud(onderdeel: Onderdeel) -> bool:
    return bool(kinderen(onderdeel))


def _erboven(cel: Cel, koppen: list[tuple[Cel, str]]) -> list[str]:
    """Return the names of the column heads above a cell."""
    return [
        naam
        for kop, naam in koppen
        if kop.kolom < cel.kolom + cel.breedte and cel.kolom < kop.kolom + kop.breedte
    ]


def _verwijs(cel: Onderdeel, koppen: list[str]) -> None:
    if koppen:
        zet_kenmerk(cel, "Table", Headers=pikepdf.Array([pikepdf.String(naam) for naam in koppen]))
