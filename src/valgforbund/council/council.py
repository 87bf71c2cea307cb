"""The elected council: seats by list, and the groups into which its members divide themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from valgforbund import checks
from valgforbund.council.groups import Group, GroupsLike, find, read
from valgforbund.counting import Count
from valgforbund.errors import ScenarioError
from valgforbund.frames import LETTER, Column, series, table, text, whole
from valgforbund.order import by_votes, groups_by_votes

GROUP = "group"

MOST_MEMBERS = 10_000  # voting power is counted member by member


@dataclass(frozen=True, init=False, repr=False)
class Council:
    """Seats by list after an election, and the groups announced; verbs return a new council.

    Parameters
    ----------
    seats : mapping or Series, letter to int
        Seats of each list, 0 or more: as counted, as official, or as typed in. For an election
        inside the council give the members who take part (kommunestyrelsesloven § 25).
    groups : groups of letters, or mapping of name to letters, optional
        Groups (valggrupper) or blocs; a list in none of them stands for itself.

    Attributes
    ----------
    letters, benches : tuple
        The lists in order, and the seats of each.
    groups : tuple of Group
        All groups, in the order of their first lists; also those of lists without a seat.

    Raises
    ------
    ScenarioError
        If seats are no whole numbers, nobody has one, or groups cannot be.

    Examples
    --------
    >>> herlev = Council({"A": 9, "B": 1, "C": 5, "F": 2, "Ø": 2}, groups=[["A", "F"]])
    >>> herlev.size, herlev.majority, [group.name for group in herlev.groups]
    (19, 10, ['A-F', 'B', 'C', 'Ø'])
    >>> herlev.join("B", "A-F").seats_of("A-B-F")
    12
    """

    letters: tuple[str, ...]
    benches: tuple[int, ...]
    groups: tuple[Group, ...]

    def __init__(self, seats: Mapping[str, int] | pd.Series, groups: GroupsLike = ()) -> None:
        letters, given = checks.letters(seats, "council_not_seats")
        benches = tuple(
            checks.whole(value, 0, "council_seats_not_whole", letter=letter)
            for letter, value in zip(letters, given, strict=True)
        )
        if sum(benches) > MOST_MEMBERS:
            raise ScenarioError("council_too_large", value=sum(benches), limit=MOST_MEMBERS)
        if not any(benches):
            raise ScenarioError("council_empty", letters=", ".join(letters))
        vars(self).update(letters=letters, benches=benches, groups=read(groups, letters))

    def __repr__(self) -> str:
        lists = " ".join(f"{n} {s}" for n, s in zip(self.letters, self.benches, strict=True))
        joined = ", ".join(group.name for group in self.groups if len(group.letters) > 1)
        return f"<Council of {self.size}: {lists}; {joined or 'every list for itself'}>"

    @classmethod
    def of(cls, count: Count) -> Council:
        """The council that was counted, with its alliances as groups.

        Raises
        ------
        ScenarioError
            If a lot is open: draw or settle it first.

        Examples
        --------
        >>> from valgforbund import Scenario, count
        >>> Council.of(count(Scenario({"A": 25, "C": 11, "D": 16}, 5, [["C", "D"]])))
        <Council of 5: A 2 C 1 D 2; C-D>
        """
        if not isinstance(count, Count):
            raise ScenarioError("council_not_seats", value=count)
        for lot in count.lots:
            raise ScenarioError("council_lots_open", tied=", ".join(lot.tied))
        seats = dict(zip(count.scenario.letters, count.certain, strict=True))
        return cls(seats, count.scenario.alliances)

    # ---- what it holds ----

    @property
    def size(self) -> int:
        """Members in all."""
        return sum(self.benches)

    @property
    def majority(self) -> int:
        """Fewest members that are more than half."""
        return self.size // 2 + 1

    @property
    def seats(self) -> pd.Series:
        """Seats by letter."""
        return series(self.benches, pd.Index(self.letters, dtype="str", name=LETTER), "seats")

    @property
    def lists(self) -> pd.DataFrame:
        """One row a list: ``seats`` and ``group``."""
        home = {letter: group.name for group in self.groups for letter in group.letters}
        columns: dict[str, Column] = {
            "seats": whole(self.benches),
            GROUP: text([home[letter] for letter in self.letters]),
        }
        return table(self.letters, LETTER, columns)

    @property
    def by_group(self) -> dict[str, int]:
        """Seats by group, without those that have none."""
        every = {group.name: self._sum(group) for group in self.groups}
        return {name: seats for name, seats in every.items() if seats}

    @cached_property
    def by_size(self) -> tuple[str, ...]:
        """The lists in the order that decides between equals: most seats first, then by letter.

        Examples
        --------
        >>> Council({"C": 2, "B": 5, "A": 2}).by_size
        ('B', 'A', 'C')
        """
        return tuple(self.letters[i] for i in by_votes(self.letters, self.benches))

    @cached_property
    def groups_by_size(self) -> tuple[Group, ...]:
        """The groups in the same order: most seats together first, then by first letter."""
        seats = [self._sum(group) for group in self.groups]
        places = groups_by_votes([group.letters for group in self.groups], seats)
        return tuple(self.groups[i] for i in places)

    def seats_of(self, which: object) -> int:
        """Seats of a group, by its name, a `Group` or a letter of a list in it."""
        return self._sum(find(which, self.groups))

    def bench(self, letter: str) -> int:
        """Seats of a list."""
        return self.benches[self.letters.index(self.known(letter))]

    def find(self, called: object) -> str | None:
        """The letter of the list that is called so, in any spelling; None where none is."""
        return checks.find(called, self.letters)

    def known(self, letter: object) -> str:
        """The letter as the council writes it; an error where no list has it."""
        return checks.known(letter, self.letters)

    def group_of(self, letter: str) -> Group:
        """The group that a list is in."""
        wanted = self.known(letter)
        return next(group for group in self.groups if wanted in group.letters)

    # ---- verbs: each returns a new council ----

    def with_seats(self, seats: Mapping[str, int] | pd.Series) -> Council:
        """Other seats for some lists, in the same groups."""
        new = checks.by_letter(seats, self.known)
        return Council(self._seats | new, self.groups)  # type: ignore[arg-type]  # it checks them

    def with_groups(self, groups: GroupsLike) -> Council:
        """Exactly these groups."""
        return Council(self._seats, groups)

    def without_groups(self) -> Council:
        """Every list for itself."""
        return Council(self._seats)

    def leave(self, letter: str) -> Council:
        """This list for itself; the rest of its group stay together."""
        return self._moved(self.known(letter), None)

    def join(self, letter: str, group: object) -> Council:
        """This list in that group (by name, `Group`, or a letter in it); it leaves its own."""
        return self._moved(self.known(letter), find(group, self.groups))

    def _moved(self, letter: str, goal: Group | None) -> Council:
        """With one list taken out of its group and put into the goal, if there is one."""
        if goal and letter in goal.letters:
            return self
        groups = [
            group.of(
                (
                    *(each for each in group.letters if each != letter),
                    *((letter,) if group == goal else ()),
                )
            )
            for group in self.groups
        ]
        return Council(self._seats, groups)

    @property
    def _seats(self) -> dict[str, int]:
        return dict(zip(self.letters, self.benches, strict=True))

    def _sum(self, group: Group) -> int:
        seats = self._seats
        return sum(seats[letter] for letter in group.letters)
