"""What the tests of this folder share: the writer of prose in the template's styles."""

from __future__ import annotations

import pytest
from docx import Document

from pipeline.document.styles import Stijlen
from pipeline.document.wordml import Schrijver
from tests.document.voorbeeld import SJABLOON


@pytest.fixture(scope="session")
def stijlen() -> Stijlen:
    """The styles of the template."""
    return Stijlen(Document(str(SJABLOON)).styles.element)


@pytest.fixture
def schrijver(stijlen: Stijlen) -> Schrijver:
    """A writer that names the relationship of a web address after the address."""
    return Schrijver(stijlen, lambda adres: f"naar {adres}")
