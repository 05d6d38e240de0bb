"""Ways to spoil a good PDF, each with the code of the finding that must follow."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Fout = Callable[[pikepdf.Pdf], None]
FOUTEN: dict[str, tuple[str, Fout]] = {}
"""By name: the code, and what spoils the PDF."""


def geeft(code: str) -> Callable[[Fout], Fout]:
    """Register a way to spoil a PDF under its name."""

    def bewaar(fout: Fout) -> Fout:
        assert fout.__name__ not in FOUTEN
        FOUTEN[fout.__name__] = (code, fout)
        return fout

    return bewaar


def delen(pdf: pikepdf.Pdf, soort: str) -> list[Any]:
    """Return the elements of one type, in reading order."""
    rollen = pdf.Root.StructTreeRoot.RoleMap
    alle = _delen(pdf.Root.StructTreeRoot)
    return [deel for deel in alle if str(rollen.get(deel.S, deel.S)) == f"/{soort}"]


def _delen(deel: Any) -> Iterator[Any]:
    for kind in kinderen(deel):
        if isinstance(kind, Dictionary) and "/S" in kind:
            yield kind
            yield from _delen(kind)


def kinderen(deel: Any) -> list[Any]:
    """Return what an element holds."""
    inhoud = deel.get("/K", Array())
    return list(inhoud) if isinstance(inhoud, Array) else [inhoud]


def vervang(pdf: pikepdf.Pdf, bladzijde: int, oud: bytes, nieuw: bytes) -> None:
    """Change the first place in the commands of a page that fits a pattern."""
    stroom = pdf.pages[bladzijde].obj.Contents
    inhoud, aantal = re.subn(oud, nieuw, stroom.read_bytes(), count=1, flags=re.DOTALL | re.MULTILINE)
    assert aantal == 1
    stroom.write(inhoud)


def xmp(pdf: pikepdf.Pdf, oud: bytes, nieuw: bytes) -> None:
    """Change what stands in the metadata."""
    inhoud = pdf.Root.Metadata.read_bytes()
    assert oud in inhoud
    pdf.Root.Metadata.write(inhoud.replace(oud, nieuw))


# The document


@geeft("pdf-titel")
def geen_titel(pdf: pikepdf.Pdf) -> None:
    titel = str(pdf.docinfo.Title).encode()
    del pdf.docinfo["/Title"]
    xmp(
        pdf,
        b'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">' + titel + b"</rdf:li></rdf:Alt></dc:title>",
        b"",
    )


@geeft("pdf-titel")
def titel_van_een_ander_plan(pdf: pikepdf.Pdf) -> None:
    titel = str(pdf.docinfo.Title).encode()
    pdf.docinfo.Title = "Wijkplan van een andere wijk"
    xmp(pdf, titel, b"Wijkplan van een andere wijk")


@geeft("pdf-titel")
def bestandsnaam_als_titel(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@geeft("pdf-taal")
def geen_taal(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


@geeft("pdf-taal")
def verkeerde_taal(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("en-US")


@geeft("pdf-kenmerk")
def geen_kenmerk_van_pdf_ua(pdf: pikepdf.Pdf) -> None:
    xmp(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")


@geeft("pdf-kenmerk")
def lager_niveau_van_pdf_a(pdf: pikepdf.Pdf) -> None:
    xmp(pdf, b"<pdfaid:conformance>A<", b"<pdfaid:conformance>B<")


@geeft("pdf-structuur")
def niet_als_gelabeld_gemerkt(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


@geeft("pdf-structuur")
def zonder_structuur(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


@geeft("pdf-lettertype")
def lettertype_niet_ingesloten(pdf: pikepdf.Pdf) -> None:
    letter = pdf.pages[1].obj.Resources.Font.F1
    del letter.FontDescriptor["/FontFile2"]


@geeft("pdf-lettertype")
def letters_zonder_betekenis(pdf: pikepdf.Pdf) -> None:
    letter = pdf.pages[1].obj.Resources.Font.F1
    del letter["/ToUnicode"]


@geeft("pdf-norm")
def geen_kleurprofiel(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


@geeft("pdf-norm")
def opent_met_een_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


# The pages


@geeft("pdf-tabvolgorde")
def geen_tabvolgorde(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[3].obj["/Tabs"]


@geeft("pdf-tekst-los")
def tekst_zonder_plaats(pdf: pikepdf.Pdf) -> None:
    vervang(pdf, 1, rb"^/Text#20body<</MCID 1>>BDC\n(.*?)^EMC\n", rb"\1")


@geeft("pdf-tekst-los")
def kopregel_niet_als_versiering(pdf: pikepdf.Pdf) -> None:
    vervang(pdf, 1, rb"^/Artifact <</Type/Pagination/Subtype/Header>>BDC\n(.*?)^EMC\n", rb"\1")


@geeft("pdf-versiering")
def alinea_als_versiering(pdf: pikepdf.Pdf) -> None:
    alinea = next(deel for deel in delen(pdf, "P") if deel.Pg.objgen == pdf.pages[1].obj.objgen)
    alinea.K = Array([kind for kind in kinderen(alinea) if kind != 1])
    vervang(pdf, 1, rb"^/Text#20body<</MCID 1>>BDC\n", rb"/Artifact BMC\n")


# The structure


@geeft("pdf-structuur")
def ouders_kwijt(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot["/ParentTree"]


@geeft("pdf-structuur")
def ouder_van_de_verkeerde_bladzijde(pdf: pikepdf.Pdf) -> None:
    nummers = pdf.Root.StructTreeRoot.ParentTree.Nums
    nummers[1], nummers[3] = nummers[3], nummers[1]


@geeft("pdf-structuur")
def link_zonder_ouder(pdf: pikepdf.Pdf) -> None:
    link = pdf.pages[1].obj.Annots[0]
    nummers = pdf.Root.StructTreeRoot.ParentTree.Nums
    plek = next(plek for plek in range(0, len(nummers), 2) if nummers[plek] == link.StructParent)
    nummers[plek + 1] = delen(pdf, "P")[0]


@geeft("pdf-koppen")
def niveau_overgeslagen(pdf: pikepdf.Pdf) -> None:
    delen(pdf, "H2")[0].S = Name.H3


@geeft("pdf-koppen")
def kop_als_gewone_tekst(pdf: pikepdf.Pdf) -> None:
    delen(pdf, "H3")[-1].S = Name.P


@geeft("pdf-leeg")
def lege_alinea(pdf: pikepdf.Pdf) -> None:
    del delen(pdf, "P")[5]["/K"]


@geeft("pdf-afbeelding")
def afbeelding_zonder_beschrijving(pdf: pikepdf.Pdf) -> None:
    del delen(pdf, "Figure")[0]["/Alt"]


@geeft("pdf-afbeelding")
def afbeelding_met_lege_beschrijving(pdf: pikepdf.Pdf) -> None:
    delen(pdf, "Figure")[0].Alt = String(" - ")


@geeft("pdf-leeg")
def afbeelding_als_versiering(pdf: pikepdf.Pdf) -> None:
    del delen(pdf, "Figure")[0]["/K"]
    vervang(pdf, 4, rb"^/Figure <</MCID \d+>>BDC\n", rb"/Artifact BMC\n")


@geeft("pdf-lijst")
def lijst_zonder_tekens(pdf: pikepdf.Pdf) -> None:
    for item in kinderen(delen(pdf, "L")[0]):
        item.K = Array([kind for kind in kinderen(item) if Name.Lbl != kind.S])


@geeft("pdf-lijst")
def punt_buiten_een_lijst(pdf: pikepdf.Pdf) -> None:
    delen(pdf, "L")[0].S = Name.Sect


@geeft("pdf-tabel-zonder-kop")
def tabel_zonder_kopregel(pdf: pikepdf.Pdf) -> None:
    eerste_rij = kinderen(delen(pdf, "Table")[1])[0]
    for cel in kinderen(eerste_rij):
        cel.S = Name.TD
        del cel["/A"]


@geeft("pdf-rij-zonder-kop")
def rij_zonder_naam(pdf: pikepdf.Pdf) -> None:
    rij = kinderen(delen(pdf, "Table")[0])[2]
    kinderen(rij)[0].S = Name.TD


@geeft("pdf-rij-zonder-kop")
def cel_zonder_verwijzing(pdf: pikepdf.Pdf) -> None:
    rij = kinderen(delen(pdf, "Table")[0])[2]
    del kinderen(rij)[1]["/A"]


@geeft("pdf-rij-zonder-kop")
def verwijzing_naar_een_kop_die_er_niet_is(pdf: pikepdf.Pdf) -> None:
    del delen(pdf, "TH")[1]["/ID"]


@geeft("pdf-tabel")
def rij_met_een_cel_te_weinig(pdf: pikepdf.Pdf) -> None:
    rij = kinderen(delen(pdf, "Table")[0])[2]
    rij.K = Array(kinderen(rij)[:-1])


@geeft("pdf-tabel")
def tabel_te_weinig(pdf: pikepdf.Pdf) -> None:
    delen(pdf, "Table")[1].S = Name.Sect


# Finding one's way


@geeft("pdf-bladwijzers")
def geen_bladwijzers(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Outlines"]


@geeft("pdf-bladwijzers")
def bladwijzer_te_weinig(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as inhoud:
        del inhoud.root[-1]


@geeft("pdf-link")
def link_zonder_uitleg(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj.Annots[0]["/Contents"]


@geeft("pdf-link")
def link_zonder_tekst(pdf: pikepdf.Pdf) -> None:
    link = delen(pdf, "Link")[0]
    link.K = Array([kind for kind in kinderen(link) if not isinstance(kind, int)])


@geeft("pdf-link")
def link_buiten_de_tekst(pdf: pikepdf.Pdf) -> None:
    link = delen(pdf, "Link")[0]
    link.S = Name.Span


@geeft("pdf-inhoudsopgave")
def inhoudsopgave_naar_een_andere_bladzijde(pdf: pikepdf.Pdf) -> None:
    pdf.pages[3].obj.Annots[0].Dest[0] = pdf.pages[1].obj


@geeft("pdf-inhoudsopgave")
def inhoudsopgave_als_gewone_tekst(pdf: pikepdf.Pdf) -> None:
    for deel in delen(pdf, "TOCI") + delen(pdf, "TOC"):
        deel.S = Name.Div


# What it says, against the Word file and the pages

TEKST = rb"^(/Text#20body<</MCID 5>>BDC\n.*?)"
"""Where the first paragraph of page 5 begins."""


@geeft("pdf-titel")
def andere_titel_in_de_metadata(pdf: pikepdf.Pdf) -> None:
    titel = b'<rdf:li xml:lang="x-default">' + str(pdf.docinfo.Title).encode()
    xmp(pdf, titel, b'<rdf:li xml:lang="x-default">Een andere titel')


@geeft("pdf-tekst-anders")
def text_taken_from_a_page(pdf: pikepdf.Pdf) -> None:
    vervang(pdf, 4, rb"^(/Text#20body<</MCID 5>>BDC\n).*?^EMC$", rb"\1EMC")


@geeft("pdf-tekst-weg")
def paragraph_taken_from_the_tree(pdf: pikepdf.Pdf) -> None:
    _take_out(delen(pdf, "P")[40])


@geeft("pdf-tekst-extra")
def paragraph_said_twice(pdf: pikepdf.Pdf) -> None:
    paragraph = delen(pdf, "P")[40]
    paragraph.P.K = Array([*kinderen(paragraph.P), paragraph])


@geeft("pdf-volgorde")
def two_paragraphs_swapped(pdf: pikepdf.Pdf) -> None:
    parent = delen(pdf, "H1")[0].P
    children = kinderen(parent)
    place = next(n for n, child in enumerate(children) if str(child.S) == "/Text body")
    children[place], children[place + 1] = children[place + 1], children[place]
    parent.K = Array(children)


@geeft("pdf-volgorde-bladzijde")
def two_pages_swapped(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[19]
    del pdf.pages[19]
    pdf.pages.insert(20, page)


@geeft("pdf-volgorde-bladzijde")
def a_paragraph_drawn_at_the_top_of_its_page(pdf: pikepdf.Pdf) -> None:
    vervang(pdf, 4, rb"^(/Text#20body<</MCID 27>>BDC\n.*?BT\n\S+) \S+ Td", rb"\1 780 Td")


@geeft("pdf-voorlezen-anders")
def other_words_read_aloud(pdf: pikepdf.Pdf) -> None:
    delen(pdf, "P")[30].ActualText = String("Iets heel anders")


@geeft("pdf-voorlezen-anders")
def another_number_read_aloud(pdf: pikepdf.Pdf) -> None:
    [deel for deel in delen(pdf, "Span") if "/ActualText" in deel][3].ActualText = String("9.9 ")


@geeft("pdf-voorlezen-anders")
def other_words_in_the_line(pdf: pikepdf.Pdf) -> None:
    meaning = rb"\1BT\n/Span<</ActualText<FEFF00410042>>>\nBDC\n\2\nEMC\n"
    vervang(pdf, 4, TEKST + rb"BT\n([^\n]*)\n", meaning)


@geeft("pdf-tekst-anders")
def letters_with_another_meaning(pdf: pikepdf.Pdf) -> None:
    meanings = pdf.pages[4].obj.Resources.Font.F2.ToUnicode
    meanings.write(re.sub(rb"<05> <\w{4}>", rb"<05> <0058>", meanings.read_bytes()))


@geeft("pdf-onzichtbaar")
def text_that_is_not_drawn(pdf: pikepdf.Pdf) -> None:
    vervang(pdf, 4, TEKST + rb"BT\n", rb"\1BT\n3 Tr ")


@geeft("pdf-onzichtbaar")
def white_text_on_white(pdf: pikepdf.Pdf) -> None:
    vervang(pdf, 4, TEKST + rb"q \S+ \S+ \S+ rg\n", rb"\1q 1 1 1 rg\n")


@geeft("pdf-onzichtbaar")
def text_beside_the_page(pdf: pikepdf.Pdf) -> None:
    vervang(pdf, 4, TEKST + rb"BT\n\S+", rb"\1BT\n-900")


@geeft("pdf-onzichtbaar")
def text_under_a_white_sheet(pdf: pikepdf.Pdf) -> None:
    commands = pdf.pages[4].obj.Contents
    sheet = b"\n/Artifact BMC\nq 1 1 1 rg 0 0 595 842 re f Q\nEMC\n"
    commands.write(commands.read_bytes() + sheet)


@geeft("pdf-teken-ontbreekt")
def a_sign_without_a_letter(pdf: pikepdf.Pdf) -> None:
    """Lead code 5 of a font to its letter 0, as LibreOffice does for a sign that no font has."""
    program = pdf.pages[4].obj.Resources.Font.F2.FontDescriptor.FontFile2
    data = bytearray(program.read_bytes())
    tables = int.from_bytes(data[4:6], "big")
    names = {bytes(data[12 + 16 * n : 16 + 16 * n]): 20 + 16 * n for n in range(tables)}
    place = int.from_bytes(data[names[b"cmap"] : names[b"cmap"] + 4], "big")
    data[place + 12 + 6 + 5] = 0
    program.write(bytes(data))


def _take_out(deel: Any) -> None:
    """Take an element out of the tree."""
    over = [
        kind for kind in kinderen(deel.P) if not isinstance(kind, Dictionary) or kind.objgen != deel.objgen
    ]
    deel.P.K = Array(over)
