"""Brings the difference between two generated versions into the file that staff edited."""

from __future__ import annotations

from dataclasses import replace

from lxml.etree import _Element

from pipeline.merge.blokken import Blok, Blokkenlezer, Cel
from pipeline.merge.columns import changed_rows, columns_in_doubt, columns_moved
from pipeline.merge.driewegs import Botsing
from pipeline.merge.koppelen import koppel_bewerkt, koppel_versies
from pipeline.merge.lijsten import herken_lijsten
from pipeline.merge.opmerkingen import Opmerkingen
from pipeline.merge.overnemen import Overnemer
from pipeline.merge.pakket import Pakket
from pipeline.merge.parts import Part, moves, names_of_sections, pairs_within_parts, staying_parts
from pipeline.merge.reeks import LINKS, Reeks, is_laatste
from pipeline.merge.revisies import Revisor
from pipeline.merge.sleutels import Sleutelboek
from pipeline.merge.stand import Stand
from pipeline.merge.told import link_change
from pipeline.merge.uitslag import Uitslag
from pipeline.merge.untouched import Untouched
from pipeline.merge.volgende import VolgendeBasis
from pipeline.merge.vormgeving import andere_opmaak
from pipeline.merge.weigeringen import geweigerd
from pipeline.merge.wijzigen import Wijziger, zelfde
from pipeline.merge.wml import TBL, TR, P
from pipeline.wijziging import Uitkomst, Wat, Wijziging, opmerking_bij


