"""Everything the panels show for one proposal; computed when a panel asks."""

from __future__ import annotations

from functools import cached_property

from valgforbund.council import (
    Levelling,
    Majorities,
    Turnover,
    compare_majorities,
    levelling,
    majorities,
)
from valgforbund.council.proposal import Proposal
from valgforbund.errors import ScenarioError
from valgforbund.explorer.constitution.state import View
from valgforbund.explorer.workbench.markup import SIGN, cut, signs
from valgforbund.parties import Party
from valgforbund.wording import Words, words


class Results:
    """One proposal, and what follows from it.

    Parameters
    ----------
    proposal, original : Proposal
        What is shown, and what was opened.
    view : View
    """

    def __init__(self, proposal: Proposal, original: Proposal, view: View) -> None:
        self.proposal, self.original, self.view = proposal, original, view
        self.words: Words = words(view.language)

    @cached_property
    def majorities(self) -> Majorities:
        """Who can decide, by blocs."""
        return majorities(self.proposal.council, self.proposal.blocs)

    @cached_property
    def turnover(self) -> Turnover | None:
        """The same without the alliances of the election, where that is known."""
        without = self.proposal.without
        blocs = self.majorities.council.groups
        return (
            None if without is None else compare_majorities(self.proposal.council, without, blocs)
        )

    @cached_property
    def levelling(self) -> Levelling | None:
        """The levelling of § 27; None while a lot over a standing committee is open."""
        try:
            return levelling(self.proposal.committees)
        except ScenarioError:
            return None

    @cached_property
    def signs(self) -> dict[str, str]:
        """What stands for each letter on a badge."""
        return signs(self.proposal.council.letters, SIGN)

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Who each list is."""
        return self.proposal.identities

    @property
    def ours(self) -> str:
        """The list that tables are about: the one chosen while it has a seat, else the largest."""
        if self.view.ours in self.proposal.seated:
            return self.view.ours
        return self.proposal.council.by_size[0]

    def lists(self, letters: tuple[str, ...] = ()) -> list[tuple[str, str]]:
        """Menu choices of lists, by letter and name; default: those with a seat."""
        names = dict(zip(self.proposal.council.letters, self.proposal.names, strict=True))
        return [
            (cut(letter if names[letter] == letter else f"{letter} {names[letter]}"), letter)
            for letter in letters or self.proposal.seated
        ]
