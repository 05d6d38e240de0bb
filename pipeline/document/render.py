"""Renders the template with the plan, in a sandbox: the only module that uses docxtpl."""

from __future__ import annotations

import io
import zipfile
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import nsmap
from docx.shared import Emu, Inches
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from pipeline.document import styles
from pipeline.document.context import maak_context
from pipeline.document.openen import NIET_GELEZEN, keur
from pipeline.document.sound import sound
from pipeline.document.styles import Stijlen
from pipeline.document.tags import controleer_tags
from pipeline.document.wordml import Schrijver, veilig
from pipeline.errors import SjabloonFout
from pipeline.model import Afbeelding, Wijkplan
from pipeline.package import Geweigerd, lees_pakket

MAX_HOOGTE = Emu(14 * 360000)
"""Height, in EMU (360,000 to a centimetre), above which a picture is made smaller.

With its caption it then fits on a page in landscape too.
"""
_SJABLOONFOUTEN = (
    TemplateError,
    etree.XMLSyntaxError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
)
"""What a tag can do wrong; the values of the plan are ready by then."""
_VERDWAALD = "//w:t[*] | //w:p[text()[normalize-space()]] | //w:tr[w:p] | //w:r[w:p]"
"""Where text ends that is in another form than its tag says: {{ }}, {{r }} or {{p }}."""


class _Sjabloon(DocxTemplate):  # type: ignore[misc] # docxtpl comes without types
    def fix_tables(self, xml: str) -> Any:
        """Refuse XML that docxtpl would mend by leaving text out, and text that Word would not show."""
        verdwaald: Any = etree.fromstring(xml).xpath(_VERDWAALD, namespaces=nsmap)
        if verdwaald:
            tekst = " ".join("".join(verdwaald[0].itertext()).split())
            raise ValueError(
                f"de tag heeft de verkeerde vorm ({{{{ }}}}, {{{{r }}}} of {{{{p }}}}) bij: {tekst:.80}"
            )
        return super().fix_tables(xml)


def render(sjabloon: Path, plan: Wijkplan) -> Document:
    """Fill the template with the plan.

    Raises SjabloonFout when the template is absent, damaged, lacks a style, or has a tag that the
    plan does not know.
    """
    template = _open(sjabloon)
    document: Document = template.docx
    stijlen = Stijlen(document.styles.element)
    stijlen.controleer()
    for deel in document.part.package.iter_parts():
        if isinstance(deel, XmlPart):
            controleer_tags(deel.element, sjabloon.name)

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
    except _SJABLOONFOUTEN as fout:
        raise SjabloonFout(
            f"Het sjabloon {sjabloon.name} heeft een onderdeel dat niet klopt: {_waar(fout)}\n"
            "Kijk of elke {%p for ... %} een {%p endfor %} heeft en elke {%p if ... %} een {%p endif %}."
        ) from fout
    return document


def _open(sjabloon: Path) -> Any:
    if not sjabloon.is_file():
        raise SjabloonFout(f"Het sjabloon {sjabloon} is er niet. Zet het terug in de map templates.")
    try:
        inhoud = lees_pakket(sjabloon)
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
            keur(pakket)
        template = _Sjabloon(io.BytesIO(sound(inhoud)))
        template.render_init()
        if template.docx.element.body is None:
            raise Geweigerd("vreemd")
    except (*NIET_GELEZEN, Geweigerd) as fout:
        raise SjabloonFout(
            f"Het sjabloon {sjabloon.name} is niet te lezen als Word-bestand. "
            "Open het in Word en sla het opnieuw op als .docx."
        ) from fout
    return template


class _Omgeving(SandboxedEnvironment):
    """Translates each part of a template once: in a batch it is the same for all wijken."""

    @lru_cache(maxsize=50)  # noqa: B019 - there is one environment
    def from_string(self, source: Any, *overig: Any, **opties: Any) -> Any:  # type: ignore[override]
        return super().from_string(source, *overig, **opties)


@cache
def _omgeving() -> SandboxedEnvironment:
    """Return the environment of the template: sandboxed, escaping, and strict about names and values."""

    def afwerken(waarde: object) -> object:
        if isinstance(waarde, Markup | int | StrictUndefined):
            return waarde
        if isinstance(waarde, str):
            return veilig(waarde)
        raise TypeError("tussen {{ en }} staat een naam die niet voor een tekst of een getal staat")

    return _Omgeving(autoescape=True, undefined=StrictUndefined, finalize=afwerken)


def _waar(fout: Exception) -> str:
    """Say what is wrong and, where docxtpl knows, near which text of the template."""
    omgeving = [regel.strip() for regel in getattr(fout, "docx_context", ())]
    tekst = " / ".join(regel for regel in omgeving if regel)
    return f"{fout}".rstrip(".") + "." + (f" Dat is in de buurt van: {tekst}" if tekst else "")


def _afbeelding(document: Document, afbeelding: Afbeelding, schrijver: Schrijver) -> Markup:
    """Write a picture with its alternative text, and its caption below it."""
    beeld, pad = afbeelding.picture, afbeelding.pad
    if beeld is None or pad is None:
        return schrijver.alinea(styles.BIJSCHRIFT, afbeelding.bijschrift)
    inline: Any = document.part.new_pic_inline(io.BytesIO(beeld.content))
    sectie = document.sections[-1]
    tekstbreedte = (sectie.page_width or 0) - (sectie.left_margin or 0) - (sectie.right_margin or 0)
    breedte, hoogte = Inches(beeld.width), Inches(beeld.height)
    schaal = min(1.0, tekstbreedte / breedte, MAX_HOOGTE / hoogte)
    maat = (Emu(round(breedte * schaal)), Emu(round(hoogte * schaal)))
    inline.extent.cx, inline.extent.cy = maat
    vorm = inline.graphic.graphicData.pic.spPr
    vorm.cx, vorm.cy = maat
    inline.docPr.set("descr", afbeelding.alt_tekst)
    inline.docPr.set("name", pad.stem)
    inline.graphic.graphicData.pic.nvPicPr.cNvPr.set("name", pad.name)
    for kant in ("distT", "distB", "distL", "distR"):
        # What is not said is 3 mm to LibreOffice, which moves the picture out of the column.
        inline.set(kant, "0")
    stijl = schrijver.stijlen.id(styles.AFBEELDING)
    tekening = _braces(etree.tostring(inline, encoding="unicode"))
    geplaatst = Markup(
        f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/></w:pPr><w:r><w:drawing>{tekening}</w:drawing></w:r></w:p>'
    )
    onderschrift = (
        schrijver.alinea(styles.BIJSCHRIFT, afbeelding.bijschrift) if afbeelding.bijschrift else Markup("")
    )
    return geplaatst + onderschrift


def _braces(xml: str) -> str:
    """Protect braces in XML that is ready (docxtpl gives a meaning to some of them)."""
    return xml.replace("{", "&#123;").replace("}", "&#125;")
