"""Judges a merge from outside: what staff did is still there, what the data did is there or told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Protocol
from xml.etree import ElementTree

from tests.merge.bestand import Bestand
from tests.merge.lezen import Regel, delen, koptekst, opmerkingen, regels, uitleg


class Melding(Protocol):
    """A line of the list that a merge gives."""

    @property
    def uitkomst(self) -> str: ...
    @property
    def wat(self) -> str: ...
    @property
    def was(self) -> str: ...
    @property
    def wordt(self) -> str: ...
    @property
    def resultaat(self) -> str: ...


def verloren(bestand: Bestand, bewerkt: bytes, samen: bytes, lijst: Sequence[Melding] = ()) -> list[str]:
    """Return what staff did that is not in the merged file, and for the contents table was not told."""
    nu = regels(samen)
    alles = "\n".join(regel.tekst for regel in nu)
    fouten = [f"kwijt: {merk}" for merk in bestand.blijft if merk not in alles]
    fouten += [f"weer terug: {tekst:.60}" for tekst in bestand.weg if tekst in [regel.tekst for regel in nu]]
    fouten += [f"niet meer vet: {merk}" for merk in bestand.vet if not any(merk in r.vet for r in nu)]
    van_staf = "\n".join(tekst for auteur, tekst in opmerkingen(samen) if auteur != "Wijkplan")
    fouten += [f"opmerking kwijt: {merk}" for merk in bestand.opmerkingen if merk not in van_staf]
    noten = b"".join(inhoud for naam, inhoud in delen(samen).items() if "footnotes" in naam).decode("utf-8")
    fouten += [f"voetnoot kwijt: {merk}" for merk in bestand.noten if merk not in noten]
    fouten += [f"uitleg kwijt: {merk}" for merk in bestand.uitleg if merk not in " ".join(uitleg(samen))]
    verteld = " ".join(melding.was for melding in lijst)
    document = delen(samen)["word/document.xml"].decode()
    fouten += [
        f"kwijt uit de inhoudsopgave: {merk}" for merk in bestand.inhoud if merk not in verteld + document
    ]
    kop = koptekst(samen)
    fouten += [f"koptekst kwijt: {merk}" for merk in bestand.kop if merk not in kop]
    voor = [(r.tekst, r.stijl, r.vet, r.beelden, r.cel) for r in regels(bewerkt, verwerp=True)]
    na = [(r.tekst, r.stijl, r.vet, r.beelden, r.cel) for r in regels(samen, verwerp=True)]
    if voor != na:
        anders = next((a, b) for a, b in [*zip(voor, na, strict=False), ((), ())] if a != b or not a)
        fouten.append(f"zonder onze wijzigingen is het niet hun bestand: {anders}")
    return fouten


def niet_gedaan(
    basis: bytes, nieuw: bytes, bewerkt: bytes, samen: bytes, lijst: Sequence[Melding]
) -> list[str]:
    """Return the changes in the data that were neither put in nor told, or put in at a wrong place."""
    oud, wordt, voor, nu = regels(basis), regels(nieuw), regels(bewerkt), regels(samen)
    tel = [Counter(_kern(regel.tekst) for regel in groep) for groep in (oud, wordt, voor, nu)]
    fouten = []
    plekken = {(regel.pad[:diep], _kern(regel.rij)) for regel in nu for diep in range(len(regel.pad) + 1)}
    stond_er = {_vindplaats(regel) for regel in oud}
    for regel in wordt:
        kern = _kern(regel.tekst)
        if not kern or tel[1][kern] <= tel[0][kern]:
            continue
        if tel[3][kern] >= tel[1][kern] or tel[3][kern] - tel[2][kern] >= tel[1][kern] - tel[0][kern]:
            al_daar = _vindplaats(regel) in stond_er
            if not al_daar and not _goede_plek(regel, [r for r in nu if _kern(r.tekst) == kern], plekken):
                fouten.append(
                    f"op een verkeerde plek: {regel.tekst:.60} ({' > '.join(regel.pad)} / {regel.rij})"
                )
        elif not _verteld(regel.tekst, lijst, nu):
            fouten.append(f"niet gedaan en niet verteld: {regel.tekst:.80}")
    fouten += _niet_verplaatst(oud, wordt, voor, nu, lijst)
    for deel in _anders_van_vorm(basis, nieuw):
        if not any(melding.wat == "opmaak" for melding in lijst):
            fouten.append(f"andere opmaak niet verteld: {deel}")
    for kern in tel[0] - tel[1]:
        over = tel[3][kern] - max(0, tel[2][kern] - (tel[0][kern] - tel[1][kern]))
        nog_te_veel = bool(kern) and over > 0 and tel[3][kern] > tel[1][kern]
        if nog_te_veel and not any(m.uitkomst != "verwerkt" and kern in _kern(m.was) for m in lijst):
            fouten.append(f"niet weggehaald en niet verteld: {kern:.80}")
    return fouten


def under_other_head(bestand: Bestand, nieuw: bytes, bewerkt: bytes, samen: bytes) -> list[str]:
    """Return what came to stand under the head of another column, or in another row, than in the data.

    A head to which staff put a word is the one that it was.  What staff had in that column is theirs,
    also when its row got another name in the data.
    """

    def places(docx: bytes) -> set[tuple[str, str, str]]:
        return {
            (_kern(re.sub(r" ?staf\d+", "", r.rij)), _kern(_old_head(bestand, r.hoofd)), _kern(r.tekst))
            for r in regels(docx)
            if r.hoofd and r.cel
        }

    right, before = places(nieuw), places(bewerkt)
    in_column = {(head, text) for _, head, text in before}
    wrong = [place for place in places(samen) - before - right if place[1:] not in in_column]
    return [
        f"onder een andere kop: {text:.40} bij {row:.30} / {head:.30}" for row, head, text in wrong if text
    ]


def _old_head(bestand: Bestand, head: str) -> str:
    return next((old for merk, old in bestand.koppen.items() if merk in head), head)


def _niet_verplaatst(
    oud: list[Regel], wordt: list[Regel], voor: list[Regel], nu: list[Regel], lijst: Sequence[Melding]
) -> list[str]:
    """Return the texts that changed places in the data, that kept the old ones and were not told.

    Looks at two texts at a time; where staff changed their order there is nothing to compare with.
    """
    was, is_nu, bij_staf, hier = (_enige(groep) for groep in (oud, wordt, voor, nu))
    kernen = [kern for kern in is_nu if kern in was and kern in bij_staf and kern in hier]
    verteld = [_kern(m.was + m.wordt) for m in lijst if m.uitkomst != "verwerkt"]
    fouten = []
    for nummer, later in enumerate(kernen):
        for eerder in kernen[:nummer]:
            verwisseld = was[eerder] > was[later] and bij_staf[eerder] > bij_staf[later]
            gezegd = any(eerder in tekst or later in tekst for tekst in verteld)
            if verwisseld and hier[eerder] > hier[later] and not gezegd:
                fouten.append(f"niet verplaatst en niet verteld: {eerder:.40} voor {later:.40}")
    return fouten


def _enige(groep: list[Regel]) -> dict[str, int]:
    """Return the place of each text that stands in a file once."""
    kernen = [_kern(regel.tekst) for regel in groep]
    aantal = Counter(kernen)
    return {kern: plek for plek, kern in enumerate(kernen) if kern and aantal[kern] == 1}


def _anders_van_vorm(basis: bytes, nieuw: bytes) -> list[str]:
    """Return the parts that differ of those that hold form alone."""
    namen = ("word/styles.xml", "word/theme/theme1.xml")
    a, b = ({naam: ElementTree.canonicalize(delen(docx)[naam]) for naam in namen} for docx in (basis, nieuw))
    return [naam for naam in namen if a[naam] != b[naam]]


def _verteld(tekst: str, lijst: Sequence[Melding], nu: list[Regel]) -> bool:
    kern = _kern(tekst)
    for melding in lijst:
        if kern not in _kern(melding.wordt):
            continue
        if melding.uitkomst != "verwerkt":
            return True
        erbij = _nieuwe_woorden(melding.was, melding.wordt)
        if all(woord in melding.resultaat for woord in erbij) and any(
            _kern(regel.tekst) in _kern(melding.resultaat) for regel in nu
        ):
            return True
    return False


def _nieuwe_woorden(was: str, wordt: str) -> list[str]:
    a, b = was.split(), wordt.split()
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return [woord for soort, _, _, j1, j2 in codes if soort != "equal" for woord in b[j1:j2]]


def _goede_plek(regel: Regel, kandidaten: list[Regel], plekken: set[tuple[tuple[str, ...], str]]) -> bool:
    """Whether a text stands below the headings and in the row where the data has it.

    Where staff changed a heading or that row there is nothing to compare with: the headings above it count.
    """
    koppen = {pad for pad, _ in plekken}
    diep = next(n for n in range(len(regel.pad), -1, -1) if regel.pad[:n] in koppen)
    for kandidaat in kandidaten:
        door_staf = any("staf" in kop for kop in kandidaat.pad)
        kop_klopt = door_staf or kandidaat.pad[:diep] == regel.pad[:diep]
        rij_klopt = (
            _kern(kandidaat.rij) == _kern(regel.rij)
            or (regel.pad[:diep], _kern(regel.rij)) not in plekken
            or "staf" in kandidaat.rij
        )
        if kop_klopt and rij_klopt and kandidaat.cel == regel.cel:
            return True
    return False


def _vindplaats(regel: Regel) -> tuple[object, ...]:
    """Return where a text stands: a row is found by its name, whatever the heading above it is."""
    return (regel.rij or regel.pad, regel.cel, regel.tekst)


def _kern(tekst: str) -> str:
    """Return letters and digits alone."""
    return "".join(filter(str.isalnum, re.sub("\ufffc[^\ufffc]*\ufffc", "", tekst)))
