"""Decides on tracked changes: accepts or rejects those that are chosen, as Word would."""

from __future__ import annotations

import copy
from collections.abc import Callable

from lxml.etree import _Element

from pipeline.merge.wml import (
    DEL,
    ERBIJ,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    SECTPR,
    TR,
    WEG,
    P,
    kind,
    ouder,
    van_ons,
    verwijder,
    w,
)

_WISSELS = (
    "rPrChange",
    "pPrChange",
    "sectPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "tblPrExChange",
)
_BEREIKEN = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_BLIJFT = {w("pPrChange"): (RPR, SECTPR), w("trPrChange"): (INS, DEL)}
"""What does not belong to the properties that a change of form restores."""
_GEEN_INHOUD = (
    *(PPR, w("bookmarkStart"), w("bookmarkEnd"), w("proofErr")),
    *(w("commentRangeStart"), w("commentRangeEnd"), w("permStart"), w("permEnd")),
)

Keuze = Callable[[_Element], bool]


def neem_aan(boom: _Element, keuze: Keuze = lambda _: True) -> None:
    """Accept the chosen revisions in a tree; without a choice all of them."""
    _beslis(boom, keuze, ERBIJ, WEG)
    for element in list(boom.iter(*map(w, _WISSELS))):
        if keuze(element):
            verwijder(element)
    for element in list(boom.iter(*map(w, _BEREIKEN))):
        verwijder(element)
    _rijen_en_tekens(boom, keuze, blijft="ins", gaat="del")


def verwerp(boom: _Element, keuze: Keuze = van_ons) -> None:
    """Reject the chosen revisions in a tree; without a choice those of the program."""
    _beslis(boom, keuze, WEG, ERBIJ)
    for element in list(boom.iter(*map(w, _WISSELS))):
        if keuze(element):
            _herstel(element)
    _rijen_en_tekens(boom, keuze, blijft="del", gaat="ins")


def _beslis(boom: _Element, keuze: Keuze, blijft: tuple[str, ...], gaat: tuple[str, ...]) -> None:
    """Take out the runs that go, and the mark around those that stay."""
    for element in list(boom.iter(*blijft, *gaat)):
        if ouder(element).tag in (RPR, w("trPr")) or not keuze(element):
            continue
        if element.tag in gaat:
            verwijder(element)
            continue
        if element.tag in (DEL, MOVE_FROM):
            for tekst in element.iter(w("delText"), w("delInstrText")):
                tekst.tag = w("t") if tekst.tag == w("delText") else w("instrText")
        for deel in list(element):
            element.addprevious(deel)
        verwijder(element)


def _herstel(wissel: _Element) -> None:
    """Put back the properties that a change of form keeps."""
    eigenschappen = ouder(wissel)
    oud = list(wissel[0]) if len(wissel) else []
    blijft = [e for e in eigenschappen if e.tag in _BLIJFT.get(str(wissel.tag), ())]
    eigenschappen[:] = [*oud, *blijft]


def _rijen_en_tekens(boom: _Element, keuze: Keuze, *, blijft: str, gaat: str) -> None:
    for merk in [e for e in boom.iter(w(blijft), w(gaat)) if ouder(e).tag == w("trPr") and keuze(e)]:
        rij = ouder(ouder(merk))
        if merk.tag == w(blijft):
            verwijder(merk)
            continue
        tabel = ouder(rij)
        verwijder(rij)
        if not any(True for _ in tabel.iter(TR)) and tabel.tag == w("tbl"):
            verwijder(tabel)
    beweegt = {INS: MOVE_TO, DEL: MOVE_FROM}
    weg = (w(gaat), beweegt[w(gaat)])
    tekens = [e for e in boom.iter(*beweegt, *beweegt.values()) if _is_alineateken(e) and keuze(e)]
    # From the last to the first, so that a chain of paragraphs joins the one that stays.
    for teken in reversed(tekens):
        alinea = next(teken.iterancestors(P))
        verwijder(teken)
        if teken.tag in weg:
            _voeg_bij_volgende(alinea)


def _is_alineateken(merk: _Element) -> bool:
    return ouder(merk).tag == RPR and ouder(ouder(merk)).tag == PPR


def _voeg_bij_volgende(alinea: _Element) -> None:
    """Take away the end of a paragraph: what is in it joins the next, in the form of that."""
    volgende = alinea.getnext()
    inhoud = [deel for deel in alinea if deel.tag != PPR]
    leeg = all(deel.tag in _GEEN_INHOUD for deel in inhoud)
    if volgende is None or volgende.tag != P:
        if leeg and not inhoud and volgende is not None:
            verwijder(alinea)
        return
    eigenschappen = kind(volgende, "pPr")
    plek = 0 if eigenschappen is None else 1
    volgende[plek:plek] = inhoud
    verwijder(alinea)


def aangenomen(boom: _Element) -> _Element:
    """Return a copy of a tree in which all changes are accepted."""
    kopie = copy.deepcopy(boom)
    neem_aan(kopie)
    return kopie
