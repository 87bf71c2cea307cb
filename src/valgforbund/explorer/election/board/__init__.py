"""The board: alliances as boxes and lists as chips, built by hand."""
