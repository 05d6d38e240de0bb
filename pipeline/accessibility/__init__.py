"""Looks at any Word file as a screen reader and a reader with poor sight meet it, before it becomes a PDF."""
