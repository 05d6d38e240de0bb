"""Tests of telling the findings: in the terminal and on a page."""
