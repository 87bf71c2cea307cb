"""Candidates of a list as a person types or pastes them, with their personal votes."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.panels.slider import chosen
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element
from valgforbund.people.elected import candidates as bundled
from valgforbund.people.nominees import OPEN, PARTY_LIST
from valgforbund.scenario import Scenario
from valgforbund.sharing.candidates import Candidate, nominated, of

NAME = "people.type"  # of the fold, with the list's letter in it


class Nominating:
    """A fold: it is needed once, by who has a list of names."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._hint = widgets.HTML()
        self._typed = fields.Area("people.typed", rows=5)
        self._form = fields.Menu(guard, "people.form", self._choose)
        self._chosen = OPEN
        self._use = fields.Button(guard, "people.use_typed", self._take)
        below = fields.row(self._form, self._use)
        inside = fields.row(self._hint, self._typed, below, kind="vf-tools")
        self.widget = Fold(NAME, inside)

    def _choose(self, form: str) -> None:
        self._chosen = form

    def _take(self) -> None:
        """Put them in the place of those of this list; without any line it has none."""
        scenario = self._state.scenario
        typed = parsing.persons(self._typed.value, self._words.marks)
        votes = scenario.ballots[scenario.letters.index(self._letter)]
        held = self._state.view.candidates or _bundled(self._state.original)
        self._state.nominate(nominated(held, self._letter, typed, votes, self._chosen))
        self._typed.clear()

    def show(self, results: Results) -> None:
        """Name the list whose candidates are typed; what was typed stays."""
        self._words, self._letter = results.words, chosen(results)
        words = results.words
        self.widget.show(words, letter=cut(self._letter))
        self._hint.value = element("span", words("people.type_hint"), class_="vf-quiet")
        self._typed.show(words)
        forms = [(words(f"people.form.{form}"), form) for form in (OPEN, PARTY_LIST)]
        self._form.show(words, forms, self._chosen)
        self._use.show(words)


def _bundled(scenario: Scenario) -> tuple[Candidate, ...]:
    """Those of the election that was opened, where they are known."""
    try:
        return of(bundled(scenario.election, scenario.place))
    except ScenarioError:
        return ()
