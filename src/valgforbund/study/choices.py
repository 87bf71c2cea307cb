"""Regret: what one list could have done instead, all else equal and without asking anybody.

Standing alone is among what it could have done, but never better than staying: a list that joins
an alliance never loses by joining.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from valgforbund.alliances import without_list
from valgforbund.ranges import Span
from valgforbund.scenario import Scenario
from valgforbund.study.worlds import Worlds

STAYS, JOINS, PAIRS = "stays", "joins", "pairs"


class Choice(NamedTuple):
    """One thing that a list could have done.

    Attributes
    ----------
    how : str
        ``"stays"`` as it is, ``"joins"`` another alliance, or ``"pairs"`` with one list that is
        in no alliance.
    who : str
        The name of that alliance, the letter of that list, else ``""``.
    seats : Span
        What it would have had.
    """

    how: str
    who: str
    seats: Span


def best_choice(worlds: Worlds, letter: str) -> Choice:
    """The choice that gives a list most seats for sure, then most that lots may give it.

    Of equal ones the first: staying, then the alliances, that with fewest lists first, then the
    lists that are in none; else those with most votes first, and then by letter.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8)
    >>> best_choice(Worlds(s), "D").how
    'pairs'
    """
    stays = Choice(STAYS, "", worlds.now.spans[letter])
    others = (
        Choice(how, who, worlds.world(other).spans[letter])
        for how, who, other in _others(worlds.scenario, letter)
    )
    return max([stays, *others], key=lambda choice: choice.seats.ends)


def regret(worlds: Worlds, letter: str, best: Choice) -> Span:
    """Seats that the best choice has more than now; the lots of the two are independent."""
    return Span(0, 0) if best.how == STAYS else best.seats - worlds.now.spans[letter]


def _others(scenario: Scenario, letter: str) -> Iterator[tuple[str, str, Scenario]]:
    home = scenario.alliance_of(letter)
    left: Any = without_list(scenario.alliances, letter)
    for alliance in sorted(scenario.alliances_by_votes, key=lambda each: len(each.letters)):
        if alliance != home:
            i = scenario.alliances.index(alliance)
            joined = [*left[:i], [*alliance.members, letter], *left[i + 1 :]]
            yield JOINS, alliance.name, scenario.with_alliances(joined)
    allied = {each for alliance in scenario.alliances for each in alliance.letters}
    for other in scenario.by_votes:
        if other != letter and other not in allied:
            yield PAIRS, other, scenario.with_alliances([*left, [letter, other]])
