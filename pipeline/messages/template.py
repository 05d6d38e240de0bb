"""What is said of the template: its tags, and what people left in it."""

from __future__ import annotations

from pipeline.messages.melding import Melding

TEMPLATE: dict[str, Melding] = {
    "sjabloon-ontbreekt": Melding(
        "fout",
        "Het sjabloon '{staat_er}' is er niet.",
        "een Word-bestand met deze naam in de map templates{aanvulling}",
        "Zet het sjabloon terug in de map templates, met deze naam.",
        stopt=True,
    ),
    "sjabloon-onleesbaar": Melding(
        "fout",
        "Het sjabloon is niet te gebruiken: {aanvulling}.",
        "een document dat in Word is opgeslagen als .docx",
        "Open het sjabloon in Word. Kies Opslaan als en de soort Word-document (.docx).",
        stopt=True,
    ),
    "sjabloon-tag-fout": Melding(
        "fout",
        "Deze tag kan niet in het sjabloon: {staat_er}.",
        "een naam uit de handleiding, zoals {aanvulling}, een herhaling (for) of een keuze (if)",
        "Verbeter de tag of haal hem weg. Berekenen, vergelijken en opmerkingen kunnen niet.",
        stopt=True,
    ),
    "sjabloon-accolade": Melding(
        "fout",
        "Hier staat een accolade die bij geen tag hoort: {staat_er}.",
        "een hele tag, zoals {aanvulling}",
        "Maak de tag af, met twee tekens aan elke kant. Of haal de accolade weg.",
        stopt=True,
    ),
    "sjabloon-naam-onbekend": Melding(
        "fout",
        "Deze tag gebruikt een naam die er niet is: {staat_er}.",
        "een naam uit de handleiding{aanvulling}",
        "Verbeter de naam in de tag.",
        stopt=True,
    ),
    "sjabloon-naam-buiten": Melding(
        "fout",
        "Deze naam werkt hier niet: {staat_er}.",
        "deze naam alleen tussen {aanvulling}",
        "Zet de tag tussen het begin en het einde van de herhaling.",
        stopt=True,
    ),
    "sjabloon-tag-vorm": Melding(
        "fout",
        "Deze tag heeft hier de verkeerde vorm: {staat_er}.",
        "{aanvulling}",
        "Verander de tag, of kopieer hem uit de handleiding.",
        stopt=True,
    ),
    "sjabloon-tag-niet-alleen": Melding(
        "fout",
        "Naast deze tag staat nog iets, en dat zou verdwijnen: {staat_er}.",
        "deze tag alleen in {aanvulling}",
        "Zet wat ernaast staat ergens anders, of haal het weg.",
        stopt=True,
    ),
    "sjabloon-tag-plaats": Melding(
        "fout",
        "Op deze plaats kan geen tag staan: {staat_er}.",
        "tags alleen in gewone tekst, niet in het adres van een link of in een veld",
        "Haal de tag hier weg. Voor een link met een adres zijn er eigen tags.",
        stopt=True,
    ),
    "sjabloon-paar": Melding(
        "fout",
        "Deze tag hoort bij een andere, en die staat er niet: {staat_er}.",
        "{aanvulling}",
        "Zet de andere tag erbij, of haal deze weg.",
        stopt=True,
    ),
    "sjabloon-over-grens": Melding(
        "fout",
        "Deze tags horen bij elkaar, maar staan te ver uit elkaar: {staat_er}.",
        "het begin en het einde in {aanvulling}",
        "Zet ze bij elkaar. Gebruik tr voor hele rijen van een tabel, en tc voor cellen.",
        stopt=True,
    ),
    "sjabloon-herhaling": Melding(
        "fout",
        "Deze herhaling kan hier niet: {staat_er}.",
        "{aanvulling}",
        "Verander de naam na 'in', of zet deze herhaling buiten de andere.",
        stopt=True,
    ),
    "sjabloon-te-diep": Melding(
        "fout",
        "Hier staan te veel herhalingen of keuzes in elkaar: {staat_er}.",
        "hooguit drie herhalingen in elkaar, en hooguit twaalf tags samen",
        "Haal een herhaling of een keuze weg.",
        stopt=True,
    ),
    "sjabloon-te-veel-tags": Melding(
        "fout",
        "In dit deel van het sjabloon staan te veel tags ({staat_er}).",
        "hooguit 3.000 tags",
        "Haal tags weg, of zet een oudere versie van het sjabloon terug.",
        stopt=True,
    ),
    "sjabloon-wijziging": Melding(
        "fout",
        "In het sjabloon staat nog een wijziging van {staat_er}. In dit plan is zij aangenomen.",
        "een sjabloon waarin alle wijzigingen zijn verwerkt",
        "Open het sjabloon in Word. Kies Controleren en neem de wijziging aan, of wijs haar af.",
    ),
    "sjabloon-opmerking": Melding(
        "fout",
        "In het sjabloon staat een opmerking. Die komt niet in het plan: '{staat_er}'.",
        "een sjabloon zonder opmerkingen",
        "Verwerk de opmerking in Word en verwijder haar.",
    ),
    "sjabloon-veld": Melding(
        "fout",
        "Hier staat een veld van Word dat steeds iets anders kan tonen: {staat_er}. "
        "In het plan staat nu vast: {aanvulling}.",
        "gewone tekst of een tag",
        "Typ in het sjabloon tekst in plaats van het veld. Voor de datum is er de tag met uitgave.",
    ),
    "sjabloon-verborgen": Melding(
        "waarschuwing",
        "Hier staat verborgen tekst. Die is in Word te vinden, maar niet in de PDF: '{staat_er}'.",
        "tekst die iedereen kan zien",
        "Haal de tekst weg. Of selecteer hem, druk op Ctrl+D en zet Verborgen uit.",
    ),
    "sjabloon-ingesloten": Melding(
        "fout",
        "Hier staat {staat_er} in het sjabloon. Dat kan niet iedereen openen.",
        "gewone tekst, een tabel of een afbeelding",
        "Haal dit onderdeel weg, of zet er een afbeelding voor in de plaats.",
    ),
    "sjabloon-gekoppeld": Melding(
        "fout",
        "Dit onderdeel staat niet in het sjabloon zelf, maar ergens anders: {staat_er}.",
        "een afbeelding die in het sjabloon is bewaard",
        "Verwijder het. Voeg de afbeelding opnieuw in met Invoegen, Afbeeldingen.",
    ),
    "sjabloon-invulvak": Melding(
        "fout",
        "Hier staat een vak van Word dat nog niet is ingevuld: '{staat_er}'.",
        "tekst of een tag in het vak",
        "Vul het vak in, of verwijder het.",
    ),
}
