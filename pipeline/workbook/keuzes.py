"""The dropdowns and prompts of a workbook: what a cell says when it is chosen and what it accepts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from openpyxl.worksheet.datavalidation import DataValidation

from pipeline.workbook.kolommen import Kolom


class Bron(NamedTuple):
    """The cells of a column that choices come from, with room for rows to come."""

    blad: str
    letter: str
    eerste: int
    laatste: int

    def gevuld(self) -> str:
        """Return the formula for the cells down to the last that is filled in.

        A plain range would end in empty choices, and Excel opens such a list at its end.
        """
        begin = f"'{self.blad}'!${self.letter}${self.eerste}"
        bereik = f"{begin}:${self.letter}${self.laatste}"
        aantal = f'SUMPRODUCT(MAX(({bereik}<>"")*ROW({bereik})))-{self.eerste - 1}'
        return f"OFFSET({begin},0,0,MAX(1,{aantal}),1)"


def validatie(kolom: Kolom, bereik: str, bronnen: Mapping[str, Bron]) -> DataValidation:
    """Return the prompt of a column, and its choices where it has them, for a range of cells.

    `bronnen` holds every column that choices can come from, by its name ('Kernaanpakken[Nummer]').
    """
    uit = DataValidation(
        sqref=bereik, allow_blank=True, showInputMessage=True, promptTitle=kolom.kop, prompt=kolom.hulp
    )
    if kolom.keuzes:
        uit.type = "list"
        if isinstance(kolom.keuzes, tuple):
            uit.formula1 = '"' + ",".join(kolom.keuzes) + '"'
        else:
            uit.formula1 = bronnen[kolom.keuzes].gevuld()
        uit.showErrorMessage = not kolom.vrij
        uit.errorStyle = "stop"
        uit.errorTitle = "Niet in de lijst"
        uit.error = "Kies een waarde uit de lijst, of maak de cel leeg."
    return uit
