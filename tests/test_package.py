"""The same parts give the same file: no clock, no system, no other order."""

from __future__ import annotations

import io
import zipfile

from pipeline.package import VAST_TIJDSTIP, zonder_tijd


def pakket(jaar: int, systeem: int, delen: dict[str, bytes], soort: int = zipfile.ZIP_STORED) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", soort) as doel:
        for naam, inhoud in delen.items():
            kop = zipfile.ZipInfo(naam, (jaar, 3, 4, 5, 6, 8))
            kop.create_system = systeem
            doel.writestr(kop, inhoud)
    return uit.getvalue()


DELEN = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>" * 500, "leeg": b""}


def test_time_and_system_leave_no_trace() -> None:
    windows, linux = pakket(2024, 0, DELEN), pakket(2026, 3, DELEN, zipfile.ZIP_DEFLATED)
    assert windows != linux
    assert zonder_tijd(windows) == zonder_tijd(linux)


def test_the_parts_keep_their_order_and_content() -> None:
    with zipfile.ZipFile(io.BytesIO(zonder_tijd(pakket(2026, 0, DELEN)))) as gelezen:
        assert {naam: gelezen.read(naam) for naam in gelezen.namelist()} == DELEN
        assert gelezen.namelist() == list(DELEN)
        assert {deel.date_time for deel in gelezen.infolist()} == {VAST_TIJDSTIP}
        assert gelezen.testzip() is None


def test_a_part_may_be_replaced_also_by_nothing() -> None:
    vervangen = {"word/document.xml": b"anders", "[Content_Types].xml": b""}
    with zipfile.ZipFile(io.BytesIO(zonder_tijd(pakket(2026, 0, DELEN), vervangen))) as gelezen:
        assert gelezen.read("word/document.xml") == b"anders"
        assert gelezen.read("[Content_Types].xml") == b""
        assert gelezen.namelist() == list(DELEN)
