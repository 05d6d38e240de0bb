"""LibreOffice: finds it, starts it and has it make PDFs. The only module that starts it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from types import TracebackType

from pipeline.errors import OmgevingFout
from pipeline.pdf.macro import START, VERSIE, schrijf_macro
from pipeline.pdf.ongestoord import ongestoord

TIJDSLIMIET = 120.0
"""Seconds that LibreOffice may take for one file, its start included; a plan takes one to two."""
PEIL = 0.005
"""Seconds between two looks whether a file is ready."""
OPRUIMEN = 5.0
"""Seconds that may pass before the files of a killed process are gone."""
VERNIEUW_NA = 100
"""Jobs after which a fresh process takes over: one that lives long grows, and dies after some hundreds."""
MINSTENS = (7, 4)
"""The oldest version of LibreOffice that the tests have seen."""

_VASTE_PLEKKEN = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/usr/lib/libreoffice/program/soffice",
)
"""Where it stands when it is not on the path: macOS, Windows, Debian; /opt is looked into as well."""
_LOCALE_BY_SYSTEM = ("win32", "darwin")
"""Where file names are in Unicode whatever the environment says."""
_WACHTER = 'read -r _ || { kill -s KILL -- "-$1"; rm -rf -- "$2" "$3"; sleep 1; rm -rf -- "$2"; }'
"""Sees its input close when we are gone, however that came, and ends LibreOffice and its files.

