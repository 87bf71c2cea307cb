"""What every tool stands on; it knows no scenario and no council."""
