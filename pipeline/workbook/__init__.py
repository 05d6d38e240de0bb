"""Excel: the description of the workbooks, and reading, writing and marking them by it."""

from __future__ import annotations

import sys

# openpyxl loads numpy only to know its numbers, which we never give it; that takes a fifth of a run's start.
_AFWEZIG = "numpy" not in sys.modules
if _AFWEZIG:
    sys.modules["numpy"] = None  # type: ignore[assignment] # how Python marks a module that cannot be imported
try:
    import openpyxl as openpyxl
finally:
    if _AFWEZIG:
        del sys.modules["numpy"]
