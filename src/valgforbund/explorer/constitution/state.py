"""The tool's state: one proposal with its history, and the language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from valgforbund.council.proposal import Proposal
from valgforbund.explorer.workbench import state


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


class State(state.State[Proposal]):
    """One proposal, what was opened, and the way back."""

    @property
    def proposal(self) -> Proposal:
        """The proposal that is shown."""
        return self.current

    def amend(self, **changes: Any) -> None:
        """Change some of what the proposal holds."""
        self.change(replace(self.proposal, **changes))
