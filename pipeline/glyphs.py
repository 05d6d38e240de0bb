"""The signs that a reader of the PDF can see: those of the font of the house style, and common symbols."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_HOUSE_FONT = (
    "20-7E A1-AC AE-2B9 2BB-2C8 2CB-2F3 2F5 2F7-2FF 305 30D-311 313-315 318-322 325 329-32B 32F 332-333 "
    "336 339-33F 343 346-357 359-36F 374-375 37A-37E 384-38A 38C 38E-3A1 3A3-3CE 3D0-475 477-486 488-513 "
    "E3F 1D00-1D07 1D09-1D58 1D5A-1DCA 1DFE-1E9B 1E9E 1EA0-1EF9 1F00-1F15 1F18-1F1D 1F20-1F45 1F48-1F4D "
    "1F50-1F57 1F59 1F5B 1F5D 1F5F-1F7D 1F80-1FB4 1FB6-1FBD 1FBF-1FC4 1FC6-1FD3 1FD6-1FDB 1FDD-1FEF "
    "1FF2-1FF4 1FF6-1FFE 2000-200A 2012-2022 2026 202F-2030 2033-2034 2039-203A 203C-203E 2044 205E-205F "
    "2070-2071 2074-208E 2090-2094 20A0-20B5 20B8-20B9 20DD 2105 2113 2116-2117 2120 2122 2126 212E 2132 "
    "214D-214E 2153-215F 2183-2184 2190-2199 21A8 2202 2206 220F 2211-2212 2215 221A 221E-221F 2229 222B "
    "2248 2260-2261 2264-2265 2302 2310 2320-2321 2460-2473 24EA-24F4 24FF-2500 2502 250C 2510 2514 2518 "
    "25A1 25AA-25AB 25CA-25CC 25CF 25E6 2600 263C 2669 2776-277F 2C60-2C6C 2C74-2C77 2E17 A717-A71A "
    "A720-A721 FB00-FB04 FE20-FE23 "
)
"""What Carlito has in all its four forms; Calibri, for which it stands, has no less of what people type."""
_SYMBOLS = (
    "A0 300-304 306-30C 312 316-317 323-324 326-328 32C-32E 330-331 334-335 337-338 340-342 344-345 358 "
    "2010-2011 2023-2025 2027 2031-2032 2035-2038 203B 203F-2043 2045-205D 20BA 20BD 20D0-20D1 20D6-20D7 "
    "20DB-20DC 20E1 2100-2101 2103-2104 2106 2108-2109 2114 2118 211E-211F 2121 2123 2125 2127 2129 "
    "213A-213B 2140-2144 214B 2150-2152 2160-2182 2185 2189 219A-21A7 21A9-2201 2203-2205 2207-220E 2210 "
    "2213-2214 2216-2219 221B-221D 2220-2228 222A 222C-2247 2249-225F 2262-2263 2266-2301 2303-230F 2311 "
    "2318-2319 231C-231F 2324-232C 2334 2373-2375 237A 237D 2387 2394 239B-23AE 23CE-23CF 23DE-23DF 23E3 "
    "23E5 23E8 2422-2423 2501 2503-250B 250D-250F 2511-2513 2515-2517 2519-25A0 25A2-25A9 25AC-25C9 "
    "25CD-25CE 25D0-25E5 25E7-25FF 2601-263B 263D-2668 266A-269C 269E-26B8 26C0-26C3 26E2 2701-2704 "
    "2706-2709 270C-2727 2729-274B 274D 274F-2752 2756 2758-275E 2761-2775 2780-2794 2798-27AF 27B1-27BE "
    "27C2 27C5-27C6 27E0 27E6-27EB 27F0-28FF 2906-2907 290A-290B 2940-2941 2983-2984 29CE-29D5 29EB "
    "29FA-29FB 2A00-2A02 2A0C-2A1C 2A2F 2A6A-2A6B 2A7D-2AA0 2AAE-2ABA 2AF9-2AFA 2B00-2B1A 2B1F-2B24 "
    "2B53-2B54 "
)
"""Symbols, punctuation and accents that other fonts lend to a text: OpenSymbol, which comes with LibreOffice,
and DejaVu Sans or its like.  Letters are not lent: a script needs more than its signs."""
_UNSEEN = frozenset(
    map(ord, "\n\t\u00ad\u034f\u200b\u200c\u200d\u200e\u202a\u202c\u2060\u2066\u2068\u2069\ufeff")
) | frozenset(range(0xFE00, 0xFE10))
"""What nobody sees and does no harm; what turns the direction of the text is not among it."""
_COMMON = re.compile("[ -~\n\t\u00a1-\u017e\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]*")
_CLUSTER = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}|.(?:\u200d.|[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f])*",
    re.DOTALL,
)
"""What is seen as one sign: a flag, an emoji with a colour of skin, a family."""


def unreadable(text: str) -> Iterator[str]:
    """Give every stretch of a text that a reader of the PDF could not read."""
    if _COMMON.fullmatch(text):
        return
    stretch = ""
    for cluster in _CLUSTER.findall(unicodedata.normalize("NFC", text)):
        if all(ord(sign) in _readable() for sign in cluster):
            if stretch:
                yield stretch
            stretch = ""
        else:
            stretch += cluster
    if stretch:
        yield stretch


def codes(text: str) -> str:
    """Name signs by their codes, as Word and Unicode do: 'U+1F44D U+1F3FD'."""
    return " ".join(f"U+{ord(sign):04X}" for sign in text)


@cache
def _readable() -> frozenset[int]:
    ranges = (part.split("-") for part in (_HOUSE_FONT + _SYMBOLS).split())
    return _UNSEEN.union(*(range(int(part[0], 16), int(part[-1], 16) + 1) for part in ranges))
