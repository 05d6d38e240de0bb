"""Where something stands in a PDF, in the words of its Word file: the heading above it and its text."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from pipeline.bevinding import WordPlaats
from pipeline.pdf.boom import KOPPEN, Boom, Onderdeel, annotatie, inhoud, kinderen
from pipeline.pdf.outline import Bladwijzer

LANGSTE = 60
"""Characters of its own text by which a part is known."""


class Wijzer:
    """Finds the place of an element, an object or a page, by the headings of the document."""

    def __init__(self, boom: Boom, koppen: list[Bladwijzer], bestand: str) -> None:
        self._boom = boom
        self._koppen = koppen
        self._bestand = bestand

    @cached_property
    def _bij_object(self) -> dict[tuple[int, int], tuple[str, int, Onderdeel]]:
        """Heading, rank and element by object: of elements and of the annotations in them."""
        uit: dict[tuple[int, int], tuple[str, int, Onderdeel]] = {}
        kop = ""
        for volgorde, onderdeel in enumerate(self._boom.alle(), start=1):
            if self._boom.soort(onderdeel) in KOPPEN:
                kop = self._boom.tekst(onderdeel)
            for ding in (onderdeel, *filter(None, map(annotatie, kinderen(onderdeel)))):
                uit[ding.objgen] = (kop, volgorde, onderdeel)
        return uit

    def onderdeel(self, onderdeel: Any) -> WordPlaats:
        """Return the place of an element of the tree or of an annotation."""
        if onderdeel.objgen not in self._bij_object:
            return self.document()
        kop, volgorde, zelf = self._bij_object[onderdeel.objgen]
        tekst = str(zelf.get("/Alt", "")) or self._boom.tekst(zelf)
        return WordPlaats(self._bestand, kop, _begin(tekst) if tekst != kop else "", volgorde)

    def object(self, nummer: tuple[int, int]) -> WordPlaats | None:
        """Return the place of an object of the file, or None when it is no part of the text."""
        gevonden = self._bij_object.get(nummer)
        return self.onderdeel(gevonden[2]) if gevonden else None

    def lettertype(self, nummer: tuple[int, int]) -> WordPlaats | None:
        """Return the first place where text stands in a font, by its object; None when nowhere."""
        for onderdeel in self._boom.alle():
            for kind in kinderen(onderdeel):
                plek = inhoud(onderdeel, kind)
                if plek is not None and nummer in self._boom.lettertypen(*plek):
                    return self.onderdeel(onderdeel)
        return None

    def bladzijde(self, nummer: int) -> WordPlaats:
        """Return the place of a page, from 1: below the last heading that stands before its end."""
        erboven = [kop.titel for kop in self._koppen if kop.pagina <= nummer]
        return WordPlaats(self._bestand, erboven[-1] if erboven else "", f"bladzijde {nummer}")

    def document(self, kop: str = "") -> WordPlaats:
        """Return the place of what belongs to the document as a whole, or to one heading of it."""
        return WordPlaats(self._bestand, kop)


def _begin(tekst: str) -> str:
    return tekst if len(tekst) <= LANGSTE else f"{tekst[:LANGSTE].rstrip()} ..."
