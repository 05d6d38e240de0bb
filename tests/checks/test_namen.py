"""Rules on names: wrong input beside its findings, and both published plans."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.check import lees
from pipeline.checks import namen
from pipeline.workbook.sheets import FactorRij, OrganisatieRij, WijkgegevenRij
from pipeline.workbook.sheets_aanpak import STATUSSEN, ActiviteitRij, KernaanpakRij
from pipeline.workbook.sheets_gemeente import CatalogusRij, RegisterRij
from tests.build.invoer import maak_cel, rij, rijen
from tests.checks.invoer import gepubliceerd, gevonden_in, gevonden_in_plan, van_voorbeeld
from tests.opdracht import WIJK, klein_project
from tests.workbook import voorbeeld
from tests.workbook.voorbeeld import bederf

BASIS: dict[str, Any] = {"kernaanpak": 1, "cluster": "Ontmoeten", "basisactiviteit": "Koffie"}


def _gemeente(volledig: str) -> dict[str, Any]:
    """Return a catalogus and a register that are complete, or not."""
    gemeente = voorbeeld.gemeente().gemeente
    assert gemeente is not None
    cel = voorbeeld.tekst(volledig)
    return {
        "gemeente": replace(gemeente, factoren_volledig=cel, organisaties_volledig=cel),
        "catalogus": rijen(
            CatalogusRij,
            {"factor": "Bewegen", "aliassen": "Beweging"},
            {"factor": "Actief ouder worden", "aliassen": "Actief ouder worden/blijven"},
            {"factor": "Sociale steun en verbondenheid"},
            {"factor": "Stress", "aliassen": "(Opvoed) stress; spanning"},
        ),
        "register": rijen(
            RegisterRij,
            {"organisatie": "GGDrU", "aliassen": "Gezondheidsdienst"},
            {"organisatie": "Huisartsen"},
            {"organisatie": "SRO"},
        ),
    }


# Statuses

EEN_VAN = f"een van: {', '.join(STATUSSEN)}"
GEEN_STATUS = [
    ("Voorzetten/uitbreiden", "Voorzetten", "Voortzetten"),
    ("Verkennen of uitbreiding", "uitbreiding", "Uitbreiden"),
    ("Niew en verkenen", "Niew; verkenen", "Nieuw, Verkennen/onderzoeken"),
    ("Bestaand voortzetten", "Bestaand", EEN_VAN),
    ("Nog te bepalen", "Nog te bepalen", EEN_VAN),
    ("Niew, later", "Niew; later", EEN_VAN),
    ("Bestaand", "Bestaand", EEN_VAN),
    ("Gestopt en nieuw", "Gestopt", EEN_VAN),
    ("Nieuw/nog opvragen", "nog opvragen", EEN_VAN),
    ("Voortzeten", "Voortzeten", "Voortzetten"),
]
WEL_STATUS = [
    *("Voortzetten", "Verbeteren", "Verkennen/onderzoeken", "Uitbreiden", "Nieuw", "Verkennen", ""),
    *("Onderzoeken", "nieuw/ verbeteren", "Voortzetten, uitbreiden of nieuw", "Verbeteren\nen nieuw."),
    *("VERBETEREN", "Verbeteren\u00a0en\u200b nieuw", "Verkennen\u2009/ onderzoeken"),
]


def test_a_status_is_not_one_of_the_five(tmp_path: Path) -> None:
    activiteiten = rijen(ActiviteitRij, *(BASIS | {"status": status} for status, _, _ in GEEN_STATUS))
    invoer = van_voorbeeld(tmp_path, activiteiten=activiteiten)
    bevindingen = list(namen.statussen(invoer))
    ernst = ["waarschuwing"] * 2 + ["fout"] + ["waarschuwing"] + ["fout"] * 6
    assert [b.ernst for b in bevindingen] == ernst
    assert {b.code for b in bevindingen} == {"status-anders-geschreven", "status-onbekend"}
    assert [b.plaats for b in bevindingen] == [rij.status.plaats for rij in invoer.wijk.activiteiten]
    assert [(b.staat_er, b.verwacht) for b in bevindingen] == [geval[1:] for geval in GEEN_STATUS]


def test_the_five_statuses_may_stand_together_and_one_has_two_short_forms(tmp_path: Path) -> None:
    activiteiten = rijen(ActiviteitRij, *(BASIS | {"status": status} for status in WEL_STATUS))
    assert gevonden_in(tmp_path, namen.statussen, activiteiten=activiteiten) == []


def test_another_plan_that_takes_up_a_factor_is_the_one_that_the_standard_text_names(tmp_path: Path) -> None:
    factoren = rijen(
        FactorRij,
        {"factor": "Bewegen", "elders": "wijkplan\u00a0LEEFBAARHEID"},
        {"factor": "Stress", "elders": "Buurtagenda Leefbaarheid"},
        {"factor": "Geluk", "elders": "Wijkplan Veiligheid"},
        {"factor": "Rust"},
    )
    assert gevonden_in(tmp_path, namen.opgepakt_in, factoren=factoren) == [
        ("elders-anders", "Factoren[Opgepakt in] 3", "Wijkplan Veiligheid")
    ]


# Factoren


def test_the_sheet_factoren_names_what_the_catalogus_does_not(tmp_path: Path) -> None:
    lijst = ["Bewegen", "Beweging", "spanning", "Sociale steun en verbondenhied", "Slaap", "Slaap.", "stress"]
    factoren = rijen(FactorRij, *({"factor": naam, "volgorde": plek} for plek, naam in enumerate(lijst, 1)))
    assert gevonden_in(tmp_path, namen.factoren_op_hun_blad, gemeente=_gemeente("ja"), factoren=factoren) == [
        ("factor-dubbel", "Factoren[Factor] 2", "Beweging"),
        ("factor-anders-geschreven", "Factoren[Factor] 3", "spanning"),
        ("factor-anders-geschreven", "Factoren[Factor] 4", "Sociale steun en verbondenhied"),
        ("factor-onbekend", "Factoren[Factor] 5", "Slaap"),
        ("factor-dubbel", "Factoren[Factor] 6", "Slaap."),
        ("factor-dubbel", "Factoren[Factor] 7", "stress"),
    ]


CELLEN: list[tuple[str, str, str]] = [
    ("Alle factoren.", "", ""),
    ("alle factoren", "", ""),
    ("bewegen, STRESS en sociale  steun en verbondenheid.", "", ""),
    ("Bewegen / stress; slaap", "", ""),
    ("- Bewegen\n- Stress", "", ""),
    ("Bewegen, en stress.", "", ""),
    ("Beweging, spanning", "Beweging; spanning", ""),
    ("bewegen en (opvoed)  stress", "(opvoed) stress", ""),
    ("Actief ouder worden/blijven", "Actief ouder worden/blijven", ""),
    ("Stress?", "Stress?", ""),
    ("Geluk, bewegen en geluk", "", "Geluk; bewegen en geluk"),
    ("Bewgen, geluk", "Bewgen", "geluk"),
]


@pytest.mark.parametrize(
    ("volledig", "code"), [("ja", "factor-onbekend"), ("nee", "factor-niet-in-catalogus")]
)
def test_an_activity_names_factoren_otherwise(tmp_path: Path, volledig: str, code: str) -> None:
    verwacht = []
    for nummer, (_, anders, onbekend) in enumerate(CELLEN, 1):
        plek = f"Activiteiten[Factoren] {nummer}"
        verwacht += [("factor-anders-geschreven", plek, anders)] if anders else []
        verwacht += [(code, plek, onbekend)] if onbekend else []
    assert verwacht == gevonden_in(
        tmp_path,
        namen.factoren_elders,
        gemeente=_gemeente(volledig),
        factoren=rijen(FactorRij, {"factor": "Slaap", "volgorde": 1}),
        kernaanpakken=rijen(KernaanpakRij, {"nummer": 1, "titel": "Samen", "factoren": "Slaap"}),
        activiteiten=rijen(ActiviteitRij, *(BASIS | {"factoren": cel} for cel, _, _ in CELLEN)),
    )


def test_a_kernaanpak_has_one_factor_per_line_and_a_comma_makes_no_second(tmp_path: Path) -> None:
    kernaanpak = {"nummer": 1, "titel": "Samen", "factoren": "Bewegen\nSpanning\nBewegen, stress"}
    kernaanpakken = rijen(KernaanpakRij, kernaanpak)
    invoer = van_voorbeeld(tmp_path, gemeente=_gemeente("nee"), kernaanpakken=kernaanpakken, activiteiten=[])
    gevonden = list(namen.factoren_elders(invoer))
    assert [(b.code, b.staat_er) for b in gevonden] == [
        ("factor-anders-geschreven", "Spanning"),
    ]
    assert gevonden[0].verwacht == "Stress"
    (samen,) = namen.namen_in_een_cel(invoer)
    assert (samen.code, samen.staat_er) == ("namen-in-een-cel", "Bewegen, stress")
    assert samen.doe == "Zet elke factor op een eigen regel in de cel (Alt+Enter)."


@pytest.mark.parametrize(
    ("tekst", "codes"),
    [
        ("GGD regio Utrecht, Indebuurt033", ["namen-in-een-cel"]),
        ("Buurtkamer, samen verder", ["organisatie-niet-in-register"]),  # a name with a comma
    ],
)
def test_organisaties_stand_in_rows_of_their_own(tekst: str, codes: list[str], tmp_path: Path) -> None:
    register = rijen(RegisterRij, {"organisatie": "GGD regio Utrecht"}, {"organisatie": "Indebuurt033"})
    gemeente = {**_gemeente("nee"), "register": register}
    organisaties = rijen(OrganisatieRij, {"organisatie": tekst})
    invoer = van_voorbeeld(tmp_path, gemeente=gemeente, organisaties=organisaties)
    gevonden = [*namen.namen_in_een_cel(invoer), *namen.organisaties(invoer)]
    assert [b.code for b in gevonden] == codes


def test_wijken_with_a_comma_are_one_name(tmp_path: Path) -> None:
    basis = voorbeeld.wijk().plan
    assert basis is not None
    plan = replace(basis, wijken=maak_cel("Noord, Zuid"))
    (samen,) = namen.namen_in_een_cel(van_voorbeeld(tmp_path, plan=plan))
    assert samen.staat_er == "Noord, Zuid"
    assert samen.doe == "Zet een puntkomma tussen de wijken."


def test_a_very_long_text_is_no_slip_of_a_name_and_is_soon_read(tmp_path: Path) -> None:
    lang = "iets en nog wat " * 2000
    factoren = rijen(FactorRij, {"factor": lang, "volgorde": 1})
    activiteiten = rijen(ActiviteitRij, BASIS | {"factoren": lang + "x"}, BASIS | {"factoren": lang})
    ((code, waar, _),) = gevonden_in(
        tmp_path, namen.factoren_elders, kernaanpakken=[], factoren=factoren, activiteiten=activiteiten
    )
    assert (code, waar) == ("factor-niet-in-catalogus", "Activiteiten[Factoren] 1")


# Organisaties


@pytest.mark.parametrize(
    ("volledig", "code"), [("ja", "organisatie-onbekend"), ("nee", "organisatie-niet-in-register")]
)
def test_an_organisatie_is_not_named_as_in_the_register(tmp_path: Path, volledig: str, code: str) -> None:
    lijst = ["GGDu", "gezondheidsdienst", "Huisartsen", "Sro", "SRO", "Buurthuis", "buurthuis "]
    organisaties = rijen(OrganisatieRij, *({"organisatie": naam} for naam in lijst))
    assert gevonden_in(
        tmp_path, namen.organisaties, gemeente=_gemeente(volledig), organisaties=organisaties
    ) == [
        ("organisatie-anders-geschreven", "Organisaties[Organisatie] 1", "GGDu"),
        ("organisatie-dubbel", "Organisaties[Organisatie] 2", "gezondheidsdienst"),
        ("organisatie-anders-geschreven", "Organisaties[Organisatie] 4", "Sro"),
        ("organisatie-dubbel", "Organisaties[Organisatie] 5", "SRO"),
        (code, "Organisaties[Organisatie] 6", "Buurthuis"),
        ("organisatie-dubbel", "Organisaties[Organisatie] 7", "buurthuis"),
    ]


# The published plans, read row by row


def test_the_plan_of_nieuwland_has_these_findings_alone() -> None:
    opvoeden = "Opvoedgedrag en vaardigheden; Sociale {}ohesie en verbondenheid"
    assert gevonden_in_plan("nieuwland", namen.REGELS) == [
        ("status-anders-geschreven", "Activiteiten!E10", "Voorzetten"),
        ("factor-anders-geschreven", "Activiteiten!G18", opvoeden.format("c")),
        ("factor-anders-geschreven", "Factoren!B20", "Wonen en woonomgeving"),
        ("factor-anders-geschreven", "Factoren!B21", "Wonen en buurtkenmerken"),
        ("factor-anders-geschreven", "Kernaanpakken!C5", opvoeden.format("C")),
        ("factor-anders-geschreven", "Kernaanpakken!C6", "Negatieve invloed van peers"),
    ]


def test_the_plan_of_vbl_has_these_findings_alone() -> None:
    assert gevonden_in_plan("vbl", namen.REGELS) == [
        ("status-anders-geschreven", "Activiteiten!E8", "uitbreiding"),
        ("factor-anders-geschreven", "Activiteiten!G10", "sociale economische status?"),
        ("factor-anders-geschreven", "Activiteiten!G13", "sociaal steun en verbondenheid"),
        ("status-anders-geschreven", "Activiteiten!E14", "bestaand"),
        ("factor-anders-geschreven", "Activiteiten!G14", "(opvoed)stress"),
        ("factor-anders-geschreven", "Activiteiten!G15", "(opvoed) stress"),
        ("factor-anders-geschreven", "Activiteiten!G16", "(opvoed)stress"),
        ("status-anders-geschreven", "Activiteiten!E17", "Bestaand"),
        ("status-anders-geschreven", "Activiteiten!E18", "Bestaand"),
        ("status-anders-geschreven", "Activiteiten!E19", "Bestaand"),
        ("status-anders-geschreven", "Activiteiten!E20", "Bestaand"),
        ("status-anders-geschreven", "Activiteiten!E24", "Bestaand"),
        ("status-anders-geschreven", "Activiteiten!E28", "Bestaand"),
        ("factor-anders-geschreven", "Kernaanpakken!C5", "(Opvoed) stress"),
        ("factor-anders-geschreven", "Kernaanpakken!C6", "Actief ouder worden/blijven"),
        ("organisatie-anders-geschreven", "Organisaties!A7", "Stichting wijkteams Amersfoort"),
        ("organisatie-anders-geschreven", "Organisaties!A12", "GGDu"),
    ]


def test_the_findings_on_the_published_plans_say_which_name_is_meant() -> None:
    bevindingen = {b.staat_er: b.verwacht for b in namen.organisaties(gepubliceerd("vbl"))}
    assert bevindingen == {
        "Stichting wijkteams Amersfoort": "Stichting Wijkteams Amersfoort",
        "GGDu": "GGDrU",
    }
    assert [b.verwacht for b in namen.factoren_op_hun_blad(gepubliceerd("nieuwland"))] == [
        "Woning- en woonomgeving",
        "Sociaal-economische buurtkenmerken",
    ]


# Titles and wijken


def test_a_title_that_brings_its_own_number_is_told(tmp_path: Path) -> None:
    project = klein_project(tmp_path)
    bederf(
        project.werkmap(WIJK), lambda werkmap: _zet(werkmap["Kernaanpakken"], "Titel", "Kernaanpak 1: Samen")
    )
    gevonden = [b for b in lees(project, WIJK).bevindingen if b.code == "titel-met-nummer"]
    assert [(b.staat_er, b.plaats.blad) for b in gevonden] == [("Kernaanpak 1:", "Kernaanpakken")]


def test_a_column_that_is_almost_a_wijk_is_told(tmp_path: Path) -> None:
    project = klein_project(tmp_path)
    wijk = lees(project, WIJK).plan.wijken[0]
    bijna = f"{wijk}e"

    def zet(werkmap: Any) -> None:
        for cellen in werkmap["Wijkgegevens"].iter_rows():
            for cel in cellen:
                if cel.value == "Indicator":
                    werkmap["Wijkgegevens"].cell(cel.row, cel.column + 1).value = bijna

    bederf(project.werkmap(WIJK), zet)
    gevonden = [b for b in lees(project, WIJK).bevindingen if b.code == "wijk-anders-geschreven"]
    assert [b.staat_er for b in gevonden] == [bijna]
    assert gevonden[0].aanvulling == f"{wijk}; het verschil: 'e' te veel na '{wijk}'"


WIJKEN = {
    "every wijk has a column": ("Noord; Zuid", ["noord", "Zuid\u00a0", "Voorbeeld"], [], ""),
    "a column is gone": ("Noord; Zuid; Oost", ["Noord", "Zuid", "Voorbeeld"], [], "Oost"),
    "of two the one is gone": ("Noord; Zuid", ["Noord", "Voorbeeld"], [], "Zuid"),
    "an indicator names the wijk": ("Noord; Zuid", ["Noord", "Voorbeeld"], ["Inwoners zuid"], ""),
    "one column for all": ("Noord; Zuid", ["Hele gebied", "Gemeente Voorbeeld"], [], ""),
    "a column of the wijkcombinatie": ("Noord; Zuid; Oost", ["JP", "Noord", "Voorbeeld"], [], ""),
    "a column for two": ("Noord; Zuid; Oost", ["Noord en Zuid", "Oost", "Voorbeeld"], [], ""),
    "a column for the parts": ("Berg-Noord; Berg-Zuid; Oost", ["Berg", "Oost", "Voorbeeld"], [], ""),
    "a column is misspelt": ("Noordwijk; Zuidwijk", ["Noordwijk", "Zuidwijkk", "Voorbeeld"], [], ""),
}


@pytest.mark.parametrize("naam", WIJKEN)
def test_a_wijk_without_a_column_is_told(naam: str, tmp_path: Path) -> None:
    wijken, kolommen, indicatoren, zonder = WIJKEN[naam]
    plan = voorbeeld.wijk().plan
    assert plan is not None
    basis = {"jaar": 2025, "bron": "BRP"}
    gegevens = [
        rij(WijkgegevenRij, basis | {"indicator": indicator}, {kop: maak_cel(1) for kop in kolommen})
        for indicator in ["Inwoners", *indicatoren]
    ]
    gevonden = gevonden_in(
        tmp_path,
        namen.wijken_zonder_kolom,
        plan=replace(plan, wijken=maak_cel(wijken)),
        wijkgegevens=gegevens,
    )
    assert gevonden == ([("wijk-zonder-kolom", "Plan[Waarde] 3", zonder)] if zonder else [])


def _zet(blad: Any, kop: str, waarde: str) -> None:
    """Write in the first cell below a header."""
    (cel,) = [cel for rij in blad.iter_rows() for cel in rij if cel.value == kop]
    blad.cell(cel.row + 1, cel.column).value = waarde
