"""Judges what a template says by Jinja's own syntax tree: names, loops over our lists, plain choices.

Whatever is not in this list of forms is refused before anything of it is carried out.  A loop in a loop
goes over a list of the same thing: so what a template makes grows with the data, not with their product.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from pipeline.bevinding import Bevinding
from pipeline.document.template_names import NAMES, ListOf, Shape, dotted
from pipeline.document.template_places import Places
from pipeline.document.template_tags import Tag
from pipeline.spelling import lijkt_op

MAX_LOOPS = 3
"""Loops within each other: kernaanpak, cluster, row."""
_BEGIN = re.compile(r"\{[{%#]")
_FORMS = {"text": "", "number": "", "runs": "r", "blocks": "p"}
"""The letter of a tag for what stands in the place of its name."""


@dataclass(frozen=True)
class _Named:
    """What a name stands for, and where it comes from: 'kernaanpakken[].clusters'."""

    shape: Shape
    path: str


_Scope = Mapping[str, _Named]


def judge_language(
    xml: str, tags: list[Tag], places: Places, prepare: Callable[[str], str], environment: Environment
) -> Iterator[Bevinding]:
    """Judge a part of a template, given as XML with its tags in order.

    `prepare` is what docxtpl does to the XML before Jinja reads it.
    """
    # Each tag on a line of its own, so that a line of the syntax tree tells which tag it is.
    source = _BEGIN.sub(lambda found: f"\n{found[0]}", prepare(xml).replace("\n", " ").replace("\r", " "))
    if len(_BEGIN.findall(source)) != len(tags):
        yield Bevinding("sjabloon-tag-plaats", places.whole, "een tag tussen andere tekens")
        return
    judge = _Judge(tags, places)
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        yield judge.refusal(error.lineno)
        return
    except RecursionError:
        yield judge.refusal(2)
        return
    scope = {name: _Named(shape, name) for name, shape in NAMES.items()}
    yield from judge.block(tree.body, scope, ())


class _Judge:
    """Walks over the syntax tree of one part."""

    def __init__(self, tags: list[Tag], places: Places) -> None:
        self._tags = tags
        self._places = places
        self._loops = {tag.words.split(" ")[1]: tag for tag in tags if tag.keyword == "for"}

    def tag(self, line: int) -> Tag:
        return self._tags[min(max(line - 2, 0), len(self._tags) - 1)]

    def refusal(self, line: int) -> Bevinding:
        tag = self.tag(line)
        return Bevinding("sjabloon-tag-fout", self._places.of(tag.element, tag.text), tag.text, "{{ wijk }}")

    def block(self, body: list[nodes.Node], scope: _Scope, loops: tuple[str, ...]) -> Iterator[Bevinding]:
        """Judge what stands in a row; `loops` are the lists that are being gone over."""
        for node in body:
            match node:
                case nodes.Output():
                    for part in node.nodes:
                        yield from self._output(part, scope)
                case nodes.For():
                    yield from self._loop(node, scope, loops)
                case nodes.If():
                    yield from self._choice(node, scope, loops)
                case _:
                    yield self.refusal(node.lineno)

    def _output(self, node: nodes.Node, scope: _Scope) -> Iterator[Bevinding]:
        if isinstance(node, nodes.TemplateData):
            return
        named, findings = self._resolve(node, scope)
        yield from findings
        if named is None:
            return
        tag = self.tag(node.lineno)
        place = self._places.of(tag.element, tag.text)
        form = _FORMS.get(named.shape) if isinstance(named.shape, str) else None
        if tag.keyword == "colspan":
            if named.shape != "number":
                yield Bevinding("sjabloon-tag-vorm", place, tag.text, "een naam die voor een getal staat")
        elif form is None:
            words = "deze naam na for of if; hij staat niet voor een tekst"
            yield Bevinding("sjabloon-tag-vorm", place, tag.text, words)
        elif form != tag.prefix:
            meant = f"{{{{{form} {tag.words} }}}}"
            alone = ", alleen in een eigen alinea" if form == "p" else ""
            yield Bevinding("sjabloon-tag-vorm", place, tag.text, meant + alone)

    def _loop(self, node: nodes.For, scope: _Scope, loops: tuple[str, ...]) -> Iterator[Bevinding]:
        if node.test is not None or node.recursive or node.else_ or not isinstance(node.target, nodes.Name):
            yield self.refusal(node.lineno)
            return
        tag = self.tag(node.lineno)
        place = self._places.of(tag.element, tag.text)
        named, findings = self._resolve(node.iter, scope)
        yield from findings
        if named is None:
            return
        if not isinstance(named.shape, ListOf):
            yield Bevinding("sjabloon-herhaling", place, tag.text, "de naam van een lijst na in")
            return
        if (loops and not any(_belongs(named.path, loop) for loop in loops)) or named.path in loops:
            words = f"een lijst die hoort bij '{self._loop_names(scope, loops)}'"
            yield Bevinding("sjabloon-herhaling", place, tag.text, words)
            return
        if len(loops) == MAX_LOOPS:
            yield Bevinding("sjabloon-te-diep", place, tag.text)
            return
        inner = {**scope, node.target.name: _Named(named.shape.item, f"{named.path}[]")}
        yield from self.block(node.body, inner, (*loops, named.path))

    @staticmethod
    def _loop_names(scope: _Scope, loops: tuple[str, ...]) -> str:
        return ", ".join(name for name, named in scope.items() if named.path == f"{loops[-1]}[]")

    def _choice(self, node: nodes.If, scope: _Scope, loops: tuple[str, ...]) -> Iterator[Bevinding]:
        if node.elif_:
            yield self.refusal(node.elif_[0].lineno)
            return
        yield from self._resolve(node.test, scope)[1]
        yield from self.block(node.body, scope, loops)
        yield from self.block(node.else_, scope, loops)

    def _resolve(self, node: nodes.Node, scope: _Scope) -> tuple[_Named | None, list[Bevinding]]:
        """Return what a name stands for; without it, the finding that says why not."""
        parts = _dotted(node)
        if parts is None:
            return None, [self.refusal(node.lineno)]
        tag = self.tag(node.lineno)
        place = self._places.of(tag.element, tag.text)
        name = ".".join(parts)
        first = scope.get(parts[0])
        if first is None and parts[0] in self._loops:
            loop = self._loops[parts[0]]
            pair = f"{loop.text} en {{%{loop.prefix} endfor %}}"
            return None, [Bevinding("sjabloon-naam-buiten", place, name, pair)]
        named = first
        for part in parts[1:]:
            shape = None if named is None else named.shape
            inner = shape.get(part) if isinstance(shape, Mapping) else None
            named = None if named is None or inner is None else _Named(inner, f"{named.path}.{part}")
        if named is None:
            known = list(dotted({name: named.shape for name, named in scope.items()}))
            meant = lijkt_op(name, known, 0.6)
            return None, [
                Bevinding("sjabloon-naam-onbekend", place, name, f"; bedoelt u '{meant}'?" if meant else "")
            ]
        return named, []


def _belongs(path: str, loop: str) -> bool:
    """Whether a list is one of the thing that a loop is at, or stands in one group with its list."""
    group, _, _ = loop.rpartition(".")
    beside = bool(group) and "[]" not in group and path.rpartition(".")[0] == group
    return path.startswith(f"{loop}[].") or beside


def _dotted(node: nodes.Node) -> list[str] | None:
    """Return the parts of a plain name ('kernaanpak.titel'); None for anything else."""
    parts: list[str] = []
    while isinstance(node, nodes.Getattr):
        parts.append(node.attr)
        node = node.node
    return [node.name, *reversed(parts)] if isinstance(node, nodes.Name) else None
