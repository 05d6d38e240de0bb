"""Puts the difference between two generated versions into the file that staff edited."""