Twice, as a process that is being killed may still write.
"""


def vind_soffice() -> Path | None:
    """Return the program of LibreOffice, or None when it is not on this machine."""
    op_pad = shutil.which("soffice") or shutil.which("libreoffice")
    if op_pad is not None:
        return Path(op_pad)
    plekken = [Path(plek) for plek in _VASTE_PLEKKEN]
    plekken += sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    return next((plek for plek in plekken if plek.is_file()), None)


def te_oud(versie: str) -> bool:
    """Tell whether a version ('7.4.7.2') is older than what was tested; an unknown one is not."""
    cijfers = re.match(r"(\d+)\.(\d+)", versie)
    return cijfers is not None and (int(cijfers[1]), int(cijfers[2])) < MINSTENS


class Omzetfout(OmgevingFout):
    """LibreOffice did not make the PDF."""


class LibreOffice:
    """A LibreOffice of our own, in a profile of its own, that makes one PDF after another.

    It starts at once and in the background, so that it is ready when the Word file is.  Use it as a
    context manager, or call `sluit`: at the end the process and its files are gone, whatever happened.
    """

    def __init__(self, programma: Path) -> None:
        self._programma = programma
        self._proces: subprocess.Popen[bytes] | None = None
        self._wachter: subprocess.Popen[bytes] | None = None
        self._start()

    def __enter__(self) -> LibreOffice:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sluit()

    def versie(self) -> str:
        """Return the version ('7.4.7.2'). Raises Omzetfout when LibreOffice does not start."""
        einde = time.monotonic() + TIJDSLIMIET
        return self._lees(self._taken / VERSIE, einde)

    def maak_pdf(self, word: Path, pdf: Path) -> None:
        """Make a PDF of a Word file.

        Raises Omzetfout when that failed twice, the second time in a fresh LibreOffice.
        """
        self._probeer(word, pdf)

    def paginas(self, word: Path) -> dict[str, int]:
        """Return the page of every bookmark of a Word file, in half the time of a PDF.

        Raises Omzetfout as `maak_pdf` does.
        """
        regels = self._probeer(word, None).splitlines()
        return {naam: int(pagina) for naam, _, pagina in (regel.rpartition(" ") for regel in regels)}

    def sluit(self) -> None:
        """End LibreOffice and remove its files.

        It is killed: all that it holds is ours and of no more use, and to end by itself takes it a second.
        """
        if self._proces is not None:
            _dood(self._proces)
        _verwijder(self._map)
        self._buis.unlink(missing_ok=True)
        if self._wachter is not None:
            self._wachter.kill()
            self._wachter.communicate()
        self._proces = self._wachter = None

    def _probeer(self, word: Path, pdf: Path | None) -> str:
        if self._nummer >= VERNIEUW_NA:
            self._vernieuw()
        try:
            return self._vraag(word, pdf)
        except Omzetfout:
            self._vernieuw()
            return self._vraag(word, pdf)

    def _vernieuw(self) -> None:
        self.sluit()
        self._start()

    @ongestoord()
    def _start(self) -> None:
        self._map = Path(tempfile.mkdtemp(prefix="wijkplan-lo-")).resolve()
        self._taken = self._map / "taken"
        self._taken.mkdir()
        self._nummer = 0
        profiel = self._map / "profiel"
        schrijf_macro(profiel, self._taken)
        self._buis = _buis(profiel)
        # A program that cannot be started shows when it is asked for a PDF, as one that crashes does.
        with suppress(OSError):
            self._proces = subprocess.Popen(
                [
                    str(self._programma),
                    f"-env:UserInstallation={profiel.as_uri()}",
                    "--headless",
                    "--norestore",
                    "--nolockcheck",
                    "--nologo",
                    START,
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=_environment(self._map),
                start_new_session=sys.platform != "win32",
            )
            if sys.platform != "win32":  # there the macro ends by itself, after a time
                self._wachter = subprocess.Popen(
                    ["/bin/sh", "-c", _WACHTER, "sh", str(self._proces.pid), str(self._map), str(self._buis)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    start_new_session=True,
                )

    def _vraag(self, word: Path, pdf: Path | None) -> str:
        """Give one job, a PDF or else the pages, and return what LibreOffice answers besides 'ok'."""
        # What soffice says of its success is worth nothing: only the PDF itself counts.
        if pdf is not None:
            pdf.unlink(missing_ok=True)
        self._nummer += 1
        taak = self._taken / f"taak-{self._nummer}"
        concept = taak.with_suffix(".deel")
        doel = "" if pdf is None else pdf.resolve().as_uri()
        concept.write_text(f"{word.resolve().as_uri()}\n{doel}\n", encoding="utf-8")
        concept.rename(taak)
        antwoord = self._lees(self._taken / f"klaar-{self._nummer}", time.monotonic() + TIJDSLIMIET)
        uitkomst, _, rest = antwoord.partition("\n")
        if uitkomst != "ok" or (pdf is not None and not pdf.is_file()):
            raise Omzetfout(f"LibreOffice kon van {word.name} geen PDF maken ({uitkomst}).")
        return rest

    def _lees(self, pad: Path, einde: float) -> str:
        """Wait for a file of the macro, and return its text."""
        if self._proces is None:
            raise Omzetfout(f"LibreOffice kon niet worden gestart ({self._programma}).")
        while not pad.exists():
            if self._proces.poll() is not None and not pad.exists():
                raise Omzetfout("LibreOffice stopte voordat de PDF klaar was.")
            if time.monotonic() > einde:
                raise Omzetfout(f"LibreOffice was na {TIJDSLIMIET:.0f} seconden nog niet klaar.")
            time.sleep(PEIL)
        return pad.read_text(encoding="utf-8", errors="replace").strip()


def eigen_libreoffice() -> AbstractContextManager[LibreOffice | None]:
    """Start a LibreOffice that ends with its context; None when there is none on this machine."""
    programma = vind_soffice()
    return nullcontext() if programma is None else LibreOffice(programma)


def _environment(own_folder: Path) -> dict[str, str]:
    """Return the environment in which LibreOffice starts.

    In the locale C it cannot open a file with an accent in its path, so it gets one in UTF-8.  What it leaves
    behind when it is killed goes with our own folder.
    """
    locale = {} if sys.platform in _LOCALE_BY_SYSTEM else dict.fromkeys(("LC_ALL", "LANG"), "C.UTF-8")
    return os.environ | locale | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(own_folder))


def _buis(profiel: Path) -> Path:
    """Return the socket by which LibreOffice keeps to one process per profile.

    It stands in /tmp whatever one asks, and stays there when the process is killed.  Its name is
    that of LibreOffice's desktop/source/app/officeipcthread.cxx: the profile's address, as MD5.
    """
    md5 = hashlib.md5(profiel.as_uri().encode("utf-16-le"), usedforsecurity=False).digest()
    getallen = "".join(f"{byte:x}" for byte in md5)
    gebruiker = os.getuid() if sys.platform != "win32" else 0
    return Path("/tmp", f"OSL_PIPE_{gebruiker}_SingleOfficeIPC_{getallen}")  # noqa: S108 - LibreOffice's choice


def _verwijder(map_pad: Path) -> None:
    """Remove a folder in which a process that is being killed may still write for a moment."""
    einde = time.monotonic() + OPRUIMEN
    while map_pad.exists() and time.monotonic() < einde:
        shutil.rmtree(map_pad, ignore_errors=True)
        time.sleep(PEIL)


def _dood(proces: subprocess.Popen[bytes]) -> None:
    """End a process with all that it started: soffice is a chain of programs."""
    if sys.platform == "win32":
        taakbeheer = Path(os.environ["SYSTEMROOT"], "System32", "taskkill.exe")
        opdracht = [str(taakbeheer), "/T", "/F", "/PID", str(proces.pid)]
        subprocess.run(opdracht, check=False, capture_output=True)
        return
    # The group may be gone already; macOS says the same of it with another error.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(proces.pid, signal.SIGKILL)
    proces.wait()
