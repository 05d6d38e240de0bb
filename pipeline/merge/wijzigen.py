"""Changes blocks of the edited file in place: words, paragraphs in a cell, and new blocks."""

from __future__ import annotations

import copy
import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, groupby
from operator import itemgetter

from lxml import etree
from lxml.etree import _Element

from pipeline.merge.blokken import Blok, Blokkenlezer, Cel
from pipeline.merge.driewegs import Botsing, Wissel, Woord, voeg
from pipeline.merge.insertable import FIELD, field_runs, make_insertable
from pipeline.merge.koppelen import koppel_versies
from pipeline.merge.overnemen import Overnemer
from pipeline.merge.revisies import Revisor, leeg, splits_runs, splits_tekst
from pipeline.merge.tekst import DING, PIJL, Stuk, woorden
from pipeline.merge.wml import (
    EQUATIONS,
    ERBIJ,
    LINK,
    RUN,
    TR,
    WEG,
    XML_SPACE,
    P,
    T,
    kind,
    maak,
    rijen,
    van_ons,
    verwijder,
    w,
    zet_in_volgorde,
)

_PLEK = "plek"
_TEKENS = {"\t": "tab", "\n": "br"}


class Wijziger:
    """Changes blocks of one part of the edited file; what cannot be done safely is a Botsing.

    After a Botsing the block is as it was.
    """

    def __init__(
        self, lezer: Blokkenlezer, revisor: Revisor, overnemer: Overnemer, delen: tuple[str, str]
    ) -> None:
        self._lezer = lezer
        self._revisor = revisor
        self._overnemer = overnemer
        self._delen = delen
        """The part that new blocks come from and the part that they go to."""

    def alinea(self, oud: Blok, nieuw: Blok, bewerkt: Blok, *, heel: bool) -> bool:
        """Bring the difference between two versions into a paragraph; False when it is there already."""
        if not (bewerkt.inhoud.heel and nieuw.inhoud.heel):
            raise Botsing
        was, wordt, is_nu = (woorden(blok.inhoud.stukken) for blok in (oud, nieuw, bewerkt))
        wissels = [] if is_nu == wordt else voeg(was, wordt, is_nu, heel=heel)
        velden = andere_vorm(oud, nieuw) & andere_vorm(bewerkt, nieuw)
        if velden & andere_vorm(oud, bewerkt):
            raise Botsing
        wissel = kind(bewerkt.element, "pPr", "pPrChange")
        if velden and wissel is not None and not van_ons(wissel):
            raise Botsing
        reserve = copy.deepcopy(bewerkt.element)
        try:
            if wissels:
                self._wissel(bewerkt, nieuw, is_nu, wissels)
        except Botsing:
            bewerkt.element[:] = list(reserve)
            raise
        if velden:
            eigenschappen = kind(self.overgenomen(nieuw.element), "pPr")
            self._revisor.zet_eigenschappen(bewerkt.element, eigenschappen, velden)
        return bool(wissels or velden)

    def cel(self, oud: Cel, nieuw: Cel, bewerkt: Cel) -> bool:
        """Bring the difference between two versions into a cell, which is one whole."""
        if _zelfde(bewerkt.alineas, nieuw.alineas):
            return False
        if not (bewerkt.los and nieuw.los and oud.los):
            raise Botsing
        if len(oud.alineas) == len(nieuw.alineas) == len(bewerkt.alineas) == 1:
            return self.alinea(oud.alineas[0], nieuw.alineas[0], bewerkt.alineas[0], heel=True)
        if [blok.tekst for blok in oud.alineas] != [blok.tekst for blok in bewerkt.alineas]:
            raise Botsing
        paren = dict(koppel_versies(oud.alineas, nieuw.alineas))
        if len(paren) < max(len(oud.alineas), len(nieuw.alineas)) and any(
            kind(blok.element, "pPr", "rPr", naam) is not None
            for blok in bewerkt.alineas
            for naam in ("ins", "del")
        ):
            raise Botsing  # the ends of these paragraphs still wait for staff to decide
        reserve = copy.deepcopy(bewerkt.element)
        try:
            self._alineas(oud.alineas, nieuw.alineas, bewerkt.alineas, paren)
        except Botsing:
            bewerkt.element[:] = list(reserve)
            raise
        return True

    def nieuw_blok(self, blok: Blok) -> _Element:
        """Return a paragraph, table or row of the new version, marked as inserted."""
        element = self.overgenomen(blok.element)
        if element.tag == P:
            self._revisor.als_nieuw(element)
        else:
            for rij in [element] if element.tag == TR else rijen(element):
                self._revisor.nieuwe_rij(rij)
        return element

    def achteraan(self, laatste: _Element, blok: Blok) -> _Element:
        """Put a new paragraph after the last one, whose end cannot be inserted: the one before gets it."""
        element = self.overgenomen(blok.element)
        self._revisor.als_nieuw(element, merkteken=False)
        self._sluit_aan(laatste, element)
        laatste.addnext(element)
        # The end that stays when this is rejected is that of the new element: what names it goes along.
        element.attrib.update(laatste.attrib)
        laatste.attrib.clear()
        self._revisor.merk_merkteken(laatste, "ins")
        return element

    def schrap(self, blok: Blok) -> None:
        """Mark a block as deleted."""
        if blok.soort == P:
            self._revisor.schrap_alinea(blok.element)
            return
        for rij in [blok] if blok.soort == TR else blok.rijen:
            self._revisor.schrap_rij(rij.element)
        if blok.soort != TR and not any(True for _ in blok.element.iter(TR)):
            verwijder(blok.element)

    def overgenomen(self, element: _Element) -> _Element:
        """Return a copy of an element of the new version in the terms of the edited file."""
        kopie = self._overnemer.neem_over(element, *self._delen)
        make_insertable(kopie)
        return kopie

    def _sluit_aan(self, laatste: _Element, nieuw: _Element) -> None:
        """Have the properties of the last paragraph come back when the new one is rejected."""
        oud = kind(laatste, "pPr")
        wissel = None if oud is None else kind(oud, "pPrChange")
        if wissel is not None and oud is not None:
            if not van_ons(wissel):
                raise Botsing
            bron = kind(wissel, "pPr")
        else:
            bron = oud
        blijft = ("rPr", "sectPr", "pPrChange")
        kopie = [copy.deepcopy(e) for e in (bron if bron is not None else ()) if e.tag not in map(w, blijft)]
        eigenschappen = kind(nieuw, "pPr")
        if eigenschappen is None:
            eigenschappen = maak("pPr")
            nieuw.insert(0, eigenschappen)
        teken = kind(laatste, "pPr", "rPr")
        if teken is not None:  # the end of the last paragraph stays what it was
            einde = copy.deepcopy(teken)
            for merk in [e for e in einde if e.tag in (*ERBIJ, *WEG)]:
                einde.remove(merk)
            zet_in_volgorde(eigenschappen, einde)
        eigenschappen.append(self._revisor.merk("pPrChange", [maak("pPr", kopie)]))

    def _alineas(
        self, oud: list[Blok], nieuw: list[Blok], bewerkt: list[Blok], paren: dict[int, int]
    ) -> None:
        """Change the paragraphs of a cell that staff left as they were."""
        cel = bewerkt[-1].element
        gehouden = sorted(paren.items())
        grens_i, grens_j = gehouden[-1] if gehouden else (-1, -1)
        slot_weg = list(range(grens_i + 1, len(oud)))
        slot_erbij = list(range(grens_j + 1, len(nieuw)))
        for i, j in gehouden:
            self.alinea(oud[i], nieuw[j], bewerkt[i], heel=True)
        plek = 0
        for i, j in gehouden:
            for nummer in range(plek, j):
                bewerkt[i].element.addprevious(self.nieuw_blok(nieuw[nummer]))
            plek = j + 1
        for i in range(grens_i):
            if i not in paren:
                self._revisor.schrap_alinea(bewerkt[i].element)
        if slot_weg and slot_erbij:
            self._vervang_laatste(bewerkt, slot_weg, [nieuw[j] for j in slot_erbij])
        elif slot_weg:
            eigenschappen = kind(bewerkt[grens_i].element, "pPr")
            self._revisor.schrap([run for i in slot_weg for run in bewerkt[i].element.iter(RUN)])
            self._revisor.zet_eigenschappen(cel, eigenschappen)
            for i in [grens_i, *slot_weg[:-1]]:
                self._revisor.merk_merkteken(bewerkt[i].element, "del")
        laatste = bewerkt[grens_i].element
        for j in slot_erbij if not slot_weg else ():
            laatste = self.achteraan(laatste, nieuw[j])

    def _vervang_laatste(self, bewerkt: list[Blok], weg: list[int], nieuw: list[Blok]) -> None:
        """Replace the last paragraphs of a cell: the very last keeps its end."""
        laatste = bewerkt[-1].element
        for i in weg[:-1]:
            self._revisor.schrap_alinea(bewerkt[i].element)
        for blok in nieuw[:-1]:
            laatste.addprevious(self.nieuw_blok(blok))
        self._revisor.schrap(list(laatste.iter(RUN)))
        kopie = self.overgenomen(nieuw[-1].element)
        self._revisor.als_nieuw(kopie, merkteken=False)
        self._revisor.zet_eigenschappen(laatste, kind(kopie, "pPr"))
        laatste.extend([deel for deel in kopie if deel.tag != w("pPr")])

    def _wissel(self, bewerkt: Blok, nieuw: Blok, is_nu: list[Woord], wissels: list[Wissel]) -> None:
        alinea = bewerkt.element
        begin = [0, *accumulate(len(tekst) for tekst, _ in is_nu)]
        splits_runs(alinea)
        self._grenzen(alinea, {begin[plek] for wissel in wissels for plek in (wissel.van, wissel.tot)})
        stukken = self._lezer.lezer.lees(alinea).stukken
        einden = list(accumulate(len(stuk.tekst) for stuk in stukken))
        bronnen = Bronnen(nieuw.inhoud.stukken)
        # From the last to the first: what comes before a change is as it was read.
        for wissel in reversed(wissels):
            van = bisect_right(einden, begin[wissel.van])
            tot = bisect_right(einden, begin[wissel.tot])
            self._een_wissel(alinea, stukken, range(van, max(van, tot)), wissel, bronnen)

    def _grenzen(self, alinea: _Element, plekken: set[int]) -> None:
        """Make a run end at each of these numbers of characters."""
        hier, over = 0, sorted(plekken)
        for stuk in self._lezer.lezer.lees(alinea).stukken:
            einde = hier + len(stuk.tekst)
            binnen = over[bisect_right(over, hier) : bisect_left(over, einde)]
            if binnen and (stuk.deel is None or stuk.deel.tag != T):
                raise Botsing
            for plek in binnen:
                assert stuk.deel is not None  # noqa: S101 - seen above
                splits_tekst(stuk.runs[0], stuk.deel, plek - hier)
                hier = plek
            hier = einde

    def _een_wissel(
        self, alinea: _Element, stukken: list[Stuk], plaats: range, wissel: Wissel, bronnen: Bronnen
    ) -> None:
        weg = stukken[plaats.start : plaats.stop]
        runs = [run for stuk in weg for run in stuk.runs]
        if any(run.tag not in (RUN, *EQUATIONS) for run in runs):
            raise Botsing  # a field in a form that cannot be marked as deleted
        plek = etree.Element(_PLEK)
        eerste = wissel.erbij[0][1] if wissel.erbij else ""
        if weg:
            bij = weg[0]
            weg[-1].runs[-1].addnext(plek)
        else:
            voor, na = stukken[: plaats.start][-1:], stukken[plaats.start : plaats.start + 1]
            if voor and not (na and voor[-1].vorm != eerste == na[0].vorm):
                bij = voor[-1]
                bij.runs[-1].addnext(plek)
            elif na:
                bij = na[0]
                bij.runs[0].addprevious(plek)
            else:
                bij = Stuk("", "", [maak("r")], None)
                alinea.append(plek)
        vorm = kind(bij.runs[0], "rPr")
        vorm = copy.deepcopy(vorm) if vorm is not None else None
        self._revisor.schrap(runs)
        self._revisor.open_hier(plek)
        for (soort, link), inhoud in self._groepen(wissel.erbij, bronnen):
            self._zet_in(plek, inhoud, soort, link, vorm if soort in (wissel.vorm, bij.vorm) else None)
        verwijder(plek)

    def _zet_in(
        self, plek: _Element, runs: list[_Element], soort: str, link: _Element | None, vorm: _Element | None
    ) -> None:
        om = next((e for e in plek.iterancestors(LINK)), None)
        hoort_hier = om is not None and PIJL in soort and self._zelfde_link(om, soort)
        if om is not None and not hoort_hier:
            if any(True for stuk in plek.itersiblings(RUN, w("ins"))):
                if any(True for stuk in plek.itersiblings(RUN, w("ins"), preceding=True)):
                    raise Botsing  # in the midst of a link
                om.addprevious(plek)
            else:
                om.addnext(plek)
        for run in runs:
            if vorm is not None:
                oud = kind(run, "rPr")
                if oud is not None:
                    verwijder(oud)
                nieuw = copy.deepcopy(vorm)
                for wissel in nieuw.findall(w("rPrChange")):
                    nieuw.remove(wissel)
                run.insert(0, nieuw)
        self._revisor.voeg_in(plek, runs, None if hoort_hier or PIJL not in soort else link)

    def _zelfde_link(self, link: _Element, soort: str) -> bool:
        return soort.endswith(f"{PIJL}{self._lezer.lezer.linkdoel(link)}")

    def _groepen(
        self, erbij: tuple[Woord, ...], bronnen: Bronnen
    ) -> list[tuple[tuple[str, _Element | None], list[_Element]]]:
        """Return the runs to insert, by form, with the link that they stand in."""
        uit: list[tuple[tuple[str, _Element | None], list[_Element]]] = []
        for vorm, woorden_ in groupby(erbij, key=itemgetter(1)):
            teksten = [tekst for tekst, _ in woorden_]
            bron = bronnen.van(vorm, teksten[0])
            link = next((e for e in bron.runs[0].iterancestors(LINK)), None)
            runs: list[_Element] = []
            for is_ding, deel in groupby(teksten, key=lambda tekst: tekst.startswith(DING)):
                for tekst in deel if is_ding else ["".join(deel)]:
                    bron = bronnen.van(vorm, tekst)
                    if is_ding:
                        kopie = [self.overgenomen(run) for run in bron.runs]
                        runs += [
                            r for deel in kopie for r in (field_runs(deel) if deel.tag == FIELD else [deel])
                        ]
                        continue
                    lege_run = _leeg(bron.runs[0], kind(bron.runs[0], "rPr"))
                    _schrijf(runs, tekst, self.overgenomen(lege_run))
            uit.append(((vorm, None if link is None else self.overgenomen(_leeg(link))), runs))
        return uit


