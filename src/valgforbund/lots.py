"""A lot (lodtrækning): equal quotients that compete for the last seats of a level."""

from __future__ import annotations

from typing import NamedTuple


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
