"""Links of a PDF for who hears them: each is one, and says where it leads."""

from __future__ import annotations

from typing import Any

from pipeline.pdf.bibliotheek import pikepdf
from pipeline.pdf.boom import Boom, Onderdeel, annotatie, is_onderdeel, kinderen, onderdelen
from pipeline.pdf.ouders import Ouders
from pipeline.pdf.outline import Bladwijzer


def voeg_links_samen(boom: Boom, boven: Ouders, links: list[Onderdeel]) -> None:
    """Make one link of several with one annotation, and of what stands between them.

    LibreOffice writes several for a title and its page, and around a hard space.
    """
    for ouder in {link.P.objgen: link.P for link in links}.values():
        over = kinderen(ouder)
        sleutels = [_annotatie_van(boom, kind) for kind in over]
        for sleutel in set(sleutels) - {None}:
            begin, aantal = sleutels.index(sleutel), sleutels.count(sleutel)
            if aantal == 1:
                continue
            einde = len(sleutels) - sleutels[::-1].index(sleutel)
            _verenig(over[begin], over[begin:einde], boven)
            over[begin:einde] = [over[begin]]
            sleutels[begin:einde] = [sleutel]
        ouder.K = pikepdf.Array(over)


def _verenig(link: Onderdeel, reeks: list[Any], boven: Ouders) -> None:
    """Put the content of a row of links, and what stands between them, into the first."""
    delen = [deel for kind in reeks for deel in (kinderen(kind) if is_onderdeel(kind) else [kind])]
    verwijzing = next(deel for deel in delen if annotatie(deel) is not None)
    link.K = pikepdf.Array([*(deel for deel in delen if annotatie(deel) is None), verwijzing])
    boven.zet_inhoud(link)
    boven.zet_annotatie(verwijzing.Obj, link)
    for deel in onderdelen(link):
        deel.P = link


def _annotatie_van(boom: Boom, kind: Any) -> tuple[int, int] | None:
    """Return the object of the annotation of a link, or None for all else."""
    if not is_onderdeel(kind) or boom.soort(kind) != "Link":
        return None
    links = [link for deel in kinderen(kind) if (link := annotatie(deel)) is not None]
    return links[0].objgen if len(links) == 1 else None


def verwijder_dubbele_links(bladzijde: Any) -> None:
    """Take away a link within a link, to the same place, that is no part of the text."""
    alle = list(bladzijde.get("/Annots", []))
    over = [
        link
        for link in alle
        if "/StructParent" in link
        or not any(
            "/StructParent" in ander and ander.get("/Dest") == link.get("/Dest") and _ligt_in(link, ander)
            for ander in alle
        )
    ]
    if len(over) < len(alle):
        bladzijde.Annots = pikepdf.Array(over)


def _ligt_in(link: Any, ander: Any) -> bool:
    links, onder, rechts, boven = map(float, link.Rect)
    buiten = [float(maat) for maat in ander.Rect]
    return buiten[0] <= links and buiten[1] <= onder and rechts <= buiten[2] and boven <= buiten[3]


def beschrijf_links(boom: Boom, bladzijde: Any, koppen: list[Bladwijzer]) -> None:
    """Have every link say where it leads: the heading and its page, or the address."""
    for link in bladzijde.get("/Annots", []):
        tekst = " ".join(str(link.get("/Contents", "")).split("\t")[0].split())
        adres = str(link.A.get("/URI", "")).removeprefix("mailto:") if "/A" in link else ""
        doel = adres or _doel(boom, link, koppen)
        if doel and not tekst.endswith(doel):
            link.Contents = pikepdf.String(doel if tekst in doel else f"{tekst}: {doel}")


def _doel(boom: Boom, link: Any, koppen: list[Bladwijzer]) -> str:
    """Return the heading to which a link inside the document leads, with its page."""
    doel = link.get("/Dest", link.A.get("/D") if "/A" in link else None)
    if not isinstance(doel, pikepdf.Array) or doel[0].objgen not in boom.bladzijden:
        return ""
    pagina = boom.bladzijden[doel[0].objgen] + 1
    boven = float(doel[3] or 0) if len(doel) > 3 else 0.0
    hier = [kop for kop in koppen if kop.pagina == pagina]
    dichtstbij = min(hier, key=lambda kop: abs(kop.hoogte - boven), default=None)
    return f"{dichtstbij.titel}, pagina {pagina}" if dichtstbij else f"pagina {pagina}"
