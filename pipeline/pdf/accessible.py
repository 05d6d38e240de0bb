"""Repairs in a PDF what LibreOffice leaves undone, so that it meets PDF/UA-1 and PDF/A-2a."""

from __future__ import annotations

import re
import zlib
from pathlib import Path
from typing import Any

from pipeline.document.opgave import Opgave
from pipeline.pdf.afbeeldingen import hang_captions, noem_afbeeldingen
from pipeline.pdf.bibliotheek import open_pdf, pikepdf
from pipeline.pdf.boom import (
    KOPPEN,
    Boom,
    Onderdeel,
    hoogte,
    is_onderdeel,
    kinderen,
    onderdelen,
    stroom,
    zet_kenmerk,
)
from pipeline.pdf.kenmerken import zet_kenmerken
from pipeline.pdf.links import beschrijf_links, verwijder_dubbele_links, voeg_links_samen
from pipeline.pdf.notes import link_pictures, name_notes
from pipeline.pdf.ouders import Ouders
from pipeline.pdf.outline import bladwijzers
from pipeline.pdf.sequence import put_in_sequence
from pipeline.pdf.tabellen import noem_koppen

RAND = 72.0
"""Points from the upper or lower edge of a page within which no text but running heads stands."""

SNEL = 3
"""How hard zlib works (1 to 9): more costs a tenth of a second and saves some percents."""

_LABEL = re.compile(r"[^\w\s]{1,2}|(?:\w+ )?(?:\d+(?:\.\d+)*|[A-Za-z]|[ivxlc]+)[.:)]?")
"""What stands before an item of a list, a heading or as a page: a bullet, '1.', 'a)', 'Fase 1:', '1.2'."""
_ARTEFACT = b"/Artifact BMC\n"
_KOPREGEL = b"/Artifact <</Type/Pagination/Subtype/Header>>BDC\n"
_VOETREGEL = b"/Artifact <</Type/Pagination/Subtype/Footer>>BDC\n"
_EINDE = b"\nEMC\n"
_LINE_BEGINS = re.compile(rb"q\b")
_PAINTS = re.compile(rb"(?:^|\s)(?:[SsfFbB]\*?)$")
"""Operators that draw a path."""


def maak_toegankelijk(pdf: Path, opgave: Opgave) -> None:
    """Repair a PDF of LibreOffice by what its Word file says; nothing that is seen changes.

    The same PDF always gives the same bytes, whenever LibreOffice made it.
    """
    klaar = pdf.with_suffix(".klaar")
    with open_pdf(pdf) as document:
        boom = Boom(document)
        boven = Ouders(boom)
        soorten = boom.per_soort()
        voeg_links_samen(boom, boven, soorten.get("Link", []))
        _label_lijsten(boom, boven, soorten.get("L", []))
        _scheid_nummers(boom, boven, soorten)
        put_in_sequence(boom, boven, opgave.passages)
        figures = noem_afbeeldingen(boom, boven, soorten.get("Figure", []), opgave.pictures)
        name_notes(boom, boven, soorten.get("Note", []))
        link_pictures(boom, boven, figures)
        _verwijder_leeg(boom, boom.wortel)
        _noem_tabelkoppen(boom, soorten.get("Table", []), opgave.rijkoppen)
        if "/caption" in boom.rollen:
            boom.rollen["/caption"] = pikepdf.Name.Caption
            hang_captions(boom, boom.per_soort().get("Caption", []))
        koppen = bladwijzers(document)
        for bladzijde in document.pages:
            bladzijde.obj.Tabs = pikepdf.Name.S
            verwijder_dubbele_links(bladzijde.obj)
            beschrijf_links(boom, bladzijde.obj, koppen)
            _noem_kopregels(bladzijde.obj)
            mark_loose_lines(bladzijde.obj)
        zet_kenmerken(document, opgave)
        _pak_in(document)
        # Without object streams, of which the end cannot be seen before they are written, and with
        # all streams left as they are.
        document.save(
            klaar,
            deterministic_id=True,
            compress_streams=False,
            fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    klaar.replace(pdf)


def _label_lijsten(boom: Boom, boven: Ouders, lijsten: list[Onderdeel]) -> None:
    """Take the bullet or number of every list item apart from its text."""
    for lijst in lijsten:
        for item in onderdelen(lijst):
            tekst = next(iter(onderdelen(item)), None)
            alinea = next(iter(onderdelen(tekst)), None) if tekst is not None else None
            if alinea is None or boom.soort(tekst) != "LBody":
                continue
            eerste, *rest = kinderen(alinea) or [None]
            label = boom.stuk(alinea, eerste).strip()
            if not rest or not _LABEL.fullmatch(label):
                continue
            nieuw = boom.document.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.StructElem, S=pikepdf.Name.Lbl, P=item, Pg=alinea.Pg, K=eerste
                )
            )
            alinea.K = pikepdf.Array(rest)
            item.K = pikepdf.Array([nieuw, *kinderen(item)])
            boven.zet_inhoud(nieuw)
            zet_kenmerk(lijst, "List", ListNumbering=_nummering(label))


def _scheid_nummers(boom: Boom, boven: Ouders, soorten: dict[str, list[Onderdeel]]) -> None:
    """Have a space be read after the number of a heading, and before that of a page in the contents.

    On the page there is a gap, or a row of dots; without a space '1 Doel' is heard as '1Doel'.
    """
    for soort in KOPPEN:
        for kop in soorten.get(soort, []):
            _scheid(boom, boven, kop, 0, "{} ")
    for regel in soorten.get("TOCI", []):
        for link in [deel for deel in boom.alle(regel) if boom.soort(deel) == "Link"]:
            _scheid(boom, boven, link, -2, " {}")


