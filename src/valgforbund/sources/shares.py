"""Shares of a table as votes: of a total that it tells, or of as many as they are exact to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from valgforbund.dhondt import apportion
from valgforbund.parsing import Pasted

MAY_BE = frozenset(  # codes of tables whose numbers are no votes
    {
        *("column_unclear", "column_line", "column_share", "column_no_whole"),
        *("column_without_votes", "column_no_number"),
    }
)
ALL = 100 * 10**6  # millionths of a per cent
ABOUT_ALL = (90 * 10**6, 101 * 10**6)  # of shares that are all votes


def stated_total(pasted: Pasted) -> int | None:
    """How many votes a table of shares tells there are in all; 100 are per cent, not votes."""
    total = pasted.total
    return total.value if total is not None and total.value and total.value > 100 else None


def are_fractions(pasted: Pasted) -> bool:
    """Whether numbers are shares of 1, as a spreadsheet keeps them, and not of 100."""
    least, most = ABOUT_ALL
    return least <= 100 * pasted.sum <= most


def in_per_cent(pasted: Pasted) -> Pasted:
    """Shares of 1 as per cent."""
    rows = tuple(each._replace(value=100 * each.value) for each in pasted.rows)
    return replace(pasted, rows=rows)


def of_total(shares: Mapping[str, int], total: int) -> dict[str, int]:
    """Votes by letter of shares of a total, rounded by d'Hondt; equal quotients in their order.

    Parameters
    ----------
    shares : mapping of letter to int
        In millionths of a per cent. If they are not about all votes, the rest is nobody's.
    total : int

    Examples
    --------
    >>> of_total({"A": 25_000_000, "B": 25_500_000, "C": 49_500_000}, 200)
    {'A': 50, 'B': 51, 'C': 99}
    """
    least, most = ABOUT_ALL
    given = sum(shares.values())
    votes = total if 99 * 10**6 <= given <= most or given < least else total * given // ALL
    level = apportion([*shares.values()], votes)
    counted = [*level.seats]
    for i in level.tied[: level.stake]:
        counted[i] += 1
    return dict(zip(shares, counted, strict=True))


def smallest(shares: Mapping[str, int]) -> tuple[dict[str, int], int]:
    """Votes of which the smallest part of a per cent that was written is one, and their total.

    Examples
    --------
    >>> smallest({"F": 25_100_000, "A": 74_900_000})
    ({'F': 251, 'A': 749}, 1000)
    """
    step = 10**6
    while any(each % step for each in shares.values()):
        step //= 10
    return {letter: each // step for letter, each in shares.items()}, ALL // step
