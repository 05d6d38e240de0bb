"""Ordinary edits of a Word file, in the XML that Word writes for them, one function for each kind."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

Edit = Callable[[Document], None]
EDITS: dict[str, Edit] = {}
"""Every kind of edit by its name."""

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "dsp": "http://schemas.microsoft.com/office/drawing/2008/diagram",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
NS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPES = "application/vnd.openxmlformats-officedocument."


def sample(edit: Edit) -> Edit:
    """Register an edit under its name."""
    assert edit.__name__ not in EDITS
    EDITS[edit.__name__] = edit
    return edit


def text(words: str, form: str = "") -> str:
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(content: str, properties: str = '<w:pStyle w:val="BodyText"/>') -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def element(xml: str) -> Any:
    """Return an element, with every namespace that Word declares."""
    head, rest = xml.split(">", maxsplit=1)
    close = "/" if head.endswith("/") else ""
    return parse_xml(f"{head.removesuffix('/')} {NS}{close}>{rest}")


def insert(document: Document, *blocks: str) -> None:
    """Put blocks below the first paragraph of running text, in their order."""
    first = next(p for p in document.paragraphs if p.style is not None and p.style.name == "Body Text")._p
    for block in reversed(blocks):
        first.addnext(element(block))


def part(document: Document, name: str, content_type: str, relation: str, xml: str | bytes) -> str:
    """Add a part to the file and return the id of the relation to it."""
    blob = xml if isinstance(xml, bytes) else (_DECLARATION + xml).encode()
    new = Part(PackURI(name), content_type, blob, document.part.package)
    return document.part.relate_to(new, relation)


def link_to(document: Document, address: str) -> str:
    return document.part.relate_to(address, RT.HYPERLINK, is_external=True)


def png(width: int = 60, height: int = 40) -> bytes:
    """Return a picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\x00" + b"\x1f\x6f\xa8" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def _picture(document: Document) -> str:
    return str(document.part.get_or_add_image(io.BytesIO(png()))[0])


def graphic(relation: str, number: int) -> str:
    return (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Afbeelding {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1440000" cy="960000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )


def inline(inner: str, alternative: str, number: int, *, size: str = 'cx="1440000" cy="960000"') -> str:
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Object {number}" descr="{alternative}"/><wp:cNvGraphicFramePr/>'
        f"{inner}</wp:inline></w:drawing></w:r>"
    )


def anchor(
    inner: str, alternative: str, number: int, wrap: str = '<wp:wrapSquare wrapText="bothSides"/>'
) -> str:
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" '
        'relativeHeight="251659264" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1440000" cy="960000"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'{wrap}<wp:docPr id="{number}" name="Object {number}" descr="{alternative}"/>'
        f"<wp:cNvGraphicFramePr/>{inner}</wp:anchor></w:drawing></w:r>"
    )


def field(instruction: str, result: str, form: str = "") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    shown = text(result, form) if result else ""
    return mark.format("begin") + code + mark.format("separate") + shown + mark.format("end")


# Notes


