"""The gate: whether a finished PDF is accessible, fit for the archive, and what its Word file says."""

from __future__ import annotations

import io
import re
from pathlib import Path

from pipeline.bevinding import Bevinding, WordPlaats, gesorteerd
from pipeline.document.opgave import Opgave
from pipeline.pdf.bibliotheek import open_pdf, page, pikepdf
from pipeline.pdf.boom import Boom
from pipeline.pdf.controles import Keuring, controleer_pdf
from pipeline.pdf.drawn import drawn
from pipeline.pdf.outline import bladwijzers
from pipeline.pdf.plek import Wijzer
from pipeline.pdf.reading import read_aloud
from pipeline.pdf.wording import compare

NORMEN = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)

SOORTEN = {
    r"ENCRYPTION": "pdf-beveiligd",
    r"METADATA-TITLE|VIEWER-PREFERENCES": "pdf-titel",
    r"LANGUAGE": "pdf-taal",
    r"TAGGED-DOCUMENT|STRUCT-|SUSPECTS|MARK-INFO|MARKED": "pdf-structuur",
    r"CONTENT-TAGGING|ARTIFACT|TAGGED-CONTENT": "pdf-tekst-los",
    r"HEADING": "pdf-koppen",
    r"FIGURE|ALT-TEXT": "pdf-afbeelding",
    r"LINK|ANNOTATION": "pdf-link",
    r"TABLE|-T[RHD]-|THEAD|TBODY|TFOOT": "pdf-tabel",
    r"-L-|-LI-|LBODY": "pdf-lijst",
    r"TOC": "pdf-inhoudsopgave",
    r"FONT|CID|TRUETYPE|NOTDEF|CMAP|TYPE[01]|UNICODE": "pdf-lettertype",
    r"-ID-|XMP|METADATA": "pdf-kenmerk",
    r"PAGE-TABS": "pdf-tabvolgorde",
}
"""Parts of the names of the validator's rules, and what we call that; the first that fits counts."""
REST = "pdf-norm"
_OBJECT = re.compile(r"\bobject (\d+) (\d+)")


def keur(pdf: Path, opgave: Opgave) -> list[Bevinding]:
    """Return all that keeps a PDF from PDF/UA-1 and PDF/A-2a, or from what its Word file promises.

    Every finding says below which heading of the Word file its cause stands.
    """
    inhoud = pdf.read_bytes()
    try:
        fouten = [fout for norm in NORMEN for fout in page.validate_pdf_bytes(inhoud, profile=norm).failures]
        document = open_pdf(io.BytesIO(inhoud))
    except (page.PageError, pikepdf.PdfError, pikepdf.PasswordError) as reden:
        return [Bevinding("pdf-onleesbaar", WordPlaats(opgave.bestand), aanvulling=str(reden))]
    with document:
        boom = Boom(document)
        koppen = bladwijzers(document)
        wijzer = Wijzer(boom, koppen, opgave.bestand)
        soorten = boom.per_soort()
        bevindingen = list(controleer_pdf(Keuring(boom, koppen, opgave, wijzer, soorten)))
        if soorten:
            spoken = list(read_aloud(boom))
            bevindingen += compare(opgave.passages, spoken, drawn(inhoud), wijzer, opgave.bestand)
        # What both standards ask, or we too, is said once.
        gezegd = {(bevinding.code, bevinding.plaats) for bevinding in bevindingen}
        for fout in fouten:
            bevinding = _als_bevinding(fout, wijzer)
            if (bevinding.code, bevinding.plaats) not in gezegd:
                gezegd.add((bevinding.code, bevinding.plaats))
                bevindingen.append(bevinding)
    return gesorteerd(bevindingen)


def _als_bevinding(fout: page.ValidationFailure, wijzer: Wijzer) -> Bevinding:
    """Say in our words which rule of a standard is broken, and where."""
    code = next((code for deel, code in SOORTEN.items() if re.search(deel, fout.rule_id)), REST)
    return Bevinding(code, _plaats(fout, wijzer), aanvulling=f"{fout.rule_id}: {fout.message}")


def _plaats(fout: page.ValidationFailure, wijzer: Wijzer) -> WordPlaats:
    """Return where a rule is broken: at the object that the validator names, or on the page."""
    nummers = [(int(nummer), int(generatie)) for nummer, generatie in _OBJECT.findall(fout.message)]
    if fout.object_id is not None:
        nummers.append((fout.object_id.object_number, fout.object_id.generation))
    for nummer in nummers:
        plaats = wijzer.object(nummer) or wijzer.lettertype(nummer)
        if plaats is not None:
            return plaats
    bladzijde = re.search(r"\bpage (\d+)", fout.message)
    return wijzer.bladzijde(int(bladzijde[1])) if bladzijde else wijzer.document()
