"""Makes the PDF of a Word file: converted until its page numbers are right, repaired, and judged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from pipeline.bevinding import Bevinding, WordPlaats
from pipeline.document.finish import WordPlan
from pipeline.errors import SjabloonFout
from pipeline.pdf.soffice import LibreOffice, Omzetfout

REJECTED = "-concept-niet-toegankelijk.pdf"
"""How the name of a PDF ends that did not pass the gate; a concept gets it all the same."""

Pages = dict[str, int]


class Produced(NamedTuple):
    """What came of a PDF: the page of every bookmark, and all for which the gate rejects it."""

    pages: Pages
    rejected: list[Bevinding]


def pdf_names(pdf: Path) -> list[str]:
    """Return the names that the PDF of a plan may have: when it is sound, and when it is rejected."""
    return [pdf.name, f"{pdf.stem}{REJECTED}"]


def published(pdf: Path, rejected: list[Bevinding], *, definitief: bool) -> list[str]:
    """Return the name under which a PDF is published; none for a plan that is definitief and rejected.

    A concept that is rejected is renamed, so that nobody takes it for one that everybody can read.
    """
    sound, marked = pdf_names(pdf)
    if not rejected:
        return [sound]
    if definitief:
        return []
    pdf.replace(pdf.with_name(marked))
    return [marked]


def produce(  # noqa: PLR0913 - the last two go by name
    word: WordPlan,
    word_path: Path,
    pdf_path: Path,
    pages: Pages,
    libreoffice: LibreOffice,
    *,
    conversions: int,
    look: Callable[[], None],
) -> Produced:
    """Write the Word file and its PDF with the right page numbers, accessible and judged.

    Without numbers of the last run, LibreOffice is first asked for the pages alone.  The PDF then
    decides: as long as its headings stand on other pages, it is made again, up to `conversions` times.
    `look` is called while LibreOffice may still be starting.  A PDF that is rejected claims no standard.
    Raises Omzetfout when there is no PDF at all.
    """
    # Libraries that a run without LibreOffice does not need; they load while it starts.
    from pipeline.pdf import accessible, gate  # noqa: F401

    if not pages:
        word.zet_paginas({})
        word_path.write_bytes(word.als_bytes())
        pages = _known(word, libreoffice.paginas(word_path))
    for _ in range(conversions):
        word.zet_paginas(pages)
        word_path.write_bytes(word.als_bytes())
        look()
        libreoffice.maak_pdf(word_path, pdf_path)
        found = _found(word, word_path, pdf_path, libreoffice)
        if found == pages:
            break
        pages = found
    return Produced(pages, _repair_and_judge(word, word_path, pdf_path))


def _found(word: WordPlan, word_path: Path, pdf_path: Path, libreoffice: LibreOffice) -> Pages:
    """Return the page of every bookmark that the Word file refers to, as it stands in the PDF."""
    from pipeline.pdf.outline import koppen_met_pagina, pages_of_lines

    try:
        found = word.paginas(koppen_met_pagina(pdf_path))
    except SjabloonFout:  # other headings, which the gate tells: the pages then come from the Word file
        return _known(word, libreoffice.paginas(word_path))
    if word.overige_doelen:
        # LibreOffice writes the numbers in lists of figures as they stand; all others it finds itself.
        names, lines = word.targets_of_lines, pages_of_lines(pdf_path)
        known = dict(zip(names, lines, strict=True)) if len(names) == len(lines) else {}
        found = _known(word, libreoffice.paginas(word_path) | known) | found
    return found


def _known(word: WordPlan, pages: Pages) -> Pages:
    """Return the pages of the bookmarks in headings and of those that a page number refers to."""
    names = [name for heading in word.koppen for name in heading.bladwijzers]
    return {name: pages[name] for name in (*names, *sorted(word.overige_doelen)) if name in pages}


def _repair_and_judge(word: WordPlan, word_path: Path, pdf_path: Path) -> list[Bevinding]:
    from pipeline.pdf.accessible import maak_toegankelijk
    from pipeline.pdf.bibliotheek import pikepdf
    from pipeline.pdf.gate import keur
    from pipeline.pdf.kenmerken import withdraw_claims

    opgave = word.opgave(word_path.name)
    try:
        maak_toegankelijk(pdf_path, opgave)
        rejected = keur(pdf_path, opgave)
    except Exception as error:  # noqa: BLE001 - whatever LibreOffice made of a file, a concept gets its PDF
        reason = f"{type(error).__name__}: {error}"
        rejected = [Bevinding("pdf-niet-bewerkt", WordPlaats(word_path.name), aanvulling=reason)]
    if rejected:
        try:
            withdraw_claims(pdf_path, opgave)
        except (pikepdf.PdfError, pikepdf.PasswordError) as error:
            raise Omzetfout(f"LibreOffice maakte van {word_path.name} geen goede PDF.") from error
    return rejected
