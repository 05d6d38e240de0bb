"""Excel: the one description of the workbooks, and reading and writing them by it."""
