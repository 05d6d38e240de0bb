"""The ranking of the factoren: from scores, or in a given order."""

from __future__ import annotations

from pipeline.build.waarden import Waarden
from pipeline.model import Factor, Rangorde, open_plek
from pipeline.workbook.sheets import FactorRij

TOP = 15
"""How many factoren form the basis of the kernaanpakken."""


def maak_rangorde(rijen: list[FactorRij], waarden: Waarden) -> Rangorde:
    """Rank the factors by score where scores are known, else by their given place.

    Factors with the same score share a place; a tie at the last place of the top keeps all who
    share it, so that chance does not decide who falls out.  Scores and given places do not mix.
    """
    gescoord = [(rij, score) for rij in rijen if (score := waarden.getal(rij.score)) is not None]
    gegeven = [(rij, plaats) for rij in rijen if (plaats := waarden.getal(rij.volgorde)) is not None]
    if gescoord:
        for rij, plaats in gegeven:
            waarden.meld("volgorde-niet-gevraagd", rij.volgorde.plaats, str(plaats))
        top = _op_score([(waarden.tekst(rij.factor, "factor"), score) for rij, score in gescoord])
    else:
        top = _op_plaats(gegeven, waarden)
    if not top and rijen:
        cel = rijen[0].factor.plaats
        waarden.meld("geen-rangorde", cel.van_blad())
    elders = tuple(waarden.tekst(rij.factor, "factor") for rij in rijen if not rij.elders.leeg)
    return Rangorde(top or (Factor(open_plek("factoren", FactorRij.blad), 1, gedeeld=False),), elders)


def _op_score(scores: list[tuple[str, int]]) -> tuple[Factor, ...]:
    # pandas is heavy to import, and most runs have no table to compute.
    import pandas as pd

    tabel = pd.DataFrame(scores, columns=["naam", "score"])
    tabel["plaats"] = tabel["score"].rank(method="min", ascending=False).astype(int)
    tabel["gedeeld"] = tabel["score"].duplicated(keep=False)
    top = tabel[tabel["plaats"] <= TOP].sort_values("plaats", kind="stable")
    return tuple(
        Factor(str(naam), int(plaats), bool(gedeeld))
        for naam, plaats, gedeeld in zip(top["naam"], top["plaats"], top["gedeeld"], strict=True)
    )


def _op_plaats(gegeven: list[tuple[FactorRij, int]], waarden: Waarden) -> tuple[Factor, ...]:
    gezien: set[int] = set()
    for rij, plaats in gegeven:
        if plaats in gezien:
            waarden.meld("volgorde-dubbel", rij.volgorde.plaats, str(plaats))
        elif not 1 <= plaats <= TOP:
            waarden.meld("volgorde-buiten-top", rij.volgorde.plaats, str(plaats), f"1 tot en met {TOP}")
        gezien.add(plaats)
    leeg = sorted(set(range(1, min(max(gezien, default=0), TOP) + 1)) - gezien)
    if leeg:
        cel = gegeven[0][0].volgorde.plaats
        waarden.meld("volgorde-gat", cel.van_blad(), ", ".join(map(str, leeg)))
    op_volgorde = sorted(gegeven, key=lambda paar: paar[1])
    return tuple(
        Factor(waarden.tekst(rij.factor, "factor"), plaats, gedeeld=False) for rij, plaats in op_volgorde
    )
