"""Reads the fields of a Word file, in both forms that Word knows: with marks around it, or as one element."""

from __future__ import annotations

from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml


@dataclass
class Veld:
    """One field: what it asks, and what it shows."""

    begin: _Element
    """Its first mark, or the element that is the whole field."""
    instructie: str = ""
    resultaat: list[_Element] = field(default_factory=list)
    """The `w:t` elements that it shows, those of the fields inside it included."""
    einde: _Element | None = None
    """Its last mark, or the element that is the whole field; None when it is not closed."""
    in_resultaat: bool = False

    @property
    def woorden(self) -> list[str]:
        """The words of the instruction, without quotes: ['PAGEREF', '_Toc1', ...]."""
        return [woord.strip('"') for woord in self.instructie.split()]

    def verwijst_met(self, *soorten: str) -> bool:
        """Whether this is a field of one of these kinds that names a target ('PAGEREF bijlage_1')."""
        return len(self.woorden) > 1 and self.woorden[0].upper() in soorten

    @property
    def tekst(self) -> str:
        return "".join(tekst.text or "" for tekst in self.resultaat)


def vind_velden(deel: _Element) -> list[Veld]:
    """Return every field below an element, in the order in which they begin."""
    velden: list[Veld] = []
    open_velden: list[Veld] = []
    for element in deel.iter(qn("w:fldSimple"), qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        if element.tag == qn("w:fldSimple"):
            resultaat = list(element.iter(qn("w:t")))
            velden.append(Veld(element, ooxml.get(element, "w:instr"), resultaat, element))
        elif element.tag == qn("w:instrText"):
            if open_velden and not open_velden[-1].in_resultaat:
                open_velden[-1].instructie += element.text or ""
        elif element.tag == qn("w:t"):
            for veld in open_velden:
                if veld.in_resultaat:
                    veld.resultaat.append(element)
        else:
            soort = ooxml.get(element, "w:fldCharType")
            if soort == "begin":
                open_velden.append(Veld(element))
                velden.append(open_velden[-1])
            elif soort == "separate" and open_velden:
                open_velden[-1].in_resultaat = True
            elif soort == "end" and open_velden:
                open_velden.pop().einde = element
    return velden
