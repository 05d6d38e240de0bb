"""Pictures of a PDF for who hears them: what means something is a figure, all else is decoration."""

from __future__ import annotations

import re
from typing import Any

from pipeline.document.pictures import Picture
from pipeline.pdf.bibliotheek import pikepdf
from pipeline.pdf.boom import Boom, Onderdeel, inhoud, kenmerk, kinderen, onderdelen, stroom
from pipeline.pdf.ouders import Ouders

SPELING = 1.0
"""Points by which the frame of a picture may differ from where it is drawn: LibreOffice rounds."""
_GETEKEND = re.compile(rb"^/Artifact BMC\nQ q (\S+) (\S+) (\S+) (\S+) re\nW\* n\n", re.MULTILINE)


def noem_afbeeldingen(
    boom: Boom, boven: Ouders, afbeeldingen: list[Onderdeel], pictures: tuple[Picture, ...]
) -> list[Onderdeel]:
    """Lead every figure to what is drawn of it, which LibreOffice leaves as decoration; give it its words.

    Takes away the figures that the Word file calls decoration.  Returns those that stay.
    """
    over = []
    for afbeelding, picture in _pairs(afbeeldingen, pictures):
        if picture is not None and picture.decorative and _words(afbeelding) in ("", picture.alternative):
            _make_decoration(boom, boven, afbeelding)
            continue
        if picture is not None and picture.alternative and not _words(afbeelding):
            afbeelding.Alt = pikepdf.String(picture.alternative)
        if "/K" not in afbeelding:
            _verbind(boven, afbeelding)
        over.append(afbeelding)
    return over


def _pairs(figures: list[Onderdeel], pictures: tuple[Picture, ...]) -> list[tuple[Onderdeel, Picture | None]]:
    """Give each figure the picture of the Word file that it is: by its words, and the others in their order.

    LibreOffice passes on the words of most pictures, and reads one that floats at another place.
    """
    rest = list(pictures)
    found: list[Picture | None] = []
    for figure in figures:
        same = [picture for picture in rest if picture.alternative and picture.alternative == _words(figure)]
        found.append(same[0] if same else None)
        if same:
            rest.remove(same[0])
    # With another number, which is which would be a guess; without words the gate tells of them.
    silent = [place for place, figure in enumerate(figures) if not _words(figure)]
    if len(silent) == len(rest):
        for place, picture in zip(silent, rest, strict=True):
            found[place] = picture
    return list(zip(figures, found, strict=True))


def _words(figure: Onderdeel) -> str:
    return str(figure.get("/Alt", "")).strip()


def _make_decoration(boom: Boom, parents: Ouders, figure: Onderdeel) -> None:
    """Take a figure out of the tree, and have all that is drawn of it be decoration."""
    parent = figure.P
    parent.K = pikepdf.Array([kind for kind in kinderen(parent) if not _zelfde(kind, figure)])
    for element in (figure, *boom.alle(figure)):
        for kind in kinderen(element):
            place = inhoud(element, kind)
            if place is None:
                continue
            page, number = place
            mark = re.compile(rb"^/[^\n]*?/MCID %d\b[^\n]*BDC\n" % number, re.MULTILINE)
            page.Contents.write(mark.sub(b"/Artifact BMC\n", stroom(page), count=1))
            parents.forget(page, number)


def hang_captions(boom: Boom, captions: list[Onderdeel]) -> None:
    """Put every caption into the figure that stands before it, or else after it (ISO 32000-1, 14.8.4.3.3)."""
    for caption in captions:
        siblings = onderdelen(caption.P)
        place = next(number for number, kind in enumerate(siblings) if _zelfde(kind, caption))
        neighbours = siblings[place - 1 : place] if place else []
        neighbours += siblings[place + 1 : place + 2]
        figure = next(filter(None, (_only_figure(boom, neighbour) for neighbour in neighbours)), None)
        if figure is None:
            continue
        parent = caption.P
        parent.K = pikepdf.Array([kind for kind in kinderen(parent) if not _zelfde(kind, caption)])
        figure.K = pikepdf.Array([*kinderen(figure), caption])
        caption.P = figure


def _only_figure(boom: Boom, element: Onderdeel) -> Onderdeel | None:
    """Return the figure that an element is or holds, when it holds nothing else."""
    if boom.soort(element) == "Figure":
        return element
    inside = kinderen(element)
    only = onderdelen(element)
    return _only_figure(boom, only[0]) if len(inside) == len(only) == 1 else None


def _verbind(boven: Ouders, afbeelding: Onderdeel) -> None:
    """Make what is drawn within the frame of a figure its content."""
    kader = kenmerk(afbeelding, "/BBox")
    if kader is None:
        return
    gezocht = [float(maat) for maat in kader]
    inhoud_ = stroom(afbeelding.Pg)
    for getekend in _GETEKEND.finditer(inhoud_):
        links, onder, breed, hoog = map(float, getekend.groups())
        gevonden = (links, onder, links + breed, onder + hoog)
        if all(abs(een - ander) <= SPELING for een, ander in zip(gezocht, gevonden, strict=True)):
            begin = getekend.start() + len(b"/Artifact BMC\n")
            merk = b"/Figure <</MCID %d>>BDC\n" % boven.nieuw_stuk(afbeelding)
            afbeelding.Pg.Contents.write(inhoud_[: getekend.start()] + merk + inhoud_[begin:])
            return


def _zelfde(kind: Any, onderdeel: Onderdeel) -> bool:
    return isinstance(kind, pikepdf.Dictionary) and bool(kind.objgen == onderdeel.objgen)
