"""What each sheet and column of a wijkplan's workbook does, and where it lands: the data of the account."""

from __future__ import annotations

from pipeline.account.vocabulary import (
    Composed,
    Condition,
    Declaration,
    Fields,
    Grid,
    Joined,
    Lead,
    Parent,
    Parts,
    Pictures,
    Print,
    Property,
    Ranking,
    Rows,
    Sheet,
    Target,
    Used,
)

STATUS = ("Plan", "Status")
"""The field that an option of the command can take the place of."""

_OWNER = Parent("Kernaanpak", "Kernaanpakken", "Nummer")
_CLUSTERS = "kernaanpakken.clusters"

_PLAN = Fields(
    {
        "Naam wijkcombinatie": Print("wijk"),
        "Afkorting": Print("afkorting"),
        "Wijken": Property("subject"),
        "Periode van": Composed("periode", form="year"),
        "Periode tot en met": Composed("periode", before="-", form="year"),
        "Status": Composed("uitgave", words={"concept": "Concept", "definitief": "Definitief"}),
        "Versie": Composed("uitgave", before=", versie "),
        "Datum": Composed("uitgave", before=", ", form="date"),
        "Link naar het wijkprofiel": Target("wijkprofiel_link"),
        "Zin over de volgorde": Composed("volgorde_zin", before=" "),
        "Plaats van de status": Used(("voor de tekst", "boven de tekst")),
    }
)
_KERNAANPAKKEN = Rows(
    {
        "Nummer": Used(),
        "Titel": Print(
            "kernaanpakken.titel", also={"kernaanpakken.verwijzing": "Kernaanpak {Nummer}: {Titel}"}
        ),
        "Factoren": Print("kernaanpakken.factoren", "names"),
        "Vaste tekst": Condition("kernaanpakken.opgroeien", "opvoeden en opgroeien"),
        "Tabel": Used(("geen tabel",)),
        "Zin zonder tabel": Print("kernaanpakken.zonder_tabel", "lines"),
    },
    numbered="Nummer",
    scope={"kernaanpakken.titel": "Titel"},
)
_CLUSTERBLAD = Rows(
    {
        "Kernaanpak": Used(),
        "Kop erboven": Print(f"{_CLUSTERS}.kop_erboven"),
        "Cluster": Print(f"{_CLUSTERS}.titel"),
        "Inleiding": Print(f"{_CLUSTERS}.inleiding", "lines"),
        "Tabel": Used(("geen tabel",)),
    },
    parent=_OWNER,
    scope={f"{_CLUSTERS}.titel": "Cluster", f"{_CLUSTERS}.kop_erboven": "Kop erboven"},
    repeats=("Kop erboven",),
)
_TEKSTEN = Rows(
    {
        "Onderdeel": Used(),
        "Kernaanpak": Used(),
        "Kop": Print("themas.titel"),
        "Soort": Used(("alinea", "opsomming", "genummerd", "letters", "tussenkop")),
        "Tekst": Print("", "kind"),
    },
    parent=_OWNER,
    parts=Parts(
        "Onderdeel",
        {
            "2 Samenvatting cijfers": "samenvatting",
            "2 Thema": "themas.tekst",
            "3 Wat houdt de kernaanpak in": "kernaanpakken.inhoud",
            "3 Factoren en samenhang": "kernaanpakken.samenhang",
            "3 Wat we doen": "kernaanpakken.aanpak",
        },
        with_parent=("kernaanpakken.inhoud", "kernaanpakken.samenhang", "kernaanpakken.aanpak"),
        with_heading=("themas.tekst",),
    ),
    kind="Soort",
    kinds={
        "alinea": "plain",
        "opsomming": "bullet",
        "genummerd": "number",
        "letters": "letter",
        "tussenkop": "heading",
    },
    scope={"themas.titel": "Kop"},
    repeats=("Kop",),
)
_FACTOREN = Ranking(
    "factoren",
    "Factor",
    score="Score",
    place="Volgorde",
    top=15,
    elsewhere="Opgepakt in",
    elsewhere_tag="factoren_elders",
    elsewhere_choices=("Wijkplan Leefbaarheid",),
    shared=" (gedeelde plaats {})",
)
_ACTIVITEITEN = Joined(
    f"{_CLUSTERS}.rijen.mogelijkheid",
    parent=_OWNER,
    owner=Parent("Cluster", "Clusters", "Cluster"),
    group="Groep",
    name="Mogelijkheid",
    lead=Lead("Status", "Basisactiviteit", ("Plan", "Plaats van de status"), "voor de tekst"),
    last="Factoren",
)
_AFBEELDINGEN = Pictures(
    "Bestand",
    "Alternatieve tekst",
    "Bijschrift",
    "Plaats",
    {
        "Opening": "afbeeldingen.opening",
        "Wijkgegevens": "afbeeldingen.wijkgegevens",
        "Samenvatting": "afbeeldingen.samenvatting",
        "Thema's": "afbeeldingen.themas",
        "Factoren": "afbeeldingen.factoren",
        "Organisaties": "afbeeldingen.organisaties",
        "Kernaanpak": "kernaanpakken.afbeeldingen",
        "Bijlage": "kernaanpakken.afbeeldingen_bijlage",
    },
    _OWNER,
    with_parent=("kernaanpakken.afbeeldingen", "kernaanpakken.afbeeldingen_bijlage"),
)
_COLOFON = Rows(
    {"Soort": Used(("kopje", "regel")), "Tekst": Print("colofon", "kind")},
    kind="Soort",
    kinds={"kopje": "heading", "regel": "plain"},
)

