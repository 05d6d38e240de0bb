"""The command `wijkplan`: the only place that prints or exits."""

from __future__ import annotations

import io
import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import FrameType

import click

from pipeline import __version__
from pipeline.bevinding import Bevinding, gesorteerd
from pipeline.errors import EXIT_AFGEBROKEN, EXIT_BUG, GebruikFout, InvoerFout, WijkplanFout

HULP = {"help_option_names": ["-h", "--help"]}
GEBRUIK = (
    "Deze opdracht is niet bekend of niet compleet. U kunt kiezen uit:\n"
    "  wijkplan plan nieuwland    het plan van een wijk maken\n"
    "  wijkplan plannen           de plannen van alle wijken maken\n"
    "  wijkplan --help            uitleg"
)
SIGNALEN = [getattr(signal, naam) for naam in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, naam)]
"""The signals that ask a run to end; SIGHUP, of a terminal that closes, does not exist on Windows."""


@click.group(context_settings=HULP)
@click.version_option(__version__, prog_name="wijkplan", message="%(prog)s %(version)s")
def wijkplan() -> None:
    """Maakt een Wijkplan Sociaal van de Excel-bestanden in de map inputs."""


@wijkplan.command()
@click.argument("wijk")
def plan(wijk: str) -> None:
    """Maak het plan van WIJK: een Word-bestand en een PDF."""
    _maak(wijk)


@wijkplan.command()
def plannen() -> None:
    """Maak de plannen van alle wijken in de map inputs."""
    from pipeline.project import open_project

    codes = {}
    for wijk in open_project(Path.cwd()).wijken():
        click.echo(f"\n{wijk}")
        codes[wijk] = _vang(partial(_maak, wijk))
    if not codes:
        raise GebruikFout("In de map inputs staat nog geen map van een wijk.")
    mislukt = [wijk for wijk, code in codes.items() if code]
    click.echo(f"\n{len(codes) - len(mislukt)} van de {len(codes)} plannen gemaakt.")
    if mislukt:
        click.echo(f"Niet gemaakt: {', '.join(mislukt)}.", err=True)
        sys.exit(max(codes.values()))


def _maak(wijk: str) -> None:
    # Imported here, so that help and errors of use come at once.
    from pipeline.assemble import maak_plan
    from pipeline.project import open_project

    project = open_project(Path.cwd())
    resultaat = maak_plan(project, wijk, lambda stap: click.echo(f"  {stap} ..."))
    for pad in resultaat.opzij:
        click.echo(f"Het bewerkte bestand is bewaard als {_kort(pad)}")
    for pad in resultaat.gemaakt:
        click.echo(f"Gemaakt: {_kort(pad)}")
    if resultaat.geen_pdf:
        click.echo(
            f"Er is geen PDF gemaakt. {resultaat.geen_pdf} Of open het Word-bestand, druk op Ctrl+A en F9 "
            "om de paginanummers te vullen, en bewaar het als PDF."
        )


def _kort(pad: Path) -> str:
    try:
        return str(pad.relative_to(Path.cwd()))
    except ValueError:
        return str(pad)


def _toon(bevindingen: list[Bevinding]) -> None:
    click.echo("De invoer moet eerst worden verbeterd:", err=True)
    for bevinding in gesorteerd(bevindingen):
        click.echo(
            f"\n{bevinding.ernst}: {bevinding.plaats}\n"
            f"  {bevinding.wat}\n"
            f"  Verwacht: {bevinding.verwacht}\n"
            f"  Doe dit: {bevinding.doe}",
            err=True,
        )
    click.echo(f"\n{len(bevindingen)} keer iets te verbeteren. Er is niets veranderd in outputs.", err=True)


def _vang(opdracht: Callable[[], object]) -> int:
    """Carry out a command and return its exit code; every error is told here, a bug with its traceback."""
    try:
        opdracht()
    except InvoerFout as fout:
        _toon(fout.bevindingen)
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
        click.echo("\nDit is een fout in het programma, niet in uw bestanden.", err=True)
        click.echo("Meld hem met de tekst hierboven.", err=True)
        return EXIT_BUG
    return 0


def _breek_af(_nummer: int, _plek: FrameType | None) -> None:
    """End the run as Ctrl+C does, so that all is cleaned up; a second signal must not disturb that."""
    for signaal in SIGNALEN:
        signal.signal(signaal, signal.SIG_IGN)
    raise KeyboardInterrupt


def main() -> None:
    """Run the command and exit with its code."""
    for signaal in SIGNALEN:
        if signal.getsignal(signaal) is not signal.SIG_IGN:  # as nohup sets it
            signal.signal(signaal, _breek_af)
    for stroom in (sys.stdout, sys.stderr):
        # What someone typed may hold a character that this terminal or file does not know.
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(errors="replace")
    try:
        code = _vang(lambda: wijkplan(standalone_mode=False))
    except (click.Abort, KeyboardInterrupt):
        click.echo("Afgebroken. Aan dit plan is niets veranderd in outputs.", err=True)
        code = EXIT_AFGEBROKEN
    sys.exit(code)
