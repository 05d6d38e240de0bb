"""The pictures of a plan: finds the file that a row names, and judges it before anything is made of it."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from pipeline.build.waarden import Waarden, controleer_kernaanpak
from pipeline.markup import als_runs
from pipeline.model import Afbeelding, open_plek
from pipeline.pictures import Picture, UnusablePicture, load_picture
from pipeline.spelling import lijkt_op
from pipeline.workbook.cel import Cel
from pipeline.workbook.sheets import PLAATSEN, PLAATSEN_KERNAANPAK, AfbeeldingRij


def build_pictures(
    rows: list[AfbeeldingRij], folder: Path, numbers: tuple[int, ...], waarden: Waarden
) -> tuple[Afbeelding, ...]:
    """Return the pictures in their order; one that cannot be placed leaves an open place in its caption."""
    pictures = []
    for row in rows:
        path = _find(row.bestand, folder, waarden)
        picture = None if path is None else _load(path, row.bestand, waarden)
        place = row.plaats.tekst.strip()
        number = None
        if place in PLAATSEN_KERNAANPAK:
            number = controleer_kernaanpak(row.kernaanpak, numbers, waarden)
        elif place in PLAATSEN and not row.kernaanpak.leeg:
            waarden.meld("kernaanpak-niet-gevraagd", row.kernaanpak.plaats, row.kernaanpak.tekst, place)
        caption = waarden.runs(row.bijschrift)
        if picture is None:
            path = None
            caption = als_runs(open_plek(f"afbeelding {row.bestand.tekst}".strip(), row.blad))
        pictures.append(Afbeelding(path, place, number, row.alt_tekst.tekst, caption, picture))
    return tuple(pictures)


def _load(path: Path, cell: Cel, waarden: Waarden) -> Picture | None:
    try:
        picture = load_picture(path)
    except UnusablePicture as refusal:
        match refusal.kind:
            case "unreadable":
                waarden.meld("afbeelding-onleesbaar", cell.plaats, path.name, refusal.found)
            case "format":
                waarden.meld("afbeelding-soort", cell.plaats, path.name, refusal.found)
            case "size":
                waarden.meld("afbeelding-te-groot", cell.plaats, path.name, refusal.found)
        return None
    if not picture.is_complete:
        waarden.meld("afbeelding-incompleet", cell.plaats, path.name)
    return picture


def _find(cell: Cel, folder: Path, waarden: Waarden) -> Path | None:
    """Return the file that a cell names; capitals and the form of accents do not matter, as on Windows.

    A name that leads out of the folder is as good as absent.
    """
    name = cell.tekst.strip()
    if not name:
        return None
    names = _names(folder)
    if name in names:
        return folder / name
    alike = [other for other in names if _folded(other) == _folded(name)]
    if len(alike) == 1:
        return folder / alike[0]
    waarden.meld("afbeelding-ontbreekt", cell.plaats, name, folder.name + _suggestion(name, names))
    return None


def _names(folder: Path) -> list[str]:
    """Return the names of the files in a folder; none of one that is not there or may not be read."""
    try:
        return sorted(path.name for path in folder.iterdir() if path.is_file())
    except OSError:
        return []


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _suggestion(name: str, names: list[str]) -> str:
    """Name the file that was probably meant: in another folder, with another ending, or with a slip."""
    bare = _folded(name.replace("\\", "/").rsplit("/", 1)[-1])
    stems = {_folded(Path(other).stem): other for other in names}
    meant = {_folded(other): other for other in names}.get(bare) or stems.get(bare)
    meant = meant or stems.get(Path(bare).stem) or stems.get(lijkt_op(Path(bare).stem, stems) or "")
    return f" (bedoelt u '{meant}'?)" if meant else ""
