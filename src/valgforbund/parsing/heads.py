"""What stands over and below the lists of a pasted table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from valgforbund.parsing import labels
from valgforbund.parsing.cells import HEAD, Line, is_number
from valgforbund.parsing.columns import SHORT
from valgforbund.parsing.labels import HEADER, TITLE
from valgforbund.parsing.letters import Lists

YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def header(
    every: Sequence[Line], lists: Lists | None, marks: str
) -> tuple[list[tuple[Line, str]], list[Line]]:
    r"""What stands over the lists, each line with what it is, and the rest.

    Examples
    --------
    >>> from valgforbund.parsing.cells import lines
    >>> from valgforbund.parsing.numbers import DANISH
    >>> over, rest = header(lines("Valg i Lejre\nListe;Stemmer\nA;12", DANISH), None, DANISH)
    >>> [why for _, why in over], [each.cells for each in rest]
    (['title', 'header'], [('A', '12')])
    """
    head: list[tuple[Line, str]] = []
    over = next((i for i, each in enumerate(every[:HEAD]) if _is_over(each, marks)), 0)
    for place, line in enumerate(every):
        if place < over:  # whatever stands above the words over the columns
            head.append((line, TITLE))
            continue
        known = sum(map(bool, map(labels.column, line.cells)))
        has_numbers = any(is_number(each, marks) for each in line.cells)
        if has_numbers and known < 2:  # a year may stand over a column
            return head, [*every[place:]]
        if lists and any(map(lists.find, filter(None, line.cells))):
            break
        words = line.text.split()
        if known or 2 * sum(map(bool, map(labels.column, words))) >= len(words):
            return [*head, (line, HEADER)], [*every[place + 1 :]]
        if len(line.text.split(" ")[0]) <= SHORT:  # it may be a list
            break
        head.append((line, TITLE))
    return [], [*every]


def _is_over(line: Line, marks: str) -> bool:
    """Whether two or more cells are words over columns, and none a number of a list."""
    known = [labels.column(each) for each in line.cells if each]
    numbers = [each for each in line.cells if is_number(each, marks) and not YEAR.fullmatch(each)]
    return sum(map(bool, known)) > 1 and not numbers


def footer(body: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines, and the notes below them: where the numbers are from, and when."""
    end = len(body)
    while end > 1 and labels.is_foot(body[end - 1].text):
        end -= 1
    return [*body[:end]], [*body[end:]]
