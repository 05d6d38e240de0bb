"""Ways to spoil a sound Word file, each with the code of the question that it fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.pdf.word_samples import EDITS

_NAMEN = (
    f"{nsdecls('w', 'r', 'wp', 'a', 'pic')} xmlns:v='urn:schemas-microsoft-com:vml' "
    "xmlns:o='urn:schemas-microsoft-com:office:office' "
    "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
)
KOPRIJ = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc>"
CEL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"


def element(xml: str) -> Any:
    """Return an element of XML, with the namespaces of Word."""
    kop, rest = xml.split(">", maxsplit=1)
    sluit = "/" if kop.endswith("/") else ""
    return parse_xml(f"{kop.removesuffix('/')} {_NAMEN}{sluit}>{rest}")


def alinea(inhoud: str, eigenschappen: str = "") -> str:
    """Return a paragraph of text in the style of text."""
    return f'<w:p><w:pPr><w:pStyle w:val="BodyText"/>{eigenschappen}</w:pPr>{inhoud}</w:p>'


def run(tekst: str, opmaak: str = "") -> str:
    return f'<w:r><w:rPr>{opmaak}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def erbij(*stukken: str) -> Callable[[Document], None]:
    """Put elements after the first paragraph of text."""

    def wijzig(document: Document) -> None:
        plek = next(a for a in document.paragraphs if a.style is not None and a.style.name == "Body Text")._p
        for stuk in reversed(stukken):
            plek.addnext(element(stuk))

    return wijzig


def tabel(*rijen: str) -> Callable[[Document], None]:
    kolommen = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    return erbij(f"<w:tbl><w:tblPr/>{kolommen}{''.join(rijen)}</w:tbl>", alinea(run("Na de tabel.")))


def eerste_tabel(wijzig: Callable[[Any], None]) -> Callable[[Document], None]:
    return lambda document: wijzig(document.tables[0]._tbl)


def weg(pad: str) -> Callable[[Any], None]:
    """Take away every element with this name."""

    def wijzig(wortel: Any) -> None:
        for gevonden in list(wortel.iter(qn(pad))):
            gevonden.getparent().remove(gevonden)

    return wijzig


def _beeld(eigenschappen: str) -> Callable[[Document], None]:
    def wijzig(document: Document) -> None:
        beeld = next(document.element.body.iter(qn("wp:docPr")))
        for naam in ("descr", "title"):
            beeld.attrib.pop(naam, None)
        if eigenschappen:
            beeld.set("descr", eigenschappen)

    return wijzig


def _kop(stijl: str, tekst: str = "Een kop") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>{run(tekst) if tekst else ""}</w:p>'


def _titel(titel: str) -> Callable[[Document], None]:
    def wijzig(document: Document) -> None:
        document.core_properties.title = titel

    return wijzig


def _taal(taal: str) -> Callable[[Document], None]:
    def wijzig(document: Document) -> None:
        standaard = next(document.styles.element.iter(qn("w:lang")))
        if taal:
            standaard.set(qn("w:val"), taal)
        else:
            standaard.getparent().remove(standaard)

    return wijzig


def _zonder_koppen(document: Document) -> None:
    weg("w:outlineLvl")(document.styles.element)


def _vaste_plaats(document: Document) -> None:
    plaats = next(document.element.body.iter(qn("wp:positionV")))
    plaats.set("relativeFrom", "page")


def _eerste_kop(document: Document) -> None:
    for kop in document.paragraphs:
        if kop.style is not None and kop.style.name == "Heading 1":
            kop.style = document.styles["Heading 2"]
            return


def _lege_koppen_rij(document: Document) -> None:
    cel = document.tables[0].cell(0, 0)
    for stuk in list(cel._tc.iter(qn("w:t"))):
        stuk.text = ""


def _tabelkleur(document: Document) -> None:
    """Make the header row of the table style light, so that its white letters cannot be read."""
    for arcering in document.styles.element.iter(qn("w:shd")):
        if arcering.get(qn("w:fill")) == "12355B":
            arcering.set(qn("w:fill"), "E8EEF5")
            arcering.attrib.pop(qn("w:themeFill"), None)


def _kleine_stijl(document: Document) -> None:
    document.styles["Body Text"].font.size = Pt(8)


def _inhoud_oud(document: Document) -> None:
    for kop in document.paragraphs:
        if kop.style is not None and kop.style.name == "Heading 1":
            next(kop._p.iter(qn("w:t"))).text = "Een nieuwe kop"
            return


def _beveilig(document: Document) -> None:
    document.settings.element.append(element('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'))


def _zonder_inhoud(document: Document) -> None:
    for stuk in list(document.element.body.iter(qn("w:instrText"), qn("w:fldChar"))):
        stuk.getparent().remove(stuk)


def _opmerking(document: Document) -> None:
    eerste = document.paragraphs[6]
    document.add_comment(eerste.runs, "Klopt dit?", author="Sanne")


TEKSTVAK = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    f"{alinea(run('In een vak.'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
VML_BEELD = '<w:r><w:pict><v:shape><v:imagedata r:id="rId99"/></v:shape></w:pict></w:r>'
GENEST = (
    f"<w:tc><w:tbl><w:tblPr/><w:tblGrid/>{KOPRIJ}{CEL.format('B')}</w:tr>"
    f"<w:tr>{CEL.format(1) * 2}</w:tr></w:tbl><w:p/></w:tc>"
)
INS = '<w:ins w:id="901" w:author="Sanne">{}</w:ins>'


def link(tekst: str, doel: str) -> Callable[[Document], None]:
    def wijzig(document: Document) -> None:
        nummer = document.part.relate_to(doel, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        erbij(alinea(f'{run("Zie ")}<w:hyperlink r:id="{nummer}">{run(tekst)}</w:hyperlink>.'))(document)

    return wijzig


FOUTEN: list[tuple[str, str, Callable[[Document], None]]] = [
    ("geen titel", "word-titel-ontbreekt", _titel("")),
    ("titel is een bestandsnaam", "word-titel-bestandsnaam", _titel("Document1")),
    ("geen taal", "word-taal-ontbreekt", _taal("")),
    ("Engels als taal", "word-taal-anders", _taal("en-US")),
    (
        "Nederlandse tekst als Engels gemerkt",
        "word-taal-verkeerd",
        erbij(alinea(run("Dit is een zin van de wijk en niet van een ander.", '<w:lang w:val="en-GB"/>'))),
    ),
    (
        "Engelse tekst als Nederlands gemerkt",
        "word-taal-vreemd",
        erbij(alinea(run("This is the sentence that we have with the words of another language."))),
    ),
    ("geen inhoudsopgave", "word-inhoud-ontbreekt", _zonder_inhoud),
    ("kop veranderd na de inhoudsopgave", "word-inhoud-verouderd", _inhoud_oud),
    ("beveiligd", "word-beveiligd", _beveilig),
    ("wijziging", "word-wijziging", erbij(alinea(INS.format(run("Nieuw."))))),
    ("opmaak gewijzigd", "word-wijziging", erbij(alinea(run("x.", '<w:rPrChange w:id="9" w:author="A"/>')))),
    ("opmerking", "word-opmerking", _opmerking),
    ("open plek", "word-open-plek", erbij(alinea(run("Nog invullen: naam - blad Plan")))),
    ("geen koppen", "word-koppen-ontbreken", _zonder_koppen),
    ("eerste kop van niveau 2", "word-kop-eerste", _eerste_kop),
    ("niveau overgeslagen", "word-kop-overgeslagen", erbij(_kop("Heading4"))),
    ("lege kop", "word-kop-leeg", erbij(_kop("Heading2", ""))),
    (
        "vette regel als kop",
        "word-kop-nep",
        erbij(alinea(run("Onze plannen", "<w:b/>")), alinea(run("We gaan iets doen."))),
    ),
    (
        "grote regel als kop",
        "word-kop-nep",
        erbij(alinea(run("Onze plannen", '<w:sz w:val="32"/>')), alinea(run("We gaan iets doen."))),
    ),
    ("geen alternatieve tekst", "word-alt-ontbreekt", _beeld("")),
    ("geen alternatieve tekst bij VML", "word-alt-ontbreekt", erbij(alinea(VML_BEELD))),
    ("bestandsnaam als alternatieve tekst", "word-alt-nietszeggend", _beeld("IMG_2034.jpg")),
    ("alternatieve tekst zegt niets", "word-alt-nietszeggend", _beeld("Afbeelding 3")),
    (
        "alternatieve tekst van Word",
        "word-alt-automatisch",
        _beeld("Afbeelding met gras, buiten. Automatisch gegenereerde beschrijving"),
    ),
    ("tekstvak", "word-tekstvak", erbij(alinea(TEKSTVAK))),
    ("kader", "word-tekstvak", erbij(alinea(run("Los."), '<w:framePr w:w="2000" w:hAnchor="page"/>'))),
    ("afbeelding op vaste plaats", "word-zwevend", _vaste_plaats),
    ("geen koprij", "word-tabel-koprij", eerste_tabel(weg("w:tblHeader"))),
    ("lege cel in de koprij", "word-tabel-kop-leeg", _lege_koppen_rij),
    (
        "cellen onder elkaar samengevoegd",
        "word-tabel-hoogte",
        tabel(
            f"{KOPRIJ}{CEL.format('B')}</w:tr>",
            '<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
            f"<w:p>{run('x')}</w:p></w:tc>{CEL.format(1)}</w:tr>",
            f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>{CEL.format(2)}</w:tr>",
        ),
    ),
    (
        "cellen naast elkaar samengevoegd in de koprij",
        "word-tabel-breedte",
        tabel(
            '<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
            f"<w:p>{run('Samen')}</w:p></w:tc></w:tr>",
            f"<w:tr>{CEL.format(1)}{CEL.format(2)}</w:tr>",
        ),
    ),
    (
        "rij met te weinig cellen",
        "word-tabel-ongelijk",
        tabel(f"{KOPRIJ}{CEL.format('B')}</w:tr>", f"<w:tr>{CEL.format(1)}</w:tr>"),
    ),
    ("tabel voor de vormgeving", "word-tabel-opmaak", tabel(f"<w:tr>{CEL.format(1)}{CEL.format(2)}</w:tr>")),
    (
        "tabel in een tabel",
        "word-tabel-genest",
        tabel(f"{KOPRIJ}{CEL.format('B')}</w:tr>", f"<w:tr>{GENEST}{CEL.format(2)}</w:tr>"),
    ),
    (
        "lege rij",
        "word-tabel-lege-rij",
        tabel(f"{KOPRIJ}{CEL.format('B')}</w:tr>", f"<w:tr>{CEL.format('') * 2}</w:tr>"),
    ),
    ("lichte letters", "word-contrast", erbij(alinea(run("Grijs.", '<w:color w:val="999999"/>')))),
    (
        "letters op een markeerstift",
        "word-contrast",
        erbij(alinea(run("Geel.", '<w:color w:val="1F6FA8"/><w:highlight w:val="darkGray"/>'))),
    ),
    (
        "letters op een gekleurde alinea",
        "word-contrast",
        erbij(alinea(run("Blauw.", '<w:color w:val="1F6FA8"/>'), '<w:shd w:val="clear" w:fill="12355B"/>')),
    ),
    (
        "lichte kleur van het thema",
        "word-contrast",
        erbij(alinea(run("Thema.", '<w:color w:val="1A1A1A" w:themeColor="accent6"/>'))),
    ),
    ("witte letters van de tabelstijl op licht", "word-contrast", _tabelkleur),
    ("kleine letters door de stijl", "word-tekst-klein", _kleine_stijl),
    ("onderstreept", "word-onderstreept", erbij(alinea(run("Belangrijk.", '<w:u w:val="single"/>')))),
    ("knippert", "word-effect", erbij(alinea(run("Let op.", '<w:effect w:val="blinkBackground"/>')))),
    ("rand", "word-rand", erbij(alinea(run("Kader."), '<w:pBdr><w:top w:val="single" w:sz="4"/></w:pBdr>'))),
    ("uitgevuld", "word-uitgevuld", erbij(alinea(run("Een zin."), '<w:jc w:val="both"/>'))),
    ("getypte streepjes", "word-lijst-getypt", erbij(alinea(run("- een")), alinea(run("- twee")))),
    ("getypte punt", "word-lijst-getypt", erbij(alinea(run("• een")))),
    ("getypte nummers", "word-lijst-getypt", erbij(alinea(run("1. een")), alinea(run("2. twee")))),
    (
        "getypte lijst in een alinea",
        "word-lijst-getypt",
        erbij(
            alinea(f"{run('We doen:')}<w:r><w:br/></w:r>{run('a) een')}<w:r><w:br/></w:r>{run('b) twee')}")
        ),
    ),
    ("lege alinea's", "word-lege-alineas", erbij(alinea(""), alinea(""), alinea(""))),
    ("lege alinea", "word-lege-alinea", erbij(alinea(""))),
    ("spaties", "word-spaties", erbij(alinea(run("Naam:      Jan")))),
    ("tabs", "word-tabs", erbij(alinea(f"{run('Naam')}<w:r><w:tab/><w:tab/></w:r>{run('Jan')}"))),
    ("hoofdletters", "word-hoofdletters", erbij(alinea(run("DIT IS EEN BELANGRIJKE ZIN")))),
    (
        "kop in een vak",
        "word-kop-in-vak",
        erbij(
            '<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:framePr w:w="2000" w:hSpace="141"/></w:pPr>'
            f"{run('Een kop in een kader')}</w:p>"
        ),
    ),
    ("vergelijking", "word-vergelijking", EDITS["equations"]),
    ("teken zonder naam", "word-symbool", EDITS["unknown_symbol"]),
    ("teken zonder letter", "word-teken-onleesbaar", EDITS["emoji_and_scripts"]),
    ("voetnoot", "word-voetnoot", erbij(alinea(f'{run("Zin.")}<w:r><w:footnoteReference w:id="2"/></w:r>'))),
    (
        "webadres als link",
        "word-link-webadres",
        link("https://www.amersfoort.nl/wijk", "https://www.amersfoort.nl/wijk"),
    ),
    ("klik hier", "word-link-nietszeggend", link("Klik hier", "https://www.amersfoort.nl")),
    ("lees meer", "word-link-nietszeggend", link("lees meer", "https://www.amersfoort.nl")),
    ("link zonder woorden", "word-link-leeg", link("", "https://www.amersfoort.nl")),
    ("link naar een bestand", "word-link-adres", link("het plan", "file:///C:/Users/jan/plan.docx")),
    (
        "link zonder doel",
        "word-link-kapot",
        erbij(alinea(f'<w:hyperlink w:anchor="bestaat_niet">{run("bijlage 9")}</w:hyperlink>')),
    ),
    (
        "verwijzing zonder doel",
        "word-verwijzing-kapot",
        erbij(alinea(f'<w:fldSimple w:instr=" REF _Ref123 \\h ">{run("Tabel 3")}</w:fldSimple>')),
    ),
    ("los webadres", "word-webadres-los", erbij(alinea(run("Zie https://www.amersfoort.nl voor meer.")))),
]
