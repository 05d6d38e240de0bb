"""Says of a change what its texts do not show."""

from __future__ import annotations

from pipeline.merge.blokken import Blok
from pipeline.merge.tekst import PIJL


def link_change(old: list[Blok], new: list[Blok]) -> str:
    """Return in words what became of the links between two versions of a text; nothing when they stayed."""
    was, wanted = _targets(old), _targets(new)
    gone, come = [t for t in was if t not in wanted], [t for t in wanted if t not in was]
    if gone and come:
        return f"andere link: {', '.join(come)}"
    if come:
        return f"link erbij: {', '.join(come)}"
    return f"link weg: {', '.join(gone)}" if gone else ""


def _targets(blocks: list[Blok]) -> list[str]:
    """Return where the links lead, each once; a place in the document has no name for people."""
    pieces = [piece for block in blocks for piece in block.inhoud.stukken]
    targets = [piece.vorm.partition(PIJL)[2] for piece in pieces if PIJL in piece.vorm]
    return list(dict.fromkeys("een plek in dit document" if t.startswith("#") else t for t in targets))
