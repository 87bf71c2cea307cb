"""What "without" means, as a person chooses it, and what else a count is held against."""

from __future__ import annotations

from typing import Literal, NamedTuple

from valgforbund.alliances import Alliance
from valgforbund.scenario import Scenario

DISSOLVED, NONE = "dissolved", "none"
Kind = Literal["dissolved", "none", "out", "in"]


class Baseline(NamedTuple):
    """The other world: ``dissolved``, ``none``, one member ``out``, or one list ``in``.

    Attributes
    ----------
    kind : str
    letter : str
        The list that stays out or joins; ``""`` for the other kinds.

    Examples
    --------
    >>> s = Scenario({"A": 25, "B": 31, "C": 11, "D": 16}, seats=8, alliances=[["C", "D"]])
    >>> Baseline("out", "D").holds(s.alliances[0], s), Baseline("in", "D").holds(s.alliances[0], s)
    (True, False)
    """

    kind: Kind
    letter: str = ""

    def holds(self, alliance: Alliance, scenario: Scenario) -> bool:
        """Whether this choice makes sense: a member stays out, an outsider joins."""
        if self.kind == "out":
            return self.letter in alliance.letters
        if self.kind == "in":
            return self.letter in scenario.letters and self.letter not in alliance.letters
        return True


REAL, ORIGINAL, VARIANT = "real", "original", "variant"


class Reference(NamedTuple):
    """A result that a count is held against, whatever its alliances are.

    Attributes
    ----------
    kind : str
        ``"real"``: what was given out; ``"original"``: before anything was changed;
        ``"variant"``: one that was kept under a name.
    name : str
        Of the variant; ``""`` for the other kinds.
    """

    kind: Literal["real", "original", "variant"]
    name: str = ""


def choices(scenario: Scenario, alliance: Alliance) -> list[Baseline]:
    """Every baseline that makes sense for an alliance, in the order of a menu."""
    outside = [letter for letter in scenario.letters if letter not in alliance.letters]
    return [
        Baseline("dissolved"),
        Baseline("none"),
        *(Baseline("out", letter) for letter in alliance.letters),
        *(Baseline("in", letter) for letter in outside),
    ]
