"""The headers and footers of a Word file: per section what stands above and below its pages."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.getrouw.alinea import Alinea, lees_alinea
from tests.getrouw.gelezen import lees_xml
from tests.getrouw.stijlen import R, Stijlen, W, waarde


@dataclass(frozen=True, slots=True)
class Rand:
    """A header or footer: its text, the instructions of its fields, and how many pictures it has."""

    tekst: str = ""
    velden: tuple[str, ...] = ()
    afbeeldingen: int = 0


@dataclass(frozen=True, slots=True)
class Sectie:
    """What stands above and below the pages of one section."""

    kop: Rand = Rand()
    voet: Rand = Rand()


def lees_secties(pad: Path) -> list[Sectie]:
    """Return the sections; one without a header or footer of its own has that of the section before."""
    with zipfile.ZipFile(pad) as pakket:
        stijlen = Stijlen(lees_xml(pakket.read("word/styles.xml")))
        relaties = {
            str(relatie.get("Id")): posixpath.join("word", str(relatie.get("Target")))
            for relatie in lees_xml(pakket.read("word/_rels/document.xml.rels"))
        }
        secties: list[Sectie] = []
        randen = {"headerReference": Rand(), "footerReference": Rand()}
        for sectie in lees_xml(pakket.read("word/document.xml")).iter(W + "sectPr"):
            for soort in randen:
                for verwijzing in sectie.findall(W + soort):
                    if waarde(verwijzing, "type") == "default":
                        xml = pakket.read(relaties[str(verwijzing.get(R + "id"))])
                        randen[soort] = _rand(_alineas(xml, stijlen))
            secties.append(Sectie(randen["headerReference"], randen["footerReference"]))
    return secties


def _alineas(xml: bytes, stijlen: Stijlen) -> Iterator[Alinea]:
    return (lees_alinea(alinea, stijlen) for alinea in lees_xml(xml).iter(W + "p"))


def _rand(alineas: Iterator[Alinea]) -> Rand:
    alle = list(alineas)
    velden = (veld.strip() for alinea in alle for veld in alinea.velden)
    beelden = sum(len(alinea.afbeeldingen) for alinea in alle)
    return Rand("\n".join(alinea.tekst for alinea in alle), tuple(velden), beelden)
