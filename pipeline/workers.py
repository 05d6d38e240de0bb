"""The worker processes of a batch on this computer: started once, and gone when their master is."""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import util
from multiprocessing.connection import Connection
from typing import Any

from pipeline.batch import maak_plannen
from pipeline.project import Project
from pipeline.resultaat import Uitslag

ZWAAR = "pipeline.assemble"
"""Imported once, before the workers split off."""
GEDULD = 10.0
"""Seconds after which a worker that was told to end is told again; it needs up to five."""

LANGSTE_PAD = 60
"""Bytes of the folder for temporary files with which a socket in a folder below it can have its name."""


def maak_alle(
    project: Project, wijken: Sequence[str], begint: Callable[[str], None]
) -> Generator[Uitslag, None, None]:
    """Make the plans of the wijken on all cores; give what came of each, `begint` is told of each.

    When a worker dies, those at work are made again at the end, each in a process of its own: so the
    wijk that kills its worker stops no other.
    """
    rest, verdacht = list(wijken), []
    while rest:
        aantal = min(cores(), len(rest))
        gezien = set()
        with werkers(aantal) as executor:
            for uitslag in maak_plannen(project, rest, executor, aantal, begint):
                gezien.add(uitslag.wijk)
                if uitslag.uitkomst == "afgebroken":
                    verdacht.append(uitslag.wijk)
                else:
                    yield uitslag
        rest = [wijk for wijk in rest if wijk not in gezien]
    for wijk in verdacht:
        with werkers(1) as executor:
            yield from maak_plannen(project, [wijk], executor, 1, begint)


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@contextmanager
def werkers(aantal: int) -> Iterator[Executor]:
    """Give a pool of worker processes; at the end, by an error too, they and what they started are gone."""
    soort = multiprocessing.get_context(_soort())
    soort.set_forkserver_preload([ZWAAR])
    # Held by us alone: the workers see it close, also when we are killed.
    einde, lijn = soort.Pipe(duplex=False)
    executor = _Werkers(aantal, mp_context=soort, initializer=_begin, initargs=(einde, util.get_temp_dir()))
    try:
        yield executor
    except BaseException:
        lijn.close()
        raise
    finally:
        executor.shutdown(cancel_futures=True)
        lijn.close()
        einde.close()


def _soort() -> str:
    """Return how workers start: split off, or each anew where Windows or a long path leaves no choice."""
    te_lang = len(os.fsencode(tempfile.gettempdir())) > LANGSTE_PAD
    return "spawn" if sys.platform == "win32" or te_lang else "forkserver"


class _Werkers(ProcessPoolExecutor):
    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        # Not before there is work: in a batch nothing may have changed.
        _start_forkserver()
        return super().submit(_werk, fn, *args, **kwargs)


def _start_forkserver() -> None:
    """Start the process from which workers split off; a Ctrl+C is for us alone, not for it."""
    if sys.platform == "win32" or _soort() != "forkserver":
        return
    from multiprocessing import forkserver

    signalen = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    oud = signal.pthread_sigmask(signal.SIG_BLOCK, signalen)
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, oud)


def _begin(einde: Connection, map_tijdelijk: str) -> None:
    """Prepare a worker: it ends when told so, or when its master is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _eindig)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        signal.pthread_sigmask(signal.SIG_SETMASK, set())
    threading.Thread(target=_wacht, args=(einde, map_tijdelijk), daemon=True).start()
    # What is imported by now stays; looking through it again and again takes a fifth of the time.
    gc.collect()
    gc.freeze()


def _wacht(einde: Connection, map_tijdelijk: str) -> None:
    einde.poll(None)
    meester = multiprocessing.parent_process()
    if meester is not None and not meester.is_alive():
        # Its folder for the pool, which it cannot remove any more.
        shutil.rmtree(map_tijdelijk, ignore_errors=True)
    while True:
        if sys.platform == "win32":
            os.kill(os.getpid(), signal.SIGTERM)
        else:
            # To the main thread, which may wait for work.
            signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGTERM)
        time.sleep(GEDULD)


class _Stand:
    """Whether this worker is busy with a job."""

    bezig = False


def _eindig(*_: object) -> None:
    if _Stand.bezig:
        raise SystemExit  # which cleans up on its way to _werk
    _sterf()


def _werk(fn: Callable[..., Any], *args: Any) -> Any:
    """Do a job; when told to end, end after it has cleaned up, as the pool would go on to the next."""
    try:
        _Stand.bezig = True
        return fn(*args)
    except SystemExit:
        _sterf()
    finally:
        _Stand.bezig = False


def _sterf() -> None:
    util._exit_function()  # type: ignore[attr-defined] # ends the LibreOffice of this worker
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.raise_signal(signal.SIGTERM)
