"""The bar: whose council, the way back, examples, language."""

from __future__ import annotations

import ipywidgets as widgets

from valgforbund.explorer.constitution.examples import EXAMPLES
from valgforbund.explorer.constitution.results import Results
from valgforbund.explorer.constitution.state import State
from valgforbund.explorer.workbench.guard import Guard
from valgforbund.explorer.workbench.markup import element
from valgforbund.explorer.workbench.menu import choose
from valgforbund.sources.councils import bundled_council
from valgforbund.sources.places import municipal, place_typed, places, same_place
from valgforbund.wording import LANGUAGES, words
from valgforbund.wording.constitution import committee_names

OWN = "own"


class Bar:
    """The line at the top."""

    def __init__(self, state: State, guard: Guard) -> None:
        self._state = state
        self._brand = widgets.HTML()
        self._election = widgets.Dropdown(options=[("", OWN)])
        self._place = widgets.Combobox(continuous_update=False)
        self._place.add_class("vf-place")
        self._reset, self._undo, self._redo = (widgets.Button() for _ in range(3))
        self._examples = widgets.Dropdown(options=[("", "")])
        self._language = widgets.Dropdown(options=[("", "da")])
        where = widgets.Box([self._election, self._place])
        back = widgets.Box([self._reset, self._undo, self._redo])
        other = widgets.Box([self._examples, self._language])
        self.widget = widgets.Box([self._brand, where, back, other])
        self.widget.add_class("vf-bar")
        self._election.observe(guard(lambda change: self._open_election(change["new"])), "value")
        self._place.observe(guard(lambda change: self._open_place(change["new"])), "value")
        self._reset.on_click(guard(lambda _: state.reset()))
        self._undo.on_click(guard(lambda _: state.undo()))
        self._redo.on_click(guard(lambda _: state.redo()))
        self._examples.observe(guard(lambda change: self._open_example(change["new"])), "value")
        self._language.observe(guard(lambda change: state.look(language=change["new"])), "value")

    def _open_election(self, election: str) -> None:
        """The same place in another election where it is there; else its first place."""
        self._open(election, same_place(election, self._state.original.place))

    def _open_place(self, text: str) -> None:
        if typed := text.strip():
            election = self._state.original.election
            known = election if election in municipal() else municipal()[0]
            self._open(known, place_typed(known, typed))

    def _open(self, election: str, place: str) -> None:
        names = committee_names(words(self._state.view.language))
        self._state.open(bundled_council(names, election, place))

    def _open_example(self, key: str) -> None:
        if key:
            self._state.open(EXAMPLES[key](words(self._state.view.language)))

    def show(self, results: Results) -> None:
        """Show where we are, and which ways lead back."""
        texts, original = results.words, results.original
        self._brand.value = element("h1", texts("constitution.title"), class_="vf-brand")
        real = original.election in municipal()
        own = [] if real else [(texts("election.own"), OWN)]
        names = [(texts(f"election.{each}"), each) for each in municipal()]
        choose(self._election, names + own, original.election if real else OWN)
        self._place.value = ""
        self._place.placeholder = original.place or texts("bar.place_hint")
        self._place.options = places(original.election if real else municipal()[0])
        choose(
            self._examples,
            [(texts("bar.examples"), ""), *((texts(key), key) for key in EXAMPLES)],
            "",
        )
        choose(self._language, [(texts(f"app.{each}"), each) for each in LANGUAGES], texts.language)
        for part, key in (
            (self._election, "bar.election"),
            (self._place, "bar.place"),
            (self._examples, "bar.examples"),
            (self._language, "app.language"),
            (self._reset, "bar.reset"),
            (self._undo, "bar.undo"),
            (self._redo, "bar.redo"),
        ):
            part.description = texts(key)
        self._reset.disabled = results.proposal == original
        self._undo.disabled = not self._state.can_undo
        self._redo.disabled = not self._state.can_redo
