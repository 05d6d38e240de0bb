"""PDF: LibreOffice makes it from the Word file, and this reads what it made."""
