"""What is said of names: wijken, statuses, factoren and organisaties that others spell otherwise."""

from __future__ import annotations

from pipeline.messages.melding import Melding

SPELLING: dict[str, Melding] = {
    "wijk-anders-geschreven": Melding(
        "waarschuwing",
        "De kolom '{staat_er}' lijkt op een wijk van het blad Plan, maar is anders geschreven.",
        "{aanvulling}",
        "Geef de wijk op beide bladen dezelfde naam.",
    ),
    "namen-in-een-cel": Melding(
        "waarschuwing",
        "Hier staan meer namen met een komma ertussen: '{staat_er}'. Ze zijn gelezen als een naam.",
        "elke naam apart",
        "{aanvulling}",
    ),
    "wijk-zonder-kolom": Melding(
        "waarschuwing",
        "Deze wijken hebben geen kolom op het blad Wijkgegevens: {staat_er}.",
        "een kolom voor elke wijk, of een kolom die voor meer wijken geldt",
        "Voeg de kolom toe. Staan de cijfers in een andere kolom? Dan is dit goed.",
    ),
    "elders-anders": Melding(
        "fout",
        "Hier staat '{staat_er}', en het plan noemt altijd de plannen van Leefbaarheid.",
        "de keuze Wijkplan Leefbaarheid, of een lege cel",
        "Pakt Leefbaarheid de factor op? Kies dat dan uit de lijst. Maak de cel anders leeg.",
        left_out="cell",
    ),
    "status-anders-geschreven": Melding(
        "waarschuwing",
        "Bij de status staat ook '{staat_er}', en dat is geen status.",
        "{aanvulling}",
        "Kies alleen statussen uit de lijst, zoals Verbeteren/Nieuw. Of laat het zo staan.",
    ),
    "status-onbekend": Melding(
        "fout",
        "De status '{staat_er}' is er niet.",
        "{aanvulling}",
        "Kies een status uit de lijst. Meer dan een mag ook: Verbeteren/Nieuw.",
    ),
    "factor-dubbel": Melding(
        "waarschuwing",
        "De factor '{staat_er}' staat hier nog een keer.",
        "elke factor een keer",
        "Haal een van de twee rijen weg.",
    ),
    "factor-anders-geschreven": Melding(
        "waarschuwing",
        "In de rest van de stad heet dit anders: '{staat_er}'.",
        "{aanvulling}",
        "Neem deze naam over: {aanvulling}.",
    ),
    "factor-onbekend": Melding(
        "waarschuwing",
        "Dit is geen factor uit de catalogus: '{staat_er}'.",
        "namen van het blad Factorencatalogus in gemeente.xlsx",
        "Verbeter de naam. Of vraag of de factor in de catalogus kan.",
    ),
    "factor-niet-in-catalogus": Melding(
        "tip",
        "Dit staat nog niet in de catalogus van factoren: '{staat_er}'.",
        "namen van het blad Factorencatalogus in gemeente.xlsx; dat blad is nog niet compleet",
        "Kijk of de naam klopt. Vraag dan of de factor in de catalogus kan.",
    ),
    "organisatie-dubbel": Melding(
        "waarschuwing",
        "De organisatie '{staat_er}' staat hier nog een keer.",
        "elke organisatie een keer",
        "Haal een van de twee rijen weg.",
    ),
    "organisatie-anders-geschreven": Melding(
        "waarschuwing",
        "De organisatie '{staat_er}' lijkt op een naam uit het register.",
        "{aanvulling}",
        "Neem deze naam over: {aanvulling}. Is het een andere organisatie? Dan is dit goed.",
    ),
    "organisatie-onbekend": Melding(
        "waarschuwing",
        "De organisatie '{staat_er}' staat niet in het register.",
        "namen van het blad Organisatieregister in gemeente.xlsx",
        "Verbeter de naam. Of vraag of de organisatie in het register kan.",
    ),
    "organisatie-niet-in-register": Melding(
        "tip",
        "De organisatie '{staat_er}' staat nog niet in het register.",
        "namen van het blad Organisatieregister in gemeente.xlsx; dat blad is nog niet compleet",
        "Kijk of de naam klopt. Vraag dan of de organisatie in het register kan.",
    ),
}
