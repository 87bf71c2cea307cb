"""What the class holds: its vote, the alliance it looks at, and whether its guess is locked."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import traitlets

from valgforbund.counting import Count, count
from valgforbund.explorer.count.examples import school_class
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.count.view import View
from valgforbund.scenario import Scenario
from valgforbund.wording import Words, words

LETTERS = "ABCDEFGH"
FEWEST_LISTS, MOST_LISTS = 2, len(LETTERS)
MOST_SEATS = 9  # a table by hand has a column for each


class Classroom(traitlets.HasTraits):
    """The vote of a class; every piece of the lesson looks at the same one.

    Parameters
    ----------
    language : str
        ``"da"`` or ``"en"``.

    Attributes
    ----------
    scenario : Scenario
        The class's vote, with at most one alliance.
    allied : tuple of str
        The lists that the class puts together; fewer than two are no alliance yet.
    locked : bool
        Whether the class has guessed: only then may a piece show what the alliance does.

    Examples
    --------
    >>> room = Classroom()
    >>> room.scenario.ballots, room.scenario.alliances[0].name
    ((11, 7, 6, 3, 2), 'D-E')
    """

    scenario = traitlets.Instance(Scenario)
    allied = traitlets.Tuple()
    locked = traitlets.Bool()

    def __init__(self, language: str = "da") -> None:
        self.words: Words = words(language)
        example = school_class(self.words).scenario
        # letters as on a ballot, so that they fit whatever the class calls its lists
        letters = dict(zip(example.letters, LETTERS, strict=False))
        votes = dict(zip(letters.values(), example.ballots, strict=True))
        names = dict(zip(votes, example.names, strict=True))
        allied = tuple(letters[each] for each in example.alliances[0].letters)
        scenario = Scenario(votes, example.seats, [allied], names=names, place=example.place)
        super().__init__(scenario=scenario, allied=allied)

    @property
    def apart(self) -> Count:
        """The count with every list alone."""
        return count(self.scenario.without_alliances())

    @property
    def results(self) -> Results:
        """The count with the alliance, as the explorer's parts want it."""
        alliance = next(iter(self.scenario.alliances), None)
        return Results(self.scenario, self.scenario, View(language=self.words.language), alliance)

    def is_like(self, scenario: Scenario) -> bool:
        """Whether that scenario is counted like this one; names may differ."""
        names = dict(zip(self.scenario.letters, self.scenario.names, strict=True))
        return scenario.letters == self.scenario.letters and (
            scenario.with_names(names) == self.scenario
        )

    def vote(self, letter: str, votes: int) -> None:
        """The class has counted a list's votes."""
        self._recount(self.scenario.with_votes({letter: votes}))

    def rename(self, letter: str, name: str) -> None:
        """What is voted on; the count stays, and so does the guess."""
        self.scenario = self.scenario.with_names({letter: name or letter})

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

    def ally(self, letters: Iterable[str]) -> None:
        """These lists go together, and nobody else; fewer than two are no alliance yet."""
        together = tuple(letters)
        apart = self.scenario.without_alliances()
        self._recount(apart.unite(together) if len(together) > 1 else apart, together)

    def _recount(self, scenario: Scenario, allied: tuple[str, ...] | None = None) -> None:
        with self.hold_trait_notifications():
            if scenario != self.scenario:
                self.locked = False  # a guess was a guess at something else
            self.scenario = scenario
            self.allied = self.allied if allied is None else allied

    def when_changed(self, callback: Callable[[], None]) -> None:
        """Call back after a change of the vote, the alliance or the lock."""
        self.observe(lambda _: callback(), ["scenario", "allied", "locked"])