def _notes(document: Document, kind: str, *notes: str) -> None:
    """Add a part with notes as Word does: two separators first, then the notes, from 1 on."""
    style = f"{kind.capitalize()}Text"
    mark = f"{kind.capitalize()}Reference"
    styles = document.styles.element
    styles.append(
        element(
            f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{kind} text"/>'
            '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="20"/></w:rPr></w:style>'
        )
    )
    styles.append(
        element(
            f'<w:style w:type="character" w:styleId="{mark}"><w:name w:val="{kind} reference"/>'
            '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        )
    )
    separators = "".join(
        f'<w:{kind} w:type="{name}" w:id="{number}"><w:p><w:r><w:{name[0].lower() + name[1:]}/></w:r></w:p></w:{kind}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    texts = "".join(
        f'<w:{kind} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:{kind}Ref/></w:r>{text(" ")}{note}</w:p></w:{kind}>'
        for number, note in enumerate(notes, start=1)
    )
    part(
        document,
        f"/word/{kind}s.xml",
        f"{_TYPES}wordprocessingml.{kind}s+xml",
        f"{_RELATIONSHIPS}{kind}s",
        f"<w:{kind}s {NS}>{separators}{texts}</w:{kind}s>",
    )


def _reference(kind: str, number: int) -> str:
    style = f'<w:rStyle w:val="{kind.capitalize()}Reference"/>'
    return f'<w:r><w:rPr>{style}</w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


@sample
def footnotes(document: Document) -> None:
    _notes(document, "footnote", text("Bron: gemeente Amersfoort, 2026."), text("Zie ook het vorige plan."))
    insert(
        document,
        paragraph(text("Een zin met een noot") + _reference("footnote", 1) + text(" en nog meer tekst.")),
        paragraph(text("Een tweede zin met een noot.") + _reference("footnote", 2)),
    )


@sample
def endnotes(document: Document) -> None:
    _notes(document, "endnote", text("Deze uitleg staat achteraan."))
    insert(document, paragraph(text("Een zin met een eindnoot.") + _reference("endnote", 1)))


# Drawings


@sample
def picture_in_line(document: Document) -> None:
    relation = _picture(document)
    insert(document, paragraph(inline(graphic(relation, 701), "Een blauw vlak als voorbeeld", 701)))


@sample
def picture_beside_the_text(document: Document) -> None:
    relation = _picture(document)
    beside = anchor(graphic(relation, 702), "Een vlak naast de tekst", 702)
    insert(document, paragraph(beside + text("Tekst die om de afbeelding heen loopt. " * 12)))


@sample
def decorative_picture(document: Document) -> None:
    relation = _picture(document)
    mark = (
        '<wp:docPr id="703" name="Sier"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
        "</a:ext></a:extLst></wp:docPr>"
    )
    drawing = inline(graphic(relation, 703), "", 703)
    insert(document, paragraph(drawing.replace('<wp:docPr id="703" name="Object 703" descr=""/>', mark)))


@sample
def picture_with_a_link(document: Document) -> None:
    relation, address = _picture(document), link_to(document, "https://www.amersfoort.nl/kaart")
    drawing = inline(graphic(relation, 704), "Kaart van Amersfoort", 704)
    properties = 'name="Object 704" descr="Kaart van Amersfoort"'
    linked = drawing.replace(f"{properties}/>", f'{properties}><a:hlinkClick r:id="{address}"/></wp:docPr>')
    assert linked != drawing
    insert(document, paragraph(linked))


CHART = (
    f'<c:chartSpace {NS}><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>'
    '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
    '<c:ser><c:idx val="0"/><c:order val="0"/>'
    '<c:tx><c:strRef><c:f>Blad1!$B$1</c:f><c:strCache><c:ptCount val="1"/>'
    '<c:pt idx="0"><c:v>Inwoners</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    '<c:cat><c:strRef><c:f>Blad1!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/>'
    '<c:pt idx="0"><c:v>Noord</c:v></c:pt><c:pt idx="1"><c:v>Zuid</c:v></c:pt></c:strCache></c:strRef></c:cat>'
    "<c:val><c:numRef><c:f>Blad1!$B$2:$B$3</c:f><c:numCache><c:formatCode>General</c:formatCode>"
    '<c:ptCount val="2"/><c:pt idx="0"><c:v>4</c:v></c:pt><c:pt idx="1"><c:v>7</c:v></c:pt>'
    "</c:numCache></c:numRef></c:val></c:ser>"
    '<c:axId val="11"/><c:axId val="12"/></c:barChart>'
    '<c:catAx><c:axId val="11"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
    '<c:axPos val="b"/><c:crossAx val="12"/></c:catAx>'
    '<c:valAx><c:axId val="12"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>'
    '<c:axPos val="l"/><c:crossAx val="11"/></c:valAx></c:plotArea></c:chart></c:chartSpace>'
)


@sample
def chart(document: Document) -> None:
    relation = part(
        document, "/word/charts/chart1.xml", f"{_TYPES}drawingml.chart+xml", f"{_RELATIONSHIPS}chart", CHART
    )
    inner = (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{relation}"/></a:graphicData></a:graphic>'
    )
    size = 'cx="3600000" cy="2160000"'
    insert(document, paragraph(inline(inner, "Staafdiagram: Noord 4, Zuid 7 inwoners", 705, size=size)))


@sample
def smart_art(document: Document) -> None:
    point = '<dgm:pt modelId="{}"{}><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:p>{}</a:p></dgm:t></dgm:pt>'
    data = (
        f"<dgm:dataModel {NS}><dgm:ptLst>{point.format(0, chr(32) + 'type=' + chr(34) + 'doc' + chr(34), '')}"
        f"{point.format(1, '', '<a:r><a:t>Samen</a:t></a:r>')}</dgm:ptLst>"
        '<dgm:cxnLst><dgm:cxn modelId="2" srcId="0" destId="1" srcOrd="0" destOrd="0"/></dgm:cxnLst>'
        '<dgm:bg/><dgm:whole/><dgm:extLst><a:ext uri="http://schemas.microsoft.com/office/drawing/2008/diagram">'
        '<dsp:dataModelExt relId="RELATION" minVer="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>'
        "</a:ext></dgm:extLst></dgm:dataModel>"
    )
    shape = (
        '<dsp:sp modelId="{1}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        '</a:prstGeom><a:solidFill><a:srgbClr val="12355B"/></a:solidFill></dsp:spPr><dsp:txBody><a:bodyPr/>'
        '<a:p><a:r><a:rPr sz="1400"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr><a:t>Samen</a:t>'
        "</a:r></a:p></dsp:txBody></dsp:sp>"
    )
    drawing = (
        f"<dsp:drawing {NS}><dsp:spTree><dsp:nvGrpSpPr/><dsp:grpSpPr/>{shape}</dsp:spTree></dsp:drawing>"
    )
    fallback = part(
        document,
        "/word/diagrams/drawing1.xml",
        "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing",
        drawing,
    )
    relations = []
    for name, kind, xml in (
        ("data", "diagramData", data.replace("RELATION", fallback)),
        (
            "layout",
            "diagramLayout",
            f'<dgm:layoutDef {NS} uniqueId="urn:l"><dgm:layoutNode/></dgm:layoutDef>',
        ),
        ("quickStyle", "diagramQuickStyle", f'<dgm:styleDef {NS} uniqueId="urn:s"/>'),
        ("colors", "diagramColors", f'<dgm:colorsDef {NS} uniqueId="urn:c"/>'),
    ):
        content_type = f"{_TYPES}drawingml.{kind.replace('QuickStyle', 'Style')}+xml"
        relations.append(
            part(document, f"/word/diagrams/{name}1.xml", content_type, f"{_RELATIONSHIPS}{kind}", xml)
        )
    parts = " ".join(
        f'r:{name}="{relation}"' for name, relation in zip(("dm", "lo", "qs", "cs"), relations, strict=True)
    )
    inner = (
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram">'
        f"<dgm:relIds {parts}/></a:graphicData></a:graphic>"
    )
    size = 'cx="1800000" cy="900000"'
    insert(document, paragraph(inline(inner, "Schema met een vak: Samen", 706, size=size)))


def _shape(content: str, form: str = "rect") -> str:
    return (
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1440000" cy="960000"/></a:xfrm>'
        f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="E3F1E5"/></a:solidFill>'
        f"</wps:spPr>{content}<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    )


def _with_fallback(run: str, vml: str) -> str:
    """Return a drawing as Word writes it: the new form, and one in VML for older programs."""
    drawing = run.removeprefix("<w:r>").removesuffix("</w:r>")
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback><w:pict>{vml}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _text_box(paragraphs: str, number: int) -> str:
    box = f"<w:txbxContent>{paragraphs}</w:txbxContent>"
    vml = f'<v:shape id="s{number}" style="width:113pt;height:75pt"><v:textbox>{box}</v:textbox></v:shape>'
    return _with_fallback(anchor(_shape(f"<wps:txbx>{box}</wps:txbx>"), "", number), vml)


@sample
def text_box(document: Document) -> None:
    insert(
        document,
        paragraph(
            _text_box(paragraph(text("Woorden in een vak")), 707) + text("De alinea bij het vak. " * 8)
        ),
    )


@sample
def shape_in_line(document: Document) -> None:
    vml = '<v:rect style="width:113pt;height:75pt" alt="Een pijl naar rechts"/>'
    shape = inline(_shape("", "rightArrow"), "Een pijl naar rechts", 708)
    insert(document, paragraph(_with_fallback(shape, vml)))


@sample
def shape_beside_the_text(document: Document) -> None:
    vml = '<v:oval style="width:113pt;height:75pt" alt="Een rondje"/>'
    shape = anchor(_shape("", "ellipse"), "Een groen rondje", 709)
    insert(document, paragraph(_with_fallback(shape, vml) + text("Tekst naast een rondje. " * 8)))


@sample
def old_picture(document: Document) -> None:
    relation = _picture(document)
    shape = (
        '<w:r><w:pict><v:shape style="width:113pt;height:75pt" alt="Een oude afbeelding">'
        f'<v:imagedata r:id="{relation}" o:title="oud"/></v:shape></w:pict></w:r>'
    )
    insert(document, paragraph(shape))


@sample
def horizontal_line(document: Document) -> None:
    line = (
        '<w:r><w:pict><v:rect style="width:0;height:1.5pt" o:hralign="center" o:hrstd="t" o:hr="t" '
        'fillcolor="#a0a0a0" stroked="f"/></w:pict></w:r>'
    )
    insert(document, paragraph(line))


# Equations


@sample
def equations(document: Document) -> None:
    half = "<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    power = "<m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    insert(
        document,
        paragraph(f"<m:oMathPara><m:oMath><m:r><m:t>x=</m:t></m:r>{half}</m:oMath></m:oMathPara>"),
        paragraph(
            text("Dus geldt ") + f"<m:oMath>{power}<m:r><m:t>=4</m:t></m:r></m:oMath>" + text(" hier.")
        ),
    )


# Links


def _link(relation: str, words: str, form: str) -> str:
    return f'<w:hyperlink r:id="{relation}" w:history="1">{text(words, form)}</w:hyperlink>'


@sample
def links_without_their_style(document: Document) -> None:
    blue = '<w:color w:val="1155CC"/><w:u w:val="single"/>'
    document.styles.element.append(
        element(
            '<w:style w:type="character" w:customStyle="1" w:styleId="Nadruk2"><w:name w:val="Nadruk 2"/>'
            "<w:rPr><w:b/></w:rPr></w:style>"
        )
    )
    one, two, three = (link_to(document, f"https://www.amersfoort.nl/{n}") for n in ("a", "b", "c"))
    insert(
        document,
        paragraph(text("Lees ") + _link(one, "het wijkbericht", "") + text(" van de gemeente.")),
        paragraph(text("Lees ") + _link(two, "het wijkblad", blue) + text(" van de wijk.")),
        paragraph(text("Lees ") + _link(three, "de wijkkrant", '<w:rStyle w:val="Nadruk2"/>') + text(" nu.")),
        paragraph(text("Lees ") + field('HYPERLINK "https://www.amersfoort.nl/d"', "de wijkgids", blue)),
    )


@sample
def link_in_pieces(document: Document) -> None:
    relation = link_to(document, "https://www.amersfoort.nl/stukken")
    words = text("een ", '<w:rStyle w:val="Hyperlink"/>') + text("vette", "<w:b/>") + text(" link", "")
    insert(
        document,
        paragraph(text("Zie ") + f'<w:hyperlink r:id="{relation}">{words}</w:hyperlink>' + text(".")),
    )


@sample
def link_to_a_bookmark(document: Document) -> None:
    mark = '<w:bookmarkStart w:id="9701" w:name="Uitleg_hier"/>{}<w:bookmarkEnd w:id="9701"/>'
    insert(
        document,
        paragraph(mark.format(text("Deze alinea heeft een bladwijzer."))),
        paragraph(
            text("Ga naar ") + f'<w:hyperlink w:anchor="Uitleg_hier">{text("de uitleg")}</w:hyperlink>'
        ),
        paragraph(
            text("Zie de alinea: ") + field("REF Uitleg_hier \\h", "Deze alinea heeft een bladwijzer.")
        ),
    )


# Signs and forms of text


@sample
def symbols(document: Document) -> None:
    sign = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'
    insert(
        document,
        paragraph(text("Een vinkje ") + sign.format("Wingdings", "F0FC") + text(" en een punt.")),
        paragraph(text("Een pijl ") + sign.format("Symbol", "F0AE") + text(" naar rechts.")),
    )


@sample
def unknown_symbol(document: Document) -> None:
    sign = '<w:r><w:sym w:font="Webdings" w:char="F09A"/></w:r>'
    insert(document, paragraph(text("Een bord ") + sign + text(" van een ander lettertype.")))


@sample
def special_signs(document: Document) -> None:
    insert(
        document,
        paragraph(
            "<w:r><w:t>zon</w:t><w:softHyphen/><w:t>dag 06</w:t><w:noBreakHyphen/><w:t>12</w:t><w:br/>"
            "<w:t>tweede regel</w:t><w:tab/><w:t>na een tab</w:t></w:r>"
        ),
        paragraph(text("Hoofdletters als vorm", "<w:caps/>") + text(" en kapitalen", "<w:smallCaps/>")),
        paragraph(
            text("Gewoon ") + text("verborgen ", "<w:vanish/>") + text("zichtbaar: café, Ĳssel, €, ≥ 5.")
        ),
    )


# Form of the page and of tables


@sample
def page_in_landscape(document: Document) -> None:
    def section(orientation: str) -> str:
        return (
            f'<w:sectPr><w:pgSz {orientation}/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" '
            'w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
        )

    upright, flat = 'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"'
    insert(
        document,
        paragraph(text("Dit staat voor de liggende bladzijde."), section(upright)),
        paragraph(text("Dit staat op een liggende bladzijde.")),
        paragraph(text("En dit ook."), section(flat)),
    )


@sample
def two_columns(document: Document) -> None:
    def section(columns: int) -> str:
        return (
            '<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" '
            f'w:gutter="0"/><w:cols w:num="{columns}" w:space="708"/></w:sectPr>'
        )

    insert(
        document,
        paragraph(text("Voor de kolommen."), section(1)),
        *[paragraph(text(f"Alinea {n} in twee kolommen. " * 12)) for n in range(1, 5)],
        paragraph(text("Het einde van de kolommen."), section(2)),
    )


def _table(*rows: tuple[str, ...], head: bool = True, properties: str = "") -> str:
    def row(cells: tuple[str, ...], form: str) -> str:
        filled = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{cell if cell.startswith("<w:") else paragraph(text(cell))}</w:tc>'
            for cell in cells
        )
        return f"<w:tr>{form}{filled}</w:tr>"

    first, *rest = rows
    form = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    grid = "<w:gridCol w:w='3000'/>" * len(first)
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{row(first, form)}{''.join(row(cells, '') for cells in rest)}</w:tbl>"
    )


