"""Starts a new wijk: writes the workbook that its people fill in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pipeline.bevinding import Bevinding
from pipeline.errors import GebruikFout, InvoerFout
from pipeline.names import key
from pipeline.project import Project
from pipeline.workbook.bladen import lees_gemeente
from pipeline.workbook.nieuw import nieuwe_wijk
from pipeline.workbook.write import schrijf_wijk

RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
"""Names that Windows keeps for itself."""
LONGEST = 50
"""Characters of a name: it stands several times in a place on disk, of which Windows allows 260 in all."""


def begin_wijk(project: Project, wijk: str, naam: str, wijken: Sequence[str]) -> Path:
    """Write the workbook of a new wijk and return its place.

    Raises GebruikFout for a name that cannot be that of a folder, for a wijk without parts and for
    one that has a workbook already; InvoerFout when gemeente.xlsx cannot be used.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", wijk):
        raise GebruikFout(
            f"'{wijk}' kan geen naam van een map zijn.\n"
            "Gebruik kleine letters, cijfers en streepjes, zonder spaties. Bijvoorbeeld: schothorst"
        )
    if wijk in RESERVED or len(wijk) > LONGEST:
        raise GebruikFout(
            f"'{wijk}' kan geen naam van een map zijn: Windows staat die naam niet toe.\n"
            f"Kies een andere naam, van hooguit {LONGEST} tekens. Bijvoorbeeld: schothorst"
        )
    if not naam or not wijken:
        raise GebruikFout("Geef de naam van de wijkcombinatie en ten minste een wijk.")
    if len(set(map(key, wijken))) < len(wijken):
        raise GebruikFout("Een wijk staat er twee keer. Noem elke wijk een keer.")
    pad = project.werkmap(wijk)
    if pad.exists():
        raise GebruikFout(f"Het bestand {pad} is er al. Het is niet veranderd.")
    bevindingen: list[Bevinding] = []
    gemeente = lees_gemeente(project.gemeente, bevindingen)
    if any(bevinding.stopt for bevinding in bevindingen):
        raise InvoerFout(bevindingen)
    (pad.parent / "afbeeldingen").mkdir(parents=True, exist_ok=True)
    concept = pad.with_name(f".{pad.name}")
    schrijf_wijk(concept, nieuwe_wijk(naam, wijken, gemeente), gemeente, voorbeelden=True)
    try:
        with pad.open("xb") as doel:  # fails where a file has come meanwhile
            doel.write(concept.read_bytes())
    except FileExistsError as fout:
        raise GebruikFout(f"Het bestand {pad} is er al. Het is niet veranderd.") from fout
    finally:
        concept.unlink()
    return pad
