"""Assembles a Wijkplan Sociaal from workbooks into a Word file and an accessible PDF."""

__version__ = "0.1.0"
