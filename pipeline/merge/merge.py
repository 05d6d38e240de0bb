"""One merge from begin to end: body, headers and footers, contents table, version, and the proof."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from pipeline.document.accepted import neem_aan
from pipeline.document.edited import maak_klaar
from pipeline.document.finish import WordPlan
from pipeline.document.openen import load
from pipeline.document.version import DEEL, SOORT, VERWIJZING, met_versie, versie_van
from pipeline.merge.blokken import inhoudsopgave
from pipeline.merge.eigenschappen import zet_eigenschappen
from pipeline.merge.inhoud import ververs, zet_paginas
from pipeline.merge.kopteksten import Kopteksten, van_tekst
from pipeline.merge.moment import moment_of_run
from pipeline.merge.opmerkingen import Opmerkingen
from pipeline.merge.pakket import OnbruikbaarWord, Pakket
from pipeline.merge.revisies import Revisor
from pipeline.merge.samenvoegen import Samenvoeger
from pipeline.merge.stand import Stand, nog_open
from pipeline.merge.vormgeving import Vormverschil, huisstijl
from pipeline.merge.wml import P, T
from pipeline.package import getal
from pipeline.wijziging import Wijziging, opmerking_bij

MAX_PARAGRAPHS, MAX_CHARACTERS = 15_000, 1_500_000
"""What a file may hold; a plan of 30 pages has some 1,500 paragraphs and 80,000 characters.

Two files of this size that have nothing in common take some 10 seconds and 450 MB.
"""


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
        return maak_klaar(load(self.als_bytes())).word


def voeg_samen(
    basis: bytes, nieuw: bytes, bewerkt: bytes, *, stand: Stand | None = None, saved: str = ""
) -> Samengevoegd:
    """Put the difference between two generated versions into the file that staff made of the first.

    `stand` is what earlier merges of that file left, `saved` when the sources of the new version were
    saved, which dates the changes.  Raises OnbruikbaarWord when the edited file
    cannot be merged.
    """
    pakketten = oud, wordt, is_nu = Pakket(basis), Pakket(nieuw), Pakket(bewerkt)
    for pakket in pakketten:
        _check_size(pakket)
    bomen = [is_nu.boom(naam) for naam in tekstdelen(is_nu)]
    moment = moment_of_run(wordt, saved, bomen)
    revisor = Revisor(bomen, moment)
    opmerkingen = Opmerkingen(is_nu, moment, stand or Stand())
    kopteksten = Kopteksten(pakketten, revisor, stand).voeg_samen()
    overig = [*(w for w in kopteksten if w.wat != "opmaak"), *zet_eigenschappen(*pakketten)]
    samenvoeger = Samenvoeger(
        (oud.hoofd, wordt.hoofd, is_nu.hoofd),
        pakketten,
        revisor,
        opmerkingen=opmerkingen,
        stand=van_tekst(stand or Stand()),
    )
    uitslag = samenvoeger.voeg_samen(oud.body, wordt.body, is_nu.body)
    in_kop = [Vormverschil(w.plek, w.was, w.wordt) for w in kopteksten if w.wat == "opmaak"]
    overig += _vertel_vorm(is_nu, opmerkingen, [*in_kop, *huisstijl(*pakketten)])
    # A header may stand in the file more than once.
    wijzigingen = list(dict.fromkeys([*uitslag.wijzigingen, *overig]))
    if stand is not None:
        wijzigingen += nog_open(stand, opmerkingen.onbeslist(), wijzigingen)
    opmerkingen.ruim_op({wijziging.opmerking for wijziging in wijzigingen})
    wijzigingen += ververs(is_nu, wordt, uitslag.sleutels, uitslag.titels)
    volgende_basis = wordt.als_bytes()
    volgende = (stand or Stand()).volgende(wijzigingen)
    versie = hashlib.sha256(volgende_basis + volgende.als_json().encode()).hexdigest()[:16]
    _zet_versie(wordt, versie)
    _zet_versie(is_nu, versie)
    return Samengevoegd(
        basis, is_nu, wijzigingen, versie, wordt.als_bytes(), volgende, uitslag.afgehandeld, revisor
    )


def _check_size(package: Pakket) -> None:
    """Raise OnbruikbaarWord for a file that would take more time and memory than there is for it."""
    paragraphs = sum(1 for _ in package.body.iter(P))
    characters = sum(len(t.text or "") for t in package.body.iter(T))
    for number, most, what in (
        (paragraphs, MAX_PARAGRAPHS, "alinea's"),
        (characters, MAX_CHARACTERS, "tekens"),
    ):
        if number > most:
            raise OnbruikbaarWord(
                f"het is te groot: er staan {getal(number)} {what} in, en dit kan tot {getal(most)}"
            )


def alles_aangenomen(docx: bytes) -> bytes:
    """Return a Word file as it is when all changes in it are accepted."""
    pakket = Pakket(docx)
    for naam in tekstdelen(pakket):
        neem_aan(pakket.boom(naam))
    return pakket.als_bytes()


def _vertel_vorm(
    bewerkt: Pakket, opmerkingen: Opmerkingen, verschillen: list[Vormverschil]
) -> list[Wijziging]:
    """Tell what differs in form where no comment can stand, with a comment at the beginning.

    In the contents table a comment would be in the way when that is made anew.
    """
    inhoud = inhoudsopgave(bewerkt.body)
    eerste = next((alinea for alinea in bewerkt.body.iter(P) if alinea not in inhoud), None)
    uit = []
    for verschil in dict.fromkeys(verschillen):
        tekst = opmerking_bij("opmaak", verschil.was, f"{verschil.plek}: {verschil.wordt}")
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
