"""The account: every typed cell is printed, used or told; it shares no code with building and rendering."""
