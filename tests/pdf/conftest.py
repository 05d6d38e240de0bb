"""What the tests of the PDF share: the plan of a wijk, and what its Word file says of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from pipeline.document.headings import vind_koppen
from pipeline.document.opgave import Opgave, maak_opgave
from pipeline.document.styles import Stijlen

LeesOpgave = Callable[[Path], Opgave]


@pytest.fixture(scope="session")
def lees_opgave() -> LeesOpgave:
    """Read from a Word file, as it was published, what its PDF must have."""

    def lees(word: Path) -> Opgave:
        document = docx.Document(str(word))
        body, numbering = document.element.body, document.part.numbering_part.element
        koppen = vind_koppen(body, numbering, Stijlen(document.styles.element))
        return maak_opgave(word.name, document, koppen)

    return lees
