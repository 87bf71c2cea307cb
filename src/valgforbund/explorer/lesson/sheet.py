"""The fields of d'Hondt by hand: what belongs in each, what was typed, and how it is marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from valgforbund import parsing
from valgforbund.counting import Count
from valgforbund.explorer.lesson import marking
from valgforbund.explorer.lesson.marking import Mark

SEATS = 0  # the column of seats; the others are called by their divisor
Field = tuple[str, int]  # a letter and a column


class Sheet:
    """One class's table, for one vote; its fields are empty until something is written.

    Parameters
    ----------
    counted : Count
        The vote, every list alone.

    Examples
    --------
    >>> from valgforbund import Scenario, count
    >>> sheet = Sheet(count(Scenario({"A": 11, "B": 7}, seats=3)))
    >>> sheet.write(("A", 2), "5,5").right, sheet.write(("A", 0), "3").key
    (True, 'lesson.mark.seats')
    """

    def __init__(self, counted: Count) -> None:
        self.counted = counted
        self._typed: dict[Field, str] = {}
        self._marks: dict[Field, Mark] = {}

    @classmethod
    def of(cls, counted: Count, written: Iterable[tuple[Field, str]]) -> Self:
        """The table of a vote in which this was written."""
        sheet = cls(counted)
        for field, text in written:
            sheet.write(field, text)
        return sheet

    @property
    def written(self) -> tuple[tuple[Field, str], ...]:
        """What stands in the fields."""
        return tuple(self._typed.items())

    @property
    def divisors(self) -> range:
        """The divisors to fill in: one more than any list needs; votes divided by 1 are there."""
        most = max(span.high for span in self.counted.spans.values())
        return range(2, most + 2)

    @property
    def fields(self) -> list[Field]:
        """Every field to fill in, row by row; a list without votes has none."""
        return [
            (letter, column)
            for letter, votes in self._votes.items()
            if votes
            for column in (*self.divisors, SEATS)
        ]

    @property
    def right(self) -> int:
        """How many fields are right."""
        return sum(self._marks[each].right for each in self.fields if each in self._marks)

    @property
    def is_done(self) -> bool:
        """Whether every field is right."""
        return self.right == len(self.fields)

    def typed(self, field: Field) -> str:
        """What stands in a field."""
        return self._typed.get(field, "")

    def mark(self, field: Field) -> Mark | None:
        """How a field is marked; None while it is empty."""
        return self._marks.get(field)

    def write(self, field: Field, text: str) -> Mark:
        """Write into a field.

        Raises
        ------
        ScenarioError
            If the text is no number; the field keeps what it had.
        """
        letter, column = field
        if column == SEATS:
            mark = self._seats(letter, parsing.whole_number(text))
        else:
            mark = marking.quotient(self._votes[letter], column, parsing.decimal(text))
        self._typed[field], self._marks[field] = text.strip(), mark
        return mark

    def wipe(self, field: Field) -> None:
        """Empty a field."""
        self._typed.pop(field, None)
        self._marks.pop(field, None)

    def after(self, counted: Count) -> Sheet:
        """The sheet for another vote: answers stay where their question is the same."""
        new = Sheet(counted)
        for field, text in self._typed.items():
            letter, column = field
            same = self._votes.get(letter) == new._votes.get(letter)
            if same and field in new.fields and (column != SEATS or self.is_like(counted)):
                new.write(field, text)
        return new

    def is_like(self, counted: Count) -> bool:
        """Whether that vote has the same numbers."""
        mine, other = self.counted.scenario, counted.scenario
        return (mine.letters, mine.ballots, mine.seats) == (
            other.letters,
            other.ballots,
            other.seats,
        )

    @property
    def _votes(self) -> dict[str, int]:
        scenario = self.counted.scenario
        return dict(zip(scenario.letters, scenario.ballots, strict=True))

    def _seats(self, letter: str, typed: int) -> Mark:
        span = self.counted.spans[letter]
        if not span.low <= typed <= span.high:
            return Mark(False, "lesson.mark.seats")
        return Mark(True, "lesson.mark.lot" if span.is_open else "lesson.mark.seats_right")
