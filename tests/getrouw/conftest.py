"""What the tests of this folder share: each published plan and the document that we make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.getrouw.gelezen import Document, lees_document
from tests.getrouw.ruw import PLANNEN


@pytest.fixture(params=PLANNEN)
def plan(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def docx(plan: str, gemaakte_plannen: dict[str, Path]) -> Path:
    return gemaakte_plannen[plan] / f"wijkplan-{plan}.docx"


@pytest.fixture
def document(docx: Path) -> Document:
    return lees_document(docx)
