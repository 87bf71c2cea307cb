"""The votes between candidates of a list: to pass the one before, to have a seat, to lose it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from valgforbund.people.nominees import Nominees
from valgforbund.people.placing import placing
from valgforbund.sharing.candidates import OPEN


def lacking(nominees: Nominees, seats: int, candidate: int) -> int | None:
    """The least personal votes more with which a candidate stands at least one place higher.

    They are new votes for the list, whose seats stay as they are; nobody else's votes change. On an
    open list equal votes are not enough, since a lot would decide. On a party list new votes raise
    the figure as well: another than whoever is just before may be the one who falls behind.

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
    By doubling and bisection. With every seats + 1 votes more the figure of a party list rises by
    one; no more than `seats` others then take one list vote more each, so that a candidate who has
    all of those votes is never further back. In between, where the figure rises, one may be.

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
    end = seats - nominees.total % (seats + 1)
    return _least(lambda more: _before(nominees, seats, candidate, more) < before, end, seats)


def to_seat(nominees: Nominees, seats: int, candidate: int) -> int | None:
    """The least personal votes more with which a candidate is elected whatever a lot decides.

    As in `lacking` they are new votes for the list, whose seats stay as they are.

    Returns
    -------
    int or None
        None for who is elected, and where the list has no seat.

    Examples
    --------
    >>> few = Nominees("open", 100, (20, 50, 20), (None, None, None))
    >>> to_seat(few, 1, 3), to_seat(few, 1, 2), to_seat(few, 2, 3)
    (31, None, 1)
    """
    if not seats or _sits(nominees, seats, candidate, 0):
        return None
    end = seats - nominees.total % (seats + 1)
    return _least(lambda more: _sits(nominees, seats, candidate, more), end, seats)


def to_lose(nominees: Nominees, seats: int, candidate: int) -> int | None:
    """The least personal votes fewer with which it is no longer sure that a candidate is elected.

    Returns
    -------
    int or None
        None for who is not sure to be elected now, and who is with however few of them.

    Examples
    --------
    >>> few = Nominees("open", 100, (20, 50, 20), (None, None, None))
    >>> to_lose(few, 1, 2), to_lose(few, 1, 1), to_lose(few, 3, 1)
    (30, None, None)
    """
    if not _sits(nominees, seats, candidate, 0):
        return None
    held = nominees.votes[candidate - 1] // nominees.parts
    end = nominees.total % (seats + 1)
    last = held - (held - end) % (seats + 1)  # where the figure changes before they are all gone
    for most in (held, max(last, 0)):
        if not _sits(nominees, seats, candidate, -most):
            return _least(partial(_falls, nominees, seats, candidate, most), end, seats)
    return None


def _least(holds: Callable[[int], bool], end: int, seats: int) -> int:
    """The least number, 1 or more, at which something holds.

    Parameters
    ----------
    holds : callable
        False of 0, and true of some number. The figure stays as it is up to `end`, and is then
        another with every `seats + 1` votes: true from somewhere on until it changes, and true of
        a number that is `seats + 1` larger than one of which it is true.
    end : int
        0 or more.
    seats : int
        Of the list.
    """
    period = seats + 1
    enough = _first(lambda n: holds(end + n * period))
    before = max(end + (enough - 1) * period, 0)
    return before + _first(lambda n: holds(min(before + n, end + enough * period)))


def _first(holds: Callable[[int], bool]) -> int:
    """The least number from which on something holds; 0 or more."""
    if holds(0):
        return 0
    enough = 1
    while not holds(enough):
        enough *= 2
    least = enough // 2  # not enough
    while enough - least > 1:
        middle = (least + enough) // 2
        if holds(middle):
            enough = middle
        else:
            least = middle
    return enough


def _before(nominees: Nominees, seats: int, candidate: int, more: int) -> int:
    """How many come before a candidate with so many votes more, or may after a lot."""
    given = _given(nominees, candidate, more)
    own = given.votes[candidate - 1]
    if nominees.form == OPEN:
        return sum(each >= own for each in given.votes) - 1
    order = placing(given, seats)
    return [each.candidate for each in order.elected + order.substitutes].index(candidate)


def _sits(nominees: Nominees, seats: int, candidate: int, more: int) -> bool:
    return candidate in placing(_given(nominees, candidate, more), seats).seated


def _falls(nominees: Nominees, seats: int, candidate: int, most: int, fewer: int) -> bool:
    """Whether it is no longer sure with so many votes fewer, or the most."""
    return not _sits(nominees, seats, candidate, -min(fewer, most))


def _given(nominees: Nominees, candidate: int, more: int) -> Nominees:
    """The list with so many personal votes more for one of its candidates."""
    votes = [*nominees.votes]
    votes[candidate - 1] += more * nominees.parts
    return nominees._replace(votes=tuple(votes))
