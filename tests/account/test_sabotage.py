"""The negative control: whatever building or rendering does wrong, the account sees it, and at that cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

import pipeline.build.bijlagen
import pipeline.build.plan
import pipeline.check
import pipeline.document.context
import pipeline.document.render
from pipeline.document.context import met_status
from pipeline.document.wordml import Schrijver
from pipeline.model import Activiteit, Wijkplan
from pipeline.project import Project
from tests.account.drawn_up import account_of, rich_project

WIJK = "nieuwland"
Patch = pytest.MonkeyPatch


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return rich_project(tmp_path_factory.mktemp("rijk"))


@dataclass(frozen=True)
class Sabotage:
    """One way to break a plan: what is broken, and the sheets in which cells must then be missed."""

    name: str
    do: Callable[[Patch], None]
    sheets: tuple[str, ...]


def other_context(name: str, change: Callable[[dict[str, Any]], None], *sheets: str) -> Sabotage:
    """Change what the template sees."""

    def do(patch: Patch) -> None:
        made = getattr(pipeline.document.render, "maak_context")  # noqa: B009 - it is imported there

        def spoilt(*arguments: Any) -> dict[str, Any]:
            context: dict[str, Any] = made(*arguments)
            change(context)
            return context

        patch.setattr(pipeline.document.render, "maak_context", spoilt)

    return Sabotage(name, do, sheets)


def other_plan(name: str, change: Callable[[Wijkplan], Wijkplan], *sheets: str) -> Sabotage:
    """Change the plan between building and rendering."""

    def do(patch: Patch) -> None:
        patch.setattr(pipeline.check, "render", lambda path, plan: RENDER(path, change(plan)))

    return Sabotage(name, do, sheets)


RENDER = getattr(pipeline.check, "render")  # noqa: B009 - it is imported there


def other_writer(name: str, method: str, change: Callable[..., Any], *sheets: str) -> Sabotage:
    """Change how prose is written."""

    def do(patch: Patch) -> None:
        made = getattr(Schrijver, method)
        patch.setattr(Schrijver, method, lambda *a, **k: change(made, *a, **k))

    return Sabotage(name, do, sheets)


def _swap(items: Any, one: int, other: int) -> Any:
    out = list(items)
    out[one], out[other] = out[other], out[one]
    return tuple(out)


def _kernaanpak(plan: Wijkplan, number: int, **changes: Any) -> Wijkplan:
    changed = replace(plan.kernaanpakken[number], **changes)
    kernaanpakken = [*plan.kernaanpakken[:number], changed, *plan.kernaanpakken[number + 1 :]]
    return replace(plan, kernaanpakken=tuple(kernaanpakken))


def _cluster(plan: Wijkplan, **changes: Any) -> Wijkplan:
    first, *rest = plan.kernaanpakken[0].clusters
    return _kernaanpak(plan, 0, clusters=(replace(first, **changes), *rest))


def _row(plan: Wijkplan, number: int, **changes: Any) -> Wijkplan:
    rows = list(plan.kernaanpakken[0].clusters[0].rijen)
    rows[number] = replace(rows[number], **changes)
    return _cluster(plan, rijen=tuple(rows))


def _rows(plan: Wijkplan) -> Any:
    return plan.kernaanpakken[0].clusters[0].rijen


def _indicator(plan: Wijkplan, number: int, **changes: Any) -> Wijkplan:
    rows = list(plan.wijkgegevens.indicatoren)
    rows[number] = replace(rows[number], **changes)
    return replace(plan, wijkgegevens=replace(plan.wijkgegevens, indicatoren=tuple(rows)))


def _joined_always(patch: Patch) -> None:
    patch.setattr(pipeline.build.bijlagen, "_hoort_bij", lambda *_: True)


def _never_joined(patch: Patch) -> None:
    patch.setattr(pipeline.build.bijlagen, "_hoort_bij", lambda *_: False)


def _another_status(patch: Patch) -> None:
    def other(activity: Activiteit, before: bool) -> Any:
        return met_status(replace(activity, status=activity.status and "Nieuw"), before)

    patch.setattr(pipeline.document.context, "met_status", other)


def _plain(made: Any, writer: Any, run: Any, **more: Any) -> str:
    return str(made(writer, replace(run, vet=False), **more))


def _straight(made: Any, writer: Any, run: Any, **more: Any) -> str:
    return str(made(writer, replace(run, cursief=False), **more))


def _unlinked(made: Any, writer: Any, run: Any, **more: Any) -> str:
    return str(made(writer, replace(run, doel=""), **more))


def _elsewhere(made: Any, writer: Any, run: Any, **more: Any) -> str:
    return str(made(writer, replace(run, doel=run.doel and "https://elders.nl"), **more))


def _other_letter(made: Any, writer: Any, run: Any, **more: Any) -> str:
    return str(made(writer, replace(run, tekst=run.tekst.replace("geen", "een")), **more))


def _one_space(made: Any, writer: Any, run: Any, **more: Any) -> str:
    return str(made(writer, replace(run, tekst=run.tekst.replace("\n", " ")), **more))


def _no_lists(made: Any, writer: Any, blocks: Any, *rest: Any, **more: Any) -> Any:
    return made(writer, [replace(block, vorm="alinea") for block in blocks], *rest, **more)


def _last_lost(made: Any, writer: Any, blocks: Any, *rest: Any, **more: Any) -> Any:
    return made(writer, blocks[:-1], *rest, **more)


SABOTAGES = (
    other_plan("a row of a table is dropped", lambda p: _cluster(p, rijen=_rows(p)[1:]), "Activiteiten"),
    other_plan("two rows change places", lambda p: _cluster(p, rijen=_swap(_rows(p), 0, 1)), "Activiteiten"),
    other_plan(
        "two cells change places",
        lambda p: _row(p, 0, mogelijkheid=_rows(p)[0].factoren, factoren=_rows(p)[0].mogelijkheid),
        "Activiteiten",
    ),
    other_plan("a cell of a table is empty", lambda p: _row(p, 1, factoren=()), "Activiteiten"),
    other_plan(
        "an activity is dropped",
        lambda p: _row(p, 0, activiteiten=_rows(p)[0].activiteiten[1:]),
        "Activiteiten",
    ),
    other_plan(
        "an activity stands under another mogelijkheid",
        lambda p: _row(
            _row(p, 1, activiteiten=_rows(p)[0].activiteiten), 0, activiteiten=_rows(p)[1].activiteiten
        ),
        "Activiteiten",
    ),
    Sabotage("all rows of a cluster are one", _joined_always, ("Activiteiten",)),
    Sabotage("no rows are joined", _never_joined, ("Activiteiten",)),
    Sabotage("each activity has another status", _another_status, ("Activiteiten",)),
    other_plan("a status stands elsewhere", lambda p: replace(p, status_voor_tekst=False), "Activiteiten"),
    other_plan("a table is gone", lambda p: _cluster(p, rijen=()), "Activiteiten"),
    other_plan("the introduction of a cluster is gone", lambda p: _cluster(p, inleiding=()), "Clusters"),
    other_plan("the title of a cluster is another", lambda p: _cluster(p, titel="Iets anders"), "Clusters"),
    other_plan("the heading above a cluster is gone", lambda p: _cluster(p, kop_erboven="X"), "Clusters"),
    other_plan(
        "the last paragraph of a part is dropped",
        lambda p: _kernaanpak(p, 0, inhoud=p.kernaanpakken[0].inhoud[:-1]),
        "Teksten",
    ),
    other_plan(
        "two paragraphs change places",
        lambda p: replace(p, samenvatting=_swap(p.samenvatting, 0, 1)),
        "Teksten",
    ),
    other_plan(
        "a text stands under another kernaanpak",
        lambda p: _kernaanpak(
            _kernaanpak(p, 0, inhoud=p.kernaanpakken[1].inhoud), 1, inhoud=p.kernaanpakken[0].inhoud
        ),
        "Teksten",
    ),
    other_plan(
        "a text stands in another part",
        lambda p: _kernaanpak(p, 0, inhoud=p.kernaanpakken[0].aanpak, aanpak=p.kernaanpakken[0].inhoud),
        "Teksten",
    ),
    other_plan("a theme is dropped", lambda p: replace(p, themas=p.themas[1:]), "Teksten"),
    other_plan(
        "a theme has no title",
        lambda p: replace(p, themas=(replace(p.themas[0], titel="Thema"), *p.themas[1:])),
        "Teksten",
    ),
    other_plan(
        "a text stands under another theme",
        lambda p: replace(
            p,
            themas=(
                replace(p.themas[0], tekst=p.themas[1].tekst),
                replace(p.themas[1], tekst=p.themas[0].tekst),
                *p.themas[2:],
            ),
        ),
        "Teksten",
    ),
    other_writer("bold is lost", "_run", _plain, "Teksten"),
    other_writer("italic is lost", "_run", _straight, "Teksten"),
    other_writer("links are lost", "_run", _unlinked, "Teksten", "Plan"),
    other_writer("links lead elsewhere", "_run", _elsewhere, "Teksten", "Plan"),
    other_writer("a letter is another", "_run", _other_letter, "Teksten"),
    other_writer("a line break is a space", "_run", _one_space, "Teksten"),
    other_writer("lists are plain text", "blokken", _no_lists, "Teksten"),
    other_writer("each prose lacks its last", "blokken", _last_lost, "Teksten", "Clusters"),
    other_plan(
        "a figure is another", lambda p: _indicator(p, 0, waarden=("14199", "161.857")), "Wijkgegevens"
    ),
    other_plan(
        "two figures change places",
        lambda p: _indicator(p, 2, waarden=_swap(p.wijkgegevens.indicatoren[2].waarden, 0, 1)),
        "Wijkgegevens",
    ),
    other_plan("a source is another", lambda p: _indicator(p, 1, bron="2023, CBS"), "Wijkgegevens"),
    other_plan("a group is another", lambda p: _indicator(p, 0, groep="Iets"), "Wijkgegevens"),
    other_plan(
        "an indicator is dropped",
        lambda p: replace(
            p, wijkgegevens=replace(p.wijkgegevens, indicatoren=p.wijkgegevens.indicatoren[:-1])
        ),
        "Wijkgegevens",
    ),
    other_plan(
        "a column has another name",
        lambda p: replace(p, wijkgegevens=replace(p.wijkgegevens, kolommen=("Calveen", "Amersfoort"))),
        "Wijkgegevens",
    ),
    other_plan(
        "an organisation is lost", lambda p: replace(p, organisaties=p.organisaties[:-1]), "Organisaties"
    ),
    other_plan(
        "two organisations change places",
        lambda p: replace(p, organisaties=_swap(p.organisaties, 2, 3)),
        "Organisaties",
    ),
    other_plan(
        "a factor is lost",
        lambda p: replace(p, rangorde=replace(p.rangorde, top=p.rangorde.top[:-1])),
        "Factoren",
    ),
    other_plan(
        "two factors change places",
        lambda p: replace(p, rangorde=replace(p.rangorde, top=_swap(p.rangorde.top, 0, 1))),
        "Factoren",
    ),
    other_plan(
        "what is taken up elsewhere is lost",
        lambda p: replace(p, rangorde=replace(p.rangorde, elders=())),
        "Factoren",
    ),
    other_plan(
        "a kernaanpak has another title", lambda p: _kernaanpak(p, 1, titel="Anders"), "Kernaanpakken"
    ),
    other_plan(
        "a kernaanpak has one factor", lambda p: _kernaanpak(p, 1, factoren=("Stress",)), "Kernaanpakken"
    ),
    other_plan("standard text is not there", lambda p: _kernaanpak(p, 1, opgroeien=False), "Kernaanpakken"),
    other_plan("the name is another", lambda p: replace(p, naam="Nieuwland"), "Plan"),
    other_plan("the abbreviation is another", lambda p: replace(p, afkorting="nc"), "Plan"),
    other_plan("the years are others", lambda p: replace(p, periode=(2026, 2029)), "Plan"),
    other_plan("the version is gone", lambda p: replace(p, versie=""), "Plan"),
    other_plan("the status is another", lambda p: replace(p, definitief=False), "Plan"),
    other_plan("the sentence on the order is gone", lambda p: replace(p, volgorde_zin=""), "Plan"),
    other_plan(
        "an alternative text is another",
        lambda p: replace(p, afbeeldingen=(replace(p.afbeeldingen[0], alt_tekst="Iets"),)),
        "Afbeeldingen",
    ),
    other_plan(
        "a picture stands elsewhere",
        lambda p: replace(p, afbeeldingen=(replace(p.afbeeldingen[0], plaats="Opening"),)),
        "Afbeeldingen",
    ),
    other_plan("a picture is gone", lambda p: replace(p, afbeeldingen=()), "Afbeeldingen"),
    other_plan(
        "a line of the colofon is lost",
        lambda p: replace(p, gemeente=replace(p.gemeente, colofon=p.gemeente.colofon[1:])),
        "Colofon",
    ),
    other_plan(
        "a line of the colofon is a heading",
        lambda p: replace(
            p,
            gemeente=replace(
                p.gemeente, colofon=(replace(p.gemeente.colofon[0], kopje=True), *p.gemeente.colofon[1:])
            ),
        ),
        "Colofon",
    ),
    other_context("the summary is not rendered", lambda c: c.update(samenvatting=""), "Teksten"),
    other_context("kernaanpakken change places", lambda c: c["kernaanpakken"].reverse(), "Kernaanpakken"),
)


@pytest.fixture
def broken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Sabotage:
    sabotage: Sabotage = request.param
    sabotage.do(monkeypatch)
    return sabotage


@pytest.mark.parametrize("broken", SABOTAGES, ids=lambda s: s.name, indirect=True)
def test_the_account_sees_what_is_broken(broken: Sabotage, rich: Project) -> None:
    _, lost, _ = account_of(rich, WIJK)
    assert lost, broken.name
    assert set(broken.sheets) <= {finding.plaats.blad for finding in lost}


def test_the_account_of_the_same_plan_unbroken_misses_nothing(rich: Project) -> None:
    assert account_of(rich, WIJK)[1] == []
