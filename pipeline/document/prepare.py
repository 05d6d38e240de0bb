"""Writes in the copy for the PDF what LibreOffice would lose in a form that it keeps."""

from __future__ import annotations

from docx.document import Document
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from pipeline.document import equations, ooxml, symbols
from pipeline.document.accepted import aanvaard_deel
from pipeline.document.fields import Veld, vind_velden
from pipeline.document.pictures import mark_decoration
from pipeline.document.styles import LINK, Stijlen

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LINK_STYLE = "WijkplanLink"
_NOT_INHERITED = (qn("w:rStyle"), qn("w:rPrChange"))


def prepare(document: Document) -> None:
    """Change a copy of a Word file, of which the changes are accepted, so that all of it comes in the PDF."""
    styles = Stijlen(document.styles.element)
    _prepare_part(document, document.element, styles)
    for part in note_parts(document):
        # Notes are kept as they were read: accepting all changes has passed them over.
        notes = ooxml.read_part(part.blob)
        aanvaard_deel(notes)
        _prepare_part(document, notes, styles)
        part._blob = etree.tostring(notes, xml_declaration=True, encoding="UTF-8", standalone=True)


def note_parts(document: Document) -> list[Part]:
    """Return the parts that hold the footnotes and the endnotes, in that order."""
    targets = {r.reltype.rpartition("/")[2]: r for r in document.part.rels.values() if not r.is_external}
    return [targets[kind].target_part for kind in ("footnotes", "endnotes") if kind in targets]


def _prepare_part(document: Document, part: _Element, styles: Stijlen) -> None:
    drop_second_forms(part)
    mark_decoration(part)
    _join_initials(part)
    equations.write_as_text(part)
    symbols.write_as_text(part)
    _style_links(document, part, styles)


def drop_second_forms(root: _Element) -> None:
    """Take away the second form that Word keeps of a drawing, for programs that do not know the first."""
    for second in list(root.iter(f"{_MC}Fallback")):
        parent = next(second.iterancestors(), None)
        if parent is not None and len(parent) > 1:
            parent.remove(second)


def _join_initials(part: _Element) -> None:
    """Put a large first letter back into its paragraph: of a letter in a frame nothing is read aloud."""
    for frame in list(part.iter(qn("w:framePr"))):
        letter = next(frame.iterancestors(qn("w:p")), None)
        text = None if letter is None else letter.getnext()
        if letter is None or text is None or text.tag != qn("w:p"):
            continue
        if ooxml.get(frame, "w:dropCap") not in ("drop", "margin"):
            continue
        for look in list(letter.iter(qn("w:sz"), qn("w:szCs"), qn("w:position"))):
            next(look.iterancestors()).remove(look)
        begin = 0 if ooxml.find(text, "w:pPr") is None else 1
        text[begin:begin] = [piece for piece in letter if piece.tag != qn("w:pPr")]
        next(letter.iterancestors()).remove(letter)


def _style_links(document: Document, part: _Element, styles: Stijlen) -> None:
    """Give each run of a link the style of a link, in the form that it had.

    LibreOffice makes no link of a run with another style.  The lines of a contents table are its own.
    """
    style = styles.vind(LINK)
    fields = vind_velden(part)
    own = _runs_of_tables_of_contents(fields)
    in_links = [run for link in part.iter(qn("w:hyperlink")) for run in link.iter(qn("w:r"))]
    for field in fields:
        if field.verwijst_met("HYPERLINK"):
            in_links += [next(text.iterancestors(qn("w:r"))) for text in field.resultaat]
    for run in dict.fromkeys(in_links):
        if run in own or (style is not None and ooxml.value(run, "w:rPr/w:rStyle") == style):
            continue
        if style is None:
            style = _LINK_STYLE
            document.styles.element.append(_new_link_style())
        _restyle(run, style, styles)


def _restyle(run: _Element, style: str, styles: Stijlen) -> None:
    properties = ooxml.find(run, "w:rPr")
    old = ooxml.value(run, "w:rPr/w:rStyle") or ""
    looks: dict[str, _Element] = {}
    for link in reversed(styles.keten(old)):
        looks |= ooxml.by_tag(ooxml.find(link, "w:rPr"))
    looks |= ooxml.by_tag(properties)
    looks.setdefault(qn("w:color"), ooxml.make("w:color", val="auto"))
    looks.setdefault(qn("w:u"), ooxml.make("w:u", val="none"))
    new = ooxml.make("w:rPr")
    new.append(ooxml.make("w:rStyle", val=style))
    new.extend(look for tag, look in looks.items() if tag not in _NOT_INHERITED)
    if properties is not None:
        run.remove(properties)
    run.insert(0, new)


def _new_link_style() -> _Element:
    style = ooxml.make("w:style", type="character", styleId=_LINK_STYLE)
    style.append(ooxml.make("w:name", val=LINK))
    return style


def _runs_of_tables_of_contents(fields: list[Veld]) -> set[_Element]:
    """Return the runs of contents tables and of lists of figures."""
    runs: set[_Element] = set()
    for field in fields:
        if field.woorden[:1] == ["TOC"]:
            runs |= {next(text.iterancestors(qn("w:r"))) for text in field.resultaat}
    return runs
