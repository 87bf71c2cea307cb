"""Who of a list's candidates is elected, and who comes next.

Open lists (sideordnet opstilling): by personal votes, equal ones by lot; list votes help nobody.

Party lists (partiliste):

1. The figure is the list's votes divided by its seats plus one, rounded down, plus one.
2. Who has so many personal votes is elected.
3. In the order of the ballot paper the list votes fill up each candidate to the figure, until they
   are used up. Who then has the figure is elected.
4. Seats that are left go by personal votes and the list votes received; of equals the one who
   stands higher is elected.

Who is elected by 2 and 3 is so in the order of the ballot paper. Substitutes (stedfortrædere) are
the others of the list in the order of 1 and 4.

Source: kommunal- og regionalvalgloven §§ 85-86 and 91; lov om valg til Europa-Parlamentet § 35.
"""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from valgforbund.people.nominees import Nominees
from valgforbund.sharing.candidates import OPEN

# how a seat inside a list is won
PERSONAL, FIGURE, LIST_VOTES, ORDER, LOT = "personal votes", "figure", "list votes", "order", "lot"
WITH_LIST_VOTES = "personal votes and list votes"  # list votes did not suffice for the figure

SITS, OUT = "sits", "out"  # how a candidate stands, if it is not by LOT


class Place(NamedTuple):
    """A place in the order of a list.

    Attributes
    ----------
    candidate : int or None
        Place on the ballot paper, from 1; None where a lot or what is not known decides who.
    how : str
        ``"personal votes"``, ``"figure"``, ``"list votes"``, ``"personal votes and list votes"``,
        ``"order"`` or ``"lot"``.
    tied : tuple of int
        All candidates with equal votes whose order only a lot can tell, or who may be meant.
    received : int
        List votes that came to the candidate, whole ones; none on an open list.
    """

    candidate: int | None
    how: str
    tied: tuple[int, ...] = ()
    received: int = 0


class Placing(NamedTuple):
    """All candidates of a list, in order.

    Attributes
    ----------
    elected : tuple of Place
        As many as the list has seats, and candidates for them.
    substitutes : tuple of Place
    waiting : frozenset of int
        Those who are elected or not as a lot falls that gives the list its seats.
    """

    elected: tuple[Place, ...]
    substitutes: tuple[Place, ...]
    waiting: frozenset[int] = frozenset()

    @property
    def seated(self) -> frozenset[int]:
        """Those who are certainly elected."""
        return frozenset(place.candidate for place in self.elected if place.candidate is not None)

    @property
    def possible(self) -> frozenset[int]:
        """Those who are elected, or may be after a lot."""
        drawing = (place.tied for place in self.elected if place.candidate is None)
        return self.seated.union(self.waiting, *drawing)

    @property
    def order(self) -> tuple[int, ...]:
        """Every candidate once, from the first to the last; equals as the ballot paper has them."""
        found = (
            each
            for place in self.elected + self.substitutes
            for each in (place.tied if place.candidate is None else (place.candidate,))
        )
        return tuple(dict.fromkeys(found))

    def stands(self, candidate: int) -> str:
        """Whether a candidate is elected: ``"sits"``, ``"lot"`` or ``"out"``."""
        if candidate in self.seated:
            return SITS
        return LOT if candidate in self.possible else OUT


def placing(nominees: Nominees, seats: int) -> Placing:
    """Who is elected when the list has so many seats, and in which order.

    Parameters
    ----------
    nominees : Nominees
    seats : int
        Of the list, 0 or more.

    Examples
    --------
    >>> few = Nominees("open", 100, (20, 50, 20), (None, None, None))
    >>> placing(few, 1).elected
    (Place(candidate=2, how='personal votes', tied=(), received=0),)
    >>> placing(few, 2).elected[1]
    Place(candidate=None, how='lot', tied=(1, 3), received=0)
    >>> party = few._replace(form="party")  # the figure is 190 // 2 + 1 = 96
    >>> placing(party, 1).elected
    (Place(candidate=1, how='list votes', tied=(), received=76),)
    """
    if nominees.form == OPEN:
        return _by_personal_votes(nominees.votes, seats)
    return _by_the_figure(nominees, seats)


def figure(nominees: Nominees, seats: int) -> int:
    """The votes that elect a candidate of a party list (fordelingstallet).

    Examples
    --------
    >>> figure(Nominees("party", 100, (20, 50, 20), (None, None, None)), 2)
    64
    """
    return nominees.total // (seats + 1) + 1


def _by_personal_votes(votes: tuple[int, ...], seats: int) -> Placing:
    elected: list[Place] = []
    substitutes: list[Place] = []
    ranked = sorted(range(len(votes)), key=lambda i: -votes[i])
    for _, group in groupby(ranked, key=votes.__getitem__):
        equals = tuple(i + 1 for i in group)
        tied = equals if len(equals) > 1 else ()
        room = seats - len(elected)
        if 0 < room < len(equals):
            waits = Place(None, LOT, tied)
            elected += [waits] * room
            substitutes += [waits] * (len(equals) - room)
        else:
            there = elected if room else substitutes
            there += [Place(candidate, PERSONAL, tied) for candidate in equals]
    return Placing(tuple(elected), tuple(substitutes))


def _by_the_figure(nominees: Nominees, seats: int) -> Placing:
    enough, left = figure(nominees, seats) * nominees.parts, nominees.list_votes
    held: list[int] = []
    for own in nominees.votes:
        received = min(max(enough - own, 0), left)
        left -= received
        held.append(own + received)
    reached = [i for i, votes in enumerate(held) if votes >= enough]
    others = [i for i, votes in enumerate(held) if votes < enough]
    others.sort(key=lambda i: -held[i])  # of equals the higher stays first

    def how(i: int, before: int | None, after: int | None) -> str:
        if nominees.votes[i] >= enough:
            return FIGURE
        if held[i] >= enough:
            return LIST_VOTES
        beside = (held[j] for j in (before, after) if j is not None)
        if held[i] in beside:
            return ORDER
        return WITH_LIST_VOTES if held[i] > nominees.votes[i] else PERSONAL

    def came(i: int) -> int:
        """List votes that came to a candidate, beside the votes that are shown."""
        own = nominees.votes[i]
        return max(nominees.told(held[i]) - shown[i], 0) if held[i] > own else 0

    ranked, shown = [*reached, *others], nominees.shown
    around = zip([None, *ranked], ranked, [*ranked[1:], None], strict=False)
    places = [Place(i + 1, how(i, before, after), received=came(i)) for before, i, after in around]
    return Placing(tuple(places[:seats]), tuple(places[seats:]))
