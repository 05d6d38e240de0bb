"""Renders the template with the plan, in a sandbox: the only module that uses docxtpl."""

from __future__ import annotations

import io
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import nsmap
from docx.shared import Emu, Inches
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError, TemplateRuntimeError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from pipeline.document import styles
from pipeline.document.context import maak_context
from pipeline.document.styles import Stijlen
from pipeline.document.template import JudgedTemplate, empty_places, judge_template
from pipeline.document.template_places import TemplatePart, text_parts
from pipeline.document.wordml import Schrijver, veilig
from pipeline.errors import InvoerFout, SjabloonFout
from pipeline.model import Afbeelding, Wijkplan

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
MAX_RENDERED = 64 * 1024**2
"""Characters of a part of a plan; a plan of 30 pages has half a million."""


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

    def render_properties(self, *_: Any, **__: Any) -> None:
        """Fill in no property of the file: those that a plan has are written when it is finished."""
        eigenschappen = self.docx.core_properties
        # Nothing but that they are there, as in each plan that was made before.
        for naam in ("comments", "identifier"):
            setattr(eigenschappen, naam, getattr(eigenschappen, naam))

    def render_footnotes(self, context: Any, jinja_env: Any = None) -> None:
        """Fill in the notes once; docxtpl does so per section, and reads its own result as a template."""
        for note in text_parts(self.docx):
            if note.label.endswith("noot") and not isinstance(note.part, XmlPart):
                xml = self.patch_xml(etree.tostring(note.element, encoding="unicode"))
                filled = etree.fromstring(self.render_xml_part(xml, note.part, context, jinja_env))
                empty_places(filled)
                TemplatePart(note.label, filled, note.part).write_back()


def judge(sjabloon: Path) -> JudgedTemplate:
    """Judge the template before anything is filled in; once for each content."""
    return judge_template(sjabloon, _prepare, _omgeving())


def _prepare(xml: str) -> str:
    prepared: str = DocxTemplate(None).patch_xml(xml)
    return prepared


def render(sjabloon: Path, plan: Wijkplan) -> Document:
    """Fill the template with the plan.

    Raises InvoerFout with what is wrong in a template that cannot be used; SjabloonFout when it lacks a
    style, or would become too large.
    """
    judged = judge(sjabloon)
    if not judged.is_usable:
        raise InvoerFout(list(judged.findings))
    template = _Sjabloon(io.BytesIO(judged.content))
    template.render_init()
    document: Document = template.docx
    stijlen = Stijlen(document.styles.element)
    stijlen.controleer()

    def koppel(adres: str) -> str:
        return str(document.part.relate_to(adres, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    schrijver = Schrijver(stijlen, koppel)
    context = maak_context(plan, schrijver, lambda beeld: _afbeelding(document, beeld, schrijver))
    try:
        template.render(context, jinja_env=_omgeving())
    except _SJABLOONFOUTEN as fout:
        raise SjabloonFout(
            f"Het sjabloon {sjabloon.name} heeft een onderdeel dat niet klopt: {_waar(fout)}\n"
            "Haal dat onderdeel weg, of zet een oudere versie van het sjabloon terug."
        ) from fout
    for deel in document.part.package.iter_parts():
        if isinstance(deel, XmlPart):
            empty_places(deel.element)
    return document


class _Bounded(Template):
    def render(self, *names: Any, **values: Any) -> str:
        """Return what the template makes of the values, as long as it is not endless."""
        parts: list[str] = []
        size = 0
        for part in self.generate(*names, **values):
            size += len(part)
            if size > MAX_RENDERED:
                raise TemplateRuntimeError("het plan zou veel te groot worden")
            parts.append(part)
        return "".join(parts)


class _Omgeving(SandboxedEnvironment):
    """Translates each part of a template once: in a batch it is the same for all wijken."""

    template_class = _Bounded

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

    omgeving = _Omgeving(autoescape=True, undefined=StrictUndefined, finalize=afwerken)
    # Nothing of Jinja's own (range, lipsum, filters) is part of the language of the template.
    for eigen in (omgeving.globals, omgeving.filters, omgeving.tests):
        eigen.clear()
    return omgeving


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
