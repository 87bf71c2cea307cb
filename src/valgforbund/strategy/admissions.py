"""Should we let them in? What joining, leaving and merging change for everybody.

Source of "all agree": agreements such as the one of Næstved in 2017 let a list in only where all
members agree; a member that would lose a seat has a reason to object.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from valgforbund.alliances import Alliance, AllianceLike
from valgforbund.comparison import NO_SEATS, changes_text, spread
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.frames import Column, table, text
from valgforbund.movements import Movement, movements
from valgforbund.progress import Progress
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario

JOINS, LEAVES, MERGES = "joins", "leaves", "merges"


@dataclass(frozen=True)
class Move:
    """One change of an alliance, and what it changes; made by `moves`.

    Attributes
    ----------
    kind : str
        ``"joins"``, ``"leaves"`` or ``"merges"``.
    who : str
        The list that joins or leaves, or the alliance that is merged with.
    members : tuple of str
        The alliance as it is.
    movers : tuple of str
        The lists that move: one, or all of the other alliance.
    before, after : Count
        The two worlds.
    """

    kind: str
    who: str
    members: tuple[str, ...]
    movers: tuple[str, ...]
    before: Count
    after: Count

    @cached_property
    def changes(self) -> dict[str, Span]:
        """What changes for every list; an open lot that leaves it what it had is no change."""
        before = self.before.spans
        return {letter: _change(before[letter], then) for letter, then in self.after.spans.items()}

    @cached_property
    def movements(self) -> tuple[Movement, ...]:
        """What certainly changes, for lists that share a lot together."""
        return movements(self.before, self.after)

    @property
    def inside(self) -> tuple[str, ...]:
        """The lists of the alliance and those that move, in the order of the lists."""
        both = {*self.members, *self.movers}
        return tuple(letter for letter in self.after.scenario.letters if letter in both)

    @property
    def stayers(self) -> tuple[str, ...]:
        """Members that do not move."""
        return tuple(letter for letter in self.members if letter not in self.movers)

    @property
    def others(self) -> tuple[str, ...]:
        """Everybody else."""
        return tuple(each for each in self.after.scenario.letters if each not in self.inside)

    def sum_of(self, letters: tuple[str, ...]) -> Span:
        """What changes for some lists together."""
        return _change(self.before.seats_of(letters), self.after.seats_of(letters))

    @property
    def objectors(self) -> tuple[str, ...]:
        """Lists inside that lose whatever lots decide."""
        return tuple(each for each in self.inside if self.changes[each].high < 0)

    @property
    def doubters(self) -> tuple[str, ...]:
        """Lists inside that lose if a lot falls against them."""
        spans = self.changes
        return tuple(each for each in self.inside if spans[each].low < 0 <= spans[each].high)

    def moved(self, letters: tuple[str, ...]) -> dict[str, Span]:
        """Those of some lists whose seats change or may change."""
        return {each: self.changes[each] for each in letters if self.changes[each] != NO_SEATS}


def _change(before: Span, after: Span) -> Span:
    """After minus before; the lots of the two worlds are independent."""
    return after - before if after != before else NO_SEATS


def moves(
    scenario: Scenario, alliance: AllianceLike, progress: Progress | None = None
) -> list[Move]:
    """Every list outside that could join, every member that could leave, every merger.

    A list that sits in another alliance joins by leaving it; what becomes of that one is among
    the changes. Only whole alliances merge, not groups inside one.
    """
    if not isinstance(scenario, Scenario):
        raise ScenarioError("not_a_scenario", value=scenario)
    chosen = scenario.alliance(alliance)
    before, letters = count(scenario), chosen.letters
    outside = [each for each in scenario.letters if each not in letters]
    others = [
        each for each in scenario.alliances if chosen in scenario.alliances and each != chosen
    ]

    many = len(scenario.letters) + len(others)
    found: list[Move] = []

    def move(kind: str, who: str, movers: tuple[str, ...], after: Scenario) -> None:
        found.append(Move(kind, who, letters, movers, before, count(after)))
        if progress is not None:
            progress(len(found), many)

    for each in outside:
        move(JOINS, each, (each,), scenario.join(each, chosen))
    for each in letters:
        move(LEAVES, each, (each,), scenario.leave(each))
    for other in others:
        move(MERGES, other.name, other.letters, merged(scenario, chosen, other))
    return found


def merged(scenario: Scenario, one: Alliance, other: Alliance) -> Scenario:
    """The scenario with two of its alliances made one; groups inside them stay.

    Examples
    --------
    >>> s = Scenario({"A": 4, "B": 3, "C": 2, "D": 1}, 5, [["A", "D"], ["B", "C"]])
    >>> merged(s, *s.alliances).alliances[0].name
    'A-B-C-D'
    """
    kept = [each for each in scenario.alliances if each not in (one, other)]
    return scenario.with_alliances([*kept, (*one.members, *other.members)])


def admissions(scenario: Scenario, alliance: AllianceLike) -> pd.DataFrame:
    """What it changes if a list joins an alliance, a member leaves it, or two alliances merge.

    Parameters
    ----------
    scenario : Scenario
        The world as it is; every row is held against it.
    alliance : name, Alliance or tuple of letters
        The alliance that is asked.

    Returns
    -------
    DataFrame
        Index ``who``: the list or the alliance that joins, leaves or merges. ``kind``
        (``"joins"``, ``"leaves"``, ``"merges"``). Changes in seats, each missing where a lot
        decides and with ``_low`` and ``_high``: ``own`` (of who moves), ``members`` (of the other
        members), ``alliance`` (of both together), ``others`` (of everybody else). The same by
        list as text such as ``"A-1 D+1"``: ``changes_own``, ``changes_members``,
        ``changes_others``. ``objects``: lists inside (who moves, too) that lose a seat;
        ``might_object``: those that lose one if a lot falls against them; ``all_agree``: whether
        nobody inside loses, missing where only a lot tells.

    Raises
    ------
    ScenarioError
        If the alliance is unknown.

    Examples
    --------
    >>> s = Scenario({"A": 412, "B": 673, "C": 389, "D": 422}, seats=25, alliances=[["A", "C"]])
    >>> admissions(s, "A-C").loc["D", ["changes_members", "changes_own", "objects"]].to_list()
    ['A-1', 'D+1', 'A']
    """
    every = moves(scenario, alliance)
    parts = {
        "own": [move.movers for move in every],
        "members": [move.stayers for move in every],
        "alliance": [move.inside for move in every],
        "others": [move.others for move in every],
    }
    spans = {
        part: [move.sum_of(letters) for move, letters in zip(every, column, strict=True)]
        for part, column in parts.items()
    }
    texts = {
        f"changes_{part}": text(
            [
                changes_text(move.moved(letters))
                for move, letters in zip(every, parts[part], strict=True)
            ]
        )
        for part in ("own", "members", "others")
    }
    agree = [False if move.objectors else None if move.doubters else True for move in every]
    columns: dict[str, Column] = {
        "kind": text([move.kind for move in every]),
        **spread(spans),
        **texts,
        "objects": text([", ".join(move.objectors) for move in every]),
        "might_object": text([", ".join(move.doubters) for move in every]),
        "all_agree": pd.array(agree, dtype="boolean"),
    }
    return table([move.who for move in every], "who", columns)
