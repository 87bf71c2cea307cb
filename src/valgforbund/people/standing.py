"""The lists of a count with their candidates, and who of them sits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from valgforbund.awards import awards
from valgforbund.counting import Count
from valgforbund.people.nominees import Nominees
from valgforbund.people.passing import lacking
from valgforbund.people.placing import LOT, Place, Placing, placing


class Seat(NamedTuple):
    """A seat of the council, and who has it.

    Attributes
    ----------
    number : int
        In the order of the seats.
    letter : str or None
        None where a lot decides which list has it.
    place : Place or None
        None where nobody is known who could have it.
    """

    number: int
    letter: str | None
    place: Place | None


class Standing:
    """Who sits and who comes next, list by list.

    Parameters
    ----------
    count : Count
    nominees : mapping
        By letter; lists that are not in it have no known candidates. Where a list has other votes
        in the count, those of its candidates are scaled in proportion.
    """

    def __init__(self, count: Count, nominees: Mapping[str, Nominees]) -> None:
        self.count = count
        ballots = zip(count.scenario.letters, count.scenario.ballots, strict=True)
        self.nominees = {
            letter: nominees[letter].with_total(votes)
            for letter, votes in ballots
            if letter in nominees
        }
        self.scaled = tuple(
            letter for letter, each in self.nominees.items() if each != nominees[letter]
        )

    @cached_property
    def placings(self) -> dict[str, Placing]:
        """The candidates of each list in order; what lots between lists leave open is told."""
        spans = self.count.spans
        return {
            letter: _agreed([placing(each, n) for n in range(span.low, span.high + 1)])
            for letter, each in self.nominees.items()
            for span in (spans[letter],)
        }

    def seats(self) -> Iterator[Seat]:
        """The seats of the council in order: a list's k-th seat is its k-th elected candidate's."""
        elected = {letter: iter(each.elected) for letter, each in self.placings.items()}
        council = self.count.scenario
        order = awards(council.council, council.seats, self.count.level)
        for number, award in enumerate(order, 1):
            waiting = elected.get(award.letter) if award.letter is not None else None
            yield Seat(number, award.letter, next(waiting, None) if waiting else None)

    def lacks(self, letter: str, place: Place) -> int | None:
        """The personal votes that a candidate lacks to pass the one before."""
        span = self.count.spans[letter]
        if place.candidate is None or span.is_open:
            return None
        return lacking(self.nominees[letter], span.low, place.candidate)


def _agreed(placings: list[Placing]) -> Placing:
    """What is so however many seats a lot gives the list; the fewest come first."""
    first, *others = placings
    if not others:
        return first
    certain = first.seated.intersection(*(each.seated for each in others))
    possible = frozenset[int]().union(*(each.possible for each in placings))
    waits = tuple(sorted(possible - certain))
    elected = tuple(
        place if place.candidate in certain else Place(None, LOT, waits) for place in first.elected
    )
    rest = (
        place for place in (*first.elected, *first.substitutes) if place.candidate not in certain
    )
    return Placing(elected, tuple(rest), frozenset(waits))