def _scheid(boom: Boom, boven: Ouders, onderdeel: Onderdeel, plek: int, vorm: str) -> None:
    """Have one piece of an element, if it is a number, be read in another form."""
    delen = kinderen(onderdeel)
    tekst = boom.stuk(onderdeel, delen[plek]) if len(delen) > 1 else ""
    if not _LABEL.fullmatch(tekst):
        return
    delen[plek] = boom.document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem,
            S=pikepdf.Name.Span,
            P=onderdeel,
            Pg=onderdeel.Pg,
            K=delen[plek],
            ActualText=pikepdf.String(vorm.format(tekst)),
        )
    )
    onderdeel.K = pikepdf.Array(delen)
    boven.zet_inhoud(delen[plek])


def _nummering(label: str) -> pikepdf.Name:
    kern = label.rstrip(".:)")
    if any(teken.isdigit() for teken in kern):
        return pikepdf.Name.Decimal
    if not kern.isalpha():
        return pikepdf.Name.Disc
    return pikepdf.Name.LowerAlpha if kern.islower() else pikepdf.Name.UpperAlpha


def _verwijder_leeg(boom: Boom, onderdeel: Onderdeel) -> None:
    """Take away what holds nothing and would be read as a pause; an empty cell keeps its place."""
    for kind in onderdelen(onderdeel):
        _verwijder_leeg(boom, kind)
    gebleven = [
        kind
        for kind in kinderen(onderdeel)
        if not is_onderdeel(kind) or kinderen(kind) or boom.soort(kind) in ("TD", "TH", "Figure")
    ]
    if len(gebleven) < len(kinderen(onderdeel)):
        onderdeel.K = pikepdf.Array(gebleven)


def _noem_tabelkoppen(boom: Boom, tabellen: list[Onderdeel], rijkoppen: tuple[bool, ...]) -> None:
    """Name the heads of the tables whose rows have names, and list those names in the tree."""
    # Another number of tables is a fault that the gate tells; which is which would be a guess.
    if len(tabellen) != len(rijkoppen):
        return
    namen = [
        paar
        for nummer, tabel in enumerate(tabellen, start=1)
        if rijkoppen[nummer - 1]
        for paar in noem_koppen(boom, tabel, nummer)
    ]
    if namen:
        delen = [deel for naam, kop in namen for deel in (pikepdf.String(naam), kop)]
        blad = pikepdf.Dictionary(Names=delen, Limits=[delen[0], delen[-2]])
        boom.wortel.IDTree = boom.document.make_indirect(
            pikepdf.Dictionary(Kids=[boom.document.make_indirect(blad)])
        )


def _noem_kopregels(bladzijde: Any) -> None:
    """Say of running heads and feet that they are that (ISO 14289-1, 7.8)."""
    begin, *artefacten = stroom(bladzijde).split(_ARTEFACT)
    boven = float(bladzijde.MediaBox[3])
    delen = [begin]
    for artefact in artefacten:
        plek = hoogte(artefact[: artefact.find(_EINDE)])
        if plek is None or RAND <= plek <= boven - RAND:
            delen += [_ARTEFACT, artefact]
        else:
            delen += [_KOPREGEL if plek > RAND else _VOETREGEL, artefact]
    bladzijde.Contents.write(b"".join(delen))


def mark_loose_lines(page: Any) -> None:
    """Call what is drawn outside all text decoration: the borders of paragraphs, the line above notes.

    LibreOffice marks no lines.  Each is drawn in a state of its own, from q to Q.
    """
    content = stroom(page)
    depth = 0
    parts: list[bytes] = []
    lines = content.split(b"\n")
    begin: int | None = None
    for line in lines:
        if depth == 0 and begin is None and _LINE_BEGINS.match(line):
            begin = len(parts)
        parts.append(line)
        if line.endswith((b"BDC", b"BMC")):
            depth += 1
            begin = None
        elif line == b"EMC":
            depth -= 1
        elif begin is not None and line == b"Q":
            if any(_PAINTS.search(part) for part in parts[begin:]):
                parts.insert(begin, _ARTEFACT.rstrip())
                parts.append(b"EMC")
            begin = None
    if len(parts) > len(lines):
        page.Contents.write(b"\n".join(parts))


def _pak_in(document: pikepdf.Pdf) -> None:
    """Compress what is not, and let no stream end in a line break.

    Who looks for the end of a stream takes a line break for no part of it (ISO 19005-2, 6.1.7.1).
    What is compressed ends in a checksum, so in any byte; compressed twice it ends in another.
    """
    for stream in document.objects:
        if not isinstance(stream, pikepdf.Stream) or stream.get("/Type") == "/Metadata":
            continue
        while "/Filter" not in stream or stream.read_raw_bytes().endswith((b"\r", b"\n")):
            filters = _lijst(stream.get("/Filter"))
            instellingen = _lijst(stream.get("/DecodeParms")) or [None] * len(filters)
            stream.write(
                zlib.compress(stream.read_raw_bytes(), SNEL),
                filter=pikepdf.Array([pikepdf.Name.FlateDecode, *filters]),
                decode_parms=pikepdf.Array([None, *instellingen]) if any(instellingen) else None,
            )


def _lijst(waarde: Any) -> list[Any]:
    if waarde is None:
        return []
    return list(waarde) if isinstance(waarde, pikepdf.Array) else [waarde]
