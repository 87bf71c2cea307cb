"""The rows of an election: a list's name, votes, candidates and signatories."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.proportional.results import Results
from valgforbund.explorer.proportional.state import State
from valgforbund.explorer.proportional.tables import marks
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.parsing import MOST_SEATS
from valgforbund.proportional import Candidate, Election, Slate, people

MOST_SLATES = 20


class SlateRow:
    """One list of candidates."""

    def __init__(self, state: State, guard: Guard, which: str, parts: Parts) -> None:
        self._state, self._which, self._place = state, which, 0
        self._name = parts.of(fields.Text, guard, "prop.slate", self._rename, "vf-slate-name")
        self._votes = parts.of(
            fields.Whole, guard, "prop.votes_of", self._count, "vf-votes", most=MOST_SEATS
        )
        self._signatories = parts.of(
            fields.Text, guard, "prop.signatories_of", self._sign, "vf-signatories"
        )
        self._people = fields.Lines(guard, "prop.candidates_of", self._name_people)
        self._remove = fields.Button(guard, "prop.remove", self._leave, tip="prop.remove_of")
        inside = [self._name, self._votes, self._signatories, self._remove, self._people]
        self.widget = parts.box(inside, "vf-slate")

    @property
    def _election(self) -> Election:
        return self._state.meeting.election(self._which)

    def _change(self, **changes: Any) -> None:
        slates = list(self._election.slates)
        slates[self._place] = replace(slates[self._place], **changes)
        self._put(slates)

    def _rename(self, name: str) -> None:
        self._change(name=name)

    def _count(self, votes: int) -> None:
        self._change(votes=votes)

    def _name_people(self, text: str) -> None:
        self._change(candidates=people.read(text))

    def _sign(self, text: str) -> None:
        self._change(signatories=parsing.names(text))

    def _leave(self) -> None:
        slates = list(self._election.slates)
        del slates[self._place]
        self._put(slates)

    def _put(self, slates: list[Slate]) -> None:
        self._state.elect(self._which, self._election.revised(slates))

    def show(self, results: Results, place: int, given: Slate) -> None:
        """Show one list."""
        words, self._place = results.words, place
        for part, value in (
            (self._name, given.name),
            (self._votes, words.number(given.votes)),
            (self._signatories, ", ".join(given.signatories)),
            (self._people, people.written(given.candidates, marks(words))),
        ):
            part.show(words, value, slate=given.name, n=place + 1)
        self._people.rows = max(2, len(given.candidates))
        self._remove.show(words, slate=given.name)


def with_new_slate(election: Election, name: str) -> Election:
    """The election with one more list, whose only candidate is yet to be named."""
    if len(election.slates) >= MOST_SLATES:
        raise ScenarioError("too_many_slates", limit=MOST_SLATES)
    new = Slate(name, 0, (Candidate(f"{name} 1"),))
    return election.revised([*election.slates, new])
