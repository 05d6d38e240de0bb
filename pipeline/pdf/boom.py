"""The structure tree of a PDF of LibreOffice: its elements in reading order, and their text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.pdf.bibliotheek import pikepdf
from pipeline.pdf.glyphs import codes_without_letter

Onderdeel = Any
"""An element of the tree: a dictionary of pikepdf, whose keys have no static types."""

KOPPEN = ("H", "H1", "H2", "H3", "H4", "H5", "H6")
"""The standard types of a heading."""

# LibreOffice writes each piece of text as one marked content, with the codes of a font in hexadecimals.
# A hard space stands in it as a piece of its own, with what it means beside what is shown.
_BETEKENIS = re.compile(
    rb"/Span<<(?:/Lang\([^)]*\))?/ActualText<(\w*)>>>\s*BDC\n(.*?)^EMC\n", re.DOTALL | re.MULTILINE
)
_STUK = re.compile(rb"^/[^\n]*?/MCID (\d+)[^\n]*BDC\n(.*?)^EMC$", re.DOTALL | re.MULTILINE)
_ARTEFACT = re.compile(rb"^/Artifact (?:BMC|<<[^\n]*>>BDC)\n(.*?)^EMC$", re.DOTALL | re.MULTILINE)
_TEKST = re.compile(rb"/(\w+) \S+ Tf|<([0-9A-Fa-f]*)>")
_GESPROKEN = re.compile(rb"/(\w+) \S+ Tf|<([0-9A-Fa-f]*)>|\x00(\w*)\x00|(\x01)")
"""The same, and where a piece with a meaning of its own begins, with that meaning, and where it ends."""
_PLAATS = re.compile(rb" (\S+) Td ")
_LETTERTYPE = re.compile(rb"/(\w+) \S+ Tf")
_TEKEN = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,})>")


class Boom:
    """The structure tree of one PDF."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self.document = document
        self.wortel: Onderdeel = document.Root.get("/StructTreeRoot", pikepdf.Dictionary())
        self.rollen: Any = self.wortel.get("/RoleMap", pikepdf.Dictionary())
        self.bladzijden: dict[tuple[int, int], int] = {
            bladzijde.obj.objgen: nummer for nummer, bladzijde in enumerate(document.pages)
        }
        """Place of every page, from 0, by its object."""
        self._stukken_van: dict[tuple[int, int], dict[int, bytes]] = {}
        self._letters: dict[tuple[int, int], dict[int, str]] = {}
        self._without_letter: dict[tuple[int, int], frozenset[int]] = {}

    def soort(self, onderdeel: Onderdeel) -> str:
        """Return the standard type of an element ('P', 'TH'); a type of its own is looked up."""
        naam = onderdeel.get("/S", pikepdf.Name.Onbekend)
        for _ in range(len(self.rollen) + 1):
            if naam not in self.rollen:
                break
            naam = self.rollen[naam]
        return str(naam).removeprefix("/")

    def alle(self, onderdeel: Onderdeel | None = None) -> Iterator[Onderdeel]:
        """Yield the elements below one (or all), each before those below it."""
        for kind in onderdelen(self.wortel if onderdeel is None else onderdeel):
            yield kind
            yield from self.alle(kind)

    def per_soort(self) -> dict[str, list[Onderdeel]]:
        """Return all elements by their standard type, in reading order."""
        uit: dict[str, list[Onderdeel]] = {}
        for onderdeel in self.alle():
            uit.setdefault(self.soort(onderdeel), []).append(onderdeel)
        return uit

    def tekst(self, onderdeel: Onderdeel) -> str:
        """Return the text of an element, with single spaces; between its pieces stands one too."""
        return " ".join(" ".join(self._stukken(onderdeel)).split())

    def stuk(self, onderdeel: Onderdeel, kind: Any) -> str:
        """Return the text of one piece of content of an element; empty for what is no text."""
        plek = inhoud(onderdeel, kind)
        return "" if plek is None else self.lees(plek[0], self._opdrachten(*plek))

    def lettertypen(self, bladzijde: Any, nummer: int) -> set[tuple[int, int]]:
        """Return the objects of the fonts in which a piece of marked content is written."""
        gebruikt = {letter for letter, _ in _TEKST.findall(self._opdrachten(bladzijde, nummer)) if letter}
        return {bladzijde.Resources.Font["/" + letter.decode()].objgen for letter in gebruikt}

    def artefacten(self, bladzijde: int) -> list[tuple[bytes, str]]:
        """Return what is no part of the text of a page: its commands, and its own text if it has any."""
        bron = self.document.pages[bladzijde].obj
        return [(deel, self.lees(bron, deel)) for deel in _ARTEFACT.findall(_zichtbaar(bron))]

    def lees(self, bladzijde: Any, opdrachten: bytes) -> str:
        """Return the text that commands of a page show."""
        uit: list[str] = []
        tekens: dict[int, str] = {}
        for letter, codes in _TEKST.findall(opdrachten):
            if letter:
                tekens = self._tekens(bladzijde.Resources.Font["/" + letter.decode()])
            else:
                uit += [tekens.get(code, "\ufffd") for code in bytes.fromhex(codes.decode())]
        return "".join(uit)

    def spoken(self, page: Any, number: int) -> tuple[str, str, list[str]]:
        """Return what is heard of a piece of content, what its letters stand for, and signs without one."""
        heard: list[str] = []
        drawn: list[str] = []
        missing: list[str] = []
        signs: dict[int, str] = {}
        empty: frozenset[int] = frozenset()
        meaning: str | None = None
        for font, codes, instead, end in _GESPROKEN.findall(self._opdrachten(page, number)):
            if font:
                letter = page.Resources.Font["/" + font.decode()]
                signs, empty = self._tekens(letter), self._empty(letter)
            elif codes:
                values = bytes.fromhex(codes.decode())
                words = "".join(signs.get(code, "\ufffd") for code in values)
                drawn.append(words)
                if not empty.isdisjoint(values):
                    missing += (
                        [meaning] if meaning else [signs[c] for c in values if c in empty & signs.keys()]
                    )
                if meaning is None:
                    heard.append(words)
            elif end:
                meaning = None
            else:
                meaning = (
                    bytes.fromhex(instead.decode()).removeprefix(b"\xfe\xff").decode("utf-16-be", "replace")
                )
                heard.append(meaning)
        return "".join(heard), "".join(drawn), missing

    def borrows_letters(self, page: Any, number: int) -> bool:
        """Tell whether letters of another font stand in a piece of content, drawn after the others."""
        return len(set(_LETTERTYPE.findall(self._opdrachten(page, number)))) > 1

    def _empty(self, font: Any) -> frozenset[int]:
        """Return the codes of a font for which it has no letter of its own."""
        if font.objgen not in self._without_letter:
            self._without_letter[font.objgen] = codes_without_letter(font)
        return self._without_letter[font.objgen]

    def _opdrachten(self, bladzijde: Any, nummer: int) -> bytes:
        """Return the commands of a piece of marked content; none when it is not there."""
        if bladzijde is None or bladzijde.objgen not in self.bladzijden:
            return b""
        return self.pieces(bladzijde).get(nummer, b"")

    def pieces(self, page: Any) -> dict[int, bytes]:
        """Return the commands of every piece of marked content of a page, by its number."""
        if page.objgen not in self._stukken_van:
            found = _STUK.findall(_zichtbaar(page))
            self._stukken_van[page.objgen] = {int(number): commands for number, commands in found}
        return self._stukken_van[page.objgen]

    def _stukken(self, onderdeel: Onderdeel) -> Iterator[str]:
        for kind in kinderen(onderdeel):
            if is_onderdeel(kind):
                yield from self._stukken(kind)
            else:
                yield self.stuk(onderdeel, kind)

    def _tekens(self, letter: Any) -> dict[int, str]:
        """Return what each code of a font stands for."""
        if letter.objgen not in self._letters:
            tabel = letter.ToUnicode.read_bytes() if "/ToUnicode" in letter else b""
            self._letters[letter.objgen] = {
                int(code, 16): bytes.fromhex(waarde.decode()).decode("utf-16-be", errors="replace")
                for code, waarde in _TEKEN.findall(tabel)
            }
        return self._letters[letter.objgen]


