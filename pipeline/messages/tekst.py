"""What is said of texts: their signs, links, lists and looks."""

from __future__ import annotations

from pipeline.messages.melding import Melding

_LINK = "een link, zoals [tekst](https://...) of [tekst](#kernaanpak-2)"

TEKST: dict[str, Melding] = {
    # Signs
    "verboden-teken": Melding(
        "waarschuwing",
        "In deze cel staat een onzichtbaar teken dat niet in Word kan ({aanvulling}). "
        "De rest van de tekst staat in het plan.",
        "tekst zonder onzichtbare tekens",
        "Kijk of de tekst zo klopt. Typ het stuk met het teken opnieuw, dan is het weg.",
        left_out="words",
    ),
    "teken-onleesbaar": Melding(
        "fout",
        "In de PDF is dit teken niet te lezen: {staat_er} ({aanvulling}).",
        "letters, cijfers en leestekens die in het lettertype van het plan staan",
        "Haal het teken weg, of schrijf het in woorden.",
    ),
    "teken-afbreken": Melding(
        "tip",
        "In '{staat_er}' staat een onzichtbaar afbreekstreepje. In Word is het soms te zien.",
        "woorden zonder onzichtbare streepjes",
        "Typ het woord opnieuw. Word en de PDF breken woorden zelf af.",
    ),
    "cijfer-met-noot": Melding(
        "fout",
        "In dit cijfer staat '{aanvulling}' hoger of lager. In het plan zou daar {staat_er} staan.",
        "het cijfer zelf, zonder noot",
        "Haal de noot uit de cel. Zet de uitleg in een tekst of in de kolom Bron.",
        left_out="words",
    ),
    "hoog-laag-vervalt": Melding(
        "waarschuwing",
        "In '{staat_er}' staat '{aanvulling}' hoger of lager. In deze kolom komt het gewoon op de regel.",
        "tekst die ook op de regel klopt",
        "Gebruik een teken dat zelf hoog of laag is, zoals ² of ₂. Kies in Excel: Invoegen, Symbool.",
        left_out="form",
    ),
    # Links
    "link-verkeerd": Melding(
        "fout", "Dit is geen goede link, en komt zo in het plan: '{staat_er}'.", _LINK, "{aanvulling}"
    ),
    "link-zonder-adres": Melding(
        "fout", "Bij deze link staat geen adres: '{staat_er}'.", _LINK, "{aanvulling}"
    ),
    "link-twijfel": Melding(
        "waarschuwing",
        "Dit lijkt een link, maar komt als gewone tekst in het plan: '{staat_er}'.",
        _LINK,
        "{aanvulling}",
    ),
    "link-op-cel": Melding(
        "fout",
        "Op deze cel zit een link naar {staat_er}. Die link komt niet in het plan.",
        "een cel zonder link, of een tekst met een link naar een website",
        "Haal de link van de cel. In een gewone tekst typt u een link zo: [onze website](https://...).",
        left_out="form",
    ),
    "link-formule": Melding(
        "fout",
        "De formule {staat_er} maakt een link, en het adres staat niet in het bestand. "
        "In het plan staat alleen de tekst.",
        "een link waarvan het adres bekend is",
        "Typ in plaats van de formule de tekst met de link: [onze website](https://...).",
        left_out="form",
    ),
    "link-hele-cel": Melding(
        "waarschuwing",
        "De hele tekst van deze cel is een link naar {staat_er}. Zo komt hij in het plan.",
        "een link op een paar woorden",
        "Haal de link van de cel en typ hem om de woorden: [onze website](https://...).",
    ),
    "link-in-werkmap": Melding(
        "tip",
        "Op deze cel zit een link naar een plaats in deze werkmap ({staat_er}). Die komt niet in het plan.",
        "een cel zonder link, of een verwijzing zoals [kernaanpak 2](#kernaanpak-2)",
        "Hij is er voor uzelf? Dan mag hij blijven. Typ anders een verwijzing in de tekst.",
        left_out="form",
    ),
    "link-niet-hier": Melding(
        "waarschuwing",
        "Hier staat een link naar {staat_er}. In deze kolom wordt dat geen link, maar gewone tekst.",
        "tekst zonder link",
        "Haal de link weg, of zet hem in een tekst op het blad Teksten of Clusters.",
        left_out="form",
    ),
    # Lists and looks
    "tekst-doorgehaald": Melding(
        "waarschuwing",
        "Deze tekst is doorgehaald: '{staat_er}'. In het plan staat hij er gewoon.",
        "alleen tekst die in het plan moet",
        "Haal de doorgehaalde tekst weg, of haal de streep weg.",
    ),
    "opsomming-getypt": Melding(
        "waarschuwing",
        "Een regel begint met '{staat_er}'. Dat teken komt zo in het plan en maakt er geen opsomming van.",
        "een opsomming die een schermlezer herkent",
        "{aanvulling}",
    ),
    "opmaak-getypt": Melding(
        "waarschuwing",
        "Er staat '{staat_er}'. Die tekens komen zo in het plan.",
        "tekst zonder tekens voor de opmaak",
        "Haal de tekens weg. Maak de woorden vet of cursief met de knoppen van Excel.",
    ),
    "opmaak-vervalt": Melding(
        "tip",
        "In '{staat_er}' heeft '{aanvulling}' een eigen opmaak. Die komt niet in het plan.",
        "gewone tekst: in deze kolom bepaalt het sjabloon de opmaak",
        "Haal de opmaak weg, of laat dit zo.",
        left_out="form",
    ),
    "opmaak-op-blad": Melding(
        "tip",
        "Op dit blad is opmaak gebruikt die niet in het plan komt: {staat_er}.",
        "vet en cursief: die komen wel in het plan",
        "Betekent de opmaak iets? Gebruik dan vet of cursief, of schrijf het in woorden. Laat het anders zo.",
    ),
}