@sample
def table_of_word(document: Document) -> None:
    insert(document, _table(("Wie", "Wat"), ("Sanne", "Schrijft"), ("Jan", "Leest")), paragraph(text("Na.")))


@sample
def table_without_a_head(document: Document) -> None:
    borders = '<w:tblBorders><w:top w:val="single" w:sz="8"/></w:tblBorders><w:tblLayout w:type="fixed"/>'
    rows = (("Naam", "Taak"), ("Piet", "Belt"), ("Els", "Mailt"))
    insert(document, _table(*rows, head=False, properties=borders), paragraph(text("Na de tabel.")))


@sample
def rows_break_over_pages(document: Document) -> None:
    for mark in list(document.element.body.iter(qn("w:cantSplit"))):
        row = mark.getparent()
        row.remove(mark)
        if not len(row):
            row.getparent().remove(row)
    long = tuple(text_paragraphs(90))
    insert(document, _table(("Wie", "Wat"), ("Sanne", "".join(long))), paragraph(text("Na de lange rij.")))


def text_paragraphs(number: int) -> list[str]:
    return [paragraph(text(f"Regel {n} van een lange cel.")) for n in range(1, number + 1)]


@sample
def content_controls(document: Document) -> None:
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    choice = '<w:dropDownList><w:listItem w:displayText="Ja" w:value="ja"/></w:dropDownList>'
    box = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
    insert(
        document,
        control.format("<w:text/>", paragraph(text("Een alinea in een besturingselement."))),
        paragraph(text("Keuze: ") + control.format(choice, text("Ja"))),
        paragraph(control.format(box, text("☒", '<w:rFonts w:ascii="MS Gothic"/>')) + text(" Aangevinkt")),
        paragraph(
            text("Datum: ")
            + control.format('<w:date><w:dateFormat w:val="d-M-yyyy"/></w:date>', text("1-2-2026"))
        ),
    )


