"""The text of a paragraph as staff see it, in pieces that know the runs they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element

from pipeline.document.styles import Stijlen
from pipeline.merge.pakket import Pakket
from pipeline.merge.wml import LINK, NOTES, OMHULSELS, RPR, RUN, VAL, R, T, kind, w, waarde

DING = "\ufffc"
"""Begins the text of what is no text: a picture, a field, a note."""
PIJL = " -> "
"""Stands in a form before the target of a link."""
_TEKENS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
_TEKENS[w("softHyphen")] = "\u00ad"
_NIETS = {
    RPR,
    w("lastRenderedPageBreak"),
    w("commentReference"),
    w("annotationRef"),
    w("delText"),
    w("delInstrText"),
}
_SCHAKELAARS = ("b", "i", "u", "strike", "dstrike", "caps", "smallCaps", "vanish", "vertAlign", "highlight")
_UIT = ("false", "0", "off", "none", "baseline")
_WOORD = re.compile(rf"{DING}[^{DING}]*{DING}|\d+(?:[.,]\d+)*%?|\w+|\s+|.", re.DOTALL)
_VELDNAAM = re.compile(r"\s*(\w+)\s*([^\\\s]*)")


@dataclass(slots=True)
class Stuk:
    """A text element of a run, or a thing (picture, field) with all runs that make it."""

    tekst: str
    vorm: str
    """What staff see of its form: bold, italic, character style, link."""
    runs: list[_Element]
    deel: _Element | None
    """The element with the text; None for a field, which has several."""


@dataclass(slots=True)
class Alineatekst:
    """What a paragraph shows: without what is marked as deleted, with what is marked as inserted."""

    stukken: list[Stuk] = field(default_factory=list)
    heel: bool = True
    """False when a field begins or ends outside the paragraph: it is then left alone."""

    @property
    def tekst(self) -> str:
        return "".join(stuk.tekst for stuk in self.stukken)


class Lezer:
    """Reads paragraphs of one part of a Word file."""

    def __init__(self, pakket: Pakket, deel: str, stijlen: Stijlen) -> None:
        self.pakket = pakket
        self.deel = deel
        self.stijlen = stijlen
        self._verwijzingen = pakket.verwijzingen(deel)
        self._vormen: dict[bytes, str] = {}
        self._words: dict[str, dict[str, str]] = {}

    def lees(self, alinea: _Element) -> Alineatekst:
        """Return the text of a paragraph."""
        uit = Alineatekst()
        open_velden: list[_Element] = []
        diepte = 0
        instructie: list[str] = []
        for run, link in self._runs(alinea, ""):
            if run.tag != RUN:
                uit.stukken.append(Stuk(_ding(run.tag, self._inhoud(run)), link, [run], None))
                continue
            for deel in run:
                soort = deel.get(w("fldCharType")) if deel.tag == w("fldChar") else ""
                diepte += soort == "begin"
                if diepte > 0 or soort:
                    if run not in open_velden[-1:]:
                        open_velden.append(run)
                    if deel.tag == w("instrText"):
                        instructie.append(deel.text or "")
                    if soort == "end":
                        diepte -= 1
                        uit.heel &= diepte >= 0
                        if diepte <= 0:
                            naam = _veldnaam("".join(instructie))
                            uit.stukken.append(
                                Stuk(_ding("veld", naam), self._vorm(run, link), open_velden, None)
                            )
                            open_velden, instructie, diepte = [], [], 0
                elif deel.tag not in _NIETS:
                    tekst = self._tekst(deel)
                    if tekst:
                        uit.stukken.append(Stuk(tekst, self._vorm(run, link), [run], deel))
        uit.heel &= diepte == 0
        return uit

    def linkdoel(self, link: _Element) -> str:
        """Return where a hyperlink leads: '#bladwijzer' or an address."""
        verwijzing = link.get(f"{{{R}}}id")
        anker = link.get(w("anchor"), "")
        adres = self._verwijzingen.get(verwijzing or "", ("", ""))[1]
        return adres + (f"#{anker}" if anker else "")

    def _tekst(self, deel: _Element) -> str:
        if deel.tag == T:
            return (deel.text or "").replace(DING, "\ufffd")
        if deel.tag in _TEKENS and not deel.get(w("type")):
            return _TEKENS[str(deel.tag)]
        return _ding(deel.tag, self._inhoud(deel))

    def _inhoud(self, deel: _Element) -> str:
        """Return what tells one thing from another: the picture itself with its description, or its text."""
        beelden = [
            self.pakket.afdruk(self._verwijzingen.get(element.get(naam, ""), ("", ""))[1])
            for element in deel.iter()
            for naam in (f"{{{R}}}embed", f"{{{R}}}link", f"{{{R}}}id")
            if element.get(naam)
        ]
        tekst = "".join(t.text or "" for t in deel.iter(T, "{*}t"))
        if deel.tag in NOTES:  # its number says nothing: another note before it changes that
            return self._notes(NOTES[str(deel.tag)]).get(deel.get(w("id"), ""), "")
        uitleg = [ding.get("descr", "") for ding in deel.iter("{*}docPr")]
        return " ".join([*beelden, *uitleg, tekst, deel.get(w("id"), "")]).replace(DING, "").strip()

    def _notes(self, kind_: str) -> dict[str, str]:
        """Return the words of the footnotes or endnotes by their id."""
        if kind_ not in self._words:
            part = self.pakket.deel(kind_)
            notes = self.pakket.boom(part) if part else ()
            self._words[kind_] = {
                note.get(w("id"), ""): "".join(t.text or "" for t in note.iter(T)).replace(DING, "").strip()
                for note in notes
            }
        return self._words[kind_]

    def _vorm(self, run: _Element, link: str) -> str:
        eigenschappen = kind(run, "rPr")
        if eigenschappen is None:
            return link
        sleutel = etree.tostring(eigenschappen)
        if sleutel not in self._vormen:
            self._vormen[sleutel] = self._lees_vorm(eigenschappen)
        return self._vormen[sleutel] + link

    def _lees_vorm(self, eigenschappen: _Element) -> str:
        delen = []
        for naam in _SCHAKELAARS:
            element = kind(eigenschappen, naam)
            if element is not None and element.get(VAL, "aan") not in _UIT:
                delen.append(naam)
        stijl = self.stijlen.naam(waarde(eigenschappen, "rStyle")).lower()
        # The looks of a link say nothing that the link itself does not say.
        if stijl not in ("", "hyperlink", "internet link"):
            delen.append(f"stijl {stijl}")
        return ",".join(delen)

    def _runs(self, element: _Element, link: str) -> Iterator[tuple[_Element, str]]:
        """Yield the runs that are seen, and formulas and the like, each with its link."""
        for deel in element:
            if deel.tag == LINK:
                yield from self._runs(deel, f"{PIJL}{self.linkdoel(deel)}")
            elif deel.tag in OMHULSELS:
                yield from self._runs(deel, link)
            elif deel.tag == RUN or str(deel.tag).endswith(("}fldSimple", "}oMath", "}oMathPara")):
                yield deel, link


def woorden(stukken: list[Stuk]) -> list[tuple[str, str]]:
    """Split text into words, figures, spaces and signs, each with its form.

    A word of which a part has another form is split there.
    """
    uit: list[tuple[str, str]] = []
    tekst, vorm = "", ""
    for stuk in [*stukken, Stuk("", "\0", [], None)]:
        if stuk.vorm != vorm:
            uit += [(woord, vorm) for woord in _WOORD.findall(tekst)]
            tekst, vorm = "", stuk.vorm
        tekst += stuk.tekst
    return uit


def _ding(tag: object, inhoud: str) -> str:
    naam = str(tag).rpartition("}")[2]
    return f"{DING}{naam} {inhoud}{DING}"


def _veldnaam(instructie: str) -> str:
    """Return what a field is, without its switches: LibreOffice writes those anew."""
    match = _VELDNAAM.match(instructie)
    return f"{match[1].upper()} {match[2]}".strip() if match else instructie
