"""The structure of pipeline/: arrows point one way, and each heavy thing has one home."""

from __future__ import annotations

import statistics
import subprocess
import sys
from graphlib import TopologicalSorter

import pytest

from tests.broncode import PIPELINE, Module, modules

VOLGORDE = (
    *("__init__", "links", "bullets", "glyphs", "markup", "messages", "package", "pictures", "model"),
    *("wijziging", "bevinding", "errors", "names", "sequences", "spelling", "status"),
    *("project", "publish", "aanpak"),
    *("resultaat", "report", "workbook", "build", "checks", "document", "account", "merge", "accessibility"),
    *(
        "pdf",
        "check",
        "start",
        "verschil",
        "samengaan",
        "ongewijzigd",
        "assemble",
        "bewerkt",
        "batch",
        "workers",
        "cli",
        "__main__",
    ),
)
"""Every room of the package; it may import from those before it and from itself."""

THUIS = {
    "PIL": ("pipeline.pictures",),
    "babel": ("pipeline.accessibility.verslag", "pipeline.document.context", "pipeline.workbook.serial_date"),
    "click": ("pipeline.cli",),
    "docx": ("pipeline.document.", "pipeline.accessibility.", "pipeline.merge.merge"),
    "docxtpl": ("pipeline.document.render",),
    "filelock": ("pipeline.publish",),
    "jinja2": (
        "pipeline.document.render",
        "pipeline.document.template",
        "pipeline.document.template_language",
        "pipeline.report.html",
        "pipeline.report.samenvoeging",
    ),
    "lxml": ("pipeline.account.", "pipeline.document.", "pipeline.accessibility.", "pipeline.merge."),
    "openpyxl": (
        "pipeline.account.account",
        "pipeline.account.cells",
        "pipeline.workbook",
        "pipeline.workbook.",
    ),
    "page": ("pipeline.pdf.",),
    "pandas": ("pipeline.build.ranking",),
    "pikepdf": ("pipeline.pdf.",),
    "pypdfium2": ("pipeline.pdf.",),
    "rich": ("pipeline.report.voortgang",),
    "subprocess": ("pipeline.pdf.soffice",),
}
"""Where each library is used: in these modules, or in all modules of a room ('pipeline.pdf.')."""

STARTERS = ("os.system", "os.popen", "os.startfile", "os.fork", "os.exec", "os.spawn", "os.posix_spawn")
PRINTERS = (
    *("print", "input", "exit", "quit", "breakpoint", "SystemExit", "sys.exit", "os._exit", "os.abort"),
    *("sys.stdout", "sys.stderr", "sys.__stdout__", "sys.__stderr__", "click.echo", "traceback.print_exc"),
)
KLOKKEN = ("now", "utcnow", "today", "time.time", "time.localtime", "time.gmtime", "time.strftime")

ALLE = modules()
per_module = pytest.mark.parametrize("module", ALLE, ids=lambda module: module.naam)


def eigen_imports(module: Module) -> set[str]:
    """Return the modules of pipeline/ that a module imports, anywhere in its text."""
    bekend = {ander.naam for ander in ALLE}
    doelen = {doel for doel, _ in module.imports()} & bekend
    # `from pipeline.document import styles` needs the module styles; that it passes the package is no arrow.
    return {doel for doel in doelen if not any(ander.startswith(f"{doel}.") for ander in doelen)}


def test_there_are_modules_and_every_room_has_its_place() -> None:
    assert len(ALLE) > 40
    assert len({module.naam for module in ALLE}) == len(ALLE)
    assert {module.kamer for module in ALLE} == set(VOLGORDE)


def test_the_scan_finds_the_arrows() -> None:
    pijlen = {module.naam: eigen_imports(module) for module in ALLE}
    assert sum(map(len, pijlen.values())) > 100
    assert "pipeline.document.styles" in pijlen["pipeline.document.wordml"]
    assert "pipeline.pdf.produce" in pijlen["pipeline.assemble"]
    assert "pipeline.bevinding" in pijlen["pipeline.errors"]


@per_module
def test_a_module_imports_from_its_own_room_and_those_before_it(module: Module) -> None:
    kamers = {ander.naam: ander.kamer for ander in ALLE}
    hier = VOLGORDE.index(module.kamer)
    assert not {doel for doel in eigen_imports(module) if VOLGORDE.index(kamers[doel]) > hier}