@sample
def captions_and_their_table(document: Document) -> None:
    relation = _picture(document)
    styles = document.styles.element
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    for style, name in (("Caption", "caption"), ("TableofFigures", "table of figures")):
        if style not in known:
            styles.append(
                element(
                    f'<w:style w:type="paragraph" w:styleId="{style}"><w:name w:val="{name}"/>'
                    '<w:basedOn w:val="Normal"/></w:style>'
                )
            )
    mark = '<w:bookmarkStart w:id="9801" w:name="_Toc980000001"/>{}<w:bookmarkEnd w:id="9801"/>'
    words = text("Figuur ") + field("SEQ Figuur \\* ARABIC", "1") + text(" De wijk van boven")
    line = (
        f'<w:hyperlink w:anchor="_Toc980000001">{text("Figuur 1 De wijk van boven")}<w:r><w:tab/></w:r>'
        f"{field('PAGEREF _Toc980000001 &#92;h', '2')}</w:hyperlink>"
    )
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\h \\z \\c '
        '"Figuur" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    insert(
        document,
        paragraph(inline(graphic(relation, 710), "De wijk van boven gezien", 710)),
        paragraph(mark.format(words), '<w:pStyle w:val="Caption"/>'),
        paragraph(begin + line + end, '<w:pStyle w:val="TableofFigures"/>'),
        paragraph(text("Na de lijst van figuren.")),
    )


