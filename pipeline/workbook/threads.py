"""Comments with answers: Excel keeps a copy of them as a note, behind a text about its older versions."""

from __future__ import annotations

import io
import re
import zipfile

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.xml.functions import fromstring

_THREAD = re.compile(r"xl/threadedComments/[^/]+\.xml", re.IGNORECASE)
_NAMESPACE = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_AUTHOR = "tc="
"""How the author of such a note begins: then follows the id of the comment."""
_PREAMBLE = re.compile(r"^\[[^\]]*\].*?(?:linkid=\d+|\n[ \t]*\n(?=[^\n]*:\s*\n))\s*", re.DOTALL)
"""The text before the comment itself: a title, why it stands there, and an address of Microsoft."""


def restore_threads(workbook: Workbook, package: io.BytesIO) -> None:
    """Give every note that stands for a comment the words of that comment and of its answers."""
    notes = [
        (cell, cell.comment)
        for sheet in workbook.worksheets
        for cell in sheet._cells.values()
        if cell.comment is not None and str(cell.comment.author or "").startswith(_AUTHOR)
    ]
    threads = _threads(package) if notes else {}
    for cell, note in notes:
        words = threads.get(str(note.author).removeprefix(_AUTHOR).upper())
        text = "\n".join(words) if words else _PREAMBLE.sub("", note.text)
        cell.comment = Comment(text or note.text, str(note.author))


def _threads(package: io.BytesIO) -> dict[str, list[str]]:
    """Return the words of every thread, in their order, by the id of its first comment."""
    threads: dict[str, list[str]] = {}
    with zipfile.ZipFile(package) as archive:
        for name in filter(_THREAD.fullmatch, archive.namelist()):
            try:
                root = fromstring(archive.read(name))
            except SyntaxError:  # the note itself still has the words
                continue
            for comment in root.iter(f"{_NAMESPACE}threadedComment"):
                thread = str(comment.get("parentId") or comment.get("id") or "").upper()
                words = comment.findtext(f"{_NAMESPACE}text") or ""
                threads.setdefault(thread, []).append(words)
    return threads
