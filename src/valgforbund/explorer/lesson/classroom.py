"""What the class holds: its vote, alliance and guess, and all that it has written and drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from valgforbund.counting import Count, count
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count import view
from valgforbund.explorer.count.examples import school_class
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.lesson.sheet import Field, Sheet
from valgforbund.explorer.workbench.state import State
from valgforbund.scenario import Scenario
from valgforbund.waiting import Drawn
from valgforbund.wording import words

LETTERS = "ABCDEFGH"
FEWEST_LISTS, MOST_LISTS = 2, len(LETTERS)
MOST_SEATS = 9  # a table by hand has a column for each


def fits(scenario: Scenario) -> None:
    """Whether a class can count it by hand.

    Raises
    ------
    ScenarioError
        If it cannot.
    """
    letters = scenario.letters
    if not (
        FEWEST_LISTS <= len(letters) <= MOST_LISTS
        and letters == tuple(LETTERS[: len(letters)])
        and 1 <= scenario.seats <= MOST_SEATS
        and len(scenario.alliances) <= 1
    ):
        raise ScenarioError(
            "no_vote_of_a_class", lists=MOST_LISTS, last=LETTERS[-1], seats=MOST_SEATS
        )


def by_letters(scenario: Scenario) -> Scenario:
    """The lists called A, B, C as they stand, and by their names beside it.

    Examples
    --------
    >>> found = by_letters(Scenario({"Pizza": 11, "Sushi": 7, "Taco": 6}, 5, [["Sushi", "Taco"]]))
    >>> found, found.names
    (<scenario: 5 seats; A 11, B 7, C 6; B-C>, ('Pizza', 'Sushi', 'Taco'))
    """
    if len(scenario.letters) > MOST_LISTS:
        return scenario
    new = dict(zip(scenario.letters, LETTERS, strict=False))
    return Scenario(
        dict(zip(new.values(), scenario.ballots, strict=True)),
        scenario.seats,
        [[new[each] for each in alliance.letters] for alliance in scenario.alliances],
        dict(zip(new.values(), scenario.limits, strict=True)),
        dict(zip(new.values(), scenario.names, strict=True)),
        scenario.place,
    )


class Draws(NamedTuple):
    """What chance has done with an open lot.

    Attributes
    ----------
    about : Scenario
        Whose lot it was.
    drawn : tuple of (Lot, winners)
        As it fell last; empty when it was put back.
    wins : tuple of (letter, times)
    """

    about: Scenario | None = None
    drawn: Drawn = ()
    wins: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Work:
    """All that a class has done.

    Attributes
    ----------
    scenario : Scenario
        The class's vote, with at most one alliance.
    allied : tuple of str
        The lists that the class puts together; fewer than two are no alliance yet.
    locked : bool
        Whether the class has guessed: only then may a piece show what the alliance does.
    guesses : tuple of (letter, seats)
    written : tuple of (field, text)
        What stands in the table by hand.
    answers : tuple of (number, text)
        To the exercises; of a choice, its place among the choices.
    draws : Draws
    """

    scenario: Scenario
    allied: tuple[str, ...]
    locked: bool = False
    guesses: tuple[tuple[str, int], ...] = ()
    written: tuple[tuple[Field, str], ...] = ()
    answers: tuple[tuple[int, str], ...] = ()
    draws: Draws = Draws()  # noqa: RUF009 -- a tuple, it cannot change


@dataclass(frozen=True)
class View:
    """How the class looks at it.

    Attributes
    ----------
    language : str
    last : Field or None
        The field by hand that was written last: why it is right or wrong is said.
    """

    language: str = "da"
    last: Field | None = None


class Classroom(State[Work]):
    """The vote of a class; every piece of the lesson looks at the same one.

    Parameters
    ----------
    language : str
        ``"da"`` or ``"en"``.

    Examples
    --------
    >>> room = Classroom()
    >>> room.scenario.ballots, room.scenario.alliances[0].name
    ((11, 7, 6, 3, 2), 'D-E')
    """

    def __init__(self, language: str = "da") -> None:
        example = school_class(words(language)).scenario
        # letters as on a ballot, so that they fit whatever the class calls its lists
        letters = dict(zip(example.letters, LETTERS, strict=False))
        votes = dict(zip(letters.values(), example.ballots, strict=True))
        names = dict(zip(votes, example.names, strict=True))
        allied = tuple(letters[each] for each in example.alliances[0].letters)
        scenario = Scenario(votes, example.seats, [allied], names=names, place=example.place)
        super().__init__(Work(scenario, allied), View(language))

    @property
    def scenario(self) -> Scenario:
        """The vote."""
        return self.current.scenario

    @property
    def allied(self) -> tuple[str, ...]:
        """The lists that the class puts together."""
        return self.current.allied

    @property
    def locked(self) -> bool:
        """Whether the class has guessed."""
        return self.current.locked

    @property
    def guesses(self) -> dict[str, int]:
        """Seats that the class guesses, by letter."""
        return dict(self.current.guesses)

    @property
    def apart(self) -> Count:
        """The count with every list alone."""
        return count(self.scenario.without_alliances())

    @property
    def sheet(self) -> Sheet:
        """The table by hand."""
        return Sheet.of(self.apart, self.current.written)

    @property
    def results(self) -> Results:
        """The count with the alliance, as the explorer's parts want it."""
        alliance = next(iter(self.scenario.alliances), None)
        looked = view.View(language=self.view.language)
        return Results(self.scenario, self.scenario, looked, alliance)

    def is_like(self, scenario: Scenario) -> bool:
        """Whether that scenario is counted like this one; names may differ."""
        names = dict(zip(self.scenario.letters, self.scenario.names, strict=True))
        return scenario.letters == self.scenario.letters and (
            scenario.with_names(names) == self.scenario
        )

    # ---- what the class does ----

    def vote(self, letter: str, votes: int) -> None:
        """The class has counted a list's votes."""
        self._recount(self.scenario.with_votes({letter: votes}))

    def rename(self, letter: str, name: str) -> None:
        """What is voted on; the count stays, and so does the guess."""
        self._put(scenario=self.scenario.with_names({letter: name or letter}))

    def resize(self, seats: int) -> None:
        """Another number of seats to share."""
        self._recount(self.scenario.with_seats(seats))

    def stand(self, lists: int) -> None:
        """So many lists stand: the last ones go, or new ones come without votes."""
        scenario = self.scenario
        for letter in reversed(scenario.letters[lists:]):
            scenario = scenario.without_list(letter)
        for letter in LETTERS[len(scenario.letters) : lists]:
            scenario = scenario.with_list(letter)
        allied = tuple(letter for letter in self.allied if letter in scenario.letters)
        self._recount(scenario, allied)

    def put(self, scenario: Scenario) -> None:
        """Another vote, from elsewhere, where a class can count it by hand."""
        if not isinstance(scenario, Scenario):
            raise ScenarioError("not_a_scenario", value=scenario)
        fits(scenario)
        if scenario != self.scenario:
            self._recount(scenario, next((each.letters for each in scenario.alliances), ()))

    def ally(self, letters: Iterable[str]) -> None:
        """These lists go together, and nobody else; fewer than two are no alliance yet."""
        together = tuple(letters)
        apart = self.scenario.without_alliances()
        self._recount(apart.unite(together) if len(together) > 1 else apart, together)

    def guess(self, letter: str, seats: int | None) -> None:
        """The class guesses the seats of a list, or takes its guess back."""
        left = {each: n for each, n in self.guesses.items() if each != letter}
        self._put(guesses=tuple((left if seats is None else left | {letter: seats}).items()))

    def lock(self) -> None:
        """The guess holds: the truth may be shown."""
        self._put(locked=True)

    def guess_again(self) -> None:
        """The guess is forgotten, and the truth is hidden."""
        self._put(locked=False, guesses=())

    def write(self, field: Field, text: str) -> None:
        """Write into a field of the table by hand; nothing typed empties it."""
        sheet = self.sheet
        if text.strip():
            sheet.write(field, text)
        else:
            sheet.wipe(field)
        with self.hold_trait_notifications():
            self._put(written=sheet.written)
            self.look(last=field)

    def hand_in(self, sheet: Sheet) -> None:
        """Take this table by hand."""
        self._put(written=sheet.written)

    def wipe(self) -> None:
        """An empty table by hand."""
        with self.hold_trait_notifications():
            self._put(written=())
            self.look(last=None)

    def answer(self, number: int, text: str) -> None:
        """Answer an exercise; no text is no answer."""
        left = {n: said for n, said in self.current.answers if n != number}
        self._put(answers=tuple((left | {number: text} if text else left).items()))

    def keep(self, draws: Draws) -> None:
        """Remember what chance has done."""
        self._put(draws=draws)

    def _put(self, **changes: Any) -> None:
        self.change(replace(self.current, **changes))

    def _recount(self, scenario: Scenario, allied: tuple[str, ...] | None = None) -> None:
        changes: dict[str, Any] = {"scenario": scenario}
        if allied is not None:
            changes["allied"] = allied
        if scenario != self.scenario:  # a guess was a guess at something else
            after = self.sheet.after(count(scenario.without_alliances()))
            changes |= {"locked": False, "guesses": (), "written": after.written}
        with self.hold_trait_notifications():
            if not self.sheet.is_like(count(scenario.without_alliances())):
                self.look(last=None)
            self._put(**changes)
