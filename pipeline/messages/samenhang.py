"""What is said of how rows and names belong together."""

from __future__ import annotations

from pipeline.messages.melding import Melding

SAMENHANG: dict[str, Melding] = {
    # How rows belong together
    "kernaanpak-onbekend": Melding(
        "waarschuwing",
        "Kernaanpak {staat_er} bestaat niet. Deze rij komt niet in het plan.",
        "een nummer van het blad Kernaanpakken: {aanvulling}",
        "Verbeter het nummer, hier of op het blad Kernaanpakken.",
    ),
    "titel-met-nummer": Melding(
        "waarschuwing",
        "De titel begint met '{staat_er}', en dat zet het plan er zelf voor.",
        "alleen de titel",
        "Haal het woord en het nummer weg.",
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
        "Neem de titel precies over van het blad Clusters. Kijk ook of het nummer van de kernaanpak klopt.",
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
    "volgorde-gat": Melding(
        "waarschuwing",
        "Deze plaatsen zijn aan geen factor gegeven: {staat_er}.",
        "plaatsen zonder gaten, zoals 1, 2, 3",
        "Geef de factoren plaatsen zonder gaten. Of zoek de factor die ontbreekt.",
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
        "De afbeelding '{staat_er}' is niet te gebruiken: {aanvulling}.",
        "een bestand van de soort JPEG of PNG",
        "Open de afbeelding in Foto's of Paint. Sla haar opnieuw op als JPEG of PNG.",
    ),
    "afbeelding-soort": Melding(
        "fout",
        "De afbeelding '{staat_er}' is van de soort {aanvulling}. Die kan niet in het plan.",
        "een bestand van de soort JPEG of PNG",
        "Open de afbeelding in Foto's of Paint en kies Opslaan als. Kies JPEG of PNG. "
        "Lukt dat niet? Vraag de maker om een JPEG of PNG. Zet de nieuwe naam in deze cel.",
    ),
    "afbeelding-incompleet": Melding(
        "fout",
        "De afbeelding '{staat_er}' is niet compleet. Een deel ervan ontbreekt.",
        "een bestand dat helemaal is gekopieerd of gedownload",
        "Kopieer het bestand opnieuw van de camera, de telefoon of de maker.",
    ),
    "afbeelding-te-groot": Melding(
        "fout",
        "De afbeelding '{staat_er}' is te groot om te gebruiken ({aanvulling}).",
        "hooguit 100 MB en hooguit 80 miljoen beeldpunten",
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
        "De top 15 telt maar {staat_er}.",
        "vijftien factoren met een score of een plaats",
        "Vul het blad Factoren aan.",
    ),
    "top-te-lang": Melding(
        "tip",
        "De top 15 telt {staat_er} factoren, want de laatste plaats is gedeeld.",
        "vijftien factoren, of meer bij een gedeelde laatste plaats",
        "Kijk of dit zo mag blijven. Het plan noemt het echte aantal.",
    ),
    "deel-ontbreekt": Melding(
        "fout",
        "In het plan ontbreekt een tekst: {staat_er}.",
        "ten minste een rij met deze tekst op het blad Teksten",
        "Maak op het blad Teksten een rij voor dit onderdeel, en vul de tekst in.",
    ),
    "open-plek": Melding(
        "fout",
        "In het plan staat nog: {staat_er}.",
        "een plan waarin alles is ingevuld",
        "Vul op dit blad in wat ontbreekt.",
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
    "activiteit-zonder-tekst": Melding(
        "waarschuwing",
        "Bij de status '{staat_er}' staat geen activiteit.",
        "een tekst in de kolom Basisactiviteit",
        "Beschrijf de activiteit, of maak de status leeg.",
    ),
    "mogelijkheid-ontbreekt": Melding(
        "waarschuwing",
        "Deze rij heeft geen mogelijkheid, en er staat geen rij boven waar hij bij hoort.",
        "een mogelijkheid in de eerste rij van een cluster of een groep",
        "Vul de mogelijkheid in.",
    ),
    "groep-verspreid": Melding(
        "waarschuwing",
        "De groep '{staat_er}' begint hier opnieuw. Zijn kop komt dan twee keer in de tabel.",
        "alle rijen van een groep onder elkaar",
        "Zet de rijen van deze groep bij elkaar.",
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
