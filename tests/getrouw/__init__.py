"""Tests that the documents are faithful to the two plans that were published."""
