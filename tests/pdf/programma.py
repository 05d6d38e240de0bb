"""Programs that stand in for a LibreOffice that misbehaves, and what is left of them."""

from __future__ import annotations

import os
import time
from pathlib import Path

_KOP = """#!/bin/sh
echo $$ >> '{logboek}'
profiel="${1#-env:UserInstallation=file://}"
taken="${profiel%/profiel}/taken"
"""
CRASHT = "exit 1"
HANGT = "trap '' TERM INT; sleep 600 & echo $! >> '{logboek}'; wait"
CRASHT_EN_LAAT_ACHTER = "sleep 600 & echo $! >> '{logboek}'; exit 1"
WACHT = "sleep 600 & echo $! >> '{logboek}'; wait"
ZEGT_FOUT = """
while [ ! -e "$taken/taak-1" ]; do sleep 0.02; done
echo 'bestand is kapot' > "$taken/deel"; mv "$taken/deel" "$taken/klaar-1"; sleep 600
"""
ZEGT_GOED_MAAR_MAAKT_NIETS = ZEGT_FOUT.replace("bestand is kapot", "ok")
OMZETTER = """
echo 7.4.7.2 > "$taken/deel"; mv "$taken/deel" "$taken/versie"
nummer=1
while true; do
  if [ -e "$taken/taak-$nummer" ]; then
    doel=$(sed -n '2s|file://||p' "$taken/taak-$nummer")
    OMZETTEN
    echo ok > "$taken/deel"; mv "$taken/deel" "$taken/klaar-$nummer"
    nummer=$((nummer + 1))
  fi
  sleep 0.02
done
"""


def schrijf(map_pad: Path, gedrag: str) -> tuple[Path, Path]:
    """Write a program 'soffice' that behaves so; return it, and the file in which its processes stand."""
    map_pad.mkdir(parents=True, exist_ok=True)
    programma, logboek = map_pad / "soffice", map_pad / "logboek"
    programma.write_text((_KOP + gedrag).replace("{logboek}", str(logboek)), encoding="utf-8")
    programma.chmod(0o755)
    return programma, logboek


def processen(logboek: Path) -> list[int]:
    """Return the processes that were started, in their order."""
    return [int(regel) for regel in logboek.read_text(encoding="utf-8").split()] if logboek.exists() else []


def levend(logboek: Path) -> list[int]:
    """Return the processes that are still there, a moment after the last could have ended."""
    einde = time.monotonic() + 2
    while (over := [pid for pid in processen(logboek) if leeft(pid)]) and time.monotonic() < einde:
        time.sleep(0.02)
    return over


def leeft(pid: int) -> bool:
    """Tell whether a process is still there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # One that ended but was not yet fetched by the system's first process does nothing any more.
    stand = Path(f"/proc/{pid}/stat")
    return not stand.exists() or stand.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
