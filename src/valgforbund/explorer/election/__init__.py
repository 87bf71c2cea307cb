"""The explorer: one scenario, changed by widgets, counted again at once."""

from valgforbund.explorer.election.explorer import Explorer

__all__ = ["Explorer"]
