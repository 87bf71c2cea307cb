"""What the explorer holds: the scenario with its history, and how the person looks at it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import traitlets

from valgforbund.scenario import Scenario
from valgforbund.waste import WASTED
from valgforbund.wording.baseline import Baseline

ONE_DRAG = 1.0  # seconds without a move that end a drag of the slider


@dataclass(frozen=True)
class View:
    """How the person looks at the scenario; not undoable.

    Attributes
    ----------
    focus : frozenset of str
        Members of the alliance that the person chose to look at.
    baseline : Baseline
        The other world.
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
    """

    focus: frozenset[str] = frozenset()
    baseline: Baseline = Baseline("dissolved")  # noqa: RUF009 -- a tuple, it cannot change
    ours: str = ""
    measure: str = WASTED
    language: str = "da"
    per_cent_of: int = 0
    moving: str = ""
    source: str = "new"


class State(traitlets.HasTraits):
    """One scenario, where it came from, and the way back.

    Parameters
    ----------
    scenario : Scenario
        Opened as the original that changed values are shown against.
    clock : callable
        Seconds; tells one drag of the slider from the next.
    """

    scenario = traitlets.Instance(Scenario)
    view = traitlets.Instance(View)

    def __init__(
        self, scenario: Scenario, view: View, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(scenario=scenario, view=view)
        self.original = scenario
        self.seen = view.focus  # members the alliance in focus had last: it stays when they change
        self._past: list[tuple[Scenario, Scenario]] = []
        self._future: list[tuple[Scenario, Scenario]] = []
        self._clock, self._dragged = clock, float("-inf")

    def change(self, scenario: Scenario, drag: bool = False) -> None:
        """Put another scenario in place; one drag of the slider is one step back."""
        if scenario == self.scenario:
            return
        now = self._clock()
        if not (drag and now - self._dragged < ONE_DRAG):
            self._remember()
        self._dragged = now if drag else float("-inf")
        self.scenario = scenario

    def open(self, original: Scenario, scenario: Scenario | None = None, **view: Any) -> None:
        """Open another election; the way back leads to the one before."""
        self._remember()
        self._dragged = float("-inf")
        self.original = original
        fresh = {"focus": frozenset(), "baseline": Baseline("dissolved"), "per_cent_of": 0}
        with self.hold_trait_notifications():
            self.look(**{**fresh, "ours": "", "moving": "", **view})
            self.scenario = scenario or original

    def look(self, **view: Any) -> None:
        """Look at the scenario in another way."""
        self.seen = view.get("focus", self.seen)
        self.view = replace(self.view, **view)

    def undo(self) -> None:
        """One step back, if there is one."""
        self._step(self._past, self._future)

    def redo(self) -> None:
        """One step forward again, if there is one."""
        self._step(self._future, self._past)

    def reset(self) -> None:
        """Back to the original; that can be undone, too."""
        self.change(self.original)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forward."""
        return bool(self._future)

    def _remember(self) -> None:
        self._past.append((self.original, self.scenario))
        self._future.clear()

    def _step(
        self, source: list[tuple[Scenario, Scenario]], goal: list[tuple[Scenario, Scenario]]
    ) -> None:
        if not source:
            return
        goal.append((self.original, self.scenario))
        self._dragged = float("-inf")
        self.original, self.scenario = source.pop()
