"""What the tool holds: one meeting of a council with its elections, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace

import traitlets

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.explorer.history import History
from valgforbund.proportional import Election, on_board, second_election, slate
from valgforbund.proportional.request import ALAND

PRESIDIUM, BOARD, CHAIRS = "presidium", "board", "chairs"


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
        if self.second is not None:
            try:
                return on_board(self.second, self.board)
            except ScenarioError:  # the board is another one now
                pass
        return second_election(self.board)

    def with_election(self, which: str, election: Election) -> Meeting:
        """With this election in the place of the one of that name."""
        if which == CHAIRS:
            return replace(self, second=on_board(election, self.board))
        return replace(self, **{which: election})

    def with_present(self, present: int) -> Meeting:
        """With another number of members taking part."""
        return replace(self, present=checks.whole(present, 1, "present_not_whole"))


def published() -> Meeting:
    """The published example: a council of 13 = 7 + 5 + 1, a presidium of two, a board of five."""
    presidium = [slate("I", 7, "A B"), slate("II", 5, "C D"), slate("III", 1, "E")]
    board = [slate("I", 7, "A B C D"), slate("II", 5, "E F G"), slate("III", 1, "H")]
    return Meeting(
        ALAND, 13, Election(presidium, 2, officers=True), Election(board, 5, officers=True)
    )


def tied() -> Meeting:
    """Twelve members: the fifth and the sixth comparison number of the board are equal."""
    presidium = [slate("I", 6, "A B"), slate("II", 4, "C D"), slate("III", 2, "E")]
    board = [slate("I", 6, "A B C D"), slate("II", 4, "E F G"), slate("III", 2, "H")]
    return Meeting(
        ALAND, 12, Election(presidium, 2, officers=True), Election(board, 5, officers=True)
    )


class State(traitlets.HasTraits):
    """One meeting, the language, and the way back."""

    meeting = traitlets.Instance(Meeting)
    language = traitlets.Unicode("sv")

    def __init__(self, meeting: Meeting, language: str) -> None:
        super().__init__(meeting=meeting, language=language)
        self.history: History[Meeting] = History()

    def change(self, meeting: Meeting) -> None:
        """Put another meeting in place; undo leads back."""
        if meeting != self.meeting:
            self.history.remember(self.meeting)
            self.meeting = meeting

    def elect(self, which: str, election: Election) -> None:
        """Put another election in place."""
        self.change(self.meeting.with_election(which, election))

    def undo(self) -> None:
        """One step back, if there is one."""
        self.meeting = self.history.back(self.meeting) or self.meeting

    def redo(self) -> None:
        """One step forward again, if there is one."""
        self.meeting = self.history.forward(self.meeting) or self.meeting
