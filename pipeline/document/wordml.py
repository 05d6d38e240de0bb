"""Writes prose as WordprocessingML: paragraphs, runs, links and fields, all in styles.

The text of people goes in character for character: what XML or the template engine would read as
its own (`<`, `&`, `{{`) is written as a character reference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from markupsafe import Markup

from pipeline.document import styles
from pipeline.document.styles import Stijlen
from pipeline.markup import Run
from pipeline.model import LIJSTVORMEN, Blok

_TEKENS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "{": "&#123;", "}": "&#125;"})
PAGINA = "#pagina:"
"""A reference that begins so prints the page number of its target."""
ONBEKENDE_PAGINA = "–"
"""Stands for a page number until it is known."""


def veilig(tekst: str) -> Markup:
    """Escape text for XML and for docxtpl, which gives a meaning to braces also after rendering."""
    return Markup(tekst.translate(_TEKENS))


def bladwijzer(doel: str) -> str:
    """Return the name of the bookmark for a reference: '#paragraaf-1.2' is 'paragraaf_1_2'."""
    return re.sub(r"[^0-9A-Za-z_]", "_", doel.removeprefix(PAGINA).removeprefix("#"))


def tekst_xml(tekst: str) -> str:
    """Write the text of a run; line breaks and tabs become their elements."""
    delen = []
    for stuk in re.split(r"([\n\t])", tekst):
        if stuk == "\n":
            delen.append("<w:br/>")
        elif stuk == "\t":
            delen.append("<w:tab/>")
        elif stuk:
            delen.append(f'<w:t xml:space="preserve">{veilig(stuk)}</w:t>')
    return "".join(delen)


def veld(instructie: str, uitkomst: str, opmaak: str = "") -> str:
    """Write a complex field with its result."""
    return (
        f'<w:r>{opmaak}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{opmaak}<w:instrText xml:space="preserve"> {veilig(instructie)} </w:instrText></w:r>'
        f'<w:r>{opmaak}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{opmaak}<w:t>{veilig(uitkomst)}</w:t></w:r>"
        f'<w:r>{opmaak}<w:fldChar w:fldCharType="end"/></w:r>'
    )


class Schrijver:
    """Writes text in the styles of one template.

    `koppel` makes a relationship to a web address and returns its id.
    """

    def __init__(self, stijlen: Stijlen, koppel: Callable[[str], str]) -> None:
        self.stijlen = stijlen
        self._koppel = koppel

    def runs(self, runs: Iterable[Run]) -> Markup:
        """Write runs, with their links; one link whose words have several forms prints its number once."""
        listed = list(runs)
        parts = (
            self._run(run, goes_on=after is not None and run.doel == after.doel)
            for run, after in zip_longest(listed, listed[1:])
        )
        return Markup("".join(parts))

    def alinea(self, stijl: str, runs: Iterable[Run], *, bij_volgende: bool = False) -> Markup:
        """Write one paragraph in a style (by name), if asked on the same page as what follows."""
        eigenschappen = f'<w:pStyle w:val="{self.stijlen.id(stijl)}"/>' + "<w:keepNext/>" * bij_volgende
        return Markup(f"<w:p><w:pPr>{eigenschappen}</w:pPr>{self.runs(runs)}</w:p>")

    def blokken(
        self, blokken: Sequence[Blok], tussenkop: str = styles.KOP_3, *, bij_volgende: bool = False
    ) -> Markup:
        """Write prose, each block in the style of its form; `tussenkop` is the style of a sub-head.

        An alinea stays on the page of the list that it announces.  With `bij_volgende` the last
        block stays on the page of what follows the prose, such as a table.
        """
        stijl_bij_vorm = {
            "alinea": styles.PLATTE_TEKST,
            "opsomming": styles.OPSOMMING,
            "genummerd": styles.GENUMMERD,
            "letters": styles.LETTERS,
            "tussenkop": tussenkop,
        }
        uit = []
        for blok, volgende in zip_longest(blokken, blokken[1:]):
            kondigt_aan = volgende is not None and blok.vorm == "alinea" and volgende.vorm in LIJSTVORMEN
            vast = bij_volgende if volgende is None else kondigt_aan
            uit.append(self.alinea(stijl_bij_vorm[blok.vorm], blok.runs, bij_volgende=vast))
        return Markup("").join(uit)

    def cel(self, blokken: Iterable[Blok]) -> Markup:
        """Write the content of a table cell, which must hold at least one paragraph."""
        inhoud = "".join(
            self.alinea(styles.TABELOPSOMMING if blok.vorm == "opsomming" else styles.TABELTEKST, blok.runs)
            for blok in blokken
        )
        return Markup(inhoud or self.alinea(styles.TABELTEKST, ()))

    def _run(self, run: Run, *, goes_on: bool) -> str:
        if not run.doel:
            return f"<w:r>{self._opmaak(run)}{tekst_xml(run.tekst)}</w:r>"
        opmaak = self._opmaak(run)
        tekst = run.tekst or standaard_linktekst(run.doel)
        inhoud = f"<w:r>{opmaak}{tekst_xml(tekst)}</w:r>" if tekst else ""
        if run.doel.startswith(PAGINA) and not goes_on:
            spatie = f'<w:r>{opmaak}<w:t xml:space="preserve"> </w:t></w:r>' if tekst else ""
            nummer = veld(f"PAGEREF {bladwijzer(run.doel)} \\h", ONBEKENDE_PAGINA, opmaak)
            inhoud += spatie + nummer
        if run.doel.startswith("#"):
            return f'<w:hyperlink w:anchor="{bladwijzer(run.doel)}" w:history="1">{inhoud}</w:hyperlink>'
        return f'<w:hyperlink r:id="{self._koppel(run.doel)}" w:history="1">{inhoud}</w:hyperlink>'

    def _opmaak(self, run: Run) -> str:
        """Write the form of a run, in the order that the schema asks for."""
        vert_align = f'<w:vertAlign w:val="{run.vert_align}"/>' if run.vert_align else ""
        if run.doel:
            vet, cursief = "<w:b/>" * run.vet, "<w:i/>" * run.cursief
            stijl = f'<w:rStyle w:val="{self.stijlen.id(styles.LINK)}"/>'
            return f"<w:rPr>{stijl}{vet}{cursief}{vert_align}</w:rPr>"
        stijl = ""
        if run.vet or run.cursief:
            enkel = styles.VET if run.vet else styles.CURSIEF
            naam = styles.VET_CURSIEF if run.vet and run.cursief else enkel
            stijl = f'<w:rStyle w:val="{self.stijlen.id(naam)}"/>'
        return f"<w:rPr>{stijl}{vert_align}</w:rPr>" if stijl or vert_align else ""


def standaard_linktekst(doel: str) -> str:
    """Return the words for a reference without a text: '#kernaanpak-2' is 'kernaanpak 2'."""
    if doel.startswith(PAGINA):
        return ""
    return doel.removeprefix("#").replace("-", " ") if doel.startswith("#") else doel
