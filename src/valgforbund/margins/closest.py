"""Votes to one more seat and votes to lose one, for every list and alliance.

Source: kommunal- og regionalvalgloven §§ 81-83.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from valgforbund.alliances import Alliance
from valgforbund.comparison import changes_text
from valgforbund.counting import Count, count
from valgforbund.frames import PARTY, table, text, whole
from valgforbund.margins.way import NEW, Way
from valgforbund.progress import Progress
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario

UNIT = "unit"
LIST, ALLIANCE = "list", "alliance"


@dataclass(frozen=True)
class Margin:
    """How close a list or alliance is to one seat more and one fewer; made by `every_margin`.

    Attributes
    ----------
    unit, kind : str
        A letter and ``"list"``, or a name and ``"alliance"``.
    seats : Span
        What it has now.
    to_chance, to_gain : int or None
        Least votes more with which it may, by lot, have more than now, and with which it
        surely has one more than is sure now.
    to_risk, to_lose : int or None
        Least votes fewer with which it has less for sure than now, and with which it surely has
        one fewer than it can have now.
    gain_changes, lose_changes : dict of str to Span
        Whose seats are then not what they are now: the unit itself by its name, and all lists
        outside it by their letters.
    votes : int
        Its votes now.
    """

    unit: str
    kind: str
    seats: Span
    to_chance: int | None = None
    to_gain: int | None = None
    to_risk: int | None = None
    to_lose: int | None = None
    gain_changes: dict[str, Span] = field(default_factory=dict)
    lose_changes: dict[str, Span] = field(default_factory=dict)
    votes: int = 0


def margins(scenario: Scenario | Count, source: str = NEW) -> pd.DataFrame:
    """The exact votes to one more seat, and those that can be lost before a seat is.

    Parameters
    ----------
    scenario : Scenario or Count
    source : str
        Where votes come from and go to: ``"new"`` (voters who voted for no list), ``"others"``
        (all lists outside the unit, in proportion) or a list's letter.

    Returns
    -------
    DataFrame
        Index ``unit``: letters of lists, then names of alliances and groups in them. ``kind``
        (list, alliance), ``seats_low``, ``seats_high``; ``votes_to_chance`` and
        ``votes_to_gain``: least votes more with which a lot could give one seat more than now,
        and with which it is sure whatever a lot decides; ``gain_changes``: who then has other
        seats than now, as text such as ``"A-1 D+1"``. ``votes_to_risk``, ``votes_to_lose`` and
        ``lose_changes`` are the same for votes fewer: when a seat is no longer sure, and when it
        is lost whatever a lot decides. Missing where no number of votes does it. Votes of an
        alliance are shared in proportion inside it, and it changes seats under its own name.

    Raises
    ------
    ScenarioError
        If the source is unknown.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> margins(s).loc[["C", "C-D"], ["votes_to_chance", "votes_to_gain", "gain_changes"]]
         votes_to_chance  votes_to_gain gain_changes
    unit
    C                  5              6      C+1 D-1
    C-D               15             15    B-1 C-D+1
    """
    found = count(scenario).scenario
    rows = every_margin(scenario, source)
    return table(
        [row.unit for row in rows],
        UNIT,
        {
            PARTY: text([found.party(row.unit) if row.kind == LIST else None for row in rows]),
            "kind": text([row.kind for row in rows]),
            "seats_low": whole([row.seats.low for row in rows]),
            "seats_high": whole([row.seats.high for row in rows]),
            "votes_to_chance": whole([row.to_chance for row in rows]),
            "votes_to_gain": whole([row.to_gain for row in rows]),
            "gain_changes": text([changes_text(row.gain_changes) for row in rows]),
            "votes_to_risk": whole([row.to_risk for row in rows]),
            "votes_to_lose": whole([row.to_lose for row in rows]),
            "lose_changes": text([changes_text(row.lose_changes) for row in rows]),
        },
    )


def every_margin(
    scenario: Scenario | Count,
    source: str = NEW,
    progress: Progress | None = None,
) -> list[Margin]:
    """The margins of every list, then of every alliance and group inside one.

    `progress`, if given, is called with the number of units done and of all.
    """
    counted = count(scenario)
    scenario = counted.scenario
    groups = [group for alliance in scenario.alliances for group in alliance.groups]
    units = {letter: Alliance(letter, (letter,)) for letter in scenario.letters}
    units |= {group.name: group for group in groups}
    held = dict(zip(scenario.letters, scenario.ballots, strict=True))
    source = scenario.source(source)
    rows: list[Margin] = []
    for name, unit in units.items():
        if progress is not None:
            progress(len(rows), len(units))
        if source in unit.letters:
            votes = sum(map(held.__getitem__, unit.letters))
            now = counted.seats_of(unit.letters)
            rows.append(Margin(name, _kind(scenario, name), now, votes=votes))
        else:
            rows.append(margin(scenario, name, source))
    return rows


def margin(scenario: Scenario, unit: str, source: str = NEW) -> Margin:
    """The margins of one list, or of one alliance by its name.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> margin(s, "C").to_gain, margin(s, "C", "others").to_gain
    (6, 5)
    """
    way = Way(scenario, unit, source)
    now = way.at(0)[-1]
    gain = way.least(lambda amount: way.at(amount)[-1].low > now.low, way.up)
    lose = way.least(lambda amount: way.at(amount)[-1].high < now.high, -way.down)
    return Margin(
        way.unit,
        _kind(scenario, way.unit),
        now,
        to_chance=way.least(lambda amount: way.at(amount)[-1].high > now.high, way.up),
        to_gain=gain,
        to_risk=way.least(lambda amount: way.at(amount)[-1].low < now.low, -way.down),
        to_lose=lose,
        gain_changes={} if gain is None else way.changes(gain),
        lose_changes={} if lose is None else way.changes(-lose),
        votes=way.held,
    )


def close(scenario: Scenario, letter: str) -> Margin:
    """The margins of a list with new votes; none for one whose letter means new votes."""
    if scenario.source(NEW) == letter:
        return Margin(letter, LIST, Count(scenario).spans[letter])
    return margin(scenario, letter)


class Call(NamedTuple):
    """A close call: so many votes more and a list takes a seat, or so many fewer and it loses one.

    Attributes
    ----------
    row : Margin
        Of the list whose votes they are.
    votes : int
    loses : bool
        Whether they are votes fewer.
    """

    row: Margin
    votes: int
    loses: bool

    @property
    def losers(self) -> frozenset[str]:
        """Whose seat it is now."""
        if self.loses:
            return frozenset({self.row.unit})
        return frozenset(each for each, span in self.row.gain_changes.items() if span.low < 0)


def closest(rows: Iterable[Margin], number: int = 2) -> list[Call]:
    """The seats that fewest votes of one list move; all that need as many as the last.

    What a list may lose on few votes is as close as what one may take. Of calls about a seat of the
    same loser only the closest counts, and of those that need as many what is taken before what is
    lost; those that are equal in that, too, stand by the lists' votes, most first, and then by
    letter. Some list always needs no more votes than its alliance does, so alliances are left out.
    """
    lists = [row for row in rows if row.kind == LIST]
    calls = [Call(row, row.to_gain, False) for row in lists if row.to_gain is not None]
    calls += [
        Call(row, row.to_lose, True)
        for row in lists
        if row.to_lose is not None and not row.seats.is_open
    ]
    calls.sort(key=lambda each: (each.votes, each.loses, -each.row.votes, each.row.unit))
    found: list[Call] = []
    for call in calls:
        same = [each for each in found if each.losers == call.losers]
        inside = call.loses and any(call.losers < each.losers for each in found)
        if not inside and (not same or (same[0].votes, same[0].loses) == call[1:]):
            found.append(call)
    races = list(dict.fromkeys(each.losers for each in found))[:number]
    most = max((each.votes for each in found if each.losers in races[-1:]), default=0)
    return [each for each in found if each.votes <= most]


def _kind(scenario: Scenario, unit: str) -> str:
    return LIST if unit in scenario.letters else ALLIANCE
