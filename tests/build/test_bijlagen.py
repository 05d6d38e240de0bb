"""The bijlagen: clusters with their introduction, and which rows make one row of a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.markup import Run, als_runs
from pipeline.model import Activiteit, Blok, Cluster, Tabelrij
from pipeline.workbook.sheets_aanpak import ActiviteitRij, ClusterRij, KernaanpakRij
from tests.build.invoer import bouw, goed, rijen


def alinea(tekst: str) -> Blok:
    return Blok("alinea", als_runs(tekst))


def tabel(map_wijk: Path, *lijst: dict[str, Any]) -> tuple[Tabelrij, ...]:
    """Build the table of the only cluster of the example."""
    basis = {"kernaanpak": 1, "cluster": "Ontmoeten"}
    activiteiten = rijen(ActiviteitRij, *(basis | waarden for waarden in lijst))
    (cluster,) = goed(bouw(map_wijk, activiteiten=activiteiten)).kernaanpakken[0].clusters
    return cluster.rijen


def kort(tabelrijen: tuple[Tabelrij, ...]) -> list[tuple[str, str, list[str]]]:
    """Return per row of the table its group, its mogelijkheid and its activities, as text."""
    return [
        (rij.groep, _tekst(rij.mogelijkheid), [_tekst(activiteit.tekst) for activiteit in rij.activiteiten])
        for rij in tabelrijen
    ]


def _tekst(blokken: tuple[Blok, ...]) -> str:
    return " / ".join("".join(run.tekst for run in blok.runs) for blok in blokken)


# Which rows belong together


def test_rows_below_each_other_with_the_same_mogelijkheid_are_one_row(map_wijk: Path) -> None:
    rijen_ = tabel(
        map_wijk,
        {"mogelijkheid": "Samen eten", "basisactiviteit": "a"},
        {"mogelijkheid": "Samen eten\n", "basisactiviteit": "b"},
        {"mogelijkheid": "Sporten", "basisactiviteit": "c"},
        {"mogelijkheid": "Samen eten", "basisactiviteit": "d"},
    )
    assert kort(rijen_) == [
        ("", "Samen eten", ["a", "b"]),
        ("", "Sporten", ["c"]),
        ("", "Samen eten", ["d"]),
    ]


def test_a_row_without_a_mogelijkheid_belongs_to_the_row_above_it(map_wijk: Path) -> None:
    rijen_ = tabel(
        map_wijk,
        {"mogelijkheid": "Samen eten", "basisactiviteit": "a"},
        {"basisactiviteit": "b"},
        {"mogelijkheid": "Samen eten", "basisactiviteit": "c"},
    )
    assert kort(rijen_) == [("", "Samen eten", ["a", "b", "c"])]


def test_the_first_row_of_a_table_may_have_no_mogelijkheid(map_wijk: Path) -> None:
    assert kort(tabel(map_wijk, {"basisactiviteit": "a"}, {"basisactiviteit": "b"})) == [("", "", ["a", "b"])]


def test_a_group_ends_a_row_also_when_the_mogelijkheid_is_the_same_or_absent(map_wijk: Path) -> None:
    rijen_ = tabel(
        map_wijk,
        {"mogelijkheid": "Sporten", "basisactiviteit": "a"},
        {"groep": "Kinderen", "mogelijkheid": "Sporten", "basisactiviteit": "b"},
        {"groep": "Kinderen ", "basisactiviteit": "c"},
        {"groep": "Jongeren", "basisactiviteit": "d"},
        {"basisactiviteit": "e"},
    )
    assert kort(rijen_) == [
        ("", "Sporten", ["a"]),
        ("Kinderen", "Sporten", ["b", "c"]),
        ("Jongeren", "", ["d"]),
        ("", "", ["e"]),
    ]


def test_rows_of_two_clusters_may_stand_mixed_but_are_then_rows_of_their_own(map_wijk: Path) -> None:
    kernaanpakken = [{"nummer": n, "titel": f"Nummer {n}", "factoren": "Rust"} for n in (1, 2)]
    clusters = [{"kernaanpak": n, "cluster": "Ontmoeten"} for n in (1, 2)]
    activiteiten = [
        {"kernaanpak": n, "cluster": "Ontmoeten ", "mogelijkheid": "Eten", "basisactiviteit": tekst}
        for n, tekst in ((1, "a"), (2, "b"), (1, "c"), (1, "d"))
    ]
    een, twee = goed(
        bouw(
            map_wijk,
            kernaanpakken=rijen(KernaanpakRij, *kernaanpakken),
            clusters=rijen(ClusterRij, *clusters),
            activiteiten=rijen(ActiviteitRij, *activiteiten),
        )
    ).kernaanpakken
    assert kort(een.clusters[0].rijen) == [("", "Eten", ["a"]), ("", "Eten", ["c", "d"])]
    assert kort(twee.clusters[0].rijen) == [("", "Eten", ["b"])]


# What stands in a row


def test_a_status_stands_with_its_text_as_it_was_written(map_wijk: Path) -> None:
    (rij,) = tabel(
        map_wijk,
        {"mogelijkheid": "Eten", "status": "Verbeteren/nieuw ", "basisactiviteit": "a\n- b"},
        {"status": "Nieuw"},
        {"basisactiviteit": "c"},
        {"factoren": "Rust"},
    )
    assert rij.activiteiten == (
        Activiteit("Verbeteren/nieuw", (alinea("a"), Blok("opsomming", als_runs("b")))),
        Activiteit("Nieuw", ()),
        Activiteit("", (alinea("c"),)),
    )
    assert rij.factoren == (alinea("Rust"),)


def test_a_mogelijkheid_keeps_its_lead_its_list_and_its_links(map_wijk: Path) -> None:
    mogelijkheid = (Run("Scholen", vet=True), Run("\n- zie [](#kernaanpak-1)\n\\- geen punt"))
    (rij,) = tabel(map_wijk, {"mogelijkheid": mogelijkheid})
    assert rij.mogelijkheid == (
        Blok("alinea", (Run("Scholen", vet=True),)),
        Blok("opsomming", (Run("zie "), Run("", doel="#kernaanpak-1"))),
        alinea("- geen punt"),
    )
    assert rij.activiteiten == ()


def test_factoren_of_rows_that_belong_together_are_added_up_without_repeating(map_wijk: Path) -> None:
    (rij,) = tabel(
        map_wijk,
        {"mogelijkheid": "Eten", "factoren": "Rust.\nStress"},
        {"mogelijkheid": "Eten", "factoren": "Rust."},
        {"mogelijkheid": "Eten", "factoren": "[](#kernaanpak-1)\nRust"},
    )
    assert rij.factoren == (
        alinea("Rust."),
        alinea("Stress"),
        Blok("alinea", (Run("", doel="#kernaanpak-1"),)),
        alinea("Rust"),
    )


# Clusters


def test_clusters_stand_in_the_order_of_their_sheet_each_with_its_introduction(map_wijk: Path) -> None:
    clusters = rijen(
        ClusterRij,
        {"kernaanpak": 1, "kop_erboven": "Meedoen", "cluster": "Werk"},
        {"kernaanpak": 1, "cluster": "Ontmoeten", "inleiding": "Wij\n\n- een\n-twee\n- \nLet op!"},
    )
    werk, ontmoeten = goed(bouw(map_wijk, clusters=clusters)).kernaanpakken[0].clusters
    assert werk == Cluster("Meedoen", "Werk", (), ())
    assert (ontmoeten.kop_erboven, ontmoeten.titel, len(ontmoeten.rijen)) == ("", "Ontmoeten", 1)
    assert ontmoeten.inleiding == (
        alinea("Wij"),
        Blok("opsomming", als_runs("een")),
        alinea("-twee"),
        alinea("- "),
        alinea("Let op!"),
    )