def kinderen(onderdeel: Onderdeel) -> list[Any]:
    """Return what an element holds: elements, numbers of content, and references to content or objects."""
    kinderen = onderdeel.get("/K", [])
    return list(kinderen) if isinstance(kinderen, pikepdf.Array) else [kinderen] if kinderen != [] else []


def onderdelen(onderdeel: Onderdeel) -> list[Onderdeel]:
    """Return the elements directly below one."""
    return [kind for kind in kinderen(onderdeel) if is_onderdeel(kind)]


def is_onderdeel(kind: Any) -> bool:
    """Tell an element from content and from references."""
    return isinstance(kind, pikepdf.Dictionary) and "/S" in kind


def inhoud(onderdeel: Onderdeel, kind: Any) -> tuple[Any, int] | None:
    """Return page and number of a piece of content, or None for another kind of thing."""
    if isinstance(kind, int):
        return onderdeel.get("/Pg"), kind
    if isinstance(kind, pikepdf.Dictionary) and "/MCID" in kind:
        return kind.get("/Pg", onderdeel.get("/Pg")), int(kind.MCID)
    return None


def annotatie(kind: Any) -> Any:
    """Return the annotation to which a child of an element refers, or None."""
    return kind.get("/Obj") if isinstance(kind, pikepdf.Dictionary) else None


