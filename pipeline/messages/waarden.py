"""What is said of single values: text, numbers, dates and figures."""

from __future__ import annotations

from pipeline.messages.melding import Melding

WAARDEN: dict[str, Melding] = {
    # Values
    "waarde-ontbreekt": Melding(
        "fout", "Deze cel is leeg.", "{aanvulling}", "Vul de cel in, of haal de hele rij weg."
    ),
    "veld-ontbreekt": Melding("fout", "Deze cel is leeg.", "{aanvulling}", "Vul de cel in."),
    "rij-zonder-plaats": Melding(
        "fout",
        "Deze cel is leeg. Wat in deze rij staat, komt daarom niet in het plan.",
        "{aanvulling}",
        "Vul de cel in, of haal de hele rij weg.",
        left_out="row",
    ),
    "waarde-onbekend": Melding(
        "fout",
        "Er staat '{staat_er}'.",
        "een van: {aanvulling}",
        "Kies een waarde uit de lijst.",
        left_out="cell",
    ),
    "deel-onbekend": Melding(
        "fout",
        "Het plan kent geen onderdeel '{staat_er}'. De tekst van deze rij komt er niet in.",
        "een van: {aanvulling}",
        "Kies een onderdeel uit de lijst.",
        left_out="row",
    ),
    "plaats-onbekend": Melding(
        "fout",
        "Het plan kent geen plaats '{staat_er}'. De afbeelding van deze rij komt er niet in.",
        "een van: {aanvulling}",
        "Kies een plaats uit de lijst.",
        left_out="row",
    ),
    "geen-getal": Melding(
        "fout",
        "Er staat '{staat_er}'.",
        "een heel getal",
        "Kies in Excel bij Getal: Standaard. Typ daarna een heel getal.",
        left_out="cell",
    ),
    "geen-jaar": Melding(
        "fout",
        "Er staat '{staat_er}'.",
        "een jaar, zoals 2026",
        "Kies in Excel bij Getal: Standaard. Typ daarna een jaar met vier cijfers.",
        left_out="cell",
    ),
    "periode-onvolledig": Melding(
        "fout",
        "Het andere jaar van de periode is er niet. Daarom staat {staat_er} niet in het plan.",
        "het eerste en het laatste jaar van het plan",
        "Vul ook het andere jaar in.",
        left_out="cell",
    ),
    "geen-peiljaar": Melding(
        "fout",
        "Er staat '{staat_er}'.",
        "een jaar of een periode, zoals 2025, 2023/2024, 2024 kw 3 of peildatum 1-1-2025",
        "Kies in Excel bij Getal: Tekst. Typ daarna het jaar met vier cijfers, of de periode.",
        left_out="cell",
    ),
    "geen-datum": Melding(
        "fout",
        "Er staat '{staat_er}'.",
        "een datum, zoals 21-11-2026",
        "Kies in Excel bij Getal: Datum. Typ daarna de datum.",
        left_out="cell",
    ),
    "geen-webadres": Melding(
        "fout",
        "Er staat '{staat_er}'.",
        "een webadres, zoals https://www.voorbeeld.nl",
        "Kopieer het adres uit de browser, of maak de cel leeg.",
        left_out="cell",
    ),
    "datum-niet-gevraagd": Melding(
        "fout",
        "Excel heeft hier een datum of een tijd van gemaakt: {staat_er}.",
        "tekst of een getal",
        "Kies in Excel bij Getal: Tekst. Typ de tekst daarna opnieuw. Excel laat de tekst dan staan.",
    ),
    "formule-zonder-uitkomst": Melding(
        "fout",
        "Van de formule {staat_er} staat de uitkomst niet in het bestand.",
        "een formule met een uitkomst",
        "Open het bestand in Excel en sla het op. Of typ de waarde.",
        left_out="cell",
    ),
    "foutwaarde": Melding(
        "fout",
        "Er staat de foutwaarde {staat_er} van Excel.",
        "een waarde",
        "Herstel de formule of typ de waarde.",
        left_out="cell",
    ),
    "tekst-te-lang": Melding(
        "fout",
        "In deze cel staat te veel tekst. Alleen het begin is gelezen.",
        "hooguit 32.767 tekens, meer kan Excel niet",
        "Maak de tekst korter, of verdeel hem over meer rijen.",
        left_out="words",
    ),
    "tekst-onaf": Melding(
        "waarschuwing",
        "In de tekst staat '{staat_er}'. Het lijkt erop dat de tekst niet af is.",
        "een tekst die klaar is",
        "Maak de tekst af. Hoort het zo? Dan is dit goed.",
    ),
    "getal-te-groot": Melding(
        "fout",
        "Het getal {staat_er} is te groot.",
        "een getal van hooguit 15 cijfers",
        "Verbeter het getal.",
        left_out="cell",
    ),
    "notatie-onbekend": Melding(
        "fout",
        "Het getal {staat_er} is met deze getalnotatie niet te lezen: {aanvulling}.",
        "een getal dat u in Excel in de cel ziet staan",
        "Kies in Excel bij Getal: Getal, Percentage of Standaard.",
        left_out="cell",
    ),
    "getal-verborgen": Melding(
        "fout",
        "In deze cel staat {staat_er}, maar Excel laat het niet zien door de getalnotatie {aanvulling}.",
        "een getal dat u in Excel in de cel ziet staan",
        "Kies in Excel bij Getal: Standaard. Of maak de cel leeg.",
        left_out="cell",
    ),
    "tekst-anders-getoond": Melding(
        "waarschuwing",
        "Excel laat hier '{aanvulling}' zien door de getalnotatie. "
        "In het plan komt wat getypt is: '{staat_er}'.",
        "een tekst die u in Excel ziet zoals hij getypt is",
        "Kies in Excel bij Getal: Tekst.",
    ),
    # Figures and years
    "getal-als-tekst": Melding(
        "waarschuwing",
        "Dit cijfer is getypt als tekst. Zo komt het in het plan: '{staat_er}'.",
        "een getal of een percentage, zoals 6230 of 13,1%",
        "Kies in Excel bij Getal: Standaard. Typ het cijfer daarna opnieuw.",
    ),
    "cijfer-onduidelijk": Melding(
        "fout",
        "Er staat '{staat_er}' als tekst, en zo komt het in het plan. "
        "Waarschijnlijk is {aanvulling} bedoeld.",
        "een getal of een percentage, zoals 6230 of 13,1%",
        "Kies in Excel bij Getal: Standaard. Typ het cijfer daarna opnieuw, zoals 6230 of 13,1%.",
    ),
    "cijfer-als-datum": Melding(
        "fout",
        "Excel heeft van dit cijfer een datum of een tijd gemaakt: {staat_er}.",
        "een getal of een percentage, zoals 6230 of 13,1%",
        "Kies in Excel bij Getal: Standaard. Typ het cijfer daarna opnieuw, met een komma, zoals 13,1%.",
    ),
    "procent-ontbreekt": Melding(
        "fout",
        "In deze rij staan percentages. Hier staat {staat_er} zonder procentteken, en zo komt het "
        "in het plan. Waarschijnlijk is {aanvulling} bedoeld.",
        "een percentage, zoals 13,1%",
        "Kies in Excel bij Getal: Standaard. Typ het percentage daarna opnieuw, met % erachter, zoals 13,1%.",
    ),
    "procent-misschien": Melding(
        "waarschuwing",
        "Hier staat {staat_er}, zonder procentteken. Zo komt het in het plan.",
        "een percentage, zoals 13,1%, of een aantal",
        "Is het een percentage? Kies in Excel bij Getal: Standaard, en typ het met % erachter, zoals 13,1%. "
        "Is het een aantal? Dan is dit goed.",
    ),
    "cijfer-andere-soort": Melding(
        "waarschuwing",
        "Hier staat {staat_er}, en de andere cijfers van deze rij zijn {aanvulling}.",
        "in deze rij alleen {aanvulling}",
        "Kijk of dit cijfer bij deze rij hoort. Verbeter het.",
    ),
    "geen-cijfer": Melding(
        "fout",
        "Er staat '{staat_er}', en dat is geen cijfer.",
        "een getal, een percentage, of een teken: x (geheim), - (geen), . (onbekend) of * (voorlopig)",
        "Kies in Excel bij Getal: Standaard. Typ het cijfer, of x (geheim), - (geen) of . (onbekend). "
        "Is het cijfer er nog niet? Maak de cel dan leeg: in een concept staat er dan 'Nog invullen'.",
    ),
    "cijfer-negatief": Melding(
        "waarschuwing",
        "Er staat {staat_er}, en dat is minder dan 0.",
        "een cijfer van 0 of hoger",
        "Haal het minteken weg, of typ het goede cijfer.",
    ),
    "procent-boven-honderd": Melding(
        "waarschuwing",
        "Er staat {staat_er}, en dat is meer dan 100%.",
        "een percentage van 0% tot en met 100%",
        "Typ het percentage opnieuw, met het teken % erachter, zoals 13,1%.",
    ),
    "inwoners-niet-heel": Melding(
        "fout",
        "Er staat {staat_er}, en een aantal inwoners is een heel getal.",
        "een heel getal van 0 of hoger, zoals 6230",
        "Kies in Excel bij Getal: Standaard. Typ het aantal daarna zonder punt en zonder komma.",
    ),
    "decimalen-verschillen": Melding(
        "waarschuwing",
        "Er staat {staat_er}, met een ander aantal decimalen dan de rest van de rij.",
        "even veel decimalen als {aanvulling}",
        "Kijk in de bron hoeveel decimalen dit cijfer heeft. Laat Excel die zien: kies op het tabblad Start "
        "Meer decimalen of Minder decimalen. Rond niet zelf af.",
    ),
    "jaar-onwaarschijnlijk": Melding(
        "waarschuwing",
        "Er staat {staat_er}, en dat jaar is bijna zeker niet goed.",
        "een jaar {aanvulling}",
        "Kijk in de bron van welk jaar het cijfer is.",
    ),
    "periode-omgekeerd": Melding(
        "fout",
        "Het laatste jaar van het plan is {staat_er}, en het eerste {aanvulling}.",
        "een laatste jaar na het eerste",
        "Verbeter de regel 'Periode van' of 'Periode tot en met'.",
    ),
    "geen-cijferkolommen": Melding(
        "fout",
        "De tabel heeft geen kolommen met cijfers.",
        "een kolom voor elke wijk en een voor de gemeente, tussen Indicator en Jaar",
        "Voeg de kolommen toe. Zet de naam van de wijk of de gemeente erboven.",
    ),
    # Figures that belong together
    "som-wijkt-af": Melding(
        "waarschuwing",
        "Deze cijfers zijn samen {staat_er}: {aanvulling}.",
        "samen ongeveer 100%; tot 3 procentpunt verschil komt door afronden",
        "Vergelijk de cijfers van deze kolom met de bron.",
    ),
    "leeftijden-onmogelijk": Melding(
        "waarschuwing",
        "De leeftijdsgroepen in deze kolom zijn samen {staat_er}.",
        "samen niet meer dan 100%",
        "Vergelijk de leeftijden in deze kolom met de bron.",
    ),
    "gemeentecijfer-dubbel": Melding(
        "waarschuwing",
        "Voor de gemeente staat hier {staat_er}, net als bij '{aanvulling}'.",
        "een eigen cijfer bij elke indicator",
        "Kijk in de bron of beide cijfers goed zijn.",
    ),
    "jaren-verschillen": Melding(
        "tip",
        "De cijfers in de tabel zijn niet van hetzelfde jaar: {aanvulling}.",
        "cijfers van hetzelfde jaar, als de bron die heeft",
        "Kijk of de bron voor elke rij hetzelfde jaar heeft. Anders kan dit zo blijven.",
    ),
    "gemeentecijfer-verschilt": Melding(
        "waarschuwing",
        "Voor de gemeente staat hier {staat_er}, en bij een andere wijk {aanvulling}.",
        "bij hetzelfde jaar en dezelfde bron hetzelfde cijfer voor de gemeente",
        "Kijk in de bron welk cijfer goed is.",
    ),
}
