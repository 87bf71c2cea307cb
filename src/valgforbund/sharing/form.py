"""A scenario as it is kept: rows of lists, alliances as groups in groups, lots that were drawn."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, TypeAlias

import msgspec

from valgforbund.alliances import Alliance
from valgforbund.checks import MOST_LISTS
from valgforbund.counting import count
from valgforbund.errors import ScenarioError
from valgforbund.lots import Lot
from valgforbund.scenario import Scenario
from valgforbund.sharing.envelope import Kind

LARGEST = 2**63 - 1  # what every reader of JSON can take; numbers above are written as hex
Hex = Annotated[str, msgspec.Meta(pattern="^0x[0-9a-f]+$")]
Whole: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=LARGEST)] | Hex


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A list.

    Attributes
    ----------
    letter : str
    votes : int
    name : str
        Left out where it is the letter.
    candidates : int or None
        How many there are, where that is known.
    """

    letter: str
    votes: Whole
    name: str = ""
    candidates: Whole | None = None


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An alliance, or a group inside one: letters and groups."""

    lists: tuple[str | Group, ...]

    @classmethod
    def of(cls, alliance: Alliance) -> Group:
        """The group that an alliance is."""
        inside = alliance.members
        return cls(tuple(each if isinstance(each, str) else cls.of(each) for each in inside))

    @property
    def letters(self) -> list[object]:
        """Its letters, in lists inside lists."""
        return [each if isinstance(each, str) else each.letters for each in self.lists]

    def check(self) -> None:
        """An error where a list is alone in it: it says something that nobody can mean."""
        inside = [each for each in self.lists if isinstance(each, Group)]
        if len(self.lists) - len(inside) < 2 and not inside:
            raise ScenarioError("saved_alone", letters=", ".join(map(str, self.lists)) or "–")
        for each in inside:
            each.check()


class DrawnLot(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A lot that was drawn: between whom, for how many seats, who won, and in which alliance."""

    tied: tuple[str, ...]
    seats: int
    winners: tuple[str, ...]
    alliance: str = ""


class ScenarioForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A scenario.

    Attributes
    ----------
    lists : tuple of Row
        In their order.
    seats : int
    alliances : tuple of Group
    place, election : str
    notes : tuple of str
    drawn : tuple of DrawnLot
        In the order in which they were drawn.
    """

    lists: tuple[Row, ...]
    seats: Whole
    alliances: tuple[Group, ...] = ()
    place: str = ""
    election: str = ""
    notes: tuple[str, ...] = ()
    drawn: tuple[DrawnLot, ...] = ()

    @classmethod
    def of(cls, s: Scenario) -> ScenarioForm:
        """The form of a scenario."""
        rows = zip(s.letters, s.ballots, s.names, s.limits, strict=True)
        return cls(
            tuple(
                Row(
                    letter,
                    _written(votes),
                    name if name != letter else "",
                    limit and _written(limit),
                )
                for letter, votes, name, limit in rows
            ),
            _written(s.seats),
            tuple(map(Group.of, s.alliances)),
            s.place,
            s.election,
            s.notes,
            tuple(DrawnLot(lot.tied, lot.seats, won, lot.alliance) for lot, won in s.drawn),
        )

    def scenario(self) -> Scenario:
        """The scenario, checked as any other, its lots drawn again.

        Raises
        ------
        ScenarioError
            If there can be no such scenario, or a lot in it is not due.
        """
        if len(self.lists) > MOST_LISTS:
            raise ScenarioError("too_many_lists", limit=MOST_LISTS)
        for letter, times in Counter(row.letter for row in self.lists).items():
            if times > 1:
                raise ScenarioError("letter_repeated", letter=letter)
        for group in self.alliances:
            group.check()
        made = Scenario(
            {row.letter: _read(row.votes) for row in self.lists},
            _read(self.seats),
            [group.letters for group in self.alliances],
            {row.letter: _read(n) for row in self.lists if (n := row.candidates) is not None},
            {row.letter: row.name for row in self.lists if row.name},
            self.place,
            self.election,
            self.notes,
        )
        if not self.drawn:
            return made
        counted = count(made)
        for each in self.drawn:
            counted = counted.settle({Lot(each.alliance, each.tied, each.seats): each.winners})
        return counted.scenario


SCENARIO: Kind[ScenarioForm] = Kind("scenario", 1, ScenarioForm)


def _written(number: int) -> int | str:
    return number if number <= LARGEST else hex(number)


def _read(number: int | str) -> int:
    return int(number, 16) if isinstance(number, str) else number
