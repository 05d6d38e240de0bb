"""Puts finished files in outputs/: all of them or none, and never over what a person changed."""

from __future__ import annotations

import datetime
import errno
import hashlib
import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from pipeline.errors import InGebruikFout, OmgevingFout

ARCHIEF = "archief"
ADMINISTRATIE = ".wijkplan.json"
"""What was made last: the fingerprint of every file, and the pages of the headings."""


@dataclass(frozen=True)
class Administratie:
    """What the last run made in a folder."""

    vingerafdrukken: dict[str, str] = field(default_factory=dict)
    """SHA-256 by file name."""
    paginas: dict[str, int] = field(default_factory=dict)
    """Page by bookmark, as found in the last PDF."""
    herkomst: dict[str, Any] = field(default_factory=dict)
    """What the last plan was made of and what was found in it, in the form of `ongewijzigd.py`."""
    versies: list[str] = field(default_factory=list)
    """The generated versions of the Word file, the last at the end."""


@contextmanager
def eigen_map(map_uitvoer: Path) -> Iterator[Path]:
    """Keep the output folder of a wijk to oneself, and give a work folder inside it.

    Raises InGebruikFout when another run is busy with it, OmgevingFout when it cannot be written.
    """
    werk = map_uitvoer / ".werk"
    with ExitStack() as stapel:
        try:
            map_uitvoer.mkdir(parents=True, exist_ok=True)
            stapel.enter_context(FileLock(map_uitvoer / ".bezig", timeout=0))
            stapel.callback(shutil.rmtree, werk, ignore_errors=True)
            shutil.rmtree(werk, ignore_errors=True)
            werk.mkdir()
        except Timeout as fout:
            raise InGebruikFout(
                f"Er is al een opdracht bezig met de wijk {map_uitvoer.name}. Wacht tot die klaar is."
            ) from fout
        except OSError as fout:
            raise _lukt_niet(map_uitvoer, fout) from fout
        try:
            yield werk
        except OSError as fout:
            if fout.errno in (
                errno.EACCES,
                errno.EPERM,
                errno.EROFS,
                errno.ENOSPC,
                errno.EDQUOT,
                errno.EFBIG,
            ):
                raise _lukt_niet(map_uitvoer, fout) from fout
            raise


def lees_administratie(map_uitvoer: Path) -> Administratie:
    """Return what the last run noted; nothing when there was none or its note is damaged."""
    try:
        inhoud = json.loads((map_uitvoer / ADMINISTRATIE).read_text(encoding="utf-8"))
        return Administratie(
            dict(inhoud["vingerafdrukken"]),
            dict(inhoud["paginas"]),
            dict(inhoud.get("herkomst", {})),
            list(inhoud.get("versies", [])),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Administratie()


def publiceer(  # noqa: PLR0913 - what is noted of the plan goes by name
    werk: Path,
    bestanden: list[str],
    map_uitvoer: Path,
    *,
    vervallen: Sequence[str] = (),
    naar_archief: Sequence[str] = (),
    paginas: dict[str, int] | None = None,
    herkomst: dict[str, Any] | None = None,
    versie: str = "",
    van_staf: Sequence[str] = (),
) -> list[Path]:
    """Move the files from the work folder into place; return where changed ones were put aside.

    A file that differs from what the last run made was changed by a person: it is moved to the
    archive under its own date and time.  Files in `vervallen` belong to an earlier run and are
    taken away (or put aside) as well; those in `naar_archief` are always put aside.  Without `paginas`
    or `herkomst` those of the last plan stay noted; `versie` is noted as the last generated one.  Files
    in `van_staf` hold work of staff: they are never counted as made by the program.  When a move
    fails, all is put back as it was.

    Raises InGebruikFout when a file is open in another program, OmgevingFout when a move fails
    for another reason.
    """
    oud = lees_administratie(map_uitvoer)
    opzij: list[Path] = []
    verplaatst: list[tuple[Path, Path]] = []
    try:
        for naam in (*bestanden, *naar_archief, *vervallen):
            doel = map_uitvoer / naam
            if not doel.exists():
                continue
            zelfde = naam in bestanden and doel.is_file() and doel.read_bytes() == (werk / naam).read_bytes()
            eigen = doel.is_file() and vingerafdruk(doel) == oud.vingerafdrukken.get(naam)
            if zelfde or (eigen and naam not in naar_archief):
                plek = werk / f"oud-{naam}"
            else:
                plek = _archiefplek(doel)
                opzij.append(plek)
            doel.replace(plek)
            verplaatst.append((plek, doel))
        for naam in bestanden:
            (map_uitvoer / naam).parent.mkdir(exist_ok=True)
            (werk / naam).replace(map_uitvoer / naam)
            verplaatst.append((map_uitvoer / naam, werk / naam))
        gemaakt = {naam: vingerafdruk(map_uitvoer / naam) for naam in bestanden if naam not in van_staf}
        nieuw = Administratie(
            gemaakt,
            oud.paginas if paginas is None else paginas,
            oud.herkomst if herkomst is None else herkomst,
            [*(v for v in oud.versies if v != versie), versie] if versie else oud.versies,
        )
        oud = replace(
            oud, vingerafdrukken={n: a for n, a in oud.vingerafdrukken.items() if n not in van_staf}
        )
        _schrijf_administratie(map_uitvoer, werk, oud, nieuw)
    except BaseException as fout:
        for plek, oorsprong in reversed(verplaatst):
            with suppress(OSError):
                plek.replace(oorsprong)
        if isinstance(fout, PermissionError):
            raise InGebruikFout(
                f"Het bestand {Path(str(fout.filename)).name} is in gebruik. "
                "Sluit het in Word of in de PDF-lezer en probeer het opnieuw."
            ) from fout
        if isinstance(fout, OSError):
            raise _lukt_niet(map_uitvoer, fout) from fout
        raise
    return opzij


def vingerafdruk(pad: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(pad.read_bytes()).hexdigest()


def _archiefplek(doel: Path) -> Path:
    """Return a free place in the archive, named after the moment the file was last changed."""
    moment = datetime.datetime.fromtimestamp(doel.stat().st_mtime).astimezone()
    archief = doel.parent / ARCHIEF
    archief.mkdir(exist_ok=True)
    basis = f"{doel.stem} {moment:%Y-%m-%d %H.%M.%S}"
    plek = archief / f"{basis}{doel.suffix}"
    nummer = 2
    while plek.exists():
        plek = archief / f"{basis} ({nummer}){doel.suffix}"
        nummer += 1
    return plek


def _schrijf_administratie(map_uitvoer: Path, werk: Path, oud: Administratie, nieuw: Administratie) -> None:
    """Note what this run made, beside what earlier runs made that still stands."""
    staat_nog = {
        naam: afdruk for naam, afdruk in oud.vingerafdrukken.items() if (map_uitvoer / naam).exists()
    }
    inhoud = asdict(replace(nieuw, vingerafdrukken=staat_nog | nieuw.vingerafdrukken))
    concept = werk / ADMINISTRATIE
    concept.write_text(json.dumps(inhoud, indent=1, sort_keys=True), encoding="utf-8")
    concept.replace(map_uitvoer / ADMINISTRATIE)


def _lukt_niet(map_uitvoer: Path, fout: OSError) -> OmgevingFout:
    return OmgevingFout(
        f"Lezen of schrijven lukt niet: {fout.filename or map_uitvoer} ({fout.strerror}).\n"
        "Kijk of u rechten hebt op de map, of er ruimte is op de schijf en of er iets in de weg staat."
    )
