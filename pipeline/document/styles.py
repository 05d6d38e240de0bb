"""The styles of the template that the pipeline itself applies, found by their names."""

from __future__ import annotations

from typing import Final

from lxml.etree import _Element

from pipeline.document import ooxml
from pipeline.errors import SjabloonFout

PLATTE_TEKST: Final = "Body Text"
OPSOMMING: Final = "List Bullet"
GENUMMERD: Final = "List Number"
LETTERS: Final = "Lijst letters"
KOP_3: Final = "heading 3"
KOP_4: Final = "heading 4"
TABELTEKST: Final = "Tabeltekst"
TABELOPSOMMING: Final = "Tabelopsomming"
TABELCIJFER: Final = "Tabelcijfer"
AFBEELDING: Final = "Afbeelding"
BIJSCHRIFT: Final = "caption"
COLOFONKOP: Final = "Colofonkop"
COLOFONREGEL: Final = "Colofonregel"
INHOUD_1: Final = "toc 1"
INHOUD_2: Final = "toc 2"
VET: Final = "Strong"
CURSIEF: Final = "Emphasis"
VET_CURSIEF: Final = "Sterk en nadruk"
LINK: Final = "Hyperlink"
NOG_INVULLEN: Final = "Nog invullen"

NODIG: Final = (
    PLATTE_TEKST,
    OPSOMMING,
    GENUMMERD,
    LETTERS,
    KOP_3,
    KOP_4,
    TABELTEKST,
    TABELOPSOMMING,
    TABELCIJFER,
    AFBEELDING,
    BIJSCHRIFT,
    COLOFONKOP,
    COLOFONREGEL,
    INHOUD_1,
    INHOUD_2,
    VET,
    CURSIEF,
    VET_CURSIEF,
    LINK,
    NOG_INVULLEN,
)
"""Every style that a template must have."""


class Stijlen:
    """The styles of one document: id by name, and properties through the chain of base styles."""

    def __init__(self, styles: _Element) -> None:
        self._elementen: dict[str, _Element] = {}
        self._id_bij_naam: dict[str, str] = {}
        self._eigenschappen: dict[tuple[str, str], str | None] = {}
        self._ketens: dict[str, list[_Element]] = {}
        self.standaard = ""
        """The id of the style of a paragraph that names none."""
        for stijl in ooxml.find_all(styles, "w:style"):
            stijl_id = ooxml.get(stijl, "w:styleId")
            self._elementen[stijl_id] = stijl
            self._id_bij_naam[(ooxml.value(stijl, "w:name") or "").lower()] = stijl_id
            if ooxml.get(stijl, "w:type") == "paragraph" and ooxml.get(stijl, "w:default") in ("1", "true"):
                self.standaard = stijl_id

    def controleer(self) -> None:
        """Raise SjabloonFout when the template lacks a style that the pipeline applies."""
        ontbreekt = [naam for naam in NODIG if naam.lower() not in self._id_bij_naam]
        if ontbreekt:
            raise SjabloonFout(
                f"In het sjabloon ontbreken deze stijlen: {', '.join(ontbreekt)}. "
                "Zet de stijlen terug in het sjabloon, met precies deze namen."
            )

    def id(self, naam: str) -> str:
        """Return the id of a style by its name; case does not matter, as in Word."""
        return self._id_bij_naam[naam.lower()]

    def vind(self, naam: str) -> str | None:
        """Return the id of a style by its name, or None without such a style."""
        return self._id_bij_naam.get(naam.lower())

    def naam(self, stijl_id: str) -> str:
        """Return the name of a style by its id; empty for an unknown id."""
        stijl = self._elementen.get(stijl_id)
        return "" if stijl is None else ooxml.value(stijl, "w:name") or ""

    @property
    def ids(self) -> list[str]:
        """The ids of all styles."""
        return list(self._elementen)

    def element(self, stijl_id: str) -> _Element | None:
        """Return a style as it stands in the file; None for an unknown id."""
        return self._elementen.get(stijl_id)

    def eigenschap(self, stijl_id: str, pad: str) -> str | None:
        """Return the `w:val` at a path in a style, or in the nearest style it is based on."""
        if (stijl_id, pad) not in self._eigenschappen:
            self._eigenschappen[stijl_id, pad] = self._zoek(stijl_id, pad)
        return self._eigenschappen[stijl_id, pad]

    def keten(self, stijl_id: str) -> list[_Element]:
        """Return a style and those it is based on, the nearest first; a circle ends where it closes."""
        if stijl_id not in self._ketens:
            keten: dict[str, _Element] = {}
            volgende = stijl_id
            while volgende not in keten and (stijl := self._elementen.get(volgende)) is not None:
                keten[volgende] = stijl
                volgende = ooxml.value(stijl, "w:basedOn") or ""
            self._ketens[stijl_id] = list(keten.values())
        return self._ketens[stijl_id]

    def _zoek(self, stijl_id: str, pad: str) -> str | None:
        waarden = (ooxml.value(stijl, pad) for stijl in self.keten(stijl_id))
        return next((waarde for waarde in waarden if waarde is not None), None)
