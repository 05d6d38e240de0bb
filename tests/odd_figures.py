"""Thirty figures of an odd wijk, one of each kind that a sheet of statistics holds."""

from __future__ import annotations

from typing import NamedTuple

from tests.odd_texts import Value


class Indicator(NamedTuple):
    """A row of the sheet: seven wijken and the gemeente, and how Excel shows the numbers."""

    group: str
    name: str
    values: tuple[Value, ...]
    number_format: str = "General"
    year: Value = 2025
    source: str = "BRP"


_SHARES = (0.131, 0.09, 0.25, 0.333, 0.5, 0.0, 0.075, 0.142)
_GRADES = (7.4, 6.85, 8, 7.05, 7.5, 6.95, 7, 7.2)

INDICATORS = (
    Indicator("Algemeen", "Aantal inwoners", (6230, 845, 12045, 3310, 77, 5120, 990, 162400)),
    Indicator("Algemeen", "Inwoners per km²", (4210, 512, 7800, 3900, 12, 2800, 1440, 2590), "#,##0"),
    Indicator("Algemeen", "Groei sinds 2020", (120, -15, 0, 44, -3, 210, 8, 4100), "+#,##0;-#,##0;0"),
    Indicator("Algemeen", "Adressen", ("1.204*", "x", "5.010*", "1.299*", "x", "2.010", "410", "72.100")),
    Indicator("Leeftijdsopbouw", "Jongeren (0-11 jaar)", _SHARES, "0.0%"),
    Indicator("Leeftijdsopbouw", "Jongeren (12-17 jaar)", _SHARES, "0%"),
    Indicator("Leeftijdsopbouw", "Ouderen (65+ jaar)", _SHARES, "0.00%"),
    Indicator("Leeftijdsopbouw", "80-plussers", ("x", "x", 0.04, 0.051, "-", 0.06, ".", 0.043), "0.0%"),
    Indicator(
        "Samenstelling huishoudens",
        "Eenpersoonshuishoudens",
        (0.41, 0.38, 0.52, 0.29, 0.33, 0.4, 0.37, 0.39),
        "0%",
    ),
    Indicator("Samenstelling huishoudens", "Gezinnen", (0.31, 0.28, 0.22, 0.49, 0.43, 0.3, 0.37, 0.34), "0%"),
    Indicator(
        "Samenstelling huishoudens", "Gemiddelde grootte", (2.1, 2.25, 1.8, 2.6, 2.4, 2.15, 2.3, 2.2), "0.00"
    ),
    Indicator(
        "Eigendom woning",
        "Corporatie huurwoning",
        (0.35, 0.2, 0.6, 0.1, 0, 0.25, 0.45, 0.31),
        "0%",
        2024,
        "BAG/WOZ",
    ),
    Indicator(
        "Eigendom woning",
        "Gemiddelde WOZ-waarde",
        (402000, 355500, 288000, 512000, 640250, 475000, 310000, 421000),
        '"€" #,##0',
        2024,
        "BAG/WOZ",
    ),
    Indicator(
        "Eigendom woning",
        "Huur per maand",
        (702.5, 655, 810.95, 920, 1100, 745.1, 600, 733),
        "[$€-413] #,##0.00",
        2024,
        "WoON",
    ),
    Indicator(
        "Eigendom woning",
        "Prijs per m²",
        (4100, 3900, 4400, 5100, 5600, 4700, 3500, 4250),
        '"€" #,##0"/m²"',
        2024,
        "NVM & Kadaster",
    ),
    Indicator(
        "Eigendom woning",
        "Grootte van de woning",
        (102, 88, 71, 130, 155, 110, 80, 104),
        '0 "m²"',
        2024,
        "BAG",
    ),
    Indicator(
        "Inkomen",
        "Inkomen per huishouden (x € 1.000)",
        (41.2, 38.9, 29.4, 52, 60.1, 47, 33.3, 42.5),
        "0.0",
        2023,
        "CBS",
    ),
    Indicator(
        "Inkomen",
        "Geregistreerde schulden",
        (0.08, "x", 0.152, 0.044, "x", 0.075, 0.119, 0.083),
        "0.0%",
        "2022-2024",
        "CBS",
    ),
    Indicator(
        "Inkomen",
        "Kinderen in armoede",
        ("x", 0.041, 0.122, "-", "-", 0.03, 0.08, 0.057),
        "0.0%",
        2023,
        "CBS",
    ),
    Indicator("Gezondheid", "Cijfer voor het leven", _GRADES, "0.0", 2024, "GGDrU"),
    Indicator("Gezondheid", "Cijfer voor de buurt", _GRADES, year=2024, source="Stadspeiling"),
    Indicator(
        "Gezondheid",
        "Eenzaam (matig of ernstig)",
        (0.47, 0.44, 0.55, 0.39, "x", 0.41, 0.5, 0.45),
        "0%",
        "2024 kw 3",
        "GGDrU",
    ),
    Indicator(
        "Gezondheid",
        "Huisartsen (per 1.000 inwoners)",
        (0.5, 0.45, 0.6, 0, 0, 0.38, 0.4, 0.47),
        "0.00",
        2024,
        "Nivel",
    ),
    Indicator(
        "Gezondheid",
        "Zorgvragen per 1.000 inwoners",
        (12.5, 9.8, 31.4, 7, 0, 10.2, 22.9, 13.3),
        '0.0"‰"',
        2024,
        "Vektis",
    ),
    Indicator(
        "Onderwijs", "Vve-doelgroep", (0.12, 0.08, 0.31, 0.04, "-", 0.09, 0.2, 0.13), "0%", "2023/2024", "DUO"
    ),
    Indicator(
        "Onderwijs", "Verzuimmeldingen", (14, 3, 41, 5, 0, 9, 12, 402), "#,##0", "2023-2024", "Leerplicht"
    ),
    Indicator(
        "Onderwijs", "Mbo’ers (16-27 jaar)", (210, 33, 640, 98, 4, 171, 56, 8100), "#,##0", "2024/2025", "DUO"
    ),
    Indicator(
        "Veiligheid",
        "Misdrijven per 1.000 inwoners",
        (31, 22, 58, 17, 8, 26, 44, 36),
        year=2024,
        source="Politie",
    ),
    Indicator(
        "Veiligheid",
        "Overlast: verschil met 2023",
        (-0.05, 0.021, 0.13, 0, -0.2, 0.01, 0.09, 0.03),
        "+0.0%;-0.0%;0.0%",
        2024,
        "Politie",
    ),
    Indicator(
        "Veiligheid",
        "Voelt zich wel eens onveilig",
        (0.19, 0.15, 0.33, 0.1, ".", 0.17, 0.28, 0.2),
        "0%",
        2023,
        "Stadspeiling ’23",
    ),
)
