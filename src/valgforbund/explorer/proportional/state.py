"""What the tool holds: one meeting of a council with its elections, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import traitlets

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.explorer.history import History
from valgforbund.proportional import (
    Election,
    on_board,
    second_election,
)

PRESIDIUM, BOARD, CHAIRS = "presidium", "board", "chairs"
WOMAN, MAN = "woman", "man"


class Drawn(NamedTuple):
    """A lot that was drawn: in which election, between whom, and who won, by name."""

    which: str
    tied: tuple[str, ...]
    winners: tuple[str, ...]


@dataclass(frozen=True)
class Meeting:
    """A meeting that elects its presidium and a board.

    Attributes
    ----------
    rule : str
        Whose law says how many must ask.
    present : int
        Members taking part.
    presidium, board : Election
    second : Election, optional
        The board's chair and vice chair, as the person changed it.
    """

    rule: str
    present: int
    presidium: Election
    board: Election
    second: Election | None = None

    def election(self, which: str) -> Election:
        """One of them by its name."""
        return {PRESIDIUM: self.presidium, BOARD: self.board}.get(which) or self.chairs

    @property
    def chairs(self) -> Election:
        """The second election; as the board's lists would hold it where it does not fit."""
        return self.fitting_second or second_election(self.board)

    @property
    def fitting_second(self) -> Election | None:
        """The second election as it was changed, if all who stand in it are on the board."""
        try:
            return self.second and on_board(self.second, self.board)
        except ScenarioError:  # the board is another one now
            return None

    @property
    def lots(self) -> tuple[Drawn, ...]:
        """The lots that were drawn, in all elections."""
        held = {PRESIDIUM: self.presidium, BOARD: self.board, CHAIRS: self.fitting_second}
        return tuple(
            Drawn(which, tuple(sorted(tied)), tuple(sorted(winners)))
            for which, election in held.items()
            if election
            for tied, winners in election.drawn
        )

    def with_election(self, which: str, election: Election) -> Meeting:
        """With this election in the place of the one of that name."""
        if which == CHAIRS:
            return replace(self, second=on_board(election, self.board))
        return replace(self, **{which: election})

    def with_present(self, present: int) -> Meeting:
        """With another number of members taking part."""
        return replace(self, present=checks.whole(present, 1, "present_not_whole"))


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
