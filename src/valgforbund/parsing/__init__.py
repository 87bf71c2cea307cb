"""What people type and paste: numbers, letters and tables. Nowhere else is it read."""

from valgforbund.parsing.fitting import Fitted, Nobody, below, fit
from valgforbund.parsing.labels import SEATS, VOTES
from valgforbund.parsing.letters import Lists, groups, items, letters, names
from valgforbund.parsing.numbers import (
    DANISH,
    ENGLISH,
    MOST_LISTS,
    MOST_SEATS,
    MOST_VOTES,
    SPACES,
    decimal,
    per_cent,
    whole_number,
)
from valgforbund.parsing.pasted import Aside, Pasted, Row, read

__all__ = [
    "DANISH",
    "ENGLISH",
    "MOST_LISTS",
    "MOST_SEATS",
    "MOST_VOTES",
    "SEATS",
    "SPACES",
    "VOTES",
    "Aside",
    "Fitted",
    "Lists",
    "Nobody",
    "Pasted",
    "Row",
    "below",
    "decimal",
    "fit",
    "groups",
    "items",
    "letters",
    "names",
    "per_cent",
    "read",
    "whole_number",
]
