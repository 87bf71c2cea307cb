"""A count as several tools show it: its results, pictures and meanings, and examples."""
