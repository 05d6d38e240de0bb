"""The pictures of a plan: finds the file that a row names, and judges it before anything is made of it."""

from __future__ import annotations

from pathlib import Path

from pipeline.build.waarden import Waarden, controleer_kernaanpak
from pipeline.markup import Runs, als_runs, platte_tekst
from pipeline.model import OPEN, Afbeelding, open_plek
from pipeline.names import choose, clean, key, same
from pipeline.pictures import Picture, UnusablePicture, load_picture
from pipeline.spelling import lijkt_op
from pipeline.workbook.cel import Cel
from pipeline.workbook.sheets import PLAATSEN, PLAATSEN_KERNAANPAK, AfbeeldingRij


def build_pictures(
    rows: list[AfbeeldingRij], folder: Path, numbers: tuple[int, ...], waarden: Waarden
) -> tuple[Afbeelding, ...]:
    """Return the pictures in their order; one that cannot be placed leaves an open place instead of itself.

    Where the plan does not know the place, that is behind the picture of the row above.
    """
    pictures: list[Afbeelding] = []
    for row in rows:
        path = _find(row.bestand, folder, waarden)
        picture = None if path is None else _load(path, row.bestand, waarden)
        place = choose(row.plaats.tekst, PLAATSEN + PLAATSEN_KERNAANPAK)
        number = None
        caption = waarden.runs(row.bijschrift)
        if picture is None:
            caption = _open("", row, caption)
        if place in PLAATSEN_KERNAANPAK:
            number = controleer_kernaanpak(row.kernaanpak, numbers, waarden)
            if number is None:
                picture, caption = None, _open("kernaanpak van ", row, caption)
                number = numbers[-1] if numbers else 1
        elif place is not None and not row.kernaanpak.leeg:
            waarden.meld("kernaanpak-niet-gevraagd", row.kernaanpak.plaats, row.kernaanpak.tekst, place)
        if place is None:
            picture, caption = None, _open("plaats van ", row, caption)
            above = pictures[-1] if pictures else None
            place, number = (above.plaats, above.kernaanpak) if above else (PLAATSEN[0], None)
        if picture is None:
            path = None
        pictures.append(Afbeelding(path, place, number, row.alt_tekst.tekst, caption, picture))
    return tuple(pictures)


def _open(what: str, row: AfbeeldingRij, caption: Runs) -> Runs:
    """Return the open place of a picture, with its caption behind it; nothing typed is lost."""
    words = open_plek(f"{what}afbeelding {clean(row.bestand.tekst)}".strip(), row.blad)
    if platte_tekst(caption).startswith(OPEN):
        return caption
    return (*als_runs(words + " " * bool(caption)), *caption)


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
    """Return the file that a cell names; capitals do not matter, as on Windows, nor what cannot be seen.

    A name that leads out of the folder is as good as absent.
    """
    name = cell.tekst.strip()
    if not name:
        return None
    names = _names(folder)
    if name in names:
        return folder / name
    alike = [other for other in names if same(other, name)]
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


def _suggestion(name: str, names: list[str]) -> str:
    """Name the file that was probably meant: in another folder, with another ending, or with a slip."""
    bare = key(name.replace("\\", "/").rsplit("/", 1)[-1])
    stems = {key(Path(other).stem): other for other in names}
    meant = {key(other): other for other in names}.get(bare) or stems.get(bare)
    meant = meant or stems.get(Path(bare).stem) or stems.get(lijkt_op(Path(bare).stem, stems) or "")
    return f" (bedoelt u '{meant}'?)" if meant else ""
