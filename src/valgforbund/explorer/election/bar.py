"""The bar: election, place and council size, beside what every bar has."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.examples import EXAMPLES
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench import bar
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.places import Places
from valgforbund.sources import bundled
from valgforbund.sources.places import elections
from valgforbund.wording import words


class Bar(bar.Bar):
    """The line at the top."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._places = Places(
            guard,
            elections,
            lambda election, place: state.open(bundled.load(election, place)),
            lambda: self._open_kept("bar.empty"),
        )
        self._seats = widgets.Text(continuous_update=False)
        self._seats.add_class("vf-size")
        where = (*self._places.fields, self._seats)
        self._explored = state
        super().__init__(state, guard, "app.title", where, EXAMPLES, self._open_kept)
        self._seats.observe(guard(lambda change: self._resize(change["new"])), "value")

    def _open_kept(self, key: str) -> None:
        example = EXAMPLES[key](words(self._state.view.language))
        self._state.open(example.original, example.scenario, **example.view)

    def _resize(self, text: str) -> None:
        seats = self._whole_seats(text)
        self._explored.change(self._explored.scenario.with_seats(seats))

    def _whole_seats(self, text: str) -> int:
        try:
            return parsing.whole_number(text, self._marks, parsing.MOST_SEATS)
        except ScenarioError as error:
            codes = {"number_not_whole": "seats_not_whole", "number_too_large": "seats_too_many"}
            raise ScenarioError(codes[error.code], **error.values) from None

    def show(self, results: Results) -> None:
        """Show where we are, and which ways lead back."""
        super().show(results)
        texts = results.words
        self._marks = texts.marks
        self._places.show(results)
        self._seats.value = str(results.scenario.seats)
        self._seats.description = texts("bar.seats")
