"""The command `wijkplan`: the only place that prints or exits."""

from __future__ import annotations

import io
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import __version__
from pipeline.bevinding import Bevinding
from pipeline.errors import (
    AFGEKEURD,
    EXIT_AFGEBROKEN,
    EXIT_BUG,
    NIET_TOEGANKELIJK,
    AfgekeurdFout,
    GebruikFout,
    InvoerFout,
    WijkplanFout,
)
from pipeline.status import find_status

if TYPE_CHECKING:
    from pipeline.aanpak import Aanpak
    from pipeline.resultaat import Resultaat, Uitslag

HULP = {"help_option_names": ["-h", "--help"]}
GEBRUIK = (
    "Deze opdracht is niet bekend of niet compleet. U kunt kiezen uit:\n"
    "  wijkplan nieuw schothorst --naam ... --wijken ...   een werkmap voor een nieuwe wijk maken\n"
    "  wijkplan controleer nieuwland                       de werkmap van een wijk nakijken\n"
    "  wijkplan plan nieuwland                             het plan van een wijk maken\n"
    "  wijkplan verschil nieuwland                         zien wat er in het plan is veranderd\n"
    "  wijkplan plannen                                    de plannen van alle wijken maken\n"
    "  wijkplan pdf nieuwland                              de PDF maken van het bewerkte Word-bestand\n"
    "  wijkplan toegankelijk bestand.docx                  een Word-bestand nakijken op toegankelijkheid\n"
    "  wijkplan --help                                     uitleg"
)
STATUS = click.option(
    "--status",
    callback=lambda _context, _option, typed: find_status(typed),
    help="Gaat voor de status op het blad Plan.",
)
SIGNALEN = [getattr(signal, naam) for naam in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, naam)]
"""The signals that ask a run to end; SIGHUP, of a terminal that closes, does not exist on Windows."""


def _versie(context: click.Context, _: click.Parameter, gevraagd: bool) -> None:
    """Tell the version of this program, and whether LibreOffice is there and starts."""
    if not gevraagd:
        return
    from pipeline.pdf.soffice import LibreOffice, Omzetfout, te_oud, vind_soffice

    click.echo(f"wijkplan {__version__}")
    programma = vind_soffice()
    if programma is None:
        click.echo("LibreOffice: niet gevonden. Zonder LibreOffice komt er geen PDF.")
        context.exit()
    try:
        with LibreOffice(programma) as libreoffice:
            versie = libreoffice.versie()
        oordeel = " - ouder dan waarmee dit programma is getest" if te_oud(versie) else ""
        click.echo(f"LibreOffice {versie} ({programma}){oordeel}")
    except Omzetfout as fout:
        click.echo(f"LibreOffice ({programma}): {fout}")
    context.exit()


@click.group(context_settings=HULP)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_versie,
    help="De versie van dit programma en van LibreOffice.",
)
def wijkplan() -> None:
    """Maakt een Wijkplan Sociaal van de Excel-bestanden in de map inputs."""


@wijkplan.command()
@click.argument("wijk")
@click.option("--naam", required=True, help="De naam van de wijkcombinatie, zoals hij op de omslag komt.")
@click.option("--wijken", required=True, help="De wijken, met een komma ertussen.")
def nieuw(wijk: str, naam: str, wijken: str) -> None:
    """Maak een werkmap voor een nieuwe WIJK, klaar om in te vullen."""
    from pipeline.project import open_project
    from pipeline.start import begin_wijk

    project = open_project(Path.cwd())
    delen = [deel.strip() for deel in wijken.split(",") if deel.strip()]
    pad = begin_wijk(project, wijk, naam.strip(), delen)
    click.echo(f"Gemaakt: {_kort(pad)}")
    click.echo(
        f"Vul het bestand in. Het eerste blad vertelt hoe. Kijk het na met: wijkplan controleer {wijk}"
    )


@wijkplan.command()
@click.argument("wijk")
def controleer(wijk: str) -> None:
    """Kijk de werkmap van WIJK na, en zet de bevindingen op een rij."""
    from pipeline.check import controleer_wijk
    from pipeline.project import open_project

    _toon_alles(*controleer_wijk(project := open_project(Path.cwd()), project.find_wijk(wijk)))


