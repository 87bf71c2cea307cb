"""Where one list stood in one council, and what its alliance did for it."""

from __future__ import annotations

from dataclasses import dataclass

from valgforbund.comparison import NO_SEATS
from valgforbund.margins import Margin, margin
from valgforbund.ranges import Span
from valgforbund.study.choices import Choice, best_choice, regret
from valgforbund.study.worlds import Worlds, difference, gains


@dataclass(frozen=True)
class Standing:
    """One list of one council; made by `standing`.

    Attributes
    ----------
    letter, name : str
    votes : int
    share : float
        Of all votes.
    alliance : str
        Its outermost alliance, ``""`` for a list alone.
    partners : tuple of str
        The other lists in it.
    seats : Span
    dissolved, alone : Span or None
        Seats now minus seats if its alliance were dissolved, and if it stood alone while the
        rest stayed together; None for a list alone.
    none : Span
        Seats now minus seats without any alliance.
    given : dict of str to Span or None
        What its being inside changes for its partners, against it alone; those with no change
        are left out. None for a list alone.
    margin : Margin
        Votes to one more and to one fewer seat.
    best : Choice
        What would have given it most seats.
    regret : Span
        How many more than now.
    """

    letter: str
    name: str
    votes: int
    share: float
    alliance: str
    partners: tuple[str, ...]
    seats: Span
    dissolved: Span | None
    alone: Span | None
    none: Span
    given: dict[str, Span] | None
    margin: Margin
    best: Choice
    regret: Span

    @property
    def gave(self) -> Span | None:
        """Seats that partners have more because it is inside; bounds where lots decide."""
        return None if self.given is None else gains(self.given.values())

    @property
    def took(self) -> Span | None:
        """Seats that partners have fewer because it is inside; bounds where lots decide."""
        if self.given is None:
            return None
        return gains(NO_SEATS - span for span in self.given.values())


def standing(worlds: Worlds, letter: str) -> Standing:
    """Everything about one list.

    Examples
    --------
    >>> from valgforbund import Scenario
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> d = standing(Worlds(s), "C")
    >>> d.seats, d.alone, d.given, d.margin.to_gain
    (Span(low=1, high=1), Span(low=0, high=0), {'D': Span(low=1, high=1)}, 6)
    """
    scenario, home = worlds.scenario, worlds.scenario.alliance_of(letter)
    place = scenario.letters.index(letter)
    votes = scenario.ballots[place]
    partners: tuple[str, ...] = ()
    dissolved = alone = given = None
    if home:
        partners = tuple(each for each in home.letters if each != letter)
        dissolved = difference(worlds.now, worlds.without(home)).get(letter, NO_SEATS)
        left = difference(worlds.now, worlds.alone(letter))
        alone = left.get(letter, NO_SEATS)
        given = {each: left[each] for each in partners if each in left}
    best = best_choice(worlds, letter)
    return Standing(
        letter=letter,
        name=scenario.names[place],
        votes=votes,
        share=votes / (sum(scenario.ballots) or 1),
        alliance=home.name if home else "",
        partners=partners,
        seats=worlds.now.spans[letter],
        dissolved=dissolved,
        alone=alone,
        none=difference(worlds.now, worlds.none).get(letter, NO_SEATS),
        given=given,
        margin=margin(scenario, letter),
        best=best,
        regret=regret(worlds, letter, best),
    )
