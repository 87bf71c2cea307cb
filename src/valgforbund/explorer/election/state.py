"""What the explorer holds: the scenario with its history, and how the person looks at it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, NamedTuple

import traitlets

from valgforbund.baselines import Baseline
from valgforbund.explorer.count.view import View
from valgforbund.explorer.workbench.history import History
from valgforbund.scenario import Scenario

ONE_DRAG = 1.0  # seconds after a move was shown that end a drag of the slider


class Moment(NamedTuple):
    """What a step back leads to: what is shown, its original, and what belongs to them.

    That is the total that shares are of, and the worlds whose lots were drawn.
    """

    original: Scenario
    scenario: Scenario
    per_cent_of: int
    drawn: tuple[Scenario, ...]


class State(traitlets.HasTraits):
    """One scenario, where it came from, and the way back.

    Parameters
    ----------
    scenario : Scenario
        Opened as the original that changed values are shown against.
    clock : callable
        Seconds; tells one drag of the slider from the next.
    """

    original = traitlets.Instance(Scenario)
    scenario = traitlets.Instance(Scenario)
    view = traitlets.Instance(View)

    def __init__(
        self, scenario: Scenario, view: View, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(original=scenario, scenario=scenario, view=view)
        self.seen = (view.focus,)  # members of the alliance in focus, and of its stand-in
        self._history = History[Moment]()
        self._clock, self._dragged = clock, float("-inf")
        self.settle()

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
        fresh = {"focus": frozenset(), "baseline": Baseline("dissolved"), "per_cent_of": 0}
        with self.hold_trait_notifications():
            self.look(**{**fresh, "ours": "", "moving": "", **view})
            self.original = original
            self.scenario = scenario or original

    def look(self, **view: Any) -> None:
        """Look at the scenario in another way."""
        if "focus" in view:
            self.seen = (view["focus"],)
            view["chosen"] = self.view.chosen + 1
        self.view = replace(self.view, **view)

    def draw_elsewhere(self, worlds: Iterable[Scenario]) -> None:
        """Remember worlds that the scenario is compared with, their lots drawn; one step back."""
        self._remember()
        self._dragged = float("-inf")
        self.look(drawn=(*self.view.drawn, *worlds))

    def saw(self, letters: Iterable[str]) -> None:
        """Remember who is in the alliance in focus now.

        Where it shares no member with the one before it is only a stand-in: if that one comes
        back, by undo for one, it is looked at again.
        """
        members, chosen = frozenset(letters), self.seen[0]
        self.seen = (chosen, members) if chosen and not chosen & members else (members,)

    def undo(self) -> None:
        """One step back, if there is one."""
        self._step(self._history.back)

    def redo(self) -> None:
        """One step forward again, if there is one."""
        self._step(self._history.forward)

    def reset(self) -> None:
        """Back to the original; that can be undone, too."""
        self.change(self.original)

    def settle(self) -> None:
        """What is held now could be shown: `take_back` returns to it.

        A drag rests from now on: however long the showing took, the person did not wait.
        """
        if self._dragged > float("-inf"):
            self._dragged = self._clock()
        self._settled = self._now(), self.view, self.seen, self._history.copy()

    def take_back(self) -> None:
        """What is held now could not be shown: return to what could."""
        moment, view, self.seen, history = self._settled
        self._history = history.copy()
        self._dragged = float("-inf")
        with self.hold_trait_notifications():
            self.original, self.scenario, self.view = moment.original, moment.scenario, view

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return self._history.has_past

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forward."""
        return self._history.has_future

    def _now(self) -> Moment:
        return Moment(self.original, self.scenario, self.view.per_cent_of, self.view.drawn)

    def _remember(self) -> None:
        self._history.remember(self._now())

    def _step(self, step: Callable[[Moment], Moment | None]) -> None:
        moment = step(self._now())
        if moment is None:
            return
        self._dragged = float("-inf")
        with self.hold_trait_notifications():
            if self.view.per_cent_of and moment.per_cent_of:
                self.look(per_cent_of=moment.per_cent_of)
            self.look(drawn=moment.drawn)
            self.original, self.scenario = moment.original, moment.scenario