def _toon_alles(bevindingen: list[Bevinding], gemaakt: list[Path], telling: str = "") -> None:
    """Tell all findings and which files were made; exit with 1 when there is a fout."""
    _toon(bevindingen)
    click.echo()
    for zin in filter(None, (*(f"Gemaakt: {_kort(pad)}" for pad in gemaakt), telling)):
        click.echo(zin)
    if any(bevinding.ernst == "fout" for bevinding in bevindingen):
        sys.exit(InvoerFout.exit_code)


@wijkplan.command()
@click.argument("wijk")
@STATUS
@click.option(
    "--bewerkt",
    type=click.Path(path_type=Path),
    help="Het bewerkte Word-bestand, als dat ergens anders staat of anders heet.",
)
@click.option("--opnieuw", is_flag=True, help="Begin opnieuw; het bewerkte Word-bestand gaat naar archief.")
@click.option("--zonder-markeren", is_flag=True, help="Zet nieuwe gegevens erin zonder ze te markeren.")
def plan(
    wijk: str, status: bool | None, bewerkt: Path | None, *, opnieuw: bool, zonder_markeren: bool
) -> None:
    """Maak het plan van WIJK: een Word-bestand en een PDF.

    Is het Word-bestand bewerkt, dan komen de nieuwe gegevens in dat bestand.
    """
    from pipeline.aanpak import Aanpak

    if opnieuw and bewerkt is not None:
        raise GebruikFout("Kies --opnieuw of --bewerkt: samen kan niet.")
    _maak(wijk, status, Aanpak(bewerkt, opnieuw, not zonder_markeren))


@wijkplan.command()
@click.argument("wat", nargs=-1, required=True)
def verschil(wat: tuple[str, ...]) -> None:
    """Maak een Word-bestand met de verschillen tussen twee versies.

    WAT is een wijk (de laatste twee versies van het plan) of twee Word-bestanden: oud en nieuw.
    """
    from pipeline.project import open_project
    from pipeline.report.samenvoeging import als_tekst
    from pipeline.verschil import verschil_van_bestanden, verschil_van_wijk

    if len(wat) == 1 and wat[0].lower().endswith(".docx"):
        raise GebruikFout("Noem ook het tweede Word-bestand.")
    if len(wat) == 1:
        project = open_project(Path.cwd())
        gevonden = verschil_van_wijk(project, project.find_wijk(wat[0]))
    elif len(wat) == 2:
        gevonden = verschil_van_bestanden(Path(wat[0]), Path(wat[1]))
    else:
        raise GebruikFout("Noem een wijk, of twee Word-bestanden: eerst het oude, dan het nieuwe.")
    click.echo(als_tekst(gevonden.verslag))
    if gevonden.gemaakt:
        click.echo()
    for pad in gevonden.gemaakt:
        click.echo(f"Gemaakt: {_kort(pad)}")


@wijkplan.command()
@click.argument("wijk")
@STATUS
def pdf(wijk: str, status: bool | None) -> None:
    """Maak de PDF van WIJK opnieuw, van het Word-bestand zoals het er nu staat."""
    from pipeline.bewerkt import maak_pdf_van_word
    from pipeline.project import open_project

    project = open_project(Path.cwd())
    wijk = project.find_wijk(wijk)
    resultaat = maak_pdf_van_word(project, wijk, _meld, definitief=status)
    _vertel(resultaat, f"outputs/{wijk}/toegankelijkheid.html")


@wijkplan.command()
@click.argument("bestand", type=click.Path(path_type=Path))
def toegankelijk(bestand: Path) -> None:
    """Kijk na of iedereen een Word-BESTAND kan lezen."""
    from pipeline.bewerkt import controleer_bestand
    from pipeline.project import Project

    _toon_alles(*controleer_bestand(Project(Path.cwd()), bestand))


