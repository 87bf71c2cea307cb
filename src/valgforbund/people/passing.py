"""The votes that a candidate lacks to pass the one before in the order of the list."""

from __future__ import annotations

from valgforbund.people.nominees import OPEN, Nominees
from valgforbund.people.placing import placing


def lacking(nominees: Nominees, seats: int, candidate: int) -> int | None:
    """The least personal votes more with which a candidate comes before whoever is just before.

    They are new votes for the list, whose seats stay as they are; nobody else's votes change. On an
    open list equal votes are not enough, since a lot would decide.

    Parameters
    ----------
    nominees : Nominees
    seats : int
        Of the list.
    candidate : int
        Place on the ballot paper, from 1.

    Returns
    -------
    int or None
        None for who is first.

    Notes
    -----
    By doubling and bisection. With x more votes the figure of a party list rises by at most
    x / (seats + 1) + 1, so what others then take of the list votes is never more than what the
    candidate gained: more votes never lead further back.

    Examples
    --------
    >>> few = Nominees("open", 100, (20, 50, 20), (None, None, None))
    >>> lacking(few, 1, 3), lacking(few, 1, 2)
    (1, None)
    >>> lacking(few._replace(form="party"), 1, 2)
    71
    """
    before = _before(nominees, seats, candidate, 0)
    if not before:
        return None
    enough = 1
    while _before(nominees, seats, candidate, enough) >= before:
        enough *= 2
    least = enough // 2  # not enough, or none
    while enough - least > 1:
        middle = (least + enough) // 2
        if _before(nominees, seats, candidate, middle) < before:
            enough = middle
        else:
            least = middle
    return enough


def _before(nominees: Nominees, seats: int, candidate: int, more: int) -> int:
    """How many come before a candidate with so many votes more, or may after a lot."""
    own = nominees.votes[candidate - 1] + more
    votes = (*nominees.votes[: candidate - 1], own, *nominees.votes[candidate:])
    if nominees.form == OPEN:
        return sum(each >= own for each in votes) - 1
    order = placing(nominees._replace(votes=votes), seats)
    return [each.candidate for each in order.elected + order.substitutes].index(candidate)
