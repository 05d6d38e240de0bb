"""The signs with which people, and the programs from which they paste, begin an item of a list."""

from __future__ import annotations

import re

_PRIVATE = "[\uf000-\uf0ff]"
"""A sign of the fonts Symbol and Wingdings, as Word passes it on: no other font has it."""
_SPACE = "[ \t\u00a0]"
PASTED = re.compile(
    rf"{_SPACE}*(?:{_PRIVATE}{_SPACE}*|[•·∙●○◦▪▫■□◼◾‣\u2043➢➤►▸❖✓✔]{_SPACE}+|[o§Øüvqà](?:\t{_SPACE}*|{_SPACE}{{2,}}))(?=\S)"
)
"""A bullet and what stands behind it; a letter is one where Word put a tab or several spaces behind it."""
TYPED = re.compile(rf"[-–]{_SPACE}+(?=\S)|{PASTED.pattern}")
"""The same, or a dash with a space, as this program asks for in a cell."""
