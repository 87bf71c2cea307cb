"""The tool's state: one proposal with its history, and the language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import traitlets

from valgforbund.council.proposal import Proposal
from valgforbund.explorer.workbench.history import History


@dataclass(frozen=True)
class View:
    """How the person looks at it; not undoable.

    Attributes
    ----------
    language : str
    ours : str
        The list that tables are about, ``""`` for the largest.
    """

    language: str = "da"
    ours: str = ""


class Moment(NamedTuple):
    """What a step back leads to."""

    original: Proposal
    proposal: Proposal


class State(traitlets.HasTraits):
    """One proposal, what was opened, and the way back.

    Parameters
    ----------
    proposal : Proposal
    view : View
    """

    original = traitlets.Instance(Proposal)
    proposal = traitlets.Instance(Proposal)
    view = traitlets.Instance(View)

    def __init__(self, proposal: Proposal, view: View) -> None:
        super().__init__(original=proposal, proposal=proposal, view=view)
        self._history = History[Moment]()
        self.settle()

    def change(self, proposal: Proposal) -> None:
        """Put another proposal in place; that is one step back."""
        if proposal != self.proposal:
            self._history.remember(self._now)
            self.proposal = proposal

    def amend(self, **changes: Any) -> None:
        """Change some of what the proposal holds."""
        self.change(replace(self.proposal, **changes))

    def open(self, proposal: Proposal) -> None:
        """Open another council; the way back leads to the one before."""
        self._history.remember(self._now)
        with self.hold_trait_notifications():
            self.original = self.proposal = proposal

    def look(self, **view: Any) -> None:
        """Look at it in another way."""
        self.view = replace(self.view, **view)

    def undo(self) -> None:
        """One step back, if there is one."""
        self._go(self._history.back(self._now))

    def redo(self) -> None:
        """One step forward again, if there is one."""
        self._go(self._history.forward(self._now))

    def reset(self) -> None:
        """Back to what was opened; that can be undone, too."""
        self.change(self.original)

    def settle(self) -> None:
        """What is held now could be shown: `take_back` returns to it."""
        self._settled = self._now, self.view, self._history.copy()

    def take_back(self) -> None:
        """What is held now could not be shown: return to what could."""
        moment, view, history = self._settled
        self._history = history.copy()
        with self.hold_trait_notifications():
            self.original, self.proposal, self.view = *moment, view

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return self._history.has_past

    @property
    def can_redo(self) -> bool:
        """Whether there is a step forward."""
        return self._history.has_future

    @property
    def _now(self) -> Moment:
        return Moment(self.original, self.proposal)

    def _go(self, moment: Moment | None) -> None:
        if moment is not None:
            with self.hold_trait_notifications():
                self.original, self.proposal = moment
