"""Levelling (udligning) over all standing committees.

Source: kommunestyrelsesloven § 27: a group with fewer seats in all standing committees than if all
those seats were shared at once gets the missing ones from groups that have too many; a group that
loses its majority in a committee by it may add members there until it has one again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, reduce

import pandas as pd

from valgforbund.comparison import spread
from valgforbund.council.committee import Committee, Extra, Transfer
from valgforbund.council.committees import AT_ONCE, COMMITTEE, Committees
from valgforbund.council.council import GROUP
from valgforbund.council.handover import cheapest
from valgforbund.errors import ScenarioError
from valgforbund.frames import Column, Kind, beside, flags, records, table, text, whole
from valgforbund.waiting import between


@dataclass(frozen=True)
class Levelling:
    """What § 27 moves between groups; made by `levelling`.

    Attributes
    ----------
    committees : Committees
        As the seats fell, before any was handed over.
    transfers : tuple of Transfer
        In order. Which committee a seat is given up in is a proposal unless it was chosen.

    Examples
    --------
    >>> from valgforbund.council import appoint
    >>> five = dict.fromkeys(["Børn", "Kultur", "Miljø", "Plan", "Social"], 5)
    >>> found = levelling(appoint({"A": 14, "C": 5}, five))
    >>> found.totals[["one_by_one", "at_once", "change"]].to_dict("index")
    {'A': {'one_by_one': 20, 'at_once': 19, 'change': -1},
     'C': {'one_by_one': 5, 'at_once': 6, 'change': 1}}
    >>> found.transfers
    (Transfer(committee='Børn', giver='A', taker='C'),)
    """

    committees: Committees
    transfers: tuple[Transfer, ...]

    @cached_property
    def due(self) -> dict[str, int]:
        """Seats that each group gets (or, below 0, hands over)."""
        return _due(self.committees)

    @cached_property
    def after(self) -> dict[Committee, dict[str, int]]:
        """Seats by committee and group after the transfers, without extra members."""
        moved = self.committees.with_levelled(self.transfers)
        return {each: moved.certain(each) for each in self.committees.standing}

    @property
    def totals(self) -> pd.DataFrame:
        """Seats in all standing committees.

        Returns
        -------
        DataFrame
            Index ``group``; ``members`` (taking part), ``one_by_one``, ``at_once`` (missing where a
            lot would decide, and with ``_low`` and ``_high``), ``change``, and ``extra`` (members
            it may add to keep majorities).
        """
        state, due = self.committees, self.due
        columns: dict[str, Column] = {
            "members": whole(list(state.members.values())),
            "one_by_one": whole(list(state.one_by_one.values())),
            **spread({"at_once": list(state.spans_at_once.values())}),
            "change": whole([due[name] for name in state.names]),
            "extra": whole(
                [
                    sum(self.may_add(each).get(name, 0) for each in state.standing)
                    for name in state.names
                ]
            ),
        }
        return table(state.names, GROUP, columns)

    @property
    def doubled(self) -> dict[tuple[str, str], int]:
        """Seats of a group in a committee, by their names, where it gets more than one there.

        A group need not take two of its added seats in one committee, says the practice of
        protocols and by-laws. In a proposal there are some only where it cannot be avoided.

        Examples
        --------
        >>> from valgforbund.council import appoint
        >>> found = levelling(appoint({"A": 10, "B": 9}, dict.fromkeys(["Børn", "Plan"], 5)))
        >>> found.doubled, found.choose([("Børn", "A", "B")]).doubled
        ({}, {})
        """
        got = Counter((place, taker) for place, _, taker in self.transfers)
        return {where: seats for where, seats in got.items() if seats > 1}

    @property
    def steps(self) -> pd.DataFrame:
        """The transfers one by one.

        Returns
        -------
        DataFrame
            Index ``step`` from 1; ``committee``, ``giver``, ``taker``, their seats in all
            (``giver_total``, ``taker_total``) and there (``giver_seats``, ``taker_seats``), each
            after the step, and ``majority_lost``: whether the giver has its majority there no
            longer.
        """
        state = self.committees
        totals = dict(state.one_by_one)
        seats = {each.name: state.certain(each) for each in state.standing}
        rows = []
        for place, giver, taker in self.transfers:
            size = state.committee(place).size
            had = 2 * seats[place][giver] > size
            for group, more in ((giver, -1), (taker, 1)):
                totals[group] += more
                seats[place][group] += more
            here = seats[place]
            lost = had and 2 * here[giver] <= size
            after = totals[giver], totals[taker], here[giver], here[taker], lost
            rows.append((place, giver, taker, *after))
        return records(rows, _STEP).set_index(pd.RangeIndex(1, len(rows) + 1, name="step"))

    def may_add(self, committee: Committee) -> dict[str, int]:
        """Members that a group may add because the levelling cost it its majority, by group.

        Examples
        --------
        >>> from valgforbund.council import appoint
        >>> state = appoint({"A": 10, "C": 9}, dict.fromkeys(["Børn", "Kultur", "Plan"], 3))
        >>> found = levelling(state)
        >>> found.totals["change"].to_dict(), found.may_add(state.committee("Børn"))
        ({'A': -1, 'C': 1}, {'A': 2})
        """
        before, after = self.committees.level(committee).seats, self.after[committee]
        return {
            name: committee.size - 2 * after[name] + 1
            for name, seats in zip(self.committees.names, before, strict=True)
            if 2 * seats > committee.size >= 2 * after[name]
        }

    @property
    def table(self) -> pd.DataFrame:
        """Seats after the levelling.

        Returns
        -------
        DataFrame
            Index ``committee``; a column a group, ``size``, and ``extra``: text such as
            ``"A+2"`` where a group may add members. Where a group is called so, these two are
            ``size_`` and ``extra_``.
        """
        columns: dict[str, Column] = {
            name: whole([seats[name] for seats in self.after.values()])
            for name in self.committees.names
        }
        columns |= {
            beside("size", columns): whole([each.size for each in self.after]),
            beside("extra", columns): text(
                [
                    " ".join(f"{name}+{more}" for name, more in self.may_add(each).items())
                    for each in self.after
                ]
            ),
        }
        return table([each.name for each in self.after], COMMITTEE, columns)

    def choose(self, transfers: Iterable[Transfer | tuple[str, str, str]]) -> Levelling:
        """The same levelling with the seats that the groups chose to hand over.

        Raises
        ------
        ScenarioError
            If they are not what is due, or a seat is handed over that is not there.
        """
        state = self.committees
        chosen = tuple(
            Transfer(state.committee(place).name, state.named(giver), state.named(taker))
            for place, giver, taker in transfers
        )
        if _moved(chosen, state.names) != self.due or len(chosen) != len(self.transfers):
            wanted = ", ".join(f"{name} {seats:+d}" for name, seats in self.due.items() if seats)
            raise ScenarioError("transfers_not_due", due=wanted or "0")
        after = state.with_levelled(chosen)
        for place, giver, taker in chosen:
            committee = state.committee(place)
            held = dict(zip(state.names, state.held(committee), strict=True))
            if committee not in state.standing or after.certain(committee)[giver] < held[giver]:
                raise ScenarioError("nothing_to_give", giver=giver, taker=taker, committee=place)
        return Levelling(state, chosen)

    def apply(self, extra: Iterable[str] = ()) -> Committees:
        """The committees after the levelling.

        Parameters
        ----------
        extra : iterable of names of committees, optional
            Those in which the group that lost its majority adds the members that restore it.

        Raises
        ------
        ScenarioError
            If no group lost its majority there.

        Examples
        --------
        >>> from valgforbund.council import appoint
        >>> state = appoint({"A": 10, "C": 9}, dict.fromkeys(["Børn", "Kultur", "Plan"], 3))
        >>> levelling(state).apply(extra=["Børn"]).seats.loc["Børn"].to_dict()
        {'A': 3, 'C': 2}
        """
        added = []
        places = [self.committees.committee(name) for name in extra]
        for place in dict.fromkeys(places):
            allowed = self.may_add(place) if place in self.after else {}
            if not allowed:
                raise ScenarioError("nothing_to_add", committee=place.name)
            added += [Extra(place.name, group, more) for group, more in allowed.items()]
        return self.committees.with_levelled(self.transfers, added)


def levelling(committees: Committees) -> Levelling:
    """Level the seats of all standing committees.

    Parameters
    ----------
    committees : Committees
        Without open lots over standing committees. There, seats handed over or given up before are
        taken back, so are members added: the law levels the seats as they fell.

    Returns
    -------
    Levelling
        The law leaves it to the groups which seats change hands. Proposed is: no group gets two
        of its seats in one committee, wherever that is possible; as few seats as possible are
        handed over where the giver has no majority any longer; then seats change hands where
        takers have fewest, and where givers have most.

    Raises
    ------
    ScenarioError
        If a lot is open: draw or settle it first.
    """
    for lot in committees.lots:
        if lot.alliance in (AT_ONCE, *(each.name for each in committees.standing)):
            raise ScenarioError("council_lots_open", tied=between(lot))
    state = committees.unlevelled()
    return Levelling(state, _proposed(state))


_STEP: dict[str, Kind] = {
    COMMITTEE: text,
    "giver": text,
    "taker": text,
    "giver_total": whole,
    "taker_total": whole,
    "giver_seats": whole,
    "taker_seats": whole,
    "majority_lost": flags,
}


def _due(state: Committees) -> dict[str, int]:
    """Seats at once minus seats one by one; nothing where those are a possible result."""
    if state.is_level:
        return dict.fromkeys(state.names, 0)
    both = zip(state.one_by_one.items(), state.at_once.seats, strict=True)
    return {name: at_once - one_by_one for (name, one_by_one), at_once in both}


def _moved(transfers: Iterable[Transfer], names: Iterable[str]) -> dict[str, int]:
    moved = dict.fromkeys(names, 0)
    for _, giver, taker in transfers:
        moved[giver] -= 1
        moved[taker] += 1
    return moved


def _proposed(state: Committees) -> tuple[Transfer, ...]:
    """Where seats change hands, unless the groups choose otherwise; see `levelling`."""
    due, places = _due(state), state.standing
    groups = [group.name for group in state.council.groups_by_size if due.get(group.name)]
    at = [state.names.index(name) for name in groups]
    seats, held = [state.level(each).seats for each in places], [*map(state.held, places)]
    most = sum(each.size for each in places) + len(places)
    weight = (1 + most) * (1 + sum(map(abs, due.values())))  # of an aim: above all later ones

    def cost(group: int, place: int, n: int) -> int | None:
        mine, size = seats[place][at[group]], places[place].size
        if due[groups[group]] > 0:
            aims = (n - 1, 0, mine + n - 1, 0, place)
        elif mine - n < held[place][at[group]]:
            return None
        else:
            aims = (0, int(2 * mine > size >= 2 * (mine - n)), 0, most - mine + n, 0)
        return reduce(lambda sum_, aim: sum_ * weight + aim, aims)

    moved = cheapest([due[name] for name in groups], len(places), cost)
    found = []
    for i, place in enumerate(places):
        there = [name for name, row in zip(groups, moved, strict=True) for _ in range(row[i])]
        givers, takers = (
            [name for name in there if (due[name] > 0) is gets] for gets in (False, True)
        )
        found += [Transfer(place.name, *both) for both in zip(givers, takers, strict=True)]
    return tuple(found)
