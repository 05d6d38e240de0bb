"""What a Word file says of itself that its PDF must have too: headings, page numbers, row headers."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml
from pipeline.document.contents import paginavelden
from pipeline.document.headings import Kop
from pipeline.document.passages import Passage, passages
from pipeline.document.pictures import Picture, pictures


@dataclass(frozen=True)
class Opgave:
    """What the PDF of one Word file is made and judged by."""

    bestand: str
    """Name of the Word file."""
    titel: str
    taal: str
    """Language of the document, as in its properties: 'nl-NL'."""
    datum: datetime.datetime
    """The moment in the properties at which the Word file was made; without a time zone, as there."""
    koppen: tuple[str, ...]
    """Every heading in its order, label and text."""
    paginas: tuple[tuple[int, str], ...]
    """Every printed page number: the place in `koppen` of what it refers to, and the number as it stands."""
    rijkoppen: tuple[bool, ...]
    """Per table whether its first column names the rows (in Word: table design, 'Eerste kolom')."""
    pictures: tuple[Picture, ...]
    """Every picture, drawing and chart in the text, in its order."""

    passages: tuple[Passage, ...]
    """Every paragraph with words, in the order in which they are read."""

    @property
    def versierd(self) -> tuple[bool, ...]:
        """Per picture whether it is marked as decoration, so that nobody has to hear of it."""
        return tuple(picture.decorative for picture in self.pictures)


def maak_opgave(bestand: str, document: Document, koppen: list[Kop]) -> Opgave:
    """Read from a Word file as it now stands what its PDF must have."""
    body: _Element = document.element.body
    eigenschappen = document.core_properties
    plek = {naam: nummer for nummer, kop in enumerate(koppen) for naam in kop.bladwijzers}
    return Opgave(
        bestand=bestand,
        titel=eigenschappen.title,
        taal=eigenschappen.language,
        datum=eigenschappen.created or datetime.datetime.combine(_GEEN_DATUM, datetime.time()),
        koppen=tuple(kop.volledig for kop in koppen),
        paginas=tuple(
            (plek[naam], resultaat.text or "") for resultaat, naam in paginavelden(body) if naam in plek
        ),
        rijkoppen=tuple(_rijen_hebben_namen(tabel) for tabel in body.iter(qn("w:tbl"))),
        pictures=tuple(pictures(body)),
        passages=tuple(passages(document, koppen)),
    )


def _rijen_hebben_namen(tabel: _Element) -> bool:
    """Tell whether the first column is marked: by its own attribute, or in the bits of older Word."""
    keuze = ooxml.find(tabel, "w:tblPr/w:tblLook")
    if keuze is None:
        return False
    eigen = ooxml.get(keuze, "w:firstColumn")
    return eigen in ("1", "true", "on") if eigen else bool(int(ooxml.get(keuze) or "0", 16) & _EERSTE_KOLOM)


_GEEN_DATUM = datetime.date(1980, 1, 1)
_EERSTE_KOLOM = 0x0080
"""The bit of `w:tblLook` for a first column with a form of its own (ISO/IEC 29500-1, 17.4.55)."""
