"""Pictures of a PDF for who hears them: what means something is a figure, all else is decoration."""

from __future__ import annotations

import re
from typing import Any

from pipeline.pdf.bibliotheek import pikepdf
from pipeline.pdf.boom import Onderdeel, kenmerk, stroom
from pipeline.pdf.ouders import Ouders

SPELING = 1.0
"""Points by which the frame of a picture may differ from where it is drawn: LibreOffice rounds."""
_GETEKEND = re.compile(rb"^/Artifact BMC\nQ q (\S+) (\S+) (\S+) (\S+) re\nW\* n\n", re.MULTILINE)


def noem_afbeeldingen(boven: Ouders, afbeeldingen: list[Onderdeel], versierd: tuple[bool, ...]) -> None:
    """Lead every figure to what is drawn of it, which LibreOffice leaves as decoration.

    Takes away the figures that the Word file calls decoration; `versierd` tells so of each picture.
    """
    # With another number, which is which would be a guess; without a text the gate tells of them.
    if len(afbeeldingen) != len(versierd):
        versierd = (False,) * len(afbeeldingen)
    for afbeelding, is_versiering in zip(afbeeldingen, versierd, strict=True):
        if is_versiering and not str(afbeelding.get("/Alt", "")):
            ouder = afbeelding.P
            ouder.K = pikepdf.Array([kind for kind in _lijst(ouder.K) if not _zelfde(kind, afbeelding)])
        elif "/K" not in afbeelding:
            _verbind(boven, afbeelding)


def _verbind(boven: Ouders, afbeelding: Onderdeel) -> None:
    """Make what is drawn within the frame of a figure its content."""
    kader = kenmerk(afbeelding, "/BBox")
    if kader is None:
        return
    gezocht = [float(maat) for maat in kader]
    inhoud = stroom(afbeelding.Pg)
    for getekend in _GETEKEND.finditer(inhoud):
        links, onder, breed, hoog = map(float, getekend.groups())
        gevonden = (links, onder, links + breed, onder + hoog)
        if all(abs(een - ander) <= SPELING for een, ander in zip(gezocht, gevonden, strict=True)):
            begin = getekend.start() + len(b"/Artifact BMC\n")
            merk = b"/Figure <</MCID %d>>BDC\n" % boven.nieuw_stuk(afbeelding)
            afbeelding.Pg.Contents.write(inhoud[: getekend.start()] + merk + inhoud[begin:])
            return


def _lijst(kinderen: Any) -> list[Any]:
    return list(kinderen) if isinstance(kinderen, pikepdf.Array) else [kinderen]


def _zelfde(kind: Any, onderdeel: Onderdeel) -> bool:
    return isinstance(kind, pikepdf.Dictionary) and bool(kind.objgen == onderdeel.objgen)
