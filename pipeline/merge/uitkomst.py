"""Rejects tracked changes, those of the program or others, as Word would."""

from __future__ import annotations

from lxml.etree import _Element

from pipeline.document.accepted import Keuze
from pipeline.merge.wml import (
    DEL,
    ERBIJ,
    INS,
    PPR,
    RPR,
    SECTPR,
    TBL,
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
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
    "tblPrExChange",
)
_TRPR = w("trPr")
_BLIJFT = {w("pPrChange"): (RPR, SECTPR), w("trPrChange"): (INS, DEL)}
"""What does not belong to the properties that a change of form restores."""


def verwerp(boom: _Element, keuze: Keuze = van_ons) -> None:
    """Reject the chosen revisions in a tree; without a choice those of the program."""
    for element in list(boom.iter(*WEG, *ERBIJ)):
        if ouder(element).tag in (RPR, _TRPR) or not keuze(element):
            continue
        if element.tag in WEG:
            _zet_terug(element)
        else:
            verwijder(element)
    for element in list(boom.iter(*map(w, _WISSELS))):
        if keuze(element):
            _herstel(element)
    _rijen(boom, keuze)
    _einden(boom, keuze)


def _zet_terug(weg: _Element) -> None:
    """Put what was deleted back in its place."""
    for tekst in weg.iter(w("delText"), w("delInstrText")):
        tekst.tag = w("t") if tekst.tag == w("delText") else w("instrText")
    for deel in list(weg):
        weg.addprevious(deel)
    verwijder(weg)


def _herstel(wissel: _Element) -> None:
    """Put back the properties that a change of form keeps."""
    eigenschappen = ouder(wissel)
    oud = list(wissel[0]) if len(wissel) else []
    blijft = [e for e in eigenschappen if e.tag in _BLIJFT.get(str(wissel.tag), ())]
    eigenschappen[:] = [*oud, *blijft]


def _rijen(boom: _Element, keuze: Keuze) -> None:
    for merk in [e for e in boom.iter(INS, DEL) if ouder(e).tag == _TRPR and keuze(e)]:
        rij = ouder(ouder(merk))
        if merk.tag == DEL:
            _remove_mark(merk)
            continue
        tabel = ouder(rij)
        verwijder(rij)
        if tabel.tag == TBL and not any(True for _ in tabel.iter(TR)):
            verwijder(tabel)


def _einden(boom: _Element, keuze: Keuze) -> None:
    tekens = [e for e in boom.iter(*ERBIJ, *WEG) if _is_alineateken(e) and keuze(e)]
    # From the last to the first, so that a chain of paragraphs joins the one that stays.
    for teken in reversed(tekens):
        alinea = next(teken.iterancestors(P))
        _remove_mark(teken)
        if teken.tag in ERBIJ:
            _voeg_bij_volgende(alinea)


def _remove_mark(mark: _Element) -> None:
    """Take a mark away, and with it the properties that hold nothing else: they were made for it."""
    holder = ouder(mark)
    verwijder(mark)
    while holder.tag in (RPR, PPR, _TRPR) and not len(holder) and not holder.attrib:
        empty, holder = holder, ouder(holder)
        verwijder(empty)


def _is_alineateken(merk: _Element) -> bool:
    return ouder(merk).tag == RPR and ouder(ouder(merk)).tag == PPR


def _voeg_bij_volgende(alinea: _Element) -> None:
    """Take away the end of a paragraph: what is in it joins the next, in the form of that."""
    volgende = alinea.getnext()
    inhoud = [deel for deel in alinea if deel.tag != PPR]
    if volgende is None or volgende.tag != P:
        if not inhoud and volgende is not None:
            verwijder(alinea)
        return
    plek = 0 if kind(volgende, "pPr") is None else 1
    volgende[plek:plek] = inhoud
    verwijder(alinea)
