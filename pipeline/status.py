"""The two statuses of a plan, as somebody types one in a command."""

from __future__ import annotations

from pipeline.errors import GebruikFout
from pipeline.names import choose


def find_status(typed: str | None) -> bool | None:
    """Return whether a plan is to be definitief, by the status that was typed; None when none was.

    Raises GebruikFout for another.
    """
    status = None if typed is None else choose(typed, ("concept", "definitief"))
    if typed is not None and status is None:
        raise GebruikFout(f"De status '{typed}' is er niet.\nKies concept of definitief.")
    return None if status is None else status == "definitief"
