"""References inside the document whose target is not there: in a concept they become plain text."""

from __future__ import annotations

from collections.abc import Set

from docx.oxml.ns import qn
from lxml.etree import _Element

from pipeline.document import ooxml


def maak_los(body: _Element, bladwijzers: Set[str]) -> None:
    """Turn every link to a bookmark that does not exist into its text, without its page number."""
    for link in list(body.iter(qn("w:hyperlink"))):
        doel = ooxml.get(link, "w:anchor")
        if not doel or doel in bladwijzers:
            continue
        for run in _tekstruns(link):
            for stijl in ooxml.find_all(run, "w:rPr/w:rStyle"):
                next(stijl.iterancestors()).remove(stijl)
            link.addprevious(run)
        next(link.iterancestors()).remove(link)


def _tekstruns(link: _Element) -> list[_Element]:
    """Return the runs of a link that are text: those of a field go, with its result."""
    runs = []
    diepte = 0
    for run in ooxml.find_all(link, "w:r"):
        soorten = [ooxml.get(teken, "w:fldCharType") for teken in ooxml.find_all(run, "w:fldChar")]
        diepte += soorten.count("begin")
        if not diepte and not soorten:
            runs.append(run)
        diepte -= soorten.count("end")
    return runs
