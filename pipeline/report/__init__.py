"""Tells the findings to people: the same list in the terminal, on a page and in a workbook."""
