"""Tests of building a plan from the rows of its workbook."""
