"""Simulation: what the seats could be before the votes are in, and how likely each result is."""
