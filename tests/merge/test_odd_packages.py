"""Word packages that are not as expected: read, merged and compared, or refused with a reason."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from pipeline.accessibility.controleer import kijk_na
from pipeline.document.edited import maak_klaar
from pipeline.document.openen import open_word
from pipeline.document.render import render
from pipeline.document.sound import sound
from pipeline.errors import InvoerFout, SjabloonFout, WijkplanFout
from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import voeg_samen
from pipeline.merge.pakket import OnbruikbaarWord
from pipeline.verschil import verschil_van_bestanden
from tests.document.odd_packages import WAYS, Parts, odd_packages, parts_of, with_notes
from tests.document.voorbeeld import SJABLOON, bewaar, plan

MAIN = "word/document.xml"
HARMLESS = (
    *("absent", "absent_with_all", "no_relation", "twice", "same_relation_twice", "other_root", "bare_root"),
    *("only_a_comment_more", "no_type", "other_type", "outside", "relation_without_id"),
    *("relation_without_target", "relation_without_type", "absolute_target", "backslashes", "other_letters"),
    "relation_to_itself",
)
"""The ways that lose no text, of every part but that with the text."""
NOTES = ("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")
HARMLESS_TEXT = (
    *("same_relation_twice", "only_a_comment_more", "relation_without_id", "absolute_target", "backslashes"),
    "relation_to_itself",
)


def steps(step: int) -> pytest.MarkDecorator:
    """Take one in so many cases, and all of them in the soak."""
    return pytest.mark.parametrize("step", [step, pytest.param(1, marks=pytest.mark.soak)])


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return with_notes(bewaar(plan(), tmp_path_factory.mktemp("good") / "x.docx").read_bytes())


@pytest.fixture(scope="session")
def newer(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    changed = plan(volgorde_zin="De volgorde heeft geen betekenis.")
    return with_notes(bewaar(changed, tmp_path_factory.mktemp("newer") / "x.docx").read_bytes())


def is_harmless(case: str) -> bool:
    part, way = case.split(" ")
    return way in (HARMLESS_TEXT if part == MAIN else HARMLESS)


def test_the_generator_spoils_every_kind_of_part_in_every_way(good: bytes) -> None:
    cases = [case for case, _ in odd_packages(good)]
    assert {case.split(" ")[1] for case in cases} == set(WAYS)
    assert {"word/styles.xml", "word/footnotes.xml", "word/comments.xml", "docProps/core.xml"} < {
        case.split(" ")[0] for case in cases
    }
    assert len(cases) > 25 * len(parts_of(good))


def test_a_sound_package_is_left_as_it_is(good: bytes) -> None:
    assert sound(good) is good


@steps(3)
def test_an_odd_package_is_read_or_refused_with_a_finding(step: int, good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    refused = []
    for case, content in islice(odd_packages(good), 0, None, step):
        path.write_bytes(content)
        checked = kijk_na(path)
        document = open_word(path, [])
        if document is None:
            assert [finding.stopt for finding in checked.bevindingen] == [True], case
            refused.append(case)
            continue
        ready = maak_klaar(document)
        ready.word.opgave(path.name)
        ready.word.als_bytes()
    assert not list(filter(is_harmless, refused))
    assert len(refused) > 50 / step


@steps(7)
def test_an_odd_package_is_merged_or_refused_with_a_reason(step: int, good: bytes, newer: bytes) -> None:
    refused = {}
    for case, content in islice(odd_packages(good), 0, None, step):
        try:
            merged = voeg_samen(good, newer, content)
        except OnbruikbaarWord as reason:
            refused[case] = str(reason)
            continue
        assert bewijs(good, newer, content, merged.als_bytes(), merged.wijzigingen) == [], case
        merged.voor_pdf()
    assert not list(filter(is_harmless, refused))
    assert len(refused) > 50 / step
    assert all(refused.values())


@steps(8)
def test_an_odd_package_is_compared_or_refused_with_a_reason(step: int, good: bytes, tmp_path: Path) -> None:
    old, new = tmp_path / "oud.docx", tmp_path / "nieuw.docx"
    old.write_bytes(good)
    refused = {}
    for case, content in islice(odd_packages(good), 0, None, step):
        new.write_bytes(content)
        try:
            made = verschil_van_bestanden(old, new).gemaakt
        except WijkplanFout as reason:
            refused[case] = str(reason)
            continue
        for path in made:
            path.unlink()
    assert not [case for case in refused if is_harmless(case) and not case.startswith(NOTES)]
    assert len(refused) > 50 / step


@pytest.mark.parametrize("part", ["styles", "numbering", "settings"])
def test_an_odd_template_is_used_or_refused_with_a_reason(part: str, tmp_path: Path) -> None:
    path = tmp_path / "sjabloon.docx"
    cases = dict(odd_packages(SJABLOON.read_bytes(), f"word/{part}.xml"))
    refused = {}
    for case, content in cases.items():
        path.write_bytes(content)
        try:
            render(path, plan())
        except InvoerFout as reason:
            refused[case] = "; ".join(finding.wat for finding in reason.bevindingen)
        except SjabloonFout as reason:
            refused[case] = str(reason)
    assert len(cases) > 20
    assert 5 < len(refused) < len(cases)
    assert all("sjabloon" in reason for reason in refused.values())


@pytest.mark.parametrize("ends", ["BodyText", "Keten0"])
def test_styles_that_lead_to_one_another_may_be_thousands(ends: str, good: bytes, tmp_path: Path) -> None:
    p = Parts.of(good)
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Keten{number}"><w:name w:val="Keten {number}"/>'
        f'<w:basedOn w:val="{ends if number == 2999 else f"Keten{number + 1}"}"/></w:style>'
        for number in range(3000)
    )
    p.parts["word/styles.xml"] = p.parts["word/styles.xml"].replace(
        b"</w:styles>", styles.encode() + b"</w:styles>"
    )
    p.parts[MAIN] = p.parts[MAIN].replace(
        b'<w:pStyle w:val="BodyText"/>', b'<w:pStyle w:val="Keten0"/><w:keepNext/>'
    )
    old, new = tmp_path / "oud.docx", tmp_path / "nieuw.docx"
    old.write_bytes(good)
    new.write_bytes(p.written())
    assert kijk_na(new).leesbaar
    assert verschil_van_bestanden(old, new).gemaakt
