"""Merges headers and footers, and tells what of them has no place in the edited file."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from pipeline.merge.blokken import Blokkenlezer
from pipeline.merge.overnemen import Overnemer
from pipeline.merge.pakket import Pakket
from pipeline.merge.revisies import Revisor
from pipeline.merge.samenvoegen import Samenvoeger
from pipeline.merge.stand import Stand
from pipeline.merge.wml import SECTPR, R, maak, ouder, verwijder, w
from pipeline.wijziging import Wat, Wijziging

PLEK = "Koptekst of voettekst"
_SOORTEN = {"headerReference": f"{R}/header", "footerReference": f"{R}/footer"}
_ID = f"{{{R}}}id"

Plaats = tuple[int, str]
"""The number of a section, and which of its headers or footers it is: 'headerReference default'."""


def van_tekst(stand: Stand) -> Stand:
    """Return what is remembered of the text itself: a key says nothing of another part."""
    return Stand(*([w_ for w_ in lijst if w_.plek != PLEK] for lijst in (stand.verwerkt, stand.open)))


class Kopteksten:
    """The headers and footers of three files, found by their section and kind: a save gives them other names.

    What could not be put in is as it was in the next base, so that the next run finds it again.
    """

    def __init__(
        self, pakketten: tuple[Pakket, Pakket, Pakket], revisor: Revisor, stand: Stand | None
    ) -> None:
        self._pakketten = pakketten
        self._revisor = revisor
        self._stand = stand or Stand()
        self._oud, self._wordt, self._is_nu = (_delen_per_plaats(pakket) for pakket in pakketten)
        self._secties = [len(_secties(pakket)) for pakket in pakketten]
        self._overnemer = Overnemer(pakketten[0], pakketten[1])
        self._basis = dict(self._wordt)
        """Which part belongs where in the next base."""
        self._terug: dict[str, str] = {}
        """For each part of the base that was put back its name in the next base."""
        self._wijzigingen: list[Wijziging] = []

    def voeg_samen(self) -> list[Wijziging]:
        """Merge all headers and footers; those of form have no comment yet, as a header can have none."""
        gedaan: dict[str, tuple[str, str]] = {}
        for plaats in sorted(self._oud.keys() | self._wordt.keys()):
            oud, wordt, is_nu = (delen.get(plaats, "") for delen in (self._oud, self._wordt, self._is_nu))
            # Sections of staff stand between ours, so that their numbers say nothing.
            heeft_plek = oud and wordt and is_nu and self._secties[0] == self._secties[2]
            if not heeft_plek or gedaan.get(is_nu, (oud, wordt)) != (oud, wordt):
                self._ongeplaatst(plaats)
            elif is_nu not in gedaan:
                gedaan[is_nu] = oud, wordt
                self._paar(oud, wordt, is_nu)
        if self._basis != self._wordt:
            self._schrijf_basis()
        return self._wijzigingen

    def _paar(self, oud: str, wordt: str, is_nu: str) -> None:
        """Merge a header that all three files have."""
        naam = _naam(self._wordt, wordt)
        eigen = [w_ for w_ in self._stand.verwerkt if w_.sleutel.startswith(f"{naam} ")]
        delen = oud, wordt, is_nu
        samenvoeger = Samenvoeger(
            delen, self._pakketten, self._revisor, stand=Stand(eigen), plek=PLEK, sleutel=naam
        )
        bomen = [pakket.boom(deel) for pakket, deel in zip(self._pakketten, delen, strict=True)]
        self._wijzigingen += samenvoeger.voeg_samen(bomen[0], bomen[1], bomen[2]).wijzigingen

    def _ongeplaatst(self, plaats: Plaats) -> None:
        """Tell of a header that changed, came or went, unless staff have it so."""
        oud, wordt = self._oud.get(plaats, ""), self._wordt.get(plaats, "")
        was, nu = _tekst(self._pakketten[0], oud), _tekst(self._pakketten[1], wordt)
        hier = self._teksten(plaats)
        if was == nu or ((not nu or nu in hier) and (not was or was not in hier)):
            return
        wat: Wat = "gewijzigd" if oud and wordt else "nieuw" if wordt else "vervallen"
        naam = _naam(self._wordt, wordt) if wordt else _naam(self._oud, oud)
        self._wijzigingen.append(Wijziging("ongeplaatst", wat, PLEK, was, nu, naam))
        if oud:
            self._basis[plaats] = self._zet_terug(oud)
        else:
            del self._basis[plaats]

    def _teksten(self, plaats: Plaats) -> set[str]:
        """Return what the edited file has at a place; with other sections, at all places of its kind."""
        gelijk = self._secties[1] == self._secties[2]
        delen = {d for p, d in self._is_nu.items() if p == plaats or (not gelijk and p[1] == plaats[1])}
        return {_tekst(self._pakketten[2], deel) for deel in delen}

    def _zet_terug(self, deel: str) -> str:
        """Bring a part of the base into the next base; return its name there."""
        if deel not in self._terug:
            oud, wordt, _ = self._pakketten
            nummer = 1
            while (naam := f"word/eerder{nummer}.xml") in wordt.delen:
                nummer += 1
            wordt.voeg_toe(naam, oud.delen[deel], oud.soort(deel))
            boom = wordt.boom(naam)
            boom[:] = list(self._overnemer.neem_over(oud.boom(deel), deel, naam))
            self._terug[deel] = naam
        return self._terug[deel]

    def _schrijf_basis(self) -> None:
        """Write in the next base which header belongs where; a section takes over what it lacks."""
        pakket = self._pakketten[1]
        for nummer, sectie in enumerate(_secties(pakket)):
            for verwijzing in list(_verwijzingen(sectie)):
                verwijder(verwijzing)
            hier = [(soort, deel) for (n, soort), deel in self._basis.items() if n == nummer]
            for soort, deel in sorted(hier, reverse=True):
                if self._basis.get((nummer - 1, soort)) != deel:
                    tag, _, type_ = soort.partition(" ")
                    nieuw = maak(tag, type=type_)
                    nieuw.set(_ID, pakket.verwijs(pakket.hoofd, _SOORTEN[tag], deel))
                    sectie.insert(0, nieuw)


def _secties(pakket: Pakket) -> list[_Element]:
    """Return the sections as they are now, without what a tracked change keeps of them."""
    return [s for s in pakket.body.iter(SECTPR) if ouder(s).tag != w("sectPrChange")]


def _verwijzingen(sectie: _Element) -> Iterator[_Element]:
    return sectie.iterchildren(*map(w, _SOORTEN))


def _delen_per_plaats(pakket: Pakket) -> dict[Plaats, str]:
    """Return the part of each header and footer; a section takes over what it lacks."""
    doelen = pakket.verwijzingen(pakket.hoofd)
    uit: dict[Plaats, str] = {}
    huidig: dict[str, str] = {}
    for nummer, sectie in enumerate(_secties(pakket)):
        for verwijzing in _verwijzingen(sectie):
            soort = f"{etree.QName(verwijzing).localname} {verwijzing.get(w('type'))}"
            huidig[soort] = doelen.get(verwijzing.get(_ID, ""), ("", ""))[1]
        uit |= {(nummer, soort): deel for soort, deel in huidig.items() if deel in pakket.delen}
    return uit


def _naam(delen: dict[Plaats, str], deel: str) -> str:
    """Return how a part is called in all runs: by the first place at which it stands."""
    nummer, soort = min(plaats for plaats, ander in delen.items() if ander == deel)
    return f"koptekst {nummer} {soort}"


def _tekst(pakket: Pakket, deel: str) -> str:
    if not deel:
        return ""
    return "\n".join(blok.tekst for blok in Blokkenlezer(pakket, deel).lees(pakket.boom(deel)))
