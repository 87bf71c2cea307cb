"""The candidates that a person gives: a frame like that of `valgforbund.candidates`."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from valgforbund import checks
from valgforbund.counting import Count
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, rows_of
from valgforbund.parsing.evening import of_night
from valgforbund.people.nominees import OPEN, PARTY_LIST, Nominees
from valgforbund.people.register import register
from valgforbund.sources import bundled

NEEDED = (LETTER, "candidate", "votes")
FORMS = (OPEN, PARTY_LIST)
WHY = {  # nobody can be named, by the code of an error
    "people_unknown": "not_here",
    "people_not_given": "not_here",
    "people_not_counted": "not_counted",
}


def nominees_of(count: Count, candidates: pd.DataFrame | None) -> Mapping[str, Nominees]:
    """The candidates of a count by letter: those that are given, or the bundled ones.

    Raises
    ------
    ScenarioError
        If none are given and none are bundled, or votes are those of a night of counting, when
        nobody knew those of candidates; or the frame cannot be used.
    """
    if candidates is not None:
        return _read(candidates, count)
    scenario = count.scenario
    if of_night(scenario.notes):
        raise ScenarioError("people_not_counted", place=scenario.place)
    code = bundled.code(scenario.place)
    if not scenario.election or code is None:
        raise ScenarioError("people_not_given", place=scenario.place)
    return {letter: each.nominees for letter, each in register(scenario.election, code).items()}


def unknown(count: Count, candidates: pd.DataFrame | None) -> str | None:
    """Why nobody can be named in a count.

    Returns
    -------
    str or None
        ``"not_counted"`` where personal votes are not counted yet, ``"not_here"`` where no
        candidates are given and none are bundled; None where they are known.

    Raises
    ------
    ScenarioError
        If the frame cannot be used.

    Examples
    --------
    >>> from valgforbund.counting import count
    >>> from valgforbund.sources.source import load
    >>> unknown(count(load("KV2025", "Læsø")), None), unknown(count(load("EP2024")), None)
    (None, 'not_here')
    """
    if isinstance(candidates, pd.DataFrame):
        is_counted = "votes" not in candidates or candidates["votes"].notna().all()
        if not is_counted:
            return "not_counted"
    try:
        nominees_of(count, candidates)
    except ScenarioError as error:
        if error.code not in WHY:
            raise
        return WHY[error.code]
    return None


def others(count: Count, candidates: pd.DataFrame | None) -> tuple[str, ...]:
    """The lists whose given candidates are not those that come with the package.

    None where none come with it: nobody knows then whose the given ones are.

    Examples
    --------
    >>> from valgforbund.counting import count
    >>> from valgforbund.sources.source import load
    >>> own = pd.DataFrame({"letter": ["C"], "candidate": [1], "name": ["Anna"], "votes": [9]})
    >>> others(count(load("KV2025", "Læsø")), own), others(count(load("EP2024")), own)
    (('C',), ())
    """
    if candidates is None or unknown(count, candidates) or unknown(count, None):
        return ()
    bundled_, given = (nominees_of(count, each) for each in (None, candidates))
    here = (letter for letter in given if letter in bundled_)
    return tuple(x for x in here if _counted(given[x]) != _counted(bundled_[x]))


def _counted(nominees: Nominees) -> tuple[str, tuple[int, ...]]:
    return nominees.form, nominees.votes


def _read(frame: pd.DataFrame, count: Count) -> dict[str, Nominees]:
    if not isinstance(frame, pd.DataFrame):
        raise ScenarioError("people_not_a_frame", value=frame)
    missing = [column for column in NEEDED if column not in frame.columns]
    if missing:
        raise ScenarioError("people_columns", missing=", ".join(missing))
    votes = dict(zip(count.scenario.letters, count.scenario.ballots, strict=True))
    return {
        str(letter): _list(str(letter), rows, votes.get(str(letter), 0))
        for letter, rows in frame.groupby(LETTER, sort=False, observed=True)
    }


def _list(letter: str, rows: pd.DataFrame, votes: int) -> Nominees:
    """One list with so many votes; its candidates are numbered from 1, each once."""
    given = {int(row.candidate): row for row in rows_of(rows)}
    if len(given) != len(rows) or sorted(given) != [*range(1, len(rows) + 1)]:
        raise ScenarioError("people_numbers", letter=letter, last=len(rows))
    ordered = [given[place] for place in sorted(given)]
    form = str(getattr(ordered[0], "form", OPEN))
    if form not in FORMS:
        raise ScenarioError("people_form", letter=letter, value=form)
    names = [getattr(row, "name", None) for row in ordered]
    own = tuple(checks.whole(row.votes, 0, "votes_not_whole", letter=letter) for row in ordered)
    list_votes = getattr(ordered[0], "list_votes", None)
    return Nominees(
        form,
        max(votes - sum(own), 0)
        if checks.is_missing(list_votes)
        else checks.whole(list_votes, 0, "votes_not_whole", letter=letter),
        own,
        tuple(None if pd.isna(name) else str(name) for name in names),
    )
