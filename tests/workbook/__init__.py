"""Tests of reading and writing the workbooks."""