class Samenvoeger:
    """Merges one part: its blocks in the base, in the new version and in the edited file.

    What is not applied is undone in the tree of the new version (`nieuw`): so that becomes the
    base of the next run, in which the change is found again.
    """

    def __init__(  # noqa: PLR0913 - what a part needs, by name
        self,
        delen: tuple[str, str, str],
        pakketten: tuple[Pakket, Pakket, Pakket],
        revisor: Revisor,
        *,
        opmerkingen: Opmerkingen | None = None,
        stand: Stand | None = None,
        plek: str = "",
        sleutel: str = "",
    ) -> None:
        basis, nieuw, bewerkt = pakketten
        self._lezers = [Blokkenlezer(p, deel, sleutel) for p, deel in zip(pakketten, delen, strict=True)]
        self._overnemer = Overnemer(nieuw, bewerkt)
        self._volgende = VolgendeBasis(Overnemer(basis, nieuw), (delen[0], delen[1]))
        self._delen = delen
        self._revisor = revisor
        self._wijziger = Wijziger(self._lezers[2], revisor, self._overnemer, (delen[1], delen[2]))
        self._opmerkingen = opmerkingen
        self._untouched = Untouched(basis, bewerkt)
        self._plek = plek
        self._stand = stand or Stand()
        self._geweigerd: dict[str, Wijziging] = {}
        self._sleutels = Sleutelboek()
        self._heads: list[str] = []
        """The heads of the table at hand."""
        self._about: dict[str, str] = {}
        """What the list tells of the change at hand beside its texts, by field."""
        self.uitslag = Uitslag([], self._sleutels.per_element, [], set())

    def voeg_samen(self, basis: _Element, nieuw: _Element, bewerkt: _Element) -> Uitslag:
        """Merge all blocks below these elements."""
        blokken = [
            lezer.lees(boom) for lezer, boom in zip(self._lezers, (basis, nieuw, bewerkt), strict=True)
        ]
        self.uitslag.titels = {blok.kop for lijst in blokken for blok in lijst}
        oud, nieuwe, bewerkte = blokken
        paren = pairs_within_parts(oud, nieuwe, koppel_versies(oud, nieuwe))
        naar_bewerkt = koppel_bewerkt(oud, bewerkte)
        in_nieuw, in_bewerkt = herken_lijsten(oud, nieuwe, bewerkte, paren, naar_bewerkt)
        for lijst, nummer in in_nieuw.items():
            self._volgende.overnemer.ken_nummer(lijst, nummer)
            if lijst in in_bewerkt:
                self._overnemer.ken_nummer(nummer, in_bewerkt[lijst])
        self._geweigerd = {w_.sleutel: w_ for w_ in geweigerd(self._stand, *blokken)}
        self._reeks(Reeks(oud, nieuwe, bewerkte, paren, naar_bewerkt))
        self.uitslag.wijzigingen += [
            replace(wijziging, uitkomst="geweigerd", resultaat="") for wijziging in self._geweigerd.values()
        ]
        return self.uitslag

    def _reeks(self, reeks: Reeks) -> None:
        """Merge a series of blocks: of the body, or the rows of a table."""
        oud, nieuw, paren = reeks.oud, reeks.nieuw, reeks.paren
        verplaatst = moves(reeks)
        van_waar = {y: x for x, y in verplaatst.items()}
        reeks.weg = self._untouched.leaving(reeks, verplaatst)
        staying = staying_parts(reeks, verplaatst)
        headings = {part.old[0]: part for part in staying}
        stay_old = {x for part in staying for x in part.old}
        stay_new = {y for part in staying for y in part.new}
        gone = names_of_sections(oud, set(reeks.in_nieuw))
        come = names_of_sections(nieuw, set(reeks.in_nieuw.values()))
        i0 = j0 = 0
        for i, j in [*paren, (len(oud), len(nieuw))]:
            for weg in range(i0, i):
                self._about = {"part": gone.get(weg, "")}
                if weg in headings:
                    self._part_stays(reeks, headings[weg])
                elif weg not in verplaatst and weg not in stay_old:
                    self._vervalt(reeks, weg)
            niet_geplaatst = []
            for y in range(j0, j):
                self._about = {"part": come.get(y, "")}
                if y in stay_new:
                    continue
                if y in van_waar:
                    self._verhuist(reeks, van_waar[y], y, i - 1)
                elif not self._komt_erbij(reeks, y, i - 1):
                    niet_geplaatst.append(nieuw[y])
            self._about = {}
            self._vertel_nieuw(niet_geplaatst, reeks.buur(i))
            if i < len(oud):
                self._paar(reeks, i, j)
            i0, j0 = i + 1, j + 1

    def _paar(self, reeks: Reeks, i: int, j: int) -> None:
        """Merge a block that is in both versions."""
        oud, nieuw = reeks.oud[i], reeks.nieuw[j]
        k = reeks.naar_bewerkt.get(i)
        bewerkt = reeks.bewerkt[k] if k is not None else None
        if bewerkt is not None:
            self._sleutels.ken(bewerkt, nieuw)
        elif reeks.gastheer(i) is not None:
            self._sleutels.ken(reeks.gastheer(i), nieuw)
        if oud.soort == TBL and bewerkt is not None and columns_moved(oud, nieuw):
            self._kolommen(oud, nieuw, bewerkt)
            return
        opmaak = "" if oud.soort == TR else andere_opmaak(oud, nieuw)
        if opmaak:
            bij = None if bewerkt is None else bewerkt.element
            self._meld("ongeplaatst", "opmaak", bewerkt or nieuw, "", opmaak, nieuw.sleutel, bij)
        if zelfde(oud, nieuw):
            if bewerkt is not None:
                self._sleutels.ken_rijen(oud, nieuw, bewerkt)
            return
        if bewerkt is None:
            gastheer = reeks.gastheer(i)
            self._sleutels.ken_oud(gastheer, oud)
            wat: Wat = "weggehaald" if gastheer is None else "gewijzigd"
            if self._niet(wat, nieuw, gastheer or reeks.buur(i), oud=oud):
                self._volgende.vervang(nieuw, oud)
        else:
            self._pas_aan(oud, nieuw, bewerkt)

    def _pas_aan(self, oud: Blok, nieuw: Blok, bewerkt: Blok) -> None:
        """Bring what changed in a block into that of staff."""
        if oud.soort == P:
            self._about = {"link": link_change([oud], [nieuw])}
            self._doe(oud, nieuw, bewerkt)
            self._about = {}
        elif oud.soort == TR:
            self._rij(oud, nieuw, bewerkt)
        elif columns_in_doubt(oud, nieuw, bewerkt):
            self._keep_table(oud, nieuw, bewerkt)
        else:
            self._heads = [cel.tekst for cel in nieuw.rijen[0].cellen]
            paren = koppel_versies(oud.rijen, nieuw.rijen)
            hier = koppel_bewerkt(oud.rijen, bewerkt.rijen)
            self._reeks(Reeks(oud.rijen, nieuw.rijen, bewerkt.rijen, paren, hier))

    def _doe(self, oud: Blok, nieuw: Blok, bewerkt: Blok) -> None:
        """Change a paragraph of the body or a header."""
        van = self._sinds_weigering(oud.sleutel, oud, bewerkt)
        try:
            gedaan = self._wijziger.alinea(van, nieuw, bewerkt, heel=False)
        except Botsing:
            self._botst("gewijzigd", oud, nieuw, bewerkt)
            return
        if gedaan:
            tekst = self._lezers[2].lezer.lees(bewerkt.element).tekst
            self._meld(
                "verwerkt", "gewijzigd", bewerkt, oud.tekst, nieuw.tekst, nieuw.sleutel, resultaat=tekst
            )

    def _rij(self, oud: Blok, nieuw: Blok, bewerkt: Blok) -> None:
        if not len(oud.cellen) == len(nieuw.cellen) == len(bewerkt.cellen):
            self._botst("gewijzigd", oud, nieuw, bewerkt)
            return
        for nummer, (a, b, c) in enumerate(zip(oud.cellen, nieuw.cellen, bewerkt.cellen, strict=True)):
            head = self._heads[nummer] if nummer and len(self._heads) == len(nieuw.cellen) else ""
            self._about = {"column": head, "link": link_change(a.alineas, b.alineas)}
            if len(a.alineas) == len(b.alineas) and all(map(zelfde, a.alineas, b.alineas)):
                continue
            sleutel = f"{nieuw.sleutel}.{nummer}"
            naam = f"{oud.cellen[0].tekst}\t" if nummer else ""
            try:
                gedaan = self._wijziger.cel(self._cel_sinds(f"{oud.sleutel}.{nummer}", a, c), b, c)
            except Botsing:
                if not nummer:  # the key of a row stands in its first cell
                    self._sleutels.ken_oud(bewerkt, oud)
                alinea = next(c.element.iter(P), None)
                was, wordt = naam + a.tekst, naam + b.tekst
                if self._meld("botsing", "gewijzigd", bewerkt, was, wordt, sleutel, alinea):
                    self._volgende.vervang(b, a)
                continue
            if gedaan:
                tekst = self._cel_tekst(c)
                self._meld(
                    "verwerkt", "gewijzigd", bewerkt, naam + a.tekst, naam + b.tekst, sleutel, resultaat=tekst
                )
        self._about = {}

    def _sinds_weigering(self, sleutel: str, oud: Blok, bewerkt: Blok) -> Blok:
        """Return from where a block changes: what staff turned back is offered anew once the data change."""
        if self._geweigerd.pop(sleutel, None) is None:
            return oud
        return replace(oud, inhoud=bewerkt.inhoud, tekst=bewerkt.tekst)

    def _cel_sinds(self, sleutel: str, oud: Cel, bewerkt: Cel) -> Cel:
        if len(oud.alineas) != 1 or len(bewerkt.alineas) != 1:
            return oud
        alinea = self._sinds_weigering(sleutel, oud.alineas[0], bewerkt.alineas[0])
        return Cel(oud.element, [alinea], oud.los)

    def _cel_tekst(self, cel: Cel) -> str:
        alineas = [self._lezers[2].lezer.lees(alinea).tekst for alinea in cel.element.iter(P)]
        return "\n".join(alineas)

    def _kolommen(self, oud: Blok, nieuw: Blok, bewerkt: Blok) -> None:
        """Replace a table of which the columns changed, when staff left it as it was."""
        if not self._untouched.holds(oud, bewerkt):
            self._keep_table(oud, nieuw, bewerkt)
            return
        tabel = self._wijziger.nieuw_blok(nieuw)
        bewerkt.element.addnext(tabel)
        self._sleutels.ken_nieuw(tabel, nieuw)
        self._sleutels.vergeet(bewerkt)
        self._wijziger.schrap(bewerkt)
        self._meld(
            "verwerkt", "kolommen", bewerkt, oud.tekst, nieuw.tekst, nieuw.sleutel, resultaat=nieuw.tekst
        )

    def _keep_table(self, oud: Blok, nieuw: Blok, bewerkt: Blok) -> None:
        """Leave a table in which a figure could come under another head; tell the rows that changed."""
        self._sleutels.ken_oud(bewerkt, oud)
        was, wordt = changed_rows(oud, nieuw)
        if self._meld("botsing", "kolommen", bewerkt, was, wordt, nieuw.sleutel, bewerkt.element):
            self._volgende.vervang(nieuw, oud)

    def _vervalt(self, reeks: Reeks, i: int) -> None:
        """Take out a block that the data no longer has."""
        oud = reeks.oud[i]
        k = reeks.naar_bewerkt.get(i)
        if k is None:
            gastheer = reeks.gastheer(i)
            if gastheer is None:
                return  # staff took it out too
            self._sleutels.ken_oud(gastheer, oud)
            telt = self._niet("vervallen", None, gastheer, oud=oud)
        elif k in reeks.weg:
            self._wijziger.schrap(reeks.bewerkt[k])
            self._meld("verwerkt", "vervallen", reeks.bewerkt[k], oud.tekst, "", oud.sleutel)
            return
        else:
            self._sleutels.ken_oud(reeks.bewerkt[k], oud)
            telt = self._niet("vervallen", None, reeks.bewerkt[k], oud=oud)
        if telt:
            self._volgende.zet_terug(reeks, i)

    def _komt_erbij(self, reeks: Reeks, j: int, na: int) -> bool:
        """Put in a block that the data did not have before; False when it has no place."""
        nieuw = reeks.nieuw[j]
        if reeks.staat_er_al(nieuw):
            return True
        try:
            element = self._zet_in(reeks, nieuw, na)
        except Botsing:
            return False
        self._sleutels.ken_nieuw(element, nieuw)
        buur = reeks.buur(na + 1)
        self._meld("verwerkt", "nieuw", buur or nieuw, "", nieuw.tekst, nieuw.sleutel, resultaat=nieuw.tekst)
        return True

    def _vertel_nieuw(self, blokken: list[Blok], bij: Blok | None) -> None:
        """Tell of new blocks that belong at one place and could not be put there, in one comment."""
        if not blokken:
            return
        samen = replace(blokken[0], tekst="\n".join(blok.tekst for blok in blokken))
        if self._niet("nieuw", samen, bij):
            for blok in blokken:
                self._volgende.haal_weg(blok.element)

    def _verhuist(self, reeks: Reeks, i: int, j: int, na: int) -> None:
        """Move a block: it goes at one place and comes at another, both or neither."""
        oud, nieuw = reeks.oud[i], reeks.nieuw[j]
        k = reeks.naar_bewerkt.get(i)
        bewerkt = reeks.bewerkt[k] if k is not None else None
        try:
            if bewerkt is None or k not in reeks.weg:
                raise Botsing
            element = self._zet_in(reeks, nieuw, na)
        except Botsing:
            bij = bewerkt or reeks.gastheer(i)
            self._sleutels.ken_oud(bij, oud)
            # What staff took out has no place to move from.
            if bij is not None and self._niet("verplaatst", nieuw, bij, oud=oud):
                self._volgende.haal_weg(nieuw.element)
                self._volgende.zet_terug(reeks, i)
            return
        self._sleutels.ken_nieuw(element, nieuw)
        self._wijziger.schrap(bewerkt)
        self._meld(
            "verwerkt", "verplaatst", bewerkt, oud.tekst, nieuw.tekst, nieuw.sleutel, resultaat=nieuw.tekst
        )

    def _part_stays(self, reeks: Reeks, part: Part) -> None:
        """Leave a part of the plan with all that is in it where it stands; tell it once."""
        old, new = sorted(part.old), sorted(part.new)
        here = {x: reeks.bewerkt[reeks.naar_bewerkt[x]] for x in old if x in reeks.naar_bewerkt}
        for x, blok in here.items():
            self._sleutels.ken_oud(blok, reeks.oud[x])
        heading = here.get(part.old[0]) or next(iter(here.values()))
        was = replace(reeks.oud[part.old[0]], tekst="\n".join(reeks.oud[x].tekst for x in old))
        wordt = replace(reeks.nieuw[part.new[0]], tekst="\n".join(reeks.nieuw[y].tekst for y in new))
        if self._niet("verplaatst", wordt, heading, oud=was):
            for y in new:
                self._volgende.haal_weg(reeks.nieuw[y].element)
            for x in old:
                self._volgende.zet_terug(reeks, x)

    def _zet_in(self, reeks: Reeks, nieuw: Blok, na: int) -> _Element:
        """Put a new block between the blocks that it stands between in the data.

        Raises Botsing when staff changed something there.
        """
        buur, kant = reeks.plek(nieuw, na)
        vorige = reeks.cursor.get((na, kant))
        anker, aan = (vorige, LINKS) if vorige is not None else reeks.er_nog(buur, kant)
        achter = aan == LINKS
        if achter and nieuw.soort == P and is_laatste(anker):
            if anker.tag != P:
                raise Botsing
            element = self._wijziger.achteraan(anker, nieuw)
        else:
            element = self._wijziger.nieuw_blok(nieuw)
            anker.addnext(element) if achter else anker.addprevious(element)
        reeks.cursor[na, kant] = element
        return element

    def _niet(self, wat: Wat, nieuw: Blok | None, bij: Blok | None, *, oud: Blok | None = None) -> bool:
        """Tell that a change could not be put in, with a comment near its place when there is one."""
        bron = nieuw or oud
        assert bron is not None  # noqa: S101 - one of them is there
        was, wordt = (oud.tekst if oud else ""), (nieuw.tekst if nieuw else "")
        uitkomst: Uitkomst = "ongeplaatst" if bij is None or wat == "nieuw" else "botsing"
        return self._meld(
            uitkomst, wat, bij or bron, was, wordt, bron.sleutel, None if bij is None else bij.element
        )

    def _meld(  # noqa: PLR0913, PLR0917 - the fields of a Wijziging
        self,
        uitkomst: Uitkomst,
        wat: Wat,
        blok: Blok,
        was: str,
        wordt: str,
        sleutel: str,
        bij: _Element | None = None,
        *,
        resultaat: str = "",
    ) -> bool:
        """Put a change on the list; False for one that staff settled in Word, which is left at that."""
        tekst = ""
        alinea = bij if bij is None or bij.tag == P else next(bij.iter(P), None)
        # What differs in form is found once, so it is new whenever it is found.
        vraag = self._opmerkingen if uitkomst != "verwerkt" and wat != "opmaak" else None
        if vraag is not None and vraag.is_afgehandeld((wat, was, wordt, sleutel), alinea):
            self.uitslag.afgehandeld.append(
                Wijziging(uitkomst, wat, self._plek or blok.kop, was, wordt, sleutel)
            )
            return False
        if alinea is not None and self._opmerkingen is not None:
            tekst = opmerking_bij(wat, was, wordt, is_part=bool(self._about.get("part")))
            self._opmerkingen.plaats(alinea, tekst)
        self.uitslag.wijzigingen.append(
            Wijziging(
                *(uitkomst, wat, self._plek or blok.kop, was, wordt, sleutel, resultaat, tekst),
                part=self._about.get("part", ""),
                column=self._about.get("column", ""),
                link=self._about.get("link", ""),
            )
        )
        return True

    def _botst(self, wat: Wat, oud: Blok, nieuw: Blok, bewerkt: Blok) -> None:
        """Leave a block of staff as it is, with a comment that tells what the data now say."""
        self._sleutels.ken_oud(bewerkt, oud)
        if self._meld("botsing", wat, bewerkt, oud.tekst, nieuw.tekst, nieuw.sleutel, bewerkt.element):
            self._volgende.vervang(nieuw, oud)
