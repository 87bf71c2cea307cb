"""The night of counting: the country, one council, and what one's own lists can expect."""

from valgforbund.explorer.night.tool import Night

__all__ = ["Night"]
