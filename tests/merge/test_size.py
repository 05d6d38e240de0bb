"""Large files are compared in a time and a memory that grow with their size."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import MAX_CHARACTERS, MAX_PARAGRAPHS, voeg_samen
from pipeline.merge.pakket import OnbruikbaarWord
from pipeline.verschil import verschil_van_bestanden
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


def test_what_is_too_large_gets_a_clear_no() -> None:
    small = _paragraphs(["Een alinea."])
    many = _paragraphs(["Een alinea."] * (MAX_PARAGRAPHS + 1))
    long = document(paragraph("woord " * (MAX_CHARACTERS // 6 + 1)))
    for old, new in ((small, many), (many, small), (small, long)):
        with pytest.raises(OnbruikbaarWord, match="te groot: er staan 1"):
            voeg_samen(old, new, old)


def test_two_files_that_do_not_fit_in_one_are_listed(tmp_path: Path) -> None:
    """Both may be opened, but not the file in which the one is struck and the other is put in."""
    for name, seed in (("oud", 1), ("nieuw", 2)):
        (tmp_path / f"{name}.docx").write_bytes(_paragraphs(sentences(seed, 14_000)))
    difference = verschil_van_bestanden(tmp_path / "oud.docx", tmp_path / "nieuw.docx")
    assert difference.gemaakt == []
    assert [group.kop for group in difference.verslag.gevuld] == ["Niet te tonen in Word"]
    assert len(difference.verslag.gevuld[0].wijzigingen) == 28_000
