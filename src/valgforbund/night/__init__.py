"""A night of counting: what is counted, what is likely to come, and how sure that is."""
