"""What the tool holds: one meeting of a council with its elections, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import traitlets

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.explorer.history import History
from valgforbund.proportional import (
    Candidate,
    Election,
    Slate,
    on_board,
    second_election,
    slate,
)
from valgforbund.proportional.rules import ALAND

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


def pairs() -> Meeting:
    """A board of pairs: its members are 2 women and 3 men, their substitutes 1 and 4."""
    presidium = [
        slate("I", 7, ["Anna Berg", "Björn Dahl"]),
        slate("II", 5, ["Ylva Ek", "Olof Lind"]),
        slate("III", 1, ["Ulf Norr"]),
    ]
    board = [
        Slate(
            "I",
            7,
            (
                Candidate("Cecilia Holm", "Erik Sand", WOMAN, MAN),
                Candidate("David Åberg", "Maria Ström", MAN, WOMAN),
                Candidate("Gustav Nyman", "Henrik Öst", MAN, MAN),
                Candidate("Ida Fors", "Johan Vik", WOMAN, MAN),
            ),
        ),
        Slate(
            "II",
            5,
            (
                Candidate("Karin Moberg", "Lars Falk", WOMAN, MAN),
                Candidate("Nils Rosén", "Per Alm", MAN, MAN),
                Candidate("Rolf Bäck", "Sara Hed", MAN, WOMAN),
            ),
        ),
        Slate("III", 1, (Candidate("Tove Grön", "Viktor Sjö", WOMAN, MAN),)),
    ]
    return Meeting(
        ALAND, 13, Election(presidium, 2, officers=True), Election(board, 5, officers=True)
    )


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