@wijkplan.command()
def plannen() -> None:
    """Maak de plannen van alle wijken in de map inputs."""
    from pipeline.project import open_project
    from pipeline.report.tabel import als_tabel
    from pipeline.report.voortgang import voortgang
    from pipeline.workers import maak_alle

    project = open_project(Path.cwd())
    wijken = project.wijken()
    if not wijken:
        raise GebruikFout("In de map inputs staat nog geen map van een wijk.")
    uitslagen = []
    with (
        voortgang(len(wijken), click.echo, levend=sys.stdout.isatty()) as scherm,
        closing(maak_alle(project, wijken, scherm.begint)) as stroom,
    ):
        for uitslag in stroom:
            uitslagen.append(uitslag)
            scherm.klaar(uitslag)
    uitslagen.sort(key=lambda uitslag: uitslag.wijk)
    for uitslag in uitslagen:
        _vertel_uitslag(uitslag)
    click.echo(f"\n{als_tabel(uitslagen, _breedte())}\n")
    for zin in _opmerkingen(uitslagen):
        click.echo(zin)
    mislukt = [uitslag.wijk for uitslag in uitslagen if uitslag.code]
    click.echo(f"{len(wijken) - len(mislukt)} van de {len(wijken)} plannen staan klaar.")
    if mislukt:
        click.echo(f"Niet gemaakt: {', '.join(mislukt)}.", err=True)
        sys.exit(max(uitslag.code for uitslag in uitslagen))


def _maak(wijk: str, status: bool | None, aanpak: Aanpak) -> None:
    from pipeline.ongewijzigd import ongewijzigd
    from pipeline.project import open_project

    project = open_project(Path.cwd())
    wijk = project.find_wijk(wijk)
    resultaat = ongewijzigd(project, wijk, status) if aanpak.bewerkt is None else None
    if resultaat is None:
        from pipeline.pdf.soffice import eigen_libreoffice

        with eigen_libreoffice() as libreoffice:  # it starts while the rest is loaded
            # Heavy: help, errors of use and what has not changed come at once.
            from pipeline.assemble import maak_plan

            resultaat = maak_plan(
                project,
                wijk,
                _meld,
                definitief=status,
                leen=lambda: nullcontext(libreoffice),
                aanpak=aanpak,
            )
    _vertel(resultaat, f"wijkplan controleer {wijk}", markeren=aanpak.markeren)


def _meld(stap: str) -> None:
    click.echo(f"  {stap} ...")


def _vertel(resultaat: Resultaat, uitleg: str, *, markeren: bool = True) -> None:
    """Tell what is still to be done, and at the end which files were made."""
    from pipeline.report.lijst import telling
    from pipeline.report.terminal import als_takenlijst

    if resultaat.bevindingen:
        click.echo(f"\n{als_takenlijst(resultaat.bevindingen, _breedte())}\n")
        click.echo(f"{telling(resultaat.bevindingen)}. Meer uitleg: {uitleg}\n")
    if resultaat.wijzigingen is not None:
        from pipeline.report.samenvoeging import als_tekst, van_samenvoeging

        click.echo(f"\n{als_tekst(van_samenvoeging(resultaat.wijzigingen, markeren=markeren))}\n")
    _vertel_opzij(resultaat)
    for pad in resultaat.gemaakt:
        click.echo(f"{'Ongewijzigd' if resultaat.ongewijzigd else 'Gemaakt'}: {_kort(pad)}")
    for zin in filter(None, (*_over_pdf(resultaat), resultaat.telling)):
        click.echo(zin)
    if resultaat.afgekeurd:
        click.echo()
        _toon(resultaat.afgekeurd)
        if resultaat.refused:
            raise AfgekeurdFout(f"\n{AFGEKEURD}")
        click.echo(f"\n{NIET_TOEGANKELIJK}")


def _vertel_opzij(resultaat: Resultaat) -> None:
    for pad in resultaat.opzij:
        wat = "Het bewerkte bestand"
        if pad.suffix == ".pdf":
            wat = "De vorige PDF"
        elif "-nieuw " in pad.name:
            wat = "De nieuwe versie die naast het bewerkte bestand stond,"
        click.echo(f"{wat} is bewaard als {_kort(pad)}")


