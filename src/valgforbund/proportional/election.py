"""A proportional election: comparison numbers, who is elected, and the lots between equal ones.

The i-th candidate of a list has the comparison number (jämförelsetal) votes / i; the highest are
elected, equal numbers are decided by lot.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.frames import Column, flags, real, table, text, whole
from valgforbund.lots import Lot
from valgforbund.proportional.balance import Balance, balance
from valgforbund.proportional.ranking import (
    ELECTED,
    LOT,
    Drawn,
    Place,
    Ranking,
    names_of,
    ranked,
    starts,
    status,
)
from valgforbund.proportional.slates import Candidate, Slate, checked, stand_once
from valgforbund.ranges import Span

OFFICERS = 2  # chair and vice chair


@dataclass(frozen=True, init=False)
class Election:
    """One proportional election; every change gives a new one.

    Parameters
    ----------
    slates : iterable of Slate
        In the order that was drawn by lot.
    posts : int
        Posts to fill, 2 or more.
    officers : bool
        Whether it was agreed beforehand that the highest comparison numbers are chair and vice
        chair: then equal numbers at the top are a lot, too.

    Raises
    ------
    ScenarioError
        A candidate or a substitute stands twice, two lists have one name, or numbers are wrong.

    Examples
    --------
    >>> from valgforbund.proportional import slate
    >>> board = Election(
    ...     [slate("1", 7, "A B C D"), slate("2", 5, "E F G"), slate("3", 1, "H")], posts=5,
    ...     officers=True)
    >>> board.elected, board.chair, board.vice_chair
    (('A', 'E', 'B', 'F', 'C'), 'A', 'E')
    """

    slates: tuple[Slate, ...]
    posts: int
    officers: bool
    drawn: Drawn

    def __init__(self, slates: Iterable[Slate], posts: int, officers: bool = False) -> None:
        given = tuple(slates) if isinstance(slates, Iterable) else (None,)
        if not all(isinstance(each, Slate) for each in given):
            raise ScenarioError("slates_not_slates", value=slates)
        found = tuple(map(checked, given))
        if not found:
            raise ScenarioError("no_slates")
        names = [each.name for each in found]
        for name in names:
            if names.count(name) > 1:
                raise ScenarioError("slate_repeated", slate=name)
        stand_once(found)
        vars(self).update(
            slates=found,
            posts=checks.whole(posts, 2, "posts_not_whole"),
            officers=bool(officers),
            drawn=(),
        )

    # ---- comparison numbers ----

    @cached_property
    def ranking(self) -> Ranking:
        """The candidates by comparison number, the highest first; those who are equal together.

        A lot that was drawn parts its winners from the rest.
        """
        return ranked(self.slates, self.drawn)

    @property
    def numbers(self) -> pd.DataFrame:
        """The comparison numbers as a table.

        Returns
        -------
        DataFrame
            Index ``candidate``; ``slate``, ``place`` on it, ``substitute``, ``number``: the
            ``votes`` of the list by the place, as a float; ``rank`` (equal where the numbers are,
            and no lot parts them), ``status``: ``"elected"``, ``"lot"`` or ``"not"``, and
            ``drawn``, whether a lot that was drawn decided the rank. Votes and place are exact.

        Examples
        --------
        >>> from valgforbund.proportional import slate
        >>> Election([slate("1", 7, "A B"), slate("2", 5, "E")], 2).numbers[["votes", "place"]]
                   votes  place
        candidate
        A              7      1
        E              5      1
        B              7      2
        """
        by_lot = {name for tied, _ in self.drawn for name in tied}
        places = [
            (each, start + 1, status(start, group, self.posts))
            for start, group in starts(self.ranking)
            for each in group
        ]
        names = [each.candidate.name for each, _, _ in places]
        columns: dict[str, Column] = {
            "slate": text([each.slate for each, _, _ in places]),
            "place": whole([each.place for each, _, _ in places]),
            "substitute": text([each.candidate.substitute for each, _, _ in places]),
            "number": real([each.number for each, _, _ in places]),
            "votes": whole([int(each.number * each.place) for each, _, _ in places]),
            "rank": whole([rank for _, rank, _ in places]),
            "status": text([outcome for _, _, outcome in places]),
            "drawn": flags([name in by_lot for name in names]),
        }
        return table(names, "candidate", columns)

    @property
    def elected(self) -> tuple[str, ...]:
        """Who is elected for certain, in the order of the comparison numbers."""
        return tuple(each.candidate.name for each in self._elected())

    @property
    def vacant(self) -> int:
        """Posts that no candidate of a list with votes is there for."""
        able = sum(len(slate.candidates) for slate in self.slates if slate.votes)
        return max(0, self.posts - able)

    @property
    def seats(self) -> dict[str, Span]:
        """Fewest and most posts of each list over the lot."""
        low = {slate.name: 0 for slate in self.slates}
        tied = dict(low)
        for start, group in starts(self.ranking):
            for each in group:
                found = status(start, group, self.posts)
                low[each.slate] += found == ELECTED
                tied[each.slate] += found == LOT
        return {name: Span(n, n + tied[name]) for name, n in low.items()}

    @property
    def short(self) -> tuple[str, ...]:
        """Lists that would have won more posts if they had named more candidates."""
        long = [replace(each, candidates=_long(each, self.posts)) for each in self.slates]
        wanted = Election(long, self.posts).seats
        return tuple(
            slate.name for slate in self.slates if wanted[slate.name].high > len(slate.candidates)
        )

    # ---- chair and vice chair ----

    @property
    def chair(self) -> str | None:
        """The highest comparison number, if that was agreed; None where a lot is due."""
        return self._officer(1)

    @property
    def vice_chair(self) -> str | None:
        """The second highest, likewise."""
        return self._officer(2)

    def _officer(self, rank: int) -> str | None:
        if not self.officers:
            return None
        for start, group in starts(self.ranking):
            if start + 1 == rank and len(group) == 1 and group[0].number:
                return group[0].candidate.name
        return None

    # ---- lots ----

    @property
    def lot(self) -> Lot | None:
        """The lot that is due now, the one nearest the top first; None where none is."""
        cuts = [*range(1, OFFICERS + 1)] * self.officers + [self.posts]
        for start, group in starts(self.ranking):
            inside = [cut for cut in cuts if start < cut < start + len(group)]
            if inside and group[0].number:
                return Lot("", names_of(group), inside[0] - start)
        return None

    def settle(self, winners: str | Iterable[str]) -> Election:
        """The same election with its lot drawn.

        Raises
        ------
        ScenarioError
            If no lot is due, or these are not as many of the tied as it has posts.
        """
        lot = self.lot
        if lot is None:
            raise ScenarioError("no_lot_due")
        return self._with(drawn=(*self.drawn, (lot.tied, lot.winners(winners))))

    def draw(self, seed: int) -> Election:
        """The same election with all its lots drawn."""
        chance, settled = random.Random(checks.whole(seed, 0, "seed_not_whole")), self
        while lot := settled.lot:
            settled = settled.settle(chance.sample(sorted(lot.tied), lot.seats))
        return settled

    # ---- changes ----

    def revised(
        self,
        slates: Iterable[Slate] | None = None,
        posts: int | None = None,
        officers: bool | None = None,
    ) -> Election:
        """Other lists, posts or agreement.

        A lot that was drawn holds as long as the same candidates are tied for as many posts.
        """
        new = Election(
            self.slates if slates is None else slates,
            self.posts if posts is None else posts,
            self.officers if officers is None else officers,
        )
        for tied, winners in self.drawn:
            due = new.lot
            if due is None or set(due.tied) != set(tied) or due.seats != len(winners):
                break
            new = new.settle(winners)
        return new

    def with_votes(self, votes: Mapping[str, int]) -> Election:
        """Other votes for some lists, as when members break ranks."""
        new = checks.by_name(votes)
        names = [slate.name for slate in self.slates]
        for name in new:
            if name not in names:
                raise ScenarioError("slate_unknown", slate=name, slates=", ".join(names))
        return self.revised(
            replace(each, votes=new.get(each.name, each.votes)) for each in self.slates
        )

    def in_order(self, names: Iterable[str]) -> Election:
        """The lists in the order that a lot gave them."""
        by_name = {slate.name: slate for slate in self.slates}
        wanted = [checks.plain(str(name)) for name in checks.in_turn(names)]
        if sorted(wanted) != sorted(by_name):
            raise ScenarioError("slate_order", slates=", ".join(by_name), value=", ".join(wanted))
        return self.revised(by_name[name] for name in wanted)

    # ---- women and men ----

    def balance(self, substitutes: bool = False) -> Balance:
        """Whether the elected (or their substitutes) are at least 40 per cent of each sex."""
        chosen = self._elected()
        sexes = [
            each.candidate.substitute_sex if substitutes else each.candidate.sex for each in chosen
        ]
        return balance(sexes)

    def _elected(self) -> list[Place]:
        return [
            each
            for start, group in starts(self.ranking)
            for each in group
            if status(start, group, self.posts) == ELECTED
        ]

    def _with(self, **changes: object) -> Election:
        new = object.__new__(Election)
        vars(new).update({key: getattr(self, key) for key in _FIELDS} | changes)
        return new


_FIELDS = ("slates", "posts", "officers", "drawn")


def _long(slate: Slate, posts: int) -> tuple[Candidate, ...]:
    """Candidates enough for every post."""
    number = max(posts, len(slate.candidates))
    return tuple(Candidate(f"{slate.name} {i}") for i in range(number))
