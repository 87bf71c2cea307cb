"""The lists of a count with their candidates, and who of them sits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from valgforbund.awards import awards
from valgforbund.counting import Count
from valgforbund.people.drawn import fell_on
from valgforbund.people.nominees import Nominees
from valgforbund.people.passing import lacking
from valgforbund.people.placing import LOT, Place, Placing, placing
from valgforbund.units import Unit


class Rival(NamedTuple):
    """Somebody whom a lot may elect, or put in a place."""

    letter: str
    candidate: int
    name: str | None


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
    rivals : tuple of Rival
        Between whom a lot decides, of one list or several; none where no lot does.
    """

    number: int
    letter: str | None
    place: Place | None
    rivals: tuple[Rival, ...] = ()


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
            if award.letter is None:
                yield Seat(number, None, None, self._between_lists(award.unit))
                continue
            waiting = elected.get(award.letter)
            place = next(waiting, None) if waiting else None
            rivals = self.rivals(award.letter, place) if place else ()
            yield Seat(number, award.letter, place, rivals)

    def rivals(self, letter: str, place: Place) -> tuple[Rival, ...]:
        """Between whom of a list a lot decides who has a place."""
        tied = place.tied if place.candidate is None else ()
        return tuple(self._rival(letter, each) for each in tied)

    def fell_on(self, rivals: tuple[Rival, ...]) -> tuple[Rival, ...]:
        """Whom of them the official lot elected, where that is known and all is as it was."""
        if len({each.letter for each in rivals}) != 1:
            return ()
        letter, seats = rivals[0].letter, self.count.spans[rivals[0].letter]
        known = self.count.scenario, letter, self.nominees[letter], seats.low
        won = () if seats.is_open else fell_on(*known, [each.candidate for each in rivals])
        return tuple(each for each in rivals if each.candidate in won)

    def substitutes(self, letter: str) -> tuple[Place, ...]:
        """Who comes next in a list that has seats; that may have one: if the lot gives it."""
        span = self.count.spans[letter]
        if span.low:
            return self.placings[letter].substitutes
        return placing(self.nominees[letter], span.high).substitutes if span.high else ()

    def _between_lists(self, home: Unit | None) -> tuple[Rival, ...]:
        """Whom a lot between lists may elect: inside an alliance, or in the council."""
        root = self.count.scenario.council
        level = self.count.level(root, self.count.scenario.seats)
        units = [root.children[i] for i in level.tied] if home is None else [home]
        letters = [each.name for unit in units for each in unit.lists]
        return tuple(
            self._rival(letter, candidate)
            for letter in letters
            if letter in self.placings and self.count.spans[letter].is_open
            for candidate in sorted(self.placings[letter].waiting)
        )

    def _rival(self, letter: str, candidate: int) -> Rival:
        return Rival(letter, candidate, self.nominees[letter].names[candidate - 1])

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
