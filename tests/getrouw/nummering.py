"""The labels of numbered paragraphs, counted as Word does: '1.2', 'Bijlage 2:', 'Fase 3:', 'A.'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.getrouw.stijlen import Element, Stijlen, W, vind, waarde

OPSOMTEKEN = "bullet"


@dataclass(frozen=True, slots=True)
class Label:
    """The number in front of a paragraph: its text and the kind of number."""

    tekst: str
    soort: str
    """Word's name of the kind: decimal, upperLetter, bullet ..."""


class Nummering:
    """Counts through one document; ask for the label of every paragraph, in order."""

    def __init__(self, xml: Element, stijlen: Stijlen) -> None:
        self._stijlen = stijlen
        self._abstract = {str(a.get(W + "abstractNumId")): a for a in xml.findall(W + "abstractNum")}
        self._nums = {str(num.get(W + "numId")): num for num in xml.findall(W + "num")}
        self._tellers: dict[str, dict[int, int]] = {}
        self._begonnen: set[tuple[str, int]] = set()

    def label(self, alinea: Element) -> Label | None:
        """Count a paragraph; None when it has no number."""
        num_id, niveau = self._plek(alinea)
        num = self._nums.get(num_id or "")
        if num is None or num_id is None:
            return None
        abstract_id = str(waarde(vind(num, "abstractNumId")))
        lvl = self._lvl(num, niveau)
        if lvl is None:
            return None
        tellers = self._tellers.setdefault(abstract_id, {})
        nieuw_begin = self._nieuw_begin(num, niveau)
        if nieuw_begin is not None and (num_id, niveau) not in self._begonnen:
            tellers[niveau] = nieuw_begin - 1
        self._begonnen.add((num_id, niveau))
        tellers[niveau] = tellers.get(niveau, _start(lvl) - 1) + 1
        for dieper in [ander for ander in tellers if ander > niveau]:
            del tellers[dieper]
        soort = waarde(vind(lvl, "numFmt")) or "decimal"
        if soort == "none":
            return None
        return Label(self._tekst(num, lvl, tellers), soort)

    def _plek(self, alinea: Element) -> tuple[str | None, int]:
        """Return the list and level of a paragraph: its own, or those of its style."""
        num_id = waarde(vind(alinea, "pPr/numPr/numId"))
        niveau = waarde(vind(alinea, "pPr/numPr/ilvl"))
        stijl = self._stijlen.van_alinea(alinea)
        if num_id is None:
            num_id = waarde(self._stijlen.eigenschap(stijl, "pPr/numPr/numId"))
            if niveau is None:
                niveau = waarde(self._stijlen.eigenschap(stijl, "pPr/numPr/ilvl"))
        return num_id, int(niveau or 0)

    def _lvl(self, num: Element, niveau: int) -> Element | None:
        eigen = (o for o in num.findall(W + "lvlOverride") if waarde(o, "ilvl") == str(niveau))
        for afwijking in eigen:
            lvl = vind(afwijking, "lvl")
            if lvl is not None:
                return lvl
        abstract = self._abstract[str(waarde(vind(num, "abstractNumId")))]
        return next((lvl for lvl in abstract.findall(W + "lvl") if waarde(lvl, "ilvl") == str(niveau)), None)

    def _nieuw_begin(self, num: Element, niveau: int) -> int | None:
        for afwijking in num.findall(W + "lvlOverride"):
            begin = waarde(vind(afwijking, "startOverride"))
            if begin is not None and waarde(afwijking, "ilvl") == str(niveau):
                return int(begin)
        return None

    def _tekst(self, num: Element, lvl: Element, tellers: dict[int, int]) -> str:
        def getal(match: re.Match[str]) -> str:
            niveau = int(match[1]) - 1
            ander = self._lvl(num, niveau)
            if ander is None:
                return ""
            return _schrijf(tellers.get(niveau, _start(ander)), waarde(vind(ander, "numFmt")) or "decimal")

        return re.sub(r"%([1-9])", getal, waarde(vind(lvl, "lvlText")) or "")


def _start(lvl: Element) -> int:
    return int(waarde(vind(lvl, "start")) or 1)


def _schrijf(getal: int, soort: str) -> str:
    if soort == "decimal":
        return str(getal)
    if soort in {"upperLetter", "lowerLetter"}:
        letter = chr(ord("A") + (getal - 1) % 26) * ((getal - 1) // 26 + 1)
        return letter if soort == "upperLetter" else letter.lower()
    raise ValueError(f"Deze soort nummering komt in de plannen niet voor: {soort}")
