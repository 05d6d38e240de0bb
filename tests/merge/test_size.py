"""Large files are compared in a time and a memory that grow with their size."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable

import pytest

from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import voeg_samen
from tests.merge.lezen import W

WORDS = [f"woord{number}" for number in range(30)]
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
LIMIT = 15.0
"""Seconds of processor time; a tenth of it is used on a machine of these days."""


def document(body: str) -> bytes:
    """Return the least that is a Word file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", RELS)
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{W[1:-1]}"><w:body>{body}<w:sectPr/></w:body></w:document>',
        )
    return out.getvalue()


def sentences(seed: int, number: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - the same each time
    return [" ".join(chance.choice(WORDS) for _ in range(12)) + "." for _ in range(number)]


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def changed(texts: list[str], every: int) -> list[str]:
    return [f"Anders is {text}" if n % every == 1 else text for n, text in enumerate(texts)]


def _paragraphs(texts: list[str]) -> bytes:
    return document("".join(map(paragraph, texts)))


def _one_text(texts: list[str]) -> bytes:
    return document(paragraph(" ".join(texts)))


def _table(texts: list[str]) -> bytes:
    rows = (f"<w:tr>{f'<w:tc><w:tcPr/>{paragraph(text)}</w:tc>' * 4}</w:tr>" for text in texts)
    return document(f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl><w:p/>")


def _runs(texts: list[str]) -> bytes:
    runs = (
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{t} </w:t></w:r><w:r><w:t>x</w:t></w:r>'
        for t in texts
    )
    return document(f"<w:p>{''.join(runs)}</w:p>")


SHAPES: dict[str, tuple[Callable[[list[str]], bytes], int]] = {
    "many paragraphs": (_paragraphs, 3000),
    "one long text": (_one_text, 1500),
    "one large table": (_table, 600),
    "many runs": (_runs, 3000),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("how", ["here and there", "everywhere", "in another order"])
def test_large_files_are_compared_in_time(shape: str, how: str) -> None:
    make, number = SHAPES[shape]
    texts = sentences(1, number)
    other = {
        "here and there": changed(texts, number // 20),
        "everywhere": sentences(2, number),
        "in another order": sorted(texts),
    }[how]
    old, new = make(texts), make(other)
    begin = time.process_time()
    outcome = voeg_samen(old, new, old)
    assert bewijs(old, new, old, outcome.als_bytes(), outcome.wijzigingen) == []
    assert time.process_time() - begin < LIMIT
    assert outcome.wijzigingen


def test_only_what_differs_of_a_long_text_is_changed() -> None:
    """Twenty of 1,500 sentences: all the others stay as they are, without a mark."""
    texts = sentences(1, 1500)
    old, new = _one_text(texts), _one_text(changed(texts, 75))
    result = voeg_samen(old, new, old).als_bytes()
    with zipfile.ZipFile(io.BytesIO(result)) as package:
        xml = package.read("word/document.xml").decode()
    assert xml.count("<w:ins ") == 20
    assert xml.count("<w:del ") <= 20


def test_one_word_twenty_thousand_times() -> None:
    old, new = (document(paragraph("woord " * n + "anders " + "woord " * 3300)) for n in (10, 3000))
    begin = time.process_time()
    outcome = voeg_samen(old, new, old)
    assert bewijs(old, new, old, outcome.als_bytes(), outcome.wijzigingen) == []
    assert time.process_time() - begin < LIMIT
