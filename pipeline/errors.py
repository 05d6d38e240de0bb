"""The errors that a user can meet, each with the exit code of the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.bevinding import Bevinding


ONMOGELIJK = "Van deze invoer kan geen plan worden gemaakt."
NIET_DEFINITIEF = "Het plan kan nog niet definitief worden. Verbeter eerst wat hierboven staat."

NIET_TOEGANKELIJK = (
    "De PDF is een concept dat niet iedereen kan lezen. Dat staat in zijn naam.\n"
    "Verbeter wat hierboven staat voordat het plan definitief wordt."
)
AFGEKEURD = "De PDF is afgekeurd en staat niet in outputs. Het Word-bestand staat er wel."


class WijkplanFout(Exception):
    """Something that the user can mend; the message is shown as it is, without a traceback."""

    exit_code = 1


class InvoerFout(WijkplanFout):
    """The input needs work; carries every bevinding that is to be told, and why it stops a plan."""

    def __init__(self, bevindingen: list[Bevinding], waarom: str = ONMOGELIJK) -> None:
        super().__init__(waarom)
        self.bevindingen = bevindingen


class NietSamengevoegdFout(WijkplanFout):
    """An edited Word file was left as it is; the new version stands beside it."""


class BeschadigdeVersieFout(WijkplanFout):
    """A version that the program kept cannot be read any more."""


class AfgekeurdFout(WijkplanFout):
    """The PDF is not accessible or not fit for the archive, so it was not published."""


class SjabloonFout(WijkplanFout):
    """The template does not fit the data or is damaged."""


class GebruikFout(WijkplanFout):
    """The command was used in a way that cannot work (an unknown wijk, a wrong folder)."""

    exit_code = 2


class OmgevingFout(WijkplanFout):
    """Something is missing on this machine (LibreOffice, rights, disk space)."""

    exit_code = 3


class InGebruikFout(WijkplanFout):
    """A file is in use: open in another program, or another run is busy with this wijk."""

    exit_code = 4


EXIT_AFGEBROKEN = 130
"""Exit code of a run that was broken off, as of a shell (128 and the number of SIGINT)."""
EXIT_BUG = 70
"""Exit code of a bug in this program (EX_SOFTWARE of sysexits.h)."""
