"""Proves a merge on its result alone: nothing of staff is lost, nothing of the data is dropped."""

from __future__ import annotations

import copy
from collections import Counter

from lxml import etree
from lxml.etree import _Element

from pipeline.document.contents import paginavelden
from pipeline.merge.blokken import inhoudsopgave
from pipeline.merge.column_proof import misplaced
from pipeline.merge.eigenschappen import zet_terug
from pipeline.merge.inhoud import haal_eigen_boekmerken_weg
from pipeline.merge.merge import tekstdelen
from pipeline.merge.notes import drop_unused
from pipeline.merge.opmerkingen import eigen_opmerkingen, haal_weg
from pipeline.merge.pakket import SOORTEN, OnbruikbaarWord, Pakket
from pipeline.merge.uitkomst import verwerp
from pipeline.merge.untold import bare, pieces, texts, untold
from pipeline.merge.vormbewijs import vormbewijs
from pipeline.merge.wml import (
    BOEKBEGIN,
    BOEKEINDE,
    DEL,
    INS,
    LINK,
    MOVE_FROM,
    MOVE_TO,
    OPMERKINGTEKENS,
    PPR,
    RPR,
    RUN,
    TC,
    XML_SPACE,
    R,
    T,
    van_ons,
    w,
)
from pipeline.wijziging import Wijziging

_REVISIES = (INS, DEL, MOVE_FROM, MOVE_TO)
_WISSELS = tuple(w(f"{naam}Change") for naam in ("rPr", "pPr", "sectPr", "tblPr", "trPr", "tcPr"))
_GRENZEN = tuple(w(f"move{kant}Range{einde}") for kant in ("From", "To") for einde in ("Start", "End"))
_MEEGEGROEID = ("numbering", "styles", "comments")
"""Parts that may get more in them: lists, styles and comments of the program."""


def bewijs(
    basis: bytes, nieuw: bytes, bewerkt: bytes, samengevoegd: bytes, wijzigingen: list[Wijziging]
) -> list[str]:
    """Return what is wrong with a merge; nothing when it holds.

    Compares the files themselves: the merged one with the program's changes rejected against the
    edited one, and every text that differs between the two versions against the merged one and the list.
    """
    try:
        samen, zonder = Pakket(samengevoegd), Pakket(samengevoegd)
        oud, wordt, is_nu = Pakket(basis), Pakket(nieuw), Pakket(bewerkt)
        zet_terug(zonder, wijzigingen)
        return [
            *_van_staf(Pakket(bewerkt), zonder),
            *_van_gegevens(oud, wordt, is_nu, samen, wijzigingen),
            *misplaced(oud, wordt, is_nu, samen),
            *vormbewijs(oud, wordt, samen, wijzigingen),
            *_geldig(is_nu, samen),
        ]
    except OnbruikbaarWord as fout:
        return [f"het samengevoegde bestand is niet te lezen: {fout}"]


def bewijs_zonder_markeren(gemarkeerd: bytes, samengevoegd: bytes) -> list[str]:
    """Return what is wrong with a merge of which the changes were accepted at once.

    It must read as the one with tracked changes, and keep the tracked changes of staff.
    """
    voor, na = Pakket(gemarkeerd), Pakket(samengevoegd)
    fouten = []
    if texts(voor) != texts(na):
        fouten.append("zonder markeringen staat er iets anders dan met markeringen")
    if _van_anderen(voor) != _van_anderen(na):
        fouten.append("zonder markeringen is een wijziging van een ander verdwenen")
    return fouten


def _van_anderen(pakket: Pakket) -> Counter[tuple[str, str]]:
    """Return the tracked changes of others, and the bounds of what they moved."""
    return Counter(
        (str(element.tag), element.get(w("id"), ""))
        for naam in tekstdelen(pakket)
        for element in pakket.boom(naam).iter(*_REVISIES, *_WISSELS, *_GRENZEN)
        if not van_ons(element)
    )


