"""Word comments of the program: what the data now says, at a place where staff changed the same."""

from __future__ import annotations

from collections import Counter

from lxml import etree
from lxml.etree import _Element

from pipeline.document.ooxml import number
from pipeline.merge.pakket import Pakket
from pipeline.merge.stand import Stand
from pipeline.merge.wml import AUTEUR, OPMERKINGTEKENS, PPR, P, R, W, maak, verwijder, w

_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_DEEL = "word/comments.xml"
_ALINEANUMMER = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"


class Opmerkingen:
    """The comments of an edited file."""

    def __init__(self, pakket: Pakket, moment: str, stand: Stand) -> None:
        self._pakket = pakket
        self._moment = moment
        deel = pakket.deel("comments")
        self._boom = pakket.boom(deel) if deel else None
        self._gesteld = Counter(w_.opmerking for w_ in stand.open if w_.opmerking)
        """How often the program asked each thing in earlier runs."""
        self._open = {w_.inhoud: w_.opmerking for w_ in stand.open if w_.opmerking}
        klaar = self._draden("done")
        self._teksten = {
            str(e.get(w("id"))): self._gesteld_als(tekst_van(e))
            for e in (self._boom if self._boom is not None else ())
            if not _alineanummers(e) & klaar
        }
        """What the comments that were in the file ask, and are not marked as done, by id."""
        self._waren = Counter(self._teksten.values())
        self._vrij = self._waren.copy()
        """Comments that were there and that no change of this run has taken for its own."""

    def plaats(self, alinea: _Element, tekst: str) -> None:
        """Put a comment at a paragraph, unless it has one with this text, or one stands elsewhere."""
        if self._vrij[tekst]:
            self._vrij[tekst] -= 1
            return
        if self._staat_bij(alinea, tekst):
            return
        boom = self._deel()
        nummers = [number(e.get(w("id"))) for e in boom]
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
        self._teksten[nummer] = tekst

    def onbeslist(self) -> set[str]:
        """Return what the program's comments ask that staff did not take away or mark as done."""
        return set(self._teksten.values())

    def is_afgehandeld(self, inhoud: tuple[str, str, str, str], alinea: _Element | None) -> bool:
        """Whether staff settled a change in Word: they took its comment away, or marked it as done.

        The same question may stand at more places: then it is the comment at this one that counts.
        """
        tekst = self._open.get(inhoud, "")
        if not tekst or (alinea is not None and self._staat_bij(alinea, tekst)):
            return False
        return self._waren[tekst] < self._gesteld[tekst]

    def _staat_bij(self, alinea: _Element, tekst: str) -> bool:
        tekens = alinea.iter(OPMERKINGTEKENS[0])
        return any(self._teksten.get(teken.get(w("id"), "")) == tekst for teken in tekens)

    def _gesteld_als(self, tekst: str) -> str:
        """Return what the program asked in a comment, also when staff wrote something behind it."""
        return next((vraag for vraag in self._gesteld if tekst.startswith(vraag)), tekst)

    def ruim_op(self, nodig: set[str]) -> None:
        """Take away the program's comments that say what is no longer so.

        One with an answer stays, and one in which staff wrote something.
        """
        beantwoord = self._draden("paraIdParent")
        weg = {
            nummer
            for nummer, opmerking in eigen_opmerkingen(self._pakket).items()
            if tekst_van(opmerking) in self._gesteld.keys() - nodig
            and not _alineanummers(opmerking) & beantwoord
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
