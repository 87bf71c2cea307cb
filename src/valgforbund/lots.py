"""A lot (lodtrækning): equal quotients that compete for the last seats of a level."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from valgforbund.errors import ScenarioError
from valgforbund.order import named


class Lot(NamedTuple):
    """A drawing of lots that the count waits for.

    Attributes
    ----------
    alliance : str
        Name of the alliance inside which the lot is drawn; ``""`` for the council itself.
    tied : tuple of str
        The alliances and lists with the same quotient, by name or letter.
    seats : int
        Seats at stake, fewer than there are tied units; each of them can win one.

    Examples
    --------
    >>> Lot("", ("A", "B"), 1).seats
    1
    """

    alliance: str
    tied: tuple[str, ...]
    seats: int

    def winners(self, given: str | Iterable[str]) -> tuple[str, ...]:
        """Those who won, in the order of the tied.

        Raises
        ------
        ScenarioError
            If they are not as many of the tied as there are seats.

        Examples
        --------
        >>> Lot("", ("A", "B", "C"), 2).winners(["C", "A"])
        ('A', 'C')
        """
        called = (given,) if isinstance(given, str) else tuple(given)
        won = [named(str(each), self.tied) or each for each in called]
        if len(set(won)) != self.seats or len(won) != self.seats or not set(won) <= set(self.tied):
            raise ScenarioError(
                "lot_winners",
                tied=", ".join(self.tied),
                seats=self.seats,
                winners=", ".join(map(str, won)),
            )
        return tuple(name for name in self.tied if name in won)
