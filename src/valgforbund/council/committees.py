"""Committees: their seats go to the groups of the council by d'Hondt.

Source: kommunestyrelsesloven §§ 24-25: d'Hondt over groups, counted on the members taking part;
equal quotients: a lot; a seat may be given up if another group takes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from valgforbund import checks
from valgforbund.council.committee import STANDING, Committee, Extra, Transfer
from valgforbund.council.council import Council
from valgforbund.council.groups import GroupsLike, find
from valgforbund.council.office import share
from valgforbund.dhondt import Level
from valgforbund.errors import ScenarioError
from valgforbund.frames import Column, table, text, whole
from valgforbund.lots import Lot
from valgforbund.ranges import Span
from valgforbund.waiting import Drawn, Waiting

AT_ONCE = ""  # the place of a lot over all standing committees at once
COMMITTEE = "committee"


@dataclass(frozen=True)
class Committees(Waiting):
    """Committees and the groups that share their seats; made by `appoint`.

    Attributes
    ----------
    council : Council
        Seats by list, and the groups.
    committees : tuple of Committee
    present : Council
        The members taking part in the election, in the same groups.
    drawn : tuple of (Lot, winners)
        Lots that were drawn; a lot's ``alliance`` is the name of its committee, ``""`` for the
        lot over all standing committees at once.
    levelled : tuple of Transfer
        Seats handed over by the levelling of § 27.
    given : tuple of Transfer
        Seats that groups gave up to others.
    extra : tuple of Extra
        Members that groups added where the levelling cost them their majority (§ 27).

    Examples
    --------
    >>> from valgforbund.council import appoint
    >>> c = appoint({"A": 11, "C": 8, "V": 2}, {"Kulturudvalget": 9})
    >>> c.seats.loc["Kulturudvalget"].to_dict()
    {'A': 5, 'C': 3, 'V': 0}
    >>> c.lots
    (Lot(alliance='Kulturudvalget', tied=('C', 'V'), seats=1),)
    >>> c.settle({c.lots[0]: "V"}).seats.loc["Kulturudvalget"].to_dict()
    {'A': 5, 'C': 3, 'V': 1}
    """

    council: Council
    committees: tuple[Committee, ...]
    present: Council
    drawn: Drawn = ()
    levelled: tuple[Transfer, ...] = ()
    given: tuple[Transfer, ...] = ()
    extra: tuple[Extra, ...] = ()

    # ---- the groups ----

    @cached_property
    def members(self) -> dict[str, int]:
        """Members taking part, by group; groups without a seat in the council are left out."""
        return {name: self.present.seats_of(name) for name in self.council.by_group}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The groups that share the seats."""
        return tuple(self.members)

    def held(self, committee: Committee) -> list[int]:
        """Seats held by office, by group."""
        homes = [self.council.group_of(letter).name for letter in committee.office]
        return [homes.count(name) for name in self.names]

    def committee(self, name: str) -> Committee:
        """The committee of that name."""
        wanted = checks.plain(str(name))
        for committee in self.committees:
            if committee.name == wanted:
                return committee
        known = ", ".join(committee.name for committee in self.committees)
        raise ScenarioError("committee_unknown", value=wanted, committees=known)

    @property
    def standing(self) -> tuple[Committee, ...]:
        """The standing committees: those that § 27 levels."""
        return tuple(each for each in self.committees if each.kind == STANDING)

    # ---- seats ----

    def places(self, committee: Committee) -> int:
        """Members of a committee, those among them that were added by § 27."""
        added = (each.members for each in self.extra if each.committee == committee.name)
        return committee.size + sum(added)

    def level(self, committee: Committee) -> Level:
        """Seats by d'Hondt before any is handed over, with the lots that were drawn."""
        return self._levels[committee]

    @cached_property
    def _levels(self) -> dict[Committee, Level]:
        return {
            each: self._settled(each.name, each.size, self.held(each)) for each in self.committees
        }

    @cached_property
    def at_once(self) -> Level:
        """All seats of the standing committees shared at once (§ 27)."""
        held = [sum(column) for column in zip(*map(self.held, self.standing), strict=True)]
        posts = sum(each.size for each in self.standing)
        return self._settled(AT_ONCE, posts, held or [0] * len(self.names))

    @cached_property
    def spans_at_once(self) -> dict[str, Span]:
        """Fewest and most seats by group in all standing committees, shared at once."""
        level = self.at_once
        both = enumerate(zip(self.names, level.seats, strict=True))
        return {name: Span(seats, seats + (i in level.tied)) for i, (name, seats) in both}

    def _settled(self, place: str, posts: int, held: list[int]) -> Level:
        level = share(list(self.members.values()), posts, held)
        won = dict(self.drawn).get(self._lot(place, level)) if level.tied else None
        if won is None:
            return level
        both = zip(level.seats, self.names, strict=True)
        return Level([seats + (name in won) for seats, name in both])

    def _lot(self, place: str, level: Level) -> Lot:
        return Lot(place, tuple(self.names[i] for i in level.tied), level.stake)

    def certain(self, committee: Committee) -> dict[str, int]:
        """Certain seats by group, levelled, with members added and without seats given up."""
        seats = dict(zip(self.names, self.level(committee).seats, strict=True))
        for move in (*self.levelled, *self.given):
            if move.committee == committee.name:
                seats[move.giver] -= 1
                seats[move.taker] += 1
        for more in self.extra:
            if more.committee == committee.name:
                seats[more.group] += more.members
        return seats

    def spans(self, committee: Committee) -> dict[str, Span]:
        """Fewest and most seats by group."""
        tied = {self.names[i] for i in self.level(committee).tied}
        return {
            name: Span(seats, seats + (name in tied))
            for name, seats in self.certain(committee).items()
        }

    @property
    def seats(self) -> pd.DataFrame:
        """Certain seats: a row a committee, a column a group; a seat that waits is in none."""
        return self._frame({each: self.certain(each) for each in self.committees})

    @property
    def high(self) -> pd.DataFrame:
        """Most seats over all lots: a row a committee, a column a group."""
        return self._frame(
            {
                each: {name: span.high for name, span in self.spans(each).items()}
                for each in self.committees
            }
        )

    @property
    def table(self) -> pd.DataFrame:
        """One row a committee: ``kind``, ``size``, ``open`` and ``extra``.

        ``open`` seats wait for a lot; members that were added are in ``extra``, not in ``size``.
        """
        columns: dict[str, Column] = {
            "kind": text([each.kind for each in self.committees]),
            "size": whole([each.size for each in self.committees]),
            "open": whole([self.level(each).stake for each in self.committees]),
            "extra": whole([self.places(each) - each.size for each in self.committees]),
        }
        return table([each.name for each in self.committees], COMMITTEE, columns)

    def _frame(self, rows: Mapping[Committee, Mapping[str, int]]) -> pd.DataFrame:
        columns: dict[str, Column] = {
            name: whole([row[name] for row in rows.values()]) for name in self.names
        }
        return table([each.name for each in rows], COMMITTEE, columns)

    # ---- lots ----

    @cached_property
    def lots(self) -> tuple[Lot, ...]:
        """Lots due now; the one over all standing committees waits for theirs.

        That one is drawn only where the seats as they fell one by one are none of its possible
        results (our reading of § 27: then nobody can be said to have too few).
        """
        due = [self._lot(each.name, level) for each, level in self._levels.items() if level.tied]
        if not any(self.level(each).tied for each in self.standing) and not self.is_level:
            due += [self._lot(AT_ONCE, self.at_once)] if self.at_once.tied else []
        return tuple(due)

    @cached_property
    def one_by_one(self) -> dict[str, int]:
        """Certain seats in all standing committees by group, each committee for itself."""
        columns = zip(*(self.level(each).seats for each in self.standing), strict=True)
        totals = [sum(column) for column in columns] or [0] * len(self.names)
        return dict(zip(self.names, totals, strict=True))

    @property
    def is_level(self) -> bool:
        """Whether the seats one by one are a possible result of all at once."""
        if any(self.level(each).tied for each in self.standing):
            return False
        extra = [
            got - seats
            for got, seats in zip(self.one_by_one.values(), self.at_once.seats, strict=True)
        ]
        return all(
            more in ((0, 1) if i in self.at_once.tied else (0,)) for i, more in enumerate(extra)
        )

    def with_drawn(self, drawn: Drawn) -> Committees:
        """The same with lots that were drawn; `settle` checks them and calls this."""
        return replace(self, drawn=drawn)

    def with_groups(self, groups: GroupsLike) -> Committees:
        """The same committees with other groups; lots and handed seats are forgotten.

        Examples
        --------
        >>> from valgforbund.council import appoint
        >>> c = appoint({"A": 11, "C": 8, "V": 2}, {"Kulturudvalget": 9})
        >>> c.with_groups([["C", "V"]]).seats.loc["Kulturudvalget"].to_dict()
        {'A': 5, 'C-V': 4}
        """
        council = self.council.with_groups(groups)
        return Committees(council, self.committees, self.present.with_groups(groups))

    # ---- seats that change hands ----

    def as_they_fell(self) -> Committees:
        """The same before any seat was handed over, and without members added."""
        return replace(self, levelled=(), given=(), extra=())

    def unlevelled(self) -> Committees:
        """The same with the standing committees as they fell: what § 27 begins with."""
        standing = {each.name for each in self.standing}
        given = tuple(each for each in self.given if each.committee not in standing)
        return replace(self.as_they_fell(), given=given)

    def with_levelled(
        self, transfers: Iterable[Transfer], extra: Iterable[Extra] = ()
    ) -> Committees:
        """The same after these transfers and added members of § 27; `Levelling` checks them."""
        return replace(self, levelled=tuple(transfers), extra=tuple(extra))

    def give_up(self, committee: str, giver: str, taker: str | None) -> Committees:
        """A group gives up a seat in a committee to another group that is willing.

        Parameters
        ----------
        committee : str
        giver, taker : str
            Groups, by name or by a letter in them. `taker` is who has said yes.

        Raises
        ------
        ScenarioError
            If nobody takes it (§ 24, stk. 3), or the giver has no certain seat there that it does
            not hold by office.

        Examples
        --------
        >>> from valgforbund.council import appoint
        >>> c = appoint({"A": 11, "C": 4}, {"Kulturudvalget": 5})
        >>> c.give_up("Kulturudvalget", "A", "C").seats.loc["Kulturudvalget"].to_dict()
        {'A': 3, 'C': 2}
        """
        place = self.committee(committee)
        one = self.named(giver)
        if taker is None:
            raise ScenarioError("nobody_takes", group=one, committee=place.name)
        other = self.named(taker)
        held = dict(zip(self.names, self.held(place), strict=True))
        if one == other or self.certain(place)[one] <= held[one]:
            raise ScenarioError("nothing_to_give", giver=one, taker=other, committee=place.name)
        return replace(self, given=(*self.given, Transfer(place.name, one, other)))

    def named(self, group: object) -> str:
        """The name of a group that shares the seats."""
        every = [each for each in self.council.groups if each.name in self.names]
        return find(group, every).name
