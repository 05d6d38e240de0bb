"""Rules on texts as they were typed: signs that stay as they are, words of a draft, form that gets lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.bevinding import Bevinding
from pipeline.bullets import PASTED, TYPED
from pipeline.checks.invoer import Invoer, Regel
from pipeline.markup import met_links, platte_tekst
from pipeline.workbook.cel import Cel
from pipeline.workbook.kolommen import Kolom, kolommen

_TEKEN = re.compile(r"\s*([-•–·▪*])\s*(?=\w)")
"""A sign with which people begin an item of a list; before a digit a dash may be a minus."""
_GEEN_TEKEN = re.compile(r"\s*[-–]\d")
_TEKEN_IN_CEL = re.compile(r"([*·▪]\s*(?=\w)|[-•–](?=[^\W\d]))")
"""A sign at the begin of a line in a cell that is not read as an item: no dash, or no space after it."""
_ONAF = re.compile(
    r"\bX{3,}\b|\bx{3,}\b|\bPM\b|\bTODO\b|\?\?+|\[(?:\.\.\.|…|nog [^\]]*|invullen[^\]]*)\]"
    r"|(?i:\blorem ipsum\b|\bnog (?:in|aan) te vullen\b|\bnog invullen\b|\bvolgt nog\b)"
)
"""Words and signs with which people mark what they still have to write."""
_OPMAAK = re.compile(
    r"\*\*[^*\n]+\*\*|(?<!\w)__[^_\n]+__(?!\w)|</?(?:b|i|em|strong|u|br|sup|sub)\s?/?>"
    r"|<(?:https?://|a\s)[^<>\n]*>",
    re.IGNORECASE,
)
"""Bold, italic or a link as it is typed in other programs."""


def opsommingstekens(invoer: Invoer) -> Iterator[Bevinding]:
    """A list is made with the kind of the row, or in a cell with a dash and a space; other signs stay."""
    for rij in invoer.wijk.teksten:
        teken = _TEKEN.match(rij.tekst.tekst)
        pasted = rij.soort.tekst.strip() in ("alinea", "opsomming") and PASTED.match(rij.tekst.tekst)
        if teken and not pasted and not _GEEN_TEKEN.match(rij.tekst.tekst):
            doe = "Haal het teken weg en kies in de kolom Soort: opsomming."
            yield Bevinding("opsomming-getypt", rij.tekst.plaats, teken[1], doe)
    in_cellen = [rij.inleiding for rij in invoer.wijk.clusters]
    for activiteit in invoer.wijk.activiteiten:
        in_cellen += [activiteit.mogelijkheid, activiteit.basisactiviteit]
    for cel in in_cellen:
        tekens = [
            teken[1].strip()
            for regel in cel.tekst.split("\n")
            if (teken := _TEKEN_IN_CEL.match(regel)) and not TYPED.match(regel)
        ]
        if tekens:
            doe = "Begin elke regel van de opsomming met een streepje en een spatie."
            yield Bevinding("opsomming-getypt", cel.plaats, tekens[0], doe)


def onaffe_teksten(invoer: Invoer) -> Iterator[Bevinding]:
    """A text that is ready does not say that it still has to be written."""
    for cel, _ in _tekstcellen(invoer):
        onaf = _ONAF.search(cel.tekst)
        if onaf:
            yield Bevinding("tekst-onaf", cel.plaats, onaf[0])


def getypte_opmaak(invoer: Invoer) -> Iterator[Bevinding]:
    """Bold and italic are those of Excel: signs for them are printed as they are."""
    for cel, kolom in _tekstcellen(invoer):
        runs = met_links(cel.runs) if kolom.soort == "opmaak" else cel.runs
        opmaak = _OPMAAK.search(platte_tekst(runs))
        if opmaak:
            yield Bevinding("opmaak-getypt", cel.plaats, opmaak[0])


def vervallen_opmaak(invoer: Invoer) -> Iterator[Bevinding]:
    """A column of plain text has no bold or italic words and no links: in the plan they are plain."""
    plat = [cel for cel, kolom in _tekstcellen(invoer) if kolom.soort == "tekst"]
    plat += [cel for rij in invoer.wijk.wijkgegevens for cel in rij.vrij.values()]
    for cel in plat:
        runs = met_links(cel.runs)
        links = [run.doel for run in runs if run.doel]
        vormen = {(run.vet, run.cursief) for run in cel.runs if run.tekst.strip()}
        if links:
            yield Bevinding("link-niet-hier", cel.plaats, links[0])
        elif len(vormen) > 1:
            anders = [run.tekst for run in cel.runs if run.vet or run.cursief]
            yield Bevinding("opmaak-vervalt", cel.plaats, platte_tekst(cel.runs)[:80], anders[0].strip())


def _tekstcellen(invoer: Invoer) -> Iterator[tuple[Cel, Kolom]]:
    """Give every cell that holds words, with the description of its column."""
    for rij in invoer.wijk.rijen():
        for naam, kolom in kolommen(type(rij)).items():
            cel: Cel = getattr(rij, naam)
            if kolom.soort in ("tekst", "opmaak") and isinstance(cel.waarde, str):
                yield cel, kolom


REGELS: tuple[Regel, ...] = (opsommingstekens, onaffe_teksten, getypte_opmaak, vervallen_opmaak)