def _van_staf(bewerkt: Pakket, samen: Pakket) -> list[str]:
    """Whether rejecting the program's changes gives the edited file back."""
    fouten = []
    for pakket in (bewerkt, samen):
        _ontdoe(pakket)
    for naam in bewerkt.delen:
        if naam.casefold() == "docprops/custom.xml":
            continue
        if naam not in samen.delen:
            fouten.append(f"het deel {naam} ontbreekt")
        elif naam.endswith(".rels") or naam == SOORTEN:
            voor, na = (
                Counter(tuple(sorted(map(str, e.attrib.items()))) for e in p.boom(naam))
                for p in (bewerkt, samen)
            )
            if voor - na:
                fouten.append(f"in {naam} ontbreekt een verwijzing")
        elif not _zelfde_deel(naam, bewerkt, samen):
            fouten.append(f"het deel {naam} is zonder de wijzigingen van het programma niet meer gelijk")
    return fouten


def _zelfde_deel(naam: str, bewerkt: Pakket, samen: Pakket) -> bool:
    if naam in tekstdelen(bewerkt):
        return _vorm(bewerkt.boom(naam)) == _vorm(samen.boom(naam))
    if naam in [bewerkt.deel(soort) for soort in _MEEGEGROEID]:
        voor, na = (Counter(map(_c14n, p.boom(naam))) for p in (bewerkt, samen))
        return not voor - na
    return bewerkt.delen[naam] == samen.delen[naam] or _c14n(bewerkt.boom(naam)) == _c14n(samen.boom(naam))


def _ontdoe(pakket: Pakket) -> None:
    """Take out of a file all that is the program's: its changes, comments, keys and page numbers."""
    haal_weg(pakket, set(eigen_opmerkingen(pakket)))
    haal_eigen_boekmerken_weg(pakket)
    for naam in tekstdelen(pakket):
        verwerp(pakket.boom(naam))
    drop_unused(pakket)
    for resultaat, _ in paginavelden(pakket.body):
        resultaat.text = ""
    for regel in inhoudsopgave(pakket.body):
        ouder = regel.getparent()
        if ouder is not None:
            ouder.remove(regel)


def _vorm(boom: _Element) -> bytes:
    """Return the content of a part in one form: how it is divided in runs makes no difference."""
    boom = copy.deepcopy(boom)
    namen = {e.get(w("id"), ""): e.get(w("name"), "") for e in boom.iter(BOEKBEGIN)}
    for element in boom.iter(BOEKBEGIN, BOEKEINDE):
        element.set(w("id"), namen.get(element.get(w("id"), ""), ""))
    for element in boom.iter(*_REVISIES):
        element.attrib.pop(w("id"), "")
    for tag in (RUN, *_REVISIES, LINK, PPR, RPR):
        for element in [e for e in boom.iter(tag) if not [k for k in e if k.tag != RPR or e.tag == PPR]]:
            ouder = element.getparent()
            if ouder is not None and (element.tag != RPR or not len(element)):
                ouder.remove(element)
    for tag in (RPR, PPR, w("trPr")):  # the holders within first
        for leeg in [e for e in boom.iter(tag) if not len(e)]:
            ouder = leeg.getparent()
            if ouder is not None:
                ouder.remove(leeg)
    for tag in (*_REVISIES, RUN, T, w("delText")):
        _plak(boom, tag)
    for tag in (RUN, T, w("delText")):
        _plak(boom, tag)
    return _c14n(boom)


def _plak(boom: _Element, tag: str) -> None:
    """Join elements that stand side by side and are alike."""
    for element in list(boom.iter(tag)):
        vorige = element.getprevious()
        if tag in (T, w("delText")):
            element.attrib.pop(XML_SPACE, "")
        if (
            vorige is None
            or vorige.tag != tag
            or sorted(vorige.attrib.items()) != sorted(element.attrib.items())
        ):
            continue
        if tag in (T, w("delText")):
            element.text = (vorige.text or "") + (element.text or "")
        elif tag == RUN:
            eigen, ander = element.find(RPR), vorige.find(RPR)
            if (None if eigen is None else _c14n(eigen)) != (None if ander is None else _c14n(ander)):
                continue
            if eigen is not None:
                element.remove(eigen)
            element[:0] = list(vorige)
        else:
            element[:0] = list(vorige)
        ouder = vorige.getparent()
        assert ouder is not None  # noqa: S101 - it has a sibling
        ouder.remove(vorige)


