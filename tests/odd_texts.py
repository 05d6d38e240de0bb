"""What the people of an odd wijk write: names, activities, texts and figures with every kind of sign."""

from __future__ import annotations

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.odd_pictures import LOGO, PHONE, PRINTER, SCAN

Value = str | int | float | CellRichText | None
Row = tuple[Value, ...]

WIJKEN = (
    "’t Hazenveld",
    "Sint-Jozefbuurt",
    "Élysée",
    "Coöperatiekwartier",
    "IJsselpoort-Zuid",
    "Berg & Dal",
    "O'Neillpark",
)
NAME = "’t Hazenveld, Sint-Jozefbuurt, Élysée én het Coöperatiekwartier"


def rich(*parts: str | tuple[str, str]) -> CellRichText:
    """A cell with parts in bold (b), italic (i), raised (^) or lowered (_): ('b', 'woord')."""
    fonts = {
        "b": InlineFont(b=True),
        "i": InlineFont(i=True),
        "^": InlineFont(vertAlign="superscript"),
        "_": InlineFont(vertAlign="subscript"),
    }
    blocks = (part if isinstance(part, str) else TextBlock(fonts[part[0]], part[1]) for part in parts)
    return CellRichText(*blocks)


PLAN: dict[str, Value] = {
    "Afkorting": "’t HSÉC",
    "Versie": "1.0 (vóór de zomer)",
    "Link naar het wijkprofiel": "https://www.voorbeeld.nl/wijkprofiel?wijk=hazenveld&jaar=2026",
    "Zin over de volgorde": "De volgorde zegt niets over wat ‘het belangrijkst’ is.",
}

FACTOREN = (
    "Bewegen",
    "Participatie",
    "Inclusie",
    "Sociale steun en verbondenheid",
    "Actief ouder worden",
    "Mobiliteit",
    "Digitaal en online gedrag",
    "Middelengebruik",
    "Gehechtheidsrelatie",
    "Fysieke gezondheidsproblemen",
    "Kindermishandeling en huiselijk geweld",
    "Mentale gezondheid (o.a. piekeren & stress)",
    "Taal, lezen en rekenen (‘basisvaardigheden’)",
    "Één vertrouwd gezicht",
    "Zelf-/samenredzaamheid",
)

LONG_TITLE = (
    "Zorgen voor elkaar, dichtbij en op tijd: van ’s ochtends vroeg tot ’s avonds laat, voor jong én oud, "
    "in élke buurt"
)
KERNAANPAKKEN: tuple[Row, ...] = (
    (1, "Meedoen & rondkomen", "Bewegen\nParticipatie\nSociale steun en verbondenheid", None, None, None),
    (
        2,
        "Kansrijk opgroeien in ’t Hazenveld",
        "Gehechtheidsrelatie\nInclusie",
        "opvoeden en opgroeien",
        None,
        None,
    ),
    (3, LONG_TITLE, "Actief ouder worden\nMobiliteit\nFysieke gezondheidsproblemen", None, None, None),
    (
        4,
        "Eén loket <ook digitaal>",
        "Digitaal en online gedrag\nTaal, lezen en rekenen (‘basisvaardigheden’)",
        None,
        "geen tabel",
        rich(
            "De activiteiten staan ",
            ("b", "allemaal"),
            " bij [](#kernaanpak-1) en in [bijlage 3](#bijlage-3).",
        ),
    ),
    (
        5,
        "Veilig thuis: {{ samen }} werken",
        "Middelengebruik\nKindermishandeling en huiselijk geweld",
        None,
        None,
        None,
    ),
)

CLUSTERS: tuple[Row, ...] = (
    (
        1,
        "Meedoen",
        "Ontmoeten: ‘de huiskamer’",
        "Wij openen de deur.\n- elke dag\n- voor iedereen\nOok in ’t weekend.",
        None,
    ),
    (
        1,
        "Meedoen",
        "Geld & schulden",
        rich(
            "Zie ook ", ("i", "Rondkomen doe je zó"), " en [de site](https://www.voorbeeld.nl/a_(b)?c=d&e=f)."
        ),
        None,
    ),
    (2, None, "Jeugd 0-23 jaar", "\uf0b7\tspelen\n\uf0b7\tleren\n\uf0b7\trusten", None),
    (3, "Thuis", "Langer thuis", None, None),
    (3, "Thuis", "Mantelzorg én respijt", "Eerst de vraag, dan  pas het aanbod.", None),
    (5, None, "Veiligheid", "Samen met politie/wijk-GGZ.", None),
    (5, None, "Nazorg", "De activiteiten staan bij [Jeugd 0-23 jaar](#bijlage-2).", "geen tabel"),
)

