"""A run in which nothing changed: it changes nothing and tells the same, as it saw its own work before."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml.etree import _Element

from pipeline.document.accepted import neem_aan
from pipeline.markup import Run
from pipeline.merge.bewijs import bewijs
from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.merge.stand import Stand
from pipeline.model import Wijkplan
from pipeline.package import zonder_tijd
from tests.merge import gegevens
from tests.merge.bestand import Bestand, element, run
from tests.merge.lezen import W, delen

SOURCE = gegevens.plan("nieuwland")
BASE = gegevens.basis("nieuwland")


def merged(base: bytes, new: bytes, edited: bytes, stand: Stand | None = None) -> Samengevoegd:
    """Merge, and see that the proof holds."""
    outcome = voeg_samen(base, new, edited, stand=stand)
    assert bewijs(base, new, edited, outcome.als_bytes(), [*outcome.wijzigingen, *outcome.afgehandeld]) == []
    return outcome


def open_changes(outcome: Samengevoegd) -> set[tuple[str, str, str, str]]:
    return {w.inhoud for w in outcome.wijzigingen if w.uitkomst != "verwerkt" and w.wat != "inhoudsopgave"}


def run_again(first: Samengevoegd, new: bytes) -> None:
    """Merge three times more without any change: the file and the list stay as they are."""
    latest = first
    for _ in range(3):
        again = merged(latest.basis, new, latest.als_bytes(), latest.stand)
        assert {w.inhoud for w in again.wijzigingen} == open_changes(first)
        for name in ("word/document.xml", "word/comments.xml"):
            assert delen(again.als_bytes()).get(name) == delen(first.als_bytes()).get(name)
        latest = again


def _text(paragraph: _Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(W + "t"))


def _row(file: Bestand, *texts: str) -> _Element:
    """Return the first row that begins with these texts."""
    return next(
        r for r in file.body.iter(W + "tr") if [t.text for t in r.iter(W + "t")][: len(texts)] == [*texts]
    )


def _summary(*texts: str) -> Wijkplan:
    blocks = list(SOURCE.samenvatting)
    for number, text in enumerate(texts):
        blocks[number] = replace(blocks[number], runs=(Run(text),))
    return replace(SOURCE, samenvatting=tuple(blocks))


def _swapped_factors() -> Wijkplan:
    top = list(SOURCE.rangorde.top)
    top[2], top[9] = top[9], top[2]
    return replace(SOURCE, rangorde=replace(SOURCE.rangorde, top=tuple(top)))


def _replaced_kernaanpak() -> Wijkplan:
    return gegevens.kernaanpak_vervangen(SOURCE, random.Random(3), "vervangen")  # noqa: S311 - the same each time


CHANGES: dict[str, Callable[[], Wijkplan]] = {
    "two neighbouring texts written anew": lambda: _summary("Wij schreven dit op.", "Alles ging anders."),
    "three neighbouring texts written anew": lambda: _summary("Wij zagen dit.", "Het ging om.", "Klaar zo."),
    "organisations sorted": lambda: replace(
        SOURCE, organisaties=tuple(sorted(SOURCE.organisaties, key=str.casefold))
    ),
    "organisations in the other order": lambda: replace(
        SOURCE, organisaties=tuple(reversed(SOURCE.organisaties))
    ),
    "two factors swapped": _swapped_factors,
    "a kernaanpak replaced": _replaced_kernaanpak,
}


@pytest.mark.parametrize("change", CHANGES)
def test_neighbouring_changes_are_all_put_in_at_once(change: str) -> None:
    new = gegevens.word(CHANGES[change]())
    first = merged(BASE, new, BASE)
    assert open_changes(first) == set()
    run_again(first, new)


@pytest.mark.parametrize("change", CHANGES)
def test_accepting_everything_is_no_change_either(change: str) -> None:
    new = gegevens.word(CHANGES[change]())
    first = merged(BASE, new, BASE)
    accepted = Bestand(first.als_bytes())
    neem_aan(accepted.boom)
    again = merged(first.basis, new, accepted.klaar(), first.stand)
    assert [w for w in again.wijzigingen if w.wat != "inhoudsopgave"] == []


def test_a_kernaanpak_that_staff_worked_in_gives_way_at_once_or_never() -> None:
    """What staff wrote stays with its comment, under the heading that came in the place of the old one."""
    edited = Bestand(BASE)
    title = SOURCE.kernaanpakken[0].inhoud[0].runs[0].tekst
    text = next(t for t in edited.body.iter(W + "t") if t.text == title)
    text.text = f"{title} Met een zin van de redactie."
    changed = gegevens.met_kernaanpak(SOURCE, 0, "vervangen")
    rest = [changed.kernaanpakken[0], *changed.kernaanpakken[2:]]
    new = gegevens.word(
        replace(SOURCE, kernaanpakken=tuple(replace(k, nummer=n) for n, k in enumerate(rest, 1)))
    )
    first = merged(BASE, new, edited.klaar())
    assert any(title in was for _, was, _, _ in open_changes(first))
    run_again(first, new)


def test_a_text_that_staff_took_out_does_not_keep_its_neighbour_out() -> None:
    """Staff and data both took a paragraph away; the one that came for it has its place in the first run."""
    edited = Bestand(BASE)
    words = SOURCE.samenvatting[1].runs[0].tekst
    gone = next(p for p in edited.body.findall(W + "p") if words in _text(p))
    edited.body.remove(gone)
    new = gegevens.word(_summary(SOURCE.samenvatting[0].runs[0].tekst, "Een heel andere tekst."))
    new_first = merged(BASE, new, edited.klaar())
    run_again(new_first, new)


def test_a_conflict_in_a_cell_leaves_its_row_one_key() -> None:
    """The row is that of the new version; only the cell in conflict is that of the base."""
    rows = list(SOURCE.wijkgegevens.indicatoren)
    name, before = rows[3].naam, rows[3].waarden[0]
    rows[3] = replace(rows[3], waarden=("12,3%", *rows[3].waarden[1:]))
    figures = replace(SOURCE.wijkgegevens, indicatoren=tuple(rows))
    new = gegevens.word(replace(SOURCE, naam="Andere naam", wijkgegevens=figures))
    edited = Bestand(BASE)
    list(_row(edited, name, before).iter(W + "t"))[1].text = "98,7%"
    first = merged(BASE, new, edited.klaar())
    merged_row = _row(Bestand(first.als_bytes()), name, "98,7%")
    keys = [str(b.get(W + "name")) for b in merged_row.iter(W + "bookmarkStart")]
    assert len([key for key in keys if re.fullmatch(r"_wp[0-9a-f]{12}(_\d+)?", key)]) == 1
    run_again(first, new)


def test_a_neighbour_that_staff_moved_is_no_rejection_of_a_move() -> None:
    """The data moved the first theme back; in Word the title after it went elsewhere, as staff wanted."""
    themes = list(SOURCE.themas)
    themes.insert(2, themes.pop(0))
    new = gegevens.word(replace(SOURCE, themas=tuple(themes)))
    edited = Bestand(BASE)
    heading = next(p for p in edited.body.findall(W + "p") if _text(p) == SOURCE.themas[2].titel)
    text = heading.getnext()
    assert text is not None
    heading.addprevious(text)
    first = merged(BASE, new, edited.klaar())
    assert not [w for w in first.wijzigingen if w.uitkomst == "geweigerd"]
    run_again(first, new)


# The cover: its last line ends the first section, which has a header of its own with a picture


@pytest.fixture
def other_slogan(tmp_path: Path) -> bytes:
    """The plan with another status, of a template with another slogan."""
    source = gegevens.PROJECT.sjabloon.read_bytes()
    xml = delen(source)["word/document.xml"].decode()
    assert "Stad met een hart" in xml
    template = tmp_path / "sjabloon.docx"
    template.write_bytes(
        zonder_tijd(source, {"word/document.xml": xml.replace("Stad met een hart", "Samen verder").encode()})
    )
    return gegevens.word(replace(SOURCE, definitief=not SOURCE.definitief), template)


def test_status_and_slogan_change_in_one_run(other_slogan: bytes) -> None:
    first = merged(BASE, other_slogan, BASE)
    assert [(w.uitkomst, w.was) for w in first.wijzigingen][:2] == [
        ("verwerkt", "Stad met een hart"),
        ("verwerkt", "Definitief"),
    ]
    run_again(first, other_slogan)


def test_a_conflict_at_the_end_of_a_section_leaves_its_header_alone(other_slogan: bytes) -> None:
    edited = Bestand(BASE)
    status = next(t for t in edited.body.iter(W + "t") if t.text == "Definitief")
    status.text = "Definitief, vastgesteld door de raad"
    first = merged(BASE, other_slogan, edited.klaar())
    assert [was for _, was, _, _ in open_changes(first)] == ["Definitief"]
    assert delen(first.basis).keys() == delen(other_slogan).keys()
    run_again(first, other_slogan)


def test_lines_before_the_end_of_a_section_come_and_go(other_slogan: bytes) -> None:
    """Two lines of the cover become three: the last one still ends the section."""
    longer = Bestand(other_slogan)
    status = next(p for p in longer.body.findall(W + "p") if p.find(f"{W}pPr/{W}sectPr") is not None)
    extra = element("p", '<w:pPr><w:pStyle w:val="OmslagSlogan"/></w:pPr>')
    extra.append(run("Een regel erbij op de omslag."))
    status.addprevious(extra)
    first = merged(BASE, longer.klaar(), BASE)
    assert open_changes(first) == set()
    run_again(first, longer.klaar())
