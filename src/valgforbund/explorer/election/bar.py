"""The bar: election, place, council size, the way back, examples, language."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund import parsing
from valgforbund.errors import ScenarioError
from valgforbund.explorer.count.examples import EXAMPLES
from valgforbund.explorer.count.results import Results
from valgforbund.explorer.election.state import State
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.menu import choose
from valgforbund.sources import bundled
from valgforbund.sources.places import elections, place_typed, places, same_place
from valgforbund.wording import LANGUAGES, words

OWN = "own"


class Bar:
    """The line at the top."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._brand = widgets.HTML()
        self._election = widgets.Dropdown(options=[("", OWN)])
        self._place = widgets.Combobox(continuous_update=False)
        self._place.add_class("vf-place")
        self._seats = widgets.Text(continuous_update=False)
        self._seats.add_class("vf-size")
        self._reset, self._undo, self._redo = (
            widgets.Button(icon=icon) for icon in ("refresh", "undo", "repeat")
        )
        self._examples = widgets.Dropdown(options=[("", "")])
        self._language = widgets.Dropdown(options=[("", "da")])
        where = widgets.Box([self._election, self._place, self._seats])
        back = widgets.Box([self._reset, self._undo, self._redo])
        other = widgets.Box([self._examples, self._language])
        self.widget = widgets.Box([self._brand, where, back, other])
        self.widget.add_class("vf-bar")
        self._election.observe(guard(lambda change: self._open_election(change["new"])), "value")
        self._place.observe(guard(lambda change: self._open_place(change["new"])), "value")
        self._seats.observe(guard(lambda change: self._resize(change["new"])), "value")
        self._reset.on_click(guard(lambda _: state.reset()))
        self._undo.on_click(guard(lambda _: state.undo()))
        self._redo.on_click(guard(lambda _: state.redo()))
        self._examples.observe(guard(lambda change: self._open_example(change["new"])), "value")
        self._language.observe(guard(lambda change: state.look(language=change["new"])), "value")

    def _open_election(self, election: str) -> None:
        """The same place in another election where it is there; else its first place."""
        if election == OWN:
            self._open_example("bar.empty")
            return
        self._open(election, same_place(election, self._state.original.place))

    def _open_place(self, text: str) -> None:
        typed = text.strip()
        if not typed:
            return
        election = self._state.original.election
        if election not in elections():
            election = elections()[0]
        self._open(election, place_typed(election, typed))

    def _open(self, election: str, place: str) -> None:
        self._state.open(bundled.load(election, place))

    def _open_example(self, key: str) -> None:
        if not key:
            return
        example = EXAMPLES[key](words(self._state.view.language))
        self._state.open(example.original, example.scenario, **example.view)

    def _resize(self, text: str) -> None:
        seats = self._whole_seats(text)
        self._state.change(self._state.scenario.with_seats(seats))

    def _whole_seats(self, text: str) -> int:
        try:
            return parsing.whole_number(text, self._marks, parsing.MOST_SEATS)
        except ScenarioError as error:
            codes = {"number_not_whole": "seats_not_whole", "number_too_large": "seats_too_many"}
            raise ScenarioError(codes[error.code], **error.values) from None

    def show(self, results: Results) -> None:
        """Show where we are, and which ways lead back."""
        texts, scenario, original = results.words, results.scenario, results.original
        self._marks = texts.marks
        self._brand.value = element("h1", texts("app.title"), class_="vf-brand")
        real = original.election in elections()
        own = [] if real else [(texts("election.own"), OWN)]
        names = [(texts(f"election.{each}"), each) for each in elections()]
        choose(self._election, names + own, original.election if real else OWN)
        self._election.description = texts("bar.election")
        # the field is empty, so that its menu offers every place; the place itself shows through
        self._place.value = ""
        self._place.placeholder = original.place or texts("bar.place_hint")
        self._place.options = places(original.election if real else elections()[0])
        self._place.description = texts("bar.place")
        self._seats.value = str(scenario.seats)
        self._seats.description = texts("bar.seats")
        for button, key in (
            (self._reset, "bar.reset"),
            (self._undo, "bar.undo"),
            (self._redo, "bar.redo"),
        ):
            button.tooltip = button.description = texts(key)
        self._reset.disabled = scenario == original
        self._undo.disabled = not self._state.can_undo
        self._redo.disabled = not self._state.can_redo
        examples = [(texts("bar.examples"), ""), *((texts(key), key) for key in EXAMPLES)]
        choose(self._examples, examples, "")
        self._examples.description = texts("bar.examples")
        choose(self._language, [(texts(f"app.{each}"), each) for each in LANGUAGES], texts.language)
        self._language.description = texts("app.language")
