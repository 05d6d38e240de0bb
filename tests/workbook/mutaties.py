"""Spoils real workbooks in every way that chance comes up with: bytes, parts, XML and cells."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from lxml import etree

Delen = dict[str, bytes]
Trek = Callable[[st.SearchStrategy[Any]], Any]
"""Takes a value from a strategy: what hypothesis calls draw."""

TEKSTEN = (
    *(
        "",
        " ",
        "x",
        "-",
        ".",
        "*",
        "nan",
        "inf",
        "-inf",
        "1e400",
        "1e308",
        "-1",
        "1e20",
        "0.131",
        "13.1",
        "13,1 %",
    ),
    *(
        "9" * 30,
        "9" * 5000,
        "2026",
        "2026.5",
        "20261121",
        "60000",
        "-5",
        "1e-320",
        "TRUE",
        "#REF!",
        "#N/A",
        "=1+1",
    ),
    *("ja", "nee", "concept", "definitief", "alinea", "tussenkop", "genummerd", "2 Thema", "3 Wat we doen"),
    *("Alle factoren", "Bewegen", "BEWEGEN.", "Beweging / Stress en Bewegen", "Voorzetten", "Nieuw en of /"),
    *(
        "[x](#kernaanpak-9)",
        "[](#bijlage-1)",
        "[](",
        "\\[x](#y)",
        "[a](https://)",
        "#",
        "- ",
        "\\- ",
        "- \n- \n",
    ),
    *(
        "_x0000_",
        "_x000D_",
        "_xD800_",
        "\u202e",
        "\ufeff",
        "\u2028",
        "\u00a0",
        "٣",
        "²",
        "½",
        "Ⅷ",
        "İ",
        "ß",
        "🏳️‍🌈",
    ),
    *(
        "12-17 jaar",
        "65+",
        "999+ jaar",
        "0-0",
        "Koopwoning",
        "Aantal inwoners",
        "Noord",
        "Voorbeeld",
        "{{ x }}",
    ),
    *(
        "../../x.png",
        "/etc/passwd",
        "a/b",
        "C:\\x",
        "CON",
        "x" * 300 + ".png",
        "<b>&amp;</b>",
        "]]>",
        "%s %d {0}",
    ),
    *(
        "wijk " * 8000,
        "a" * 33000,
        "[" * 3000,
        "\\" * 3000,
        "( " * 3000,
        "1." * 3000,
        "a en " * 2000,
        "-" * 5000,
    ),
)
"""What people, programs and ill will put in a cell."""
WAARDEN = (
    *(
        "",
        "0",
        "-1",
        "1",
        "7",
        "999999999",
        "99999999999999999999",
        "1.5",
        "x",
        "true",
        "A0",
        "A1",
        "XFD1048576",
    ),
    *(
        "A1:C3",
        "A1:XFD1",
        "A1:XFD1048576",
        "ZZZZ9",
        "A:A",
        "1:1",
        "$A$1",
        "rId1",
        "rId99",
        "s",
        "n",
        "b",
        "d",
        "e",
    ),
    *(
        "str",
        "inlineStr",
        "shared",
        "array",
        "dataTable",
        "../x",
        "/xl/workbook.xml",
        "hidden",
        "[$-1]0",
        "0.0%",
    ),
    *("0" * 400, "#,##0;;;", "dd-mm-yyyy", "[h]:mm", "general", "@", "é", "worksheet", "http://x.nl"),
)
"""What an attribute in the XML can hold."""
_INHOUD = st.one_of(
    st.sampled_from(TEKSTEN), st.text(max_size=40), st.floats().map(str), st.integers().map(str)
)
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def uitgepakt(werkmap: bytes) -> Delen:
    """Return the parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(werkmap)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def ingepakt(delen: Delen) -> bytes:
    """Return the workbook with these parts."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as pakket:
        for naam, inhoud in delen.items():
            pakket.writestr(naam, inhoud)
    return uit.getvalue()


def bytes_(trek: Trek, werkmap: bytes) -> bytes:
    """Spoil the file itself, as a bad disk or a broken download does."""
    return _andere_bytes(trek, werkmap)


def delen(trek: Trek, werkmap: bytes) -> bytes:
    """Lose, swap, double, empty or spoil parts of the zip."""
    inhoud = uitgepakt(werkmap)
    for _ in range(trek(st.integers(1, 4))):
        een, ander = trek(st.sampled_from(sorted(inhoud))), trek(st.sampled_from(sorted(inhoud)))
        match trek(st.sampled_from(("weg", "leeg", "ruil", "kopie", "hernoem", "bederf"))):
            case "weg" if len(inhoud) > 1:
                del inhoud[een]
            case "leeg":
                inhoud[een] = b""
            case "ruil":
                inhoud[een], inhoud[ander] = inhoud[ander], inhoud[een]
            case "kopie":
                inhoud[een] = inhoud[ander]
            case "hernoem":
                inhoud[een.upper()] = inhoud.pop(een)
            case _:
                inhoud[een] = _andere_bytes(trek, inhoud[een])
    return ingepakt(inhoud)


def xml(trek: Trek, werkmap: bytes) -> bytes:
    """Lose, double, move or change elements and attributes; the XML itself stays well formed."""
    inhoud = uitgepakt(werkmap)
    for _ in range(trek(st.integers(1, 3))):
        naam = trek(st.sampled_from(sorted(naam for naam in inhoud if naam.endswith((".xml", ".rels")))))
        wortel = etree.fromstring(inhoud[naam])
        for _ in range(trek(st.integers(1, 4))):
            _ander_element(trek, wortel)
        inhoud[naam] = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8")
    return ingepakt(inhoud)


def cellen(trek: Trek, werkmap: bytes) -> bytes:
    """Give cells another type and value, and another form or place."""
    inhoud = uitgepakt(werkmap)
    bladen = sorted(naam for naam in inhoud if re.fullmatch(r"xl/worksheets/sheet([3-9]|10)\.xml", naam))
    for _ in range(trek(st.integers(1, 4))):
        naam = trek(st.sampled_from(bladen))
        wortel = etree.fromstring(inhoud[naam])
        rijen = [rij for rij in wortel.iter(f"{_S}row") if len(rij)]
        for _ in range(trek(st.integers(1, 8)) if rijen else 0):
            # Most often below the headers, for without those a sheet is not read any further.
            deel = trek(st.sampled_from((rijen, *[rijen[-max(1, len(rijen) // 4) :]] * 9)))
            _andere_cel(trek, trek(st.sampled_from(list(trek(st.sampled_from(deel))))))
        inhoud[naam] = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8")
    return ingepakt(inhoud)


def _andere_bytes(trek: Trek, oud: bytes) -> bytes:
    nieuw = bytearray(oud)
    for _ in range(trek(st.integers(1, 6))):
        plek = trek(st.integers(0, len(nieuw)))
        stuk = trek(st.binary(max_size=8))
        match trek(st.sampled_from(("vervang", "voeg in", "haal weg", "kort in", "herhaal"))):
            case "vervang":
                nieuw[plek : plek + len(stuk)] = stuk
            case "voeg in":
                nieuw[plek:plek] = stuk
            case "haal weg":
                del nieuw[plek : plek + trek(st.integers(1, 500))]
            case "kort in":
                del nieuw[plek:]
            case _:
                nieuw[plek:plek] = nieuw[plek : plek + 200] * trek(st.integers(1, 20))
    return bytes(nieuw)


def _ander_element(trek: Trek, wortel: etree._Element) -> None:
    alle = [element for element in wortel.iter() if element is not wortel]
    if not alle:
        return
    een, ander = trek(st.sampled_from(alle)), trek(st.sampled_from(alle))
    ouder = een.getparent()
    match trek(
        st.sampled_from(("weg", "dubbel", "attribuut", "zonder attribuut", "tekst", "naam", "verplaats"))
    ):
        case "weg" if ouder is not None:
            ouder.remove(een)
        case "dubbel" if ouder is not None:
            for _ in range(trek(st.sampled_from((1, 3, 200)))):
                ouder.append(etree.fromstring(etree.tostring(een)))
        case "attribuut" if een.attrib:
            een.set(trek(st.sampled_from(sorted(een.attrib))), trek(st.sampled_from(WAARDEN)))
        case "zonder attribuut" if een.attrib:
            del een.attrib[trek(st.sampled_from(sorted(een.attrib)))]
        case "tekst":
            een.text = _xml_tekst(trek(_INHOUD))
        case "naam":
            een.tag = ander.tag
        case "verplaats" if een not in ander.iterancestors() and een is not ander:
            ander.append(een)
        case _:
            een.set("r", trek(st.sampled_from(WAARDEN)))


def _andere_cel(trek: Trek, cel: etree._Element) -> None:
    soort = trek(st.sampled_from((*["str", "inlineStr", "inlineStr", "n", "n"] * 4, "b", "e", "d", "")))
    tekst = trek(_INHOUD)
    if soort == "n":
        tekst = repr(trek(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-10, 10**6)))
    elif soort == "b":
        tekst = trek(st.sampled_from(("0", "1")))
    elif soort == "d":
        tekst = trek(st.datetimes().map(lambda moment: moment.isoformat(timespec="seconds")))
    elif not soort:  # a type that does not fit the value
        soort = trek(st.sampled_from(("n", "s", "b", "d", "x")))
    for kind in list(cel):
        cel.remove(kind)
    cel.set("t", soort)
    if trek(st.booleans()):
        cel.set("s", str(trek(st.integers(0, 12))))
    if trek(st.integers(0, 9)) == 0:
        etree.SubElement(cel, f"{_S}f").text = _xml_tekst(trek(_INHOUD))
    houder = cel if soort != "inlineStr" else etree.SubElement(cel, f"{_S}is")
    etree.SubElement(houder, f"{_S}{'v' if houder is cel else 't'}").text = _xml_tekst(tekst)


def _xml_tekst(tekst: str) -> str:
    """Return a text without what XML cannot hold."""
    return "".join(
        teken
        for teken in tekst
        if teken in "\t\n" or (" " <= teken < "\ud800") or "\ue000" <= teken < "\ufffe" or teken > "\uffff"
    )