STATUSES = (
    "Voortzetten",
    "Verbeteren",
    "Verkennen/onderzoeken",
    "Uitbreiden",
    "Nieuw",
    "Verbeteren/Nieuw",
    "Voortzetten/Uitbreiden",
)

FACTOR_CELLS: tuple[Value, ...] = (
    "Bewegen, participatie",
    "Alle factoren",
    rich("Inclusie, ", ("b", "mobiliteit")),
    "Actief ouder worden, Één vertrouwd gezicht",
    "Middelengebruik",
)

POSSIBILITIES: tuple[Value, ...] = (
    "Koffie in ’t wijkcentrum",
    'Buurtkamer "De Ruif" (ma. t/m vr.)',
    "Élke buurt een tafel & een plek",
    rich("Samen ", ("b", "koken"), " en ", ("i", "eten")),
    "Hulp bij:\n- post\n- geld\n- de computer",
    "Wandelen met z’n allen -> 3 km²",
    "Meervoudigepersoonlijkheidsstoornissenbehandelcentrum",
    "Zorg\u00adcoöperatie & noaberschap",
    "Fietsles voor vrouwen uit Türkiye, Česko en Łódź",
    "[Website van de wijk](https://www.voorbeeld.nl/wijk?x=1&y=2)",
    "50+ / 65+ & 80+",
    "<script>geen grap</script>",
)

ACTIVITIES: tuple[Value, ...] = (
    "We starten een inloop op dinsdag, 9.00-11.30 uur.",
    rich("We gaan door met de ", ("b", "eettafel"), " van ", ("i", "Hoe is ’t?"), "."),
    "We doen dit:\n- bellen met bewoners\n- langsgaan bij 75+’ers\n- doorverwijzen",
    "Zie [kernaanpak 2](#kernaanpak-2) en [](#kernaanpak-3).",
    "Subsidie: € 2.500,-  per jaar (± 10%), zie [vanaf pagina](#pagina:bijlage-1).",
    rich("Meer groen per m", ("^", "2"), " en minder CO", ("_", "2"), "."),
    "\\- geen punt, maar een streepje",
    "\\[geen link](#kernaanpak-2), maar haken",
    "Bel [14 033](tel:14033) of mail [ons](mailto:wijk@voorbeeld.nl?subject=Hallo).",
    "{{ naam }} en {% if x %} blijven staan, net als ${y} en &amp;.",
    "Van 8-12 jaar: 1/2 uur, ½ uur, ¾ van de groep, ≥ 5 en ≤ 10, 4 \u00d7 4, 37 °C, \u22123.",
    "‘Enkel’, “dubbel”, „laag”, «frans», 'recht' en \"recht\" — en – een…",
    "Tab\thier en  twee   drie spaties; een harde spatie:\u00a0zo.",
    "• een bolletje van Word\n• en nog een",
    "Cafe\u0301 met een los accent, ĳsje met één teken, ﬁets.",
    "Overleg met αβγ, Żółć, Şişli, Ærø en Šibenik ✓ ☐ → ★.",
    "C:\\map\\nieuw én 100% * 2 ^ 3 ~ _los_ **los** # | `code`",
    "Elke wijk:\n\n- ’t Hazenveld\n- Élysée\n\nDaarna verder.",
)

GROUPED = ("Jeugd 0-23 jaar",)
GROUPS = ("Kinderen 0-4 jaar", "Kinderen 4-12 jaar", "Jongeren 12-18 jaar", "Jong\u00advolwassenen & ouders")


