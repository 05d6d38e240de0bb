"""Merges one after another on one file: nothing comes back, nothing is half done, nothing is forgotten."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from dataclasses import replace

from lxml.etree import _Element

from pipeline.merge.bewijs import bewijs, bewijs_zonder_markeren
from pipeline.merge.merge import Samengevoegd, voeg_samen
from pipeline.merge.stand import Stand
from tests.merge import gegevens
from tests.merge.bestand import Bestand, element, run
from tests.merge.lezen import W, delen, opmerkingen, teksten

BRON = gegevens.plan("nieuwland")
VAN = gegevens.basis("nieuwland")
JAN = {"id": "900", "author": "Jan", "date": "2026-03-01T10:00:00Z"}


def met(docx: bytes, *anders: Callable[[list[_Element]], None]) -> bytes:
    """Return a file of which the paragraphs of running text were changed."""
    bestand = Bestand(docx)
    for verander in anders:
        verander([p for p in bestand.body.findall(W + "p") if len(_tekst(p)) > 30 and not _met_veld(p)])
    return bestand.klaar()


def _met_veld(alinea: _Element) -> bool:
    return alinea.find(f".//{W}fldChar") is not None


def _tekst(alinea: _Element) -> str:
    return "".join(t.text or "" for t in alinea.iter(W + "t"))


def _schrijf(alinea: _Element, tekst: str) -> None:
    for deel in alinea.findall(W + "r")[1:]:
        alinea.remove(deel)
    eerste = alinea.find(f"{W}r/{W}t")
    assert eerste is not None
    eerste.text = tekst


def _nieuw(tekst: str) -> _Element:
    nieuw = element("p", '<w:pPr><w:pStyle w:val="BodyText"/></w:pPr>')
    nieuw.append(run(tekst))
    return nieuw


def _jan(naam: str, kinderen: str = "") -> _Element:
    merk = element(naam, kinderen)
    for kenmerk, waarde in JAN.items():
        merk.set(W + kenmerk, waarde)
    return merk


def samen(van: bytes, nieuw: bytes, bewerkt: bytes, stand: Stand | None = None) -> Samengevoegd:
    uit = voeg_samen(van, nieuw, bewerkt, stand=stand)
    assert bewijs(van, nieuw, bewerkt, uit.als_bytes(), [*uit.wijzigingen, *uit.afgehandeld]) == []
    return uit


def uitkomsten(uit: Samengevoegd) -> list[tuple[str, str]]:
    return [(w.uitkomst, w.wat) for w in uit.wijzigingen]


def _plek(begin: str) -> int:
    alle = [p for p in Bestand(VAN).body.findall(W + "p") if len(_tekst(p)) > 30 and not _met_veld(p)]
    return next(n for n, p in enumerate(alle) if _tekst(p).startswith(begin))


def test_a_conflict_beside_a_moved_conflict_stays_one() -> None:
    n = _plek("Nieuwland is een relatief")

    def data(q: list[_Element]) -> None:
        _schrijf(q[n + 1], _tekst(q[n + 1]).replace("Nieuwland", "Data"))
        q[n + 2].addnext(q[n])

    def staf(q: list[_Element]) -> None:
        _schrijf(q[n], f"{_tekst(q[n])} Van ons.")
        _schrijf(q[n + 1], _tekst(q[n + 1]).replace("Nieuwland", "Ons Nieuwland"))

    nieuw = met(VAN, data)
    een = samen(VAN, nieuw, met(VAN, staf))
    assert sorted(uitkomsten(een)) == [("botsing", "gewijzigd"), ("botsing", "verplaatst")]
    twee = samen(een.basis, nieuw, een.als_bytes(), een.stand)
    assert uitkomsten(twee) == uitkomsten(een)
    assert twee.als_bytes() == een.als_bytes()


def test_what_the_program_put_in_may_be_replaced_before_staff_decided() -> None:
    n = _plek("Met inwoners van de wijk")
    fietsen = met(VAN, lambda q: q[n].addnext(_nieuw("Een alinea over fietsen en wandelen.")))
    een = samen(VAN, fietsen, VAN)

    def anders(q: list[_Element]) -> None:
        q[n].addnext(_nieuw("Ouderen drinken koffie samen met vrijwilligers."))
        q[n].addnext(_nieuw("Kinderen spelen elke dag graag buiten op het plein."))

    twee = samen(een.basis, met(VAN, anders), een.als_bytes(), een.stand)
    assert {w.uitkomst for w in twee.wijzigingen} == {"verwerkt"}
    regels = teksten(twee.als_bytes())
    assert "Een alinea over fietsen en wandelen." not in regels
    assert regels.index("Ouderen drinken koffie samen met vrijwilligers.") == (
        regels.index("Kinderen spelen elke dag graag buiten op het plein.") + 1
    )


def test_without_marking_older_changes_stay_to_be_decided_on() -> None:
    n = _plek("Met inwoners van de wijk")
    een = samen(VAN, met(VAN, lambda q: q[n].addnext(_nieuw("Een alinea over fietsen en wandelen."))), VAN)
    kano = met(VAN, lambda q: q[n].addnext(_nieuw("Een alinea over kanoën en wandelen.")))
    twee = samen(een.basis, kano, een.als_bytes(), een.stand)
    gemarkeerd = twee.als_bytes()
    twee.zonder_markeren()
    assert bewijs_zonder_markeren(gemarkeerd, twee.als_bytes()) == []
    (alinea,) = [p for p in Bestand(twee.als_bytes()).body.iter(W + "p") if "kanoën" in _tekst(p)]
    los = ["".join(t.text or "" for t in r.iter(W + "t")) for r in alinea.findall(W + "r")]
    assert "".join(los) == "kanoën"


def test_a_cell_is_changed_whole_or_not_at_all() -> None:
    """Staff left a tracked change of form on a paragraph of a cell: a new one cannot come behind it."""
    een, *kernaanpakken = BRON.kernaanpakken
    eerste_cluster, *clusters = een.clusters
    oud, *rijen = eerste_cluster.rijen
    bestand = Bestand(VAN)
    tekst = "".join(deel.tekst for deel in oud.mogelijkheid[0].runs)
    alinea = next(p for p in bestand.body.iter(W + "p") if _tekst(p) == tekst)
    eigenschappen = alinea.find(W + "pPr")
    assert eigenschappen is not None
    eigenschappen.append(_jan("pPrChange", "<w:pPr/>"))
    erbij = replace(oud.mogelijkheid[0], runs=(replace(oud.mogelijkheid[0].runs[0], tekst="Nog een zin."),))
    eerste = gegevens.anders(oud.mogelijkheid[0], random.Random(1), "herzien9")  # noqa: S311 - always the same
    cluster = replace(eerste_cluster, rijen=(replace(oud, mogelijkheid=(eerste, erbij)), *rijen))
    kernaanpak = replace(een, clusters=(cluster, *clusters))
    nieuw = gegevens.word(replace(BRON, kernaanpakken=(kernaanpak, *kernaanpakken)))
    uit = samen(VAN, nieuw, bestand.klaar())
    assert uitkomsten(uit) == [("botsing", "gewijzigd")]
    assert tekst in teksten(uit.als_bytes())
    assert "herzien9" not in "".join(teksten(uit.als_bytes()))


def test_of_two_changes_one_may_be_rejected() -> None:
    n = _plek("Met inwoners van de wijk")

    def data(q: list[_Element]) -> None:
        _schrijf(
            q[n], _tekst(q[n]).replace("inwoners", "bewoners", 1).replace("samenwerking", "samenspel", 1)
        )

    nieuw = met(VAN, data)
    een = samen(VAN, nieuw, VAN)
    bestand = Bestand(een.als_bytes())
    for revisie in list(bestand.boom.iter(W + "ins", W + "del")):
        woord = "".join(t.text or "" for t in revisie.iter(W + "t", W + "delText"))
        weg = (revisie.tag == W + "del") != (woord in ("inwoners", "bewoners"))
        for t in list(revisie.iter(W + "delText")):
            t.tag = W + "t"
        for deel in [] if weg else list(revisie):
            revisie.addprevious(deel)
        revisie.getparent().remove(revisie)  # type: ignore[union-attr]
    twee = samen(een.basis, nieuw, bestand.klaar(), een.stand)
    assert "Met inwoners" in "".join(teksten(twee.als_bytes()))
    assert uitkomsten(twee) == [("geweigerd", "gewijzigd")]


def test_form_that_staff_gave_a_paragraph_keeps_it_where_it_is() -> None:
    n = _plek("Nieuwland is een relatief")

    def rood(q: list[_Element]) -> None:
        for deel in q[n].findall(W + "r"):
            deel.insert(0, element("rPr", '<w:color w:val="FF0000"/>'))

    uit = samen(met(VAN), met(VAN, lambda q: q[n + 2].addnext(q[n])), met(VAN, rood))
    assert uitkomsten(uit) == [("botsing", "verplaatst")]
    assert 'w:val="FF0000"' in delen(uit.als_bytes())["word/document.xml"].decode()


def test_a_new_row_does_not_come_in_a_table_with_a_column_of_staff() -> None:
    bestand = Bestand(VAN)
    tabel = next(t for t in bestand.body.iter(W + "tbl") if "Jaartal" in _tekst(t))
    for rij in tabel.findall(W + "tr"):
        cel = rij.findall(W + "tc")[-1]
        eigen = copy.deepcopy(cel)
        for boekmerk in list(eigen.iter(W + "bookmarkStart", W + "bookmarkEnd")):
            boekmerk.getparent().remove(boekmerk)  # type: ignore[union-attr]
        cel.addprevious(eigen)
    nieuw = gegevens.word(gegevens.indicator_erbij(BRON, random.Random(1), "Lopen"))  # noqa: S311 - the same
    uit = samen(VAN, nieuw, bestand.klaar())
    assert uitkomsten(uit) == [("botsing", "kolommen")]


def test_nothing_comes_behind_a_paragraph_whose_end_staff_took_out() -> None:
    n = _plek("Met inwoners van de wijk")

    def staf(q: list[_Element]) -> None:
        teken = element("rPr")
        teken.append(_jan("del"))
        eigenschappen = q[n].find(W + "pPr")
        assert eigenschappen is not None
        eigenschappen.append(teken)

    uit = samen(VAN, met(VAN, lambda q: q[n].addnext(_nieuw("Een alinea over fietsen."))), met(VAN, staf))
    assert uitkomsten(uit) == [("ongeplaatst", "nieuw")]


# Comments


def _botsing() -> tuple[bytes, Samengevoegd]:
    """Return the new version and the merge of a change that staff changed otherwise."""
    n = _plek("Met inwoners van de wijk")

    def met_woord(woord: str) -> bytes:
        return met(VAN, lambda q: _schrijf(q[n], _tekst(q[n]).replace("wijk", woord, 1)))

    nieuw = met_woord("buurt")
    return nieuw, samen(VAN, nieuw, met_woord("gebied"))


def test_words_of_staff_in_a_comment_of_the_program_stay() -> None:
    nieuw, een = _botsing()
    bestand = Bestand(een.als_bytes())
    xml = bestand.delen["word/comments.xml"].decode()
    bestand.delen["word/comments.xml"] = xml.replace("goed is.", "goed is. Jan vragen.").encode()
    twee = samen(een.basis, nieuw, bestand.klaar(), een.stand)
    assert uitkomsten(twee) == [("botsing", "gewijzigd")]
    terug = samen(twee.basis, VAN, twee.als_bytes(), twee.stand)
    assert any("Jan vragen." in tekst for _, tekst in opmerkingen(terug.als_bytes()))


def test_a_comment_under_another_name_still_waits() -> None:
    """Word can take names out of a file: the comments are then of 'Author'."""
    nieuw, een = _botsing()
    bestand = Bestand(een.als_bytes())
    xml = bestand.delen["word/comments.xml"].decode()
    bestand.delen["word/comments.xml"] = xml.replace('"Wijkplan"', '"Author"').encode()
    assert uitkomsten(samen(een.basis, nieuw, bestand.klaar(), een.stand)) == [("botsing", "gewijzigd")]