@sample
def index(document: Document) -> None:
    entry = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> XE "{}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> INDEX \\c "1" '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    insert(
        document,
        paragraph(text("Over wonen") + entry.format("wonen") + text(" en werken") + entry.format("werken")),
        paragraph(begin + text("werken, 2")),
        paragraph(text("wonen, 2") + end),
        paragraph(text("Na de index.")),
    )


@sample
def bookmarks(document: Document) -> None:
    insert(
        document,
        '<w:bookmarkStart w:id="9901" w:name="Los"/>',
        paragraph(text("Een alinea onder een bladwijzer.") + '<w:bookmarkEnd w:id="9901"/>'),
    )


@sample
def renamed_heading(document: Document) -> None:
    heading = next(p for p in document.paragraphs if p.style is not None and p.style.name == "Heading 2")
    words = [t for t in heading._p.iter(qn("w:t")) if (t.text or "").strip()]
    words[0].text = "Een heel andere kop"
    for rest in words[1:]:
        rest.text = ""


@sample
def pasted_from_the_web(document: Document) -> None:
    relation = link_to(document, "https://example.org/bericht")
    letters = (
        '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:color w:val="333333"/><w:sz w:val="21"/>'
    )
    spacing = '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/><w:spacing w:before="100" w:after="100"/>'
    insert(
        document,
        paragraph(text("Nieuws uit de wijk", letters + "<w:b/>"), spacing),
        paragraph(
            text("Lees het ", letters)
            + _link(relation, "hele bericht", letters + '<w:u w:val="single"/>')
            + text(" op de site.\u00a0", letters),
            spacing,
        ),
    )


