"""Questions about what was inserted in Word: equations, and signs that not every font has."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn

from pipeline.accessibility.lezen import WordBestand, eigen_runs
from pipeline.bevinding import Bevinding
from pipeline.document import equations as omml
from pipeline.document import symbols as fonts
from pipeline.glyphs import codes, unreadable

MAX_NAMED = 5
"""Signs of one paragraph that are named."""


def equations(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether every equation can be read as text, as it stands in the PDF."""
    for equation in omml.equations(bestand.body):
        yield Bevinding("word-vergelijking", bestand.plaats(equation), omml.as_text(equation))


def symbols(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether every sign of a font of symbols has a meaning that can be read aloud."""
    for sign, font, place in fonts.symbols(bestand.body):
        if fonts.meaning(font, place) is None:
            yield Bevinding("word-symbool", bestand.plaats(sign), font)


def signs(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether every sign of the text can be printed."""
    for alinea in bestand.alineas:
        texts = (text for run in eigen_runs(alinea.element) for text in run.iter(qn("w:t")))
        found = list(dict.fromkeys(unreadable("".join(map(fonts.readable, texts)))))
        if found and not alinea.in_inhoud:
            named = ", ".join(f"'{stretch}'" for stretch in found[:MAX_NAMED])
            place = bestand.plaats(alinea.element)
            yield Bevinding("word-teken-onleesbaar", place, named, codes("".join(found)[:MAX_NAMED]))
