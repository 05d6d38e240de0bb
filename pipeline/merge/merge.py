"""One merge from begin to end: body, headers and footers, contents table, version, and the proof."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

from docx import Document

from pipeline.document.accepted import neem_aan
from pipeline.document.edited import maak_klaar
from pipeline.document.finish import WordPlan
from pipeline.document.version import DEEL, SOORT, VERWIJZING, met_versie, versie_van
from pipeline.merge.blokken import Blokkenlezer
from pipeline.merge.eigenschappen import zet_eigenschappen
from pipeline.merge.inhoud import ververs, zet_paginas
from pipeline.merge.kopie import leesbaar
from pipeline.merge.opmerkingen import Opmerkingen
from pipeline.merge.pakket import Pakket
from pipeline.merge.revisies import Revisor
from pipeline.merge.samenvoegen import Samenvoeger
from pipeline.merge.stand import Stand, nog_open
from pipeline.merge.vormgeving import huisstijl
from pipeline.merge.wml import SECTPR, P, R, w
from pipeline.wijziging import Wijziging, opmerking_bij

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
        return maak_klaar(Document(io.BytesIO(leesbaar(self.als_bytes())))).word


def voeg_samen(basis: bytes, nieuw: bytes, bewerkt: bytes, *, stand: Stand | None = None) -> Samengevoegd:
    """Put the difference between two generated versions into the file that staff made of the first.

    `stand` is what earlier merges of that file left.  Raises OnbruikbaarWord when the edited file
    cannot be merged.
    """
    pakketten = oud, wordt, is_nu = Pakket(basis), Pakket(nieuw), Pakket(bewerkt)
    moment = _moment(wordt)
    revisor = Revisor([is_nu.boom(naam) for naam in tekstdelen(is_nu)], moment)
    opmerkingen = Opmerkingen(is_nu, moment, stand or Stand())
    overig = [*_kopteksten(pakketten, revisor), *zet_eigenschappen(*pakketten)]
    samenvoeger = Samenvoeger(
        (oud.hoofd, wordt.hoofd, is_nu.hoofd), pakketten, revisor, opmerkingen=opmerkingen, stand=stand
    )
    uitslag = samenvoeger.voeg_samen(oud.body, wordt.body, is_nu.body)
    overig += _huisstijl(pakketten, opmerkingen)
    # A header may stand in the file more than once.
    wijzigingen = list(dict.fromkeys([*uitslag.wijzigingen, *overig]))
    if stand is not None:
        wijzigingen += nog_open(stand, opmerkingen.onbeslist(), wijzigingen)
    opmerkingen.ruim_op({wijziging.opmerking for wijziging in wijzigingen})
    wijzigingen += ververs(is_nu, uitslag.sleutels, uitslag.titels)
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


def _huisstijl(pakketten: tuple[Pakket, Pakket, Pakket], opmerkingen: Opmerkingen) -> list[Wijziging]:
    """Tell what differs in the form of the whole document, with a comment at its beginning."""
    uit = []
    for verschil in huisstijl(*pakketten):
        tekst = opmerking_bij("opmaak", verschil.was, f"{verschil.plek}: {verschil.wordt}")
        eerste = next(pakketten[2].body.iter(P), None)
        if eerste is not None:
            opmerkingen.plaats(eerste, tekst)
        uit.append(
            Wijziging(
                *("ongeplaatst", "opmaak", verschil.plek, verschil.was, verschil.wordt, ""),
                opmerking="" if eerste is None else tekst,
            )
        )
    return uit


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
