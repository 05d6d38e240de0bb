"""LibreOffice: finds it, starts it and has it make PDFs. The only module that starts it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from pipeline.errors import OmgevingFout
from pipeline.pdf.macro import START, STOP, schrijf_macro

TIJDSLIMIET = 120.0
"""Seconds that LibreOffice may take for one file, its start included; a plan takes one to two."""
AFSLUITEN = 5.0
"""Seconds that LibreOffice gets to end by itself."""
PEIL = 0.005
"""Seconds between two looks whether a file is ready."""

_VASTE_PLEKKEN = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    "/usr/lib/libreoffice/program/soffice",
)
"""Where it stands when it is not on the path: macOS, Windows, Debian; /opt is looked into as well."""


def vind_soffice() -> Path | None:
    """Return the program of LibreOffice, or None when it is not on this machine."""
    op_pad = shutil.which("soffice") or shutil.which("libreoffice")
    if op_pad is not None:
        return Path(op_pad)
    plekken = [Path(plek) for plek in _VASTE_PLEKKEN]
    plekken += sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
    return next((plek for plek in plekken if plek.is_file()), None)


class Omzetfout(OmgevingFout):
    """LibreOffice did not make the PDF."""


class LibreOffice:
    """A LibreOffice of our own, in a profile of its own, that makes one PDF after another.

    It starts at once and in the background, so that it is ready when the Word file is.  Use it as a
    context manager: at the end the process and its files are gone, whatever happened.
    """

    def __init__(self, programma: Path) -> None:
        self._programma = programma
        self._start()

    def __enter__(self) -> LibreOffice:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self._stop()

    def maak_pdf(self, word: Path, pdf: Path) -> None:
        """Make a PDF of a Word file.

        Raises Omzetfout when that failed twice, the second time in a fresh LibreOffice.
        """
        try:
            self._vraag(word, pdf)
        except Omzetfout:
            self._stop()
            self._start()
            self._vraag(word, pdf)

    def _start(self) -> None:
        self._map = Path(tempfile.mkdtemp(prefix="wijkplan-lo-")).resolve()
        self._taken = self._map / "taken"
        self._taken.mkdir()
        self._nummer = 0
        profiel = self._map / "profiel"
        schrijf_macro(profiel, self._taken)
        self._proces: subprocess.Popen[bytes] | None = None
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
                # What it leaves behind when it is killed goes with our own folder.
                env=os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self._map)),
                start_new_session=sys.platform != "win32",
            )

    def _vraag(self, word: Path, pdf: Path) -> None:
        if self._proces is None:
            raise Omzetfout(f"LibreOffice kon niet worden gestart ({self._programma}).")
        # What soffice says of its success is worth nothing: only the PDF itself counts.
        pdf.unlink(missing_ok=True)
        self._nummer += 1
        taak = self._taken / f"taak-{self._nummer}"
        klaar = self._taken / f"klaar-{self._nummer}"
        concept = taak.with_suffix(".deel")
        concept.write_text(f"{word.resolve().as_uri()}\n{pdf.resolve().as_uri()}\n", encoding="utf-8")
        concept.rename(taak)
        einde = time.monotonic() + TIJDSLIMIET
        while not klaar.exists():
            if self._proces.poll() is not None and not klaar.exists():
                raise Omzetfout("LibreOffice stopte voordat de PDF klaar was.")
            if time.monotonic() > einde:
                raise Omzetfout(f"LibreOffice was na {TIJDSLIMIET:.0f} seconden nog niet klaar.")
            time.sleep(PEIL)
        uitkomst = klaar.read_text(encoding="utf-8", errors="replace").strip()
        if uitkomst != "ok" or not pdf.is_file():
            raise Omzetfout(f"LibreOffice kon van {word.name} geen PDF maken ({uitkomst}).")

    def _stop(self) -> None:
        """End LibreOffice, if need be by force, and remove its files."""
        try:
            if self._proces is not None and self._proces.poll() is None:
                with suppress(OSError, subprocess.TimeoutExpired):
                    (self._taken / STOP).touch()
                    self._proces.wait(AFSLUITEN)
        finally:
            if self._proces is not None:
                _dood(self._proces)
            shutil.rmtree(self._map, ignore_errors=True)


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