def _c14n(boom: _Element) -> bytes:
    kopie = copy.deepcopy(boom)
    kopie.tail = None
    etree.cleanup_namespaces(kopie)
    return etree.tostring(kopie, method="c14n", exclusive=True)


def _van_gegevens(
    basis: Pakket, nieuw: Pakket, bewerkt: Pakket, samen: Pakket, wijzigingen: list[Wijziging]
) -> list[str]:
    """Whether every text that came or went is in the merged file so, or on the list."""
    na = texts(samen)
    komt, gaat = untold(texts(basis), texts(nieuw), texts(bewerkt), na, wijzigingen)
    in_tekst = [w_ for w_ in wijzigingen if w_.uitkomst == "verwerkt" and w_.wat != "eigenschap"]
    uitkomsten = {bare(deel) for w_ in in_tekst for deel in pieces(w_.resultaat)}
    fouten = [f"nieuwe tekst is niet verwerkt en niet vermeld: {tekst:.80}" for tekst in komt]
    fouten += [f"vervallen tekst is er nog en niet vermeld: {tekst:.80}" for tekst in gaat]
    fouten += [
        f"verwerkte tekst staat niet in het bestand: {tekst:.80}"
        for tekst in uitkomsten
        if tekst and not na[tekst]
    ]
    return fouten


def _geldig(bewerkt: Pakket, samen: Pakket) -> list[str]:
    """Return the defects of the merged file that the edited one did not have."""
    voor = set(_gebreken(bewerkt))
    return [gebrek for gebrek in _gebreken(samen) if gebrek not in voor]


def _gebreken(pakket: Pakket) -> list[str]:
    uit = []
    for naam in pakket.delen:
        if naam.endswith(".rels"):
            continue
        for nummer, (_, doel) in pakket.verwijzingen(naam).items():
            if ":" not in doel and doel not in pakket.delen and not doel.startswith("#"):
                uit.append(f"een verwijzing in {naam} leidt naar niets: {nummer}")
        if not pakket.soort(naam) and naam != SOORTEN:
            uit.append(f"het deel {naam} heeft geen soort")
    for naam in tekstdelen(pakket):
        boom = pakket.boom(naam)
        bekend = pakket.verwijzingen(naam)
        for element in boom.iter():
            for kenmerk in ("embed", "link", "id", "pict"):
                verwijzing = element.get(f"{{{R}}}{kenmerk}")
                if verwijzing and verwijzing not in bekend:
                    uit.append(f"een verwijzing in {naam} is onbekend: {verwijzing}")
        for tag, kenmerk in ((BOEKBEGIN, "id"), (BOEKBEGIN, "name"), (BOEKEINDE, "id")):
            uit += _dubbel(naam, [e.get(w(kenmerk), "") for e in boom.iter(tag)])
        begonnen = Counter(e.get(w("id")) for e in boom.iter(BOEKBEGIN))
        if begonnen != Counter(e.get(w("id")) for e in boom.iter(BOEKEINDE)):
            uit.append(f"in {naam} heeft een bladwijzer geen begin of geen einde")
        uit += [
            f"in {naam} staat een lege cel"
            for cel in boom.iter(TC)
            if not len(cel) or cel[-1].tag == w("tcPr")
        ]
        uit += [f"in {naam} staat een run in een run" for run in boom.iter(RUN) if run.find(RUN) is not None]
    deel = pakket.deel("comments")
    bekend_nummers = {e.get(w("id")) for e in (pakket.boom(deel) if deel else ())}
    verwezen = {e.get(w("id")) for e in pakket.document.iter(*OPMERKINGTEKENS)}
    uit += [f"opmerking {nummer} bestaat niet" for nummer in verwezen - bekend_nummers]
    stijldeel = pakket.deel("styles")
    stijlen = {e.get(w("styleId")) for e in (pakket.boom(stijldeel) if stijldeel else ())}
    gebruikt = {e.get(w("val")) for e in pakket.document.iter(w("pStyle"), w("rStyle"), w("tblStyle"))}
    return uit + [f"de stijl {stijl} bestaat niet" for stijl in gebruikt - stijlen]


def _dubbel(naam: str, waarden: list[str]) -> list[str]:
    return [f"in {naam} staat tweemaal {waarde}" for waarde, aantal in Counter(waarden).items() if aantal > 1]
