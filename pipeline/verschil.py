"""What changed between two versions: a Word file with tracked changes, and the list of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import BeschadigdeVersieFout, GebruikFout
from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import alles_aangenomen, voeg_samen
from pipeline.merge.opmerkingen import eigen_opmerkingen, haal_weg
from pipeline.merge.pakket import OnbruikbaarWord, Pakket
from pipeline.merge.untold import as_changes
from pipeline.merge.versies import zoek
from pipeline.project import Project
from pipeline.publish import eigen_map, lees_administratie, publiceer
from pipeline.report.samenvoeging import Verslag, als_html, van_verschil
from pipeline.wijziging import Wijziging

WORD, LIJST = "verschil.docx", "verschil.html"
TUSSEN_VERSIES = (
    "tussen de laatste twee versies van de gegevens. Wat u zelf in Word veranderde, staat hier niet bij."
)
GELIJKE_VERSIES = "De gegevens zijn in de laatste twee versies gelijk."
GELIJKE_BESTANDEN = "De twee bestanden hebben dezelfde tekst."


@dataclass(frozen=True)
class Verschil:
    """What changed, and the files that tell it."""

    verslag: Verslag
    gemaakt: list[Path]


class Vergeleken(NamedTuple):
    """How two files differ."""

    wijzigingen: list[Wijziging]
    word: bytes | None
    """The file with tracked changes; None when the differences can only be listed."""


def verschil_van_wijk(project: Project, wijk: str) -> Verschil:
    """Compare the last two generated versions of a plan, in outputs/<wijk>/.

    Raises GebruikFout when there are no two versions, BeschadigdeVersieFout when one of them is damaged.
    """
    project.controleer_wijk(wijk)
    uitvoer = project.uitvoer(wijk)
    with eigen_map(uitvoer) as werk:
        versies = lees_administratie(uitvoer).versies[-2:]
        try:
            gevonden = [versie[0] for naam in versies if (versie := zoek(uitvoer, naam)) is not None]
        except BeschadigdeVersieFout as fout:
            raise BeschadigdeVersieFout(f"{fout}\nZet dat bestand terug uit een reservekopie.") from fout
        if len(gevonden) < 2:
            raise GebruikFout(
                f"Van {wijk} zijn er nog geen twee versies om te vergelijken. "
                f"Maak het plan opnieuw als de gegevens zijn veranderd: wijkplan plan {wijk}"
            )
        samen = _vergelijk(*gevonden)
        verslag = van_verschil(samen.wijzigingen, TUSSEN_VERSIES, GELIJKE_VERSIES, WORD)
        if samen.word is not None:
            (werk / WORD).write_bytes(samen.word)
        (werk / LIJST).write_text(
            als_html(verslag, f"Wat er veranderde in het plan van {wijk}"), encoding="utf-8"
        )
        namen = [naam for naam in (WORD, LIJST) if verslag.gevuld and (werk / naam).exists()]
        # Those of an earlier comparison would tell of other versions.
        publiceer(werk, namen, uitvoer, vervallen=[naam for naam in (WORD, LIJST) if naam not in namen])
    return Verschil(verslag, [uitvoer / naam for naam in namen])


def verschil_van_bestanden(oud: Path, nieuw: Path) -> Verschil:
    """Compare two Word files; the result comes beside the new one, over nothing that is there.

    Raises GebruikFout for a file that is not there or no Word file.
    """
    inhoud = []
    for pad in (oud, nieuw):
        if not pad.is_file():
            raise GebruikFout(f"Het bestand {pad} is er niet. Kijk de naam en de map na.")
        try:
            inhoud.append(alles_aangenomen(pad.read_bytes()))
        except OnbruikbaarWord as fout:
            raise GebruikFout(f"Het bestand {pad} kan niet worden vergeleken: {fout}.") from fout
    samen = _vergelijk(*inhoud)
    doel = _vrij(nieuw.parent, WORD)
    verslag = van_verschil(samen.wijzigingen, "tussen de twee bestanden.", GELIJKE_BESTANDEN, doel.name)
    if not verslag.gevuld or samen.word is None:
        return Verschil(verslag, [])
    doel.write_bytes(samen.word)
    return Verschil(verslag, [doel])


def _vergelijk(oud: bytes, nieuw: bytes) -> Vergeleken:
    """Compare two files: what cannot be shown as a tracked change is listed, and nothing stops the rest."""
    try:
        samen = voeg_samen(oud, nieuw, oud)
    except OnbruikbaarWord as fout:
        raise GebruikFout(f"De bestanden kunnen niet worden vergeleken: {fout}.") from fout
    was, wordt = Pakket(oud), Pakket(nieuw)
    wijzigingen = list(samen.wijzigingen)
    # They ask staff to mend their file, and nobody works in this one.
    haal_weg(samen.pakket, set(eigen_opmerkingen(samen.pakket)) - set(eigen_opmerkingen(was)))
    word = samen.als_bytes()
    if not bewijs(oud, nieuw, oud, word, wijzigingen):
        return Vergeleken(wijzigingen, word)
    try:
        wijzigingen += as_changes(was, wordt, Pakket(word), wijzigingen)
    except OnbruikbaarWord:  # both in one file may be too large
        pass
    else:
        if not bewijs(oud, nieuw, oud, word, wijzigingen):
            return Vergeleken(wijzigingen, word)
    alleen_lijst = [replace(w, uitkomst="ongeplaatst", resultaat="") for w in wijzigingen]
    return Vergeleken(alleen_lijst + as_changes(was, wordt, was, alleen_lijst), None)


def _vrij(map_pad: Path, naam: str) -> Path:
    pad, nummer = map_pad / naam, 2
    while pad.exists():
        pad = map_pad / f"{Path(naam).stem} ({nummer}){Path(naam).suffix}"
        nummer += 1
    return pad
