"""How a person looks at a count: alliance in focus, other world, measure, language, pins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from valgforbund.baselines import Baseline, Reference
from valgforbund.scenario import Scenario
from valgforbund.sharing.candidates import Candidate, Person
from valgforbund.waste import WASTED


class Pin(NamedTuple):
    """A scenario that the person keeps in sight under a name."""

    name: str
    scenario: Scenario


@dataclass(frozen=True)
class View:
    """How the person looks at the scenario; not undoable.

    Attributes
    ----------
    focus : frozenset of str
        Members of the alliance that the person chose to look at.
    chosen : int
        How often the person chose it: the same choice again counts when the focus had moved on.
    baseline : Baseline
        The other world.
    reference : Reference or None
        What the seats are held against instead, whatever the alliances are.
    ours : str
        The person's own list, ``""`` for none.
    measure : str
        Which votes count as stemmespild.
    language : str
    per_cent_of : int
        Votes in all that shares are of; 0 while votes are entered.
    moving : str
        The list whose votes the slider moves, ``""`` for the default.
    source : str
        Where they come from: ``"new"``, ``"others"`` or a letter.
    pins : tuple of Pin
        Scenarios kept to be compared; they stay when another election is opened.
    drawn : tuple of Scenario
        Worlds that the scenario is compared with, with their lots drawn; that is undoable.
    candidates : tuple of Candidate
        Those that came with the election that is open.
    typed : tuple of Candidate
        Those that the person typed in place of them, list by list; they come back with a step.
    followed : Person or None
        The candidate who is kept in sight while votes change.
    opened : int
        How many elections had been opened: a step between two of them changed none.
    asking : bool
        Whether the first screen is shown, which asks where and who.
    large : bool
        Whether it is shown on a canvas, to be read from the last row.
    """

    focus: frozenset[str] = frozenset()
    chosen: int = 0
    baseline: Baseline = Baseline("dissolved")  # noqa: RUF009 -- a tuple, it cannot change
    reference: Reference | None = None
    ours: str = ""
    measure: str = WASTED
    language: str = "da"
    per_cent_of: int = 0
    moving: str = ""
    source: str = "new"
    pins: tuple[Pin, ...] = ()
    drawn: tuple[Scenario, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    typed: tuple[Candidate, ...] = ()
    followed: Person | None = None
    opened: int = 0
    asking: bool = False
    large: bool = False

    def pins_of(self, scenario: Scenario) -> tuple[Pin, ...]:
        """The pins of the same election in the same place."""
        here = scenario.place, scenario.election
        same = (pin for pin in self.pins if (pin.scenario.place, pin.scenario.election) == here)
        return tuple(same)
