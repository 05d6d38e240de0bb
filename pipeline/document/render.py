"""Renders the template with the plan, in a sandbox: the only module that uses docxtpl."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Emu
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from pipeline.document import styles
from pipeline.document.context import maak_context
from pipeline.document.styles import Stijlen
from pipeline.document.wordml import Schrijver, veilig
from pipeline.errors import SjabloonFout
from pipeline.model import Afbeelding, Wijkplan

MAX_HOOGTE = Emu(18 * 360000)
"""Height, in EMU (360,000 to a centimetre), above which a picture is made smaller."""


def render(sjabloon: Path, plan: Wijkplan) -> Document:
    """Fill the template with the plan.

    Raises SjabloonFout when the template is absent, damaged, lacks a style, or has a tag that the
    plan does not know.
    """
    template = _open(sjabloon)
    document: Document = template.docx
    stijlen = Stijlen(document.styles.element)
    stijlen.controleer()

    def koppel(adres: str) -> str:
        return str(document.part.relate_to(adres, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    schrijver = Schrijver(stijlen, koppel)
    context = maak_context(plan, schrijver, lambda beeld: _afbeelding(document, beeld, schrijver))
    try:
        template.render(context, jinja_env=_omgeving())
    except UndefinedError as fout:
        raise SjabloonFout(
            f"Het sjabloon {sjabloon.name} gebruikt een naam die er niet is: {fout.message}.\n"
            "Verbeter de naam tussen de accolades in het sjabloon. De handleiding noemt alle namen."
        ) from fout
    except (TemplateError, etree.XMLSyntaxError) as fout:
        raise SjabloonFout(
            f"Het sjabloon {sjabloon.name} heeft een onderdeel dat niet klopt: {_waar(fout)}\n"
            "Kijk of elke {%p for ... %} een {%p endfor %} heeft en elke {%p if ... %} een {%p endif %}."
        ) from fout
    return document


def _open(sjabloon: Path) -> Any:
    if not sjabloon.is_file():
        raise SjabloonFout(f"Het sjabloon {sjabloon} is er niet. Zet het terug in de map templates.")
    template = DocxTemplate(sjabloon)
    try:
        template.render_init()
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as fout:
        raise SjabloonFout(
            f"Het sjabloon {sjabloon.name} is niet te lezen als Word-bestand. "
            "Open het in Word en sla het opnieuw op als .docx."
        ) from fout
    return template


def _omgeving() -> SandboxedEnvironment:
    """Return the environment of the template: sandboxed, escaping, and strict about names."""

    def afwerken(waarde: object) -> object:
        return veilig(waarde) if isinstance(waarde, str) and not isinstance(waarde, Markup) else waarde

    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=afwerken)


def _waar(fout: Exception) -> str:
    """Say what is wrong and, where docxtpl knows, near which text of the template."""
    omgeving = [regel.strip() for regel in getattr(fout, "docx_context", ())]
    tekst = " / ".join(regel for regel in omgeving if regel)
    return f"{fout}." + (f" Dat is in de buurt van: {tekst}" if tekst else "")


def _afbeelding(document: Document, afbeelding: Afbeelding, schrijver: Schrijver) -> Markup:
    """Write a picture with its alternative text, and its caption below it."""
    inline = document.part.new_pic_inline(str(afbeelding.pad))
    sectie = document.sections[-1]
    tekstbreedte = (sectie.page_width or 0) - (sectie.left_margin or 0) - (sectie.right_margin or 0)
    breedte, hoogte = inline.extent.cx, inline.extent.cy
    schaal = min(1.0, tekstbreedte / breedte, MAX_HOOGTE / hoogte)
    maat = (Emu(round(breedte * schaal)), Emu(round(hoogte * schaal)))
    inline.extent.cx, inline.extent.cy = maat
    vorm = inline.graphic.graphicData.pic.spPr
    vorm.cx, vorm.cy = maat
    inline.docPr.set("descr", afbeelding.alt_tekst)
    inline.docPr.set("name", afbeelding.pad.stem)
    stijl = schrijver.stijlen.id(styles.AFBEELDING)
    tekening = _braces(etree.tostring(inline, encoding="unicode"))
    beeld = Markup(
        f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/></w:pPr><w:r><w:drawing>{tekening}</w:drawing></w:r></w:p>'
    )
    onderschrift = (
        schrijver.alinea(styles.BIJSCHRIFT, afbeelding.bijschrift) if afbeelding.bijschrift else Markup("")
    )
    return beeld + onderschrift


def _braces(xml: str) -> str:
    """Protect braces in XML that is ready (docxtpl gives a meaning to some of them)."""
    return xml.replace("{", "&#123;").replace("}", "&#125;")
