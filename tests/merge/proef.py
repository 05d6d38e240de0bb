"""One trial: a plan is edited by staff, its data change, and both come together."""

from __future__ import annotations

import random
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.merge.bewijs import bewijs, bewijs_zonder_markeren
from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.pdf.soffice import vind_soffice
from tests.merge import gegevens
from tests.merge.bestand import Bestand
from tests.merge.bewerkingen import bewerk
from tests.merge.lezen import delen, regels
from tests.merge.orakel import niet_gedaan, under_other_head, verloren
from tests.merge.sjablonen import ander_sjabloon
from tests.merge.word_save import as_word_saves

SJABLOON = 0.15
"""Share of the trials in which the template changed as well."""
DICHTBIJ = 0.6
"""Share of the trials in which staff edit just where the data changed."""
SAVED_BY_WORD = 0.5
"""Share of the trials in which the edited file has what Word writes of itself."""


@dataclass
class Proef:
    """A base, a new version and an edited file, with what must hold of their merge."""

    basis: bytes
    nieuw: bytes
    bewerkt: bytes
    bestand: Bestand
    wat: str

    def voeg_samen(self) -> Samengevoegd:
        return voeg_samen(self.basis, self.nieuw, self.bewerkt)

    def fouten(self, samen: Samengevoegd) -> list[str]:
        """Return everything that does not hold of a merge."""
        docx = samen.als_bytes()
        fouten = [
            *verloren(self.bestand, self.bewerkt, docx, samen.wijzigingen),
            *niet_gedaan(self.basis, self.nieuw, self.bewerkt, docx, samen.wijzigingen),
            *under_other_head(self.bestand, self.nieuw, self.bewerkt, docx),
            *bewijs(self.basis, self.nieuw, self.bewerkt, docx, samen.wijzigingen),
        ]
        fouten += self._nog_eens(samen, docx)
        samen.zonder_markeren()
        return fouten + bewijs_zonder_markeren(docx, samen.als_bytes())

    def _nog_eens(self, samen: Samengevoegd, docx: bytes) -> list[str]:
        """Return what is wrong with a run in which nothing changed: it changes nothing and tells the same."""
        weer = voeg_samen(samen.basis, self.nieuw, docx, stand=samen.stand)
        na = weer.als_bytes()
        eerst = {w.inhoud for w in samen.wijzigingen if w.uitkomst != "verwerkt" and w.wat != "inhoudsopgave"}
        nu = {w.inhoud for w in weer.wijzigingen}
        fouten = [f"niet meer op de lijst: {inhoud}" for inhoud in eerst - nu]
        fouten += [f"zomaar op de lijst: {inhoud}" for inhoud in nu - eerst]
        fouten += niet_gedaan(samen.basis, self.nieuw, docx, na, weer.wijzigingen)
        fouten += bewijs(samen.basis, self.nieuw, docx, na, weer.wijzigingen)
        for naam in ("word/document.xml", "word/comments.xml"):
            if delen(docx).get(naam) != delen(na).get(naam):
                fouten.append(f"{naam} is anders na nog een keer")
        return [f"nog een keer: {fout}" for fout in fouten]


def maak(nummer: int, *, los: bool = False) -> Proef:
    """Make the trial of a number, always the same; with `los` staff stay away from where the data changed."""
    kans = random.Random(nummer)  # noqa: S311 - the same each time is what is asked
    wijk = kans.choice(["nieuwland", "vbl"])
    basis = gegevens.basis(wijk)
    plan, data = gegevens.verander(gegevens.plan(wijk), kans, kans.randint(1, 3))
    with TemporaryDirectory() as map_naam:
        merk = f"gegeven{kans.randrange(10**6):06d}"
        sjabloon, anders = gegevens.PROJECT.sjabloon, ""
        if kans.random() < SJABLOON:
            sjabloon, anders = ander_sjabloon(Path(map_naam, "s.docx"), kans, merk)
        nieuw = gegevens.word(plan, sjabloon)
    dichtbij = not los and kans.random() < DICHTBIJ
    waar = _rustig(basis, nieuw) if los else _onrustig(basis, nieuw) if dichtbij else lambda _: True
    other = random.Random(f"saved {nummer}")  # noqa: S311 - the same each time is what is asked
    saved = partial(as_word_saves, kans=other) if other.random() < SAVED_BY_WORD else lambda _: None
    bestand, bewerkt, edits = bewerk(basis, kans, kans.randint(1, 6), waar, saved)
    # What staff took out may have come in the data at another place, in a new kernaanpak for instance.
    vaker = Counter((r.pad, r.tekst) for r in regels(nieuw)) - Counter(
        (r.pad, r.tekst) for r in regels(basis)
    )
    elders = {tekst for _, tekst in vaker}
    bestand.weg = [tekst for tekst in bestand.weg if tekst not in elders]
    wat = f"{nummer} {wijk}: {data} {anders} x {edits}"
    return Proef(basis, nieuw, bewerkt, bestand, wat)


def bewaard_door_libreoffice(proeven: list[Proef], werk: Path) -> list[Proef]:
    """Return the trials with the edited files as LibreOffice opens and saves them, in one go."""
    namen = [werk / f"{nummer}.docx" for nummer in range(len(proeven))]
    for naam, proef in zip(namen, proeven, strict=True):
        naam.write_bytes(proef.bewerkt)
    programma = vind_soffice()
    assert programma is not None
    profiel = f"-env:UserInstallation={(werk / 'profiel').as_uri()}"
    soort = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(werk / "uit")]
    subprocess.run(
        [str(programma), profiel, "--headless", *soort, *map(str, namen)],
        check=True,
        capture_output=True,
        timeout=600,
    )
    return [
        replace(proef, bewerkt=(werk / "uit" / naam.name).read_bytes())
        for naam, proef in zip(namen, proeven, strict=True)
    ]


def _onrustig(basis: bytes, nieuw: bytes) -> Callable[[str], bool]:
    """Return whether a text, or a row with it, changed in the data or stands beside what changed."""
    oud, wordt = ([r.tekst for r in regels(docx)] for docx in (basis, nieuw))
    raak: set[str] = set()
    for soort, i1, i2, _, _ in SequenceMatcher(None, oud, wordt, autojunk=False).get_opcodes():
        if soort != "equal":
            raak |= set(oud[max(0, i1 - 1) : i2 + 1])
    return lambda tekst: tekst in raak or any(deel in tekst for deel in raak if len(deel) > 8)


def _rustig(basis: bytes, nieuw: bytes) -> Callable[[str], bool]:
    """Return whether a text, and what is around it, is the same in both versions."""
    oud, wordt = ([(r.tekst, r.rij) for r in regels(docx)] for docx in (basis, nieuw))
    goed: set[str] = set()
    slecht: set[str] = {tekst for tekst, _ in oud} ^ {tekst for tekst, _ in wordt}
    for blok in SequenceMatcher(None, oud, wordt, autojunk=False).get_matching_blocks():
        goed |= {tekst for tekst, _ in oud[blok.a + 8 : blok.a + blok.size - 8]}
        rand = oud[max(0, blok.a - 8) : blok.a + 8] + oud[blok.a + blok.size - 8 : blok.a + blok.size + 8]
        slecht |= {tekst for tekst, _ in rand} if blok.size < len(oud) else set()
    rijen_slecht = {rij for tekst, rij in oud if tekst in slecht}
    return lambda tekst: (
        tekst in goed - slecht
        or any(tekst.startswith(rij) for rij in {r for t, r in oud if r and t in goed} - rijen_slecht - {""})
    )
