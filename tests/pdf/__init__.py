"""Tests of pipeline/pdf."""
