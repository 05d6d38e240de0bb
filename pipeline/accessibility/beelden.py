"""Questions about pictures, shapes and text boxes: can they be heard, and in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.accessibility.lezen import WordBestand
from pipeline.bevinding import Bevinding
from pipeline.document import ooxml

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIEF = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_VML_VORMEN = tuple(
    f"{_V}{naam}" for naam in ("shape", "rect", "roundrect", "oval", "line", "polyline", "group")
)
_BESTANDSNAAM = re.compile(
    r"\S*\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp|heic)|(img|dsc|scan|image|pict)[_-]?\d+", re.I
)
_NIETSZEGGEND = re.compile(
    r"(een |de |het )?(afbeelding|plaatje|beeld|foto|figuur|grafiek|diagram|logo|icoon|tekening|illustratie|"
    r"schermafbeelding|screenshot|image|picture|photo|graphic|chart|graph|figure|icon|drawing|diagram|object|"
    r"alt|alt[- ]?tekst|alternatieve tekst|tekst|leeg|n\.?v\.?t\.?|x|-|\.)[\s\d.:_-]*",
    re.IGNORECASE,
)
_AUTOMATISCH = re.compile(
    r"automatisch gegenereerde beschrijving|description automatically generated|"
    r"door ai gegenereerde inhoud|ai-generated content may be incorrect",
    re.IGNORECASE,
)
_LOS = ("page", "margin", "topMargin", "bottomMargin", "insideMargin", "outsideMargin")
"""What a place on the page is measured from when it does not move along with the text."""


def alternatief(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether every picture has words for who cannot see it, or is marked as decoration."""
    for nummer, (beeld, woorden, decoratief) in enumerate(_beelden(bestand.body), start=1):
        plaats = bestand.plaats(beeld, f"afbeelding {nummer}")
        if decoratief:
            continue
        if not woorden.strip():
            yield Bevinding("word-alt-ontbreekt", plaats)
        elif _BESTANDSNAAM.fullmatch(woorden.strip()) or _NIETSZEGGEND.fullmatch(woorden.strip()):
            yield Bevinding("word-alt-nietszeggend", plaats, woorden.strip())
        elif _AUTOMATISCH.search(woorden):
            yield Bevinding("word-alt-automatisch", plaats, woorden.strip())


def zwevend(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether every object stands in the text, and no text stands in a box beside it."""
    for vak in _tekstvakken(bestand.body):
        yield Bevinding("word-tekstvak", bestand.plaats(vak, "tekstvak"))
    for anker in bestand.body.iter(f"{_WP}anchor"):
        if (
            next(anker.iter(qn("w:txbxContent")), None) is None
            and not _is_decoratief(anker)
            and _staat_los(anker)
        ):
            yield Bevinding("word-zwevend", bestand.plaats(anker, "zwevende afbeelding"))


def _beelden(body: _Element) -> Iterator[tuple[_Element, str, bool]]:
    """Give every object that is no text box, with its alternative text and whether it is decoration."""
    for element in body.iter(qn("w:drawing"), qn("w:pict"), qn("w:object")):
        if next(element.iter(qn("w:txbxContent")), None) is not None:
            continue
        if element.tag == qn("w:drawing"):
            for eigenschappen in element.iter(f"{_WP}docPr"):
                woorden = eigenschappen.get("descr") or eigenschappen.get("title") or ""
                yield element, woorden, _is_decoratief(element)
            continue
        vormen = [vorm for vorm in element.iter(*_VML_VORMEN) if vorm.get(f"{_O}hr") is None]
        if vormen:
            yield element, " ".join(vorm.get("alt") or "" for vorm in vormen).strip(), False


def _is_decoratief(tekening: _Element) -> bool:
    return any(merk.get("val") in ("1", "true") for merk in tekening.iter(_DECORATIEF))


def _tekstvakken(body: _Element) -> Iterator[_Element]:
    """Give every text box with text, and every frame beside the text (not a large first letter)."""
    for vak in body.iter(qn("w:txbxContent")):
        if ooxml.text(vak).strip():
            yield next(vak.iterancestors(qn("w:p")), vak)
    for kader in body.iter(qn("w:framePr")):
        alinea = next(kader.iterancestors(qn("w:p")), None)
        if alinea is not None and not ooxml.get(kader, "w:dropCap") and ooxml.text(alinea).strip():
            yield alinea


def _staat_los(anker: _Element) -> bool:
    """Whether an object lies over the text, or at a fixed place of the page: it is then read elsewhere."""
    hoogte = anker.find(f"{_WP}positionV")
    return anker.find(f"{_WP}wrapNone") is not None or (
        hoogte is not None and hoogte.get("relativeFrom") in _LOS
    )