def test_the_account_shares_no_code_with_building_and_rendering() -> None:
    namen = {module.naam: eigen_imports(module) for module in ALLE}
    bereikt = {naam for naam in namen if naam.startswith("pipeline.account.")}
    assert len(bereikt) > 10
    te_gaan = list(bereikt)
    while te_gaan:
        nieuw = namen[te_gaan.pop()] - bereikt
        bereikt |= nieuw
        te_gaan += nieuw
    kamers = {naam.split(".")[1] for naam in bereikt - {"pipeline.workbook"}}
    assert kamers == {"account", "bevinding", "messages", "workbook"}
    werkmap = {naam.removeprefix("pipeline.workbook.") for naam in bereikt if naam.count(".") == 2} & {
        module.naam.removeprefix("pipeline.workbook.") for module in ALLE if module.kamer == "workbook"
    }
    assert werkmap == {"digits", "number_format", "numbers", "serial_date"}


def test_no_module_imports_itself_by_a_detour() -> None:
    volgorde = list(TopologicalSorter({m.naam: eigen_imports(m) for m in ALLE}).static_order())
    assert len(volgorde) == len(ALLE)


@pytest.mark.parametrize("bibliotheek", THUIS)
def test_a_library_is_used_in_its_own_place_only(bibliotheek: str) -> None:
    gebruikers = {
        module.naam for module in ALLE for doel, _ in module.imports() if doel.split(".")[0] == bibliotheek
    }
    assert gebruikers
    assert all(naam in THUIS[bibliotheek] or naam.startswith(_kamers(bibliotheek)) for naam in gebruikers)


def _kamers(bibliotheek: str) -> tuple[str, ...]:
    return tuple(plek for plek in THUIS[bibliotheek] if plek.endswith("."))


def test_every_library_that_is_not_pythons_own_has_a_place() -> None:
    vreemd = {doel.split(".")[0] for module in ALLE for doel, _ in module.imports()} - sys.stdlib_module_names
    assert vreemd - {"pipeline", "markupsafe"} == THUIS.keys() - sys.stdlib_module_names


def test_pandas_is_imported_only_when_there_is_something_to_compute() -> None:
    momenten = [
        pas_bij_gebruik for module in ALLE for doel, pas_bij_gebruik in module.imports() if doel == "pandas"
    ]
    assert momenten
    assert all(momenten)


@per_module
def test_only_soffice_starts_programs(module: Module) -> None:
    if module.naam != "pipeline.pdf.soffice":
        assert not {naam for naam in module.namen() if naam.startswith(STARTERS)}
        assert not {doel for doel, _ in module.imports()} & {"pty", "asyncio", "webbrowser"}


@per_module
def test_only_workers_starts_workers(module: Module) -> None:
    if module.naam != "pipeline.workers":
        doelen = {doel for doel, _ in module.imports()}
        assert not doelen & {"multiprocessing", "concurrent.futures.ProcessPoolExecutor"}


@per_module
def test_only_cli_prints_and_exits(module: Module) -> None:
    gebruikt = module.namen() & set(PRINTERS)
    if module.naam == "pipeline.cli":
        assert {"click.echo", "sys.exit"} <= gebruikt
    elif module.naam == "pipeline.workers":
        assert gebruikt == {"SystemExit"}  # how a worker ends; it is no command
    else:
        assert not gebruikt


@per_module
def test_nothing_reads_the_clock(module: Module) -> None:
    assert not {naam for naam in module.namen() if naam in KLOKKEN or naam.split(".")[-1] in KLOKKEN}


@per_module
def test_the_first_line_of_a_module_says_what_it_is_for(module: Module) -> None:
    eerste = module.tekst.splitlines()[0]
    assert eerste.startswith(('"""', 'r"""'))
    assert eerste.removesuffix('"""').endswith((".", ":", ","))


@per_module
def test_no_module_is_longer_than_400_lines(module: Module) -> None:
    assert len(module.tekst.splitlines()) <= 400


def test_most_modules_are_short() -> None:
    assert statistics.median(len(module.tekst.splitlines()) for module in ALLE) < 150


def test_the_command_starts_without_the_heavy_libraries() -> None:
    opdracht = "import sys, pipeline.cli; print(*sys.modules)"
    uitvoer = subprocess.run(
        [sys.executable, "-c", opdracht], cwd=PIPELINE.parent, check=True, capture_output=True, text=True
    ).stdout.split()
    assert "pipeline.cli" in uitvoer
    assert "click" in uitvoer
    assert not {"openpyxl", "pandas", "docxtpl", "docx", "page", "pikepdf", "lxml", "babel", "numpy"} & set(
        uitvoer
    )


def test_reading_a_workbook_does_not_load_numpy() -> None:
    opdracht = "import sys, pipeline.check; print(*sys.modules); import pandas, numpy; print(numpy.int64(7))"
    uitvoer = subprocess.run(
        [sys.executable, "-c", opdracht], cwd=PIPELINE.parent, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    assert "openpyxl" in uitvoer[0].split()
    assert "numpy" not in uitvoer[0].split()
    assert uitvoer[1] == "7"
