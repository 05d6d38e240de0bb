"""Reads one wijk and checks it: every finding, and the plan as far as there is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pipeline.account.account import Books, Made, draw_up_account
from pipeline.account.wijkplan import STATUS, WIJKPLAN
from pipeline.bevinding import Bevinding, Plaats
from pipeline.build.plan import bouw_wijkplan
from pipeline.checks.alles import controleer
from pipeline.checks.getallen import Cijferrij, lees_cijfers
from pipeline.checks.invoer import Invoer
from pipeline.document.finish import WordPlan, finish
from pipeline.document.render import judge, render
from pipeline.document.wordml import bladwijzer
from pipeline.errors import InvoerFout
from pipeline.model import Wijkplan
from pipeline.project import Project
from pipeline.publish import eigen_map, publiceer
from pipeline.report.html import als_html
from pipeline.workbook.annotate import annoteer
from pipeline.workbook.bladen import GemeenteBladen, WijkBladen, lees_gemeente, lees_wijk, lees_wijkgegevens
from pipeline.workbook.sheets import CONCEPT, DEFINITIEF

PAGINA, KOPIE = "controle.html", "controle.xlsx"
"""The list of findings as a page to mail round, and as a copy of the workbook with notes."""


@dataclass(frozen=True)
class Gelezen:
    """What was read of a wijk, with all that is to be said of it."""

    plan: Wijkplan
    verwijzingen: list[tuple[str, Plaats]]
    """Every reference inside the plan with the cell in which it is typed."""
    bevindingen: list[Bevinding]
    werkmappen: Books | None = None
    """The opened workbooks, for the account."""


def lees(project: Project, wijk: str) -> Gelezen:
    """Read and check the input of one wijk.

    Raises InvoerFout with all findings when a finding leaves no plan to look at.
    """
    bevindingen: list[Bevinding] = []
    bladen = lees_wijk(project.werkmap(wijk), bevindingen)
    gemeente = _lees_gemeente(project.gemeente, bevindingen)
    gebouwd = bouw_wijkplan(wijk, bladen, gemeente, project.afbeeldingen(wijk), bevindingen)
    if gebouwd is None:
        raise InvoerFout(bevindingen)
    plan, verwijzingen = gebouwd
    if any(bevinding.stopt for bevinding in bevindingen):
        raise InvoerFout(bevindingen + controleer(Invoer(bladen, gemeente, plan, {}), heel=False))
    andere = {naam: cijfers_van(project.werkmap(naam)) for naam in project.wijken() if naam != wijk}
    bevindingen += controleer(Invoer(bladen, gemeente, plan, andere))
    return Gelezen(plan, verwijzingen, bevindingen, _werkmappen(project, wijk, bladen, gemeente))


def _werkmappen(project: Project, wijk: str, bladen: WijkBladen, gemeente: GemeenteBladen) -> Books | None:
    if bladen.werkmap is None or gemeente.werkmap is None:
        return None
    return Books((project.werkmap(wijk).name, bladen.werkmap), (project.gemeente.name, gemeente.werkmap))


def cijfers_van(werkmap: Path) -> Sequence[Cijferrij]:
    """Return the figures of another wijk; as each wijk looks at all others, a file is read once."""
    return _cijfers(werkmap, *_stand(werkmap))


@lru_cache(maxsize=500)
def _cijfers(werkmap: Path, *_stand: int) -> Sequence[Cijferrij]:
    return list(lees_cijfers(lees_wijkgegevens(werkmap)))


def _lees_gemeente(pad: Path, bevindingen: list[Bevinding]) -> GemeenteBladen:
    """Read gemeente.xlsx, once for all wijken of a batch."""
    gemeente, gevonden = _gemeente(pad, *_stand(pad))
    bevindingen += gevonden
    return gemeente


@lru_cache(maxsize=1)
def _gemeente(pad: Path, *_stand: int) -> tuple[GemeenteBladen, list[Bevinding]]:
    gevonden: list[Bevinding] = []
    return lees_gemeente(pad, gevonden), gevonden


def _stand(pad: Path) -> tuple[int, ...]:
    """Return what changes with a file, and with its folder: Excel puts a lock file beside an open one."""
    try:
        bestand, plek = pad.stat(), pad.parent.stat()
    except OSError:
        return ()
    return bestand.st_mtime_ns, bestand.st_ctime_ns, bestand.st_size, bestand.st_ino, plek.st_mtime_ns


def maak_word(project: Project, gelezen: Gelezen) -> WordPlan:
    """Render and finish the Word file; tell of the template, and of every reference without a target.

    Raises InvoerFout with all findings when the template cannot be used.
    """
    template = judge(project.sjabloon)
    gelezen.bevindingen.extend(template.findings)
    if not template.is_usable:
        raise InvoerFout(gelezen.bevindingen)
    word = finish(render(project.sjabloon, gelezen.plan), gelezen.plan)
    gelezen.bevindingen.extend(
        Bevinding("verwijzing-onbekend", plaats, doel, ", ".join(_doelen(word)))
        for doel, plaats in gelezen.verwijzingen
        if bladwijzer(doel) not in word.bladwijzers
    )
    return word


def verantwoord(project: Project, gelezen: Gelezen, word: bytes, definitief: bool | None = None) -> str:
    """Account for every cell in the Word file, before anything of staff comes into it; return it in a line.

    Adds a finding for every cell that is neither printed, used nor told.  `definitief` is what an option
    of the command says in place of the workbook.
    """
    if gelezen.werkmappen is None:
        return ""
    keuze = {} if definitief is None else {STATUS: DEFINITIEF if definitief else CONCEPT}
    stand = draw_up_account(
        WIJKPLAN, gelezen.werkmappen, Made(judge(project.sjabloon).content, word), gelezen.bevindingen, keuze
    )
    gelezen.bevindingen.extend(stand.lost)
    return stand.line()


def _doelen(word: WordPlan) -> list[str]:
    """Return the places to which a person can refer, as they are typed."""
    namen = (re.sub(r"(?<=\d)_(?=\d)", ".", naam) for naam in word.bladwijzers if not naam.startswith("_"))
    return sorted("#" + naam.replace("_", "-") for naam in namen)


def controleer_wijk(project: Project, wijk: str) -> tuple[list[Bevinding], list[Path], str]:
    """Check one wijk and write the list in two forms; return the findings, the files made and the account.

    The copy of the workbook is left out when that cannot be opened.  Raises as `publiceer` does.
    """
    project.controleer_wijk(wijk)
    try:
        gelezen = lees(project, wijk)
        telling = verantwoord(project, gelezen, maak_word(project, gelezen).als_bytes())
        bevindingen = gelezen.bevindingen
    except InvoerFout as fout:
        telling, bevindingen = "", fout.bevindingen
    uitvoer = project.uitvoer(wijk)
    with eigen_map(uitvoer) as werk:
        (werk / PAGINA).write_text(als_html(bevindingen, f"Controle van {wijk}", telling), encoding="utf-8")
        namen = [PAGINA]
        if annoteer(project.werkmap(wijk), werk / KOPIE, bevindingen):
            namen.append(KOPIE)
        vervallen = [naam for naam in (KOPIE,) if naam not in namen]
        publiceer(werk, namen, uitvoer, vervallen=vervallen)
    return bevindingen, [uitvoer / naam for naam in namen], telling
