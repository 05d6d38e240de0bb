"""From rows that know their cells to a Wijkplan, with a finding for all that stands in the way."""
