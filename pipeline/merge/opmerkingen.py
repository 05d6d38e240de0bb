"""Word comments of the program: what the data now says, at a place where staff changed the same."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from pipeline.merge.pakket import Pakket
from pipeline.merge.wml import AUTEUR, OPMERKINGTEKENS, PPR, P, R, W, maak, verwijder, w

_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DEEL = "word/comments.xml"
_ALINEANUMMER = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


class Opmerkingen:
    """The comments of an edited file."""

    def __init__(self, pakket: Pakket, moment: str) -> None:
        self._pakket = pakket
        self._moment = moment
        deel = pakket.deel("comments")
        self._boom = pakket.boom(deel) if deel else None
        self.teksten = {
            nummer: tekst_van(opmerking) for nummer, opmerking in eigen_opmerkingen(pakket).items()
        }
        """The texts of the program's comments that were in the file, by id."""

    def plaats(self, alinea: _Element, tekst: str) -> None:
        """Put a comment at a paragraph, unless it has one with this text."""
        hier = [teken.get(w("id"), "") for teken in alinea.iter(OPMERKINGTEKENS[0])]
        if any(self.teksten.get(nummer) == tekst for nummer in hier):
            return
        boom = self._deel()
        nummers = [int(e.get(w("id"), "0")) for e in boom if e.get(w("id"), "0").lstrip("-").isdigit()]
        nummer = str(max([-1, *nummers]) + 1)
        alineas = []
        for regel in tekst.split("\n"):
            stuk = maak("t")
            stuk.text = regel
            stuk.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            alineas.append(maak("p", [maak("r", [stuk])]))
        opmerking = maak("comment", alineas, id=nummer, author=AUTEUR, date=self._moment, initials="W")
        boom.append(opmerking)
        begin, einde = maak("commentRangeStart", id=nummer), maak("commentRangeEnd", id=nummer)
        eigenschappen = alinea.find(PPR)
        if eigenschappen is None:
            alinea.insert(0, begin)
        else:
            eigenschappen.addnext(begin)
        alinea.append(einde)
        alinea.append(maak("r", [maak("commentReference", id=nummer)]))
        self.teksten[nummer] = tekst

    def onbeslist(self) -> set[str]:
        """Return the texts of the program's comments that staff did not mark as done."""
        klaar = self._draden("done")
        eigen = eigen_opmerkingen(self._pakket)
        return {tekst_van(e) for e in eigen.values() if not _alineanummers(e) & klaar}

    def ruim_op(self, nodig: set[str]) -> None:
        """Take away the program's comments that say what is no longer so, but for those with an answer."""
        beantwoord = self._draden("paraIdParent")
        weg = {
            nummer
            for nummer, opmerking in eigen_opmerkingen(self._pakket).items()
            if tekst_van(opmerking) not in nodig and not _alineanummers(opmerking) & beantwoord
        }
        haal_weg(self._pakket, weg)

    def _draden(self, kenmerk: str) -> set[str]:
        """Return the paragraphs of comments that are done, or that have an answer."""
        deel = self._pakket.deel("commentsExtended")
        uit = set()
        for draad in self._pakket.boom(deel) if deel else ():
            waarden = {etree.QName(naam).localname: str(waarde) for naam, waarde in draad.attrib.items()}
            if kenmerk == "done" and waarden.get("done") in ("1", "true"):
                uit.add(waarden.get("paraId", ""))
            elif kenmerk != "done" and kenmerk in waarden:
                uit.add(waarden[kenmerk])
        return uit

    def _deel(self) -> _Element:
        if self._boom is None:
            leeg = etree.tostring(etree.Element(w("comments"), nsmap={"w": W}))
            self._pakket.voeg_toe(_DEEL, leeg, _SOORT)
            self._pakket.verwijs(self._pakket.hoofd, f"{R}/comments", _DEEL)
            self._boom = self._pakket.boom(_DEEL)
        return self._boom


def eigen_opmerkingen(pakket: Pakket) -> dict[str, _Element]:
    """Return the comments of the program by id."""
    deel = pakket.deel("comments")
    boom = pakket.boom(deel) if deel else ()
    return {e.get(w("id"), ""): e for e in boom if e.get(w("author")) == AUTEUR}


def haal_weg(pakket: Pakket, nummers: set[str]) -> None:
    """Remove comments with their places in the text."""
    deel = pakket.deel("comments")
    for element in [e for e in (pakket.boom(deel) if deel else ()) if e.get(w("id")) in nummers]:
        verwijder(element)
    for teken in [t for t in pakket.document.iter(*OPMERKINGTEKENS) if t.get(w("id")) in nummers]:
        ouder = teken.getparent()
        assert ouder is not None  # noqa: S101 - it was found below the root
        ouder.remove(teken)
        if teken.tag == OPMERKINGTEKENS[2] and not [e for e in ouder if e.tag != w("rPr")]:
            verwijder(ouder)


def _alineanummers(opmerking: _Element) -> set[str]:
    return {alinea.get(_ALINEANUMMER, "") for alinea in opmerking.iter(P)} - {""}


def tekst_van(opmerking: _Element) -> str:
    """Return the text of a comment, a line per paragraph."""
    return "\n".join("".join(t.text or "" for t in alinea.iter(w("t"))) for alinea in opmerking.iter(P))
