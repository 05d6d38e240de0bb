"""The parent tree of a PDF: from what stands on a page back to the element that holds it."""

from __future__ import annotations

from typing import Any

from pipeline.pdf.bibliotheek import pikepdf
from pipeline.pdf.boom import Boom, Onderdeel, inhoud, kinderen


def ouders(wortel: Onderdeel) -> tuple[Any, dict[int, int]]:
    """Return the list of the parent tree, and in it the place of what belongs to each of its keys.

    Its keys are the numbers of pages and annotations.  LibreOffice writes it as one list.
    """
    nummers = wortel.get("/ParentTree", pikepdf.Dictionary()).get("/Nums", pikepdf.Array())
    return nummers, {int(nummers[plek]): plek + 1 for plek in range(0, len(nummers), 2)}


class Ouders:
    """The parent tree to write in: which element holds a piece of content or an annotation."""

    def __init__(self, boom: Boom) -> None:
        self._nummers, self._plek = ouders(boom.wortel)

    def zet_inhoud(self, onderdeel: Onderdeel) -> None:
        """Make an element the parent of all content directly in it."""
        for kind in kinderen(onderdeel):
            plek = inhoud(onderdeel, kind)
            if plek is not None:
                self._nummers[self._plek[int(plek[0].StructParents)]][plek[1]] = onderdeel

    def zet_annotatie(self, link: Any, onderdeel: Onderdeel) -> None:
        """Make an element the parent of an annotation."""
        self._nummers[self._plek[int(link.StructParent)]] = onderdeel

    def new_annotation(self, link: Any, element: Onderdeel) -> None:
        """Make an element the parent of an annotation that had none."""
        link.StructParent = max(self._plek, default=-1) + 1
        self._plek[int(link.StructParent)] = len(self._nummers) + 1
        self._nummers.extend([link.StructParent, element])

    def forget(self, page: Any, number: int) -> None:
        """Note that a piece of content of a page has no parent any more."""
        self._nummers[self._plek[int(page.StructParents)]][number] = None

    def nieuw_stuk(self, onderdeel: Onderdeel) -> int:
        """Give an element a piece of content on its page, and return the number for it."""
        bladzijde = onderdeel.Pg
        if "/StructParents" not in bladzijde:  # a page without text
            bladzijde.StructParents = max(self._plek) + 1
            self._plek[int(bladzijde.StructParents)] = len(self._nummers) + 1
            self._nummers.extend([bladzijde.StructParents, pikepdf.Array()])
        stukken = self._nummers[self._plek[int(bladzijde.StructParents)]]
        stukken.append(onderdeel)
        onderdeel.K = len(stukken) - 1
        return len(stukken) - 1
