"""The generated versions that are kept beside a plan, so that an edited file finds its base."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import BeschadigdeVersieFout, InGebruikFout
from pipeline.merge.merge import versie
from pipeline.merge.pakket import OnbruikbaarWord, Pakket, is_xml_naam
from pipeline.merge.stand import Stand

MAP = ".wijkplan"
"""The folder in outputs/<wijk>/ in which versions are kept; the program's own."""


def bewaar(werk: Path, uitvoer: Path, versie: str, basis: bytes, stand: Stand) -> list[str]:
    """Write a version with what is remembered of it in the work folder; return the names to publish.

    A version that is kept already is left alone, unless it is damaged.
    """
    try:
        if zoek(uitvoer, versie) is not None:
            return []
    except BeschadigdeVersieFout:
        pass  # it is written anew
    (werk / MAP).mkdir(exist_ok=True)
    namen = [f"{MAP}/{versie}.docx", f"{MAP}/{versie}.json"]
    (werk / namen[0]).write_bytes(basis)
    (werk / namen[1]).write_text(stand.als_json(), encoding="utf-8")
    return namen


def zoek(uitvoer: Path, versie: str) -> tuple[bytes, Stand] | None:
    """Return a kept version with what is remembered of it; None when it is not known.

    Raises BeschadigdeVersieFout for one that is kept and cannot be read.
    """
    if not versie.isalnum():  # a name from a file that may come from anywhere
        return None
    try:
        basis = (uitvoer / MAP / f"{versie}.docx").read_bytes()
        stand = (uitvoer / MAP / f"{versie}.json").read_bytes()
    except FileNotFoundError:
        return None
    try:
        pakket = Pakket(basis)
        for naam in pakket.delen:
            if is_xml_naam(naam):
                pakket.boom(naam)
    except OnbruikbaarWord as fout:
        plek = Path("outputs", uitvoer.name, MAP, f"{versie}.docx")
        raise BeschadigdeVersieFout(_BESCHADIGD.format(plek)) from fout
    return basis, Stand.van_json(stand)


def versie_van(docx: bytes) -> str:
    """Return the version from which a file descends; empty when it does not say so.

    Raises OnbruikbaarWord for a file that is no Word file.
    """
    return versie(Pakket(docx))


def controleer_niet_open(pad: Path) -> None:
    """Raise InGebruikFout when a program has a file open: it then keeps a file of its own beside it."""
    namen = [f"~${pad.name[2:]}", f"~${pad.name}", f".~lock.{pad.name}#"]
    slot = next((pad.parent / naam for naam in namen if (pad.parent / naam).exists()), None)
    if pad.exists():
        try:
            with pad.open("r+b"):
                pass
        except PermissionError as fout:
            if slot is None and not _alleen_lezen(pad):
                raise InGebruikFout(_OPEN.format(pad.name)) from fout
        if slot is not None:
            raise InGebruikFout(_OPEN.format(pad.name) + _RESTANT.format(slot.name))


def _alleen_lezen(pad: Path) -> bool:
    return not pad.stat().st_mode & 0o200


_BESCHADIGD = "De eerdere versie van het plan die het programma heeft bewaard, is beschadigd: {}."
_OPEN = (
    "Het bestand {} is geopend in Word of in LibreOffice. Er is niets veranderd.\n"
    "Bewaar het, sluit het, en geef de opdracht opnieuw."
)
_RESTANT = "\nIs het niet geopend? Verwijder dan het bestand {} in dezelfde map."
