"""Questions about what was inserted in Word: equations and signs of a font of symbols."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.accessibility.lezen import WordBestand
from pipeline.bevinding import Bevinding
from pipeline.document import equations as omml
from pipeline.document import symbols as fonts


def equations(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether every equation can be read as text, as it stands in the PDF."""
    for equation in omml.equations(bestand.body):
        yield Bevinding("word-vergelijking", bestand.plaats(equation), omml.as_text(equation))


def symbols(bestand: WordBestand) -> Iterator[Bevinding]:
    """Ask whether every sign of a font of symbols has a meaning that can be read aloud."""
    for sign, font, place in fonts.symbols(bestand.body):
        if fonts.meaning(font, place) is None:
            yield Bevinding("word-symbool", bestand.plaats(sign), font)
