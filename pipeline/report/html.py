"""The list of findings as one accessible page without scripts, to be read in a browser or mailed round."""

from __future__ import annotations

from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from pipeline.bevinding import Bevinding
from pipeline.report.lijst import ERNSTEN, KLEUREN, per_blad, telling, zelfde, zichtbaar

SJABLOON = "controle.html.jinja"

_SYMBOLEN = {"fout": "✕", "waarschuwing": "▲", "tip": "◆"}


def als_html(bevindingen: list[Bevinding], titel: str) -> str:
    """Return the page. All text is escaped; the same findings, in any order, give the same page."""
    omgeving = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_schoon,
    )
    omgeving.globals |= {"zelfde": zelfde, "telling": telling, "symbolen": _SYMBOLEN}
    sjabloon = omgeving.from_string(files(__package__).joinpath(SJABLOON).read_text(encoding="utf-8"))
    return sjabloon.render(
        titel=titel,
        bevindingen=bevindingen,
        bladen=per_blad(bevindingen),
        ernsten=[(ernst, KLEUREN[ernst]) for ernst in ERNSTEN],
    )


def _schoon(waarde: object) -> object:
    """Clean what stands in a tag; what the template itself made is ready."""
    return zichtbaar(str(waarde)) if not isinstance(waarde, Markup) else waarde
