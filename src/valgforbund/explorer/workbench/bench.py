"""One state and all that shows it: whatever fails while showing, the old state is back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from valgforbund.explorer.workbench.guard import Guard, attempt
from valgforbund.explorer.workbench.state import State


class Shown(Protocol):
    """What shows the state: a tool, or one of several pieces of a tool.

    Attributes
    ----------
    guard : Guard
    """

    guard: Guard

    def show(self, results: Any) -> None:
        """Show these results."""

    def show_again(self, results: Any) -> None:
        """Show these after a failure: no part that fails again holds another back."""

    def restore(self, results: Any) -> None:
        """Inputs show again what is held, whatever was typed."""


class Bench:
    """Counts a state once for each action and shows it everywhere.

    Parameters
    ----------
    state : State
    count : callable
        Gives the results that are shown of the state now.

    Attributes
    ----------
    results
        What is shown.
    pieces : list of Shown
        Where it is shown.
    """

    def __init__(self, state: State[Any], count: Callable[[], Any]) -> None:
        self._state, self._count = state, count
        self.pieces: list[Shown] = []
        self._listeners: list[Callable[[], None]] = []
        self._is_fresh = False  # shown during the callback that is running
        self.results = count()
        self._shown = state.now
        self._keep()
        state.observe(self._changed, ["original", "current", "view"])

    def stand(self, piece: Shown) -> None:
        """Show the state here, now and from now on."""
        with piece.guard.quiet():
            piece.show(self.results)
        self.pieces.append(piece)

    def follow(self, listener: Callable[[], None]) -> None:
        """Call this whenever an action has been shown and holds."""
        self._listeners.append(listener)

    def end(self, piece: Shown, failed: bool) -> None:
        """An action of the person is over: it holds, or nothing has changed."""
        if failed and self._state.now != self._kept[0]:
            self._take_back()
        elif not self._is_fresh:
            with piece.guard.quiet():
                piece.restore(self.results)
        self._is_fresh = False
        if failure := attempt(self._keep):  # of a listener: what the person did holds
            piece.guard.tell(failure)

    def _changed(self, _: Any) -> None:
        """Once for one action, also where it changes several things."""
        if self._shown == self._state.now:
            return
        self._is_fresh = any(piece.guard.active for piece in self.pieces)
        if not self._is_fresh:
            for piece in self.pieces:
                piece.guard.clear()
        try:
            self._shown, self.results = self._state.now, self._count()
            for piece in self.pieces:
                with piece.guard.quiet():
                    piece.show(self.results)
        except Exception:
            self._take_back()
            raise  # to the guard, which tells it
        if not self._is_fresh:
            self._keep()

    def _keep(self) -> None:
        self._state.settle()
        self._kept = self._shown, self.results
        for listener in self._listeners:
            listener()

    def _take_back(self) -> None:
        self._shown, self.results = self._kept
        self._state.take_back()
        for piece in self.pieces:
            with piece.guard.quiet():
                attempt(partial(piece.show_again, self.results))
