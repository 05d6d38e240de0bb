"""Dates the changes of a run by when its sources were saved: nothing reads the clock."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from lxml.etree import _Element

from pipeline.merge.pakket import Pakket
from pipeline.merge.wml import AUTEUR, w

_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>([^<]{1,40})</dcterms:modified>")
_FIRST = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
_YEARS = range(1990, 2200)
"""Years in which an Office file can have been saved."""
_STEP = datetime.timedelta(minutes=1)


def last_saved(sources: Iterable[Path]) -> str:
    """Return when the last of some Office files was saved, by its own account; empty when none says it."""
    moments = [moment for path in sources if (moment := _saved(path)) is not None]
    return _text(max(moments)) if moments else ""


def moment_of_run(new: Pakket, saved: str, edited: Iterable[_Element]) -> str:
    """Return the date of all changes of one run, later than those of earlier runs in the edited file.

    `saved` is when the sources of the new version were saved; without it the date of the plan counts.
    """
    known = [_read(text) for text in (saved, _modified(new))]
    moment = max((m for m in known if m is not None), default=_FIRST)
    dates = {e.get(w("date"), "") for tree in edited for e in tree.iter() if e.get(w("author")) == AUTEUR}
    earlier = max((m for m in map(_read, dates) if m is not None), default=None)
    return _text(moment if earlier is None or earlier < moment else earlier + _STEP)


def _saved(path: Path) -> datetime.datetime | None:
    try:
        with zipfile.ZipFile(path) as package, package.open(_CORE) as part:
            found = _MODIFIED.search(part.read(100_000))
    except (OSError, KeyError, ValueError, NotImplementedError, RuntimeError, zipfile.BadZipFile):
        return None  # it was read by others, who tell what is wrong with it
    return None if found is None else _read(found[1].decode("utf-8", "replace"))


def _modified(package: Pakket) -> str:
    for kind, target in package.verwijzingen("").values():
        if kind.endswith("/core-properties") and target in package.delen:
            element = package.boom(target).find("{http://purl.org/dc/terms/}modified")
            return "" if element is None else element.text or ""
    return ""


def _read(text: str) -> datetime.datetime | None:
    try:
        moment = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    return moment.replace(tzinfo=moment.tzinfo or datetime.UTC).astimezone(datetime.UTC)


def _text(moment: datetime.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
