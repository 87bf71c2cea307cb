"""The candidates that a person brought along, as they stand in a file with the scenario."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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
OPEN, PARTY_LIST = FORMS = "open", "party"  # sideordnet opstilling, partiliste
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


def of(frame: pd.DataFrame, find: Callable[[str], str | None] = str) -> tuple[Candidate, ...]:
    """The candidates of a frame as a file holds them; `find` as in `read`.

    Raises
    ------
    ScenarioError
        As `read` does, or if there are more or larger numbers than a file may have.
    """
    found = read(frame, find)
    if len(found) > MOST:
        raise ScenarioError("people_too_many", rows=len(found), limit=MOST)
    for row, each in enumerate(found, 1):
        for column, value in (("votes", each.votes), ("list_votes", each.list_votes)):
            if value is not None and value > LARGEST:
                known = {"row": row, "column": column, "value": value, "limit": LARGEST}
                raise ScenarioError("people_cell_too_large", **known)
    return found


def read(
    frame: pd.DataFrame,
    find: Callable[[str], str | None] = str,
    needed: Collection[str] = NEEDED,
) -> tuple[Candidate, ...]:
    """The candidates of a frame, such as `valgforbund.elected` takes.

    Parameters
    ----------
    frame : DataFrame
        Lists stand open where no form is given. Form and list votes are those of the list: where
        they stand in several of its rows, they are the same.
    find : callable
        The list's own letter for what a person calls it; None where there is no such list: then
        it keeps what it is called.
    needed : collection of str
        The columns that there must be, with no cell left empty.

    Raises
    ------
    ScenarioError
        If it is no frame, lacks a column or has it twice, a cell cannot be used, the candidates of
        a list are not numbered from 1, or its rows do not agree.

    Examples
    --------
    >>> frame = pd.DataFrame({"letter": ["A "], "candidate": [1], "name": ["Bo"], "votes": [7]})
    >>> read(frame)[0].letter, frame_of(read(frame)).votes.to_list()
    ('A', [7])
    """
    if not isinstance(frame, pd.DataFrame):
        raise ScenarioError("people_not_a_frame", value=frame)
    columns = Counter(frame.columns)
    missing = [column for column in needed if column not in columns]
    if missing:
        raise ScenarioError("people_columns", missing=", ".join(missing))
    known = [column for column in _COLUMNS if column in columns]
    for column in known:
        if columns[column] > 1:
            raise ScenarioError("name_given_twice", name=column)
    rows = [
        {column: _plain(n, column, getattr(row, column), needed) for column in known}
        for n, row in enumerate(rows_of(frame[known]), 1)
    ]
    called = dict.fromkeys(row[LETTER] for row in rows)
    own = {each: find(each) or each for each in called}
    by_list: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        row[LETTER] = own[row[LETTER]]
        by_list.setdefault(row[LETTER], []).append(row)
    of_list = {letter: _agreed(letter, each) for letter, each in by_list.items()}
    told = (row | of_list[row[LETTER]] for row in rows)
    return tuple(
        Candidate(**{column: value for column, value in each.items() if value is not None})
        for each in told
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


def _agreed(letter: str, rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """What all rows of a list say of it; its candidates are numbered from 1, each once."""
    if sorted(row["candidate"] for row in rows) != [*range(1, len(rows) + 1)]:
        raise ScenarioError("people_numbers", letter=letter, last=len(rows))
    found: dict[str, Any] = {}
    for column in ("form", "list_votes"):
        values = dict.fromkeys(row.get(column) for row in rows if row.get(column) is not None)
        value, *others = values or (None,)
        if others:
            known = {"letter": letter, "column": column, "value": value, "other": others[0]}
            raise ScenarioError("people_differ", **known)
        found[column] = value
    if found["form"] not in (None, *FORMS):
        forms = {"open": OPEN, "party": PARTY_LIST}
        raise ScenarioError("people_form", letter=letter, value=found["form"], **forms)
    return found


def _plain(row: int, column: str, value: Any, needed: Collection[str]) -> Any:
    """What a cell says; in a row, counted from 1, and a column."""
    if checks.is_missing(value) and column not in needed:
        return None
    where = {"row": row, "column": column}
    if _COLUMNS[column] is whole:
        least = LEAST.get(column, 0)
        return checks.whole(value, least, "people_cell_not_whole", lowest=least, **where)
    if column == LETTER:
        return _letter(value, where)
    if not isinstance(value, str) or not glyphs.is_whole(value) or len(value) > LONGEST:
        raise ScenarioError("people_cell_no_text", value=value, limit=LONGEST, **where)
    return str(value)


def _letter(value: Any, where: Mapping[str, object]) -> str:
    try:
        return checks.letter(value)
    except ScenarioError:
        limit = checks.LONGEST_LETTER
        raise ScenarioError("people_cell_no_text", value=value, limit=limit, **where) from None
