"""The workbook of a wijk that starts: every part that has to be written stands open in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pipeline.bevinding import Plaats
from pipeline.markup import als_runs
from pipeline.workbook.bladen import GemeenteBladen, WijkBladen
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Rij, kolommen
from pipeline.workbook.sheets import CONCEPT, VOOR_DE_TEKST, FactorRij, PlanRij, WijkgegevenRij
from pipeline.workbook.sheets_aanpak import (
    ONDERDELEN,
    ONDERDELEN_KERNAANPAK,
    ClusterRij,
    KernaanpakRij,
    TekstRij,
)

R = TypeVar("R", bound=Rij)

AANTAL_KERNAANPAKKEN = 3
"""How many kernaanpakken a plan usually has; rows can be added or taken away."""
AANTAL_FACTOREN = 15

INDICATOREN = (
    ("Algemeen", "Aantal inwoners", "BRP"),
    ("Leeftijdsopbouw", "Jongeren (0-11 jaar)", "BRP"),
    ("Leeftijdsopbouw", "Jongeren (12-17 jaar)", "BRP"),
    ("Leeftijdsopbouw", "Ouderen (65+ jaar)", "BRP"),
    ("Samenstelling huishoudens", "Eenpersoonshuishoudens", "BRP"),
    ("Samenstelling huishoudens", "Tweepersoonshuishoudens", "BRP"),
    ("Samenstelling huishoudens", "Gezinnen", "BRP"),
    ("Samenstelling huishoudens", "Eenoudergezinnen", "BRP"),
    ("Eigendom woning", "Corporatie huurwoning", "BAG/WOZ"),
    ("Eigendom woning", "Particuliere huurwoning", "BAG/WOZ"),
    ("Eigendom woning", "Koopwoning", "BAG/WOZ"),
)
"""The figures that the published plans give: group, indicator and source."""


def nieuwe_wijk(naam: str, wijken: Sequence[str], gemeente: GemeenteBladen) -> WijkBladen:
    """Return the sheets of a new plan, to be filled in; the period is that of the gemeente."""
    uitgever = gemeente.gemeente
    stad = uitgever.naam.tekst.removeprefix("Gemeente ").strip() if uitgever else ""
    leeg = dict.fromkeys((*wijken, stad) if stad else wijken, _cel(None))
    nummers = range(1, AANTAL_KERNAANPAKKEN + 1)
    return WijkBladen(
        plan=_rij(
            PlanRij,
            wijkcombinatie=naam,
            wijken="; ".join(wijken),
            periode_van=uitgever.periode_van.waarde if uitgever else None,
            periode_tot=uitgever.periode_tot.waarde if uitgever else None,
            status=CONCEPT,
            plaats_status=VOOR_DE_TEKST,
        ),
        wijkgegevens=[
            _rij(WijkgegevenRij, leeg, groep=groep, indicator=indicator, bron=bron)
            for groep, indicator, bron in INDICATOREN
        ],
        factoren=[_rij(FactorRij, volgorde=plaats) for plaats in range(1, AANTAL_FACTOREN + 1)],
        kernaanpakken=[_rij(KernaanpakRij, nummer=nummer) for nummer in nummers],
        clusters=[_rij(ClusterRij, kernaanpak=nummer) for nummer in nummers],
        teksten=[
            *(
                _rij(TekstRij, onderdeel=onderdeel, soort="alinea")
                for onderdeel in ONDERDELEN
                if onderdeel not in ONDERDELEN_KERNAANPAK
            ),
            *(
                _rij(TekstRij, onderdeel=onderdeel, kernaanpak=nummer, soort="alinea")
                for nummer in nummers
                for onderdeel in ONDERDELEN_KERNAANPAK
            ),
        ],
    )


def _rij(soort: type[R], vrij: dict[str, Cel] | None = None, /, **waarden: object) -> R:
    """Make a row of a kind; a field that is not given is empty."""
    cellen = {veld: _cel(waarden.get(veld)) for veld in kolommen(soort)}
    return soort(rij=0, vrij=vrij or {}, **cellen)


def _cel(waarde: object) -> Cel:
    getal = waarde if isinstance(waarde, int) else None
    tekst = "" if waarde is None else str(waarde)
    return Cel(getal if getal is not None else tekst or None, als_runs(tekst), "General", Plaats(""))
