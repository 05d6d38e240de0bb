"""The project folder: where the input, the template and the output stand."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import GebruikFout, OmgevingFout
from pipeline.names import key
from pipeline.spelling import lijkt_op

SJABLOON = "wijkplan-sociaal.docx"


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with inputs/ and templates/; outputs/ is made when needed."""

    map: Path

    @property
    def sjabloon(self) -> Path:
        return self.map / "templates" / SJABLOON

    @property
    def gemeente(self) -> Path:
        return self.map / "inputs" / "gemeente.xlsx"

    def werkmap(self, wijk: str) -> Path:
        return self.map / "inputs" / wijk / f"{wijk}.xlsx"

    def afbeeldingen(self, wijk: str) -> Path:
        return self.map / "inputs" / wijk / "afbeeldingen"

    def uitvoer(self, wijk: str) -> Path:
        return self.map / "outputs" / wijk

    def wijken(self) -> list[str]:
        """Return the names of the wijken that have a folder in inputs/, sorted.

        Raises OmgevingFout when that may not be read.
        """
        try:
            return sorted(
                pad.name
                for pad in (self.map / "inputs").iterdir()
                if pad.is_dir() and not pad.name.startswith(".")
            )
        except PermissionError as fout:
            raise OmgevingFout(
                f"De map {self.map / 'inputs'} is niet te lezen. Vraag de beheerder om rechten op die map."
            ) from fout

    def find_wijk(self, typed: str) -> str:
        """Return the wijk that somebody typed; capitals, accents and the end of a file name do not matter.

        What is no wijk, or may be several, is returned as typed.
        """
        known = self.wijken()
        alike = [name for name in known if _bare(name) == _bare(typed)]
        return alike[0] if typed not in known and len(alike) == 1 else typed

    def controleer_wijk(self, wijk: str) -> None:
        """Raise GebruikFout for a wijk that has no folder; so no name leads out of inputs/."""
        bekend = self.wijken()
        if wijk not in bekend:
            bare = {_bare(name): name for name in bekend}
            meant = lijkt_op(_bare(wijk), bare)
            raise GebruikFout(
                f"De wijk '{wijk}' is niet bekend.\n"
                + (f"Bedoelt u '{bare[meant]}'?\n" if meant else "")
                + f"Deze wijken zijn er: {', '.join(bekend) or 'nog geen'}.\n"
                "Verwacht is de naam van een map in inputs, bijvoorbeeld: make plan WIJK="
                f"{bekend[0] if bekend else 'nieuwland'}"
            )


def _bare(name: str) -> str:
    """Return a typed name of a wijk without its folder, the end of a file name, capitals and accents.

    A way around, as in 'jp/../jp', is no name and stays as it is.
    """
    path = key(name).replace("\\", "/").rstrip("/")
    if ".." in path.split("/"):
        return path
    last = path.rpartition("/")[2]
    letters = unicodedata.normalize("NFD", re.sub(r"\.(xls[xmb]?|ods|docx|pdf)$", "", last))
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).replace(" ", "-")


def open_project(plek: Path) -> Project:
    """Return the project in a folder. Raises GebruikFout when inputs/ or templates/ is not there."""
    ontbreekt = [naam for naam in ("inputs", "templates") if not (plek / naam).is_dir()]
    if ontbreekt:
        raise GebruikFout(
            f"In de map {plek} staat geen map {' en geen map '.join(ontbreekt)}.\n"
            "Ga eerst naar de map van het project en geef dan de opdracht opnieuw."
        )
    return Project(plek)
