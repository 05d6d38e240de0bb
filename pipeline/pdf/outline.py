"""Reads from a PDF on which page each heading stands."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def _ongestoord() -> Iterator[None]:
    """Hold signals back until the end."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals never come here
        return
    gekomen: list[int] = []
    oud = {
        signaal: handler
        for signaal in signal.valid_signals()
        if callable(handler := signal.getsignal(signaal))
    }
    for signaal in oud:
        signal.signal(signaal, lambda nummer, _: gekomen.append(nummer))
    try:
        yield
    finally:
        for signaal, handler in oud.items():
            signal.signal(signaal, handler)
    if gekomen:
        signal.raise_signal(gekomen[0])


# A Ctrl+C in the midst of this import would end the process on the spot, with LibreOffice still there.
with _ongestoord():
    import pikepdf


def koppen_met_pagina(pdf: Path) -> list[tuple[str, int]]:
    """Return the title and the page (from 1) of every bookmark of the PDF, in order."""
    with pikepdf.open(pdf) as document:
        nummers = {pagina.objgen: nummer for nummer, pagina in enumerate(document.pages, start=1)}
        with document.open_outline() as inhoud:
            return [
                (" ".join(item.title.split()), nummers[_pagina(item).objgen]) for item in _alle(inhoud.root)
            ]


def _alle(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _alle(item.children)


def _pagina(item: Any) -> Any:
    """Return the page object to which a bookmark points, directly or by an action."""
    doel = item.destination if item.destination is not None else item.action.D
    return doel[0]
