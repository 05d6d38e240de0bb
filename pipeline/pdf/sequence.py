"""Letters that LibreOffice takes from another font, read in their place instead of after their line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipeline.document.passages import GENERATED, Passage
from pipeline.pdf.bibliotheek import pikepdf
from pipeline.pdf.boom import Boom, Onderdeel, inhoud, is_onderdeel, kinderen
from pipeline.pdf.ouders import Ouders
from pipeline.pdf.reading import Spoken, in_line, read_aloud
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
            _say(boom, parents, spoken, passage)


def _say(boom: Boom, parents: Ouders, spoken: Spoken, passage: Passage) -> None:
    """Give every piece of a passage the words that the Word file has in its place, where these differ."""
    rest = passage.text
    for element in in_line(boom, spoken.element):
        parts = kinderen(element)
        for place, child in enumerate(parts):
            where = None if is_onderdeel(child) else inhoud(element, child)
            if where is None or where[0] is None:
                continue
            heard = boom.spoken(*where)[0]
            words, rest = _cut(rest, len(key(heard)))
            if key(words) != key(heard):
                parts[place] = _span(boom, element, child, where[0], words)
                parents.zet_inhoud(parts[place])
        element.K = pikepdf.Array(parts)


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
