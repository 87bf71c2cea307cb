"""The next number of votes at which a seat moves.

Source: kommunal- og regionalvalgloven §§ 81-83.
"""

from __future__ import annotations

from functools import partial

from valgforbund.counting import count
from valgforbund.margins.path import Path, Stage
from valgforbund.margins.way import NEW, OTHERS, Way, voted
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario


def next_change(
    scenario: Scenario, unit: str, source: str = NEW, *, up: bool = True, most: int | None = None
) -> int | None:
    """The fewest votes more, or fewer, with which a seat moves or a lot begins or ends.

    Parameters
    ----------
    scenario : Scenario
    unit, source : str
        As for `steps`.
    up : bool
        Whether the unit gets votes; else it gives them.
    most : int, optional
        The most votes that are moved.

    Returns
    -------
    int or None
        With a minus where votes are fewer. None where no number of votes moves a seat of the
        unit or of a list outside it. With ``"others"``, rounding to whole votes may decide between
        two of the others that are a vote apart: then seats of the unit and the alliances it is in
        are meant. Lots that were drawn are forgotten on the way; one is a change where the unit,
        the list that votes are from, or an alliance of theirs was in it.

    Notes
    -----
    By bisection from one change of the levels on the way to the next; see `Path.stages`.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> next_change(s, "C"), next_change(s, "C", up=False)
    (5, -2)
    """
    return next_on(Way(scenario, unit, source), up=up, most=most)


def next_on(way: Way, *, up: bool = True, most: int | None = None) -> int | None:
    """The same on a way that is there."""
    moves = _Moves(way)
    sign, there = (1, way.up) if up else (-1, way.down)
    most = sign * (there if most is None else min(there, most))
    start: int | None = 0
    while start is not None:  # levels can change without anybody's seats
        start = way.least(partial(moves.differ, sign * start), most, start)
        if start is not None and moves.seats(sign * start):
            return sign * start
    return None


class _Moves:
    """What votes on a way do to the levels on it, and to the seats of all lists."""

    def __init__(self, way: Way) -> None:
        self.way = way
        scenario = way.scenario
        giver = [Path(scenario, way.source)] if way.source in scenario.letters else []
        self._paths = way.path, *giver
        self._now = count(scenario)
        self._undrawn = count(scenario.with_drawn(())) if scenario.drawn else self._now
        self._known: dict[tuple[Path, int], tuple[Stage, ...]] = {}

    def differ(self, before: int, amount: int) -> bool:
        """Whether levels on the way, or which lists have votes, are others than before."""
        if voted(self.way.ballots(before)) != voted(self.way.ballots(amount)):
            return True
        return any(self._stages(path, before) != self._stages(path, amount) for path in self._paths)

    def seats(self, amount: int) -> bool:
        """Whether anybody has other seats than now."""
        way = self.way
        if way.source == OTHERS or way.scenario.drawn:
            on_the_way = any(
                self._spans(path, amount) != self._spans(path, 0) for path in self._paths
            )
            if on_the_way or way.source == OTHERS:
                return on_the_way
        if len(way.letters) > 1 and way.at(amount)[-1] != way.at(0)[-1]:
            return True
        now, undrawn, then = self._now.spans, self._undrawn.spans, way.counted(amount).spans
        inside = way.letters if len(way.letters) > 1 else ()
        return any(
            then[each] not in (now[each], undrawn[each]) for each in now if each not in inside
        )

    def _stages(self, path: Path, amount: int) -> tuple[Stage, ...]:
        found = self._known.get((path, amount))
        if found is None:
            ballots = self.way.ballots(amount)
            found = path.stages(ballots) if amount else path.stages_now(self._now)
            self._known[path, amount] = found
        return found

    def _spans(self, path: Path, amount: int) -> list[Span]:
        return [stage.span for stage in self._stages(path, amount)]
