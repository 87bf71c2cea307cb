"""The candidates of one list, as they stand on the ballot paper, with their personal votes."""

from __future__ import annotations

from functools import lru_cache
from math import gcd
from typing import NamedTuple

from valgforbund.dhondt import apportion


class Nominees(NamedTuple):
    """The candidates of a list.

    Attributes
    ----------
    form : str
        ``"open"`` (sideordnet: personal votes decide) or ``"party"`` (partiliste: list votes help
        those who stand first).
    list_votes : int
        Votes for the list and no candidate.
    votes : tuple of int
        Personal votes, in the order of the ballot paper.
    names : tuple of str or None
        As long as `votes`; None where a name is not known.
    parts : int
        How many parts make one vote: votes are counted in parts, so that those in proportion are
        exact. 1 where they are the votes that were given.
    """

    form: str
    list_votes: int
    votes: tuple[int, ...]
    names: tuple[str | None, ...]
    parts: int = 1

    @property
    def total(self) -> int:
        """All votes of the list, whole ones."""
        return (self.list_votes + sum(self.votes)) // self.parts

    @property
    def shown(self) -> tuple[int, ...]:
        """Personal votes as they are shown: whole ones, rounded by d'Hondt, equal ones equal.

        Examples
        --------
        >>> Nominees("open", 10, (60, 30), (None, None)).with_total(99).shown
        (59, 29)
        """
        if self.parts == 1:
            return self.votes
        return _rounded((self.list_votes, *self.votes), self.total)[1:]

    def told(self, parts: int) -> int:
        """So many parts of votes as whole ones: the nearest number.

        Examples
        --------
        >>> few = Nominees("open", 0, (5, 3), (None, None), parts=2)
        >>> few.total, [few.told(each) for each in few.votes]
        (4, [3, 2])
        """
        return (2 * parts + self.parts) // (2 * self.parts)

    def with_total(self, total: int) -> Nominees:
        """The same list with more votes or fewer, all in proportion and none rounded.

        An assumption and not a count. Equal votes stay equal and others keep their order, so that
        proportion never decides what a lot would, and makes no lot that was none.

        Examples
        --------
        >>> Nominees("open", 10, (60, 30), (None, None)).with_total(50)
        Nominees(form='open', list_votes=5, votes=(30, 15), names=(None, None), parts=1)
        >>> Nominees("open", 10, (60, 30), (None, None)).with_total(99)
        Nominees(form='open', list_votes=99, votes=(594, 297), names=(None, None), parts=10)
        """
        if total == self.total:
            return self
        held = self.list_votes, *self.votes
        if not any(held):
            return self._replace(list_votes=total)
        parts = sum(held)
        common = gcd(parts, *(each * total for each in held))
        list_votes, *votes = (each * total // common for each in held)
        return self._replace(list_votes=list_votes, votes=tuple(votes), parts=parts // common)


@lru_cache(maxsize=256)
def _rounded(parts: tuple[int, ...], total: int) -> tuple[int, ...]:
    """So many votes in proportion to the parts; the last ones that several could have are not."""
    return tuple(apportion(parts, total).seats)
