"""What the tool holds: one meeting of a council with its elections, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from valgforbund.explorer.workbench import state
from valgforbund.proportional import Election
from valgforbund.proportional.meeting import Drawn, Meeting


@dataclass(frozen=True)
class View:
    """How the person looks at it, and what the last change did away with.

    Attributes
    ----------
    language : str
    forgotten : tuple of Drawn
        Lots that had been drawn.
    second_dropped : bool
        Whether what was changed in the second election is gone.
    """

    language: str = "sv"
    forgotten: tuple[Drawn, ...] = ()
    second_dropped: bool = False


NOTHING: dict[str, Any] = {"forgotten": (), "second_dropped": False}


class State(state.State[Meeting]):
    """One meeting, and the way back."""

    @property
    def meeting(self) -> Meeting:
        """The meeting that is shown."""
        return self.current

    def open(self, original: Meeting, current: Meeting | None = None, **view: Any) -> None:
        """Put another meeting in place; undo leads back."""
        super().open(original, current, **{**NOTHING, **view})

    def change(self, current: Meeting) -> None:
        """Put the meeting with a change in place, and keep what the change does away with."""
        before = self.meeting
        if current == before:
            self.look(**NOTHING)
            return
        with self.hold_trait_notifications():
            super().change(current)
            self.look(
                forgotten=tuple(lot for lot in before.lots if lot not in current.lots),
                second_dropped=bool(before.fitting_second and not current.fitting_second),
            )

    def elect(self, which: str, election: Election) -> None:
        """Put another election in place."""
        self.change(self.meeting.with_election(which, election))

    def look_back(self, then: state.Moment) -> View:
        """A step does away with nothing that could not be had again."""
        del then
        return View(self.view.language)
