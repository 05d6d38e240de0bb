"""A new wijk: its workbook is there to fill in, and gives a whole concept as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from pipeline.assemble import maak_plan
from pipeline.bevinding import Bevinding
from pipeline.build.plan import bouw_wijkplan
from pipeline.errors import NIET_DEFINITIEF, GebruikFout, InvoerFout
from pipeline.model import OPEN
from pipeline.project import Project
from pipeline.start import begin_wijk
from pipeline.workbook.bladen import lees_gemeente, lees_wijk
from pipeline.workbook.kolommen import VOORBEELD, kolommen
from pipeline.workbook.pakket import INDELING, INDELING_EIGENSCHAP
from pipeline.workbook.sheets import WIJK_BLADEN, WijkgegevenRij
from pipeline.workbook.sheets_aanpak import ONDERDELEN, ONDERDELEN_KERNAANPAK
from tests.getrouw.gelezen import lees_document

NAAM = "Schothorst-Zielhorst-Hoefkwartier"
WIJKEN = ["Schothorst", "Zielhorst", "Hoefkwartier"]
WIJK = "schothorst"


@pytest.fixture
def begonnen(project: Project) -> Project:
    begin_wijk(project, WIJK, NAAM, WIJKEN)
    return project


def test_the_workbook_has_a_column_per_wijk_and_one_for_the_gemeente(begonnen: Project) -> None:
    bladen = lees_wijk(begonnen.werkmap(WIJK), [])
    assert bladen.plan is not None
    assert bladen.plan.wijkcombinatie.tekst == NAAM
    assert bladen.plan.wijken.tekst == "Schothorst; Zielhorst; Hoefkwartier"
    assert list(bladen.wijkgegevens[0].vrij) == [*WIJKEN, "Amersfoort"]


def test_every_part_that_has_to_be_written_has_its_rows(begonnen: Project) -> None:
    bladen = lees_wijk(begonnen.werkmap(WIJK), [])
    delen = [(rij.onderdeel.tekst, rij.kernaanpak.tekst) for rij in bladen.teksten]
    nummers = [rij.nummer.tekst for rij in bladen.kernaanpakken]
    assert len(nummers) == 3
    los = [(deel, "") for deel in ONDERDELEN if deel not in ONDERDELEN_KERNAANPAK]
    assert delen == los + [(deel, nummer) for nummer in nummers for deel in ONDERDELEN_KERNAANPAK]


def test_the_examples_stand_above_the_tables_and_never_reach_the_plan(begonnen: Project) -> None:
    bevindingen: list[Bevinding] = []
    bladen = lees_wijk(begonnen.werkmap(WIJK), bevindingen)
    assert [b.code for b in bevindingen if b.code == "buiten-tabel"] == []
    gelezen = {getattr(rij, naam).tekst for rij in bladen.rijen() for naam in kolommen(type(rij))}
    werkmap = load_workbook(begonnen.werkmap(WIJK))
    met_voorbeeld = 0
    for soort in WIJK_BLADEN:
        teksten = [kolom.voorbeeld for kolom in kolommen(soort).values() if len(kolom.voorbeeld) > 12]
        op_blad = {cel.value for rij in werkmap[soort.blad].iter_rows() for cel in rij}
        assert set(teksten) <= op_blad
        met_voorbeeld += VOORBEELD in op_blad
        if soort is not WijkgegevenRij:  # its example is one of the indicators that are there
            assert not set(teksten) & gelezen
    assert met_voorbeeld == len(WIJK_BLADEN) - 1  # the sheet Plan explains every line of itself


def test_text_above_a_table_that_is_no_example_is_still_told(begonnen: Project) -> None:
    werkmap = load_workbook(begonnen.werkmap(WIJK))
    werkmap["Organisaties"]["C1"].value = "Vergeet Portaal niet"
    werkmap.save(begonnen.werkmap(WIJK))
    bevindingen: list[Bevinding] = []
    lees_wijk(begonnen.werkmap(WIJK), bevindingen)
    assert [b.staat_er for b in bevindingen if b.code == "buiten-tabel"] == ["Vergeet Portaal niet"]


def test_the_untouched_workbook_gives_a_concept_with_every_open_place_visible(begonnen: Project) -> None:
    resultaat = maak_plan(begonnen, WIJK, lambda _: None)
    assert not resultaat.definitief
    assert not resultaat.geen_pdf
    document = lees_document(begonnen.uitvoer(WIJK) / f"wijkplan-{WIJK}.docx")
    tekst = "\n".join(item.tekst for item in document.items)
    for wat in (
        "samenvatting cijfers - blad Teksten",
        "thema - blad Teksten",
        "wat houdt de kernaanpak in - blad Teksten",
        "factoren en samenhang - blad Teksten",
        "titel van de kernaanpak - blad Kernaanpakken",
        "factoren van de kernaanpak - blad Kernaanpakken",
        "factor - blad Factoren",
        "titel van het cluster - blad Clusters",
        "activiteiten - blad Activiteiten",
        "organisaties - blad Organisaties",
        "afkorting - blad Plan",
    ):
        assert f"{OPEN}: {wat}" in tekst
    assert "Concept" in tekst


def test_a_plan_with_open_places_cannot_be_made_definitief(begonnen: Project) -> None:
    with pytest.raises(InvoerFout) as fout:
        maak_plan(begonnen, WIJK, lambda _: None, definitief=True)
    assert str(fout.value).startswith(NIET_DEFINITIEF)
    assert {bevinding.ernst for bevinding in fout.value.bevindingen} == {"fout"}
    assert all(bevinding.plaats.blad for bevinding in fout.value.bevindingen)
    assert not list(begonnen.uitvoer(WIJK).glob("*.docx"))


def test_every_open_place_of_the_document_has_a_finding(begonnen: Project) -> None:
    bevindingen: list[Bevinding] = []
    bladen = lees_wijk(begonnen.werkmap(WIJK), bevindingen)
    gemeente = lees_gemeente(begonnen.gemeente, bevindingen)
    assert bouw_wijkplan(WIJK, bladen, gemeente, begonnen.afbeeldingen(WIJK), bevindingen) is not None
    per_blad = {b.plaats.blad for b in bevindingen}
    genoemd = {"Plan", "Wijkgegevens", "Factoren", "Kernaanpakken", "Clusters", "Teksten", "Organisaties"}
    assert genoemd <= per_blad


def test_the_file_that_is_there_is_never_touched(begonnen: Project) -> None:
    voor = begonnen.werkmap(WIJK).read_bytes()
    with pytest.raises(GebruikFout, match="is er al"):
        begin_wijk(begonnen, WIJK, "Iets anders", ["A"])
    assert begonnen.werkmap(WIJK).read_bytes() == voor
    assert [pad.name for pad in begonnen.werkmap(WIJK).parent.iterdir() if pad.name.startswith(".")] == []


NO_FOLDER = [
    *(
        "../weg",
        "..",
        ".",
        "Schothorst",
        "met spatie",
        "",
        "a/b",
        "a\\b",
        "-a",
        "a--b",
        "é",
        "a.",
        "a ",
        "a:b",
        "a?",
    ),
    *("con", "prn", "aux", "nul", "com1", "com9", "lpt1", "a" * 51, "a" * 500),
]


@pytest.mark.parametrize("naam", NO_FOLDER)
def test_a_name_that_cannot_be_a_folder_is_refused(naam: str, project: Project) -> None:
    voor = sorted(project.map.rglob("*"))
    with pytest.raises(GebruikFout, match="kan geen naam van een map zijn"):
        begin_wijk(project, naam, NAAM, WIJKEN)
    assert sorted(project.map.rglob("*")) == voor


@pytest.mark.parametrize(("naam", "wijken"), [("", WIJKEN), (NAAM, []), (NAAM, ["A", "A"])])
def test_a_wijk_without_a_name_or_with_double_parts_is_refused(
    naam: str, wijken: list[str], project: Project
) -> None:
    with pytest.raises(GebruikFout):
        begin_wijk(project, WIJK, naam, wijken)
    assert not project.werkmap(WIJK).exists()


def test_the_same_start_gives_the_same_bytes(begonnen: Project, tmp_path: Path) -> None:
    eerste = begonnen.werkmap(WIJK).read_bytes()
    begonnen.werkmap(WIJK).rename(tmp_path / "opzij.xlsx")
    begin_wijk(begonnen, WIJK, NAAM, WIJKEN)
    assert begonnen.werkmap(WIJK).read_bytes() == eerste


def test_a_workbook_of_another_layout_is_recognised(begonnen: Project) -> None:
    werkmap = load_workbook(begonnen.werkmap(WIJK))
    werkmap.custom_doc_props[INDELING_EIGENSCHAP].value = INDELING + 1  # type: ignore[attr-defined]
    werkmap.save(begonnen.werkmap(WIJK))
    with pytest.raises(InvoerFout) as fout:
        maak_plan(begonnen, WIJK, lambda _: None)
    (bevinding,) = fout.value.bevindingen
    assert (bevinding.code, bevinding.staat_er) == ("indeling-anders", str(INDELING + 1))
