"""Writes tracked changes of the program: words, paragraphs and rows that go or come."""

from __future__ import annotations

import copy
from collections.abc import Iterable

from lxml import etree
from lxml.etree import _Element

from pipeline.document.ooxml import number
from pipeline.merge.wml import (
    AUTEUR,
    BOEKBEGIN,
    EQUATIONS,
    ERBIJ,
    INS,
    RPR,
    RUN,
    WEG,
    XML_SPACE,
    P,
    T,
    kind,
    maak,
    ouder,
    van_ons,
    verwijder,
    w,
    zet_in_volgorde,
)

_REVISIES = (
    *(*ERBIJ, *WEG),
    *map(w, ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange")),
    *map(w, ("tblGridChange", "tblPrExChange", "cellIns", "cellDel", "cellMerge", "numberingChange")),
    *map(w, ("moveFromRangeStart", "moveToRangeStart")),
)


class Revisor:
    """Makes the tracked changes of one run, all of one moment, each with an id of its own."""

    def __init__(self, bomen: Iterable[_Element], moment: str) -> None:
        nummers = [e.get(w("id")) for boom in bomen for e in boom.iter(*_REVISIES)]
        self._nummer = max([0, *map(number, nummers)])
        self._van_nu: set[str] = set()
        self._moment = moment

    def merk(self, naam: str, inhoud: list[_Element] | None = None) -> _Element:
        """Make an 'ins', a 'del' or another mark of a change."""
        nummer = self._volgend_nummer()
        self._van_nu.add(nummer)
        return maak(naam, inhoud, id=nummer, author=AUTEUR, date=self._moment)

    def van_nu(self, revisie: _Element) -> bool:
        """Whether a revision was made in this run."""
        return van_ons(revisie) and revisie.get(w("id")) in self._van_nu

    def _volgend_nummer(self) -> str:
        self._nummer += 1
        return str(self._nummer)

    def schrap(self, runs: Iterable[_Element]) -> None:
        """Mark runs as deleted; what the program itself had put in goes at once."""
        vorige: _Element | None = None
        for run in runs:
            if _is_weg(run):
                continue
            erbij = next((e for e in run.iterancestors(INS)), None)
            if van_ons(erbij) and erbij is not None:
                verwijder(run)
                if not len(erbij):
                    verwijder(erbij)
                continue
            for deel in run.iter(T, w("instrText")):
                deel.tag = w("delText") if deel.tag == T else w("delInstrText")
                deel.set(XML_SPACE, "preserve")
            if vorige is not None and vorige.getnext() is run:
                vorige.append(run)
                continue
            vorige = self.merk("del")
            run.addprevious(vorige)
            vorige.append(run)

    def voeg_in(self, plek: _Element, runs: list[_Element], link: _Element | None) -> None:
        """Put runs before an element as inserted, if asked in a link of their own."""
        if link is None:
            plek.addprevious(self.merk("ins", runs))
            return
        nieuw = leeg(link)
        nieuw.append(self.merk("ins", runs))
        plek.addprevious(nieuw)

    def open_hier(self, plek: _Element) -> None:
        """Split the revisions around a place, as one may not stand in another."""
        while ouder(plek).tag in (*ERBIJ, *WEG):
            om = ouder(plek)
            rest = list(plek.itersiblings())
            om.addnext(plek)
            if rest:
                tweede = leeg(om)
                tweede.set(w("id"), self._volgend_nummer())
                if self.van_nu(om):
                    self._van_nu.add(str(tweede.get(w("id"))))
                tweede.extend(rest)
                plek.addnext(tweede)
            if not len(om):
                verwijder(om)

    def als_nieuw(self, alinea: _Element, *, merkteken: bool = True) -> None:
        """Mark a paragraph that was not in the file yet as inserted, with or without its mark."""
        for run in markable(alinea):
            if ouder(run).tag not in ERBIJ:
                merk = self.merk("ins")
                run.addprevious(merk)
                merk.append(run)
        if merkteken:
            self.merk_merkteken(alinea, "ins")

    def merk_merkteken(self, alinea: _Element, naam: str) -> None:
        """Mark the end of a paragraph as inserted or deleted."""
        eigenschappen = kind(alinea, "pPr")
        if eigenschappen is None:
            eigenschappen = maak("pPr")
            alinea.insert(0, eigenschappen)
        teken = kind(eigenschappen, "rPr")
        if teken is None:
            teken = maak("rPr")
            zet_in_volgorde(eigenschappen, teken)
        oud = kind(teken, naam)
        if oud is not None:
            verwijder(oud)
        teken.insert(1 if naam == "del" and kind(teken, "ins") is not None else 0, self.merk(naam))

    def nieuwe_rij(self, rij: _Element) -> None:
        """Mark a row that was not in the file yet as inserted."""
        for alinea in rij.iter(P):
            self.als_nieuw(alinea, merkteken=False)
        self._merk_rij(rij, "ins")

    def schrap_rij(self, rij: _Element) -> None:
        """Mark a row as deleted; one that the program had put in goes at once."""
        if van_ons(kind(rij, "trPr", "ins")):
            verwijder(rij)
            return
        self.schrap(markable(rij))
        self._merk_rij(rij, "del")

    def schrap_alinea(self, alinea: _Element) -> None:
        """Mark a paragraph as deleted; one that the program had put in goes at once."""
        self.schrap(markable(alinea))
        eigen = van_ons(kind(alinea, "pPr", "rPr", "ins"))
        if eigen and not markable(alinea):
            verwijder(alinea)
        elif kind(alinea, "pPr", "sectPr") is None:  # the end of a section stays
            self.merk_merkteken(alinea, "del")

    def zet_eigenschappen(
        self, alinea: _Element, nieuw: _Element | None, velden: set[str] | None = None
    ) -> None:
        """Give a paragraph other properties, as a tracked change of its form.

        Its mark and its section stay.  With `velden` only the properties of these tags change.
        """
        eigenschappen = kind(alinea, "pPr")
        if eigenschappen is None:
            eigenschappen = maak("pPr")
            alinea.insert(0, eigenschappen)
        blijft = (RPR, w("sectPr"), w("pPrChange"))
        wissel = kind(eigenschappen, "pPrChange")
        if wissel is None:
            oud = maak("pPr", [copy.deepcopy(e) for e in eigenschappen if e.tag not in blijft])
            eigenschappen.append(self.merk("pPrChange", [oud]))
        for element in list(eigenschappen):
            if element.tag not in blijft and (velden is None or element.tag in velden):
                eigenschappen.remove(element)
        for element in nieuw if nieuw is not None else ():
            if element.tag not in blijft and (velden is None or element.tag in velden):
                zet_in_volgorde(eigenschappen, copy.deepcopy(element))

    def _merk_rij(self, rij: _Element, naam: str) -> None:
        eigenschappen = kind(rij, "trPr")
        if eigenschappen is None:
            eigenschappen = maak("trPr")
            voor = [e for e in rij if e.tag == w("tblPrEx")]
            rij.insert(len(voor), eigenschappen)
        eigenschappen.append(self.merk(naam))


def markable(container: _Element) -> list[_Element]:
    """Return the runs and equations below an element that can be marked as inserted or deleted."""
    return [
        element
        for element in container.iter(RUN, *EQUATIONS)
        if next(element.iterancestors(RUN, *EQUATIONS), None) is None
    ]


def splits_runs(alinea: _Element) -> None:
    """Give each text, picture or sign in a paragraph a run of its own, with the same form."""
    for run in list(alinea.iter(RUN)):
        delen = [deel for deel in run if deel.tag != RPR]
        if len(delen) < 2 or any(True for _ in run.iterancestors(RUN)):
            continue
        for deel in delen[:-1]:
            nieuw = _lege_run(run)
            run.addprevious(nieuw)
            nieuw.append(deel)


def splits_tekst(run: _Element, deel: _Element, plek: int) -> None:
    """Split a run with one text at a number of characters: the first part goes to a run before it."""
    tekst = deel.text or ""
    voor = _lege_run(run)
    eerste = maak("t")
    eerste.text, deel.text = tekst[:plek], tekst[plek:]
    for stuk in (eerste, deel):
        stuk.set(XML_SPACE, "preserve")
    voor.append(eerste)
    run.addprevious(voor)


def leeg(element: _Element) -> _Element:
    """Return an element with the name and the attributes of another, and nothing in it."""
    nieuw = etree.Element(element.tag)
    nieuw.attrib.update(element.attrib)
    return nieuw


def zonder_boekmerken(element: _Element) -> None:
    """Take the bookmarks out of a copy: a name may stand in a document once."""
    etree.strip_elements(element, BOEKBEGIN, w("bookmarkEnd"), with_tail=False)


def _lege_run(run: _Element) -> _Element:
    nieuw = leeg(run)
    eigenschappen = kind(run, "rPr")
    if eigenschappen is not None:
        nieuw.append(copy.deepcopy(eigenschappen))
    return nieuw


def _is_weg(run: _Element) -> bool:
    return any(True for _ in run.iterancestors(*WEG)) or any(True for _ in run.iterancestors(RUN))
