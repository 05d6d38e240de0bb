"""The command `wijkplan`: the only place that prints or exits."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from pipeline import __version__
from pipeline.bevinding import Bevinding, gesorteerd
from pipeline.errors import EXIT_BUG, InvoerFout, WijkplanFout

HULP = {"help_option_names": ["-h", "--help"]}


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

    project = open_project(Path.cwd())
    codes = []
    for wijk in project.wijken():
        click.echo(f"\n{wijk}")
        codes.append(_vang(partial(_maak, wijk)))
    mislukt = [wijk for wijk, code in zip(project.wijken(), codes, strict=True) if code]
    click.echo(f"\n{len(codes) - len(mislukt)} van de {len(codes)} plannen gemaakt.")
    if mislukt:
        click.echo(f"Niet gemaakt: {', '.join(mislukt)}.", err=True)
        sys.exit(max(codes))


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
            f"Er is geen PDF gemaakt. {resultaat.geen_pdf}\n"
            "Installeer LibreOffice (gratis, van libreoffice.org) en geef de opdracht opnieuw. Of open het "
            "Word-bestand, druk op Ctrl+A en F9 om de paginanummers te vullen, en bewaar het als PDF."
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
    except click.ClickException as fout:
        fout.show()
        return fout.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Afgebroken. Er is niets veranderd in outputs.", err=True)
        return 130
    except Exception:  # noqa: BLE001 - whatever was not foreseen is a bug, and is told as one
        traceback.print_exc()
        click.echo("\nDit is een fout in het programma, niet in uw bestanden.", err=True)
        click.echo("Meld hem met de tekst hierboven.", err=True)
        return EXIT_BUG
    return 0


def main() -> None:
    """Run the command and exit with its code."""
    sys.exit(_vang(lambda: wijkplan(standalone_mode=False)))
