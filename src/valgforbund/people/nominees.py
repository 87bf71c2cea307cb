"""The candidates of one list, as they stand on the ballot paper, with their personal votes."""

from __future__ import annotations

from typing import NamedTuple

from valgforbund.dhondt import apportion

OPEN, PARTY_LIST = "open", "party"  # sideordnet opstilling, partiliste


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
    """

    form: str
    list_votes: int
    votes: tuple[int, ...]
    names: tuple[str | None, ...]

    @property
    def total(self) -> int:
        """All votes of the list."""
        return self.list_votes + sum(self.votes)

    def with_total(self, total: int) -> Nominees:
        """The same list with more votes or fewer, all in proportion.

        An assumption and not a count. It is rounded by d'Hondt. Equal votes stay equal, so that
        rounding never decides what a lot would: votes for which quotients are equal become list
        votes.

        Examples
        --------
        >>> Nominees("open", 10, (60, 30), (None, None)).with_total(50)
        Nominees(form='open', list_votes=5, votes=(30, 15), names=(None, None))
        >>> Nominees("open", 10, (30, 30), (None, None)).with_total(77)
        Nominees(form='open', list_votes=11, votes=(33, 33), names=(None, None))
        """
        if total == self.total:
            return self
        if not self.total:
            return self._replace(list_votes=total)
        level = apportion((self.list_votes, *self.votes), total)
        list_votes, *votes = level.seats
        return self._replace(list_votes=list_votes + level.stake, votes=tuple(votes))
