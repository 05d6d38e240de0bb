"""Numbering of Word: the labels that headings get, and lists that begin anew."""

from __future__ import annotations

import copy
import re
from collections import defaultdict

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml, styles
from pipeline.document.styles import Stijlen
from pipeline.errors import SjabloonFout

GEEN_NUMMERING = "0"
_ROMEINS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_VOOR_NUMMERING = {
    qn(f"w:{naam}")
    for naam in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
}
"""What the schema puts before the numbering in the properties of a paragraph."""


class Labels:
    """Counts the numbered paragraphs of a document, as Word does, and gives each its label.

    Knows the decimal, lettered and Roman levels; of another it counts the label as decimal.
    """

    def __init__(self, numbering: _Element, stijlen: Stijlen) -> None:
        self._stijlen = stijlen
        self._abstract = {
            ooxml.get(num, "w:numId"): ooxml.value(num, "w:abstractNumId") or ""
            for num in ooxml.find_all(numbering, "w:num")
        }
        self._niveaus = {
            (ooxml.get(abstract, "w:abstractNumId"), ooxml.number(ooxml.get(niveau, "w:ilvl"))): niveau
            for abstract in ooxml.find_all(numbering, "w:abstractNum")
            for niveau in ooxml.find_all(abstract, "w:lvl")
        }
        self._tellers: dict[str, dict[int, int]] = defaultdict(dict)

    def label(self, alinea: _Element) -> str:
        """Count this paragraph and return its label ('1.2', 'Bijlage 1:'); empty without number."""
        num_id, niveau = self._nummering(alinea)
        abstract = self._abstract.get(num_id, "")
        element = self._niveaus.get((abstract, niveau))
        if element is None:
            return ""
        tellers = self._tellers[abstract]
        tellers[niveau] = tellers.get(niveau, self._start(abstract, niveau) - 1) + 1
        for dieper in [n for n in tellers if n > niveau]:
            del tellers[dieper]

        def teller(match: re.Match[str]) -> str:
            gevraagd = int(match[1]) - 1
            stand = tellers.get(gevraagd, self._start(abstract, gevraagd))
            return _vorm(
                stand, ooxml.value(self._niveaus.get((abstract, gevraagd), element), "w:numFmt") or ""
            )

        if ooxml.value(element, "w:numFmt") in ("bullet", "none"):
            return ""
        return re.sub(r"%(\d)", teller, ooxml.value(element, "w:lvlText") or "")

    def _nummering(self, alinea: _Element) -> tuple[str, int]:
        """Return the list and the level of a paragraph: its own, or those of its style."""
        eigen = ooxml.value(alinea, "w:pPr/w:numPr/w:numId")
        if eigen is not None:
            return eigen, ooxml.number(ooxml.value(alinea, "w:pPr/w:numPr/w:ilvl"))
        stijl_id = ooxml.style_id(alinea)
        nummer = self._stijlen.eigenschap(stijl_id, "w:pPr/w:numPr/w:numId")
        niveau = self._stijlen.eigenschap(stijl_id, "w:pPr/w:numPr/w:ilvl")
        return nummer or GEEN_NUMMERING, ooxml.number(niveau)

    def _start(self, abstract: str, niveau: int) -> int:
        element = self._niveaus.get((abstract, niveau))
        return 1 if element is None else ooxml.number(ooxml.value(element, "w:start"), 1)


def _vorm(stand: int, soort: str) -> str:
    """Write a number as its level says; after Z come AA, BB and so on."""
    if soort in ("lowerLetter", "upperLetter") and stand > 0:
        herhaald, letter = divmod(stand - 1, 26)
        tekst = chr(ord("A") + letter) * (herhaald + 1)
    elif soort in ("lowerRoman", "upperRoman") and stand > 0:
        tekst = ""
        for waarde, cijfers in _ROMEINS:
            aantal, stand = divmod(stand, waarde)
            tekst += cijfers * aantal
    else:
        return str(stand)
    return tekst.lower() if soort.startswith("lower") else tekst


def begin_lijsten_opnieuw(body: _Element, numbering: _Element, stijlen: Stijlen) -> None:
    """Give every numbered or lettered list a number of its own, so that each begins at 1 or A.

    A list is a run of paragraphs in one list style; anything else between two of them ends it.
    Raises SjabloonFout when a list style has no numbering.
    """
    for naam in (styles.GENUMMERD, styles.LETTERS):
        stijl_id = stijlen.id(naam)
        bron = stijlen.eigenschap(stijl_id, "w:pPr/w:numPr/w:numId")
        if bron not in [ooxml.get(nummer, "w:numId") for nummer in ooxml.find_all(numbering, "w:num")]:
            raise SjabloonFout(
                f"De stijl {naam} van het sjabloon heeft geen nummering. Geef de stijl in Word een lijst."
            )
        vorige: _Element | None = None
        eigen_id = ""
        for alinea in body.iter(qn("w:p")):
            if ooxml.style_id(alinea) != stijl_id:
                continue
            if vorige is None or alinea.getprevious() is not vorige:
                eigen_id = _nieuw_nummer(numbering, bron)
            _zet_nummer(alinea, eigen_id)
            vorige = alinea


def _nieuw_nummer(numbering: _Element, bron: str) -> str:
    """Add a list that starts at its beginning, with the look of an existing one."""
    nummers = ooxml.find_all(numbering, "w:num")
    nieuw_id = str(max(int(ooxml.get(nummer, "w:numId")) for nummer in nummers) + 1)
    nieuw = copy.deepcopy(next(n for n in nummers if ooxml.get(n, "w:numId") == bron))
    nieuw.set(qn("w:numId"), nieuw_id)
    for oud in ooxml.find_all(nieuw, "w:lvlOverride"):
        nieuw.remove(oud)
    niveau = ooxml.make("w:lvlOverride", ilvl="0")
    niveau.append(ooxml.make("w:startOverride", val="1"))
    nieuw.append(niveau)
    nummers[-1].addnext(nieuw)
    return nieuw_id


def _zet_nummer(alinea: _Element, num_id: str) -> None:
    eigenschappen = ooxml.require(alinea, "w:pPr")
    for oud in ooxml.find_all(eigenschappen, "w:numPr"):
        eigenschappen.remove(oud)
    nummering = ooxml.make("w:numPr")
    nummering.append(ooxml.make("w:ilvl", val="0"))
    nummering.append(ooxml.make("w:numId", val=num_id))
    [*(deel for deel in eigenschappen if deel.tag in _VOOR_NUMMERING)][-1].addnext(nummering)
