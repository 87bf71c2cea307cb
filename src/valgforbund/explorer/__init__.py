"""The explorer: one scenario, changed by widgets, counted again at once."""

from valgforbund.explorer.explorer import Explorer
from valgforbund.explorer.review import PartyReview

__all__ = ["Explorer", "PartyReview"]
