"""The names of Word's XML that merging needs, and small questions about an element."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

AUTEUR = "Wijkplan"
"""The author of everything that the program changes in a file of staff."""
SLEUTEL = "_wp"
"""How the bookmarks begin that are keys of blocks."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(naam: str) -> str:
    """Return a name in the namespace of Word: 'p' is its paragraph."""
    return f"{{{W}}}{naam}"


P, TBL, TR, TC, RUN, T = w("p"), w("tbl"), w("tr"), w("tc"), w("r"), w("t")
PPR, RPR, SECTPR, VAL = w("pPr"), w("rPr"), w("sectPr"), w("val")
INS, DEL, MOVE_FROM, MOVE_TO = w("ins"), w("del"), w("moveFrom"), w("moveTo")
LINK, SDT, SDT_INHOUD = w("hyperlink"), w("sdt"), w("sdtContent")
BOEKBEGIN, BOEKEINDE = w("bookmarkStart"), w("bookmarkEnd")
WEG, ERBIJ = (DEL, MOVE_FROM), (INS, MOVE_TO)
OMHULSELS = (*ERBIJ, SDT, SDT_INHOUD, w("smartTag"), w("customXml"), LINK)
"""What stands around runs or blocks without being text itself."""
NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
"""The references to notes, with the part that their notes are in."""
_MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
EQUATIONS = (f"{{{_MATH}}}oMathPara", f"{{{_MATH}}}oMath")
OPMERKINGTEKENS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))


def maak(naam: str, kinderen: list[_Element] | None = None, **kenmerken: str) -> _Element:
    """Make an element of Word with attributes of Word."""
    element = etree.Element(w(naam), {w(k): v for k, v in kenmerken.items()})
    element.extend(kinderen or [])
    return element


def ouder(element: _Element) -> _Element:
    """Return the element in which this one stands; only for elements that are not the root."""
    gevonden = element.getparent()
    assert gevonden is not None  # noqa: S101 - the promise of who calls
    return gevonden


def verwijder(element: _Element) -> None:
    """Take an element out of its tree; what follows it stays."""
    ouder(element).remove(element)


def kind(element: _Element, *pad: str) -> _Element | None:
    """Return the first element at a path of names below this one."""
    huidig: _Element | None = element
    for naam in pad:
        huidig = None if huidig is None else huidig.find(w(naam))
    return huidig


def waarde(element: _Element, *pad: str) -> str:
    """Return the `w:val` of the element at a path; empty without that element."""
    gevonden = kind(element, *pad)
    return "" if gevonden is None else gevonden.get(VAL, "")


def c14n(element: _Element) -> bytes:
    """Return an element in one form, whatever namespaces its file declares at the root."""
    return etree.tostring(element, method="c14n", exclusive=True)


def merkteken(alinea: _Element, naam: str) -> _Element | None:
    """Return the 'ins' or 'del' of a paragraph's own mark."""
    return kind(alinea, "pPr", "rPr", naam)


def rijen(tabel: _Element) -> list[_Element]:
    """Return the rows of a table without those of tables in its cells."""
    return [rij for rij in tabel.iter(TR) if next(rij.iterancestors(TBL), None) is tabel]


def van_ons(revisie: _Element | None) -> bool:
    """Whether a revision was made by the program."""
    return revisie is not None and revisie.get(w("author")) == AUTEUR


def zet_in_volgorde(pPr: _Element, nieuw: _Element) -> None:  # noqa: N803 - as Word calls it
    """Put a property in its place by the schema of paragraph properties, over one of the same name."""
    oud = pPr.find(nieuw.tag)
    if oud is not None:
        pPr.replace(oud, nieuw)
        return
    rang = _VOLGORDE.get(str(nieuw.tag), 0)
    for plek, ander in enumerate(pPr):
        if _VOLGORDE.get(str(ander.tag), 0) > rang:
            pPr.insert(plek, nieuw)
            return
    pPr.append(nieuw)


_VOLGORDE = {
    w(naam): plek
    for plek, naam in enumerate(
        (
            *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
            *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
            *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
            *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
            *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle"),
            *("rPr", "sectPr", "pPrChange"),
        )
    )
}
