"""Wrong input beside its expected findings: every code that pipeline/build can give."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any, NamedTuple

from pipeline.workbook.cel import Cel
from pipeline.workbook.sheets import AfbeeldingRij, FactorRij, OrganisatieRij, WijkgegevenRij
from pipeline.workbook.sheets_aanpak import (
    INHOUD,
    SAMENVATTING,
    THEMA,
    ActiviteitRij,
    ClusterRij,
    KernaanpakRij,
    TekstRij,
)
from tests.build.invoer import Gevonden, maak_cel, rij, rijen
from tests.workbook import voorbeeld

NACHT = datetime.datetime(2026, 12, 8)  # noqa: DTZ001 - a date in a cell has no time zone


class Fout(NamedTuple):
    """Some sheets of the example filled in otherwise, and what should be found."""

    naam: str
    bladen: dict[str, Any]
    verwacht: list[Gevonden]


def _plan(**velden: object) -> dict[str, Any]:
    plan = voorbeeld.wijk().plan
    assert plan is not None
    cellen: dict[str, Any] = {naam: maak_cel(waarde) for naam, waarde in velden.items()}
    return {"plan": replace(plan, **cellen)}


def _teksten(*lijst: dict[str, Any]) -> dict[str, Any]:
    return {"teksten": rijen(TekstRij, *({"soort": "alinea", "tekst": "Tekst."} | w for w in lijst))}


def _clusters(*lijst: dict[str, Any]) -> dict[str, Any]:
    return {"clusters": rijen(ClusterRij, *lijst)}


def _activiteiten(*lijst: dict[str, Any]) -> dict[str, Any]:
    basis: dict[str, Any] = {"kernaanpak": 1, "cluster": "Ontmoeten", "basisactiviteit": "Koffie"}
    return {"activiteiten": rijen(ActiviteitRij, *(basis | w for w in lijst))}


def _factoren(*lijst: dict[str, Any]) -> dict[str, Any]:
    return {"factoren": rijen(FactorRij, *lijst)}


def _kernaanpakken(*nummers: object) -> dict[str, Any]:
    lijst = [{"nummer": nummer, "titel": "Samen", "factoren": "Bewegen"} for nummer in nummers]
    return {"kernaanpakken": rijen(KernaanpakRij, *lijst)}


def _afbeeldingen(**velden: object) -> dict[str, Any]:
    basis: dict[str, Any] = {"bestand": "foto.png", "plaats": "Opening", "alt_tekst": "Een plein."}
    return {"afbeeldingen": rijen(AfbeeldingRij, basis | velden)}


def _wijkgegeven(cijfer: Cel, **velden: object) -> dict[str, Any]:
    basis: dict[str, Any] = {"indicator": "Inwoners", "jaar": 2025, "bron": "BRP"}
    return {"wijkgegevens": [rij(WijkgegevenRij, basis | velden, {"Noord": cijfer, "Stad": maak_cel("x")})]}


FOUTEN = [
    # Values
    Fout(
        "a required cell is empty",
        {"organisaties": rijen(OrganisatieRij, {"organisatie": "SRO"})} | _plan(afkorting=" "),
        [("veld-ontbreekt", "Plan[Waarde] 2", "")],
    ),
    Fout(
        "a figure is empty",
        _wijkgegeven(maak_cel("")),
        [("waarde-ontbreekt", "Wijkgegevens[Noord] 1", "")],
    ),
    Fout(
        "a value is not one of the choices",
        _plan(status="Klaar") | _teksten({"onderdeel": THEMA, "kop": "Thema", "soort": "alinae"}),
        [
            ("waarde-onbekend", "Plan[Waarde] 6", "Klaar"),
            ("waarde-onbekend", "Teksten[Soort] 1", "alinae"),
        ],
    ),
    Fout(
        "a part of the plan that nobody knows gives no more than its own finding",
        _teksten({"onderdeel": "4 Thema", "kernaanpak": 9, "kop": "Wonen"}),
        [("deel-onbekend", "Teksten[Onderdeel] 1", "4 Thema")],
    ),
    *(
        Fout(
            f"{waarde!r} is no number of a kernaanpak",
            _clusters(
                {"kernaanpak": 1, "cluster": "Ontmoeten"},
                {"kernaanpak": waarde, "cluster": "Meedoen", "inleiding": "Tekst."},
            ),
            [("kernaanpak-onbekend", "Clusters[Kernaanpak] 2", staat_er)],
        )
        for waarde, staat_er in [("twee", "twee"), (1.5, "1,5"), ("1.0", "1.0"), (True, "ja"), ("²", "²")]
    ),
    Fout(
        "the number of a kernaanpak itself is text",
        _kernaanpakken(1, "twee"),
        [("geen-getal", "Kernaanpakken[Nummer] 2", "twee")],
    ),
    Fout(
        "a number of a kernaanpak is text",
        _teksten({"onderdeel": INHOUD, "kernaanpak": "de eerste"}),
        [("kernaanpak-onbekend", "Teksten[Kernaanpak] 1", "de eerste")],
    ),
    *(
        Fout(
            f"{waarde!r} is no year",
            _wijkgegeven(maak_cel("x"), jaar=waarde),
            [("geen-peiljaar", "Wijkgegevens[Jaar] 1", staat_er)],
        )
        for waarde, staat_er in [("vorig jaar", "vorig jaar"), (26, "26"), ("2025-2021", "2025-2021")]
    ),
    Fout(
        "there is no column of figures",
        {"wijkgegevens": [rij(WijkgegevenRij, {"indicator": "Inwoners", "jaar": 2025, "bron": "BRP"}, {})]},
        [("geen-cijferkolommen", "Wijkgegevens", "")],
    ),
    Fout(
        "what is typed as a link is none",
        _teksten({"onderdeel": SAMENVATTING, "tekst": "Zie [de website](www.voorbeeld.nl)."}),
        [("link-verkeerd", "Teksten[Tekst] 1", "[de website](www.voorbeeld.nl)")],
    ),
    Fout(
        "a link has no address",
        _teksten({"onderdeel": SAMENVATTING, "tekst": "Zie [de website]()."}),
        [("link-zonder-adres", "Teksten[Tekst] 1", "[de website]()")],
    ),
    Fout(
        "what may be a link is none",
        _teksten({"onderdeel": SAMENVATTING, "tekst": "Zie [de website] (https://x.nl)."}),
        [("link-twijfel", "Teksten[Tekst] 1", "[de website] (https://x.nl)")],
    ),
    Fout("a year is text", _plan(periode_van="2o26"), [("geen-jaar", "Plan[Waarde] 4", "2o26")]),
    Fout("a date is text", _plan(datum="mei 2026"), [("geen-datum", "Plan[Waarde] 8", "mei 2026")]),
    Fout(
        "Excel made a date of a figure",
        _wijkgegeven(maak_cel(NACHT)),
        [("cijfer-als-datum", "Wijkgegevens[Noord] 1", "2026-12-08 0:00:00")],
    ),
    Fout(
        "Excel made a date of an age",
        _activiteiten({"groep": NACHT}),
        [("datum-niet-gevraagd", "Activiteiten[Groep] 1", "2026-12-08 0:00:00")],
    ),
    Fout(
        "the address of the wijkprofiel is no web address",
        _plan(wijkprofiel="zie wijkprofiel"),
        [("geen-webadres", "Plan[Waarde] 9", "zie wijkprofiel")],
    ),
    # Kernaanpakken
    Fout(
        "a number of a kernaanpak is given twice",
        _kernaanpakken(1, 2, 1),
        [("kernaanpak-dubbel", "Kernaanpakken[Nummer] 3", "1")],
    ),
    Fout(
        "the numbers of the kernaanpakken have a gap",
        _kernaanpakken(1, 3),
        [("kernaanpak-nummering", "Kernaanpakken", "1, 3")],
    ),
    Fout(
        "an introduction, an activity and a text belong to a kernaanpak that does not exist",
        _clusters(
            {"kernaanpak": 1, "cluster": "Ontmoeten"}, {"kernaanpak": 2, "cluster": "X", "inleiding": "Y"}
        )
        | _activiteiten({}, {"kernaanpak": 3})
        | _teksten({"onderdeel": INHOUD, "kernaanpak": 4}),
        [
            ("kernaanpak-onbekend", "Teksten[Kernaanpak] 1", "4"),
            ("kernaanpak-onbekend", "Clusters[Kernaanpak] 2", "2"),
            ("kernaanpak-onbekend", "Activiteiten[Kernaanpak] 2", "3"),
        ],
    ),
    Fout(
        "a text of chapter 3 names no kernaanpak",
        _teksten({"onderdeel": INHOUD}),
        [("rij-zonder-plaats", "Teksten[Kernaanpak] 1", "")],
    ),
    Fout(
        "a theme and the summary name a kernaanpak",
        _teksten(
            {"onderdeel": THEMA, "kop": "Wonen", "kernaanpak": 1},
            {"onderdeel": SAMENVATTING, "kernaanpak": "ook hier"},
        ),
        [
            ("kernaanpak-niet-gevraagd", "Teksten[Kernaanpak] 1", "1"),
            ("kernaanpak-niet-gevraagd", "Teksten[Kernaanpak] 2", "ook hier"),
        ],
    ),
    # Texts
    Fout(
        "a heading stands at a part that has none",
        _teksten({"onderdeel": SAMENVATTING, "kop": "Cijfers"}),
        [("kop-niet-gevraagd", "Teksten[Kop] 1", "Cijfers")],
    ),
    Fout(
        "the first theme has no heading",
        _teksten({"onderdeel": THEMA}, {"onderdeel": THEMA, "kop": "Wonen"}),
        [("kop-ontbreekt", "Teksten[Kop] 1", "")],
    ),
    Fout(
        "a theme comes back after another",
        _teksten(*({"onderdeel": THEMA, "kop": kop} for kop in ("Wonen", "Werken", "Wonen "))),
        [("thema-verspreid", "Teksten[Kop] 3", "Wonen")],
    ),
    Fout(
        "a row says nothing of where it belongs",
        {"teksten": rijen(TekstRij, {"tekst": "Tekst."})}
        | _clusters({"kernaanpak": 1, "cluster": "Ontmoeten"}, {"cluster": "Sport"})
        | _activiteiten({"kernaanpak": ""}, {"cluster": ""})
        | _afbeeldingen(bestand="plein.png", plaats=""),
        [
            ("rij-zonder-plaats", "Clusters[Kernaanpak] 2", ""),
            ("rij-zonder-plaats", "Activiteiten[Kernaanpak] 1", ""),
            ("rij-zonder-plaats", "Activiteiten[Cluster] 2", ""),
            ("rij-zonder-plaats", "Teksten[Onderdeel] 1", ""),
            ("waarde-ontbreekt", "Teksten[Soort] 1", ""),
            ("rij-zonder-plaats", "Afbeeldingen[Plaats] 1", ""),
        ],
    ),
    Fout(
        "one name is typed in two ways",
        _teksten(
            *(
                {"onderdeel": THEMA, "kop": kop}
                for kop in ("Samen wonen", "samen\u00a0wonen", "Samen wonen\u200b")
            )
        )
        | _clusters(
            {"kernaanpak": 1, "cluster": "Ontmoeten", "kop_erboven": "Meedoen"},
            {"kernaanpak": 1, "cluster": "Sport", "kop_erboven": "MEEDOEN"},
        )
        | _activiteiten(
            {"groep": "Ouderen", "mogelijkheid": "Koffie"},
            {"groep": "ouderen", "mogelijkheid": "koffie"},
            {"groep": "Ouderen", "mogelijkheid": "Thee"},
            {"groep": "OUDEREN", "mogelijkheid": "Melk"},
        ),
        [
            ("anders-getypt", "Teksten[Kop] 2", "samen wonen"),
            ("anders-getypt", "Activiteiten[Mogelijkheid] 2", "koffie"),
            ("anders-getypt", "Activiteiten[Groep] 2", "ouderen"),
            ("anders-getypt", "Activiteiten[Groep] 4", "OUDEREN"),
            ("anders-getypt", "Clusters[Kop erboven] 2", "MEEDOEN"),
        ],
    ),
    # The bijlagen
    Fout(
        "there is no table and nothing is said instead, or there is something said and a table",
        {
            "kernaanpakken": rijen(
                KernaanpakRij,
                {"nummer": 1, "titel": "Een", "factoren": "Bewegen", "zin_zonder_tabel": "Zie 2."},
                {"nummer": 2, "titel": "Twee", "factoren": "Bewegen", "tabel": "geen tabel"},
                {"nummer": 3, "titel": "Drie", "factoren": "Bewegen", "tabel": "nee"},
            )
        }
        | _clusters(
            {"kernaanpak": 1, "cluster": "Ontmoeten"},
            {"kernaanpak": 1, "cluster": "Sport", "tabel": "Geen\u00a0tabel "},
        ),
        [
            ("waarde-onbekend", "Kernaanpakken[Tabel] 3", "nee"),
            ("zin-ontbreekt", "Clusters[Inleiding] 2", ""),
            ("zin-niet-gevraagd", "Kernaanpakken[Zin zonder tabel] 1", ""),
            ("zin-ontbreekt", "Kernaanpakken[Zin zonder tabel] 2", ""),
        ],
    ),
    Fout(
        "a cluster stands there twice",
        _clusters(*({"kernaanpak": 1, "cluster": titel} for titel in ("Ontmoeten", "Ontmoeten "))),
        [("cluster-dubbel", "Clusters[Cluster] 2", "Ontmoeten")],
    ),
    Fout(
        "an activity belongs to a cluster of another kernaanpak",
        _kernaanpakken(1, 2)
        | _clusters({"kernaanpak": 1, "cluster": "Ontmoeten"}, {"kernaanpak": 2, "cluster": "Sport"})
        | _activiteiten({}, {"cluster": "Sport"}),
        [("cluster-onbekend", "Activiteiten[Cluster] 2", "Sport")],
    ),
    # The ranking
    Fout(
        "a place is given twice",
        _factoren({"factor": "Stress", "volgorde": 1}, {"factor": "Geluk", "volgorde": 1}),
        [("volgorde-dubbel", "Factoren[Volgorde] 2", "1")],
    ),
    Fout(
        "a place is not in the top",
        _factoren(*({"factor": "Stress", "volgorde": plaats} for plaats in range(17))),
        [
            ("volgorde-buiten-top", "Factoren[Volgorde] 1", "0"),
            ("volgorde-buiten-top", "Factoren[Volgorde] 17", "16"),
        ],
    ),
    Fout(
        "places are passed over",
        _factoren(*({"factor": "Stress", "volgorde": plaats} for plaats in (2, 5))),
        [("volgorde-gat", "Factoren", "1, 3, 4")],
    ),
    Fout(
        "places stand beside scores",
        _factoren(
            {"factor": "Stress", "score": 9},
            {"factor": "Geluk", "volgorde": 2},
            {"factor": "Rust", "score": 3, "volgorde": 3},
        ),
        [
            ("volgorde-niet-gevraagd", "Factoren[Volgorde] 2", "2"),
            ("volgorde-niet-gevraagd", "Factoren[Volgorde] 3", "3"),
        ],
    ),
    Fout(
        "there are no scores and no places",
        _factoren({"factor": "Stress"}, {"factor": "Wonen", "elders": "Wijkplan Leefbaarheid"}),
        [("geen-rangorde", "Factoren", "")],
    ),
    # Pictures
    Fout(
        "a picture is not there",
        _afbeeldingen(),
        [("afbeelding-ontbreekt", "Afbeeldingen[Bestand] 1", "foto.png")],
    ),
    *(
        Fout(
            f"a picture is sought outside its folder as {naam}",
            _afbeeldingen(bestand=naam),
            [("afbeelding-ontbreekt", "Afbeeldingen[Bestand] 1", naam)],
        )
        for naam in (
            *("../jp.xlsx", "../afbeeldingen/plein.png", "..", ".", "/etc/passwd", "sub/plein.png", "sub"),
            *("sub\\plein.png", "C:\\foto's\\plein.png", "map.png", "x" * 3000),
        )
    ),
    Fout(
        "a picture was not copied whole",
        _afbeeldingen(bestand="half.png"),
        [("afbeelding-incompleet", "Afbeeldingen[Bestand] 1", "half.png")],
    ),
    Fout(
        "a picture has more pixels than can be read",
        _afbeeldingen(bestand="groot.png"),
        [("afbeelding-te-groot", "Afbeeldingen[Bestand] 1", "groot.png")],
    ),
    Fout(
        "a picture is of another kind",
        _afbeeldingen(bestand="plein.gif"),
        [("afbeelding-soort", "Afbeeldingen[Bestand] 1", "plein.gif")],
    ),
    Fout(
        "a picture cannot be read",
        _afbeeldingen(bestand="kapot.png"),
        [("afbeelding-onleesbaar", "Afbeeldingen[Bestand] 1", "kapot.png")],
    ),
    Fout(
        "a picture of the opening names a kernaanpak",
        _afbeeldingen(bestand="plein.png", kernaanpak=1),
        [("kernaanpak-niet-gevraagd", "Afbeeldingen[Kernaanpak] 1", "1")],
    ),
    Fout(
        "a picture of a bijlage names no kernaanpak, or none that exists",
        {
            "afbeeldingen": [
                *_afbeeldingen(bestand="plein.png", plaats="Bijlage")["afbeeldingen"],
                *_afbeeldingen(bestand="plein.png", plaats="Kernaanpak", kernaanpak=2)["afbeeldingen"],
            ]
        },
        [
            ("rij-zonder-plaats", "Afbeeldingen[Kernaanpak] 1", ""),
            ("kernaanpak-onbekend", "Afbeeldingen[Kernaanpak] 2", "2"),
        ],
    ),
    Fout(
        "a picture stands at a place that nobody knows",
        _afbeeldingen(bestand="plein.png", plaats="Slot", kernaanpak=1),
        [("plaats-onbekend", "Afbeeldingen[Plaats] 1", "Slot")],
    ),
]
