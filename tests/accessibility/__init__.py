"""Tests of the questions to Word files."""
