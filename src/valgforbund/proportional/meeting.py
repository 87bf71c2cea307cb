"""One meeting of a council, with the elections that it holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from valgforbund import checks
from valgforbund.errors import ScenarioError
from valgforbund.proportional.chairs import on_board, second_election
from valgforbund.proportional.election import Election

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
        if which == PRESIDIUM:
            return replace(self, presidium=election)
        return replace(self, board=election)

    def with_present(self, present: int) -> Meeting:
        """With another number of members taking part."""
        return replace(self, present=checks.whole(present, 1, "present_not_whole"))
