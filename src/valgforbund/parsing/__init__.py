"""What people type and paste: numbers, letters and tables. Nowhere else is it read."""

from valgforbund.parsing.cells import Line, lines
from valgforbund.parsing.fitting import Fitted, Nobody, below, fit
from valgforbund.parsing.labels import ALLIANCE, CANDIDATES, HEADER, PLACE, SEATS, SHARE, VOTES
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
from valgforbund.parsing.part import IN_PART, Part, noted, part, with_part
from valgforbund.parsing.pasted import Aside, Pasted, Row, read, understood
from valgforbund.parsing.persons import Typed, persons

__all__ = [
    "ALLIANCE",
    "CANDIDATES",
    "DANISH",
    "ENGLISH",
    "HEADER",
    "IN_PART",
    "MOST_LISTS",
    "MOST_SEATS",
    "MOST_VOTES",
    "PLACE",
    "SEATS",
    "SHARE",
    "SPACES",
    "VOTES",
    "Aside",
    "Fitted",
    "Line",
    "Lists",
    "Nobody",
    "Part",
    "Pasted",
    "Row",
    "Typed",
    "below",
    "decimal",
    "fit",
    "groups",
    "items",
    "letters",
    "lines",
    "names",
    "noted",
    "part",
    "per_cent",
    "persons",
    "read",
    "understood",
    "whole_number",
    "with_part",
]
