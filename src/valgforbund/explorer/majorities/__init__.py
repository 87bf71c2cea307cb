"""Majorities as several tools show them."""
