"""Recognises the factoren in a cell, in whichever way they are spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.bevinding import Plaats
from pipeline.build.waarden import namen
from pipeline.checks.invoer import Invoer
from pipeline.names import clean, key
from pipeline.spelling import lijkt_op
from pipeline.workbook.cel import Cel

LEEG = Cel(None, (), "General", Plaats(""))
_TUSSEN = re.compile("( ?/ ?| (?:en|of|&) )")
_COMMAS_IN_NAME = 4
"""Commas that a name may hold."""
_BEGIN = re.compile("^(?:[-•–]|en|of) ")


def genormaliseerd(naam: str) -> str:
    """Return a name without what makes no difference: as `key`, and without a full stop at its end."""
    return key(naam).rstrip(" .")


class Namenlijst:
    """Names with the other ways in which they are spelt."""

    def __init__(self, rijen: Iterable[tuple[Cel, Cel]]) -> None:
        """Take the rows of a sheet: the cell with the name and that with its other spellings."""
        self.officieel: dict[str, str] = {}
        aliassen: dict[str, str] = {}
        for cel, ook in rijen:
            naam = cel.tekst.strip()
            if not cel.leeg:
                self.officieel.setdefault(genormaliseerd(naam), naam)
                for alias in namen(ook):
                    aliassen.setdefault(genormaliseerd(alias), naam)
        self._bekend = aliassen | self.officieel
        self._gezocht: dict[str, str | None] = {}

    def exact(self, naam: str) -> str | None:
        """Return the official name of a name or one of its other spellings."""
        return self._bekend.get(genormaliseerd(naam))

    def herken(self, naam: str) -> str | None:
        """Return the official name of a name, also when it is spelt wrong; None for one unknown."""
        sleutel = genormaliseerd(naam)
        if sleutel not in self._gezocht:
            gevonden = sleutel if sleutel in self._bekend else lijkt_op(sleutel, self._bekend)
            self._gezocht[sleutel] = None if gevonden is None else self._bekend[gevonden]
        return self._gezocht[sleutel]


class Factoren:
    """The factoren of the catalogus, and of the plan's own sheet Factoren."""

    def __init__(self, invoer: Invoer) -> None:
        catalogus = [(rij.factor, rij.aliassen) for rij in invoer.gemeente.catalogus]
        eigen = [rij.factor for rij in invoer.wijk.factoren]
        self.catalogus = Namenlijst(catalogus)
        nieuw = [(cel, LEEG) for cel in eigen if self.catalogus.herken(cel.tekst) is None]
        self._alle = Namenlijst(catalogus + nieuw)
        self._goed = {genormaliseerd(cel.tekst) for cel in eigen} | self.catalogus.officieel.keys()

    def goed(self, naam: str) -> bool:
        """Whether a name is spelt as in the catalogus or as on the sheet Factoren."""
        return genormaliseerd(naam) in self._goed

    def herken(self, naam: str) -> str | None:
        """Return the name by which a factor is known; None for one that is unknown."""
        return self._alle.herken(naam)

    def sleutel(self, naam: str) -> str:
        """Return what is the same for all spellings of one factor."""
        return genormaliseerd(self.herken(naam) or naam)

    def uit(self, cel: Cel) -> Iterator[str]:
        """Give the factoren that a cell names, as written; 'Alle factoren' is none."""
        for regel in re.split(r"[\n;]", cel.tekst):
            for stuk in self._at_commas(regel):
                deel = _BEGIN.sub("", clean(stuk), count=1).rstrip(" .")
                if deel and genormaliseerd(deel) != "alle factoren":
                    yield from self._ontleed(deel)

    def _at_commas(self, line: str) -> Iterator[str]:
        """Split at commas, which also stand in names: what is a known name with its commas stays whole."""
        parts = line.split(",")
        place = 0
        while place < len(parts):
            ends = range(min(place + _COMMAS_IN_NAME + 1, len(parts)), place + 1, -1)
            names = ((end, ",".join(parts[place:end])) for end in ends)
            end = next((end for end, name in names if self._is_name(name)), place + 1)
            yield ",".join(parts[place:end])
            place = end

    def _is_name(self, text: str) -> bool:
        name = _BEGIN.sub("", clean(text), count=1)
        return self.goed(name) or self._alle.exact(name) is not None

    def _ontleed(self, tekst: str) -> list[str]:
        """Split at '/', 'en' and 'of', which also stand in names: only when that gives known factoren."""
        stukken = _TUSSEN.split(tekst)
        uit: list[str] = []
        plek = 0
        while plek < len(stukken):
            for eind in (plek + 5, plek + 3, plek + 1):
                naam = "".join(stukken[plek:eind])
                if self.goed(naam) or self._alle.exact(naam):
                    uit.append(naam)
                    plek = eind + 1
                    break
            else:
                return [tekst]
        return uit
