"""A bundle of ballots that lies on the wrong list: between which lists it would move a seat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from valgforbund.counting import count
from valgforbund.margins.change import next_on
from valgforbund.margins.path import Path
from valgforbund.margins.way import Way
from valgforbund.progress import Progress, silent
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario


class Bundle(NamedTuple):
    """The fewest ballots of one list that move a seat when they lie on another.

    Attributes
    ----------
    giver, taker : str
        Whose ballots they are now, and whose they should be.
    votes : int
    changes : dict of str to Span
        Who has other seats then.
    """

    giver: str
    taker: str
    votes: int
    changes: dict[str, Span]

    @property
    def lot(self) -> bool:
        """Whether a lot decides about a seat of theirs, now or then."""
        return any(span.is_open for span in self.changes.values())


def every_bundle(scenario: Scenario, most: int, progress: Progress = silent) -> list[Bundle]:
    """Every pair of lists between which at most so many ballots move a seat, fewest first.

    Parameters
    ----------
    scenario : Scenario
    most : int
        The votes that are moved at most, 0 or more.
    progress : callable, optional
        Called with the number of lists done and of all.

    Notes
    -----
    Every pair is looked at by bisection, exactly: while votes go from one list to another, no
    level of the giver or the taker is again what it was. So a pair whose levels are the same with
    all of the votes moved needs no search.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> [(each.giver, each.taker, each.votes, each.lot) for each in every_bundle(s, 1)]
    [('C', 'A', 1, True), ('D', 'A', 1, True)]
    """
    found = []
    ends = _Ends(scenario, most)
    for done, giver in enumerate(scenario.letters):
        progress(done, len(scenario.letters))
        for taker in ends.takers(giver):
            way = Way(scenario, taker, giver)
            votes = next_on(way, most=most)
            if votes is not None:
                found.append(Bundle(giver, taker, votes, way.changes(votes)))
    return sorted(found, key=lambda each: (each.votes, each.giver, each.taker))


class Alike(NamedTuple):
    """Bundles that need as many votes and do the same: from each giver to each taker."""

    givers: tuple[str, ...]
    takers: tuple[str, ...]
    votes: int
    changes: dict[str, Span]
    lot: bool


def alike(found: Iterable[Bundle]) -> list[Alike]:
    """Bundles of the same votes and changes in one, where every giver has the same takers.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> [(each.givers, each.takers) for each in alike(every_bundle(s, 1))]
    [(('C', 'D'), ('A',))]
    """
    effects: dict[tuple[object, ...], list[Bundle]] = {}
    for each in found:
        effects.setdefault((each.votes, *each.changes.items()), []).append(each)
    groups = []
    for same in effects.values():
        takers: dict[str, tuple[str, ...]] = {}
        for each in same:
            takers[each.giver] = (*takers.get(each.giver, ()), each.taker)
        for to in dict.fromkeys(takers.values()):
            givers = tuple(giver for giver, others in takers.items() if others == to)
            groups.append(Alike(givers, to, same[0].votes, same[0].changes, same[0].lot))
    return groups


class _Ends:
    """What every pair would have with all of the votes moved, without a search."""

    def __init__(self, scenario: Scenario, most: int) -> None:
        counted = count(scenario)
        self._scenario, self._most = scenario, most
        self._paths = {letter: Path(scenario, letter) for letter in scenario.letters}
        self._now = {letter: path.stages_now(counted) for letter, path in self._paths.items()}

    def takers(self, giver: str) -> Iterator[str]:
        """The lists to which votes of the giver may move a seat."""
        letters, held = self._scenario.letters, self._scenario.ballots
        place = letters.index(giver)
        for at, taker in enumerate(letters):
            if at == place or not held[place] or not self._most:
                continue
            # who gives the last vote or gets the first one, and lots that were drawn, are no
            # end of one slope
            if held[place] <= self._most or not held[at] or self._scenario.drawn:
                yield taker
                continue
            moved = list(held)
            moved[place] -= self._most
            moved[at] += self._most
            both = giver, taker
            if any(self._paths[each].stages(moved) != self._now[each] for each in both):
                yield taker
