"""A copy of a merged file for readers that are stricter than Word: python-docx, which makes the PDF ready."""

from __future__ import annotations

import posixpath
import re

from pipeline.merge.pakket import SOORTEN, Pakket, rels

_GEWOON = re.compile(r"[\w./\[\]-]+", re.ASCII)
"""A name that is written in one way only; other signs stand in a relationship as codes."""


def leesbaar(docx: bytes) -> bytes:
    """Return a Word file in which each name is written in one way and no relationship leads to nothing.

    Word and LibreOffice pass over such a relationship.  A link within the text that was written as if
    it were a part of the file ('#hier') becomes the link that it is.
    """
    pakket = Pakket(docx)
    namen = _namen(pakket)
    for deel in ["", *pakket.delen]:
        _herstel_verwijzingen(pakket, deel, namen)
    for element in pakket.boom(SOORTEN):
        naam = pakket.vind(element.get("PartName", "").lstrip("/"))
        if naam in namen:
            element.set("PartName", f"/{namen[naam]}")
    pakket.hernoem(namen)
    return pakket.als_bytes()


def _namen(pakket: Pakket) -> dict[str, str]:
    """Return the name that each part gets; the relationships of a part are named after it."""
    uit = {}
    for nummer, naam in enumerate(pakket.delen):
        einde = posixpath.splitext(naam)[1]
        anders = f"{posixpath.dirname(naam)}/wijkplan-deel{nummer}{einde}"
        uit[naam] = naam if _GEWOON.fullmatch(naam) else anders
    for naam in ["", *pakket.delen]:
        verwijzingen = pakket.vind(rels(naam))
        if verwijzingen in uit:
            uit[verwijzingen] = rels(uit.get(naam, ""))
    return uit


def _herstel_verwijzingen(pakket: Pakket, deel: str, namen: dict[str, str]) -> None:
    naam = pakket.vind(rels(deel))
    if naam not in pakket.delen:
        return
    doelen = pakket.verwijzingen(deel)
    boom = pakket.boom(naam)
    for element in [e for e in boom if e.get("TargetMode") != "External"]:
        _, doel = doelen[element.get("Id", "")]
        if doel in namen and pakket.soort(doel):
            element.set("Target", f"/{namen[doel]}")
        elif element.get("Target", "").startswith("#"):
            element.set("TargetMode", "External")
        else:
            boom.remove(element)
