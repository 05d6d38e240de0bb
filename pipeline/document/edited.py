"""Makes a copy of an edited Word file ready for the PDF: accepted, and its contents table anew."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml
from pipeline.document.accepted import aanvaard
from pipeline.document.contents import lees_inhoudsopgave, vernieuw
from pipeline.document.finish import WordPlan
from pipeline.document.headings import GEEN_KOP, Kop, in_box, lees_koppen, markeer, nummer_bladwijzers
from pipeline.document.prepare import prepare
from pipeline.document.styles import Stijlen

BLADWIJZER = "_Kop"
"""How the bookmarks begin that the copy gets; those that Word or the pipeline made stay as they are."""

_VAN_EEN_KOP = (qn("w:outlineLvl"), qn("w:numPr"))


@dataclass(frozen=True)
class BewerktPlan:
    """A copy of an edited file, ready but for its page numbers, and what its contents table said before."""

    word: WordPlan
    oude_regels: list[tuple[str, str]]
    """The words and the page number of every line, as saved."""

    def verschoven(self) -> list[tuple[str, str, str]]:
        """Return the headings whose page number was another than it is now, with both numbers."""
        inhoud = lees_inhoudsopgave(self.word.document.element.body)
        oud = {_kern(woorden): pagina for woorden, pagina in self.oude_regels}
        nu = [] if inhoud is None else inhoud.regels
        return [
            (woorden, oud[_kern(woorden)], pagina)
            for woorden, pagina in nu
            if oud.get(_kern(woorden), pagina) not in ("", pagina)
        ]


def maak_klaar(document: Document) -> BewerktPlan:
    """Accept all changes in this copy and write its contents table anew from its headings."""
    aanvaard(document)
    prepare(document)
    body: _Element = document.element.body
    stijlen = Stijlen(document.styles.element)
    koppen = []
    for kop in lees_koppen(body, nummering(document), stijlen, BLADWIJZER):
        if in_box(kop.alinea):
            _write_label(kop)
            _maak_los(kop.alinea, document.styles.element, stijlen)
        elif _is_te_lezen(kop.alinea):
            koppen.append(kop)
        else:
            _maak_gewoon(kop.alinea, document.styles.element, stijlen)
    _zet_taal(document)
    inhoud = lees_inhoudsopgave(body)
    oude_regels = [] if inhoud is None else inhoud.regels
    for kop in koppen:
        markeer(kop.alinea, kop.bladwijzer)
    if inhoud is not None:
        _haal_uit_omhulsel(inhoud.alineas[0])
        vernieuw(inhoud, koppen, stijlen)
    bladwijzers = nummer_bladwijzers(body)
    return BewerktPlan(WordPlan(document, koppen, frozenset(bladwijzers), ()), oude_regels)


def _haal_uit_omhulsel(alinea: _Element) -> None:
    """Take away the content controls around a contents table: in most, LibreOffice sees no table."""
    for omhulsel in list(alinea.iterancestors(qn("w:sdt"))):
        inhoud = ooxml.require(omhulsel, "w:sdtContent")
        ouder = next(omhulsel.iterancestors())
        plek = ouder.index(omhulsel)
        ouder[plek : plek + 1] = list(inhoud)


def nummering(document: Document) -> _Element:
    """Return the numbering of a document; an empty one for a document that has none."""
    for relatie in document.part.rels.values():
        if relatie.reltype.endswith("/numbering") and not relatie.is_external:
            element: _Element = relatie.target_part.element
            return element
    return ooxml.make("w:numbering")


def _is_te_lezen(alinea: _Element) -> bool:
    """Whether a heading has words that are not hidden."""
    zichtbaar = (run for run in alinea.iter(qn("w:r")) if ooxml.find(run, "w:rPr/w:vanish") is None)
    return any(ooxml.text_of_run(run).strip() for run in zichtbaar)


def _maak_gewoon(alinea: _Element, wortel: _Element, stijlen: Stijlen) -> None:
    """Make a heading text that looks the same: an empty one would be a bookmark without words.

    LibreOffice takes the level of a heading from its style only, so it gets a style of its own.
    """
    stijl_id = ooxml.style_id(alinea) or stijlen.standaard
    gewoon = f"{stijl_id}Gewoon"
    if not any(ooxml.get(stijl, "w:styleId") == gewoon for stijl in ooxml.find_all(wortel, "w:style")):
        stijl = ooxml.make("w:style", type="paragraph", customStyle="1", styleId=gewoon)
        stijl.append(ooxml.make("w:name", val=gewoon))
        stijl.append(ooxml.make("w:basedOn", val=stijl_id))
        stijl.append(ooxml.make("w:pPr"))
        stijl[-1].append(ooxml.make("w:outlineLvl", val=str(GEEN_KOP)))
        wortel.append(stijl)
    _geef_stijl(alinea, gewoon)


def _maak_los(alinea: _Element, wortel: _Element, stijlen: Stijlen) -> None:
    """Make a heading in a box text that looks the same: based on that of a heading it would stay one."""
    stijl_id = ooxml.style_id(alinea) or stijlen.standaard
    los = f"{stijl_id}Los"
    if not any(ooxml.get(stijl, "w:styleId") == los for stijl in ooxml.find_all(wortel, "w:style")):
        stijl = ooxml.make("w:style", type="paragraph", customStyle="1", styleId=los)
        stijl.append(ooxml.make("w:name", val=los))
        for naam in ("w:pPr", "w:rPr"):
            vorm: dict[str, _Element] = {}
            for schakel in reversed(stijlen.keten(stijl_id)):
                vorm |= ooxml.by_tag(ooxml.find(schakel, naam))
            stijl.append(ooxml.make(naam))
            stijl[-1].extend(deel for tag, deel in vorm.items() if tag not in _VAN_EEN_KOP)
        wortel.append(stijl)
    _geef_stijl(alinea, los)


def _write_label(kop: Kop) -> None:
    """Write the number of a heading as text: without its style it has none."""
    nummering_ = ooxml.find(kop.alinea, "w:pPr/w:numPr")
    if nummering_ is not None:
        next(nummering_.iterancestors()).remove(nummering_)
    if kop.label:
        run = ooxml.make("w:r")
        run.append(ooxml.make("w:t"))
        run[0].text = f"{kop.label}\u00a0"
        kop.alinea.insert(0 if ooxml.find(kop.alinea, "w:pPr") is None else 1, run)


def _geef_stijl(alinea: _Element, stijl_id: str) -> None:
    eigenschappen = ooxml.find(alinea, "w:pPr")
    if eigenschappen is None:
        eigenschappen = ooxml.make("w:pPr")
        alinea.insert(0, eigenschappen)
    for oud in (*ooxml.find_all(eigenschappen, "w:outlineLvl"), *ooxml.find_all(eigenschappen, "w:pStyle")):
        eigenschappen.remove(oud)
    eigenschappen.insert(0, ooxml.make("w:pStyle", val=stijl_id))


def _zet_taal(document: Document) -> None:
    """Note the language of the text in the properties, where LibreOffice leaves it out when it saves."""
    taal = ooxml.find(document.styles.element, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    if not document.core_properties.language and taal is not None:
        document.core_properties.language = ooxml.get(taal)


def _kern(woorden: str) -> str:
    return "".join(filter(str.isalnum, woorden)).lower()
