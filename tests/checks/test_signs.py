"""Rules on single signs: what nobody could read, and what stands higher or lower where there is no form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.checks import signs
from pipeline.markup import Run
from pipeline.workbook.sheets import AfbeeldingRij, OrganisatieRij, WijkgegevenRij
from pipeline.workbook.sheets_aanpak import SAMENVATTING, ActiviteitRij, KernaanpakRij, TekstRij
from pipeline.workbook.sheets_gemeente import ColofonRij
from tests.build.invoer import maak_cel, rij, rijen
from tests.checks.invoer import gevonden_in, gevonden_in_plan

DUIM, WORD_BULLET, NOOT = "\U0001f44d\U0001f3fd", "\uf0b7", Run("1", vert_align="superscript")


def _tekst(tekst: object, soort: str = "alinea") -> dict[str, Any]:
    return {"teksten": rijen(TekstRij, {"onderdeel": SAMENVATTING, "soort": soort, "tekst": tekst})}


def _cel(tekst: object) -> dict[str, Any]:
    activiteit = {"kernaanpak": 1, "cluster": "Ontmoeten", "mogelijkheid": "Koffie", "basisactiviteit": tekst}
    return {"activiteiten": rijen(ActiviteitRij, activiteit)}


def _titel(titel: object) -> dict[str, Any]:
    return {"kernaanpakken": rijen(KernaanpakRij, {"nummer": 1, "titel": titel, "factoren": "Bewegen"})}


def _cijfer(cijfer: object, **waarden: object) -> dict[str, Any]:
    velden = {"groep": "", "indicator": "Inwoners", "jaar": 2025, "bron": "BRP"} | waarden
    return {"wijkgegevens": [rij(WijkgegevenRij, velden, {"Noord": maak_cel(cijfer)})]}


@pytest.mark.parametrize(
    ("bladen", "code", "plaats", "staat_er"),
    [
        (_tekst(f"Goed {DUIM}!"), "teken-onleesbaar", "Teksten[Tekst] 1", f"'{DUIM}'"),
        (_tekst("สวัสดี en 你好"), "teken-onleesbaar", "Teksten[Tekst] 1", "'สวัสดี', '你好'"),
        (_tekst(f"Een {WORD_BULLET} midden"), "teken-onleesbaar", "Teksten[Tekst] 1", f"'{WORD_BULLET}'"),
        (
            _tekst(f"{WORD_BULLET} kop", "tussenkop"),
            "teken-onleesbaar",
            "Teksten[Tekst] 1",
            f"'{WORD_BULLET}'",
        ),
        (_cel(f"Wij\n- doen {DUIM}"), "teken-onleesbaar", "Activiteiten[Basisactiviteit] 1", f"'{DUIM}'"),
        (_titel(f"Samen {DUIM}"), "teken-onleesbaar", "Kernaanpakken[Titel] 1", f"'{DUIM}'"),
        (_cijfer(DUIM), "teken-onleesbaar", "Wijkgegevens[Noord] 1", f"'{DUIM}'"),
        (_cijfer("x", bron=f"BRP {DUIM}"), "teken-onleesbaar", "Wijkgegevens[Bron] 1", f"'{DUIM}'"),
        (
            {"organisaties": rijen(OrganisatieRij, {"organisatie": "ร้าน"})},
            "teken-onleesbaar",
            "Organisaties[Organisatie] 1",
            "'ร้าน'",
        ),
        (_tekst("een woon\u00adwijk erbij"), "teken-afbreken", "Teksten[Tekst] 1", "woonwijk"),
        (_cijfer((Run("14.199"), NOOT)), "cijfer-met-noot", "Wijkgegevens[Noord] 1", "14.1991"),
        (_cijfer("x", jaar=(Run("2025"), NOOT)), "cijfer-met-noot", "Wijkgegevens[Jaar] 1", "20251"),
        (
            _titel((Run("Voor 14.199"), NOOT, Run(" mensen"))),
            "cijfer-met-noot",
            "Kernaanpakken[Titel] 1",
            "Voor 14.1991 mensen",
        ),
        (
            _titel((Run("Meer m"), Run("2", vert_align="superscript"), Run(" groen"))),
            "hoog-laag-vervalt",
            "Kernaanpakken[Titel] 1",
            "Meer m2 groen",
        ),
    ],
)
def test_a_sign_that_would_be_lost_is_told_with_its_cell(
    bladen: dict[str, Any], code: str, plaats: str, staat_er: str, tmp_path: Path
) -> None:
    assert gevonden_in(tmp_path, *signs.REGELS, **bladen) == [(code, plaats, staat_er)]


def test_a_sign_in_the_colofon_is_told(tmp_path: Path) -> None:
    colofon = {"colofon": rijen(ColofonRij, {"soort": "regel", "tekst": DUIM})}
    assert gevonden_in(tmp_path, *signs.REGELS, gemeente=colofon) == [
        ("teken-onleesbaar", "Colofon[Tekst] 1", f"'{DUIM}'")
    ]


@pytest.mark.parametrize(
    "bladen",
    [
        _tekst((Run("14.199"), NOOT, Run(" m"), Run("2", vert_align="superscript"))),
        _tekst(f"[hier](https://x.nl/{DUIM})"),
        _tekst(f"Wij:\n{WORD_BULLET}\tkoffie\n•\tthee"),
        _tekst(f"{WORD_BULLET}   koffie", "opsomming"),
        _cel(f"Wij:\n{WORD_BULLET} koffie\n- thee"),
        _cijfer((Run("x", vert_align="superscript"),)),
        {
            "afbeeldingen": rijen(
                AfbeeldingRij, {"bestand": "a.png", "plaats": "Opening", "alt_tekst": f"Een {DUIM}"}
            )
        },
    ],
)
def test_what_is_readable_or_not_printed_is_not_told(bladen: dict[str, Any], tmp_path: Path) -> None:
    assert gevonden_in(tmp_path, *signs.REGELS, **bladen) == []


@pytest.mark.parametrize("wijk", ["nieuwland", "vbl"])
def test_the_published_plans_have_no_such_signs(wijk: str) -> None:
    assert gevonden_in_plan(wijk, signs.REGELS) == []
