"""The explorer: one scenario, changed by widgets, counted again at once."""

from valgforbund.explorer.explorer import Explorer

__all__ = ["Explorer"]
