"""The candidates that a person gives: a frame like that of `valgforbund.candidates`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from valgforbund.counting import Count
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER
from valgforbund.parsing.evening import of_night
from valgforbund.people.nominees import Nominees
from valgforbund.people.register import register
from valgforbund.sharing.candidates import Candidate, read
from valgforbund.sources import bundled

NEEDED = (LETTER, "candidate", "votes")
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
    scenario = count.scenario
    if candidates is not None:
        votes = dict(zip(scenario.letters, scenario.ballots, strict=True))
        by_list: dict[str, list[Candidate]] = {}
        for each in read(candidates, scenario.find, NEEDED):
            by_list.setdefault(each.letter, []).append(each)
        return {letter: _list(each, votes.get(letter, 0)) for letter, each in by_list.items()}
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
    if candidates is not None:
        persons = read(candidates, count.scenario.find)
        if "votes" in candidates and any(each.votes is None for each in persons):
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


def _list(persons: Sequence[Candidate], votes: int) -> Nominees:
    """One list with so many votes; what is no candidate's are list votes where none are told."""
    ordered = sorted(persons, key=lambda each: each.candidate)
    first, own = ordered[0], tuple(each.votes or 0 for each in ordered)
    left = max(votes - sum(own), 0) if first.list_votes is None else first.list_votes
    return Nominees(first.form, left, own, tuple(each.name or None for each in ordered))
