"""Posts by d'Hondt when some are held by office: those count as the first of their group's.

Source: kommunestyrelsesloven §§ 18, 24-25 and 65: the mayor chairs the finance committee, and that
seat is the first of those that fall to the mayor's group.
"""

from __future__ import annotations

from collections.abc import Sequence

from valgforbund.dhondt import Level, apportion


def share(members: Sequence[int], posts: int, held: Sequence[int]) -> Level:
    """Share posts among groups by d'Hondt, where some are held by office.

    Parameters
    ----------
    members : sequence of int
        Members of each group.
    posts : int
        Posts in all, those held by office among them.
    held : sequence of int
        Posts that each group holds by office; they sum to `posts` at most.

    Returns
    -------
    Level
        A group that d'Hondt gives its posts by office anyway has no more than that; one that it
        does not give them keeps them, and the others share what is left.

    Examples
    --------
    >>> share([14, 5], 7, [0, 1]).seats, share([20, 4, 2], 5, [0, 0, 1]).seats
    ([5, 2], [4, 0, 1])
    """
    level = apportion(members, posts)
    fixed = {i for i, seats in enumerate(level.seats) if seats < held[i]}
    if not fixed:
        return level
    rest = [i for i in range(len(members)) if i not in fixed]
    inner = share(
        [members[i] for i in rest],
        posts - sum(held[i] for i in fixed),
        [held[i] for i in rest],
    )
    seats = list(held)
    for i, got in zip(rest, inner.seats, strict=True):
        seats[i] = got
    return Level(seats, tuple(rest[i] for i in inner.tied), inner.stake, inner.vacant)
