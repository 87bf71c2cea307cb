"""Candidates as people type or paste them: a name and personal votes a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.parsing.numbers import DANISH, whole_number

MOST_PERSONS = 999  # of a list
LONGEST_NAME = 200
_RANK = r"(?:[0-9]{1,3}(?:[.)]\s*|\s*[\t;]\s*))?"  # "1. ", "1) " or a column of its own
_VOTES = r"[0-9]{1,3}(?:[.,\u00a0\u202f ][0-9]{3})+|[0-9]+"
_LINE = re.compile(rf"{_RANK}(?P<name>.*?)(?P<sign>[\s:;,]+)(?P<votes>{_VOTES})")


class Typed(NamedTuple):
    """A candidate in the order of the ballot paper.

    Attributes
    ----------
    name : str
    votes : int
        Personal ones.
    """

    name: str
    votes: int


def persons(text: str, marks: str = DANISH) -> tuple[Typed, ...]:
    r"""Read candidates, one a line, in the order of the ballot paper.

    Parameters
    ----------
    text : str
        ``Anna Berg 1.234``, ``Anna Berg; 1234`` or two columns of a spreadsheet, with or without
        the place on the ballot paper before the name; lines without anything are left out.
    marks : str
        Thousands marks, as for `whole_number`.

    Raises
    ------
    ScenarioError
        If a line is anything else; it is named. Nothing is guessed.

    Examples
    --------
    >>> persons("1. Anna Berg 1.234\nBo Dam: 56")
    (Typed(name='Anna Berg', votes=1234), Typed(name='Bo Dam', votes=56))
    """
    lines = [(n, line.strip()) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST_PERSONS:
        raise ScenarioError("persons_too_many", limit=MOST_PERSONS)
    return tuple(_typed(n, line, marks) for n, line in lines)


def _typed(number: int, line: str, marks: str) -> Typed:
    found = _LINE.fullmatch(line)
    name = " ".join(found["name"].split()) if found else ""
    if found is None or not re.search(r"[^\W\d_]", name) or len(name) > LONGEST_NAME:
        raise ScenarioError("person_not_read", line=number, value=line)
    try:
        return Typed(name, whole_number(found["votes"], marks))
    except ScenarioError:
        raise ScenarioError("person_not_read", line=number, value=line) from None
