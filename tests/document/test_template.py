"""A template in which somebody left something: mended where nothing is lost, else told at its place."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from pipeline.bevinding import Bevinding
from pipeline.document.render import judge
from pipeline.document.template_names import NAMES, ListOf
from pipeline.errors import InvoerFout
from pipeline.markup import Run
from pipeline.model import Colofonregel, Gemeente, Rangorde
from tests.conftest import WORTEL
from tests.document.test_context import context  # noqa: F401 - a fixture
from tests.document.voorbeeld import DOCUMENT, SJABLOON, bewaar, deel, kernaanpak, lees, maak, plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG = "{{ afkorting }}"
"""A tag in the body of the template, to put another in its place."""
ALONE = '<w:p><w:pPr><w:pStyle w:val="Sjabloonregel"/></w:pPr><w:r><w:t>{{p samenvatting }}</w:t></w:r></w:p>'
BEGIN_TABLE = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='4000'/><w:gridCol w:w='4000'/></w:tblGrid>"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

Change = Callable[[str], str]


def p(text: str, properties: str = "") -> str:
    """Return a paragraph with this text or these runs."""
    runs = text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p>{properties}{runs}</w:p>"


def table(*cells: str) -> str:
    """Return a table of one row."""
    return (
        BEGIN_TABLE
        + "<w:tr>"
        + "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in cells)
        + "</w:tr></w:tbl>"
    )


def beside(text: str) -> Change:
    """Put paragraphs or tables before one of the template that stands alone in the body."""
    return lambda xml: xml.replace(ALONE, text + ALONE, 1)


def instead(tag: str) -> Change:
    """Put another tag in the place of one that stands in a sentence."""
    return lambda xml: xml.replace(TAG, tag, 1)


def package(
    target: Path, changes: Mapping[str, Change], new: Mapping[str, str | bytes] | None = None
) -> Path:
    """Copy the template with some parts changed and some added."""
    with zipfile.ZipFile(SJABLOON) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name in old.namelist():
            content = old.read(name)
            if name in changes:
                text = content.decode()
                content = changes[name](text).encode()
                assert content != text.encode(), name
            written.writestr(name, content)
        for name, addition in (new or {}).items():
            written.writestr(name, addition)
    return target


def related(*relations: tuple[str, str, str], outside: bool = False) -> Change:
    """Add relationships: the id, the kind, and the part or address that each leads to."""
    mode = ' TargetMode="External"' * outside
    written = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"{mode}/>'
        for name, kind, target in relations
    )
    return lambda xml: xml.replace("</Relationships>", f"{written}</Relationships>")


def declared(part: str, kind: str) -> Change:
    """Add a part of WordprocessingML to the list of what is in the file."""
    name = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    return lambda xml: xml.replace("</Types>", f'<Override PartName="/{part}" ContentType="{name}"/></Types>')


def spoilt(folder: Path, change: Change, part: str = DOCUMENT) -> Path:
    return package(folder / "eigen.docx", {part: change})


def told(template: Path) -> list[tuple[str, str, str]]:
    """Return the code, the place and what stands there of each finding."""
    return [(b.code, str(b.plaats), b.staat_er) for b in judge(template).findings]


def codes(template: Path) -> list[str]:
    return [b.code for b in judge(template).findings]


# The template of the project


def test_the_template_of_the_project_gives_no_finding() -> None:
    assert judge(SJABLOON).findings == ()


def test_a_template_is_judged_once_for_each_content(tmp_path: Path) -> None:
    one, two = (tmp_path / name / "s.docx" for name in ("een", "twee"))
    for path in (one, two):
        path.parent.mkdir()
        path.write_bytes(SJABLOON.read_bytes())
    assert judge(one) is judge(two)
    assert judge(spoilt(tmp_path / "een", instead("{{ wijk }}"))) is not judge(one)


# The language


def shape_of(value: Any) -> Any:
    """Return the form of what the context holds, as `template_names` says it."""
    if isinstance(value, Mapping):
        return {name: shape_of(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [shape_of(value[0])]
    return type(value).__name__


def form_of(shape: Any) -> Any:
    if isinstance(shape, Mapping):
        return {name: form_of(part) for name, part in shape.items()}
    if isinstance(shape, ListOf):
        return [form_of(shape.item)]
    return {"text": "str", "number": "int", "runs": "Markup", "blocks": "Markup", "flag": "bool"}[shape]


def test_the_names_are_those_of_the_context(context: Callable[[Any], dict[str, Any]]) -> None:  # noqa: F811
    full = plan(
        rangorde=Rangorde(plan().rangorde.top, ("Wonen",)),
        kernaanpakken=(kernaanpak(1), kernaanpak(2)),
        gemeente=Gemeente("G", (Colofonregel(kopje=True, runs=(Run("x"),)),)),
    )
    assert shape_of(context(full)) == form_of(NAMES)


ALLOWED = {
    "a name": instead("{{ wijk }}"),
    "a name of a group": instead("{{ wijkgegevens.breedte }}"),
    "a loop over a list of a list": beside(
        p("{%p for k in kernaanpakken %}")
        + p("{%p for c in k.clusters %}")
        + p("{{ c.titel }}")
        + p("{%p endfor %}") * 2
    ),
    "a loop over a list beside it": beside(
        p("{%p for groep in wijkgegevens.groepen %}")
        + p("{%p for kolom in wijkgegevens.kolommen %}")
        + p("{{ kolom }}{{ groep.naam }}")
        + p("{%p endfor %}") * 2
    ),
    "a choice in a sentence": beside(p("Ja: {% if volgorde_zin %}een{% else %}geen{% endif %} volgorde")),
    "a loop in a sentence": beside(p("{% for f in factoren %}{{ f }}, {% endfor %}en meer")),
    "a choice by a list": beside(p("{%p if organisaties %}") + p("Tekst.") + p("{%p endif %}")),
    "a choice in a choice": beside(p("{%p if wijk %}") * 9 + p("Tekst.") + p("{%p endif %}") * 9),
    "no spaces": instead("{{wijk}}"),
    "many spaces": instead("{{   wijk   }}"),
    "a hard space": beside(p("{{p\u00a0samenvatting }}")),
    "a sign without width": instead("{{ wi\u200bjk\ufeff }}"),
    "a capital": instead("{{ Wijk }}"),
    "capitals": beside(p("{%P FOR Thema IN themas %}") + p("{{ Thema.Titel }}") + p("{%P EndFor %}")),
    "a line break in a tag": instead("{{</w:t><w:br/><w:t>wijk }}"),
    "a tab in a tag": instead("{{</w:t></w:r><w:r><w:tab/><w:t>wijk }}"),
    "a description with a name": beside(
        p(
            '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
            'wordprocessingDrawing"><wp:docPr id="1" name="x" '
            'descr="Kaart van {{ wijk }}"/></wp:inline></w:drawing></w:r>'
        )
    ),
}


@pytest.mark.parametrize("change", ALLOWED.values(), ids=ALLOWED)
def test_what_a_template_may_say_gives_no_finding(change: Change, tmp_path: Path) -> None:
    template = spoilt(tmp_path, change)
    assert told(template) == []
    text = "".join(maak(plan(), template).document.element.itertext())
    assert "{" not in text


def test_a_name_in_a_description_is_filled_in(tmp_path: Path) -> None:
    docx = bewaar(
        plan(naam='Oost & "West"'),
        tmp_path / "x.docx",
        spoilt(tmp_path, ALLOWED["a description with a name"]),
    )
    described = [e.get("descr") for e in deel(docx).iter("{*}docPr")]
    assert 'Kaart van Oost & "West"' in described


REFUSED = {
    # what fills the memory, or runs on
    "{% for x in range(1000000000) %}": "sjabloon-tag-fout",
    "{{ 9**9**9**9 }}": "sjabloon-tag-fout",
    "{{ '%9999999999d' % 1 }}": "sjabloon-tag-fout",
    "{{ 'x' * 9999999999 }}": "sjabloon-tag-fout",
    "{{ lipsum(100000) }}": "sjabloon-tag-fout",
    "{{ lipsum }}": "sjabloon-naam-onbekend",
    "{{ range }}": "sjabloon-naam-onbekend",
    "{{ factoren|sort|join(wijk) }}": "sjabloon-tag-fout",
    "{{ wijk|center(999999999) }}": "sjabloon-tag-fout",
    "{% set x = wijk ~ wijk %}": "sjabloon-tag-fout",
    "{{ " + "(" * 20_000 + "wijk" + ")" * 20_000 + " }}": "sjabloon-tag-fout",
    "{{ " + "-" * 50_000 + "wijk }}": "sjabloon-tag-fout",
    "{{ wijk" + ".a" * 50_000 + " }}": "sjabloon-tag-fout",
    "{{ " + "wijk" * 50_000 + " }}": "sjabloon-tag-fout",
    # what reaches for the program
    "{{ ''.__class__.__mro__ }}": "sjabloon-tag-fout",
    "{{ wijk.__class__ }}": "sjabloon-naam-onbekend",
    "{{ wijkgegevens.__class__ }}": "sjabloon-naam-onbekend",
    "{{ wijkgegevens.keys }}": "sjabloon-naam-onbekend",
    "{{ wijk|attr('__class__') }}": "sjabloon-tag-fout",
    "{{ cycler.__init__.__globals__ }}": "sjabloon-naam-onbekend",
    "{{ self }}": "sjabloon-naam-onbekend",
    "{{ loop.index }}": "sjabloon-naam-onbekend",
    "{% include 'x' %}": "sjabloon-tag-fout",
    "{% import 'x' as x %}": "sjabloon-tag-fout",
    "{% extends 'x' %}": "sjabloon-tag-fout",
    "{% macro x() %}": "sjabloon-tag-fout",
    "{% raw %}": "sjabloon-tag-fout",
    "{% filter upper %}": "sjabloon-tag-fout",
    "{% block x %}": "sjabloon-tag-fout",
    "{% with %}": "sjabloon-tag-fout",
    "{% do x %}": "sjabloon-tag-fout",
    "{% autoescape false %}": "sjabloon-tag-fout",
    "{% call x() %}": "sjabloon-tag-fout",
    # logic
    "{{ wijk + 1 }}": "sjabloon-tag-fout",
    "{{ 1 / 0 }}": "sjabloon-tag-fout",
    "{{ 1 }}": "sjabloon-tag-fout",
    "{{ 'tekst' }}": "sjabloon-tag-fout",
    "{{ “tekst” }}": "sjabloon-tag-fout",
    "{{ wijk | upper }}": "sjabloon-tag-fout",
    "{{ wijk if periode else afkorting }}": "sjabloon-tag-fout",
    "{{ kernaanpakken[0].titel }}": "sjabloon-tag-fout",
    "{{ wijkgegevens['breedte'] }}": "sjabloon-tag-fout",
    "{{ wijk, periode }}": "sjabloon-tag-fout",
    "{{ true }}": "sjabloon-tag-fout",
    "{{ none }}": "sjabloon-tag-fout",
    "{% if not wijk %}": "sjabloon-tag-fout",
    "{% if wijk == periode %}": "sjabloon-tag-fout",
    "{% if wijk and periode %}": "sjabloon-tag-fout",
    "{% if wijk is defined %}": "sjabloon-tag-fout",
    "{% elif wijk %}": "sjabloon-tag-fout",
    "{% for x in factoren if x %}": "sjabloon-tag-fout",
    "{% for x in factoren recursive %}": "sjabloon-tag-fout",
    "{% for x, y in factoren %}": "sjabloon-tag-fout",
    "{% for x in wijk %}x{% endfor %}": "sjabloon-herhaling",
    "{# een opmerking #}": "sjabloon-tag-fout",
    "{#p een opmerking #}": "sjabloon-tag-fout",
    "{%- if wijk -%}": "sjabloon-tag-fout",
    "{% onzin %}": "sjabloon-tag-fout",
    "{% cellbg wijk %}": "sjabloon-tag-fout",
    "{% vm %}": "sjabloon-tag-fout",
    "{% hm %}": "sjabloon-tag-fout",
    "{{ }}": "sjabloon-tag-fout",
    # slips
    "{{ wijc }}": "sjabloon-naam-onbekend",
    "{{ kernaanpak.titl }}": "sjabloon-naam-buiten",
    "{{ thema.titel }}": "sjabloon-naam-buiten",
    "{{ samenvatting }}": "sjabloon-tag-vorm",
    "{{ wijkprofiel_link }}": "sjabloon-tag-vorm",
    "{{r wijk }}": "sjabloon-tag-vorm",
    "{{ kernaanpakken }}": "sjabloon-tag-vorm",
    "{{p samenvatting }}": "sjabloon-tag-niet-alleen",
    "{% colspan wijkgegevens.breedte %}": "sjabloon-tag-vorm",
    "{{tr wijk }}": "sjabloon-tag-vorm",
    "{ wijk }}": "sjabloon-accolade",
    "{{ wijk }": "sjabloon-accolade",
    "{{ wijk": "sjabloon-accolade",
    "{wijk}": "sjabloon-accolade",
    "% if x %}": "sjabloon-accolade",
}


@pytest.mark.parametrize(("tag", "code"), REFUSED.items(), ids=[tag[:40] for tag in REFUSED])
def test_what_a_template_may_not_say_is_told_at_the_tag(tag: str, code: str, tmp_path: Path) -> None:
    template = spoilt(tmp_path, lambda xml: xml.replace(TAG, tag.replace("&", "&amp;"), 1))
    findings = judge(template).findings
    assert findings
    assert {b.code for b in findings} == {code}
    assert all(b.stopt for b in findings)
    (place,) = {str(b.plaats) for b in findings}
    assert place.startswith("eigen.docx, onder 'Wijkspecifiek {{ wijk }} (")
    with pytest.raises(InvoerFout):
        maak(plan(), template)


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("{{ wijc }}", "wijk"),
        ("{{ afkortng }}", "afkorting"),
        ("{{ wijkgegevens.bredte }}", "wijkgegevens.breedte"),
        ("{{ aantal_kernaanpak }}", "aantal_kernaanpakken"),
    ],
)
def test_the_name_that_was_meant_is_named(tag: str, meant: str, tmp_path: Path) -> None:
    (finding,) = judge(spoilt(tmp_path, instead(tag))).findings
    assert finding.verwacht == f"een naam uit de handleiding; bedoelt u '{meant}'?"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{ samenvatting }}", "{{p samenvatting }}, alleen in een eigen alinea"),
        ("{{ wijkprofiel_link }}", "{{r wijkprofiel_link }}"),
        ("{{r wijk }}", "{{ wijk }}"),
        ("{{ thema.titel }}", "deze naam alleen tussen {%p for thema in themas %} en {%p endfor %}"),
        ("{ uitgave }}", "een hele tag, zoals {{ uitgave }}"),
        ("{p samenvatting }}", "een hele tag, zoals {{p samenvatting }}"),
        (
            "{{ wijk == 'x' }}",
            "een naam uit de handleiding, zoals {{ wijk }}, een herhaling (for) of een keuze (if)",
        ),
    ],
)
def test_the_right_form_is_shown(tag: str, expected: str, tmp_path: Path) -> None:
    finding = judge(spoilt(tmp_path, instead(tag))).findings[0]
    assert finding.verwacht == expected


def test_every_wrong_tag_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    template = package(
        tmp_path / "eigen.docx",
        {
            DOCUMENT: lambda xml: xml.replace("{{ uitgave }}", "{{ 1 + 1 }}", 1).replace(
                "{{ rij.bron }}", "{{ rij.bron|upper }}", 1
            ),
            "word/header2.xml": lambda xml: xml.replace("{{ wijk }}", "{{ wijc }}"),
        },
    )
    assert told(template) == [
        (
            "sjabloon-tag-fout",
            "eigen.docx, onder 'Wijkplan Sociaal {{ periode }}', bij '{{ 1 + 1 }}'",
            "{{ 1 + 1 }}",
        ),
        (
            "sjabloon-tag-fout",
            "eigen.docx, onder 'Achtergrondkenmerken wijk', bij 'tabel 1, rij 7, cel 5: "
            "{{ rij.bron|upper }}'",
            "{{ rij.bron|upper }}",
        ),
        ("sjabloon-naam-onbekend", "eigen.docx, bij 'koptekst: {{ wijc }}'", "wijc"),
    ]


# Loops and choices


@pytest.mark.parametrize(
    "tag", ["{%p endfor %}", "{%tr endfor %}", "{%p endif %}", "{%tr endif %}", "{%tc endfor %}"]
)
def test_a_loop_or_choice_without_an_end_is_told_at_its_begin(tag: str, tmp_path: Path) -> None:
    template = spoilt(tmp_path, lambda xml: xml.replace(tag, "", 1))
    findings = judge(template).findings
    assert (
        {"sjabloon-paar"}
        <= {b.code for b in findings}
        <= {"sjabloon-paar", "sjabloon-tag-vorm", "sjabloon-over-grens"}
    )
    opener = "for" if "for" in tag else "if"
    first = next(b for b in findings if b.code == "sjabloon-paar")
    assert re.match(rf"\{{%\w+ {opener} ", first.staat_er)
    assert first.verwacht == f"erna de tag {tag}"


PAIRS = {
    "an end without a begin": (p("{%p endif %}"), "sjabloon-paar"),
    "an else without a choice": (p("{%p else %}"), "sjabloon-paar"),
    "two times else": (p("{%p if wijk %}") + p("{%p else %}") * 2 + p("{%p endif %}"), "sjabloon-paar"),
    "an else in a loop": (
        p("{%p for t in themas %}") + p("{%p else %}") + p("{%p endfor %}"),
        "sjabloon-paar",
    ),
    "ends that cross": (
        p("{%p if wijk %}") + p("{%p for t in themas %}") + p("{%p endif %}") + p("{%p endfor %}"),
        "sjabloon-paar",
    ),
    "an end of another form": (p("{%p if wijk %}") + p("Ja. {% endif %}"), "sjabloon-tag-vorm"),
    "an end in another cell": (
        table(p("{%p if wijk %}"), p("{%p endif %}")),
        "sjabloon-over-grens",
    ),
    "an end outside the table": (
        p("{%p if wijk %}") + table(p("Tekst."), p("{%p endif %}")),
        "sjabloon-over-grens",
    ),
    "an end in another table": (
        table(p("{%tr if wijk %}"), p("")) + p("Tekst.") + table(p("{%tr endif %}"), p("")),
        "sjabloon-over-grens",
    ),
    "an end in another paragraph": (p("Ja {% if wijk %}") + p("nee {% endif %}"), "sjabloon-over-grens"),
    "an end inside a link": (
        p(
            "<w:r><w:t>{% if wijk %}</w:t></w:r>"
            '<w:hyperlink w:anchor="organisaties"><w:r><w:t>hier{% endif %}</w:t></w:r></w:hyperlink>'
        ),
        "sjabloon-over-grens",
    ),
    "too deep": (p("{%p if wijk %}") * 13 + p("{%p endif %}") * 13, "sjabloon-te-diep"),
    "much too deep": (p("{%p if wijk %}") * 1400 + p("{%p endif %}") * 1400, "sjabloon-te-diep"),
    "too many": (p("{{ wijk }}") * 3001, "sjabloon-te-veel-tags"),
    "the same list within itself": (
        p("{%p for a in organisaties %}") + p("{%p for b in organisaties %}") + p("{%p endfor %}") * 2,
        "sjabloon-herhaling",
    ),
    "a list of a group within itself": (
        p("{%p for a in wijkgegevens.groepen %}")
        + p("{%p for b in wijkgegevens.groepen %}")
        + p("{%p endfor %}") * 2,
        "sjabloon-herhaling",
    ),
    "another list within": (
        p("{%p for a in organisaties %}") + p("{%p for b in factoren %}") + p("{%p endfor %}") * 2,
        "sjabloon-herhaling",
    ),
    "five lists": (
        "".join(p(f"{{%p for x{n} in kernaanpakken %}}") for n in range(5)) + p("{%p endfor %}") * 5,
        "sjabloon-herhaling",
    ),
    "four lists deep": (
        p("{%p for k in kernaanpakken %}")
        + p("{%p for c in k.clusters %}")
        + p("{%p for r in c.rijen %}")
        + p("{%p for f in k.factoren %}")
        + p("{%p endfor %}") * 4,
        "sjabloon-te-diep",
    ),
}


@pytest.mark.parametrize(("content", "code"), PAIRS.values(), ids=PAIRS)
def test_tags_that_do_not_go_together_are_told(content: str, code: str, tmp_path: Path) -> None:
    found = codes(spoilt(tmp_path, beside(content)))
    assert code in found
    assert set(found) <= {code, "sjabloon-paar"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{%tr for rij in groep.rijen %}", "{%p for rij in groep.rijen %}"),
        ("{%tr endif %}", "{%p endif %}"),
        ("{{p rij.mogelijkheid }}", "{{tc rij.mogelijkheid }}"),
        ("{{p rij.mogelijkheid }}", "{{tr rij.mogelijkheid }}"),
        ("{{p rij.mogelijkheid }}", "{{ rij.mogelijkheid }}"),
    ],
)
def test_tags_that_would_break_a_table_are_told(old: str, new: str, tmp_path: Path) -> None:
    assert codes(spoilt(tmp_path, lambda xml: xml.replace(old, new, 1)))


# What stands beside a tag


@pytest.mark.parametrize(
    ("content", "beside_it"),
    [
        (p("Let op: {{p samenvatting }}"), "Let op:"),
        (p("{%p if wijk %} Tekst.") + p("{%p endif %}"), "Tekst."),
        (p('<w:r><w:t>{{p samenvatting }}</w:t><w:br w:type="page"/></w:r>'), "een afbeelding, een veld of"),
        (table(p("{%tr if wijk %}"), p("meer")) + p("x"), "meer"),
        (table(p("{%tc if wijk %}") + p("meer"), p("{%tc endif %}")), "meer"),
    ],
)
def test_what_would_disappear_with_a_tag_is_told(content: str, beside_it: str, tmp_path: Path) -> None:
    finding = next(
        b for b in judge(spoilt(tmp_path, beside(content))).findings if b.code == "sjabloon-tag-niet-alleen"
    )
    assert finding.staat_er.startswith(beside_it)


def body_of(template: Path, tmp_path: Path, **other: Any) -> Any:
    return deel(bewaar(plan(**other), tmp_path / "gemaakt.docx", template))


def is_whole(body: Any) -> bool:
    """Whether each cell ends in a paragraph, and no row or table is bare."""
    cells = all(len(cell) and cell[-1].tag == W + "p" for cell in body.iter(W + "tc"))
    rows = all(row.find(W + "tc") is not None for row in body.iter(W + "tr"))
    tables = all(t.find(W + "tr") is not None for t in body.iter(W + "tbl"))
    apart = all(t.getnext() is None or t.getnext().tag != W + "tbl" for t in body.iter(W + "tbl"))
    return cells and rows and tables and apart


BARE = {
    "a choice alone in a cell": table(p("{%p if volgorde_zin %}") + p("Tekst.") + p("{%p endif %}"), p("x")),
    "a loop alone in a cell": table(
        p("{%p for t in factoren %}") + p("{{ t }}") + p("{%p endfor %}"), p("x")
    ),
    "nothing but a choice": table(p("{%p if volgorde_zin %}") + p("{%p endif %}"), p("x")),
    "pictures that are not there": table(p("{{p afbeeldingen.opening }}"), p("x")),
    "a table in a cell behind a choice": table(
        p("{%p if volgorde_zin %}") + p("Tekst.") + p("{%p endif %}") + table(p("a"), p("b")), p("x")
    ),
    "a row of which each cell is left out": BEGIN_TABLE
    + "<w:tr>"
    + "".join(f"<w:tc>{p(t)}</w:tc>" for t in ("{%tc if volgorde_zin %}", "x", "{%tc endif %}"))
    + "</w:tr></w:tbl>",
    "a table of which each row is left out": BEGIN_TABLE
    + "".join(f"<w:tr><w:tc>{p(t)}</w:tc></w:tr>" for t in ("{%tr if volgorde_zin %}", "x", "{%tr endif %}"))
    + "</w:tbl>",
    "tables that follow each other": p("{%p for k in kernaanpakken %}")
    + table(p("a"), p("b"))
    + p("{%p endfor %}"),
}


@pytest.mark.parametrize("content", BARE.values(), ids=BARE)
def test_what_a_choice_leaves_bare_is_mended(content: str, tmp_path: Path) -> None:
    template = spoilt(tmp_path, beside(content + p("Erna.")))
    assert told(template) == []
    assert is_whole(body_of(template, tmp_path, rangorde=Rangorde((), ())))


def test_a_header_with_nothing_left_in_it_keeps_a_paragraph(tmp_path: Path) -> None:
    change = lambda xml: re.sub(  # noqa: E731
        r"<w:p[ >].*</w:p>", p("{%p if volgorde_zin %}") + p("x") + p("{%p endif %}"), xml, flags=re.DOTALL
    )
    template = spoilt(tmp_path, change, "word/header2.xml")
    docx = bewaar(plan(), tmp_path / "x.docx", template)
    with zipfile.ZipFile(docx) as made:
        headers = [etree.fromstring(made.read(n)) for n in made.namelist() if n.startswith("word/header")]
    assert all(header.find(W + "p") is not None for header in headers)


def test_the_end_of_a_section_and_a_bookmark_stay_when_their_tag_goes(tmp_path: Path) -> None:
    section = (
        '<w:pPr><w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr>'
    )
    marks = (
        '<w:bookmarkStart w:id="77" w:name="hier"/><w:r><w:t>{{p colofon }}</w:t></w:r>'
        '<w:bookmarkEnd w:id="77"/>'
    )
    template = spoilt(tmp_path, beside(p(marks, section)))
    assert told(template) == []
    before, after = (body_of(path, tmp_path) for path in (SJABLOON, template))
    assert len(list(after.iter(W + "sectPr"))) == len(list(before.iter(W + "sectPr"))) + 1
    assert [m.get(W + "name") for m in after.iter(W + "bookmarkStart")].count("hier") == 1


def test_the_looks_of_what_stands_beside_a_link_stay(tmp_path: Path) -> None:
    run = (
        "<w:r><w:rPr><w:b/></w:rPr><w:t>voor {{r pagina_bijlagen }} na {{r wijkprofiel_link }}</w:t>"
        "<w:tab/></w:r>"
    )
    body = body_of(spoilt(tmp_path, beside(p(run))), tmp_path)
    bold = ["".join(r.itertext()) for r in body.iter(W + "r") if r.find(f"{W}rPr/{W}b") is not None]
    assert [text for text in bold if text] == ["voor ", " na "]


@pytest.mark.parametrize(
    "pieces",
    [
        ("{", "{ ", "wijk", " }", "}"),
        ("{{ wij", "k }}"),
        ("Hier: {{", " wijk }} en {{ afk", "orting }}."),
    ],
)
def test_a_tag_that_word_cut_up_is_whole(pieces: tuple[str, ...], tmp_path: Path) -> None:
    between = (
        '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="9{0}" w:name="b{0}"/>'
        '<w:bookmarkEnd w:id="9{0}"/>'
    )
    runs = "".join(f"<w:r><w:t>{piece}</w:t></w:r>{between.format(n)}" for n, piece in enumerate(pieces))
    template = spoilt(tmp_path, beside(p(runs)))
    assert told(template) == []
    text = "".join(body_of(template, tmp_path).itertext())
    assert "".join(pieces).replace("{{ wijk }}", "Oost").replace("{{ afkorting }}", "O") in text


# What people left in it


TRACKED = {
    "inserted": '<w:ins w:id="1" w:author="Jan"><w:r><w:t> Nieuw.</w:t></w:r></w:ins>',
    "deleted": '<w:del w:id="1" w:author="Jan"><w:r><w:delText> Oud.</w:delText></w:r></w:del>',
    "another look": (
        '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="Jan">'
        "<w:rPr/></w:rPrChange></w:rPr><w:t> x</w:t></w:r>"
    ),
}


@pytest.mark.parametrize("change", TRACKED.values(), ids=TRACKED)
def test_a_tracked_change_is_accepted_and_told(change: str, tmp_path: Path) -> None:
    template = spoilt(tmp_path, beside(p("<w:r><w:t>Vast.</w:t></w:r>" + change)))
    (finding,) = judge(template).findings
    assert (finding.code, finding.staat_er, finding.ernst, finding.stopt) == (
        "sjabloon-wijziging",
        "Jan",
        "fout",
        False,
    )
    assert "bij 'Vast." in str(finding.plaats)
    body = body_of(template, tmp_path)
    assert not list(body.iter(W + "ins", W + "del", W + "delText", W + "rPrChange"))
    assert (" Nieuw." in "".join(body.itertext())) == ("Nieuw" in change)


def test_a_tag_in_a_tracked_change_works(tmp_path: Path) -> None:
    change = (
        '<w:r><w:t>{{ </w:t></w:r><w:ins w:id="1" w:author="Jan"><w:r><w:t>wijk</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="Jan"><w:r><w:delText>wijc</w:delText></w:r></w:del>'
        "<w:r><w:t> }}</w:t></w:r>"
    )
    assert codes(spoilt(tmp_path, beside(p(change)))) == ["sjabloon-wijziging"]


def with_comment(folder: Path) -> Path:
    marks = '<w:commentRangeStart w:id="0"/><w:r><w:t>Tekst.</w:t></w:r><w:commentRangeEnd w:id="0"/>'
    marks += '<w:r><w:commentReference w:id="0"/></w:r>'
    comments = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="0" w:author="Jan">'
        f"<w:p><w:r><w:t>Nog vragen.</w:t></w:r></w:p>"
        "</w:comment></w:comments>"
    )
    return package(
        folder / "eigen.docx",
        {
            DOCUMENT: beside(p(marks)),
            "word/_rels/document.xml.rels": related(
                ("rIdC", "comments", "comments.xml"), ("rIdP", "people", "people.xml")
            ),
            "[Content_Types].xml": declared("word/comments.xml", "comments"),
        },
        {"word/comments.xml": comments, "word/people.xml": "<people/>"},
    )


def test_a_comment_is_left_out_and_told(tmp_path: Path) -> None:
    template = with_comment(tmp_path)
    (finding,) = judge(template).findings
    assert (finding.code, finding.staat_er, finding.ernst, finding.stopt) == (
        *("sjabloon-opmerking", "Nog vragen."),
        *("fout", False),
    )
    docx = bewaar(plan(), tmp_path / "x.docx", template)
    with zipfile.ZipFile(docx) as made:
        assert not {"word/comments.xml", "word/people.xml"} & set(made.namelist())
        assert b"comment" not in made.read(DOCUMENT)


def field(instruction: str, shown: str, form: str) -> str:
    if form == "simple":
        return f'<w:fldSimple w:instr="{instruction}"><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'
    marks = {k: f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")}
    words = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (instruction[:3], instruction[3:])
    )
    return f"{marks['begin']}{words}{marks['separate']}<w:r><w:t>{shown}</w:t></w:r>{marks['end']}"


@pytest.mark.parametrize("form", ["simple", "complex"])
@pytest.mark.parametrize(
    "instruction",
    [
        *("DATE \\@ 'd MMMM yyyy'", " TIME ", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "date"),
        *("AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "FILENAME \\p", "FILESIZE", "TEMPLATE"),
        *("DOCPROPERTY Company", "MERGEFIELD Naam", "NUMWORDS", "REVNUM", "COMMENTS", "KEYWORDS"),
        *(
            "INCLUDETEXT 'C:\\x.docx'",
            "LINK Excel.Sheet",
            "DDEAUTO x",
            "= 1+1",
            "ASK x",
            "FILLIN",
            "IF 1=1 a b",
        ),
        *("MACROBUTTON x y", "DOCVARIABLE x", "FORMTEXT", "AUTOTEXT x", "GREETINGLINE", "DATABASE x"),
    ],
)
def test_a_field_that_moves_stands_still_and_is_told(instruction: str, form: str, tmp_path: Path) -> None:
    template = spoilt(
        tmp_path, beside(p("<w:r><w:t>Op </w:t></w:r>" + field(instruction, "1 mei 2026", form)))
    )
    (finding,) = judge(template).findings
    assert (finding.code, finding.staat_er) == ("sjabloon-veld", instruction.split(maxsplit=1)[0])
    assert finding.wat.endswith("In het plan staat nu vast: 1 mei 2026.")
    assert (finding.ernst, finding.stopt) == ("fout", False)
    body = body_of(template, tmp_path)
    assert instruction.split(maxsplit=1)[0] not in "".join(
        str(e.get(W + "instr") or e.text or "")
        for e in body.iter("*")
        if e.tag in (W + "instrText", W + "fldSimple")
    )
    assert any("".join(e.itertext()) == "Op 1 mei 2026" for e in body.iter(W + "p"))


@pytest.mark.parametrize(
    "instruction", ["PAGE", "NUMPAGES", "REF organisaties \\h", "STYLEREF x", "SEQ Figuur", ""]
)
def test_a_field_that_follows_from_the_document_stays(instruction: str, tmp_path: Path) -> None:
    assert told(spoilt(tmp_path, beside(p(field(instruction, "1", "complex"))))) == []


def test_a_moving_field_inside_another_is_told_and_the_other_stays(tmp_path: Path) -> None:
    inner = field("DATE", "1 mei", "complex")
    marks = {k: f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")}
    outer = (
        f"{marks['begin']}<w:r><w:instrText>REF x</w:instrText></w:r>{marks['separate']}{inner}{marks['end']}"
    )
    template = spoilt(tmp_path, beside(p(outer)))
    assert told(template)[0][::2] == ("sjabloon-veld", "DATE")
    assert len(told(template)) == 1


def test_a_locked_field_and_a_locked_document_are_opened(tmp_path: Path) -> None:
    locks = (
        '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:trackRevisions/>'
        '<w:updateFields w:val="1"/>'
        f'<w:attachedTemplate xmlns:r="{R}" r:id="rIdT"/>'
    )
    control = (
        '<w:sdt><w:sdtPr><w:lock w:val="sdtContentLocked"/>'
        '<w:dataBinding w:xpath="/x" w:storeItemID="y"/></w:sdtPr>'
        "<w:sdtContent>" + p("{{ wijk }}") + "</w:sdtContent></w:sdt>"
    )
    rels = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rIdT" '
        f'Type="{R}/attachedTemplate" Target="file:///C:/Users/jan/Normal.dotm" '
        f'TargetMode="External"/></Relationships>'
    )
    template = package(
        tmp_path / "eigen.docx",
        {
            "word/settings.xml": lambda xml: xml.replace('<w:zoom w:percent="100"/>', locks),
            DOCUMENT: lambda xml: beside(control)(xml).replace(
                'w:fldCharType="begin"', 'w:fldLock="1" w:fldCharType="begin"'
            ),
        },
        {"word/_rels/settings.xml.rels": rels},
    )
    assert told(template) == []
    docx = bewaar(plan(), tmp_path / "x.docx", template)
    with zipfile.ZipFile(docx) as made:
        everything = b"".join(made.read(name) for name in made.namelist() if not name.endswith(".emf"))
    for word in (
        b"documentProtection",
        b"trackRevisions",
        b"updateFields",
        b"jan",
        b"dataBinding",
        b"fldLock",
        b"w:lock",
    ):
        assert word not in everything


def test_building_blocks_custom_data_and_properties_of_the_template_stay_behind(tmp_path: Path) -> None:
    more = related(
        ("rIdG", "glossaryDocument", "glossary.xml"), ("rIdX", "customXml", "../customXml/item1.xml")
    )
    custom = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property '
        'fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Jan">'
        "<vt:lpwstr>geheim</vt:lpwstr></property></Properties>"
    )
    template = package(
        tmp_path / "eigen.docx",
        {
            "word/_rels/document.xml.rels": more,
            "_rels/.rels": related(("rIdCP", "custom-properties", "docProps/custom.xml")),
        },
        {
            "word/glossary.xml": "<x>geheim {{ wijc }}</x>",
            "customXml/item1.xml": "<x>geheim</x>",
            "docProps/custom.xml": custom,
        },
    )
    assert told(template) == []
    with zipfile.ZipFile(bewaar(plan(), tmp_path / "x.docx", template)) as made:
        assert not [name for name in made.namelist() if b"geheim" in made.read(name)]


@pytest.mark.parametrize(
    "target",
    [
        "https://x.nl/?w={{ wijk }}",
        "https://x.nl/?w=%7B%7Bwijk%7D%7D",
        "{{ wijkprofiel_link }}",
        "mailto:%7b%25 if x",
    ],
)
def test_a_tag_in_an_address_is_told_at_its_link(target: str, tmp_path: Path) -> None:
    link = f'<w:hyperlink xmlns:r="{R}" r:id="rIdL"><w:r><w:t>de site</w:t></w:r></w:hyperlink>'
    template = package(
        tmp_path / "eigen.docx",
        {
            DOCUMENT: beside(p("<w:r><w:t>Zie </w:t></w:r>" + link)),
            "word/_rels/document.xml.rels": related(("rIdL", "hyperlink", target), outside=True),
        },
    )
    (finding,) = judge(template).findings
    assert finding.code == "sjabloon-tag-plaats"
    assert str(finding.plaats).endswith("bij 'Zie de site'")
    assert finding.staat_er.startswith(
        ("https://x.nl/?w={{ wijk }}", "https://x.nl/?w={{wijk}}", "{{ wijkprofiel_link }}", "mailto:{% if x")
    )


@pytest.mark.parametrize(
    "content",
    [
        p('<w:hyperlink w:anchor="{{ wijk }}"><w:r><w:t>x</w:t></w:r></w:hyperlink>'),
        p('<w:hyperlink w:anchor="x" w:tooltip="{{ wijk }}"><w:r><w:t>x</w:t></w:r></w:hyperlink>'),
        p(field('HYPERLINK "https://x.nl/{{ wijk }}"', "x", "complex")),
        p(field("REF {{ wijk }}", "x", "simple")),
        p(
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
            "<m:r><m:t>{{ wijk }}</m:t></m:r></m:oMath>"
        ),
        ALLOWED["a description with a name"](ALONE).replace("{{ wijk }}", "{{p samenvatting }}"),
        ALLOWED["a description with a name"](ALONE).replace("{{ wijk }}", "{% if wijk %}x{% endif %}"),
    ],
)
def test_a_tag_where_none_can_stand_is_told(content: str, tmp_path: Path) -> None:
    assert "sjabloon-tag-plaats" in codes(spoilt(tmp_path, beside(content)))


def test_tags_in_the_contents_table_that_word_renewed_do_not_matter(tmp_path: Path) -> None:
    line = "De inhoudsopgave wordt bij het maken gevuld."
    template = spoilt(tmp_path, lambda xml: xml.replace(line, "1 {{ kernaanpak.titel }} {{ wijk }} 3"))
    assert told(template) == []
    whole = [item.tekst for item in lees(plan(), tmp_path, SJABLOON).items]
    assert [item.tekst for item in lees(plan(), tmp_path, template).items] == whole


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>Nog nakijken.</w:t></w:r>", "sjabloon-verborgen"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ wijk }}</w:t></w:r>", "sjabloon-verborgen"),
        ("<w:r><w:object/></w:r>", "sjabloon-ingesloten"),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
            "<w:sdtContent><w:r><w:t>Klik om tekst in te voeren.</w:t></w:r>"
            "</w:sdtContent></w:sdt>",
            "sjabloon-invulvak",
        ),
    ],
)
def test_what_is_left_in_the_text_is_told(content: str, code: str, tmp_path: Path) -> None:
    (finding,) = judge(spoilt(tmp_path, beside(p(content)))).findings
    assert (finding.code, finding.stopt) == (code, False)


def test_a_hidden_tag_of_a_loop_is_nothing(tmp_path: Path) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{}</w:t></w:r>"
    content = p(hidden.format("{%p if wijk %}")) + p("Tekst.") + p(hidden.format("{%p endif %}"))
    assert told(spoilt(tmp_path, beside(content))) == []


def test_another_document_inside_is_left_out_and_told(tmp_path: Path) -> None:
    template = spoilt(tmp_path, beside(f'<w:altChunk xmlns:r="{R}" r:id="rIdAlt"/>' + p("x")))
    assert codes(template) == ["sjabloon-ingesloten"]
    assert not list(body_of(template, tmp_path).iter(W + "altChunk"))


@pytest.mark.parametrize("kept", [False, True])
def test_a_picture_in_another_file_is_told_unless_it_is_kept_too(kept: bool, tmp_path: Path) -> None:
    picture = (
        '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'xmlns:r="{R}" r:link="rIdL"{" r:embed=" + chr(34) + "rIdBasis" + chr(34) if kept else ""}/>'
        f"</w:drawing></w:r>"
    )
    template = package(
        tmp_path / "eigen.docx",
        {
            DOCUMENT: beside(p(picture)),
            "word/_rels/document.xml.rels": related(("rIdL", "image", "file:///C:/x.png"), outside=True),
        },
    )
    assert codes(template) == ([] if kept else ["sjabloon-gekoppeld"])


# Notes


def test_a_note_is_filled_in_once_and_what_people_typed_in_it_is_no_tag(tmp_path: Path) -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W[1:-1]}">'
        f'<w:footnote w:id="2">{p("Over {{ wijk }}.")}</w:footnote></w:footnotes>'
    )
    template = package(
        tmp_path / "eigen.docx",
        {
            DOCUMENT: beside(p('<w:r><w:t>x</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>')),
            "word/_rels/document.xml.rels": related(("rIdN", "footnotes", "footnotes.xml")),
            "[Content_Types].xml": declared("word/footnotes.xml", "footnotes"),
        },
        {"word/footnotes.xml": notes},
    )
    assert told(template) == []
    docx = bewaar(plan(naam="{{ 7 * 7 }}"), tmp_path / "x.docx", template)
    assert "".join(deel(docx, "word/footnotes.xml").itertext()) == "Over {{ 7 * 7 }}."


# What is no template


def unusable(path: Path) -> Bevinding:
    (finding,) = judge(path).findings
    assert finding.stopt
    with pytest.raises(InvoerFout):
        maak(plan(), path)
    return finding


def test_an_absent_template_is_told_with_the_one_that_lies_beside(tmp_path: Path) -> None:
    (tmp_path / "wijkplan-sociaal (1).docx").write_bytes(b"")
    finding = unusable(tmp_path / "wijkplan-sociaal.docx")
    assert finding.wat == "Het sjabloon 'wijkplan-sociaal.docx' is er niet."
    assert finding.verwacht.endswith("bedoelt u 'wijkplan-sociaal (1).docx'?")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "het is leeg"),
        (b"geen Word", "het is geen Word-bestand"),
        (b"PK\x03\x04", "het is beschadigd"),
        (SJABLOON.read_bytes()[:5000], "het is beschadigd"),
        ((WORTEL / "inputs" / "gemeente.xlsx").read_bytes(), "het is een Excel-bestand"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "het is een oud Word-bestand (.doc)"),
    ],
)
def test_a_template_that_is_no_word_file_is_told(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "s.docx").write_bytes(content)
    assert unusable(tmp_path / "s.docx").wat == f"Het sjabloon is niet te gebruiken: {said}."


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (
            "application/vnd.ms-word.document.macroEnabled.main+xml",
            "het is een Word-bestand met macro's (.docm)",
        ),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "het is een Word-sjabloon (.dotx)",
        ),
    ],
)
def test_a_word_file_of_another_kind_is_named(kind: str, said: str, tmp_path: Path) -> None:
    change = lambda xml: re.sub(r'(?<=document\.xml" ContentType=")[^"]+', kind, xml)  # noqa: E731
    assert unusable(spoilt(tmp_path, change, "[Content_Types].xml")).aanvulling == said


def test_a_template_with_damaged_content_is_told(tmp_path: Path) -> None:
    """One bit turns over, each time elsewhere: what breaks, breaks in another way."""
    whole = SJABLOON.read_bytes()
    with zipfile.ZipFile(SJABLOON) as package_:
        info = package_.getinfo(DOCUMENT)
    begin = info.header_offset + 30 + len(info.filename)
    for place in range(begin + 5, begin + info.compress_size - 5, info.compress_size // 25):
        spoilt_bytes = bytearray(whole)
        spoilt_bytes[place] ^= 1
        (tmp_path / "s.docx").write_bytes(spoilt_bytes)
        assert unusable(tmp_path / "s.docx").code == "sjabloon-onleesbaar"


# Time and memory


MEASURE = """
import resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
from pipeline.document.render import judge
begin = time.process_time()
found = {b.code for b in judge(Path(sys.argv[1])).findings}
print(time.process_time() - begin, *sorted(found))
"""
HOSTILE = {
    "a power": instead("{{ 9**9**9**9 }}"),
    "a width": instead("{{ '%9999999999d' % 1 }}"),
    "doubling joins": instead("{% set x = [wijk]*9 %}{% for a in x %}{{ x|join(x|join) }}{% endfor %}"),
    "brackets": instead("{{ " + "(" * 200_000 + " }}"),
    "names": instead("{{ " + "a." * 200_000 + "a }}"),
    "choices": beside(p("{%p if wijk %}") * 5_000),
    "loops": beside("".join(p(f"{{%p for a{n} in organisaties %}}") for n in range(5_000))),
    "names in a sentence": beside(p("{{ wijk }}" * 100_000)),
    "begins of tags": beside(p("{{" * 50_000)),
    "ends of tags": beside(p("}}" * 50_000)),
    "begins in many paragraphs": beside(p("{{ a") * 5_000),
    "remarks": beside(p("{# x #}" * 50_000)),
    "pieces": beside(p("".join(f"<w:r><w:t>{c}</w:t></w:r>" for c in "{{ wijk }}" * 4_000))),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the memory of a process")
@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_template_is_refused_within_a_second_and_in_bounded_memory(
    change: Change, tmp_path: Path
) -> None:
    template = spoilt(tmp_path, change)
    process = subprocess.run(
        [sys.executable, "-c", MEASURE, str(template)],
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    seconds, *found = process.stdout.split()
    assert found
    assert float(seconds) < 1


def test_what_would_become_endless_is_stopped(tmp_path: Path) -> None:
    from pipeline.document import render
    from pipeline.errors import SjabloonFout

    content = p("{%p for organisatie in organisaties %}") + p("lang " * 20_000) + p("{%p endfor %}")
    template = spoilt(tmp_path, beside(content))
    assert told(template) == []
    assert render.MAX_RENDERED < 100_000 * 1_000
    with pytest.raises(SjabloonFout, match="veel te groot"):
        maak(plan(organisaties=("x",) * 1_000), template)


def test_a_clean_template_keeps_all_its_parts() -> None:
    with zipfile.ZipFile(io.BytesIO(judge(SJABLOON).content)) as clean, zipfile.ZipFile(SJABLOON) as source:
        assert set(clean.namelist()) == set(source.namelist())
