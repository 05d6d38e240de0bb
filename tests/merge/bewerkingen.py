"""Edits as staff make them in Word, each with a word of its own by which it is found back."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element

from tests.merge.bestand import Bestand, element, nieuw_deel, run
from tests.merge.lezen import W, regels
from tests.merge.lezen import uitleg as uitleg_van
from tests.merge.table_edits import TABLE_EDITS

STAF = "M. de Vries"


def alineas(b: Bestand, kies: Callable[[str], bool] = lambda _: True) -> list[_Element]:
    """Return the paragraphs of running text that may be edited."""
    uit = []
    for p in b.body.findall(W + "p"):
        if p.find(f".//{W}fldChar") is not None or p.find(f"{W}pPr/{W}sectPr") is not None:
            continue
        tekst = "".join(t.text or "" for t in p.iter(W + "t"))
        if len(tekst) > 12 and kies(tekst):
            uit.append(p)
    return uit


def teksten_in(p: _Element) -> list[_Element]:
    return [t for t in p.findall(f"{W}r/{W}t") if len((t.text or "").split()) > 1]


def _kies(b: Bestand, kans: random.Random, kies: Callable[[str], bool]) -> _Element | None:
    lijst = [p for p in alineas(b, kies) if teksten_in(p)]
    return kans.choice(lijst) if lijst else None


def hertik(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    p = _kies(b, kans, kies)
    if p is None:
        return
    t = kans.choice(teksten_in(p))
    woorden = (t.text or "").split(" ")
    woorden.insert(kans.randint(0, len(woorden)), merk)
    t.text = " ".join(woorden)
    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    b.blijft.append(merk)


def herschrijf(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    p = _kies(b, kans, kies)
    if p is not None:
        for r in p.findall(W + "r")[1:]:
            p.remove(r)
        t = p.find(f"{W}r/{W}t")
        if t is None:
            p.append(run(merk))
        else:
            t.text = f"Heel andere woorden {merk} van de redactie."
        b.blijft.append(merk)


def vet(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    p = _kies(b, kans, kies)
    if p is None:
        return
    t = kans.choice(teksten_in(p))
    r = t.getparent()
    assert r is not None
    nieuw = run(f" {merk} ")
    nieuw.insert(0, element("rPr", "<w:b/>"))
    r.addnext(nieuw)
    b.blijft.append(merk)
    b.vet.append(merk)


def splits(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    p = _kies(b, kans, kies)
    if p is None:
        return
    t = teksten_in(p)[0]
    woorden = (t.text or "").split(" ")
    plek = kans.randrange(1, len(woorden))
    r = t.getparent()
    assert r is not None
    nieuw = element("p")
    eigenschappen = p.find(W + "pPr")
    if eigenschappen is not None:
        nieuw.append(copy.deepcopy(eigenschappen))
    t.text = " ".join(woorden[:plek])
    eerste = run(f"{merk} " + " ".join(woorden[plek:]))
    nieuw.append(eerste)
    for volgende in list(r.itersiblings()):
        if volgende.tag in (W + "r", W + "hyperlink"):
            nieuw.append(volgende)
    p.addnext(nieuw)
    b.blijft.append(merk)


def voeg_samen(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    alle = alineas(b, kies)
    gekozen = set(alle)
    lijst = [p for p in alle if p.getnext() in gekozen]
    if not lijst:
        return
    p = kans.choice(lijst)
    ander = p.getnext()
    assert ander is not None
    p.append(run(f" {merk} "))
    for deel in list(ander):
        if deel.tag != W + "pPr":
            p.append(deel)
    b.body.remove(ander)
    b.blijft.append(merk)


def verplaats(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    lijst = alineas(b, kies)
    if len(lijst) < 3:
        return
    p, doel = kans.sample(lijst, 2)
    p.append(run(f" {merk}"))
    doel.addnext(p)
    b.blijft.append(merk)


def verwijder(b: Bestand, kans: random.Random, _merk: str, kies: Callable[[str], bool]) -> None:
    p = _kies(b, kans, kies)
    if p is None:
        return
    tekst = "".join(t.text or "" for t in p.iter(W + "t"))
    b.body.remove(p)
    if tekst not in ["".join(t.text or "" for t in q.iter(W + "t")) for q in b.body.iter(W + "p")]:
        b.weg.append(tekst)


def voeg_in(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    p = _kies(b, kans, kies)
    if p is not None:
        nieuw = element("p")
        nieuw.append(run(f"Een nieuwe alinea {merk} van de redactie."))
        p.addnext(nieuw)
        b.blijft.append(merk)


def afbeelding(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    """Copy a picture that is in the file to another place, with a caption."""
    p = _kies(b, kans, kies)
    bron = next((d for d in b.body.iter(W + "drawing")), None)
    if p is None or bron is None:
        return
    nieuw = element("p")
    r = element("r")
    tekening = copy.deepcopy(bron)
    for ding in tekening.iter("{*}docPr"):
        ding.set("id", str(90000 + kans.randrange(9999)))
    r.append(tekening)
    nieuw.append(r)
    nieuw.append(run(f"Foto {merk}"))
    p.addnext(nieuw)
    b.blijft.append(merk)


def rij_erbij(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    rijen = [r for r in b.body.iter(W + "tr") if kies("".join(t.text or "" for t in r.iter(W + "t")))]
    if not rijen:
        return
    r = kans.choice(rijen)
    nieuw = copy.deepcopy(r)
    etree.strip_elements(nieuw, W + "bookmarkStart", W + "bookmarkEnd", with_tail=False)
    for n, t in enumerate(nieuw.iter(W + "t")):
        t.text = merk if n == 0 else "0"
    r.addnext(nieuw)
    if any(True for _ in nieuw.iter(W + "t")):
        b.blijft.append(merk)


def rij_weg(b: Bestand, kans: random.Random, _merk: str, kies: Callable[[str], bool]) -> None:
    rijen = [r for r in b.body.iter(W + "tr") if kies("".join(t.text or "" for t in r.iter(W + "t")))]
    rijen = [r for r in rijen if len(r.getparent().findall(W + "tr")) > 3]  # type: ignore[union-attr]
    if not rijen:
        return
    r = kans.choice(rijen)
    eerste = "".join(t.text or "" for t in r.find(W + "tc").iter(W + "t"))  # type: ignore[union-attr]
    r.getparent().remove(r)  # type: ignore[union-attr]
    alles = [t.text for t in b.body.iter(W + "t")]
    if eerste and eerste not in alles and len(eerste) > 8:
        b.weg.append(eerste)


def cel(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    rijen = [r for r in b.body.iter(W + "tr") if kies("".join(t.text or "" for t in r.iter(W + "t")))]
    ts = [t for r in rijen for t in r.iter(W + "t") if (t.text or "").strip()]
    if ts:
        t = kans.choice(ts)
        t.text = f"{t.text} {merk}"
        b.blijft.append(merk)


def opmerking(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    p = _kies(b, kans, kies)
    if p is None:
        return
    if "word/comments.xml" not in b.delen:
        b.delen["word/comments.xml"] = etree.tostring(element("comments"))
        nieuw_deel(b, "comments", "comments.xml", "comments")
    boom = etree.fromstring(b.delen["word/comments.xml"])
    nummer = str(len(boom))
    nieuw = element("comment", f"<w:p><w:r><w:t>Vraag {merk}</w:t></w:r></w:p>")
    for naam, waarde in (
        ("id", nummer),
        ("author", STAF),
        ("date", "2026-03-01T10:00:00Z"),
        ("initials", "MV"),
    ):
        nieuw.set(W + naam, waarde)
    boom.append(nieuw)
    b.delen["word/comments.xml"] = etree.tostring(boom)
    eerste = p.find(W + "r")
    assert eerste is not None
    for naam, zet in (("commentRangeStart", eerste.addprevious), ("commentRangeEnd", p.append)):
        teken = element(naam)
        teken.set(W + "id", nummer)
        zet(teken)
    verwijzing = element("r", f'<w:commentReference w:id="{nummer}"/>')
    p.append(verwijzing)
    b.opmerkingen.append(merk)


def gevolgd_erbij(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    p = _kies(b, kans, kies)
    if p is not None:
        r = kans.choice(teksten_in(p)).getparent()
        ins = _revisie("ins", kans)
        ins.append(run(f" {merk}"))
        assert r is not None
        r.addnext(ins)
        b.blijft.append(merk)


def gevolgd_weg(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    p = _kies(b, kans, kies)
    if p is None:
        return
    t = kans.choice(teksten_in(p))
    r = t.getparent()
    assert r is not None
    woorden = (t.text or "").split(" ")
    rest = run(" " + " ".join(woorden[1:]))
    eigenschappen = r.find(W + "rPr")
    if eigenschappen is not None:
        rest.insert(0, copy.deepcopy(eigenschappen))
    r.addnext(rest)
    t.text = woorden[0]
    t.tag = W + "delText"
    weg = _revisie("del", kans)
    r.addprevious(weg)
    weg.append(r)
    erbij = _revisie("ins", kans)
    erbij.append(run(merk))
    weg.addnext(erbij)
    b.blijft.append(merk)


def gevolgd_verplaatst(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    """Move a paragraph with tracking, as Word marks that: it stands at both places."""
    gewoon = [W + naam for naam in ("pPr", "r", "bookmarkStart", "bookmarkEnd")]
    lijst = [p for p in alineas(b, kies) if all(deel.tag in gewoon for deel in p)]
    if len(lijst) < 3:
        return
    p, doel = kans.sample(lijst, 2)
    nieuw = copy.deepcopy(p)
    nieuw.append(run(f" {merk}"))
    doel.addnext(nieuw)
    etree.strip_elements(p, W + "bookmarkStart", W + "bookmarkEnd", with_tail=False)
    for alinea, kant in ((p, "From"), (nieuw, "To")):
        eigenschappen = alinea.find(W + "pPr")
        begin, einde = _revisie(f"move{kant}RangeStart", kans), element(f"move{kant}RangeEnd")
        begin.set(W + "name", f"move{merk}")
        einde.set(W + "id", str(begin.get(W + "id")))
        verplaatst = _revisie(f"move{kant}", kans)
        verplaatst.extend(alinea.findall(W + "r"))
        alinea.extend([begin, verplaatst, einde])
        if eigenschappen is not None and eigenschappen.find(W + "rPr") is None:
            teken = element("rPr")
            teken.append(_revisie(f"move{kant}", kans))
            eigenschappen.append(teken)
    b.blijft.append(merk)


def voetnoot(b: Bestand, kans: random.Random, merk: str, kies: Callable[[str], bool]) -> None:
    p = _kies(b, kans, kies)
    if p is None or "word/footnotes.xml" in b.delen:
        return
    noten = "".join(
        f'<w:footnote w:type="{soort}" w:id="{n}"><w:p><w:r><w:{soort}/></w:r></w:p></w:footnote>'
        for n, soort in ((-1, "separator"), (0, "continuationSeparator"))
    )
    noten += f'<w:footnote w:id="1"><w:p><w:r><w:t>Noot {merk}</w:t></w:r></w:p></w:footnote>'
    b.delen["word/footnotes.xml"] = etree.tostring(element("footnotes", noten))
    nieuw_deel(b, "footnotes", "footnotes.xml", "footnotes")
    p.append(element("r", '<w:footnoteReference w:id="1"/>'))
    b.noten.append(merk)


def koptekst(b: Bestand, _kans: random.Random, merk: str, _kies_niet: Callable[[str], bool]) -> None:
    namen = [n for n in b.delen if n.startswith("word/header") and n.endswith(".xml")]
    for naam in namen:
        boom = etree.fromstring(b.delen[naam])
        t = next((t for t in boom.iter(W + "t") if "Wijkplan" in (t.text or "")), None)
        if t is not None:
            t.text = f"{merk} - {t.text}"
            b.delen[naam] = etree.tostring(boom)
            b.kop.append(merk)
            return


def opmaak(b: Bestand, kans: random.Random, _merk: str, kies: Callable[[str], bool]) -> None:
    p = _kies(b, kans, kies)
    if p is not None:
        eigenschappen = p.find(W + "pPr")
        if eigenschappen is not None and eigenschappen.find(W + "jc") is None:
            stijl = eigenschappen.find(W + "pStyle")
            nieuw = element("jc")
            nieuw.set(W + "val", "center")
            if len(eigenschappen) == 1 and stijl is not None:
                eigenschappen.append(nieuw)


def uitleg(b: Bestand, kans: random.Random, merk: str, _kies: Callable[[str], bool]) -> None:
    """Describe a picture in other words."""
    beelden = [ding for ding in b.body.iter("{*}docPr") if ding.get("descr")]
    if beelden:
        beeld = kans.choice(beelden)
        beeld.set("descr", f"{beeld.get('descr')} {merk}")
        b.uitleg.append(merk)


def inhoudsregel(b: Bestand, kans: random.Random, merk: str, _kies: Callable[[str], bool]) -> None:
    """Type in the contents table, which is made anew: it must be told."""
    regels = [p for p in b.body.iter(W + "p") if p.find(f".//{W}hyperlink//{W}instrText") is not None]
    teksten = [t for p in regels for t in p.iter(W + "t") if len(t.text or "") > 8]
    if teksten:
        t = kans.choice(teksten)
        t.text = f"{t.text} en {merk}"
        b.inhoud.append(merk)


def _revisie(naam: str, kans: random.Random) -> _Element:
    revisie = element(naam)
    for kenmerk, waarde in (
        ("id", str(kans.randrange(10**6))),
        ("author", STAF),
        ("date", "2026-03-01T10:00:00Z"),
    ):
        revisie.set(W + kenmerk, waarde)
    return revisie


Bewerking = Callable[[Bestand, random.Random, str, Callable[[str], bool]], None]
BEWERKINGEN: dict[str, Bewerking] = {
    functie.__name__: functie
    for functie in (
        *(hertik, herschrijf, vet, splits, voeg_samen, verplaats, verwijder, voeg_in, afbeelding, rij_erbij),
        *(rij_weg, cel, opmerking, gevolgd_erbij, gevolgd_weg, voetnoot, koptekst, opmaak, uitleg),
        *(inhoudsregel, gevolgd_verplaatst),
        *TABLE_EDITS,
    )
}


def bewerk(
    docx: bytes,
    kans: random.Random,
    aantal: int,
    kies: Callable[[str], bool] = lambda _: True,
    save: Callable[[Bestand], None] = lambda _: None,
) -> tuple[Bestand, bytes, list[str]]:
    """Edit a file some times; return what must hold of it, the file, and the names of the edits.

    `save` gives it what the program with which it was edited writes.
    """
    bestand = Bestand(docx)
    namen = []
    for _ in range(aantal):
        naam = kans.choice(sorted(BEWERKINGEN))
        BEWERKINGEN[naam](bestand, kans, f"staf{kans.randrange(10**6):06d}", kies)
        namen.append(naam)
    save(bestand)
    docx = bestand.klaar()
    # A later edit may have typed over an earlier one.
    alles = "\n".join(regel.tekst for regel in regels(docx))
    bestand.blijft = [merk for merk in bestand.blijft if merk in alles]
    bestand.vet = [merk for merk in bestand.vet if any(merk in regel.vet for regel in regels(docx))]
    uitgelegd = " ".join(uitleg_van(docx))
    bestand.uitleg = [merk for merk in bestand.uitleg if merk in uitgelegd]
    if bestand.boom.find(f".//{W}footnoteReference") is None:
        bestand.noten = []
    return bestand, docx, namen
