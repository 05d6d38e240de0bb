"""Footnotes and endnotes of a PDF: each has a name, and its number is a link back to the text."""

from __future__ import annotations

from typing import Any

from pipeline.pdf.bibliotheek import pikepdf
from pipeline.pdf.boom import Boom, Onderdeel, inhoud, kenmerk, kinderen, onderdelen
from pipeline.pdf.ouders import Ouders

_MARGIN = 2.0
"""Points by which the frame of a link may differ from that of its picture."""


def name_notes(boom: Boom, parents: Ouders, notes: list[Onderdeel]) -> None:
    """Name every note (ISO 14289-1, 7.9), and lead the link that lies over its number to that number.

    LibreOffice leaves that link loose: it has the one in the text only.
    """
    for number, note in enumerate(notes, start=1):
        note.ID = pikepdf.String(f"noot-{number:04d}")
    for page in boom.document.pages:
        own = [note for note in notes if _page_of(note) == page.obj.objgen]
        loose = [link for link in page.obj.get("/Annots", []) if _is_loose(link)]
        if len(own) == len(loose):
            for note, link in zip(own, loose, strict=True):
                _link_number(boom, parents, note, link)


def link_pictures(boom: Boom, parents: Ouders, figures: list[Onderdeel]) -> None:
    """Put a picture that is a link, of which the link lies loose on the page, into that link."""
    for page in boom.document.pages:
        for link in [link for link in page.obj.get("/Annots", []) if _is_loose(link)]:
            for figure in figures:
                if figure.Pg.objgen == page.obj.objgen and _covers(link, kenmerk(figure, "/BBox")):
                    _wrap(boom, parents, figure, link)
                    break


def _is_loose(link: Any) -> bool:
    return "/StructParent" not in link and link.get("/Subtype") == "/Link"


def _page_of(note: Onderdeel) -> tuple[int, int] | None:
    """Return the page on which a note begins."""
    for part in (note, *onderdelen(note)):
        if "/Pg" in part:
            return tuple(part.Pg.objgen)
    return None


def _link_number(boom: Boom, parents: Ouders, note: Onderdeel, link: Any) -> None:
    """Make the number with which a note begins a label, and a link of it."""
    paragraph = next(iter(onderdelen(note)), None)
    if paragraph is None or not kinderen(paragraph):
        return
    first, *rest = kinderen(paragraph)
    place = inhoud(paragraph, first)
    if place is None:
        return
    element = boom.document.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Link, P=paragraph, Pg=place[0])
    )
    element.K = pikepdf.Array([first, _reference(link)])
    paragraph.K = pikepdf.Array([element, *rest])
    parents.zet_inhoud(element)
    parents.new_annotation(link, element)


def _wrap(boom: Boom, parents: Ouders, figure: Onderdeel, link: Any) -> None:
    parent = figure.P
    element = boom.document.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Link, P=parent, Pg=figure.Pg)
    )
    same = [
        isinstance(kind, pikepdf.Dictionary) and kind.objgen == figure.objgen for kind in kinderen(parent)
    ]
    parent.K = pikepdf.Array(
        [element if own else kind for own, kind in zip(same, kinderen(parent), strict=True)]
    )
    figure.P = element
    element.K = pikepdf.Array([figure, _reference(link)])
    parents.new_annotation(link, element)
    if not str(link.get("/Contents", "")):
        link.Contents = figure.get("/Alt", pikepdf.String(""))


def _reference(link: Any) -> Any:
    return pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=link)


def _covers(link: Any, box: Any) -> bool:
    """Tell whether a link lies over a picture, whose frame LibreOffice rounds."""
    if box is None:
        return False
    return all(abs(float(one) - float(other)) <= _MARGIN for one, other in zip(link.Rect, box, strict=True))
