"""Colours of Word: from a theme or as typed, shades of them, and their contrast by WCAG 2.1."""

from __future__ import annotations

import colorsys
import re

from docx.document import Document
from lxml import etree
from lxml.etree import _Element

from pipeline.document import ooxml

Kleur = tuple[int, int, int]
"""Red, green and blue, each 0 to 255."""

ZWART, WIT = (0, 0, 0), (255, 255, 255)
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SCHEMA = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "text1": "dk1",
    "background1": "lt1",
    "text2": "dk2",
    "background2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""The names that Word uses for the colours of a theme, and those of the theme itself."""
_OMGEWISSELD = {"text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2"}
"""The names of which the settings may say that they stand for another colour."""
MARKEERSTIFT = {
    "black": ZWART,
    "white": WIT,
    "red": (255, 0, 0),
    "green": (0, 255, 0),
    "blue": (0, 0, 255),
    "cyan": (0, 255, 255),
    "magenta": (255, 0, 255),
    "yellow": (255, 255, 0),
    "darkBlue": (0, 0, 128),
    "darkCyan": (0, 128, 128),
    "darkGreen": (0, 128, 0),
    "darkMagenta": (128, 0, 128),
    "darkRed": (128, 0, 0),
    "darkYellow": (128, 128, 0),
    "darkGray": (128, 128, 128),
    "lightGray": (192, 192, 192),
}
"""The colours of `w:highlight` (ECMA-376, part 1, 17.18.40)."""


class Palet:
    """The colours of the theme of one document, under the names that Word gives them."""

    def __init__(self, document: Document) -> None:
        self._thema: dict[str, Kleur] = {}
        self._omgewisseld: dict[str, str] = {}
        for relatie in document.part.rels.values():
            if relatie.reltype.endswith("/theme") and not relatie.is_external:
                self._lees(relatie.target_part.blob)
        schema = ooxml.find(document.settings.element, "w:clrSchemeMapping")
        if schema is not None:
            self._omgewisseld = {lang: ooxml.get(schema, f"w:{kort}") for lang, kort in _OMGEWISSELD.items()}

    def _lees(self, inhoud: bytes) -> None:
        try:
            thema = etree.fromstring(inhoud, etree.XMLParser(resolve_entities=False))
        except etree.XMLSyntaxError:
            return
        schema = thema.find(f".//{_A}clrScheme")
        for vak in schema if schema is not None else ():
            for kleur in vak:
                waarde = kleur.get("lastClr") or kleur.get("val") or ""
                if _HEX.fullmatch(waarde):
                    self._thema[etree.QName(vak).localname] = _van_hex(waarde)

    def kleur(self, element: _Element | None, waarde: str = "w:val", thema: str = "theme") -> Kleur | None:
        """Return the colour that an element names: None for none of its own ('auto').

        `thema` is how the attributes begin that name a colour of the theme: `themeColor`, `themeFill`.
        """
        if element is None:
            return None
        soort = "Color" if thema == "theme" else ""
        naam = ooxml.get(element, f"w:{thema}{soort}")
        naam = self._omgewisseld.get(naam) or naam
        gevonden = self._thema.get(_SCHEMA.get(naam, naam))
        if gevonden is None:
            tekst = ooxml.get(element, waarde)
            return _van_hex(tekst) if _HEX.fullmatch(tekst) else None
        tint, schaduw = ooxml.get(element, f"w:{thema}Tint"), ooxml.get(element, f"w:{thema}Shade")
        return _getint(gevonden, tint, schaduw)

    def vulling(self, arcering: _Element | None) -> Kleur | None:
        """Return the colour of a shading (`w:shd`): a fill, or a pattern that mixes two colours."""
        if arcering is None:
            return None
        patroon = ooxml.get(arcering)
        vulling = self.kleur(arcering, "w:fill", "themeFill")
        deel = 100 if patroon == "solid" else ooxml.number(patroon.removeprefix("pct"))
        if not 0 < deel <= 100:
            return vulling
        voor = self.kleur(arcering, "w:color") or ZWART
        return _meng(voor, vulling or WIT, deel / 100)


def contrast(een: Kleur, ander: Kleur) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1, 'contrast ratio')."""
    licht, donker = sorted((_helderheid(een), _helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def als_hex(kleur: Kleur) -> str:
    """Return a colour as people know it: '#1F6FA8'."""
    return "#{:02X}{:02X}{:02X}".format(*kleur)


def _helderheid(kleur: Kleur) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.1, 'relative luminance')."""
    delen = [waarde / 255 for waarde in kleur]
    rood, groen, blauw = (d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in delen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def _van_hex(tekst: str) -> Kleur:
    return int(tekst[:2], 16), int(tekst[2:4], 16), int(tekst[4:], 16)


def _getint(kleur: Kleur, tint: str, schaduw: str) -> Kleur:
    """Make a colour lighter (tint) or darker (shade), each two hexadecimal digits, as ECMA-376 says."""
    tint_deel, schaduw_deel = _deel(tint), _deel(schaduw)
    kleurtoon, licht, verzadiging = colorsys.rgb_to_hls(*(waarde / 255 for waarde in kleur))
    licht = licht * schaduw_deel * tint_deel + 1 - tint_deel
    rood, groen, blauw = colorsys.hls_to_rgb(kleurtoon, licht, verzadiging)
    return round(rood * 255), round(groen * 255), round(blauw * 255)


def _deel(tekst: str) -> float:
    return int(tekst, 16) / 255 if re.fullmatch(r"[0-9A-Fa-f]{1,2}", tekst) else 1.0


def _meng(een: Kleur, ander: Kleur, deel: float) -> Kleur:
    rood, groen, blauw = (round(a * deel + b * (1 - deel)) for a, b in zip(een, ander, strict=True))
    return rood, groen, blauw
