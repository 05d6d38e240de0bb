"""Brings an element from one Word file into another: styles, lists, pictures and links go along."""

from __future__ import annotations

import copy
import posixpath

from lxml.etree import _Element

from pipeline.document.ooxml import number
from pipeline.document.styles import Stijlen
from pipeline.merge.notes import Notes
from pipeline.merge.pakket import Pakket
from pipeline.merge.wml import NOTES, OPMERKINGTEKENS, SECTPR, VAL, R, kind, maak, verwijder, w, waarde

_STIJLTAGS = (w("pStyle"), w("rStyle"), w("tblStyle"))
_VERWIJZINGEN = (f"{{{R}}}embed", f"{{{R}}}link", f"{{{R}}}id")
_DIEP = 3
"""How far parts that refer to parts are compared: a chart and its data; beyond that they are copied."""
_STIJLVERWIJZINGEN = ("basedOn", "next", "link")


class Overnemer:
    """Translates what comes from one file (`van`) into the terms of another (`naar`)."""

    def __init__(self, van: Pakket, naar: Pakket) -> None:
        self._van = van
        self._naar = naar
        self._stijlen_van = _stijlen(van)
        self._stijlen_naar = _stijlen(naar)
        self._stijl_ids: dict[str, str] = {}
        self._bezet = set(self._stijlen_naar.ids)
        self._verwijzend: list[_Element] = []
        """Copied styles that still lead to styles of the other file."""
        self._nummers: dict[str, str] = {}
        self._tekening = 1000
        self._notes = Notes(van, naar)
        self._delen: dict[str, str] = {}
        self._bronnen: dict[str, dict[str, tuple[str, str]]] = {}
        self._gelegd: dict[tuple[str, str, str], str] = {}
        """The relationships that were laid, by part, kind and target."""

    def ken_nummer(self, van: str, naar: str) -> None:
        """Note that a list of the one file is this list in the other."""
        self._nummers.setdefault(van, naar)

    def neem_over(self, element: _Element, deel_van: str, deel_naar: str) -> _Element:
        """Return a copy of an element, without ends of sections, for a part of the other file."""
        kopie = copy.deepcopy(element)
        # Sections are not the data's to change, and a comment stands in its own file alone.
        for ding in [e for e in kopie.iter(SECTPR, *OPMERKINGTEKENS) if e is not kopie]:
            verwijder(ding)
        for stijl in kopie.iter(*_STIJLTAGS):
            stijl.set(VAL, self.stijl(stijl.get(VAL, "")))
        for nummering in kopie.iter(w("numPr")):
            nummer = kind(nummering, "numId")
            if nummer is not None:
                nummer.set(VAL, self._nummer(nummer.get(VAL, "")))
        if deel_van not in self._bronnen:
            self._bronnen[deel_van] = self._van.verwijzingen(deel_van)
        bronnen = self._bronnen[deel_van]
        for ding in kopie.iter() if bronnen else ():
            for naam in _VERWIJZINGEN:
                if ding.get(naam) in bronnen:
                    ding.set(naam, self._verwijzing(*bronnen[ding.get(naam, "")], deel_naar))
        for verwijzing in kopie.iter(*NOTES):
            verwijzing.set(w("id"), self._notes.bring(verwijzing, self.neem_over))
        self._nummer_tekeningen(kopie)
        return kopie

    def stijl(self, stijl_id: str) -> str:
        """Return the id in the other file of the style of this name, which is copied when absent."""
        gevonden = self._stijl(stijl_id)
        while self._verwijzend:  # styles that lead to one another may be thousands
            kopie = self._verwijzend.pop()
            for naam in _STIJLVERWIJZINGEN:
                verwijzing = kind(kopie, naam)
                if verwijzing is not None:
                    verwijzing.set(VAL, self._stijl(verwijzing.get(VAL, "")))
        return gevonden

    def _stijl(self, stijl_id: str) -> str:
        if stijl_id not in self._stijl_ids:
            naam = self._stijlen_van.naam(stijl_id)
            gevonden = self._stijlen_naar.vind(naam) if naam else None
            self._stijl_ids[stijl_id] = gevonden if gevonden is not None else self._kopieer_stijl(stijl_id)
        return self._stijl_ids[stijl_id]

    def _kopieer_stijl(self, stijl_id: str) -> str:
        """Copy a style; where it leads is for who calls this."""
        origineel = self._stijlen_van.element(stijl_id)
        doel = self._naar.deel("styles")
        if origineel is None or doel is None:
            return stijl_id
        nieuw_id = stijl_id
        while nieuw_id in self._bezet:
            nieuw_id += "W"
        self._bezet.add(nieuw_id)
        kopie = copy.deepcopy(origineel)
        kopie.set(w("styleId"), nieuw_id)
        kopie.attrib.pop(w("default"), "")
        self._naar.boom(doel).append(kopie)
        self._verwijzend.append(kopie)
        nummer = kind(kopie, "pPr", "numPr", "numId")
        if nummer is not None:
            nummer.set(VAL, self._nummer(nummer.get(VAL, "")))
        return nieuw_id

    def _nummer(self, num_id: str) -> str:
        if num_id == "0":
            return num_id
        if num_id not in self._nummers:
            self._nummers[num_id] = self._kopieer_nummer(num_id)
        return self._nummers[num_id]

    def _kopieer_nummer(self, num_id: str) -> str:
        """Copy a list with its looks; "0" (no list) where one of the files has no lists, or not this one."""
        bron, doel = self._van.deel("numbering"), self._naar.deel("numbering")
        if bron is None or doel is None:
            return "0"
        van, naar = self._van.boom(bron), self._naar.boom(doel)
        num = next((n for n in van.iter(w("num")) if n.get(w("numId")) == num_id), None)
        if num is None:
            return "0"
        abstract_id = waarde(num, "abstractNumId")
        alle = van.iter(w("abstractNum"))
        abstract = next((a for a in alle if a.get(w("abstractNumId")) == abstract_id), None)
        if abstract is None:
            return "0"
        nieuw_abstract = _hoogste(naar, "abstractNum", "abstractNumId") + 1
        kopie = copy.deepcopy(abstract)
        kopie.set(w("abstractNumId"), str(nieuw_abstract))
        for tag in ("nsid", "styleLink", "numStyleLink"):
            for element in kopie.findall(w(tag)):
                verwijder(element)
        for niveau in kopie.iter(w("pStyle")):  # a style belongs to one list
            verwijder(niveau)
        plek = [a for a in naar if a.tag in (w("numPicBullet"), w("abstractNum"))]
        naar.insert(naar.index(plek[-1]) + 1 if plek else 0, kopie)
        nieuw = copy.deepcopy(num)
        nieuw_id = str(_hoogste(naar, "num", "numId") + 1)
        nieuw.set(w("numId"), nieuw_id)
        verwijzing = kind(nieuw, "abstractNumId")
        assert verwijzing is not None  # noqa: S101 - the schema asks for it
        verwijzing.set(VAL, str(nieuw_abstract))
        nummers = naar.findall(w("num"))
        naar.insert(naar.index(nummers[-1]) + 1 if nummers else len(naar), nieuw)
        return nieuw_id

    def _verwijzing(self, soort: str, doel: str, deel_naar: str) -> str:
        plek = deel_naar, soort, doel
        if plek not in self._gelegd:
            extern = doel not in self._van.delen
            hier = doel if extern else self._deel(doel)
            self._gelegd[plek] = self._naar.verwijs(deel_naar, soort, hier, extern=extern)
        return self._gelegd[plek]

    def _deel(self, doel: str) -> str:
        """Return the name in the other file of a part with all that it refers to, copied when absent."""
        if doel not in self._delen:
            inhoud = self._van.delen[doel]
            gelijk = [naam for naam, deel in self._naar.delen.items() if deel == inhoud]
            bestaand = (naam for naam in gelijk if _zelfde_delen(self._van, doel, self._naar, naam))
            self._delen[doel] = next(bestaand, None) or self._kopieer_deel(doel)
        return self._delen[doel]

    def _kopieer_deel(self, doel: str) -> str:
        stam, punt, einde = posixpath.basename(doel).rpartition(".")
        naam, nummer = f"word/media/{stam}{punt}{einde}", 1
        while self._naar.vind(naam) in self._naar.delen:
            naam, nummer = f"word/media/{stam}-{nummer}{punt}{einde}", nummer + 1
        self._delen[doel] = naam  # parts may refer to each other
        self._naar.voeg_toe(naam, self._van.delen[doel], self._van.soort(doel))
        verwijzingen = self._van.verwijzingen(doel).items()
        for nummer_, (soort, ander) in verwijzingen:
            if ander in self._van.delen:
                self._naar.verwijs(naam, soort, self._deel(ander), nummer=nummer_)
            else:
                self._naar.verwijs(naam, soort, ander, extern=True, nummer=nummer_)
        return naam

    def _nummer_tekeningen(self, element: _Element) -> None:
        """Give pictures an id that no other picture of the file has."""
        nieuw = list(element.iter("{*}docPr"))
        if not nieuw:
            return
        delen = [naam for naam in self._naar.delen if naam.startswith("word/") and naam.endswith(".xml")]
        nummers = [d.get("id") for naam in delen for d in self._naar.boom(naam).iter("{*}docPr")]
        # Copies that are not in the file yet do not count there.
        self._tekening = max([self._tekening, *map(number, nummers)])
        for ding in nieuw:
            self._tekening += 1
            ding.set("id", str(self._tekening))


def _stijlen(pakket: Pakket) -> Stijlen:
    deel = pakket.deel("styles")
    return Stijlen(pakket.boom(deel) if deel else maak("styles"))


def _zelfde_delen(van: Pakket, deel: str, naar: Pakket, ander: str, diep: int = _DIEP) -> bool:
    """Whether parts of two files are alike, with all that they refer to."""
    if deel not in van.delen or ander not in naar.delen:
        return deel == ander
    a, b = van.verwijzingen(deel), naar.verwijzingen(ander)
    return (
        van.delen[deel] == naar.delen[ander]
        and a.keys() == b.keys()
        and (not a or (diep > 0 and all(_zelfde_delen(van, a[n][1], naar, b[n][1], diep - 1) for n in a)))
    )


def _hoogste(boom: _Element, tag: str, kenmerk: str) -> int:
    return max([0, *(number(element.get(w(kenmerk))) for element in boom.iter(w(tag)))])
