"""Finds the name that somebody meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from pipeline.names import difference, key

LIJKT_OP = 0.85
"""How much of two names must be the same (0 to 1) to take one for a slip of the other."""
LIJKT_OP_KOP = 0.6
"""The same for the name of a sheet or a column: few are possible, and the user is only asked."""
MAX_NAAM = 80
"""Characters above which a text is no name; comparing long texts takes long."""


def lijkt_op(naam: str, bekend: Iterable[str], drempel: float = LIJKT_OP) -> str | None:
    """Return the known name that a name is most like; None when it is like none of them."""
    if len(naam) > MAX_NAAM:
        return None
    return next(iter(difflib.get_close_matches(naam, bekend, 1, drempel)), None)


def bedoelde_koppen(onbekend: Iterable[str], ontbreekt: Iterable[str]) -> dict[str, str]:
    """Return for unknown headers (or names of sheets) which missing one was meant, each once.

    The only one that is unknown is taken for the only one that is missing, whatever it is called.
    """
    vreemd, over = list(onbekend), {key(naam): naam for naam in ontbreekt}
    if len(vreemd) == 1 and len(over) == 1:
        return {vreemd[0]: next(iter(over.values()))}
    gevonden: dict[str, str] = {}
    for naam in vreemd:
        sleutel = lijkt_op(key(naam), over, LIJKT_OP_KOP)
        if sleutel is not None:
            gevonden[naam] = over.pop(sleutel)
    return gevonden


def near_miss(typed: str, known: Iterable[str]) -> str:
    """Say which known name a typed one is most like and where they differ; empty when it is like none."""
    names = {key(name): name for name in known}
    meant = lijkt_op(key(typed), names)
    return "" if meant is None else f". Het lijkt op '{names[meant]}': {difference(typed, names[meant])}"
