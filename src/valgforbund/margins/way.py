"""What a list or alliance gets for any number of votes more or fewer, and where that changes.

Source: kommunal- og regionalvalgloven §§ 81-83. Least and most seats of a unit over all lots never
fall when it gets votes, whatever their source, also with ties and limits of candidates: so
bisection finds the exact vote. Those of an alliance around it can fall only where a list inside
gives its last vote, because then its candidates can fill no seat.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from valgforbund import checks
from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.margins.path import Path
from valgforbund.movements import Movement, movements
from valgforbund.order import named
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.shifts import in_proportion, shift

NEW, OTHERS = "new", "others"


class Way:
    """The seats of a list or alliance on the way up and down its votes.

    Parameters
    ----------
    scenario : Scenario
        Lots that were drawn in it hold for its own votes; any other votes forget them.
    unit : str
        A list's letter, or the name of an alliance or of a group inside one.
    source : str
        Where votes come from and go to: ``"new"`` (voters who voted for no list), ``"others"``
        (all lists outside the unit, in proportion) or a list's letter. An alliance shares what
        it gets or gives among its lists in proportion to their votes.

    Attributes
    ----------
    held : int
        Its votes now.
    up, down : int
        The most votes that can be added and taken away; of new votes those that may matter.

    Raises
    ------
    ScenarioError
        If the unit or the source is unknown, or the source is inside the unit.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> way = Way(s, "C")
    >>> way.at(0), way.least(lambda amount: way.at(amount)[-1].low > 1, way.up)
    ((Span(low=3, high=3), Span(low=1, high=1)), 6)
    """

    def __init__(self, scenario: Scenario, unit: str, source: str = NEW) -> None:
        self.scenario, self.source = scenario, scenario.source(source)
        groups = [group for alliance in scenario.alliances for group in alliance.groups]
        known = {group.name: group.letters for group in groups}
        known |= {letter: (letter,) for letter in scenario.letters}
        name = named(checks.plain(str(unit)), known) or scenario.find(unit)
        if name is None:
            raise ScenarioError(
                "unit_unknown",
                value=unit,
                units=", ".join((*scenario.letters, *(group.name for group in groups))),
            )
        self.unit = name
        self.letters = known[self.unit]
        if self.source in self.letters:
            raise ScenarioError("source_is_itself", letter=source)
        votes = dict(zip(scenario.letters, scenario.ballots, strict=True))
        self._inside = [votes[letter] for letter in self.letters]
        self._votes = {each: n for each, n in votes.items() if each not in self.letters}
        outside = sum(self._votes.values())
        self._votes[self.unit] = self.held = sum(self._inside)
        self.ballots(0)  # an unknown source is an error
        beyond = scenario.seats * outside + 1  # the last quotient is then above all others
        self.up = {NEW: beyond, OTHERS: outside}.get(self.source, votes.get(self.source, 0))
        self.down = self.held if self.source != OTHERS or outside else 0
        if not self.held and len(self.letters) > 1:
            self.up = 0  # there are no proportions to share votes in
        self.path = Path(scenario, self.unit)
        self._now = count(scenario)
        self._counts: dict[int, Count] = {}
        self._found = {0: (self.path.spans_now(self._now), voted(scenario.ballots))}

    def at(self, amount: int) -> tuple[Span, ...]:
        """Seats of the units on the way, the outermost first, with that many votes more."""
        return self.standing(amount)[0]

    def standing(self, amount: int) -> tuple[tuple[Span, ...], tuple[bool, ...]]:
        """Seats on the way, and which lists have votes; these never get votes back on the way."""
        found = self._found.get(amount)
        if found is None:
            ballots = self.ballots(amount)
            found = self._found[amount] = self.path.spans(ballots), voted(ballots)
        return found

    def moved(self, amount: int) -> Scenario:
        """The scenario with that many votes more."""
        return self.scenario.with_votes(
            dict(zip(self.scenario.letters, self.ballots(amount), strict=True))
        )

    def counted(self, amount: int) -> Count:
        """The count with that many votes more."""
        found = self._counts.get(amount)
        if found is None:
            found = self._counts[amount] = count(self.moved(amount))
        return found

    def changes(self, amount: int) -> dict[str, Span]:
        """Who has other seats than now: the unit by its name, lists outside it by their letters.

        An open lot that stays what it was is no change.
        """
        if not amount:
            return {}
        now, then = self._now.spans, self.counted(amount).spans
        found: dict[str, Span] = {}
        for letter, before in now.items():
            name, both = letter, (before, then[letter])
            if letter in self.letters:
                name, both = self.unit, (self.at(0)[-1], self.at(amount)[-1])
            if both[0] != both[1]:
                found[name] = both[1] - both[0]
        return found

    def movements(self, amount: int) -> tuple[Movement, ...]:
        """What certainly changes from now, list by list or for those that share a lot."""
        return movements(self._now, self.counted(amount)) if amount else ()

    def ballots(self, amount: int) -> list[int]:
        """The votes of all lists, in order."""
        moved = shift(list(self._votes), list(self._votes.values()), self.unit, amount, self.source)
        if len(self.letters) > 1:
            moved |= (
                in_proportion(list(self.letters), self._inside, -amount)
                if amount
                else dict(zip(self.letters, self._inside, strict=True))
            )
        return [moved[letter] for letter in self.scenario.letters]

    def least(self, holds: Callable[[int], bool], most: int, after: int = 0) -> int | None:
        """The fewest votes more (fewer, where `most` is negative) at which something holds.

        Parameters
        ----------
        holds : callable
            False of votes more until some number of them, true from there on.
        most : int
            The last number to try.
        after : int
            The number, without a sign, after which to look.

        Returns
        -------
        int or None
            Without a sign; None where it does not hold even there.
        """
        sign, most = (1, most) if most >= 0 else (-1, -most)
        # seats are about a quotient apart, so one is a good first guess
        total = sum(self.scenario.ballots)
        below, above = after, min(most, after + max(total // self.scenario.seats, 1))
        while above > after and not holds(sign * above):
            if above == most:
                return None
            below, above = above, min(most, 2 * above)
        while above - below > 1:
            middle = (below + above) // 2
            if holds(sign * middle):
                above = middle
            else:
                below = middle
        return above if above > after else None


def voted(ballots: Sequence[int]) -> tuple[bool, ...]:
    """Which lists have votes."""
    return tuple(map(bool, ballots))
