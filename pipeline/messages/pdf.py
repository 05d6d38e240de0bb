"""What the gate says of a PDF: why it is not accessible, or not fit for the archive."""

from __future__ import annotations

from pipeline.messages.melding import Melding

_MELD = (
    "Dit kunt u niet zelf verbeteren. Meld het bij de beheerder van het programma. "
    "Geef het Word-bestand mee, met deze regel: {aanvulling}."
)

_MELD_TEKST = (
    "Dit kunt u niet zelf verbeteren. Meld het bij de beheerder van het programma, met het Word-bestand."
)

PDF = {
    "pdf-onleesbaar": Melding(
        "fout",
        "De PDF is niet te lezen.",
        "een hele PDF zonder wachtwoord",
        _MELD,
    ),
    "pdf-niet-bewerkt": Melding(
        "fout",
        "De PDF kon niet worden nagekeken en verbeterd.",
        "een PDF die is nagekeken",
        _MELD,
    ),
    "pdf-beveiligd": Melding(
        "fout",
        "De PDF is beveiligd.",
        "een PDF die elk programma mag lezen",
        _MELD,
    ),
    "pdf-titel": Melding(
        "fout",
        "De titel van de PDF is niet die van het Word-bestand.",
        "de titel die in Word bij de eigenschappen staat",
        "Kijk in Word bij Bestand, Info of er een titel staat. Staat die er? Meld dit dan bij de beheerder.",
    ),
    "pdf-taal": Melding(
        "fout",
        "De taal van de PDF klopt niet.",
        "de taal van het document, en bij vreemde woorden hun eigen taal",
        "Kies in Word: Controleren, Taal. Kijk of de tekst de goede taal heeft.",
    ),
    "pdf-structuur": Melding(
        "fout",
        "De PDF zegt niet wat koppen, lijsten en tabellen zijn.",
        "een PDF die een voorleesprogramma kan volgen",
        _MELD,
    ),
    "pdf-tekst-los": Melding(
        "fout",
        "Een deel van de bladzijde hoort nergens bij.",
        "tekst met een plaats in de leesvolgorde, of versiering die zo heet",
        "Haal tekstvakken en losse vormen weg uit het Word-bestand.",
    ),
    "pdf-versiering": Melding(
        "fout",
        "Deze tekst wordt niet voorgelezen: '{staat_er}'.",
        "alle tekst van de bladzijde in de leesvolgorde",
        "Zet de tekst in Word in een gewone alinea.",
    ),
    "pdf-tekst-weg": Melding(
        "fout",
        "Deze tekst staat in Word, maar niet in de PDF: '{staat_er}'.",
        "alle tekst van het Word-bestand",
        "Typ de tekst in Word in een gewone alinea.",
    ),
    "pdf-tekst-anders": Melding(
        "fout",
        "In Word staat '{staat_er}'. In de PDF staat '{aanvulling}'.",
        "dezelfde woorden als in het Word-bestand",
        _MELD_TEKST,
    ),
    "pdf-tekst-extra": Melding(
        "fout",
        "Deze tekst staat in de PDF, maar niet in Word: '{staat_er}'.",
        "alleen tekst die in het Word-bestand staat",
        _MELD_TEKST,
    ),
    "pdf-volgorde": Melding(
        "fout",
        "Deze tekst wordt op een andere plaats voorgelezen dan in Word: '{staat_er}'.",
        "de volgorde van het Word-bestand",
        "Staat de tekst in een kader of in kolommen? Maak er in Word een gewone alinea van.",
    ),
    "pdf-volgorde-bladzijde": Melding(
        "fout",
        "Deze tekst wordt later voorgelezen dan hij op de bladzijde staat: '{staat_er}'.",
        "bladzijden in de volgorde waarin zij worden voorgelezen",
        "Staat de tekst in een kader of in kolommen? Maak er in Word een gewone alinea van.",
    ),
    "pdf-voorlezen-anders": Melding(
        "fout",
        "Hier wordt '{staat_er}' voorgelezen, en op de bladzijde staat '{aanvulling}'.",
        "dezelfde woorden voor wie leest en wie luistert",
        _MELD_TEKST,
    ),
    "pdf-onzichtbaar": Melding(
        "fout",
        "Deze tekst wordt voorgelezen, maar is op de bladzijde niet te zien: '{staat_er}'.",
        "tekst die iedereen kan zien",
        "Geef de tekst een andere kleur dan de achtergrond. Staat hij onder een afbeelding? Zet hem ernaast.",
    ),
    "pdf-teken-ontbreekt": Melding(
        "fout",
        "Dit teken kan niet goed worden afgedrukt: '{staat_er}'.",
        "tekens die in de letters van de huisstijl bestaan",
        "Typ in plaats van het teken een woord, of gebruik een afbeelding met een alternatieve tekst.",
    ),
    "pdf-koppen": Melding(
        "fout",
        "De koppen van de PDF zijn anders dan in Word, of slaan een niveau over.",
        "alle koppen van het Word-bestand, zonder een niveau over te slaan",
        "Geef de kop in Word een gewone kopstijl. Onder Kop 2 komt Kop 3.",
    ),
    "pdf-bladwijzers": Melding(
        "fout",
        "De PDF heeft niet voor elke kop een bladwijzer. De eerste die anders is: '{staat_er}'.",
        "een bladwijzer voor elke kop van het Word-bestand",
        "Geef deze kop in Word een gewone kopstijl. Zet hem in de tekst zelf, niet in een vak.",
    ),
    "pdf-inhoudsopgave": Melding(
        "fout",
        "De inhoudsopgave van de PDF klopt niet.",
        "regels met een link naar de bladzijde die ze noemen",
        _MELD,
    ),
    "pdf-paginanummer": Melding(
        "fout",
        "In Word staat paginanummer {staat_er}, maar {aanvulling}.",
        "het nummer van de bladzijde waarop de kop in de PDF staat",
        _MELD_TEKST,
    ),
    "pdf-afbeelding": Melding(
        "fout",
        "Deze afbeelding heeft geen beschrijving.",
        "een tekst die zegt wat er te zien is",
        "Vul de beschrijving in op het blad Afbeeldingen, of in Word bij Alternatieve tekst.",
    ),
    "pdf-link": Melding(
        "fout",
        "Deze link zegt niet waar hij heen gaat.",
        "een link met woorden, een uitleg en een plaats in de tekst",
        "Geef de link in Word woorden die zeggen waar hij heen gaat.",
    ),
    "pdf-tabel": Melding(
        "fout",
        "Deze tabel is niet goed opgebouwd.",
        "rijen met evenveel kolommen, zonder samengevoegde cellen over rijen heen",
        "Splits in Word de samengevoegde cellen, of maak er twee tabellen van.",
    ),
    "pdf-tabel-zonder-kop": Melding(
        "fout",
        "Deze tabel heeft geen kopregel.",
        "een eerste rij die zegt wat er in de kolommen staat",
        "Zet in Word bij de eerste rij Veldnamenrij herhalen aan.",
    ),
    "pdf-rij-zonder-kop": Melding(
        "fout",
        "Deze rij van een tabel heeft geen naam voor wie luistert.",
        "een eerste cel die de rij een naam geeft, en cellen die ernaar verwijzen",
        _MELD_TEKST,
    ),
    "pdf-lijst": Melding(
        "fout",
        "Deze lijst is niet goed opgebouwd.",
        "punten met elk een teken of een nummer",
        "Maak in Word een echte lijst, met een van de lijststijlen.",
    ),
    "pdf-leeg": Melding(
        "fout",
        "Hier staat een leeg onderdeel.",
        "alleen onderdelen met tekst of een afbeelding",
        "Haal in Word de lege alinea's weg.",
    ),
    "pdf-lettertype": Melding(
        "fout",
        "Een lettertype is niet goed ingesloten in de PDF.",
        "lettertypen die met de PDF meegaan en letters die te lezen zijn",
        "Gebruik in Word de lettertypen van de huisstijl, ook voor losse tekens.",
    ),
    "pdf-kenmerk": Melding(
        "fout",
        "De PDF zegt niet goed aan welke norm hij voldoet.",
        "de kenmerken van PDF/UA-1 en PDF/A-2a",
        _MELD,
    ),
    "pdf-tabvolgorde": Melding(
        "fout",
        "Wie met de tabtoets leest, volgt niet de tekst.",
        "bladzijden waarop de tabtoets de leesvolgorde volgt",
        _MELD,
    ),
    "pdf-norm": Melding(
        "fout",
        "De PDF voldoet niet aan de norm.",
        "een PDF volgens PDF/UA-1 en PDF/A-2a",
        _MELD,
    ),
}
