"""Compares what is expected with what was read, and says in plain Dutch what differs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from tests.getrouw.items import KOP, Item, Link, Opmaak

MIST, TE_VEEL, VERPLAATST, ANDERE_KOP, ANDERE_VORM, ANDERE_TEKST, ANDERE_OPMAAK, ANDERE_LINK = (
    "mist",
    "te veel",
    "verplaatst",
    "onder een andere kop",
    "andere vorm",
    "andere tekst",
    "andere opmaak",
    "andere link",
)

LIJKT = 0.6
"""How much two texts must have in common to be one text that was changed."""

Sleutel = Callable[[Item], Hashable]


@dataclass(frozen=True, slots=True)
class Verschil:
    """One difference."""

    soort: str
    tekst: str
    """The expected text, or the read text when it is one too many."""
    uitleg: str

    def __str__(self) -> str:
        """Write the difference on one line."""
        return f"{self.soort}: {self.uitleg}"


@dataclass(slots=True)
class Vergelijking:
    """The outcome of a comparison."""

    verwacht: int
    verschillen: list[Verschil] = field(default_factory=list)
    fout: int = 0
    """How many of the expected items are not as they should be."""
    te_veel: int = 0

    @property
    def score(self) -> float:
        """Return how much of the document is as it should be, in %."""
        return 100 * (self.verwacht - self.fout) / (self.verwacht + self.te_veel)

    def verslag(self) -> str:
        """Write the outcome for a person to read."""
        kop = f"{self.score:.2f}% van {self.verwacht} onderdelen is goed; {len(self.verschillen)} verschillen"
        return "\n".join([kop, *(f"- {verschil}" for verschil in self.verschillen)])


def vergelijk(verwacht: Sequence[Item], gelezen: Sequence[Item]) -> Vergelijking:
    """Compare item by item: exactly, character for character."""
    uitkomst = Vergelijking(len(verwacht))
    gelezen = _met_verwachte_koppen(verwacht, gelezen)
    paren = _paren(verwacht, gelezen)
    ter_plekke = [plek for plek in sorted(paren) if verwacht[plek].pad == gelezen[paren[plek]].pad]
    op_volgorde = _oplopend([paren[plek] for plek in ter_plekke])
    for plek, item in enumerate(verwacht):
        if plek not in paren:
            verschillen = [Verschil(MIST, item.tekst, _noem(item))]
        else:
            verschillen = list(_verschillen(item, gelezen[paren[plek]], paren[plek] in op_volgorde))
        uitkomst.verschillen += verschillen
        uitkomst.fout += bool(verschillen)
    gevonden = set(paren.values())
    for plek, item in enumerate(gelezen):
        if plek not in gevonden:
            uitkomst.verschillen.append(Verschil(TE_VEEL, item.tekst, _noem(item)))
            uitkomst.te_veel += 1
    return uitkomst


def _met_verwachte_koppen(verwacht: Sequence[Item], gelezen: Sequence[Item]) -> Sequence[Item]:
    """Let a changed heading count once: what stands under it is compared as under the expected one."""
    koppen = [item for item in verwacht if item.vorm == KOP]
    gelezen_koppen = [item for item in gelezen if item.vorm == KOP]
    nieuw = {
        gelezen_koppen[ander].tekst: koppen[plek].tekst
        for plek, ander in _paren(koppen, gelezen_koppen).items()
    }
    return [replace(item, pad=tuple(nieuw.get(deel, deel) for deel in item.pad)) for item in gelezen]


def _paren(verwacht: Sequence[Item], gelezen: Sequence[Item]) -> dict[int, int]:
    """Find for each expected item the read one: first the same, then ever less alike."""
    paren = dict(_zelfde_volgorde(verwacht, gelezen, lambda item: (item.pad, item.vorm, item.tekst)))
    sleutels: tuple[Sleutel, ...] = (
        lambda item: (item.pad, item.vorm, item.tekst),
        lambda item: (item.pad, item.tekst),
        lambda item: (item.vorm, item.tekst),
        lambda item: item.tekst,
    )
    for sleutel in sleutels:
        over: dict[Hashable, list[int]] = {}
        for ander in _over(gelezen, paren.values()):
            if gelezen[ander].tekst or sleutel is sleutels[0]:
                over.setdefault(sleutel(gelezen[ander]), []).append(ander)
        for plek in _over(verwacht, paren):
            kandidaten = over.get(sleutel(verwacht[plek]))
            if kandidaten:
                paren[plek] = kandidaten.pop(0)
    _voeg_gelijkende_toe(paren, verwacht, gelezen)
    return paren


def _zelfde_volgorde(
    verwacht: Sequence[Item], gelezen: Sequence[Item], sleutel: Sleutel
) -> Iterator[tuple[int, int]]:
    rijen = [sleutel(item) for item in verwacht], [sleutel(item) for item in gelezen]
    for blok in SequenceMatcher(None, *rijen, autojunk=False).get_matching_blocks():
        for stap in range(blok.size):
            yield blok.a + stap, blok.b + stap


def _over(items: Sequence[Item], bezet: Iterable[int]) -> list[int]:
    """Return the places of the items that are not paired yet."""
    return sorted(set(range(len(items))) - set(bezet))


def _voeg_gelijkende_toe(paren: dict[int, int], verwacht: Sequence[Item], gelezen: Sequence[Item]) -> None:
    """Pair what is left when one is the other with a change in its text."""
    vrij = _over(gelezen, paren.values())
    for plek in _over(verwacht, paren):
        item = verwacht[plek]
        beste = max(vrij, key=lambda ander: _gelijkenis(item, gelezen[ander]), default=None)
        if beste is not None and _gelijkenis(item, gelezen[beste]) >= LIJKT:
            paren[plek] = beste
            vrij.remove(beste)


def _gelijkenis(een: Item, ander: Item) -> float:
    """Return how alike two texts are; the same place and form count a little."""
    if not een.tekst or not ander.tekst:
        return 0.0
    vergelijker = SequenceMatcher(None, een.tekst, ander.tekst, autojunk=False)
    if vergelijker.quick_ratio() < LIJKT - 0.1:
        return 0.0
    return vergelijker.ratio() + 0.05 * (een.pad == ander.pad) + 0.05 * (een.vorm == ander.vorm) - 0.1


def _oplopend(plekken: Sequence[int]) -> set[int]:
    """Return the longest series of places that goes up: the rest was moved."""
    lengte: list[int] = []
    vorige: list[int] = []
    for nummer, plek in enumerate(plekken):
        beste = max(
            (eerder for eerder in range(nummer) if plekken[eerder] < plek),
            key=lengte.__getitem__,
            default=-1,
        )
        lengte.append(lengte[beste] + 1 if beste >= 0 else 1)
        vorige.append(beste)
    reeks: set[int] = set()
    nummer = max(range(len(plekken)), key=lengte.__getitem__, default=-1)
    while nummer >= 0:
        reeks.add(plekken[nummer])
        nummer = vorige[nummer]
    return reeks


def _verschillen(item: Item, ander: Item, op_volgorde: bool) -> Iterator[Verschil]:
    """Say in what one item differs from the one that was expected."""

    def meld(soort: str, uitleg: str) -> Verschil:
        return Verschil(soort, item.tekst, f"{_noem(item)}: {uitleg}")

    if item.tekst != ander.tekst:
        yield meld(ANDERE_TEKST, _letters(item.tekst, ander.tekst))
    if item.pad != ander.pad:
        yield meld(ANDERE_KOP, f"staat onder {_plek(ander)}")
    elif not op_volgorde:
        yield meld(VERPLAATST, "staat op een andere plaats in de volgorde")
    if (item.vorm, item.niveau) != (ander.vorm, ander.niveau):
        yield meld(ANDERE_VORM, f"heeft de vorm {_vorm(ander)}")
    if item.tekst != ander.tekst:
        return
    for uitleg in _opmaak(item, ander):
        yield meld(ANDERE_OPMAAK, uitleg)
    for uitleg in _links(item, ander):
        yield meld(ANDERE_LINK, uitleg)


def _opmaak(item: Item, ander: Item) -> Iterator[str]:
    def noem(deel: Opmaak) -> str:
        return f"{deel.soort} op '{item.tekst[deel.begin : deel.eind]}'"

    yield from (f"{noem(deel)} ontbreekt" for deel in item.opmaak if deel not in ander.opmaak)
    yield from (f"{noem(deel)} is te veel" for deel in ander.opmaak if deel not in item.opmaak)


def _links(item: Item, ander: Item) -> Iterator[str]:
    def noem(link: Link) -> str:
        return f"de link op '{item.tekst[link.begin : link.eind]}' naar '{link.doel}'"

    yield from (f"{noem(link)} ontbreekt" for link in item.links if link not in ander.links)
    yield from (f"{noem(link)} is te veel" for link in ander.links if link not in item.links)


def _letters(verwacht: str, gelezen: str) -> str:
    """Show the letters that differ: [- expected, not there -] and [+ there, not expected +]."""
    delen = []
    for soort, a, b, c, d in SequenceMatcher(None, verwacht, gelezen, autojunk=False).get_opcodes():
        weg, erbij = verwacht[a:b], gelezen[c:d]
        if soort == "equal":
            delen.append(weg if len(weg) <= 40 else f"{weg[:18]} … {weg[-18:]}")
        else:
            delen.append((f"[-{weg}-]" if weg else "") + (f"[+{erbij}+]" if erbij else ""))
    return "".join(delen)


def _noem(item: Item) -> str:
    tekst = item.tekst if len(item.tekst) <= 70 else f"{item.tekst[:67]}..."
    return f"{_vorm(item)} '{tekst}' onder {_plek(item)}"


def _vorm(item: Item) -> str:
    return f"{item.vorm} {item.niveau}" if item.niveau else item.vorm


def _plek(item: Item) -> str:
    return " > ".join(item.pad) or "geen kop"
