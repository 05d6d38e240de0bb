"""Word: from a Wijkplan and the template to a complete Word file."""
