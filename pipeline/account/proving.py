"""Proves what is expected against the Word file: each cell is there, there in another form, or not there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import IntEnum
from typing import TypeVar

from pipeline.account.cells import Typed
from pipeline.account.expecting import Expectation, Plan, Wanted, WantedRow
from pipeline.account.finding_text import Sections, fits, has_all, has_words, links, paragraphs, rows
from pipeline.account.rich import plain, same_target
from pipeline.account.template import Spot, Template
from pipeline.account.word import Paragraph, Row, WordFile
from pipeline.bevinding import Plaats

MAX_PROPERTY = 255
"""Characters that a property of a Word file holds."""
T = TypeVar("T")
F = TypeVar("F")


class State(IntEnum):
    """What was found of a cell, from good to bad."""

    PRINTED = 0
    FORM = 1
    """Its words are there; their form, or the kind of paragraph, is another."""
    ABSENT = 2


@dataclass
class Proof:
    """What was found of each cell; the worst counts."""

    states: dict[Plaats, State] = field(default_factory=dict)
    cells: dict[Plaats, Typed] = field(default_factory=dict)

    def note(self, cells: Sequence[Typed], state: State) -> None:
        for cell in cells:
            self.cells[cell.place] = cell
            self.states[cell.place] = max(state, self.states.get(cell.place, State.PRINTED))


def prove(plan: Plan, template: Template, word: WordFile) -> Proof:
    """Look up all that is expected."""
    proof, sections = Proof(), Sections(word)
    _prove_paragraphs(plan.paragraphs, template, sections, proof)
    _prove_rows(plan.rows, template, sections, proof)
    _prove_pictures(plan.pictures, template, sections, proof)
    for expected in plan.targets:
        spots = template.spots.get(expected.tag, [])
        address = plain(expected.wanted.options[0][0]).strip()
        found = [link for spot in spots for link in links(sections.blocks(spot.path, expected.scope))]
        there = any(same_target(address, link) for link in found)
        proof.note(expected.wanted.cells, State.PRINTED if there else State.ABSENT)
    proof.note(plan.formless, State.FORM)
    for name, cell in plan.properties:
        there = _in_property(cell, word.properties.get(name, ""))
        proof.note((cell,), State.PRINTED if there else State.ABSENT)
    for name, scope, cell in plan.conditions:
        spots = template.conditional.get(name, [])
        there = all(
            any(block.text == plain_words(spot) for block in paragraphs(sections.blocks(spot.path, scope)))
            for spot in spots
        )
        proof.note((cell,), State.PRINTED if there else State.ABSENT)
    return proof


def plain_words(spot: Spot) -> str:
    """Return a paragraph of the template that has no tags."""
    return spot.pattern.parts[0].strip()


def _in_property(cell: Typed, found: str) -> bool:
    names = [name.strip() for name in cell.text.replace(";", "\n").split("\n")]
    return len(found) >= MAX_PROPERTY or all(name in found for name in names)


def _prove_paragraphs(
    expected: Sequence[Expectation], template: Template, sections: Sections, proof: Proof
) -> None:
    """Prove texts in their order, tag by tag and part by part.

    What only stands under a condition may stand at one of its spots; all else stands at each.
    """
    best: dict[int, State] = {}
    for spot, at_spot in _by_spot(expected, template):
        states = _at_spot(spot, at_spot, sections)
        for item, state in zip(at_spot, states, strict=True):
            known = best.get(id(item))
            if spot.conditions:
                best[id(item)] = state if known is None else min(known, state)
            else:
                best[id(item)] = state if known is None else max(known, state)
    for item in expected:
        proof.note(item.wanted.cells, best.get(id(item), State.ABSENT))


def _by_spot(expected: Sequence[Expectation], template: Template) -> list[tuple[Spot, list[Expectation]]]:
    by_tag: dict[str, list[Expectation]] = {}
    for item in expected:
        by_tag.setdefault(item.tag, []).append(item)
    return [(spot, items) for tag, items in by_tag.items() for spot in template.spots.get(tag, [])]


def _at_spot(spot: Spot, expected: list[Expectation], sections: Sections) -> list[State]:
    states: dict[int, State] = {}
    if spot.in_header:
        groups = [(expected, sections.word.headers)]
    else:
        by_place: dict[int, tuple[list[Expectation], list[Paragraph]]] = {}
        for item in expected:
            blocks = sections.blocks(spot.path, item.scope)
            by_place.setdefault(id(blocks), ([], paragraphs(blocks)))[0].append(item)
        groups = list(by_place.values())
    for items, found in groups:
        part = _in_order(
            items,
            found,
            lambda item, paragraph: has_all(paragraph, item, spot),
            lambda item, paragraph: has_words(paragraph, item, spot),
        )
        states |= {id(item): state for item, state in zip(items, part, strict=True)}
    return [states[id(item)] for item in expected]


def _in_order(
    wanted: Sequence[T], found: Sequence[F], whole: Callable[[T, F], bool], words: Callable[[T, F], bool]
) -> list[State]:
    """Tell of each wanted thing whether it is there, all in their order.

    Taking the first that fits, each time, finds a way whenever there is one.  Only where there is none it
    matters which of them are to blame: for that the two are laid side by side.
    """
    place = 0
    for item in wanted:
        place = next((n + 1 for n in range(place, len(found)) if whole(item, found[n])), -1)
        if place < 0:
            break
    else:
        return [State.PRINTED] * len(wanted)
    numbers = [
        next((n for n, other in enumerate(found) if words(item, other)), -1 - m)
        for m, item in enumerate(wanted)
    ]
    first = [next((m for m in range(n) if found[m] == found[n]), n) for n in range(len(found))]
    states = [State.ABSENT] * len(wanted)
    matcher = SequenceMatcher(None, numbers, first, autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            item, other = wanted[block.a + step], found[block.b + step]
            states[block.a + step] = State.PRINTED if whole(item, other) else State.FORM
    return states


def _prove_rows(expected: Sequence[WantedRow], template: Template, sections: Sections, proof: Proof) -> None:
    groups: dict[tuple[str, int], tuple[Spot, list[WantedRow], list[Row]]] = {}
    for row in expected:
        spots = template.spots.get(row.tag, [])
        if not spots:
            _note_row(row, State.ABSENT, proof)
            continue
        blocks = sections.blocks(spots[0].path, row.scope)
        groups.setdefault((row.tag, id(blocks)), (spots[0], [], rows(blocks)))[1].append(row)
    for spot, wanted, found in groups.values():
        place = 0
        for row in wanted:
            place = next((n + 1 for n in range(place, len(found)) if _row_fits(row, found[n], spot)), -1)
            if place < 0:
                break
        if place >= 0:
            for row in wanted:
                _note_row(row, State.PRINTED, proof)
        else:
            _blame_rows(wanted, found, spot, proof)


def _note_row(row: WantedRow, state: State, proof: Proof) -> None:
    for wanted in row.cells:
        for one in wanted or ():
            proof.note(one.cells, state)


def _row_fits(row: WantedRow, found: Row, spot: Spot) -> bool:
    return len(row.cells) == len(found.cells) and all(
        max(_cell_states(wanted, cell, row, spot), default=State.PRINTED) == State.PRINTED
        for wanted, cell in zip(row.cells, found.cells, strict=True)
    )


def _cell_states(
    wanted: tuple[Wanted, ...] | None, found: tuple[Paragraph, ...], row: WantedRow, spot: Spot
) -> list[State]:
    items = [Expectation(row.tag, row.scope, one) for one in wanted or ()]
    return _in_order(
        items,
        found,
        lambda item, paragraph: has_all(paragraph, item, spot),
        lambda item, paragraph: has_words(paragraph, item, spot),
    )


def _blame_rows(wanted: list[WantedRow], found: list[Row], spot: Spot, proof: Proof) -> None:
    """Find for each row the one that is most like it, after that of the row before; the rest is absent."""
    place = 0
    for row in wanted:
        best, best_place = -1, place
        best_states: list[list[State]] = []
        for number in range(place, len(found)):
            if len(found[number].cells) != len(row.cells):
                continue
            states = [
                _cell_states(cell, other, row, spot)
                for cell, other in zip(row.cells, found[number].cells, strict=True)
            ]
            good = sum(State.ABSENT - state for cell in states for state in cell)
            if good > best:
                best, best_states, best_place = good, states, number + 1
            if good == State.ABSENT * sum(map(len, states)):
                break
        if best < 1:
            _note_row(row, State.ABSENT, proof)
            continue
        place = best_place
        for cell, found_states in zip(row.cells, best_states, strict=True):
            for one, state in zip(cell or (), found_states, strict=True):
                proof.note(one.cells, state)


def _prove_pictures(
    expected: Sequence[Expectation], template: Template, sections: Sections, proof: Proof
) -> None:
    for item in expected:
        spots = template.spots.get(item.tag, [])
        blocks = [block for spot in spots for block in sections.blocks(spot.path, item.scope)]
        found = [text.strip() for paragraph in paragraphs(blocks) for text in paragraph.pictures]
        alternative = plain(item.wanted.options[0][0]).strip()
        there = any(fits(alternative, text) for text in found)
        proof.note(item.wanted.cells, State.PRINTED if there else State.ABSENT)
