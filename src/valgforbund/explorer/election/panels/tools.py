"""Adding, removing and pasting lists: folded away until it is needed."""

from __future__ import annotations

from collections.abc import Callable

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import fields
from valgforbund.explorer.workbench.fold import Fold
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import cut, element
from valgforbund.sources.columns import of_table
from valgforbund.sources.places import elections
from valgforbund.wording.pasted import understood


class Tools:
    """Three small forms in one fold.

    Parameters
    ----------
    state, guard
        What is changed, and what wraps the callbacks.
    offer : callable
        Gets a name and what was pasted, and shows what it holds.
    """

    def __init__(self, state: State, guard: Guard, offer: Callable[[str, bytes], None]) -> None:
        self._state, self._offer = state, offer
        self._guard = guard
        self._letter, self._name = fields.Entry("tools.add_letter"), fields.Entry("tools.add_name")
        self._add = fields.Button(guard, "tools.add_button", self._add_list)
        self._gone = fields.Menu(guard, "tools.remove")
        self._remove = fields.Button(guard, "tools.remove_button", self._remove_list)
        self._pasted = fields.Area("tools.pasted", rows=5)
        self._hint = widgets.HTML()
        self._use = fields.Button(guard, "tools.paste_button", self._paste)
        forms = [
            fields.row(self._letter, self._name, self._add),
            fields.row(self._gone, self._remove),
            fields.row(self._hint, self._pasted, self._use),
        ]
        inside = fields.row(*forms, kind="vf-tools")
        self.widget = Fold("tools.more", inside)

    def _add_list(self) -> None:
        scenario = self._state.scenario
        if len(scenario.letters) >= parsing.MOST_LISTS:
            raise ScenarioError("too_many_lists", limit=parsing.MOST_LISTS)
        self._state.change(scenario.with_list(self._letter.value, name=self._name.value))
        self._letter.clear()
        self._name.clear()

    def _remove_list(self) -> None:
        if len(self._state.scenario.letters) == 1:
            raise ScenarioError("last_list")
        self._state.change(self._state.scenario.without_list(self._gone.value))

    def _paste(self) -> None:
        """Lists that are not there yet are added, in an election of the person's own."""
        scenario = self._state.scenario
        if not any(scenario.ballots):  # it is all there is: who, where, how many seats
            self._offer("", self._pasted.value.encode(errors="replace"))
            self._pasted.clear()
            return
        own = self._state.original.election not in elections()
        pasted, fitted = of_table(self._pasted.value, scenario, self._words.marks, own)
        if len(scenario.letters) + len(fitted.names) > parsing.MOST_LISTS:
            raise ScenarioError("too_many_lists", limit=parsing.MOST_LISTS)
        for letter, name in fitted.names.items():
            scenario = scenario.with_list(letter, name=name)
        self._state.change(scenario.with_votes(fitted.values))
        self._guard.said = " ".join(understood(self._words, pasted, fitted))
        self._pasted.clear()

    def show(self, results: Results) -> None:
        """Show the texts and the lists there are; what was typed here stays."""
        words, scenario = results.words, results.scenario
        self._words = words
        self.widget.show(words)
        for part in (self._letter, self._name, self._pasted, self._add, self._remove, self._use):
            part.show(words)
        self._hint.value = element(
            "span",
            element("b", words("tools.paste")),
            ". ",
            words("tools.paste_hint"),
            class_="vf-quiet",
        )
        lists = [
            (f"{cut(letter)} {cut(name)}", letter)
            for letter, name in zip(scenario.letters, scenario.names, strict=True)
        ]
        kept = self._gone.value if self._gone.value in scenario.letters else lists[-1][1]
        self._gone.show(words, lists, kept)
