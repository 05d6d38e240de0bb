"""The contents table and the page numbers, as the results of fields that Word can renew."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml, styles
from pipeline.document.fields import Veld, vind_velden
from pipeline.document.headings import Kop
from pipeline.document.styles import Stijlen
from pipeline.document.wordml import ONBEKENDE_PAGINA, tekst_xml, veilig, veld
from pipeline.errors import SjabloonFout

_NIVEAUS = re.compile(r'\\o\s+"?(\d)-(\d)"?')
_STIJLEN = re.compile(r'\\t\s+"([^"]*)"')
_ANDERE_LIJST = re.compile(r"\\[ac]\b")
"""The switches of a list of figures or of tables."""
_PAGINA = re.compile(r"\s*(\d+)\s*$")
MAX_NIVEAU = 9


@dataclass(frozen=True)
class Inhoudsopgave:
    """The contents table as it stands in a document."""

    instructie: str
    alineas: list[_Element]
    """From the one in which the field begins to the one in which it ends."""
    einde: _Element

    @property
    def regels(self) -> list[tuple[str, str]]:
        """The words and the page number of every line; a line without a number has an empty one."""
        regels = []
        for alinea in self.alineas:
            tekst = " ".join(ooxml.text(alinea).split())
            pagina = _PAGINA.search(tekst)
            if tekst:
                regels.append((_PAGINA.sub("", tekst), pagina[1] if pagina else ""))
        return regels

    def kies(self, koppen: list[Kop], stijlen: Stijlen) -> list[tuple[Kop, int]]:
        r"""Return the headings that the field collects, each with its level in the table.

        `\o "1-2"` takes built-in headings, `\u` whatever has an outline level, `\t "Kop;1"` other styles.
        """
        niveaus = _NIVEAUS.search(self.instructie)
        genoemd = _genoemde_stijlen(self.instructie)
        op_niveau = re.search(r"\\u\b", self.instructie) is not None
        alleen_genoemd = bool(genoemd) and niveaus is None and not op_niveau
        van, tot = (int(niveaus[1]), int(niveaus[2])) if niveaus else (1, MAX_NIVEAU)
        gekozen = []
        for kop in koppen:
            niveau = kop.ingebouwd or (kop.niveau if op_niveau else 0)
            anders = genoemd.get(stijlen.naam(ooxml.style_id(kop.alinea)).lower(), 0)
            if anders:
                gekozen.append((kop, anders))
            elif van <= niveau <= tot and not alleen_genoemd:
                gekozen.append((kop, niveau))
        return [(kop, niveau) for kop, niveau in gekozen if kop.tekst]


def lees_inhoudsopgave(body: _Element) -> Inhoudsopgave | None:
    """Return the contents table; None when there is none, or one that does not end."""
    for gevonden in vind_velden(body):
        if gevonden.einde is None or not _is_inhoudsopgave(gevonden):
            continue
        alineas = list(body.iter(qn("w:p")))
        begin = next(gevonden.begin.iterancestors(qn("w:p")))
        einde = next(gevonden.einde.iterancestors(qn("w:p")))
        return Inhoudsopgave(
            gevonden.instructie, alineas[alineas.index(begin) : alineas.index(einde) + 1], gevonden.einde
        )
    return None


def vul_inhoudsopgave(body: _Element, koppen: list[Kop], stijlen: Stijlen) -> None:
    r"""Fill the contents table of the template: a link and a page number per heading.

    Its field says which built-in headings it collects (`\o "1-2"`), as it does to Word.  The
    numbers follow from `zet_paginas`.  Raises SjabloonFout when the template has no such field.
    """
    inhoud = lees_inhoudsopgave(body)
    if inhoud is None:
        if any(map(_is_inhoudsopgave, vind_velden(body))):
            raise SjabloonFout(
                "De inhoudsopgave van het sjabloon is niet afgesloten. Voeg hem in Word opnieuw in."
            )
        raise SjabloonFout(
            "Het sjabloon heeft geen inhoudsopgave. Voeg in Word een inhoudsopgave in (Verwijzingen)."
        )
    if _NIVEAUS.search(inhoud.instructie) is None:
        raise SjabloonFout(
            f"De inhoudsopgave van het sjabloon heeft geen niveaus: {inhoud.instructie.strip()}. "
            'Verwacht is een veld als TOC \\o "1-2" \\h \\z.'
        )
    vernieuw(inhoud, koppen, stijlen)


def vernieuw(inhoud: Inhoudsopgave, koppen: list[Kop], stijlen: Stijlen) -> None:
    """Write the lines of a contents table anew, inside its field, with dashes for the page numbers."""
    regels = [_regel(kop, niveau, stijlen) for kop, niveau in inhoud.kies(koppen, stijlen)]
    if not regels:
        return
    opening = ooxml.parse(
        "<w:p>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{veilig(inhoud.instructie)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r></w:p>'
    )
    for nummer, run in enumerate(ooxml.find_all(opening, "w:r")):
        regels[0].insert(1 + nummer, run)
    regels[-1].append(ooxml.parse('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    for regel in regels:
        inhoud.alineas[0].addprevious(regel)
    for alinea in inhoud.alineas[:-1]:
        next(alinea.iterancestors()).remove(alinea)
    _verwijder_einde(inhoud.alineas[-1], inhoud.einde)


def zet_paginas(body: _Element, paginas: dict[str, int]) -> None:
    """Write the known page numbers into the results of all PAGEREF fields, by bookmark."""
    for gevonden in vind_velden(body):
        if gevonden.verwijst_met("PAGEREF") and gevonden.resultaat:
            gevonden.resultaat[0].text = str(paginas.get(gevonden.woorden[1], ONBEKENDE_PAGINA))
            for rest in gevonden.resultaat[1:]:
                rest.text = ""


def paginavelden(body: _Element) -> list[tuple[_Element, str]]:
    """Return the result and the bookmark of every PAGEREF field; `zet_paginas` leaves its number in that."""
    return [
        (veld_.resultaat[0], veld_.woorden[1])
        for veld_ in vind_velden(body)
        if veld_.verwijst_met("PAGEREF") and veld_.resultaat
    ]


def targets_of_lines(body: _Element) -> list[str]:
    """Return the bookmark to which each line of a contents table or a list of figures refers, in order."""
    fields = vind_velden(body)
    in_tables = {text for field in fields if field.woorden[:1] == ["TOC"] for text in field.resultaat}
    return [
        field.woorden[1]
        for field in fields
        if field.verwijst_met("PAGEREF") and field.resultaat and field.resultaat[0] in in_tables
    ]


def _is_inhoudsopgave(gevonden: Veld) -> bool:
    return gevonden.woorden[:1] == ["TOC"] and not _ANDERE_LIJST.search(gevonden.instructie)


def _genoemde_stijlen(instructie: str) -> dict[str, int]:
    r"""Return the level by name of the styles after `\t`: 'Kop;1;Kop 2;2', with commas in an English Word."""
    match = _STIJLEN.search(instructie)
    delen = re.split("[;,]", match[1]) if match else []
    return {
        naam.strip().lower(): int(niveau)
        for naam, niveau in zip(delen[::2], delen[1::2], strict=False)
        if niveau.strip().isdecimal()
    }


def _verwijder_einde(alinea: _Element, einde: _Element) -> None:
    """Take away the last paragraph of the field; text that a person put behind the field stays."""
    run = einde if einde.tag == qn("w:fldSimple") else next(einde.iterancestors(qn("w:r")))
    plek = next((deel for deel in alinea if deel is run or run in deel.iter()), run)
    achter = list(plek.itersiblings())
    if any(ooxml.text(deel).strip() for deel in achter) or ooxml.find(alinea, "w:pPr/w:sectPr") is not None:
        blijft = (qn("w:pPr"), qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
        for deel in [deel for deel in alinea if deel.tag not in blijft and deel not in achter]:
            alinea.remove(deel)
    else:
        next(alinea.iterancestors()).remove(alinea)


def _regel(kop: Kop, niveau: int, stijlen: Stijlen) -> _Element:
    stijl = stijlen.vind(f"toc {niveau}") or stijlen.vind(styles.INHOUD_1) or ""
    pagina = veld(f"PAGEREF {kop.bladwijzer} \\h", ONBEKENDE_PAGINA)
    return ooxml.parse(
        f'<w:p><w:pPr><w:pStyle w:val="{veilig(stijl)}"/></w:pPr>'
        f'<w:hyperlink w:anchor="{kop.bladwijzer}" w:history="1">'
        f"<w:r>{tekst_xml(kop.volledig)}</w:r><w:r><w:tab/></w:r>{pagina}</w:hyperlink></w:p>"
    )