_GEMEENTE = Fields(
    {
        "Naam gemeente": Property("creator"),
        # Of a new plan, and of the checks.
        "Periode van": Used(),
        "Periode tot en met": Used(),
        "Factorencatalogus volledig": Used(("ja", "nee")),
        "Organisatieregister volledig": Used(("ja", "nee")),
        "Wijkcombinaties volledig": Used(("ja", "nee")),
    }
)

WIJKPLAN = Declaration(
    sheets=(
        Sheet("Plan", tuple(_PLAN.columns), _PLAN, upright=True),
        Sheet(
            "Wijkgegevens",
            ("Groep", "Indicator", "Jaar", "Bron"),
            Grid(
                "wijkgegevens.groepen.rijen.naam",
                "wijkgegevens.kolommen",
                "Groep",
                "Indicator",
                year="Jaar",
                source="Bron",
            ),
            free=True,
        ),
        Sheet("Factoren", ("Volgorde", "Factor", "Score", "Opgepakt in"), _FACTOREN),
        Sheet(
            "Kernaanpakken",
            tuple(_KERNAANPAKKEN.columns),
            _KERNAANPAKKEN,
            formed=frozenset({"Zin zonder tabel"}),
        ),
        Sheet("Clusters", tuple(_CLUSTERBLAD.columns), _CLUSTERBLAD, formed=frozenset({"Inleiding"})),
        Sheet(
            "Activiteiten",
            ("Kernaanpak", "Cluster", "Groep", "Mogelijkheid", "Status", "Basisactiviteit", "Factoren"),
            _ACTIVITEITEN,
        ),
        Sheet("Teksten", tuple(_TEKSTEN.columns), _TEKSTEN, formed=frozenset({"Tekst"})),
        Sheet("Organisaties", ("Organisatie",), Rows({"Organisatie": Print("organisaties")})),
        Sheet(
            "Afbeeldingen",
            ("Bestand", "Plaats", "Kernaanpak", "Alternatieve tekst", "Bijschrift"),
            _AFBEELDINGEN,
        ),
    ),
    common=(
        Sheet("Colofon", ("Soort", "Tekst"), _COLOFON, formed=frozenset({"Tekst"})),
        Sheet("Gemeente", tuple(_GEMEENTE.columns), _GEMEENTE, upright=True),
    ),
    passed_over=("Uitleg", "Lijsten"),
    example="Voorbeeld van een ingevulde rij. Het komt niet in het plan; u mag het laten staan.",
    open_place="Nog invullen",
)
"""The wijkplan; the other sheets of gemeente.xlsx put nothing in a plan."""
