"""Letters that LibreOffice takes from another font, read in their place instead of after their line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.document.passages import GENERATED, Passage
from pipeline.pdf.bibliotheek import pikepdf
from pipeline.pdf.boom import Boom, Onderdeel, inhoud, is_onderdeel, kinderen
from pipeline.pdf.ouders import Ouders
from pipeline.pdf.reading import is_in_line, read_aloud
from pipeline.pdf.wording import key


def put_in_sequence(boom: Boom, parents: Ouders, passages: Sequence[Passage]) -> None:
    """Have each piece of text in which letters are drawn in another order be read as in the Word file."""
    pages = [page.obj for page in boom.document.pages]
    if not any(boom.borrows_letters(page, number) for page in pages for number in boom.pieces(page)):
        return
    disordered = [spoken for spoken in read_aloud(boom) if spoken.disordered]
    plain = [passage for passage in passages if GENERATED not in passage.text]
    known = {"".join(sorted(key(passage.text))): passage for passage in plain}
    for spoken in disordered:
        heard = key("".join(spoken.heard))
        passage = known.get("".join(sorted(heard)))
        if passage is not None and key(passage.text) != heard:
            _say(boom, parents, spoken.element, passage.text)


def _say(boom: Boom, parents: Ouders, element: Onderdeel, rest: str) -> str:
    """Give every piece of a passage the words that the Word file has in its place, where these differ.

    The pieces are those of an element and of the elements in its line, in the order in which they are
    read.  Returns what is left of the words.
    """
    parts = kinderen(element)
    for place, child in enumerate(parts):
        if is_onderdeel(child):
            rest = _say(boom, parents, child, rest) if is_in_line(boom, child) else rest
            continue
        where = inhoud(element, child)
        if where is None or where[0] is None:
            continue
        heard = boom.spoken(*where)[0]
        words, rest = _cut(rest, len(key(heard)))
        if key(words) != key(heard):
            parts[place] = _span(boom, element, child, where[0], words)
            parents.zet_inhoud(parts[place])
    element.K = pikepdf.Array(parts)
    return rest


def _cut(text: str, letters: int) -> tuple[str, str]:
    """Return the begin of a text that holds a number of letters, and the rest."""
    end = 0
    while end < len(text) and letters > 0:
        letters -= len(key(text[end]))
        end += 1
    while end < len(text) and not key(text[end]):
        end += 1
    return text[:end], text[end:]


def _span(boom: Boom, parent: Onderdeel, child: Any, page: Any, words: str) -> Onderdeel:
    return boom.document.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem,
            S=pikepdf.Name.Span,
            P=parent,
            Pg=page,
            K=child,
            ActualText=pikepdf.String(words),
        )
    )
