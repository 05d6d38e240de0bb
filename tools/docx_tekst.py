"""Prints a Word file as text, a line per paragraph with its style: what `git diff` shows of one.

It needs nothing but Python itself, so that it also works before anything is installed.
"""

from __future__ import annotations

import hashlib
import io
import sys
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALT_TEKST = ".//{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
GELEZEN = ("word/document.xml", "word/header", "word/footer")
"""The parts that a person reads. Of the others, such as the styles, a fingerprint tells of a change."""


def regels(pad: str) -> Iterator[str]:
    """Give the text of a Word file line by line, and then a fingerprint of every part."""
    with zipfile.ZipFile(pad) as pakket:
        delen = {naam: pakket.read(naam) for naam in sorted(pakket.namelist())}
    stijlen = {
        stijl.get(W + "styleId", ""): _waarde(stijl, "name")
        for stijl in _xml(delen["word/styles.xml"]).iter(W + "style")
    }
    for naam, inhoud in delen.items():
        if not naam.startswith(GELEZEN):
            continue
        yield f"--- {naam}"
        for alinea in _xml(inhoud).iter(W + "p"):
            stijl = _waarde(alinea, "pPr/pStyle")
            yield f"{stijlen.get(stijl, stijl)}: {_tekst(alinea)}"
    yield "--- onderdelen"
    for naam, inhoud in delen.items():
        yield f"{naam} {_vingerafdruk(naam, inhoud)}"


def _tekst(alinea: ET.Element) -> str:
    return "".join(_stuk(deel) for run in alinea.iter(W + "r") for deel in run)


def _stuk(deel: ET.Element) -> str:
    match deel.tag.removeprefix(W):
        case "t":
            return deel.text or ""
        case "instrText":
            return f"<{(deel.text or '').strip()}>"
        case "tab" | "br":
            return " "
        case "drawing":
            beeld = deel.find(ALT_TEKST)
            return f"<afbeelding: {'' if beeld is None else beeld.get('descr', '')}>"
        case _:
            return ""


def _vingerafdruk(naam: str, inhoud: bytes) -> str:
    # Word writes the same XML in another form each time that it saves.
    gelijk = ET.canonicalize(inhoud).encode() if naam.endswith((".xml", ".rels")) else inhoud
    return hashlib.sha256(gelijk).hexdigest()[:12]


def _waarde(element: ET.Element, pad: str) -> str:
    gevonden = element.find("/".join(W + deel for deel in pad.split("/")))
    return "" if gevonden is None else gevonden.get(W + "val", "")


def _xml(inhoud: bytes) -> ET.Element:
    return ET.fromstring(inhoud)  # noqa: S314 - a file of the project itself


if __name__ == "__main__":
    # Git reads UTF-8, whatever the system's own encoding is.
    uitvoer = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    uitvoer.writelines(f"{regel}\n" for regel in regels(sys.argv[1]))
    uitvoer.flush()
