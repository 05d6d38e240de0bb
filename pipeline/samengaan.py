"""The Word file that staff edited, in the making of a plan: found, merged, proved, or left with a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pipeline.aanpak import Aanpak
from pipeline.document.finish import WordPlan
from pipeline.errors import BeschadigdeVersieFout, GebruikFout, NietSamengevoegdFout
from pipeline.merge.bewijs import bewijs, bewijs_zonder_markeren
from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.merge.moment import last_saved
from pipeline.merge.pakket import OnbruikbaarWord
from pipeline.merge.versies import bewaar, controleer_niet_open, versie_van, zoek
from pipeline.publish import lees_administratie, publiceer, vingerafdruk
from pipeline.report.samenvoeging import als_html, van_samenvoeging

LIJST = "samenvoeging.html"
"""The list of what a merge did."""
ONBEKEND = "Het is niet bekend van welke versie van het plan het bewerkte bestand afstamt."
VAN_ANDERE_WIJK = "Het bewerkte bestand is van een andere wijk: {}."
ONBRUIKBAAR = "Het bewerkte bestand kan niet worden samengevoegd: {}."
MISLUKT = "Het samengevoegde bestand klopte niet:\n{}"
_NAAST = (
    "{}\nDaarom is er niets in het bewerkte bestand veranderd. De nieuwe versie staat ernaast: {}\n"
    "Neem de wijzigingen zelf over. Of begin opnieuw met: wijkplan plan {} --opnieuw"
)


def lees_bewerkt(pad: Path, aanpak: Aanpak) -> bytes | None:
    """Return the file that staff edited; None when there is none or it does not count.

    Raises GebruikFout when the file that was named is not there, InGebruikFout when it is open.
    """
    if aanpak.bewerkt is not None:
        if not aanpak.bewerkt.is_file():
            raise GebruikFout(f"Het bestand {aanpak.bewerkt} is er niet. Kijk de naam en de map na.")
        controleer_niet_open(aanpak.bewerkt)
        return aanpak.bewerkt.read_bytes()
    if aanpak.opnieuw or not pad.is_file():
        return None
    eigen = lees_administratie(pad.parent).vingerafdrukken.get(pad.name)
    return None if vingerafdruk(pad) == eigen else pad.read_bytes()


def voeg_bij(  # noqa: PLR0913, PLR0917 - the run as it stands
    uitvoer: Path,
    word: WordPlan,
    bewerkt: bytes,
    werk: Path,
    versies: list[str],
    bronnen: list[Path],
    meld: Callable[[str], None],
) -> Samengevoegd:
    """Merge the new version, that was made of `bronnen`, into an edited file.

    Raises NietSamengevoegdFout, with the new version beside the edited file, when that cannot be.
    """
    try:
        versie = versie_van(bewerkt)
        gevonden = zoek(uitvoer, versie)
        if gevonden is None:
            raise _zet_ernaast(_onbekend(uitvoer, versie), uitvoer, word, werk, versies)
        meld("Nieuwe gegevens in het bewerkte Word-bestand zetten")
        return voeg_samen(
            gevonden[0], word.als_bytes(), bewerkt, stand=gevonden[1], saved=last_saved(bronnen)
        )
    except BeschadigdeVersieFout as fout:
        raise _zet_ernaast(str(fout), uitvoer, word, werk, versies) from fout
    except OnbruikbaarWord as fout:
        raise _zet_ernaast(ONBRUIKBAAR.format(fout), uitvoer, word, werk, versies) from fout


def rond_af(  # noqa: PLR0913, PLR0917 - the run as it stands
    samen: Samengevoegd,
    word: WordPlan,
    bewerkt: bytes,
    werk: Path,
    versies: list[str],
    uitvoer: Path,
    aanpak: Aanpak,
) -> None:
    """Prove a merge, write its list and keep its version; the names to publish are added to `versies`.

    Raises NietSamengevoegdFout, with the new version beside the edited file, when the proof fails.
    """
    verteld = [*samen.wijzigingen, *samen.afgehandeld]
    gemarkeerd = samen.als_bytes()
    gebreken = bewijs(samen.van, word.als_bytes(), bewerkt, gemarkeerd, verteld)
    if not aanpak.markeren:
        samen.zonder_markeren()
        gebreken += bewijs_zonder_markeren(gemarkeerd, samen.als_bytes())
    if gebreken:
        reden = MISLUKT.format("\n".join(f"  {gebrek}" for gebrek in gebreken))
        raise _zet_ernaast(reden, uitvoer, word, werk, versies)
    verslag = van_samenvoeging(samen.wijzigingen, markeren=aanpak.markeren)
    pagina = als_html(verslag, f"Samenvoeging van {uitvoer.name}")
    (werk / LIJST).write_text(pagina, encoding="utf-8")
    versies += bewaar(werk, uitvoer, samen.versie, samen.basis, samen.stand)


def _onbekend(uitvoer: Path, versie: str) -> str:
    """Say that a version is not known here, and of which other wijk it is."""
    andere = sorted(plek for plek in uitvoer.parent.iterdir() if plek.is_dir() and plek != uitvoer)
    wijk = next((plek.name for plek in andere if zoek(plek, versie) is not None), "")
    return f"{VAN_ANDERE_WIJK.format(wijk) if wijk else ONBEKEND} Is dit het goede bestand?"


def ernaast(uitvoer: Path) -> str:
    """Return the name of the new version beside an edited file that could not be merged."""
    return f"wijkplan-{uitvoer.name}-nieuw.docx"


def _zet_ernaast(
    reden: str, uitvoer: Path, word: WordPlan, werk: Path, versies: list[str]
) -> NietSamengevoegdFout:
    """Publish the new version beside the edited file; return the error that says so."""
    naam = ernaast(uitvoer)
    (werk / naam).write_bytes(word.als_bytes())
    publiceer(werk, [naam, *versies], uitvoer, versie=word.versie)
    plek = Path("outputs", uitvoer.name, naam)
    return NietSamengevoegdFout(_NAAST.format(reden, plek, uitvoer.name))
