"""The one table of what this program says about the input: per code what, expected and what to do."""

from __future__ import annotations

from pipeline.messages.melding import Melding
from pipeline.messages.pdf import PDF
from pipeline.messages.samenhang import SAMENHANG
from pipeline.messages.spelling import SPELLING
from pipeline.messages.tekst import TEKST
from pipeline.messages.template import TEMPLATE
from pipeline.messages.waarden import WAARDEN
from pipeline.messages.werkmap import WERKMAP
from pipeline.messages.word import WORD

BEVINDINGEN: dict[str, Melding] = WERKMAP | WAARDEN | TEKST | SAMENHANG | SPELLING | PDF | WORD | TEMPLATE
"""Every code that a check can give. A test holds this table against the code."""
