"""The contents table and the page numbers, as the results of fields that Word can renew."""

from __future__ import annotations

import re

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml, styles
from pipeline.document.headings import Kop
from pipeline.document.styles import Stijlen
from pipeline.document.wordml import ONBEKENDE_PAGINA, tekst_xml, veilig, veld
from pipeline.errors import SjabloonFout

_NIVEAUS = re.compile(r'\bTOC\b.*\\o\s+"(\d)-(\d)"')
_PAGEREF = re.compile(r"\bPAGEREF\s+(\S+)")


def vul_inhoudsopgave(body: _Element, koppen: list[Kop], stijlen: Stijlen) -> None:
    r"""Fill the contents table of the template: a link and a page number per heading.

    Its field says which built-in headings it collects (`\o "1-2"`), as it does to Word.  The
    numbers follow from `zet_paginas`.  Raises SjabloonFout when the template has no such field.
    """
    begin, instructie, einde = _vind_veld(body)
    niveaus = _NIVEAUS.search(instructie)
    if niveaus is None:
        raise SjabloonFout(
            f"De inhoudsopgave van het sjabloon heeft geen niveaus: {instructie.strip()}. "
            'Verwacht is een veld als TOC \\o "1-2" \\h \\z.'
        )
    gekozen = [kop for kop in koppen if int(niveaus[1]) <= kop.ingebouwd <= int(niveaus[2])]
    regels = [_regel(kop, stijlen) for kop in gekozen]
    if not regels:
        return
    opening = ooxml.parse(
        "<w:p>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{veilig(instructie)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>'
    )
    for nummer, run in enumerate(ooxml.find_all(opening, "w:r")):
        regels[0].insert(1 + nummer, run)
    regels[-1].append(ooxml.parse('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    for regel in regels:
        begin.addprevious(regel)
    _verwijder(begin, einde)


def zet_paginas(body: _Element, paginas: dict[str, int]) -> None:
    """Write the known page numbers into the results of all PAGEREF fields, by bookmark."""
    for resultaat, naam in paginavelden(body):
        resultaat.text = str(paginas.get(naam, ONBEKENDE_PAGINA))


def _vind_veld(body: _Element) -> tuple[_Element, str, _Element]:
    """Return the first and last paragraph of the contents table, and its instruction."""
    for tekst in body.iter(qn("w:instrText")):
        if re.search(r"\bTOC\b", tekst.text or ""):
            begin = next(tekst.iterancestors(qn("w:p")))
            return begin, str(tekst.text), _einde(begin)
    raise SjabloonFout(
        "Het sjabloon heeft geen inhoudsopgave. Voeg in Word een inhoudsopgave in (Verwijzingen)."
    )


def _einde(begin: _Element) -> _Element:
    diepte = 0
    for alinea in (begin, *begin.itersiblings()):
        for teken in alinea.iter(qn("w:fldChar")):
            soort = ooxml.get(teken, "w:fldCharType")
            diepte += (soort == "begin") - (soort == "end")
            if diepte == 0:
                return alinea
    raise SjabloonFout("De inhoudsopgave van het sjabloon is niet afgesloten. Voeg hem in Word opnieuw in.")


def _verwijder(begin: _Element, einde: _Element) -> None:
    ouder = next(begin.iterancestors())
    plek = list(ouder)
    for element in plek[plek.index(begin) : plek.index(einde) + 1]:
        ouder.remove(element)


def _regel(kop: Kop, stijlen: Stijlen) -> _Element:
    stijl = stijlen.id(styles.INHOUD_1 if kop.ingebouwd == 1 else styles.INHOUD_2)
    pagina = veld(f"PAGEREF {kop.bladwijzer} \\h", ONBEKENDE_PAGINA)
    return ooxml.parse(
        f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>'
        f'<w:hyperlink w:anchor="{kop.bladwijzer}" w:history="1">'
        f"<w:r>{tekst_xml(kop.volledig)}</w:r><w:r><w:tab/></w:r>{pagina}</w:hyperlink></w:p>"
    )


def paginavelden(body: _Element) -> list[tuple[_Element, str]]:
    """Return the result and the bookmark of every PAGEREF field."""
    velden = []
    naam = ""
    for element in body.iter(qn("w:instrText"), qn("w:fldChar"), qn("w:t")):
        if element.tag == qn("w:instrText"):
            match = _PAGEREF.search(element.text or "")
            naam = match[1] if match else naam
        elif element.tag == qn("w:fldChar") and ooxml.get(element, "w:fldCharType") == "end":
            naam = ""
        elif element.tag == qn("w:t") and naam:
            velden.append((element, naam))
            naam = ""
    return velden
