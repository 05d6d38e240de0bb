"""Reads the source of pipeline/ for the tests that hold it against a rule."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PIPELINE = Path(__file__).parent.parent / "pipeline"


class Import(NamedTuple):
    """What a module imports ('openpyxl.styles'), and whether it does so only when a function runs."""

    doel: str
    pas_bij_gebruik: bool


class Module(NamedTuple):
    """A module of pipeline/: its name ('pipeline.build.plan'), its room ('build'), its text and its tree."""

    naam: str
    kamer: str
    tekst: str
    boom: ast.Module

    def imports(self) -> list[Import]:
        """Return every import; of `from a import b` both 'a' and 'a.b', for b may be a module."""
        functies = [knoop for knoop in ast.walk(self.boom) if isinstance(knoop, ast.FunctionDef)]
        binnen = {id(knoop) for functie in functies for knoop in ast.walk(functie)}
        uit = []
        for knoop in ast.walk(self.boom):
            if isinstance(knoop, ast.Import):
                doelen = [naam.name for naam in knoop.names]
            elif isinstance(knoop, ast.ImportFrom):
                doelen = [str(knoop.module), *(f"{knoop.module}.{naam.name}" for naam in knoop.names)]
            else:
                continue
            uit += [Import(doel, id(knoop) in binnen) for doel in doelen]
        return uit

    def namen(self) -> set[str]:
        """Return every name that is used, with dots where they stand: 'sys.exit', 'print'."""
        knopen = [knoop for knoop in ast.walk(self.boom) if isinstance(knoop, ast.Name | ast.Attribute)]
        return {ast.unparse(knoop) for knoop in knopen}


class Gegeven(NamedTuple):
    """A finding as it is given in the source: its code and whether its words are filled in."""

    code: str
    kamer: str
    waar: str
    staat_er: bool
    aanvulling: bool


def modules() -> list[Module]:
    """Return every module of pipeline/; the room of one at the top is its own name."""
    uit = []
    for pad in sorted(PIPELINE.rglob("*.py")):
        delen = pad.relative_to(PIPELINE.parent).with_suffix("").parts
        naam = ".".join(delen[:-1] if delen[-1] == "__init__" else delen)
        tekst = pad.read_text(encoding="utf-8")
        uit.append(Module(naam, delen[1], tekst, ast.parse(tekst, str(pad))))
    return uit


def gegeven() -> list[Gegeven]:
    """Return every finding that the source gives.

    A finding is made by `Bevinding(code, ...)` or by a `meld(code, plaats, ...)`, which itself passes
    its parameter `code` on.
    """
    return [gift for module in modules() for gift in _gegeven(module)]


def gegeven_codes(kamer: str) -> set[str]:
    """Return the codes that the modules of one room give."""
    return {gift.code for gift in gegeven() if gift.kamer == kamer}


def _gegeven(module: Module) -> Iterator[Gegeven]:
    for knoop in ast.walk(module.boom):
        if not isinstance(knoop, ast.Call) or ast.unparse(knoop.func).split(".")[-1] not in (
            "Bevinding",
            "meld",
        ):
            continue
        argumenten = dict(zip(("code", "plaats", "staat_er", "aanvulling"), knoop.args, strict=False))
        argumenten |= {str(woord.arg): woord.value for woord in knoop.keywords}
        if "plaats" not in argumenten:
            continue  # the `meld` that tells of the steps of a run
        waar, code = f"{module.naam}:{knoop.lineno}", argumenten["code"]
        if isinstance(code, ast.Constant):
            yield Gegeven(
                str(code.value), module.kamer, waar, "staat_er" in argumenten, "aanvulling" in argumenten
            )
        else:
            assert ast.unparse(code) == "code", f"{waar} gives a code that this scan cannot read"
