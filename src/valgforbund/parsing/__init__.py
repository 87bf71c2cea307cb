"""What people type and paste: numbers, letters and tables. Nowhere else is it read."""

from valgforbund.parsing.asides import SIZE, aside
from valgforbund.parsing.cells import BETWEEN, Line, lines
from valgforbund.parsing.fitting import Fitted, Nobody, below, fit
from valgforbund.parsing.labels import (
    ALLIANCE,
    AREA,
    CANDIDATES,
    HEADER,
    OTHER,
    PLACE,
    SEATS,
    SHARE,
    TITLE,
    VOTES,
    column,
)
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
from valgforbund.parsing.pasted import Pasted, read, understood
from valgforbund.parsing.persons import Persons, Typed, persons
from valgforbund.parsing.rows import Aside, Row

__all__ = [
    "ALLIANCE",
    "AREA",
    "BETWEEN",
    "CANDIDATES",
    "DANISH",
    "ENGLISH",
    "HEADER",
    "IN_PART",
    "MOST_LISTS",
    "MOST_SEATS",
    "MOST_VOTES",
    "OTHER",
    "PLACE",
    "SEATS",
    "SHARE",
    "SIZE",
    "SPACES",
    "TITLE",
    "VOTES",
    "Aside",
    "Fitted",
    "Line",
    "Lists",
    "Nobody",
    "Part",
    "Pasted",
    "Persons",
    "Row",
    "Typed",
    "aside",
    "below",
    "column",
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
