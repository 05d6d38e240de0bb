"""Opening any file as a Word file: one clear finding for what is none, damaged or dangerous."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.bevinding import Bevinding
from pipeline.document import openen
from pipeline.document.openen import open_word, sloten
from tests.document.voorbeeld import DOCUMENT, bewaar, plan


@pytest.fixture(scope="session")
def goed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return bewaar(plan(), tmp_path_factory.mktemp("goed") / "x.docx").read_bytes()


def vervang(inhoud: bytes, deel: str, nieuw: Callable[[bytes], bytes] | None) -> bytes:
    """Return a package with one part changed, or without it."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for naam in oud.namelist():
            if naam != deel:
                doel.writestr(naam, oud.read(naam))
            elif nieuw is not None:
                doel.writestr(naam, nieuw(oud.read(naam)))
    return uit.getvalue()


def excel(_: bytes) -> bytes:
    uit = io.BytesIO()
    Workbook().save(uit)
    return uit.getvalue()


DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BEDERF: list[tuple[str, str, str, Callable[[bytes], bytes]]] = [
    ("leeg", "word-onleesbaar", "leeg", lambda _: b""),
    ("tekst", "word-onleesbaar", "geen Word-bestand", lambda _: b"Hallo"),
    ("halve zip", "word-onleesbaar", "beschadigd", lambda b: b[: len(b) // 2]),
    ("excel", "word-onleesbaar", "Excel", excel),
    (
        "oud Word-bestand",
        "word-onleesbaar",
        ".doc",
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    ),
    (
        "wachtwoord",
        "word-versleuteld",
        "",
        lambda _: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    ),
    ("entiteiten", "word-onveilig", DOCUMENT, lambda b: vervang(b, DOCUMENT, lambda x: DOCTYPE + x)),
    (
        "bom",
        "word-te-groot",
        "MB",
        lambda b: vervang(
            b, DOCUMENT, lambda x: x.replace(b"</w:body>", b"<w:p/>" * 5_000_000 + b"</w:body>")
        ),
    ),
    (
        "te veel tags",
        "word-te-groot",
        "300.000 onderdelen",
        lambda b: vervang(b, DOCUMENT, lambda x: x.replace(b"</w:body>", b"<w:p/>" * 310_000 + b"</w:body>")),
    ),
    ("kapotte XML", "word-onleesbaar", "beschadigd", lambda b: vervang(b, DOCUMENT, lambda x: x[:-40])),
    ("geen tekst", "word-onleesbaar", "beschadigd", lambda b: vervang(b, DOCUMENT, None)),
    (
        "geen stijlen",
        "word-onleesbaar",
        "beschadigd",
        lambda b: vervang(b, "word/styles.xml", lambda _: b"<a><b></a>"),
    ),
    (
        "vreemde codering",
        "word-onleesbaar",
        "vreemde tekens",
        lambda b: vervang(b, DOCUMENT, lambda _: b"\xff\xfe<\x00"),
    ),
    (
        "macro's",
        "word-onleesbaar",
        ".docm",
        lambda b: vervang(
            b, "[Content_Types].xml", lambda x: x.replace(b"document.main", b"macroEnabled.main")
        ),
    ),
]


@pytest.mark.parametrize(("code", "woorden", "bederf"), [b[1:] for b in BEDERF], ids=[b[0] for b in BEDERF])
def test_what_cannot_be_read_is_one_finding(
    code: str, woorden: str, bederf: Callable[[bytes], bytes], goed: bytes, tmp_path: Path
) -> None:
    (tmp_path / "x.docx").write_bytes(bederf(goed))
    bevindingen: list[Bevinding] = []
    assert open_word(tmp_path / "x.docx", bevindingen) is None
    assert [bevinding.code for bevinding in bevindingen] == [code]
    assert woorden in bevindingen[0].wat
    assert bevindingen[0].stopt


def test_a_sound_file_is_opened_without_a_word(goed: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(goed)
    bevindingen: list[Bevinding] = []
    assert open_word(tmp_path / "x.docx", bevindingen) is not None
    assert bevindingen == []


def test_the_limits_are_those_that_are_told(
    goed: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.docx").write_bytes(goed)
    monkeypatch.setattr(openen, "MAX_XML", 1000)
    bevindingen: list[Bevinding] = []
    assert open_word(tmp_path / "x.docx", bevindingen) is None
    assert [bevinding.code for bevinding in bevindingen] == ["word-te-groot"]


@pytest.mark.parametrize("slot", ["~$wijkplan-jp.docx", "~$jkplan-jp.docx", ".~lock.wijkplan-jp.docx#"])
def test_the_lock_files_of_word_and_libreoffice_are_seen(slot: str, tmp_path: Path) -> None:
    (tmp_path / slot).touch()
    assert [pad.name for pad in sloten(tmp_path / "wijkplan-jp.docx")] == [slot]
    assert sloten(tmp_path / "ander.docx") == []
