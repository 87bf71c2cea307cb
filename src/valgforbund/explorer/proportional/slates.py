"""The rows of an election: a list's name, votes, candidates and signatories."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import ipywidgets as widgets

from valgforbund.errors import ScenarioError
from valgforbund.explorer.proportional.numbers import number
from valgforbund.explorer.proportional.results import Results
from valgforbund.explorer.proportional.state import State
from valgforbund.explorer.proportional.tables import marks
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.parts import Parts
from valgforbund.proportional import Candidate, Election, Slate, people

MOST_SLATES = 20


class SlateRow:
    """One list of candidates."""

    def __init__(self, state: State, guard: Guard, which: str, parts: Parts) -> None:
        self._state, self._which, self._place = state, which, 0
        self._name, self._votes = parts.text("vf-slate-name"), parts.text("vf-votes")
        self._signatories = parts.text("vf-signatories")
        self._people = widgets.Textarea(continuous_update=False)
        self._remove = widgets.Button()
        fields = [self._name, self._votes, self._signatories, self._remove, self._people]
        self.widget = parts.box(fields, "vf-slate")
        self._name.observe(guard(lambda change: self._change(name=change["new"])), "value")
        self._votes.observe(guard(lambda change: self._count(change["new"])), "value")
        self._people.observe(
            guard(lambda change: self._change(candidates=people.read(change["new"]))), "value"
        )
        self._signatories.observe(guard(lambda change: self._sign(change["new"])), "value")
        self._remove.on_click(guard(lambda _: self._leave()))

    @property
    def _election(self) -> Election:
        return self._state.meeting.election(self._which)

    def _change(self, **changes: Any) -> None:
        slates = list(self._election.slates)
        slates[self._place] = replace(slates[self._place], **changes)
        self._put(slates)

    def _count(self, text: str) -> None:
        self._change(votes=number(self._votes, text, self._marks, least=0))

    def _sign(self, text: str) -> None:
        names = (name.strip() for name in text.split(","))
        self._change(signatories=tuple(name for name in names if name))

    def _leave(self) -> None:
        slates = list(self._election.slates)
        del slates[self._place]
        self._put(slates)

    def _put(self, slates: list[Slate]) -> None:
        self._state.elect(self._which, self._election.revised(slates))

    def show(self, results: Results, place: int, given: Slate) -> None:
        """Show one list."""
        words, self._place, self._marks = results.words, place, results.words.marks
        shown = people.written(given.candidates, marks(words))
        for part, value, key in (
            (self._name, given.name, "prop.slate"),
            (self._votes, words.number(given.votes), "prop.votes_of"),
            (self._signatories, ", ".join(given.signatories), "prop.signatories_of"),
            (self._people, shown, "prop.candidates_of"),
        ):
            part.value = value
            part.description = words(key, slate=given.name)
        self._people.rows = max(2, len(given.candidates))
        self._remove.description = words("prop.remove")
        self._remove.tooltip = words("prop.remove_of", slate=given.name)


def with_new_slate(election: Election, name: str) -> Election:
    """The election with one more list, whose only candidate is yet to be named."""
    if len(election.slates) >= MOST_SLATES:
        raise ScenarioError("too_many_slates", limit=MOST_SLATES)
    new = Slate(name, 0, (Candidate(f"{name} 1"),))
    return election.revised([*election.slates, new])
