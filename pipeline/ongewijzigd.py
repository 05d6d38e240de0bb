"""Tells whether a plan that was made before would come out the same, so that it need not be made again.

It compares fingerprints and imports nothing heavy, for its answer must come at once.
"""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pipeline
from pipeline.pdf.soffice import vind_soffice
from pipeline.project import Project
from pipeline.publish import lees_administratie, vingerafdruk
from pipeline.resultaat import Resultaat, als_json, uit_json


def herkomst(project: Project, wijk: str, definitief: bool | None) -> dict[str, Any]:
    """Return the fingerprints of all that the plan of a wijk is made of.

    To be taken before anything is read: what changes meanwhile then shows in a next run.
    """
    werkmap = project.werkmap(wijk)
    map_invoer = werkmap.parent
    # Names beside the workbook too: a lock file of Excel there is told.
    bestanden = {project.gemeente, project.sjabloon, werkmap}
    bestanden |= {pad for plek in (map_invoer, project.afbeeldingen(wijk)) for pad in _bestanden(plek)}
    bestanden |= {pad for pad in _bestanden(project.gemeente.parent) if project.gemeente.name in pad.name}
    return {
        "bestanden": {str(pad.relative_to(project.map)): _afdruk(pad) for pad in sorted(bestanden)},
        "andere": {naam: _afdruk(project.werkmap(naam)) for naam in project.wijken() if naam != wijk},
        "programma": _programma(),
        "libreoffice": _libreoffice(),
        "definitief": definitief,
    }


def met_uitkomst(project: Project, oorsprong: dict[str, Any], resultaat: Resultaat) -> dict[str, Any]:
    """Add the figures that the checks took from other wijken, and what a next run has to tell again."""
    return oorsprong | {
        "cijfers": {naam: _cijfers(project.werkmap(naam), af) for naam, af in oorsprong["andere"].items()},
        "gemaakt": [pad.name for pad in resultaat.gemaakt],
        "geen_pdf": resultaat.geen_pdf,
        "is_definitief": resultaat.definitief,
        "let_op": resultaat.let_op,
        "telling": resultaat.telling,
        "bevindingen": [als_json(bevinding) for bevinding in resultaat.bevindingen],
    }


def ongewijzigd(project: Project, wijk: str, definitief: bool | None) -> Resultaat | None:
    """Return the result of the last run when it still stands and nothing that it is made of changed.

    None when the plan is to be made: an input, the program or LibreOffice is another, or a file that
    was made is gone or was changed by a person.  Raises GebruikFout for an unknown wijk.
    """
    project.controleer_wijk(wijk)
    uitvoer = project.uitvoer(wijk)
    vorige = lees_administratie(uitvoer)
    oud = vorige.herkomst
    if not oud:
        return None
    try:
        nu = herkomst(project, wijk, definitief)
        zelfde = all(oud[naam] == nu[naam] for naam in nu if naam != "andere")
        gemaakt = [uitvoer / naam for naam in oud["gemaakt"]]
        if not zelfde or any(_afdruk(pad) != vorige.vingerafdrukken[pad.name] for pad in gemaakt):
            return None
        if not _zelfde_cijfers(project, oud, nu["andere"]):
            return None
        return Resultaat(
            gemaakt=gemaakt,
            opzij=[],
            geen_pdf=oud["geen_pdf"],
            definitief=oud["is_definitief"],
            bevindingen=[uit_json(inhoud) for inhoud in oud["bevindingen"]],
            ongewijzigd=True,
            let_op=oud["let_op"],
            telling=oud["telling"],
        )
    except (LookupError, TypeError, AttributeError):
        return None  # there is no such note, or it is of another version


def _zelfde_cijfers(project: Project, oud: dict[str, Any], andere: dict[str, str]) -> bool:
    """Tell whether the figures of the other wijken are those of the last run."""
    if oud["andere"].keys() != andere.keys():
        return False
    anders = [naam for naam, afdruk in andere.items() if oud["andere"][naam] != afdruk]
    return all(_cijfers(project.werkmap(naam), andere[naam]) == oud["cijfers"][naam] for naam in anders)


@cache
def _cijfers(werkmap: Path, afdruk: str) -> str:  # noqa: ARG001 - the workbook's fingerprint: another, read anew
    """Return the fingerprint of the figures in a workbook, as the checks of other wijken read them."""
    # Only for a workbook that changed is Excel to be read.
    from pipeline.check import cijfers_van

    return hashlib.sha256(repr(cijfers_van(werkmap)).encode()).hexdigest()


def _bestanden(plek: Path) -> list[Path]:
    try:
        return [pad for pad in plek.iterdir() if pad.is_file()]
    except OSError:
        return []


def _afdruk(pad: Path) -> str:
    """Return the fingerprint of a file; of one that cannot be read, why."""
    try:
        stand = pad.stat()
        return _bewaard(pad, stand.st_mtime_ns, stand.st_ctime_ns, stand.st_size, stand.st_ino)
    except OSError as fout:
        return type(fout).__name__


@cache
def _bewaard(pad: Path, *_stand: int) -> str:
    """Return the fingerprint of a file, which each wijk of a batch asks for again."""
    return vingerafdruk(pad)


@cache
def _programma() -> str:
    """Return the fingerprint of this program: its own source, and Python and its packages by version."""
    bron = Path(pipeline.__file__).parent
    som = hashlib.sha256(sys.version.encode())
    for pad in sorted(pad for pad in bron.rglob("*") if pad.suffix in (".py", ".jinja")):
        som.update(str(pad.relative_to(bron)).encode() + pad.read_bytes())
    for plek in sys.path:
        namen = sorted(pad.name for pad in Path(plek).glob("*.dist-info"))
        som.update("\n".join(namen).encode())
    return som.hexdigest()


def _libreoffice() -> str:
    """Return what tells one LibreOffice from another without starting it; empty when there is none."""
    programma = vind_soffice()
    if programma is None:
        return ""
    echt = programma.resolve()
    kern = echt.with_name("soffice.bin")
    stand = (kern if kern.is_file() else echt).stat()
    return f"{echt} {stand.st_size} {stand.st_mtime_ns}"
