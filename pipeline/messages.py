"""The one table of what this program says about the input: per code what, expected and what to do."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Melding(NamedTuple):
    """A finding in words; `{staat_er}` and `{aanvulling}` are filled in per case."""

    ernst: Literal["fout", "waarschuwing", "tip"]
    wat: str
    verwacht: str
    doe: str


BEVINDINGEN: dict[str, Melding] = {
    # The file and its shape
    "bestand-ontbreekt": Melding(
        "fout",
        "Dit bestand is er niet.",
        "een Excel-bestand met deze naam",
        "Zet het bestand op deze plaats: {aanvulling}.",
    ),
    "bestand-onleesbaar": Melding(
        "fout",
        "Dit bestand is niet te lezen als Excel-bestand ({aanvulling}).",
        "een werkmap die in Excel is opgeslagen als .xlsx",
        "Open het bestand in Excel en sla het opnieuw op als Excel-werkmap (.xlsx).",
    ),
    "bestand-te-groot": Melding(
        "fout",
        "Dit bestand is uitgepakt te groot ({aanvulling}).",
        "een werkmap van hooguit 200 MB",
        "Kijk of er lege rijen of plaatjes in staan die weg kunnen.",
    ),
    "blad-ontbreekt": Melding(
        "fout",
        "Dit blad ontbreekt.",
        "een blad met precies deze naam",
        "Voeg het blad toe of geef het zijn naam terug. Deze bladen zijn er: {aanvulling}.",
    ),
    "blad-onbekend": Melding(
        "fout",
        "Het blad '{staat_er}' hoort niet in deze werkmap.",
        "alleen de bladen {aanvulling}",
        "Verbeter de naam van het blad, of haal het weg. Bewaar wat u wilt houden in een ander bestand.",
    ),
    "koppen-ontbreken": Melding(
        "fout",
        "De rij met de koppen van de kolommen is niet gevonden.",
        "in de eerste tien rijen een rij met de koppen {aanvulling}",
        "Zet de koppen terug.",
    ),
    "kolom-ontbreekt": Melding(
        "fout",
        "De kolom '{aanvulling}' ontbreekt.",
        "een kolom met precies deze kop",
        "Zet de kop terug in de rij met koppen.",
    ),
    "kolom-onbekend": Melding(
        "fout",
        "De kop '{staat_er}' is onbekend.",
        "alleen de kolommen van dit blad: {aanvulling}",
        "Verbeter de kop, of haal de kolom weg.",
    ),
    "kolom-dubbel": Melding(
        "fout",
        "De kop '{staat_er}' staat er twee keer.",
        "elke kop een keer",
        "Haal een van de twee kolommen weg of geef haar een andere kop.",
    ),
    "onderdeel-ontbreekt": Melding(
        "fout",
        "De regel '{aanvulling}' ontbreekt.",
        "een regel met precies deze naam in de kolom Onderdeel",
        "Zet de regel terug.",
    ),
    "onderdeel-onbekend": Melding(
        "fout",
        "De regel '{staat_er}' is onbekend.",
        "alleen de regels van dit blad: {aanvulling}",
        "Verbeter de naam in de kolom Onderdeel, of haal de regel weg.",
    ),
    "onderdeel-dubbel": Melding(
        "fout",
        "De regel '{staat_er}' staat er twee keer.",
        "elke regel een keer",
        "Haal een van de twee regels weg.",
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
}
"""Every code that a check can give. A test holds this table against the code."""
