"""The styles of a Word file: names, and properties through the chain of styles that they are based on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

Element = etree._Element  # lxml's own name for its only class of elements


def waarde(element: Element | None, naam: str = "val") -> str | None:
    """Return an attribute of an element that may be absent."""
    return None if element is None else element.get(W + naam)


def vind(element: Element | None, pad: str) -> Element | None:
    """Find an element by the local names of its path: 'pPr/numPr'."""
    return None if element is None else element.find("/".join(W + deel for deel in pad.split("/")))


def aan(element: Element | None) -> bool | None:
    """Return whether a switch such as w:b is on; None when it is absent."""
    if element is None:
        return None
    return waarde(element) not in {"0", "false", "off", "none"}


class Stijlen:
    """The styles of one document."""

    def __init__(self, xml: Element) -> None:
        self._stijlen = {str(stijl.get(W + "styleId")): stijl for stijl in xml.iter(W + "style")}
        self._gewoon = {
            str(stijl.get(W + "type")): str(stijl.get(W + "styleId"))
            for stijl in xml.iter(W + "style")
            if waarde(stijl, "default") == "1"
        }

    def van_alinea(self, alinea: Element) -> str:
        """Return the id of a paragraph's style."""
        return waarde(vind(alinea, "pPr/pStyle")) or self._gewoon["paragraph"]

    def naam(self, stijl_id: str) -> str:
        """Return the name of a style; an id without a style is its own name."""
        return waarde(vind(self._stijlen.get(stijl_id), "name")) or stijl_id

    def eigenschap(self, stijl_id: str, pad: str) -> Element | None:
        """Return a property from the style or the nearest one that it is based on."""
        gevonden = (vind(stijl, pad) for _, stijl in self.keten(stijl_id))
        return next((element for element in gevonden if element is not None), None)

    def keten(self, stijl_id: str) -> Iterator[tuple[str, Element]]:
        """Give the style and all that it is based on."""
        gezien: set[str] = set()
        volgende: str | None = stijl_id
        while volgende in self._stijlen and volgende not in gezien:
            gezien.add(volgende)
            yield volgende, self._stijlen[volgende]
            volgende = waarde(vind(self._stijlen[volgende], "basedOn"))

    def staat_aan(self, schakelaar: str, alinea_stijl: str, run: Element) -> bool:
        """Return whether w:b or w:i is on for a run: set on itself, or by one of its two styles, not both."""
        eigen = aan(vind(run, f"rPr/{schakelaar}"))
        if eigen is not None:
            return eigen
        teken_stijl = waarde(vind(run, "rPr/rStyle"))
        door_teken = teken_stijl is not None and aan(self.eigenschap(teken_stijl, f"rPr/{schakelaar}"))
        return bool(door_teken) != bool(aan(self.eigenschap(alinea_stijl, f"rPr/{schakelaar}")))
