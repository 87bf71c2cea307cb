"""Candidates as people type or paste them: a name and personal votes a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.parsing.numbers import DANISH, whole_number

MOST_PERSONS = 999  # of a list
LONGEST_NAME = 200
_RANK = r"(?:(?P<rank>[0-9]{1,3})(?:[.)]\s*|\s*[\t;]\s*))?"  # "1. ", "1) " or a column of its own
_VOTES = r"[0-9]{1,3}(?:[.,\u00a0\u202f ][0-9]{3})+|[0-9]+"
_LINE = re.compile(rf"{_RANK}(?P<name>.*?)(?P<sign>[\s:;,]+)(?P<votes>{_VOTES})")
# what valg.dk's own files have below the candidates
_FOR_THE_LIST = re.compile(r"listestemmer?|list votes?|votes for the list", re.IGNORECASE)
_IN_ALL = re.compile(
    r"i ?alt|stemmer i alt|personlige stemmer(?: i alt)?|total|sum|in all|personal votes",
    re.IGNORECASE,
)


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


class Persons(NamedTuple):
    """What was typed of a list.

    Attributes
    ----------
    typed : tuple of Typed
        In the order of the ballot paper.
    list_votes : int or None
        Where a line has them.
    left_aside : tuple of str
        Lines with a sum.
    """

    typed: tuple[Typed, ...]
    list_votes: int | None = None
    left_aside: tuple[str, ...] = ()


class _Line(NamedTuple):
    """One line that was read."""

    rank: int | None
    name: str
    votes: int


def persons(text: str, marks: str = DANISH) -> Persons:
    r"""Read candidates, one a line, in the order of the ballot paper.

    Parameters
    ----------
    text : str
        ``Anna Berg 1.234``, ``Anna Berg; 1234`` or two columns of a spreadsheet. All may have the
        place on the ballot paper before the name, in any order. A line may have the list votes
        (``Listestemmer 500``); sums (``I alt``) are left aside, and so is what has nothing in it.
    marks : str
        Thousands marks, as for `whole_number`.

    Raises
    ------
    ScenarioError
        If a line is anything else; it is named. If some have a place on the ballot paper and
        others none, or the places are not 1, 2, 3 … Nothing is guessed.

    Examples
    --------
    >>> persons("2. Bo Dam: 56\n1. Anna Berg 1.234").typed
    (Typed(name='Anna Berg', votes=1234), Typed(name='Bo Dam', votes=56))
    >>> persons("Anna Berg 7\nListestemmer 20\nI alt 27")
    Persons(typed=(Typed(name='Anna Berg', votes=7),), list_votes=20, left_aside=('I alt 27',))
    """
    lines = [(n, line.strip()) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST_PERSONS:
        raise ScenarioError("persons_too_many", limit=MOST_PERSONS)
    read: list[_Line] = []
    left_aside: list[str] = []
    list_votes = None
    for n, line in lines:
        found = _read(n, line, marks)
        if _IN_ALL.fullmatch(found.name):
            left_aside.append(line)
        elif not _FOR_THE_LIST.fullmatch(found.name):
            read.append(found)
        elif list_votes is None:
            list_votes = found.votes
        else:
            raise ScenarioError("person_not_read", line=n, value=line)
    ordered = tuple(Typed(each.name, each.votes) for each in _in_order(read))
    return Persons(ordered, list_votes, tuple(left_aside))


def _read(number: int, line: str, marks: str) -> _Line:
    """A line; a name that ends in a digit could be half of a number, or another one."""
    found = _LINE.fullmatch(line)
    name = " ".join(found["name"].split()) if found else ""
    is_name = re.search(r"[^\W\d_]", name) and not name[-1].isdigit()
    if found is None or not is_name or len(name) > LONGEST_NAME:
        raise ScenarioError("person_not_read", line=number, value=line)
    try:
        votes = whole_number(found["votes"], marks)
    except ScenarioError:
        raise ScenarioError("person_not_read", line=number, value=line) from None
    return _Line(int(found["rank"]) if found["rank"] else None, name, votes)


def _in_order(read: list[_Line]) -> list[_Line]:
    """As they stand on the ballot paper: by their places, where they have any."""
    ranks = [each.rank for each in read]
    if not any(rank is not None for rank in ranks):
        return read
    if set(ranks) != {*range(1, len(read) + 1)}:
        raise ScenarioError("persons_places", last=len(read))
    return sorted(read, key=lambda each: each.rank or 0)
