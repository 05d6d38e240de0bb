"""The accepted view of a Word file: every tracked change accepted, every comment taken out.

What each element means is that of ECMA-376, part 1, 17.13.5 (revisions) and 17.13.4 (comments).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml

_OUDE_OPMAAK = tuple(
    qn(f"w:{naam}Change")
    for naam in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
)
"""How something looked before: goes."""
_BIJ = (qn("w:ins"), qn("w:moveTo"))
_WEG = (qn("w:del"), qn("w:moveFrom"))
_CEL = (qn("w:cellIns"), qn("w:cellDel"), qn("w:cellMerge"))
_GRENZEN = tuple(
    qn(f"w:{naam}Range{kant}")
    for naam in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for kant in ("Start", "End")
)
_OPMERKING = (qn("w:commentReference"), qn("w:annotationRef"))
_OPMERKINGGRENZEN = (qn("w:commentRangeStart"), qn("w:commentRangeEnd"))
_OMHULSELS = (qn("w:hyperlink"), qn("w:smartTag"), qn("w:customXml"), qn("w:fldSimple"), qn("w:sdt"))
_OPMERKINGDELEN = ("/comments", "/commentsExtended", "/commentsIds", "/commentsExtensible")

Keuze = Callable[[_Element], bool]
"""Whether a tracked change is one to decide on."""


def alles(_wijziging: _Element) -> bool:
    """Choose every tracked change."""
    return True


def wijzigingen(deel: _Element) -> list[_Element]:
    """Return every open tracked change in a part, in its order; a move counts where it came from and went."""
    return list(deel.iter(*_BIJ, *_WEG, *_CEL, *_OUDE_OPMAAK))


def opmerkingen(deel: _Element) -> list[_Element]:
    """Return the mark of every comment in a part, in its order."""
    return list(deel.iter(qn("w:commentReference")))


def aanvaard(document: Document) -> None:
    """Accept all tracked changes in a document and take its comments out."""
    pakket = document.part.package
    for deel in pakket.iter_parts():
        if isinstance(deel, XmlPart):
            aanvaard_deel(deel.element)
    for sleutel, relatie in list(document.part.rels.items()):
        if relatie.reltype.endswith(_OPMERKINGDELEN):
            del document.part.rels[sleutel]


def aanvaard_deel(deel: _Element) -> None:
    """Accept all tracked changes in one part (the body, a header, the footnotes); its comments go too."""
    for element in list(deel.iter(*_OPMERKINGGRENZEN, *_OPMERKING)):
        _verwijder(element)
    neem_aan(deel)


def neem_aan(deel: _Element, keuze: Keuze = alles) -> None:
    """Accept the chosen tracked changes in one part; without a choice all of them."""
    for element in list(deel.iter(*_OUDE_OPMAAK)):
        if keuze(element):
            _verwijder(element)
    _verwijder_grenzen(deel, keuze)
    _aanvaard_tabellen(deel, keuze)
    weg = [alinea for alinea in deel.iter(qn("w:p")) if any(map(keuze, _einde_weg(alinea)))]
    gekozen = [element for element in deel.iter(*_WEG) if keuze(element)]
    geraakt = {houder for element in gekozen for houder in element.iterancestors(*_OMHULSELS)}
    for element in gekozen:
        _verwijder(element)
    for element in [element for element in deel.iter(*_BIJ) if keuze(element)]:
        _pak_uit(element)
    # The last first, so that what is joined is moved once.
    for alinea in reversed(weg):
        _voeg_samen(alinea)
    # The deepest first, as a holder of an empty holder is empty too.
    for houder in sorted(geraakt, key=lambda h: -sum(1 for _ in h.iterancestors())):
        if not _heeft_inhoud(houder):
            _verwijder(houder)


def _verwijder_grenzen(deel: _Element, keuze: Keuze) -> None:
    """Take away the bounds of moves: an end belongs to the beginning with its number."""
    gekozen: set[str] = set()
    for element in list(deel.iter(*_GRENZEN)):
        begint = str(element.tag).endswith("Start")
        if begint and keuze(element):
            gekozen.add(ooxml.get(element, "w:id"))
        if ooxml.get(element, "w:id") in gekozen:
            _verwijder(element)


def _aanvaard_tabellen(deel: _Element, keuze: Keuze) -> None:
    for rij in list(deel.iter(qn("w:tr"))):
        merk = ooxml.find(rij, "w:trPr/w:del")
        if merk is not None and keuze(merk):
            _verwijder(rij)
    for cel in list(deel.iter(qn("w:tc"))):
        merk = ooxml.find(cel, "w:tcPr/w:cellDel")
        if merk is not None and keuze(merk):
            _verwijder(cel)
    for merk in [merk for merk in deel.iter(*_CEL) if keuze(merk)]:
        soort = ooxml.get(merk, "w:vMerge")
        if soort:
            merk.addnext(ooxml.make("w:vMerge", val="continue" if soort == "cont" else "restart"))
        _verwijder(merk)
    for rij in list(deel.iter(qn("w:tr"))):
        if next(rij.iter(qn("w:tc"), qn("w:sdt")), None) is None:
            _verwijder(rij)
    for tabel in list(deel.iter(qn("w:tbl"))):
        if next(tabel.iter(qn("w:tr")), None) is None:
            _verwijder(tabel)
    for cel in deel.iter(qn("w:tc")):
        if next(cel.iter(qn("w:p")), None) is None:
            cel.append(ooxml.make("w:p"))


def _einde_weg(alinea: _Element) -> list[_Element]:
    """Return the marks that the end of a paragraph is deleted or moved away."""
    merken = (ooxml.find(alinea, f"w:pPr/w:rPr/{naam}") for naam in ("w:del", "w:moveFrom"))
    return [merk for merk in merken if merk is not None]


def _voeg_samen(alinea: _Element) -> None:
    """Put the content of a paragraph before that of the next, which keeps its own properties, as Word does.

    Where no paragraph follows (a table, the end of a cell) what is left stays a paragraph; an empty one goes,
    unless a cell or the document would be left without any.
    """
    eigenschappen = ooxml.find(alinea, "w:pPr")
    inhoud = [deel for deel in alinea if deel is not eigenschappen]
    volgende = _volgende_alinea(alinea)
    if volgende is not None:
        plek = ooxml.find(volgende, "w:pPr")
        begin = 0 if plek is None else volgende.index(plek) + 1
        volgende[begin:begin] = inhoud
        _verwijder(alinea)
    elif not any(_heeft_inhoud(deel) for deel in inhoud) and not _is_nodig(alinea):
        _verwijder(alinea)


def _volgende_alinea(alinea: _Element) -> _Element | None:
    """Return the paragraph that follows, past bookmarks and out of or into a content control."""
    element = alinea
    while True:
        for volgende in element.itersiblings():
            if volgende.tag == qn("w:p"):
                return volgende
            if volgende.tag == qn("w:sdt"):
                inhoud = ooxml.find(volgende, "w:sdtContent")
                eerste = None if inhoud is None else next(iter(inhoud), None)
                return eerste if eerste is not None and eerste.tag == qn("w:p") else None
            if volgende.tag in (qn("w:tbl"), qn("w:sectPr")):
                return None
        ouder = next(element.iterancestors(), None)
        if ouder is None or ouder.tag != qn("w:sdtContent"):
            return None
        element = next(ouder.iterancestors())


def _is_nodig(alinea: _Element) -> bool:
    """Whether this paragraph must stay: the last of a cell, or the one that parts two tables."""
    ouder = next(alinea.iterancestors())
    anderen = [ander for ander in ouder if ander is not alinea and ander.tag in (qn("w:p"), qn("w:tbl"))]
    if ouder.tag == qn("w:tc"):
        ander_einde = alinea.getprevious() if alinea.getnext() is None else ouder[-1]
        return ander_einde is None or ander_einde.tag != qn("w:p")
    ervoor, erna = alinea.getprevious(), alinea.getnext()
    parten = ervoor is not None and erna is not None and ervoor.tag == erna.tag == qn("w:tbl")
    return not anderen or parten


def _heeft_inhoud(element: _Element) -> bool:
    """Whether there is something to see in an element: text, a picture, a field, a break."""
    if element.tag == qn("w:r"):
        return any(deel.tag != qn("w:rPr") for deel in element)
    return any(any(deel.tag != qn("w:rPr") for deel in run) for run in element.iter(qn("w:r"))) or any(
        True for _ in element.iter(qn("w:tbl"))
    )


def _pak_uit(element: _Element) -> None:
    """Put what an element holds in its place."""
    ouder = next(element.iterancestors(), None)
    if ouder is not None:
        # Without its number among its siblings, of which there may be many.
        for deel in list(element):
            element.addprevious(deel)
        ouder.remove(element)


def _verwijder(element: _Element) -> None:
    ouder = next(element.iterancestors(), None)
    if ouder is not None:
        ouder.remove(element)


def per_alinea(merken: list[_Element]) -> Iterator[tuple[_Element, list[_Element]]]:
    """Give each paragraph (or row, or other part) in which marks stand, with those marks."""
    groepen: dict[_Element, list[_Element]] = {}
    for merk in merken:
        houder = next(merk.iterancestors(qn("w:p"), qn("w:tr"), qn("w:tbl"), qn("w:sectPr")), merk)
        groepen.setdefault(houder, []).append(merk)
    yield from groepen.items()
