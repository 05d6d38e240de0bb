"""One paragraph of a Word file: its visible text with bold, italic and links, its fields and pictures."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.getrouw.items import CURSIEF, VET, Link, Opmaak, stukken
from tests.getrouw.stijlen import Element, R, Stijlen, waarde

_BIJZONDER = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_INGEPAKT = {"ins", "moveTo", "smartTag", "fldSimple", "sdt", "sdtContent"}
"""Elements that hold runs as a paragraph does."""


@dataclass(slots=True)
class Alinea:
    """A paragraph, read."""

    stijl: str
    """The id of its style."""
    tekst: str = ""
    links: list[Link] = field(default_factory=list)
    """With a target as written: '#bookmark', or the id of a relationship."""
    bladwijzers: list[str] = field(default_factory=list)
    velden: list[str] = field(default_factory=list)
    """The instructions of its fields."""
    afbeeldingen: list[str] = field(default_factory=list)
    """The alternative texts of its pictures."""
    vet: list[bool] = field(default_factory=list)
    cursief: list[bool] = field(default_factory=list)

    @property
    def opmaak(self) -> tuple[Opmaak, ...]:
        """Return what is bold and italic."""
        vet = [Opmaak(VET, *stuk) for stuk in stukken(self.tekst, self.vet)]
        return (*vet, *(Opmaak(CURSIEF, *stuk) for stuk in stukken(self.tekst, self.cursief)))


def lees_alinea(xml: Element, stijlen: Stijlen) -> Alinea:
    """Read a paragraph."""
    alinea = Alinea(stijlen.van_alinea(xml))
    _lees(xml, alinea, stijlen)
    return alinea


def _lees(ouder: Element, alinea: Alinea, stijlen: Stijlen) -> None:
    for element in ouder:
        soort = kale_naam(element)
        if soort == "r":
            _lees_run(element, alinea, stijlen)
        elif soort == "hyperlink":
            begin = len(alinea.tekst)
            _lees(element, alinea, stijlen)
            anker = waarde(element, "anchor")
            doel = f"#{anker}" if anker else str(element.get(R + "id"))
            alinea.links.append(Link(begin, len(alinea.tekst), doel))
        elif soort == "bookmarkStart":
            alinea.bladwijzers.append(str(waarde(element, "name")))
        elif soort in _INGEPAKT:
            _lees(element, alinea, stijlen)


def _lees_run(run: Element, alinea: Alinea, stijlen: Stijlen) -> None:
    vet = stijlen.staat_aan("b", alinea.stijl, run)
    cursief = stijlen.staat_aan("i", alinea.stijl, run)
    for element in run:
        soort = kale_naam(element)
        tekst = (element.text or "") if soort == "t" else _BIJZONDER.get(soort, "")
        alinea.tekst += tekst
        alinea.vet += [vet] * len(tekst)
        alinea.cursief += [cursief] * len(tekst)
        if soort == "fldChar" and waarde(element, "fldCharType") == "begin":
            alinea.velden.append("")
        elif soort == "instrText" and alinea.velden:
            alinea.velden[-1] += element.text or ""
        elif soort in {"drawing", "AlternateContent", "pict"}:
            alinea.afbeeldingen += [
                str(eigenschappen.get("descr", "")) for eigenschappen in element.iter("{*}docPr")
            ]


def kale_naam(element: Element) -> str:
    """Return the local name of an element."""
    return str(element.tag).rpartition("}")[2]
