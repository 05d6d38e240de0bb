"""One merge from begin to end: body, headers and footers, contents table, version, and the proof."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

from docx import Document
from lxml.etree import _Element

from pipeline.document.edited import maak_klaar
from pipeline.document.finish import WordPlan
from pipeline.document.version import DEEL, SOORT, VERWIJZING, met_versie, versie_van
from pipeline.merge.blokken import Blokkenlezer
from pipeline.merge.inhoud import ververs, zet_paginas
from pipeline.merge.opmerkingen import Opmerkingen
from pipeline.merge.pakket import Pakket
from pipeline.merge.revisies import Revisor
from pipeline.merge.samenvoegen import Samenvoeger
from pipeline.merge.stand import Stand
from pipeline.merge.uitkomst import neem_aan
from pipeline.merge.wml import SECTPR, R, w
from pipeline.wijziging import Wijziging

_MOMENT = "2026-01-01T00:00:00Z"
_TERMEN = "{http://purl.org/dc/terms/}"


@dataclass
class Samengevoegd:
    """The merged file, of which only the page numbers are still to be filled in."""

    van: bytes
    """The version that the edited file was made of."""
    pakket: Pakket
    wijzigingen: list[Wijziging]
    versie: str
    basis: bytes
    """What the merged file descends from, for the next run: the new version without what was not applied."""
    stand: Stand
    """What is to be remembered for the next run."""
    afgehandeld: list[Wijziging]
    """Changes that staff settled in Word: neither put in nor told again."""
    revisor: Revisor

    def zet_paginas(self, paginas: dict[str, int]) -> None:
        """Fill in the page numbers that are known, by bookmark."""
        zet_paginas(self.pakket, paginas)

    def als_bytes(self) -> bytes:
        """Return the merged file."""
        return self.pakket.als_bytes()

    def zonder_markeren(self) -> None:
        """Accept the changes of this run, as if they had been made without tracking."""
        for naam in tekstdelen(self.pakket):
            neem_aan(self.pakket.boom(naam), self.revisor.van_nu)

    def voor_pdf(self) -> WordPlan:
        """Return a copy as it is published: all changes accepted, no comments."""
        return maak_klaar(Document(io.BytesIO(self.als_bytes()))).word


def voeg_samen(basis: bytes, nieuw: bytes, bewerkt: bytes, *, stand: Stand | None = None) -> Samengevoegd:
    """Put the difference between two generated versions into the file that staff made of the first.

    `stand` is what earlier merges of that file left.  Raises OnbruikbaarWord when the edited file
    cannot be merged.
    """
    pakketten = oud, wordt, is_nu = Pakket(basis), Pakket(nieuw), Pakket(bewerkt)
    moment = _moment(wordt)
    revisor = Revisor([is_nu.boom(naam) for naam in tekstdelen(is_nu)], moment)
    opmerkingen = Opmerkingen(is_nu, moment)
    overig = [*_kopteksten(pakketten, revisor), *_overig(oud, wordt, is_nu)]
    samenvoeger = Samenvoeger(
        (oud.hoofd, wordt.hoofd, is_nu.hoofd), pakketten, revisor, opmerkingen=opmerkingen, stand=stand
    )
    uitslag = samenvoeger.voeg_samen(oud.body, wordt.body, is_nu.body)
    # A header may stand in the file more than once.
    wijzigingen = list(dict.fromkeys([*uitslag.wijzigingen, *overig]))
    opmerkingen.ruim_op({wijziging.opmerking for wijziging in wijzigingen})
    ververs(is_nu, uitslag.sleutels)
    volgende_basis = wordt.als_bytes()
    volgende = (stand or Stand()).volgende(wijzigingen)
    versie = hashlib.sha256(volgende_basis + volgende.als_json().encode()).hexdigest()[:16]
    _zet_versie(wordt, versie)
    _zet_versie(is_nu, versie)
    return Samengevoegd(
        basis, is_nu, wijzigingen, versie, wordt.als_bytes(), volgende, uitslag.afgehandeld, revisor
    )


def alles_aangenomen(docx: bytes) -> bytes:
    """Return a Word file as it is when all changes in it are accepted."""
    pakket = Pakket(docx)
    for naam in tekstdelen(pakket):
        neem_aan(pakket.boom(naam))
    return pakket.als_bytes()


def tekstdelen(pakket: Pakket) -> list[str]:
    """Return the parts in which changes can be tracked."""
    soorten = ("header", "footer", "footnotes", "endnotes")
    namen = [
        doel
        for soort, doel in pakket.verwijzingen(pakket.hoofd).values()
        if soort.rpartition("/")[2] in soorten and doel in pakket.delen
    ]
    return [pakket.hoofd, *dict.fromkeys(namen)]


def versie(pakket: Pakket) -> str:
    """Return the version from which a file descends; empty when that is not known."""
    return next((versie_van(pakket.delen[naam]) for naam in _eigenschappen(pakket)), "")


def _eigenschappen(pakket: Pakket) -> list[str]:
    return [d for s, d in pakket.verwijzingen("").values() if s == VERWIJZING and d in pakket.delen]


def _zet_versie(pakket: Pakket, waarde: str) -> None:
    namen = _eigenschappen(pakket)
    if not namen:
        pakket.voeg_toe(DEEL, b"", SOORT)
        pakket.verwijs("", VERWIJZING, DEEL)
        namen = [DEEL]
    pakket.delen[namen[0]] = met_versie(pakket.delen[namen[0]], waarde)


def _moment(pakket: Pakket) -> str:
    """Return the date of the plan, which its properties give: nothing reads the clock."""
    for soort, doel in pakket.verwijzingen("").values():
        if soort.endswith("/core-properties") and doel in pakket.delen:
            element = pakket.boom(doel).find(f"{_TERMEN}modified")
            if element is not None and element.text:
                return element.text
    return _MOMENT


def _kopteksten(pakketten: tuple[Pakket, Pakket, Pakket], revisor: Revisor) -> list[Wijziging]:
    """Merge headers and footers, found by their section and kind: a save gives them other names."""
    per_pakket = [_delen_per_sectie(pakket) for pakket in pakketten]
    oud, wordt, is_nu = per_pakket
    gedaan: dict[str, list[Wijziging]] = {}
    for sleutel, deel in wordt.items():
        delen = oud.get(sleutel, ""), deel, is_nu.get(sleutel, "")
        if delen[0] and delen[2] in gedaan:
            continue
        if not all(delen) or len({sectie for sectie, _ in oud}) != len({sectie for sectie, _ in is_nu}):
            if delen[0] and _tekst(pakketten[0], delen[0]) != _tekst(pakketten[1], deel):
                was, nu = _tekst(pakketten[0], delen[0]), _tekst(pakketten[1], deel)
                gedaan.setdefault(f"- {deel}", []).append(
                    Wijziging("ongeplaatst", "gewijzigd", "Koptekst of voettekst", was, nu, "")
                )
            continue
        samenvoeger = Samenvoeger(delen, pakketten, revisor, plek="Koptekst of voettekst")
        bomen = [pakket.boom(naam) for pakket, naam in zip(pakketten, delen, strict=True)]
        gedaan[delen[2]] = samenvoeger.voeg_samen(bomen[0], bomen[1], bomen[2]).wijzigingen
    return [wijziging for lijst in gedaan.values() for wijziging in lijst]


def _delen_per_sectie(pakket: Pakket) -> dict[tuple[int, str], str]:
    """Return the part of each header and footer by section and kind; a section takes over what it lacks."""
    doelen = pakket.verwijzingen(pakket.hoofd)
    uit: dict[tuple[int, str], str] = {}
    huidig: dict[str, str] = {}
    for nummer, sectie in enumerate(pakket.body.iter(SECTPR)):
        for verwijzing in sectie.iter(w("headerReference"), w("footerReference")):
            soort = f"{verwijzing.tag} {verwijzing.get(w('type'))}"
            huidig[soort] = doelen.get(verwijzing.get(f"{{{R}}}id", ""), ("", ""))[1]
        uit |= {(nummer, soort): deel for soort, deel in huidig.items() if deel in pakket.delen}
    return uit


def _tekst(pakket: Pakket, deel: str) -> str:
    return "\n".join(blok.tekst for blok in Blokkenlezer(pakket, deel).lees(pakket.boom(deel)))


def _overig(oud: Pakket, wordt: Pakket, is_nu: Pakket) -> list[Wijziging]:
    """Tell what differs beside the text and cannot be a tracked change: page sizes and the title."""
    uit = []
    for nummer, (a, b) in enumerate(zip(_bladen(oud), _bladen(wordt), strict=False)):
        if _maten(a) != _maten(b):
            hier = _bladen(is_nu)
            if len(hier) != len(_bladen(oud)) or _maten(hier[nummer]) != _maten(b):
                plek = f"Deel {nummer + 1} van het document"
                uit.append(Wijziging("ongeplaatst", "bladspiegel", plek, _maten(a), _maten(b), ""))
                _zet_maten(b, a)
    titels = [_titel(pakket) for pakket in (oud, wordt, is_nu)]
    if titels[0] != titels[1] != titels[2]:
        plek = "Eigenschappen van het document"
        uit.append(Wijziging("ongeplaatst", "titel", plek, titels[0], titels[1], ""))
        _zet_titel(wordt, titels[0])
    return uit


def _bladen(pakket: Pakket) -> list[_Element]:
    return list(pakket.body.iter(SECTPR))


def _maten(sectie: _Element) -> str:
    """Return the size and direction of the pages of a section, in centimetres."""
    maat = sectie.find(w("pgSz"))
    if maat is None:
        return ""
    breedte, hoogte = (int(maat.get(w(naam), "0")) / 567 for naam in ("w", "h"))
    richting = "liggend" if breedte > hoogte else "staand"
    return f"{richting}, {breedte:.1f} bij {hoogte:.1f} cm".replace(".", ",")


def _zet_maten(sectie: _Element, van: _Element) -> None:
    maat, oud = sectie.find(w("pgSz")), van.find(w("pgSz"))
    if maat is not None and oud is not None:
        maat.attrib.clear()
        maat.attrib.update(oud.attrib)


def _titelelement(pakket: Pakket) -> _Element | None:
    for soort, doel in pakket.verwijzingen("").values():
        if soort.endswith("/core-properties") and doel in pakket.delen:
            return pakket.boom(doel).find("{http://purl.org/dc/elements/1.1/}title")
    return None


def _titel(pakket: Pakket) -> str:
    element = _titelelement(pakket)
    return "" if element is None else element.text or ""


def _zet_titel(pakket: Pakket, titel: str) -> None:
    element = _titelelement(pakket)
    if element is not None:
        element.text = titel
