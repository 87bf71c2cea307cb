"""What the tool holds: one meeting of a council with its elections, and the way back."""

from __future__ import annotations

import traitlets

from valgforbund.explorer.workbench.history import History
from valgforbund.proportional import Election
from valgforbund.proportional.meeting import Drawn, Meeting


class State(traitlets.HasTraits):
    """One meeting, the language, and the way back.

    Attributes
    ----------
    forgotten : tuple of Drawn
        The lots that were drawn and that the last change did away with.
    second_dropped : bool
        Whether the last change did away with what was changed in the second election.
    """

    meeting = traitlets.Instance(Meeting)
    language = traitlets.Unicode("sv")

    def __init__(self, meeting: Meeting, language: str) -> None:
        super().__init__(meeting=meeting, language=language)
        self.history: History[Meeting] = History()
        self._forget_nothing()

    def open(self, meeting: Meeting) -> None:
        """Put another meeting in place; undo leads back."""
        self._forget_nothing()
        if meeting != self.meeting:
            self.history.remember(self.meeting)
            self.meeting = meeting

    def change(self, meeting: Meeting) -> None:
        """Put the meeting with a change in place, and keep what the change does away with."""
        before = self.meeting
        self.open(meeting)
        self.forgotten = tuple(lot for lot in before.lots if lot not in meeting.lots)
        self.second_dropped = bool(before.fitting_second and not meeting.fitting_second)

    def elect(self, which: str, election: Election) -> None:
        """Put another election in place."""
        self.change(self.meeting.with_election(which, election))

    def undo(self) -> None:
        """One step back, if there is one."""
        self._forget_nothing()
        self.meeting = self.history.back(self.meeting) or self.meeting

    def redo(self) -> None:
        """One step forward again, if there is one."""
        self._forget_nothing()
        self.meeting = self.history.forward(self.meeting) or self.meeting

    def _forget_nothing(self) -> None:
        self.forgotten: tuple[Drawn, ...] = ()
        self.second_dropped = False