def stroom(bladzijde: Any) -> bytes:
    """Return the commands of a page."""
    inhoud = bladzijde.get("/Contents")
    if inhoud is None:
        return b""
    delen = inhoud if isinstance(inhoud, pikepdf.Array) else [inhoud]
    return b"\n".join(bytes(deel.read_bytes()) for deel in delen)


def hoogte(opdrachten: bytes) -> float | None:
    """Return at which height, in points from below, commands begin to write; None when they do not."""
    plaats = _PLAATS.search(opdrachten)
    return float(plaats[1]) if plaats else None


def _zichtbaar(bladzijde: Any) -> bytes:
    """Return the commands of a page without pieces within pieces; their meaning stays between signs."""
    return _BETEKENIS.sub(b"\x00\\1\x00\n\\2\x01\n", stroom(bladzijde))


def kenmerk(onderdeel: Onderdeel, naam: str) -> Any:
    """Return an attribute of an element ('/ColSpan', '/BBox'), or None."""
    return next((groep[naam] for groep in _kenmerken(onderdeel) if naam in groep), None)


def zet_kenmerk(onderdeel: Onderdeel, eigenaar: str, **waarden: Any) -> None:
    """Set attributes of an element: of a table cell (owner Table) or a list (owner List)."""
    groepen = _kenmerken(onderdeel)
    groep = next((groep for groep in groepen if groep.get("/O") == f"/{eigenaar}"), None)
    if groep is None:
        groep = pikepdf.Dictionary(O=pikepdf.Name(f"/{eigenaar}"))
        groepen.append(groep)
    for naam, waarde in waarden.items():
        groep[f"/{naam}"] = waarde
    onderdeel.A = pikepdf.Array(groepen) if len(groepen) > 1 else groep


def _kenmerken(onderdeel: Onderdeel) -> list[Any]:
    kenmerken = onderdeel.get("/A", [])
    return [kenmerken] if isinstance(kenmerken, pikepdf.Dictionary) else list(kenmerken)
