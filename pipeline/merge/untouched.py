"""What staff left as it was generated, so that it may go from where it stands."""

from __future__ import annotations

from pipeline.merge.blokken import Blok
from pipeline.merge.opmerkingen import eigen_opmerkingen
from pipeline.merge.pakket import Pakket
from pipeline.merge.reeks import Reeks
from pipeline.merge.tekst import woorden
from pipeline.merge.vormgeving import eigen_opmaak, huiskleuren
from pipeline.merge.wml import ERBIJ, OPMERKINGTEKENS, WEG, P, van_ons, w


class Untouched:
    """Knows of a block of the edited file whether staff left a trace in it."""

    def __init__(self, base: Pakket, edited: Pakket) -> None:
        self._house = huiskleuren(base)
        self._own = set(eigen_opmerkingen(edited))

    def holds(self, old: Blok, edited: Blok) -> bool:
        """Whether staff left a block as it was generated: text, form, comments, tracked changes."""
        for element in edited.element.iter(*ERBIJ, *WEG, OPMERKINGTEKENS[0], OPMERKINGTEKENS[2]):
            own = element.get(w("id")) in self._own if element.tag in OPMERKINGTEKENS else van_ons(element)
            if not own:
                return False
        return same_text(old, edited) and not eigen_opmaak(old.element, edited.element, self._house)

    def leaving(self, series: Reeks, moved: dict[int, int]) -> set[int]:
        """Return which edited blocks may go from where they stand, before anything is changed.

        A heading goes only when that holds for all that goes with it, below it.
        """
        out = set()
        for i, k in series.naar_bewerkt.items():
            block = series.bewerkt[k]
            if i in series.in_nieuw or series.laatste(block) or not self.holds(series.oud[i], block):
                continue
            below = [] if i in moved else series.eronder(i, k)
            if all(base is not None and self.holds(base, other) for base, other in below):
                out.add(k)
        return out


def same_text(a: Blok, b: Blok) -> bool:
    """Whether two blocks have the same words in the same form, cell by cell."""
    if len(a.rijen) != len(b.rijen) or len(a.cellen) != len(b.cellen):
        return False
    if a.soort == P:
        return woorden(a.inhoud.stukken) == woorden(b.inhoud.stukken) and a.stijl == b.stijl
    return all(map(same_text, a.rijen, b.rijen)) and all(
        len(x.alineas) == len(y.alineas) and all(map(same_text, x.alineas, y.alineas))
        for x, y in zip(a.cellen, b.cellen, strict=True)
    )
