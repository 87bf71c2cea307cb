"""The candidates that a person brought along, as they stand in a file with the scenario."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, NamedTuple

import msgspec
import pandas as pd

from valgforbund import checks, glyphs
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, Kind, records, rows_of, text, whole

MOST = 5000  # candidates of a file
LONGEST = 200  # characters of a name
LARGEST = 10**9  # votes
LEAST = {"candidate": 1}
NEEDED = (LETTER, "candidate")
_COLUMNS: dict[str, Kind] = {
    LETTER: text,
    "candidate": whole,
    "name": text,
    "votes": whole,
    "form": text,
    "list_votes": whole,
}


class Person(NamedTuple):
    """A candidate: the letter of the list, and the place on the ballot paper, from 1."""

    letter: str
    candidate: int


class Candidate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One candidate.

    Attributes
    ----------
    letter : str
    candidate : int
        Place on the ballot paper, from 1.
    name : str
    votes : int or None
        Personal ones; None until they are counted.
    form : str
        ``"open"`` (sideordnet) or ``"party"`` (partiliste).
    list_votes : int or None
        Votes of the list that are no candidate's.
    """

    letter: str
    candidate: Annotated[int, msgspec.Meta(ge=1)]
    name: Annotated[str, msgspec.Meta(max_length=LONGEST)] = ""
    votes: Annotated[int, msgspec.Meta(ge=0)] | None = None
    form: str = "open"
    list_votes: Annotated[int, msgspec.Meta(ge=0)] | None = None


Candidates = Annotated[tuple[Candidate, ...], msgspec.Meta(max_length=MOST)]


def of(frame: pd.DataFrame) -> tuple[Candidate, ...]:
    """The candidates of a frame, such as `valgforbund.elected` takes.

    Raises
    ------
    ScenarioError
        If it is no frame, lacks a column, or has more or longer names than a file may have.

    Examples
    --------
    >>> frame = pd.DataFrame({"letter": ["A"], "candidate": [1], "name": ["Bo"], "votes": [7]})
    >>> of(frame)[0].name, frame_of(of(frame)).votes.to_list()
    ('Bo', [7])
    """
    if not isinstance(frame, pd.DataFrame):
        raise ScenarioError("people_not_a_frame", value=frame)
    missing = [column for column in NEEDED if column not in frame.columns]
    if missing:
        raise ScenarioError("people_columns", missing=", ".join(missing))
    known = [column for column in _COLUMNS if column in frame.columns]
    if len(frame) > MOST:
        raise ScenarioError("people_too_many", rows=len(frame), limit=MOST)
    rows = enumerate(rows_of(frame[known]), 1)
    found = ({name: _plain(n, name, getattr(row, name)) for name in known} for n, row in rows)
    return tuple(
        Candidate(**{name: value for name, value in each.items() if value is not None})
        for each in found
    )


def frame_of(candidates: Iterable[Candidate]) -> pd.DataFrame:
    """A row each: letter, candidate, name, votes, form, list_votes."""
    rows = (
        (each.letter, each.candidate, each.name or None, each.votes, each.form, each.list_votes)
        for each in candidates
    )
    return records(rows, _COLUMNS)


def replaced(brought: Iterable[Candidate], typed: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of all lists, where some were typed in place of those that came along.

    Examples
    --------
    >>> [each.name for each in replaced([Candidate("A", 1, "Bo")], [Candidate("A", 1, "Cy")])]
    ['Cy']
    """
    own = tuple(typed)
    letters = {each.letter for each in own}
    return *(each for each in brought if each.letter not in letters), *own


def nominated(
    held: Iterable[Candidate],
    letter: str,
    persons: Iterable[tuple[str, int]],
    votes: int,
    form: str = "open",
    list_votes: int | None = None,
) -> tuple[Candidate, ...]:
    """Candidates with those of one list as a person typed them; none are none.

    Parameters
    ----------
    held : iterable of Candidate
        Of all lists that were typed.
    letter : str
    persons : iterable of (name, personal votes)
        In the order of the ballot paper.
    votes : int
        Of the list: what is no candidate's are list votes.
    form : str
        ``"open"`` (sideordnet) or ``"party"`` (partiliste).
    list_votes : int, optional
        Where the person says how many.

    Raises
    ------
    ScenarioError
        If the personal votes are more than the list has, or with the list votes not what it has;
        or there are more candidates than a file may have.

    Examples
    --------
    >>> nominated((), "A", [("Bo", 7)], 9)[0].list_votes
    2
    """
    typed = list(persons)
    own = sum(each for _, each in typed)
    if own > votes:
        raise ScenarioError("persons_more_than_list", letter=letter, value=own, votes=votes)
    if list_votes is not None and own + list_votes != votes:
        every = own + list_votes
        raise ScenarioError("persons_not_the_list", letter=letter, value=every, votes=votes)
    others = tuple(each for each in held if each.letter != letter)
    if len(others) + len(typed) > MOST:
        raise ScenarioError("persons_too_many", limit=MOST)
    return others + tuple(
        Candidate(letter, place, name, each, form, votes - own)
        for place, (name, each) in enumerate(typed, 1)
    )


def _plain(row: int, column: str, value: Any) -> Any:
    """What stands in a file; in a row, counted from 1, and a column."""
    if checks.is_missing(value) and column not in NEEDED:
        return None
    where = {"row": row, "column": column}
    if _COLUMNS[column] is whole:
        number = checks.whole(value, LEAST.get(column, 0), "people_cell_not_whole", **where)
        if number > LARGEST:
            raise ScenarioError("people_cell_too_large", value=number, limit=LARGEST, **where)
        return number
    if not isinstance(value, str) or not glyphs.is_whole(value) or len(value) > LONGEST:
        raise ScenarioError("people_cell_no_text", value=value, limit=LONGEST, **where)
    return str(value)
