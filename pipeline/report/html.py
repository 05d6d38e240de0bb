"""The list of findings as an accessible page without scripts, to be read in a browser or mailed round."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from pipeline.bevinding import Bevinding
from pipeline.report.lijst import ERNSTEN, KLEUREN, per_blad, telling, zelfde, zichtbaar

SJABLOON, SJABLOON_WORD = "controle.html.jinja", "toegankelijkheid.html.jinja"

_SYMBOLEN = {"fout": "✕", "waarschuwing": "▲", "tip": "◆"}


def als_html(bevindingen: list[Bevinding], titel: str, account: str = "") -> str:
    """Return the page. All text is escaped; the same findings, in any order, give the same page.

    `account` is the line on all cells; above all else stands what is not in the plan.
    """
    return _render(SJABLOON, bevindingen, titel, account=account, weg=_niet_in_plan(bevindingen))


def _niet_in_plan(bevindingen: list[Bevinding]) -> list[tuple[str, Bevinding, str]]:
    """Return what is left out or otherwise, with its file and sheet and its cells."""
    weg = [bevinding for bevinding in bevindingen if bevinding.left_out]
    return [(str(blad), een, plekken) for blad, groep in per_blad(weg) for een, plekken in zelfde(groep)]


def als_verslag(
    bevindingen: list[Bevinding],
    titel: str,
    kenmerken: list[tuple[str, str]],
    antwoorden: list[tuple[str, str, list[Bevinding]]],
) -> str:
    """Return the page on the accessibility of a Word file.

    Beside the findings it has the particulars of the file, each with its name, and every question with
    its criterion and its own findings: none is in order.
    """
    meer = {"account": "", "weg": [], "kenmerken": kenmerken, "antwoorden": antwoorden}
    return _render(SJABLOON_WORD, bevindingen, titel, **meer)


def _render(naam: str, bevindingen: list[Bevinding], titel: str, **meer: object) -> str:
    omgeving = Environment(
        loader=FunctionLoader(lambda bron: files(__package__).joinpath(bron).read_text(encoding="utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_schoon,
    )
    omgeving.globals |= {"zelfde": zelfde, "telling": telling, "symbolen": _SYMBOLEN}
    return omgeving.get_template(naam).render(
        titel=titel,
        bevindingen=bevindingen,
        bladen=per_blad(bevindingen),
        ernsten=[(ernst, KLEUREN[ernst]) for ernst in ERNSTEN],
        **meer,
    )


def _schoon(waarde: object) -> object:
    """Clean what stands in a tag; what the template itself made is ready."""
    return zichtbaar(str(waarde)) if not isinstance(waarde, Markup) else waarde
