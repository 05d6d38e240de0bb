"""What no validator sees: whether a PDF is what its Word file says, and reads as it looks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Any

from pipeline.bevinding import Bevinding
from pipeline.document.opgave import Opgave
from pipeline.pdf.accessible import RAND
from pipeline.pdf.bibliotheek import pikepdf
from pipeline.pdf.boom import (
    KOPPEN,
    Boom,
    Onderdeel,
    annotatie,
    hoogte,
    inhoud,
    kenmerk,
    kinderen,
    onderdelen,
)
from pipeline.pdf.kenmerken import title_in_metadata
from pipeline.pdf.ouders import ouders
from pipeline.pdf.outline import Bladwijzer
from pipeline.pdf.plek import Wijzer
from pipeline.pdf.tabellen import aantal_koprijen, rijen


@dataclass(frozen=True)
class Keuring:
    """A PDF that is judged, and what its Word file says that it must be."""

    boom: Boom
    koppen: list[Bladwijzer]
    opgave: Opgave
    wijzer: Wijzer
    soorten: dict[str, list[Onderdeel]]
    """All elements by their type."""


def controleer_pdf(keuring: Keuring) -> Iterator[Bevinding]:
    """Yield a finding for all that is not as the Word file says or as the pages look."""
    yield from _kenmerken(keuring)
    yield from _bladwijzers(keuring)
    yield from _paginanummers(keuring)
    if not keuring.soorten:
        return  # a PDF without any structure is one finding, of the validator
    yield from _ouders(keuring)
    yield from _koppen(keuring)
    yield from _inhoudsopgave(keuring)
    yield from _tabellen(keuring)
    yield from _lijsten(keuring)
    yield from _afbeeldingen(keuring)
    yield from _links(keuring)
    yield from _leeg(keuring)
    yield from _versiering(keuring)


def kern(titel: str) -> str:
    """Return letters and digits: LibreOffice leaves some other signs out of its bookmarks."""
    return "".join(filter(str.isalnum, titel))


def _kenmerken(keuring: Keuring) -> Iterator[Bevinding]:
    """Title and language are those of the Word file."""
    document, opgave = keuring.boom.document, keuring.opgave
    titel, taal = str(document.docinfo.get("/Title", "")), str(document.Root.get("/Lang", ""))
    if titel != opgave.titel:
        yield Bevinding("pdf-titel", keuring.wijzer.document(), titel, f"'{titel}', in Word '{opgave.titel}'")
    in_xmp = title_in_metadata(document)
    if in_xmp is not None and in_xmp != opgave.titel:
        yield Bevinding(
            "pdf-titel", keuring.wijzer.document(), in_xmp, f"'{in_xmp}', in Word '{opgave.titel}'"
        )
    if taal != opgave.taal:
        yield Bevinding("pdf-taal", keuring.wijzer.document(), taal, f"'{taal}', in Word '{opgave.taal}'")


def _bladwijzers(keuring: Keuring) -> Iterator[Bevinding]:
    """Every heading has its bookmark, in the same order."""
    titels = [kern(kop.titel) for kop in keuring.koppen]
    koppen = keuring.opgave.koppen
    if titels != list(map(kern, koppen)):
        paren = zip_longest(koppen, titels, fillvalue="")
        anders = next((kop for kop, titel in paren if kern(kop) != titel), "")
        yield Bevinding("pdf-bladwijzers", keuring.wijzer.document(anders), anders)


def _paginanummers(keuring: Keuring) -> Iterator[Bevinding]:
    """Every page number that the Word file prints is the page of its heading."""
    if len(keuring.koppen) != len(keuring.opgave.koppen):
        return
    for plek, staat_er in keuring.opgave.paginas:
        kop = keuring.koppen[plek]
        if staat_er != str(kop.pagina):
            plaats = keuring.wijzer.document(kop.titel)
            yield Bevinding("pdf-paginanummer", plaats, staat_er, f"'{kop.titel}' staat op {kop.pagina}")


def _koppen(keuring: Keuring) -> Iterator[Bevinding]:
    """Every heading of the Word file is one in the tree."""
    gevonden = sum(len(keuring.soorten.get(soort, [])) for soort in KOPPEN)
    verwacht = len(keuring.opgave.koppen)
    if gevonden != verwacht:
        aanvulling = f"{gevonden} koppen, in Word {verwacht}"
        yield Bevinding("pdf-koppen", keuring.wijzer.document(), aanvulling=aanvulling)


def _ouders(keuring: Keuring) -> Iterator[Bevinding]:
    """What stands on a page is led back to the element that holds it; so a reader finds where it is."""
    nummers, plekken = ouders(keuring.boom.wortel)

    def ouder(drager: Any, sleutel: str, stuk: int | None = None) -> Any:
        plek = plekken.get(int(drager.get(sleutel, -1)))
        gevonden = None if plek is None else nummers[plek]
        if stuk is None or gevonden is None:
            return gevonden
        return gevonden[stuk] if isinstance(gevonden, pikepdf.Array) and stuk < len(gevonden) else None

    for deel in chain.from_iterable(keuring.soorten.values()):
        for kind in kinderen(deel):
            plek, link = inhoud(deel, kind), annotatie(kind)
            if plek is not None and plek[0] is not None:
                gevonden = ouder(plek[0], "/StructParents", plek[1])
            elif link is not None:
                gevonden = ouder(link, "/StructParent")
            else:
                continue
            if gevonden is None or gevonden.objgen != deel.objgen:
                yield Bevinding("pdf-structuur", keuring.wijzer.onderdeel(deel), aanvulling="geen ouder")
                return


def _inhoudsopgave(keuring: Keuring) -> Iterator[Bevinding]:
    """Every line of the contents is a link, to the page whose number it shows."""
    regels = keuring.soorten.get("TOCI", [])
    if not regels and keuring.opgave.paginas:
        yield Bevinding("pdf-inhoudsopgave", keuring.wijzer.document(), aanvulling="er is geen inhoudsopgave")
    for regel in regels:
        tekst = keuring.boom.tekst(regel)
        bladzijden = {_doelbladzijde(keuring.boom, link) for link in _annotaties(regel)}
        if {tekst.rpartition(" ")[2]} != {str(nummer) for nummer in bladzijden}:
            yield Bevinding("pdf-inhoudsopgave", keuring.wijzer.onderdeel(regel), aanvulling=tekst)


def _tabellen(keuring: Keuring) -> Iterator[Bevinding]:
    """Every table has column heads, and row heads where the Word file says that its rows have names."""
    tabellen = keuring.soorten.get("Table", [])
    rijkoppen = keuring.opgave.rijkoppen
    if len(tabellen) != len(rijkoppen):
        yield Bevinding(
            "pdf-tabel",
            keuring.wijzer.document(),
            aanvulling=f"{len(tabellen)} tabellen, in Word {len(rijkoppen)}",
        )
        return
    namen = {str(kop.ID) for kop in keuring.soorten.get("TH", []) if "/ID" in kop}
    for tabel, met_namen in zip(tabellen, rijkoppen, strict=True):
        rooster = rijen(keuring.boom, tabel)
        bovenaan = aantal_koprijen(keuring.boom, rooster)
        if not bovenaan:
            yield Bevinding("pdf-tabel-zonder-kop", keuring.wijzer.onderdeel(tabel))
        for rij in rooster[bovenaan:] if met_namen else []:
            eerste, *rest = (cel.onderdeel for cel in rij)
            if not kinderen(eerste):
                continue
            kop = keuring.boom.soort(eerste) == "TH" and kenmerk(eerste, "/Scope") == "/Row"
            if not kop or not all(_kent_koppen(cel, namen) for cel in rest):
                yield Bevinding("pdf-rij-zonder-kop", keuring.wijzer.onderdeel(eerste))


def _kent_koppen(cel: Onderdeel, namen: set[str]) -> bool:
    """Tell whether a cell refers to heads, and all of them are there."""
    genoemd = kenmerk(cel, "/Headers")
    return genoemd is not None and {str(naam) for naam in genoemd} <= namen


def _lijsten(keuring: Keuring) -> Iterator[Bevinding]:
    """A list shows its bullets or numbers; an item may have none, a whole list may not."""
    for lijst in keuring.soorten.get("L", []):
        delen = chain.from_iterable(map(onderdelen, onderdelen(lijst)))
        if all(keuring.boom.soort(deel) != "Lbl" for deel in delen):
            yield Bevinding(
                "pdf-lijst", keuring.wijzer.onderdeel(lijst), aanvulling="zonder opsommingstekens"
            )


def _afbeeldingen(keuring: Keuring) -> Iterator[Bevinding]:
    for afbeelding in keuring.soorten.get("Figure", []):
        if not kern(str(afbeelding.get("/Alt", ""))):
            yield Bevinding(
                "pdf-afbeelding", keuring.wijzer.onderdeel(afbeelding), aanvulling="geen beschrijving"
            )


def _links(keuring: Keuring) -> Iterator[Bevinding]:
    """Every link has words of its own, says where it leads, and leads somewhere."""
    for link in keuring.soorten.get("Link", []):
        uitleg = [str(annotatie.get("/Contents", "")).strip() for annotatie in _annotaties(link)]
        described = any("/Alt" in part for part in (link, *keuring.boom.alle(link)))
        if not keuring.boom.tekst(link) and not described:
            yield Bevinding("pdf-link", keuring.wijzer.onderdeel(link), aanvulling="link zonder tekst")
        elif not uitleg or not all(uitleg):
            yield Bevinding("pdf-link", keuring.wijzer.onderdeel(link), aanvulling="link zonder uitleg")


def _leeg(keuring: Keuring) -> Iterator[Bevinding]:
    for soort, delen in keuring.soorten.items():
        for deel in delen:
            if soort not in ("TD", "TH") and not kinderen(deel):
                yield Bevinding("pdf-leeg", keuring.wijzer.onderdeel(deel), aanvulling=soort)


def _versiering(keuring: Keuring) -> Iterator[Bevinding]:
    """Text that is not read aloud stands in the margins, or is the head of a table said once more."""
    koppen = {keuring.boom.tekst(kop) for kop in keuring.soorten.get("TH", [])}
    for nummer, bladzijde in enumerate(keuring.boom.document.pages):
        boven = float(bladzijde.obj.MediaBox[3])
        for opdrachten, tekst in keuring.boom.artefacten(nummer):
            woorden = " ".join(tekst.split())
            plek = hoogte(opdrachten)
            if (
                kern(woorden)
                and plek is not None
                and RAND <= plek <= boven - RAND
                and not any(woorden in kop for kop in koppen)
            ):
                yield Bevinding("pdf-versiering", keuring.wijzer.bladzijde(nummer + 1), woorden)


def _annotaties(onderdeel: Onderdeel) -> Iterator[Any]:
    """Yield the annotations of an element and those below it."""
    for kind in kinderen(onderdeel):
        if (gevonden := annotatie(kind)) is not None:
            yield gevonden
    for kind in onderdelen(onderdeel):
        yield from _annotaties(kind)


def _doelbladzijde(boom: Boom, link: Any) -> int | None:
    """Return the page, from 1, to which a link inside the document leads."""
    doel = link.get("/Dest")
    return (
        boom.bladzijden[doel[0].objgen] + 1
        if doel is not None and doel[0].objgen in boom.bladzijden
        else None
    )