@sample
def pasted_from_google_docs(document: Document) -> None:
    relation = link_to(document, "https://example.org/docs")
    letters = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:color w:val="1155cc"/><w:u w:val="single"/>'
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        element(
            '<w:abstractNum w:abstractNumId="9100"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="bullet"/><w:lvlText w:val="●"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(element('<w:num w:numId="9100"><w:abstractNumId w:val="9100"/></w:num>'))
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9100"/></w:numPr>'
    insert(
        document,
        paragraph(text("Een gewone alinea, met ") + _link(relation, "een verwijzing erin", letters)),
        paragraph(text("Een punt uit een ander programma"), item),
        paragraph(text("Nog een punt"), item),
    )


@sample
def drop_cap(document: Document) -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3" w:wrap="around" w:vAnchor="text" w:hAnchor="text"/>'
    insert(
        document, paragraph(text("E", '<w:sz w:val="96"/>'), frame), paragraph(text("en nieuw begin. " * 20))
    )


@sample
def merged_cells(document: Document) -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    plain = [cell.format("", paragraph(text(words))) for words in ("Wie", "Wat", "Wanneer", "Nu", "Straks")]
    down = cell.format('<w:vMerge w:val="restart"/>', paragraph(text("Sanne")))
    rest = cell.format("<w:vMerge/>", "<w:p/>")
    insert(
        document,
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='3000'/><w:gridCol w:w='3000'/></w:tblGrid>"
        f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{plain[0]}{plain[1]}</w:tr>"
        f"<w:tr>{down}{plain[3]}</w:tr><w:tr>{rest}{plain[4]}</w:tr></w:tbl>",
        paragraph(text("Na de samengevoegde cellen.")),
    )


@sample
def table_in_a_cell(document: Document) -> None:
    inner = _table(("Dag", "Tijd"), ("Ma", "9 uur")) + "<w:p/>"
    insert(
        document, _table(("Wie", "Wanneer"), ("Sanne", inner)), paragraph(text("Na de tabel in de tabel."))
    )


@sample
def bordered_paragraph(document: Document) -> None:
    border = '<w:pStyle w:val="BodyText"/><w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    insert(document, paragraph(text("Een alinea met een rand."), border))


@sample
def empty_paragraphs(document: Document) -> None:
    insert(document, *["<w:p/>"] * 3, paragraph(text("Na de lege regels.")))


@sample
def heading_in_a_text_box(document: Document) -> None:
    heading = paragraph(text("Een kop in een vak"), '<w:pStyle w:val="Heading2"/>')
    insert(document, paragraph(_text_box(heading, 711) + text("De alinea bij het vak met de kop. " * 6)))


@sample
def emoji_and_scripts(document: Document) -> None:
    insert(document, paragraph(text("Fijn 👍🏽 en ไทย en 你好.")))


@sample
def signs_of_another_font(document: Document) -> None:
    insert(
        document,
        paragraph(text("Een ✔ vinkje en ★ sterren ") + text("vet ✘ weg", "<w:b/>") + text(" ➔ einde.")),
    )
