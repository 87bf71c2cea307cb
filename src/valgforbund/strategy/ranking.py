"""Every coalition of one list counted and put in order, the best for it first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from valgforbund.alliances import SEPARATOR
from valgforbund.counting import count
from valgforbund.kernels.coalitions import NEVER, sweep
from valgforbund.margins.closest import close
from valgforbund.progress import Progress
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.strategy.coalitions import Groups, Size, check_size, coalitions

AT_ONCE = 20_000  # coalitions whose members are compared with today at a time


@dataclass(frozen=True)
class Coalition:
    """One coalition of a list, held against today; made by `Ranking`.

    Attributes
    ----------
    letters : tuple of str
        Who is in, the list itself, too.
    today : bool
        Whether that is how it is.
    seats : Span
        Seats of the list itself.
    votes_missing : int or None
        New votes that it lacks until it surely has one seat more; None where it never has.
    changes : dict of str to Span
        The partners whose seats change against today.
    left_behind : tuple of (tuple of str, tuple of str)
        The alliances that lists are taken from: who was in, and who is left.
    """

    letters: tuple[str, ...]
    today: bool
    seats: Span
    votes_missing: int | None
    changes: dict[str, Span]
    left_behind: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    @property
    def name(self) -> str:
        """The letters joined by ``-``."""
        return SEPARATOR.join(self.letters)

    @property
    def gainers(self) -> tuple[str, ...]:
        """Partners that gain whatever lots decide."""
        return tuple(letter for letter, span in self.changes.items() if span.low > 0)

    @property
    def losers(self) -> tuple[str, ...]:
        """Partners that lose whatever lots decide."""
        return tuple(letter for letter, span in self.changes.items() if span.high < 0)

    @property
    def doubters(self) -> tuple[str, ...]:
        """Partners that lose if a lot falls against them."""
        return tuple(each for each, span in self.changes.items() if span.low < 0 <= span.high)


@dataclass(frozen=True, eq=False)
class Ranking:
    """Every coalition of one list, the best first; made by `rank`.

    Attributes
    ----------
    scenario, letter
        Today, and the list whose coalitions these are.
    inside : array of bool, coalitions × lists
    low, high : arrays of int, coalitions × lists
        Seats of every member; of few bits, to be compared and not to be reckoned with.
    missing : array of int
        Votes that the list lacks; -1 for never.
    hurt : array of int
        How many partners lose, or may lose by lot.
    """

    scenario: Scenario
    letter: str
    inside: np.ndarray
    low: np.ndarray
    high: np.ndarray
    missing: np.ndarray
    hurt: np.ndarray

    def __len__(self) -> int:
        return len(self.inside)

    def __getitem__(self, place: int) -> Coalition:
        """The coalition at a place, counted from 0."""
        row = self.inside[place].nonzero()[0].tolist()
        spans = {
            self.scenario.letters[i]: Span(int(self.low[place, i]), int(self.high[place, i]))
            for i in row
        }
        is_today = spans.keys() == self._today_with
        missing = int(self.missing[place])
        return Coalition(
            tuple(spans),
            is_today,
            spans[self.letter],
            None if missing == NEVER else missing,
            {
                letter: span - self.now[letter]
                for letter, span in spans.items()
                if letter != self.letter and span != self.now[letter]
            },
            () if is_today else self._left_behind(spans),
        )

    @property
    def painless(self) -> Coalition | None:
        """The best coalition with partners none of which loses or may lose."""
        return self._first((self.hurt == 0) & (self.inside.sum(axis=1) > 1))

    @property
    def pair(self) -> Coalition | None:
        """The best coalition with just one partner."""
        return self._first(self.inside.sum(axis=1) == 2)

    @property
    def nearest(self) -> Coalition | None:
        """Of those with most seats, the one that lacks fewest votes; None where none can gain."""
        seats = np.stack(
            [ends[:, self.scenario.letters.index(self.letter)] for ends in (self.low, self.high)]
        )
        able = (seats == seats[:, :1]).all(axis=0) & (self.missing != NEVER)
        if not able.any():
            return None
        return self._first(able & (self.missing == self.missing[able].min()))

    @property
    def today(self) -> Coalition | None:
        """The coalition that there is; None where it is not among these."""
        return self._first((self.inside == self.inside_today).all(axis=1))

    @cached_property
    def home(self) -> Coalition:
        """The list where it stands, be it among these or not: with groups inside, or too large."""
        if (today := self.today) is not None:
            return today
        home, found = self.scenario.alliance_of(self.letter), close(self.scenario, self.letter)
        letters = (self.letter,) if home is None else home.letters
        return Coalition(letters, True, found.seats, found.to_gain, {}, ())

    @cached_property
    def _today_with(self) -> frozenset[str]:
        """Who is allied with the list today, itself included; nobody where groups are inside."""
        home = self.scenario.alliance_of(self.letter)
        if home is None:
            return frozenset({self.letter})
        return frozenset(home.letters if len(home.members) == len(home.letters) else ())

    @property
    def inside_today(self) -> list[bool]:
        """Who is allied with the list today, as a row of `inside`."""
        return [letter in self._today_with for letter in self.scenario.letters]

    @cached_property
    def now(self) -> dict[str, Span]:
        """Seats of every list today."""
        return count(self.scenario).spans

    def _first(self, wanted: np.ndarray) -> Coalition | None:
        """The best of some coalitions, None where there are none."""
        (places,) = wanted.nonzero()
        return self[int(places[0])] if len(places) else None

    def _left_behind(
        self, taken: Collection[str]
    ) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
        """The alliances that lists are taken from, with who is left of them."""
        return tuple(
            (each.letters, tuple(letter for letter in each.letters if letter not in taken))
            for each in self.scenario.alliances
            if any(letter in taken for letter in each.letters)
        )


def rank(
    scenario: Scenario,
    letter: str,
    *,
    size: Size = None,
    include: Iterable[str] = (),
    apart: Groups = (),
    progress: Progress | None = None,
) -> Ranking:
    """Every coalition of a list, ranked; parameters, order and errors as in `partners`."""
    check_size(scenario)
    own = scenario.letters.index(scenario.known(letter))
    inside = coalitions(scenario, letter, size, include, apart)
    low, high, missing = sweep(
        inside,
        *competitors(scenario),
        scenario.seats,
        own=own,
        progress=progress,
        kept=fitting(scenario.seats),
    )
    now = count(scenario).spans.values()
    least, most = np.array([span.ends for span in now]).T
    gain, lose, doubt = np.zeros((3, len(inside)), dtype=fitting(inside.shape[1]))
    for start in range(0, len(inside), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        partners, few, many = inside[part].copy(), low[part], high[part]
        partners[:, own] = False
        loses = partners & (many < least)
        doubts = partners & ~loses & (few < most) & ((few != least) | (many != most))
        gain[part] = (partners & (few > most)).sum(axis=1)
        lose[part], doubt[part] = loses.sum(axis=1), doubts.sum(axis=1)
    lacking = np.unique(missing, return_inverse=True)[1]  # their order: they may be of any size
    keys = (
        -gain,
        doubt,
        lose,
        lacking,
        inside.sum(axis=1),
        np.where(high[:, own] == 0, lacking, 0),  # without a seat the way to the first counts
        -high[:, own],
        -low[:, own],
    )
    order = np.lexsort(keys)
    hurt = lose + doubt
    found = (inside, low, high, missing, hurt)
    for each in found:  # the same arrays: there may be half a million coalitions
        each[:] = each[order]
    return Ranking(scenario, scenario.letters[own], *found)


def fitting(most: int) -> Any:
    """The type that keeps numbers up to `most`: there may be a million coalitions of many lists.

    Examples
    --------
    >>> fitting(55).__name__, fitting(999).__name__
    ('int8', 'int16')
    """
    return np.int8 if most < 2**7 else np.int16 if most < 2**15 else np.int64


def competitors(scenario: Scenario) -> tuple[list[int], list[int], list[int]]:
    """Votes and the most seats of each list, and the alliance it is at home in, by number."""
    seats = scenario.seats
    limits = [seats if limit is None else min(limit, seats) for limit in scenario.limits]
    homes = [scenario.alliance_of(letter) for letter in scenario.letters]
    names = [
        letter if home is None else home.name
        for letter, home in zip(scenario.letters, homes, strict=True)
    ]
    numbers = {name: i for i, name in enumerate(dict.fromkeys(names))}
    return list(scenario.ballots), limits, [numbers[name] for name in names]
