"""What other seats change in who has a majority: with and without alliances, one seat moved.

The groups are the same in both worlds; only seats differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from valgforbund.council.coalitions import Coalition
from valgforbund.council.council import GROUP, Council
from valgforbund.council.groups import GroupsLike
from valgforbund.council.majorities import Majorities, majorities
from valgforbund.frames import Column, flags, real, records, table, text
from valgforbund.progress import Progress, silent

POWER = ("seats", "banzhaf", "shapley", "role")


@dataclass(frozen=True)
class Turnover:
    """Majorities in two worlds; made by `compare_majorities`.

    Attributes
    ----------
    with_, without : Majorities
        The two worlds, with the same groups.
    """

    with_: Majorities
    without: Majorities

    @property
    def gained(self) -> tuple[Coalition, ...]:
        """Coalitions that have a majority only with: those in which everyone is needed."""
        return _only(self.with_, self.without)

    @property
    def lost(self) -> tuple[Coalition, ...]:
        """Coalitions that have a majority only without: those in which everyone is needed."""
        return _only(self.without, self.with_)

    @property
    def power(self) -> pd.DataFrame:
        """Seats and power by group in both worlds.

        Returns
        -------
        DataFrame
            Index ``group``; ``seats``, ``banzhaf``, ``shapley`` and ``role``, each with
            ``_with`` and ``_without``, and the numbers with ``_change`` (with minus without).
        """
        more, less = self.with_.power, self.without.power
        columns: dict[str, Column] = {}
        for name in POWER:
            columns |= {f"{name}_with": more[name].array, f"{name}_without": less[name].array}
            if name != "role":
                columns[f"{name}_change"] = (more[name] - less[name]).array
        return table(self.with_.names, GROUP, columns)


class Move(NamedTuple):
    """One seat from a list to another.

    Attributes
    ----------
    gains, loses : str
        The lists.
    new, gone : tuple of Coalition
        Those that then have, or no longer have, a majority.
    shapley_gains, shapley_loses : float
        Change of the index of their groups.
    matters : bool
        Whether any coalition changes.
    """

    gains: str
    loses: str
    new: tuple[Coalition, ...]
    gone: tuple[Coalition, ...]
    shapley_gains: float
    shapley_loses: float
    matters: bool


def compare_majorities(
    with_: Council | Mapping[str, int] | pd.Series,
    without: Council | Mapping[str, int] | pd.Series,
    blocs: GroupsLike | None = None,
) -> Turnover:
    """Hold the majorities of two seat results against each other.

    Parameters
    ----------
    with_, without : Council, or seats by letter
        Such as the council with its alliances and the same counted without them. Each world has
        its own majority: more than half of its seats.
    blocs : groups of letters, or mapping of name to letters, optional
        Blocs in both worlds. Default: the groups of `with_`.

    Raises
    ------
    ScenarioError
        If seats or blocs cannot be, or the worlds have different lists.

    Examples
    --------
    >>> t = compare_majorities({"A": 2, "B": 3, "C": 1, "D": 2}, {"A": 3, "B": 3, "C": 1, "D": 1})
    >>> [each.groups for each in t.gained], [each.groups for each in t.lost]
    ([('B', 'D')], [])
    """
    one = majorities(with_, blocs)
    other = without if isinstance(without, Council) else Council(without)
    for letter in other.letters:
        one.council.known(letter)
    nobody = dict.fromkeys(one.council.letters, 0)
    seats = nobody | dict(zip(other.letters, other.benches, strict=True))
    return Turnover(one, majorities(Council(seats, one.council.groups)))


def one_seat(
    seats: Council | Mapping[str, int] | pd.Series,
    letter: str | None = None,
    blocs: GroupsLike | None = None,
    progress: Progress | None = None,
) -> pd.DataFrame:
    """What one seat more for one list and one less for another changes.

    Parameters
    ----------
    seats : Council, or seats by letter
        The council as it is.
    letter : str, optional
        Only moves to and from this list. Default: all.
    blocs : groups of letters, or mapping of name to letters, optional
        Blocs that vote as one.
    progress : callable, optional
        Told how many of how many moves are counted; what it raises stops the work.

    Returns
    -------
    DataFrame
        One row a move: ``gains`` and ``loses`` (letters), ``new`` and ``gone`` (coalitions that
        then have, or no longer have, a majority, as text such as ``"A + B; C + D"``),
        ``shapley_gains`` and ``shapley_loses`` (change of the index of their groups), ``matters``
        (whether any coalition changes). Moves inside one bloc are left out: they change nothing.

    Examples
    --------
    >>> one_seat({"A": 4, "B": 3, "C": 2}, "C").query("matters")[["gains", "loses", "new"]].values
    array([['A', 'C', 'A']], dtype=object)
    """
    found = one_seat_moves(seats, letter, blocs, progress)
    rows = [(*each[:2], _text(each.new), _text(each.gone), *each[4:]) for each in found]
    kinds = {"shapley_gains": real, "shapley_loses": real, "matters": flags}
    return records(rows, {name: kinds.get(name, text) for name in Move._fields})


def one_seat_moves(
    seats: Council | Mapping[str, int] | pd.Series,
    letter: str | None = None,
    blocs: GroupsLike | None = None,
    progress: Progress | None = None,
) -> list[Move]:
    """The same, with the coalitions as they are and not as text."""
    now = majorities(seats, blocs)
    council = now.council
    mine = None if letter is None else council.known(letter)
    moves = [
        (gains, loses)
        for gains in council.letters
        for loses in council.letters
        if council.bench(loses)
        and council.group_of(gains) != council.group_of(loses)
        and mine in (None, gains, loses)
    ]
    tell = progress or silent
    found: list[Move] = []
    for gains, loses in moves:
        found.append(_after(now, gains, loses))
        tell(len(found), len(moves))
    return found


def _after(now: Majorities, gains: str, loses: str) -> Move:
    council = now.council
    moved = council.with_seats({gains: council.bench(gains) + 1, loses: council.bench(loses) - 1})
    change = Turnover(majorities(moved), now)
    more, less = change.with_.shapley, now.shapley
    one, other = council.group_of(gains).name, council.group_of(loses).name
    return Move(
        gains,
        loses,
        change.gained,
        change.lost,
        float(more[one] - less[one]),
        float(more[other] - less[other]),
        bool(change.gained or change.lost),
    )


def _only(here: Majorities, there: Majorities) -> tuple[Coalition, ...]:
    return tuple(each for each in here.minimal if not there.has(each.groups))


def _text(coalitions: Iterable[Coalition]) -> str:
    return "; ".join(each.name for each in coalitions)
