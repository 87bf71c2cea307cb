"""Majorities: which groups of lists can decide alone, and who is needed for it.

Source: kommunestyrelsesloven § 11: the council decides by majority. That a majority is more than
half of all members (and not of those who vote) is the yardstick of a lasting agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

import pandas as pd

from valgforbund import checks
from valgforbund.council import coalitions, power
from valgforbund.council.coalitions import Coalition
from valgforbund.council.council import GROUP, Council
from valgforbund.council.groups import GroupsLike, find
from valgforbund.errors import ScenarioError
from valgforbund.frames import Column, flags, real, table, text, whole

MOST = 10_000
ALONE, VETO, NEVER, NEEDED = "alone", "veto", "never", ""


@dataclass(frozen=True)
class Majorities:
    """What can be decided by whom; made by `majorities`.

    Attributes
    ----------
    council : Council
        Its groups are the players; a list in no group plays for itself.
    quota : int
        Seats that are a majority.

    Examples
    --------
    >>> m = majorities({"A": 9, "B": 1, "C": 5, "F": 2, "Ø": 2})
    >>> m.quota, [" ".join(each.groups) for each in m.minimal]
    (10, ['A C', 'A F', 'A Ø', 'A B', 'C F Ø B'])
    >>> m.power["shapley"].round(3).to_dict()
    {'A': 0.6, 'B': 0.1, 'C': 0.1, 'F': 0.1, 'Ø': 0.1}
    >>> m.has(["A", "B"]), m.missing(["C", "F", "Ø"])
    (True, 1)
    """

    council: Council
    quota: int

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The groups, in order."""
        return tuple(group.name for group in self.council.groups)

    @cached_property
    def seats(self) -> tuple[int, ...]:
        """Seats of each group."""
        return tuple(self.council.seats_of(group) for group in self.council.groups)

    # ---- who has a majority ----

    def has(self, groups: Iterable[str]) -> bool:
        """Whether these groups (by name or letter) have a majority together."""
        return self.missing(groups) == 0

    def missing(self, groups: Iterable[str]) -> int:
        """Seats that these groups lack for a majority."""
        chosen = {find(group, self.council.groups) for group in groups}
        return max(0, self.quota - sum(self.council.seats_of(group) for group in chosen))

    @cached_property
    def winning_count(self) -> int:
        """How many coalitions have a majority."""
        return power.winning(self.seats, self.quota)

    @cached_property
    def minimal(self) -> tuple[Coalition, ...]:
        """Coalitions in which everyone is needed (minimal winning), fewest groups first.

        Then those with most seats; of equal ones those with the largest groups, and then by letter.

        Raises
        ------
        ScenarioError
            If there are more than 10,000.
        """
        if (many := coalitions.count(self.seats, self.quota)) > MOST:
            raise ScenarioError("too_many_coalitions", coalitions=many, limit=MOST)
        ranked = self.council.groups_by_size
        seats, names = [self.council.seats_of(g) for g in ranked], [g.name for g in ranked]
        found = coalitions.minimal(seats, names, self.quota)
        return tuple(sorted(found, key=lambda each: (len(each.groups), -each.seats)))

    @property
    def coalitions(self) -> pd.DataFrame:
        """The minimal winning coalitions.

        Returns
        -------
        DataFrame
            Index ``coalition`` (names joined by `` + ``); ``groups`` (how many), ``seats``,
            ``surplus`` (seats above the majority) and a column a group: whether it is in it.
        """
        found = self.minimal
        columns: dict[str, Column] = {
            "groups": whole([len(each.groups) for each in found]),
            "seats": whole([each.seats for each in found]),
            "surplus": whole([each.seats - self.quota for each in found]),
        }
        columns |= {name: flags([name in each.groups for each in found]) for name in self.names}
        return table([each.name for each in found], "coalition", columns)

    # ---- who is needed ----

    @cached_property
    def swings(self) -> dict[str, int]:
        """Coalitions of the others that each group turns into a majority."""
        return dict(zip(self.names, power.swings(self.seats, self.quota), strict=True))

    @cached_property
    def banzhaf(self) -> dict[str, Fraction]:
        """Each group's share of all swings, exactly."""
        return dict(zip(self.names, power.banzhaf(self.seats, self.quota), strict=True))

    @cached_property
    def shapley(self) -> dict[str, Fraction]:
        """The share of all orders in which a group brings the majority, exactly."""
        return dict(zip(self.names, power.shapley(self.seats, self.quota), strict=True))

    @property
    def roles(self) -> dict[str, str]:
        """What a group is: ``"alone"`` has a majority, ``"veto"`` no majority without it.

        ``"never"`` is needed for none; ``""`` is anything else.
        """
        total = sum(self.seats)
        return {
            name: ALONE
            if seats >= self.quota
            else VETO
            if total - seats < self.quota <= total
            else NEVER
            if not self.swings[name]
            else NEEDED
            for name, seats in zip(self.names, self.seats, strict=True)
        }

    @property
    def power(self) -> pd.DataFrame:
        """How often each group is pivotal.

        Returns
        -------
        DataFrame
            Index ``group``; ``seats``, ``seat_share``; ``swings`` (coalitions of the others that
            it turns into a majority), ``pivotal`` (their share of all coalitions of the others),
            ``banzhaf`` (share of all swings), ``shapley`` (share of all orders in which it brings
            the majority), ``minimal`` (minimal winning coalitions with it; missing where there
            are more than 10,000) and ``role``. Shares are 0 to 1, from exact fractions.
        """
        total, others = sum(self.seats), 2 ** (len(self.seats) - 1)
        columns: dict[str, Column] = {
            "seats": whole(self.seats),
            "seat_share": real([seats / total for seats in self.seats]),
            "swings": whole(list(self.swings.values())),
            "pivotal": real([swings / others for swings in self.swings.values()]),
            "banzhaf": real([float(each) for each in self.banzhaf.values()]),
            "shapley": real([float(each) for each in self.shapley.values()]),
            "minimal": whole(self._memberships()),
            "role": text(list(self.roles.values())),
        }
        return table(self.names, GROUP, columns)

    def _memberships(self) -> list[int] | list[None]:
        try:
            found = self.minimal
        except ScenarioError:
            return [None] * len(self.names)
        return [sum(name in each.groups for each in found) for name in self.names]


def majorities(
    seats: Council | Mapping[str, int] | pd.Series,
    blocs: GroupsLike | None = None,
    quota: int | None = None,
) -> Majorities:
    """Who can decide, by groups of lists.

    Parameters
    ----------
    seats : Council, or mapping or Series of seats by letter
        Seats as they are, were or might be.
    blocs : groups of letters, or mapping of name to letters, optional
        Blocs that vote as one. Default: the groups of the council, which for
        ``Council.of(count)`` are the alliances.
    quota : int, optional
        Seats that are a majority. Default: more than half.

    Raises
    ------
    ScenarioError
        If seats, blocs or the majority cannot be.

    Examples
    --------
    >>> majorities({"A": 9, "B": 1, "C": 5, "F": 2, "Ø": 2}, {"Red": ["A", "F", "Ø"]}).roles
    {'Red': 'alone', 'B': 'never', 'C': 'never'}
    """
    council = seats if isinstance(seats, Council) else Council(seats)
    if blocs is not None:
        council = council.with_groups(blocs)
    if quota is None:
        return Majorities(council, council.majority)
    wanted = checks.whole(quota, None, "quota_not_possible", seats=council.size)
    if not 1 <= wanted <= council.size:
        raise ScenarioError("quota_not_possible", value=wanted, seats=council.size)
    return Majorities(council, wanted)