def _over_pdf(resultaat: Resultaat) -> list[str]:
    zinnen = [f"Let op: {resultaat.let_op}"] if resultaat.let_op else []
    if resultaat.geen_pdf:
        zinnen.append(f"Er is geen PDF gemaakt. {resultaat.geen_pdf}")
    return zinnen


def _opmerkingen(uitslagen: list[Uitslag]) -> list[str]:
    """Return what is to be said of the PDFs of a batch, each once."""
    gemaakt = filter(None, (uitslag.resultaat for uitslag in uitslagen))
    return list(dict.fromkeys(zin for resultaat in gemaakt for zin in _over_pdf(resultaat)))


def _vertel_uitslag(uitslag: Uitslag) -> None:
    """Tell what of one wijk of a batch does not fit in the table: what was put aside, why it failed."""
    if uitslag.resultaat is not None:
        _vertel_opzij(uitslag.resultaat)
        if uitslag.resultaat.afgekeurd and not uitslag.code:
            waarom = Path("outputs", uitslag.wijk, "toegankelijkheid.html")
            click.echo(f"{uitslag.wijk}: de PDF is een concept dat niet iedereen kan lezen. Waarom: {waarom}")
    if not uitslag.code:
        return
    click.echo(f"\n{uitslag.wijk}", err=True)
    if uitslag.bevindingen:
        _toon(uitslag.bevindingen, err=True)
    click.echo(uitslag.fout, err=True)
    if uitslag.code == EXIT_BUG:
        _vertel_bug()


def _vertel_bug() -> None:
    click.echo("\nDit is een fout in het programma, niet in uw bestanden.", err=True)
    click.echo("Meld hem met de tekst hierboven.", err=True)


def _kort(pad: Path) -> str:
    try:
        return str(pad.relative_to(Path.cwd()))
    except ValueError:
        return str(pad)


def _toon(bevindingen: list[Bevinding], *, err: bool = False) -> None:
    from pipeline.report.terminal import als_tekst

    click.echo(als_tekst(bevindingen, _breedte()), err=err)


def _breedte() -> int:
    """Return the width for text: that of the terminal, and a fixed one for a file or a pipe."""
    from pipeline.report.terminal import BREEDTE

    return min(BREEDTE, shutil.get_terminal_size((BREEDTE, 0)).columns)


def _vang(opdracht: Callable[[], object]) -> int:
    """Carry out a command and return its exit code; every error is told here, a bug with its traceback."""
    try:
        opdracht()
    except InvoerFout as fout:
        _toon(fout.bevindingen, err=True)
        click.echo(f"\n{fout} Er is niets veranderd in outputs.", err=True)
        return fout.exit_code
    except WijkplanFout as fout:
        click.echo(str(fout), err=True)
        return fout.exit_code
    except click.UsageError:
        click.echo(GEBRUIK, err=True)
        return GebruikFout.exit_code
    except click.Abort:  # how click passes on Ctrl+C
        raise
    except Exception:  # noqa: BLE001 - whatever was not foreseen is a bug, and is told as one
        traceback.print_exc()
        _vertel_bug()
        return EXIT_BUG
    return 0


def main() -> None:
    """Run the command and exit with its code."""
    for signaal in SIGNALEN:
        if signal.getsignal(signaal) is not signal.SIG_IGN:  # as nohup sets it
            # As Ctrl+C: an exception, so that all is cleaned up.
            signal.signal(signaal, signal.default_int_handler)
    for stroom in (sys.stdout, sys.stderr):
        # What someone typed may hold a character that this terminal or file does not know.
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors="replace")
    try:
        code = _vang(lambda: wijkplan(standalone_mode=False))
    except (click.Abort, KeyboardInterrupt):
        for signaal in SIGNALEN:  # all is cleaned up: who asks once more changes nothing of how it ends
            signal.signal(signaal, signal.SIG_IGN)
        click.echo("Afgebroken. Wat nog niet klaar was, is niet veranderd in outputs.", err=True)
        code = EXIT_AFGEBROKEN
    sys.exit(code)
