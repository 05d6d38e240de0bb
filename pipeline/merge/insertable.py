"""Puts a copy in a form that can be marked as inserted: a revision holds runs, and no content controls."""

from __future__ import annotations

import copy

from lxml.etree import _Element

from pipeline.merge.revisies import zonder_boekmerken
from pipeline.merge.wml import RUN, SDT, SDT_INHOUD, kind, maak, verwijder, w

FIELD = w("fldSimple")
_WRAPPERS = (SDT, w("smartTag"), w("customXml"))
_PROPERTIES = (w("smartTagPr"), w("customXmlPr"))


def make_insertable(element: _Element) -> None:
    """Take bookmarks and what stands around text out of a copy, and write its fields in full.

    A name of a bookmark may stand in a document once; and what stands around text would stay when the text
    is rejected.
    """
    zonder_boekmerken(element)
    for wrapper in [e for e in element.iter(*_WRAPPERS) if e is not element]:
        content = wrapper.find(SDT_INHOUD) if wrapper.tag == SDT else wrapper
        for part in list(content) if content is not None else ():
            if part.tag not in _PROPERTIES:
                wrapper.addprevious(part)
        verwijder(wrapper)
    for field in [e for e in element.iter(FIELD) if e is not element]:
        for run in field_runs(field):
            field.addprevious(run)
        verwijder(field)


def field_runs(field: _Element) -> list[_Element]:
    """Return a field that is one element as the runs that say the same."""
    instruction = maak("instrText")
    instruction.text = field.get(w("instr"), "")
    first = next(field.iter(RUN), None)
    form = None if first is None else kind(first, "rPr")
    marks = [maak("fldChar", fldCharType="begin"), instruction, maak("fldChar", fldCharType="separate")]
    runs = [maak("r", [mark]) for mark in [*marks, maak("fldChar", fldCharType="end")]]
    if form is not None:
        for run in runs:
            run.insert(0, copy.deepcopy(form))
    result = [run for run in field.iter(RUN) if next(run.iterancestors(RUN), None) is None]
    return [*runs[:3], *result, runs[3]]
