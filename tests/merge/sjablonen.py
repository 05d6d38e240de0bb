"""Templates in which something changed since the base was made, as a designer changes them."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from lxml import etree
from lxml.etree import _Element

from pipeline.package import zonder_tijd
from tests.merge.gegevens import PROJECT
from tests.merge.lezen import W, delen

DOCUMENT, STIJLEN = "word/document.xml", "word/styles.xml"
ZINNEN = (
    "Het starten van een nieuwe interventie",
    "Samenhangend omdat dat",
    "We koesteren deze sociale basis",
)

Verandering = Callable[[_Element, random.Random, str], None]


def _met_tekst(body: _Element, tekst: str) -> _Element:
    return next(p for p in body.iter(W + "p") if "".join(t.text or "" for t in p.iter(W + "t")) == tekst)


def zin(boom: _Element, kans: random.Random, merk: str) -> None:
    zin_ = kans.choice(ZINNEN)
    t = next(t for t in boom.iter(W + "t") if zin_ in (t.text or ""))
    t.text = str(t.text).replace(zin_, f"{zin_} {merk}")


def alinea(boom: _Element, _kans: random.Random, merk: str) -> None:
    kop = _met_tekst(boom, "Wijkgerichte aanpak")
    nieuw = etree.SubElement(etree.SubElement(etree.Element(W + "p"), W + "r"), W + "t")
    nieuw.text = f"Een nieuwe vaste alinea {merk}."
    kop.addnext(next(nieuw.iterancestors(W + "p")))


def volgorde(boom: _Element, _kans: random.Random, _merk: str) -> None:
    """Give two parts of a chapter each other's place."""
    een, twee = _met_tekst(boom, "Gefaseerd en cyclisch werken"), _met_tekst(boom, "Toeleiding")
    tekst = twee.getnext()
    assert tekst is not None
    een.addprevious(twee)
    een.addprevious(tekst)


def breedte(boom: _Element, kans: random.Random, _merk: str) -> None:
    kolom = kans.choice(list(boom.iter(W + "gridCol")))
    kolom.set(W + "w", str(int(str(kolom.get(W + "w"))) - 30))


def marge(boom: _Element, _kans: random.Random, _merk: str) -> None:
    for marges in boom.iter(W + "pgMar"):
        marges.set(W + "bottom", "1500")


def uitleg(boom: _Element, _kans: random.Random, merk: str) -> None:
    beeld = next(boom.iter("{*}docPr"))
    beeld.set("descr", f"{merk} {beeld.get('descr')}")


def kleur(boom: _Element, kans: random.Random, _merk: str) -> None:
    kans.choice(list(boom.iter(W + "color"))).set(W + "val", f"{kans.randrange(1, 0xFFFFFF):06X}")


def slogan(boom: _Element, _kans: random.Random, merk: str) -> None:
    next(_met_tekst(boom, "Stad met een hart").iter(W + "t")).text = f"Samen {merk}"


VERANDERINGEN: dict[str, tuple[str, Verandering]] = {
    functie.__name__: (deel, functie)
    for deel, functie in (
        *((DOCUMENT, functie) for functie in (zin, alinea, volgorde, breedte, marge, uitleg, slogan)),
        (STIJLEN, kleur),
    )
}


def ander_sjabloon(doel: Path, kans: random.Random, merk: str) -> tuple[Path, str]:
    """Write a template with one change; return it with the name of the change."""
    naam = kans.choice(sorted(VERANDERINGEN))
    deel, verander = VERANDERINGEN[naam]
    bron = PROJECT.sjabloon.read_bytes()
    boom = etree.fromstring(delen(bron)[deel])
    verander(boom, kans, merk)
    doel.write_bytes(zonder_tijd(bron, {deel: etree.tostring(boom)}))
    return doel, f"en sjabloon: {naam}"
