"""What a PDF says of itself: title, dates and the standards it meets, the same bytes each time."""

from __future__ import annotations

import datetime
import re
from html import escape, unescape
from pathlib import Path

from pipeline.document.opgave import Opgave
from pipeline.pdf.bibliotheek import open_pdf, pikepdf

_TITLE = re.compile(rb"<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>(.*?)</rdf:li>", re.DOTALL)
_ICC_MOMENT = slice(24, 36)
"""Where a colour profile holds the time at which it was made (ICC.1:2010, 7.2.1)."""
_ICC_KENMERK = slice(84, 100)
"""Where it holds the fingerprint of itself, of which that time is no part; zeros stand for none."""

# The identification of PDF/UA is no part of what PDF/A knows, so it comes with its own description
# (ISO 14289-1, 5; ISO 19005-2, 6.6.2.3).
_NAMESPACES_OF_CLAIMS = """
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#\""""
_CLAIMS = """<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
"""
_DESCRIPTION_OF_CLAIMS = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
"""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"{namespaces}>
{claims}<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{maker}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{onderwerp}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{taal}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{programma}</pdf:Producer>
<xmp:CreatorTool>{gereedschap}</xmp:CreatorTool>
<xmp:CreateDate>{datum}</xmp:CreateDate>
{description}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def title_in_metadata(document: pikepdf.Pdf) -> str | None:
    """Return the title in the metadata; None when there is none there, or in another form than ours."""
    found = _TITLE.search(document.Root.Metadata.read_bytes()) if "/Metadata" in document.Root else None
    return None if found is None else unescape(found[1].decode("utf-8", errors="replace"))


def withdraw_claims(pdf: Path, opgave: Opgave) -> None:
    """Have a PDF claim no standard any more, as it does not meet it."""
    with open_pdf(pdf) as document:
        zet_kenmerken(document, opgave, claims=False)
        if "/OutputIntents" in document.Root:  # by which a file says that it is PDF/A
            del document.Root["/OutputIntents"]
        document.save(pdf, deterministic_id=True, compress_streams=False, fix_metadata_version=False)


def zet_kenmerken(document: pikepdf.Pdf, opgave: Opgave, *, claims: bool = True) -> None:
    """Write title, language, dates and standards; take away all that tells of this run."""
    info = document.docinfo
    info.Title = opgave.titel
    info.CreationDate = f"D:{_cijfers(opgave.datum)}Z"
    if "/ModDate" in info:
        del info["/ModDate"]
    document.Root.Lang = pikepdf.String(opgave.taal)
    xmp = _XMP.format(
        namespaces=_NAMESPACES_OF_CLAIMS if claims else "",
        claims=_CLAIMS if claims else "",
        description=_DESCRIPTION_OF_CLAIMS if claims else "",
        titel=escape(opgave.titel),
        maker=_tekst(info, "/Author"),
        onderwerp=_tekst(info, "/Subject"),
        taal=escape(opgave.taal),
        programma=_tekst(info, "/Producer"),
        gereedschap=_tekst(info, "/Creator"),
        datum=f"{opgave.datum:%Y-%m-%dT%H:%M:%S}Z",
    )
    metadata = document.make_stream(xmp.encode())
    metadata.Type = pikepdf.Name.Metadata
    metadata.Subtype = pikepdf.Name.XML
    document.Root.Metadata = metadata
    for naam in ("/DocChecksum", "/ID"):
        if naam in document.trailer:
            del document.trailer[naam]
    for bedoeling in document.Root.get("/OutputIntents", []):
        profiel = bytearray(bedoeling.DestOutputProfile.read_bytes())
        profiel[_ICC_MOMENT] = _icc_moment(opgave.datum)
        profiel[_ICC_KENMERK] = bytes(16)
        bedoeling.DestOutputProfile.write(bytes(profiel))


def _tekst(info: pikepdf.Dictionary, naam: str) -> str:
    return escape(str(info.get(naam, "")))


def _cijfers(moment: datetime.datetime) -> str:
    return f"{moment:%Y%m%d%H%M%S}"


def _icc_moment(moment: datetime.datetime) -> bytes:
    delen = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    return b"".join(deel.to_bytes(2, "big") for deel in delen)
