"""The one table of what this program says about the input: per code what, expected and what to do."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Melding(NamedTuple):
    """A finding in words; `{staat_er}` and `{aanvulling}` are filled in per case."""

    ernst: Literal["fout", "waarschuwing", "tip"]
    wat: str
    verwacht: str
    doe: str
    stopt: bool = False
    """Whether no document can be made at all; anything else leaves an open place in a concept."""


BEVINDINGEN: dict[str, Melding] = {
    # The file and its shape
    "bestand-ontbreekt": Melding(
        "fout",
        "Dit bestand is er niet.",
        "een Excel-bestand met deze naam",
        "Zet het bestand op deze plaats: {aanvulling}.",
        stopt=True,
    ),
    "bestand-onleesbaar": Melding(
        "fout",
        "Dit bestand is niet te lezen als Excel-bestand ({aanvulling}).",
        "een werkmap die in Excel is opgeslagen als .xlsx",
        "Open het bestand in Excel en sla het opnieuw op als Excel-werkmap (.xlsx).",
        stopt=True,
    ),
    "bestand-geen-toegang": Melding(
        "fout",
        "Het programma mag dit bestand niet lezen.",
        "een bestand waar u rechten op hebt",
        "Sluit het bestand in andere programma's. Helpt dat niet? Vraag de beheerder om rechten.",
        stopt=True,
    ),
    "bestand-versleuteld": Melding(
        "fout",
        "Op dit bestand zit een wachtwoord. Zo is het niet te lezen.",
        "een werkmap zonder wachtwoord",
        "Kies in Excel: Bestand, Info, Werkmap beveiligen, Versleutelen met wachtwoord. Maak het leeg en sla op.",
        stopt=True,
    ),
    "bestand-andere-soort": Melding(
        "fout",
        "Dit is {aanvulling}, met een andere naam.",
        "een Excel-werkmap (.xlsx)",
        "Open het bestand in Excel. Kies Opslaan als en de soort Excel-werkmap (.xlsx).",
        stopt=True,
    ),
    "bestand-onveilig": Melding(
        "fout",
        "In dit bestand staat iets gevaarlijks: een DOCTYPE in {aanvulling}. Excel maakt dat nooit.",
        "een werkmap die in Excel is opgeslagen",
        "Gebruik dit bestand niet. Vraag na waar het vandaan komt.",
        stopt=True,
    ),
    "bestand-te-groot": Melding(
        "fout",
        "Dit bestand is te groot ({aanvulling}).",
        "een werkmap van hooguit 50 MB, en uitgepakt hooguit 200 MB",
        "Kijk of er lege rijen of plaatjes in staan die weg kunnen.",
        stopt=True,
    ),
    "bestand-te-vol": Melding(
        "fout",
        "In dit bestand staat te veel: {aanvulling}.",
        "hooguit 25.000 rijen, 250.000 cellen en 64 MB tekst",
        "Haal weg wat niet bij het plan hoort. Kijk ook naar samengevoegde cellen.",
        stopt=True,
    ),
    "bestand-open": Melding(
        "waarschuwing",
        "Dit bestand is open in een ander programma. Gelezen is wat het laatst is opgeslagen.",
        "een bestand dat is opgeslagen en gesloten",
        "Sla het bestand op en sluit het. Is het nergens open? Verwijder dan het bestand {aanvulling}.",
    ),
    "macros-niet-gelezen": Melding(
        "waarschuwing",
        "In dit bestand staan macro's. Ze zijn niet gelezen en niet uitgevoerd.",
        "een werkmap zonder macro's",
        "Sla het bestand in Excel op als Excel-werkmap (.xlsx). Vraag na waar de macro's vandaan komen.",
    ),
    "koppelingen-extern": Melding(
        "tip",
        "Dit bestand heeft koppelingen naar andere bestanden. Gelezen is wat het laatst is opgeslagen.",
        "een werkmap die op zichzelf staat",
        "Kies in Excel: Gegevens, Koppelingen bewerken, Koppeling verbreken. Of kijk of de waarden kloppen.",
    ),
    "opmaak-leeg": Melding(
        "waarschuwing",
        "In dit bestand staan {aanvulling} lege rijen en cellen met opmaak. Ze zijn overgeslagen.",
        "opmaak waar iets staat",
        "Verwijder de lege rijen en kolommen. Het bestand wordt dan kleiner en sneller.",
    ),
    "indeling-anders": Melding(
        "fout",
        "Dit bestand heeft indeling {staat_er}, en dit programma kent indeling {aanvulling}.",
        "een werkmap die met deze versie van het programma is gemaakt",
        "Maak met 'wijkplan nieuw' een nieuwe werkmap en neem de inhoud over. Of werk het programma bij.",
        stopt=True,
    ),
    "blad-ontbreekt": Melding(
        "fout",
        "Dit blad ontbreekt.",
        "een blad met precies deze naam",
        "Voeg het blad toe of geef het zijn naam terug. Deze bladen zijn er: {aanvulling}.",
        stopt=True,
    ),
    "blad-onbekend": Melding(
        "waarschuwing",
        "Het blad '{staat_er}' hoort niet in deze werkmap.",
        "alleen de bladen {aanvulling}",
        "Verbeter de naam van het blad, of haal het weg. Bewaar wat u wilt houden in een ander bestand.",
    ),
    "koppen-ontbreken": Melding(
        "fout",
        "De rij met de koppen van de kolommen is niet gevonden.",
        "in de eerste tien rijen een rij met de koppen {aanvulling}",
        "Zet de koppen terug.",
        stopt=True,
    ),
    "kolom-ontbreekt": Melding(
        "fout",
        "De kolom '{aanvulling}' ontbreekt.",
        "een kolom met precies deze kop",
        "Zet de kop terug in de rij met koppen.",
        stopt=True,
    ),
    "kolom-onbekend": Melding(
        "fout",
        "De kop '{staat_er}' is onbekend.",
        "alleen de kolommen van dit blad: {aanvulling}",
        "Verbeter de kop, of haal de kolom weg.",
        stopt=True,
    ),
    "kolom-dubbel": Melding(
        "fout",
        "De kop '{staat_er}' staat er twee keer.",
        "elke kop een keer",
        "Haal een van de twee kolommen weg of geef haar een andere kop.",
        stopt=True,
    ),
    "onderdeel-ontbreekt": Melding(
        "fout",
        "De regel '{aanvulling}' ontbreekt.",
        "een regel met precies deze naam in de kolom Onderdeel",
        "Zet de regel terug.",
        stopt=True,
    ),
    "onderdeel-onbekend": Melding(
        "fout",
        "De regel '{staat_er}' is onbekend.",
        "alleen de regels van dit blad: {aanvulling}",
        "Verbeter de naam in de kolom Onderdeel, of haal de regel weg.",
        stopt=True,
    ),
    "onderdeel-dubbel": Melding(
        "fout",
        "De regel '{staat_er}' staat er twee keer.",
        "elke regel een keer",
        "Haal een van de twee regels weg.",
        stopt=True,
    ),
    "buiten-tabel": Melding(
        "fout",
        "Hier staat '{staat_er}', en dat is buiten de tabel.",
        "alleen tekst in een kolom met een kop",
        "Zet de tekst in een kolom van de tabel, of haal hem weg.",
    ),
    "blad-leeg": Melding("fout", "Op dit blad is niets ingevuld.", "ten minste een rij", "Vul het blad in."),
    # Values
    "waarde-ontbreekt": Melding(
        "fout", "Deze cel is leeg.", "{aanvulling}", "Vul de cel in, of haal de hele rij weg."
    ),
    "veld-ontbreekt": Melding("fout", "Deze cel is leeg.", "{aanvulling}", "Vul de cel in."),
    "waarde-onbekend": Melding(
        "fout", "Er staat '{staat_er}'.", "een van: {aanvulling}", "Kies een waarde uit de lijst."
    ),
    "geen-getal": Melding("fout", "Er staat '{staat_er}'.", "een heel getal", "Typ een heel getal."),
    "geen-jaar": Melding(
        "fout", "Er staat '{staat_er}'.", "een jaar, zoals 2026", "Typ een jaar met vier cijfers."
    ),
    "geen-datum": Melding("fout", "Er staat '{staat_er}'.", "een datum, zoals 21-11-2026", "Typ een datum."),
    "geen-webadres": Melding(
        "fout",
        "Er staat '{staat_er}'.",
        "een webadres, zoals https://www.voorbeeld.nl",
        "Kopieer het adres uit de browser, of maak de cel leeg.",
    ),
    "datum-niet-gevraagd": Melding(
        "fout",
        "Excel heeft hier een datum of een tijd van gemaakt: {staat_er}.",
        "tekst of een getal",
        "Typ eerst een ' en dan de tekst. Excel laat de tekst dan staan zoals u hem typt.",
    ),
    "link-op-cel": Melding(
        "fout",
        "Op deze cel zit een link naar {staat_er}. Een link op een cel komt niet in het plan.",
        "een cel zonder link",
        "Haal de link van de cel. In een gewone tekst typt u een link zo: [onze website](https://...).",
    ),
    "formule-zonder-uitkomst": Melding(
        "fout",
        "Van de formule {staat_er} staat de uitkomst niet in het bestand.",
        "een formule met een uitkomst",
        "Open het bestand in Excel en sla het op. Of typ de waarde.",
    ),
    "foutwaarde": Melding(
        "fout",
        "Er staat de foutwaarde {staat_er} van Excel.",
        "een waarde",
        "Herstel de formule of typ de waarde.",
    ),
    "tekst-te-lang": Melding(
        "fout",
        "In deze cel staat te veel tekst. Alleen het begin is gelezen.",
        "hooguit 32.767 tekens, meer kan Excel niet",
        "Maak de tekst korter, of verdeel hem over meer rijen.",
    ),
    "getal-te-groot": Melding(
        "fout",
        "Het getal {staat_er} is te groot.",
        "een getal van hooguit 15 cijfers",
        "Verbeter het getal.",
    ),
    "verboden-teken": Melding(
        "fout",
        "In deze cel staat een teken dat niet in Word kan ({aanvulling}).",
        "gewone tekst",
        "Typ de tekst opnieuw, of plak hem als platte tekst.",
    ),
    "notatie-onbekend": Melding(
        "fout",
        "Het getal {staat_er} heeft een getalnotatie die dit programma niet kent ({aanvulling}).",
        "een getal, een getal met decimalen of een percentage",
        "Kies in Excel bij Getal: Getal, Percentage of Standaard.",
    ),
    # Figures and years
    "getal-als-tekst": Melding(
        "waarschuwing",
        "Dit cijfer is getypt als tekst: '{staat_er}'. Het is gelezen als {aanvulling}.",
        "een getal of een percentage, zoals 6230 of 13,1%",
        "Maak de cel leeg, kies in Excel bij Getal: Standaard. Typ het cijfer opnieuw.",
    ),
    "procent-ontbreekt": Melding(
        "waarschuwing",
        "Hier staat {staat_er} zonder procentteken. Het is gelezen als {aanvulling}.",
        "een percentage, zoals 13,1%",
        "Maak de cel leeg. Typ het percentage met het teken % erachter.",
    ),
    "cijfer-andere-soort": Melding(
        "waarschuwing",
        "Hier staat {staat_er}, en de andere cijfers van deze rij zijn {aanvulling}.",
        "in deze rij alleen {aanvulling}",
        "Kijk of dit cijfer bij deze rij hoort. Verbeter het.",
    ),
    "geen-cijfer": Melding(
        "waarschuwing",
        "Er staat '{staat_er}', en dat is geen cijfer.",
        "een getal, een percentage, of een teken: x (geheim), - (geen) of . (onbekend)",
        "Typ het cijfer of een van deze tekens.",
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
        "Typ het aantal zonder punt en zonder komma.",
    ),
    "decimalen-verschillen": Melding(
        "waarschuwing",
        "Er staat {staat_er}, met een ander aantal decimalen dan de rest van de rij.",
        "even veel decimalen als {aanvulling}",
        "Neem het cijfer over uit de bron, met even veel decimalen.",
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
    # How rows belong together
    "kernaanpak-onbekend": Melding(
        "fout",
        "Kernaanpak {staat_er} bestaat niet.",
        "een nummer van het blad Kernaanpakken: {aanvulling}",
        "Verbeter het nummer.",
    ),
    "kernaanpak-dubbel": Melding(
        "fout",
        "Kernaanpak {staat_er} staat er twee keer.",
        "elk nummer een keer",
        "Geef de kernaanpakken de nummers 1, 2, 3 ...",
    ),
    "kernaanpak-nummering": Melding(
        "fout",
        "De nummers van de kernaanpakken zijn {staat_er}.",
        "{aanvulling}, zonder gaten",
        "Geef de kernaanpakken de nummers 1, 2, 3 ...",
    ),
    "kernaanpak-niet-gevraagd": Melding(
        "fout",
        "Bij '{aanvulling}' hoort geen kernaanpak, en er staat {staat_er}.",
        "een lege cel",
        "Maak de cel leeg.",
    ),
    "cluster-onbekend": Melding(
        "fout",
        "Het cluster '{staat_er}' bestaat niet bij deze kernaanpak.",
        "een cluster van het blad Clusters: {aanvulling}",
        "Neem de titel precies over van het blad Clusters.",
    ),
    "cluster-dubbel": Melding(
        "fout",
        "Het cluster '{staat_er}' staat er bij deze kernaanpak twee keer.",
        "elk cluster een keer per kernaanpak",
        "Geef een van de twee een andere titel.",
    ),
    "kop-niet-gevraagd": Melding(
        "fout",
        "Alleen een thema heeft een kop, en hier staat '{staat_er}'.",
        "een lege cel",
        "Maak de cel leeg. Wilt u een kleine kop, gebruik dan een rij met de soort tussenkop.",
    ),
    "kop-ontbreekt": Melding(
        "fout",
        "Het thema heeft geen kop.",
        "de titel van het thema",
        "Typ de titel in de kolom Kop.",
    ),
    "thema-verspreid": Melding(
        "fout",
        "Het thema '{staat_er}' begint hier voor de tweede keer.",
        "alle rijen van een thema onder elkaar",
        "Zet de rijen van dit thema bij elkaar.",
    ),
    "volgorde-niet-gevraagd": Melding(
        "fout",
        "Hier staat plaats {staat_er}, en op dit blad staan ook scores.",
        "alleen scores of alleen plaatsen",
        "Maak de kolom Volgorde leeg, of de kolom Score.",
    ),
    "volgorde-buiten-top": Melding(
        "fout",
        "De plaats {staat_er} is er niet.",
        "een plaats van {aanvulling}",
        "Verbeter de plaats. Hoort de factor niet bij de top? Maak de cel dan leeg.",
    ),
    "volgorde-dubbel": Melding(
        "fout",
        "De plaats {staat_er} is twee keer gegeven.",
        "elke plaats een keer",
        "Geef de factoren de plaatsen 1, 2, 3 ...",
    ),
    "geen-rangorde": Melding(
        "fout",
        "Er zijn geen scores en geen plaatsen ingevuld, dus er is geen top 15.",
        "een getal in de kolom Score of in de kolom Volgorde",
        "Vul een van beide kolommen in.",
    ),
    "verwijzing-onbekend": Melding(
        "fout",
        "De verwijzing '{staat_er}' wijst naar een plaats die niet in het plan staat.",
        "een van: {aanvulling}",
        "Verbeter de verwijzing.",
    ),
    "afbeelding-ontbreekt": Melding(
        "fout",
        "De afbeelding '{staat_er}' is er niet.",
        "een bestand in de map {aanvulling}",
        "Zet het bestand in die map, of verbeter de naam.",
    ),
    "afbeelding-onleesbaar": Melding(
        "fout",
        "De afbeelding '{staat_er}' is niet te gebruiken.",
        "een bestand van de soort PNG of JPEG",
        "Sla de afbeelding op als .png of .jpg.",
    ),
    "afbeelding-te-groot": Melding(
        "waarschuwing",
        "De afbeelding '{staat_er}' is erg groot ({aanvulling}).",
        "hooguit 10 MB en hooguit 50 miljoen beeldpunten",
        "Maak de afbeelding kleiner in een beeldprogramma.",
    ),
    "factor-buiten-top": Melding(
        "waarschuwing",
        "Hier staat wat niet in de top 15 staat: {staat_er}.",
        "alleen factoren uit de top 15 van het blad Factoren",
        "Haal de factor hier weg, of kijk of de top 15 klopt.",
    ),
    "factor-buiten-kernaanpak": Melding(
        "waarschuwing",
        "Kernaanpak {aanvulling} werkt niet aan: {staat_er}.",
        "alleen factoren van de eigen kernaanpak, of: Alle factoren",
        "Haal de factor hier weg, of voeg hem toe op het blad Kernaanpakken.",
    ),
    "factor-niet-opgepakt": Melding(
        "waarschuwing",
        "De factor '{staat_er}' uit de top 15 staat bij geen enkele kernaanpak.",
        "een kernaanpak bij elke factor van de top 15",
        "Voeg de factor toe op het blad Kernaanpakken. Of vul Opgepakt in als een ander plan hem oppakt.",
    ),
    "top-te-kort": Melding(
        "waarschuwing",
        "De top 15 telt maar {staat_er} factoren.",
        "vijftien factoren met een score of een plaats",
        "Vul het blad Factoren aan.",
    ),
    "top-te-lang": Melding(
        "tip",
        "De top 15 telt {staat_er} factoren, want de laatste plaats is gedeeld.",
        "vijftien factoren, of meer bij een gedeelde laatste plaats",
        "Kijk of dit zo mag blijven. Het plan noemt het echte aantal.",
    ),
    "kernaanpak-zonder-activiteiten": Melding(
        "waarschuwing",
        "Bij kernaanpak {staat_er} staat geen enkele activiteit.",
        "een of meer activiteiten",
        "Vul de activiteiten in op het blad Activiteiten.",
    ),
    "cluster-zonder-tabel": Melding(
        "tip",
        "Het cluster '{staat_er}' heeft geen activiteiten, en dus geen tabel.",
        "een of meer activiteiten bij elk cluster",
        "Vul de activiteiten in op het blad Activiteiten. Is er geen tabel nodig? Dan is dit goed.",
    ),
    "status-ontbreekt": Melding(
        "waarschuwing",
        "Deze activiteit heeft geen status.",
        "een of meer van de vijf statussen",
        "Kies een status uit de lijst.",
    ),
    "nummer-onbekend": Melding(
        "waarschuwing",
        "De tekst noemt iets wat er niet is: {staat_er}.",
        "{aanvulling}",
        "Verbeter het nummer in de tekst.",
    ),
    "thema-zonder-tekst": Melding(
        "waarschuwing",
        "Het thema '{staat_er}' heeft alleen tussenkoppen.",
        "een of meer alinea's bij elk thema",
        "Voeg een rij met tekst toe.",
    ),
    # Names
    "status-onbekend": Melding(
        "waarschuwing",
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
        "Neem de naam over die bij Verwacht staat.",
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
        "Neem de naam over die bij Verwacht staat. Is het een andere organisatie? Dan is dit goed.",
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
"""Every code that a check can give. A test holds this table against the code."""
