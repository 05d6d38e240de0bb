"""Holds signals back while something is done that may not be left half."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ongestoord() -> Iterator[None]:
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
