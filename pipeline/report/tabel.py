"""The table at the end of a batch: of each wijk whether its plan was made, and what is to be told of it."""

from __future__ import annotations

import textwrap

from pipeline.errors import EXIT_BUG
from pipeline.report.lijst import telling, zichtbaar
from pipeline.report.terminal import BREEDTE
from pipeline.resultaat import Uitslag

_KOPPEN = ("Wijk", "Plan", "Bijzonderheden")
_SMALSTE = 20


def als_tabel(uitslagen: list[Uitslag], breedte: int = BREEDTE) -> str:
    """Return a line per wijk, in the order given; what does not fit goes on below it."""
    rijen = [(zichtbaar(uitslag.wijk), uitslag.uitkomst, bijzonderheden(uitslag)) for uitslag in uitslagen]
    breedtes = [2 + max(len(rij[kolom]) for rij in (_KOPPEN, *rijen)) for kolom in (0, 1)]
    rest = max(breedte - sum(breedtes), _SMALSTE)
    regels = []
    for wijk, uitkomst, tekst in (_KOPPEN, *rijen):
        begin = f"{wijk:<{breedtes[0]}}{uitkomst:<{breedtes[1]}}"
        for deel in textwrap.wrap(tekst, rest) or [""]:
            regels.append(f"{begin}{deel}".rstrip())
            begin = " " * sum(breedtes)
    return "\n".join(regels)


def bijzonderheden(uitslag: Uitslag) -> str:
    """Return what is to be told of one wijk in a few words: its findings, or why it has no plan."""
    if uitslag.uitkomst == "overgeslagen":
        begin = "niets veranderd; "
    elif uitslag.resultaat is not None:
        begin = "zonder PDF; " if uitslag.resultaat.geen_pdf else ""
    elif uitslag.bevindingen:
        begin = ""
    elif uitslag.code == EXIT_BUG:
        return "fout in het programma"
    else:
        return zichtbaar(uitslag.fout.splitlines()[0])
    einde = f"; {uitslag.resultaat.telling}" if uitslag.resultaat and uitslag.resultaat.telling else ""
    return begin + telling(uitslag.bevindingen).removesuffix(".").lower() + einde