class Bronnen:
    """The pieces of a new paragraph, by their form: what is put in is like the first of its form."""

    def __init__(self, stukken: list[Stuk]) -> None:
        self._stukken = stukken
        self._eerste = {stuk.vorm: stuk for stuk in reversed(stukken)}

    def van(self, vorm: str, tekst: str) -> Stuk:
        """Return the piece with a form, and for a picture or a field the one that shows it."""
        if DING not in tekst:
            return self._eerste[vorm]
        return next(stuk for stuk in self._stukken if stuk.vorm == vorm and tekst in stuk.tekst)


_STIJL, _LIJST = w("pStyle"), w("numPr")


def andere_vorm(oud: Blok, nieuw: Blok) -> set[str]:
    """Return the tags of the properties in which two paragraphs differ."""
    namen = oud.eigenschappen.keys() | nieuw.eigenschappen.keys()
    anders = {naam for naam in namen if oud.eigenschappen.get(naam) != nieuw.eigenschappen.get(naam)}
    anders |= {_STIJL} if oud.stijl != nieuw.stijl else set()
    return anders | ({_LIJST} if oud.lijst != nieuw.lijst else set())


def zelfde(a: Blok, b: Blok) -> bool:
    """Whether two blocks of generated versions show the same in the same form."""
    if (
        a.soort != b.soort
        or a.tekst != b.tekst
        or len(a.rijen) != len(b.rijen)
        or len(a.cellen) != len(b.cellen)
    ):
        return False
    if a.soort == P:
        return not andere_vorm(a, b) and woorden(a.inhoud.stukken) == woorden(b.inhoud.stukken)
    return all(map(zelfde, a.rijen, b.rijen)) and all(
        _zelfde(x.alineas, y.alineas) for x, y in zip(a.cellen, b.cellen, strict=True)
    )


def _zelfde(a: list[Blok], b: list[Blok]) -> bool:
    return len(a) == len(b) and all(map(zelfde, a, b))


def _leeg(element: _Element, eigenschappen: _Element | None = None) -> _Element:
    kopie = leeg(element)
    if eigenschappen is not None:
        kopie.append(copy.deepcopy(eigenschappen))
    return kopie


def _schrijf(runs: list[_Element], tekst: str, lege_run: _Element) -> None:
    """Add text to the last run, or to a new one after a picture or field."""
    if not runs or any(deel.tag not in (w("rPr"), T, w("tab"), w("br")) for deel in runs[-1]):
        runs.append(lege_run)
    run = runs[-1]
    for stuk in re.split(r"([\t\n])", tekst):
        if stuk in _TEKENS:
            run.append(maak(_TEKENS[stuk]))
        elif stuk:
            run.append(maak("t"))
            run[-1].set(XML_SPACE, "preserve")
            run[-1].text = stuk
