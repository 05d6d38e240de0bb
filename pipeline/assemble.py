"""The steps of one plan, from workbook to published files."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pipeline.aanpak import GEWOON, Aanpak
from pipeline.accessibility.controleer import Nagekeken, kijk_na
from pipeline.accessibility.verslag import PAGINA, schrijf_verslag
from pipeline.bevinding import Bevinding, Plaats
from pipeline.check import Gelezen, lees, maak_word, verantwoord
from pipeline.document.finish import WordPlan
from pipeline.errors import NIET_DEFINITIEF, InvoerFout
from pipeline.merge.stand import Stand
from pipeline.merge.versies import bewaar, controleer_niet_open
from pipeline.ongewijzigd import herkomst, met_uitkomst
from pipeline.pdf.produce import pdf_names, produce, published
from pipeline.pdf.soffice import MINSTENS, LibreOffice, Omzetfout, eigen_libreoffice, te_oud
from pipeline.project import Project
from pipeline.publish import eigen_map, lees_administratie, publiceer, vingerafdruk
from pipeline.resultaat import Resultaat
from pipeline.samengaan import LIJST, ernaast, lees_bewerkt, rond_af, voeg_bij

TOLD_ELSEWHERE = frozenset({"word-open-plek"})
"""Findings on the Word file that the workbook tells of, with their cells."""
MADE_SMALL = frozenset({"word-tekst-klein"})
"""What the program does itself to a wide table: no advice, until it is edited in Word."""
MAX_OMZETTINGEN = 4
"""Conversions after which page numbers that still move are a fault of the document."""

GEEN_LIBREOFFICE = (
    "LibreOffice staat niet op deze computer.\n"
    "Installeer LibreOffice (gratis, van libreoffice.org) en geef de opdracht opnieuw."
)
ZELF_PDF = (
    " Of open het Word-bestand, druk op Ctrl+A en F9 om de paginanummers te vullen, en bewaar het als PDF."
)
NIET_VERWERKT = (
    "Dit plan is definitief, en in het Word-bestand staan nog wijzigingen of opmerkingen.\n"
    "Verwerk ze in Word en bewaar het bestand. Geef dan de opdracht: make pdf WIJK={}"
)
Meld = Callable[[str], None]
Leen = Callable[[], AbstractContextManager[LibreOffice | None]]
"""Gives a LibreOffice for the time of one plan; None when there is none on this machine."""


def maak_plan(  # noqa: PLR0913 - all but the first three go by name
    project: Project,
    wijk: str,
    meld: Meld,
    *,
    definitief: bool | None = None,
    leen: Leen = eigen_libreoffice,
    aanpak: Aanpak = GEWOON,
) -> Resultaat:
    """Make the Word file and the PDF of one wijk; `meld` is told of every step.

    A Word file that staff edited gets the changes in the data; one that cannot be merged is left as it
    is, the new version comes beside it, and NietSamengevoegdFout says why.

    `definitief` overrules the status in the workbook.  A concept is made with its open places; a
    plan that is definitief is refused while there are any.  Without LibreOffice the Word file is
    made all the same, and the result says so.  Raises a WijkplanFout for all that a user can mend;
    the files of the last run then stay as they were.
    """
    project.controleer_wijk(wijk)
    uitvoer = project.uitvoer(wijk)
    naam = f"wijkplan-{wijk}.docx"
    controleer_niet_open(uitvoer / naam)
    with eigen_map(uitvoer) as werk, ExitStack() as stapel:
        bewerkt = lees_bewerkt(uitvoer / naam, aanpak)
        oorsprong = herkomst(project, wijk, definitief)
        libreoffice = stapel.enter_context(leen())
        meld("Werkmap lezen en controleren")
        gelezen = lees(project, wijk)
        if definitief is not None:
            gelezen = replace(gelezen, plan=replace(gelezen.plan, definitief=definitief))
        meld("Word-bestand maken")
        word, inhoud, telling = _verantwoord_word(project, gelezen, definitief)
        word_pad, pdf_pad = werk / naam, werk / f"wijkplan-{wijk}.pdf"
        versies = bewaar(werk, uitvoer, word.versie, inhoud, Stand())
        bronnen = [project.werkmap(wijk), project.gemeente, project.sjabloon]
        samen = None if bewerkt is None else voeg_bij(uitvoer, word, bewerkt, werk, versies, bronnen, meld)
        voor_pdf = word if samen is None else samen.voor_pdf()
        paginas = lees_administratie(uitvoer).paginas
        geen_pdf, let_op = GEEN_LIBREOFFICE + ZELF_PDF, ""
        afgekeurd: list[Bevinding] = []
        if libreoffice is not None:
            meld("PDF maken en paginanummers invullen")
            try:
                paginas, afgekeurd = maak_pdf(
                    voor_pdf, word_pad, pdf_pad, paginas, libreoffice, kijk=samen is None
                )
                geen_pdf, let_op = "", _te_oud(libreoffice.versie())
            except Omzetfout as fout:
                geen_pdf = f"{fout}\nGeef de opdracht opnieuw.{ZELF_PDF}"
        if samen is not None and bewerkt is not None:
            samen.zet_paginas({} if geen_pdf else paginas)
            rond_af(samen, word, bewerkt, werk, versies, uitvoer, aanpak)
            word_pad.write_bytes(samen.als_bytes())
        elif geen_pdf:
            word.zet_paginas({})
            word_pad.write_bytes(word.als_bytes())
        nagekeken = _nagekeken(word_pad, vingerafdruk(word_pad))
        schrijf_verslag(werk / PAGINA, word_pad, nagekeken, nagekeken.bevindingen + afgekeurd)
        verwerkt = samen is None or not (gelezen.plan.definitief and nagekeken.onverwerkt)
        geen_pdf = geen_pdf or ("" if verwerkt else NIET_VERWERKT.format(wijk))
        meld("Bestanden klaarzetten")
        pdfs = [] if geen_pdf else published(pdf_pad, afgekeurd, definitief=gelezen.plan.definitief)
        namen = [word_pad.name, *pdfs, PAGINA] + [LIJST] * (samen is not None)
        vervallen = [naam for naam in pdf_names(pdf_pad) if naam not in pdfs] + [LIJST] * (samen is None)
        own = TOLD_ELSEWHERE | (MADE_SMALL if samen is None else frozenset())
        bevindingen = gelezen.bevindingen + nagekeken.without(own)
        resultaat = Resultaat(
            [uitvoer / naam for naam in namen],
            [],
            geen_pdf,
            gelezen.plan.definitief,
            bevindingen,
            afgekeurd,
            let_op=let_op,
            telling=telling,
        )
        # A PDF that failed may come in a next run.
        klaar = samen is None and not afgekeurd and geen_pdf in ("", GEEN_LIBREOFFICE + ZELF_PDF)
        opzij = publiceer(
            werk,
            [*namen, *versies],
            uitvoer,
            vervallen=vervallen,
            # The last PDF of a plan that is final may have been sent to readers.
            naar_archief=[ernaast(uitvoer), *([] if verwerkt else [pdf_pad.name])],
            paginas=paginas,
            herkomst=met_uitkomst(project, oorsprong, resultaat) if klaar else {},
            versie=word.versie,
            van_staf=[] if samen is None else [naam],
        )
    return replace(resultaat, opzij=opzij, wijzigingen=None if samen is None else samen.wijzigingen)


def _verantwoord_word(
    project: Project, gelezen: Gelezen, definitief: bool | None
) -> tuple[WordPlan, bytes, str]:
    """Make the Word file; return it, its content and the account of it. Raises InvoerFout as below."""
    word = maak_word(project, gelezen)
    inhoud = word.als_bytes()
    telling = verantwoord(project, gelezen, inhoud, definitief)
    _controleer_definitief(gelezen, word, project.werkmap(gelezen.plan.sleutel).name)
    return word, inhoud, telling


def _controleer_definitief(gelezen: Gelezen, word: WordPlan, werkmap: str) -> None:
    """Raise InvoerFout, with what stands in its way and nothing else, for a plan that is not ready."""
    if not gelezen.plan.definitief:
        return
    fouten = [bevinding for bevinding in gelezen.bevindingen if bevinding.ernst == "fout"]
    if word.open_plekken and not fouten:  # each should have its own finding
        plekken = ((plek, plek.rpartition(" - blad ")) for plek in word.open_plekken)
        fouten = [
            Bevinding("open-plek", Plaats(werkmap, blad if streep else ""), plek)
            for plek, (_, streep, blad) in plekken
        ]
    if fouten:
        raise InvoerFout(fouten, NIET_DEFINITIEF)


def _te_oud(versie: str) -> str:
    """Return what is to be said of this version of LibreOffice; nothing for one that was tested."""
    if not te_oud(versie):
        return ""
    return (
        f"LibreOffice {versie} is ouder dan versie {'.'.join(map(str, MINSTENS))}. "
        "Kijk de PDF goed na, of installeer een nieuwere versie."
    )


@lru_cache(maxsize=1)
def _nagekeken(word_pad: Path, _afdruk: str) -> Nagekeken:
    """Look at a Word file, once for the same content."""
    return kijk_na(word_pad)


def maak_pdf(  # noqa: PLR0913 - the last goes by name
    word: WordPlan,
    word_pad: Path,
    pdf_pad: Path,
    paginas: dict[str, int],
    libreoffice: LibreOffice,
    *,
    kijk: bool = False,
) -> tuple[dict[str, int], list[Bevinding]]:
    """Write the Word file and its PDF with the right page numbers, accessible and checked.

    Returns the pages by bookmark, and all for which the PDF is refused.  With `kijk` the Word file is looked
    at while LibreOffice starts, if its numbers may be final.  Raises Omzetfout when there is no PDF.
    """

    def look() -> None:
        if kijk:
            _nagekeken(word_pad, vingerafdruk(word_pad))

    pages, rejected = produce(
        word, word_pad, pdf_pad, paginas, libreoffice, conversions=MAX_OMZETTINGEN, look=look
    )
    return pages, rejected
