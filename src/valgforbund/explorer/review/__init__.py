"""The review of a party as a page: a choice of party, what alliances came to, every council."""

from valgforbund.explorer.review.page import PartyReview

__all__ = ["PartyReview"]