def activities() -> list[Row]:
    """Sixty rows, as the columns of the sheet: every text at least once, rows that share a mogelijkheid."""
    with_table = [cluster for cluster in CLUSTERS if cluster[4] is None]
    rows: list[Row] = []
    for place, cluster in enumerate(with_table):
        for row in range(10):
            number = place * 10 + row
            possibility = POSSIBILITIES[(number - (row % 5 == 3)) % len(POSSIBILITIES)]
            rows.append(
                (
                    cluster[0],
                    cluster[2],
                    GROUPS[row // 5 * 2 + (row % 5 >= 2)] if cluster[2] in GROUPED else None,
                    None if row % 5 == 3 else possibility,
                    STATUSES[number % len(STATUSES)],
                    ACTIVITIES[number % len(ACTIVITIES)],
                    None if row % 5 == 3 else FACTOR_CELLS[(number + place) % len(FACTOR_CELLS)],
                )
            )
    return rows


SUMMARY, THEME = "2 Samenvatting cijfers", "2 Thema"
CONTENT, COHERENCE, ACTION = "3 Wat houdt de kernaanpak in", "3 Factoren en samenhang", "3 Wat we doen"


def prose() -> list[Row]:
    """The rows of the sheet Teksten: every form of a list, links, references and signs."""
    rows: list[Row] = [
        (
            SUMMARY,
            None,
            None,
            "alinea",
            rich(
                "In ",
                ("b", "’t Hazenveld"),
                " wonen 6.230 mensen; dat is ",
                ("i", "iets"),
                " meer dan in 2020.",
            ),
        ),
        (SUMMARY, None, None, "tussenkop", "Wat valt op?"),
        (SUMMARY, None, None, "opsomming", "Veel 65-plussers (13,1%)."),
        (SUMMARY, None, None, "opsomming", "Élysée groeit; O'Neillpark krimpt."),
        (SUMMARY, None, None, "alinea", "\uf0b7\tbolletje uit Word\n\uf0b7\tnog een bolletje"),
    ]
    for theme in ("Erbij horen, óók als ’t moeilijk is", "Wonen & leefomgeving: «van, voor en door de wijk»"):
        rows += [
            (THEME, None, theme, "alinea", f"Over ‘{theme}’ zeiden bewoners: “Wij willen méér.”"),
            (THEME, None, theme, "genummerd", "Eerst luisteren."),
            (THEME, None, theme, "genummerd", "Dan  pas doen (zie [](#hoofdstuk-4))."),
            (THEME, None, theme, "tussenkop", f"Wat er al is bij {theme[:5].lower()}"),
            (THEME, None, theme, "letters", "Een loket."),
            (
                THEME,
                None,
                theme,
                "letters",
                "Een buurtbus: zie [paragraaf 1.2](#paragraaf-1.2) en [](#organisaties).",
            ),
            (
                THEME,
                None,
                theme,
                "alinea",
                "Meer weten? [De website](https://www.voorbeeld.nl/?q=a&b=c#top).",
            ),
        ]
    for number in range(1, 6):
        rows += [
            (
                CONTENT,
                number,
                None,
                "alinea",
                f"Kernaanpak {number} gaat over meedoen, {ACTIVITIES[(number * 3) % len(ACTIVITIES)]}",
            ),
            (
                COHERENCE,
                number,
                None,
                "alinea",
                rich(
                    "Wie beweegt, ",
                    ("b", "slaapt"),
                    f" beter; zie [kernaanpak {number % 5 + 1}](#kernaanpak-{number % 5 + 1}) en CO",
                    ("_", "2"),
                    ".",
                ),
            ),
            (COHERENCE, number, None, "opsomming", f"Bewegen hangt samen met stress ({number} \u00d7 ½)."),
            (
                ACTION,
                number,
                None,
                ("opsomming", "genummerd", "letters", "alinea", "opsomming")[number - 1],
                f"Punt {number}a: ’s ochtends.",
            ),
            (
                ACTION,
                number,
                None,
                ("opsomming", "genummerd", "letters", "alinea", "opsomming")[number - 1],
                f"Punt {number}b: ’s avonds, vanaf [pagina](#pagina:bijlage-{number}).",
            ),
            (ACTION, number, None, "alinea", "Daarna kijken we of het lukt: ja/nee."),
        ]
    return rows


ORGANISATIES = (
    "Indebuurt033",
    "GGDrU",
    "Beweging 3.0",
    "Stichting ‘Élkaar’ & Co. (i.o.)",
    "Café ’t IJsje",
    "O'Neill Sport",
    "Ouder-kindcentrum Şeker",
    "Bewonersgroep <De Poort>",
)

PICTURE_ROWS: tuple[Row, ...] = (
    (
        PHONE,
        "Thema's",
        None,
        "Een plein met een groene muur; erboven staat Boven.",
        rich("Het plein van ", ("b", "’t Hazenveld"), " (1 km", ("^", "2"), ")"),
    ),
    (PRINTER, "Kernaanpak", 2, "De folder van het jaarfeest, met een groen vlak.", "Folder & programma"),
    (LOGO, "Bijlage", 5, "Het logo van de wijk: een groen vlak met het woord Logo.", None),
    (
        SCAN,
        "Samenvatting",
        None,
        "Een verloop van zwart naar wit.",
        "Scan uit ’t archief, [zie de site](https://www.voorbeeld.nl)",
    ),
)
